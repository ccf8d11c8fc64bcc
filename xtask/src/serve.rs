//! Builds the pages and serves them on this machine.

use crate::{Done, build, run::command};

pub fn serve(options: &[&str]) -> Done {
    let port = match options {
        [] => None,
        ["--port", port] => {
            Some(port.parse::<u16>().map_err(|_| format!("`{port}` is not a port: give a number up to 65535"))?)
        }
        _ => return Err("write `cargo xtask serve` or `cargo xtask serve --port 8080`".to_owned()),
    };
    build::pages()?;
    let mut server = command("node", &["xtask/serve.mjs"]);
    server.args(port.map(|port| port.to_string()));
    become_process(&mut server)
}

/// The server takes this process's place: who stops the one stops the other.
#[cfg(unix)]
fn become_process(server: &mut std::process::Command) -> Done {
    let error = std::os::unix::process::CommandExt::exec(server);
    Err(format!("`node` did not start: {error}"))
}

#[cfg(not(unix))]
fn become_process(server: &mut std::process::Command) -> Done {
    crate::run::show(server)
}
