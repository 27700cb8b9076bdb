//! Parts of a file: an order (käskkiri) with annexes holds a job description in each.

use crate::grammar::dates;
use crate::grammar::fold::fold;
use crate::grammar::heading::{self, is_capitals};
use crate::grammar::pack::Pack;
use crate::grammar::title::unspaced;
use crate::layout::{Block, Line, Marker, Row, Table};

/// How many lines of approval, annex label and names may stand above a title.
const LINES_ABOVE_TITLE: usize = 10;

/// How many plain lines may stand between two lines of approval or names.
const PLAIN_LINES: usize = 2;

/// A title is at most this long, in words.
const TITLE_WORDS: usize = 8;

/// The parts of a file.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// What stands before the first annex, if it is an order.
    pub cover: Vec<Block>,
    /// The blocks of each job description.
    pub parts: Vec<Vec<Block>>,
}

/// Divides a file's blocks. A file without titles is one part.
pub fn split(pack: &Pack, blocks: &[Block]) -> Parts {
    let blocks = loosen(pack, blocks);
    let titles = titles(pack, &blocks);
    let covered = |title| has_cover(pack, &blocks, start_above(pack, &blocks, title, 0));
    let starts = match titles.as_slice() {
        // Most files: one title and no order above it, so that it need not be known whether sections follow.
        [title] if !covered(*title) => Vec::new(),
        titles => starts(pack, &blocks, titles),
    };
    let first = starts.first().copied();
    let several = |first: &usize| starts.len() > 1 || has_cover(pack, &blocks, *first);
    let Some(first) = first.filter(several) else {
        return Parts {
            cover: Vec::new(),
            parts: vec![blocks],
        };
    };
    let ends = starts.iter().skip(1).copied().chain([blocks.len()]);
    let parts = starts
        .iter()
        .zip(ends)
        .map(|(&from, to)| blocks[from..to].to_vec())
        .collect();
    Parts {
        cover: blocks[..first].to_vec(),
        parts,
    }
}

/// Where the columns of fields below reach up to a title, its lines are rows of one cell: these become lines again. So do
/// the letterhead and the approval, of which neither stands beside anything.
fn loosen(pack: &Pack, blocks: &[Block]) -> Vec<Block> {
    let mut out = Vec::new();
    for block in blocks {
        match block {
            Block::Table(table) if !table.ruled => {
                let single = |row: &&Row| row.single_cell().is_some();
                let run: Vec<&Row> = table.rows.iter().take_while(single).collect();
                let titled = |row: &&Row| row.lines().any(|l| is_title(pack, l));
                let all = run.len() == table.rows.len();
                let loose = match run.iter().rposition(titled) {
                    _ if all => run.len(),
                    last => last.map_or(0, |i| i + 1),
                };
                let (above, rows) = table.rows.split_at(loose);
                out.extend(above.iter().flat_map(Row::lines).cloned().map(Block::Line));
                if !rows.is_empty() {
                    let rows = rows.to_vec();
                    out.push(Block::Table(Table {
                        rows,
                        ..table.clone()
                    }));
                }
            }
            _ => out.push(block.clone()),
        }
    }
    out
}

fn line(blocks: &[Block], i: usize) -> Option<&Line> {
    match blocks.get(i) {
        Some(Block::Line(line)) => Some(line),
        _ => None,
    }
}

/// The lines that are titles.
fn titles(pack: &Pack, blocks: &[Block]) -> Vec<usize> {
    let is_title = |&i: &usize| line(blocks, i).is_some_and(|l| is_title(pack, l));
    (0..blocks.len()).filter(is_title).collect()
}

/// Where each part begins: a little above its title.
fn starts(pack: &Pack, blocks: &[Block], titles: &[usize]) -> Vec<usize> {
    let mut kept: Vec<usize> = Vec::new();
    for (k, &title) in titles.iter().enumerate() {
        let end = titles.get(k + 1).copied().unwrap_or(blocks.len());
        // A title without sections below is a running one, or the first line of a title of two.
        if heading::opens_sections(pack, &blocks[title..end]) {
            kept.push(title);
        }
    }
    let mut floor = 0;
    kept.into_iter()
        .map(|title| {
            let start = start_above(pack, blocks, title, floor);
            floor = title + 1;
            start
        })
        .collect()
}

fn is_title(pack: &Pack, line: &Line) -> bool {
    let string = line.as_str();
    let short = string.split(' ').count() <= TITLE_WORDS || is_capitals(string);
    short
        && !string.ends_with([';', ',', '.', ':'])
        && Marker::parse(string).is_none()
        && pack.is_title(&fold(&unspaced(string)))
}

/// The first line of the block above a title: the top of its page, or the uppermost line of approval, annex label and names
/// in capitals, between which no more than a few plain lines stand.
fn start_above(pack: &Pack, blocks: &[Block], title: usize, floor: usize) -> usize {
    let lowest = title.saturating_sub(LINES_ABOVE_TITLE).max(floor);
    let page = line(blocks, title).map_or(0, |l| l.page);
    let mut start = title;
    for i in (lowest..title).rev() {
        let Some(above) = line(blocks, i) else { break };
        if above.page != page {
            return i + 1;
        }
        if heads_part(pack, above) {
            start = i;
        } else if !is_plain(above) || start - i > PLAIN_LINES {
            break;
        }
    }
    // Who approved stands above the act, on a line or two of their own; behind the word KINNITATUD there is nobody above.
    let acts = line(blocks, start).is_some_and(|l| names_act(pack, l) && !opens_approval(pack, l));
    let names = (lowest..start)
        .rev()
        .take(PLAIN_LINES)
        .take_while(|&i| line(blocks, i).is_some_and(is_plain))
        .count();
    if acts { start - names } else { start }
}

/// A short line without marker and stop: it may stand between approval and title.
fn is_plain(line: &Line) -> bool {
    Marker::parse(line.as_str()).is_none()
        && line.as_str().split(' ').count() <= TITLE_WORDS
        && !line.as_str().ends_with(['.', ';', ':', ')', '}'])
}

fn heads_part(pack: &Pack, line: &Line) -> bool {
    let first = line
        .as_str()
        .split(' ')
        .next()
        .map(fold)
        .unwrap_or_default();
    let annex = pack.approval.annex_words.contains(&first) && line.as_str().split(' ').count() <= 3;
    let capitals = is_capitals(line.as_str()) && Marker::parse(line.as_str()).is_none();
    let short = line.as_str().split(' ').count() <= TITLE_WORDS;
    let dated = short && dates::date(line.as_str(), pack).is_some();
    annex || capitals || dated || opens_approval(pack, line) || names_act(pack, line)
}

fn opens_approval(pack: &Pack, line: &Line) -> bool {
    let first = line.as_str().split(' ').next().unwrap_or_default();
    pack.approval.heads.contains(&fold(first))
}

fn names_act(pack: &Pack, line: &Line) -> bool {
    line.as_str()
        .split(' ')
        .any(|w| pack.approval.acts.contains(&fold(w)))
}

/// Whether an order stands before the first part: a line that names it as such.
fn has_cover(pack: &Pack, blocks: &[Block], first: usize) -> bool {
    let is_order = |l: &Line| {
        let words = unspaced(l.as_str());
        words.split(' ').count() <= 4
            && words
                .split(' ')
                .any(|w| pack.approval.orders.contains(&fold(w)))
    };
    (0..first).filter_map(|i| line(blocks, i)).any(is_order)
}
