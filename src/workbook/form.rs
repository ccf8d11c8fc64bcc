//! One form: what it must be by its scheme, and the files it travels in.

use std::cell::OnceCell;
use std::fmt::Display;

use super::{Acknowledgement, Agreement, Rating, ScoreLine};
use crate::json::{Document, digest_without, pretty_sealed, without_mark};
use crate::json::{shape, words};
use crate::list::{Listed, TakeIn};
use crate::number::{Count, Exact};
use crate::order::Index;
use crate::period::Period;
use crate::problem::{ArgKind, Code, Problem, nearest, place_in, refuses};
use crate::scheme::{Checked, Criterion, Measure, Range, RatedBy, Scheme};
use crate::text::{Digest, Id, Name, PersonId};

shape! {
    /// One form as a file: addressed or filled.
    pub struct FormFile {
        /// Where an editor finds the JSON Schema of this file.
        pub schema as "$schema": Option<Name> = default,
        /// `kaohe-form`.
        pub format: FormFormat,
        /// Version of the format: 1.
        pub format_version: Count<1, 1>,
        /// The scheme, so that the file opens by itself.
        pub scheme: Option<Scheme> = default,
        /// The subject's name.
        pub subject_name: Option<Name> = default,
        /// The rater's name.
        pub rater_name: Option<Name> = default,
        /// The form.
        pub rating: Rating,
        /// Digest of everything above.
        pub checksum: Option<Digest> = default,
    }
}

words! {
    /// The format of a form file.
    pub enum FormFormat {
        /// A form.
        Form = "kaohe-form",
    }
}

shape! {
    /// A subject's answer to its result, as a file.
    pub struct ReplyFile {
        /// Where an editor finds the JSON Schema of this file.
        pub schema as "$schema": Option<Name> = default,
        /// `kaohe-reply`.
        pub format: ReplyFormat,
        /// Version of the format: 1.
        pub format_version: Count<1, 1>,
        /// The period of the result.
        pub period: Period,
        /// The answer.
        pub acknowledgement: Acknowledgement,
        /// Digest of everything above.
        pub checksum: Option<Digest> = default,
    }
}

words! {
    /// The format of a reply file.
    pub enum ReplyFormat {
        /// A reply.
        Reply = "kaohe-reply",
    }
}

/// A document that carries a digest of itself.
pub trait Sealed: crate::json::ToJson {
    /// The digest it carries.
    fn checksum(&self) -> Option<&Digest>;
}

/// Declares that a file carries its digest in `checksum`.
macro_rules! sealed_file {
    ($($name:ty),*) => { $( impl Sealed for $name {
        fn checksum(&self) -> Option<&Digest> {
            self.checksum.as_ref()
        }
    } )* };
}

sealed_file!(FormFile, ReplyFile, super::Workbook);

/// The file's text, with the digest of its content.
#[must_use]
pub fn sealed<T: Sealed>(document: &T) -> String {
    pretty_sealed(document, digest_without(document, &["checksum"]))
}

/// Refuses a file whose content is no longer what its digest was taken over.
pub(super) fn check_seal<T: Sealed>(document: &T) -> Vec<Problem> {
    let Some(found) = document.checksum() else { return Vec::new() };
    let computed = digest_without(document, &["checksum"]);
    if *found == computed {
        return Vec::new();
    }
    vec![Problem::new(Code::ChecksumMismatch, "/checksum").with("file", found).with("computed", computed)]
}

/// Reads a form file; checks it against its own scheme if it carries one.
///
/// # Errors
/// Every problem, each with its place.
pub fn read_form(text: &str) -> Result<(FormFile, Vec<Problem>), Vec<Problem>> {
    let document = Document::unread(without_mark(text));
    crate::format::expect(&document, "kaohe-form")?;
    let mut file = document.read::<FormFile>()?;
    let mut problems = check_seal(&file);
    if let Some(scheme) = file.scheme.take() {
        match Checked::new(scheme) {
            Ok((checked, warnings)) => {
                problems.take_in(warnings);
                problems.take_in(rating_problems(&"/rating", &checked, file.rating.period, &file.rating));
                file.scheme = Some(checked.into_scheme());
            }
            Err(found) => problems.take_in(found.into_iter().map(|mut problem| {
                problem.pointer = format!("/scheme{}", problem.pointer);
                problem
            })),
        }
    }
    let problems = document.place(problems);
    if refuses(&problems) { Err(problems) } else { Ok((file, problems)) }
}

