//! Who is ranked with whom, and who is appraised before whom.
//!
//! Schemes are ranked together where one names another, directly or by way of a third. A scheme that
//! measures a team rests on the schemes of its members: they are appraised first, level by level. A
//! ring of such schemes could never begin, and is refused by name.

use crate::order::{Listed, TakeIn};
use crate::scheme::{Measure, Scheme};
use crate::text::Id;

/// Schemes in groups that are ranked together.
#[derive(Debug)]
pub(crate) struct Groups<'s> {
    schemes: Vec<&'s Scheme>,
    /// Each scheme with the first of its group, in the order of ids.
    first: Vec<(&'s Id, &'s Id)>,
}

impl<'s> Groups<'s> {
    /// The groups of a workbook's schemes.
    pub(crate) fn of(schemes: impl Iterator<Item = &'s Scheme>) -> Self {
        let schemes = schemes.listed();
        let first = schemes.iter().map(|scheme| (&scheme.id, &scheme.id)).listed();
        let mut groups = Self { schemes: schemes.clone(), first };
        for scheme in schemes {
            for other in scheme.ranking.iter().flat_map(|ranking| &ranking.with) {
                groups.join(&scheme.id, other);
            }
        }
        groups
    }

    /// The first scheme of the group that a scheme is in.
    pub(crate) fn group(&self, scheme: &Id) -> Option<&'s Id> {
        self.first.iter().find(|(id, _)| *id == scheme).map(|(_, group)| *group)
    }

    fn join(&mut self, one: &Id, other: &Id) {
        let (Some(a), Some(b)) = (self.group(one), self.group(other)) else { return };
        for (_, group) in self.first.iter_mut().filter(|(_, group)| *group == a || *group == b) {
            *group = a.min(b);
        }
    }

    /// The groups that a group rests on: those of its teams' members.
    fn rests_on(&self, group: &Id) -> Vec<&'s Id> {
        let of_group = self.schemes.iter().filter(|scheme| self.group(&scheme.id) == Some(group));
        let mut found = Vec::new();
        for criterion in of_group.flat_map(|scheme| scheme.criteria()) {
            if let Measure::Team(team) = &criterion.measure {
                found.take_in(team.schemes.iter().filter_map(|id| self.group(id)));
            }
        }
        found
    }

    /// The groups in levels, each resting only on those before it; or the ring that has no beginning.
    pub(crate) fn levels(&self) -> Result<Vec<Vec<&'s Id>>, Vec<&'s Id>> {
        let mut left: Vec<&'s Id> = Vec::new();
        for (_, group) in &self.first {
            if !left.contains(group) {
                left.push(group);
            }
        }
        let mut levels = Vec::new();
        while !left.is_empty() {
            let waits = |group: &Id| self.rests_on(group).iter().any(|other| left.contains(other));
            let (later, level): (Vec<&'s Id>, Vec<&'s Id>) = left.iter().copied().partition(|group| waits(group));
            if level.is_empty() {
                return Err(self.ring(&later));
            }
            levels.push(level);
            left = later;
        }
        Ok(levels)
    }

    /// A ring among groups of which each rests on another of them, from its first group back to it.
    fn ring(&self, groups: &[&'s Id]) -> Vec<&'s Id> {
        let mut path: Vec<&'s Id> = groups.iter().copied().take(1).listed();
        for _ in 0..=groups.len() {
            let Some(last) = path.last().copied() else { break };
            let next = self.rests_on(last).into_iter().find(|other| groups.contains(other));
            let Some(next) = next else { break };
            if let Some(start) = path.iter().position(|id| *id == next) {
                let mut ring = path.into_iter().skip(start).listed();
                ring.push(next);
                return ring;
            }
            path.push(next);
        }
        path
    }
}
