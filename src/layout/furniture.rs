//! Page furniture: page numbers, running headers and footers.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;

use crate::layout::line::VisualLine;
use crate::layout::split_number;
use crate::read::{Document, Metric};

/// Headers stand within this part of a page's height: 2.5 cm of A4, the widest upper margin in common use.
const HEAD_MARGIN: f32 = 0.085;

/// Footers stand within this part: 3.5 cm of A4, for several lines of them in a usual margin.
const FOOT_MARGIN: f32 = 0.12;

/// Running lines stand this many line heights from the text.
const APART: f32 = 1.8;

/// How many lines at a page's top and bottom may be running ones.
const MARGIN_LINES: usize = 3;

/// For each page and line, whether it is furniture.
pub fn find(document: &Document, pages: &[Vec<VisualLine>]) -> Vec<Vec<bool>> {
    let strings: Vec<Vec<String>> = pages
        .iter()
        .map(|p| p.iter().map(|l| string(document, l)).collect())
        .collect();
    let mut marked: Vec<Vec<bool>> = strings.iter().map(|p| vec![false; p.len()]).collect();
    mark_running(document, pages, &strings, &mut marked);
    mark_numbers(&strings, &mut marked);
    if document.metric != Metric::Points {
        mark_at_edges(&strings, &mut marked);
    }
    if let ([lines], [marked]) = (strings.as_slice(), marked.as_mut_slice()) {
        mark_beside_numbers(lines, marked);
    }
    marked
}

fn string(document: &Document, line: &VisualLine) -> String {
    let mut text = String::new();
    for (place, &word) in line.words.iter().enumerate() {
        if place > 0 {
            text.push(' ');
        }
        text.push_str(document.word_text(&document.words[word]));
    }
    text
}

/// Lines that stand at the same end of several pages, but for their digits.
fn mark_running(
    document: &Document,
    lines: &[Vec<VisualLine>],
    pages: &[Vec<String>],
    marked: &mut [Vec<bool>],
) {
    let mut seen: HashMap<(bool, String), Vec<(usize, usize)>> = HashMap::new();
    for (page, strings) in pages.iter().enumerate() {
        let margin = MARGIN_LINES.min(strings.len() / 3);
        for (i, line) in strings.iter().enumerate() {
            let at_top = i < margin;
            if (at_top || i + margin >= strings.len())
                && in_margin(document, &lines[page][i], at_top)
                && stands_apart(&lines[page], i, margin, at_top)
            {
                seen.entry((at_top, digitless(line)))
                    .or_default()
                    .push((page, i));
            }
        }
    }
    for ((_, pattern), places) in seen {
        let pages_with: usize = places
            .iter()
            .map(|p| p.0)
            .collect::<std::collections::HashSet<_>>()
            .len();
        // A repeated table head or bullet stands at the top of pages too: a running line is on most pages and has letters.
        let letters = pattern.chars().filter(|c| c.is_alphabetic()).count();
        let at_the_edge = places
            .iter()
            .all(|&(p, i)| i == 0 || i + 1 == pages[p].len());
        let often = pages_with >= 3 || (pages_with == 2 && at_the_edge);
        // Text has no margins that would tell a header from a letterhead on most pages: there it stands on all of them.
        let everywhere = pages_with == pages.len() || pages_with >= 5;
        let on_most = often
            && pages_with * 10 >= pages.len() * 7
            && (everywhere || document.metric == Metric::Points);
        if on_most && letters > 3 && !is_letterhead(document, pages, &places) {
            places.into_iter().for_each(|(p, i)| marked[p][i] = true);
        }
    }
}

/// In text, which has no margins: whether a line of capitals stands above another one wherever it occurs, as an institution's name
/// does above a unit's or a title, and a running header nowhere but by chance.
fn is_letterhead(document: &Document, pages: &[Vec<String>], places: &[(usize, usize)]) -> bool {
    let capitals = |s: &String| s.contains(char::is_alphabetic) && !s.contains(char::is_lowercase);
    document.metric != Metric::Points
        && places.iter().all(|&(page, i)| {
            let below = pages[page].get(i + 1);
            capitals(&pages[page][i]) && below.is_some_and(capitals)
        })
}

