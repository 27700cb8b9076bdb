//! Which characters the bytes of an RTF file stand for: by font, else by the document's code page.

use std::collections::HashMap;

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::diagnostic::{Diagnostic, Severity};

/// The character set of a font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// The document's.
    Default,
    /// A code page.
    Page(&'static Encoding),
    /// Symbols, which have no characters of their own: in the private area as Word, too, keeps them.
    Symbol,
}

/// Character sets in force.
#[derive(Debug)]
pub struct Charsets {
    /// The document's code page.
    document: &'static Encoding,
    /// A code page that is not known.
    unknown: Option<i32>,
    fonts: HashMap<i32, Charset>,
}

impl Default for Charsets {
    fn default() -> Self {
        Charsets {
            document: WINDOWS_1252,
            unknown: None,
            fonts: HashMap::new(),
        }
    }
}

impl Charsets {
    /// `\ansicpg1257`
    pub fn set_document(&mut self, code_page: i32) {
        match page(code_page) {
            Some(encoding) => self.document = encoding,
            None => self.unknown = Some(code_page),
        }
    }

    /// `\fcharset186`
    pub fn set_font(&mut self, font: i32, charset: i32) {
        self.fonts.insert(font, by_number(charset));
    }

    /// `\cpg1257`, which says more than `\fcharset`.
    pub fn set_font_page(&mut self, font: i32, code_page: i32) {
        if let Some(encoding) = page(code_page) {
            self.fonts.insert(font, Charset::Page(encoding));
        }
    }

    /// Says that the document's code page is not known.
    pub fn finding(&self) -> Option<Diagnostic> {
        let number = self.unknown?;
        Some(Diagnostic {
            rule: "charset-guessed".to_owned(),
            severity: Severity::Warning,
            message: format!(
                "The document is in code page {number}, which the tool does not know; it was read as windows-1252. Check \
                 its letters, or save it in another format and run again."
            ),
            message_et: format!(
                "Dokument on kooditabelis {number}, mida tööriist ei tunne; see loeti kui windows-1252. Kontrollige tähti \
                 või salvestage dokument muus vormingus ja käivitage uuesti."
            ),
            at: Vec::new(),
            pointer: None,
        })
    }

    /// Characters of some bytes in a font.
    pub fn decode(&self, bytes: &[u8], font: i32) -> String {
        match self.fonts.get(&font).copied().unwrap_or(Charset::Default) {
            Charset::Symbol => {
                let symbol = |b: &u8| char::from_u32(0xF000 + u32::from(*b)).unwrap_or(' ');
                bytes
                    .iter()
                    .map(|b| if *b > 0x20 { symbol(b) } else { ' ' })
                    .collect()
            }
            Charset::Page(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            Charset::Default => self
                .document
                .decode_without_bom_handling(bytes)
                .0
                .into_owned(),
        }
    }
}

/// Windows code pages by number.
fn page(code_page: i32) -> Option<&'static Encoding> {
    let label = match code_page {
        0 => "windows-1252",
        932 => "shift_jis",
        936 => "gbk",
        949 => "euc-kr",
        950 => "big5",
        866 => "ibm866",
        874 => "windows-874",
        10000 => "macintosh",
        65001 => "utf-8",
        1250..=1258 => return Encoding::for_label(format!("windows-{code_page}").as_bytes()),
        _ => return None,
    };
    Encoding::for_label(label.as_bytes())
}

/// Character sets by Windows' numbers for fonts.
fn by_number(charset: i32) -> Charset {
    let code_page = match charset {
        2 => return Charset::Symbol,
        0 => 1252,
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return Charset::Default,
    };
    page(code_page).map_or(Charset::Default, Charset::Page)
}
