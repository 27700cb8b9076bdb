//! L707, part-left-out.

use super::{Check, Rule};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "L707",
    name: "part-left-out",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Reading,
};

const EN: &str = r#"A part of the file is in no record

The file holds several documents, and one of them is no job description. The finding stands in the first record of the
file, and names the part that no record holds, and why.

**Why it matters.** Its text is imported nowhere.

**What to do.** See the part in the file. If it is a job description after all, read it as a file of its own.

**Example.**

    AMETIJUHEND      (a job description)
    AMETIJUHEND      (a title, and nothing below it)
"#;

const ET: &str = r#"Osa failist ei ole üheski kirjes

Failis on mitu dokumenti ja üks neist ei ole ametijuhend. Leid on faili esimeses kirjes ning nimetab osa, mida üheski
kirjes ei ole, ja põhjuse.

**Miks see on oluline.** Selle osa teksti ei impordita kuhugi.

**Mida teha.** Vaadake seda osa failis. Kui see on siiski ametijuhend, lugege see sisse eraldi failina.

**Näide.**

    AMETIJUHEND      (ametijuhend)
    AMETIJUHEND      (pealkiri, mille all ei ole midagi)
"#;
