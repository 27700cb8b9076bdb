//! X601, manager-unknown.

use super::found;
use crate::audit::matcher::resolve::Meaning;
use crate::audit::{Audit, Found, Organisation, Relation};
use crate::diagnostic::Severity;
use crate::rules::{Check, Rule};

/// The rule.
pub const RULE: Rule = Rule {
    code: "X601",
    name: "manager-unknown",
    severity: Severity::Warning,
    en: "The named manager is no position in the collection

The field that says whom the holder reports to names a position of which the collection has no job description in force.

**Why it matters.** The chart of the organisation breaks here: the position hangs in the air. Mostly the manager's title
has changed, or the manager's job description is missing.

**What to do.** Correct the name, or add the manager's job description. Names are compared across case forms
(\"direktorile\" is \"Direktor\").

**Example.** `Vahetu juht: haldusdirektor`, and no job description of a haldusdirektor.

**Limits.** Offices that have no job description (vallavanem, minister …) are left out. Where the collection has few of an
institution's managers, it is but a part of the institution, and the finding is only a hint.",
    et: "Nimetatud juhti kogus ei ole

Väli, mis ütleb, kellele teenistuja allub, nimetab ametikohta, mille kehtivat ametijuhendit kogus ei ole.

**Miks see on oluline.** Struktuur katkeb: ametikoht ei allu kellelegi. Enamasti on juhi ametinimetus muutunud või puudub
tema ametijuhend.

**Mida teha.** Paranda nimetus või lisa juhi ametijuhend. Nimetusi võrreldakse käändevormide üleselt („direktorile“ on
„Direktor“).

**Näide.** `Vahetu juht: haldusdirektor`, aga haldusdirektori ametijuhendit ei ole.

**Piirid.** Ametid, millel ametijuhendit ei ole (vallavanem, minister …), jäävad kõrvale. Kui kogus on vaid vähesed asutuse
juhtidest, on see ainult osa asutusest ja leid on vihje.",
    check: Check::Collection,
};

/// Reports managers that are no position.
pub fn check(audit: &Audit, out: &mut Vec<Found>) {
    for organisation in &audit.organisations {
        let managers = || {
            let all = organisation.references.iter();
            all.filter(|r| r.relation == Relation::ReportsTo)
        };
        let severity = is_part(organisation).then_some(Severity::Info);
        for reference in managers().filter(|r| r.meaning == Meaning::Unknown) {
            let name = &reference.text;
            let mut found = found(
                reference.record,
                &RULE,
                reference.pointer(),
                format!(
                    "No job description in the collection is that of the manager \"{name}\". Correct the name, or add the manager's job description."
                ),
                format!(
                    "Kogus ei ole juhi „{name}“ ametijuhendit. Paranda nimetus või lisa juhi ametijuhend."
                ),
            );
            found.finding.severity = severity;
            out.push(found);
        }
    }
}

/// Whether the collection holds but a part of an institution: at most half of the names of managers are known.
fn is_part(organisation: &Organisation) -> bool {
    let managers = organisation.references.iter();
    let (mut known, mut unknown) = (0, 0);
    for reference in managers.filter(|r| r.relation == Relation::ReportsTo) {
        match reference.meaning {
            Meaning::Unknown => unknown += 1,
            Meaning::One(..) | Meaning::Several(..) => known += 1,
            _ => {}
        }
    }
    known < unknown
}
