//! Reading the words of a wording, from left to right, into groups that share a level.

use std::ops::Range;

use super::super::tokens::{Token, trimmed};
use super::LanguageDemand;
use super::meanings::{Mean, lesser};

/// Languages that share a level.
#[derive(Debug, Default)]
struct Group {
    languages: Vec<String>,
    preferred: Vec<String>,
    /// "võõrkeel"
    foreign: bool,
    /// Any of the languages will do.
    any: bool,
    level: Option<String>,
    /// Whether the level stands behind the language.
    level_behind: bool,
    /// Words of the wording.
    words: Range<usize>,
}

impl Group {
    fn names_language(&self) -> bool {
        self.foreign || !self.languages.is_empty() || !self.preferred.is_empty()
    }

    fn demands(self, range: Range<usize>) -> Vec<LanguageDemand> {
        let demand = |language: Option<String>, preferred: Vec<String>| LanguageDemand {
            language,
            level: self.level.clone(),
            preferred,
            range: range.clone(),
        };
        if self.any && self.languages.len() > 1 {
            return vec![demand(None, self.languages)];
        }
        if self.languages.is_empty() {
            return vec![demand(None, self.preferred)];
        }
        self.languages
            .into_iter()
            .map(|l| demand(Some(l), Vec::new()))
            .collect()
    }
}

