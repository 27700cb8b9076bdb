//! What a finding points at, in the source's words.

use super::report::Excerpt;
use crate::diagnostic::Place;
use crate::read::{BlockView, PageView, ParagraphView, View, WordView};

/// A finding about a long passage shows its beginning.
const MAX_LINES: usize = 6;

/// So many characters of a field must stand in the source in a row to say where it begins.
const ENOUGH: usize = 4;

/// The source's lines at these places, in which `leaf` (the value of the field) is the part that is meant, if it stands
/// there. Without a view, the value itself.
pub fn excerpt(at: &[Place], leaf: Option<&str>, view: Option<&View>) -> Option<Excerpt> {
    match (at.first()?, view?) {
        (Place::Lines { line_from, line_to }, View::Text { lines }) => {
            of_lines(lines, *line_from, *line_to, leaf)
        }
        (Place::Page { page, .. }, View::Pages { pages }) => {
            of_page(pages.iter().find(|p| p.number == *page)?, at)
        }
        (place, View::Flow { blocks }) => of_paragraph(blocks, place, leaf),
        _ => None,
    }
}

/// A field's value by itself, for records whose source is not at hand.
pub fn of_leaf(leaf: &str) -> Excerpt {
    Excerpt {
        text: leaf.to_owned(),
        from: 0,
        to: leaf.chars().count(),
        line: None,
    }
}

fn of_lines(lines: &[String], from: u32, to: u32, leaf: Option<&str>) -> Option<Excerpt> {
    let (first, last) = (from.checked_sub(1)? as usize, to as usize);
    let lines = lines.get(first..last.min(lines.len()))?;
    let lines = lines.get(..MAX_LINES).unwrap_or(lines);
    marked(lines.join("\n"), leaf, Some(from))
}

fn of_paragraph(blocks: &[BlockView], place: &Place, leaf: Option<&str>) -> Option<Excerpt> {
    let mut paragraphs = blocks.iter().flat_map(|block| match block {
        BlockView::Paragraph(paragraph) => vec![paragraph],
        BlockView::Table(rows) => in_table(rows),
    });
    let paragraph = paragraphs.find(|p| p.place == *place)?;
    marked(paragraph.lines.join("\n"), leaf, None)
}

fn in_table(rows: &[Vec<crate::read::CellView>]) -> Vec<&ParagraphView> {
    let cells = rows.iter().flatten();
    cells.flat_map(|cell| &cell.paragraphs).collect()
}

/// The text with the leaf marked in it, or all but the blanks around it.
fn marked(text: String, leaf: Option<&str>, line: Option<u32>) -> Option<Excerpt> {
    let span = leaf.and_then(|leaf| beginning_of(&text, leaf));
    let (from, to) = span.or_else(|| without_blanks(&text))?;
    Some(Excerpt {
        text,
        from,
        to,
        line,
    })
}

/// Where the leaf, or the longest beginning of it, stands in the text; blanks do not count. In a table laid out by blanks,
/// the neighbour's words follow the leaf's first line.
fn beginning_of(text: &str, leaf: &str) -> Option<(usize, usize)> {
    let text: Vec<(usize, char)> = non_blank(text).collect();
    let leaf: Vec<char> = non_blank(leaf).map(|(_, c)| c).collect();
    let matched = |start: usize| {
        let rest = text.iter().skip(start).map(|(_, c)| c);
        rest.zip(&leaf).take_while(|(a, b)| a == b).count()
    };
    let (start, length) = (0..text.len())
        .map(|start| (start, matched(start)))
        .max_by_key(|&(start, length)| (length, std::cmp::Reverse(start)))?;
    if length == 0 || length < ENOUGH.min(leaf.len()) {
        return None;
    }
    let (from, _) = text.get(start)?;
    let (last, _) = text.get(start + length - 1)?;
    Some((*from, last + 1))
}

fn without_blanks(text: &str) -> Option<(usize, usize)> {
    let (from, _) = non_blank(text).next()?;
    let (last, _) = non_blank(text).last()?;
    Some((from, last + 1))
}

fn non_blank(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.chars().enumerate().filter(|(_, c)| !c.is_whitespace())
}

/// The marked words; if they stand in one line, with all that stands beside them.
fn of_page(page: &PageView, at: &[Place]) -> Option<Excerpt> {
    let boxes: Vec<[f32; 4]> = at
        .iter()
        .filter_map(|place| match place {
            Place::Page { page: number, bbox } if *number == page.number => Some(*bbox),
            _ => None,
        })
        .take(MAX_LINES)
        .collect();
    if let [only] = boxes.as_slice() {
        return in_line(page, *only);
    }
    let lines: Vec<String> = boxes
        .iter()
        .map(|bbox| join(&words_in(page, *bbox)))
        .filter(|line| !line.is_empty())
        .collect();
    marked(lines.join("\n"), None, None)
}

