//! The scheme checker: refuses what cannot be right, and says where and how to mend it.

mod bands;
mod limits;
mod lint;
mod measures;
mod parts;
mod scales;
mod unscaled;

use super::outline::{AskedLines, Line, Outline};
use super::{Criterion, Rung, Scheme, Section};
use crate::json::{Document, digest_of, digest_without, without_mark};
use crate::list::Listed;
use crate::number::{Decimal, Exact};
use crate::problem::{Arg, ArgKind, Code, Problem, nearest, place_in, refuses};
use crate::scheme::Rounding;
use crate::text::{Digest, Id};

/// A scheme that passed the checker: the only kind that can score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    scheme: Scheme,
    digest: Digest,
    outline: Outline,
}

impl Checked {
    /// Reads a scheme from its JSON text and checks it.
    ///
    /// # Errors
    /// Every problem of shape, or every broken rule, each with its place.
    pub fn from_text(text: &str) -> Result<(Self, Vec<Problem>), Vec<Problem>> {
        let document = Document::unread(without_mark(text));
        crate::format::expect(&document, "kaohe-scheme")?;
        let scheme = document.read::<Scheme>()?;
        Self::new(scheme).map(|(checked, warnings)| (checked, document.place(warnings))).map_err(|p| document.place(p))
    }

    /// Checks a scheme that was read as part of another document.
    ///
    /// # Errors
    /// Every broken rule; the pointers begin at the scheme.
    pub fn new(scheme: Scheme) -> Result<(Self, Vec<Problem>), Vec<Problem>> {
        let problems = problems_of(&scheme);
        if refuses(&problems) {
            return Err(problems);
        }
        // Where an editor finds the JSON Schema is no rule: one scheme has one digest, in its file or in a workbook.
        let digest = digest_without(&scheme, &["$schema"]);
        let outline = Outline::of(&scheme);
        Ok((Self { scheme, digest, outline }, problems))
    }

    /// A part of a scheme that was checked as a whole: what one role's form covers of it.
    pub(crate) fn restricted(scheme: Scheme) -> Self {
        let digest = digest_of(&scheme.id);
        let outline = Outline::of(&scheme);
        Self { scheme, digest, outline }
    }

    /// The criterion of a line of the form.
    pub(crate) fn line(&self, at: usize) -> Option<Line<'_>> {
        self.outline.line(&self.scheme, at)
    }

    /// The lines of a section, by its position.
    pub(crate) fn lines(&self, section: usize) -> impl Iterator<Item = Line<'_>> {
        self.outline.section(&self.scheme, section)
    }

    /// All lines of the form.
    pub(crate) fn all_lines(&self) -> impl Iterator<Item = Line<'_>> {
        (0..).map_while(|at| self.line(at))
    }

    /// How many lines the form has.
    pub(crate) const fn line_count(&self) -> usize {
        self.outline.len()
    }

    /// The lines that a role is asked for, by its position in the scheme.
    pub(crate) fn asked_lines(&self, role: usize) -> Option<&AskedLines> {
        self.outline.asked(role)
    }

    /// What a section is worth in the total, by its position.
    pub(crate) fn section_worth(&self, section: usize) -> &Exact {
        self.outline.worth(section)
    }

    /// The criterion of this id; most forms hold it in this line.
    pub(crate) fn line_of(&self, id: &Id, expected: usize) -> Option<Line<'_>> {
        let is_it = |line: &Line<'_>| line.criterion.id == *id;
        self.line(expected).filter(is_it).or_else(|| self.all_lines().find(is_it))
    }

    /// The position of a role in the scheme.
    pub(crate) fn role_at(&self, id: &Id) -> Option<usize> {
        self.roles.iter().position(|role| role.id == *id)
    }

    /// The scheme by itself, to be written or changed.
    #[must_use]
    pub fn into_scheme(self) -> Scheme {
        self.scheme
    }

    /// The scheme.
    #[must_use]
    pub const fn scheme(&self) -> &Scheme {
        &self.scheme
    }

    /// The digest of its canonical JSON: what a result names it by.
    #[must_use]
    pub const fn digest(&self) -> &Digest {
        &self.digest
    }
}

