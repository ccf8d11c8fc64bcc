//! One criterion: what raters gave, or what [`super::evidence`] finds.

use super::outcome::{Outcome, explained_without_data, finish, without_data};
use super::rating::{self, Rated};
use super::{Asked, Context, Unfinished, scale};
use crate::scheme::{Line, Measure, NoData};

/// Scores one criterion.
pub(super) fn score(context: &Context<'_>, line: Line<'_>, asked: Asked) -> Outcome {
    match &line.criterion.measure {
        Measure::Rating(_) => by_rating(context, line, asked),
        #[cfg(feature = "workbench")]
        measure => super::evidence::score(context, line.criterion, measure),
        // A form holds none, and an engine for forms alone measures none: as where nothing has been entered.
        #[cfg(not(feature = "workbench"))]
        _ => explained_without_data(context, line.criterion, super::outcome::empty(line.criterion), Vec::new()),
    }
}

fn by_rating(context: &Context<'_>, line: Line<'_>, asked: Asked) -> Outcome {
    let criterion = line.criterion;
    let measured = rating::measure(context, line);
    let mut outcome = Outcome::empty(criterion);
    outcome.score.roles = measured.roles;
    match measured.rated {
        Rated::Raw(raw) => {
            let points = scale::of_raw(criterion, &raw, measured.step, context.trace);
            outcome.score.raw = Some(raw);
            finish(context, criterion, &mut outcome.score, points);
            outcome
        }
        Rated::Waiting | Rated::NoData if asked.unfinished == Unfinished::RunsAlong => {
            let mut outcome = without_data(criterion, outcome.score, NoData::Zero, measured.missing);
            outcome.score.no_data = None;
            outcome
        }
        Rated::Waiting => outcome.waits(measured.missing),
        Rated::NoData => explained_without_data(context, criterion, outcome.score, measured.missing),
    }
}
