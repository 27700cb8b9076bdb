//! T505, personal-data.

use super::personal::{self, Personal};
use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "T505",
    name: "personal-data",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"Personal data

The document has a personal identification code (its check digit is right), a private e-mail address (of a provider for private persons) or a mobile telephone number.

**Why it matters.** Job descriptions are public; a post is described in them, not a person.

**What to do.** Take the data out before the document is published.

**Example.**

    Isikukood 19912310008
"#;

const ET: &str = r#"Isikuandmed

Dokumendis on isikukood (kontrollnumber klapib), eraisiku e-posti aadress (eraisikutele mõeldud teenusest) või mobiiltelefoni number.

**Miks see on oluline.** Ametijuhendid on avalikud; neis kirjeldatakse kohta, mitte isikut.

**Mida teha.** Võtke andmed enne avaldamist välja.

**Näide.**

    Isikukood 19912310008
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    for piece in subject.pieces() {
        let (en, et) = match personal::find(piece.text) {
            Some(Personal::Code) => ("a personal identification code", "isikukood"),
            Some(Personal::Email) => ("a private e-mail address", "eraisiku e-posti aadress"),
            Some(Personal::Phone) => ("a mobile telephone number", "mobiiltelefoni number"),
            None => continue,
        };
        findings.push(piece.finding(
            format!("There is {en} here. Take it out before the document is published."),
            format!("Siin on {et}. Võtke see enne avaldamist välja."),
        ));
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
            &[("teabe jagamine", "teabe (19912310008) jagamine")],
            "19912310008",
        );
        fires(
            RULE.name,
            &[("teabe jagamine", "teabe jagamine jaan@hotmail.com")],
            "hotmail",
        );
        fires(
            RULE.name,
            &[("teabe jagamine", "teabe jagamine telefonil 5123 4567")],
            "5123",
        );
        silent(
            RULE.name,
            &[("teabe jagamine", "teabe (19912310009) jagamine")],
        );
        silent(
            RULE.name,
            &[("teabe jagamine", "teabe jagamine info@ladu.ee")],
        );
        silent(
            RULE.name,
            &[("teabe jagamine", "teabe jagamine telefonil 612 3456")],
        );
    }
}
