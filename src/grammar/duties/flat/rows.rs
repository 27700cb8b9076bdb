//! A flattened table, row by row: a duty's number, its text, its sub-duties, then its results.

use crate::diagnostic::Severity;
use crate::grammar::context::Context;
use crate::grammar::draft::{Draft, Duty};
use crate::grammar::duties::flat::{unmarked, unpaired};
use crate::grammar::duties::{add_below, announces_list, duty, wording};
use crate::grammar::items::ListItem;
use crate::layout::{Line, Marker, MarkerKind};

/// How many letters make an ending.
const ENDING: usize = 4;

/// What the rows of a table have in common.
struct Table {
    /// Whether a column of activities stands before the results.
    activities: bool,
    /// Depth of the duties' numbers; 0 where they have none.
    base: usize,
    /// Whether duties end with a stop or semicolon, so that one without is open.
    closed: bool,
    /// The bullet of the results, where whole rows have no other.
    bullet: Option<MarkerKind>,
}

/// A duty and what stands below it.
type Row = (Duty, Vec<ListItem>);

/// Reads lines as rows. `activities` says that a column of activities stands before the results.
pub fn read(context: &Context, lines: &[Line], activities: bool, draft: &mut Draft) {
    let lines = cut_at_first_dashes(context, lines);
    let items = unmarked::split(context, &lines, 2 + usize::from(activities));
    let depths = items.iter().map(ListItem::depth).filter(|d| *d > 0);
    let base = depths.min().unwrap_or(0);
    let rows = rows(items, base);
    let closed = rows
        .iter()
        .filter(|(duty, _)| !announces_list(duty.text.as_str()))
        .count();
    let table = Table {
        activities,
        base,
        closed: closed * 2 >= rows.len(),
        bullet: result_bullet(&rows),
    };
    let column_by_column = is_column_by_column(&rows);
    for (mut duty, below) in rows {
        match column_by_column {
            true => unpaired(context, below, draft),
            false => share_out(context, &table, &mut duty, below),
        }
        draft.duties.push(duty);
    }
}

/// Cuts a duty's line at the dash of its first result, "3.5 Õppuste läbiviimine - õppus on korraldatud", where the results of other
/// duties have dashes at their lines' beginning.
fn cut_at_first_dashes(context: &Context, lines: &[Line]) -> Vec<Line> {
    let numbered = |l: &Line| Marker::parse(l.as_str()).is_some_and(|m| m.depth() > 1);
    let dashed = |l: &Line| l.as_str().starts_with("- ");
    let rows = lines
        .windows(2)
        .filter(|w| !dashed(&w[0]) && dashed(&w[1]))
        .count();
    let others = lines
        .iter()
        .any(|l| Marker::parse(l.as_str()).is_some_and(|m| m.is_bullet()) && !dashed(l));
    if rows < 2 || others {
        return lines.to_vec();
    }
    let joins = |word: &str| context.pack.document.conjunctions.iter().any(|c| c == word);
    lines
        .iter()
        .flat_map(|line| {
            let string = line.as_str();
            let dash = string
                .find(" - ")
                .filter(|_| numbered(line))
                .map(|at| at + 1);
            let after = dash.map_or("", |at| &string[at + 2..]);
            let result = after.starts_with(char::is_lowercase)
                && !joins(after.split(' ').next().unwrap_or_default());
            match dash.filter(|_| result) {
                Some(at) => {
                    let (head, tail) = line.split(at);
                    vec![head, tail]
                }
                None => vec![line.clone()],
            }
        })
        .collect()
}

fn rows(items: Vec<ListItem>, base: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for item in items {
        match rows.last_mut() {
            Some((_, below)) if base == 0 || item.depth() != base => below.push(item),
            _ => rows.push((duty(item), Vec::new())),
        }
    }
    rows
}

/// Whether only the last duty has something below it: all results stand behind all duties.
fn is_column_by_column(rows: &[Row]) -> bool {
    match rows.split_last() {
        Some(((_, last), before)) => {
            !before.is_empty() && before.iter().all(|(_, below)| below.is_empty()) && last.len() > 1
        }
        None => false,
    }
}

/// The bullet of the results: that of the last item of every row that has any, and of all items of two rows at least.
fn result_bullet(rows: &[Row]) -> Option<MarkerKind> {
    let kind = |item: &ListItem| item.marker.as_ref().map(|m| m.kind.clone());
    let filled = || {
        rows.iter()
            .map(|(_, below)| below)
            .filter(|b| !b.is_empty())
    };
    let bullet = kind(filled().next_back()?.last()?)?;
    let is = |item: &ListItem| kind(item).as_ref() == Some(&bullet);
    let closes = filled().all(|below| below.last().is_some_and(is));
    let whole = filled().filter(|below| below.iter().all(is)).count();
    (closes && whole > 1).then_some(bullet)
}

