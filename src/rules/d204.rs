//! D204, duplicate-duty.

use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;
use std::collections::BTreeMap;

use super::sections;
use crate::grammar::fold::fold;
use crate::record::{Duty, SectionKind};

/// The rule.
pub const RULE: Rule = Rule {
    code: "D204",
    name: "duplicate-duty",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"A duty stands twice

Two duties have the same wording.

**Why it matters.** It counts twice in every sum, and one of the two is probably a slip of copying for another duty.

**What to do.** Take one out, or write what was meant.

**Example.**

    3.2 Aruannete koostamine.
    3.7 Aruannete koostamine.
"#;

const ET: &str = r#"Ülesanne on topelt

Kahel ülesandel on sama sõnastus.

**Miks see on oluline.** See läheb igas arvutuses kaks korda arvesse ja üks neist on tõenäoliselt kopeerimisviga teise ülesande asemel.

**Mida teha.** Võtke üks ära või kirjutage, mida mõeldi.

**Näide.**

    3.2 Aruannete koostamine.
    3.7 Aruannete koostamine.
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    let repeated = sections::duplicates(subject.pack, subject.outline)
        .iter()
        .any(|(_, second)| subject.outline.sections[*second].kind == SectionKind::Duties);
    if repeated {
        return;
    }
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    walk(&subject.record.duties, "/duties", &mut |pointer, duty| {
        let folded = fold(&duty.text);
        if !folded.contains(' ') {
            return;
        }
        if let Some(first) = seen.get(&folded) {
            let mut finding = Finding::of(
                pointer.clone(),
                "This duty stands in the document already, in the same words. Take one of the two out.",
                "See ülesanne on dokumendis samade sõnadega juba olemas. Võtke üks neist ära.",
            );
            for place in [&pointer, first] {
                finding.at.extend(
                    subject
                        .record
                        .provenance
                        .get(place)
                        .into_iter()
                        .flatten()
                        .cloned(),
                );
            }
            findings.push(finding);
        } else {
            seen.insert(folded, pointer);
        }
    });
}

/// Every duty with the pointer of its text, in order.
fn walk(duties: &[Duty], at: &str, visit: &mut impl FnMut(String, &Duty)) {
    for (i, duty) in duties.iter().enumerate() {
        visit(format!("{at}/{i}/text"), duty);
        walk(&duty.subduties, &format!("{at}/{i}/subduties"), visit);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{fires, silent};
    use super::RULE;

    #[test]
    fn fires_and_stays_silent() {
        fires(
            RULE.name,
            &[(
                "3.3 Kauba arvestuse pidamine.  ",
                "3.3 Kauba väljastamine.        ",
            )],
            "3.3 Kauba väljastamine",
        );
        silent(
            RULE.name,
            &[(
                "3.3 Kauba arvestuse pidamine.  ",
                "3.3 Kaupade väljastamine.      ",
            )],
        );
    }
}
