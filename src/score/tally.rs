//! A role's forms, with their scores added up line by line: each form is gone through once, and not once for every criterion.

use crate::number::{Addition, Exact, Number, Packed};
use crate::order::Listed;
use crate::scheme::{Checked, Criterion, Role};
use crate::workbook::{Entries, Rating, ScoreLine};

/// What the raters of one role gave.
pub(super) struct Tally<'s> {
    /// Their forms.
    pub(super) forms: Vec<&'s Rating>,
    /// What the role weighs.
    pub(super) weight: Exact,
    /// What they come to in each line of the form.
    sums: Vec<Addition>,
}

impl<'s> Tally<'s> {
    pub(super) fn new(scheme: &Checked, role: &Role, entries: &Entries<'s>) -> Self {
        let forms = entries.ratings.iter().filter(|form| form.role == role.id).copied().listed();
        let mut sums = vec![Addition::default(); scheme.line_ids().len()];
        forms.iter().for_each(|form| add_up(scheme, form, &mut sums));
        Self { forms, weight: role.weight.into(), sums }
    }

    /// The scores of a line, added up.
    pub(super) fn of_line(&self, line: usize) -> Addition {
        self.sums.get(line).copied().unwrap_or_default()
    }
}

fn add_up(scheme: &Checked, form: &Rating, sums: &mut [Addition]) {
    if let Some(numbers) = form.scores.plain(scheme.line_ids()) {
        sums.iter_mut().zip(numbers).for_each(|(sum, number)| sum.add(*number));
        return;
    }
    for (line, sum) in scheme.all_lines().zip(sums) {
        let entry = form.scores.of(&line.criterion.id, line.at);
        sum.add(Packed::of(entry.and_then(|entry| points_of(line.criterion, entry))));
    }
}

/// A line's score: the number, or the points of the level.
pub(super) fn points_of(criterion: &Criterion, line: ScoreLine<'_>) -> Option<Number> {
    let of_level = || criterion.level(line.level?).map(|level| level.points);
    line.score.or_else(of_level)
}
