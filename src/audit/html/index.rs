//! What the page needs at once.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Style;
use super::chapter::Chapter;
use crate::audit::Found;
use crate::diagnostic::Severity;
use crate::record::Tool;

/// The institutions and the rules.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Index<'a> {
    tool: Tool,
    check_page: Option<&'a str>,
    rules: Vec<RuleEntry>,
    institutions: Vec<Summary<'a>>,
}

/// A rule that has findings.
#[derive(Debug, Serialize)]
struct RuleEntry {
    code: &'static str,
    name: &'static str,
    title: &'static str,
    /// The manual page without its title, Markdown.
    manual: &'static str,
}

/// An institution in numbers.
#[derive(Debug, Serialize)]
struct Summary<'a> {
    name: Option<&'a str>,
    /// The folder of its documents, where they do not name it.
    folder: Option<&'a str>,
    records: usize,
    positions: usize,
    units: usize,
    error: usize,
    warning: usize,
    info: usize,
}

impl<'a> Index<'a> {
    pub(super) fn of(chapters: &'a [Chapter<'a>], findings: &[Found], style: Style<'a>) -> Self {
        let rules: BTreeMap<&str, &Found> = findings.iter().map(|f| (f.rule.code, f)).collect();
        let rules = rules.values().map(|found| {
            let page = style.language.of(found.rule.en, found.rule.et);
            let (title, manual) = page.split_once('\n').unwrap_or((page, ""));
            RuleEntry {
                code: found.rule.code,
                name: found.rule.name,
                title,
                manual: manual.trim(),
            }
        });
        Index {
            tool: Tool {
                name: env!("CARGO_PKG_NAME").into(),
                version: env!("CARGO_PKG_VERSION").into(),
            },
            check_page: style.check_page,
            rules: rules.collect(),
            institutions: chapters.iter().map(summary).collect(),
        }
    }
}

fn summary<'a>(chapter: &'a Chapter<'a>) -> Summary<'a> {
    let count = |severity| {
        let findings = chapter.findings.iter();
        findings.filter(|f| f.severity == severity).count()
    };
    Summary {
        name: chapter.name,
        folder: chapter.folder,
        records: chapter.records.len(),
        positions: chapter.positions.len(),
        units: chapter.units.len(),
        error: count(Severity::Error),
        warning: count(Severity::Warning),
        info: count(Severity::Info),
    }
}
