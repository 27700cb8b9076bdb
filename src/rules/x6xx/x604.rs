//! X604, substitute-unknown.

use super::found;
use crate::audit::matcher::resolve::Meaning;
use crate::audit::{Audit, Found, Relation};
use crate::diagnostic::Severity;
use crate::rules::{Check, Rule};

/// The rule.
pub const RULE: Rule = Rule {
    code: "X604",
    name: "substitute-unknown",
    severity: Severity::Info,
    en: "A substitute is no position in the collection

The field of who substitutes the holder, or whom the holder substitutes, names a position of which the collection has no job
description in force.

**Why it matters.** The title may have changed, or the job description may be missing.

**What to do.** Correct the name, or add the job description, if there should be one.

**Example.** `Asendaja: arhivaar`, and no job description of an arhivaar.

**Limits.** Answers that name no position (\"vahetu juhi poolt määratud isik\") are no finding.",
    et: "Asendajat kogus ei ole

Väli, mis ütleb, kes teenistujat asendab või keda tema asendab, nimetab ametikohta, mille kehtivat ametijuhendit kogus ei ole.

**Miks see on oluline.** Ametinimetus võib olla muutunud või ametijuhend puududa.

**Mida teha.** Paranda nimetus või lisa ametijuhend, kui see peaks olema.

**Näide.** `Asendaja: arhivaar`, aga arhivaari ametijuhendit ei ole.

**Piirid.** Vastused, mis ametikohta ei nimeta („vahetu juhi poolt määratud isik“), ei ole leiud.",
    check: Check::Collection,
};

/// Reports substitutes that are no position.
pub fn check(audit: &Audit, out: &mut Vec<Found>) {
    for reference in audit.organisations.iter().flat_map(|o| &o.references) {
        let substitution = matches!(
            reference.relation,
            Relation::SubstitutedBy | Relation::Substitutes
        );
        if substitution && reference.meaning == Meaning::Unknown {
            let name = &reference.text;
            out.push(found(
                reference.record,
                &RULE,
                reference.pointer(),
                format!("No job description in the collection is that of \"{name}\". Correct the name, or add the job description."),
                format!("Kogus ei ole ametikoha „{name}“ ametijuhendit. Paranda nimetus või lisa ametijuhend."),
            ));
        }
    }
}
