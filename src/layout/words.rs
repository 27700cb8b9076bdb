//! The words that are known: evidence for line-end hyphens.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use crate::pipeline::SetupError;
use crate::read::text::charset;
use crate::read::{Document, Word};

/// The words of a document, of its collection and of a dictionary, folded by [`fold_into`].
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// The document's words, each followed by a line feed.
    folded: String,
    /// The same, sorted; made when first needed, for most documents have no line-end hyphen.
    ordered: OnceCell<Vec<Range<u32>>>,
    dictionary: Option<Arc<HashSet<u64>>>,
    known: HashSet<u64>,
}

impl Vocabulary {
    /// The whole words of a document. Not whole are a word with an outer hyphen (`sise-`, `-välistele`) and what
    /// follows one on the next line.
    pub fn of_document(document: &Document) -> Self {
        let mut folded = String::with_capacity(document.text.len());
        let mut hyphenated: Option<&Word> = None;
        for word in &document.words {
            let text = word_text(document, word);
            let continues = hyphenated.is_some_and(|before| begins_line(before, word));
            if !continues && fold_into(text, &mut folded) {
                folded.push('\n');
            }
            hyphenated = text.ends_with(is_hyphen).then_some(word);
        }
        Self {
            folded,
            ..Self::default()
        }
    }

    /// Adds a dictionary ([`load_dictionary`]).
    pub fn with_dictionary(mut self, dictionary: Option<Arc<HashSet<u64>>>) -> Self {
        self.dictionary = dictionary;
        self
    }

    /// Adds hashes of words that other documents of the collection have.
    pub fn with_known(mut self, known: &[u64]) -> Self {
        self.known.extend(known);
        self
    }

    /// Hashes of the document's words, sorted, each once.
    pub fn hashes(&self) -> Vec<u64> {
        let mut hashes: Vec<u64> = self.folded.lines().map(word_hash).collect();
        hashes.sort_unstable();
        hashes.dedup();
        hashes
    }

    /// How often the document has a folded word.
    pub fn count(&self, word: &str) -> usize {
        self.beginning_with(word).take_while(|w| *w == word).count()
    }

    /// The document's words that begin so, in order; the same word as often as it stands there.
    pub fn beginning_with<'a>(&'a self, start: &'a str) -> impl Iterator<Item = &'a str> {
        let ordered = self.ordered.get_or_init(|| self.sort());
        let first = ordered.partition_point(|r| self.word(r) < start);
        ordered
            .iter()
            .skip(first)
            .map(|r| self.word(r))
            .take_while(move |w| w.starts_with(start))
    }

    /// Whether the collection has a folded word.
    pub fn in_collection(&self, word: &str) -> bool {
        !self.known.is_empty() && self.known.contains(&word_hash(word))
    }

    /// Whether the dictionary has a folded word.
    pub fn in_dictionary(&self, word: &str) -> bool {
        let dictionary = self.dictionary.as_ref();
        dictionary.is_some_and(|d| d.contains(&word_hash(word)))
    }

    fn word(&self, range: &Range<u32>) -> &str {
        let range = range.start as usize..range.end as usize;
        self.folded.get(range).unwrap_or_default()
    }

    fn sort(&self) -> Vec<Range<u32>> {
        let mut at = 0;
        let mut ordered: Vec<Range<u32>> = Vec::new();
        for word in self.folded.lines() {
            let end = at + word.len() as u32;
            ordered.push(at..end);
            at = end + 1;
        }
        ordered.sort_unstable_by(|a, b| self.word(a).cmp(self.word(b)));
        ordered
    }
}

/// The hash of a folded word: 64-bit FNV-1a over its UTF-8 bytes (offset basis cbf29ce484222325, prime 100000001b3).
/// Stable across releases, for runs keep these hashes.
pub fn word_hash(folded: &str) -> u64 {
    folded.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// Appends a word in lower case without what is no letter at its ends, and with one kind of hyphen inside.
/// False, and nothing is appended, if there is no letter or a hyphen beside the outermost letters.
pub fn fold_into(word: &str, out: &mut String) -> bool {
    let tail = word.trim_start_matches(|c: char| !c.is_alphabetic());
    let core = tail.trim_end_matches(|c: char| !c.is_alphabetic());
    let before = word.strip_suffix(tail).unwrap_or_default();
    let after = tail.strip_prefix(core).unwrap_or_default();
    if core.is_empty() || before.ends_with(is_hyphen) || after.starts_with(is_hyphen) {
        return false;
    }
    for c in core.chars() {
        match c {
            'a'..='z' | 'õ' | 'ä' | 'ö' | 'ü' => out.push(c),
            'A'..='Z' => out.push(c.to_ascii_lowercase()),
            c if is_hyphen(c) => out.push('-'),
            c => out.extend(c.to_lowercase()),
        }
    }
    true
}

/// Hyphen-minus, hyphen and non-breaking hyphen; dashes are none.
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn word_text<'a>(document: &'a Document, word: &Word) -> &'a str {
    let range = word.range.start as usize..word.range.end as usize;
    document.text.get(range).unwrap_or_default()
}

