//! Rules over a collection, which the audit applies (`audit::Audit::findings`).

pub mod x601;
pub mod x602;
pub mod x603;
pub mod x604;
pub mod x605;
pub mod x606;
pub mod x607;
pub mod x608;
pub mod x609;
pub mod x610;
pub mod x611;
pub mod x612;

use super::Finding;
use crate::audit::{Found, Organisation, Position};
use crate::rules::Rule;

/// A finding about the field at a pointer.
fn found(record: u32, rule: &'static Rule, pointer: String, en: String, et: String) -> Found {
    Found {
        record,
        rule,
        finding: Finding::of(pointer, en, et),
    }
}

/// The position with this number.
fn position(organisation: &Organisation, number: u32) -> &Position {
    &organisation.institution.positions[number as usize]
}
