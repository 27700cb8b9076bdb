//! T501, no-text-layer.

use super::{Check, Rule};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "T501",
    name: "no-text-layer",
    severity: Severity::Error,
    en: EN,
    et: ET,
    check: Check::Reading,
};

const EN: &str = r#"There is no text in the file

The pages are pictures, as in a scan. No record is written; the run's report says so (`no_text`).

**Why it matters.** This tool does not recognise characters in pictures.

**What to do.** Run text recognition (OCR) on the file, or take the file that it was printed from.

**Example.**

    (a scanned page)
"#;

const ET: &str = r#"Failis ei ole teksti

Lehed on pildid, nagu skaneeringul. Kirjet ei tehta; käivituse aruandes on see olekuga `no_text`.

**Miks see on oluline.** See tööriist ei tuvasta piltidelt tähti.

**Mida teha.** Tehke failile tekstituvastus (OCR) või võtke fail, millest see prinditi.

**Näide.**

    (skaneeritud leht)
"#;
