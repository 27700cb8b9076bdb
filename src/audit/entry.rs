//! What an audit keeps of a record.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};

use super::likeness::Sketch;
use super::likeness::sketch::Parts;
use super::mention::{self, Mention};
use super::profile::Facts;
use super::words::Words;
use crate::record::{
    Approval, Duty, EducationLevel, Experience, ExperienceKind, General, Grammar, OtherSection,
    Requirements, Section, SectionKind, Signature, Source,
};
use crate::tables;

/// A record's share in an audit.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// File of the record, as given, with `/`.
    pub file: String,
    /// Line in the file, from 1, where it holds several records.
    pub line: Option<u32>,
    /// Key of the record in tables.
    pub position_id: String,
    /// Path of the document that the record was read from.
    pub source: String,
    /// SHA-256 of that document.
    pub sha256: String,
    /// The annex that it is: number in the file and the document's own label.
    pub annex: Option<(u32, Option<String>)>,
    /// `general.institution`.
    pub institution: Option<String>,
    /// `approval.by`.
    pub approved_by: Option<String>,
    /// `general.job_title`.
    pub title: Option<String>,
    /// Whether the title was cut from the document's heading, where it stands in the genitive.
    pub title_in_genitive: bool,
    /// `general.unit`.
    pub unit: Option<String>,
    /// `general.manager`.
    pub manager: Vec<String>,
    /// `general.substituted_by`.
    pub substituted_by: Vec<String>,
    /// `general.substitutes`.
    pub substitutes: Vec<String>,
    /// Whether the document says at all whom the holder substitutes, if only "-".
    pub says_substitutes: bool,
    /// `general.subordinates`.
    pub subordinates: Vec<String>,
    /// The approval's number, date and what it says of being in force.
    pub approval: Approval,
    /// Education, experience and languages that are asked.
    pub demands: Demands,
    /// What the document is written on.
    pub template: Template,
    /// Institutions that the text names as its own.
    pub mentions: Vec<Mention>,
    /// Its clauses.
    pub sketch: Sketch,
    /// What its fields hold.
    pub facts: Facts,
}

impl Entry {
    /// What the record is called in messages: the document's path, and the annex.
    pub fn name(&self) -> String {
        let path = if self.source.is_empty() {
            &self.file
        } else {
            &self.source
        };
        match &self.annex {
            Some((_, Some(label))) => format!("{path} ({label})"),
            Some((index, None)) => format!("{path} ({index})"),
            None => path.clone(),
        }
    }
}

/// What a position demands, for comparison.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Demands {
    /// Level of education.
    pub education: Option<EducationLevel>,
    /// Least years of experience in the field.
    pub years: Option<f32>,
    /// Least years of experience in management.
    pub management_years: Option<f32>,
    /// Languages and their levels, by language.
    pub languages: Vec<(String, Option<String>)>,
    /// Where the languages stand in the record: language and its turn.
    turns: Vec<(String, usize)>,
}

impl Demands {
    /// The turn of a language in `requirements.languages`.
    pub fn language_at(&self, language: &str) -> Option<usize> {
        let found = self.turns.iter().find(|(l, _)| l == language);
        found.map(|(_, turn)| *turn)
    }
}

/// What a document is written on: the pack that fitted, and its headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    /// Name of the pack.
    pub grammar: String,
    /// Headings of the sections that are known, folded.
    pub headings: Vec<(SectionKind, Box<str>)>,
}

/// A record, as far as an audit reads it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Reading {
    pub(super) schema_version: Option<String>,
    pub(super) source: Source,
    pub(super) grammar: Grammar,
    pub(super) general: Option<General>,
    pub(super) purpose: Option<String>,
    pub(super) duties: Vec<Duty>,
    pub(super) unpaired_results: Vec<String>,
    pub(super) rights: Vec<String>,
    pub(super) responsibilities: Vec<String>,
    pub(super) tools: Vec<String>,
    pub(super) amendment: Vec<String>,
    pub(super) requirements: Requirements,
    pub(super) approval: Option<Approval>,
    pub(super) signature: Option<Signature>,
    pub(super) sections: Vec<Section>,
    pub(super) other_sections: Vec<OtherSection>,
    #[serde(deserialize_with = "says_substitutes")]
    pub(super) provenance: bool,
}

