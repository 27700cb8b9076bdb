use proptest::prelude::*;

use super::*;

#[test]
fn spellings_of_one_wording_fold_alike() {
    for (written, folded) in [
        ("Haridus : ", "haridus"),
        ("HARIDUS:", "haridus"),
        ("2. Kohustused ja ülesanded.", "2. kohustused ja ülesanded"),
        (
            "Töö-/Teenistustingimuste erisused",
            "töö-/teenistustingimuste erisused",
        ),
        (
            "Töö- / teenistustingimuste  erisused",
            "töö-/teenistustingimuste erisused",
        ),
        (
            "Töö - / teenistustingimuste erisused",
            "töö-/teenistustingimuste erisused",
        ),
        ("ōigused", "õigused"),
        ("O\u{303}igused", "õigused"),
        ("\u{a0}V\u{ad}astutus\t", "vastutus"),
        ("„X” ʺY“", "\"x\" \"y\""),
        ("–", "-"),
        ("`A´ \u{1E9B}\u{323} Ǆ", "'a' \u{1E9B}\u{323} ǆ"),
        ("Ametikoht:lukksepp", "ametikoht: lukksepp"),
        ("kell 8:00", "kell 8:00"),
        ("Asendaja ( d )", "asendaja (d)"),
        ("töö- ja palgatingimused", "töö- ja palgatingimused"),
        (" :. ", ""),
    ] {
        assert_eq!(fold(written), folded, "{written}");
    }
}

#[test]
fn positions_lead_back_to_the_input() {
    let text = "O\u{303}igused : saada";
    let folded = fold_mapped(text);
    assert_eq!(folded.as_str(), "õigused: saada");
    let ends = folded.word_ends();
    assert_eq!(&text[..folded.end_in_input(ends[0])], "O\u{303}igused :");
    assert_eq!(folded.end_in_input(folded.as_str().len()), text.len());
    assert_eq!(folded.end_in_input(0), 0);
}

#[test]
fn the_first_word_is_that_of_the_whole() {
    for text in [
        "Haridus : kõrgem",
        "Töö - / teenistus x",
        "Töö - y",
        "a / b c",
        "Ametikoht:lukksepp",
        "( a ) b",
        "",
        " x",
        "kohustused :",
        "x - / - / y z",
    ] {
        let whole = fold(text);
        let first = whole.split(' ').next().unwrap_or_default();
        assert_eq!(fold_first_word(text), first, "{text}");
    }
}

#[test]
fn joined_lines_fold_as_one_text() {
    for lines in [
        &["Töö-", "ülesanded :"][..],
        &["Õigused", "ja", "Vastutus."],
        &["a /", "b"],
    ] {
        let text = lines.join(" ").replace("- ", "");
        assert_eq!(fold_lines(lines.iter().copied()), fold(&text));
    }
}

proptest! {
    /// Runs of plain letters are taken at once: that must be as if each character were folded by itself.
    #[test]
    fn runs_fold_as_their_characters(text in r"[a-zäõA-ZÜÕÀ×÷ß0-9šŽ \t:/(),.\u{301}\u{30c}\u{a0}-]{0,24}") {
        let mut folded = Folded { mapped: true, ..Folded::default() };
        for (start, cluster) in clusters(&text) {
            folded.push_cluster(cluster, start);
        }
        folded.strip_closing();
        prop_assert_eq!(fold_mapped(&text), folded);
    }
}

#[test]
fn folding_twice_changes_nothing() {
    for text in ["A – B :", "x - / y", "Töö- ja\u{2011} z.", "a:b:c", "İ ŠŽ"] {
        let once = fold(text);
        assert_eq!(fold(&once), once, "{text}");
    }
}
