//! The lines of a form: what a rater gave, criterion by criterion.
//!
//! A workbook has hundreds of thousands, nearly all of them a number and nothing else, and the forms of one scheme name
//! the same criteria in the same order. So which criteria they are is kept once for all forms that are alike, the
//! numbers stand by themselves, and only what is said beside them takes room of its own.

#[cfg(feature = "workbench")]
mod many;
#[cfg(not(feature = "workbench"))]
mod one;

use std::sync::Arc;

use crate::json::{Extra, ToJson, Writer, shape};
use crate::list::Listed;
use crate::number::{Decimal, Packed};
use crate::text::{Id, Prose};

shape! {
    /// One line of a form.
    pub struct Score {
        /// The criterion.
        pub criterion: Id,
        /// What the rater gave.
        pub score: Option<Decimal> = default,
        /// The level that the rater chose, of a criterion with levels.
        pub level: Option<Id> = default,
        /// What the rater said of it.
        pub comment: Option<Prose> = default,
    }
}

/// The lines of one form, in the order in which they were written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scores {
    criteria: Arc<[Id]>,
    /// As long as `criteria`.
    numbers: Vec<Packed>,
    /// What stands beside the numbers, in the order of the lines; of most forms nothing.
    beside: Vec<(usize, Beside)>,
}

/// What a line holds beside a number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Beside {
    level: Option<Id>,
    comment: Option<Prose>,
    extra: Extra,
}

/// One line of a form, as it is kept.
#[derive(Debug, Clone, Copy)]
pub struct ScoreLine<'s> {
    /// The criterion.
    pub criterion: &'s Id,
    /// What the rater gave.
    pub score: Option<Decimal>,
    /// The level that the rater chose, of a criterion with levels.
    pub level: Option<&'s Id>,
}

impl ScoreLine<'_> {
    /// Whether something was given: a number or a level.
    #[must_use]
    pub const fn is_scored(&self) -> bool {
        self.score.is_some() || self.level.is_some()
    }
}

impl Scores {
    /// The lines, in the order in which they were written.
    pub fn lines(&self) -> impl Iterator<Item = ScoreLine<'_>> {
        (0..self.numbers.len()).filter_map(|at| self.line(at))
    }

    /// The line of a criterion; most forms hold it at this position.
    #[must_use]
    pub fn of(&self, criterion: &Id, expected: usize) -> Option<ScoreLine<'_>> {
        self.line(self.position(criterion, expected)?)
    }

    /// The numbers, where the lines are exactly these and nothing stands beside them.
    pub(crate) fn plain(&self, lines: &[Id]) -> Option<&[Packed]> {
        (self.beside.is_empty() && *self.criteria == *lines).then_some(&self.numbers)
    }

    /// Enters a number that was read or a level, or takes both away.
    pub(crate) fn set(&mut self, criterion: &Id, score: Option<Decimal>, level: Option<Id>) {
        let at = match self.position(criterion, usize::MAX) {
            Some(at) => at,
            None => self.push(Score { criterion: criterion.clone(), ..Score::default() }),
        };
        if let Some(number) = self.numbers.get_mut(at) {
            *number = Packed::of(score);
        }
        match (self.place_beside(at), level) {
            (Ok(place), level) => {
                if let Some((_, beside)) = self.beside.get_mut(place) {
                    beside.level = level;
                }
            }
            (Err(_), None) => {}
            (Err(place), level) => self.beside.insert(place, (at, Beside { level, ..Beside::default() })),
        }
    }

    /// Whether another form gives the same answers with the same comments, in whichever order they stand.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.is_said_by(other) && other.is_said_by(self)
    }

    fn is_said_by(&self, other: &Self) -> bool {
        self.lines().enumerate().all(|(at, line)| {
            let there = other.position(line.criterion, at);
            let theirs = there.and_then(|at| other.line(at));
            let given = |line: ScoreLine<'_>| (line.score, line.level.cloned());
            // A line that is left empty says what no line says.
            let same = theirs.map(given).unwrap_or_default() == given(line);
            same && self.comment(at) == there.and_then(|at| other.comment(at))
        })
    }

    fn comment(&self, at: usize) -> Option<&Prose> {
        self.beside(at).and_then(|beside| beside.comment.as_ref())
    }

    /// The lines as they are written.
    #[must_use]
    pub fn written(&self) -> Vec<Score> {
        self.lines().enumerate().map(|(at, line)| self.written_line(at, line)).listed()
    }

    fn written_line(&self, at: usize, line: ScoreLine<'_>) -> Score {
        let Beside { level, comment, extra } = self.beside(at).cloned().unwrap_or_default();
        Score { criterion: line.criterion.clone(), score: line.score, level, comment, extra }
    }

    fn line(&self, at: usize) -> Option<ScoreLine<'_>> {
        let (criterion, score) = (self.criteria.get(at)?, self.numbers.get(at)?.number());
        Some(ScoreLine { criterion, score, level: self.beside(at).and_then(|beside| beside.level.as_ref()) })
    }

    fn beside(&self, at: usize) -> Option<&Beside> {
        if self.beside.is_empty() { None } else { self.found_beside(at) }
    }

    /// Not inlined: of most forms nobody has to look.
    #[inline(never)]
    fn found_beside(&self, at: usize) -> Option<&Beside> {
        let (_, beside) = self.beside.get(self.place_beside(at).ok()?)?;
        Some(beside)
    }

    /// Where what stands beside a line is, or would be.
    fn place_beside(&self, at: usize) -> Result<usize, usize> {
        self.beside.binary_search_by_key(&at, |(line, _)| *line)
    }

    fn position(&self, criterion: &Id, expected: usize) -> Option<usize> {
        match self.criteria.get(expected) {
            Some(other) if other == criterion => Some(expected),
            _ => self.criteria.iter().position(|other| other == criterion),
        }
    }

    /// Puts a line behind the others; tells where it stands.
    fn push(&mut self, line: Score) -> usize {
        let at = self.numbers.len();
        let mut criteria = self.criteria.to_vec();
        criteria.push(line.criterion);
        self.criteria = Arc::from(criteria);
        self.numbers.push(Packed::of(line.score));
        self.keep(at, Beside { level: line.level, comment: line.comment, extra: line.extra });
        at
    }

    fn keep(&mut self, at: usize, beside: Beside) {
        if beside != Beside::default() {
            self.beside.push((at, beside));
        }
    }
}

