//! What a file is, by its content and never by its name.

use super::ReadError;
use super::archive::Archive;
use super::text::charset;

/// A PDF header may stand behind other bytes, up to here.
const PDF_HEADER_WITHIN: usize = 1024;
/// How much of either end of a damaged ZIP is searched for the names of its entries.
const ZIP_SEARCHED: usize = 64 << 10;
/// How much is looked at to tell text from binary.
const SAMPLE: usize = 8 << 10;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Portable Document Format.
    Pdf,
    /// Plain text in some character set; also the empty file.
    Text,
    /// Word, `.docx`.
    Docx,
    /// Excel or PowerPoint, `.xlsx`, `.pptx`.
    OtherOffice,
    /// OpenDocument text, `.odt`.
    Odt,
    /// A signed container, `.asice`, `.bdoc`, `.ddoc`.
    Asic,
    /// Another ZIP file.
    Zip,
    /// The older container of Microsoft Office, `.doc`; also encrypted `.docx`.
    Ole2,
    /// Rich Text Format.
    Rtf,
    /// A web page.
    Html,
    /// XML other than XHTML.
    Xml,
    /// A picture; its format's name.
    Image(&'static str),
    /// A packed file other than ZIP.
    Archive,
    /// Anything else that is no text.
    Binary,
}

/// Tells what a file is.
pub fn sniff(bytes: &[u8]) -> Kind {
    signature(bytes)
        .or_else(|| has_pdf_header(bytes).then_some(Kind::Pdf))
        .or_else(|| markup(bytes))
        .unwrap_or_else(|| {
            if is_text(bytes) {
                Kind::Text
            } else {
                Kind::Binary
            }
        })
}

impl Kind {
    /// Why it is not read and what to do; `None` for the kinds that are read.
    pub fn unsupported(self) -> Option<ReadError> {
        let sentence = match self {
            Kind::Pdf | Kind::Text | Kind::Docx | Kind::Odt | Kind::Rtf | Kind::Html => {
                return None;
            }
            Kind::OtherOffice => {
                "This is an Excel or PowerPoint file. Save it as PDF and run again on that file."
            }
            Kind::Asic => {
                "This is a digitally signed container (.asice, .bdoc, .ddoc). Save the document inside it with DigiDoc and \
                 run again on that file."
            }
            Kind::Zip => "This is a ZIP file. Unpack it and run again on the files inside.",
            #[cfg(feature = "doc")]
            Kind::Ole2 => return None,
            #[cfg(not(feature = "doc"))]
            Kind::Ole2 => {
                "This is a Word document in the old format (.doc), or an Office file with a password. Save it as PDF or \
                 text without a password and run again on that file."
            }
            Kind::Xml => {
                "This is an XML file. Open it in the program that made it, save as PDF or text, and run again on that file."
            }
            Kind::Image(format) => {
                return Some(ReadError::Unsupported(format!(
                    "This is a picture ({format}). Recognise its text (OCR), save as PDF or text, and run again on that file."
                )));
            }
            Kind::Archive => "This is a packed file. Unpack it and run again on the files inside.",
            Kind::Binary => {
                "This is neither PDF nor text. Open it in the program that made it, save as PDF or text, and run again on \
                 that file."
            }
        };
        Some(ReadError::Unsupported(sentence.into()))
    }
}

/// Whether an OLE2 file is a newer Office document with a password: its directory names the stream `EncryptedPackage`.
pub fn is_encrypted_package(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    contains(bytes, &name)
}

/// Formats that begin with fixed bytes.
fn signature(bytes: &[u8]) -> Option<Kind> {
    const SIGNATURES: [(&[u8], Kind); 15] = [
        (b"%PDF-", Kind::Pdf),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Kind::Ole2),
        (b"{\\rtf", Kind::Rtf),
        (b"\x89PNG\r\n", Kind::Image("PNG")),
        (b"\xFF\xD8\xFF", Kind::Image("JPEG")),
        (b"GIF87a", Kind::Image("GIF")),
        (b"GIF89a", Kind::Image("GIF")),
        (b"II*\0", Kind::Image("TIFF")),
        (b"MM\0*", Kind::Image("TIFF")),
        (b"\0\0\0\x0CjP  ", Kind::Image("JPEG 2000")),
        (b"7z\xBC\xAF\x27\x1C", Kind::Archive),
        (b"Rar!\x1A\x07", Kind::Archive),
        (b"\x1F\x8B\x08", Kind::Archive),
        (b"\xFD7zXZ\0", Kind::Archive),
        (b"\x28\xB5\x2F\xFD", Kind::Archive),
    ];
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(zip(bytes));
    }
    let later = |at: usize, what: &[u8]| bytes.get(at..).is_some_and(|b| b.starts_with(what));
    if bytes.starts_with(b"RIFF") && later(8, b"WEBP") {
        return Some(Kind::Image("WebP"));
    }
    if later(4, b"ftyphei") || later(4, b"ftypmif1") || later(4, b"ftypavif") {
        return Some(Kind::Image("HEIF"));
    }
    if bytes.starts_with(b"BM") && later(6, b"\0\0\0\0") {
        return Some(Kind::Image("BMP"));
    }
    SIGNATURES
        .iter()
        .find(|(start, _)| bytes.starts_with(start))
        .map(|(_, kind)| *kind)
}

