//! Every code there is: kebab-case, public, with its parameters and what each of them is.

use super::Parameter;
use super::parameter::parameters;

/// How much a problem weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(all(target_arch = "wasm32", feature = "workbench"), derive(serde::Serialize))]
pub enum Severity {
    /// The document is refused and nothing is stored.
    #[cfg_attr(target_arch = "wasm32", serde(rename = "error"))]
    Error,
    /// The document is taken, and a person is told.
    #[cfg_attr(target_arch = "wasm32", serde(rename = "warning"))]
    Warning,
}

macro_rules! codes {
    ($( #[doc = $doc:literal] $name:ident = $code:literal $severity:ident $({ $($params:tt)* })?; )*) => {
        /// What can be wrong. The codes are public API, and so are their parameters.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(type = "string"))]
        pub enum Code { $( #[doc = $doc] $( #[doc = concat!("\n\n`", stringify!($($params)*), "`")] )? $name, )* }

        impl Code {
            /// Every code there is, so that a test can hold the text tables to them.
            pub const ALL: &'static [Code] = &[ $( Code::$name, )* ];

            /// The code as it stands in JSON, kebab-case.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Code::$name => $code, )* }
            }

            /// Whether this refuses the document or only warns.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $( Code::$name => Severity::$severity, )* }
            }

            /// The parameters of its sentence.
            #[must_use]
            pub const fn parameters(self) -> &'static [Parameter] {
                match self { $( Code::$name => parameters!($($($params)*)?), )* }
            }
        }
    };
}

