//! Writes the JSON Schemas of every file that people write into a folder:
//! `cargo run --features schema --example schema -- schemas`.

use std::{path::Path, process::ExitCode};

use kaohe::scheme::Scheme;
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
        .and_then(|()| write::<ReplyFile>(folder, "reply"));
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
