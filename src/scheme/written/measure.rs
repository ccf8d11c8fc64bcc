//! Measures as they are written: where a criterion's raw number comes from.

use super::{BilingualText, Title};
use crate::json::{shape, tagged, words};
use crate::number::{Count, Decimal};
use crate::text::Id;

tagged! {
    /// Where a criterion's raw number comes from.
    pub enum Measure {
        /// Raters' scores: per role their mean, across roles by weight.
        Rating(RatingMeasure) = "rating",
        /// Dated, signed entries: their points or their count.
        Records(RecordsMeasure) = "records",
        /// A number that was entered, or what it attains of its target.
        Indicator(IndicatorMeasure) = "indicator",
        /// What customers answered to one question.
        Feedback(FeedbackMeasure) = "feedback",
        /// The complaint register.
        Complaints(ComplaintsMeasure) = "complaints",
        /// The results of the subject's team.
        Team(TeamMeasure) = "team",
        /// The subject's totals of other periods or schemes.
        Results(ResultsMeasure) = "results",
    }
}

shape! {
    /// Raters' scores.
    pub struct RatingMeasure {
        /// Which roles are asked; all of the scheme if absent.
        pub roles: Vec<Id> = default,
        /// An entered score must be a multiple of it.
        pub step: Option<Decimal> = default,
        /// The least that may be entered: of a score that a scale turns into points (1 to 5 stars), or more than the
        /// criterion's own least.
        pub least: Option<Decimal> = default,
        /// The most that may be entered.
        pub most: Option<Decimal> = default,
        /// How the scores of one role become one.
        pub average: Average = default,
    }
}

words! {
    /// How several scores become one.
    pub enum Average {
        /// Their mean.
        Mean = "mean",
        /// The middle one; of an even number the mean of the middle two.
        Median = "median",
        /// The mean without one highest and one lowest; below three the plain mean.
        Trimmed = "trimmed",
    }
}

shape! {
    /// Dated, signed entries.
    pub struct RecordsMeasure {
        /// Whether their points are summed or they are counted.
        pub of: RecordsOf,
        /// Each record's points must be a multiple of it.
        pub step: Option<Decimal> = default,
        /// Kinds that a record may name.
        pub kinds: Vec<RecordKind> = default,
    }
}

words! {
    /// What is taken of the records.
    pub enum RecordsOf {
        /// The signed sum of their points.
        Points = "points",
        /// How many there are.
        Count = "count",
    }
}

shape! {
    /// A kind of record: late, missing, a serious breach, …
    pub struct RecordKind {
        /// The kind's id.
        pub id: Id,
        /// Its title.
        pub name: Title,
        /// What it means.
        pub help: Option<BilingualText> = default,
    }
}

shape! {
    /// A number that was entered: the latest dated on or before the period's last day.
    pub struct IndicatorMeasure {
        /// Which of the scheme's indicators.
        pub indicator: Id,
        /// The number itself, or what it attains of its target.
        pub of: IndicatorOf = default,
        /// How many months back it may be dated, the period's last one included; within the period if absent.
        pub months: Option<Count<1, 1>> = default,
        /// It is only asked for where there was a complaint in the period: without one there is no data, whatever was
        /// entered.
        pub only_with_complaints: bool = default,
    }
}

words! {
    /// What is taken of an indicator.
    pub enum IndicatorOf {
        /// The number that was entered.
        Value = "value",
        /// Actual × 100 ÷ target: in percent.
        Attainment = "attainment",
    }
}

shape! {
    /// The mean of what customers answered to one question, over the period's forms that count.
    pub struct FeedbackMeasure {
        /// Which question of the scheme's feedback form.
        pub question: Id,
    }
}

shape! {
    /// What the complaint register says of the subject.
    pub struct ComplaintsMeasure {
        /// What is taken of it.
        pub of: ComplaintsOf,
        /// For a rate: the indicator that holds the volume.
        pub volume: Option<Id> = default,
        /// For a severity sum: what each complaint takes.
        pub points: Option<SeverityPoints> = default,
    }
}

words! {
    /// What is taken of the complaint register.
    pub enum ComplaintsOf {
        /// How many complaints.
        Count = "count",
        /// Complaints × 100 ÷ volume: in percent.
        Rate = "rate",
        /// The sum of what they take by severity.
        Severity = "severity",
        /// How many steps are overdue.
        Overdue = "overdue",
        /// The share that was handled on time, in percent.
        OnTime = "on-time",
    }
}

shape! {
    /// What a complaint takes by its severity: 0 or below.
    pub struct SeverityPoints {
        /// A minor one.
        pub minor: Decimal,
        /// A normal one.
        pub normal: Decimal,
        /// A serious one.
        pub serious: Decimal,
    }
}

shape! {
    /// The results of the subject's team in this period, without the subject.
    pub struct TeamMeasure {
        /// What is taken of them.
        pub of: TeamOf,
        /// For a share: the grades that count.
        pub grades: Vec<Id> = default,
        /// The members' schemes; they are appraised first.
        pub schemes: Vec<Id>,
    }
}

words! {
    /// What is taken of a team's results.
    pub enum TeamOf {
        /// The mean of the published totals.
        Mean = "mean",
        /// The share of members with one of the grades, between 0 and 1.
        Share = "share",
    }
}

shape! {
    /// The subject's published totals of other periods or schemes.
    pub struct ResultsMeasure {
        /// What is made of them.
        pub of: ResultsOf,
        /// Which totals.
        pub sources: Vec<ResultsSource>,
    }
}

words! {
    /// What is made of several totals.
    pub enum ResultsOf {
        /// Their mean.
        Mean = "mean",
        /// The weighted mean of the sources, each the mean of its totals.
        Weighted = "weighted",
        /// The total of the period that ends last.
        Latest = "latest",
    }
}

shape! {
    /// Totals of one scheme.
    pub struct ResultsSource {
        /// The scheme.
        pub scheme: Id,
        /// Its part in a weighted mean; 1 if absent.
        pub weight: Option<Decimal> = default,
        /// Which periods.
        pub within: Within = default,
        /// Only so many of them, the latest ones; all if absent.
        pub last: Option<Count<1, 1>> = default,
    }
}

words! {
    /// Which periods' totals are taken.
    pub enum Within {
        /// Those that lie in the workbook's period.
        Period = "period",
        /// Those that ended before it began.
        Earlier = "earlier",
    }
}
