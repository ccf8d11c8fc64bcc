//! **kaohe (考核)**: scores, grades, ranks and warnings for appraising customer-service people.
//!
//! The score decides somebody's pay and job, so it is exact (fractions, one named rounding),
//! explainable (every number opens down to what was written) and the same on every host. The
//! engine is pure: no I/O, no clock, no locale, no randomness.
//!
//! ```text
//! scheme ─┐
//!         ├▶ check ─▶ measure ─▶ scale ─▶ total ─▶ grade ─▶ rank ─▶ warnings ─▶ result
//! workbook┘            └──────────── score ───────────┘   └──── cohort ────┘
//! ```
//!
//! A form, scored:
//!
//! ```
//! use kaohe::{appraise, workbook::Book};
//!
//! let (book, _warnings) = Book::from_text(r#"{
//!   "format": "kaohe-workbook", "formatVersion": 1, "id": "demo", "period": "2026-10",
//!   "schemes": [{
//!     "format": "kaohe-scheme", "formatVersion": 1, "id": "smile", "version": "1",
//!     "name": { "zh-CN": "微笑服务" }, "period": "month",
//!     "roles": [
//!       { "id": "self", "name": { "zh-CN": "自评" }, "by": "subject", "weight": 1 },
//!       { "id": "peer", "name": { "zh-CN": "同事评分" }, "weight": 2 }
//!     ],
//!     "sections": [{ "id": "all", "name": { "zh-CN": "服务" }, "criteria": [
//!       { "id": "smile", "name": { "zh-CN": "微笑" }, "points": 10, "measure": { "type": "rating" } }
//!     ] }],
//!     "total": { "points": 10 }
//!   }],
//!   "units": [{ "id": "desk", "name": { "zh-CN": "前台" } }],
//!   "people": [
//!     { "id": "1", "name": "甲", "unit": "desk", "scheme": "smile" },
//!     { "id": "2", "name": "乙" }
//!   ],
//!   "ratings": [
//!     { "id": "a", "revision": 1, "scheme": { "id": "smile", "version": "1" }, "period": "2026-10", "subject": "1",
//!       "rater": "1", "role": "self", "date": "2026-10-31", "scores": [{ "criterion": "smile", "score": 10 }] },
//!     { "id": "b", "revision": 1, "scheme": { "id": "smile", "version": "1" }, "period": "2026-10", "subject": "1",
//!       "rater": "2", "role": "peer", "date": "2026-10-31", "scores": [{ "criterion": "smile", "score": "9.5" }] }
//!   ]
//! }"#).expect("a good workbook");
//!
//! let appraisal = appraise(&book);
//! // (10 × 1 + 9.5 × 2) ÷ 3 = 9.666…, rounded once
//! assert_eq!(appraisal.results[0].total.unwrap().to_string(), "9.67");
//! ```
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::arithmetic_side_effects,
        clippy::indexing_slicing,
        reason = "a test may fail by panicking"
    )
)]

pub mod appraise;
mod base;
pub mod closing;
pub mod cohort;
pub mod consequence;
pub mod intake;
pub mod live;
pub mod output;
pub mod result;
pub mod scheme;
pub mod score;
pub mod workbook;

#[cfg(target_arch = "wasm32")]
mod door;

pub use base::{format, json, number, period, problem, progress, text};
use base::{list, order, words};

pub use appraise::{appraise, appraise_telling, standings, standings_telling};

/// The engine's version: every closing and every result names it.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");
