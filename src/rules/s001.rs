//! S001, not-a-job-description.

use super::{Check, Rule};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "S001",
    name: "not-a-job-description",
    severity: Severity::Error,
    en: EN,
    et: ET,
    check: Check::Reading,
};

const EN: &str = r#"The document is something else

The document has the title of another kind of document (a statute, work rules, a staff table, a call for applications), or neither the title nor the sections of a job description. No record is written; the run's report says why.

**Why it matters.** A record made from another kind of document would be wrong in every field.

**What to do.** Take the file out of the collection. If it is a job description, give it its title or its section headings; if its template is unknown, write a grammar pack for it.

**Example.**

    TÖÖKORRALDUSE REEGLID
    1. ÜLDSÄTTED
"#;

const ET: &str = r#"Dokument on midagi muud

Dokumendil on muud liiki dokumendi pealkiri (põhimäärus, töökorralduse reeglid, koosseis, konkursikuulutus) või pole sel ei ametijuhendi pealkirja ega jagusid. Kirjet ei tehta; põhjus on käivituse aruandes.

**Miks see on oluline.** Muud liiki dokumendist tehtud kirje oleks vale igal väljal.

**Mida teha.** Võtke fail kogust välja. Kui see on ametijuhend, lisage pealkiri või jagude pealkirjad; kui selle mall on tundmatu, kirjutage sellele grammatikapakk.

**Näide.**

    TÖÖKORRALDUSE REEGLID
    1. ÜLDSÄTTED
"#;
