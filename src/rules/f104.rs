//! F104, label-value-separated.

use super::{Check, Rule};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "F104",
    name: "label-value-separated",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Reading,
};

const EN: &str = r#"Values stand apart from their labels

Several labels stand together, and their values after them. Values were given to labels by their order only, or could not be given at all. Where a row of labels stands over a row of values it is only information.

**Why it matters.** Text extraction takes tables apart column by column. One value of two lines is enough to shift all that follow.

**What to do.** Compare the fields with the original, or read the document from its PDF or Word file.

**Example.**

    1.5 Asendaja
    1.6 Asendab
    Jurist
    Vanemjurist
"#;

const ET: &str = r#"Väärtused on siltidest eraldi

Mitu silti seisavad koos ja nende väärtused pärast neid. Väärtused jagati siltidele ainult järjekorra põhjal või ei saanud neid üldse jagada. Kui sildirida seisab väärtuste rea kohal, on see ainult teadmiseks.

**Miks see on oluline.** Teksti eraldamisel lõhutakse tabel veergude kaupa. Piisab ühest kaherealisest väärtusest, et kõik järgmised nihkuksid.

**Mida teha.** Võrrelge välju algdokumendiga või lugege dokument sisse PDF- või Wordi failist.

**Näide.**

    1.5 Asendaja
    1.6 Asendab
    Jurist
    Vanemjurist
"#;
