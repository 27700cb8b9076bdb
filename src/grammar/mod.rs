//! The third stage: blocks to a draft of the record, by wordings that the grammar packs list.
//!
//! Headings divide the document; each section is read by the parser of its kind. The parsers know no files and no
//! geometry beyond what a line says of itself.

mod approval;
mod chrome;
mod context;
mod dates;
pub mod draft;
mod duties;
mod fields;
pub mod fit;
pub mod fold;
mod footnotes;
mod force;
mod heading;
mod items;
mod lines;
pub(crate) mod numbers;
pub mod outline;
pub mod pack;
pub mod parts;
mod requirements;
mod sections;
mod signature;
mod statements;
mod title;
mod values;

use crate::grammar::context::Context;
use crate::grammar::draft::{Draft, Section};
use crate::grammar::pack::{FieldKey, Pack};
use crate::layout::{Block, Joiner};
use crate::record::SectionKind;

/// Parses the blocks of one job description by one pack. `cover` is the order in front of it, if there is one.
pub fn parse(pack: &Pack, joiner: &Joiner, cover: &[Block], blocks: &[Block]) -> Draft {
    let context = Context::new(pack, joiner);
    let mut draft = Draft::default();
    let (preamble, mut sections) = heading::split(pack, blocks);
    title::read(&context, &preamble, &mut draft);
    footnotes::leave(&mut sections);
    if let Some(last) = sections.last_mut() {
        chrome::take_below(&context, &mut last.body, &mut draft);
        signature::take(&context, &mut last.body, &mut draft);
    }
    for section in &sections {
        if let Some(separator) = &section.separator {
            context.label(separator.clone());
        }
        if section.heading.is_empty() {
            // A numbered label among the sections: it has no heading of its own.
            read_section(&context, section, &mut draft);
            continue;
        }
        draft.sections.push(Section {
            kind: section.kind,
            number: section.number.clone(),
            heading: context.join(&section.heading),
        });
        read_section(&context, section, &mut draft);
    }
    if !cover.is_empty() {
        let lines = sections::lines_of(cover);
        approval::complete_from_cover(&context, &lines, &mut draft);
        draft.cover = sections::paragraphs(&context, &lines);
    }
    draft.outline.preamble = outline::preamble(&context, &preamble);
    draft.outline.sections = outline::of(&context, &sections);
    draft.outline.lost_markers = context.lost_markers();
    // What a field says again in full, the lines above the title only head.
    let told = |key: FieldKey| draft.fields.iter().any(|f| f.key == key);
    if told(FieldKey::Institution) {
        draft
            .institution
            .take()
            .into_iter()
            .for_each(|t| context.label(t));
    }
    if told(FieldKey::Unit) {
        draft.unit.take().into_iter().for_each(|t| context.label(t));
    }
    draft.outline.unit_above = draft.unit.is_some();
    (draft.labels, draft.notes) = context.finish();
    draft
}

/// Why a document is no job description, if it is none: it has the title of something else, or neither the title nor the
/// sections of one.
pub fn refusal(draft: &Draft) -> Option<String> {
    if let (None, Some(title)) = (&draft.title, &draft.other_title) {
        return Some(format!(
            "The document is something else; its title is \"{}\".",
            title.as_str()
        ));
    }
    let has = |kind| draft.sections.iter().any(|s| s.kind == kind);
    let telling = [
        SectionKind::General,
        SectionKind::Purpose,
        SectionKind::Rights,
        SectionKind::Responsibilities,
        SectionKind::Requirements,
    ];
    let sections = telling.into_iter().filter(|k| has(*k)).count();
    let titled = draft.title.is_some() && !draft.sections.is_empty();
    let shaped = has(SectionKind::Duties) && sections >= 2;
    (!titled && !shaped).then(|| {
        let found: Vec<&str> = draft.sections.iter().map(|s| s.heading.as_str()).collect();
        match found.as_slice() {
            [] => "The document has no title and no section of a job description.".to_owned(),
            headings => format!(
                "The document has no title of a job description, and not its sections; its headings are: {}.",
                headings.join(", ")
            ),
        }
    })
}

fn read_section(context: &Context, section: &heading::RawSection, draft: &mut Draft) {
    let body = &section.body;
    match section.kind {
        SectionKind::General => fields::read(context, body, true, draft),
        SectionKind::Purpose => sections::purpose(context, section, draft),
        SectionKind::Duties => duties::read(context, body, draft),
        SectionKind::Requirements => requirements::read(context, body, draft),
        SectionKind::Rights
        | SectionKind::Responsibilities
        | SectionKind::Tools
        | SectionKind::Amendment => {
            sections::list(context, section.kind, body, draft);
        }
        SectionKind::Other => sections::other(context, section, draft),
    }
}
