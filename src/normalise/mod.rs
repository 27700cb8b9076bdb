//! The fourth stage: a draft to the record: values normalised, every leaf with its place, every character accounted for.

mod general;
pub mod ground;
mod ledger;
pub mod left_out;
mod requirements;
pub mod scope;
mod signature;
pub mod values;

use crate::diagnostic::{Diagnostic, Severity};
use crate::grammar::draft::{self, Draft};
use crate::grammar::pack::Pack;
use crate::layout::Doubt;
use crate::normalise::ground::{Ground, Leaves};
use crate::normalise::ledger::Class;
use crate::read::{Document, Metric};
use crate::record::{self, Record, SectionKind};
use crate::text::Text;

/// What the record says of its origin.
pub struct Origin<'a> {
    /// Path, as given to the tool.
    pub path: &'a str,
    /// The file's SHA-256 in hexadecimal.
    pub sha256: &'a str,
    /// How well the pack fits, 0 to 1.
    pub confidence: f32,
    /// Which part of the file it is, and of how many, if the file holds several.
    pub part: Option<(u32, u32)>,
    /// For each word of the document, whether it belongs to this part or to the cover.
    pub scope: &'a [bool],
}

/// Builds the record of a draft, and says which leaf each source byte went to.
pub fn record(
    origin: &Origin,
    document: &Document,
    pack: &Pack,
    draft: &Draft,
    furniture: &[Text],
    doubts: &[Doubt],
) -> (Record, Leaves) {
    let mut ground = Ground::new(document, origin.scope);
    let mut record = Record {
        schema_version: record::SCHEMA_VERSION.to_owned(),
        tool: record::Tool {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        },
        source: source(origin, document),
        grammar: record::Grammar {
            name: pack.name.clone(),
            fingerprint: pack.fingerprint.clone(),
            confidence: origin.confidence,
        },
        general: general::general(&mut ground, pack, draft),
        purpose: ground.maybe("/purpose", draft.purpose.as_ref()),
        duties: duties(&mut ground, "/duties", &draft.duties),
        unpaired_results: ground.list("/unpaired_results", &draft.unpaired_results),
        requirements: requirements::requirements(&mut ground, pack, draft),
        approval: draft.approval.as_ref().map(|a| approval(&mut ground, a)),
        signature: signature::signature(&mut ground, draft.signature.as_ref(), document),
        sections: sections(&mut ground, &draft.sections),
        other_sections: other_sections(&mut ground, &draft.other_sections),
        ..Record::default()
    };
    for (kind, name, list) in [
        (SectionKind::Rights, "/rights", &mut record.rights),
        (
            SectionKind::Responsibilities,
            "/responsibilities",
            &mut record.responsibilities,
        ),
        (SectionKind::Tools, "/tools", &mut record.tools),
        (SectionKind::Amendment, "/amendment", &mut record.amendment),
    ] {
        *list = ground.list(
            name,
            draft
                .lists
                .iter()
                .filter(|(k, _)| *k == kind)
                .map(|(_, t)| t),
        );
    }
    if let Some(part) = &mut record.source.part {
        part.label = ground.maybe("/source/part/label", draft.part_label.as_ref());
    }
    record.cover = ground.list("/cover", &draft.cover);
    account(&mut ground, draft, furniture, &mut record);
    record.diagnostics = diagnostics(&ground, document, draft, doubts, &record);
    record.provenance = ground.provenance;
    (record, ground.leaves)
}

fn source(origin: &Origin, document: &Document) -> record::Source {
    record::Source {
        path: origin.path.to_owned(),
        sha256: origin.sha256.to_owned(),
        format: document.format.name().to_owned(),
        encoding: document.encoding.clone(),
        pages: (document.metric == Metric::Points).then_some(document.pages.len() as u32),
        part: origin.part.map(|(index, count)| record::Part {
            index,
            count,
            label: None,
        }),
    }
}

fn duties(ground: &mut Ground, pointer: &str, list: &[draft::Duty]) -> Vec<record::Duty> {
    list.iter()
        .enumerate()
        .map(|(i, duty)| {
            let at = format!("{pointer}/{i}");
            record::Duty {
                number: ground.maybe(&format!("{at}/number"), duty.number.as_ref()),
                text: ground.leaf(format!("{at}/text"), &duty.text),
                results: ground.list(&format!("{at}/results"), &duty.results),
                indicators: ground.list(&format!("{at}/indicators"), &duty.indicators),
                share_percent: duty.share.as_ref().and_then(|share| {
                    let value = share_percent(share.as_str());
                    if value.is_some() {
                        ground.derived(format!("{at}/share_percent"), share);
                    }
                    value
                }),
                subduties: duties(ground, &format!("{at}/subduties"), &duty.subduties),
            }
        })
        .collect()
}

/// "20%", "20 %", "12,5%".
fn share_percent(text: &str) -> Option<f32> {
    text.trim_end_matches(['%', ' '])
        .replace(',', ".")
        .trim()
        .parse()
        .ok()
        .filter(|v| (0.0..=100.0).contains(v))
}

