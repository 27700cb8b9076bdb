//! X609, standard-text-drift.

use super::found;
use crate::audit::likeness::differ::differing;
use crate::audit::{Audit, Found};
use crate::diagnostic::Severity;
use crate::rules::{Check, Rule};

/// The rule.
pub const RULE: Rule = Rule {
    code: "X609",
    name: "standard-text-drift",
    severity: Severity::Warning,
    en: "A clause differs from the standard wording

At least 80 per cent of an institution's job descriptions on one template have a clause word for word; this one lacks it and
has in the same section a clause that is nearly the same and that hardly any other has.

**Why it matters.** Rights and duties that are meant to be the same for all are not the same in this one, mostly because
an old version was copied or a word was changed by mistake.

**What to do.** Take over the standard wording, or keep the difference if it is meant. The table `standards` lists the
standard wordings, `drifts` what differs from them.

**Example.** `saada tööks vajalikku teavet` where all others say `saada tööks vajalikku teavet ja töövahendeid`.

**Limits.** Case, spacing and punctuation do not count. Fewer than five documents, and clauses of fewer than four words,
tell nothing. A clause that is left out altogether is not reported.",
    et: "Säte erineb tüüpsõnastusest

Vähemalt 80 protsendil asutuse sama malliga ametijuhenditest on säte sõna-sõnalt sama; selles juhendis seda ei ole, aga samas
jaotises on peaaegu samasugune säte, mida teistel peaaegu ei ole.

**Miks see on oluline.** Õigused ja kohustused, mis peaksid kõigil olema samad, ei ole siin samad: enamasti on kopeeritud
vana versioon või on sõna kogemata muudetud.

**Mida teha.** Võta üle tüüpsõnastus või jäta erinevus, kui see on taotluslik. Tabel `standards` loetleb tüüpsõnastused,
`drifts` erinevused.

**Näide.** `saada tööks vajalikku teavet`, kui kõigil teistel on `saada tööks vajalikku teavet ja töövahendeid`.

**Piirid.** Suurtähti, vahesid ja kirjavahemärke ei arvestata. Alla viie dokumendi ja alla nelja sõna pikkused sätted ei ütle
midagi. Sätet, mis puudub hoopis, ei märgita.",
    check: Check::Collection,
};

/// Reports drifts from the standard wordings.
pub fn check(audit: &Audit, out: &mut Vec<Found>) {
    for family in &audit.likeness.families {
        for drift in &family.drifts {
            let standard = &family.standards[drift.standard];
            let words = differing(&drift.text, &standard.text);
            let (here, there) = (quoted(&words.only_first), quoted(&words.only_second));
            let (having, documents) = (standard.having, standard.documents);
            let text = &standard.text;
            out.push(found(
                family.records[drift.document],
                &RULE,
                drift.pointer.clone(),
                format!(
                    "{having} of {documents} documents say \"{text}\" here; this one has {here} in place of {there}. Take over their wording, or keep the difference if it is meant."
                ),
                format!(
                    "{having} dokumendil {documents}-st on siin „{text}“; selles on {there} asemel {here}. Võta sõnastus üle või jäta erinevus, kui see on taotluslik."
                ),
            ));
        }
    }
}

/// Runs of words in quotation marks; "–" for none.
fn quoted(runs: &[String]) -> String {
    let quoted: Vec<String> = runs.iter().map(|run| format!("\"{run}\"")).collect();
    match quoted.as_slice() {
        [] => "–".to_owned(),
        runs => runs.join(", "),
    }
}
