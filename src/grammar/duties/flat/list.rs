//! Duties in a list without columns.

use crate::grammar::context::Context;
use crate::grammar::draft::{Draft, Duty};
use crate::grammar::duties::flat::duty_items;
use crate::grammar::duties::flat::rows::is_share;
use crate::grammar::duties::{add_below, announces_list, duty};
use crate::grammar::fold::fold;
use crate::grammar::items::{self, ListItem};
use crate::layout::{Line, Marker};

/// A list without columns: numbers of the least depth are duties, the rest stands below them.
pub fn read(context: &Context, lines: &[Line], draft: &mut Draft) {
    let before = draft.duties.len();
    let mut items: Vec<(ListItem, bool)> = Vec::new();
    for part in cut_below(context, lines) {
        let mut found = duty_items(context, &part.lines);
        if items.is_empty() {
            items::take_lead_in(context, &mut found);
        }
        items.extend(found.into_iter().map(|item| (item, part.result)));
    }
    if items
        .iter()
        .all(|(item, result)| item.marker.is_none() && !result)
    {
        let plain = items.into_iter().map(|(item, _)| item).collect();
        items = items::cut_prose(context, lines, plain)
            .into_iter()
            .map(|item| (item, false))
            .collect();
    }
    let base = items
        .iter()
        .map(|(item, _)| item.depth())
        .filter(|d| *d > 0)
        .min()
        .unwrap_or(0);
    let mut announced = false;
    // Whether the last item was a subduty with a number of its own: what stands below it belongs to it.
    let mut under_sub = false;
    for (item, result) in items {
        let numbered = base > 0 && item.depth() == base;
        if let (true, false, Some(last)) = (result, numbered, draft.duties.last_mut()) {
            below(context, last, item, under_sub);
            continue;
        }
        under_sub = base > 0 && item.depth() > base;
        let text = item.text.as_str().to_owned();
        let top = if base > 0 {
            numbered
        } else {
            !(announced && item.marker.is_some())
        };
        if top || draft.duties.is_empty() {
            announced =
                item.marker.is_none() && base == 0 && announces_list(&text) && text.ends_with(':');
            draft.duties.push(duty(item));
        } else if item.marker.is_none() && base > 0 {
            let Some(last) = draft.duties.last_mut() else {
                continue;
            };
            last.text = context.join([&last.text.clone(), &item.text]);
        } else {
            add_below(&mut draft.duties, base.max(1), item);
        }
    }
    lift_results(&mut draft.duties[before..]);
}

/// Where no other subduty than the last ones has results, these are the duty's: they stand below its list.
fn lift_results(duties: &mut [Duty]) {
    let early = |d: &Duty| {
        let before = d.subduties.len().saturating_sub(1);
        d.subduties[..before].iter().any(|s| !s.results.is_empty())
    };
    if duties.iter().any(early) {
        return;
    }
    for duty in duties.iter_mut().filter(|d| d.subduties.len() > 1) {
        if let Some(last) = duty.subduties.last_mut() {
            duty.results.append(&mut last.results);
        }
    }
}

/// Lines that begin with a duty, or with what stands below one: "Tulemus: …", "Osakaal tööajast: 30%".
struct Below {
    lines: Vec<Line>,
    result: bool,
}

fn cut_below(context: &Context, lines: &[Line]) -> Vec<Below> {
    let mut out: Vec<Below> = Vec::new();
    for line in lines {
        let result = context.pack.result_prefix(line.as_str()).is_some()
            || share_in(context, line.as_str()).is_some();
        let numbered = Marker::parse(line.as_str()).is_some_and(|m| m.depth() > 0);
        match out.last_mut() {
            Some(part) if !(result || part.result && numbered) => part.lines.push(line.clone()),
            _ => out.push(Below {
                lines: vec![line.clone()],
                result,
            }),
        }
    }
    out
}

/// Puts a share with its duty, and a result with its duty or, if `under_sub`, with its last subduty.
fn below(context: &Context, duty: &mut Duty, item: ListItem, under_sub: bool) {
    if let Some((from, to)) = share_in(context, item.text.as_str()) {
        duty.share = Some(item.text.slice(from, to));
        context.label(item.text);
        return;
    }
    let rest = context
        .pack
        .result_prefix(item.text.as_str())
        .map_or(0, |p| p.rest);
    context.label(item.text.slice(0, rest));
    let text = item.text.slice(rest, item.text.as_str().len()).trim();
    let owner = if under_sub { innermost(duty) } else { duty };
    owner.results.extend(Some(text).filter(|t| !t.is_empty()));
}

/// The last of the subduties of the last subduty.
fn innermost(duty: &mut Duty) -> &mut Duty {
    match duty.subduties.len() {
        0 => duty,
        n => innermost(&mut duty.subduties[n - 1]),
    }
}

/// "Osakaal tööajast: 30%", "30 % tööajast": where the share stands in a line that says nothing else.
fn share_in(context: &Context, text: &str) -> Option<(usize, usize)> {
    let percent = text.find('%')?;
    let head = text[..percent].trim_end();
    let from = head.len()
        - head
            .bytes()
            .rev()
            .take_while(|b| b.is_ascii_digit() || *b == b',')
            .count();
    let folded = fold(text);
    let told = text.split(' ').count() <= 6
        && context
            .pack
            .share_words
            .iter()
            .any(|w| folded.contains(w.as_str()));
    (from < head.len() && (told || is_share(text))).then_some((from, percent + 1))
}
