//! Items of a list: where one ends and the next begins.

use nom::IResult;
use nom::Parser;
use nom::multi::many0;

use crate::grammar::context::Context;
use crate::grammar::duties::wording::begins_with_verb;
use crate::grammar::lines::Lines;
use crate::layout::{self, Line, Marker, MarkerKind};
use crate::text::Text;

/// An item: its marker and its lines' text without the marker.
#[derive(Clone, Debug)]
pub struct ListItem {
    /// The marker that opens it.
    pub marker: Option<Marker>,
    /// The number as written, without closing dot.
    pub number: Option<Text>,
    /// Its text.
    pub text: Text,
    /// Whether its text hangs behind a lost marker: it opens like its marked neighbours.
    pub lost_marker: bool,
}

impl ListItem {
    /// An item without a marker.
    pub fn unmarked(text: Text) -> ListItem {
        ListItem {
            marker: None,
            number: None,
            text,
            lost_marker: false,
        }
    }

    /// Depth of its number; 0 without.
    pub fn depth(&self) -> usize {
        self.marker.as_ref().map_or(0, Marker::depth)
    }
}

/// What the lines of a list have in common, which tells a wrapped line from a new item.
#[derive(Clone, Copy, Debug, Default)]
struct Style {
    /// Some lines open with a marker.
    marked: bool,
    /// Marked items begin in lower case.
    lower: bool,
    /// There are no markers, and most lines begin with a capital: each of these begins an item.
    capitals: bool,
    /// Most lines begin with a verb ("koostab"), as those of a list of duties do.
    verbs: bool,
    /// There are no markers, and every line begins with the same capitalised word: each is an item.
    alike: bool,
    /// Dashes stand alone on lines of their own, above their items: several, so that none is a value ("none").
    lone_dashes: bool,
    /// There are no markers, and most lines end before the next one's first word would have: each is an item.
    single_lines: bool,
}

/// Reads lines as items.
pub fn items(context: &Context, lines: &[Line]) -> Vec<ListItem> {
    let lines = cut_at_inline_bullets(lines);
    let style = style(&lines);
    let parsed = many0(|input| item(style, input)).parse(Lines(&lines));
    let (_, groups) = parsed.unwrap_or((Lines(&[]), Vec::new()));
    groups
        .into_iter()
        .map(|group| build(context, style, group))
        .collect()
}

/// item = first-line *continuation
fn item<'l>(style: Style, input: Lines<'l>) -> IResult<Lines<'l>, &'l [Line]> {
    let lines = input.0;
    if lines.is_empty() {
        return Err(nom::Err::Error(nom::error::Error::new(
            input,
            nom::error::ErrorKind::Eof,
        )));
    }
    let mut end = 1;
    while end < lines.len() && continues(style, &lines[..end], &lines[end]) {
        end += 1;
    }
    Ok((Lines(&lines[end..]), &lines[..end]))
}

fn style(lines: &[Line]) -> Style {
    let texts = lines
        .iter()
        .filter_map(|l| Marker::parse(l.as_str()).map(|m| &l.as_str()[m.text..]));
    let (mut marked, mut lower) = (0, 0);
    for text in texts {
        marked += 1;
        lower += usize::from(text.chars().next().is_some_and(char::is_lowercase));
    }
    let roomy = lines
        .windows(2)
        .filter(|pair| pair[0].had_room_for(&pair[1]))
        .count();
    let first_word = |l: &Line| l.as_str().split(' ').next().map(str::to_owned);
    let alike = lines.len() > 1
        && lines
            .windows(2)
            .all(|pair| first_word(&pair[0]) == first_word(&pair[1]));
    let capitals = lines
        .iter()
        .filter(|l| l.as_str().starts_with(char::is_uppercase))
        .count();
    let verbs = lines
        .iter()
        .filter(|l| begins_with_verb(l.as_str()))
        .count();
    let lone_dashes = has_lone_dashes(lines);
    Style {
        marked: marked > 0 || lone_dashes,
        alike: marked == 0 && alike && capitals == lines.len(),
        lone_dashes,
        verbs: lines.len() > 3 && verbs * 10 >= lines.len() * 6,
        lower: lower * 2 > marked,
        capitals: marked == 0 && lines.len() > 3 && capitals * 10 >= lines.len() * 6,
        single_lines: marked == 0
            && (alike || lines.len() > 2)
            && roomy * 10 >= (lines.len() - 1) * 7,
    }
}

/// Whether a line goes on with the item above it.
fn continues(style: Style, item: &[Line], line: &Line) -> bool {
    let Some(last) = item.last() else {
        return false;
    };
    if opens_item(style, item, line) {
        return false;
    }
    // A marker alone on its line: its text follows.
    if item.len() == 1 && Marker::alone(last.as_str()).is_some() {
        return true;
    }
    let end = last.as_str();
    let lower = line.as_str().chars().next().is_some_and(char::is_lowercase);
    if !style.marked && end.ends_with(';') {
        return false;
    }
    if style.alike || style.capitals && line.as_str().starts_with(char::is_uppercase) {
        return false;
    }
    if style.single_lines && lower {
        return !(last.had_room_for(line) || style.verbs && begins_with_verb(line.as_str()));
    }
    if lower {
        // Nothing goes on in lower case behind a full stop: it is an item that has lost its marker.
        let closed = end.ends_with(';') || (end.ends_with('.') && !ends_in_abbreviation(end));
        return !(closed && (style.lower || last.had_room_for(line)));
    }
    if end.ends_with(';') {
        return false;
    }
    if end.ends_with(['.', ':', '!', '?']) || style.marked {
        let marked = item
            .first()
            .is_some_and(|l| Marker::parse(l.as_str()).is_some());
        // Wrapped text of a marked item stands deeper than the margin, or where it was broken for want of room.
        let hangs = marked
            && item
                .first()
                .is_some_and(|f| line.bbox.x0 > f.bbox.x0 + 0.3 * line.size.max(1.0));
        return hangs || !(last.had_room_for(line) && (line.blank_above || !marked || last.cut));
    }
    !last.had_room_for(line)
}

