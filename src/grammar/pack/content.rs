//! A pack's content after checking and folding, before it is compiled: the form that is fingerprinted and merged.

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::super::fold::fold;
use super::check::Check;
use super::error::Problems;
use super::keys::{ColumnRole, FieldKey, Key, RequirementKey};
use super::raw::RawPack;
use super::sentence::{Sentence, SentenceWords};
use super::style::Style;
use super::words::{
    ApprovalWords, DocumentWords, EducationWords, ExperienceWords, LanguageWords, LevelWords,
    SignatureWords, add,
};
use crate::record::{EducationLevel, SectionKind};

/// A section that a pack expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct SectionSpec {
    /// What it is about.
    pub kind: SectionKind,
    /// Whether each document of the family has it.
    pub required: bool,
    /// Whether it may stand twice ("Põhiülesanded" and "Kohustused").
    pub repeatable: bool,
}

/// What a label in the requirements means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RequirementLabel {
    /// Kind of requirement.
    pub key: RequirementKey,
    /// Whether the label names a group of competencies (and is not a plain heading of the list).
    pub group: bool,
}

/// Folded wordings with what they mean, and whether they are a family's own.
pub(super) type Wordings<K> = BTreeMap<String, (K, bool)>;

/// A pack's content. Two packs of equal content that extend the same packs have equal fingerprints.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Content {
    pub sections: Vec<SectionSpec>,
    pub headings: Wordings<SectionKind>,
    pub labels: Wordings<FieldKey>,
    pub required_fields: Vec<FieldKey>,
    pub columns: Wordings<ColumnRole>,
    pub requirements: Wordings<RequirementLabel>,
    pub lead_ins: BTreeMap<SectionKind, Wordings<()>>,
    pub style: Style,
    pub result_markers: Wordings<()>,
    pub share_words: Vec<String>,
    pub computer_words: Vec<String>,
    pub sentences: Vec<Sentence>,
    pub sentence_words: SentenceWords,
    pub document: DocumentWords,
    pub approval: ApprovalWords,
    pub signature: SignatureWords,
    pub education: Vec<EducationWords>,
    pub experience: ExperienceWords,
    pub languages: Vec<LanguageWords>,
    pub levels: Vec<LevelWords>,
    pub foreign: Vec<String>,
    pub nouns: Vec<String>,
    pub preferred: Vec<String>,
}

impl Content {
    /// Checks and folds what a file says.
    pub(super) fn of(raw: &RawPack, problems: &mut Problems) -> Content {
        let mut content = Content::default();
        let mut check = Check::new(problems);
        content.take_headings(raw, &mut check);
        content.take_labels(raw, &mut check);
        content.style = Style::of(raw, &mut check);
        content.sentences = Sentence::of(raw, &mut check);
        content.sentence_words = SentenceWords::of(raw, &mut check);
        content.share_words = check.words(&raw.shares.words);
        content.computer_words = check.words(&raw.computer.words);
        for marker in &raw.results.markers {
            if let Some(folded) = check.fold(marker) {
                content.result_markers.insert(folded, ((), true));
            }
        }
        content.take_words(raw, &mut check);
        content.take_values(raw, &mut check);
        content
    }

    /// The SHA-256 of the content as JSON, whose maps are sorted.
    pub(super) fn digest(&self) -> Result<[u8; 32], serde_json::Error> {
        Ok(Sha256::digest(serde_json::to_vec(self)?).into())
    }

    /// This content laid over a base: lists add up, and where both give a wording a meaning, this one's counts.
    pub(super) fn over(self, base: &Content) -> Content {
        let mut merged = base.clone();
        if !self.sections.is_empty() {
            merged.sections = self.sections;
        }
        overlay(&mut merged.headings, self.headings);
        overlay(&mut merged.labels, self.labels);
        merged.required_fields.extend(self.required_fields);
        overlay(&mut merged.columns, self.columns);
        overlay(&mut merged.requirements, self.requirements);
        for (kind, wordings) in self.lead_ins {
            overlay(merged.lead_ins.entry(kind).or_default(), wordings);
        }
        merged.style = self.style.over(&base.style);
        overlay(&mut merged.result_markers, self.result_markers);
        add(&mut merged.share_words, self.share_words);
        add(&mut merged.computer_words, self.computer_words);
        for sentence in self.sentences {
            if !merged.sentences.contains(&sentence) {
                merged.sentences.push(sentence);
            }
        }
        merged.sentence_words.extend(self.sentence_words);
        merged.document.extend(self.document);
        merged.approval.extend(self.approval);
        merged.signature.extend(self.signature);
        merged.education.extend(self.education);
        merged.experience.extend(self.experience);
        merged.languages.extend(self.languages);
        merged.levels.extend(self.levels);
        add(&mut merged.foreign, self.foreign);
        add(&mut merged.nouns, self.nouns);
        add(&mut merged.preferred, self.preferred);
        merged
    }

    /// Content for others to extend: its wordings are those of no family.
    pub(super) fn shared(mut self) -> Content {
        disown(&mut self.headings);
        disown(&mut self.labels);
        disown(&mut self.columns);
        disown(&mut self.requirements);
        disown(&mut self.result_markers);
        self.lead_ins.values_mut().for_each(disown);
        self
    }

