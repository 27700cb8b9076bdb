//! Styles of an OpenDocument text (ISO 26300-1, 16), as far as they decide what is read.

use std::collections::HashMap;

use super::lists::{ListStyle, Lists, list_style};
use crate::read::ReadError;
use crate::read::xml::{Tag, Xml};

/// The longest chain of styles that are based on each other.
const MAX_CHAIN: usize = 32;

/// What a style says of characters; `None` where it says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// `fo:font-weight`
    pub bold: Option<bool>,
    /// `text:display="none"`
    pub hidden: Option<bool>,
}

impl Look {
    /// What this says, else what the other says.
    pub fn or(self, other: Self) -> Self {
        Look {
            bold: self.bold.or(other.bold),
            hidden: self.hidden.or(other.hidden),
        }
    }
}

/// A style's own settings.
#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    look: Look,
    list: Option<String>,
}

/// The styles in force, by family and name.
#[derive(Debug, Default)]
pub struct Styles {
    styles: HashMap<(String, String), Style>,
    /// Styles of lists.
    pub lists: Lists,
}

impl Styles {
    /// Reads `office:styles` or `office:automatic-styles`. Later styles replace earlier ones of the same name.
    pub fn read(&mut self, xml: &mut Xml) -> Result<(), ReadError> {
        while let Some(tag) = xml.open()? {
            let name = tag.attr("name").unwrap_or_default();
            match tag.name() {
                "style" | "default-style" => {
                    let family = tag.attr("family").unwrap_or_default();
                    let style = style(&tag, xml)?;
                    self.styles.insert((family, name), style);
                }
                "list-style" => {
                    let style = list_style(xml)?;
                    self.lists.add(name, style);
                }
                "outline-style" => {
                    let style: ListStyle = list_style(xml)?;
                    self.lists.set_outline(style);
                }
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    fn chain<'a>(&'a self, family: &'a str, name: &str) -> impl Iterator<Item = &'a Style> {
        let find = move |name: &str| self.styles.get(&(family.to_owned(), name.to_owned()));
        std::iter::successors(find(name), move |style| find(style.parent.as_deref()?))
            .take(MAX_CHAIN)
    }

    /// What a paragraph's style says, the family's default included.
    pub fn paragraph(&self, name: &str) -> Look {
        let own = self
            .chain("paragraph", name)
            .fold(Look::default(), |l, s| l.or(s.look));
        let default = self.styles.get(&("paragraph".to_owned(), String::new()));
        own.or(default.map(|s| s.look).unwrap_or_default())
    }

    /// What a span's style says.
    pub fn span(&self, name: &str) -> Look {
        self.chain("text", name)
            .fold(Look::default(), |l, s| l.or(s.look))
    }

    /// The list style that a paragraph style names; an empty name takes its paragraphs out of all lists.
    pub fn list_of(&self, paragraph: &str) -> Option<&str> {
        self.chain("paragraph", paragraph)
            .find_map(|s| s.list.as_deref())
    }
}

fn style(tag: &Tag, xml: &mut Xml) -> Result<Style, ReadError> {
    let mut style = Style {
        parent: tag.attr("parent-style-name"),
        list: tag.attr("list-style-name"),
        ..Style::default()
    };
    while let Some(tag) = xml.open()? {
        if tag.name() == "text-properties" {
            style.look = Look {
                bold: tag
                    .attr("font-weight")
                    .map(|w| w == "bold" || w.parse().is_ok_and(|n: u32| n >= 600)),
                hidden: tag.attr("display").map(|d| d == "none"),
            };
        }
        xml.skip()?;
    }
    Ok(style)
}
