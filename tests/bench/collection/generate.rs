//! A collection of documents made from the corpus: any number, each of them different in its bytes, the same for the same seed.

use std::fs;
use std::path::Path;

use super::support::{Case, Expected, corpus};

/// Kinds of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Pdf,
    Word,
    OpenDocument,
    Rtf,
    Html,
    Text,
}

impl Kind {
    pub const ALL: [Kind; 6] = [
        Kind::Pdf,
        Kind::Word,
        Kind::OpenDocument,
        Kind::Rtf,
        Kind::Html,
        Kind::Text,
    ];

    fn ending(self) -> &'static str {
        match self {
            Kind::Pdf => "pdf",
            Kind::Word => "docx",
            Kind::OpenDocument => "odt",
            Kind::Rtf => "rtf",
            Kind::Html => "html",
            Kind::Text => "txt",
        }
    }

    /// The document with a number in it that no reader shows, so that no two have the same hash.
    fn vary(self, mut bytes: Vec<u8>, number: usize) -> Vec<u8> {
        match self {
            Kind::Pdf => bytes.extend(format!("\n% {number}\n").into_bytes()),
            Kind::Html => bytes.extend(format!("\n<!-- {number} -->\n").into_bytes()),
            Kind::Rtf | Kind::Text => {
                let bits = (0..usize::BITS - number.leading_zeros()).map(|bit| number >> bit & 1);
                bytes.extend(bits.map(|bit| if bit == 1 { b' ' } else { b'\n' }));
                bytes.push(b'\n');
            }
            Kind::Word | Kind::OpenDocument => comment(&mut bytes, number),
        }
        bytes
    }
}

/// A comment at the end of a ZIP archive that has none: the last two bytes are its length.
fn comment(bytes: &mut Vec<u8>, number: usize) {
    let text = number.to_string();
    let end = bytes.len() - 2;
    assert_eq!(bytes[end..], [0, 0], "the archive has a comment already");
    bytes[end] = u8::try_from(text.len()).expect("a short comment");
    bytes.extend(text.into_bytes());
}

/// Which documents of the corpus a collection is made of.
pub struct Recipe {
    seed: u64,
    sources: Vec<(Kind, Vec<u8>)>,
}

impl Recipe {
    /// Of documents of some kinds that give records.
    pub fn new(seed: u64, kinds: &[Kind]) -> Recipe {
        let source = |case: &Case| {
            let kind = kinds.iter().find(|k| case.is(k.ending()))?;
            let good = matches!(case.expected, Expected::Records(_));
            // Text in UTF-16 has no blanks of one byte.
            let plain = *kind != Kind::Text || std::str::from_utf8(&case.bytes()).is_ok();
            (good && plain).then(|| (*kind, case.bytes()))
        };
        Recipe {
            seed,
            sources: corpus().iter().filter_map(source).collect(),
        }
    }

    /// Writes a collection of that many documents, a thousand in a folder.
    pub fn write(&self, folder: &Path, size: usize) {
        let mut random = self.seed;
        for number in 0..size {
            // Knuth's linear congruential generator; its upper bits are the good ones.
            random = random
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let (kind, bytes) = &self.sources[(random >> 33) as usize % self.sources.len()];
            let folder = folder.join(format!("{:03}", number / 1000));
            fs::create_dir_all(&folder).expect("a folder");
            let file = folder.join(format!("{number:06}.{}", kind.ending()));
            fs::write(file, kind.vary(bytes.clone(), number)).expect("room for the collection");
        }
    }
}
