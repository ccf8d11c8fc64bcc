//! The lines of one form.

use std::sync::Arc;

use super::{Beside, Packed, Score, Scores};
use crate::json::{Reader, Shape};

impl Shape for Scores {
    fn fill(&mut self, reader: &mut Reader<'_>) {
        let mut criteria = Vec::new();
        reader.items(&mut |reader| {
            let mut line = Score::default();
            line.fill(reader);
            criteria.push(line.criterion);
            self.numbers.push(Packed::of(line.score));
            let at = self.numbers.len().saturating_sub(1);
            self.keep(at, Beside { level: line.level, comment: line.comment, extra: line.extra });
        });
        self.criteria = Arc::from(criteria);
    }
}
