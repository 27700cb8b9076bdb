//! For people: each finding with its source line and what to do, then a summary.

use std::collections::HashSet;
use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Style, place, title};
use crate::check::{Document, Excerpt, Finding, Report};
use crate::diagnostic::{Place, Severity};
use crate::language::Language;
use crate::rules;
use crate::terminal::{safe, safe_char};
use crate::worker::protocol::Status;

/// Writes the findings and the summary.
pub fn write(report: &Report, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let renderer = match style.colour {
        true => Renderer::styled(),
        false => Renderer::plain(),
    };
    let mut explained = HashSet::new();
    for document in &report.documents {
        if document.status != Status::Ok && document.findings.is_empty() {
            let group = unread(document, style.language);
            writeln!(out, "{}\n", renderer.render(&[group]))?;
        }
        for finding in &document.findings {
            let first = explained.insert(finding.rule.as_str());
            let group = group(document, finding, first, style.language);
            writeln!(out, "{}\n", renderer.render(&[group]))?;
        }
    }
    for document in &report.documents {
        for fix in &document.fixes {
            let word = style.language.of("fixed", "parandatud");
            let (path, kind) = (safe(&document.path), fix.kind.name());
            let (before, after) = (safe(&fix.before), safe(&fix.after));
            writeln!(
                out,
                "{word}: {path}: {}: {kind}: {before} → {after}",
                fix.pointer
            )?;
        }
    }
    for fixed in &report.fixed {
        let word = style.language.of("fixed", "parandatud");
        writeln!(out, "{word}: {}: {}", safe(&fixed.path), fixed.rule)?;
    }
    writeln!(out, "{}", summary(report, style.language))
}

fn unread(document: &Document, language: Language) -> Group<'static> {
    let message = safe(language.of(&document.message, &document.message_et));
    level(Severity::Error, language)
        .primary_title(message)
        .id(document.status.code())
        .element(Origin::path(safe(&document.path)))
}

/// A finding: what is wrong; where; why, at the first of its rule; and where to read more.
fn group(
    document: &Document,
    finding: &Finding,
    first: bool,
    language: Language,
) -> Group<'static> {
    let message = safe(language.of(&finding.message, &finding.message_et));
    let group = level(finding.severity, language)
        .primary_title(message)
        .id(title(finding));
    let mut group = match &finding.excerpt {
        Some(excerpt) => group.element(snippet(document, finding, excerpt, language)),
        None => group.element(Origin::path(where_it_is(document, finding, language))),
    };
    let Some(rule) = rules::find(&finding.rule).filter(|_| first) else {
        return group;
    };
    if let Some(why) = why(language.of(rule.en, rule.et)) {
        let note = Level::NOTE.with_name(language.of("why", "miks").to_owned());
        group = group.element(note.message(why));
    }
    let help = Level::HELP.with_name(language.of("help", "abi").to_owned());
    group.element(help.message(format!("ametijuhend explain {}", rule.code)))
}

/// The first paragraph of a manual page below its title, in one line.
fn why(page: &str) -> Option<String> {
    let body = page.split_once('\n')?.1;
    let mut paragraphs = body.split("\n\n").map(str::trim);
    let paragraph = paragraphs.find(|p| !p.is_empty() && !p.starts_with('#'))?;
    Some(paragraph.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn level(severity: Severity, language: Language) -> Level<'static> {
    let (level, name) = match severity {
        Severity::Error => (Level::ERROR, language.of("error", "viga")),
        Severity::Warning => (Level::WARNING, language.of("warning", "hoiatus")),
        Severity::Info => (Level::INFO, language.of("info", "teade")),
    };
    level.with_name(name.to_owned())
}

/// The source with the meant part marked. Only lines of text files have numbers that a reader could look up.
fn snippet(
    document: &Document,
    finding: &Finding,
    excerpt: &Excerpt,
    language: Language,
) -> Snippet<'static, annotate_snippets::Annotation<'static>> {
    let (source, span) = harmless(excerpt);
    let path = where_it_is(document, finding, language);
    let snippet = Snippet::source(source)
        .path(path)
        .fold(false)
        .annotation(AnnotationKind::Primary.span(span));
    match excerpt.line {
        Some(line) => snippet.line_start(line as usize),
        None => snippet.line_numbering(false),
    }
}

/// `a/b.pdf (2), page 3, /duties/0/text`; a text file's line is told by the snippet.
fn where_it_is(document: &Document, finding: &Finding, language: Language) -> String {
    let mut words = safe(&document.path);
    if let Some(part) = &document.part {
        words.push_str(&format!(" ({}/{})", part.index, part.count));
    }
    if let Some(Place::Lines { .. }) | None = finding.at.first() {
        return words;
    }
    format!(
        "{words}, {}{}",
        place::words(&finding.at, language),
        box_of(finding)
    )
}

/// ` [72 402 290 414]`: the box in points.
fn box_of(finding: &Finding) -> String {
    match finding.at.first() {
        Some(Place::Page { bbox, .. }) => {
            let [x0, y0, x1, y1] = bbox.map(f32::round);
            format!(" [{x0} {y0} {x1} {y1}]")
        }
        _ => String::new(),
    }
}

/// The excerpt with control characters escaped, and the span of its part in bytes.
fn harmless(excerpt: &Excerpt) -> (String, std::ops::Range<usize>) {
    let mut text = String::new();
    let (mut from, mut to) = (0, 0);
    for (index, c) in excerpt.text.chars().enumerate() {
        if index == excerpt.from {
            from = text.len();
        }
        match c {
            '\n' => text.push('\n'),
            c => safe_char(c, &mut text),
        }
        if index < excerpt.to {
            to = text.len();
        }
    }
    (text, from..to.max(from))
}

fn summary(report: &Report, language: Language) -> String {
    let counts = &report.counts;
    let mut sentences = vec![match language {
        Language::En => format!(
            "Job descriptions checked: {}. Errors: {}, warnings: {}, infos: {}.",
            counts.checked, counts.error, counts.warning, counts.info
        ),
        Language::Et => format!(
            "Kontrollitud ametijuhendeid: {}. Vigu: {}, hoiatusi: {}, teateid: {}.",
            counts.checked, counts.error, counts.warning, counts.info
        ),
    }];
    let mut add = |count: u64, en: &str, et: &str| {
        if count > 0 {
            sentences.push(format!("{}: {count}.", language.of(en, et)));
        }
    };
    add(
        counts.unread,
        "Inputs that could not be checked",
        "Kontrollimata jäänud sisendeid",
    );
    add(
        counts.known,
        "Known findings, not shown",
        "Varem teada leide, mida ei näidata",
    );
    add(
        counts.fixed,
        "Fixed since the baseline",
        "Võrdlusfailist saadik parandatud",
    );
    sentences.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_escaped_and_the_span_moves_along() {
        let excerpt = Excerpt {
            text: "a\u{1b}[2Jõb".into(),
            from: 5,
            to: 6,
            line: None,
        };
        let (text, span) = harmless(&excerpt);
        assert_eq!(text, "a\\u{1b}[2Jõb");
        assert_eq!(&text[span], "õ");
    }

    #[test]
    fn the_reason_is_the_first_paragraph() {
        let page = "Title\n\n## Why\n\nBecause of\nthis.\n\nMore.";
        assert_eq!(why(page).as_deref(), Some("Because of this."));
        assert_eq!(why("Title"), None);
    }
}
