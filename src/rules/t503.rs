//! T503, hyphenation-ambiguous.

use super::{Check, Rule};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "T503",
    name: "hyphenation-ambiguous",
    severity: Severity::Info,
    en: EN,
    et: ET,
    check: Check::Reading,
};

const EN: &str = r#"A hyphen at a line's end may belong to the word

A word is divided at a line's end, and nothing decides whether the hyphen is part of it. The halves were joined; the message names the word.

**Why it matters.** "IT-osakond" and "ITosakond" are different words to a search.

**What to do.** Look at the word. A word list (`--dictionary`), or other documents of the same run, may decide it.

**Example.**

    sise-
    kontroll
"#;

const ET: &str = r#"Rea lõpu sidekriips võib kuuluda sõna juurde

Sõna on rea lõpus poolitatud ja miski ei otsusta, kas sidekriips on selle osa. Pooled ühendati; teates on sõna.

**Miks see on oluline.** „IT-osakond“ ja „ITosakond“ on otsingu jaoks eri sõnad.

**Mida teha.** Vaadake sõna üle. Otsustada aitab sõnaloend (`--dictionary`) või sama käivituse teised dokumendid.

**Näide.**

    sise-
    kontroll
"#;
