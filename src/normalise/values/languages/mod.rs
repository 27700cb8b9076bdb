//! Demands on languages: language, level, preference.

mod group;
mod meanings;

use std::ops::Range;

use super::tokens::tokens;
use crate::grammar::fold::fold;
use crate::grammar::pack::Pack;
use group::Reader;
use meanings::{meanings, sentences};

/// One demand on a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageDemand {
    /// ISO 639-1 code; none where any of several languages, or any foreign language, will do, where a language is only
    /// preferred, and where the wording names none.
    pub language: Option<String>,
    /// CEFR level (A1 to C2) or "native"; the lesser of two.
    pub level: Option<String>,
    /// The languages that are preferred, or any of which will do (ISO 639-1).
    pub preferred: Vec<String>,
    /// Its wording, in bytes of the text. Demands that share a wording ("inglise ja vene keel") share the range.
    pub range: Range<usize>,
}

/// The demands in a wording.
///
/// "Inglise ja vene keel B1" is two demands, "inglise või vene keel" one without a language of its own. A text that
/// names no language makes one demand without language, so that it is not lost; one that says "none" makes none.
pub fn languages(text: &str, pack: &Pack) -> Vec<LanguageDemand> {
    let all = tokens(text);
    if all.iter().all(|t| t.mark) || pack.is_none(&fold(text)) {
        return Vec::new();
    }
    let means = meanings(&all, pack);
    let mut reader = Reader::new(text, &all, &means);
    for sentence in sentences(&means) {
        reader.read(sentence);
    }
    reader.demands()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::pack::base;

    /// "et C1 | ? B1 [en ru]"
    fn shown(text: &str) -> String {
        let pack = base();
        let demands = languages(text, &pack);
        let lines = demands.iter().map(|d| {
            let language = d.language.as_deref().unwrap_or("?");
            let level = d.level.as_deref().unwrap_or("?");
            match d.preferred.is_empty() {
                true => format!("{language} {level}"),
                false => format!("{language} {level} [{}]", d.preferred.join(" ")),
            }
        });
        lines.collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn demands_of_wordings() {
        for (text, expected) in [
            ("Valdab eesti keelt vähemalt tasemel C1.", "et C1"),
            (
                "Valdab vähemalt ühte võõrkeelt (soovitavalt inglise või vene keelt) vähemalt tasemel B1.",
                "? B1 [en ru]",
            ),
            (
                "Valdab eesti keelt vähemalt tasemel C1. Valdab vähemalt ühte võõrkeelt (soovitavalt inglise või vene \
                 keelt) vähemalt tasemel B1.",
                "et C1 | ? B1 [en ru]",
            ),
            (
                "Eesti keel tasemel C1 ja vene keel tasemel B1",
                "et C1 | ru B1",
            ),
            (
                "eesti keele oskus tasemel C1 ja inglise keele oskus tasemel B2",
                "et C1 | en B2",
            ),
            (
                "Eesti keel C1, inglise keel B2, vene keel B1",
                "et C1 | en B2 | ru B1",
            ),
            ("inglise ja vene keel B1", "en B1 | ru B1"),
            ("eesti-, vene- ja inglise keel B2", "et B2 | ru B2 | en B2"),
            ("inglise või vene keel B1", "? B1 [en ru]"),
            ("inglise keel või vene keel tasemel B1", "? B1 [en ru]"),
            ("inglise keel või muu võõrkeel B1", "? B1 [en]"),
            ("eesti keel kõrgtasemel", "et C1"),
            (
                "eesti keele oskus kesktasemel, vene keele oskus algtasemel",
                "et B2 | ru B1",
            ),
            ("eesti keel emakeelena", "et native"),
            (
                "eesti keel C1-tasemel ja inglise keel B2-tasemel",
                "et C1 | en B2",
            ),
            ("C1-tasemel eesti keel", "et C1"),
            (
                "C1-tasemel eesti keele ja B2-tasemel inglise keele oskus",
                "et C1 | en B2",
            ),
            ("eesti keel vähemalt B2–C1", "et B2"),
            ("Inglise keel (B2), vene keel (B1)", "en B2 | ru B1"),
            ("Eesti keel: C1; inglise keel: B2", "et C1 | en B2"),
            ("eesti keel (kõnes C1, kirjas B2)", "et B2"),
            ("inglise keel suhtlustasandil", "en ?"),
            ("eesti, inglise, vene", "et ? | en ? | ru ?"),
            ("Eesti keel, inglise keel B2", "et ? | en B2"),
            ("eesti keel ja inglise keel tasemel B2", "et B2 | en B2"),
            (
                "eesti keel C1, soovitavalt vene keel B1",
                "et C1 | ? B1 [ru]",
            ),
            (
                "eesti keel C1, vene keele oskus tuleb kasuks",
                "et C1 | ? ? [ru]",
            ),
            ("eesti keel C1 (soovitavalt C2)", "et C1"),
            ("eesti keel C1 ja vähemalt üks võõrkeel B1", "et C1 | ? B1"),
            ("Võõrkeelte oskus (inglise, vene) B1", "? B1 [en ru]"),
            (
                "ühe võõrkeele oskus (soovitavalt inglise või vene) tasemel B1",
                "? B1 [en ru]",
            ),
            (
                "üks võõrkeel (inglise või saksa) suhtlustasandil",
                "? ? [en de]",
            ),
            ("riigikeele oskus kõrgtasemel", "et C1"),
            ("inglise või mõni muu keel", "? ? [en]"),
            ("soome ja rootsi keel A2", "fi A2 | sv A2"),
            ("Eesti keel kõnes ja kirjas. Tase C1.", "et C1"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn what_names_no_language() {
        for text in ["-", "puudub", "", " . "] {
            assert_eq!(shown(text), "", "{text}");
        }
        for text in [
            "Eesti Vabariigi põhiseaduse tundmine",
            "hea eneseväljendusoskus",
            "Eesti ja Euroopa Liidu õigus",
        ] {
            assert_eq!(shown(text), "? ?", "{text}");
        }
    }

    #[test]
    fn ranges_are_the_wordings() {
        let pack = base();
        for (text, parts) in [
            (
                "Eesti keel tasemel C1 ja vene keel vähemalt tasemel B1",
                vec!["Eesti keel tasemel C1", "vene keel vähemalt tasemel B1"],
            ),
            (
                "Valdab eesti keelt vähemalt tasemel C1. Valdab võõrkeelt B1.",
                vec![
                    "Valdab eesti keelt vähemalt tasemel C1.",
                    "Valdab võõrkeelt B1.",
                ],
            ),
            (
                "inglise ja vene keel B1; muu",
                vec![
                    "inglise ja vene keel B1; muu",
                    "inglise ja vene keel B1; muu",
                ],
            ),
            (
                "Keeled. Eesti keel C1, inglise keel B2;",
                vec!["Keeled. Eesti keel C1", "inglise keel B2"],
            ),
            ("suhtlemisoskus", vec!["suhtlemisoskus"]),
        ] {
            let found: Vec<&str> = languages(text, &pack)
                .into_iter()
                .map(|d| &text[d.range])
                .collect();
            assert_eq!(found, parts, "{text}");
        }
    }
}
