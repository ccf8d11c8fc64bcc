//! The lines of many forms, which are nearly all alike: the criteria of the form before are shared, and a line that begins as
//! it did there is read in one go.

use std::sync::Arc;

use super::{Beside, Packed, Score, Scores};
use crate::json::{Reader, Shape};
use crate::list::Listed;
use crate::number::Decimal;
use crate::text::Id;

/// The criteria of the form before, line by line.
struct Criteria(Arc<[Id]>);

impl Shape for Scores {
    fn fill(&mut self, reader: &mut Reader<'_>) {
        let before = reader.lines_before::<Criteria>().map(|before| Arc::clone(&before.0)).unwrap_or_default();
        self.numbers.reserve_exact(before.len());
        if reader.lines_as_before(|number| self.numbers.push(number)) {
            self.criteria = before;
            return;
        }
        self.numbers.clear();
        let mut lines = Lines { scores: std::mem::take(self), before: &before, others: None };
        reader.items(&mut |reader| lines.read(reader));
        let Lines { mut scores, others, .. } = lines;
        let length = scores.numbers.len();
        let others = others.or_else(|| (length < before.len()).then(|| Others::of(before.iter().take(length))));
        scores.criteria = match others {
            None => before,
            Some(Others { ids, heads }) => {
                let ids: Arc<[Id]> = Arc::from(ids);
                reader.keep_lines(&Arc::new(Criteria(Arc::clone(&ids))), heads);
                ids
            }
        };
        *self = scores;
    }
}

/// Lines that are being read, beside those of the form before.
struct Lines<'b, 't> {
    scores: Scores,
    before: &'b [Id],
    /// The criteria, as soon as they are not those of the form before.
    others: Option<Others<'t>>,
}

/// Criteria in an order of their own, and how their lines begin.
struct Others<'t> {
    ids: Vec<Id>,
    heads: Vec<&'t str>,
}

impl Others<'_> {
    /// The same criteria as before; how they are written may be different.
    fn of<'b>(before: impl Iterator<Item = &'b Id>) -> Self {
        let ids = before.cloned().listed();
        let heads = ids.iter().map(|_| "").listed();
        Self { ids, heads }
    }
}

impl<'t> Lines<'_, 't> {
    fn read(&mut self, reader: &mut Reader<'t>) {
        let at = self.scores.numbers.len();
        if self.others.is_none()
            && let Some(number) = reader.line_as_before(at)
        {
            return self.scores.numbers.push(number);
        }
        let plain = reader.plain_pair(["criterion", "score"], |reader, pair| {
            let number = Decimal::parse(pair.value).ok()?;
            let criterion = Id::shared(reader, pair.text)?;
            self.keep(reader, criterion, pair.head);
            self.scores.numbers.push(Packed::of(Some(number)));
            Some(())
        });
        if !plain {
            let mut line = Score::default();
            line.fill(reader);
            self.keep(reader, line.criterion, "");
            self.scores.numbers.push(Packed::of(line.score));
            self.scores.keep(at, Beside { level: line.level, comment: line.comment, extra: line.extra });
        }
    }

    /// Keeps the criterion of the next line and how it begins, or only that where the form before has the same one here.
    fn keep(&mut self, reader: &mut Reader<'t>, criterion: Id, head: &'t str) {
        let at = self.scores.numbers.len();
        if self.others.is_none() && self.before.get(at) == Some(&criterion) {
            if !head.is_empty() {
                reader.keep_head(at, head);
            }
            return;
        }
        let others = self.others.get_or_insert_with(|| Others::of(self.before.iter().take(at)));
        others.ids.push(criterion);
        others.heads.push(head);
    }
}
