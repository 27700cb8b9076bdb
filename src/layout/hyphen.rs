//! Hyphens at line ends: joined or kept by evidence.
//!
//! That both halves are words is never a reason to keep a hyphen: `teenistus-/ülesanded` is one word.

mod estonian;

use super::words::{Vocabulary, fold_into, is_hyphen};

/// What becomes of a hyphen at a line's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// It only broke the word: it goes, and the halves are one word.
    Join,
    /// It is a compound's own (`IT-osakond`): it stays, without a blank.
    Keep,
    /// It stands for a word's second part that comes later (`sise- kui väliskliendi`): it stays, with a blank.
    KeepBlank,
}

/// What decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The document has the joined form, another form of the same word, or a word that begins like it.
    Document,
    /// Another document of the collection has the joined form.
    Collection,
    /// The dictionary has the joined form.
    Dictionary,
    /// The hyphenated form (or one that begins like it) stands elsewhere; or spelling demands the hyphen: three equal
    /// letters would meet, both halves have the same inflection as only co-ordinated compounds have, or the author
    /// used a non-breaking hyphen.
    Compound,
    /// A conjunction follows.
    Conjunction,
    /// A capital follows a small letter.
    Capital,
    /// A digit stands beside the hyphen.
    Digit,
    /// A single letter or an abbreviation in capitals stands before the hyphen.
    Abbreviation,
    /// Estonian does not break a word there.
    NoBreakPoint,
    /// Nothing decided, or evidence for both: the halves are joined, and the place must be reported.
    Undecided,
}

/// Judges the hyphen between `left`, a line's last word, which ends with a hyphen, and `right`, the next line's first
/// word. `conjunctions` are in lower case.
///
/// A `left` without hyphen, and a lone dash, get [`Joint::KeepBlank`]: these are two words.
pub fn joint(
    left: &str,
    right: &str,
    vocabulary: &Vocabulary,
    conjunctions: &[String],
) -> (Joint, Evidence) {
    let Some(halves) = Halves::new(left, right) else {
        return (Joint::KeepBlank, Evidence::NoBreakPoint);
    };
    by_conjunction(&halves, vocabulary, conjunctions)
        .or_else(|| by_shape(&halves))
        .or_else(|| by_known_form(&halves, vocabulary))
        .or_else(|| by_spelling(&halves))
        .or_else(|| by_beginning(&halves, vocabulary))
        .or_else(|| by_inflection(&halves, vocabulary))
        .or_else(|| by_break_point(&halves))
        .unwrap_or((Joint::Join, Evidence::Undecided))
}

/// The joined form, folded as [`super::words::word_hash`] wants it: if [`Evidence::Undecided`], another document that
/// has it decides.
pub fn joined_form(left: &str, right: &str) -> Option<String> {
    Halves::new(left, right).map(|h| h.joined)
}

/// The two halves in the shapes that the rules ask for.
struct Halves<'a> {
    /// The left half as written, without hyphen, from its last inner hyphen or other mark on.
    tail: &'a str,
    /// The right half as written, up to its first mark.
    head: &'a str,
    /// The right half as written, without marks at its ends.
    right: &'a str,
    /// Whether the author forbade a break at the hyphen.
    non_breaking: bool,
    /// Folded left half, inner hyphens included.
    left: String,
    /// Both halves folded, without hyphen.
    joined: String,
    /// Both halves folded, with hyphen.
    hyphenated: String,
}

impl<'a> Halves<'a> {
    /// `None` if there is no hyphen behind a letter or digit, or none follows.
    fn new(left: &'a str, right: &'a str) -> Option<Self> {
        let (end, hyphen) = left.char_indices().next_back()?;
        let bare = left.get(..end).filter(|_| is_hyphen(hyphen))?;
        let tail = bare.rsplit(|c: char| !c.is_alphanumeric()).next()?;
        let right = right.trim_end_matches(|c: char| !c.is_alphanumeric());
        let head = right.split(|c: char| !c.is_alphanumeric()).next()?;
        if tail.is_empty() || head.is_empty() {
            return None;
        }
        let compound = right.split(|c: char| !c.is_alphanumeric() && !is_hyphen(c));
        let (left, next) = (fold(bare), fold(compound.clone().next()?));
        Some(Self {
            tail,
            head,
            right,
            non_breaking: hyphen == '\u{2011}',
            joined: format!("{left}{next}"),
            hyphenated: format!("{left}-{next}"),
            left,
        })
    }

    /// The folded right half.
    fn next(&self) -> &str {
        self.joined.get(self.left.len()..).unwrap_or_default()
    }
}

fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    folded
}

type Verdict = Option<(Joint, Evidence)>;

