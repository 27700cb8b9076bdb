//! What was read of an input, as documents of the report.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::excerpt::{excerpt, of_leaf};
use super::fingerprint::fingerprint;
use super::report::{Document, Finding};
use super::unread;
use crate::diagnostic::{Diagnostic, Place};
use crate::read::View;
use crate::record::Record;
use crate::rules;
use crate::worker::protocol::{Answer, Status};

/// The documents of an answer: one for each record, or one that says why there is none. `keep`: with views and records.
pub fn of_answer(path: &str, answer: Answer, keep: bool) -> Vec<Document> {
    let Answer {
        status,
        message,
        records,
        pages_without_text,
        views,
        ..
    } = answer;
    if records.is_empty() {
        return vec![without_record(path, status, message)];
    }
    let mut views = views
        .into_iter()
        .flat_map(|viewed| std::iter::repeat_n(viewed.view, viewed.records));
    let several = records.len() > 1;
    let documents = records.into_iter().map(|record| {
        let view = views.next();
        let mut document = of_record(path, record, view.as_ref(), keep);
        document.status = status;
        document.message.clone_from(&message);
        document.message_et = unread::estonian(status);
        if keep {
            document.view = view.map(|view| own_pages(view, several, document.record.as_ref()));
        }
        document
    });
    let mut documents: Vec<Document> = documents.collect();
    if let Some(first) = documents.first_mut() {
        let pages = pages_without_text.iter();
        first.findings.extend(pages.map(|page| unread::page(*page)));
    }
    documents
}

/// An input that gave no record.
pub fn without_record(path: &str, status: Status, message: String) -> Document {
    Document {
        path: path.to_owned(),
        part: None,
        status,
        findings: unread::finding(status, &message).into_iter().collect(),
        message,
        message_et: unread::estonian(status),
        title: None,
        institution: None,
        unit: None,
        view: None,
        record: None,
        fixes: Vec::new(),
    }
}

/// A record's document.
pub fn of_record(path: &str, record: Record, view: Option<&View>, keep: bool) -> Document {
    // What cannot become JSON has no fields to point at.
    let value = serde_json::to_value(&record).unwrap_or_default();
    let part = record.source.part.as_ref().map(|part| part.index);
    let mut turns = HashMap::new();
    let findings = record
        .diagnostics
        .iter()
        .map(|diagnostic| finding(diagnostic, &value, view, part, &mut turns))
        .collect();
    let general = &record.general;
    Document {
        path: path.to_owned(),
        part: record.source.part.clone(),
        status: Status::Ok,
        message: String::new(),
        message_et: String::new(),
        title: general
            .job_title
            .clone()
            .or(general.title_as_written.clone()),
        institution: general.institution.clone(),
        unit: general.unit.clone(),
        findings,
        view: None,
        record: keep.then_some(record),
        fixes: Vec::new(),
    }
}

/// A finding of a record, which `record` is as JSON. `turns` counts those that are alike.
pub fn finding(
    diagnostic: &Diagnostic,
    record: &Value,
    view: Option<&View>,
    part: Option<u32>,
    turns: &mut HashMap<(String, String), usize>,
) -> Finding {
    let pointer = diagnostic.pointer.as_deref();
    let leaf = pointer.and_then(|pointer| record.pointer(pointer)?.as_str());
    let shown = excerpt(&diagnostic.at, leaf, view).or_else(|| leaf.map(of_leaf));
    let content = match (leaf, &shown, pointer) {
        (Some(leaf), ..) => leaf.to_owned(),
        (None, Some(shown), _) => shown.part(),
        (None, None, pointer) => pointer.unwrap_or_default().to_owned(),
    };
    let turn = turns
        .entry((diagnostic.rule.clone(), content.clone()))
        .or_default();
    *turn += 1;
    Finding {
        code: rules::find(&diagnostic.rule).map(|rule| rule.code.to_owned()),
        rule: diagnostic.rule.clone(),
        severity: diagnostic.severity,
        message: diagnostic.message.clone(),
        message_et: diagnostic.message_et.clone(),
        at: diagnostic.at.clone(),
        pointer: diagnostic.pointer.clone(),
        excerpt: shown,
        fingerprint: fingerprint(&diagnostic.rule, part, &content, *turn),
    }
}

/// Of a file with several job descriptions, the pages of this one.
fn own_pages(view: View, several: bool, record: Option<&Record>) -> View {
    let (true, Some(record)) = (several, record) else {
        return view;
    };
    let findings = record.diagnostics.iter().flat_map(|d| &d.at);
    let pages: HashSet<u32> = record
        .provenance
        .values()
        .flatten()
        .chain(findings)
        .filter_map(|place| match place {
            Place::Page { page, .. } => Some(*page),
            _ => None,
        })
        .collect();
    view.with_pages(|number| pages.contains(&number))
}
