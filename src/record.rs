//! The record: what the tool writes for one job description. Names are fixed within `schema_version` 1.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, Place};

/// Version of the record's shape.
pub const SCHEMA_VERSION: &str = "1.0";

/// One job description (ametijuhend).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Version of this shape, "1.0".
    pub schema_version: String,
    /// The tool that wrote the record.
    pub tool: Tool,
    /// The file that it was read from.
    pub source: Source,
    /// The grammar pack that fitted best.
    pub grammar: Grammar,
    /// What the document says of the position itself.
    pub general: General,
    /// The purpose of the position, in the document's words; null where it states none.
    pub purpose: Option<String>,
    /// Duties in document order, each with its own results.
    pub duties: Vec<Duty>,
    /// Results whose duty cannot be told from the input.
    pub unpaired_results: Vec<String>,
    /// Rights, one per list item or paragraph.
    pub rights: Vec<String>,
    /// Responsibilities, one per list item or paragraph.
    pub responsibilities: Vec<String>,
    /// Tools of work.
    pub tools: Vec<String>,
    /// How the job description is reviewed and changed.
    pub amendment: Vec<String>,
    /// What the position demands of its holder.
    pub requirements: Requirements,
    /// Who approved the document, by which act.
    pub approval: Option<Approval>,
    /// Who signed it.
    pub signature: Option<Signature>,
    /// Recognised sections in document order.
    pub sections: Vec<Section>,
    /// Numbered sections that no grammar knows, with their text.
    pub other_sections: Vec<OtherSection>,
    /// Paragraphs of the order in front of the annexes, the same for each annex of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cover: Vec<String>,
    /// Text that belongs to no field, label or furniture.
    pub unrecognised: Vec<Unrecognised>,
    /// What became of the document's characters.
    pub coverage: Coverage,
    /// For each leaf string (by JSON Pointer, RFC 6901), where it stood.
    pub provenance: BTreeMap<String, Vec<Place>>,
    /// Findings about the document.
    pub diagnostics: Vec<Diagnostic>,
    /// Changes that `check --fix` made afterwards. Without them, every string is the document's own wording.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fixes: Vec<Fix>,
}

/// A change that `check --fix` made to a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fix {
    /// What was done.
    pub kind: FixKind,
    /// JSON Pointer (RFC 6901) of the string that was changed.
    pub pointer: String,
    /// The document's wording.
    pub before: String,
    /// What the record says now.
    pub after: String,
}

/// Kinds of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FixKind {
    /// A duty has the number that follows from those before it.
    Renumbering,
    /// An item ends as nearly all others of its list do.
    ClosingPunctuation,
    /// A language level has its name of today.
    LegacyLevelName,
}

impl FixKind {
    /// Its name in records and reports.
    pub fn name(self) -> &'static str {
        match self {
            FixKind::Renumbering => "renumbering",
            FixKind::ClosingPunctuation => "closing_punctuation",
            FixKind::LegacyLevelName => "legacy_level_name",
        }
    }
}

/// The tool that wrote a record.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tool {
    /// "ametijuhend".
    pub name: String,
    /// Its version.
    pub version: String,
}

/// The file that a record was read from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Path as given to the tool, relative to the input folder.
    pub path: String,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// Format that the content has: txt, pdf …
    pub format: String,
    /// Character set that a text file was decoded from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// Number of pages, for formats that have pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// Which part of the file this is, where the file holds several job descriptions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
}

/// A part of a file that holds several job descriptions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Counted from 1.
    pub index: u32,
    /// How many there are.
    pub count: u32,
    /// What the document calls it ("Lisa 3").
    pub label: Option<String>,
}

/// The grammar pack that fitted best.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Grammar {
    /// Name of the pack.
    pub name: String,
    /// Fingerprint of the pack's content.
    pub fingerprint: String,
    /// How well it fits, 0 to 1.
    pub confidence: f32,
}

