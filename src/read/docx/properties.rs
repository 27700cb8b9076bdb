//! Properties of runs and paragraphs, as far as they decide what is read.

use crate::read::ReadError;
use crate::read::xml::{Tag, Xml};

/// What a run's properties say; `None` where they say nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RunProperties {
    /// `w:b`
    pub bold: Option<bool>,
    /// `w:vanish`
    pub hidden: Option<bool>,
}

impl RunProperties {
    /// What these say, else what the others say.
    pub fn or(self, other: Self) -> Self {
        RunProperties {
            bold: self.bold.or(other.bold),
            hidden: self.hidden.or(other.hidden),
        }
    }
}

/// Which list a paragraph is in, and how deep in it (from 0).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbered {
    /// `w:numId`; 0 takes a paragraph out of its style's list.
    pub list: Option<i64>,
    /// `w:ilvl`
    pub level: Option<usize>,
}

impl Numbered {
    /// What this says, else what the other says.
    pub fn or(self, other: Self) -> Self {
        Numbered {
            list: self.list.or(other.list),
            level: self.level.or(other.level),
        }
    }
}

/// A run's properties with the name of its character style.
#[derive(Debug, Default)]
pub struct Run {
    /// What they say themselves.
    pub own: RunProperties,
    /// `w:rStyle`
    pub style: Option<String>,
    /// The run is a paragraph's mark, and the mark is gone or hidden: the paragraph runs on into the next.
    pub runs_on: bool,
}

/// Reads `w:rPr`.
pub fn run_properties(xml: &mut Xml) -> Result<RunProperties, ReadError> {
    run(xml).map(|r| r.own)
}

/// Reads `w:rPr` of a run or of a paragraph's mark.
pub fn run(xml: &mut Xml) -> Result<Run, ReadError> {
    let mut run = Run::default();
    while let Some(tag) = xml.open()? {
        match tag.name() {
            "b" => run.own.bold = Some(is_on(&tag)),
            "vanish" => {
                run.own.hidden = Some(is_on(&tag));
                run.runs_on |= is_on(&tag);
            }
            "rStyle" => run.style = tag.attr("val"),
            "del" | "moveFrom" => run.runs_on = true,
            _ => {}
        }
        xml.skip()?;
    }
    Ok(run)
}

/// Reads `w:numPr`.
pub fn numbered(xml: &mut Xml) -> Result<Numbered, ReadError> {
    let mut numbered = Numbered::default();
    while let Some(tag) = xml.open()? {
        match tag.name() {
            "numId" => numbered.list = number(&tag),
            "ilvl" => numbered.level = number(&tag).and_then(|l| usize::try_from(l).ok()),
            _ => {}
        }
        xml.skip()?;
    }
    Ok(numbered)
}

/// `w:val` as a whole number.
pub fn number(tag: &Tag) -> Option<i64> {
    tag.attr("val")?.trim().parse().ok()
}

/// Whether a property is on: it is when it stands there and does not say otherwise.
pub fn is_on(tag: &Tag) -> bool {
    !matches!(tag.attr("val").as_deref(), Some("0" | "false" | "off"))
}
