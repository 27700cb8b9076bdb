//! A document as lines of text that can be changed and written again: a text file, or the paragraphs of a Word document.

use std::io::{Cursor, Read, Write};

use regex::Regex;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Lines, and what they came from.
#[derive(Clone)]
pub struct Sheet {
    pub lines: Vec<String>,
    word: Option<Vec<u8>>,
    /// A change had no room in its column: it would break more than it says.
    pub crowded: bool,
}

impl Sheet {
    pub fn text(content: &str) -> Sheet {
        Sheet {
            lines: content.lines().map(str::to_owned).collect(),
            word: None,
            crowded: false,
        }
    }

    /// The paragraphs of a Word document; each is a line.
    pub fn word(bytes: Vec<u8>) -> Sheet {
        let xml = main_part(&bytes);
        let (paragraph, run) = (paragraph(), run());
        let lines = paragraph.find_iter(&xml).map(|p| {
            let runs = run.captures_iter(p.as_str()).map(|c| c[2].to_owned());
            unescape(&runs.collect::<String>())
        });
        Sheet {
            lines: lines.collect(),
            word: Some(bytes),
            crowded: false,
        }
    }

    pub fn is_word(&self) -> bool {
        self.word.is_some()
    }

    /// The file with its lines as they are now. A Word document keeps its paragraphs: an empty line is an empty one.
    pub fn bytes(&self) -> Vec<u8> {
        match &self.word {
            None => (self.lines.join("\n") + "\n").into_bytes(),
            Some(bytes) => self.word_bytes(bytes),
        }
    }

    fn word_bytes(&self, bytes: &[u8]) -> Vec<u8> {
        let xml = main_part(bytes);
        let mut lines = self.lines.iter();
        let written = paragraph().replace_all(&xml, |p: &regex::Captures| {
            let line = lines.next().expect("a line for each paragraph");
            write_paragraph(&p[0], line)
        });
        let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a Word document");
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).expect("a part");
            let name = file.name().expect("a name").into_owned();
            let mut content = Vec::new();
            file.read_to_end(&mut content).expect("a sound part");
            if name == MAIN {
                content = written.as_bytes().to_vec();
            }
            out.start_file(name, SimpleFileOptions::default())
                .and_then(|()| Ok(out.write_all(&content)?))
                .expect("memory");
        }
        out.finish().expect("memory").into_inner()
    }
}

const MAIN: &str = "word/document.xml";

fn main_part(bytes: &[u8]) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a Word document");
    let mut xml = String::new();
    let mut part = archive.by_name(MAIN).expect("a main part");
    part.read_to_string(&mut xml).expect("UTF-8");
    xml
}

fn paragraph() -> Regex {
    Regex::new(r"(?s)<w:p[ >].*?</w:p>").expect("sound")
}

fn run() -> Regex {
    Regex::new(r"(?s)(<w:t(?: [^>]*)?>)(.*?)</w:t>").expect("sound")
}

/// Puts all text of a paragraph into its first run; one that did not change stays as it is.
fn write_paragraph(xml: &str, line: &str) -> String {
    let old: String = run().captures_iter(xml).map(|c| c[2].to_owned()).collect();
    if unescape(&old) == line {
        return xml.to_owned();
    }
    let mut first = true;
    run()
        .replace_all(xml, |_: &regex::Captures| {
            let text = match std::mem::take(&mut first) {
                true => escape(line),
                false => String::new(),
            };
            format!("<w:t xml:space=\"preserve\">{text}</w:t>")
        })
        .into_owned()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}
