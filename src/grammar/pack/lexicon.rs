//! Look-up of folded wordings: whole, or as the beginning of a line.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::edges::{Beginning, Edges, Phrase, STAR_WORDS, first_word, last_word};

/// A wording found at the beginning of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prefix<K> {
    /// What it means.
    pub key: K,
    /// Its number of words, folded.
    pub words: usize,
    /// Where it ends, in bytes of the text, closing colon included.
    pub label_end: usize,
    /// Whether a colon closes it. Without one, the wording may as well be the beginning of a sentence.
    pub colon: bool,
    /// Where the rest begins, in bytes of the text: after blanks, colon and dash. A lone dash stays: it is a value.
    pub rest: usize,
}

/// Wordings with their meaning.
#[derive(Clone, Debug)]
pub struct Lexicon<K> {
    plain: FxHashMap<String, (K, bool)>,
    edges: Edges,
    own: OnceLock<Vec<K>>,
    starred: Vec<(Vec<String>, K, bool)>,
    longest: usize,
    /// Conjunctions: "õigused ja vastutus" is not the responsibility of somebody named "õigused ja".
    stops: Vec<String>,
}

impl<K: Copy> Lexicon<K> {
    /// Compiles folded wordings; the flag says whether the wording is the family's own.
    pub(super) fn new(wordings: &BTreeMap<String, (K, bool)>, stops: &[String]) -> Self {
        let mut plain = FxHashMap::with_capacity_and_hasher(wordings.len(), FxBuildHasher);
        let mut edges = Edges::default();
        let mut starred = Vec::new();
        let mut longest = 0;
        for (wording, &(key, own)) in wordings {
            let words: Vec<&str> = wording.split(' ').collect();
            edges.add(&words);
            if words.contains(&"*") {
                let words = words.into_iter().map(str::to_owned).collect();
                starred.push((words, key, own));
            } else {
                longest = longest.max(words.len());
                plain.insert(wording.clone(), (key, own));
            }
        }
        Lexicon {
            plain,
            edges,
            own: OnceLock::new(),
            starred,
            longest,
            stops: stops.to_vec(),
        }
    }

    /// The meaning of a folded text, as a whole.
    pub fn get(&self, folded: &str) -> Option<K> {
        self.find(folded).map(|(key, _)| key)
    }

    /// [`Lexicon::get`] of what was folded before.
    pub fn get_phrase(&self, phrase: &Phrase) -> Option<K> {
        let may_be = self.edges.may_be(phrase);
        may_be.then(|| self.get(&phrase.text)).flatten()
    }

    /// Whether a text (as written) may be a wording or begin with one without `*`.
    pub fn may_be_or_begin(&self, text: &str) -> bool {
        !self.starred.is_empty() || self.edges.may_open(text)
    }

    /// With what words the wordings begin and end.
    pub fn edges(&self) -> &Edges {
        &self.edges
    }

    /// Whether the folded text is a wording of the pack's family, and not only of the pack that all families extend.
    pub fn is_own(&self, folded: &str) -> bool {
        self.find(folded).is_some_and(|(_, own)| own)
    }

    /// Whether the folded text is known only by a wording with `*`.
    pub fn is_loose(&self, folded: &str) -> bool {
        !self.plain.contains_key(folded) && self.find(folded).is_some()
    }

    /// All wordings, folded and sorted, with what they mean and whether they are the family's own.
    pub fn wordings(&self) -> Vec<(String, K, bool)> {
        let plain = self.plain.iter().map(|(w, &(k, own))| (w.clone(), k, own));
        let starred = self
            .starred
            .iter()
            .map(|(w, k, own)| (w.join(" "), *k, *own));
        let mut all: Vec<_> = plain.chain(starred).collect();
        all.sort_by(|a, b| a.0.cmp(&b.0));
        all
    }

    /// The longest wording that the text (as written) begins with. Wordings with `*` count only if `starred`.
    pub fn prefix(&self, text: &str, starred: bool) -> Option<Prefix<K>> {
        let may_be = (starred && !self.starred.is_empty()) || self.edges.may_open(text);
        may_be.then(|| self.prefix_of(text, &Beginning::of(text), starred))?
    }

