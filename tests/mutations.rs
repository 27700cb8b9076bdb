//! From sound documents of every family, one defect at a time is planted: the report must hold the defect's rule at its
//! place, and no other error or warning that the sound document has not. Every fourth document is taken, and all of them with
//! `MUTATIONS=all`; `PLANTED=heading-misspelt` plants only that rule's.

#[path = "mutations/anatomy.rs"]
mod anatomy;
#[path = "mutations/plant.rs"]
mod plant;
#[path = "mutations/sheet.rs"]
mod sheet;
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use ametijuhend::diagnostic::{Diagnostic, Place, Severity};
use ametijuhend::pipeline::{Extractor, Settings};
use ametijuhend::record::Record;

use anatomy::Anatomy;
use plant::Planted;
use sheet::Sheet;
use support::{Case, Expected, corpus, each, root, tell};

/// One of so many documents is taken, so that the test takes seconds. A document has three forms as a rule: each form has its turn.
const STEP: usize = 4;

/// Of the defects planted, at least this share is found.
const RECALL: f64 = 0.99;

/// At most this share of the defects gives an error or warning besides its own. The aim is none: what is left are sections
/// copied or deleted where columns of text or numbers that begin anew make more than one thing wrong.
const EXTRA: f64 = 0.01;

/// Sound documents of the families, as text and as Word documents: those without deliberate damage whose record is the
/// expected one.
fn sound() -> Vec<Case> {
    let known =
        std::fs::read_to_string(root().join("tests/known_differences.txt")).expect("it is there");
    corpus()
        .into_iter()
        .filter(|case| {
            let family = case.name.split('/').nth(1).unwrap_or_default();
            let file = case.name.rsplit('/').next().unwrap_or_default();
            let folder = case.name.rsplit('/').nth(1).unwrap_or_default();
            let form = file.strip_prefix(folder).unwrap_or_default();
            family.starts_with('t')
                && [".flat.txt", ".layout.txt", ".docx"].contains(&form)
                && matches!(case.expected, Expected::Records(_))
                && !known.contains(&format!("{}:", case.name))
        })
        .collect()
}

fn extractor() -> Extractor {
    Extractor::new(Settings {
        today: Some("2026-11-26".to_owned()),
        ..Settings::default()
    })
    .expect("the built-in packs are sound")
}

fn read(extractor: &Extractor, case: &Case, bytes: &[u8]) -> Vec<Record> {
    extractor
        .extract(&case.name, bytes, &[])
        .map_or(Vec::new(), |e| e.records)
}

/// What became of a planted defect.
struct Outcome {
    rule: &'static str,
    how: &'static str,
    family: String,
    found: bool,
    extra: Vec<String>,
    name: String,
    /// The first line that was changed.
    line: String,
}

fn outcome(case: &Case, before: &[Diagnostic], planted: &Planted, records: &[Record]) -> Outcome {
    let mut known: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for d in before {
        *known.entry((&d.rule, &d.message)).or_default() += 1;
    }
    let mut fresh: Vec<&Diagnostic> = Vec::new();
    for d in records.iter().flat_map(|r| &r.diagnostics) {
        match known.get_mut(&(d.rule.as_str(), d.message.as_str())) {
            Some(count) if *count > 0 => *count -= 1,
            _ => fresh.push(d),
        }
    }
    let there = |place: &Place| match place {
        Place::Lines { line_from, line_to } => planted
            .lines
            .iter()
            .any(|l| (*line_from..=*line_to).contains(&(*l as u32 + 1))),
        // Word documents count paragraphs of cells by themselves.
        _ => true,
    };
    let at_place = |d: &Diagnostic| planted.lines.is_empty() || d.at.iter().any(there);
    // Of equal findings it may be another one that was there before.
    let mut all = records.iter().flat_map(|r| &r.diagnostics);
    let there_now = all.any(|d| d.rule == planted.rule && at_place(d));
    let extra = fresh
        .iter()
        .filter(|d| d.rule != planted.rule && d.severity != Severity::Info)
        .map(|d| format!("{}: {}", d.rule, d.message));
    Outcome {
        rule: planted.rule,
        how: planted.how,
        family: case.name.split('/').nth(1).unwrap_or_default().to_owned(),
        found: fresh.iter().any(|d| d.rule == planted.rule) && there_now,
        extra: extra.collect(),
        name: case.name.clone(),
        line: planted
            .lines
            .first()
            .and_then(|l| planted.sheet.lines.get(*l))
            .cloned()
            .unwrap_or_default(),
    }
}

