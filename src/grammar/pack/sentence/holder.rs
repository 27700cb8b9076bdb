//! The position of whom a document's sentences speak.

use super::tokens::word_of;

/// The position's name, and its nominative where the document tells it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Holder {
    /// The name's words, folded, in whichever case the document has them.
    name: Vec<String>,
    /// The name's last word in the nominative, folded.
    pub nominative: Option<String>,
}

impl Holder {
    /// A position by its name in any case; what stands in brackets does not count.
    pub fn named(name: &str) -> Holder {
        let bare = name.split('(').next().unwrap_or(name);
        Holder {
            name: bare.split_whitespace().map(word_of).collect(),
            nominative: None,
        }
    }

    /// The last word of the name.
    pub fn last_word(&self) -> Option<String> {
        self.name.last().cloned()
    }

    /// How many words the name has.
    pub(super) fn words(&self) -> usize {
        self.name.len()
    }

    /// The form of the name's last word with which a sentence begins whose verb, one of `verbs`, follows at once: "Ringijuht allub".
    pub fn before_verb(&self, sentence: &[String], verbs: &[String]) -> Option<String> {
        let (name, rest) = sentence.split_at_checked(self.name.len())?;
        let fits = verbs.contains(rest.first()?) && self.is(name.iter().map(String::as_str));
        name.last().filter(|_| fits).cloned()
    }

    /// The form of a name of one word that follows such a verb at once: "Oma töös juhindub ringijuht …".
    pub fn after_verb(&self, sentence: &[String], verbs: &[String]) -> Option<String> {
        let pairs = sentence.windows(2).filter(|w| verbs.contains(&w[0]));
        let mut subjects = pairs
            .map(|w| word_of(&w[1]))
            .filter(|_| self.name.len() == 1);
        subjects.find(|w| self.is(std::iter::once(w.as_str())))
    }

    /// Whether two words are forms of one: they differ only at their ends.
    pub fn same_word(a: &str, b: &str) -> bool {
        same(a, b)
    }

    /// Whether these words name the position, in whichever case.
    pub(super) fn is<'w>(&self, words: impl DoubleEndedIterator<Item = &'w str>) -> bool {
        let mut words = words.rev();
        let mut name = self.name.iter().rev();
        let last = words
            .next()
            .zip(name.next())
            .is_some_and(|(w, n)| same(n, w));
        last && words.zip(name).all(|(w, n)| w == n || same(w, n))
    }

    /// Whether a form of the name's last word is the nominative; `None` where the document does not tell, and for forms on -d,
    /// which may be a plural.
    pub(super) fn is_nominative(&self, word: &str) -> Option<bool> {
        let nominative = self.nominative.as_ref()?;
        (!word.ends_with('d')).then(|| word == nominative)
    }
}

/// Whether two words are forms of one: they differ only at their ends.
pub(super) fn same(a: &str, b: &str) -> bool {
    let common = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let (a, b) = (a.chars().count(), b.chars().count());
    let shorter = a.min(b);
    common >= 3 && common + 2 >= shorter && a.max(b) - common <= 3
}
