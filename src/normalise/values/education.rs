//! The level of education that a wording demands.

use std::ops::Range;

use super::tokens::{Token, preference, tokens};
use crate::grammar::pack::{EducationWords, Pack};
use crate::record::EducationLevel;

/// A level that the wording names, and the word that names it.
type Named<'a> = (usize, &'a EducationWords);

/// The least level that the wording demands, and its level of the Estonian qualifications framework (1 to 8) where the
/// wording decides it.
///
/// Of alternatives ("kesk- või kõrgharidus") the lowest counts, for it suffices. Of what is not alternative
/// ("kõrgharidus (magistrikraad)") the highest counts. What is only preferred ("soovitavalt magistrikraad") does not
/// count. Where two different levels are equally low, no level is given, but the framework's level if they share it.
pub fn education(text: &str, pack: &Pack) -> (Option<EducationLevel>, Option<u8>) {
    let all = tokens(text);
    let skipped = preferences(&all, pack);
    let named: Vec<Named> = (0..all.len())
        .filter(|i| !skipped.iter().any(|s| s.contains(i)))
        .filter_map(|i| Some((i, level_at(&all, i, pack)?)))
        .collect();
    let highest = alternatives(&all, &named, pack)
        .into_iter()
        .filter_map(|group| group.into_iter().max_by_key(|w| rank(w.level)));
    let highest: Vec<&EducationWords> = highest.collect();
    let Some(least) = highest.iter().min_by_key(|w| rank(w.level)) else {
        return (None, None);
    };
    let equals = || {
        highest
            .iter()
            .filter(|w| rank(w.level) == rank(least.level))
    };
    let level = equals()
        .all(|w| w.level == least.level)
        .then_some(least.level);
    let eqf = equals().all(|w| w.eqf == least.eqf).then_some(least.eqf);
    (level, eqf.flatten())
}

/// The order of demand. Vocational education builds on basic or secondary education.
fn rank(level: EducationLevel) -> u8 {
    match level {
        EducationLevel::Basic => 0,
        EducationLevel::Secondary => 1,
        EducationLevel::Vocational => 2,
        EducationLevel::Higher => 3,
        EducationLevel::AppliedHigher | EducationLevel::Bachelor => 4,
        EducationLevel::Master => 5,
        EducationLevel::Doctorate => 6,
    }
}

/// The levels, in groups between which "või" stands. It must belong to the second: not in "õiguse või majanduse alal,
/// magistrikraad".
fn alternatives<'a>(
    all: &[Token],
    named: &[Named<'a>],
    pack: &Pack,
) -> Vec<Vec<&'a EducationWords>> {
    let mut groups: Vec<Vec<&EducationWords>> = Vec::new();
    let mut last = 0;
    for &(at, words) in named {
        let is_other = is_alternative(all.get(last..at).unwrap_or_default(), pack)
            || shares_alternative(all.get(last..).unwrap_or_default(), pack);
        match groups.last_mut() {
            Some(group) if !is_other => group.push(words),
            _ => groups.push(vec![words]),
        }
        last = at;
    }
    groups
}

/// Whether "või" stands in the clause with which the words end.
fn is_alternative(words: &[Token], pack: &Pack) -> bool {
    let mut clauses = words.rsplit(|t| t.mark && matches!(t.text.as_str(), "," | ";" | "."));
    let last = clauses.next().unwrap_or_default();
    last.iter()
        .any(|t| pack.document.alternatives.contains(&t.text))
}

/// Whether the first word lacks its second half, and "või" stands before the word that has it: "kesk-, kutse- või …".
fn shares_alternative(words: &[Token], pack: &Pack) -> bool {
    let Some((first, rest)) = words.split_first() else {
        return false;
    };
    let whole = rest.iter().position(|t| is_whole_compound(t, pack));
    let list = rest.get(..whole.unwrap_or(0)).unwrap_or_default();
    first.text.ends_with('-')
        && list
            .iter()
            .any(|t| pack.document.alternatives.contains(&t.text))
}

/// The level that begins at a word. The longest wording wins; a word without its second half ("kesk- või kõrgharidus")
/// borrows it from the next whole word.
fn level_at<'a>(all: &[Token], at: usize, pack: &'a Pack) -> Option<&'a EducationWords> {
    let word = all.get(at)?;
    let rest: Vec<&str> = all.get(at..)?.iter().map(|t| t.text.as_str()).collect();
    let direct = longest(&rest.join(" "), 0, pack);
    direct.or_else(|| {
        let first = word.text.strip_suffix('-')?;
        let whole = all
            .get(at + 1..)?
            .iter()
            .find(|t| is_whole_compound(t, pack))?;
        let tails = whole.text.char_indices().skip(1);
        tails
            .filter_map(|(i, _)| Some(format!("{first}{}", whole.text.get(i..)?)))
            .find_map(|candidate| longest(&candidate, first.len(), pack))
    })
}