codes! {
    // ── the text of a document ──────────────────────────────────────────────────────────────
    #[doc = "The file holds no text at all, or only blanks."]
    Empty = "empty" Error;
    #[doc = "The bytes are neither UTF-8 nor UTF-16 with a byte-order mark (GBK is decoded outside the engine)."]
    NotUtf8 = "not-utf8" Error;
    #[doc = "The document is larger than what may be read here, in MB."]
    TooLarge = "too-large" Error { size: Figure, limit: Figure };
    #[doc = "Not JSON; the first offence, at its line and column."]
    Syntax = "syntax" Error { found: Text, expected: Kinds };
    #[doc = "The text ends in the middle of a value: a file that was cut."]
    CutShort = "cut-short" Error;
    #[doc = "Something follows the end of the document."]
    AfterEnd = "after-end" Error { found: Text };
    #[doc = "Lists and objects are nested deeper than any file of ours."]
    TooDeep = "too-deep" Error { limit: Figure };
    #[doc = "An escape of half a surrogate pair, which is no character."]
    LoneSurrogate = "lone-surrogate" Error;
    #[doc = "A key stands twice in one object; the second place is named."]
    DuplicateKey = "duplicate-key" Error { key: Text };
    #[doc = "So many further problems are not listed."]
    MoreProblems = "more-problems" Error { more: Figure };

    // ── the shape of a document ─────────────────────────────────────────────────────────────
    #[doc = "An unknown key, with the known one most like it."]
    UnknownKey = "unknown-key" Error { key: Text, nearest: Text?, known: [Text]? };
    #[doc = "A key that must be there is not."]
    MissingKey = "missing-key" Error { key: Text };
    #[doc = "Another kind of value (object, array, string, boolean, whole number, number) than is expected here."]
    WrongType = "wrong-type" Error { expected: Kinds, found: Kinds };
    #[doc = "A word that is not one of those known here."]
    UnknownWord = "unknown-word" Error { found: Text, nearest: Text, known: [Text] };
    #[doc = "The file is of another format."]
    WrongFormat = "wrong-format" Error { found: Kinds, expected: Kinds };
    #[doc = "Written by a newer kaohe; needs that one."]
    NewerVersion = "newer-version" Error { format: Kinds, found: Figure, known: Figure };
    #[doc = "The checksum in the file is not that of its content."]
    ChecksumMismatch = "checksum-mismatch" Error { file: Text, computed: Text };

    // ── numbers, names, dates ───────────────────────────────────────────────────────────────
    #[doc = "Not a number at all."]
    NotANumber = "not-a-number" Error { found: Text };
    #[doc = "An exponent; write the digits out."]
    NumberExponent = "number-exponent" Error { found: Text };
    #[doc = "A percent sign or a unit behind the digits; write the number alone."]
    NumberUnit = "number-unit" Error { found: Text };
    #[doc = "Grouped digits (1,000 or 1_000)."]
    NumberGrouped = "number-grouped" Error { found: Text };
    #[doc = "Leading zeros, a leading plus, or a decimal point without a digit on both sides."]
    NumberForm = "number-form" Error { found: Text };
    #[doc = "More decimal places than the limit; never rounded."]
    NumberTooManyPlaces = "number-too-many-places" Error { found: Text, limit: Figure };
    #[doc = "More digits before the point than the limit."]
    NumberTooManyDigits = "number-too-many-digits" Error { found: Text, limit: Figure };
    #[doc = "Full-width digits, a typographic minus or blanks inside a JSON file."]
    NumberNotPlain = "number-not-plain" Error { found: Text };
    #[doc = "A whole number out of its range."]
    WholeNumberRange = "whole-number-range" Error { found: Text, least: Figure, most: Figure };
    #[doc = "Not an id (letters, digits, `.`, `_`, `-`, beginning with a letter or digit, at most 64)."]
    BadId = "bad-id" Error { found: Text };
    #[doc = "An id that JavaScript keeps for itself."]
    ReservedId = "reserved-id" Error { found: Text };
    #[doc = "Not the number of a person (printable, 1 to 64 characters)."]
    BadPersonId = "bad-person-id" Error { found: Text };
    #[doc = "Not a civil date like 2026-10-31."]
    BadDate = "bad-date" Error { found: Text };
    #[doc = "Not a period like 2026-10, 2026-Q4, 2026-H2, 2026 or 2026~name."]
    BadPeriod = "bad-period" Error { found: Text };
    #[doc = "Not the number of a complaint like 2026-10-0001."]
    BadComplaintNumber = "bad-complaint-number" Error { found: Text };
    #[doc = "Not a digest like sha256:… with 64 hexadecimal digits."]
    BadDigest = "bad-digest" Error { found: Text };
    #[doc = "A text that must say something is empty, blank or made of invisible characters."]
    BlankText = "blank-text" Error;
    #[doc = "A text longer than its limit, in characters."]
    TextTooLong = "text-too-long" Error { length: Figure, limit: Figure };
    #[doc = "A control character inside a text."]
    ControlCharacter = "control-character" Error { character: Text };

    // ── a scheme ────────────────────────────────────────────────────────────────────────────
    #[doc = "Two parts of a scheme or entries of a list carry one id."]
    DuplicateId = "duplicate-id" Error { id: Text, first: Text };
    #[doc = "More parts of one kind than any scheme of ours has."]
    TooManyParts = "too-many-parts" Error { found: Figure, limit: Figure };
    #[doc = "Weights or points that do not add up to what is declared."]
    SumMismatch = "sum-mismatch" Error { declared: Figure, sum: Figure, difference: Figure };
    #[doc = "A weight, step or number of points that must not be negative."]
    Negative = "negative" Error { value: Figure };
    #[doc = "A number that must be above 0."]
    NotPositive = "not-positive" Error { value: Figure };
    #[doc = "Every role of the scheme, or every section, weighs 0."]
    AllWeightsZero = "all-weights-zero" Error;
    #[doc = "Neither `points` nor `deduction`."]
    PointsMissing = "points-missing" Error { criterion: Criterion };
    #[doc = "Both `points` and `deduction`, or a deduction with a bonus or missing-input rule that needs points."]
    PointsAndDeduction = "points-and-deduction" Error { criterion: Criterion };
    #[doc = "A cap below its floor."]
    CapBelowFloor = "cap-below-floor" Error { floor: Figure, cap: Figure };
    #[doc = "A deduction's floor above 0."]
    FloorAboveZero = "floor-above-zero" Error { value: Figure };
    #[doc = "A role that the scheme does not name."]
    UnknownRole = "unknown-role" Error { role: Role, nearest: Text?, known: [Text]? };
    #[doc = "A setting of a section (`floor`, `cap`) that does not reach its deductions."]
    DeductionsUnbounded = "deductions-unbounded" Error { section: Section, key: Text };
    #[doc = "A part (`bonus`, `deduction`) that would stand unscaled beside points that a weight scales."]
    UnscaledBesideWeights = "unscaled-beside-weights" Error { criterion: Criterion, part: Text };
    #[doc = "A role that no criterion asks for."]
    RoleNeverAsked = "role-never-asked" Error { role: Role };
    #[doc = "A rating is asked for, and the scheme names no role that weighs anything in it."]
    NoRoleToRate = "no-role-to-rate" Error { criterion: Criterion };
    #[doc = "A criterion that the scheme does not name."]
    UnknownCriterion = "unknown-criterion" Error { criterion: Criterion, nearest: Text, known: [Text] };
    #[doc = "Two bounds, `from` and `above`, on one grade band."]
    BandTwoBounds = "band-two-bounds" Error { grade: Grade };
    #[doc = "A band other than the last has no bound, so those below it are never reached."]
    BandWithoutBound = "band-without-bound" Error { grade: Grade };
    #[doc = "The last band has a bound, so totals below it have no grade."]
    LastBandBound = "last-band-bound" Error { grade: Grade, bound: Figure };
    #[doc = "Bands out of order or with one bound; both are named."]
    BandsOutOfOrder = "bands-out-of-order" Error { grade: Grade, bound: Figure, above: Grade, aboveBound: Figure };
    #[doc = "No total can reach this band."]
    BandUnreachable = "band-unreachable" Error { grade: Grade, bound: Figure, least: Figure, most: Figure };
    #[doc = "A bonus cap that is not above 0."]
    BonusNotPositive = "bonus-not-positive" Error { bonus: Figure };
    #[doc = "Rungs of one ladder that can't be told apart."]
    DuplicateRung = "duplicate-rung" Error { bottom: Figure };
    #[doc = "`each` times a count needs `of: count`, and a whole step of points needs `of: points`."]
    StepNeedsPoints = "step-needs-points" Error { of: Text };
    #[doc = "A part that is not there: indicator, question, channel, kind, level, grade, rung, rule, department, …"]
    UnknownPart = "unknown-part" Error { what: Kinds, found: Text, nearest: Text?, known: [Text]? };
    #[doc = "A part that a measure or a rule needs."]
    PartMissing = "part-missing" Error { part: Text, of: Text };
    #[doc = "Fewer than two knots, between which no line can be drawn."]
    TooFewKnots = "too-few-knots" Error { found: Figure };
    #[doc = "Knots whose raw numbers do not rise."]
    KnotsOutOfOrder = "knots-out-of-order" Error { raw: Figure, before: Figure };
    #[doc = "Two bounds, `from` and `above`, on one threshold."]
    StepTwoBounds = "step-two-bounds" Error { points: Figure };
    #[doc = "A threshold other than the last has no bound, so those below it are never reached."]
    StepWithoutBound = "step-without-bound" Error { points: Figure };
    #[doc = "The last threshold has a bound, so raw numbers below it have no points."]
    LastStepBound = "last-step-bound" Error { points: Figure };
    #[doc = "Thresholds out of order or with one bound; both are named."]
    StepsOutOfOrder = "steps-out-of-order" Error { bound: Figure, above: Figure };
    #[doc = "Levels on a criterion that nobody rates."]
    LevelsNeedRating = "levels-need-rating" Error { criterion: Criterion };
    #[doc = "The shares of a forced distribution are not those of every grade, in the order of the bands."]
    SharesIncomplete = "shares-incomplete" Error { grades: [Grade] };
    #[doc = "A condition that names nothing: it would hold for everybody."]
    EmptyCondition = "empty-condition" Error;
    #[doc = "Schemes that measure each other's teams in a ring, so that none can be appraised first."]
    SchemeCycle = "scheme-cycle" Error { path: Text };
    #[doc = "A criterion that weighs nothing or gives everybody the same, so that it can change nobody's grade."]
    NoEffect = "no-effect" Warning { criterion: Criterion };
    #[doc = "Role weights that add up to nearly 100."]
    WeightsNearly = "weights-nearly" Warning { sum: Figure, difference: Figure };
    #[doc = "Percent of a target taken as points, where full points are not 100."]
    AttainmentAsIs = "attainment-as-is" Warning { criterion: Criterion };
    #[doc = "Grades for which the table of pay has no factor, so that nothing is paid."]
    PayGradeMissing = "pay-grade-missing" Warning { grades: [Grade] };
    #[doc = "Knots by which a better result earns less."]
    KnotsAgainst = "knots-against" Warning { criterion: Criterion, raw: Figure };

    // ── a workbook ──────────────────────────────────────────────────────────────────────────
    #[doc = "A scheme that the workbook does not hold."]
    UnknownScheme = "unknown-scheme" Error { scheme: Scheme, nearest: Text, known: [Text] };
    #[doc = "Schemes that are ranked together and share grades out differently."]
    DistributionsDiffer = "distributions-differ" Error { scheme: Scheme, other: Scheme };
    #[doc = "A unit that the workbook does not list."]
    UnknownUnit = "unknown-unit" Error { unit: Unit, nearest: Text, known: [Text] };
    #[doc = "A subject without a unit."]
    SubjectWithoutUnit = "subject-without-unit" Error { person: Person };
    #[doc = "Nobody in the workbook is appraised under this number."]
    UnknownSubject = "unknown-subject" Error { subject: Person, nearest: Text? };
    #[doc = "Somebody who is to be taken out, and of whom or by whom something of this kind was entered."]
    PersonInUse = "person-in-use" Error { person: Person, kind: Words };
    #[doc = "People of one name, told apart by their numbers."]
    SameName = "same-name" Warning { name: Text, people: [Person] };
    #[doc = "A period that is not of the scheme's calendar."]
    PeriodKind = "period-kind" Error { period: Period, expected: Kinds };
    #[doc = "A form for another period."]
    OtherPeriod = "other-period" Error { period: Period, expected: Period };
    #[doc = "A form for another version of the scheme."]
    OtherVersion = "other-version" Error { scheme: Scheme, version: Text, expected: Text };
    #[doc = "A form by another scheme than the subject's."]
    OtherScheme = "other-scheme" Error { scheme: Scheme, expected: Scheme };
    #[doc = "The scheme was changed without a new version."]
    OtherDigest = "other-digest" Error { scheme: Scheme, digest: Text, expected: Text };
    #[doc = "A form that was sent out and holds no score yet."]
    EmptyForm = "empty-form" Error { rater: Person, subject: Person, role: Role };
    #[doc = "Only the subject rates in this role."]
    OnlySelf = "only-self" Error { rater: Person, subject: Person, role: Role };
    #[doc = "The subject does not rate in this role."]
    NotSelf = "not-self" Error { rater: Person, subject: Person, role: Role };
    #[doc = "A rater who was not asked, while others were."]
    NotAssigned = "not-assigned" Warning { rater: Person, subject: Person, role: Role };
    #[doc = "This role does not rate this criterion, or it takes no rating."]
    CriterionNotRated = "criterion-not-rated" Error { criterion: Criterion, role: Role };
    #[doc = "A score outside the criterion's range."]
    ScoreOutOfRange = "score-out-of-range" Error { score: Figure, least: Figure, most: Figure };
    #[doc = "Not a multiple of the step."]
    NotAMultiple = "not-a-multiple" Error { value: Figure, step: Figure };
    #[doc = "Records do not feed this criterion."]
    CriterionNotRecorded = "criterion-not-recorded" Error { criterion: Criterion, record: Entry };
    #[doc = "A record that must say how many points says none."]
    RecordWithoutPoints = "record-without-points" Error { criterion: Criterion, record: Entry };
    #[doc = "A record that counts an event carries points."]
    RecordWithPoints = "record-with-points" Error { criterion: Criterion, record: Entry };
    #[doc = "0 points are only for a record that annuls another."]
    ZeroPoints = "zero-points" Error { record: Entry };
    #[doc = "A date outside the period."]
    DateOutsidePeriod = "date-outside-period" Error { date: Date, period: Period };
    #[doc = "The record that is replaced is not in the workbook, or is another subject's or criterion's."]
    ReplacesUnknown = "replaces-unknown" Error { record: Entry, replaces: Earlier };
    #[doc = "Records that replace each other in a ring."]
    ReplacesRing = "replaces-ring" Error { record: Entry, replaces: Earlier };
    #[doc = "Two records replace the same one."]
    ReplacedTwice = "replaced-twice" Error { records: [Entry], replaces: Earlier };
    #[doc = "A state that begins after the period, and counts from then on."]
    StateLater = "state-later" Warning { subject: Person, date: Date, period: Period };
    #[doc = "Two states of one person on one day."]
    TwoStates = "two-states" Error { subject: Person, date: Date };
    #[doc = "An entry that names no channel, where the scheme counts by channel."]
    ChannelMissing = "channel-missing" Warning { channels: [Channel] };
    #[doc = "A disagreement that does not say why."]
    DisagreementWithoutText = "disagreement-without-text" Error { subject: Person };
    #[doc = "Two different entries under one key; neither counts until a person chooses."]
    Conflict = "conflict" Warning { kind: Words, subject: Person?, role: Role?, rater: Person?, id: Entry? };
    #[doc = "Earlier periods out of order, twice, or not before this one."]
    HistoryOrder = "history-order" Error { period: Period };
    #[doc = "The digest of an earlier period, or the chain to it, does not fit its content."]
    HistoryBroken = "history-broken" Error { period: Period };
    #[doc = "The period is closed; reopen it first, with a reason."]
    PeriodClosed = "period-closed" Error { period: Period };
    #[doc = "Two different entries under one key, of which somebody has to choose before the period is closed."]
    UndecidedConflict = "undecided-conflict" Error { kind: Words, subject: Person?, role: Role?, rater: Person?, id: Entry? };
    #[doc = "A criterion that waits because two figures differ, two numbers of one day or two totals of one period; one has to replace the other before the period is closed."]
    UndecidedFigure = "undecided-figure" Error { subject: Person, criterion: Criterion };
    #[doc = "Open items of one kind; whoever closes says that it may stay so."]
    StillOpen = "still-open" Error { open: Words, count: Figure };
    #[doc = "The period is not closed."]
    PeriodOpen = "period-open" Error { period: Period };
    #[doc = "No period follows an irregular one."]
    NothingFollows = "nothing-follows" Error { period: Period };
    #[doc = "A workbook with another id, period or set of rules."]
    OtherWorkbook = "other-workbook" Error { workbook: Text, expected: Text };
    #[doc = "An answer to a result that has changed since."]
    AnswersOldResult = "answers-old-result" Warning { subject: Person, about: Text, current: Text };
    #[doc = "More people than may be appraised here."]
    TooManyPeople = "too-many-people" Error { people: Figure, limit: Figure };
    #[doc = "A level where a number is asked for, or a number where a level is."]
    LevelExpected = "level-expected" Error { criterion: Criterion };
    #[doc = "A number outside the indicator's range."]
    ValueOutOfRange = "value-out-of-range" Error { value: Figure, least: Figure, most: Figure };
    #[doc = "The number of a complaint is not of the month it was registered in."]
    ComplaintNumberMonth = "complaint-number-month" Error { number: Text, month: Period };
    #[doc = "Two dates the wrong way round."]
    DatesOutOfOrder = "dates-out-of-order" Error { earlier: Date, later: Date };
    #[doc = "A day that is both a holiday and a make-up working day."]
    DayTwice = "day-twice" Error { date: Date };
    #[doc = "A plan that is done does not say when."]
    PlanWithoutDate = "plan-without-date" Error { plan: Plan };
    #[doc = "A target that no criterion divides by."]
    TargetUnused = "target-unused" Warning { subject: Person, indicator: Indicator };
    #[doc = "No bottom N in this unit, since no more than N are ranked."]
    UnitTooSmall = "unit-too-small" Warning { unit: Unit, bottom: Figure, ranked: Figure };
    #[doc = "Everybody has the same total, so that a bottom N takes in all of them."]
    AllTied = "all-tied" Warning { unit: Unit, ranked: Figure };
    #[doc = "A share above 0 of a forced distribution that gets no seat in a unit."]
    QuotaWithoutSeat = "quota-without-seat" Warning { unit: Unit, grade: Grade, share: Figure, ranked: Figure };
}
