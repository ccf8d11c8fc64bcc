//! Who is ranked with whom, and who is appraised before whom.
//!
//! Schemes are ranked together where one names another, directly or by way of a third. A scheme that
//! measures a team rests on the schemes of its members: they are appraised first, level by level. A
//! ring of such schemes could never begin, and is refused by name.

use super::{Measure, Scheme};
use crate::list::{Listed, TakeIn};
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

    /// The schemes that are ranked together in a group.
    pub(crate) fn schemes(&self, group: &Id) -> Vec<Id> {
        let of_group = self.first.iter().filter(|(_, first)| *first == group);
        of_group.map(|(id, _)| (*id).clone()).listed()
    }

    fn join(&mut self, one: &Id, other: &Id) {
        let (Some(a), Some(b)) = (self.group(one), self.group(other)) else { return };
        for (_, group) in self.first.iter_mut().filter(|(_, group)| *group == a || *group == b) {
            *group = a.min(b);
        }
    }

    /// Which group rests on which, by way of which schemes.
    fn rests(&self) -> Vec<Rests<'s>> {
        let mut found = Vec::new();
        for scheme in &self.schemes {
            for criterion in scheme.criteria() {
                let Measure::Team(team) = &criterion.measure else { continue };
                for member in &team.schemes {
                    if let (Some(group), Some(on)) = (self.group(&scheme.id), self.group(member)) {
                        found.push(Rests { group, scheme: &scheme.id, member, on });
                    }
                }
            }
        }
        found
    }

    /// The groups in levels, each resting only on those before it; or the ring that has no beginning.
    pub(crate) fn levels(&self) -> Result<Vec<Vec<&'s Id>>, Vec<&'s Id>> {
        let rests = self.rests();
        let mut left: Vec<&'s Id> = Vec::new();
        for (_, group) in &self.first {
            if !left.contains(group) {
                left.push(group);
            }
        }
        let mut levels = Vec::new();
        while !left.is_empty() {
            let waits = |group: &Id| rests.iter().any(|rests| rests.group == group && left.contains(&rests.on));
            let (later, level): (Vec<&'s Id>, Vec<&'s Id>) = left.iter().copied().partition(|group| waits(group));
            if level.is_empty() {
                return Err(ring(&rests, &later));
            }
            levels.push(level);
            left = later;
        }
        Ok(levels)
    }
}

/// A group that rests on another: one of its schemes measures teams whose members have a scheme of the other.
struct Rests<'s> {
    group: &'s Id,
    scheme: &'s Id,
    member: &'s Id,
    on: &'s Id,
}

/// A ring among groups of which each rests on another of them, scheme by scheme: where a scheme is followed
/// by one that it does not measure, the two are ranked together.
fn ring<'s>(rests: &[Rests<'s>], groups: &[&'s Id]) -> Vec<&'s Id> {
    let mut path: Vec<&Rests<'s>> = Vec::new();
    let mut group = groups.first().copied();
    while let Some(here) = group {
        if let Some(start) = path.iter().position(|step| step.group == here) {
            let mut names: Vec<&'s Id> = Vec::new();
            for name in path.iter().skip(start).flat_map(|step| [step.scheme, step.member]) {
                if names.last() != Some(&name) {
                    names.push(name);
                }
            }
            let first = names.first().copied();
            let open = names.len() == 1 || names.last() != first.as_ref();
            names.take_in(first.filter(|_| open));
            return names;
        }
        let next = rests.iter().find(|step| step.group == here && groups.contains(&step.on));
        group = next.map(|step| step.on);
        path.take_in(next);
    }
    Vec::new()
}
