//! L706, several-signatures.

use super::{Check, Rule};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "L706",
    name: "several-signatures",
    severity: Severity::Info,
    en: EN,
    et: ET,
    check: Check::Reading,
};

const EN: &str = r#"A container has several signatures

The signed container has more than one signature. The record can name one: the earliest.

**Why it matters.** The one that approves may be another.

**What to do.** See in DigiDoc who signed in which role.

**Example.**

    asice: 2 signatures
"#;

const ET: &str = r#"Konteineris on mitu allkirja

Allkirjastatud konteineris on rohkem kui üks allkiri. Kirjesse mahub üks: varaseim.

**Miks see on oluline.** Kinnitaja võib olla teine.

**Mida teha.** Vaadake DigiDocis, kes millises rollis allkirjastas.

**Näide.**

    asice: 2 allkirja
"#;
