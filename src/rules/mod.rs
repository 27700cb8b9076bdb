//! The catalogue of checks: one rule, one file, which holds its manual page in English and in Estonian.
//!
//! Codes and names are part of the contract and are never reused. A stage that reads notices some defects itself
//! ([`Check::Reading`]); the others are looked for in the finished record by [`apply`].

mod a401;
mod a402;
mod a403;
mod a404;
mod a405;
mod d201;
mod d202;
mod d203;
mod d204;
mod d205;
mod f101;
mod f102;
mod f103;
mod f104;
mod fields;
mod l701;
mod l702;
mod l703;
mod l704;
mod l705;
mod l706;
mod l707;
pub(crate) mod languages;
mod numbering;
mod order;
mod personal;
mod placeholders;
mod r301;
mod r302;
mod r303;
mod r304;
mod r305;
mod s001;
mod s002;
mod s003;
mod s004;
mod s005;
mod s006;
mod s007;
mod s008;
mod s009;
mod s010;
mod s011;
mod s012;
mod s013;
mod s014;
mod sections;
mod subject;
mod t501;
mod t502;
mod t503;
mod t504;
mod t505;
#[cfg(test)]
mod testing;
mod texts;
pub mod x6xx;

pub use order::sort;
pub use subject::{Context, Subject};

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::record::Record;

/// A check that the tool knows.
#[derive(Debug)]
pub struct Rule {
    /// "D201".
    pub code: &'static str,
    /// "duty-without-result": the value of `diagnostics[].rule`.
    pub name: &'static str,
    /// How much a finding weighs unless the settings or the finding say otherwise.
    pub severity: Severity,
    /// Manual page in English, Markdown. The first line is its title.
    pub en: &'static str,
    /// Manual page in Estonian, Markdown. The first line is its title.
    pub et: &'static str,
    /// What looks for it.
    pub check: Check,
}

/// What looks for a rule's defects.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// A stage notices it while it reads; the finding is in the record already.
    Reading,
    /// A function over one record and what was noticed while it was read.
    Record(fn(&Subject, &mut Vec<Finding>)),
    /// The audit, over a collection.
    Collection,
}

/// What a rule found in a record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Finding {
    /// Severity, where it differs from the rule's own.
    pub severity: Option<Severity>,
    /// A sentence in English.
    pub en: String,
    /// The same in Estonian.
    pub et: String,
    /// Where it stands in the source; empty where the pointer's provenance tells.
    pub at: Vec<Place>,
    /// JSON Pointer of the field that it concerns.
    pub pointer: Option<String>,
}

impl Finding {
    /// A finding about the field at a JSON Pointer; its place is where the field stands.
    pub fn of(pointer: impl Into<String>, en: impl Into<String>, et: impl Into<String>) -> Self {
        Finding {
            en: en.into(),
            et: et.into(),
            pointer: Some(pointer.into()),
            ..Finding::default()
        }
    }
}

/// Every rule, sorted by code.
pub const RULES: &[&Rule] = &[
    &a401::RULE,
    &a402::RULE,
    &a403::RULE,
    &a404::RULE,
    &a405::RULE,
    &d201::RULE,
    &d202::RULE,
    &d203::RULE,
    &d204::RULE,
    &d205::RULE,
    &f101::RULE,
    &f102::RULE,
    &f103::RULE,
    &f104::RULE,
    &l701::RULE,
    &l702::RULE,
    &l703::RULE,
    &l704::RULE,
    &l705::RULE,
    &l706::RULE,
    &l707::RULE,
    &r301::RULE,
    &r302::RULE,
    &r303::RULE,
    &r304::RULE,
    &r305::RULE,
    &s001::RULE,
    &s002::RULE,
    &s003::RULE,
    &s004::RULE,
    &s005::RULE,
    &s006::RULE,
    &s007::RULE,
    &s008::RULE,
    &s009::RULE,
    &s010::RULE,
    &s011::RULE,
    &s012::RULE,
    &s013::RULE,
    &s014::RULE,
    &t501::RULE,
    &t502::RULE,
    &t503::RULE,
    &t504::RULE,
    &t505::RULE,
    &x6xx::x601::RULE,
    &x6xx::x602::RULE,
    &x6xx::x603::RULE,
    &x6xx::x604::RULE,
    &x6xx::x605::RULE,
    &x6xx::x606::RULE,
    &x6xx::x607::RULE,
    &x6xx::x608::RULE,
    &x6xx::x609::RULE,
    &x6xx::x610::RULE,
    &x6xx::x611::RULE,
    &x6xx::x612::RULE,
];

/// The rule of this code or name, in either case of letters.
pub fn find(code_or_name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|r| {
        r.code.eq_ignore_ascii_case(code_or_name) || r.name.eq_ignore_ascii_case(code_or_name)
    })
}

/// Adds the findings of every rule over a record to those that reading left, and sorts all of them by place.
pub fn apply(record: &mut Record, context: &Context) {
    let mut found = Vec::new();
    let subject = context.subject(record);
    for rule in RULES {
        if let Check::Record(check) = rule.check {
            let mut findings = Vec::new();
            check(&subject, &mut findings);
            found.extend(findings.into_iter().map(|f| diagnostic(rule, f, record)));
        }
    }
    let read = record.diagnostics.len();
    for finding in found {
        // What reading told of the place already is not told twice, and a rule tells one thing of one field at one place.
        let known = |(i, d): (usize, &Diagnostic)| {
            let place =
                !finding.at.is_empty() && finding.at.iter().all(|p| order::covers(&d.at, p));
            let same = place && (i < read || d.pointer == finding.pointer);
            d.rule == finding.rule && (same || d.message == finding.message && d.at == finding.at)
        };
        if !record.diagnostics.iter().enumerate().any(known) {
            record.diagnostics.push(finding);
        }
    }
    order::sort(&mut record.diagnostics);
}

fn diagnostic(rule: &Rule, finding: Finding, record: &Record) -> Diagnostic {
    let of_field = || {
        let pointer = finding.pointer.as_deref()?;
        record.provenance.get(pointer).cloned()
    };
    Diagnostic {
        rule: rule.name.to_owned(),
        severity: finding.severity.unwrap_or(rule.severity),
        message: finding.en,
        message_et: finding.et,
        at: match finding.at.is_empty() {
            true => of_field().unwrap_or_default(),
            false => finding.at,
        },
        pointer: finding.pointer,
    }
}
