//! X612, foreign-institution.

use super::found;
use crate::audit::{Audit, Found, Mention};
use crate::diagnostic::Severity;
use crate::grammar::fold::fold;
use crate::rules::{Check, Rule};

/// The least number of letters by which a word shows that two institutions belong together ("Viljandi …").
const TELLING: usize = 4;

/// The rule.
pub const RULE: Rule = Rule {
    code: "X612",
    name: "foreign-institution",
    severity: Severity::Warning,
    en: "The text names another institution as its own

Where the text speaks of its own statute, rules or head, or of where the position is, it names another institution than the
one that the job description is of.

**Why it matters.** The text was taken over from elsewhere and not adapted; other parts of it may not fit either.

**What to do.** Put in one's own institution, and read the whole text once more.

**Example.** In a job description of the Kuusesaare Gümnaasium: \"juhindub Metsakalda Gümnaasiumi põhimäärusest\".

**Limits.** Institutions in any other connection (\"teeb koostööd …ga\") are no finding, nor are those that share a word with one's
own, as a town and its school do.",
    et: "Tekst nimetab oma asutusena teist asutust

Seal, kus tekst räägib oma põhimäärusest, kordadest või juhist või sellest, kus ametikoht on, nimetab see teist asutust kui see,
kelle ametijuhend see on.

**Miks see on oluline.** Tekst on mujalt üle võetud ja kohandamata; sobimata võib olla ka muu.

**Mida teha.** Asenda asutus enda omaga ja loe kogu tekst uuesti läbi.

**Näide.** Kuusesaare Gümnaasiumi ametijuhendis: „juhindub Metsakalda Gümnaasiumi põhimäärusest“.

**Piirid.** Asutused muus seoses („teeb koostööd …ga“) ei ole leiud, samuti need, millel on oma asutusega ühine sõna, nagu linnal ja
selle koolil.",
    check: Check::Collection,
};

/// Reports institutions that are not one's own.
pub fn check(audit: &Audit, out: &mut Vec<Found>) {
    for organisation in &audit.organisations {
        if organisation.institution.is_nameless() {
            continue;
        }
        for &record in &organisation.institution.records {
            let mentions = &audit.collection.entries[record as usize].mentions;
            for mention in mentions
                .iter()
                .filter(|m| is_foreign(m, &organisation.institution.key))
            {
                let name = &mention.text;
                out.push(found(
                    record,
                    &RULE,
                    mention.pointer.clone(),
                    format!("The text names \"{name}\" as its own institution, but the job description is of another. Put in the right one."),
                    format!("Tekst nimetab oma asutusena „{name}“, aga ametijuhend on teise asutuse oma. Paranda asutus."),
                ));
            }
        }
    }
}

fn is_foreign(mention: &Mention, own: &str) -> bool {
    let named = mention.institution.as_str();
    let shares = mention.text.split(' ').any(|w| {
        let word = fold(w);
        word.chars().count() >= TELLING && own.starts_with(&word)
    });
    !(named.ends_with(own) || own.ends_with(named) || shares)
}
