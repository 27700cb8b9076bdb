//! What stands above the first heading: approval, annex label, institution, title.

use std::ops::RangeInclusive;

use crate::grammar::approval;
use crate::grammar::chrome;
use crate::grammar::context::Context;
use crate::grammar::draft::Draft;
use crate::grammar::fields;
use crate::grammar::fold::fold;
use crate::grammar::heading::is_capitals;
use crate::layout::{Block, Line, Marker};

/// An institution's name is at most this long, in words.
const MOST_WORDS: usize = 6;

/// So many lines below the title word may belong to the title.
const MOST_LINES_BELOW: usize = 2;

/// Reads what stands above the first heading. A block of fields may stand there too.
pub fn read(context: &Context, blocks: &[Block], draft: &mut Draft) {
    let is_line = |b: &Block| matches!(b, Block::Line(_));
    let lines: Vec<Line> = blocks
        .iter()
        .filter(|b| is_line(b))
        .cloned()
        .filter_map(into_line)
        .collect();
    let mut rest: Vec<Block> = read_lines(context, &lines, draft)
        .into_iter()
        .map(Block::Line)
        .collect();
    rest.extend(blocks.iter().filter(|b| !is_line(b)).cloned());
    fields::read(context, &rest, false, draft);
}

fn into_line(block: Block) -> Option<Line> {
    match block {
        Block::Line(line) => Some(line),
        Block::Table(_) => None,
    }
}

/// Reads title, institution and approval; gives back the other lines.
fn read_lines(context: &Context, lines: &[Line], draft: &mut Draft) -> Vec<Line> {
    let is_title = |l: &Line| {
        let last = l.as_str().rsplit(' ').next().unwrap_or_default();
        context.pack.is_title(&fold(&unspaced(l.as_str())))
            || context.pack.glued_title(last).is_some()
    };
    let title = lines.iter().rposition(is_title);
    let taken = chrome::take_above(context, lines, title.unwrap_or(lines.len()), draft);
    let lines = &lines[taken..];
    let title = title.map(|at| at - taken);
    let Some(at) = title else {
        draft.other_title = lines
            .iter()
            .find(|l| is_other_title(context, l))
            .map(|l| l.text.clone());
        return approval::read(context, lines, draft);
    };
    // A title may stand over several lines of capitals: unit and position in the genitive, then AMETIJUHEND.
    let mut from = at;
    while from > 0
        && is_capitals(lines[at].as_str())
        && is_capitals(lines[from - 1].as_str())
        && !is_label(context, &lines[from - 1])
    {
        from -= 1;
    }
    let institution = (0..at).find(|&i| names_institution(context, &lines[i], i == 0));
    draft.institution = institution.map(|i| lines[i].text.clone());
    let units: Vec<usize> = (0..at)
        .filter(|&i| Some(i) != institution && names_unit(context, &lines[i]))
        .filter(|&i| i + 1 < at || is_bare(context, &lines[at]) || !is_genitive(context, &lines[i]))
        .collect();
    draft.unit = (!units.is_empty()).then(|| context.join_lines(units.iter().map(|&i| &lines[i])));
    let apart = |i: usize| Some(i) == institution || units.contains(&i);
    let position = position_below(context, lines, from..=at);
    let end = match position {
        Some(_) => at,
        None => title_end(context, lines, at),
    };
    draft.title = Some(context.join_lines((from..=end).filter(|i| !apart(*i)).map(|i| &lines[i])));
    let above: Vec<Line> = (0..from)
        .filter(|i| !apart(*i))
        .map(|i| lines[i].clone())
        .collect();
    let mut rest = approval::read(context, &above, draft);
    rest.extend_from_slice(&lines[end + 1 + usize::from(position.is_some())..]);
    draft.position = position.map(|line| line.text.clone());
    rest
}

/// The line below a title that is nothing but its word, if it names the position.
fn position_below<'a>(
    context: &Context,
    lines: &'a [Line],
    title: RangeInclusive<usize>,
) -> Option<&'a Line> {
    let below = lines.get(title.end() + 1)?;
    let bare = lines[title]
        .iter()
        .all(|l| is_bare(context, l) || names_unit(context, l));
    (bare && names_position(context, below)).then_some(below)
}

/// Whether a title's line is nothing but its word.
fn is_bare(context: &Context, line: &Line) -> bool {
    let words = &context.pack.document.title_words;
    words.contains(&fold(&unspaced(line.as_str())))
}