    /// [`Lexicon::prefix`] of a text that was folded before.
    pub fn prefix_of(&self, text: &str, begin: &Beginning, starred: bool) -> Option<Prefix<K>> {
        let Beginning { folded, ends, .. } = begin;
        let by_star = || {
            let words: Vec<&str> = folded.as_str().split(' ').collect();
            self.starred_prefix(&words)
        };
        let plain = self.plain_prefix(begin);
        let (key, words) = plain.or_else(|| starred.then(by_star).flatten())?;
        let end = ends.get(words - 1).copied()?;
        let label_end = folded.end_in_input(end);
        let label_end = label_end + colon(text.get(label_end..)?);
        Some(Prefix {
            key,
            words,
            label_end,
            colon: text.get(..label_end)?.ends_with(':'),
            rest: label_end + gap(text.get(label_end..)?),
        })
    }

    /// The wording of several words that a folded word is without its blanks: "kedaasendab".
    pub fn glued(&self, word: &str) -> Option<K> {
        let same = |wording: &str| {
            wording.contains(' ') && wording.split(' ').flat_map(str::chars).eq(word.chars())
        };
        let found = self.plain.iter().find(|(w, _)| same(w));
        found.map(|(_, &(key, _))| key)
    }

    fn plain_prefix(&self, begin: &Beginning) -> Option<(K, usize)> {
        if !self.edges.may_begin(begin) {
            return None;
        }
        let ends = begin.ends.iter().take(self.longest).enumerate().rev();
        ends.filter_map(|(i, &end)| {
            let head = begin.folded.as_str().get(..end)?;
            let key = self.plain.get(head.trim_end_matches([':', '.', ';']))?.0;
            Some((key, i + 1))
        })
        .next()
    }

    fn find(&self, folded: &str) -> Option<(K, bool)> {
        self.plain.get(folded).copied().or_else(|| {
            let edges = (first_word(folded), last_word(folded));
            if self.starred.is_empty() || !self.edges.may_be_starred(edges.0, edges.1) {
                return None;
            }
            let last = folded.rsplit(' ').next().unwrap_or_default();
            let words = OnceCell::new();
            let bare = last.trim_end_matches([':', '.', ';']);
            // Patterns hold closed words or `*`, so most are done with after their last one.
            let ends = |pattern: &[String]| {
                let end = pattern.last().map_or("", String::as_str);
                end == "*" || end == last || end == bare
            };
            let whole = |pattern: &[String]| {
                let words: &Vec<&str> = words.get_or_init(|| folded.split(' ').collect());
                self.matches(pattern, words, true) == Some(words.len())
            };
            self.starred
                .iter()
                .find(|(pattern, ..)| ends(pattern) && whole(pattern))
                .map(|&(_, key, own)| (key, own))
        })
    }

    fn starred_prefix(&self, words: &[&str]) -> Option<(K, usize)> {
        self.starred
            .iter()
            .filter_map(|(pattern, key, _)| Some((*key, self.matches(pattern, words, false)?)))
            .max_by_key(|&(_, count)| count)
    }

    /// How many of the words the pattern takes; all of them if `whole`.
    fn matches(&self, pattern: &[String], words: &[&str], whole: bool) -> Option<usize> {
        let Some((first, rest)) = pattern.split_first() else {
            return (!whole || words.is_empty()).then_some(0);
        };
        if first == "*" {
            return self.matches_star(rest, words, whole);
        }
        let (word, after) = words.split_first()?;
        let fits = word == first || word.trim_end_matches([':', '.', ';']) == first;
        fits.then(|| self.matches(rest, after, whole))?
            .map(|n| n + 1)
    }

    fn matches_star(&self, rest: &[String], words: &[&str], whole: bool) -> Option<usize> {
        (1..=STAR_WORDS.min(words.len())).find_map(|n| {
            let last = words.get(n - 1)?;
            let after = words.get(n..)?;
            let is_stop = self.stops.iter().any(|s| s == last);
            (!is_stop)
                .then(|| self.matches(rest, after, whole))?
                .map(|count| count + n)
        })
    }
}

