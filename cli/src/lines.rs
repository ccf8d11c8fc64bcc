//! Input line by line, none of them longer than a limit.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;

/// Longest line that is read, in MB: some two thousand people in one unit.
pub(crate) const MAX_MEGABYTES: usize = 8;

/// One line, without its newline.
#[derive(Debug)]
pub(crate) enum Line {
    /// Its bytes.
    Bytes(Vec<u8>),
    /// It is longer than the limit, and was passed over.
    TooLong,
}

/// The lines of a file or of standard input; the last one need not end in a newline.
pub(crate) struct Lines {
    source: BufReader<Box<dyn Read>>,
    limit: usize,
}

impl Lines {
    /// Opens a file; `-` is standard input.
    pub(crate) fn open(path: &Path) -> std::io::Result<Self> {
        let source: Box<dyn Read> = match path.to_str() {
            Some("-") => Box::new(std::io::stdin()),
            _ => Box::new(std::fs::File::open(path)?),
        };
        Ok(Self::of(source, MAX_MEGABYTES * 1_000_000))
    }

    fn of(source: Box<dyn Read>, limit: usize) -> Self {
        Self { source: BufReader::with_capacity(1 << 16, source), limit }
    }

    fn read(&mut self) -> std::io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        // One more than the limit: the newline, or the first byte that is too many.
        let most = u64::try_from(self.limit).unwrap_or(u64::MAX).saturating_add(1);
        self.source.by_ref().take(most).read_until(b'\n', &mut bytes)?;
        if bytes.is_empty() {
            return Ok(None);
        }
        if bytes.last() == Some(&b'\n') {
            bytes.pop();
        } else if bytes.len() > self.limit {
            drop(bytes);
            self.source.skip_until(b'\n')?;
            return Ok(Some(Line::TooLong));
        }
        Ok(Some(Line::Bytes(bytes)))
    }
}

impl Iterator for Lines {
    type Item = std::io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read().transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, Lines};

    /// The lines of a text, at most five bytes each; `None` for one that is longer.
    fn lines(text: &'static [u8]) -> Vec<Option<Vec<u8>>> {
        let lines = Lines::of(Box::new(text), 5).map(|line| match line {
            Ok(Line::Bytes(bytes)) => Some(bytes),
            Ok(Line::TooLong) => None,
            Err(error) => panic!("{error}"),
        });
        lines.collect()
    }

    fn line(text: &str) -> Option<Vec<u8>> {
        Some(text.as_bytes().to_vec())
    }

    #[test]
    fn a_line_ends_in_a_newline_or_with_the_input() {
        assert!(lines(b"").is_empty());
        assert_eq!(lines(b"\n"), [line("")]);
        assert_eq!(lines(b"a\n\nb"), [line("a"), line(""), line("b")]);
        assert_eq!(lines(b"a\r\nb\n"), [line("a\r"), line("b")]);
    }

    #[test]
    fn a_line_at_the_limit_is_read_and_one_above_it_is_passed_over() {
        assert_eq!(lines(b"12345\n1"), [line("12345"), line("1")]);
        assert_eq!(lines(b"123456\n1"), [None, line("1")]);
        assert_eq!(lines(b"1\n123456789abcdef\n12345"), [line("1"), None, line("12345")]);
        assert_eq!(lines(b"123456"), [None]);
    }
}