/// Whether a line stands in the margin where headers or footers are set: pages that end alike, as annexes of one order do, end
/// above it. Text without measures has no margins.
fn in_margin(document: &Document, line: &VisualLine, top: bool) -> bool {
    let height = document.pages.get(line.page).map_or(0.0, |p| p.height);
    document.metric != Metric::Points
        || match top {
            true => line.bbox.y1 < HEAD_MARGIN * height,
            false => line.bbox.y0 > (1.0 - FOOT_MARGIN) * height,
        }
}

/// Whether space divides the lines at a page's end up to this one from the text: a letterhead, which opens the text, has none.
fn stands_apart(lines: &[VisualLine], at: usize, margin: usize, at_top: bool) -> bool {
    let (from, to) = if at_top {
        (at, margin)
    } else {
        (lines.len() - margin, at)
    };
    (from.max(1)..=to).any(|i| {
        let neighbour = if at_top { i + 1 } else { i };
        let Some(below) = lines.get(neighbour) else {
            return false;
        };
        let above = &lines[neighbour - 1];
        below.bbox.y0 - above.bbox.y0 > APART * above.bbox.height().max(1.0)
    }) || (at_top
        && lines.get(at + 1).is_some_and(|l| {
            l.bbox.y0 - lines[at].bbox.y0 > APART * lines[at].bbox.height().max(1.0)
        }))
}

fn digitless(line: &str) -> String {
    line.chars()
        .map(|c| if c.is_ascii_digit() { '#' } else { c })
        .collect()
}

/// Page numbers: `2`, `- 2 -`, `2/4`, `2 (4)`, `lk 2`. A line counts when the numbers run on from page to page, or, in text
/// without pages, when they run on from one such line to the next, beginning with 1 or 2.
fn mark_numbers(pages: &[Vec<String>], marked: &mut [Vec<bool>]) {
    let single = pages.len() == 1;
    let mut expected: Option<u32> = None;
    let mut found = Vec::new();
    for (page, lines) in pages.iter().enumerate() {
        for (i, line) in lines.iter().enumerate() {
            let at_edge = i < 2 || i + 2 >= lines.len();
            if lines
                .get(i + 1)
                .is_some_and(|next| split_number::is_tail(next))
            {
                continue;
            }
            if i > 0 && is_broken_number(&lines[i - 1]) {
                continue;
            }
            let Some((number, total)) = page_number(line) else {
                continue;
            };
            let runs_on = match expected {
                _ if !single => number == page as u32 + 1 || expected == Some(number),
                None => number <= 2,
                Some(next) => number == next || number == 1,
            };
            let fits = total.is_none_or(|t| number <= t);
            if runs_on && fits && (single || at_edge) && !marked[page][i] {
                found.push((page, i));
                expected = Some(number + 1);
            }
        }
    }
    found.into_iter().for_each(|(p, i)| marked[p][i] = true);
}

/// Whether a line ends within a number: "käskkirjaga nr 15-" over "1/6".
fn is_broken_number(line: &str) -> bool {
    let before = line.strip_suffix(['-', '/']);
    before.is_some_and(|b| b.ends_with(|c: char| c.is_ascii_digit()))
}

/// In text whose pages are told and whose lines are not: the same line at the same edge of every page. A single word may be a title
/// or open an approval, figures may be an annex's own, and capitals a letterhead.
fn mark_at_edges(pages: &[Vec<String>], marked: &mut [Vec<bool>]) {
    if pages.len() < 2 {
        return;
    }
    for top in [true, false] {
        let edges: Option<Vec<usize>> = pages
            .iter()
            .zip(marked.iter())
            .map(|(lines, marked)| {
                let mut free = (0..lines.len()).filter(|&i| !marked[i]);
                if top { free.next() } else { free.next_back() }
            })
            .collect();
        let Some(edges) = edges else { continue };
        let line = &pages[0][edges[0]];
        let same = pages
            .iter()
            .zip(&edges)
            .all(|(lines, &i)| lines[i] == *line);
        let plain = !line.contains(|c: char| c.is_ascii_digit())
            && line.contains(char::is_lowercase)
            && line.contains(' ');
        if same && plain {
            marked.iter_mut().zip(edges).for_each(|(m, i)| m[i] = true);
        }
    }
}

