//! Every code there is: kebab-case, public, with what its parameters are.

use super::Severity;

macro_rules! codes {
    ($( #[doc = $doc:literal] $name:ident = $code:literal $severity:ident; )*) => {
        /// What can be wrong. The codes are public API; parameters are named in each line.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(type = "string"))]
        pub enum Code { $( #[doc = $doc] $name, )* }

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
        }
    };
}

codes! {
    // ── the text of a document ──────────────────────────────────────────────────────────────
    #[doc = "The file holds no text at all, or only blanks."]
    Empty = "empty" Error;
    #[doc = "The bytes are neither UTF-8 nor UTF-16 with a byte-order mark (GBK is decoded outside the engine)."]
    NotUtf8 = "not-utf8" Error;
    #[doc = "`size`, `limit`: the document is larger than what may be read here, in MB."]
    TooLarge = "too-large" Error;
    #[doc = "`found`, `expected`: not JSON; the first offence, at its line and column."]
    Syntax = "syntax" Error;
    #[doc = "The text ends in the middle of a value: a file that was cut."]
    CutShort = "cut-short" Error;
    #[doc = "`found`: something follows the end of the document."]
    AfterEnd = "after-end" Error;
    #[doc = "`limit`: lists and objects are nested deeper than any file of ours."]
    TooDeep = "too-deep" Error;
    #[doc = "An escape of half a surrogate pair, which is no character."]
    LoneSurrogate = "lone-surrogate" Error;
    #[doc = "`key`: a key stands twice in one object; the second place is named."]
    DuplicateKey = "duplicate-key" Error;
    #[doc = "`more`: that many further problems are not listed."]
    MoreProblems = "more-problems" Error;

    // ── the shape of a document ─────────────────────────────────────────────────────────────
    #[doc = "`key`, `nearest` (the known key most like it, or empty), `known`: an unknown key."]
    UnknownKey = "unknown-key" Error;
    #[doc = "`key`: a key that must be there is not."]
    MissingKey = "missing-key" Error;
    #[doc = "`expected` (object, array, string, boolean, whole-number, number), `found`: another kind of value."]
    WrongType = "wrong-type" Error;
    #[doc = "`found`, `known`, `nearest`: a word that is not one of those known here."]
    UnknownWord = "unknown-word" Error;
    #[doc = "`found`, `expected`: the file is of another format."]
    WrongFormat = "wrong-format" Error;
    #[doc = "`format`, `found`, `known`: written by a newer kaohe; needs that one."]
    NewerVersion = "newer-version" Error;
    #[doc = "`file`, `computed`: the checksum in the file is not that of its content."]
    ChecksumMismatch = "checksum-mismatch" Error;

    // ── numbers, names, dates ───────────────────────────────────────────────────────────────
    #[doc = "`found`: not a number at all."]
    NotANumber = "not-a-number" Error;
    #[doc = "`found`: an exponent; write the digits out."]
    NumberExponent = "number-exponent" Error;
    #[doc = "`found`: a percent sign or a unit behind the digits; write the number alone."]
    NumberUnit = "number-unit" Error;
    #[doc = "`found`: grouped digits (1,000 or 1_000)."]
    NumberGrouped = "number-grouped" Error;
    #[doc = "`found`: leading zeros, a leading plus, or a decimal point without a digit on both sides."]
    NumberForm = "number-form" Error;
    #[doc = "`found`, `limit`: more decimal places than the limit; never rounded."]
    NumberTooManyPlaces = "number-too-many-places" Error;
    #[doc = "`found`, `limit`: more digits before the point than the limit."]
    NumberTooManyDigits = "number-too-many-digits" Error;
    #[doc = "`found`: full-width digits, a typographic minus or blanks inside a JSON file."]
    NumberNotPlain = "number-not-plain" Error;
    #[doc = "`found`, `least`, `most`: a whole number out of its range."]
    WholeNumberRange = "whole-number-range" Error;
    #[doc = "`found`: not an id (letters, digits, `.`, `_`, `-`, beginning with a letter or digit, at most 64)."]
    BadId = "bad-id" Error;
    #[doc = "`found`: an id that JavaScript keeps for itself."]
    ReservedId = "reserved-id" Error;
    #[doc = "`found`: not the number of a person (printable, 1 to 64 characters)."]
    BadPersonId = "bad-person-id" Error;
    #[doc = "`found`: not a civil date like 2026-10-31."]
    BadDate = "bad-date" Error;
    #[doc = "`found`: not a period like 2026-10, 2026-Q4, 2026-H2, 2026 or 2026~name."]
    BadPeriod = "bad-period" Error;
    #[doc = "`found`: not the number of a complaint like 2026-10-0001."]
    BadComplaintNumber = "bad-complaint-number" Error;
    #[doc = "`found`: not a digest like sha256:… with 64 hexadecimal digits."]
    BadDigest = "bad-digest" Error;
    #[doc = "A text that must say something is empty, blank or made of invisible characters."]
    BlankText = "blank-text" Error;
    #[doc = "`length`, `limit`: a text longer than its limit, in characters."]
    TextTooLong = "text-too-long" Error;
    #[doc = "`character`: a control character inside a text."]
    ControlCharacter = "control-character" Error;

    // ── a scheme ────────────────────────────────────────────────────────────────────────────
    #[doc = "`id`, `first`: two parts of a scheme or entries of a list carry one id."]
    DuplicateId = "duplicate-id" Error;
    #[doc = "`found`, `limit`: more parts of one kind than any scheme of ours has."]
    TooManyParts = "too-many-parts" Error;
    #[doc = "`declared`, `sum`, `difference`: weights or points that do not add up to what is declared."]
    SumMismatch = "sum-mismatch" Error;
    #[doc = "`value`: a weight, step or number of points that must not be negative."]
    Negative = "negative" Error;
    #[doc = "`value`: a number that must be above 0."]
    NotPositive = "not-positive" Error;
    #[doc = "Every role of the scheme, or every section, weighs 0."]
    AllWeightsZero = "all-weights-zero" Error;
    #[doc = "`criterion`: neither `points` nor `deduction`."]
    PointsMissing = "points-missing" Error;
    #[doc = "`criterion`: both `points` and `deduction`, or a deduction with a bonus or missing-input rule that needs points."]
    PointsAndDeduction = "points-and-deduction" Error;
    #[doc = "`floor`, `cap`: a cap below its floor."]
    CapBelowFloor = "cap-below-floor" Error;
    #[doc = "`value`: a deduction's floor above 0."]
    FloorAboveZero = "floor-above-zero" Error;
    #[doc = "`role`, `known`, `nearest`: a role that the scheme does not name."]
    UnknownRole = "unknown-role" Error;
    #[doc = "`section`, `key` (`floor`, `cap`, `rounding`): a setting of a section that does not reach its deductions."]
    DeductionsUnbounded = "deductions-unbounded" Error;
    #[doc = "`criterion`, `part` (`bonus`, `deduction`): it would stand unscaled beside points that a weight scales."]
    UnscaledBesideWeights = "unscaled-beside-weights" Error;
    #[doc = "`role`: a role that no criterion asks for."]
    RoleNeverAsked = "role-never-asked" Error;
    #[doc = "`criterion`: a rating is asked for, and the scheme names no role that weighs anything in it."]
    NoRoleToRate = "no-role-to-rate" Error;
    #[doc = "`criterion`, `known`, `nearest`: a criterion that the scheme does not name."]
    UnknownCriterion = "unknown-criterion" Error;
    #[doc = "`grade`: two bounds, `from` and `above`, on one grade band."]
    BandTwoBounds = "band-two-bounds" Error;
    #[doc = "`grade`: a band other than the last has no bound, so those below it are never reached."]
    BandWithoutBound = "band-without-bound" Error;
    #[doc = "`grade`: the last band has a bound, so totals below it have no grade."]
    LastBandBound = "last-band-bound" Error;
    #[doc = "`grade`, `bound`, `above`, `aboveBound`: bands out of order or with one bound; both are named."]
    BandsOutOfOrder = "bands-out-of-order" Error;
    #[doc = "`grade`, `bound`, `least`, `most`: no total can reach this band."]
    BandUnreachable = "band-unreachable" Error;
    #[doc = "`bonus`: a bonus cap that is not above 0."]
    BonusNotPositive = "bonus-not-positive" Error;
    #[doc = "`bottom`: rungs of one ladder that can't be told apart."]
    DuplicateRung = "duplicate-rung" Error;
    #[doc = "`of`: `each` times a count needs `of: count`, and a whole step of points needs `of: points`."]
    StepNeedsPoints = "step-needs-points" Error;
    #[doc = "`what` (indicator, question, channel, kind, level, grade, rung, rule, department, …), `found`, `known`, `nearest`: a part that is not there."]
    UnknownPart = "unknown-part" Error;
    #[doc = "`part`, `of`: a part that a measure or a rule needs."]
    PartMissing = "part-missing" Error;
    #[doc = "`found`: fewer than two knots, between which no line can be drawn."]
    TooFewKnots = "too-few-knots" Error;
    #[doc = "`raw`, `before`: knots whose raw numbers do not rise."]
    KnotsOutOfOrder = "knots-out-of-order" Error;
    #[doc = "`points`: two bounds, `from` and `above`, on one threshold."]
    StepTwoBounds = "step-two-bounds" Error;
    #[doc = "`points`: a threshold other than the last has no bound, so those below it are never reached."]
    StepWithoutBound = "step-without-bound" Error;
    #[doc = "`points`: the last threshold has a bound, so raw numbers below it have no points."]
    LastStepBound = "last-step-bound" Error;
    #[doc = "`bound`, `above`: thresholds out of order or with one bound; both are named."]
    StepsOutOfOrder = "steps-out-of-order" Error;
    #[doc = "`criterion`: levels on a criterion that nobody rates."]
    LevelsNeedRating = "levels-need-rating" Error;
    #[doc = "`grades`: the shares of a forced distribution are not those of every grade, in the order of the bands."]
    SharesIncomplete = "shares-incomplete" Error;
    #[doc = "A condition that names nothing: it would hold for everybody."]
    EmptyCondition = "empty-condition" Error;
    #[doc = "`path`: schemes that measure each other's teams in a ring, so that none can be appraised first."]
    SchemeCycle = "scheme-cycle" Error;
    #[doc = "`criterion`: it weighs nothing or gives everybody the same, so that it can change nobody's grade."]
    NoEffect = "no-effect" Warning;
    #[doc = "`sum`, `difference`: role weights that add up to nearly 100."]
    WeightsNearly = "weights-nearly" Warning;
    #[doc = "`criterion`: percent of a target taken as points, where full points are not 100."]
    AttainmentAsIs = "attainment-as-is" Warning;
    #[doc = "`grades`: grades for which the table of pay has no factor, so that nothing is paid."]
    PayGradeMissing = "pay-grade-missing" Warning;
    #[doc = "`criterion`, `raw`: knots by which a better result earns less."]
    KnotsAgainst = "knots-against" Warning;

    // ── a workbook ──────────────────────────────────────────────────────────────────────────
    #[doc = "`scheme`, `known`, `nearest`: a scheme that the workbook does not hold."]
    UnknownScheme = "unknown-scheme" Error;
    #[doc = "`scheme`, `other`: schemes that are ranked together and share grades out differently."]
    DistributionsDiffer = "distributions-differ" Error;
    #[doc = "`unit`, `known`, `nearest`: a unit that the workbook does not list."]
    UnknownUnit = "unknown-unit" Error;
    #[doc = "`person`: a subject without a unit."]
    SubjectWithoutUnit = "subject-without-unit" Error;
    #[doc = "`subject`: nobody in the workbook is appraised under this number."]
    UnknownSubject = "unknown-subject" Error;
    #[doc = "`person`, `kind`: somebody who is to be taken out, and of whom or by whom something of this kind was entered."]
    PersonInUse = "person-in-use" Error;
    #[doc = "`name`, `people`: people of one name, told apart by their numbers."]
    SameName = "same-name" Warning;
    #[doc = "`period`, `expected`: a period that is not of the scheme's calendar."]
    PeriodKind = "period-kind" Error;
    #[doc = "`period`, `expected`: a form for another period."]
    OtherPeriod = "other-period" Error;
    #[doc = "`scheme`, `version`, `expected`: a form for another version of the scheme."]
    OtherVersion = "other-version" Error;
    #[doc = "`scheme`, `expected`: a form by another scheme than the subject's."]
    OtherScheme = "other-scheme" Error;
    #[doc = "`digest`, `expected`: the scheme was changed without a new version."]
    OtherDigest = "other-digest" Error;
    #[doc = "`rater`, `subject`, `role`: a form that was sent out and holds no score yet."]
    EmptyForm = "empty-form" Error;
    #[doc = "`rater`, `subject`, `role`: only the subject rates in this role."]
    OnlySelf = "only-self" Error;
    #[doc = "`rater`, `role`: the subject does not rate in this role."]
    NotSelf = "not-self" Error;
    #[doc = "`rater`, `subject`, `role`: a rater who was not asked, while others were."]
    NotAssigned = "not-assigned" Warning;
    #[doc = "`criterion`, `role`: this role does not rate this criterion, or it takes no rating."]
    CriterionNotRated = "criterion-not-rated" Error;
    #[doc = "`score`, `least`, `most`: a score outside the criterion's range."]
    ScoreOutOfRange = "score-out-of-range" Error;
    #[doc = "`value`, `step`: not a multiple of the step."]
    NotAMultiple = "not-a-multiple" Error;
    #[doc = "`criterion`: records do not feed this criterion."]
    CriterionNotRecorded = "criterion-not-recorded" Error;
    #[doc = "`criterion`: a record that must say how many points says none."]
    RecordWithoutPoints = "record-without-points" Error;
    #[doc = "`criterion`: a record that counts an event carries points."]
    RecordWithPoints = "record-with-points" Error;
    #[doc = "`record`: 0 points are only for a record that annuls another."]
    ZeroPoints = "zero-points" Error;
    #[doc = "`date`, `period`: a date outside the period."]
    DateOutsidePeriod = "date-outside-period" Error;
    #[doc = "`record`, `replaces`: the record that is replaced is not in the workbook, or is another subject's or criterion's."]
    ReplacesUnknown = "replaces-unknown" Error;
    #[doc = "`record`: records that replace each other in a ring."]
    ReplacesRing = "replaces-ring" Error;
    #[doc = "`records`, `replaces`: two records replace the same one."]
    ReplacedTwice = "replaced-twice" Error;
    #[doc = "`subject`, `date`, `period`: a state that begins after the period, and counts from then on."]
    StateLater = "state-later" Warning;
    #[doc = "`subject`, `date`: two states of one person on one day."]
    TwoStates = "two-states" Error;
    #[doc = "`channels`: an entry that names no channel, where the scheme counts by channel."]
    ChannelMissing = "channel-missing" Warning;
    #[doc = "`subject`: a disagreement that does not say why."]
    DisagreementWithoutText = "disagreement-without-text" Error;
    #[doc = "`kind`, `key`: two different entries under one key; neither counts until a person chooses."]
    Conflict = "conflict" Warning;
    #[doc = "`period`: earlier periods out of order, twice, or not before this one."]
    HistoryOrder = "history-order" Error;
    #[doc = "`period`: the digest of an earlier period, or the chain to it, does not fit its content."]
    HistoryBroken = "history-broken" Error;
    #[doc = "`period`: the period is closed; reopen it first, with a reason."]
    PeriodClosed = "period-closed" Error;
    #[doc = "`kind`, `key`: two different entries under one key, of which somebody has to choose before the period is closed."]
    UndecidedConflict = "undecided-conflict" Error;
    #[doc = "`subject`, `criterion`: it waits because two figures differ, two numbers of one day or two totals of one period; one has to replace the other before the period is closed."]
    UndecidedFigure = "undecided-figure" Error;
    #[doc = "`open` (what, as in an open item), `count`: still to be done; whoever closes says that it may stay so."]
    StillOpen = "still-open" Error;
    #[doc = "`period`: the period is not closed."]
    PeriodOpen = "period-open" Error;
    #[doc = "`period`: no period follows an irregular one."]
    NothingFollows = "nothing-follows" Error;
    #[doc = "`workbook`, `expected`: a workbook with another id, period or set of rules."]
    OtherWorkbook = "other-workbook" Error;
    #[doc = "`subject`, `about`, `current`: an answer to a result that has changed since."]
    AnswersOldResult = "answers-old-result" Warning;
    #[doc = "`people`, `limit`: more people than may be appraised here."]
    TooManyPeople = "too-many-people" Error;
    #[doc = "`criterion`: a level where a number is asked for, or a number where a level is."]
    LevelExpected = "level-expected" Error;
    #[doc = "`value`, `least`, `most`: a number outside the indicator's range."]
    ValueOutOfRange = "value-out-of-range" Error;
    #[doc = "`number`, `month`: the number of a complaint is not of the month it was registered in."]
    ComplaintNumberMonth = "complaint-number-month" Error;
    #[doc = "`earlier`, `later`: two dates the wrong way round."]
    DatesOutOfOrder = "dates-out-of-order" Error;
    #[doc = "`date`: a day that is both a holiday and a make-up working day."]
    DayTwice = "day-twice" Error;
    #[doc = "`plan`: a plan that is done does not say when."]
    PlanWithoutDate = "plan-without-date" Error;
    #[doc = "`subject`, `indicator`: a target that no criterion divides by."]
    TargetUnused = "target-unused" Warning;
    #[doc = "`unit`, `bottom`, `ranked`: no bottom N in this unit, since no more than N are ranked."]
    UnitTooSmall = "unit-too-small" Warning;
    #[doc = "`unit`, `ranked`: everybody has the same total, so that a bottom N takes in all of them."]
    AllTied = "all-tied" Warning;
    #[doc = "`unit`, `grade`, `share`, `ranked`: a share above 0 of a forced distribution that gets no seat in a unit."]
    QuotaWithoutSeat = "quota-without-seat" Warning;
}