/// Whether a line's marker opens an item: any bullet, letter or number of several parts; a single number only where it
/// follows the number before it (else it is a day, or an amount at a line's beginning).
fn opens_item(style: Style, item: &[Line], line: &Line) -> bool {
    let Some(marker) = Marker::parse(line.as_str()) else {
        return is_lone_bullet(line) || style.lone_dashes && line.as_str() == "-";
    };
    match &marker.kind {
        MarkerKind::Number(parts) if parts.len() == 1 => {
            let capital = line.as_str()[marker.text..]
                .chars()
                .next()
                .is_none_or(char::is_uppercase);
            let before = item
                .first()
                .and_then(|l| Marker::parse(l.as_str()))
                .map(|m| m.kind);
            match before {
                Some(MarkerKind::Number(b)) if b.len() == 1 => parts[0] == b[0] + 1,
                _ => parts[0] == 1 || capital,
            }
        }
        MarkerKind::Roman(_) => false,
        MarkerKind::Bullet('-' | '–' | '—' | '−') => {
            // "Tallinn \n – Tartu": a dash in the middle of a sentence is no marker, if the items have others.
            let other = item
                .first()
                .and_then(|l| Marker::parse(l.as_str()))
                .is_some_and(|m| {
                    !matches!(m.kind, MarkerKind::Bullet('-' | '–' | '—' | '−')) && m.is_bullet()
                });
            !other
        }
        _ => true,
    }
}

/// Whether dashes stand on lines of their own, as markers do that a text extractor set apart. A single one may be a value.
pub fn has_lone_dashes(lines: &[Line]) -> bool {
    lines.iter().filter(|l| l.as_str() == "-").count() > 1
}

fn is_lone_bullet(line: &Line) -> bool {
    line.as_str() != "-" && layout::is_lone_bullet(line.as_str())
}

/// "jne.", "sh.", "vms.", "nr.": a stop that need not end a sentence.
fn ends_in_abbreviation(text: &str) -> bool {
    let word = text.rsplit(' ').next().unwrap_or_default();
    word.chars().filter(|c| *c == '.').count() > 1
        || word
            .trim_end_matches('.')
            .chars()
            .all(|c| c.is_ascii_digit())
}

fn build(context: &Context, style: Style, lines: &[Line]) -> ListItem {
    let first = &lines[0];
    let mut marker = Marker::parse(first.as_str());
    if marker.is_none() && (is_lone_bullet(first) || style.lone_dashes && first.as_str() == "-") {
        marker = Marker::alone(first.as_str()).map(|m| Marker {
            text: first.as_str().len(),
            ..m
        });
    }
    let start = marker.as_ref().map_or(0, |m| m.text);
    let number = marker
        .as_ref()
        .filter(|m| m.depth() > 0)
        .map(|m| first.text.slice(0, m.end));
    if let Some(m) = &marker {
        let from = if number.is_some() { m.end } else { 0 };
        context.label(first.text.slice(from, m.text).trim());
    }
    let rest = first.text.slice(start, first.as_str().len());
    let parts = std::iter::once(&rest).chain(lines[1..].iter().map(|l| &l.text));
    ListItem {
        lost_marker: marker.is_none() && style.marked,
        marker,
        number,
        text: context.join(parts),
    }
}

/// Unmarked items, or those of running text that divides them by semicolons. Where hardly any stands within a line, each line
/// or paragraph is an item already.
pub fn cut_prose(context: &Context, lines: &[Line], items: Vec<ListItem>) -> Vec<ListItem> {
    let within = lines
        .iter()
        .map(|l| l.as_str().trim_end_matches(';').matches("; ").count())
        .sum::<usize>();
    if within < 2 && (within == 0 || lines.len() > 2) {
        return items;
    }
    let texts = at_semicolons(&context.join_lines(lines)).into_iter();
    texts.map(ListItem::unmarked).collect()
}

/// The parts of running text that semicolons divide, each with its own.
fn at_semicolons(text: &Text) -> Vec<Text> {
    let string = text.as_str();
    let ends = string.match_indices("; ").map(|(at, _)| at + 1);
    let mut from = 0;
    ends.chain([string.len()])
        .map(|end| text.slice(std::mem::replace(&mut from, end), end).trim())
        .collect()
}

/// Takes words that open a list of marked items without being a sentence: a lead-in, whatever they are.
pub fn take_lead_in(context: &Context, items: &mut Vec<ListItem>) {
    if let [first, second, ..] = items.as_slice()
        && first.marker.is_none()
        && second.marker.is_some()
        && !first.text.as_str().ends_with(['.', ';', '!'])
    {
        context.label(items.remove(0).text);
    }
}

/// Cuts lines at a bullet within them: "3.7 Koostöö tagamine.  ▪ Teenistujad on kaasatud."
pub fn cut_at_inline_bullets(lines: &[Line]) -> Vec<Line> {
    let mut out = Vec::with_capacity(lines.len());
    for line in lines {
        let mut rest = line.clone();
        while let Some(at) = crate::layout::bullet_within(rest.as_str(), &rest.gaps) {
            let (head, tail) = rest.split(at);
            out.push(head);
            rest = tail;
        }
        out.push(rest);
    }
    out
}