/// In text without pages a running header or footer stands beside the page numbers: the same line at two of them or more, or at
/// one of them and at the text's beginning.
fn mark_beside_numbers(lines: &[String], marked: &mut [bool]) {
    let numbers: Vec<usize> = (0..lines.len()).filter(|&i| marked[i]).collect();
    let beside = |i: usize| numbers.iter().any(|&n| i != n && i.abs_diff(n) == 1);
    let candidates: Vec<usize> = (0..lines.len())
        .filter(|&i| !marked[i] && beside(i))
        .collect();
    for &i in &candidates {
        let same: Vec<usize> = candidates
            .iter()
            .copied()
            .filter(|&c| lines[c] == lines[i])
            .collect();
        let letters = lines[i].chars().filter(|c| c.is_alphabetic()).count();
        let opens = i > 0 && lines[0] == lines[i];
        // Lines with figures recur in the text too: each annex of an order bears the same approval.
        let recurs = same.len() >= 2 && !lines[i].contains(|c: char| c.is_ascii_digit());
        if (recurs || opens || interrupts(lines, marked, i)) && letters > 3 {
            same.into_iter().for_each(|s| marked[s] = true);
            marked[0] |= opens;
        }
    }
}

/// Whether a line of capitalised words stands in the middle of a sentence.
fn interrupts(lines: &[String], marked: &[bool], at: usize) -> bool {
    let before = (0..at)
        .rev()
        .find(|&i| !marked[i])
        .map(|i| lines[i].as_str());
    let after = (at + 1..lines.len())
        .find(|&i| !marked[i])
        .map(|i| lines[i].as_str());
    let open = before.is_some_and(|b| b.ends_with(char::is_alphabetic));
    let goes_on = after.is_some_and(|a| a.starts_with(char::is_lowercase));
    open && goes_on
        && lines[at]
            .split(' ')
            .all(|w| w.starts_with(char::is_uppercase))
}

/// `2`, `- 2 -`, `2/4`, `2 (4)`, `lk 2`, `Lehekülg 2`; "lehekülg", in short "lk", is a page.
static PAGE_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^[-–]?\s*(?i:(?:lk|lehekülg)\.?\s*)?(\d{1,4})(?:\s*/\s*(\d{1,4})|\s*\(\s*(\d{1,4})\s*\))?\s*[-–]?$",
    )
    .expect("the pattern is valid")
});

/// A page's number, and how many pages there are where the line says so.
fn page_number(line: &str) -> Option<(u32, Option<u32>)> {
    let plausible = line.len() <= 20 && line.contains(|c: char| c.is_ascii_digit());
    let found = plausible.then(|| PAGE_NUMBER.captures(line)).flatten()?;
    let value = |group| found.get(group).and_then(|m| m.as_str().parse().ok());
    Some((value(1)?, value(2).or_else(|| value(3))))
}

#[cfg(test)]
mod tests {
    use super::{is_broken_number, page_number};

    #[test]
    fn a_number_may_be_broken_over_lines() {
        assert!(is_broken_number("käskkirjaga nr 15-") && is_broken_number("nr 2.1-2/26/"));
        assert!(!is_broken_number("info-") && !is_broken_number("nr 15"));
    }

    #[test]
    fn page_numbers_of_every_form() {
        for line in ["2", "- 2 -", "2/4", "2 (4)", "lk 2", "Lehekülg 2", "2 / 4"] {
            assert_eq!(page_number(line).map(|n| n.0), Some(2), "{line}");
        }
        for line in ["3.", "2.1", "3 aastat tööd", "-", "2.1-3/4"] {
            assert_eq!(page_number(line), None, "{line}");
        }
    }
}
