//! The sums of a derivation, done again with a calculator of our own: big fractions, the four signs,
//! brackets, bounds and the four roundings. Nothing of the engine's arithmetic is used.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use serde_json::Value;

/// An exact figure.
pub(crate) type Figure = BigRational;

/// Digits, or a fraction.
pub(crate) fn figure(text: &str) -> Figure {
    match text.split_once('/') {
        Some((n, d)) => Figure::new(n.parse().unwrap(), d.parse().unwrap()),
        None => decimal(text).unwrap_or_else(|| panic!("`{text}` is no figure")),
    }
}

/// A figure of a file: a JSON string, or a JSON number's own digits.
pub(crate) fn figure_of(value: &Value) -> Figure {
    value.as_str().map_or_else(|| figure(&value.to_string()), figure)
}

fn decimal(text: &str) -> Option<Figure> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits: BigInt = format!("{whole}{part}").parse().ok()?;
    Some(Figure::new(digits, BigInt::from(10).pow(u32::try_from(part.len()).ok()?)))
}

/// Held within bounds: the floor first, then the cap.
pub(crate) fn within(value: Figure, floor: Option<&Figure>, cap: Option<&Figure>) -> Figure {
    let raised = floor.map_or(value.clone(), |floor| value.max(floor.clone()));
    cap.map_or(raised.clone(), |cap| raised.min(cap.clone()))
}

/// Rounded to a step, as model.md (Numbers) names the modes.
pub(crate) fn rounded(value: &Figure, step: &Figure, mode: &str) -> Figure {
    let steps = value / step;
    let half = Figure::new(1.into(), 2.into());
    let sign = steps.signum();
    let whole = match mode {
        "half-up" => (steps.abs() + half).floor() * sign,
        "half-even" => half_even(&steps, &half),
        "up" => steps.abs().ceil() * sign,
        "down" => steps.trunc(),
        other => panic!("`{other}` is no rounding"),
    };
    whole * step
}

fn half_even(steps: &Figure, half: &Figure) -> Figure {
    let up = (steps + half).floor();
    let tie = steps + half == up;
    if tie && up.numer() % 2 != BigInt::zero() { up - Figure::from_integer(1.into()) } else { up }
}

/// What a calculation in figures comes to; nothing if it shows a figure that was cut (`…`).
pub(crate) fn calculated(expression: &str) -> Option<Figure> {
    if expression.contains('…') {
        return None;
    }
    let mut calculator = Calculator { rest: expression };
    let value = calculator.sum();
    assert!(calculator.rest.is_empty(), "`{}` is left of `{expression}`", calculator.rest);
    Some(value)
}

struct Calculator<'e> {
    rest: &'e str,
}

impl Calculator<'_> {
    fn sum(&mut self) -> Figure {
        let mut value = self.product();
        loop {
            if self.take(" + ") {
                value += self.product();
            } else if self.take(" − ") {
                value -= self.product();
            } else {
                return value;
            }
        }
    }

    fn product(&mut self) -> Figure {
        let mut value = self.number();
        loop {
            if self.take(" × ") {
                value *= self.number();
            } else if self.take(" ÷ ") {
                value /= self.number();
            } else {
                return value;
            }
        }
    }

    fn number(&mut self) -> Figure {
        if self.take("(") {
            let value = self.sum();
            assert!(self.take(")"), "a bracket is not closed before `{}`", self.rest);
            return value;
        }
        let end = self.rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != '-').unwrap_or(self.rest.len());
        let (digits, rest) = self.rest.split_at(end);
        self.rest = rest;
        figure(digits)
    }

    fn take(&mut self, sign: &str) -> bool {
        let found = self.rest.strip_prefix(sign);
        self.rest = found.unwrap_or(self.rest);
        found.is_some()
    }
}

