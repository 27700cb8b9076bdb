//! A collection with every kind of bad input among good documents.

use std::fs;
use std::io::{Cursor, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;

use pdf_extract::{EncryptionState, EncryptionVersion, Object, Permissions};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::support::corpus;

/// Paths as the report has them, and the reason codes that are right for them.
pub type Expectations = Vec<(String, &'static [&'static str])>;

const OK: &[&str] = &["ok"];
const IO: &[&str] = &["io"];
const CRASHED: &[&str] = &["crashed"];
const BROKEN: &[&str] = &["corrupt", "unsupported", "no_text"];
const OTHER: &[&str] = &["not_a_job_description"];
/// Its bytes are those of a document, in part: what can be told of it does not matter here, but that it is told.
const ANY_TEXT: &[&str] = &[
    "ok",
    "partial",
    "corrupt",
    "unsupported",
    "not_a_job_description",
];

/// Fills a folder.
pub struct Collection<'a> {
    folder: &'a Path,
    expected: Expectations,
    _socket: UnixListener,
}

impl<'a> Collection<'a> {
    /// Writes everything into an empty folder.
    pub fn write(folder: &'a Path) -> Self {
        let mut collection = Collection {
            folder,
            expected: Vec::new(),
            _socket: UnixListener::bind(folder.join("socket")).expect("a socket"),
        };
        collection.expect("socket", IO);
        collection.good();
        collection.broken();
        collection.packed();
        collection.no_files();
        collection.faults();
        collection.expected.sort();
        collection
    }

    /// What the report must say, in its order.
    pub fn expected(&self) -> &Expectations {
        &self.expected
    }

