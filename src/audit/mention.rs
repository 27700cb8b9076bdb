//! Institutions that a text names as its own.
//!
//! A job description may speak of many institutions. One is named as its own where its name in the genitive stands before
//! its statute, its rules or its head ("Kuusesaare Gümnaasiumi põhimäärusest"), or where the purpose says where the position
//! is ("… töö korraldamine Hoolekandeametis").

use super::institution::key;
use super::matcher::inflect::Case;
use super::words::Words;
use crate::grammar::fold::fold;

/// An institution that is named. A sentence's first word has a capital too, so the name may begin with a word too many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// JSON Pointer of the text.
    pub pointer: String,
    /// The name, as written.
    pub text: String,
    /// The name as a key, see `audit/institution.rs`.
    pub institution: String,
}

/// All mentions in texts that are given with their pointers; each institution once.
pub fn all(texts: &[(String, &str)], words: &Words) -> Vec<Mention> {
    let mut out: Vec<Mention> = Vec::new();
    for (pointer, text) in texts {
        let list: Vec<&str> = text.split_whitespace().collect();
        for i in 0..list.len() {
            let found = name_ending_at(&list, i, pointer == "/purpose", words);
            if let Some((text, institution)) = found
                && out.iter().all(|m| m.institution != institution)
            {
                let pointer = pointer.clone();
                out.push(Mention {
                    pointer,
                    text,
                    institution,
                });
            }
        }
    }
    out
}

/// The name whose last word this is, if one's own institution would be named so here.
fn name_ending_at(
    list: &[&str],
    i: usize,
    purpose: bool,
    words: &Words,
) -> Option<(String, String)> {
    let capital = |w: &str| w.chars().next().is_some_and(char::is_uppercase);
    let before = |w: &&&str| capital(w) && w.chars().all(|c| c.is_alphabetic() || c == '-');
    let from = i - list[..i].iter().rev().take_while(before).count();
    if !capital(list[from]) || (from == 0 && i == 0) {
        return None;
    }
    let folded = fold(list[i]);
    let bare = folded.trim_end_matches(|c: char| !c.is_alphanumeric());
    let (_, case, at) = words.institution_noun(bare)?;
    let next = list.get(i + 1).map(|w| fold(w)).unwrap_or_default();
    let own = match case {
        Case::Genitive => words.is_own_paper(&next),
        Case::Inessive => purpose,
        _ => false,
    };
    if !own || (at == 0 && from == i) {
        return None;
    }
    let name = list[from..=i].join(" ");
    let name = name
        .trim_end_matches(|c: char| !c.is_alphanumeric())
        .to_owned();
    let institution = key(&name, words);
    Some((name, institution))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(pointer: &str, text: &str) -> Vec<(String, String)> {
        let texts = [(pointer.to_owned(), text)];
        let all = all(&texts, &Words::embedded());
        all.into_iter().map(|m| (m.text, m.institution)).collect()
    }

    #[test]
    fn ones_own_institution() {
        for (pointer, text, name, key) in [
            (
                "/rights/0",
                "juhindub oma töös Kuusesaare Gümnaasiumi põhimäärusest",
                "Kuusesaare Gümnaasiumi",
                "kuusesaaregümnaasium",
            ),
            (
                "/purpose",
                "Korraldada hankeid Tasasilla Hoolekandeametis.",
                "Tasasilla Hoolekandeametis",
                "tasasillahoolekandeamet",
            ),
        ] {
            assert_eq!(
                found(pointer, text),
                [(name.to_owned(), key.to_owned())],
                "{text}"
            );
        }
    }

    #[test]
    fn others() {
        for text in [
            "teeb koostööd Tasasilla Hoolekandeametiga",
            "esitab aruande Kuusesaare Gümnaasiumile",
            "täidab Kaarmetsa Vallavalitsuse määrust",
            "juhindub kooli põhimäärusest",
            "Kooli põhimäärus",
        ] {
            assert!(found("/duties/0/text", text).is_empty(), "{text}");
        }
    }
}