fn in_line(page: &PageView, bbox: [f32; 4]) -> Option<Excerpt> {
    let [x0, y0, x1, y1] = bbox;
    let meant = words_in(page, bbox);
    let first = meant.first()?;
    let size = first.bbox[3] - first.bbox[1];
    if y1 - y0 > 2.0 * size {
        return marked(join(&meant), None, None);
    }
    let line = words_in(page, [f32::MIN, y0, f32::MAX, y1]);
    let (mut from, mut to, mut text) = (None, 0, String::new());
    let mut length = 0;
    for word in line {
        if !text.is_empty() {
            text.push(' ');
            length += 1;
        }
        let end = length + word.text.chars().count();
        if is_within(word, [x0, y0, x1, y1]) {
            from.get_or_insert(length);
            to = end;
        }
        text.push_str(&word.text);
        length = end;
    }
    Some(Excerpt {
        text,
        from: from?,
        to,
        line: None,
    })
}

fn join(words: &[&WordView]) -> String {
    let words: Vec<&str> = words.iter().map(|w| w.text.as_str()).collect();
    words.join(" ")
}

/// The words whose middle lies in a box, from left to right; words of several lines in content order.
fn words_in(page: &PageView, bbox: [f32; 4]) -> Vec<&WordView> {
    let mut words: Vec<&WordView> = page.words.iter().filter(|w| is_within(w, bbox)).collect();
    let height = bbox[3] - bbox[1];
    let one_line = words.first().is_some_and(|w| height < 2.0 * w.size);
    if one_line {
        words.sort_by(|a, b| a.bbox[0].total_cmp(&b.bbox[0]));
    }
    words
}

fn is_within(word: &WordView, [x0, y0, x1, y1]: [f32; 4]) -> bool {
    let [a, b, c, d] = word.bbox;
    let (x, y) = ((a + c) / 2.0, (b + d) / 2.0);
    (x0..=x1).contains(&x) && (y0..=y1).contains(&y)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(lines: &[&str]) -> View {
        View::Text {
            lines: lines.iter().map(|l| (*l).to_owned()).collect(),
        }
    }

    fn lines(line_from: u32, line_to: u32) -> Vec<Place> {
        vec![Place::Lines { line_from, line_to }]
    }

    #[test]
    fn marks_the_field_within_its_line() {
        let view = text(&["AMETIJUHEND", "  3.1. Koostab  aruande  Aruanne on õige"]);
        let shown = excerpt(&lines(2, 2), Some("Koostab aruande"), Some(&view)).unwrap();
        assert_eq!(shown.part(), "Koostab  aruande");
        assert_eq!(shown.line, Some(2));
    }

    #[test]
    fn marks_the_beginning_of_a_field_that_goes_on_elsewhere() {
        let view = text(&["Koostab igal   Aruanne on", "aastal         õige"]);
        let shown = excerpt(&lines(1, 2), Some("Koostab igal aastal"), Some(&view)).unwrap();
        assert_eq!(shown.part(), "Koostab igal");
    }

    #[test]
    fn marks_the_line_where_the_field_is_not_in_it() {
        let view = text(&["   muu tekst "]);
        let shown = excerpt(&lines(1, 1), Some("aruanne"), Some(&view)).unwrap();
        assert_eq!(shown.part(), "muu tekst");
    }

    #[test]
    fn a_place_beyond_the_source_shows_nothing() {
        assert_eq!(excerpt(&lines(7, 9), None, Some(&text(&["a"]))), None);
        assert_eq!(excerpt(&lines(0, 0), None, Some(&text(&["a"]))), None);
    }

    #[test]
    fn marks_words_within_the_line_of_a_page() {
        let word = |text: &str, x: f32| WordView {
            text: text.into(),
            bbox: [x, 100.0, x + 40.0, 112.0],
            size: 12.0,
            bold: false,
        };
        let page = PageView {
            number: 2,
            width: 595.0,
            height: 842.0,
            words: vec![word("Amet:", 72.0), word("raamatupidaja", 120.0)],
            rules: Vec::new(),
        };
        let view = View::Pages { pages: vec![page] };
        let bbox = [119.0, 99.0, 161.0, 113.0];
        let shown = excerpt(&[Place::Page { page: 2, bbox }], None, Some(&view)).unwrap();
        assert_eq!(shown.text, "Amet: raamatupidaja");
        assert_eq!(shown.part(), "raamatupidaja");
    }
}
