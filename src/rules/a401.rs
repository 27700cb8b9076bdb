//! A401, placeholder-unfilled.

use super::placeholders;
use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "A401",
    name: "placeholder-unfilled",
    severity: Severity::Error,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"A field of the template is not filled in

The document still has a placeholder of its template: a name in braces, brackets or angle brackets, or a line to write on. The line by which the holder acknowledges the document on paper does not count.

**Why it matters.** The document is a draft, or the register did not fill it in when it was signed.

**What to do.** Fill the field in. Registers fill `{Allkirjastaja}` and `[regDateTime]` when a document is signed: take the signed copy.

**Example.**

    {Allkirjastaja}
    {Ametikoht}
"#;

const ET: &str = r#"Malli väli on täitmata

Dokumendis on alles malli kohatäide: nimi looksulgudes, nurksulgudes või noolsulgudes või joon, millele kirjutada. Rida, millega töötaja kinnitab paberil tutvumist, ei loe.

**Miks see on oluline.** Dokument on mustand või jäi see allkirjastamisel registris täitmata.

**Mida teha.** Täitke väli. `{Allkirjastaja}` ja `[regDateTime]` täidab register allkirjastamisel: võtke allkirjastatud eksemplar.

**Näide.**

    {Allkirjastaja}
    {Ametikoht}
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    let approval = subject.outline.approval.as_ref();
    for (pointer, text) in subject.leaves.strings() {
        let within = approval.is_some_and(|_| pointer.starts_with("/approval"));
        if let (Some(found), false) = (placeholders::first(text), within) {
            findings.push(finding(Finding::of(pointer, "", ""), found));
        }
    }
    for (index, text) in subject.record.unrecognised.iter().enumerate() {
        if let Some(found) = placeholders::first(&text.text) {
            let mut of = Finding::of(format!("/unrecognised/{index}"), "", "");
            of.at = text.at.clone();
            findings.push(finding(of, found));
        }
    }
    if let Some(text) = approval
        && let Some(found) = placeholders::first(text.as_str())
    {
        findings.push(finding(subject.finding(text, "", ""), found));
    }
}

fn finding(of: Finding, found: &str) -> Finding {
    Finding {
        en: format!("\"{found}\" is a placeholder of the template. Fill it in."),
        et: format!("„{found}“ on malli kohatäide. Täitke see."),
        ..of
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{fires, silent};
    use super::RULE;

    #[test]
    fn fires_and_stays_silent() {
        fires(
            RULE.name,
            &[("Haldusosakonna juhataja", "<vahetu juht>")],
            "1.3 Vahetu juht",
        );
        fires(
            RULE.name,
            &[("Sülearvuti ja tõstuk", "[töövahendid]")],
            "[töövahendid]",
        );
        fires(
            RULE.name,
            &[("käskkirjaga nr 1-2/41", "käskkirjaga nr ____")],
            "nr ____",
        );
        silent(
            RULE.name,
            &[("Sülearvuti ja tõstuk", "Sülearvuti (isiklik) ja tõstuk")],
        );
    }
}
