//! The catalogue of checks: one rule, one file; its doc comment is its manual page.
//!
//! Codes and names are part of the contract and are never reused. A rule says what is wrong, why it matters and what
//! to do, in English and in Estonian.

mod d201;
pub mod x6xx;

use crate::diagnostic::{Place, Severity};
use crate::record::Record;

/// A check that the tool knows.
#[derive(Debug)]
pub struct Rule {
    /// "D201".
    pub code: &'static str,
    /// "duty-without-result": the value of `diagnostics[].rule`.
    pub name: &'static str,
    /// How much a finding weighs unless the settings or the finding say otherwise.
    pub severity: Severity,
    /// Manual page in English, Markdown. The first line is its title.
    pub en: &'static str,
    /// Manual page in Estonian, Markdown. The first line is its title.
    pub et: &'static str,
    /// What looks for it.
    pub check: Check,
}

/// What looks for a rule's defects.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// A stage notices it while it reads; the finding is in the record already.
    Reading,
    /// A function over one record.
    Record(fn(&Record, &mut Vec<Finding>)),
    /// The audit, over a collection.
    Collection,
}

/// What a rule found in a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Severity, where it differs from the rule's own.
    pub severity: Option<Severity>,
    /// A sentence in English.
    pub en: String,
    /// The same in Estonian.
    pub et: String,
    /// Where it stands in the source; empty where the pointer's provenance tells.
    pub at: Vec<Place>,
    /// JSON Pointer of the field that it concerns.
    pub pointer: Option<String>,
}

/// Every rule, sorted by code.
pub const RULES: &[&Rule] = &[&d201::RULE, &x6xx::x601::RULE, &x6xx::x602::RULE];

/// The rule of this code or name, in either case of letters.
pub fn find(code_or_name: &str) -> Option<&'static Rule> {
    RULES
        .iter()
        .copied()
        .find(|r| r.code.eq_ignore_ascii_case(code_or_name) || r.name == code_or_name)
}
