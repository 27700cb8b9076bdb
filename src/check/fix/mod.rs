//! Fixes of records, where they are certain: what a careful person would correct without asking. Documents stay as they are.
//!
//! Each fix is named in the record ([`crate::record::Fix`]), and the finding that it settles is taken out of it.

mod levels;
mod numbers;
mod punctuation;

use crate::record::{Fix, FixKind, Record};

/// Fixes what is certain, and gives what was changed now. A second time there is nothing left to fix.
pub fn fix(record: &mut Record) -> Vec<Fix> {
    let mut fixes = numbers::fix(record);
    fixes.extend(punctuation::fix(record));
    fixes.extend(levels::fix(record));
    record.fixes.extend(fixes.iter().cloned());
    fixes
}

/// Changes a string, and gives the fix.
fn change(kind: FixKind, pointer: String, text: &mut String, after: String) -> Fix {
    Fix {
        kind,
        pointer,
        before: std::mem::replace(text, after.clone()),
        after,
    }
}
