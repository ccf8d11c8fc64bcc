//! Units to score: every sample, and units that are drawn; and what the command line says of them.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

/// The project's root.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// What `kaohe stream` answers to a file, by the command itself, and its exit status: 1 where a line is refused.
pub(crate) fn stream(file: &Path) -> (Option<i32>, String) {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["run", "--quiet", "--locked", "--package", "kaohe-cli", "--manifest-path"]);
    let run = command.arg(root().join("Cargo.toml")).args(["--", "stream"]).arg(file).output().unwrap();
    (run.status.code(), String::from_utf8(run.stdout).unwrap())
}

/// Every sample as it is, on one line.
pub(crate) fn samples() -> Vec<String> {
    let folders = std::fs::read_dir(root().join("samples")).unwrap().map(|entry| entry.unwrap().path());
    let files = folders.filter(|path| path.is_dir()).flat_map(|path| std::fs::read_dir(path).unwrap());
    let mut paths: Vec<PathBuf> = files.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    // Outside of texts a newline is a blank; inside of one it is written `\n`.
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap().replace('\n', " ")).collect()
}

/// A whole number, as a number or as a text.
fn whole(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| value.as_str().unwrap().parse().unwrap())
}

/// A unit of twelve, rated by S9's form; the scores are drawn from its number.
pub(crate) fn unit(number: u64) -> Value {
    let scheme = std::fs::read_to_string(root().join("schemes/s9-csr-form.json")).unwrap();
    let scheme: Value = serde_json::from_str(&scheme).unwrap();
    let criteria =
        scheme["sections"].as_array().unwrap().iter().flat_map(|section| section["criteria"].as_array().unwrap());
    let criteria: Vec<(&str, u64)> = criteria.map(|one| (one["id"].as_str().unwrap(), whole(&one["points"]))).collect();
    let (unit, lead) = (format!("U{number:03}"), format!("M{number:03}"));
    let people: Vec<String> = (0..12).map(|person| format!("E{number:03}{person:02}")).collect();
    let mut state = number;
    let mut draw = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut ratings = Vec::new();
    for (place, subject) in people.iter().enumerate() {
        let peers = (1..=3).map(|step| (people[(place + step) % people.len()].as_str(), "peer"));
        for (rater, role) in [(subject.as_str(), "self"), (lead.as_str(), "superior")].into_iter().chain(peers) {
            let score = |(criterion, points): &(&str, u64)| {
                let tenths = points * (50 + draw(51)) / 10;
                json!({ "criterion": criterion, "score": format!("{}.{}", tenths / 10, tenths % 10) })
            };
            let scores: Vec<Value> = criteria.iter().map(score).collect();
            ratings.push(json!({
                "id": format!("{subject}-{rater}"), "revision": 1, "period": "2026-10", "date": "2026-10-28",
                "scheme": { "id": scheme["id"], "version": scheme["version"] },
                "subject": subject, "rater": rater, "role": role, "scores": scores,
            }));
        }
    }
    let person = |id: &String| json!({ "id": id, "name": format!("样例{id}"), "unit": unit, "scheme": scheme["id"] });
    json!({
        "format": "kaohe-workbook", "formatVersion": 1, "id": unit, "period": "2026-10", "schemes": [scheme],
        "units": [{ "id": unit, "name": { "zh-CN": format!("第{number}组") } }],
        "people": people.iter().map(person).collect::<Vec<Value>>(),
        "ratings": ratings,
    })
}
