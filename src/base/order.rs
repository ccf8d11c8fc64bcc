//! One sort and one index for every list: entries are ordered and found by a text key.
//!
//! Each sort or map over a type of its own would be compiled once more into the wasm, some four
//! kilobytes a time; all lists here are ordered by text, so one is enough.

use std::cmp::Ordering;

use crate::list::{Listed, joined};

/// Positions by key, in the order of the keys; positions of one key in the order given.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    entries: Vec<(String, usize)>,
    /// How many bytes all keys begin with alike.
    alike: usize,
    /// The eight bytes behind these, as a number: a search looks at keys only where it is the same. Few keys are
    /// searched without.
    heads: Vec<u64>,
}

impl Index {
    /// From the keys of a list.
    pub(crate) fn of<'k>(mut keys: impl Iterator<Item = &'k str>) -> Self {
        Self::gather(&mut || keys.next().map(str::to_owned))
    }

    /// An index of many keys; of a few none, since a look at each is faster than sorting them.
    pub(crate) fn of_many<'k, I: Iterator<Item = &'k str>>(count: usize, keys: impl FnOnce() -> I) -> Option<Self> {
        const FEW: usize = 32;
        (count > FEW).then(|| Self::of(keys()))
    }

    /// From keys that were put together.
    pub(crate) fn of_keys(mut keys: impl Iterator<Item = String>) -> Self {
        Self::gather(&mut || keys.next())
    }

    /// Compiled once, whatever the keys come from.
    fn gather(next: &mut dyn FnMut() -> Option<String>) -> Self {
        let mut keys = Vec::new();
        while let Some(key) = next() {
            keys.push(key);
        }
        let key = |at: usize| keys.get(at).map_or("", String::as_str);
        let order = sorted(keys.len(), &|a, b| compare(key(a), key(b)).is_lt());
        let mut entries = Vec::with_capacity(keys.len());
        for position in order {
            entries.push((keys.get_mut(position).map(std::mem::take).unwrap_or_default(), position));
        }
        Self::sorted(entries)
    }

    fn sorted(entries: Vec<(String, usize)>) -> Self {
        const FEW: usize = 16;
        let mut index = Self { entries, alike: 0, heads: Vec::new() };
        if let [(first, _), .., (last, _)] = index.entries.as_slice()
            && index.entries.len() > FEW
        {
            index.alike = first.bytes().zip(last.bytes()).take_while(|(a, b)| a == b).count();
            index.heads = index.entries.iter().map(|(key, _)| head(key, index.alike)).listed();
        }
        index
    }

    /// The same keys with the values at their positions in the place of the positions.
    pub(crate) fn mapped(mut self, values: &[usize]) -> Self {
        for (_, position) in &mut self.entries {
            *position = values.get(*position).copied().unwrap_or(usize::MAX);
        }
        self
    }

    /// The first position of a key.
    pub(crate) fn get(&self, key: &str) -> Option<usize> {
        // Where the key is not there, the next one stands in its place.
        self.entries.get(self.place_of(key)).filter(|(other, _)| other == key).map(|(_, position)| *position)
    }

    /// Whether the key is there.
    pub(crate) fn holds(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Every position of a key.
    pub(crate) fn all(&self, key: &str) -> &[(String, usize)] {
        let at = self.place_of(key);
        match self.entries.get(at..) {
            Some(rest @ [(first, _), ..]) if first == key => first_group(rest),
            _ => &[],
        }
    }

    fn place_of(&self, key: &str) -> usize {
        let entries = self.entries.as_slice();
        let (from, to) = match entries.first() {
            Some((first, _)) if !self.heads.is_empty() => {
                if key.as_bytes().get(..self.alike) != first.as_bytes().get(..self.alike) {
                    return if key < first.as_str() { 0 } else { entries.len() };
                }
                let head = head(key, self.alike);
                let from = self.heads.partition_point(|other| *other < head);
                let same = self.heads.get(from..).map_or(0, |rest| rest.partition_point(|other| *other == head));
                (from, from.saturating_add(same))
            }
            _ => (0, entries.len()),
        };
        let alike = entries.get(from..to).unwrap_or(&[]);
        from.saturating_add(alike.partition_point(|(other, _)| compare(other, key).is_lt()))
    }

    /// Key by key, every position of each.
    pub(crate) fn groups(&self) -> Groups<'_> {
        Groups(&self.entries)
    }

    /// Every key, each once, for a list of what is known.
    pub(crate) fn keys(&self) -> Vec<&str> {
        self.groups().filter_map(|group| group.first()).map(|(key, _)| key.as_str()).listed()
    }

    /// Some of the keys: of many nobody would read all.
    pub(crate) fn some_keys(&self) -> Vec<&str> {
        const SOME: usize = 50;
        self.groups().take(SOME).filter_map(|group| group.first()).map(|(key, _)| key.as_str()).listed()
    }

    /// The positions, in the order of the keys.
    pub(crate) fn positions(&self) -> impl Iterator<Item = usize> {
        self.entries.iter().map(|(_, position)| *position)
    }
}

/// Which of two texts stands first, byte by byte as everywhere, but eight at a time: the comparison that wasm comes with
/// takes them one by one.
pub(crate) fn compare(one: &str, other: &str) -> Ordering {
    let (mut ones, mut others) = (one.as_bytes(), other.as_bytes());
    loop {
        let order = eight(ones).cmp(&eight(others));
        let (Some(rest), Some(other_rest)) = (ones.get(8..), others.get(8..)) else {
            return order.then(ones.len().cmp(&others.len()));
        };
        if order.is_ne() {
            return order;
        }
        (ones, others) = (rest, other_rest);
    }
}

