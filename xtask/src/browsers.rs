//! The browsers that the pages are tried in, and what they need. One that is missing fails the stage; nothing is skipped.

use crate::{Done, run};
use std::{env, path::PathBuf};

struct Browser {
    variable: &'static str,
    programs: &'static [&'static str],
    package: &'static str,
}

const BROWSERS: [Browser; 4] = [
    Browser {
        variable: "KAOHE_CHROMIUM",
        programs: &["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
        package: "chromium",
    },
    Browser { variable: "KAOHE_FIREFOX", programs: &["firefox-esr", "firefox"], package: "firefox-esr" },
    // Its driver, which knows where the browser is: the package brings both.
    Browser { variable: "KAOHE_WEBKIT", programs: &["WebKitWebDriver"], package: "webkit2gtk-driver" },
    // A screen for WebKit, which has no mode without a window.
    Browser { variable: "KAOHE_XVFB", programs: &["Xvfb"], package: "xvfb" },
];

/// Each browser's variable and program, installed with apt where that is possible.
pub fn find() -> Done<Vec<(&'static str, PathBuf)>> {
    let missing: Vec<&Browser> = BROWSERS.iter().filter(|browser| program(browser).is_none()).collect();
    if !missing.is_empty() {
        let packages: Vec<&str> = missing.iter().map(|browser| browser.package).collect();
        run::apt(&packages, &sentence(&missing))?;
    }
    let found = |browser: &Browser| Ok((browser.variable, program(browser).ok_or_else(|| sentence(&[browser]))?));
    BROWSERS.iter().map(found).collect()
}

fn program(browser: &Browser) -> Option<PathBuf> {
    match env::var_os(browser.variable).filter(|path| !path.is_empty()) {
        Some(named) => Some(PathBuf::from(named)).filter(|path| path.is_file()),
        None => browser.programs.iter().find_map(|program| run::on_path(program)),
    }
}

fn sentence(missing: &[&Browser]) -> String {
    let each = missing
        .iter()
        .map(|browser| format!("install {} or name its program in {}", browser.package, browser.variable));
    each.collect::<Vec<_>>().join("; ")
}