fn approval(ground: &mut Ground, approval: &draft::Approval) -> record::Approval {
    record::Approval {
        by: ground.maybe("/approval/by", approval.by.as_ref()),
        act: ground.maybe("/approval/act", approval.act.as_ref()),
        number: ground.maybe("/approval/number", approval.number.as_ref()),
        date: day(ground, "/approval/date", approval.date.as_ref()),
        from_cover: approval.from_cover.then_some(true),
        in_force_from: day(
            ground,
            "/approval/in_force_from",
            approval.in_force_from.as_ref(),
        ),
        in_force_to: day(
            ground,
            "/approval/in_force_to",
            approval.in_force_to.as_ref(),
        ),
        repeals: repeals(ground, &approval.repeals),
    }
}

/// A date: its place is that of the wording.
fn day(ground: &mut Ground, pointer: &str, date: Option<&(Text, String)>) -> Option<String> {
    date.map(|(text, iso)| {
        ground.derived(pointer, text);
        iso.clone()
    })
}

fn repeals(ground: &mut Ground, repeals: &[draft::Repeal]) -> Vec<record::Repeal> {
    let numbered = repeals.iter().enumerate();
    numbered
        .map(|(i, repeal)| {
            let at = format!("/approval/repeals/{i}");
            record::Repeal {
                text: ground.leaf(format!("{at}/text"), &repeal.text),
                number: Some(ground.leaf(format!("{at}/number"), &repeal.number)),
                date: day(ground, &format!("{at}/date"), repeal.date.as_ref()),
                annexes: repeal.annexes.clone(),
            }
        })
        .collect()
}

/// Headings are labels, not values: their places are given, and their characters claimed as labels.
fn sections(ground: &mut Ground, sections: &[draft::Section]) -> Vec<record::Section> {
    sections
        .iter()
        .enumerate()
        .map(|(i, section)| {
            let number = section
                .number
                .as_ref()
                .map(|n| label_leaf(ground, format!("/sections/{i}/number"), n));
            let heading = label_leaf(ground, format!("/sections/{i}/heading"), &section.heading);
            record::Section {
                kind: section.kind,
                number,
                heading,
            }
        })
        .collect()
}

fn label_leaf(ground: &mut Ground, pointer: String, text: &Text) -> String {
    ground.ledger.claim(text, Class::Label);
    ground.leaf(pointer, text)
}

fn other_sections(
    ground: &mut Ground,
    sections: &[draft::OtherSection],
) -> Vec<record::OtherSection> {
    sections
        .iter()
        .enumerate()
        .map(|(i, section)| {
            let at = format!("/other_sections/{i}");
            record::OtherSection {
                number: section
                    .number
                    .as_ref()
                    .map(|n| label_leaf(ground, format!("{at}/number"), n)),
                heading: label_leaf(ground, format!("{at}/heading"), &section.heading),
                text: ground.list(&format!("{at}/text"), &section.text),
            }
        })
        .collect()
}

/// Claims what is no value, and counts.
fn account(ground: &mut Ground, draft: &Draft, furniture: &[Text], record: &mut Record) {
    for label in &draft.labels {
        ground.ledger.claim(label, Class::Label);
    }
    for text in furniture.iter().chain(&draft.chrome) {
        ground.ledger.claim(text, Class::Furniture);
    }
    record.coverage = ground.ledger.coverage();
    record.unrecognised = ground.ledger.unrecognised();
}

fn diagnostics(
    ground: &Ground,
    document: &Document,
    draft: &Draft,
    doubts: &[Doubt],
    record: &Record,
) -> Vec<Diagnostic> {
    let mut out = document.findings.clone();
    out.extend(signature::several(document));
    out.extend(draft.notes.iter().map(|note| Diagnostic {
        rule: note.rule.to_owned(),
        severity: note.severity,
        message: note.en.clone(),
        message_et: note.et.clone(),
        at: ground.places(&note.at),
        pointer: ground.pointer_of(&note.at),
    }));
    out.extend(doubts.iter().map(|doubt| Diagnostic {
        rule: "hyphenation-ambiguous".to_owned(),
        severity: Severity::Info,
        message: format!("A hyphen at a line's end was taken for a word break: \"{}\". If the hyphen belongs to the word, put it back.", doubt.word.as_str()),
        message_et: format!("Rea lõpu sidekriips loeti poolituseks: „{}“. Kui sidekriips kuulub sõna juurde, pange see tagasi.", doubt.word.as_str()),
        at: ground.places(&doubt.word),
        pointer: ground.pointer_of(&doubt.word),
    }));
    out.extend(record.unrecognised.iter().enumerate().map(|(i, u)| Diagnostic {
        rule: "unrecognised-text".to_owned(),
        severity: Severity::Warning,
        message: format!("This text belongs to no field that the tool knows: \"{}\". Check whether it says something the record should hold.", shorten(&u.text)),
        message_et: format!("See tekst ei kuulu ühelegi väljale, mida tööriist tunneb: „{}“. Vaadake, kas selles on midagi, mis peaks kirjes olema.", shorten(&u.text)),
        at: u.at.clone(),
        pointer: Some(format!("/unrecognised/{i}")),
    }));
    out
}

fn shorten(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text.to_owned(),
    }
}
