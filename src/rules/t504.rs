//! T504, redacted-text.

use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "T504",
    name: "redacted-text",
    severity: Severity::Info,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"Text was made unreadable

A stretch of text is crossed out by x's or black blocks.

**Why it matters.** A part of the document is withheld; the record holds the signs and not the words.

**What to do.** Nothing, if it is meant; else ask for the full document.

**Example.**

    Kontaktisik xxxxxxxx
"#;

const ET: &str = r#"Tekst on loetamatuks tehtud

Osa tekstist on kaetud iksidega või mustade plokkidega.

**Miks see on oluline.** Osa dokumendist on varjatud; kirjes on märgid ja mitte sõnad.

**Mida teha.** Kui see on meelega, pole vaja midagi teha; muidu küsige täielikku dokumenti.

**Näide.**

    Kontaktisik xxxxxxxx
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    for piece in subject.pieces() {
        if is_redacted(piece.text) {
            findings.push(piece.finding(
                "Text was made unreadable here. Ask for the full document if you need it.",
                "Siin on tekst loetamatuks tehtud. Vajaduse korral küsige täielikku dokumenti.",
            ));
        }
    }
}

/// At least four x in a row, or two black blocks.
fn is_redacted(text: &str) -> bool {
    let x = |b: &u8| b.eq_ignore_ascii_case(&b'x');
    let crossed = text.as_bytes().windows(4).any(|four| four.iter().all(x));
    crossed || ["██", "■■", "▓▓"].iter().any(|b| text.contains(b))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{fires, silent};
    use super::RULE;

    #[test]
    fn fires_and_stays_silent() {
        fires(
            RULE.name,
            &[("teabe jagamine", "xxxxxxxx jagamine")],
            "xxxxxxxx",
        );
        silent(
            RULE.name,
            &[("teabe jagamine", "XXI sajandi teabe jagamine")],
        );
    }
}
