//! A405, signature-missing.

use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;
use crate::record::Signature;

/// The rule.
pub const RULE: Rule = Rule {
    code: "A405",
    name: "signature-missing",
    severity: Severity::Info,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"Nobody signed

The document names no signer and does not say that it was signed digitally.

**Why it matters.** Annexes are signed with their order; a document by itself may be a draft.

**What to do.** Nothing, if the order in front of it is signed; else take the signed copy.

**Example.**

    8. AMETIJUHENDI MUUTMINE
    …          (no signature follows)
"#;

const ET: &str = r#"Allkirja ei ole

Dokument ei nimeta allkirjastajat ega ütle, et see on allkirjastatud digitaalselt.

**Miks see on oluline.** Lisad allkirjastatakse koos käskkirjaga; üksik dokument võib olla mustand.

**Mida teha.** Kui selle ees olev käskkiri on allkirjastatud, pole vaja midagi teha; muidu võtke allkirjastatud eksemplar.

**Näide.**

    8. AMETIJUHENDI MUUTMINE
    …          (allkirja ei järgne)
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    let signed = |s: &Signature| s.digital || s.signer.is_some() || !s.placeholders.is_empty();
    if !subject.record.signature.as_ref().is_some_and(signed) {
        findings.push(Finding::of(
            "/signature",
            "Nobody signed, and no digital signature is mentioned. Take the signed copy if there is one.",
            "Allkirja ei ole ja digitaalset allkirja ei mainita. Võtke allkirjastatud eksemplar, kui see on olemas.",
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{fires, silent};
    use super::RULE;

    #[test]
    fn fires_and_stays_silent() {
        fires(RULE.name, &[("(allkirjastatud digitaalselt)\n", "")], "");
        silent(RULE.name, &[]);
    }
}
