//! D203, pairing-ambiguous.

use super::{Check, Rule};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "D203",
    name: "pairing-ambiguous",
    severity: Severity::Error,
    en: EN,
    et: ET,
    check: Check::Reading,
};

const EN: &str = r#"Nobody can tell which result belongs to which duty

Duties and results stand apart from each other, or several duties stand in one row with several results. The results are kept in `unpaired_results`.

**Why it matters.** A guess would look like the document's own words.

**What to do.** Read the document from its PDF or Word file instead of flattened text, or pair duties and results by hand.

**Example.**

    3.1 Kauba vastuvõtmine.
    3.2 Kauba väljastamine.
    Kaup on kontrollitud.
    Kaup on väljastatud õigel ajal.
"#;

const ET: &str = r#"Ei saa öelda, milline tulemus millise ülesande juurde kuulub

Ülesanded ja tulemused seisavad eraldi või on ühel real mitu ülesannet ja mitu tulemust. Tulemused on väljal `unpaired_results`.

**Miks see on oluline.** Oletus näeks välja nagu dokumendi enda sõnad.

**Mida teha.** Lugege dokument sisse PDF- või Wordi failist, mitte lamendatud tekstist, või siduge ülesanded ja tulemused käsitsi.

**Näide.**

    3.1 Kauba vastuvõtmine.
    3.2 Kauba väljastamine.
    Kaup on kontrollitud.
    Kaup on väljastatud õigel ajal.
"#;
