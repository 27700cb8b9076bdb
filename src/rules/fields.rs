//! Fields of the general section that a document should have.

use super::{Subject, sections};
use crate::diagnostic::{Place, Severity};
use crate::grammar::pack::FieldKey;
use crate::record::SectionKind;

/// Position, unit and manager, where the document lacks their fields and its family has them. A label without a value, or an empty
/// general section, is another rule's. A unit that not every document of the family names is worth a note only.
pub fn missing(subject: &Subject) -> Vec<(FieldKey, Severity)> {
    let general = |i: &usize| subject.outline.sections[*i].kind == SectionKind::General;
    if sections::empty(subject).iter().any(general)
        || sections::missing(subject).contains(&SectionKind::General)
    {
        return Vec::new();
    }
    [FieldKey::JobTitle, FieldKey::Unit, FieldKey::Manager]
        .into_iter()
        .filter(|key| lacks(subject, *key))
        .filter_map(|key| Some((key, severity(subject, key)?)))
        .collect()
}

fn severity(subject: &Subject, key: FieldKey) -> Option<Severity> {
    let pack = subject.pack;
    match key {
        FieldKey::JobTitle => Some(Severity::Error),
        FieldKey::Unit if pack.required_fields.contains(&key) => Some(Severity::Warning),
        FieldKey::Unit => pack.own_fields.contains(&key).then_some(Severity::Info),
        _ => Some(Severity::Warning),
    }
}

fn lacks(subject: &Subject, key: FieldKey) -> bool {
    let general = &subject.record.general;
    let named = match key {
        FieldKey::JobTitle => general.job_title.is_some(),
        FieldKey::Unit => {
            !subject.outline.unit_above
                && (general.unit.is_some() || stands(subject, "/general/unit"))
        }
        _ => !general.manager.is_empty() || stands(subject, "/general/manager"),
    };
    let labelled = subject.outline.empty_labels.iter().any(|l| {
        subject
            .pack
            .field_prefix(l.as_str())
            .is_some_and(|p| p.key == key)
    });
    !named && !labelled
}

/// "-" is an answer, and has a place.
fn stands(subject: &Subject, pointer: &str) -> bool {
    subject.record.provenance.contains_key(pointer)
}

/// Where the fields stand: the heading of the general section, or the title.
pub fn place(subject: &Subject) -> Vec<Place> {
    let mut sections = subject.outline.sections.iter();
    let general = sections.find(|s| s.kind == SectionKind::General && !s.heading.is_empty());
    match general {
        Some(section) => subject.places(&section.heading),
        None => {
            let title = subject.record.provenance.get("/general/title_as_written");
            title.cloned().unwrap_or_default()
        }
    }
}
