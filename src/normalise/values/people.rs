//! Lists of positions or persons.

use std::ops::Range;

use super::tokens::{Token, tokens, trimmed};
use crate::grammar::fold::fold;
use crate::grammar::pack::Pack;

/// The single positions in a field's value: split at "või", "ja/või", ";" and ",", never within brackets.
///
/// "ja" does not split: "Erihoolekande ja rehabilitatsiooni talituse juhataja" is one, and a list of unlike things
/// cannot be told from it. A value that says "none" is an empty list.
pub fn people(text: &str, pack: &Pack) -> Vec<Range<usize>> {
    if pack.is_none(&fold(text)) {
        return Vec::new();
    }
    let all = tokens(text);
    let mut parts = Vec::new();
    let mut start = 0;
    let mut depth = 0_usize;
    for (i, token) in all.iter().enumerate() {
        match token.text.as_str() {
            "(" | "[" if token.mark => depth += 1,
            ")" | "]" if token.mark => depth = depth.saturating_sub(1),
            _ if depth == 0 && separates(&all, i, pack) => {
                parts.push(start..token.range.start);
                start = token.range.end;
            }
            _ => {}
        }
    }
    parts.push(start..text.len());
    parts
        .into_iter()
        .map(|part| trimmed(text, part, &[',', ';', '.']))
        .filter(|part| {
            let name = fold(text.get(part.clone()).unwrap_or_default());
            !name.is_empty() && !pack.is_none(&name)
        })
        .collect()
}

fn separates(all: &[Token], at: usize, pack: &Pack) -> bool {
    let Some(token) = all.get(at) else {
        return false;
    };
    match token.text.as_str() {
        ";" if token.mark => true,
        "," if token.mark => !continues(all, at, pack),
        word => {
            let before = at.checked_sub(1).and_then(|i| all.get(i));
            pack.document.alternatives.iter().any(|a| a == word)
                && before.is_some_and(|b| ends_position(b, pack))
        }
    }
}

/// Whether a relative clause follows the comma, or a word whose second half is still to come stands before it:
/// "spetsialist, kes …", "haridus-, kultuuri- või …".
fn continues(all: &[Token], comma: usize, pack: &Pack) -> bool {
    let next = all.get(comma + 1).map_or("", |t| t.text.as_str());
    let before = comma.checked_sub(1).and_then(|i| all.get(i));
    pack.document.relatives.iter().any(|r| r == next)
        || before.is_some_and(|b| b.text.ends_with('-'))
}

/// Whether a position's name can end here; not in "haridus- või kultuuriosakonna" nor "talituse või osakonna juhataja".
fn ends_position(word: &Token, pack: &Pack) -> bool {
    let genitives = &pack.document.unit_genitives;
    !word.text.ends_with('-') && !genitives.contains(&word.text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::pack::base;

    fn split(text: &str) -> Vec<&str> {
        let pack = base();
        people(text, &pack).into_iter().map(|r| &text[r]).collect()
    }

    #[test]
    fn lists_are_split() {
        for (text, expected) in [
            ("Peadirektor", vec!["Peadirektor"]),
            (
                "Erihoolekande ja rehabilitatsiooni talituse talitusejuhataja või abivahendite talituse \
                 talitusejuhataja või ekspertiisi talituse talitusejuhataja",
                vec![
                    "Erihoolekande ja rehabilitatsiooni talituse talitusejuhataja",
                    "abivahendite talituse talitusejuhataja",
                    "ekspertiisi talituse talitusejuhataja",
                ],
            ),
            (
                "Juhtivspetsialist, peaspetsialist (teenuste arendus)",
                vec!["Juhtivspetsialist", "peaspetsialist (teenuste arendus)"],
            ),
            (
                "juhatajat või osakonna vaneminseneri",
                vec!["juhatajat", "osakonna vaneminseneri"],
            ),
            (
                "jurist ja/või nõunik; sekretär.",
                vec!["jurist", "nõunik", "sekretär"],
            ),
            ("A, B või C", vec!["A", "B", "C"]),
        ] {
            assert_eq!(split(text), expected, "{text}");
        }
    }

    #[test]
    fn one_position_stays_one() {
        for text in [
            "jõgede seire osakonna juhatajale (edaspidi juhataja)",
            "peaspetsialist (teenused, järelevalve või arendus)",
            "juhatajat ja spetsialisti",
            "haridus- või kultuuriosakonna juhataja",
            "haridus-, kultuuri- ja spordinõunik",
            "talituse või osakonna juhataja",
            "spetsialist, kes on määratud",
            "vahetu juhi poolt määratud isik",
            "peaspetsialist (teenused",
        ] {
            assert_eq!(split(text), [text], "{text}");
        }
    }

    #[test]
    fn none_is_empty() {
        for text in [
            "-",
            "–",
            "puudub",
            "Puuduvad.",
            "",
            "  ",
            "vahetult alluvaid ei ole",
            ";",
        ] {
            assert!(split(text).is_empty(), "{text}");
        }
    }
}
