//! L702, hidden-text.

use super::{Check, Rule};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "L702",
    name: "hidden-text",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Reading,
};

const EN: &str = r#"Text that is not shown

The PDF has characters that are not painted on the page. They were left out.

**Why it matters.** They may be left over from an earlier version, or hidden on purpose.

**What to do.** Compare the record with the document if something is missing.

**Example.**

    (text without ink)
"#;

const ET: &str = r#"Tekst, mida ei näidata

PDF-is on märke, mida lehele ei joonistata. Need jäeti välja.

**Miks see on oluline.** Need võivad olla varasemast versioonist või meelega peidetud.

**Mida teha.** Kui midagi on puudu, võrrelge kirjet dokumendiga.

**Näide.**

    (nähtamatu tekst)
"#;