/// Which ZIP-based format, by the names of entries near its beginning and its end (the directory of entries).
fn zip(bytes: &[u8]) -> Kind {
    // OpenDocument and ASiC begin with an uncompressed entry `mimetype`, whose content follows its name.
    let media_type = bytes.get(30..).unwrap_or_default();
    if media_type.starts_with(b"mimetypeapplication/vnd.oasis.opendocument.text") {
        return Kind::Odt;
    }
    if media_type.starts_with(b"mimetypeapplication/vnd.etsi.asic-") {
        return Kind::Asic;
    }
    let names = zip_directory(bytes);
    let has = |test: fn(&[u8]) -> bool| names.iter().any(|n| test(n));
    if has(|name| name == b"word/document.xml") {
        Kind::Docx
    } else if has(|name| name == b"xl/workbook.xml" || name == b"ppt/presentation.xml") {
        Kind::OtherOffice
    } else if has(|name| name.starts_with(b"META-INF/") && contains(name, b"signatures")) {
        Kind::Asic
    } else {
        Kind::Zip
    }
}

/// Names of entries by the directory; of a damaged file by what looks like one near its beginning and its end, which may
/// also be names in a ZIP file within.
fn zip_directory(bytes: &[u8]) -> Vec<Vec<u8>> {
    if let Ok(archive) = Archive::open(bytes) {
        return archive
            .names()
            .into_iter()
            .map(String::into_bytes)
            .collect();
    }
    let head = bytes.get(..ZIP_SEARCHED).unwrap_or(bytes);
    let tail = bytes
        .get(bytes.len().saturating_sub(ZIP_SEARCHED)..)
        .unwrap_or_default();
    zip_names(head)
        .chain(zip_names(tail))
        .map(<[u8]>::to_vec)
        .collect()
}

/// Names in local headers (`PK 3 4`) and in the directory (`PK 1 2`).
fn zip_names(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes
        .windows(4)
        .enumerate()
        .filter_map(|(at, mark)| match mark {
            b"PK\x03\x04" => zip_name(bytes.get(at..)?, 26, 30),
            b"PK\x01\x02" => zip_name(bytes.get(at..)?, 28, 46),
            _ => None,
        })
}

/// A name at `name_at`, its length in two bytes at `length_at`.
fn zip_name(header: &[u8], length_at: usize, name_at: usize) -> Option<&[u8]> {
    let length = u16::from_le_bytes([*header.get(length_at)?, *header.get(length_at + 1)?]);
    header.get(name_at..name_at + usize::from(length))
}

