//! What the page needs at once.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::{Counts, Document, Finding, Report};
use crate::diagnostic::Severity;
use crate::language::Language;
use crate::record::Tool;
use crate::rules;
use crate::worker::protocol::Status;

/// So many characters of a finding's words are in the list.
const WORDS: usize = 160;

/// Every document and finding, in the language of the page.
#[derive(Debug, Serialize)]
pub(super) struct Index<'a> {
    tool: &'a Tool,
    counts: Counts,
    rules: Vec<RuleEntry<'a>>,
    documents: Vec<DocumentEntry<'a>>,
}

/// A rule that has findings.
#[derive(Debug, Serialize)]
struct RuleEntry<'a> {
    code: Option<&'a str>,
    name: &'a str,
    title: &'a str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct DocumentEntry<'a> {
    path: &'a str,
    part: Option<String>,
    part_index: Option<u32>,
    status: Status,
    message: &'a str,
    title: Option<&'a str>,
    institution: Option<&'a str>,
    unit: Option<&'a str>,
    findings: Vec<FindingEntry<'a>>,
    /// Whether there is a packed block with its source and record.
    packed: bool,
}

#[derive(Debug, Serialize)]
struct FindingEntry<'a> {
    rule: usize,
    severity: Severity,
    message: &'a str,
    words: Option<String>,
}

impl<'a> Index<'a> {
    pub(super) fn of(report: &'a Report, language: Language) -> Self {
        let findings = report.documents.iter().flat_map(|d| &d.findings);
        let named: BTreeMap<&str, Option<&str>> = findings
            .map(|f| (f.rule.as_str(), f.code.as_deref()))
            .collect();
        let numbers: BTreeMap<&str, usize> = named.keys().copied().zip(0..).collect();
        let rules = named
            .iter()
            .map(|(name, code)| RuleEntry {
                code: *code,
                name,
                title: title(name, language),
            })
            .collect();
        Index {
            tool: &report.tool,
            counts: report.counts,
            rules,
            documents: report
                .documents
                .iter()
                .map(|document| entry(document, language, &numbers))
                .collect(),
        }
    }
}

fn entry<'a>(
    document: &'a Document,
    language: Language,
    rules: &BTreeMap<&str, usize>,
) -> DocumentEntry<'a> {
    let part = document.part.as_ref();
    let numbered = || part.map(|p| format!("{}/{}", p.index, p.count));
    DocumentEntry {
        path: &document.path,
        part: part.and_then(|p| p.label.clone()).or_else(numbered),
        part_index: part.map(|p| p.index),
        status: document.status,
        message: language.of(&document.message, &document.message_et),
        title: document.title.as_deref(),
        institution: document.institution.as_deref(),
        unit: document.unit.as_deref(),
        findings: document
            .findings
            .iter()
            .map(|finding| FindingEntry {
                rule: rules
                    .get(finding.rule.as_str())
                    .copied()
                    .unwrap_or_default(),
                severity: finding.severity,
                message: language.of(&finding.message, &finding.message_et),
                words: words(finding),
            })
            .collect(),
        packed: super::is_packed(document),
    }
}

/// The rule's title: the first line of its manual page. A finding without a page is called by its name.
fn title(name: &str, language: Language) -> &str {
    let Some(rule) = rules::find(name) else {
        return name;
    };
    let page = language.of(rule.en, rule.et);
    page.lines()
        .next()
        .unwrap_or(name)
        .trim_start_matches(['#', ' '])
}

/// What the finding points at, shortened.
fn words(finding: &Finding) -> Option<String> {
    let part = finding.excerpt.as_ref()?.part();
    let words: String = part.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = words.chars().take(WORDS).collect();
    let mark = if short.len() < words.len() { "…" } else { "" };
    Some(short + mark).filter(|s| !s.is_empty())
}