/// Every step of a derivation that shows a calculation, done again, down to what was written.
pub(crate) fn redo(step: &Value) {
    let children = step["steps"].as_array().map_or(&[][..], Vec::as_slice);
    if let Some(value) = outcome(step, children) {
        assert_eq!(value, figure_of(&step["value"]), "{step}");
    }
    children.iter().for_each(redo);
}

/// What a step must come to; nothing where it only names something or shows a figure that was cut.
fn outcome(step: &Value, children: &[Value]) -> Option<Figure> {
    let calculation = || calculated(step["expression"].as_str().unwrap());
    let bound = |name: &str| step["params"][name].as_str().filter(|end| !end.ends_with('∞')).map(figure);
    let values = || children.iter().map(|child| child.get("value").map_or(figure("1"), figure_of)).sum::<Figure>();
    if ["least", "most"].iter().any(|end| step["params"][*end].as_str().is_some_and(|shown| shown.contains('…'))) {
        return None;
    }
    const CALCULATED: [&str; 25] = [
        "sum",
        "section-sum",
        "section-weight",
        "criterion-weight",
        "excluded",
        "each",
        "linear",
        "linear-end",
        "roles-weighted",
        "role-mean",
        "role-median",
        "role-trimmed",
        "role-untrimmed",
        "rank",
        "attainment",
        "feedback-mean",
        "complaints-rate",
        "complaints-severity",
        "complaints-on-time",
        "team-mean",
        "team-share",
        "results-mean",
        "results-source",
        "results-weighted",
        "plan-effect",
    ];
    const NAMED: [&str; 25] = [
        "total",
        "section",
        "criterion",
        "as-is",
        "steps",
        "score",
        "record",
        "role-missing",
        "no-data",
        "grade",
        "bottom",
        "rung",
        "indicator",
        "feedback-form",
        "feedback-refuted",
        "complaint",
        "overdue-step",
        "team-member",
        "team-member-without",
        "result-of",
        "pay-factor",
        "critical-section",
        "critical-total",
        "critical-grade",
        "consequence",
    ];
    match step["code"].as_str().unwrap() {
        code if CALCULATED.contains(&code) => calculation(),
        code if NAMED.contains(&code) => None,
        "pay" => Some(rounded(&calculation()?, &figure("0.01"), "half-up")),
        "complaints-count" | "complaints-overdue" => Some(Figure::from_integer(children.len().into())),
        "results-latest" => children.first().map(|latest| figure_of(&latest["value"])),
        "distribution" => {
            assert!(calculation()? >= bound("rank")?, "the seats end before the rank: {step}");
            None
        }
        "rounded" => Some(rounded(&calculation()?, &bound("step")?, step["params"]["mode"].as_str()?)),
        "bounded" => Some(within(calculation()?, bound("least").as_ref(), bound("most").as_ref())),
        "bonus" => Some(within(calculation()?, Some(&Figure::zero()), bound("cap").as_ref())),
        "records-sum" | "records-taken" | "records-added" => Some(values()),
        other => panic!("nobody has said how to redo `{other}`"),
    }
}

/// A subject's figures, from its criteria's points up to its total, done again by the scheme.
pub(crate) fn redo_sums(result: &Value, scheme: &Value) {
    let mut sums = Sums::default();
    for (rule, section) in list(&scheme["sections"]).iter().zip(list(&result["sections"])) {
        let set = is_set(result, std::slice::from_ref(rule), "section");
        sums.add(rule, section, set);
    }
    let Some(total) = result.get("total") else {
        assert_eq!(result["status"], "provisional");
        return;
    };
    let set = is_set(result, list(&scheme["sections"]), "total");
    if set && result.get("base").is_none() {
        return; // a critical rule set the total while the rest is waited for
    }
    assert_eq!(figure_of(&result["base"]), sums.base(), "base of {result}");
    assert_eq!(figure_of(&result["bonus"]), sums.bonus, "bonus of {result}");
    assert_eq!(figure_of(&result["deductions"]), sums.deductions, "deductions of {result}");
    let rules = &scheme["total"];
    let sum = sums.base() + &sums.bonus + &sums.deductions;
    let held = within(sum, optional(rules, "min").as_ref(), optional(rules, "max").as_ref());
    let (step, mode) = rules.get("rounding").map_or(("0.01", "half-up"), rounding);
    let computed = rounded(&held, &figure(step), mode);
    if set {
        assert!(figure_of(total) <= computed, "a critical rule raised the total of {result}");
        return;
    }
    assert_eq!(figure_of(total), computed, "total of {result}");
    let places = |text: &str| text.split_once('.').map_or(0, |(_, part)| part.len());
    assert_eq!(places(total.as_str().unwrap()), places(step), "a total has exactly the places of its step");
}

