//! What wordings can mean: the closed lists of keys that a pack may use.

use serde::Serialize;

use crate::record::{EducationLevel, SectionKind};

/// A key that packs write as a word.
pub(super) trait Key: Copy + Sized + 'static {
    /// What it is called in messages.
    const WHAT: &'static str;
    /// All keys with their words.
    const ALL: &'static [(&'static str, Self)];

    /// The key that a word stands for.
    fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(w, _)| *w == word).map(|&(_, k)| k)
    }

    /// The word for a key.
    fn word(self) -> &'static str
    where
        Self: PartialEq,
    {
        let entry = Self::ALL.iter().find(|(_, k)| *k == self);
        entry.map_or(Self::WHAT, |&(w, _)| w)
    }

    /// The words, for messages.
    fn words() -> String {
        let words: Vec<&str> = Self::ALL.iter().map(|&(w, _)| w).collect();
        words.join(", ")
    }
}

/// A field of the general section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldKey {
    /// The employer.
    Institution,
    /// The position's name.
    JobTitle,
    /// Structural unit.
    Unit,
    /// Place of work.
    Location,
    /// Whom the position reports to.
    Manager,
    /// Who substitutes the holder.
    SubstitutedBy,
    /// Whom the holder substitutes.
    Substitutes,
    /// Who reports to the holder.
    Subordinates,
    /// The purpose, where it is a row of the general section.
    Purpose,
    /// A labelled value for which the record has no name.
    Other,
    /// A requirement that stands among the general fields.
    Requirement(RequirementKey),
}

/// A kind of requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RequirementKey {
    /// Education.
    Education,
    /// Experience.
    Experience,
    /// Languages.
    Languages,
    /// Computer skills.
    ComputerSkills,
    /// Competencies, knowledge, personal qualities.
    Competencies,
    /// Anything else.
    Other,
}

/// A column of the duties' table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnRole {
    /// Item numbers.
    Number,
    /// Duties.
    Duty,
    /// Activities: duties within the duty.
    Activity,
    /// Expected results.
    Result,
    /// Criteria or indicators; the results, where no other column holds those (see [`super::Pack::table_columns`]).
    Indicator,
    /// Share of working time.
    Share,
}

/// The word that packs write for a kind of section.
pub fn section_word(kind: SectionKind) -> &'static str {
    kind.word()
}

impl FieldKey {
    /// The word that packs write for it.
    pub fn as_str(self) -> &'static str {
        self.word()
    }
}

impl RequirementKey {
    /// The word that packs write for it.
    pub fn as_str(self) -> &'static str {
        self.word()
    }
}

impl ColumnRole {
    /// The word that packs write for it.
    pub fn as_str(self) -> &'static str {
        self.word()
    }
}

impl Key for FieldKey {
    const WHAT: &'static str = "field key";
    const ALL: &'static [(&'static str, Self)] = &[
        ("institution", FieldKey::Institution),
        ("job_title", FieldKey::JobTitle),
        ("unit", FieldKey::Unit),
        ("location", FieldKey::Location),
        ("manager", FieldKey::Manager),
        ("substituted_by", FieldKey::SubstitutedBy),
        ("substitutes", FieldKey::Substitutes),
        ("subordinates", FieldKey::Subordinates),
        ("purpose", FieldKey::Purpose),
        ("other", FieldKey::Other),
        (
            "education",
            FieldKey::Requirement(RequirementKey::Education),
        ),
        (
            "experience",
            FieldKey::Requirement(RequirementKey::Experience),
        ),
        (
            "languages",
            FieldKey::Requirement(RequirementKey::Languages),
        ),
        (
            "computer_skills",
            FieldKey::Requirement(RequirementKey::ComputerSkills),
        ),
        (
            "competencies",
            FieldKey::Requirement(RequirementKey::Competencies),
        ),
        (
            "other_requirement",
            FieldKey::Requirement(RequirementKey::Other),
        ),
    ];
}

impl Key for RequirementKey {
    const WHAT: &'static str = "requirement key";
    const ALL: &'static [(&'static str, Self)] = &[
        ("education", RequirementKey::Education),
        ("experience", RequirementKey::Experience),
        ("languages", RequirementKey::Languages),
        ("computer_skills", RequirementKey::ComputerSkills),
        ("competencies", RequirementKey::Competencies),
        ("other", RequirementKey::Other),
    ];
}

impl Key for ColumnRole {
    const WHAT: &'static str = "column role";
    const ALL: &'static [(&'static str, Self)] = &[
        ("number", ColumnRole::Number),
        ("duty", ColumnRole::Duty),
        ("activity", ColumnRole::Activity),
        ("result", ColumnRole::Result),
        ("indicator", ColumnRole::Indicator),
        ("share", ColumnRole::Share),
    ];
}

impl Key for SectionKind {
    const WHAT: &'static str = "section kind";
    const ALL: &'static [(&'static str, Self)] = &[
        ("general", SectionKind::General),
        ("purpose", SectionKind::Purpose),
        ("duties", SectionKind::Duties),
        ("rights", SectionKind::Rights),
        ("responsibilities", SectionKind::Responsibilities),
        ("tools", SectionKind::Tools),
        ("requirements", SectionKind::Requirements),
        ("amendment", SectionKind::Amendment),
        ("other", SectionKind::Other),
    ];
}

impl Key for EducationLevel {
    const WHAT: &'static str = "level of education";
    const ALL: &'static [(&'static str, Self)] = &[
        ("basic", EducationLevel::Basic),
        ("secondary", EducationLevel::Secondary),
        ("vocational", EducationLevel::Vocational),
        ("applied_higher", EducationLevel::AppliedHigher),
        ("bachelor", EducationLevel::Bachelor),
        ("master", EducationLevel::Master),
        ("doctorate", EducationLevel::Doctorate),
        ("higher", EducationLevel::Higher),
    ];
}
