use std::collections::HashSet;
use std::sync::Arc;

use proptest::prelude::*;

use super::super::words::word_hash;
use super::Evidence as E;
use super::Joint::{Join, Keep, KeepBlank};
use super::*;

fn vocabulary(document: &str) -> Vocabulary {
    match crate::read::text::read(document.as_bytes()) {
        Ok(document) => Vocabulary::of_document(&document),
        Err(_) => Vocabulary::default(),
    }
}

fn conjunctions() -> Vec<String> {
    ["ja", "või", "ning", "ega", "kui", "ehk"]
        .map(str::to_owned)
        .to_vec()
}

/// Left, right, the document's other words, what comes out.
type Case = (&'static str, &'static str, &'static str, (Joint, Evidence));

#[test]
fn judged_by_evidence() {
    let cases: &[Case] = &[
        // Broken words.
        ("Tööülesan-", "ded", "tööülesanded", (Join, E::Document)),
        ("Tööülesan-", "ded;", "tööülesannete", (Join, E::Document)),
        // "-den" is no Estonian ending: joined, but reported.
        ("Tööülesan-", "den", "tööülesannete", (Join, E::Undecided)),
        ("Tööülesan-", "ded", "", (Join, E::Undecided)),
        ("TÖÖÜLESAN-", "DED", "Tööülesanded", (Join, E::Document)),
        ("õi-", "geaegse", "", (Join, E::Undecided)),
        ("õi-", "geaegse", "õigeaegne", (Join, E::Document)),
        ("õi-", "geaegse", "õigesti", (Join, E::Undecided)),
        (
            "(teenistus\u{2010}",
            "ülesannete)",
            "teenistusülesandeid",
            (Join, E::Document),
        ),
        // Words of their own on both sides of a break are no reason to keep it.
        (
            "teenistus-",
            "ülesanded",
            "teenistus ülesanded",
            (Join, E::Undecided),
        ),
        // Suspended parts.
        ("sise-", "kui", "", (KeepBlank, E::Conjunction)),
        ("tele-", "ja", "", (KeepBlank, E::Conjunction)),
        ("töö-", "ja", "tööjaotus", (KeepBlank, E::Conjunction)),
        ("arendus-", "ning", "", (KeepBlank, E::Conjunction)),
        ("IT-", "ja/või", "", (KeepBlank, E::Conjunction)),
        ("tööta-", "ja", "töötajale", (Join, E::Document)),
        ("tööta-", "ja,", "töötaja", (Join, E::Document)),
        // Hyphens that are the author's.
        ("Põhja-", "Pärnumaa", "", (Keep, E::Capital)),
        ("IT-", "osakonna", "", (Keep, E::Abbreviation)),
        ("IT-", "Osakond", "", (Keep, E::Capital)),
        ("e-", "teenuste", "", (Keep, E::Abbreviation)),
        ("IT/e-", "teenuste", "", (Keep, E::Abbreviation)),
        ("5-", "aastane", "", (Keep, E::Digit)),
        ("COVID-", "19", "", (Keep, E::Digit)),
        ("sotsiaal\u{2011}", "majanduslik", "", (Keep, E::Compound)),
        ("jää-", "äär", "", (Keep, E::Compound)),
        ("nõustavat-", "konsulteerivat", "", (Keep, E::Compound)),
        (
            "nõustavat-",
            "konsulteerivat",
            "nõustavat-konsulteerivat",
            (Keep, E::Compound),
        ),
        (
            "sotsiaal-",
            "majanduslik",
            "sotsiaal-majanduslikud",
            (Keep, E::Compound),
        ),
        (
            "sotsiaal-",
            "majanduslik",
            "sotsiaalmajanduslikud",
            (Join, E::Document),
        ),
        (
            "tööüle-",
            "sanded",
            "tööüle-sanded tööülesanded tööülesanded",
            (Join, E::Document),
        ),
        ("kesk-", "pank", "keskpank kesk-pank", (Join, E::Undecided)),
        ("tööülesand-", "ed", "", (Keep, E::NoBreakPoint)),
        // No line-end hyphen at all.
        ("-", "tagab", "", (KeepBlank, E::NoBreakPoint)),
        ("töö", "tasu", "", (KeepBlank, E::NoBreakPoint)),
        ("alg-", "(kesk-)", "", (KeepBlank, E::NoBreakPoint)),
    ];
    for (left, right, document, expected) in cases {
        let got = joint(left, right, &vocabulary(document), &conjunctions());
        assert_eq!(got, *expected, "{left} {right} in {document:?}");
    }
}

#[test]
fn the_document_outranks_the_collection_and_that_the_dictionary() {
    let hash = |words: &[&str]| words.iter().map(|w| word_hash(w)).collect::<Vec<u64>>();
    let judge = |document: &str, known: &[&str], dictionary: &[&str]| {
        let dictionary: HashSet<u64> = hash(dictionary).into_iter().collect();
        let v = vocabulary(document)
            .with_known(&hash(known))
            .with_dictionary(Some(Arc::new(dictionary)));
        joint("Kesk-", "pank", &v, &conjunctions())
    };
    assert_eq!(judge("", &[], &["keskpank"]), (Join, E::Dictionary));
    assert_eq!(
        judge("", &["keskpank"], &["kesk-pank"]),
        (Join, E::Collection)
    );
    assert_eq!(
        judge("", &["kesk-pank"], &["keskpank"]),
        (Keep, E::Compound)
    );
    assert_eq!(judge("keskpank", &["kesk-pank"], &[]), (Join, E::Document));
    assert_eq!(
        judge("", &["kesk-pank", "keskpank"], &[]),
        (Join, E::Undecided)
    );
}

#[test]
fn the_joined_form_is_folded() {
    assert_eq!(
        joined_form("(Tööülesan-", "ded;").as_deref(),
        Some("tööülesanded")
    );
    assert_eq!(joined_form("töö", "ja"), None);
}

proptest! {
    #[test]
    fn any_words_are_judged(left in "\\PC{0,60}", right in "\\PC{0,60}", document in "\\PC{0,80}") {
        let v = vocabulary(&format!("{document} {left}{right}"));
        let _ = joint(&left, &right, &v, &conjunctions());
        let broken = format!("{left}-");
        let (how, _) = joint(&broken, &right, &v, &conjunctions());
        prop_assert!(how == KeepBlank || joined_form(&broken, &right).is_some());
    }
}
