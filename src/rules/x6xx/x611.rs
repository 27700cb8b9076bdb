//! X611, template-outdated.

use std::collections::BTreeMap;

use super::found;
use crate::audit::{Audit, Entry, Found, Organisation, Template};
use crate::diagnostic::Severity;
use crate::record::SectionKind;
use crate::rules::{Check, Rule};

/// An institution must have so many records, and this share of them on one template.
const LEAST: (usize, f64) = (4, 0.6);

/// The rule.
pub const RULE: Rule = Rule {
    code: "X611",
    name: "template-outdated",
    severity: Severity::Info,
    en: "Written on an older template than the rest of the institution

Most job descriptions of the institution share a form, and this one, which is older than they mostly are, has another: another
family of template, or other headings.

**Why it matters.** Old templates lack what the new one asks for, and are harder to compare.

**What to do.** Move it to the present template when it is next changed.

**Example.** Nine job descriptions of 2025 have the heading \"Teenistusülesanded\"; one of 2019 has \"Põhikohustused\".

**Limits.** Needs four dated records of the institution, of which three fifths share the form. Headings that the others do not share
among themselves are not compared.",
    et: "Kirjutatud vanemale vormile kui asutuse teised ametijuhendid

Enamikul asutuse ametijuhenditest on ühine vorm; sellel, mis on neist enamasti vanem, on teine: teine mallipere või teised
pealkirjad.

**Miks see on oluline.** Vanal vormil ei ole seda, mida uus nõuab, ja seda on raskem võrrelda.

**Mida teha.** Vii see järgmise muutmise ajal praegusele vormile.

**Näide.** Üheksal 2025. aasta ametijuhendil on pealkiri „Teenistusülesanded“, ühel 2019. aasta omal „Põhikohustused“.

**Piirid.** Vaja on asutuse nelja kuupäevaga ametijuhendit, millest kolmel viiendikul on ühine vorm. Pealkirju, mis teistelgi
erinevad, ei võrrelda.",
    check: Check::Collection,
};

/// The form that an institution's records share.
struct Usual<'a> {
    grammar: Option<&'a str>,
    headings: BTreeMap<SectionKind, &'a str>,
}

/// Reports records on an older template.
pub fn check(audit: &Audit, out: &mut Vec<Found>) {
    for organisation in &audit.organisations {
        judge(audit, organisation, out);
    }
}

fn judge(audit: &Audit, organisation: &Organisation, out: &mut Vec<Found>) {
    let entry = |r: u32| &audit.collection.entries[r as usize];
    let dated: Vec<u32> = organisation
        .institution
        .records
        .iter()
        .copied()
        .filter(|&r| entry(r).approval.date.is_some())
        .collect();
    if dated.len() < LEAST.0 || organisation.institution.is_nameless() {
        return;
    }
    let templates: Vec<&Template> = dated.iter().map(|&r| &entry(r).template).collect();
    let usual = usual(&templates);
    let date = |r: &u32| entry(*r).approval.date.as_deref();
    let (mut on, off): (Vec<u32>, Vec<u32>) = dated
        .iter()
        .partition(|&&r| differs(entry(r), &usual).is_none());
    on.sort_by_key(date);
    if (on.len() as f64) < dated.len() as f64 * LEAST.1 {
        return;
    }
    let middle = on.get(on.len() / 2).and_then(date);
    for record in off.into_iter().filter(|r| date(r) < middle) {
        let Some((pointer, en, et)) = differs(entry(record), &usual) else {
            continue;
        };
        out.push(found(
            record,
            &RULE,
            pointer,
            format!("This is older than most job descriptions of the institution, and on another template: {en}. Move it to the present one when it is next changed."),
            format!("See on vanem kui enamik asutuse ametijuhendeid ja teisel vormil: {et}. Vii see järgmise muutmise ajal praegusele vormile."),
        ));
    }
}

fn usual<'a>(templates: &[&'a Template]) -> Usual<'a> {
    let mut headings: BTreeMap<SectionKind, Vec<&str>> = BTreeMap::new();
    for (kind, heading) in templates.iter().flat_map(|t| &t.headings) {
        headings.entry(*kind).or_default().push(heading);
    }
    let shared = |(kind, list): (SectionKind, Vec<&'a str>)| Some((kind, most(&list)?));
    Usual {
        grammar: most(
            &templates
                .iter()
                .map(|t| t.grammar.as_str())
                .collect::<Vec<_>>(),
        ),
        headings: headings.into_iter().filter_map(shared).collect(),
    }
}

/// The value that enough of them have.
fn most<'a>(values: &[&'a str]) -> Option<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let (value, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    (count >= LEAST.0 - 1 && count as f64 >= values.len() as f64 * LEAST.1).then_some(value)
}

/// In what a record differs from the usual form: pointer, English, Estonian.
fn differs(entry: &Entry, usual: &Usual) -> Option<(String, String, String)> {
    let template = &entry.template;
    if let Some(grammar) = usual.grammar.filter(|g| *g != template.grammar) {
        let own = &template.grammar;
        return Some((
            "/grammar/name".to_owned(),
            format!("its family is {own}, that of the others {grammar}"),
            format!("selle pere on {own}, teistel {grammar}"),
        ));
    }
    let mut headings = template.headings.iter();
    headings.find_map(|(kind, heading)| {
        let other = usual.headings.get(kind).filter(|h| **h != &**heading)?;
        // A second section of the kind is no other heading.
        let also = template
            .headings
            .iter()
            .any(|(k, h)| k == kind && **h == **other);
        (!also).then(|| {
            (
                "/sections".to_owned(),
                format!("it has the heading \"{heading}\" where the others have \"{other}\""),
                format!("sellel on pealkiri „{heading}“, teistel „{other}“"),
            )
        })
    })
}
