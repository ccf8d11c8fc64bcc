//! How far a stream has come, on one line of a terminal.

use std::io::IsTerminal as _;
#[expect(clippy::disallowed_types, reason = "how long a person has waited; no result sees it")]
use std::time::Instant;

use crate::show;
use crate::table::width;
use crate::texts::Texts;

/// Milliseconds between two showings.
const PAUSE: u128 = 200;

/// Shows lines, people and people per second.
pub(crate) struct Progress<'t> {
    texts: &'t Texts,
    #[expect(clippy::disallowed_types, reason = "how long a person has waited; no result sees it")]
    began: Instant,
    /// When it was shown last, in milliseconds since it began.
    shown_at: u128,
    /// How many columns stand on the terminal.
    columns: usize,
}

impl<'t> Progress<'t> {
    /// None where nobody would see it, or where it would run into the results.
    #[expect(clippy::disallowed_types, reason = "how long a person has waited; no result sees it")]
    pub(crate) fn on_terminal(texts: &'t Texts) -> Option<Self> {
        let visible = std::io::stderr().is_terminal() && !std::io::stdout().is_terminal();
        visible.then(|| Self { texts, began: Instant::now(), shown_at: 0, columns: 0 })
    }

    /// Shows it, if it was not shown just now.
    pub(crate) fn show(&mut self, lines: usize, people: usize) {
        let now = self.began.elapsed().as_millis();
        if now.saturating_sub(self.shown_at) >= PAUSE {
            self.show_at(now, lines, people);
        }
    }

    /// Shows it for the last time.
    pub(crate) fn end(&mut self, lines: usize, people: usize) {
        self.show_at(self.began.elapsed().as_millis(), lines, people);
        show::tell("\n");
        self.columns = 0;
    }

    /// Makes room for something else.
    pub(crate) fn clear(&mut self) {
        if self.columns > 0 {
            show::tell(&format!("\r{}\r", " ".repeat(self.columns)));
            self.columns = 0;
        }
    }

    fn show_at(&mut self, now: u128, lines: usize, people: usize) {
        let rate = u128::try_from(people).unwrap_or(u128::MAX).saturating_mul(1_000) / now.max(1);
        let words = [lines.to_string(), people.to_string(), rate.to_string()];
        let [lines, people, rate] = words.each_ref().map(String::as_str);
        let sentence = self.texts.say("cli", "streamed", &[("lines", lines), ("people", people), ("rate", rate)]);
        self.clear();
        show::tell(&sentence);
        self.columns = width(&sentence);
        self.shown_at = now;
    }
}
