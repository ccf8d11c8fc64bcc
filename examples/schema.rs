//! Writes the JSON Schemas of every file that people write into a folder, and what the parameters of problems and of
//! derivations are:
//! `cargo run --features schema --example schema -- schemas`.

use std::{path::Path, process::ExitCode};

use kaohe::problem::{Code, Parameter};
use kaohe::scheme::Scheme;
use kaohe::score::StepCode;
use kaohe::workbook::{FormFile, ReplyFile, Workbook};
use schemars::{JsonSchema, Schema, generate::SchemaSettings, transform::transform_subschemas};
use serde_json::Value;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("say which folder the schemas go to");
        return ExitCode::from(2);
    };
    let folder = Path::new(&folder);
    let written = write::<Scheme>(folder, "scheme")
        .and_then(|()| write::<Workbook>(folder, "workbook"))
        .and_then(|()| write::<FormFile>(folder, "form"))
        .and_then(|()| write::<ReplyFile>(folder, "reply"))
        .and_then(|()| std::fs::write(folder.join("parameters.json"), parameters()));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("the schemas could not be written: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write<T: JsonSchema>(folder: &Path, name: &str) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let generator = SchemaSettings::draft2020_12().with_transform(absent_is_not_null).into_generator();
    let schema = generator.into_root_schema_for::<T>();
    let text = serde_json::to_string_pretty(&schema)? + "\n";
    std::fs::write(folder.join(format!("{name}.schema.json")), text)
}

/// The parameters of every code and what each of them is: `[…]` around those of a list, `?` behind what may be left out.
fn parameters() -> String {
    let problems = Code::ALL.iter().map(|code| (code.as_str(), declared(code.parameters())));
    let steps = StepCode::ALL.iter().map(|code| (code.as_str(), declared(code.parameters())));
    let values =
        StepCode::ALL.iter().filter_map(|code| Some((code.as_str(), format!("\"{}\"", code.value()?.as_str()))));
    let table = |name, lines: Vec<(&str, String)>| {
        let lines: Vec<String> = lines.iter().map(|(code, said)| format!("    \"{code}\": {said}")).collect();
        format!("  \"{name}\": {{\n{}\n  }}", lines.join(",\n"))
    };
    let tables =
        [table("problems", problems.collect()), table("steps", steps.collect()), table("values", values.collect())];
    format!("{{\n{}\n}}\n", tables.join(",\n"))
}

fn declared(parameters: &[Parameter]) -> String {
    let one = |parameter: &Parameter| {
        let (kind, optional) = (parameter.kind.as_str(), if parameter.optional { "?" } else { "" });
        let kind = if parameter.list { format!("[{kind}]") } else { kind.to_owned() };
        format!("\"{}\": \"{kind}{optional}\"", parameter.name)
    };
    let all: Vec<String> = parameters.iter().map(one).collect();
    if all.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", all.join(", ")) }
}

/// A key that may be absent is left out of a file; `null` is refused.
fn absent_is_not_null(schema: &mut Schema) {
    transform_subschemas(&mut absent_is_not_null, schema);
    let null = serde_json::json!({ "type": "null" });
    let value_alone = match schema.get("anyOf") {
        Some(Value::Array(either)) => either.iter().find(|one| **one != null).filter(|_| either.contains(&null)),
        _ => None,
    };
    if let Some(Value::Object(value)) = value_alone.cloned() {
        schema.remove("anyOf");
        for (key, part) in value {
            schema.insert(key, part);
        }
    }
    if let Some(Value::Array(kinds)) = schema.get_mut("type") {
        kinds.retain(|kind| kind != "null");
        if let [kind] = kinds.as_slice() {
            let kind = kind.clone();
            schema.insert("type".to_owned(), kind);
        }
    }
}