/// What sections add up to.
#[derive(Default)]
struct Sums {
    points: Figure,
    worth: Figure,
    excluded: Figure,
    bonus: Figure,
    deductions: Figure,
}

impl Sums {
    /// base × P ÷ (P − X).
    fn base(&self) -> Figure {
        &self.points * &self.worth / (&self.worth - &self.excluded)
    }

    fn add(&mut self, rule: &Value, section: &Value, set: bool) {
        let (mut points, mut whole, mut excluded) = (Figure::zero(), Figure::zero(), Figure::zero());
        let (mut bonus, mut deductions) = (Figure::zero(), Figure::zero());
        for (rule, criterion) in list(&rule["criteria"]).iter().zip(list(&section["criteria"])) {
            let got = optional(criterion, "points").unwrap_or_default();
            let own = optional(rule, "points").unwrap_or_default();
            let (got, own) = match optional(rule, "weight") {
                Some(weight) => (got * &weight / own, weight),
                None => (got, own),
            };
            bonus += optional(criterion, "bonus").unwrap_or_default();
            if rule.get("deduction").is_some() {
                deductions += got;
                continue;
            }
            points += got;
            whole += &own;
            if criterion.get("noData").is_some_and(|rule| rule == "exclude") {
                excluded += own;
            }
        }
        let weight = optional(rule, "weight").unwrap_or(whole.clone());
        // A section of deductions alone is worth nothing.
        let whole = if whole.is_zero() { figure("1") } else { whole };
        let excluded = excluded * &weight / &whole;
        // A cap loses the excluded points, down to none.
        let cap = optional(rule, "cap").map(|cap| (cap - &excluded).max(Figure::zero()));
        let held = within(points * &weight / whole, optional(rule, "floor").as_ref(), cap.as_ref());
        // Base, bonus and deductions are rounded each.
        let round = |value: Figure| match rule.get("rounding").map(rounding) {
            Some((step, mode)) => rounded(&value, &figure(step), mode),
            None => value,
        };
        let published = round(held);
        self.bonus += round(bonus);
        self.deductions += round(deductions);
        let shown = optional(section, "points");
        if let Some(shown) = &shown {
            // Only a critical rule that counts sets them, and only lower.
            assert!(if set { *shown < published } else { *shown == published }, "points of {section}");
        }
        let published = shown.unwrap_or(published);
        self.points += published;
        self.worth += weight;
        self.excluded += excluded;
    }
}

/// Whether a critical rule of these sections that sets this decided something.
fn is_set(result: &Value, sections: &[Value], what: &str) -> bool {
    let hits = list(&result["critical"]);
    let counts = |rule: &Value| hits.iter().any(|hit| hit["rule"] == rule["id"] && hit["counts"] == true);
    let criteria = sections.iter().flat_map(|section| list(&section["criteria"]));
    let mut rules = criteria.flat_map(|criterion| list(&criterion["critical"]));
    rules.any(|rule| rule["sets"]["type"] == what && counts(rule))
}

fn rounding(rule: &Value) -> (&str, &str) {
    (rule["step"].as_str().unwrap(), rule["mode"].as_str().unwrap_or("half-up"))
}

fn optional(part: &Value, key: &str) -> Option<Figure> {
    part.get(key).map(figure_of)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
