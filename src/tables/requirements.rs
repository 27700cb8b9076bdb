//! The table of requirements.

use super::table;
use crate::record::{EducationLevel, ExperienceKind, Record, Requirements};

table! {
    /// One row for each requirement; experience has one for each demand in its text.
    "requirements"
    pub struct Requirement {
        /// Key of the record.
        position_id: String => "positions",
        /// "education", "experience", "language", "computer_skill", "competency" or "other".
        kind: &'static str,
        /// As written; of a competency, its name.
        text: String,
        /// The heading that a competency stands under, or the label of another requirement.
        label: Option<String>,
        /// Level of education (basic, secondary, vocational, applied_higher, bachelor, master, doctorate, higher) or of a
        /// language (A1 to C2, native).
        level: Option<String>,
        /// Level of the Estonian qualifications framework, 1 to 8.
        eqf: Option<u32>,
        /// Least years of experience.
        min_years: Option<f32>,
        /// Kind of experience: field, management, other.
        experience_kind: Option<&'static str>,
        /// Language, ISO 639-1; null where any of several will do.
        language: Option<String>,
        /// Preferred languages, ISO 639-1.
        preferred: Vec<String>,
        /// How a competency shows.
        indicators: Vec<String>,
        /// JSON Pointer of the requirement in the record.
        pointer: String,
    }
}

/// The rows of a record.
pub fn rows(id: &str, record: &Record) -> Vec<Requirement> {
    let requirements = &record.requirements;
    let mut rows = Vec::new();
    education(requirements, &mut rows);
    experience(requirements, &mut rows);
    languages(requirements, &mut rows);
    for (i, skill) in requirements.computer_skills.iter().enumerate() {
        rows.push(row("computer_skill", skill, format!("computer_skills/{i}")));
    }
    for (i, competency) in requirements.competencies.iter().enumerate() {
        rows.push(Requirement {
            label: competency.group.clone(),
            indicators: competency.indicators.clone(),
            ..row("competency", &competency.name, format!("competencies/{i}"))
        });
    }
    for (i, other) in requirements.other.iter().enumerate() {
        rows.push(Requirement {
            label: other.label.clone(),
            ..row("other", &other.text, format!("other/{i}"))
        });
    }
    for row in &mut rows {
        row.position_id = id.to_owned();
    }
    rows
}

fn row(kind: &'static str, text: &str, pointer: String) -> Requirement {
    Requirement {
        kind,
        text: text.to_owned(),
        pointer: format!("/requirements/{pointer}"),
        ..Requirement::default()
    }
}

fn education(requirements: &Requirements, rows: &mut Vec<Requirement>) {
    rows.extend(
        requirements
            .education
            .as_ref()
            .map(|education| Requirement {
                level: education.level.map(|level| level_name(level).to_owned()),
                eqf: education.eqf.map(u32::from),
                ..row("education", &education.text, "education".into())
            }),
    );
}

fn experience(requirements: &Requirements, rows: &mut Vec<Requirement>) {
    let Some(experience) = &requirements.experience else {
        return;
    };
    if experience.items.is_empty() {
        rows.push(row("experience", &experience.text, "experience".into()));
    }
    for (i, item) in experience.items.iter().enumerate() {
        rows.push(Requirement {
            min_years: item.min_years,
            experience_kind: Some(kind_name(item.kind)),
            ..row(
                "experience",
                &experience.text,
                format!("experience/items/{i}"),
            )
        });
    }
}

fn languages(requirements: &Requirements, rows: &mut Vec<Requirement>) {
    for (i, language) in requirements.languages.iter().enumerate() {
        rows.push(Requirement {
            level: language.level.clone(),
            language: language.language.clone(),
            preferred: language.preferred.clone(),
            ..row("language", &language.text, format!("languages/{i}"))
        });
    }
}

/// The level's name in records.
pub fn level_name(level: EducationLevel) -> &'static str {
    match level {
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

fn kind_name(kind: ExperienceKind) -> &'static str {
    match kind {
        ExperienceKind::Field => "field",
        ExperienceKind::Management => "management",
        ExperienceKind::Other => "other",
    }
}