/// Reads sentence by sentence.
pub(super) struct Reader<'a> {
    text: &'a str,
    all: &'a [Token],
    means: &'a [Mean],
    done: Vec<Group>,
    group: Group,
    /// Within a preference, and whether it was so when the bracket opened.
    preferring: bool,
    outside: bool,
    depth: usize,
    /// The last conjunction or comma, and the last outside brackets, since a word that matters.
    joint: Option<&'a Mean>,
    cut: Option<usize>,
    noun_seen: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, all: &'a [Token], means: &'a [Mean]) -> Self {
        Reader {
            text,
            all,
            means,
            done: Vec::new(),
            group: Group::default(),
            preferring: false,
            outside: false,
            depth: 0,
            joint: None,
            cut: None,
            noun_seen: false,
        }
    }

    pub(super) fn read(&mut self, sentence: Range<usize>) {
        if self.group.words.is_empty() {
            self.group.words.start = sentence.start;
        }
        (
            self.preferring,
            self.depth,
            self.joint,
            self.cut,
            self.noun_seen,
        ) = (false, 0, None, None, false);
        for at in sentence.clone() {
            let Some(mean) = self.means.get(at) else {
                break;
            };
            self.word(at, mean, sentence.end);
        }
        self.group.words.end = sentence.end;
        if self.group.names_language() {
            let next = Group {
                words: sentence.end..sentence.end,
                ..Group::default()
            };
            self.done.push(std::mem::replace(&mut self.group, next));
        } else if let Some(last) = self.done.last_mut() {
            // "… kõnes ja kirjas. Tase C1.": a sentence without a language belongs to the one before it.
            last.words.end = sentence.end;
            let level = self.group.level.take();
            last.level = last.level.take().or(level);
            self.group.words = sentence.end..sentence.end;
        }
    }

    pub(super) fn demands(self) -> Vec<LanguageDemand> {
        let (text, all) = (self.text, self.all);
        let mut groups = self.done;
        if groups.is_empty() {
            groups.push(self.group);
        }
        let range = |words: &Range<usize>| {
            let words = all.get(words.clone()).unwrap_or_default();
            let start = words.first().map_or(0, |t| t.range.start);
            let end = words.last().map_or(0, |t| t.range.end);
            trimmed(text, start..end, &[',', ';'])
        };
        groups
            .into_iter()
            .flat_map(|g| {
                let range = range(&g.words);
                g.demands(range)
            })
            .collect()
    }

    fn word(&mut self, at: usize, mean: &'a Mean, end: usize) {
        match mean {
            Mean::Language(code) => self.language(at, code),
            Mean::Foreign => self.foreign(at),
            Mean::Level(level) => self.level(at, level, end),
            Mean::Noun => self.noun(),
            Mean::Or | Mean::And | Mean::Comma => {
                self.joint = Some(mean);
                if self.depth == 0 {
                    self.cut = Some(at);
                }
                return;
            }
            Mean::Preferred => self.preferred(at, end),
            Mean::Open => {
                self.depth += 1;
                self.outside = self.preferring;
            }
            Mean::Close => {
                self.depth = self.depth.saturating_sub(1);
                self.preferring = self.outside;
            }
            Mean::Colon | Mean::Stop | Mean::Word => return,
        }
        if matches!(mean, Mean::Language(_) | Mean::Foreign | Mean::Level(_)) {
            (self.joint, self.cut) = (None, None);
        }
    }

    fn language(&mut self, at: usize, code: &str) {
        let is_other = self.joint == Some(&Mean::Or);
        if self.preferring || (self.group.foreign && (self.depth > 0 || is_other)) {
            let is_separate = !self.group.languages.is_empty() || self.group.level_behind;
            if is_separate && !self.group.foreign {
                self.begin(at);
            }
            self.group.preferred.push(code.to_owned());
            return;
        }
        let shares = match self.joint {
            _ if self.group.level_behind
                || self.group.foreign
                || !self.group.preferred.is_empty() =>
            {
                false
            }
            Some(Mean::Comma) => !self.noun_seen,
            _ => true,
        };
        if self.group.names_language() && !shares {
            self.begin(at);
        }
        self.group.any |= is_other && !self.group.languages.is_empty();
        self.group.languages.push(code.to_owned());
        self.noun_seen = false;
    }

    /// "Inglise või mõni muu keel": the second noun stands for any language.
    fn noun(&mut self) {
        self.noun_seen = true;
        if self.is_other() && !self.group.languages.is_empty() {
            self.group.preferred.append(&mut self.group.languages);
            self.group.foreign = true;
        }
    }

    /// Whether "või" stands between the languages of this group and what comes.
    fn is_other(&self) -> bool {
        self.joint == Some(&Mean::Or) && !self.group.level_behind && !self.group.foreign
    }

    fn foreign(&mut self, at: usize) {
        if self.is_other() {
            self.group.preferred.append(&mut self.group.languages);
        } else if self.group.names_language() {
            self.begin(at);
        }
        self.group.foreign = true;
    }

    fn level(&mut self, at: usize, level: &str, end: usize) {
        let named = self.group.names_language();
        match &self.group.level {
            None => {
                self.group.level = Some(level.to_owned());
                self.group.level_behind = named;
            }
            Some(_) if self.preferring && self.depth > 0 => {}
            Some(_) if named && self.opens_next(at, end) => {
                self.begin(at);
                self.group.level = Some(level.to_owned());
            }
            Some(known) => self.group.level = Some(lesser(known, level)),
        }
    }

    /// "Soovitavalt" makes what follows preferred; "… tuleb kasuks", with nothing behind it, what stands before.
    fn preferred(&mut self, at: usize, end: usize) {
        self.preferring = true;
        let after = self.means.get(at + 1..end).unwrap_or_default();
        let until = after
            .iter()
            .position(|m| *m == Mean::Close)
            .unwrap_or(after.len());
        let after = after.get(..until).unwrap_or_default();
        let is_last = after
            .iter()
            .all(|m| matches!(m, Mean::Word | Mean::Stop | Mean::Preferred));
        let before = at.checked_sub(1).and_then(|i| self.means.get(i));
        let alone = self.depth == 0 || (before == Some(&Mean::Open) && after.is_empty());
        if is_last && alone && !self.group.foreign {
            self.group.preferred.append(&mut self.group.languages);
        }
    }

    /// Whether a language follows a level without a conjunction between: "B2-tasemel inglise keel".
    fn opens_next(&self, at: usize, end: usize) -> bool {
        let after = self.means.get(at + 1..end).unwrap_or_default();
        let next = after
            .iter()
            .find(|m| **m != Mean::Word && **m != Mean::Colon);
        matches!(next, Some(Mean::Language(_) | Mean::Foreign))
    }

    /// Ends the group at the last conjunction, or before this word, and begins the next.
    fn begin(&mut self, at: usize) {
        let (end, start) = self.cut.map_or((at, at), |cut| (cut, cut + 1));
        self.group.words.end = end;
        let next = Group {
            words: start..start,
            ..Group::default()
        };
        self.done.push(std::mem::replace(&mut self.group, next));
        (self.joint, self.noun_seen) = (None, false);
    }
}
