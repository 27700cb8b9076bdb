//! L703, embedded-part-unread.

use super::{Check, Rule};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "L703",
    name: "embedded-part-unread",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Reading,
};

const EN: &str = r#"A part of a Word document was not read

A part of the document is embedded in another format.

**Why it matters.** What stands there is missing from the record.

**What to do.** Open the document in Word, save it, and run again.

**Example.**

    (an embedded document)
"#;

const ET: &str = r#"Osa Wordi dokumendist jäi lugemata

Osa dokumendist on manustatud teises vormingus.

**Miks see on oluline.** Sealne tekst on kirjest puudu.

**Mida teha.** Avage dokument Wordis, salvestage see ja käivitage uuesti.

**Näide.**

    (manustatud dokument)
"#;