impl Reading {
    /// The entry of a record; none of another JSON object.
    pub(super) fn entry(self, file: &str, line: Option<u32>, words: &Words) -> Option<Entry> {
        self.schema_version.as_ref()?;
        let mentions = mention::all(&self.texts(), words);
        let (sketch, facts) = (self.sketch(), Facts::of(&self));
        let general = self.general?;
        let says_substitutes = self.provenance || !general.substitutes.is_empty();
        let heading = general.title_as_written.as_deref().unwrap_or_default();
        let title_in_genitive = general
            .job_title
            .as_deref()
            .is_some_and(|t| heading.len() > t.len() && heading.starts_with(t));
        let approval = self.approval.unwrap_or_default();
        Some(Entry {
            file: file.to_owned(),
            line,
            position_id: tables::position_id(file, &self.source),
            source: self.source.path,
            sha256: self.source.sha256,
            annex: self.source.part.map(|p| (p.index, p.label)),
            institution: general.institution,
            approved_by: approval.by.clone(),
            title: general.job_title,
            title_in_genitive,
            unit: general.unit,
            manager: general.manager,
            substituted_by: general.substituted_by,
            substitutes: general.substitutes,
            says_substitutes,
            subordinates: general.subordinates,
            approval,
            demands: demands(&self.requirements),
            template: template(self.grammar.name, &self.sections),
            mentions,
            sketch,
            facts,
        })
    }

    fn sketch(&self) -> Sketch {
        let provisions = self.general.as_ref().map(|g| g.provisions.as_slice());
        Sketch::of(&Parts {
            purpose: self.purpose.as_deref(),
            provisions: provisions.unwrap_or_default(),
            duties: &self.duties,
            rights: &self.rights,
            responsibilities: &self.responsibilities,
            tools: &self.tools,
            requirements: Some(&self.requirements),
            amendment: &self.amendment,
            other_sections: &self.other_sections,
        })
    }

    /// The running text, with pointers.
    fn texts(&self) -> Vec<(String, &str)> {
        let mut out = Vec::new();
        let purpose = self.purpose.iter();
        out.extend(purpose.map(|t| ("/purpose".to_owned(), t.as_str())));
        let provisions = self.general.as_ref().map(|g| g.provisions.as_slice());
        for (name, list) in [
            ("/general/provisions", provisions.unwrap_or_default()),
            ("/rights", &self.rights),
            ("/responsibilities", &self.responsibilities),
            ("/amendment", &self.amendment),
        ] {
            let numbered = list.iter().enumerate();
            out.extend(numbered.map(|(i, t)| (format!("{name}/{i}"), t.as_str())));
        }
        duty_texts("/duties", &self.duties, &mut out);
        for (i, section) in self.other_sections.iter().enumerate() {
            let numbered = section.text.iter().enumerate();
            out.extend(
                numbered.map(|(k, t)| (format!("/other_sections/{i}/text/{k}"), t.as_str())),
            );
        }
        out
    }
}

fn duty_texts<'a>(pointer: &str, duties: &'a [Duty], out: &mut Vec<(String, &'a str)>) {
    for (i, duty) in duties.iter().enumerate() {
        out.push((format!("{pointer}/{i}/text"), &duty.text));
        duty_texts(&format!("{pointer}/{i}/subduties"), &duty.subduties, out);
    }
}

fn demands(requirements: &Requirements) -> Demands {
    let years = |kind| least_years(requirements.experience.as_ref(), kind);
    let numbered = || requirements.languages.iter().enumerate();
    let mut languages: Vec<(String, Option<String>)> = numbered()
        .filter_map(|(_, l)| Some((l.language.clone()?, l.level.clone())))
        .collect();
    languages.sort();
    languages.dedup_by(|a, b| a.0 == b.0);
    Demands {
        education: requirements.education.as_ref().and_then(|e| e.level),
        years: years(ExperienceKind::Field),
        management_years: years(ExperienceKind::Management),
        languages,
        turns: numbered()
            .filter_map(|(turn, l)| Some((l.language.clone()?, turn)))
            .collect(),
    }
}

fn least_years(experience: Option<&Experience>, kind: ExperienceKind) -> Option<f32> {
    let items = experience?.items.iter().filter(|i| i.kind == kind);
    items.filter_map(|i| i.min_years).reduce(f32::min)
}

fn template(grammar: String, sections: &[Section]) -> Template {
    let known = sections.iter().filter(|s| s.kind != SectionKind::Other);
    Template {
        grammar,
        headings: known
            .map(|s| {
                (
                    s.kind,
                    crate::grammar::fold::fold(&s.heading).into_boxed_str(),
                )
            })
            .collect(),
    }
}

/// Of the provenance only whether it has a place of the field "substitutes": that the field is there, though it is empty.
fn says_substitutes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    struct Keys;
    impl<'de> Visitor<'de> for Keys {
        type Value = bool;

        fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
            f.write_str("the places of a record's leaves")
        }

        fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<bool, M::Error> {
            let mut says = false;
            while let Some(key) = map.next_key::<std::borrow::Cow<str>>()? {
                says |= key.starts_with("/general/substitutes");
                map.next_value::<IgnoredAny>()?;
            }
            Ok(says)
        }
    }
    deserializer.deserialize_map(Keys)
}
