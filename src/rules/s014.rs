//! S014, unrecognised-text.

use super::{Check, Rule};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "S014",
    name: "unrecognised-text",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Reading,
};

const EN: &str = r#"Text that belongs to no field

Some text is neither a field, nor a heading or label, nor a page number or running header. It is kept in `unrecognised`.

**Why it matters.** Nothing is lost, but something that belongs in a field may be missing there.

**What to do.** Read the text. If it is a value, enter it by hand or teach the grammar pack its label.

**Example.**

    Failinimi: AJ_2019_lõplik.docx
"#;

const ET: &str = r#"Tekst, mis ei kuulu ühelegi väljale

Osa tekstist ei ole ei väli, pealkiri, silt, leheküljenumber ega jooksev päis. See on väljal `unrecognised`.

**Miks see on oluline.** Midagi ei lähe kaduma, kuid mõnelt väljalt võib midagi puudu olla.

**Mida teha.** Lugege tekst läbi. Kui see on väärtus, sisestage see käsitsi või õpetage grammatikapakile selle silt.

**Näide.**

    Failinimi: AJ_2019_lõplik.docx
"#;
