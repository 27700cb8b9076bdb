//! XML, pulled element by element: no document types, no entities beyond the built-in, no deep nesting.
//!
//! Names are local: prefixes differ between programs, and within one kind of document local names do not clash.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::ReadError;

/// The deepest nesting that is read; Word's own documents stay below 60.
const MAX_DEPTH: usize = 256;

/// An element's beginning.
pub struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// The local name.
    pub fn name(&self) -> &str {
        local(self.0.name().0)
    }

    /// An attribute's value by local name; damaged attributes count as absent.
    pub fn attr(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes
            .with_checks(false)
            .filter_map(Result::ok)
            .find(|a| local(a.key.0) == name)?;
        found
            .normalized_value(XmlVersion::Explicit1_0)
            .ok()
            .map(Cow::into_owned)
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// What stands in an element.
pub enum Node<'a> {
    /// An element; the caller reads it to its end or calls [`Xml::skip`].
    Open(Tag<'a>),
    /// Characters.
    Text(Cow<'a, str>),
}

/// A reader of one XML file.
pub struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
    name: &'a str,
}

impl<'a> Xml<'a> {
    /// Begins to read; `name` is what errors call the file.
    pub fn new(source: &'a str, name: &'a str) -> Self {
        let mut reader = Reader::from_str(source);
        reader.config_mut().expand_empty_elements = true;
        Xml {
            reader,
            depth: 0,
            name,
        }
    }

    /// The next part of the element that is being read; `None` at its end.
    ///
    /// # Errors
    /// `Corrupt` for what is no XML and for document types and their entities, `Memory` for deep nesting.
    pub fn next(&mut self) -> Result<Option<Node<'a>>, ReadError> {
        loop {
            let event = self
                .reader
                .read_event()
                .map_err(|e| self.corrupt(&e.to_string()))?;
            match event {
                Event::Start(tag) | Event::Empty(tag) => {
                    self.depth += 1;
                    if self.depth > MAX_DEPTH {
                        let reason = format!(
                            "elements of {} are nested deeper than {MAX_DEPTH}",
                            self.name
                        );
                        return Err(ReadError::Memory(reason));
                    }
                    return Ok(Some(Node::Open(Tag(tag))));
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(None);
                }
                Event::Text(text) => return Ok(Some(Node::Text(text.xml10_content()))),
                Event::CData(text) => return Ok(Some(Node::Text(text.xml10_content()))),
                Event::GeneralRef(reference) => {
                    return Ok(Some(Node::Text(self.resolve(&reference)?)));
                }
                Event::DocType(_) => {
                    return Err(self.corrupt("it declares a document type, which is not read"));
                }
                Event::Eof if self.depth > 0 => return Err(self.corrupt("it ends too early")),
                Event::Eof => return Ok(None),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }

    /// The next element in the one that is being read, over characters; `None` at its end.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub fn open(&mut self) -> Result<Option<Tag<'a>>, ReadError> {
        loop {
            match self.next()? {
                Some(Node::Open(tag)) => return Ok(Some(tag)),
                Some(Node::Text(_)) => {}
                None => return Ok(None),
            }
        }
    }

    /// Leaves the element that is being read.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub fn skip(&mut self) -> Result<(), ReadError> {
        let depth = self.depth;
        while self.depth >= depth && depth > 0 {
            self.next()?;
        }
        Ok(())
    }

    /// All characters of the element that is being read, to its end.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub fn text(&mut self) -> Result<String, ReadError> {
        let depth = self.depth;
        let mut text = String::new();
        loop {
            match self.next()? {
                Some(Node::Text(part)) => text.push_str(&part),
                Some(Node::Open(_)) => {}
                None if self.depth < depth || self.depth == 0 => break,
                None => {}
            }
        }
        Ok(text)
    }

    fn resolve(
        &self,
        reference: &quick_xml::events::BytesRef<'a>,
    ) -> Result<Cow<'a, str>, ReadError> {
        if let Ok(Some(c)) = reference.resolve_char_ref() {
            return Ok(Cow::Owned(c.to_string()));
        }
        resolve_predefined_entity(reference.as_ref())
            .map(Cow::Borrowed)
            .ok_or_else(|| self.corrupt("it uses an entity that XML does not define"))
    }

    fn corrupt(&self, reason: &str) -> ReadError {
        ReadError::Corrupt(format!(
            "{} is no well-formed XML ({reason}). Save the document again.",
            self.name
        ))
    }
}