impl std::ops::Deref for Checked {
    type Target = Scheme;

    fn deref(&self) -> &Scheme {
        &self.scheme
    }
}

/// Every rule that a scheme breaks.
fn problems_of(scheme: &Scheme) -> Vec<Problem> {
    let too_many = limits::too_many_parts(scheme);
    if !too_many.is_empty() {
        return too_many;
    }
    let mut check = Check { scheme, problems: Vec::new() };
    check.version();
    check.ids();
    check.roles();
    for (index, section) in scheme.sections.iter().enumerate() {
        check.section(&format!("/sections/{index}"), section);
    }
    check.total();
    check.grades();
    check.ranking();
    check.warnings();
    check.inputs();
    check.what_follows();
    check.lints();
    check.problems
}

struct Check<'s> {
    scheme: &'s Scheme,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn tell(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// A scheme inside a workbook says its version too.
    fn version(&mut self) {
        let (found, known) = (self.scheme.format_version.0, crate::format::version_of("kaohe-scheme"));
        if found > known {
            let problem =
                Problem::new(Code::NewerVersion, "/formatVersion").with("format", ArgKind::Kinds.of("kaohe-scheme"));
            self.tell(problem.with("found", found).with("known", known));
        }
    }

    /// Ids are unique among roles, sections, criteria, grades and rungs, each kind for itself.
    fn ids(&mut self) {
        let scheme = self.scheme;
        self.unique(scheme.roles.iter().enumerate().map(|(i, role)| (&role.id, format!("/roles/{i}"))).listed());
        self.unique(scheme.sections.iter().enumerate().map(|(i, part)| (&part.id, format!("/sections/{i}"))).listed());
        self.unique(scheme.grades.iter().enumerate().map(|(i, grade)| (&grade.id, format!("/grades/{i}"))).listed());
        let mut criteria = Vec::new();
        for (s, section) in scheme.sections.iter().enumerate() {
            for (c, criterion) in section.criteria.iter().enumerate() {
                criteria.push((&criterion.id, format!("/sections/{s}/criteria/{c}")));
            }
        }
        self.unique(criteria);
        let rungs = scheme.warnings.iter().flat_map(|warnings| &warnings.rungs).enumerate();
        self.unique(rungs.map(|(i, rung)| (&rung.id, format!("/warnings/rungs/{i}"))).listed());
        self.ids_of_parts();
    }

    /// The same for what surrounds the criteria.
    fn ids_of_parts(&mut self) {
        let scheme = self.scheme;
        let listed = |list: &'static str, ids: Vec<&'_ Id>| -> Vec<(Id, String)> {
            ids.into_iter().enumerate().map(|(i, id)| (id.clone(), format!("{list}/{i}"))).listed()
        };
        let questions = scheme.feedback.iter().flat_map(|form| &form.questions).map(|question| &question.id);
        let departments = scheme.register.iter().flat_map(|register| &register.departments).map(|part| &part.id);
        let factors = scheme.pay.iter().flat_map(|pay| &pay.factors).map(|factor| &factor.id);
        for ids in [
            listed("/indicators", scheme.indicators.iter().map(|part| &part.id).listed()),
            listed("/channels", scheme.channels.iter().map(|part| &part.id).listed()),
            listed("/feedback/questions", questions.listed()),
            listed("/register/departments", departments.listed()),
            listed("/consequences", scheme.consequences.iter().map(|part| &part.id).listed()),
            listed("/calendar", scheme.calendar.iter().map(|part| &part.id).listed()),
            listed("/pay/factors", factors.listed()),
        ] {
            self.unique(ids.iter().map(|(id, place)| (id, place.clone())).listed());
        }
        let mut rules = Vec::new();
        for (s, section) in scheme.sections.iter().enumerate() {
            for (c, criterion) in section.criteria.iter().enumerate() {
                for (r, rule) in criterion.critical.iter().enumerate() {
                    rules.push((&rule.id, format!("/sections/{s}/criteria/{c}/critical/{r}")));
                }
            }
        }
        self.unique(rules);
    }

    fn unique(&mut self, places: Vec<(&Id, String)>) {
        for (index, (id, place)) in places.iter().enumerate() {
            if let Some((_, first)) = places.iter().take(index).find(|(other, _)| other == id) {
                let problem = Problem::new(Code::DuplicateId, place_in(place, "id")).with("id", id.as_str());
                self.tell(problem.with("first", first));
            }
        }
    }

    fn roles(&mut self) {
        let scheme = self.scheme;
        let mut sum = Exact::ZERO;
        for (index, role) in scheme.roles.iter().enumerate() {
            self.not_negative(&format!("/roles/{index}/weight"), role.weight);
            sum = sum.plus(&role.weight.into());
            let asks = |criterion| scheme.asked_roles(criterion).any(|asked| asked.id == role.id);
            let asked = scheme.criteria().any(asks);
            if !asked {
                self.tell(
                    Problem::new(Code::RoleNeverAsked, format!("/roles/{index}"))
                        .with("role", ArgKind::Role.of(&role.id)),
                );
            }
        }
        if !scheme.roles.is_empty() && scheme.roles.iter().all(|role| role.weight.is_zero()) {
            self.tell(Problem::new(Code::AllWeightsZero, "/roles"));
        }
        if let Some(declared) = scheme.role_weights {
            self.adds_up("/roleWeights", declared, &sum);
        }
    }

    fn section(&mut self, place: &str, section: &Section) {
        let sum = section.criteria_points();
        if let Some(declared) = section.points {
            self.adds_up(&place_in(place, "points"), declared, &sum);
        }
        if let Some(weight) = section.weight {
            self.not_negative(&place_in(place, "weight"), weight);
            if sum.is_zero() && !weight.is_zero() {
                self.tell(Problem::new(Code::NotPositive, place).with("value", Decimal::ZERO));
            }
        }
        self.floor_and_cap(place, section.floor, section.cap);
        self.bounds_of_deductions(place, section);
        self.beside_weights(place, section);
        self.rounding(&place_in(place, "rounding"), section.rounding.as_ref());
        for (index, criterion) in section.criteria.iter().enumerate() {
            self.criterion(&format!("{place}/criteria/{index}"), criterion);
        }
    }

    fn criterion(&mut self, place: &str, criterion: &Criterion) {
        match (&criterion.points, &criterion.deduction) {
            (None, None) => self
                .tell(Problem::new(Code::PointsMissing, place).with("criterion", ArgKind::Criterion.of(&criterion.id))),
            (Some(_), Some(_)) => {
                self.tell(
                    Problem::new(Code::PointsAndDeduction, place)
                        .with("criterion", ArgKind::Criterion.of(&criterion.id)),
                );
            }
            (Some(points), None) => self.positive(&place_in(place, "points"), *points),
            (None, Some(deduction)) => {
                if let Some(floor) = deduction.floor.filter(Decimal::is_positive) {
                    let at = place_in(place, "deduction/floor");
                    self.tell(Problem::new(Code::FloorAboveZero, at).with("value", floor));
                }
            }
        }
        if let Some(bonus) = criterion.bonus {
            if !bonus.is_positive() {
                self.tell(Problem::new(Code::BonusNotPositive, place_in(place, "bonus")).with("bonus", bonus));
            }
            if criterion.is_deduction() {
                self.tell(
                    Problem::new(Code::PointsAndDeduction, place)
                        .with("criterion", ArgKind::Criterion.of(&criterion.id)),
                );
            }
        }
        self.measure(&place_in(place, "measure"), criterion);
        self.scale(&place_in(place, "scale"), criterion);
        self.critical(place, criterion);
        if let Some(weight) = criterion.weight {
            self.not_negative(&place_in(place, "weight"), weight);
            if criterion.is_deduction() {
                self.tell(
                    Problem::new(Code::PointsAndDeduction, place)
                        .with("criterion", ArgKind::Criterion.of(&criterion.id)),
                );
            }
        }
        self.rounding(&place_in(place, "rounding"), criterion.rounding.as_ref());
    }

    fn step(&mut self, place: &str, step: Option<Decimal>) {
        if let Some(step) = step {
            self.positive(&place_in(place, "step"), step);
        }
    }

    fn total(&mut self) {
        let scheme = self.scheme;
        let worth = scheme.sections.iter().fold(Exact::ZERO, |sum, section| sum.plus(&section.worth()));
        self.adds_up("/total/points", scheme.total.points, &worth);
        let weights: Vec<Decimal> = scheme.sections.iter().filter_map(|section| section.weight).listed();
        if !weights.is_empty() && weights.len() == scheme.sections.len() && weights.iter().all(Decimal::is_zero) {
            self.tell(Problem::new(Code::AllWeightsZero, "/sections"));
        }
        if let (Some(min), Some(max)) = (scheme.total.min, scheme.total.max)
            && max < min
        {
            let problem = Problem::new(Code::CapBelowFloor, "/total/max").with("floor", min).with("cap", max);
            self.tell(problem);
        }
        self.rounding("/total/rounding", scheme.total.rounding.as_ref());
    }

    fn ranking(&mut self) {
        let Some(ranking) = &self.scheme.ranking else { return };
        let known: Vec<&str> = self.scheme.criteria().map(|criterion| criterion.id.as_str()).listed();
        for (index, id) in ranking.tie_breakers.iter().enumerate() {
            if !known.contains(&id.as_str()) {
                let place = format!("/ranking/tieBreakers/{index}");
                self.tell(unknown(Code::UnknownCriterion, place, "criterion", ArgKind::Criterion.of(id), &known));
            }
        }
    }

    fn warnings(&mut self) {
        let Some(warnings) = &self.scheme.warnings else { return };
        let mut seen: Vec<&Rung> = Vec::new();
        for (index, rung) in warnings.rungs.iter().enumerate() {
            let alike = |other: &&Rung| {
                other.bottom == rung.bottom && other.periods == rung.periods && other.after == rung.after
            };
            if seen.iter().any(alike) {
                let place = format!("/warnings/rungs/{index}");
                self.tell(Problem::new(Code::DuplicateRung, place).with("bottom", rung.bottom.0));
            }
            seen.push(rung);
        }
    }

    fn adds_up(&mut self, place: &str, declared: Decimal, sum: &Exact) {
        let difference = Exact::from(declared).minus(sum);
        if !difference.is_zero() {
            let problem = Problem::new(Code::SumMismatch, place)
                .with("declared", declared)
                .with("sum", sum)
                .with("difference", difference);
            self.tell(problem);
        }
    }

    fn floor_and_cap(&mut self, place: &str, floor: Option<Decimal>, cap: Option<Decimal>) {
        if let (Some(floor), Some(cap)) = (floor, cap)
            && cap < floor
        {
            self.tell(Problem::new(Code::CapBelowFloor, place_in(place, "cap")).with("floor", floor).with("cap", cap));
        }
    }

    fn rounding(&mut self, place: &str, rounding: Option<&Rounding>) {
        if let Some(rounding) = rounding {
            self.positive(&place_in(place, "step"), rounding.step);
        }
    }

    fn positive(&mut self, place: &str, value: Decimal) {
        if !value.is_positive() {
            self.tell(Problem::new(Code::NotPositive, place).with("value", value));
        }
    }

    fn not_negative(&mut self, place: &str, value: Decimal) {
        if value.is_negative() {
            self.tell(Problem::new(Code::Negative, place).with("value", value));
        }
    }
}

/// A name that is not among those known, with the nearest one.
pub(crate) fn unknown(code: Code, place: String, what: &'static str, found: Arg, known: &[&str]) -> Problem {
    let near = nearest(found.as_str(), known);
    Problem::new(code, place).with(what, found).with("nearest", near).with("known", ArgKind::Text.each(known))
}

/// A part that is not among those known.
pub(crate) fn unknown_part(place: String, what: &'static str, found: &str, known: &[&str]) -> Problem {
    Problem::new(Code::UnknownPart, place)
        .with("what", ArgKind::Kinds.of(what))
        .with("found", found)
        .with("nearest", nearest(found, known))
        .with("known", ArgKind::Text.each(known))
}