/// Reads a reply file.
///
/// # Errors
/// Every problem, each with its place.
pub fn read_reply(text: &str) -> Result<(ReplyFile, Vec<Problem>), Vec<Problem>> {
    let document = Document::unread(without_mark(text));
    crate::format::expect(&document, "kaohe-reply")?;
    let file = document.read::<ReplyFile>()?;
    let mut problems = check_seal(&file);
    let entry = &file.acknowledgement;
    if entry.answer == Agreement::Disagree && entry.text.is_none() {
        let problem = Problem::new(Code::DisagreementWithoutText, "/acknowledgement").with("subject", &entry.subject);
        problems.push(problem);
    }
    let problems = document.place(problems);
    if refuses(&problems) { Err(problems) } else { Ok((file, problems)) }
}

/// What is wrong with a form by its scheme; pointers begin at the form.
#[must_use]
pub fn check_rating(scheme: &Checked, rating: &Rating) -> Vec<Problem> {
    rating_problems(&"", scheme, rating.period, rating)
}

/// What is wrong with a form by the scheme and the period that it should be of.
pub(crate) fn rating_problems(place: &dyn Display, scheme: &Checked, period: Period, rating: &Rating) -> Vec<Problem> {
    let mut problems = Vec::new();
    if rating.scheme.id != scheme.id {
        let problem = Problem::new(Code::OtherScheme, place_in(place, "scheme/id"))
            .with("scheme", ArgKind::Scheme.of(&rating.scheme.id));
        problems.push(problem.with("expected", ArgKind::Scheme.of(&scheme.id)));
        return problems;
    }
    if rating.scheme.version != scheme.version {
        let problem = Problem::new(Code::OtherVersion, place_in(place, "scheme/version"));
        let problem =
            problem.with("scheme", ArgKind::Scheme.of(&scheme.id)).with("version", rating.scheme.version.as_str());
        problems.push(problem.with("expected", scheme.version.as_str()));
        return problems;
    }
    if let Some(digest) = rating.scheme.digest.as_ref().filter(|digest| *digest != scheme.digest()) {
        let problem = Problem::new(Code::OtherDigest, place_in(place, "scheme/digest"))
            .with("scheme", ArgKind::Scheme.of(&scheme.id));
        problems.push(problem.with("digest", digest).with("expected", scheme.digest()));
        return problems;
    }
    if !rating.period.is_of(scheme.period) {
        let problem = Problem::new(Code::PeriodKind, place_in(place, "period")).with("period", rating.period);
        problems.push(problem.with("expected", ArgKind::Kinds.of(scheme.period.as_str())));
    } else if rating.period != period {
        let problem = Problem::new(Code::OtherPeriod, place_in(place, "period")).with("period", rating.period);
        problems.push(problem.with("expected", period));
    }
    problems.take_in(role_problems(place, scheme, &rating.subject, &rating.rater, &rating.role));
    if problems.is_empty() {
        score_problems(place, scheme, rating, &mut problems);
    }
    problems
}

/// Whether this rater may rate this subject in this role.
pub(super) fn role_problems(
    place: &dyn Display,
    scheme: &Checked,
    subject: &PersonId,
    rater: &PersonId,
    role: &Id,
) -> Vec<Problem> {
    let Some(found) = scheme.roles.iter().find(|found| found.id == *role) else {
        let known: Vec<&str> = scheme.roles.iter().map(|role| role.id.as_str()).listed();
        let problem = Problem::new(Code::UnknownRole, place_in(place, "role")).with("role", ArgKind::Role.of(role));
        let near = nearest(role.as_str(), &known).to_owned();
        return vec![problem.with("nearest", near).with("known", ArgKind::Text.each(&known))];
    };
    let is_self = found.by == RatedBy::Subject;
    if is_self == (subject == rater) {
        return Vec::new();
    }
    let code = if is_self { Code::OnlySelf } else { Code::NotSelf };
    let problem = Problem::new(code, place_in(place, "rater")).with("rater", rater);
    vec![problem.with("subject", subject).with("role", ArgKind::Role.of(role))]
}

