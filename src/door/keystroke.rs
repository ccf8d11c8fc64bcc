//! What one keystroke changed, straight to a plain object: the one answer that is asked for so often
//! that JSON text on the way would be felt. serde says what is in it, serde-wasm-bindgen builds it.
//!
//! The engine of a form answers with the same object by way of JSON text: everybody waits for that engine, and it is
//! 3 KB smaller so.

use serde::{Serialize, Serializer};
use wasm_bindgen::prelude::*;

use crate::live::{FormChange, SectionView};
use crate::problem::{Params, Problem, Severity};

/// A change as an object with the shape of [`FormChange`]; every other answer is JSON text.
pub(super) fn object_of(change: &FormChange) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Change::from(change).serialize(&serializer).unwrap_or(JsValue::UNDEFINED)
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'c> {
    criterion: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    tidied: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<Told<'c>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<Section<'c>>,
    missing: Vec<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decides: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: Option<&'c str>,
}

#[derive(Serialize)]
struct Section<'c> {
    id: &'c str,
    points: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    mean: bool,
    max: String,
    complete: bool,
}

#[derive(Serialize)]
struct Told<'c> {
    code: &'c str,
    severity: &'c str,
    pointer: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
    params: Words<'c>,
}

/// Words and figures by name: an object.
struct Words<'c>(&'c Params);

impl Serialize for Words<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter())
    }
}

impl<'c> From<&'c FormChange> for Change<'c> {
    fn from(change: &'c FormChange) -> Self {
        let mut missing = Vec::with_capacity(change.missing.len());
        for criterion in &change.missing {
            missing.push(criterion.as_str());
        }
        Self {
            criterion: &change.criterion,
            value: change.value.map(|value| value.to_string()),
            tidied: change.tidied,
            problem: change.problem.as_ref().map(Told::from),
            section: change.section.as_ref().map(Section::from),
            missing,
            total: change.total.map(|total| total.to_string()),
            decides: change.decides.as_ref().map(ToString::to_string),
            grade: change.grade.as_ref().map(crate::text::Id::as_str),
        }
    }
}

impl<'c> From<&'c SectionView> for Section<'c> {
    fn from(section: &'c SectionView) -> Self {
        Self {
            id: section.id.as_str(),
            points: section.points.to_string(),
            mean: section.mean,
            max: section.max.to_string(),
            complete: section.complete,
        }
    }
}

impl<'c> From<&'c Problem> for Told<'c> {
    fn from(problem: &'c Problem) -> Self {
        let severity = if problem.severity == Severity::Error { "error" } else { "warning" };
        let Problem { code, pointer, line, column, params, .. } = problem;
        Self { code: code.as_str(), severity, pointer, line: *line, column: *column, params: Words(params) }
    }
}
