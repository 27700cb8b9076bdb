//! How documents of a family look, as far as it tells the family or decides how they are read.

use serde::Serialize;

use super::check::Check;
use super::keys::Key;
use super::raw::RawPack;

/// How headings are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Numbering {
    /// "1. ÜLDOSA"
    ArabicDot,
    /// "1 ÜLDOSA"
    Arabic,
    /// "I ÜLDSÄTTED", "I. ÜLDSÄTTED"
    Roman,
    /// Not at all.
    None,
}

/// How the fields of the general section are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldForm {
    /// Label and value in cells of their own, without a colon.
    Table,
    /// "Vahetu juht: direktor", each on a line of its own.
    Lines,
    /// "Õpetaja allub direktorile."
    Sentences,
}

/// What a pack says of its family's looks; absent where the family's documents differ.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Style {
    /// Numbering of headings.
    pub numbering: Option<Numbering>,
    /// Whether headings stand in capitals.
    pub capitals: Option<bool>,
    /// Whether the family pairs duties with results.
    pub paired: Option<bool>,
    /// Layout of the fields.
    pub fields: Option<FieldForm>,
    /// Whether labels of fields bear numbers ("1.1 Struktuuriüksus").
    pub numbered_fields: Option<bool>,
}

impl Style {
    /// Checks what a file says.
    pub(super) fn of(raw: &RawPack, check: &mut Check) -> Style {
        let numbering = raw.style.numbering.as_ref();
        let form = raw.fields.form.as_ref();
        Style {
            numbering: numbering.and_then(|w| check.key::<Numbering>(w)),
            capitals: raw.style.capitals,
            paired: raw.duties.paired,
            fields: form.and_then(|w| check.key::<FieldForm>(w)),
            numbered_fields: raw.fields.numbered,
        }
    }

    /// What this pack leaves open, the one that it extends decides.
    pub(super) fn over(self, base: &Style) -> Style {
        Style {
            numbering: self.numbering.or(base.numbering),
            capitals: self.capitals.or(base.capitals),
            paired: self.paired.or(base.paired),
            fields: self.fields.or(base.fields),
            numbered_fields: self.numbered_fields.or(base.numbered_fields),
        }
    }
}

impl Numbering {
    /// The word that packs write for it.
    pub fn as_str(self) -> &'static str {
        self.word()
    }
}

impl FieldForm {
    /// The word that packs write for it.
    pub fn as_str(self) -> &'static str {
        self.word()
    }
}

impl Key for Numbering {
    const WHAT: &'static str = "numbering";
    const ALL: &'static [(&'static str, Self)] = &[
        ("arabic-dot", Numbering::ArabicDot),
        ("arabic", Numbering::Arabic),
        ("roman", Numbering::Roman),
        ("none", Numbering::None),
    ];
}

impl Key for FieldForm {
    const WHAT: &'static str = "form of fields";
    const ALL: &'static [(&'static str, Self)] = &[
        ("table", FieldForm::Table),
        ("lines", FieldForm::Lines),
        ("sentences", FieldForm::Sentences),
    ];
}