/// `töö- ja` is suspended; but `tööta-/ja` is one word where the document has `töötaja` or `töötajale`.
fn by_conjunction(halves: &Halves, vocabulary: &Vocabulary, conjunctions: &[String]) -> Verdict {
    let parts = halves.right.split('/').map(str::to_lowercase);
    if !parts.into_iter().all(|part| conjunctions.contains(&part)) {
        return None;
    }
    let mut forms = vocabulary.beginning_with(&halves.joined);
    let is_form = |w: &str| {
        w.strip_prefix(&halves.joined)
            .is_some_and(estonian::is_ending)
    };
    if forms.any(is_form) {
        Some((Joint::Join, Evidence::Document))
    } else if vocabulary.in_collection(&halves.joined) {
        Some((Joint::Join, Evidence::Collection))
    } else if vocabulary.in_dictionary(&halves.joined) {
        Some((Joint::Join, Evidence::Dictionary))
    } else {
        Some((Joint::KeepBlank, Evidence::Conjunction))
    }
}

/// Digits, capitals, abbreviations and non-breaking hyphens show by themselves that the hyphen is the author's.
fn by_shape(halves: &Halves) -> Verdict {
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    let evidence = if digit(halves.tail.chars().next_back()) || digit(halves.head.chars().next()) {
        Evidence::Digit
    } else if halves.tail.chars().count() == 1 {
        Evidence::Abbreviation
    } else if !halves.tail.chars().all(char::is_uppercase) {
        if !halves.head.starts_with(char::is_uppercase) {
            return non_breaking(halves);
        }
        Evidence::Capital
    } else if halves.head.starts_with(char::is_lowercase) {
        Evidence::Abbreviation
    } else if halves.head.chars().any(char::is_lowercase) {
        Evidence::Capital
    } else {
        return non_breaking(halves); // a heading in capitals
    };
    Some((Joint::Keep, evidence))
}

fn non_breaking(halves: &Halves) -> Verdict {
    halves
        .non_breaking
        .then_some((Joint::Keep, Evidence::Compound))
}

/// The joined or the hyphenated form stands elsewhere: in the document, else the collection, else the dictionary.
fn by_known_form(halves: &Halves, vocabulary: &Vocabulary) -> Verdict {
    let count = |w: &str| vocabulary.count(w);
    let collection = |w: &str| usize::from(vocabulary.in_collection(w));
    let dictionary = |w: &str| usize::from(vocabulary.in_dictionary(w));
    let (joined, hyphenated) = (halves.joined.as_str(), halves.hyphenated.as_str());
    weigh(count(joined), count(hyphenated), Evidence::Document)
        .or_else(|| {
            weigh(
                collection(joined),
                collection(hyphenated),
                Evidence::Collection,
            )
        })
        .or_else(|| {
            weigh(
                dictionary(joined),
                dictionary(hyphenated),
                Evidence::Dictionary,
            )
        })
}

fn weigh(joined: usize, hyphenated: usize, evidence: Evidence) -> Verdict {
    match joined.cmp(&hyphenated) {
        std::cmp::Ordering::Greater => Some((Joint::Join, evidence)),
        std::cmp::Ordering::Less => Some((Joint::Keep, Evidence::Compound)),
        std::cmp::Ordering::Equal if joined > 0 => Some((Joint::Join, Evidence::Undecided)),
        std::cmp::Ordering::Equal => None,
    }
}

/// Three equal letters in a row, and two halves inflected alike (`nõustavat-konsulteerivat`), demand a hyphen.
fn by_spelling(halves: &Halves) -> Verdict {
    let keep = estonian::three_equal_letters(&halves.left, halves.next())
        || estonian::inflected_alike(&halves.left, halves.next());
    keep.then_some((Joint::Keep, Evidence::Compound))
}

/// A word of the document begins like one of the two forms: up to two letters behind the hyphen, at least six in all,
/// for two forms of a word (`ülesannet`, `ülesannete`) share that much and other words seldom do.
fn by_beginning(halves: &Halves, vocabulary: &Vocabulary) -> Verdict {
    let missing = 6usize.saturating_sub(halves.left.chars().count());
    let letters = missing.max(2);
    let shared = halves.next().char_indices().nth(letters);
    let length = shared.map_or(halves.next().len(), |(at, _)| at);
    let beginning = halves.next().get(..length).unwrap_or_default();
    if beginning.chars().count() < letters {
        return None;
    }
    let joined = format!("{}{beginning}", halves.left);
    let hyphenated = format!("{}-{beginning}", halves.left);
    let count = |start: &str| vocabulary.beginning_with(start).count();
    weigh(count(&joined), count(&hyphenated), Evidence::Document)
}

/// A word of the document differs in its case ending only, gradation included (`ülesan-ded`, `ülesan-nete`).
fn by_inflection(halves: &Halves, vocabulary: &Vocabulary) -> Verdict {
    if halves.left.chars().count() < 5 || !estonian::is_short_ending(halves.next()) {
        return None;
    }
    let mut words = vocabulary.beginning_with(&halves.left);
    let same = |w: &str| {
        w.strip_prefix(&halves.left)
            .is_some_and(|rest| !rest.is_empty() && estonian::is_short_ending(rest))
    };
    words.any(same).then_some((Joint::Join, Evidence::Document))
}

fn by_break_point(halves: &Halves) -> Verdict {
    let (tail, head) = (halves.tail.to_lowercase(), halves.head.to_lowercase());
    (!estonian::may_break(&tail, &head)).then_some((Joint::Keep, Evidence::NoBreakPoint))
}

#[cfg(test)]
mod tests;
