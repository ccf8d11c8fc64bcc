//! How far a long question is, told to whoever waits for it. What is told changes no answer.

/// What an engine is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reading a text, in bytes.
    Read,
    /// Checking what was read, in people.
    Check,
    /// Scoring, in people.
    Score,
    /// Writing the answer, in people.
    Write,
}

impl Stage {
    /// The stage by name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Check => "check",
            Self::Score => "score",
            Self::Write => "write",
        }
    }
}

/// Who is told: the stage, how much of it is done, and of how much.
pub type Tell<'p> = dyn FnMut(Stage, usize, usize) + 'p;

/// Tells of progress, a hundred times in a stage at most.
pub struct Progress<'p> {
    tell: Option<&'p mut Tell<'p>>,
    next: usize,
}

impl<'p> Progress<'p> {
    /// Nobody is told.
    #[must_use]
    pub const fn silent() -> Self {
        Self { tell: None, next: 0 }
    }

    /// Tells somebody.
    pub const fn told(tell: &'p mut Tell<'p>) -> Self {
        Self { tell: Some(tell), next: 0 }
    }

    /// A stage begins.
    pub(crate) fn begin(&mut self, stage: Stage, of: usize) {
        self.next = 0;
        self.at(stage, 0, of);
    }

    /// So much of a stage is done.
    pub(crate) fn at(&mut self, stage: Stage, done: usize, of: usize) {
        if done >= self.next
            && let Some(tell) = &mut self.tell
        {
            tell(stage, done, of);
            self.next = done.saturating_add(of.checked_div(100).unwrap_or(0).max(1));
        }
    }
}

impl std::fmt::Debug for Progress<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Progress").field("next", &self.next).finish_non_exhaustive()
    }
}