/// Gives what stands below a duty to its sub-duties and results.
fn share_out(context: &Context, table: &Table, row: &mut Duty, below: Vec<ListItem>) {
    let mut cells = Vec::new();
    for item in below {
        if item.depth() > table.base {
            let mut duties = vec![std::mem::take(row)];
            add_below(&mut duties, table.base.max(1), item);
            *row = duties.swap_remove(0);
        } else if is_share(item.text.as_str()) {
            row.share = Some(item.text);
        } else {
            cells.push(item);
        }
    }
    let border = match table.activities {
        true => activities(context, row, &cells),
        false => sub_duties(table, row, &cells),
    };
    for (at, item) in cells.into_iter().enumerate() {
        match at < border {
            true => row.subduties.push(duty(item)),
            false => row.results.push(item.text),
        }
    }
}

/// How many of the cells are activities: up to another kind of bullet, or as their wording tells.
fn activities(context: &Context, row: &Duty, cells: &[ListItem]) -> usize {
    if !row.subduties.is_empty() {
        return 0;
    }
    let texts: Vec<&str> = cells.iter().map(|c| c.text.as_str()).collect();
    if let Some(border) = other_bullet(cells).or_else(|| wording::border(&texts)) {
        return border;
    }
    let pair = cells.len() <= 2 && cells.iter().all(|c| c.marker.is_none());
    if !pair {
        context.note(
            "pairing-ambiguous",
            Severity::Error,
            (
                "A duty's activities and results stand in one list, and neither bullets nor wording tell them apart. Divide them by hand.",
                "Ülesande tegevused ja tulemused seisavad ühes loetelus ning neid ei erista ei täpp ega sõnastus. Jagage need käsitsi.",
            ),
            row.text.clone(),
        );
    }
    match cells.first().map(|c| c.marker.is_none()) {
        Some(true) => 1,
        _ if announces_list(row.text.as_str()) => listed(cells),
        _ => 0,
    }
}

/// How many of the cells belong to the duty, in a table without a column of activities. A row of such a table has a result.
fn sub_duties(table: &Table, row: &Duty, cells: &[ListItem]) -> usize {
    let text = row.text.as_str();
    if let Some(border) = other_bullet(cells)
        && table.bullet.is_some()
        && cells[border].marker.as_ref().map(|m| &m.kind) == table.bullet.as_ref()
    {
        return border;
    }
    if !(announces_list(text) && (table.closed || announces_by_word(text))) {
        return 0;
    }
    let border = other_bullet(cells).unwrap_or_else(|| listed(cells));
    match border == cells.len() && !text.ends_with(':') {
        true => 0,
        false => border,
    }
}

/// "…, sh", "… järgmist:": a colon, or a word behind the last comma.
fn announces_by_word(text: &str) -> bool {
    let behind_comma = text.rsplit_once(", ").map_or("", |(_, word)| word);
    text.ends_with(':') || (!behind_comma.is_empty() && !behind_comma.contains(' '))
}

/// Where the bullets change, once, from one kind to another.
fn other_bullet(cells: &[ListItem]) -> Option<usize> {
    let kinds: Vec<_> = cells
        .iter()
        .map(|c| c.marker.as_ref().map(|m| &m.kind))
        .collect();
    let changes: Vec<usize> = (1..kinds.len())
        .filter(|&i| kinds[i] != kinds[i - 1])
        .collect();
    match changes.as_slice() {
        [only] if kinds.iter().all(Option::is_some) => Some(*only),
        _ => None,
    }
}

/// How many of the cells are items of the list that a duty announces: up to the one that closes the sentence; where none does, as
/// long as they begin in lower case, and none states a result.
fn listed(cells: &[ListItem]) -> usize {
    let lower = |item: &ListItem| item.text.as_str().starts_with(char::is_lowercase);
    let first_lower = cells.first().is_some_and(lower);
    for (at, item) in cells.iter().enumerate() {
        let open = at > 0 && cells[at - 1].text.as_str().ends_with([';', ',']);
        let goes_on = !first_lower || lower(item) || (open && ends_alike(&cells[..at], item));
        let result = at > 0 && wording::states_result(item.text.as_str());
        if item.marker.is_none() || !goes_on || result {
            return at;
        }
        if item.text.as_str().ends_with('.') {
            return at + 1;
        }
    }
    cells.len()
}

/// "25%", "12,5 %": a share of working time.
pub fn is_share(text: &str) -> bool {
    let number = text.strip_suffix('%').map(str::trim_end);
    number.is_some_and(|n| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit() || c == ','))
}

/// Whether an item ends like one of those before it ("…mine;", "…mine."): items of one sentence share their form, a result
/// does not. It tells a proper name at an item's beginning from the first result.
fn ends_alike(before: &[ListItem], item: &ListItem) -> bool {
    let ending = |text: &str| -> String {
        let word = text.trim_end_matches(|c: char| !c.is_alphanumeric());
        word.chars().rev().take(ENDING).collect()
    };
    before
        .iter()
        .any(|s| ending(s.text.as_str()) == ending(item.text.as_str()))
}
