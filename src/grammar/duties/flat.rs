//! Duties in running lines: plain numbered lists, and tables whose columns a text extractor has flattened.

use crate::diagnostic::Severity;
use crate::grammar::context::{Context, plain};
use crate::grammar::draft::{Draft, Duty};
use crate::grammar::duties::{add_below, announces_list, duty, is_lead_in};
use crate::grammar::fold::fold;
use crate::grammar::items::{self, ListItem};
use crate::grammar::pack::ColumnRole;
use crate::layout::{Line, Marker, bullet_within};

/// Reads lines of a duties section. `paired` says that duties and results stand in a table above.
pub fn read(context: &Context, lines: &[Line], paired: bool, draft: &mut Draft) {
    let parts = heads(context, lines);
    let headed = parts.iter().any(|p| p.roles.contains(&ColumnRole::Result));
    if !headed {
        let rest: Vec<Line> = parts.into_iter().flat_map(|p| p.lines).collect();
        match paired {
            true => interleaved(context, &rest, false, draft),
            false => list(context, &rest, draft),
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
                interleaved(context, &part.lines, activities, draft);
            }
            _ => list(context, &part.lines, draft),
        }
    }
}

/// How many letters make an ending.
const ENDING: usize = 4;

/// Lines below one or more column heads.
struct Part {
    roles: Vec<ColumnRole>,
    lines: Vec<Line>,
}

/// Finds the column heads, claims them, and gives what stands below each group of them.
fn heads(context: &Context, lines: &[Line]) -> Vec<Part> {
    let mut parts = vec![Part {
        roles: Vec::new(),
        lines: Vec::new(),
    }];
    let mut i = 0;
    while i < lines.len() {
        match head_at(context, &lines[i..]) {
            Some((roles, used)) => {
                lines[i..i + used]
                    .iter()
                    .for_each(|l| context.label(l.text.clone()));
                i += used;
                match parts.last_mut() {
                    Some(part) if part.lines.is_empty() => part.roles.extend(roles),
                    _ => parts.push(Part {
                        roles,
                        lines: Vec::new(),
                    }),
                }
            }
            None => {
                if let Some(part) = parts.last_mut() {
                    part.lines.push(lines[i].clone());
                }
                i += 1;
            }
        }
    }
    // The same heads once more: a table that goes on over a page's end.
    let mut parts = parts
        .into_iter()
        .fold(Vec::new(), |mut joined: Vec<Part>, part| {
            match joined.last_mut() {
                Some(before) if before.roles == part.roles && part.roles.len() > 1 => {
                    before.lines.extend(part.lines)
                }
                _ => joined.push(part),
            }
            joined
        });
    for part in &mut parts {
        if !part.roles.contains(&ColumnRole::Result) {
            part.roles
                .iter_mut()
                .filter(|r| **r == ColumnRole::Indicator)
                .for_each(|r| *r = ColumnRole::Result);
        }
    }
    parts.retain(|p| !p.roles.is_empty() || !p.lines.is_empty());
    parts
}

/// One or more column heads at the beginning of some lines: their roles, and how many lines they take.
fn head_at(context: &Context, lines: &[Line]) -> Option<(Vec<ColumnRole>, usize)> {
    for used in (1..=3.min(lines.len())).rev() {
        let string = plain(&lines[..used]);
        if let Some(roles) = all_heads(context, &string) {
            return Some((roles, used));
        }
    }
    None
}

/// Reads a line as nothing but column heads, one behind the other.
fn all_heads(context: &Context, line: &str) -> Option<Vec<ColumnRole>> {
    let mut roles = Vec::new();
    let mut rest = line.trim();
    while !rest.is_empty() {
        rest = &rest[Marker::parse(rest)
            .filter(|m| m.depth() > 0)
            .map_or(0, |m| m.text)..];
        if let Some(role) = context.pack.column_of(&fold(rest)) {
            roles.push(role);
            break;
        }
        let found = context.pack.column_prefix(rest)?;
        roles.push(found.key);
        rest = rest[found.rest..].trim();
    }
    (!roles.is_empty()).then_some(roles)
}

