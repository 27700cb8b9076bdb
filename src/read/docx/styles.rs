//! Styles of a Word document (ISO 29500-1, 17.7), as far as they decide what is read: bold, hidden, numbered.

use std::collections::HashMap;

use super::properties::{Numbered, RunProperties, numbered, run_properties};
use crate::read::ReadError;
use crate::read::xml::Xml;

/// The longest chain of styles that are based on each other; Word stops at 11.
const MAX_CHAIN: usize = 32;

/// A style's own settings.
#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    run: RunProperties,
    numbered: Numbered,
}

/// A document's styles by their identifiers.
#[derive(Debug, Default)]
pub struct Styles {
    styles: HashMap<String, Style>,
    default_paragraph: Option<String>,
    defaults: RunProperties,
}

impl Styles {
    /// Reads `styles.xml`.
    pub fn read(source: &str) -> Result<Self, ReadError> {
        let mut xml = Xml::new(source, "styles.xml");
        let mut styles = Styles::default();
        xml.open()?; // w:styles
        while let Some(tag) = xml.open()? {
            match tag.name() {
                "docDefaults" => styles.defaults = defaults(&mut xml)?,
                "style" => {
                    let id = tag.attr("styleId").unwrap_or_default();
                    let is_default =
                        matches!(tag.attr("default").as_deref(), Some("1" | "true" | "on"));
                    if is_default && tag.attr("type").as_deref() == Some("paragraph") {
                        styles.default_paragraph = Some(id.clone());
                    }
                    styles.styles.insert(id, style(&mut xml)?);
                }
                _ => xml.skip()?,
            }
        }
        Ok(styles)
    }

    /// A style and those it is based on, nearest first, each with its identifier.
    fn chain<'a>(&'a self, id: Option<&'a str>) -> impl Iterator<Item = (&'a str, &'a Style)> {
        let find = |id: &'a str| {
            self.styles
                .get_key_value(id)
                .map(|(id, style)| (id.as_str(), style))
        };
        let next = move |(_, style): &(&str, &'a Style)| find(style.based_on.as_deref()?);
        std::iter::successors(id.and_then(find), next).take(MAX_CHAIN)
    }

    fn paragraph_chain<'a>(
        &'a self,
        id: Option<&'a str>,
    ) -> impl Iterator<Item = (&'a str, &'a Style)> {
        self.chain(id.or(self.default_paragraph.as_deref()))
    }

    /// What holds for the runs of a paragraph in a style, defaults included.
    pub fn of_paragraph(&self, id: Option<&str>) -> RunProperties {
        self.paragraph_chain(id)
            .fold(RunProperties::default(), |p, (_, s)| p.or(s.run))
            .or(self.defaults)
    }

    /// What a character style says.
    pub fn of_characters(&self, id: &str) -> RunProperties {
        self.chain(Some(id))
            .fold(RunProperties::default(), |p, (_, s)| p.or(s.run))
    }

    /// The list that a paragraph style puts its paragraphs in.
    pub fn numbered(&self, id: Option<&str>) -> Numbered {
        self.paragraph_chain(id)
            .fold(Numbered::default(), |n, (_, s)| n.or(s.numbered))
    }

    /// The list that a numbering style names.
    pub fn list_of(&self, id: &str) -> Option<i64> {
        self.chain(Some(id)).find_map(|(_, s)| s.numbered.list)
    }

    /// Identifiers of a paragraph style and those it is based on, nearest first.
    pub fn identifiers<'a>(&'a self, id: Option<&'a str>) -> impl Iterator<Item = &'a str> {
        self.paragraph_chain(id).map(|(id, _)| id)
    }
}

/// `w:docDefaults` / `w:rPrDefault` / `w:rPr`
fn defaults(xml: &mut Xml) -> Result<RunProperties, ReadError> {
    let mut properties = RunProperties::default();
    while let Some(tag) = xml.open()? {
        if tag.name() != "rPrDefault" {
            xml.skip()?;
            continue;
        }
        while let Some(tag) = xml.open()? {
            match tag.name() {
                "rPr" => properties = run_properties(xml)?,
                _ => xml.skip()?,
            }
        }
    }
    Ok(properties)
}

fn style(xml: &mut Xml) -> Result<Style, ReadError> {
    let mut style = Style::default();
    while let Some(tag) = xml.open()? {
        match tag.name() {
            "basedOn" => {
                style.based_on = tag.attr("val");
                xml.skip()?;
            }
            "rPr" => style.run = run_properties(xml)?,
            "pPr" => {
                while let Some(tag) = xml.open()? {
                    match tag.name() {
                        "numPr" => style.numbered = numbered(xml)?,
                        _ => xml.skip()?,
                    }
                }
            }
            _ => xml.skip()?,
        }
    }
    Ok(style)
}
