//! Duties with their results: from tables, and from text in which the columns were flattened.

mod flat;
mod table;
pub(super) mod wording;

use crate::grammar::context::Context;
use crate::grammar::draft::{Draft, Duty};
use crate::grammar::items::ListItem;
use crate::layout::Block;
use crate::record::SectionKind;
use crate::text::Text;

/// Reads a duties section.
pub fn read(context: &Context, blocks: &[Block], draft: &mut Draft) {
    let mut lines = Vec::new();
    let mut paired = false;
    for block in blocks {
        match block {
            Block::Line(line) => lines.push(line.clone()),
            Block::Table(table) => {
                flat::read(context, &std::mem::take(&mut lines), paired, draft);
                // Lines below a table with results may be rows whose columns could not be told.
                paired |= table::read(context, table, draft);
            }
        }
    }
    flat::read(context, &lines, paired, draft);
}

/// Builds a duty from an item; its number stays, a bullet does not.
fn duty(item: ListItem) -> Duty {
    Duty {
        number: item.number,
        text: item.text,
        ..Duty::default()
    }
}

/// Adds an item below the duty that it belongs to: by the depth of its number, or below the last one for a bullet.
fn add_below(duties: &mut Vec<Duty>, base: usize, item: ListItem) {
    let depth = item.depth();
    let Some(last) = duties.last_mut() else {
        duties.push(duty(item));
        return;
    };
    if depth > 0 && depth <= base {
        duties.push(duty(item));
        return;
    }
    let mut parent = last;
    let mut level = base + 1;
    // A deeper number descends to the subduty that it extends; a bullet hangs on the last numbered one.
    loop {
        let number_of = |d: &Duty| {
            d.number
                .as_ref()
                .map_or(0, |n| n.as_str().split('.').count())
        };
        let descend = match depth {
            0 => parent
                .subduties
                .last()
                .is_some_and(|s| number_of(s) == level),
            _ => {
                level < depth
                    && parent
                        .subduties
                        .last()
                        .is_some_and(|s| number_of(s) == level)
            }
        };
        if !descend {
            break;
        }
        let Some(next) = parent.subduties.len().checked_sub(1) else {
            break;
        };
        parent = &mut parent.subduties[next];
        level += 1;
    }
    parent.subduties.push(duty(item));
}

/// Whether a duty's wording announces a list: it ends openly ("…, sh", "järgmist:").
fn announces_list(text: &str) -> bool {
    !text.is_empty() && !text.ends_with(['.', ';', '!', '?'])
}

/// Drops a lead-in line from a list of lines' items, as a label.
fn is_lead_in(context: &Context, text: &Text) -> bool {
    context.pack.is_lead_in(
        SectionKind::Duties,
        &crate::grammar::fold::fold(text.as_str()),
    )
}
