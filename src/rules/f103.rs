//! F103, unknown-field.

use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;
use crate::grammar::fold::fold;

/// The rule.
pub const RULE: Rule = Rule {
    code: "F103",
    name: "unknown-field",
    severity: Severity::Info,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"A label that no grammar knows

A label of the general section is in no grammar pack. It is kept with its value in `other_fields`.

**Why it matters.** Nothing is lost, but importers do not look there.

**What to do.** Nothing, if the field is of the document's own kind; else add the label to the grammar pack.

**Example.**

    Tööaeg:   40 tundi nädalas
"#;

const ET: &str = r#"Silt, mida ükski grammatika ei tunne

Üldosa silti ei ole üheski grammatikapakis. Silt ja väärtus on väljal `other_fields`.

**Miks see on oluline.** Midagi ei lähe kaduma, kuid importijad sealt ei vaata.

**Mida teha.** Kui väli on dokumendile omane, pole vaja midagi teha; muidu lisage silt grammatikapakki.

**Näide.**

    Tööaeg:   40 tundi nädalas
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    for (i, field) in subject.record.general.other_fields.iter().enumerate() {
        if subject.pack.field_of(&fold(&field.label)).is_none() {
            findings.push(Finding::of(
                format!("/general/other_fields/{i}/label"),
                "No grammar pack knows this label; it is kept in other_fields. Add it to a pack if it means a known field.",
                "Ükski grammatikapakk seda silti ei tunne; see on väljal other_fields. Kui see tähendab tuntud välja, lisage silt pakki.",
            ));
        }
    }
}
