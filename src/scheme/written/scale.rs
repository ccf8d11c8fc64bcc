//! Scales as they are written: how a raw number becomes points.

use super::{BilingualText, Title};
use crate::json::{shape, tagged};
use crate::number::Decimal;
use crate::text::Id;

tagged! {
    /// How a raw number becomes points.
    pub enum Scale {
        /// The raw number is the points.
        AsIs(AsIs) = "as-is",
        /// start + each × raw.
        Each(Each) = "each",
        /// Straight lines between knots.
        Linear(Linear) = "linear",
        /// Thresholds, the first that holds from the top.
        Steps(Steps) = "steps",
        /// Named levels, turned into points form by form.
        Levels(Levels) = "levels",
    }
}

shape! {
    /// The raw number is the points, within the criterion's bounds.
    pub struct AsIs {}
}

shape! {
    /// start + each × raw, within floor and cap.
    pub struct Each {
        /// Points before the first; 0 if absent.
        pub start: Option<Decimal> = default,
        /// Points for each.
        pub each: Decimal,
        /// Least; the criterion's own if absent.
        pub floor: Option<Decimal> = default,
        /// Most; the criterion's own if absent.
        pub cap: Option<Decimal> = default,
    }
}

shape! {
    /// Straight lines between knots, flat beyond the ends.
    pub struct Linear {
        /// At least two, by rising raw number.
        pub knots: Vec<Knot>,
    }
}

shape! {
    /// A raw number and its points.
    pub struct Knot {
        /// The raw number.
        pub raw: Decimal,
        /// Its points.
        pub points: Decimal,
    }
}

shape! {
    /// Thresholds, highest first; the last line has none.
    pub struct Steps {
        /// Line by line.
        pub steps: Vec<Threshold>,
    }
}

shape! {
    /// Points from a threshold on.
    pub struct Threshold {
        /// The threshold, inclusive.
        pub from: Option<Decimal> = default,
        /// The threshold, exclusive.
        pub above: Option<Decimal> = default,
        /// The points.
        pub points: Decimal,
    }
}

shape! {
    /// Named levels, which raters choose in the place of a number.
    pub struct Levels {
        /// Best first.
        pub levels: Vec<Level>,
    }
}

shape! {
    /// One level.
    pub struct Level {
        /// The level's id.
        pub id: Id,
        /// Its title.
        pub name: Title,
        /// What it means.
        pub help: Option<BilingualText> = default,
        /// Its points.
        pub points: Decimal,
    }
}
