//! A pack's TOML as it is written. Every entry is read for itself, so that one mistake does not hide the next.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::Problems;

/// A string with its place in the file.
pub(super) type Word = Spanned<String>;

/// A `pack.toml`.
#[derive(Debug, Default)]
pub(super) struct RawPack {
    pub name: Option<Word>,
    pub title: Option<Word>,
    pub extends: Option<Word>,
    pub document: RawDocument,
    pub section: Vec<RawSection>,
    pub field: Vec<RawField>,
    pub column: Vec<RawColumn>,
    pub lead_in: Vec<RawLeadIn>,
    pub requirement: Vec<RawRequirement>,
    pub style: RawStyle,
    pub duties: RawDuties,
    pub fields: RawFields,
    pub results: RawResults,
    pub shares: RawShares,
    pub computer: RawShares,
    pub sentence: Vec<RawSentence>,
    pub sentences: RawSentences,
    pub approval: RawApproval,
    pub signature: RawSignature,
    pub education: Vec<RawEducation>,
    pub experience: RawExperience,
    pub language: Vec<RawLanguage>,
    pub language_level: Vec<RawLanguageLevel>,
    pub languages: RawLanguages,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawDocument {
    pub title_words: Vec<Word>,
    pub institution_endings: Vec<Word>,
    pub other_titles: Vec<Word>,
    pub chrome: Vec<Word>,
    pub unit_endings: Vec<Word>,
    pub unit_genitives: Vec<Word>,
    pub none: Vec<Word>,
    pub conjunctions: Vec<Word>,
    pub alternatives: Vec<Word>,
    pub relatives: Vec<Word>,
    pub months: BTreeMap<String, Spanned<i64>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSection {
    pub kind: Word,
    #[serde(default)]
    pub headings: Vec<Word>,
    #[serde(default)]
    pub required: bool,
    #[serde(default)]
    pub repeatable: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawField {
    pub key: Word,
    pub labels: Vec<Word>,
    #[serde(default)]
    pub required: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawColumn {
    pub role: Word,
    pub heads: Vec<Word>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawLeadIn {
    pub sections: Vec<Word>,
    pub wordings: Vec<Word>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRequirement {
    pub key: Word,
    pub labels: Vec<Word>,
    #[serde(default)]
    pub group: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawStyle {
    pub numbering: Option<Word>,
    pub capitals: Option<bool>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawDuties {
    pub paired: Option<bool>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawFields {
    #[serde(rename = "as")]
    pub form: Option<Word>,
    pub numbered: Option<bool>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawResults {
    pub markers: Vec<Word>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawShares {
    pub words: Vec<Word>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSentence {
    pub key: Word,
    pub patterns: Vec<Word>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawSentences {
    pub holders: Vec<Word>,
    pub subject_endings: Vec<Word>,
    pub object_endings: Vec<Word>,
    pub subject_verbs: Vec<Word>,
    pub fillers: Vec<Word>,
    pub stops: Vec<Word>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawApproval {
    pub heads: Vec<Word>,
    pub acts: Vec<Word>,
    pub number_words: Vec<Word>,
    pub annex_words: Vec<Word>,
    pub orders: Vec<Word>,
    pub repeal_words: Vec<Word>,
    pub annex_list_words: Vec<Word>,
    pub force_words: Vec<Word>,
    pub until_words: Vec<Word>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawSignature {
    pub digital: Vec<Word>,
    pub acknowledgement: Vec<Word>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawEducation {
    pub level: Word,
    pub eqf: Option<Spanned<i64>>,
    pub words: Vec<Word>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawExperience {
    pub year_words: Vec<Word>,
    pub month_words: Vec<Word>,
    pub one_year_words: Vec<Word>,
    pub window_words: Vec<Word>,
    pub number_words: BTreeMap<String, Spanned<f64>>,
    pub experience_words: Vec<Word>,
    pub management_words: Vec<Word>,
    pub not_management_words: Vec<Word>,
    pub other_words: Vec<Word>,
    pub bare_words: Vec<Word>,
    pub none: Vec<Word>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawLanguage {
    pub code: Word,
    pub words: Vec<Word>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawLanguageLevel {
    pub level: Word,
    pub words: Vec<Word>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawLanguages {
    pub foreign: Vec<Word>,
    pub nouns: Vec<Word>,
    pub preferred: Vec<Word>,
}

impl RawPack {
    /// Reads a file's text; what cannot be read is left out and stands in `problems`.
    pub(super) fn parse(text: &str, problems: &mut Problems) -> RawPack {
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            problems.add_toml(error, 0..0);
        }
        let mut pack = RawPack::default();
        for (key, value) in table.into_inner() {
            pack.put(&key, value, problems);
        }
        pack
    }

    fn put(
        &mut self,
        key: &Spanned<toml::de::DeString>,
        value: Spanned<DeValue>,
        p: &mut Problems,
    ) {
        match key.get_ref().as_ref() {
            "name" => self.name = one(value, p),
            "title" => self.title = one(value, p),
            "extends" => self.extends = one(value, p),
            "document" => self.document = one(value, p).unwrap_or_default(),
            "section" => self.section = many(value, p),
            "field" => self.field = many(value, p),
            "column" => self.column = many(value, p),
            "lead_in" => self.lead_in = many(value, p),
            "requirement" => self.requirement = many(value, p),
            "style" => self.style = one(value, p).unwrap_or_default(),
            "duties" => self.duties = one(value, p).unwrap_or_default(),
            "fields" => self.fields = one(value, p).unwrap_or_default(),
            "results" => self.results = one(value, p).unwrap_or_default(),
            "shares" => self.shares = one(value, p).unwrap_or_default(),
            "computer" => self.computer = one(value, p).unwrap_or_default(),
            "sentence" => self.sentence = many(value, p),
            "sentences" => self.sentences = one(value, p).unwrap_or_default(),
            "approval" => self.approval = one(value, p).unwrap_or_default(),
            "signature" => self.signature = one(value, p).unwrap_or_default(),
            "education" => self.education = many(value, p),
            "experience" => self.experience = one(value, p).unwrap_or_default(),
            "language" => self.language = many(value, p),
            "language_level" => self.language_level = many(value, p),
            "languages" => self.languages = one(value, p).unwrap_or_default(),
            unknown => p.add(
                key.span(),
                format!("Unknown key \"{unknown}\". Remove it, or see grammars/base/pack.toml for the keys of a pack."),
            ),
        }
    }
}

/// One entry.
fn one<T: for<'de> Deserialize<'de>>(
    value: Spanned<DeValue>,
    problems: &mut Problems,
) -> Option<T> {
    let span = value.span();
    match T::deserialize(value.into_deserializer()) {
        Ok(entry) => Some(entry),
        Err(error) => {
            problems.add_toml(&error, span);
            None
        }
    }
}

/// The entries of an array of tables.
fn many<T: for<'de> Deserialize<'de>>(value: Spanned<DeValue>, problems: &mut Problems) -> Vec<T> {
    let span = value.span();
    match value.into_inner() {
        DeValue::Array(entries) => entries
            .into_iter()
            .filter_map(|entry| one(entry, problems))
            .collect(),
        other => {
            problems.add(
                span,
                format!(
                    "This must be a list of tables, but it is a {}. Write its name in double brackets.",
                    other.type_str()
                ),
            );
            Vec::new()
        }
    }
}