fn try_all(extractor: &Extractor, case: &Case) -> Vec<Outcome> {
    let bytes = case.bytes();
    let sheet = match case.is("docx") {
        true => Sheet::word(bytes.clone()),
        false => Sheet::text(&String::from_utf8(bytes.clone()).expect("UTF-8")),
    };
    let records = read(extractor, case, &bytes);
    let [record] = records.as_slice() else {
        return Vec::new();
    };
    plant::all(&Anatomy::of(&sheet, record), extractor)
        .iter()
        .filter(|planted| std::env::var("PLANTED").map_or(true, |rule| rule == planted.rule))
        .map(|planted| {
            let after = read(extractor, case, &planted.sheet.bytes());
            outcome(case, &record.diagnostics, planted, &after)
        })
        .collect()
}

/// Rule by rule: families, planted, found, planted that gave something else too.
fn matrix(outcomes: &[Outcome]) -> String {
    let mut rules: BTreeMap<&str, Vec<&Outcome>> = BTreeMap::new();
    outcomes
        .iter()
        .for_each(|o| rules.entry(o.rule).or_default().push(o));
    let mut out = format!(
        "{:28}{:>9}{:>9}{:>9}{:>9}\n",
        "rule", "families", "planted", "found", "extra"
    );
    for (rule, list) in &rules {
        let families: BTreeSet<&str> = list.iter().map(|o| o.family.as_str()).collect();
        let found = list.iter().filter(|o| o.found).count();
        let extra = list.iter().filter(|o| !o.extra.is_empty()).count();
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "{rule:28}{:>9}{:>9}{found:>9}{extra:>9}",
            families.len(),
            list.len()
        );
    }
    out
}

#[test]
fn each_planted_defect_is_found_and_nothing_else() {
    let extractor = extractor();
    let cases = sound();
    assert!(cases.len() > 100, "the corpus is not there");
    let all = std::env::var("MUTATIONS").is_ok_and(|v| v == "all");
    let cases: Vec<Case> = match all {
        true => cases,
        false => cases.into_iter().step_by(STEP).collect(),
    };
    let outcomes: Vec<Outcome> = each(&cases, |case| try_all(&extractor, case))
        .into_iter()
        .flatten()
        .collect();
    tell(&matrix(&outcomes));
    let missed: Vec<&Outcome> = outcomes.iter().filter(|o| !o.found).collect();
    let extra: Vec<&Outcome> = outcomes.iter().filter(|o| !o.extra.is_empty()).collect();
    for o in &missed {
        tell(&format!(
            "missed {} ({}) in {}: {}",
            o.rule, o.how, o.name, o.line
        ));
    }
    for o in &extra {
        tell(&format!(
            "extra for {} ({}) in {}: {}: {}",
            o.rule,
            o.how,
            o.name,
            o.line,
            o.extra.join(" | ")
        ));
    }
    let recall = 1.0 - missed.len() as f64 / outcomes.len() as f64;
    tell(&format!(
        "planted {}, recall {recall:.4}, with something else {}",
        outcomes.len(),
        extra.len()
    ));
    assert!(recall >= RECALL, "recall {recall}");
    let share = extra.len() as f64 / outcomes.len() as f64;
    assert!(share <= EXTRA, "{share} gave other errors or warnings too");
}
