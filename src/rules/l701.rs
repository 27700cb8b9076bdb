//! L701, pdf-engine-fallback.

use super::{Check, Rule};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "L701",
    name: "pdf-engine-fallback",
    severity: Severity::Info,
    en: EN,
    et: ET,
    check: Check::Reading,
};

const EN: &str = r#"A PDF was read by the second engine

The first PDF engine failed on the file, and the second one was used, which knows neither bold type nor most table lines.

**Why it matters.** Tables may be divided less well.

**What to do.** Compare the record with the document, or make the PDF again from its source.

**Example.**

    (a damaged PDF file)
"#;

const ET: &str = r#"PDF-i luges teine mootor

Esimene PDF-mootor ei saanud failiga hakkama ja kasutati teist, mis ei tunne paksu kirja ega enamikku tabelijooni.

**Miks see on oluline.** Tabelid võivad olla halvemini jagatud.

**Mida teha.** Võrrelge kirjet dokumendiga või tehke PDF lähtefailist uuesti.

**Näide.**

    (rikutud PDF-fail)
"#;
