//! Grammar packs: the wordings of templates, as data.
//!
//! A pack is a folder with a `pack.toml`. What it lists is read as raw TOML that refuses unknown keys, checked all at
//! once, folded, laid over the pack that it extends, and compiled to immutable look-ups with a fingerprint. Packs in
//! `grammars/` are embedded in the binary; others are read from folders that the user names.

mod check;
mod content;
mod edges;
mod error;
mod keys;
mod lexicon;
mod load;
mod raw;
mod sentence;
mod spelling;
mod style;
mod words;

use std::collections::HashMap;
use std::sync::OnceLock;

pub use content::{RequirementLabel, SectionSpec};
pub use edges::{Beginning, Edges, Ends, Phrase};
pub use error::PackError;
pub use keys::{ColumnRole, FieldKey, RequirementKey, section_word};
pub use lexicon::{Lexicon, Prefix};
pub use load::{Known, Packs, check, load};
pub use sentence::{Holder, SentenceField, SentenceWords};
pub use spelling::{Spelling, Spellings};
pub use style::{FieldForm, Numbering, Style};
pub use words::{
    ApprovalWords, DocumentWords, EducationWords, ExperienceWords, LanguageWords, LevelWords,
    SignatureWords,
};

use crate::record::SectionKind;
use content::Content;
use sentence::{Reader, Sentence};

/// A compiled pack.
///
/// Look-ups named `…_of` take text folded by [`super::fold::fold`]; those named `…_prefix` take text as written, so
/// that they can say where in it the label ends.
#[derive(Clone, Debug)]
pub struct Pack {
    /// Name: that of its folder.
    pub name: String,
    /// What it is for, in a few words.
    pub title: String,
    /// First 16 hexadecimal digits of a SHA-256 that changes with its content and with that of the packs that it extends.
    pub fingerprint: String,
    /// The sections that documents of this family have, in their usual order.
    pub sections: Vec<SectionSpec>,
    /// How documents of the family look.
    pub style: Style,
    /// Words that open a result under its duty: "Oodatav tulemus:".
    pub result_markers: Lexicon<()>,
    /// Beginnings of words that tell a demand for computer skills: "arvuti".
    pub computer_words: Vec<String>,
    /// Words beside a number that make it a share of working time: "tööajast".
    pub share_words: Vec<String>,
    /// Words by which fields in sentences are read.
    pub sentence_words: SentenceWords,
    /// Words of the document as a whole.
    pub document: DocumentWords,
    /// Words of the approval.
    pub approval: ApprovalWords,
    /// Words of the signature.
    pub signature: SignatureWords,
    /// Levels of education.
    pub education: Vec<EducationWords>,
    /// Words of the demand on experience.
    pub experience: ExperienceWords,
    /// Languages.
    pub languages: Vec<LanguageWords>,
    /// Levels of language.
    pub language_levels: Vec<LevelWords>,
    /// Words for "foreign language", whichever: "võõrkeel".
    pub foreign: Vec<String>,
    /// Beginnings of the noun that follows a language's name: "keel".
    pub language_nouns: Vec<String>,
    /// Words after which a preference follows, no demand: "soovitavalt".
    pub preferred: Vec<String>,
    /// Headings of sections. Those that the pack does not share with all families tell its family ([`Lexicon::is_own`]).
    pub headings: Lexicon<SectionKind>,
    /// Labels of fields in the general section.
    pub labels: Lexicon<FieldKey>,
    /// Fields that each document of the family has.
    pub required_fields: Vec<FieldKey>,
    /// Fields that the family names: most of its documents have them.
    pub own_fields: Vec<FieldKey>,
    /// Heads of the columns of the duties' table.
    pub columns: Lexicon<ColumnRole>,
    /// Labels in the requirements.
    pub requirements: Lexicon<RequirementLabel>,
    lead_ins: HashMap<SectionKind, Lexicon<()>>,
    sentences: Vec<Sentence>,
    spellings: OnceLock<Spellings>,
}

impl Pack {
    fn compile(name: &str, title: &str, fingerprint: String, content: Content) -> Pack {
        let stops = &content.document.conjunctions;
        let lead_ins = content.lead_ins.iter();
        Pack {
            name: name.to_owned(),
            title: title.to_owned(),
            fingerprint,
            headings: Lexicon::new(&content.headings, stops),
            labels: Lexicon::new(&content.labels, stops),
            required_fields: content.required_fields,
            own_fields: own_fields(&content.labels),
            columns: Lexicon::new(&content.columns, stops),
            requirements: Lexicon::new(&content.requirements, stops),
            lead_ins: lead_ins
                .map(|(k, w)| (*k, Lexicon::new(w, stops)))
                .collect(),
            result_markers: Lexicon::new(&content.result_markers, stops),
            style: content.style,
            share_words: content.share_words,
            computer_words: content.computer_words,
            sentences: content.sentences,
            spellings: OnceLock::new(),
            sentence_words: content.sentence_words,
            sections: content.sections,
            document: content.document,
            approval: content.approval,
            signature: content.signature,
            education: content.education,
            experience: content.experience,
            languages: content.languages,
            language_levels: content.levels,
            foreign: content.foreign,
            language_nouns: content.nouns,
            preferred: content.preferred,
        }
    }

    /// Lines that only lead in a list, by section: all wordings, folded and sorted.
    pub fn lead_in_wordings(&self) -> Vec<(SectionKind, Vec<String>)> {
        let mut all: Vec<_> = self
            .lead_ins
            .iter()
            .map(|(&kind, l)| (kind, l.wordings().into_iter().map(|w| w.0).collect()))
            .collect();
        all.sort_by_key(|&(kind, _)| kind);
        all
    }