/// Whether a unit's name may as well be a genitive, before "JUHATAJA AMETIJUHEND".
fn is_genitive(context: &Context, line: &Line) -> bool {
    let folded = fold(line.as_str());
    let genitives = &context.pack.document.unit_genitives;
    genitives.iter().any(|g| folded.ends_with(g.as_str()))
}

/// A line below a bare title that names the position: a few words, neither label nor statement, institution nor unit.
fn names_position(context: &Context, line: &Line) -> bool {
    let string = line.as_str();
    let folded = fold(string);
    let pack = context.pack;
    string.split(' ').count() <= MOST_WORDS
        && string.starts_with(char::is_alphabetic)
        && !string.contains([':', '.', ';', '_', '\t'])
        && !string.contains(|c: char| c.is_ascii_digit())
        && line.gaps.is_empty()
        && Marker::parse(string).is_none()
        && pack.field_prefix(string).is_none()
        && !is_label(context, line)
        && !pack.names_institution(&folded)
        && !pack.names_unit(&folded)
}

/// The last line of the title: what stands below it in brackets belongs to it, and short lines that are neither fields nor
/// sentences, if nothing else stands there.
fn title_end(context: &Context, lines: &[Line], at: usize) -> usize {
    let below = &lines[at + 1..];
    let short = |l: &Line| {
        l.as_str().split(' ').count() <= MOST_WORDS
            && !l.as_str().contains(':')
            && !l.as_str().ends_with(['.', ';'])
            && l.gaps.is_empty()
            && context.pack.field_prefix(l.as_str()).is_none()
            && !is_label(context, l)
    };
    if below.len() <= MOST_LINES_BELOW && below.iter().all(short) {
        return lines.len() - 1;
    }
    let bracketed = |l: &&Line| l.as_str().starts_with('(') && l.as_str().ends_with(')');
    at + usize::from(below.first().filter(bracketed).is_some())
}

/// Whether a line is the title of another kind of document: short, or in capitals, with one of its words.
fn is_other_title(context: &Context, line: &Line) -> bool {
    let string = unspaced(line.as_str());
    let shaped = is_capitals(&string)
        || (string.split(' ').count() <= MOST_WORDS && !string.ends_with(['.', ';', ':']));
    let pack = context.pack;
    let capitals = is_capitals(&string);
    // "DOKUMENDIHALDUSKORD" is a "kord".
    let compound =
        |w: &str, title: &String| capitals && w.ends_with(title.as_str()) && !pack.is_title(w);
    let named = |w: &str| {
        let word = fold(w);
        let titles = &pack.document.other_titles;
        titles.iter().any(|t| *t == word || compound(&word, t))
    };
    shaped && !is_label(context, line) && string.split(' ').any(named)
}

/// A line of capitals above the title that names a unit in the nominative: "LIIKLUSKORRALDUSE OSAKOND".
fn names_unit(context: &Context, line: &Line) -> bool {
    let string = line.as_str();
    is_capitals(string)
        && string.split(' ').count() <= MOST_WORDS
        && context.pack.names_unit(&fold(string))
}

/// A line of capitals above the title (or, as the first line, of words that all begin with one) that names an institution in the nominative: by its ending, or because several words end in a
/// consonant, which no genitive does.
fn names_institution(context: &Context, line: &Line, first: bool) -> bool {
    let string = line.as_str();
    let words = string.split(' ').count();
    let consonant = string
        .chars()
        .next_back()
        .is_some_and(|c| c.is_alphabetic() && !"AEIOUÕÄÖÜ".contains(c));
    let plain = !string.contains(|c: char| c.is_ascii_digit() || c == ':' || c == '.')
        && !is_label(context, line);
    let known = context.pack.names_institution(&fold(string));
    let proper = string.split(' ').all(|w| w.starts_with(char::is_uppercase));
    plain
        && words <= MOST_WORDS
        && (is_capitals(string) || (first && proper && words > 1))
        && !context.pack.is_title(&fold(string))
        && !names_unit(context, line)
        && (known || (consonant && words > 1))
}

fn is_label(context: &Context, line: &Line) -> bool {
    let folded = fold(line.as_str());
    let first = folded.split(' ').next().unwrap_or_default();
    context
        .pack
        .approval
        .annex_words
        .iter()
        .chain(&context.pack.approval.heads)
        .any(|w| w == first)
}

/// A letter-spaced line without its blanks: "a m e t i j u h e n d".
pub fn unspaced(line: &str) -> String {
    let letters = line.split(' ').filter(|w| w.chars().count() == 1).count();
    if letters > 3 && letters == line.split(' ').count() {
        line.replace(' ', "")
    } else {
        line.to_owned()
    }
}
