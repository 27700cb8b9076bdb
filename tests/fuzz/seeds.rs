//! Files to begin with, taken apart so that changes reach what is packed.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::support::corpus;

/// A file, as the parts that may change.
#[derive(Clone, Debug)]
pub enum Seed {
    /// The file as it is.
    Plain(Vec<u8>),
    /// A zip archive: names and contents.
    Zip(Vec<(String, Vec<u8>)>),
}

impl Seed {
    /// The parts that may change.
    pub fn parts(&mut self) -> Vec<&mut Vec<u8>> {
        match self {
            Seed::Plain(bytes) => vec![bytes],
            Seed::Zip(entries) => entries.iter_mut().map(|(_, bytes)| bytes).collect(),
        }
    }

    /// The file.
    pub fn bytes(self) -> Vec<u8> {
        match self {
            Seed::Plain(bytes) => bytes,
            Seed::Zip(entries) => pack(&entries),
        }
    }
}

/// The corpus' files with this extension.
pub fn plain(extension: &str) -> Vec<Seed> {
    let cases = corpus().into_iter().filter(|case| case.is(extension));
    cases.map(|case| Seed::Plain(case.bytes())).collect()
}

/// The same, both as they are and unpacked.
pub fn zipped(extension: &str) -> Vec<Seed> {
    let files = plain(extension);
    let unpacked = files.iter().map(|seed| Seed::Zip(unpack(seed)));
    let unpacked: Vec<Seed> = unpacked.collect();
    [files, unpacked].concat()
}

/// PDF files, both as they are and with their streams unpacked.
pub fn pdfs() -> Vec<Seed> {
    let files = plain("pdf");
    let unpacked = files.iter().filter_map(|seed| {
        let mut document = pdf_extract::Document::load_mem(&seed.clone().bytes()).ok()?;
        document.decompress();
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).ok()?;
        Some(Seed::Plain(bytes))
    });
    let unpacked: Vec<Seed> = unpacked.collect();
    assert!(unpacked.len() > 20, "the PDF files cannot be unpacked");
    [files, unpacked].concat()
}

/// Signed containers of both kinds with documents of the corpus in them.
pub fn containers() -> Vec<Seed> {
    let documents = [plain("txt"), plain("docx"), plain("rtf")].map(|seeds| seeds[0].clone());
    let signature = "<Signature><X509Certificate>MIIB</X509Certificate><SigningTime>2024-03-05T10:11:12Z</SigningTime>\
                     <ClaimedRole>juhataja</ClaimedRole></Signature>";
    documents
        .into_iter()
        .flat_map(|document| {
            let bytes = document.bytes();
            let zip = Seed::Zip(vec![
                (
                    "mimetype".into(),
                    b"application/vnd.etsi.asic-e+zip".to_vec(),
                ),
                ("document".into(), bytes.clone()),
                ("META-INF/signatures0.xml".into(), signature.into()),
            ]);
            let packed = Seed::Plain(zip.clone().bytes());
            [zip, packed, Seed::Plain(ddoc(&bytes, signature))]
        })
        .collect()
}

fn ddoc(bytes: &[u8], signature: &str) -> Vec<u8> {
    use base64::Engine as _;
    let content = base64::engine::general_purpose::STANDARD.encode(bytes);
    format!(
        "<?xml version='1.0' encoding='UTF-8'?><SignedDoc format='DIGIDOC-XML'>\
         <DataFile ContentType='EMBEDDED_BASE64' Filename='a'>{content}</DataFile>{signature}</SignedDoc>"
    )
    .into_bytes()
}

fn unpack(seed: &Seed) -> Vec<(String, Vec<u8>)> {
    let bytes = seed.clone().bytes();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let count = archive.len();
    let entry = |index| {
        let mut entry = archive.by_index(index).expect("an entry");
        let mut content = Vec::new();
        entry.read_to_end(&mut content).expect("readable");
        let name = entry.name().expect("a name").into_owned();
        (name, content)
    };
    (0..count).map(entry).collect()
}

fn pack(entries: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in entries {
        writer
            .start_file(name.as_str(), stored)
            .expect("a new entry");
        writer.write_all(content).expect("in memory");
    }
    writer.finish().expect("in memory").into_inner()
}