    /// The kind of section that a folded heading (without its number) opens.
    pub fn section_of(&self, folded: &str) -> Option<SectionKind> {
        self.headings.get(folded)
    }

    /// The wordings of headings, for those that are misspelt.
    pub fn spellings(&self) -> &Spellings {
        self.spellings.get_or_init(|| Spellings::of(&self.headings))
    }

    /// A heading glued to the text behind it: "Teenistuskoha eesmärk on …". Headings with `*` do not count.
    pub fn section_prefix(&self, text: &str) -> Option<Prefix<SectionKind>> {
        self.headings.prefix(text, false)
    }

    /// The field that a folded label names.
    pub fn field_of(&self, folded: &str) -> Option<FieldKey> {
        self.labels.get(folded)
    }

    /// A label at the beginning of a line: "Vahetu juht: direktor". The longest label wins.
    pub fn field_prefix(&self, text: &str) -> Option<Prefix<FieldKey>> {
        self.labels.prefix(text, false)
    }

    /// The column that a folded head opens.
    pub fn column_of(&self, folded: &str) -> Option<ColumnRole> {
        self.columns.get(folded)
    }

    /// A column's head at the beginning of a line on which the next head may follow.
    pub fn column_prefix(&self, text: &str) -> Option<Prefix<ColumnRole>> {
        self.columns.prefix(text, false)
    }

    /// The columns of a table with these folded heads. A column of indicators holds the results where no other does.
    pub fn table_columns(&self, heads: &[String]) -> Vec<Option<ColumnRole>> {
        let mut roles: Vec<_> = heads.iter().map(|h| self.column_of(h)).collect();
        if !roles.contains(&Some(ColumnRole::Result)) {
            for role in &mut roles {
                if *role == Some(ColumnRole::Indicator) {
                    *role = Some(ColumnRole::Result);
                }
            }
        }
        roles
    }

    /// The requirement that a folded label names.
    pub fn requirement_of(&self, folded: &str) -> Option<RequirementLabel> {
        self.requirements.get(folded)
    }

    /// A requirement's label at the beginning of a line: "Haridus: kõrgharidus".
    pub fn requirement_prefix(&self, text: &str) -> Option<Prefix<RequirementLabel>> {
        self.requirements.prefix(text, false)
    }

    /// Whether a folded line only leads in the list of a section: "omab õigust".
    pub fn is_lead_in(&self, section: SectionKind, folded: &str) -> bool {
        let lead_ins = self.lead_ins.get(&section);
        lead_ins.is_some_and(|l| l.get(folded).is_some())
    }

    /// A lead-in at the beginning of a line, with the first item behind it.
    pub fn lead_in_prefix(&self, section: SectionKind, text: &str) -> Option<Prefix<()>> {
        self.lead_ins.get(&section)?.prefix(text, true)
    }

    /// A word that opens a result, at the beginning of a line under its duty: "Oodatav tulemus: kord on tagatud".
    pub fn result_prefix(&self, text: &str) -> Option<Prefix<()>> {
        self.result_markers.prefix(text, true)
    }

    /// The fields that running text tells, in its order. Where the holder has no name, only words for any position
    /// ("töötaja") decide who substitutes whom.
    pub fn sentence_fields(&self, text: &str, holder: &Holder) -> Vec<SentenceField> {
        let conjunctions = &self.document.conjunctions;
        Reader::new(&self.sentences, &self.sentence_words, conjunctions, holder).read(text)
    }

    /// Whether a folded line is the document's title: it ends with a title word, or has only brackets behind it.
    pub fn is_title(&self, folded: &str) -> bool {
        let head = match folded.split_once(" (") {
            Some((head, rest)) if rest.ends_with(')') => head,
            _ => folded,
        };
        let last = head.rsplit(' ').next().unwrap_or(head);
        self.document.title_words.iter().any(|w| w == last)
    }

    /// Where the title word begins in a word of capitals that has lost the blank before it: "MAJAHOIDJAAMETIJUHEND".
    pub fn glued_title(&self, word: &str) -> Option<usize> {
        if word.contains(char::is_lowercase) {
            return None;
        }
        let folded = crate::grammar::fold::fold(word);
        let titles = self.document.title_words.iter();
        let title = titles
            .filter(|w| folded.ends_with(w.as_str()))
            .max_by_key(|w| w.len())?;
        let at = word.len().checked_sub(title.len()).filter(|at| *at > 0)?;
        word.is_char_boundary(at).then_some(at)
    }

    /// Whether a folded value says "none".
    pub fn is_none(&self, folded: &str) -> bool {
        self.document.none.iter().any(|w| w == folded)
    }

    /// Whether a folded line can be an institution's name in the nominative.
    pub fn names_institution(&self, folded: &str) -> bool {
        ends_with_any(folded, &self.document.institution_endings)
    }

    /// Whether a folded line can be a structural unit's name in the nominative.
    pub fn names_unit(&self, folded: &str) -> bool {
        ends_with_any(folded, &self.document.unit_endings)
    }
}

/// The fields that labels of the family's own name; a field with several labels stands there several times.
fn own_fields(labels: &content::Wordings<FieldKey>) -> Vec<FieldKey> {
    let own = labels.values().filter(|(_, own)| *own);
    own.map(|(key, _)| *key).collect()
}

fn ends_with_any(folded: &str, endings: &[String]) -> bool {
    endings.iter().any(|e| folded.ends_with(e.as_str()))
}

/// The base pack, for tests of what reads by it.
#[cfg(test)]
pub(crate) fn base() -> std::sync::Arc<Pack> {
    let packs = load(&[]).expect("the embedded packs load");
    packs.get("base").expect("base is embedded").clone()
}
