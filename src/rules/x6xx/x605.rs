//! X605, subordinate-mismatch.

use super::{found, position};
use crate::audit::matcher::resolve::Meaning;
use crate::audit::{Audit, Found, Organisation, Reference, Relation};
use crate::diagnostic::Severity;
use crate::rules::{Check, Rule};

/// How many managers up a subordinate is looked for.
const LEVELS: usize = 8;

/// The rule.
pub const RULE: Rule = Rule {
    code: "X605",
    name: "subordinate-mismatch",
    severity: Severity::Warning,
    en: "A subordinate names another manager

A's job description lists B as a subordinate, but B's names another position as manager.

**Why it matters.** Two people may give the holder of B orders, or nobody does.

**What to do.** Decide whom B reports to, and correct the other job description.

**Example.** `Alluvad: registripidaja` at the kantselei juhataja, and `Vahetu juht: vallasekretär` at the registripidaja.

**Limits.** If B's manager reports to A, A lists those below its subordinates too: only a hint. Of a name in the plural
(\"nõustajad\"), it is enough that one of them reports to A.",
    et: "Alluv nimetab teist juhti

A ametijuhend loetleb alluvana B, aga B ametijuhend nimetab juhiks teist ametikohta.

**Miks see on oluline.** B saab korraldusi kahelt või ei saa neid keegi anda.

**Mida teha.** Otsusta, kellele B allub, ja paranda teine ametijuhend.

**Näide.** Kantselei juhatajal `Alluvad: registripidaja`, registripidajal `Vahetu juht: vallasekretär`.

**Piirid.** Kui B juht allub A-le, on A loetlenud ka alluvate alluvad: see on ainult vihje. Mitmuses nimetusest („nõustajad“) piisab,
kui neist üks A-le allub.",
    check: Check::Collection,
};

/// Reports subordinates that name another manager.
pub fn check(audit: &Audit, out: &mut Vec<Found>) {
    for organisation in &audit.organisations {
        let all = organisation.references.iter();
        for reference in all.filter(|r| r.relation == Relation::HasSubordinate) {
            judge(organisation, reference, out);
        }
    }
}

fn judge(organisation: &Organisation, reference: &Reference, out: &mut Vec<Found>) {
    let (targets, _) = reference.targets();
    let others: Vec<u32> = targets
        .iter()
        .filter_map(|&t| other_manager(organisation, t, reference.from))
        .collect();
    let Some((&subordinate, &manager)) = targets.first().zip(others.first()) else {
        return;
    };
    if others.len() < targets.len() {
        return;
    }
    let name = position(organisation, subordinate).label();
    let manager_name = position(organisation, manager).label();
    let mut found = found(
        reference.record,
        &RULE,
        reference.pointer(),
        format!(
            "{name} is listed as a subordinate, but its job description names another manager: {manager_name}. Correct one of them."
        ),
        format!(
            "{name} on loetletud alluvana, aga selle ametijuhend nimetab teist juhti: {manager_name}. Paranda üks neist."
        ),
    );
    found.finding.severity =
        reports_to(organisation, manager, reference.from).then_some(Severity::Info);
    out.push(found);
}

/// The manager that a position names, if it is sure and may not be `manager`.
fn other_manager(organisation: &Organisation, of: u32, manager: u32) -> Option<u32> {
    let named: Vec<&Reference> = organisation.of(of, Relation::ReportsTo).collect();
    if named.iter().any(|r| r.candidates().contains(&manager)) {
        return None;
    }
    named.iter().find_map(|r| match r.meaning {
        Meaning::One(target, _) => Some(target),
        _ => None,
    })
}

/// Whether a position reports to another, through others if need be.
fn reports_to(organisation: &Organisation, from: u32, to: u32) -> bool {
    let mut at = from;
    for _ in 0..LEVELS {
        let Some(next) = other_manager(organisation, at, to) else {
            let mut managers = organisation.of(at, Relation::ReportsTo);
            return managers.any(|r| r.candidates() == [to]);
        };
        at = next;
    }
    false
}
