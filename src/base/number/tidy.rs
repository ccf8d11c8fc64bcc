//! What a field may tidy, visibly, before the grammar is asked; and what was wrong with the rest.

use super::Decimal;
use super::grammar::half_width;
use crate::problem::Code;

/// A number read from a field, and whether the field had to be tidied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tidied {
    /// The number.
    pub value: Decimal,
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
    let value = Decimal::parse(&plain)?;
    Ok(Tidied { value, tidied: plain != text })
}
