//! Duties in running lines: plain numbered lists, and tables whose columns a text extractor has flattened.

mod heads;
mod list;
mod rows;
mod unmarked;

use crate::diagnostic::Severity;
use crate::grammar::context::Context;
use crate::grammar::draft::Draft;
use crate::grammar::duties::is_lead_in;
use crate::grammar::items::{self, ListItem};
use crate::grammar::pack::ColumnRole;
use crate::layout::Line;

/// Reads lines of a duties section. `paired` says that duties and results stand in a table above.
pub fn read(context: &Context, lines: &[Line], paired: bool, draft: &mut Draft) {
    let parts = heads::parts(context, lines);
    let headed = parts.iter().any(|p| p.roles.contains(&ColumnRole::Result));
    if !headed {
        let rest: Vec<Line> = parts.into_iter().flat_map(|p| p.lines).collect();
        match paired {
            true => rows::read(context, &rest, false, draft),
            false => list::read(context, &rest, draft),
        }
        return;
    }
    let columns_apart = parts.len() > 1 && parts.iter().all(|p| p.roles.len() <= 1);
    for part in parts {
        match part.roles.as_slice() {
            [ColumnRole::Result] if columns_apart => {
                let results = items::items(context, &part.lines);
                unpaired(context, results, draft);
            }
            roles if roles.contains(&ColumnRole::Result) => {
                let activities = roles.contains(&ColumnRole::Activity);
                rows::read(context, &part.lines, activities, draft);
            }
            _ => list::read(context, &part.lines, draft),
        }
    }
}

/// The items of some lines, without what only leads in to them.
fn duty_items(context: &Context, lines: &[Line]) -> Vec<ListItem> {
    let items = items::items(context, lines);
    items
        .into_iter()
        .filter(|item| {
            let lead_in = is_lead_in(context, &item.text);
            if lead_in {
                context.label(item.text.clone());
                item.number.iter().for_each(|n| context.label(n.clone()));
            }
            !(lead_in || item.text.is_empty() && item.number.is_none())
        })
        .collect()
}

/// Keeps results whose duties the input does not name.
fn unpaired(context: &Context, results: Vec<ListItem>, draft: &mut Draft) {
    let Some(first) = results.first() else { return };
    context.note(
        "pairing-ambiguous",
        Severity::Error,
        (
            format!("The {} results stand apart from the duties; the text does not say which belongs to which. Read the document from its PDF or Word file, or pair them by hand.", results.len()),
            format!("{} tulemust seisavad ülesannetest eraldi; tekst ei ütle, milline millise juurde kuulub. Lugege dokument sisse PDF- või Wordi failist või siduge need käsitsi.", results.len()),
        ),
        first.text.clone(),
    );
    for item in results {
        if let Some(number) = item.number {
            context.label(number);
        }
        draft.unpaired_results.push(item.text);
    }
}