/// A list without columns: numbers of the least depth are duties, the rest stands below them.
fn list(context: &Context, lines: &[Line], draft: &mut Draft) {
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
        items = cut_prose(context, lines, plain)
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
    for (item, result) in items {
        let numbered = base > 0 && item.depth() == base;
        if let (true, false, Some(last)) = (result, numbered, draft.duties.last_mut()) {
            below(context, last, item);
            continue;
        }
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

/// Puts a share or result with its duty.
fn below(context: &Context, duty: &mut Duty, item: ListItem) {
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
    duty.results.extend(Some(text).filter(|t| !t.is_empty()));
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

/// Running text that divides its duties by semicolons: one item for each. Where few stand within lines, lines are items already.
fn cut_prose(context: &Context, lines: &[Line], items: Vec<ListItem>) -> Vec<ListItem> {
    let within = lines
        .iter()
        .map(|l| l.as_str().trim_end_matches(';').matches("; ").count())
        .sum::<usize>();
    if within < 2 {
        return items;
    }
    let text = context.join_lines(lines);
    let mut out = Vec::new();
    let mut from = 0;
    let ends = text
        .as_str()
        .match_indices("; ")
        .map(|(at, _)| at + 1)
        .chain([text.as_str().len()]);
    for end in ends {
        out.push(ListItem {
            marker: None,
            number: None,
            text: text.slice(from, end).trim(),
            lost_marker: false,
        });
        from = end;
    }
    out
}

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

/// A flattened table, row by row: a duty's number, its text, its sub-duties, then its results.
fn interleaved(context: &Context, lines: &[Line], activities: bool, draft: &mut Draft) {
    let items = split_unmarked(context, lines, 2 + usize::from(activities));
    let base = items
        .iter()
        .map(ListItem::depth)
        .filter(|d| *d > 0)
        .min()
        .unwrap_or(0);
    let mut rows: Vec<(Duty, Vec<ListItem>)> = Vec::new();
    for item in items {
        if rows.is_empty() || (base > 0 && item.depth() == base) {
            rows.push((duty(item), Vec::new()));
        } else if let Some((_, below)) = rows.last_mut() {
            below.push(item);
        }
    }
    let loose: usize = rows
        .iter()
        .take(rows.len().saturating_sub(1))
        .map(|(_, below)| below.len())
        .sum();
    let last_has = rows.last().map_or(0, |(_, below)| below.len());
    let column_by_column = rows.len() > 1 && loose == 0 && last_has >= 2;
    for (mut duty, below) in rows {
        if column_by_column {
            draft.duties.push(duty);
            unpaired(context, below, draft);
            continue;
        }
        share_out(&mut duty, below, base, activities);
        draft.duties.push(duty);
    }
}

/// Gives what stands below a duty to its sub-duties and results. A wording that announces a list is followed by sub-duties, up
/// to the one that closes the sentence; where none of them is closed, as long as they begin in lower case.
fn share_out(row: &mut Duty, below: Vec<ListItem>, base: usize, activities: bool) {
    let mut sub = announces_list(row.text.as_str());
    let lower = |item: &ListItem| {
        item.text
            .as_str()
            .chars()
            .next()
            .is_some_and(char::is_lowercase)
    };
    let first_lower = below.iter().find(|i| i.depth() == 0).is_some_and(lower);
    let mut open = false;
    for item in below {
        if item.depth() > base {
            let mut duties = vec![std::mem::take(row)];
            add_below(&mut duties, base.max(1), item);
            *row = duties.swap_remove(0);
            continue;
        }
        if is_share(item.text.as_str()) {
            row.share = Some(item.text);
            continue;
        }
        if activities && row.subduties.is_empty() && item.marker.is_none() {
            row.subduties.push(duty(item));
            continue;
        }
        let goes_on = !first_lower || lower(&item) || (open && ends_alike(row, &item));
        sub = sub && item.marker.is_some() && goes_on;
        if sub {
            open = item.text.as_str().ends_with([';', ',']);
            sub = !item.text.as_str().ends_with('.');
            row.subduties.push(duty(item));
        } else {
            row.results.push(item.text);
        }
    }
}

/// "25%", "12,5 %": a share of working time.
fn is_share(text: &str) -> bool {
    let number = text.strip_suffix('%').map(str::trim_end);
    number.is_some_and(|n| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit() || c == ','))
}

/// Whether an item ends like one of the sub-duties before it ("…mine;", "…mine."): items of one sentence share their form, a result
/// does not. It tells a proper name at an item's beginning from the first result.
fn ends_alike(row: &Duty, item: &ListItem) -> bool {
    let ending = |text: &str| -> String {
        let word = text.trim_end_matches(|c: char| !c.is_alphanumeric());
        word.chars().rev().take(ENDING).collect()
    };
    row.subduties
        .iter()
        .any(|s| ending(s.text.as_str()) == ending(item.text.as_str()))
}

/// Items of a flattened table. Where results have no markers, blank lines separate paragraphs; where there are none
/// either, a line that ends its sentence with room to spare.
fn split_unmarked(context: &Context, lines: &[Line], columns: usize) -> Vec<ListItem> {
    let bullet = |l: &Line| {
        Marker::parse(l.as_str()).is_some_and(|m| m.is_bullet())
            || bullet_within(l.as_str(), &l.gaps).is_some()
    };
    if lines.iter().any(bullet) {
        return duty_items(context, lines);
    }
    // The columns are narrower than the page: their widest line is the limit.
    let limit = lines.iter().map(|l| l.bbox.x1).fold(0.0_f32, f32::max);
    let lines: Vec<Line> = lines
        .iter()
        .flat_map(cut_at_gap)
        .map(|l| Line { limit, ..l })
        .collect();
    let by_blanks = lines
        .iter()
        .skip(1)
        .any(|l| l.blank_above && !is_numbered(l));
    let mut out: Vec<Vec<Line>> = Vec::new();
    for line in lines {
        let ends = out.last().and_then(|p| p.last()).is_some_and(|last| {
            let closed = last.as_str().ends_with(['.', ';'])
                && !line
                    .as_str()
                    .chars()
                    .next()
                    .is_some_and(|c| c.is_lowercase() && last.as_str().ends_with('.'));
            let apart = if by_blanks {
                line.blank_above || last.cut
            } else {
                last.had_room_for(&line)
            };
            is_numbered(&line) || (closed && apart)
        });
        match out.last_mut() {
            Some(paragraph) if !ends => paragraph.push(line),
            _ => out.push(vec![line]),
        }
    }
    let out = cut_rows_without_result(out, columns);
    out.iter().flat_map(|p| single_item(context, p)).collect()
}

/// A row of which nothing was told apart: its columns begin behind the first sentences that end with their lines.
fn cut_rows_without_result(paragraphs: Vec<Vec<Line>>, columns: usize) -> Vec<Vec<Line>> {
    let mut out: Vec<Vec<Line>> = Vec::new();
    let opens_row = |p: Option<&Vec<Line>>| p.is_none_or(|p| p.first().is_some_and(is_numbered));
    for (i, paragraph) in paragraphs.iter().enumerate() {
        let alone = opens_row(Some(paragraph)) && opens_row(paragraphs.get(i + 1));
        let is_border = |l: &usize| {
            let capital = paragraph[*l]
                .as_str()
                .chars()
                .next()
                .is_some_and(char::is_uppercase);
            paragraph[l - 1].as_str().ends_with('.') && capital
        };
        let borders =
            (1..paragraph.len())
                .filter(is_border)
                .take(if alone { columns - 1 } else { 0 });
        let mut from = 0;
        for border in borders.chain([paragraph.len()]) {
            out.push(paragraph[from..border].to_vec());
            from = border;
        }
    }
    out
}

fn is_numbered(line: &Line) -> bool {
    Marker::parse(line.as_str()).is_some_and(|m| m.depth() > 1)
}

/// Cuts a line behind a sentence where a wide gap stands: a short duty and its result share it.
fn cut_at_gap(line: &Line) -> Vec<Line> {
    match line
        .gaps
        .iter()
        .find(|&&g| line.as_str()[..g].trim_end().ends_with(['.', ';']))
    {
        Some(&at) if Marker::parse(line.as_str()).is_none_or(|m| m.text < at) => {
            let (head, tail) = line.split(at);
            vec![head, tail]
        }
        _ => vec![line.clone()],
    }
}

/// A paragraph as one item.
fn single_item(context: &Context, lines: &[Line]) -> Option<ListItem> {
    let first = lines.first()?;
    let marker = Marker::parse(first.as_str()).filter(|m| m.depth() > 1);
    let from = marker.as_ref().map_or(0, |m| m.text);
    let number = marker.as_ref().map(|m| first.text.slice(0, m.end));
    if let Some(m) = &marker {
        context.label(first.text.slice(m.end, m.text).trim());
    }
    let rest = first.text.slice(from, first.as_str().len());
    let text = context.join(std::iter::once(&rest).chain(lines[1..].iter().map(|l| &l.text)));
    Some(ListItem {
        marker,
        number,
        text,
        lost_marker: false,
    })
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
