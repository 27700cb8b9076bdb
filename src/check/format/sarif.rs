//! SARIF 2.1.0, Static Analysis Results Interchange Format (OASIS standard of 27 March 2020).

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::uri;
use crate::check::{Document, Finding, Report};
use crate::diagnostic::{Place, Severity};
use crate::language::Language;
use crate::rules::{self, Rule};
use crate::worker::protocol::Status;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Name of our fingerprint, with the version of how it is made.
const FINGERPRINT: &str = "ametijuhend/v1";

/// Writes a log with one run.
pub fn write(report: &Report, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let names = rule_names(report);
    let results: Vec<Value> = report
        .documents
        .iter()
        .flat_map(|document| document.findings.iter().map(move |f| (document, f)))
        .map(|(document, finding)| result(document, finding, &names, language))
        .collect();
    let notifications: Vec<Value> = report
        .documents
        .iter()
        .filter(|document| document.status != Status::Ok)
        .map(|document| notification(document, language))
        .collect();
    let rules: Vec<Value> = names.keys().map(|name| rule(name, language)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": report.tool.name,
                "semanticVersion": report.tool.version,
                "language": language.code(),
                "rules": rules,
            }},
            "language": language.code(),
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": true,
                "toolExecutionNotifications": notifications,
            }],
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    out.write_all(b"\n")
}

/// Every rule that the report needs, with its index in `rules`.
fn rule_names(report: &Report) -> BTreeMap<&str, usize> {
    let findings = report.documents.iter().flat_map(|d| &d.findings);
    let mut names: BTreeMap<&str, usize> = findings.map(|f| (f.rule.as_str(), 0)).collect();
    for (index, slot) in names.values_mut().enumerate() {
        *slot = index;
    }
    names
}

/// A rule's description. Its identifier is its code; what has none goes by its name.
fn rule(name: &str, language: Language) -> Value {
    let Some(rule) = rules::find(name) else {
        return json!({ "id": name });
    };
    let page = language.of(rule.en, rule.et);
    json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": { "text": page.lines().next().unwrap_or(rule.name) },
        "help": { "text": page, "markdown": page },
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

fn result(
    document: &Document,
    finding: &Finding,
    names: &BTreeMap<&str, usize>,
    language: Language,
) -> Value {
    let id = rules::find(&finding.rule).map_or(finding.rule.as_str(), |rule: &Rule| rule.code);
    let mut result = json!({
        "ruleId": id,
        "level": level(finding.severity),
        "message": { "text": language.of(&finding.message, &finding.message_et) },
        "locations": [location(document, finding)],
        "partialFingerprints": { FINGERPRINT: finding.fingerprint },
    });
    if let Some(index) = names.get(finding.rule.as_str()) {
        result["ruleIndex"] = json!(index);
    }
    result
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// Where it stands. SARIF knows lines; pages, boxes and paragraphs are properties beside them.
fn location(document: &Document, finding: &Finding) -> Value {
    let mut physical = json!({
        "artifactLocation": { "uri": uri::of_path(&document.path) },
    });
    if let Some(Place::Lines { line_from, line_to }) = finding.at.first() {
        let mut region = json!({ "startLine": line_from, "endLine": line_to });
        if let Some(excerpt) = &finding.excerpt {
            region["snippet"] = json!({ "text": excerpt.text });
        }
        physical["region"] = region;
    }
    let mut location = json!({ "physicalLocation": physical });
    if let Some(pointer) = &finding.pointer {
        location["logicalLocations"] = json!([{ "fullyQualifiedName": pointer, "kind": "member" }]);
    }
    let properties = properties(document, finding);
    if !properties.is_empty() {
        location["properties"] = Value::Object(properties);
    }
    location
}

fn properties(document: &Document, finding: &Finding) -> Map<String, Value> {
    let mut properties = Map::new();
    if !matches!(finding.at.first(), None | Some(Place::Lines { .. })) {
        properties.insert("at".into(), json!(finding.at));
        if let Some(excerpt) = &finding.excerpt {
            properties.insert("excerpt".into(), json!(excerpt.part()));
        }
    }
    if let Some(part) = &document.part {
        properties.insert("part".into(), json!(part.index));
    }
    properties
}

/// An input that could not be read in full.
fn notification(document: &Document, language: Language) -> Value {
    json!({
        "descriptor": { "id": document.status.code() },
        "level": "error",
        "message": { "text": language.of(&document.message, &document.message_et) },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": uri::of_path(&document.path) },
        }}],
    })
}
