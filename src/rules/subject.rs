//! What a rule may look at.

use crate::grammar::pack::Pack;
use crate::record::Record;

/// A record, and what else is known of the document.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The record.
    pub record: &'a Record,
    /// The pack that fitted the document.
    pub pack: &'a Pack,
    /// The day that counts as today, ISO 8601.
    pub today: &'a str,
}

/// What is known of a document besides its record.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The pack that fitted the document.
    pub pack: &'a Pack,
    /// The day that counts as today, ISO 8601.
    pub today: &'a str,
}

impl<'a> Context<'a> {
    /// The record with what is known besides.
    pub fn subject(self, record: &'a Record) -> Subject<'a> {
        Subject {
            record,
            pack: self.pack,
            today: self.today,
        }
    }
}