/// Eight bytes of a key, the first the weightiest: of two keys that begin alike the one with less stands before the
/// other, and where it is the same the keys themselves say.
fn head(key: &str, from: usize) -> u64 {
    eight(key.as_bytes().get(from..).unwrap_or(&[]))
}

/// The first eight bytes as a number; what is missing counts as 0.
#[inline]
fn eight(bytes: &[u8]) -> u64 {
    if let Some(eight) = bytes.first_chunk() {
        return u64::from_be_bytes(*eight);
    }
    let shifted = |number: u64, byte: &u8| number << 8 | u64::from(*byte);
    let missing = 8_usize.saturating_sub(bytes.len()).saturating_mul(8);
    let number = bytes.iter().fold(0, shifted);
    u32::try_from(missing).ok().and_then(|missing| number.checked_shl(missing)).unwrap_or(0)
}

/// The entries of one key after the other.
pub(crate) struct Groups<'i>(&'i [(String, usize)]);

impl<'i> Iterator for Groups<'i> {
    type Item = &'i [(String, usize)];

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_empty() {
            return None;
        }
        let group = first_group(self.0);
        self.0 = self.0.get(group.len()..).unwrap_or(&[]);
        Some(group)
    }
}

/// The entries at the front that share a key.
fn first_group(entries: &[(String, usize)]) -> &[(String, usize)] {
    let Some((key, _)) = entries.first() else { return &[] };
    let end = entries.iter().position(|(other, _)| other != key).unwrap_or(entries.len());
    entries.get(..end).unwrap_or(&[])
}

/// The positions of a list in their order; those that do not precede each other stay in the order
/// given. A merge sort over positions: the library's, for each type that it sorts, weighs ten times
/// as much.
pub(crate) fn sorted(length: usize, precedes: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).listed();
    if (1..length).all(|at| !precedes(at, at.saturating_sub(1))) {
        return order;
    }
    let mut run = 1_usize;
    while run < length {
        let mut merged = Vec::with_capacity(length);
        for pair in order.chunks(run.saturating_mul(2)) {
            let (left, right) = pair.split_at_checked(run).unwrap_or((pair, &[]));
            merge(left, right, precedes, &mut merged);
        }
        order = merged;
        run = run.saturating_mul(2);
    }
    order
}

/// Two runs that are in order, as one.
fn merge(mut left: &[usize], mut right: &[usize], precedes: &dyn Fn(usize, usize) -> bool, merged: &mut Vec<usize>) {
    while let ([a, rest_left @ ..], [b, rest_right @ ..]) = (left, right) {
        if precedes(*b, *a) {
            merged.push(*b);
            right = rest_right;
        } else {
            merged.push(*a);
            left = rest_left;
        }
    }
    merged.extend_from_slice(left);
    merged.extend_from_slice(right);
}

/// Puts a list into the order of its keys; entries of one key stay in the order given.
pub(crate) fn arrange<T>(list: &mut [T], key: impl Fn(&T) -> String) {
    if list.len() < 2 {
        return;
    }
    let mut entries = list.iter();
    let order = Index::gather(&mut || entries.next().map(&key)).positions().listed();
    reorder(list, &swaps(order));
}

/// Swaps each place with the one named for it, in turn.
pub(crate) fn reorder<T>(list: &mut [T], swaps: &[usize]) {
    for (place, from) in swaps.iter().enumerate() {
        list.swap(place, *from);
    }
}

/// The swaps that put a list into an order of its positions.
pub(crate) fn swaps(mut order: Vec<usize>) -> Vec<usize> {
    for place in 0..order.len() {
        // The entry that belongs here was moved on for as long as its place was given away.
        let mut from = order.get(place).copied().unwrap_or(place);
        while from < place {
            from = order.get(from).copied().unwrap_or(place);
        }
        if let Some(entry) = order.get_mut(place) {
            *entry = from;
        }
    }
    order
}

/// A key of several parts; the separator sorts before anything that a part may hold.
pub(crate) fn key_of(parts: &[&str]) -> String {
    joined(parts, "\u{0}")
}

/// A number as a key that sorts as numbers do.
pub(crate) fn number_key(number: impl Into<u64>) -> String {
    format!("{:020}", number.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_compared_as_byte_by_byte() {
        let ends = ["", "\0", "\0\0", "a", "b", "号", "\u{7f}", "\u{80}"];
        let texts = (0..18).flat_map(|length| ends.map(|end| "x".repeat(length) + end)).listed();
        for one in &texts {
            for other in &texts {
                assert_eq!(compare(one, other), one.as_bytes().cmp(other.as_bytes()), "{one:?} {other:?}");
                let (one, other) = (format!("{one}longer"), format!("{other}longer"));
                assert_eq!(compare(&one, &other), one.cmp(&other), "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn keys_are_found_and_grouped() {
        let index = Index::of(["b", "a", "b"].into_iter());
        assert_eq!(index.get("b"), Some(0));
        assert_eq!([index.get("c"), index.get("aa"), index.get("")], [None; 3]);
        assert_eq!(index.all("b").len(), 2);
        assert_eq!(index.keys(), ["a", "b"]);
        assert_eq!(index.positions().collect::<Vec<_>>(), [1, 0, 2]);
        let mut list = vec![3_u64, 20, 1];
        arrange(&mut list, |n| number_key(*n));
        assert_eq!(list, [1, 3, 20]);
    }
}