/// A word that is neither mark nor conjunction nor again without its second half.
fn is_whole_compound(token: &Token, pack: &Pack) -> bool {
    !token.mark && !token.text.ends_with('-') && !pack.document.conjunctions.contains(&token.text)
}

/// The longest wording, of more than `least` bytes, that the text begins with.
fn longest<'a>(text: &str, least: usize, pack: &'a Pack) -> Option<&'a EducationWords> {
    let all = pack.education.iter();
    all.filter_map(|entry| {
        let fitting = entry
            .words
            .iter()
            .filter(|w| w.len() > least && text.starts_with(w.as_str()));
        fitting.map(String::len).max().map(|len| (len, entry))
    })
    .max_by_key(|&(len, _)| len)
    .map(|(_, entry)| entry)
}

/// Ranges of words that are only preferred: from "soovitavalt" to the end of the clause, or, where the word stands last
/// in its clause, from the last comma or bracket to it.
fn preferences(all: &[Token], pack: &Pack) -> Vec<Range<usize>> {
    let is_end = |t: &Token| t.mark && matches!(t.text.as_str(), ";" | "." | ")" | "\n");
    let mut found = Vec::new();
    for at in 0..all.len() {
        let Some(len) = preference(all, at, pack) else {
            continue;
        };
        let after = all.get(at + len..).unwrap_or_default();
        let end = at + len + after.iter().position(is_end).unwrap_or(after.len());
        let stands_last = after.first().is_none_or(|t| t.mark);
        let before = all.get(..at).unwrap_or_default();
        let start = before.iter().rposition(|t| t.mark).map_or(0, |i| i + 1);
        found.push(if stands_last { start..at } else { at..end });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::pack::base;
    use EducationLevel::*;

    #[test]
    fn levels_of_wordings() {
        let pack = base();
        for (text, level, eqf) in [
            (
                "Magistrikraadile vastav kvalifikatsioon.",
                Some(Master),
                Some(7),
            ),
            (
                "Magistrikraad või sellega võrdsustatud kvalifikatsioon",
                Some(Master),
                Some(7),
            ),
            ("Kõrgharidus sotsiaaltöö erialal", Some(Higher), None),
            ("akadeemiline kõrgharidus", Some(Higher), None),
            ("Kõrgem haridus", Some(Higher), None),
            ("erialane kesk- või kõrgharidus", Some(Secondary), Some(4)),
            ("kesk-, kutse- või kõrgharidus", Some(Secondary), Some(4)),
            ("põhi- või keskharidus", Some(Basic), Some(2)),
            ("bakalaureuse- või magistrikraad", Some(Bachelor), Some(6)),
            (
                "kõrgharidus (soovitavalt magistrikraad)",
                Some(Higher),
                None,
            ),
            (
                "Kõrgharidus, soovitatavalt magistrikraad õigusteaduses",
                Some(Higher),
                None,
            ),
            (
                "keskharidus, kõrgharidus soovitav",
                Some(Secondary),
                Some(4),
            ),
            (
                "kõrgharidus (vähemalt bakalaureusekraad)",
                Some(Bachelor),
                Some(6),
            ),
            (
                "kõrgharidus või keskharidus ja 5 aastat kogemust",
                Some(Secondary),
                Some(4),
            ),
            (
                "Kõrgharidus (magistrikraad) või rakenduskõrgharidus",
                Some(AppliedHigher),
                Some(6),
            ),
            (
                "integreeritud bakalaureuse- ja magistriõpe",
                Some(Master),
                Some(7),
            ),
            (
                "Kõrgharidus õiguse või majanduse alal, magistrikraad",
                Some(Master),
                Some(7),
            ),
            ("rakenduskõrgharidus", Some(AppliedHigher), Some(6)),
            ("rakenduskõrgharidus või bakalaureusekraad", None, Some(6)),
            ("kutsekeskharidus", Some(Vocational), Some(4)),
            ("kutseharidus", Some(Vocational), None),
            ("keskeriharidus", Some(Vocational), None),
            ("vähemalt keskharidus", Some(Secondary), Some(4)),
            ("põhiharidus", Some(Basic), Some(2)),
            ("doktorikraad", Some(Doctorate), Some(8)),
            ("omandatud või omandamisel kõrgharidus", Some(Higher), None),
        ] {
            assert_eq!(education(text, &pack), (level, eqf), "{text}");
        }
    }

    #[test]
    fn wordings_that_decide_nothing() {
        let pack = base();
        for text in [
            "erialane ettevalmistus",
            "eri-, kutse- või ametialane ettevalmistus",
            "haridusnõuded puuduvad",
            "-",
            "soovitavalt kõrgharidus",
            "kesk- või",
            "",
            "tehniline haridus",
        ] {
            assert_eq!(education(text, &pack), (None, None), "{text}");
        }
    }
}