impl<K: Copy + Ord> Lexicon<K> {
    /// What the family's own wordings mean, each once.
    pub fn own_keys(&self) -> &[K] {
        self.own.get_or_init(|| {
            let own = self.wordings().into_iter().filter(|(.., own)| *own);
            let keys: BTreeSet<K> = own.map(|(_, key, _)| key).collect();
            keys.into_iter().collect()
        })
    }
}

/// Bytes of a colon that follows after blanks.
fn colon(after: &str) -> usize {
    let rest = after.trim_start();
    if rest.starts_with(':') {
        after.len() - rest.len() + 1
    } else {
        0
    }
}

/// Bytes of blanks, and of a dash with text behind it.
fn gap(after: &str) -> usize {
    let rest = after.trim_start();
    let behind = rest.trim_start_matches(['-', '–', '—']);
    let dash = rest.len() - behind.len();
    let is_separator = dash > 0 && behind.starts_with(char::is_whitespace);
    let rest = if is_separator && !behind.trim().is_empty() {
        behind.trim_start()
    } else {
        rest
    };
    after.len() - rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon<char> {
        let wordings = [
            ("asendab", 's'),
            ("asendab kes", 'b'),
            ("kes asendab", 'b'),
            ("* on õigus", 'r'),
            ("* kohustused", 'd'),
        ];
        Lexicon::new(
            &wordings
                .into_iter()
                .map(|(w, k)| (w.to_owned(), (k, k == 'd')))
                .collect(),
            &["ja".to_owned()],
        )
    }

    #[test]
    fn edges_tell_what_may_be_a_wording() {
        let l = lexicon();
        let phrase = |text: &str| Phrase::of_folded(text.to_owned());
        for text in ["asendab keda", "töötaja kohustused", "kes"] {
            assert!(l.edges().may_be(&phrase(text)), "{text}");
        }
        for text in ["juhataja", "kohustused juhataja", ""] {
            assert!(!l.edges().may_be(&phrase(text)), "{text}");
        }
    }

    #[test]
    fn whole_wordings() {
        let l = lexicon();
        assert_eq!(l.get("asendab kes"), Some('b'));
        assert_eq!(l.get("asendab keda"), None);
        assert_eq!(l.get("raamatukoguhoidja kohustused"), Some('d'));
        assert_eq!(l.get("kohustused"), None);
        assert_eq!(l.get("õigused ja kohustused"), None);
        assert_eq!(l.get("info- ja kultuurijuhi kohustused"), Some('d'));
        assert_eq!(l.get("a b c d e kohustused"), None);
        assert!(l.is_own("juhataja kohustused") && !l.is_own("asendab"));
        assert!(l.is_loose("juhataja kohustused") && !l.is_loose("asendab"));
        assert!(!l.is_loose("juhataja õigused"));
    }

    #[test]
    fn the_longest_beginning_wins_and_leads_to_the_rest() {
        let l = lexicon();
        for (text, key, words, rest) in [
            ("Asendab kes: Spetsialist", 'b', 2, "Spetsialist"),
            ("ASENDAB : juhatajat", 's', 1, "juhatajat"),
            ("Asendab:juhatajat", 's', 1, "juhatajat"),
            ("Asendab – juhatajat", 's', 1, "juhatajat"),
            ("Asendab  -", 's', 1, "-"),
            ("Asendab", 's', 1, ""),
            ("Õpetajal on õigus saada", 'r', 3, "saada"),
            ("Valla töötajal on õigus: saada", 'r', 4, "saada"),
        ] {
            let found = l.prefix(text, true).expect(text);
            assert_eq!((found.key, found.words), (key, words), "{text}");
            assert_eq!(&text[found.rest..], rest, "{text}");
            assert_eq!(found.colon, text.contains(':'), "{text}");
            assert!(l.may_be_or_begin(text), "{text}");
        }
        assert!(l.may_be_or_begin("Juhataja kohustused"));
        assert_eq!(l.prefix("Õpetajal on õigus saada", false), None);
        assert_eq!(l.prefix("Asendaja: x", true), None);
        assert_eq!(l.prefix("", true), None);
    }
}
