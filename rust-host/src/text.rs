//! Text as Python has it: Unicode in which lone surrogates may stand.

use std::fmt;

/// At most this many bytes of a string are kept in outcome data.
const LIMIT: usize = 16 * 1024;
const CUT_MARK: &str = "…";

/// A piece of Python text. Kept as WTF-8: UTF-8, in which a lone surrogate is
/// written as the three bytes its number would give.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Text(Vec<u8>);

/// What a [`Text`] consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part<'a> {
    Str(&'a str),
    Surrogate(u16),
}

impl Text {
    /// Takes WTF-8 bytes; more than 16 kB are cut, which a final `…` shows.
    pub(crate) fn from_wtf8(bytes: &[u8]) -> Self {
        if bytes.len() <= LIMIT {
            return Self(bytes.to_vec());
        }
        let mut end = LIMIT - CUT_MARK.len();
        while is_continuation(bytes[end]) {
            end -= 1;
        }
        let mut cut = bytes[..end].to_vec();
        cut.extend_from_slice(CUT_MARK.as_bytes());
        Self(cut)
    }

    /// The text, lone surrogates replaced by U+FFFD.
    pub fn to_string_lossy(&self) -> String {
        self.to_string()
    }

    pub(crate) fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        let mut rest = self.0.as_slice();
        std::iter::from_fn(move || {
            let (part, length) = match std::str::from_utf8(rest) {
                Ok("") => return None,
                Ok(all) => (Part::Str(all), rest.len()),
                Err(error) if error.valid_up_to() == 0 => (surrogate(rest), rest.len().min(3)),
                Err(error) => {
                    let valid = std::str::from_utf8(&rest[..error.valid_up_to()]);
                    (Part::Str(valid.unwrap_or_default()), error.valid_up_to())
                }
            };
            rest = &rest[length..];
            Some(part)
        })
    }
}

fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

/// The surrogate that the first three bytes stand for: `ED A0..BF xx`.
fn surrogate(bytes: &[u8]) -> Part<'_> {
    match bytes {
        [0xED, second, third, ..] => {
            Part::Surrogate(0xD000 | u16::from(second & 0x3F) << 6 | u16::from(third & 0x3F))
        }
        _ => Part::Str("\u{FFFD}"),
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::from_wtf8(text.as_bytes())
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.0 == other.as_bytes()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts().try_for_each(|part| match part {
            Part::Str(text) => formatter.write_str(text),
            Part::Surrogate(_) => formatter.write_str("\u{FFFD}"),
        })
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.to_string(), formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lone_surrogate_stands_between_ordinary_text() {
        let text = Text::from_wtf8(b"a\xED\xA0\x80\xC3\xA9");
        let parts: Vec<_> = text.parts().collect();
        assert_eq!(
            parts,
            [Part::Str("a"), Part::Surrogate(0xD800), Part::Str("é")]
        );
        assert_eq!(text.to_string_lossy(), "a\u{FFFD}é");
    }

    #[test]
    fn long_text_is_cut_between_characters() {
        let text = Text::from("é".repeat(LIMIT).as_str()).to_string();
        assert!(text.len() <= LIMIT);
        assert!(text.ends_with("é…"));
    }
}