/// The general section.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct General {
    /// The document's title line ("LAOHOIDJA AMETIJUHEND").
    pub title_as_written: Option<String>,
    /// The employer, where the document names it.
    pub institution: Option<String>,
    /// Job title, as written.
    pub job_title: Option<String>,
    /// Structural unit, as written.
    pub unit: Option<String>,
    /// Place of work.
    pub location: Option<String>,
    /// Whom the position reports to.
    pub manager: Vec<String>,
    /// Who substitutes the holder.
    pub substituted_by: Vec<String>,
    /// Whom the holder substitutes.
    pub substitutes: Vec<String>,
    /// Who reports to the holder.
    pub subordinates: Vec<String>,
    /// Other labelled values.
    pub other_fields: Vec<OtherField>,
    /// Statements of the general section that belong to no field ("Juhindub oma töös kooli põhimäärusest").
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provisions: Vec<String>,
}

/// A labelled value for which the record has no name of its own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OtherField {
    /// The label, as written.
    pub label: String,
    /// The value, as written.
    pub value: String,
}

/// A duty, or a duty within a duty.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Its number without closing dot ("3.1"); null for a bullet.
    pub number: Option<String>,
    /// Its wording.
    pub text: String,
    /// Expected results.
    pub results: Vec<String>,
    /// Indicators by which the duty is measured, where the document has a column for them besides results.
    pub indicators: Vec<String>,
    /// Share of working time in per cent.
    pub share_percent: Option<f32>,
    /// Duties within this duty.
    pub subduties: Vec<Duty>,
}

/// What the position demands of its holder.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Requirements {
    /// Education.
    pub education: Option<Education>,
    /// Work experience.
    pub experience: Option<Experience>,
    /// Languages.
    pub languages: Vec<Language>,
    /// Computer skills.
    pub computer_skills: Vec<String>,
    /// Competencies, knowledge and personal qualities.
    pub competencies: Vec<Competency>,
    /// Other requirements.
    pub other: Vec<OtherRequirement>,
}

/// A demand on education.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Education {
    /// As written.
    pub text: String,
    /// The level that the wording decides; null where it decides none.
    pub level: Option<EducationLevel>,
    /// Level of the Estonian qualifications framework (1 to 8) where the wording decides it.
    pub eqf: Option<u8>,
}

/// Levels of education.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EducationLevel {
    /// Põhiharidus.
    Basic,
    /// Keskharidus.
    Secondary,
    /// Kutseharidus.
    Vocational,
    /// Rakenduskõrgharidus.
    AppliedHigher,
    /// Bakalaureus.
    Bachelor,
    /// Magister.
    Master,
    /// Doktor.
    Doctorate,
    /// Only "kõrgharidus" is asked.
    Higher,
}

impl EducationLevel {
    /// Its name in records and tables.
    pub fn name(self) -> &'static str {
        match self {
            EducationLevel::Basic => "basic",
            EducationLevel::Secondary => "secondary",
            EducationLevel::Vocational => "vocational",
            EducationLevel::AppliedHigher => "applied_higher",
            EducationLevel::Bachelor => "bachelor",
            EducationLevel::Master => "master",
            EducationLevel::Doctorate => "doctorate",
            EducationLevel::Higher => "higher",
        }
    }
}

/// A demand on experience.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Experience {
    /// As written.
    pub text: String,
    /// The single demands in it.
    pub items: Vec<ExperienceItem>,
}

/// One demand on experience.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExperienceItem {
    /// Least number of years; null where no length is asked.
    pub min_years: Option<f32>,
    /// Kind of experience.
    pub kind: ExperienceKind,
}

/// Kinds of experience.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExperienceKind {
    /// In the position's field of work.
    Field,
    /// In management.
    Management,
    /// Any other.
    Other,
}

