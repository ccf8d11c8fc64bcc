//! Lists longer than any scheme needs: the other rules compare each part with each.

use crate::list::{Listed, TakeIn};
use crate::problem::{Code, Problem};
use crate::scheme::{Criterion, Measure, Scale, Scheme};

const MOST_PARTS: usize = 100;
const MOST_CRITERIA: usize = 1_000;

/// Every list that is too long, with its place.
pub(super) fn too_many_parts(scheme: &Scheme) -> Vec<Problem> {
    let rungs = scheme.warnings.as_ref().map_or(0, |warnings| warnings.rungs.len());
    let questions = scheme.feedback.iter().map(|form| form.questions.len()).sum();
    let departments = scheme.register.iter().map(|register| register.departments.len()).sum();
    let pay = |of: fn(&crate::scheme::PayRule) -> usize| scheme.pay.as_ref().map_or(0, of);
    let mut lists: Vec<(String, usize, usize)> = [
        ("/roles", scheme.roles.len(), MOST_PARTS),
        ("/sections", scheme.sections.len(), MOST_PARTS),
        ("/sections", scheme.criteria().count(), MOST_CRITERIA),
        ("/grades", scheme.grades.len(), MOST_PARTS),
        ("/warnings/rungs", rungs, MOST_PARTS),
        ("/indicators", scheme.indicators.len(), MOST_PARTS),
        ("/channels", scheme.channels.len(), MOST_PARTS),
        ("/consequences", scheme.consequences.len(), MOST_PARTS),
        ("/calendar", scheme.calendar.len(), MOST_PARTS),
        ("/feedback/questions", questions, MOST_PARTS),
        ("/register/departments", departments, MOST_PARTS),
        ("/pay/factors", pay(|pay| pay.factors.len()), MOST_PARTS),
        ("/pay/grades", pay(|pay| pay.grades.len()), MOST_PARTS),
    ]
    .into_iter()
    .map(|(place, found, limit)| (place.to_owned(), found, limit))
    .listed();
    for (s, section) in scheme.sections.iter().enumerate() {
        for (c, criterion) in section.criteria.iter().enumerate() {
            let place = |part: &str| format!("/sections/{s}/criteria/{c}/{part}");
            lists.take_in(parts(criterion).map(|(part, found)| (place(part), found, MOST_PARTS)));
        }
    }
    let long = lists.into_iter().filter(|(_, found, limit)| found > limit);
    long.map(|(place, found, limit)| Problem::new(Code::TooManyParts, place).with("found", found).with("limit", limit))
        .listed()
}

/// The lists of one criterion.
fn parts(criterion: &Criterion) -> [(&'static str, usize); 5] {
    let (kinds, sources, schemes) = match &criterion.measure {
        Measure::Records(records) => (records.kinds.len(), 0, 0),
        Measure::Results(results) => (0, results.sources.len(), 0),
        Measure::Team(team) => (0, 0, team.schemes.len()),
        _ => (0, 0, 0),
    };
    let levels = match &criterion.scale {
        Some(Scale::Levels(levels)) => levels.levels.len(),
        _ => 0,
    };
    [
        ("measure/kinds", kinds),
        ("measure/sources", sources),
        ("measure/schemes", schemes),
        ("scale/levels", levels),
        ("critical", criterion.critical.len()),
    ]
}