/// An XML file's characters: by byte order mark, else as UTF-8, else as the XML declaration says.
///
/// # Errors
/// `Corrupt` if none of these fits.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    let unreadable = || {
        ReadError::Corrupt(
            "its XML is in an unknown character set. Save the document again.".into(),
        )
    };
    if let Some((encoding, bom)) = Encoding::for_bom(bytes).filter(|(e, _)| *e != UTF_8) {
        let rest = bytes.get(bom..).unwrap_or_default();
        return Ok(encoding.decode_without_bom_handling(rest).0);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Cow::Borrowed(text));
    }
    let declared = declared_encoding(bytes).and_then(|label| Encoding::for_label(label.as_bytes()));
    match declared.filter(|e| *e != UTF_8) {
        Some(encoding) => Ok(encoding.decode_without_bom_handling(bytes).0),
        None => Err(unreadable()),
    }
}

/// `<?xml version="1.0" encoding="windows-1257"?>`
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..200).unwrap_or(bytes)).into_owned();
    let declaration = head.strip_prefix("<?xml")?.split_once("?>")?.0.to_owned();
    let value = declaration
        .split_once("encoding")?
        .1
        .trim_start()
        .strip_prefix('=')?
        .trim_start();
    let quote = value.chars().next().filter(|c| "\"'".contains(*c))?;
    value
        .get(1..)?
        .split_once(quote)
        .map(|(label, _)| label.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_text(source: &str) -> Result<String, ReadError> {
        Xml::new(source, "a.xml").text()
    }

    #[test]
    fn characters_and_built_in_entities() {
        assert_eq!(
            all_text("<a>1 &lt; <b>2&#x41;</b><![CDATA[&]]>\r\n</a>"),
            Ok("1 < 2A&\n".into())
        );
    }

    #[test]
    fn attributes_by_local_name() {
        let mut xml = Xml::new("<w:a w:val='x &amp; y'/>", "a.xml");
        let tag = xml.open().expect("xml").expect("element");
        assert_eq!(
            (tag.name(), tag.attr("val")),
            ("a", Some("x & y".to_owned()))
        );
        assert_eq!(tag.attr("other"), None);
    }

    #[test]
    fn skipping_leaves_the_element() {
        let mut xml = Xml::new("<a><b><c/>x</b><d/></a>", "a.xml");
        let mut names = Vec::new();
        xml.open().expect("a");
        while let Some(tag) = xml.open().expect("xml") {
            names.push(tag.name().to_owned());
            xml.skip().expect("skipped");
        }
        assert_eq!(names, ["b", "d"]);
    }

    #[test]
    fn what_is_refused() {
        let deep = format!("{}{}", "<a>".repeat(300), "</a>".repeat(300));
        let cases = [
            ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "corrupt"),
            ("<a>&b;</a>", "corrupt"),
            ("<a><b></a>", "corrupt"),
            ("<a><b>", "corrupt"),
            (deep.as_str(), "memory"),
        ];
        for (source, code) in cases {
            assert_eq!(
                all_text(source).map_err(|e| e.code()),
                Err(code),
                "{source:.40}"
            );
        }
    }

    #[test]
    fn character_sets() {
        let utf16: Vec<u8> = "\u{FEFF}<a>ž</a>"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(decode(&utf16).expect("utf-16"), "<a>ž</a>");
        let baltic = b"<?xml version='1.0' encoding='windows-1257'?><a>\xFE</a>";
        assert!(decode(baltic).expect("windows-1257").ends_with("<a>ž</a>"));
        assert!(decode(b"<a>\xFE</a>").is_err());
    }
}
