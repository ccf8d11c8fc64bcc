//! Titles and texts in both languages.

use crate::json::shape;
use crate::text::{Name, Prose};

shape! {
    /// A title in both languages; Chinese must be there.
    pub struct Title {
        /// Chinese, as it stands on the form.
        pub zh as "zh-CN": Name,
        /// English.
        pub en: Option<Name> = default,
    }
}

shape! {
    /// A text of a scheme in both languages; Chinese must be there.
    pub struct BilingualText {
        /// Chinese, as it stands on the form.
        pub zh as "zh-CN": Prose,
        /// English.
        pub en: Option<Prose> = default,
    }
}