    fn take_headings(&mut self, raw: &RawPack, check: &mut Check) {
        for section in &raw.section {
            let Some(kind) = check.key::<SectionKind>(&section.kind) else {
                continue;
            };
            self.sections.push(SectionSpec {
                kind,
                required: section.required,
                repeatable: section.repeatable,
            });
            for wording in &section.headings {
                check.wording(&mut self.headings, "heading", wording, kind, Key::word);
            }
        }
        for lead_in in &raw.lead_in {
            for section in &lead_in.sections {
                let Some(kind) = check.key::<SectionKind>(section) else {
                    continue;
                };
                let wordings = self.lead_ins.entry(kind).or_default();
                for wording in &lead_in.wordings {
                    if let Some(folded) = check.fold(wording) {
                        wordings.insert(folded, ((), true));
                    }
                }
            }
        }
    }

    fn take_labels(&mut self, raw: &RawPack, check: &mut Check) {
        for field in &raw.field {
            let Some(key) = check.key::<FieldKey>(&field.key) else {
                continue;
            };
            if field.required {
                self.required_fields.push(key);
            }
            for label in &field.labels {
                check.wording(&mut self.labels, "label", label, key, Key::word);
            }
        }
        for column in &raw.column {
            let Some(role) = check.key::<ColumnRole>(&column.role) else {
                continue;
            };
            for head in &column.heads {
                check.wording(&mut self.columns, "column head", head, role, Key::word);
            }
        }
        for requirement in &raw.requirement {
            let Some(key) = check.key::<RequirementKey>(&requirement.key) else {
                continue;
            };
            let meaning = RequirementLabel {
                key,
                group: requirement.group,
            };
            for label in &requirement.labels {
                let map = &mut self.requirements;
                check.wording(map, "requirement label", label, meaning, |m| {
                    match m.group {
                        true => "a group of competencies",
                        false => m.key.word(),
                    }
                });
            }
        }
    }

    fn take_words(&mut self, raw: &RawPack, check: &mut Check) {
        let document = &raw.document;
        self.document = DocumentWords {
            title_words: check.words(&document.title_words),
            institution_endings: check.words(&document.institution_endings),
            other_titles: check.words(&document.other_titles),
            chrome: check.words(&document.chrome),
            unit_endings: check.words(&document.unit_endings),
            unit_genitives: check.words(&document.unit_genitives),
            none: check.words(&document.none),
            conjunctions: check.words(&document.conjunctions),
            alternatives: check.words(&document.alternatives),
            relatives: check.words(&document.relatives),
            months: BTreeMap::new(),
        };
        for (word, number) in &document.months {
            if let Some(month) = check.number(number, 1..13) {
                self.document.months.insert(fold(word), month);
            }
        }
        self.approval = ApprovalWords {
            heads: check.words(&raw.approval.heads),
            acts: check.words(&raw.approval.acts),
            number_words: check.words(&raw.approval.number_words),
            annex_words: check.words(&raw.approval.annex_words),
            orders: check.words(&raw.approval.orders),
            repeal_words: check.words(&raw.approval.repeal_words),
            annex_list_words: check.words(&raw.approval.annex_list_words),
            force_words: check.words(&raw.approval.force_words),
            until_words: check.words(&raw.approval.until_words),
        };
        self.signature = SignatureWords {
            digital: check.words(&raw.signature.digital),
            acknowledgement: check.words(&raw.signature.acknowledgement),
        };
    }

    fn take_values(&mut self, raw: &RawPack, check: &mut Check) {
        for entry in &raw.education {
            let words = check.words(&entry.words);
            let eqf = entry.eqf.as_ref();
            let eqf = eqf.and_then(|n| check.number(n, 1..9));
            if let Some(level) = check.key::<EducationLevel>(&entry.level) {
                self.education.push(EducationWords { level, eqf, words });
            }
        }
        let experience = &raw.experience;
        let mut numbers = BTreeMap::new();
        for (word, number) in &experience.number_words {
            match *number.get_ref() as f32 {
                n if n > 0.0 && n <= 100.0 => _ = numbers.insert(fold(word), n.into()),
                _ => check.problems.add(
                    number.span(),
                    "Give a number of years above 0 and up to 100.",
                ),
            }
        }
        self.experience = ExperienceWords {
            year_words: check.words(&experience.year_words),
            month_words: check.words(&experience.month_words),
            one_year_words: check.words(&experience.one_year_words),
            window_words: check.words(&experience.window_words),
            number_words: numbers,
            experience_words: check.words(&experience.experience_words),
            management_words: check.words(&experience.management_words),
            not_management_words: check.words(&experience.not_management_words),
            other_words: check.words(&experience.other_words),
            bare_words: check.words(&experience.bare_words),
            none: check.words(&experience.none),
        };
        for entry in &raw.language {
            if let Some(code) = check.one_of(&entry.code, "ISO 639-1 code", is_language_code) {
                let words = check.words(&entry.words);
                self.languages.push(LanguageWords { code, words });
            }
        }
        for entry in &raw.language_level {
            if let Some(level) = check.one_of(&entry.level, "level (A1 to C2, or native)", is_level)
            {
                let words = check.words(&entry.words);
                self.levels.push(LevelWords { level, words });
            }
        }
        self.foreign = check.words(&raw.languages.foreign);
        self.nouns = check.words(&raw.languages.nouns);
        self.preferred = check.words(&raw.languages.preferred);
    }
}

fn overlay<K>(base: &mut Wordings<K>, own: Wordings<K>) {
    base.extend(own);
}

fn disown<K>(wordings: &mut Wordings<K>) {
    for entry in wordings.values_mut() {
        entry.1 = false;
    }
}

fn is_language_code(s: &str) -> bool {
    s.len() == 2 && s.bytes().all(|b| b.is_ascii_lowercase())
}

fn is_level(s: &str) -> bool {
    matches!(s, "A1" | "A2" | "B1" | "B2" | "C1" | "C2" | "native")
}
