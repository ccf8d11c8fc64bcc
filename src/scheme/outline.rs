//! What every score of every form asks of its criterion, worked out once for a checked scheme.

use super::{Criterion, Measure, Range, Scheme};
use crate::list::Listed;
use crate::number::{Decimal, Exact, Packed};
use crate::text::Id;

/// The criteria of a scheme in the order of its form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outline {
    criteria: Vec<Known>,
    /// What each role is asked for, as the roles stand in the scheme.
    roles: Vec<AskedLines>,
    /// With which line each section begins, and what it is worth.
    sections: Vec<(usize, Exact)>,
}

/// What is known of one criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Known {
    section: usize,
    criterion: usize,
    entry_range: Range,
    /// Millionths of what a rater may certainly enter, from the least to the most; nothing where more is asked of it.
    plain: Option<(i64, i64)>,
    /// Whether each role, as they stand in the scheme, is asked.
    asks: Vec<bool>,
    /// What the roles that are asked weigh together.
    weight: Exact,
}

/// The lines that a role is asked for: most of its forms hold exactly these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AskedLines {
    /// The criteria.
    pub(crate) ids: Vec<Id>,
    /// Where they stand among all lines of the scheme.
    pub(crate) lines: Vec<usize>,
    /// As [`Known::plain`].
    plain: Vec<Option<(i64, i64)>>,
}

impl AskedLines {
    fn of(role: usize, criteria: &[Known], scheme: &Scheme) -> Self {
        let mut asked = Self { ids: Vec::new(), lines: Vec::new(), plain: Vec::new() };
        let lines = criteria.iter().zip(scheme.criteria()).enumerate();
        for (at, (known, criterion)) in lines.filter(|(_, (known, _))| known.asks.get(role) == Some(&true)) {
            asked.ids.push(criterion.id.clone());
            asked.lines.push(at);
            asked.plain.push(known.plain);
        }
        asked
    }

    /// Whether these numbers, one in each line, may be entered, as is seen at a glance; of any others the rules are to be
    /// asked.
    pub(crate) fn admits(&self, numbers: &[Packed]) -> bool {
        let mut lines = self.plain.iter().zip(numbers);
        lines.all(|(plain, number)| !number.is_some() || admits(*plain, *number))
    }
}

/// A line of the form: a criterion, with what is known of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line<'s> {
    /// Which it is, from 0, in the order of the form.
    pub(crate) at: usize,
    /// The criterion.
    pub(crate) criterion: &'s Criterion,
    /// What a rater may enter.
    pub(crate) entry_range: &'s Range,
    /// What the roles that are asked for it weigh together.
    pub(crate) weight: &'s Exact,
    asks: &'s [bool],
    plain: Option<(i64, i64)>,
}

impl Line<'_> {
    /// Whether a number may be entered, as is seen at a glance; of any other the rules are to be asked.
    pub(crate) fn admits(self, number: Decimal) -> bool {
        admits(self.plain, Packed::of(Some(number)))
    }

    /// Whether a role, by its position in the scheme, is asked for a score.
    pub(crate) fn asks(self, role: usize) -> bool {
        self.asks.get(role) == Some(&true)
    }
}

/// Whether a number lies within a range of millionths, as is seen at a glance.
fn admits(plain: Option<(i64, i64)>, number: Packed) -> bool {
    plain.zip(number.millionths()).is_some_and(|((least, most), value)| least <= value && value <= most)
}

/// The range, where it has two ends and raters may enter any number within.
fn plain_range(criterion: &Criterion, range: &Range) -> Option<(i64, i64)> {
    let any = matches!(&criterion.measure, Measure::Rating(rating) if rating.step.is_none());
    let any = any && criterion.levels().is_empty();
    let end = |end: &Option<Exact>| end.as_ref().filter(|_| any).and_then(Exact::millionths);
    end(&range.least).zip(end(&range.most))
}

impl Outline {
    pub(super) fn of(scheme: &Scheme) -> Self {
        let (mut criteria, mut sections) = (Vec::new(), Vec::new());
        for (section, of) in scheme.sections.iter().enumerate() {
            sections.push((criteria.len(), of.worth()));
            for (criterion, rule) in of.criteria.iter().enumerate() {
                let asked: Vec<&str> = scheme.asked_roles(rule).map(|role| role.id.as_str()).listed();
                let asks = scheme.roles.iter().map(|role| asked.contains(&role.id.as_str())).listed();
                let weight = scheme.asked_roles(rule).fold(Exact::ZERO, |sum, role| sum.plus(&role.weight.into()));
                let entry_range = rule.entry_range();
                let plain = plain_range(rule, &entry_range);
                criteria.push(Known { section, criterion, entry_range, plain, asks, weight });
            }
        }
        let roles = (0..scheme.roles.len()).map(|role| AskedLines::of(role, &criteria, scheme)).listed();
        Self { criteria, roles, sections }
    }

    /// What a role is asked for, by its position in the scheme.
    pub(super) fn asked(&self, role: usize) -> Option<&AskedLines> {
        self.roles.get(role)
    }

    /// How many lines there are.
    pub(super) const fn len(&self) -> usize {
        self.criteria.len()
    }

    /// The criterion of a line of the form.
    pub(super) fn line<'s>(&'s self, scheme: &'s Scheme, at: usize) -> Option<Line<'s>> {
        let known = self.criteria.get(at)?;
        let criterion = scheme.sections.get(known.section)?.criteria.get(known.criterion)?;
        let Known { entry_range, weight, asks, plain, .. } = known;
        Some(Line { at, criterion, entry_range, weight, asks, plain: *plain })
    }

    /// What a section is worth in the total.
    pub(super) fn worth(&self, section: usize) -> &Exact {
        self.sections.get(section).map_or(&Exact::ZERO, |(_, worth)| worth)
    }

    /// The lines of a section.
    pub(super) fn section<'s>(&'s self, scheme: &'s Scheme, section: usize) -> impl Iterator<Item = Line<'s>> {
        let first = self.sections.get(section).map_or(usize::MAX, |(first, _)| *first);
        let of_section =
            move |line: &Line<'_>| self.criteria.get(line.at).is_some_and(|known| known.section == section);
        (first..).map_while(move |at| self.line(scheme, at)).take_while(of_section)
    }
}
