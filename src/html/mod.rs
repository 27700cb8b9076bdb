//! Pages that are one file: what their style and script share, and the shell around them.
//!
//! A page works without a network and from a folder. Its Content Security Policy lets in nothing but the style and the
//! script that are in it, by their hash; documents' words reach the page as data only, never as markup.

mod block;

use std::collections::BTreeMap;
use std::io;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use minijinja::{AutoEscape, Environment, Value, context};
use serde_json::Map;
use sha2::{Digest, Sha256};

pub use block::Block;

const SHELL: &str = include_str!("shell.html");
const BASE_STYLE: &str = include_str!("base.css");
const BASE_SCRIPT: &str = include_str!("base.js");

/// A page to be written.
#[derive(Debug)]
pub struct Page<'a> {
    /// Language code, such as "et".
    pub language: &'a str,
    /// The page's sentences, a JSON object. The script has them as `t(key)`, templates as `w.key`; the shell itself wants
    /// "title" and "noscript".
    pub words: &'a str,
    /// The page's skeleton, a template.
    pub body: &'a str,
    /// Style sheets, behind the shared one.
    pub styles: &'a [&'a str],
    /// Scripts, behind the shared one; they see each other's functions.
    pub scripts: &'a [&'a str],
    /// The data.
    pub blocks: &'a [Block],
}

impl Page<'_> {
    /// Writes the page.
    ///
    /// # Errors
    /// What the writer says, or that `words` or `body` hold a mistake.
    pub fn write(&self, out: &mut impl io::Write) -> io::Result<()> {
        let style = [&[BASE_STYLE], self.styles].concat().join("\n");
        let script = [&[BASE_SCRIPT], self.scripts].concat().join("\n");
        let script = format!("(() => {{\n\"use strict\";\n{script}\n}})();");
        let words: Map<String, serde_json::Value> = serde_json::from_str(self.words)?;
        let sentences: BTreeMap<String, String> = words
            .iter()
            .filter_map(|(key, sentence)| Some((key.clone(), sentence.as_str()?.to_owned())))
            .collect();
        let words_block = Block::json("words", &words)?;
        let blocks = std::iter::once(&words_block).chain(self.blocks);
        let values = context! {
            language => self.language,
            w => sentences,
            style_hash => hash(&style),
            script_hash => hash(&script),
            style => style,
            script => script,
            blocks => blocks.map(Block::value).collect::<Vec<_>>(),
        };
        self.render(values, out).map_err(io::Error::other)
    }

    fn render(&self, values: Value, out: &mut impl io::Write) -> Result<(), minijinja::Error> {
        let mut environment = Environment::new();
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.add_template("body", self.body)?;
        environment.add_template("shell", SHELL)?;
        environment
            .get_template("shell")?
            .render_captured_to(values, out)?;
        Ok(())
    }
}

/// As a Content Security Policy names an inline style or script.
fn hash(content: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}

/// The keys of sentences that a page's scripts and skeleton use.
#[cfg(test)]
pub(crate) fn used_sentences(scripts: &[&str], body: &str) -> Vec<String> {
    let after = |text: &str, begin: &str, end: char| -> Vec<String> {
        let rest = text.split(begin).skip(1);
        rest.filter_map(|rest| Some(rest.split_once(end)?.0.to_owned()))
            .collect()
    };
    let script = scripts.join("\n");
    [
        after(&script, " t(\"", '"'),
        after(&script, "(t(\"", '"'),
        after(body, "w.", ' '),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(title: &str, blocks: &[Block]) -> String {
        let words = serde_json::json!({ "title": title, "noscript": "" }).to_string();
        let page = Page {
            language: "et",
            words: &words,
            body: "<main>{{ w.title }}</main>",
            styles: &["p { color: red }"],
            scripts: &["run();"],
            blocks,
        };
        let mut out = Vec::new();
        page.write(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
        let begin = page.find(from).unwrap() + from.len();
        &page[begin..begin + page[begin..].find(to).unwrap()]
    }

    #[test]
    fn policy_names_the_hashes_of_what_is_in_the_page() {
        let page = page("Aruanne", &[]);
        let policy = between(&page, "Content-Security-Policy\" content=\"", "\">");
        assert!(policy.starts_with("default-src 'none';"), "{policy}");
        let unescaped = policy.replace("&#x2f;", "/");
        assert!(
            unescaped.contains(&hash(between(&page, "<style>", "</style>"))),
            "{policy}"
        );
        assert!(
            unescaped.contains(&hash(between(&page, "<script>", "</script>"))),
            "{policy}"
        );
    }

    #[test]
    fn nothing_is_fetched() {
        let page = page("Aruanne", &[]);
        for word in ["http://", "https://", "src=", "@import", "url("] {
            let found = page.replace("http://www.w3.org/2000/svg", "");
            assert!(!found.contains(word), "{word}");
        }
    }

    #[test]
    fn words_stay_words() {
        let block =
            Block::json("data", &["</script><script>alert(1)</script>\u{2028}<!--"]).unwrap();
        let page = page("</title><script>alert(2)</script>", &[block]);
        assert!(!page.contains("<script>alert"));
        assert!(!page.contains('\u{2028}') && !page.contains("<!--"));
        let data = between(&page, "id=\"data\">", "</script>");
        let back: Vec<String> = serde_json::from_str(data).unwrap();
        assert_eq!(back, ["</script><script>alert(1)</script>\u{2028}<!--"]);
    }
}
