//! What of a file is in no record, where other parts of it are.

use crate::diagnostic::{Diagnostic, Severity};
use crate::layout::Block;
use crate::normalise::ground;
use crate::read::Document;

/// A part of a file that is no job description.
pub struct LeftOut<'a> {
    /// Which part of the file it is, from 1.
    pub index: u32,
    /// Why it is none.
    pub reason: String,
    /// What it holds.
    pub blocks: &'a [Block],
}

impl LeftOut<'_> {
    /// The finding, for a record of another part of the file; `count` is the number of parts.
    pub fn finding(&self, document: &Document, count: u32) -> Diagnostic {
        let index = self.index;
        let first = self.blocks.iter().flat_map(Block::lines).next();
        Diagnostic {
            rule: "part-left-out".to_owned(),
            severity: Severity::Warning,
            message: format!(
                "Part {index} of {count} of this file is in no record: {} If it is a job description, read it as a file of its own.",
                self.reason
            ),
            message_et: format!(
                "Faili {index}. osa {count}-st ei ole üheski kirjes, sest seda ei peetud ametijuhendiks. Kui see on ametijuhend, lugege see sisse eraldi failina."
            ),
            at: first.map_or_else(Vec::new, |line| ground::places(document, &line.text)),
            pointer: Some("/source/part".to_owned()),
        }
    }
}
