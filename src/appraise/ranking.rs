//! Ranks among those who are ranked together, and grades by rank.

use super::Subject;
use crate::cohort::{Place, Quota, Ranked, grade_of_rank, quotas, rank};
use crate::list::Listed;
use crate::number::{Exact, Figure};
use crate::scheme::Checked;
use crate::score::{Scored, of_grade};
use crate::text::Id;

/// One of those who are ranked together.
pub(crate) trait Competitor {
    fn scheme(&self) -> &Checked;
    /// At work in the period, and nobody doubts it: only such are ranked.
    fn is_at_work(&self) -> bool;
    fn scored(&self) -> &Scored;
    fn scored_mut(&mut self) -> &mut Scored;
    fn place(&mut self) -> &mut Option<Place>;
}

impl Competitor for Subject<'_> {
    fn scheme(&self) -> &Checked {
        self.scheme
    }

    fn is_at_work(&self) -> bool {
        self.entries.is_at_work()
    }

    fn scored(&self) -> &Scored {
        &self.scored
    }

    fn scored_mut(&mut self) -> &mut Scored {
        &mut self.scored
    }

    fn place(&mut self) -> &mut Option<Place> {
        &mut self.place
    }
}

/// Ranks those who are ranked together, and gives grades by rank where their scheme says so.
pub(crate) fn rank_cohort<C: Competitor>(all: &mut [C], members: &[usize]) -> Vec<Quota> {
    let mut places = members.iter().filter_map(|at| ranked(*at, all.get(*at)?)).listed();
    // Of schemes ranked together one may name more tie-breakers: those that all name decide, after them equal is equal.
    let shared = places.iter().map(|place| place.tie_breakers.len()).min().unwrap_or(0);
    for place in &mut places {
        place.tie_breakers.truncate(shared);
    }
    for (at, place) in rank(&places) {
        if let Some(competitor) = all.get_mut(at) {
            *competitor.place() = Some(place);
        }
    }
    grade_by_rank(all, members)
}

/// Grades by rank, for those whose scheme forces a distribution; gives the quotas of the first such scheme.
fn grade_by_rank<C: Competitor>(all: &mut [C], members: &[usize]) -> Vec<Quota> {
    let mut reported = Vec::new();
    for at in members {
        let Some(competitor) = all.get_mut(*at) else { continue };
        let Some(place) = *competitor.place() else { continue };
        let forced = competitor.scheme().distribution.as_ref().filter(|distribution| !distribution.off);
        let Some(mut quotas) = forced.map(|distribution| quotas(distribution, place.ranked)) else { continue };
        if reported.is_empty() {
            reported = quotas.clone();
        }
        let Some(grade) = grade_of_rank(&quotas, place.rank) else { continue };
        if let Some(quota) = reported.get_mut(grade) {
            quota.holders = quota.holders.saturating_add(1);
        }
        let relative = quotas.get_mut(grade).map(|quota| quota.grade.clone());
        let mut critical = std::mem::take(&mut competitor.scored_mut().critical);
        let grade = of_grade(competitor.scheme(), &mut critical, relative);
        let scored = competitor.scored_mut();
        (scored.grade, scored.critical) = (grade, critical);
    }
    reported
}

/// Who is ranked: those at work with a published total.
fn ranked<C: Competitor>(key: usize, competitor: &C) -> Option<Ranked<usize>> {
    let scored = competitor.scored();
    let total = scored.total.filter(|_| competitor.is_at_work())?;
    let tie_breakers = competitor.scheme().ranking.iter().flat_map(|ranking| &ranking.tie_breakers);
    let points = |id: &Id| {
        let criteria = scored.sections.iter().flat_map(|section| &section.criteria);
        let found = criteria.into_iter().find(|criterion| criterion.id == *id);
        let part = |value: Option<&Figure>| value.map_or(Exact::ZERO, Figure::exact);
        found.map_or(Exact::ZERO, |c| part(c.points.as_ref()).plus(&part(c.bonus.as_ref())))
    };
    Some(Ranked { key, total, tie_breakers: tie_breakers.map(points).listed() })
}
