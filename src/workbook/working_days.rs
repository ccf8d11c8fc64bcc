//! Working days: Monday to Friday, without the holidays and with the make-up days (调休).
//!
//! A limit of two working days from a Thursday on which something is handed over ends on the Monday:
//! the day of handing over does not count. Done on the due day is on time.

use super::WorkingCalendar;
use crate::period::CivilDate;

/// Nobody has a limit of more working days than these; a calendar that is all holidays ends here too.
const LONGEST: u32 = 4_000;

/// Whether a day is worked; the days of a calendar are in order, as they are in a book.
#[must_use]
pub fn is_worked(calendar: Option<&WorkingCalendar>, day: CivilDate) -> bool {
    let listed = |days: &[CivilDate]| days.binary_search(&day).is_ok();
    match calendar {
        Some(calendar) if listed(&calendar.workdays) => true,
        Some(calendar) if listed(&calendar.holidays) => false,
        _ => day.is_weekday(),
    }
}

/// The day on which a limit of so many working days ends.
#[must_use]
pub fn due(calendar: Option<&WorkingCalendar>, handed: CivilDate, days: u32) -> CivilDate {
    let mut day = handed;
    let mut left = days;
    for _ in 0..LONGEST {
        if left == 0 {
            break;
        }
        day = day.next();
        if is_worked(calendar, day) {
            left = left.saturating_sub(1);
        }
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> CivilDate {
        CivilDate::parse(text).unwrap()
    }

    #[test]
    fn the_day_of_handing_over_does_not_count() {
        // A printed calendar: 2026-10-15 is a Thursday.
        assert_eq!(due(None, day("2026-10-15"), 1), day("2026-10-16"));
        assert_eq!(due(None, day("2026-10-15"), 2), day("2026-10-19"));
        assert_eq!(due(None, day("2026-10-17"), 1), day("2026-10-19"));
    }

    #[test]
    fn holidays_do_not_count_and_make_up_days_do() {
        // The week of the National Day 2026: off from Thursday the 1st to Wednesday the 7th, Saturday the 10th worked.
        let calendar = WorkingCalendar {
            holidays: (1..=7).map(|n| day(&format!("2026-10-{n:02}"))).collect(),
            workdays: vec![day("2026-10-10")],
            ..WorkingCalendar::default()
        };
        assert_eq!(due(Some(&calendar), day("2026-09-30"), 1), day("2026-10-08"));
        assert_eq!(due(Some(&calendar), day("2026-10-08"), 2), day("2026-10-10"));
        assert_eq!(due(Some(&calendar), day("2026-10-09"), 2), day("2026-10-12"));
    }
}
