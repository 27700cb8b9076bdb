//! X608, near-duplicate.

use super::found;
use crate::audit::{Audit, Found};
use crate::diagnostic::Severity;
use crate::rules::{Check, Rule};

/// The rule.
pub const RULE: Rule = Rule {
    code: "X608",
    name: "near-duplicate",
    severity: Severity::Info,
    en: "Two records share nearly all their text

The purpose, duties, rights, responsibilities and requirements of two job descriptions are word for word the same but for
a few words. Of all three-word sequences that either has, both have at least 85 per cent.

**Why it matters.** Either the positions are really the same, and one description would do for both, or one was copied and
not yet fitted to its position.

**What to do.** Compare the two; the table `clusters` shows the words that differ.

**Example.** Two advisers of one department whose job descriptions differ in their titles only.

**Limits.** Names, units and dates do not count. Job descriptions of a few sentences are not compared. In a cluster of
several, each is compared with the first.",
    et: "Kahel ametijuhendil on peaaegu sama tekst

Kahe ametijuhendi eesmärk, ülesanded, õigused, vastutus ja nõuded on mõne sõna kaupa erinevad, muus sõna-sõnalt samad.
Kõigist kolmesõnalistest järjenditest, mis kummaski on, on vähemalt 85 protsenti mõlemas.

**Miks see on oluline.** Kas on ametikohad tegelikult samad ja piisaks ühest juhendist, või on üks kopeeritud ja oma
ametikohale kohandamata.

**Mida teha.** Võrdle neid; tabel `clusters` näitab erinevaid sõnu.

**Näide.** Sama osakonna kaks nõunikku, kelle ametijuhendid erinevad vaid nimetuse poolest.

**Piirid.** Nimesid, üksusi ja kuupäevi ei arvestata. Mõnelauselisi ametijuhendeid ei võrrelda. Mitme sarnase seas
võrreldakse igaüht esimesega.",
    check: Check::Collection,
};

/// Reports each record of a group but the first.
pub fn check(audit: &Audit, out: &mut Vec<Found>) {
    for group in &audit.likeness.groups {
        let Some((&(first, _), others)) = group.documents.split_first() else {
            continue;
        };
        let first = &audit.collection.entries[first as usize].position_id;
        for &(record, likeness) in others {
            let percent = (likeness * 100.0).round();
            out.push(found(
                record,
                &RULE,
                "/general/job_title".to_owned(),
                format!(
                    "{percent} % of the text is that of {first}. Compare the two: is one description enough, or was one copied and not fitted to its position?"
                ),
                format!(
                    "{percent} % tekstist on sama mis juhendis {first}. Võrdle neid: kas piisab ühest või on üks kopeeritud ja kohandamata?"
                ),
            ));
        }
    }
}