fn has_pdf_header(bytes: &[u8]) -> bool {
    contains(bytes.get(..PDF_HEADER_WITHIN).unwrap_or(bytes), b"%PDF-")
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    let first = part.first();
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|b| Some(b) == first) {
        rest = rest.get(at..).unwrap_or_default();
        if rest.starts_with(part) {
            return true;
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    false
}

/// HTML, XML and RTF behind a byte order mark or blanks, also in UTF-16.
fn markup(bytes: &[u8]) -> Option<Kind> {
    let before = |b: &u8| b.is_ascii_whitespace() || b"\0\xEF\xBB\xBF\xFF\xFE".contains(b);
    let sample = bytes.get(..2048).unwrap_or(bytes);
    let at = sample.iter().position(|b| !before(b))?;
    let start = sample
        .get(at..)
        .filter(|s| s.starts_with(b"<") || s.starts_with(b"{"))?;
    let start: Vec<u8> = start
        .iter()
        .filter(|b| **b != 0)
        .map(u8::to_ascii_lowercase)
        .collect();
    let begins = |with: &[&[u8]]| with.iter().any(|w| start.starts_with(w));
    let html = begins(&[b"<!doctype html", b"<html", b"<head", b"<body"]);
    if html || (begins(&[b"<?xml", b"<!--"]) && contains(&start, b"<html")) {
        Some(Kind::Html)
    } else if begins(&[b"<?xml"]) && contains(&start, b"<signeddoc") {
        Some(Kind::Asic)
    } else if begins(&[b"<?xml"]) {
        Some(Kind::Xml)
    } else if begins(&[b"{\\rtf"]) {
        Some(Kind::Rtf)
    } else {
        None
    }
}

/// UTF-16, or few enough control characters (the text reader decides on the rest of the file).
fn is_text(bytes: &[u8]) -> bool {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let marked = sample.starts_with(b"\xFF\xFE") || sample.starts_with(b"\xFE\xFF");
    if marked || charset::utf16_by_nuls(sample).is_some() {
        return true;
    }
    let controls = sample
        .iter()
        .filter(|b| b.is_ascii_control() && !b.is_ascii_whitespace())
        .count();
    controls * 10 <= sample.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A local header as ZIP programs write it.
    fn entry(name: &str, content: &[u8]) -> Vec<u8> {
        let mut bytes = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec();
        bytes.extend((name.len() as u16).to_le_bytes());
        bytes.extend([0, 0]);
        bytes.extend(name.as_bytes());
        bytes.extend(content);
        bytes
    }

    #[test]
    fn kinds_by_content() {
        let late_pdf = [&[b'x'; 900][..], b"\n%PDF-1.4\n"].concat();
        let too_late = [&[b'x'; 1020][..], b"\n%PDF-1.4\n"].concat();
        let docx = [
            entry("[Content_Types].xml", b"<x/>"),
            entry("word/document.xml", b"<x/>"),
        ]
        .concat();
        let odt = entry("mimetype", b"application/vnd.oasis.opendocument.text");
        let asic = entry("mimetype", b"application/vnd.etsi.asic-e+zip");
        let bdoc = [entry("a.pdf", b""), entry("META-INF/signatures0.xml", b"")].concat();
        let cases: [(&[u8], Kind); 22] = [
            (b"%PDF-1.7\n", Kind::Pdf),
            (&late_pdf, Kind::Pdf),
            (&too_late, Kind::Text),
            (&docx, Kind::Docx),
            (&odt, Kind::Odt),
            (&asic, Kind::Asic),
            (&bdoc, Kind::Asic),
            (&entry("a.pdf", b"%PDF-1.7"), Kind::Zip),
            (&entry("xl/workbook.xml", b""), Kind::OtherOffice),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", Kind::Ole2),
            (b"{\\rtf1\\ansi", Kind::Rtf),
            (b"\xEF\xBB\xBF\r\n <!DOCTYPE HTML><html>", Kind::Html),
            (b"<?xml version='1.0'?><html xmlns='x'>", Kind::Html),
            (b"<?xml version='1.0'?><SignedDoc>", Kind::Asic),
            (b"<?xml version='1.0'?><a/>", Kind::Xml),
            (b"\x89PNG\r\n\x1A\n", Kind::Image("PNG")),
            (b"\xFF\xD8\xFF\xE0", Kind::Image("JPEG")),
            (b"\x1F\x8B\x08\0", Kind::Archive),
            (b"\x7FELF\x02\x01\x01\0\0\0\0\0", Kind::Binary),
            (b"BMW on auto", Kind::Text),
            (b"T\xF6\xF6\xFClesanded < 5", Kind::Text),
            (b"", Kind::Text),
        ];
        for (bytes, kind) in cases {
            assert_eq!(sniff(bytes), kind, "{:?}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn an_office_file_with_a_password() {
        let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        assert!(!is_encrypted_package(&bytes));
        bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        let error =
            crate::read::read(&bytes, crate::pipeline::PdfEngine::Auto).map_err(|e| e.code());
        assert_eq!(error.err(), Some("password_required"));
    }

    #[test]
    fn a_zip_within_does_not_decide() {
        use crate::read::archive::pack;
        let docx = pack(&[("word/document.xml", b"<x/>")]);
        let signed = pack(&[("mimetype", &docx), ("META-INF/signatures0.xml", b"<x/>")]);
        assert!(signed.windows(17).any(|w| w == b"word/document.xml"));
        assert_eq!(sniff(&docx), Kind::Docx);
        assert_eq!(sniff(&signed), Kind::Asic);
    }

    #[test]
    fn utf16_is_text() {
        let bytes: Vec<u8> = "Tööd".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(sniff(&bytes), Kind::Text);
    }

    #[test]
    fn what_is_not_read_names_the_way_out() {
        assert_eq!(Kind::Pdf.unsupported(), None);
        assert_eq!(Kind::Text.unsupported(), None);
        assert_eq!(Kind::Docx.unsupported(), None);
        assert_eq!(Kind::Odt.unsupported(), None);
        let unread = [
            Kind::OtherOffice,
            Kind::Asic,
            Kind::Zip,
            #[cfg(not(feature = "doc"))]
            Kind::Ole2,
            Kind::Xml,
            Kind::Image("PNG"),
            Kind::Archive,
            Kind::Binary,
        ];
        for kind in unread {
            let error = kind.unsupported().expect("not read");
            assert_eq!(error.code(), "unsupported");
            assert!(error.to_string().contains("run again"), "{error}");
        }
    }
}