/// A demand on a language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// ISO 639-1 code; null where any of several languages, or any foreign language, will do.
    pub language: Option<String>,
    /// CEFR level (A1 to C2) or "native".
    pub level: Option<String>,
    /// Preferred languages (ISO 639-1) where the demand is for "at least one".
    pub preferred: Vec<String>,
    /// As written.
    pub text: String,
}

/// A competency, with what shows it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Competency {
    /// Heading that it stands under, where the document groups competencies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Its name.
    pub name: String,
    /// How it shows; empty where the document does not explain it.
    pub indicators: Vec<String>,
}

/// A requirement of another kind.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OtherRequirement {
    /// Its label, where it has one.
    pub label: Option<String>,
    /// As written.
    pub text: String,
}

/// The approval of the document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// Who approved, as written ("Kuldjärve vallavanema").
    pub by: Option<String>,
    /// The kind of act, as written ("käskkirjaga").
    pub act: Option<String>,
    /// The act's number.
    pub number: Option<String>,
    /// Date, ISO 8601; only the part that the document gives ("2026-01" without a day).
    pub date: Option<String>,
    /// True where only the order in front of the annex says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_cover: Option<bool>,
    /// First day in force, ISO 8601, where the order says it ("jõustub 1. detsembril 2025").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force_from: Option<String>,
    /// Last day in force, ISO 8601, where the order says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force_to: Option<String>,
    /// Earlier acts that the order repeals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeals: Vec<Repeal>,
}

/// An earlier act that an order repeals, in whole or in part.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Repeal {
    /// As written, from its date to its annexes.
    pub text: String,
    /// The act's number.
    pub number: Option<String>,
    /// Its date, ISO 8601.
    pub date: Option<String>,
    /// Numbers of the annexes that are repealed; empty for the whole act.
    pub annexes: Vec<u32>,
}

/// The signature.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// Whether the document says that it is signed digitally.
    pub digital: bool,
    /// Who signed.
    pub signer: Option<String>,
    /// The signer's office.
    pub signer_title: Option<String>,
    /// Date, ISO 8601.
    pub date: Option<String>,
    /// Unfilled template fields, as written.
    pub placeholders: Vec<String>,
}

/// A recognised section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// What it is about.
    pub kind: SectionKind,
    /// Its number without closing dot.
    pub number: Option<String>,
    /// Its heading, as written.
    pub heading: String,
}

/// Kinds of section.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// Üldosa.
    General,
    /// Eesmärk.
    Purpose,
    /// Teenistusülesanded.
    Duties,
    /// Õigused.
    Rights,
    /// Vastutus.
    Responsibilities,
    /// Töövahendid.
    Tools,
    /// Nõuded.
    Requirements,
    /// Ametijuhendi muutmine.
    Amendment,
    /// Anything else.
    Other,
}

impl SectionKind {
    /// Its name in records and tables.
    pub fn name(self) -> &'static str {
        match self {
            SectionKind::General => "general",
            SectionKind::Purpose => "purpose",
            SectionKind::Duties => "duties",
            SectionKind::Rights => "rights",
            SectionKind::Responsibilities => "responsibilities",
            SectionKind::Tools => "tools",
            SectionKind::Requirements => "requirements",
            SectionKind::Amendment => "amendment",
            SectionKind::Other => "other",
        }
    }
}

/// A section that no grammar knows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OtherSection {
    /// Its number without closing dot.
    pub number: Option<String>,
    /// Its heading, as written.
    pub heading: String,
    /// Its paragraphs.
    pub text: Vec<String>,
}

/// Text that belongs to no field, label or furniture.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unrecognised {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub at: Vec<Place>,
}

/// What became of the document's non-blank characters; the last four add up to the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// All non-blank characters.
    pub characters: u64,
    /// Those in fields.
    pub assigned: u64,
    /// Those in headings, labels and markers that were recognised.
    pub labels: u64,
    /// Page numbers, running headers and footers.
    pub furniture: u64,
    /// Those in `unrecognised`.
    pub unrecognised: u64,
}
