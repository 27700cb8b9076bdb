//! D201, duty-without-result.

use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;
use crate::record::Duty;

/// The rule.
pub const RULE: Rule = Rule {
    code: "D201",
    name: "duty-without-result",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"A duty has no expected result

The document sets expected results beside duties, and this duty has none.

**Why it matters.** Nobody can say when the duty is done well, and an appraisal has nothing to go by.

**What to do.** Write the expected result, or compare with the original: it may have been lost.

**Example.**

    3.2 Aruannete koostamine.      (nothing beside it)
"#;

const ET: &str = r#"Ülesandel puudub oodatav tulemus

Dokument seab ülesannete kõrvale oodatavad tulemused ja sellel ülesandel seda pole.

**Miks see on oluline.** Keegi ei saa öelda, millal on ülesanne hästi täidetud, ja hindamisel pole millele toetuda.

**Mida teha.** Kirjutage oodatav tulemus või võrrelge algdokumendiga: see võib olla kaduma läinud.

**Näide.**

    3.2 Aruannete koostamine.      (kõrval pole midagi)
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    let record = subject.record;
    let with = record.duties.iter().filter(|d| has_result(d)).count();
    // A family that sets no results beside duties may have some below: most of them make it the document's way.
    let enough = match subject.pack.style.paired {
        Some(false) => 3 * with >= 2 * record.duties.len(),
        Some(true) | None => true,
    };
    if with == 0 || !enough || !record.unpaired_results.is_empty() {
        return;
    }
    for (index, duty) in record.duties.iter().enumerate() {
        if !has_result(duty) {
            findings.push(Finding::of(
                format!("/duties/{index}/text"),
                "This duty has no expected result, though others have. Write it, or compare with the original.",
                "Sellel ülesandel puudub oodatav tulemus, kuigi teistel on see olemas. Kirjutage see või võrrelge algdokumendiga.",
            ));
        }
    }
}

fn has_result(duty: &Duty) -> bool {
    !duty.results.is_empty() || !duty.indicators.is_empty() || duty.subduties.iter().any(has_result)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{fires, found, silent};
    use super::RULE;

    #[test]
    fn fires_and_stays_silent() {
        fires(
            RULE.name,
            &[(
                "3.2 Kauba väljastamine.                         • Kaup on väljastatud õigel ajal.",
                "3.2 Kauba väljastamine.",
            )],
            "3.2 Kauba väljastamine",
        );
        silent(RULE.name, &[("• Arvestus on täpne.", "Arvestus on täpne.")]);
    }

    #[test]
    fn a_family_without_results_needs_most_of_them() {
        let document = |results: [&str; 3]| {
            let [a, b, c] = results;
            format!(
                "AIANDUSNÕUNIKU AMETIJUHEND\n1. Üldsätted\n1.1. Ametikoht: aiandusnõunik\n1.2. Allub: linnapeale\n\
                 2. Ametikoha põhieesmärk\nLinna haljastuse korraldamine.\n\
                 3. Põhieesmärgist tulenevad konkreetsed tööülesanded\n3.1. kavandab haljastust;\n{a}\
                 3.2. tellib istutustöid;\n{b}3.3. kontrollib hooldajaid.\n{c}\
                 4. Õigused\n4.1. saada teavet.\n5. Vastutus\n5.1. vastutab haljastuse eest.\n"
            )
        };
        let (a, b, c) = (
            "Tulemus: kava on kinnitatud.\n",
            "Tulemus: tööd on tehtud.\n",
            "",
        );
        assert!(found(RULE.name, &document([a, b, c])));
        assert!(!found(RULE.name, &document([a, "", c])));
        assert!(!found(RULE.name, &document(["", "", ""])));
    }
}
