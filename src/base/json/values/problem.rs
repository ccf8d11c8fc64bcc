//! Problems, which are only written.

use crate::json::declare::written;
use crate::json::{ToJson, Writer};
use crate::problem::{Arg, Code, Params, Problem, Severity};

written!([] Problem { code, severity, pointer, line = default, column = default, params, offset = skip });

impl ToJson for Code {
    fn write(&self, to: &mut Writer) {
        to.text(self.as_str());
    }
}

impl ToJson for Severity {
    fn write(&self, to: &mut Writer) {
        to.text(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        });
    }
}

impl ToJson for Params {
    fn write(&self, to: &mut Writer) {
        let mut members: Vec<(&str, &dyn ToJson)> = Vec::new();
        for (name, arg) in self.iter() {
            members.push((name, arg));
        }
        to.members(members);
    }

    fn is_absent(&self) -> bool {
        self.iter().next().is_none()
    }
}

/// Its text alone: of which kind it is, the code declares.
impl ToJson for Arg {
    fn write(&self, to: &mut Writer) {
        to.text(self.as_str());
    }
}
