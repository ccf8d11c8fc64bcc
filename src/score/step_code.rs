//! Every step of a derivation there is: kebab-case, public, with its parameters and what it gives.

use crate::json::{ToJson, Writer};
use crate::problem::{ArgKind, Parameter, parameters};

/// What was done in a step of a derivation. The codes are public API, and so are their parameters.
///
/// A text and no enum: an engine holds the codes that it uses and no table of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(type = "string"))]
pub struct StepCode(&'static str);

macro_rules! steps {
    ($( #[doc = $doc:literal] $name:ident = $code:literal $(gives $value:ident)? $({ $($params:tt)* })?; )*) => {
        impl StepCode {
            $( #[doc = $doc] $( #[doc = concat!("\n\n`", stringify!($($params)*), "`")] )? pub const $name: Self = Self($code); )*

            /// Every code there is, so that a test can hold the text tables to them.
            pub const ALL: &'static [Self] = &[ $( Self::$name, )* ];

            /// The parameters of its sentence.
            #[must_use]
            pub fn parameters(self) -> &'static [Parameter] {
                match self.0 { $( $code => parameters!($($($params)*)?), )* _ => &[] }
            }

            /// What its outcome is, where it has one.
            #[must_use]
            pub fn value(self) -> Option<ArgKind> {
                match self.0 { $( $( $code => Some(ArgKind::$value), )? )* _ => None }
            }
        }
    };
}

steps! {
    #[doc = "The published total."]
    TOTAL = "total" gives Figure;
    #[doc = "Base points, bonus and deductions together."]
    SUM = "sum" gives Figure;
    #[doc = "Criteria left out, and the rest scaled up."]
    EXCLUDED = "excluded" gives Figure { excluded: Figure };
    #[doc = "A section's points in the total."]
    SECTION = "section" gives Figure { section: Section };
    #[doc = "The points of a section's criteria together."]
    SECTION_SUM = "section-sum" gives Figure;
    #[doc = "A section's points converted to its weight."]
    SECTION_WEIGHT = "section-weight" gives Figure { weight: Figure };
    #[doc = "What a form decides of the total."]
    FORM_PART = "form-part" gives Figure;
    #[doc = "A section's mean over what is rated in it."]
    SECTION_MEAN = "section-mean" gives Figure { section: Section };
    #[doc = "What one role's score of a criterion decides, by the weights of the roles that rate it."]
    ROLE_SHARE = "role-share" gives Figure { criterion: Criterion };
    #[doc = "A section in points of the total."]
    SECTION_SHARE = "section-share" gives Figure { section: Section, weight: Figure };
    #[doc = "Held within bounds; without an end on a side it is infinite."]
    BOUNDED = "bounded" gives Figure { least: Figure, most: Figure };
    #[doc = "The grade by its band."]
    GRADE = "grade" gives Grade { grade: Grade, total: Figure, from: Figure?, above: Figure? };
    #[doc = "A number taken as points as it is."]
    AS_IS = "as-is" gives Figure;
    #[doc = "Points to start with, and points for each."]
    EACH = "each" gives Figure;
    #[doc = "A bonus, within its cap."]
    BONUS = "bonus" gives Figure { cap: Figure };
    #[doc = "A criterion without data, by the rule for that."]
    NO_DATA = "no-data" gives Figure { criterion: Criterion, rule: Words };
    #[doc = "Records together."]
    RECORDS_SUM = "records-sum" gives Figure;
    #[doc = "Records that take points together."]
    RECORDS_TAKEN = "records-taken" gives Figure;
    #[doc = "Records that add points together."]
    RECORDS_ADDED = "records-added" gives Figure;
    #[doc = "A criterion's points."]
    CRITERION = "criterion" gives Figure { criterion: Criterion, bonus: Figure? };
    #[doc = "A rounding that the scheme names."]
    ROUNDED = "rounded" gives Figure { step: Figure, mode: Words };
    #[doc = "A record."]
    RECORD = "record" gives Figure { id: Entry, date: Date, author: Person, reason: Text, replaces: Earlier? };
    #[doc = "A role with too few ratings, by the rule for that."]
    ROLE_MISSING = "role-missing" gives Figure { role: Role, weight: Figure, rule: Words };
    #[doc = "The mean of a role's scores."]
    ROLE_MEAN = "role-mean" gives Figure { role: Role, weight: Figure, raters: Figure };
    #[doc = "The median of a role's scores."]
    ROLE_MEDIAN = "role-median" gives Figure { role: Role, weight: Figure, raters: Figure };
    #[doc = "The mean of a role's scores without one highest and one lowest."]
    ROLE_TRIMMED = "role-trimmed" gives Figure { role: Role, weight: Figure, raters: Figure };
    #[doc = "The mean of a role's scores, too few to leave any out."]
    ROLE_UNTRIMMED = "role-untrimmed" gives Figure { role: Role, weight: Figure, raters: Figure };
    #[doc = "One rater's score."]
    SCORE = "score" gives Figure { rater: Person, level: Level? };
    #[doc = "The weighted mean of the roles."]
    ROLES_WEIGHTED = "roles-weighted" gives Figure;
    #[doc = "The rank in a unit."]
    RANK = "rank" gives Figure { unit: Unit, ranked: Figure, below: Figure, above: Figure };
    #[doc = "A rung of the ladder of warnings; `after` is empty where no state has to go before."]
    RUNG = "rung" { rung: Rung, bottom: Figure, periods: Figure, after: Words };
    #[doc = "Whether a place was in the bottom N in one period."]
    BOTTOM = "bottom" gives Words { period: Period, unit: Unit, rank: Figure, ranked: Figure, below: Figure, bottom: Figure };
    #[doc = "A criterion's points converted to its weight."]
    CRITERION_WEIGHT = "criterion-weight" gives Figure { criterion: Criterion, weight: Figure };
    #[doc = "The line between two knots."]
    LINEAR = "linear" gives Figure { raw: Figure };
    #[doc = "Beyond the line, which is flat there."]
    LINEAR_END = "linear-end" gives Figure { raw: Figure };
    #[doc = "The step that a number reaches."]
    STEPS = "steps" gives Figure { raw: Figure, from: Figure?, above: Figure? };
    #[doc = "An indicator in percent of its target."]
    ATTAINMENT = "attainment" gives Figure;
    #[doc = "A number that was entered."]
    INDICATOR = "indicator" gives Figure { indicator: Indicator, date: Date, author: Person, id: Entry, target: Figure?, note: Text? };
    #[doc = "The mean of what customers answered to a question."]
    FEEDBACK_MEAN = "feedback-mean" gives Figure { question: Question, forms: Figure };
    #[doc = "One customer's answer."]
    FEEDBACK_FORM = "feedback-form" gives Figure { id: Entry, date: Date, channel: Channel? };
    #[doc = "A customer's form that was refuted."]
    FEEDBACK_REFUTED = "feedback-refuted" { id: Entry, date: Date, channel: Channel? };
    #[doc = "How many complaints count."]
    COMPLAINTS_COUNT = "complaints-count" gives Figure;
    #[doc = "Complaints in percent of a volume."]
    COMPLAINTS_RATE = "complaints-rate" gives Figure;
    #[doc = "The points that complaints take by their severity."]
    COMPLAINTS_SEVERITY = "complaints-severity" gives Figure;
    #[doc = "How many steps are overdue."]
    COMPLAINTS_OVERDUE = "complaints-overdue" gives Figure;
    #[doc = "The share handled on time."]
    COMPLAINTS_ON_TIME = "complaints-on-time" gives Figure;
    #[doc = "A complaint."]
    COMPLAINT = "complaint" gives Figure { number: Text, received: Date, severity: Words, handled: Words? };
    #[doc = "A step of a complaint that is overdue."]
    OVERDUE_STEP = "overdue-step" { complaint: Text, due: Date, done: Date? };
    #[doc = "The mean of the members' totals."]
    TEAM_MEAN = "team-mean" gives Figure { have: Figure, members: Figure };
    #[doc = "The share of members with one of these grades."]
    TEAM_SHARE = "team-share" gives Figure { grades: [Grade], have: Figure, members: Figure };
    #[doc = "A member's result."]
    TEAM_MEMBER = "team-member" gives Figure { member: Person, grade: Grade? };
    #[doc = "A member without a result."]
    TEAM_MEMBER_WITHOUT = "team-member-without" { member: Person, grade: Grade? };
    #[doc = "The mean of other results."]
    RESULTS_MEAN = "results-mean" gives Figure { have: Figure, sources: Figure };
    #[doc = "The latest of other results."]
    RESULTS_LATEST = "results-latest" gives Figure { have: Figure, sources: Figure };
    #[doc = "The weighted mean of the sources of results."]
    RESULTS_WEIGHTED = "results-weighted" gives Figure { have: Figure, sources: Figure };
    #[doc = "The mean of one source's results."]
    RESULTS_SOURCE = "results-source" gives Figure { scheme: Scheme, weight: Figure };
    #[doc = "Another result."]
    RESULT_OF = "result-of" gives Figure { period: Period, scheme: Scheme };
    #[doc = "Critical rules that set a section's points."]
    CRITICAL_SECTION = "critical-section" gives Figure { rules: [Rule] };
    #[doc = "Critical rules that set the total."]
    CRITICAL_TOTAL = "critical-total" gives Figure { rules: [Rule] };
    #[doc = "Critical rules that set the grade."]
    CRITICAL_GRADE = "critical-grade" gives Grade { rules: [Rule], grade: Grade };
    #[doc = "The grade by rank, of a forced distribution."]
    DISTRIBUTION = "distribution" gives Grade { grade: Grade, rank: Figure, ranked: Figure, holders: Figure };
    #[doc = "Performance pay."]
    PAY = "pay" gives Figure;
    #[doc = "A factor of pay."]
    PAY_FACTOR = "pay-factor" gives Figure { factor: Factor };
    #[doc = "A consequence, and what of its condition holds."]
    CONSEQUENCE = "consequence" {
        consequence: Consequence, grade: Grade?, rung: Rung?, rank: Figure?, total: Figure?, from: Figure?, below: Figure?,
        state: Words?, critical: Rule?
    };
    #[doc = "The effect of a plan that was done."]
    PLAN_EFFECT = "plan-effect" gives Figure { plan: Plan };
}

impl StepCode {
    /// The code as it stands in JSON, kebab-case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl ToJson for StepCode {
    fn write(&self, to: &mut Writer) {
        to.text(self.0);
    }
}