    fn expect(&mut self, path: &str, codes: &'static [&'static str]) {
        self.expected.push((path.to_owned(), codes));
    }

    fn file(&mut self, path: &str, bytes: impl AsRef<[u8]>, codes: &'static [&'static str]) {
        let file = self.folder.join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("made");
        fs::write(file, bytes).expect("written");
        self.expect(path, codes);
    }

    /// Documents of each format, the same names in several folders, and one whose name is no Unicode.
    fn good(&mut self) {
        for (extension, count) in [("txt", 10), ("docx", 2), ("odt", 1), ("rtf", 1), ("pdf", 3)] {
            let cases = corpus();
            let family = cases.iter().filter(|c| c.name.starts_with("corpus/t"));
            let mut cases: Vec<_> = family.filter(|c| c.is(extension)).collect();
            cases.sort_by_key(|c| (c.bytes().len(), c.name.clone()));
            for (i, case) in cases.into_iter().take(count).enumerate() {
                self.file(&format!("{i}/document.{extension}"), case.bytes(), OK);
            }
        }
        let text = text();
        self.file("DOCUMENT.TXT", &text, OK);
        self.file("named wrongly.pdf", &text, OK);
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        self.file("wide.txt", [&[0xFF, 0xFE], &wide[..]].concat(), OK);
        let name = std::ffi::OsStr::from_bytes(b"\xe4.txt");
        fs::write(self.folder.join(name), &text).expect("written");
        self.expect("\\xE4.txt", OK);
        let bundles = corpus()
            .into_iter()
            .filter(|c| c.name.starts_with("corpus/bundles"));
        let bundle = bundles
            .filter(|c| c.is("txt"))
            .min_by_key(|c| c.bytes().len());
        self.file("order.txt", bundle.expect("a bundle").bytes(), OK);
    }

    fn broken(&mut self) {
        let text = text();
        let whole = pdf();
        self.file("empty.pdf", "", &["no_text"]);
        self.file("garbage.pdf", [0, 159, 146, 150, 0, 255, 254], BROKEN);
        self.file("header only.pdf", "%PDF-1.7\nnothing follows", BROKEN);
        self.file("half.pdf", &whole[..whole.len() / 2], BROKEN);
        self.file("locked.pdf", locked(&whole), &["password_required"]);
        self.file(
            "page.html",
            "<!DOCTYPE html><title>x</title><p>Tere, maailm!</p>",
            OTHER,
        );
        self.file("web page.pdf", "<!DOCTYPE html><p>Tere, maailm!</p>", OTHER);
        let nested = format!(
            "1 0 obj {}{} endobj",
            "[".repeat(10_000),
            "]".repeat(10_000)
        );
        self.file("nested.pdf", small_pdf("[0 0 9 9]", &nested), BROKEN);
        self.file(
            "loop.pdf",
            small_pdf(
                "[0 0 9 9]",
                "2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj",
            ),
            BROKEN,
        );
        self.file("infinite.pdf", small_pdf("[0 0 1e39 -1e39]", ""), BROKEN);
        let nuls: String = text.chars().flat_map(|c| [c, '\0']).collect();
        self.file("nul.txt", nuls, ANY_TEXT);
        self.file(
            "half a letter.txt",
            [text.as_bytes(), &[0xC3]].concat(),
            ANY_TEXT,
        );
        self.file(
            "picture.png",
            b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR",
            &["unsupported"],
        );
        self.file("invoice.txt", "Arve nr 7\nSumma 12 eurot\n", OTHER);
        let large = fs::File::create(self.folder.join("large.pdf")).expect("made");
        large.set_len(200_000_001).expect("a hole");
        self.expect("large.pdf", &["memory"]);
    }

    fn packed(&mut self) {
        let body = |text: &str| {
            format!(
                "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
            )
        };
        let entity = format!("<!DOCTYPE x [<!ENTITY e 'aaaa'>]>{}", body("&e;"));
        self.file(
            "entity.docx",
            docx(entity.as_bytes()),
            &["corrupt", "unsupported", "no_text"],
        );
        self.file(
            "bomb.docx",
            docx(&vec![b' '; 65 * 1024 * 1024]),
            &["memory"],
        );
        let mut bad = docx(body("Tere").as_bytes());
        let at = bad.len() / 3;
        bad[at..at + 40].fill(0x55);
        self.file("bad sum.docx", bad, BROKEN);
        self.file("archive.zip", zip(&[("a/b", b"c")]), BROKEN);
        self.file(
            "slip.docx",
            zip(&[("../../out", b"c"), ("/etc/x", b"c")]),
            BROKEN,
        );
    }

    /// What is in a folder and no file.
    fn no_files(&mut self) {
        let path = |name: &str| self.folder.join(name);
        let made = Command::new("mkfifo").arg(path("fifo")).status();
        assert!(made.expect("mkfifo").success());
        symlink("nowhere", path("dangling")).expect("a link");
        symlink(".", path("loop")).expect("a link");
        symlink("ring", path("ring")).expect("a link");
        symlink("/dev/zero", path("zero.pdf")).expect("a link");
        for name in ["fifo", "dangling", "loop", "ring", "zero.pdf"] {
            self.expect(name, IO);
        }
        self.file("folder.pdf/within.txt", text(), OK);
        self.expect("folder.pdf", &["unsupported"]);
    }

    /// What makes a worker of a debug build fail, and documents that decide hyphens in each other.
    fn faults(&mut self) {
        self.file("fault abort", r#"fault: "abort""#, CRASHED);
        self.file("fault hang", r#"fault: "hang""#, &["timeout"]);
        self.file("fault memory", r#"fault: {"memory": 600}"#, &["memory"]);
        self.file("fault panic", r#"fault: "panic""#, CRASHED);
        self.file("fault print", r#"fault: "print""#, OK);
        self.file("fault stack", r#"fault: "stack""#, CRASHED);
        for i in 0..40 {
            let order = format!(
                r#"fault: {{"answer": {{"records": {}, "words": [{i}], "undecided": [{}, {}]}}}}"#,
                1 + i % 3,
                (i * 7) % 50,
                (i * 11) % 50
            );
            self.file(&format!("mutual/{i:02}"), order, OK);
        }
    }
}

/// A job description.
fn text() -> String {
    let mut texts: Vec<String> = corpus()
        .into_iter()
        .filter(|c| c.is("txt") && c.name.starts_with("corpus/t"))
        .filter_map(|c| String::from_utf8(c.bytes()).ok())
        .collect();
    texts.sort_by_key(String::len);
    texts.swap_remove(0)
}

fn pdf() -> Vec<u8> {
    let pdfs = corpus().into_iter().filter(|c| c.is("pdf"));
    let bytes = pdfs.map(|c| c.bytes()).min_by_key(Vec::len);
    bytes.expect("a PDF in the corpus")
}

fn locked(bytes: &[u8]) -> Vec<u8> {
    let mut document = pdf_extract::Document::load_mem(bytes).expect("readable");
    let id = || Object::string_literal("0123456789abcdef");
    document.trailer.set("ID", Object::Array(vec![id(), id()]));
    let version = EncryptionVersion::V2 {
        document: &document,
        owner_password: "omanik",
        user_password: "saladus",
        key_length: 128,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).expect("a valid encryption");
    document.encrypt(&state).expect("encrypts");
    let mut out = Vec::new();
    document.save_to(&mut out).expect("writes");
    out
}

/// A file without a table of objects, so that a reader must look for them; `more` is the last word on one of them.
fn small_pdf(media_box: &str, more: &str) -> String {
    format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
         3 0 obj<</Type/Page/Parent 2 0 R/MediaBox{media_box}>>endobj\n{more}\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    )
}

fn docx(document: &[u8]) -> Vec<u8> {
    let types = b"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>";
    zip(&[
        ("[Content_Types].xml", types),
        ("word/document.xml", document),
    ])
}

fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        let options = SimpleFileOptions::default();
        writer.start_file(*name, options).expect("a new entry");
        writer.write_all(content).expect("in memory");
    }
    writer.finish().expect("in memory").into_inner()
}
