//! What is done to a file's bytes.

use proptest::prelude::*;
use proptest::sample::Index;

/// Longest stretch that one mutation concerns, in bytes.
const LONGEST: usize = 200;

/// What breaks parsers: extreme numbers, brackets that open, ends that come too early.
const TOKENS: [&[u8]; 24] = [
    b"\0",
    b"\xFF\xFF\xFF\xFF",
    b"\x7F\xFF\xFF\xFF",
    b"-1",
    b"99999999999999999999",
    b"1e308",
    b"NaN",
    b"((((((((((((((((",
    b"[[[[[[[[[[[[[[[[",
    b"<<<<<<<<<<<<<<<<",
    b"{{{{{{{{{{{{{{{{",
    b"<table><tr><td>",
    b"</w:p></w:tc>",
    b"<w:tbl><w:tr><w:tc>",
    b"&#xFFFFFF;",
    b"]]>",
    b"endstream endobj ",
    b" 0 R ",
    b"\\bin99999 ",
    b"\\u-1?",
    b"\r\n\x0C",
    b"\xCC\x81",
    "\u{ad}\u{202e}\u{feff}".as_bytes(),
    "Teenistuskoha p\u{f5}hieesm\u{e4}rk 1.1.1.1.1. ".as_bytes(),
];

/// One change of a file.
#[derive(Clone, Debug)]
pub enum Mutation {
    /// A byte becomes another.
    Set(Index, u8),
    /// A stretch is left out.
    Drop(Index, usize),
    /// A stretch stands there twice.
    Double(Index, usize),
    /// A token is put in, or put over what is there.
    Token(Index, Index, bool),
    /// A stretch of another file is put in.
    Splice(Index, Index, usize),
    /// A digit becomes another.
    Digit(Index, u8),
    /// The file ends here.
    End(Index),
}

/// Any change.
pub fn mutation() -> impl Strategy<Value = Mutation> {
    let at = any::<Index>;
    prop_oneof![
        4 => (at(), any::<u8>()).prop_map(|(at, byte)| Mutation::Set(at, byte)),
        3 => (at(), 1..LONGEST).prop_map(|(at, len)| Mutation::Drop(at, len)),
        3 => (at(), 1..LONGEST).prop_map(|(at, len)| Mutation::Double(at, len)),
        4 => (at(), at(), any::<bool>()).prop_map(|(at, t, over)| Mutation::Token(at, t, over)),
        3 => (at(), at(), 1..LONGEST).prop_map(|(at, from, len)| Mutation::Splice(at, from, len)),
        4 => (at(), b'0'..=b'9').prop_map(|(at, digit)| Mutation::Digit(at, digit)),
        1 => at().prop_map(Mutation::End),
    ]
}

/// Changes a file; `other` is where spliced stretches come from.
pub fn apply(mutations: &[Mutation], bytes: &mut Vec<u8>, other: &[u8]) {
    for mutation in mutations {
        if bytes.is_empty() {
            return;
        }
        let count = bytes.len();
        let stretch = |at: &Index, len: usize| {
            let from = at.index(count);
            from..(from + len).min(count)
        };
        match mutation {
            Mutation::Set(at, byte) => bytes[at.index(count)] = *byte,
            Mutation::Drop(at, len) => drop(bytes.drain(stretch(at, *len))),
            Mutation::Double(at, len) => {
                let range = stretch(at, *len);
                let copy = bytes[range.clone()].to_vec();
                bytes.splice(range.end..range.end, copy);
            }
            Mutation::Token(at, token, over) => {
                let token = token.get(&TOKENS);
                let range = stretch(at, if *over { token.len() } else { 0 });
                bytes.splice(range, token.iter().copied());
            }
            Mutation::Splice(at, from, len) => {
                if !other.is_empty() {
                    let from = from.index(other.len());
                    let copy = &other[from..(from + len).min(other.len())];
                    bytes.splice(stretch(at, 0), copy.iter().copied());
                }
            }
            Mutation::Digit(at, digit) => {
                let from = at.index(count);
                let found = bytes[from..].iter().position(u8::is_ascii_digit);
                if let Some(ahead) = found {
                    bytes[from + ahead] = *digit;
                }
            }
            Mutation::End(at) => bytes.truncate(at.index(count)),
        }
    }
}
