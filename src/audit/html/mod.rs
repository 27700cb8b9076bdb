//! The audit as one page for people who have never seen this tool: the organisation to walk through, what it asks of its
//! people, the history of each position, and what does not agree.
//!
//! An institution is a chapter, packed and opened when somebody looks at it; the page itself needs only their names and numbers.

mod chapter;
mod index;

use std::io;

use super::{Audit, Found};
use crate::html::{Block, Page};
use crate::language::Language;

const BODY: &str = include_str!("body.html");
const STYLE: &str = include_str!("style.css");
const SCRIPTS: &[&str] = &[
    include_str!("data.js"),
    include_str!("overview.js"),
    include_str!("tree.js"),
    include_str!("position.js"),
    include_str!("demands.js"),
    include_str!("findings.js"),
    include_str!("main.js"),
];
const ENGLISH: &str = include_str!("strings.en.json");
const ESTONIAN: &str = include_str!("strings.et.json");

/// How to write the page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style<'a> {
    /// Language of the page.
    pub language: Language,
    /// Address of the page that `check --format html` wrote, as seen from this one; documents link to it.
    pub check_page: Option<&'a str>,
}

/// Writes the page.
///
/// # Errors
/// What the writer says.
pub fn write(
    audit: &Audit,
    findings: &[Found],
    style: Style<'_>,
    out: &mut impl io::Write,
) -> io::Result<()> {
    let chapters = chapter::all(audit, findings, style.language);
    let index = index::Index::of(&chapters, findings, style);
    let mut blocks = vec![Block::json("index", &index)?];
    for (number, chapter) in chapters.iter().enumerate() {
        blocks.push(Block::packed(&format!("i{number}"), chapter)?);
    }
    let page = Page {
        language: style.language.code(),
        words: match style.language {
            Language::En => ENGLISH,
            Language::Et => ESTONIAN,
        },
        body: BODY,
        styles: &[STYLE],
        scripts: SCRIPTS,
        blocks: &blocks,
    };
    page.write(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Map, Value};

    fn words(text: &str) -> Map<String, Value> {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn both_languages_have_the_same_sentences() {
        let keys = |text| words(text).keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(ENGLISH), keys(ESTONIAN));
    }

    #[test]
    fn scripts_and_skeleton_use_sentences_that_exist() {
        let words = words(ENGLISH);
        let used = crate::html::used_sentences(SCRIPTS, BODY);
        assert!(used.len() > 40, "{used:?}");
        for key in used {
            assert!(words.contains_key(&key), "{key}");
        }
    }

    #[test]
    fn every_case_has_a_name() {
        use crate::audit::matcher::inflect::Case;
        let words = words(ESTONIAN);
        for case in [
            Case::Nominative,
            Case::Allative,
            Case::Comitative,
            Case::Translative,
        ] {
            assert!(words.contains_key(&format!("case-{}", case.name())));
        }
    }
}
