//! What Estonian spelling and inflection say about a hyphen. All words are in lower case.

use hypher::{Lang, hyphenate_bounded};

/// Endings of number and case; the plural's `de`/`te`/`i` also before a case ending.
const ENDINGS: [&str; 46] = [
    "d", "t", "de", "te", "id", "le", "l", "lt", "ks", "sse", "s", "st", "ni", "na", "ta", "ga",
    "dele", "del", "delt", "deks", "desse", "des", "dest", "deni", "dena", "deta", "dega", "tele",
    "tel", "telt", "teks", "tesse", "tes", "test", "teni", "tena", "teta", "tega", "iks", "il",
    "ile", "ilt", "is", "ist", "isse", "ini",
];

/// Endings that no first part of a solid compound has (participles and nouns of action in inflected form, the plural's
/// cases, adjectives in -line): two halves that share one are co-ordinated.
const OUTER_ENDINGS: [&str; 11] = [
    "vat", "vad", "vaid", "vate", "mine", "mist", "line", "dele", "tele", "dega", "tega",
];

/// Letters of the stem that may stand before an ending, behind the break: gradation changes them.
const STEM_LETTERS: usize = 2;

/// Whether this is nothing or an ending of number and case.
pub fn is_ending(rest: &str) -> bool {
    rest.is_empty() || ENDINGS.contains(&rest)
}

/// Whether this may be a stem's last letters with an ending: at most two letters stand before the longest ending.
pub fn is_short_ending(rest: &str) -> bool {
    let ending = ENDINGS
        .iter()
        .filter(|e| rest.ends_with(**e))
        .map(|e| e.len())
        .max();
    let stem = rest.len() - ending.unwrap_or(0);
    rest.get(..stem)
        .is_some_and(|s| s.chars().count() <= STEM_LETTERS)
}

/// Whether three equal letters would meet (`jää-äär`, `plekk-katus`): spelling then demands a hyphen.
pub fn three_equal_letters(left: &str, right: &str) -> bool {
    let mut before = left.chars().rev();
    let mut after = right.chars();
    let (l1, l2) = (before.next(), before.next());
    let (r1, r2) = (after.next(), after.next());
    l1.is_some() && l1 == r1 && (l1 == l2 || r1 == r2)
}

/// Whether both halves end with the same ending of [`OUTER_ENDINGS`] and have at least two letters before it.
pub fn inflected_alike(left: &str, right: &str) -> bool {
    let has_stem = |word: &str, ending: &str| {
        word.strip_suffix(ending)
            .is_some_and(|stem| stem.chars().count() >= 2)
    };
    OUTER_ENDINGS
        .iter()
        .any(|e| has_stem(left, e) && has_stem(right, e))
}

/// Whether a line may end between the two parts of a word: by Estonian hyphenation patterns (two letters may stand
/// alone on either side, as in word processors; the patterns' own bound is three on the right), or by the syllable rule
/// that other producers' patterns follow: a single consonant between vowels opens the next syllable (`põhiüle-sanded`).
pub fn may_break(left: &str, right: &str) -> bool {
    opens_syllable(left, right) || pattern_breaks(left, right)
}

fn opens_syllable(left: &str, right: &str) -> bool {
    let is_vowel = |c: char| "aeiouõäöü".contains(c);
    let mut after = right.chars();
    let consonant = after
        .next()
        .is_some_and(|c| c.is_alphabetic() && !is_vowel(c));
    consonant
        && after.next().is_some_and(is_vowel)
        && left.chars().next_back().is_some_and(is_vowel)
        && left.chars().count() > 1
}

fn pattern_breaks(left: &str, right: &str) -> bool {
    let word = format!("{left}{right}");
    let mut at = 0;
    hyphenate_bounded(&word, Lang::Estonian, 2, 2).any(|syllable| {
        at += syllable.len();
        at == left.len() && at < word.len()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn break_points() {
        assert!(may_break("tööülesan", "ded"));
        assert!(may_break("õi", "geaegse"));
        assert!(may_break("tegevus", "te"));
        assert!(may_break("põhiüle", "sanded"));
        assert!(!may_break("tööülesa", "nded"));
        assert!(!may_break("tööülesand", "ed"));
        assert!(!may_break("", "töö"));
        assert!(!may_break("töö", ""));
        assert!(
            may_break(&"tele".repeat(20), "visioon"),
            "longer than 45 bytes"
        );
    }

    #[test]
    fn endings() {
        assert!(is_ending("") && is_ending("dele") && !is_ending("otus"));
        assert!(is_short_ending("nete") && is_short_ending("ded") && is_short_ending("t"));
        assert!(!is_short_ending("juht") && !is_short_ending("ala") && !is_short_ending("haldus"));
        assert!(
            ENDINGS
                .iter()
                .all(|e| ENDINGS.iter().filter(|f| f == &e).count() == 1)
        );
    }

    #[test]
    fn hyphens_that_spelling_demands() {
        assert!(three_equal_letters("jää", "äär") && three_equal_letters("plekk", "katus"));
        assert!(!three_equal_letters("maja", "aed") && !three_equal_letters("", ""));
        assert!(inflected_alike("nõustavat", "konsulteerivat"));
        assert!(!inflected_alike("ametiüle", "sandeid") && !inflected_alike("vat", "vat"));
    }
}
