//! X606, name-variants.

use std::collections::BTreeMap;

use super::{found, position};
use crate::audit::matcher::resolve::Scope;
use crate::audit::matcher::{How, variants};
use crate::audit::name::brackets;
use crate::audit::{Audit, Found, Organisation};
use crate::diagnostic::Severity;
use crate::grammar::fold::fold;
use crate::rules::{Check, Rule};

/// The rule.
pub const RULE: Rule = Rule {
    code: "X606",
    name: "name-variants",
    severity: Severity::Warning,
    en: "One unit or position is written in several ways

A unit or a title is written almost like another one of the same institution, which is written more often: with a slip of the
pen, with or without a blank or hyphen. Or a name that refers to a position has a slip in it.

**Why it matters.** Systems take what is written differently for different things: the unit falls in two.

**What to do.** Write it as most job descriptions do.

**Example.** `Teenuste osakond` nine times, `Teenuse osakond` once.

**Limits.** Capitals make no difference. Numbers, numerals and short words must be equal, for they tell units apart. Two names
that are both frequent are taken for two things.",
    et: "Üks üksus või ametikoht on kirjutatud mitut moodi

Üksus või ametinimetus on kirjutatud peaaegu nagu teine samas asutuses, mida on rohkem: kirjaveaga, tühikuga või
sidekriipsuga või ilma. Või on ametikohale viitavas nimetuses kirjaviga.

**Miks see on oluline.** Süsteemid peavad erinevalt kirjutatut eri asjadeks: üksus laguneb kaheks.

**Mida teha.** Kirjuta nii, nagu enamik ametijuhendeid.

**Näide.** Üheksa korda `Teenuste osakond`, üks kord `Teenuse osakond`.

**Piirid.** Suur- ja väiketähed ei loe. Arvud, rooma numbrid ja lühikesed sõnad peavad olema samad, sest need eristavad üksusi. Kaht
sagedast nimetust peetakse kaheks asjaks.",
    check: Check::Collection,
};

/// Each name in an institution, folded, with the records that use it.
type Uses = BTreeMap<String, Vec<u32>>;

/// Reports units, titles and references that are written in another way than most.
pub fn check(audit: &Audit, out: &mut Vec<Found>) {
    for organisation in &audit.organisations {
        let mut titles = Uses::new();
        for &record in &organisation.institution.records {
            let entry = &audit.collection.entries[record as usize];
            let unit = entry.unit.as_ref();
            let misspelt = unit.and_then(|u| organisation.institution.misspelt_units.get(u));
            if let Some((written, usual)) = misspelt {
                out.push(variant(record, "/general/unit", written, usual));
            }
            if let Some(title) = entry.title.as_ref().filter(|_| !entry.title_in_genitive) {
                let (title, _) = brackets(title);
                titles.entry(fold(title.trim())).or_default().push(record);
            }
        }
        report(&titles, out);
        slips(organisation, out);
    }
}

fn report(titles: &Uses, out: &mut Vec<Found>) {
    let counts = titles
        .iter()
        .map(|(name, records)| (name.clone(), records.len()))
        .collect();
    let variants = variants(&counts);
    for (name, records) in titles {
        if let Some(usual) = variants.get(name) {
            out.extend(
                records
                    .iter()
                    .map(|&record| variant(record, "/general/job_title", name, usual)),
            );
        }
    }
}

fn variant(record: u32, pointer: &str, written: &str, usual: &str) -> Found {
    found(
        record,
        &RULE,
        pointer.to_owned(),
        format!("\"{written}\" is written \"{usual}\" in other records. Write it in one way."),
        format!("„{written}“ on teistes ametijuhendites „{usual}“. Kirjuta ühtemoodi."),
    )
}

/// Names that refer to a position with a slip of the pen.
fn slips(organisation: &Organisation, out: &mut Vec<Found>) {
    for reference in &organisation.references {
        let (targets, evidence) = reference.targets();
        let Some((&target, evidence)) = targets.first().zip(evidence) else {
            continue;
        };
        if matches!(evidence.how, How::Slip { .. }) || evidence.scope == Scope::Misspelt {
            let (name, meant) = (&reference.text, position(organisation, target).label());
            out.push(found(
                reference.record,
                &RULE,
                reference.pointer(),
                format!("\"{name}\" seems to mean the position \"{meant}\". Write it as there."),
                format!("„{name}“ näib tähendavat ametikohta „{meant}“. Kirjuta see samamoodi."),
            ));
        }
    }
}
