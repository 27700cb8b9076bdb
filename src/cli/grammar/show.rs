//! `ametijuhend grammar show`.

use std::collections::BTreeMap;

use ametijuhend::grammar::pack::{Lexicon, Pack, section_word};

use crate::cli::terminal::safe;

/// Width of a printed line.
const WIDTH: usize = 110;

/// A pack's merged wordings; `+` marks the family's own.
pub fn show(pack: &Pack) -> String {
    let mut text = format!(
        "{} ({})\n{}\n\nWordings are folded as documents are: case, closing colon and kinds of dashes do not matter.\n\
         Those with + tell the family; the others are known to all.\n",
        safe(&pack.name),
        pack.fingerprint,
        safe(&pack.title)
    );
    text += &sections(pack);
    text += &style(pack);
    lexicon(&mut text, "Headings", &pack.headings, |k| {
        section_word(k).to_owned()
    });
    lexicon(&mut text, "Labels of fields", &pack.labels, |k| {
        k.as_str().to_owned()
    });
    lexicon(&mut text, "Heads of columns", &pack.columns, |k| {
        k.as_str().to_owned()
    });
    lexicon(
        &mut text,
        "Labels of requirements",
        &pack.requirements,
        |l| {
            let group = if l.group { " (group)" } else { "" };
            format!("{}{group}", l.key.as_str())
        },
    );
    text += "\nLead-ins\n";
    for (kind, wordings) in pack.lead_in_wordings() {
        entry(&mut text, section_word(kind), &wordings);
    }
    text += "\nResults under a duty\n";
    let markers = pack.result_markers.wordings();
    let markers: Vec<String> = markers.into_iter().map(|m| m.0).collect();
    entry(&mut text, "markers", &markers);
    words(&mut text, pack);
    text
}

fn sections(pack: &Pack) -> String {
    let mut text = "\nSections, in their usual order\n".to_owned();
    for section in &pack.sections {
        let required = if section.required { ", required" } else { "" };
        let repeatable = if section.repeatable {
            ", may stand twice"
        } else {
            ""
        };
        text += &format!("  {}{required}{repeatable}\n", section_word(section.kind));
    }
    text
}

fn style(pack: &Pack) -> String {
    let style = &pack.style;
    let truth = |b: Option<bool>| b.map(|b| if b { "yes" } else { "no" });
    let points = [
        ("numbering of headings", style.numbering.map(|n| n.as_str())),
        ("headings in capitals", truth(style.capitals)),
        ("results beside duties", truth(style.paired)),
        ("fields as", style.fields.map(|f| f.as_str())),
        ("fields numbered", truth(style.numbered_fields)),
    ];
    let mut text = "\nStyle\n".to_owned();
    for (name, value) in points {
        text += &format!("  {name}: {}\n", value.unwrap_or("differs"));
    }
    text
}

fn lexicon<K: Copy>(
    text: &mut String,
    title: &str,
    lexicon: &Lexicon<K>,
    name: impl Fn(K) -> String,
) {
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (wording, key, own) in lexicon.wordings() {
        let mark = if own { "+" } else { "" };
        let group = groups.entry(name(key)).or_default();
        group.push(format!("{mark}{wording}"));
    }
    *text += &format!("\n{title}\n");
    for (name, wordings) in groups {
        entry(text, &name, &wordings);
    }
}

fn words(text: &mut String, pack: &Pack) {
    let lists = [
        ("titles", &pack.document.title_words),
        ("none", &pack.document.none),
        ("approval", &pack.approval.heads),
        ("acts", &pack.approval.acts),
        ("digital signature", &pack.signature.digital),
        ("shares of time", &pack.share_words),
    ];
    *text += "\nWords\n";
    for (name, list) in lists {
        entry(text, name, list);
    }
}

/// A name with its wordings, wrapped.
fn entry(text: &mut String, name: &str, wordings: &[String]) {
    let mut line = format!("  {name}:");
    for (i, wording) in wordings.iter().enumerate() {
        let comma = if i + 1 < wordings.len() { "," } else { "" };
        let piece = format!(" {}{comma}", safe(wording));
        if line.chars().count() + piece.chars().count() > WIDTH {
            *text += &line;
            text.push('\n');
            line = "   ".to_owned();
        }
        line += &piece;
    }
    *text += &line;
    text.push('\n');
}
