//! What a field may tidy, visibly, before the grammar is asked; and what was wrong with the rest.

use super::Number;
use crate::problem::Code;

/// A number read from a field, and whether the field had to be tidied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tidied {
    /// The number.
    pub value: Number,
    /// Blanks were trimmed, or full-width digits or a typographic minus understood.
    pub tidied: bool,
}

/// Reads what a person typed or pasted: blanks around it are trimmed, full-width digits, point and
/// minus (８５．５) and the minus sign U+2212 understood (model: Numbers). A JSON file gets none of this.
///
/// ```
/// let read = kaohe::number::tidy(" ８５．５ ").unwrap();
/// assert_eq!((read.value.to_string().as_str(), read.tidied), ("85.5", true));
/// ```
///
/// # Errors
/// The code that says what to write instead.
pub fn tidy(text: &str) -> Result<Tidied, Code> {
    let plain: String = text.trim().chars().map(half_width).collect();
    let value = Number::parse(&plain)?;
    Ok(Tidied { value, tidied: plain != text })
}

/// The plain form of a full-width digit, point or minus; any other character as it is.
fn half_width(character: char) -> char {
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

/// Why a text is no number: the offence that a person can mend.
pub(super) fn offence(text: &str) -> Code {
    let plain: String = text.trim().chars().map(half_width).collect();
    if plain != text && Number::parse(&plain).is_ok() {
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