impl ToJson for Scores {
    fn write(&self, to: &mut Writer) {
        to.open_list();
        for (at, line) in self.lines().enumerate() {
            to.item();
            match line.score.filter(|_| self.beside(at).is_none()) {
                Some(score) => to.sorted_members(&[("criterion", line.criterion), ("score", &score)]),
                None => self.written_line(at, line).write(to),
            }
        }
        to.close_list();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Document;

    #[test]
    fn forms_that_name_the_same_criteria_share_them() {
        let line = |id: &str, rest: &str| format!("{{\"criterion\": \"{id}\"{rest}}}");
        let (a, b) = (line("a", ", \"score\": 9.5"), line("b", ", \"score\": \"-0.25\""));
        let said = line("b", ", \"score\": 8, \"comment\": \"好\", \"x-more\": 1");
        let lists = [vec![&a, &b], vec![&a, &said], vec![&b, &a], vec![&a], vec![], vec![&a, &b]];
        let text =
            lists.iter().map(|list| format!("[{}]", list.iter().map(|line| line.as_str()).listed().join(","))).listed();
        let read: Vec<Scores> = Document::unread(&format!("[{}]", text.join(","))).read().unwrap();
        for (scores, list) in read.iter().zip(&text) {
            let alone: Vec<Score> = Document::unread(list).read().unwrap();
            assert_eq!(scores.written(), alone);
        }
        assert!(Arc::ptr_eq(&read[0].criteria, &read[1].criteria));
    }

    #[test]
    fn a_damaged_form_is_refused_alike_whatever_stood_before_it() {
        let good = r#"[{"criterion":"a","score":9.5},{"criterion":"b","level":"x","score":1}]"#;
        let line = r#"{"criterion":"a","score":9.5}"#;
        for bad in [
            format!("[{line},9.5}}]"),
            format!("[{line} {line}]"),
            format!("[{line},{line}"),
            format!("[{line},{line},]"),
            format!("[{line},{}]", line.replace("9.5", "09")),
            format!("[{line},{}]", line.replace("9.5", "\"9.5")),
            format!("[{line},{}]", line.replace("9.5", "9.5,\"score\":1")),
            format!("[{line},{}]", line.replace("9.5", "9.1234567")),
        ] {
            let told = |before: &str| {
                let text = format!("[{before},{bad}]");
                let problems = Document::unread(&text).read::<Vec<Scores>>().unwrap_err();
                problems.into_iter().map(|problem| (problem.code, problem.pointer)).listed()
            };
            assert_eq!(told(good), told("[]"), "{bad}");
        }
    }
}