fn score_problems(place: &dyn Display, scheme: &Checked, rating: &Rating, problems: &mut Vec<Problem>) {
    let role = scheme.role_at(&rating.role);
    let asked = role.and_then(|role| scheme.asked_lines(role));
    if asked.is_some_and(|asked| rating.scores.plain(&asked.ids).is_some_and(|numbers| asked.admits(numbers))) {
        return;
    }
    let by_criterion = OnceCell::new();
    let earlier = |index: usize, id: &Id| {
        let by_criterion =
            by_criterion.get_or_init(|| Index::of(rating.scores.lines().map(|line| line.criterion.as_str())));
        by_criterion.get(id.as_str()).filter(|first| *first < index)
    };
    // A form that follows the scheme's order has no line twice.
    let mut behind = 0_usize;
    for (index, score) in rating.scores.lines().enumerate() {
        // Written only for what is wrong: a pointer for every score would cost more than its check.
        let at = || format!("{place}/scores/{index}");
        let Some(line) = scheme.line_of(score.criterion, index) else {
            let known: Vec<&str> = scheme.criteria().map(|criterion| criterion.id.as_str()).listed();
            let problem = Problem::new(Code::UnknownCriterion, place_in(&at(), "criterion"));
            let near = nearest(score.criterion.as_str(), &known).to_owned();
            problems.push(
                problem
                    .with("criterion", ArgKind::Criterion.of(score.criterion))
                    .with("nearest", near)
                    .with("known", ArgKind::Text.each(&known)),
            );
            continue;
        };
        let criterion = line.criterion;
        let twice = if line.at < behind { earlier(index, score.criterion) } else { None };
        behind = behind.max(line.at.saturating_add(1));
        if let Some(first) = twice {
            let problem =
                Problem::new(Code::DuplicateId, place_in(&at(), "criterion")).with("id", score.criterion.as_str());
            problems.push(problem.with("first", format!("{place}/scores/{first}")));
        }
        if !role.is_some_and(|role| line.asks(role)) {
            let problem = Problem::new(Code::CriterionNotRated, place_in(&at(), "criterion"));
            problems.push(
                problem
                    .with("criterion", ArgKind::Criterion.of(&criterion.id))
                    .with("role", ArgKind::Role.of(&rating.role)),
            );
        } else {
            problems.take_in(level_problem(criterion, &score, &at));
            let value = score.score.filter(|value| !line.admits(*value) && criterion.levels().is_empty());
            let place = || place_in(&at(), "score");
            problems.take_in(value.and_then(|value| entry_problem(criterion, line.entry_range, value, &place)));
        }
    }
}

/// A criterion with levels takes one of them and no number; any other a number and no level.
fn level_problem(criterion: &Criterion, line: &ScoreLine<'_>, at: &dyn Fn() -> String) -> Option<Problem> {
    let levels = criterion.levels();
    let wrong = if levels.is_empty() { line.level.map(|_| "level") } else { line.score.map(|_| "score") };
    if let Some(key) = wrong {
        return Some(
            Problem::new(Code::LevelExpected, place_in(&at(), key))
                .with("criterion", ArgKind::Criterion.of(&criterion.id)),
        );
    }
    let level = line.level.filter(|level| criterion.level(level).is_none())?;
    let known: Vec<&str> = levels.iter().map(|level| level.id.as_str()).listed();
    Some(crate::scheme::unknown_part(place_in(&at(), "level"), "level", level.as_str(), &known))
}

/// Whether a score may be entered: within its range, on its step. Entered scores are refused, never bounded.
pub(crate) fn entry_problem(
    criterion: &Criterion,
    range: &Range,
    value: crate::number::Decimal,
    place: &dyn Fn() -> String,
) -> Option<Problem> {
    if !range.holds(&Exact::from(value)) {
        let [least, most] = range.ends();
        let problem = Problem::new(Code::ScoreOutOfRange, place()).with("score", value);
        return Some(problem.with("least", least).with("most", most));
    }
    match &criterion.measure {
        Measure::Rating(rating) => rating
            .step
            .filter(|step| !Exact::from(value).is_multiple_of(step))
            .map(|step| Problem::new(Code::NotAMultiple, place()).with("value", value).with("step", step)),
        _ => None,
    }
}
