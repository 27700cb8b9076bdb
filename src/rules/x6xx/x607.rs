//! X607, duplicate-position.

use super::found;
use crate::audit::{Audit, Entry, Found, Organisation, Position};
use crate::diagnostic::Severity;
use crate::rules::{Check, Rule};

/// The rule.
pub const RULE: Rule = Rule {
    code: "X607",
    name: "duplicate-position",
    severity: Severity::Warning,
    en: "Two records of the same position are in force

Institution, unit, title and specialisation are the same, and no order repeals either of them.

**Why it matters.** Nobody can tell which job description counts; the position is imported twice.

**What to do.** Repeal the older one, or, if these are two positions, tell them apart by a specialisation in brackets.

**Example.** `peaspetsialist (ränne)` approved in 2023 and again in 2025; the order of 2025 repeals nothing.

**Limits.** Annexes of one order with the same title are taken for different positions.",
    et: "Sama ametikoha kaks ametijuhendit kehtivad korraga

Asutus, üksus, ametinimetus ja valdkond on samad ning ükski käskkiri ei tunnista kumbagi kehtetuks.

**Miks see on oluline.** Ei ole võimalik öelda, milline ametijuhend kehtib; ametikoht loetakse sisse kaks korda.

**Mida teha.** Tunnista vanem kehtetuks või, kui need on kaks ametikohta, erista need valdkonnaga sulgudes.

**Näide.** `peaspetsialist (ränne)` on kinnitatud 2023. ja uuesti 2025. aastal; 2025. aasta käskkiri ei tunnista midagi kehtetuks.

**Piirid.** Ühe käskkirja sama nimega lisasid peetakse eri ametikohtadeks.",
    check: Check::Collection,
};

/// Reports all records of a position but its newest.
pub fn check(audit: &Audit, out: &mut Vec<Found>) {
    for organisation in &audit.organisations {
        for position in &organisation.institution.positions {
            judge(audit, organisation, position, out);
        }
    }
}

fn judge(audit: &Audit, organisation: &Organisation, position: &Position, out: &mut Vec<Found>) {
    let entry = |r: u32| &audit.collection.entries[r as usize];
    let newest = position
        .records
        .iter()
        .copied()
        .max_by_key(|&r| (&entry(r).approval.date, std::cmp::Reverse(r)));
    let Some(newest) = newest else { return };
    for &record in position.records.iter().filter(|&&r| r != newest) {
        let nameless = organisation.institution.is_nameless();
        if nameless && folder(entry(record)) != folder(entry(newest)) {
            continue;
        }
        let (name, other) = (position.label(), entry(newest).name());
        out.push(found(
            record,
            &RULE,
            "/general/job_title".to_owned(),
            format!("{other} describes the same position ({name}) and is in force too. Repeal one of them, or tell the positions apart."),
            format!("{other} kirjeldab sama ametikohta ({name}) ja kehtib ka. Tunnista üks neist kehtetuks või erista ametikohad."),
        ));
    }
}

fn folder(entry: &Entry) -> &str {
    entry.source.rfind('/').map_or("", |i| &entry.source[..i])
}
