//! The one grammar of numbers (model: Numbers), and what is wrong with a text that breaks it.

use crate::problem::{Code, Problem, excerpt};

/// Most digits before the point.
pub const MAX_DIGITS: usize = 12;
/// Most digits behind the point.
pub const MAX_PLACES: usize = 6;

/// The number that a text begins with.
pub(super) struct Leading {
    /// Its digits without the point.
    pub(super) digits: i64,
    /// How many of them stand behind the point.
    pub(super) places: u32,
    /// How many bytes of the text it takes.
    pub(super) length: usize,
}

/// The number that a text begins with, if it keeps to the grammar.
#[inline]
pub(super) fn leading(text: &[u8]) -> Option<Leading> {
    let (negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    let (mut mantissa, mut point, mut length) = (0_i64, None, 0_usize);
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                // Eighteen digits fit; more are refused below, whatever they come to.
                let digit = i64::from(byte.wrapping_sub(b'0'));
                mantissa = mantissa.wrapping_mul(10).wrapping_add(digit);
            }
            b'.' if point.is_none() => point = Some(length),
            _ => break,
        }
        length = length.saturating_add(1);
    }
    let whole = point.unwrap_or(length);
    let places = point.map(|point| length.saturating_sub(point).saturating_sub(1));
    let good = (1..=MAX_DIGITS).contains(&whole)
        && places.is_none_or(|places| (1..=MAX_PLACES).contains(&places))
        && (whole == 1 || digits.first() != Some(&b'0'));
    good.then(|| Leading {
        digits: if negative { mantissa.wrapping_neg() } else { mantissa },
        places: u32::try_from(places.unwrap_or(0)).unwrap_or(0),
        length: length.saturating_add(usize::from(negative)),
    })
}

/// A number that is the whole text.
#[inline]
pub(super) fn whole(text: &str) -> Option<Leading> {
    leading(text.as_bytes()).filter(|number| number.length == text.len())
}

/// Which part of the grammar a text breaks.
pub(super) fn offence(text: &str) -> Code {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, places) = unsigned.split_once('.').map_or((unsigned, None), |(whole, places)| (whole, Some(places)));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !places.is_none_or(digits) || (whole.len() > 1 && whole.starts_with('0')) {
        return no_number(text);
    }
    if whole.len() > MAX_DIGITS { Code::NumberTooManyDigits } else { Code::NumberTooManyPlaces }
}

/// Why a text is no number: the offence that a person can mend.
fn no_number(text: &str) -> Code {
    let plain: String = text.trim().chars().map(half_width).collect();
    if plain != text && whole(&plain).is_some() {
        return Code::NumberNotPlain;
    }
    let body = plain.strip_prefix(['-', '+']).unwrap_or(&plain);
    if !body.starts_with(|c: char| c.is_ascii_digit() || c == '.') || !body.contains(|c: char| c.is_ascii_digit()) {
        return Code::NotANumber;
    }
    let rest = body.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    match rest.chars().next() {
        None => Code::NumberForm,
        Some('e' | 'E') => Code::NumberExponent,
        Some(',' | '_' | '，' | '\'') => Code::NumberGrouped,
        Some('%' | '％' | '分' | '元' | '次' | '点' | '‰' | ' ') => Code::NumberUnit,
        Some(_) => Code::NotANumber,
    }
}

/// The plain form of a full-width digit, point or minus; any other character as it is.
pub(super) fn half_width(character: char) -> char {
    match character {
        '０'..='９' => {
            let digit = u32::from(character).saturating_sub(u32::from('０'));
            char::from_digit(digit, 10).unwrap_or(character)
        }
        '．' => '.',
        '－' | '\u{2212}' => '-',
        other => other,
    }
}

/// Says of a text that is no number what it was, and the limit that it exceeds.
pub(crate) fn tell_unread(problem: &mut Problem, text: &str) {
    problem.put("found", excerpt(text));
    let limit = match problem.code {
        Code::NumberTooManyPlaces => MAX_PLACES,
        Code::NumberTooManyDigits => MAX_DIGITS,
        _ => return,
    };
    problem.put("limit", limit);
}