/// Whether a word stands on another line than the one before it.
fn begins_line(before: &Word, word: &Word) -> bool {
    let middle = word.bbox.mid_y();
    let same_height = middle > before.bbox.y0 && middle < before.bbox.y1;
    !same_height || word.bbox.x0 < before.bbox.x0
}

/// Reads a word list: one word a line, or a Hunspell `.dic` (a count in the first line, flags behind `/`, whose
/// affixes are not applied). Lines that begin with `#` are comments.
///
/// # Errors
/// [`SetupError::File`] if the file cannot be read or holds no words.
pub fn load_dictionary(path: &Path) -> Result<HashSet<u64>, SetupError> {
    let error = |reason: String| SetupError::File {
        path: path.to_owned(),
        reason,
    };
    let bytes = std::fs::read(path).map_err(|e| {
        error(format!(
            "the word list cannot be read ({e}). Check the path."
        ))
    })?;
    let words = dictionary_words(&charset::decode(&bytes).text);
    if words.is_empty() {
        let reason = "there is no word in it. Give one word a line, or a Hunspell .dic.";
        return Err(error(reason.into()));
    }
    Ok(words)
}

fn dictionary_words(text: &str) -> HashSet<u64> {
    let mut words = HashSet::new();
    let mut folded = String::new();
    for line in text.lines().filter(|l| !l.starts_with('#')) {
        let entry = line.split(['/', '\t', ' ']).next().unwrap_or_default();
        folded.clear();
        if fold_into(entry, &mut folded) {
            words.insert(word_hash(&folded));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_text(text: &str) -> Vocabulary {
        let document = crate::read::text::read(text.as_bytes()).expect("text");
        Vocabulary::of_document(&document)
    }

    #[test]
    fn the_hash_is_fnv_1a() {
        // Test vectors of the algorithm's authors.
        assert_eq!(word_hash(""), 0xcbf29ce484222325);
        assert_eq!(word_hash("a"), 0xaf63dc4c8601ec8c);
        assert_eq!(word_hash("foobar"), 0x85944171f73967e8);
    }

    #[test]
    fn words_are_folded() {
        let cases = [
            ("Tööülesanded;", Some("tööülesanded")),
            ("(ŠÕIDUK)", Some("šõiduk")),
            ("Põhja\u{2011}Pärnumaa", Some("põhja-pärnumaa")),
            ("3.1.", None),
            ("sise-", None),
            ("sise-,", None),
            ("-välistele", None),
            ("5-aastane", None),
        ];
        for (word, expected) in cases {
            let mut folded = String::new();
            assert_eq!(fold_into(word, &mut folded), expected.is_some(), "{word}");
            assert_eq!(folded, expected.unwrap_or_default());
        }
    }

    #[test]
    fn fragments_at_line_ends_are_no_words() {
        let v = of_text("Tööülesan-\nded on need. Need on sise- kui\nvälistööd");
        for (word, count) in [
            ("tööülesan", 0),
            ("ded", 0),
            ("need", 2),
            ("nee", 0),
            ("sise", 0),
            ("kui", 1),
            ("välistööd", 1),
        ] {
            assert_eq!(v.count(word), count, "{word}");
        }
        assert_eq!(v.hashes().len(), 4); // on, need, kui, välistööd
        let starts: Vec<&str> = v.beginning_with("ne").collect();
        assert_eq!(starts, ["need", "need"]);
    }

    #[test]
    fn word_lists() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("et.dic");
        for bytes in [
            &b"3\n# list\nt\xF6\xF6/AB\n\xF5igus po:noun\r\nE-kiri\n"[..],
            "töö\nõigus\ne-kiri".as_bytes(),
        ] {
            std::fs::write(&path, bytes).expect("written");
            let words = load_dictionary(&path).expect("loaded");
            let expected = ["töö", "õigus", "e-kiri"].map(word_hash);
            assert_eq!(words, HashSet::from(expected));
        }
        std::fs::write(&path, "12\n").expect("written");
        assert!(load_dictionary(&path).is_err());
        assert!(load_dictionary(&folder.path().join("none")).is_err());
    }
}
