//! Bytes looked at eight at a time.

/// Whether two short texts are the same, eight bytes at a time: the comparison that wasm comes with takes one by one.
#[inline]
pub(in crate::base::json) fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let ((ones, one_rest), (others, other_rest)) = (one.as_chunks::<8>(), other.as_chunks::<8>());
    let eights = ones.iter().zip(others).all(|(a, b)| u64::from_le_bytes(*a) == u64::from_le_bytes(*b));
    eights && one_rest.iter().zip(other_rest).all(|(a, b)| a == b)
}

/// How many bytes in front of a text stand for themselves: neither quote nor backslash nor control character.
/// Eight at a time: a byte is one of these where taking it away borrows from the bit above it.
#[inline]
pub(in crate::base::json) fn plain(bytes: &[u8]) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const TOP: u64 = 0x8080_8080_8080_8080;
    let below = |word: u64, least: u64| word.wrapping_sub(EACH.wrapping_mul(least)) & !word & TOP;
    let is = |word: u64, byte: u8| below(word ^ EACH.wrapping_mul(u64::from(byte)), 1);
    let (eights, rest) = bytes.as_chunks::<8>();
    for (index, eight) in eights.iter().enumerate() {
        let word = u64::from_le_bytes(*eight);
        let found = is(word, b'"') | is(word, b'\\') | below(word, 0x20);
        if found != 0 {
            let within = usize::try_from(found.trailing_zeros() >> 3).unwrap_or(0);
            return index.saturating_mul(8).saturating_add(within);
        }
    }
    let stops = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1F);
    bytes.len().saturating_sub(rest.len()).saturating_add(rest.iter().position(stops).unwrap_or(rest.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_bytes_at_a_time_find_what_one_by_one_do() {
        let letters = [0, 1, 0x1F, b' ', b'!', b'"', b'#', b'[', b'\\', b']', 0x7F, 0x80, 0xA2, 0xDC, 0xFF];
        for stop in letters {
            for other in letters {
                for length in 0..20 {
                    let mut bytes = vec![b'a'; length];
                    bytes.extend([stop, other]);
                    bytes.resize(length + 9, b'"');
                    let stops = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1F);
                    assert_eq!(Some(plain(&bytes)), bytes.iter().position(stops), "{bytes:?}");
                    let mut changed = bytes.clone();
                    changed[length] = changed[length].wrapping_add(1);
                    assert!(same(&bytes, &bytes.clone()) && !same(&bytes, &changed) && !same(&bytes, &bytes[1..]));
                }
            }
        }
    }
}
