//! What the grammar hands on: the document's parts in its own words, each with its place.

use crate::diagnostic::Severity;
use crate::grammar::outline::Outline;
use crate::grammar::pack::{FieldKey, RequirementKey};
use crate::record::SectionKind;
use crate::text::Text;

/// A job description, parsed but not yet normalised.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The title line.
    pub title: Option<Text>,
    /// The position's name, where it stands below a title that does not have it.
    pub position: Option<Text>,
    /// The title of another kind of document, if one stands where a job description has its own.
    pub other_title: Option<Text>,
    /// The institution, from a line above the title.
    pub institution: Option<Text>,
    /// The unit, from lines above the title, where no field has it.
    pub unit: Option<Text>,
    /// What the document calls itself as a part of an order ("Lisa 3").
    pub part_label: Option<Text>,
    /// Labelled values of the general section.
    pub fields: Vec<Field>,
    /// Statements of the general section that belong to no label.
    pub provisions: Vec<Text>,
    /// Purpose.
    pub purpose: Option<Text>,
    /// Duties.
    pub duties: Vec<Duty>,
    /// Results whose duty cannot be told.
    pub unpaired_results: Vec<Text>,
    /// Items of the rights, responsibilities, tools and amendment sections.
    pub lists: Vec<(SectionKind, Text)>,
    /// Requirements.
    pub requirements: Vec<Requirement>,
    /// Paragraphs of the order in front of the annex.
    pub cover: Vec<Text>,
    /// Approval.
    pub approval: Option<Approval>,
    /// Signature.
    pub signature: Option<Signature>,
    /// Sections in order.
    pub sections: Vec<Section>,
    /// Sections that no grammar knows.
    pub other_sections: Vec<OtherSection>,
    /// What a register, a web page or an e-mail put around the document.
    pub chrome: Vec<Text>,
    /// Recognised characters that are no values: labels, markers, lead-ins.
    pub labels: Vec<Text>,
    /// Findings.
    pub notes: Vec<Note>,
    /// How the document is built.
    pub outline: Outline,
}

/// A labelled value.
#[derive(Clone, Debug)]
pub struct Field {
    /// What it is.
    pub key: FieldKey,
    /// The label, as written.
    pub label: Text,
    /// The value, as written.
    pub value: Text,
}

/// A duty.
#[derive(Clone, Debug, Default)]
pub struct Duty {
    /// Number without closing dot.
    pub number: Option<Text>,
    /// Wording.
    pub text: Text,
    /// Results.
    pub results: Vec<Text>,
    /// Indicators.
    pub indicators: Vec<Text>,
    /// Share of working time, as written.
    pub share: Option<Text>,
    /// Duties within it.
    pub subduties: Vec<Duty>,
}

/// A requirement under its label.
#[derive(Clone, Debug)]
pub struct Requirement {
    /// What it is about.
    pub key: RequirementKey,
    /// The label, as written, if there is one.
    pub label: Option<Text>,
    /// Whether the label names a group of competencies.
    pub is_group: bool,
    /// Its items or paragraphs.
    pub items: Vec<Item>,
}

/// An item of a list, or a paragraph.
#[derive(Clone, Debug)]
pub struct Item {
    /// Whether a bullet, number or letter marks it.
    pub marked: bool,
    /// Its text.
    pub text: Text,
}

/// The approval, as written.
#[derive(Clone, Debug, Default)]
pub struct Approval {
    /// Who approved.
    pub by: Option<Text>,
    /// The act's kind.
    pub act: Option<Text>,
    /// The act's number.
    pub number: Option<Text>,
    /// The date and its ISO form.
    pub date: Option<(Text, String)>,
    /// Whether something of it stands only on the order in front of the annex.
    pub from_cover: bool,
    /// First day in force and its ISO form.
    pub in_force_from: Option<(Text, String)>,
    /// Last day in force and its ISO form.
    pub in_force_to: Option<(Text, String)>,
    /// Acts that the order repeals.
    pub repeals: Vec<Repeal>,
}

/// An act that is repealed.
#[derive(Clone, Debug, Default)]
pub struct Repeal {
    /// All that names it.
    pub text: Text,
    /// Its number.
    pub number: Text,
    /// Its date and the ISO form of it.
    pub date: Option<(Text, String)>,
    /// The annexes that are repealed; none for the whole act.
    pub annexes: Vec<u32>,
}

/// The signature, as written.
#[derive(Clone, Debug, Default)]
pub struct Signature {
    /// The words that say it is digital.
    pub digital: Option<Text>,
    /// Who signed.
    pub signer: Option<Text>,
    /// The signer's office.
    pub signer_title: Option<Text>,
    /// Unfilled fields.
    pub placeholders: Vec<Text>,
}

/// A section's heading.
#[derive(Clone, Debug)]
pub struct Section {
    /// Kind.
    pub kind: SectionKind,
    /// Number without closing dot.
    pub number: Option<Text>,
    /// Heading.
    pub heading: Text,
}

/// A section that no grammar knows.
#[derive(Clone, Debug)]
pub struct OtherSection {
    /// Number without closing dot.
    pub number: Option<Text>,
    /// Heading.
    pub heading: Text,
    /// Paragraphs.
    pub text: Vec<Text>,
}

/// A finding.
#[derive(Clone, Debug)]
pub struct Note {
    /// Rule.
    pub rule: &'static str,
    /// Severity.
    pub severity: Severity,
    /// Message in English.
    pub en: String,
    /// Message in Estonian.
    pub et: String,
    /// Where.
    pub at: Text,
}
