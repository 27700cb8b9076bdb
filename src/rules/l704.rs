//! L704, charset-guessed.

use super::{Check, Rule};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "L704",
    name: "charset-guessed",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Reading,
};

const EN: &str = r#"The character set is unknown

An RTF document is in a code page that the tool does not know; it was read as windows-1252.

**Why it matters.** Letters may be wrong.

**What to do.** Check the letters, or save the document in another format.

**Example.**

    \ansicpg12345
"#;

const ET: &str = r#"Märgistik on tundmatu

RTF-dokument on kooditabelis, mida tööriist ei tunne; see loeti kui windows-1252.

**Miks see on oluline.** Tähed võivad olla valed.

**Mida teha.** Kontrollige tähti või salvestage dokument muus vormingus.

**Näide.**

    \ansicpg12345
"#;
