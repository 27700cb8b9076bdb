//! X603, substitution-one-sided.

use super::{found, position};
use crate::audit::matcher::resolve::Meaning;
use crate::audit::{Audit, Found, Organisation, Reference, Relation};
use crate::diagnostic::Severity;
use crate::rules::{Check, Rule};

/// The rule.
pub const RULE: Rule = Rule {
    code: "X603",
    name: "substitution-one-sided",
    severity: Severity::Warning,
    en: "Only one of two job descriptions speaks of a substitution

A's job description says that B substitutes A, but B's does not say that B substitutes A; or the other way round.

**Why it matters.** Whoever holds B has not been told of the task, and cannot be held to it.

**What to do.** Add the position to the other job description, or take it out of this one.

**Example.** `Asendaja: jurist` at the õigusnõunik, and `Asendab: -` at the jurist.

**Limits.** Where the other job description has no such field at all, the finding is only a hint. A substitute that could be one
of several positions, and answers such as \"vastavalt asendusskeemile\", are not judged.",
    et: "Asendamisest räägib kahest ametijuhendist ainult üks

A ametijuhend ütleb, et teda asendab B, aga B ametijuhend ei ütle, et ta asendab A-d; või vastupidi.

**Miks see on oluline.** B kohal töötajale ei ole ülesandest räägitud ja seda ei saa temalt nõuda.

**Mida teha.** Lisa ametikoht teise ametijuhendisse või jäta see siit välja.

**Näide.** Õigusnõunikul `Asendaja: jurist`, aga juristil `Asendab: -`.

**Piirid.** Kui teises ametijuhendis seda välja ei olegi, on leid ainult vihje. Asendajat, kes võib olla üks mitmest, ja vastuseid
nagu „vastavalt asendusskeemile“ ei hinnata.",
    check: Check::Collection,
};

/// Reports substitutions that only one side tells of.
pub fn check(audit: &Audit, out: &mut Vec<Found>) {
    for organisation in &audit.organisations {
        for reference in &organisation.references {
            if let Meaning::One(other, _) = reference.meaning {
                judge(audit, organisation, reference, other, out);
            }
        }
    }
}

fn judge(
    audit: &Audit,
    organisation: &Organisation,
    reference: &Reference,
    other: u32,
    out: &mut Vec<Found>,
) {
    let back = match reference.relation {
        Relation::SubstitutedBy => Relation::Substitutes,
        Relation::Substitutes => Relation::SubstitutedBy,
        Relation::ReportsTo | Relation::HasSubordinate => return,
    };
    let mut answers = organisation.of(other, back);
    if answers.any(|r| r.candidates().contains(&reference.from) || is_open(&r.meaning)) {
        return;
    }
    let a = position(organisation, reference.from).label();
    let b = position(organisation, other).label();
    let (en, et) = match reference.relation {
        Relation::SubstitutedBy => (
            format!(
                "This says that {b} substitutes {a}, but the job description of {b} does not say so. Make both agree."
            ),
            format!(
                "Siin on kirjas, et {a} asendaja on {b}, aga selle ametijuhend seda ei ütle. Vii need kooskõlla."
            ),
        ),
        _ => (
            format!(
                "This says that {a} substitutes {b}, but the job description of {b} does not name it as a substitute. Make both agree."
            ),
            format!(
                "Siin on kirjas, et {a} on ametikoha {b} asendaja, aga selle ametijuhend teda asendajana ei nimeta. Vii need kooskõlla."
            ),
        ),
    };
    let mut found = found(reference.record, &RULE, reference.pointer(), en, et);
    found.finding.severity =
        (!answers_at_all(audit, organisation, other, back)).then_some(Severity::Info);
    out.push(found);
}

/// An answer that leaves open who is meant.
fn is_open(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::NoPosition | Meaning::OwnManager)
}

/// Whether a position's records have the field at all.
fn answers_at_all(audit: &Audit, organisation: &Organisation, other: u32, field: Relation) -> bool {
    let records = &position(organisation, other).records;
    let mut entries = records
        .iter()
        .map(|&r| &audit.collection.entries[r as usize]);
    entries.any(|e| match field {
        Relation::Substitutes => e.says_substitutes,
        _ => !e.substituted_by.is_empty(),
    })
}
