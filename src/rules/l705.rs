//! L705, member-unread.

use super::{Check, Rule};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "L705",
    name: "member-unread",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Reading,
};

const EN: &str = r#"A file of a container was not read

A signed container holds a file that could not be read. The other files were read.

**Why it matters.** The record may be of an annex while the job description itself is the file that failed.

**What to do.** Take the file out of the container and look at it.

**Example.**

    asice: lisa.xyz
"#;

const ET: &str = r#"Konteineri fail jäi lugemata

Allkirjastatud konteineris on fail, mida ei saanud lugeda. Teised failid loeti.

**Miks see on oluline.** Kirje võib olla lisast, samas kui ametijuhend ise on lugemata fail.

**Mida teha.** Võtke fail konteinerist välja ja vaadake see üle.

**Näide.**

    asice: lisa.xyz
"#;
