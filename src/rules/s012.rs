//! S012, lost-bullet.

use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "S012",
    name: "lost-bullet",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"An item has lost its marker

Among items with bullets, letters or numbers one has none. It is taken for an item of its own where the text shows that one begins.

**Why it matters.** Text extraction and copying lose markers. Without it nobody can tell for sure where the item begins.

**What to do.** Compare with the original and put the marker back.

**Example.**

    ▪ saada teavet;
    ▪ teha ettepanekuid;
    osaleda koolitustel.
"#;

const ET: &str = r#"Punkt on kaotanud märgi

Täppide, tähtede või numbritega punktide seas on üks ilma. See loeti eraldi punktiks seal, kus tekst näitab, et punkt algab.

**Miks see on oluline.** Teksti eraldamisel ja kopeerimisel lähevad märgid kaduma. Ilma selleta ei saa kindlalt öelda, kust punkt algab.

**Mida teha.** Võrrelge algdokumendiga ja pange märk tagasi.

**Näide.**

    ▪ saada teavet;
    ▪ teha ettepanekuid;
    osaleda koolitustel.
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    let gaps = subject.numbering();
    for item in &subject.outline.lost_markers {
        // An item that has lost its number leaves a gap between numbers, and is told by that.
        if !gaps.iter().any(|g| g.gap_around(item)) {
            findings.push(subject.finding(
                item,
                "This item stands among marked ones without its marker. It was taken for an item of its own; compare it with the original.",
                "See punkt on märgiga punktide seas ilma märgita. See loeti eraldi punktiks; võrrelge algdokumendiga.",
            ));
        }
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
            &[("• osaleda koolitustel.", "osaleda koolitustel.")],
            "osaleda koolitustel",
        );
        fires(
            RULE.name,
            &[("• teha ettepanekuid", "teha ettepanekuid")],
            "teha ettepanekuid",
        );
        silent(
            RULE.name,
            &[(
                "• teha ettepanekuid töö korraldamiseks;",
                "• teha ettepanekuid töö\n  korraldamiseks;",
            )],
        );
    }
}
