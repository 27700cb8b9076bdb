//! Nothing lost, nothing invented, everything grounded: on every document of the corpus, and on texts of it that are
//! cut up at random (lines dropped, doubled and shuffled). See `support/promises.rs`.

#[path = "support/promises.rs"]
mod promises;
mod support;

use std::collections::BTreeSet;

use ametijuhend::pipeline::{Extractor, PdfEngine, Settings};
use ametijuhend::read;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use unicode_normalization::UnicodeNormalization;

use promises::broken;
use support::{corpus, each};

/// Documents that are cut up: few enough for a debug build to be done within a minute on two processors.
const CUTS: u32 = 200;

/// The same cuts every time.
const SEED: u64 = 2026;

/// The most lines that one cut concerns.
const LONGEST_CUT: usize = 12;

fn extractor() -> Extractor {
    Extractor::new(Settings::default()).expect("the built-in packs are sound")
}

/// The promises that the record of a document breaks.
fn broken_of(extractor: &Extractor, name: &str, bytes: &[u8]) -> Vec<String> {
    let Ok(document) = read::read(bytes, PdfEngine::Auto) else {
        return Vec::new();
    };
    match extractor.extract(name, bytes, &[]) {
        Ok(extraction) => broken(&document, &extraction.records),
        Err(error) => vec![format!("read, and then not read: {error}")],
    }
}

#[test]
fn every_document_of_the_corpus_is_accounted_for() {
    let extractor = extractor();
    let broken: Vec<String> = each(&corpus(), |case| {
        let broken = broken_of(&extractor, &case.name, &case.bytes());
        broken
            .into_iter()
            .map(|b| format!("{}: {b}", case.name))
            .collect::<Vec<_>>()
    })
    .concat();
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

/// The texts of the corpus in UTF-8, by name; each content once.
fn texts() -> Vec<(String, String)> {
    let mut seen = BTreeSet::new();
    corpus()
        .into_iter()
        .filter(|case| case.is("txt"))
        .filter_map(|case| Some((case.name.clone(), String::from_utf8(case.bytes()).ok()?)))
        .filter(|(_, text)| seen.insert(text.trim_start_matches('\u{feff}').to_owned()))
        .collect()
}

/// The reader itself must not lose anything: the file's words come out, except where it says that it repaired them.
#[test]
fn the_reader_of_texts_keeps_every_character() {
    let mut compared = 0;
    for (name, text) in texts() {
        let document = read::read(text.as_bytes(), PdfEngine::Auto).expect("readable");
        if !document.findings.is_empty() {
            continue;
        }
        let plain: String = text.trim_start_matches('\u{feff}').nfc().collect();
        // A soft hyphen shows at a line's end only, as a hyphen.
        let shown = |word: &str| match word.strip_suffix('\u{ad}') {
            Some(head) => head.replace('\u{ad}', "") + "-",
            None => word.replace('\u{ad}', ""),
        };
        let words = |s: &str| s.split_whitespace().map(shown).collect::<Vec<_>>();
        assert_eq!(words(&document.text), words(&plain), "{name}");
        compared += 1;
    }
    assert!(compared > 50, "only {compared} texts were compared");
}

/// What is done to a text's lines.
#[derive(Clone, Debug)]
enum Cut {
    Drop(Index, usize),
    Double(Index, usize),
    /// Each of these lines changes places with the one that the index chooses among them.
    Shuffle(Index, Vec<Index>),
    /// The line ends in the middle, and the rest of it begins a new one.
    Break(Index, Index),
}

fn cut() -> impl Strategy<Value = Cut> {
    let at = any::<Index>;
    prop_oneof![
        (at(), 1..=LONGEST_CUT).prop_map(|(at, n)| Cut::Drop(at, n)),
        (at(), 1..=LONGEST_CUT).prop_map(|(at, n)| Cut::Double(at, n)),
        (at(), prop::collection::vec(at(), 2..=LONGEST_CUT))
            .prop_map(|(at, to)| Cut::Shuffle(at, to)),
        (at(), at()).prop_map(|(at, within)| Cut::Break(at, within)),
    ]
}

fn apply(cuts: &[Cut], text: &str) -> String {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    for cut in cuts {
        let (Cut::Drop(at, _) | Cut::Double(at, _) | Cut::Shuffle(at, _) | Cut::Break(at, _)) = cut;
        let count = lines.len();
        let at = at.index(count);
        let end = |n: usize| (at + n).min(count);
        match cut {
            Cut::Drop(_, n) => drop(lines.drain(at..end(*n))),
            Cut::Double(_, n) => {
                let copy = lines[at..end(*n)].to_vec();
                let end = end(*n);
                lines.splice(end..end, copy);
            }
            Cut::Shuffle(_, to) => {
                let end = end(to.len());
                let window = &mut lines[at..end];
                for (i, other) in to.iter().take(window.len()).enumerate() {
                    window.swap(i, other.index(window.len()));
                }
            }
            Cut::Break(_, within) => {
                let places: Vec<usize> = lines[at].char_indices().map(|(p, _)| p).collect();
                if !places.is_empty() {
                    let rest = lines[at].split_off(places[within.index(places.len())]);
                    lines.insert(at + 1, rest);
                }
            }
        }
        if lines.is_empty() {
            lines.push(String::new());
        }
    }
    lines.join("\n")
}

#[test]
fn cut_up_texts_are_accounted_for() {
    let (extractor, texts) = (extractor(), texts());
    let config = Config {
        cases: CUTS,
        rng_seed: RngSeed::Fixed(SEED),
        failure_persistence: None,
        max_shrink_iters: 400,
        ..Config::default()
    };
    let strategy = (any::<Index>(), prop::collection::vec(cut(), 1..6));
    let outcome = TestRunner::new(config).run(&strategy, |(which, cuts)| {
        let (name, text) = which.get(&texts);
        let text = apply(&cuts, text);
        let broken = broken_of(&extractor, name, text.as_bytes());
        prop_assert!(
            broken.is_empty(),
            "{name}:\n{}\n--- the text:\n{text}",
            broken.join("\n")
        );
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

/// A sound description; on the next pages a second one of which nothing but its first heading, above the title, is there.
const WITH_A_TORSO: &str = "AMETIJUHEND\n\n1. ÜLDOSA\n1.1. Ametikoht: laborant\n1.2. Vahetu juht: labori juhataja\n\n\
    2. TEENISTUSÜLESANDED\n2.1. Võtab vastu proove.\n2.2. Peab proovide arvestust.\n\n\
    3. ÕIGUSED\n3.1. Saada tööks vajalikku teavet.\n\n4. VASTUTUS\n4.1. Vastutab proovide säilimise eest.\n\
    \u{c}KINNITATUD\nÜLDOSA\nAMETIJUHEND\n1. ÜLDOSA\nTekst puudub.\n";

#[test]
fn what_is_refused_beside_a_record_is_told() {
    let extraction = extractor()
        .extract("kaks.txt", WITH_A_TORSO.as_bytes(), &[])
        .expect("readable");
    let [record] = extraction.records.as_slice() else {
        panic!("{} records", extraction.records.len());
    };
    let told: Vec<&str> = record
        .diagnostics
        .iter()
        .filter(|d| d.rule == "part-left-out")
        .map(|d| d.message.split(':').next().unwrap_or(""))
        .collect();
    assert_eq!(told, ["Part 2 of 2 of this file is in no record"]);
}
