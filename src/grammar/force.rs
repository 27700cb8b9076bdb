//! What an order says of being in force: which earlier orders it repeals, and from and until when it holds.
//!
//! ```text
//! repeal    = [date] act-word number-word act-number [title] [annexes]     ; 03.02.2023 käskkirja nr 31 lisad 1 kuni 2
//! annexes   = annex-word number *(("," / "ja" / "kuni" / "-") number)      ; lisad 1, 3 ja 5–7
//! force     = force-word … date                                            ; jõustub 1. detsembril 2025
//! ```
//!
//! An order consists of numbered points. A point with the word "kehtetuks" repeals each act that it numbers behind that
//! word, or, if there is none behind it, in front of it.

use std::ops::Range;

use crate::grammar::context::Context;
use crate::grammar::dates;
use crate::grammar::draft::{Approval, Repeal};
use crate::grammar::fold::fold;
use crate::layout::Line;
use crate::text::Text;

/// How far behind "jõustub" its date may begin, in bytes.
const DATE_WITHIN: usize = 40;

/// No order has more annexes; a range that is longer was misread.
const MOST_ANNEXES: u32 = 500;

/// A word with its place.
struct Token<'a> {
    text: &'a str,
    range: Range<usize>,
}

/// A date with its place.
type Dated = (String, Range<usize>);

/// Reads what the order in front of the annexes says.
pub fn read(context: &Context, cover: &[Line], approval: &mut Approval) {
    let text = context.join_lines(cover);
    let tokens = tokens(text.as_str());
    let dates = all_dates(context, text.as_str());
    for point in points(&tokens) {
        approval
            .repeals
            .extend(repeals(context, &text, point, &dates));
    }
    (approval.in_force_from, approval.in_force_to) = force(context, &text, &tokens, &dates);
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let words = text.split(' ').filter(|w| !w.is_empty());
    words
        .map(|word| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            Token {
                text: word,
                range: start..start + word.len(),
            }
        })
        .collect()
}

fn all_dates(context: &Context, text: &str) -> Vec<Dated> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some((iso, range)) = text
        .get(at..)
        .and_then(|rest| dates::date(rest, context.pack))
    {
        let range = at + range.start..at + range.end;
        at = range.end;
        out.push((iso, range));
    }
    out
}

/// The numbered points of an order, each with the points below it.
fn points<'t, 'a>(tokens: &'t [Token<'a>]) -> Vec<&'t [Token<'a>]> {
    let opens = |i: usize| {
        let number = tokens[i].text.strip_suffix('.');
        let is_number = number.is_some_and(|n| n.len() <= 2 && n.parse::<u8>().is_ok());
        let before = i.checked_sub(1).map(|b| tokens[b].text);
        let ends = before.is_none_or(|b| b.ends_with(['.', ';', ':', ',', ')']));
        let upper = |t: &Token| t.text.chars().next().is_some_and(char::is_uppercase);
        is_number && ends && tokens.get(i + 1).is_some_and(upper)
    };
    let mut starts: Vec<usize> = (0..tokens.len()).filter(|&i| opens(i)).collect();
    starts.insert(0, 0);
    let ends = starts.iter().skip(1).copied().chain([tokens.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(&a, b)| &tokens[a..b])
        .collect()
}

/// The acts that a point repeals.
fn repeals(context: &Context, text: &Text, point: &[Token], dates: &[Dated]) -> Vec<Repeal> {
    let words = &context.pack.approval;
    let folded: Vec<String> = point.iter().map(|t| fold(t.text)).collect();
    let Some(word) = folded.iter().position(|w| words.repeal_words.contains(w)) else {
        return Vec::new();
    };
    let mut all: Vec<(usize, Repeal)> = Vec::new();
    let mut from = point.first().map_or(0, |t| t.range.start);
    for at in 0..point.len() {
        let behind_annex = at > 0 && words.annex_list_words.contains(&folded[at - 1]);
        if words.number_words.contains(&folded[at])
            && !behind_annex
            && let Some((repeal, end)) =
                act(context, text, &point[at..], &folded[at..], from, dates)
        {
            all.push((at, repeal));
            from = end;
        }
    }
    if all.iter().any(|(at, _)| *at > word) {
        all.retain(|(at, _)| *at > word);
    }
    all.into_iter().map(|(_, repeal)| repeal).collect()
}

/// An act whose number word is the first token; `from` is where its date may begin. Also where it ends.
fn act(
    context: &Context,
    text: &Text,
    tokens: &[Token],
    folded: &[String],
    from: usize,
    dates: &[Dated],
) -> Option<(Repeal, usize)> {
    let number = tokens.get(1)?;
    let bare = number.text.trim_end_matches([',', ';', '.', ')', ':']);
    if !bare.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let number = number.range.start..number.range.start + bare.len();
    let before = dates
        .iter()
        .rfind(|d| d.1.start >= from && d.1.end <= number.start);
    let behind = dates
        .iter()
        .find(|d| follows(text.as_str(), number.end, d.1.start));
    let date = before.or(behind);
    let rest = (2..tokens.len()).take_while(|&i| !is_number_word(context, folded, i));
    let annex_word = rest
        .into_iter()
        .find(|&i| context.pack.approval.annex_list_words.contains(&folded[i]));
    let (annexes, annexes_end) =
        annex_word.map_or((Vec::new(), 0), |i| annexes(context, &tokens[i + 1..]));
    let start = date.map_or(tokens[0].range.start, |d| {
        d.1.start.min(tokens[0].range.start)
    });
    let end = number.end.max(annexes_end).max(date.map_or(0, |d| d.1.end));
    let repeal = Repeal {
        text: text.slice(start, end),
        number: text.slice(number.start, number.end),
        date: date.map(|(iso, range)| (text.slice(range.start, range.end), iso.clone())),
        annexes,
    };
    Some((repeal, end))
}

/// Whether the next act's number begins here: a number word that is not that of an annex.
fn is_number_word(context: &Context, folded: &[String], i: usize) -> bool {
    let words = &context.pack.approval;
    words.number_words.contains(&folded[i]) && !words.annex_list_words.contains(&folded[i - 1])
}

/// Whether nothing but punctuation and blanks stand between.
fn follows(text: &str, end: usize, start: usize) -> bool {
    text.get(end..start)
        .is_some_and(|between| between.chars().all(|c| " ,(".contains(c)))
}

/// The numbers behind "lisad", and where the last of them ends.
fn annexes(context: &Context, tokens: &[Token]) -> (Vec<u32>, usize) {
    let mut list: Vec<u32> = Vec::new();
    let (mut end, mut to) = (0, false);
    for token in tokens {
        let word = fold(token.text);
        let bare = word.trim_matches([',', '.', ';', ')', '(']);
        let is_joint = context.pack.document.conjunctions.iter().any(|c| c == bare);
        if context.pack.approval.until_words.iter().any(|u| u == bare) || bare == "-" {
            to = true;
        } else if let Some((first, last)) = numbers(bare) {
            let first = match list.last() {
                Some(&before) if to && before < first => before + 1,
                _ => first,
            };
            list.extend((first..=last).take(MOST_ANNEXES as usize));
            to = false;
            end = token.range.end
                - (token.text.len() - token.text.trim_end_matches([',', '.', ';', ')']).len());
        } else if !is_joint && !context.pack.approval.number_words.iter().any(|n| n == bare) {
            break;
        }
        // A stop or semicolon ends the list, unless it is that of an abbreviation.
        if end > 0 && token.text.ends_with([';', '.']) {
            break;
        }
    }
    (list, end)
}

/// "4", "1-3".
fn numbers(word: &str) -> Option<(u32, u32)> {
    let (first, last) = word.split_once('-').unwrap_or((word, word));
    let (first, last) = (first.parse().ok()?, last.parse().ok()?);
    (first <= last && last <= MOST_ANNEXES).then_some((first, last))
}

/// From when and until when the order holds.
type Force = (Option<(Text, String)>, Option<(Text, String)>);

fn force(context: &Context, text: &Text, tokens: &[Token], dates: &[Dated]) -> Force {
    let words = &context.pack.approval;
    let (mut from, mut to) = (None, None);
    for token in tokens
        .iter()
        .filter(|t| words.force_words.contains(&fold(t.text)))
    {
        let near =
            |d: &&Dated| d.1.start >= token.range.end && d.1.start - token.range.end <= DATE_WITHIN;
        for (iso, range) in dates.iter().filter(near) {
            let before = text.as_str()[..range.start].trim_end().rsplit(' ').next();
            let until = before.is_some_and(|w| words.until_words.contains(&fold(w)));
            let slot = if until { &mut to } else { &mut from };
            slot.get_or_insert_with(|| (text.slice(range.start, range.end), iso.clone()));
        }
    }
    (from, to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::pack::base;

    /// "31 2023-02-03 1,2" for each act that is repealed.
    fn repealed(order: &str) -> Vec<String> {
        let pack = base();
        let text = source(order);
        let vocabulary = crate::layout::Vocabulary::default();
        let joiner = crate::layout::Joiner::new(&vocabulary, &pack.document.conjunctions);
        let context = Context::new(&pack, &joiner);
        let tokens = tokens(order);
        let dates = all_dates(&context, order);
        let all = points(&tokens)
            .into_iter()
            .flat_map(|p| repeals(&context, &text, p, &dates));
        all.map(|r| {
            let date = r.date.map_or(String::new(), |d| d.1);
            let annexes: Vec<String> = r.annexes.iter().map(u32::to_string).collect();
            format!("{} {date} {}", r.number.as_str(), annexes.join(","))
        })
        .collect()
    }

    fn in_force(order: &str) -> (Option<String>, Option<String>) {
        let pack = base();
        let vocabulary = crate::layout::Vocabulary::default();
        let joiner = crate::layout::Joiner::new(&vocabulary, &pack.document.conjunctions);
        let context = Context::new(&pack, &joiner);
        let found = force(
            &context,
            &source(order),
            &tokens(order),
            &all_dates(&context, order),
        );
        (found.0.map(|f| f.1), found.1.map(|t| t.1))
    }

    fn source(order: &str) -> Text {
        let mut text = Text::default();
        text.push_source(order, 0);
        text
    }

    #[test]
    fn acts_that_are_repealed() {
        for (order, expected) in [
            (
                "1. Kinnitan ametijuhendid: 1.1. nõustaja (lisa 1). 2. Tunnistan kehtetuks: 2.1. peadirektori 03.02.2023 käskkirja nr 31 \
                 „Ametijuhendi kinnitamine“ lisa 1; 2.2. peadirektori 19.06.2023 käskkirja nr 88 „Ametijuhendi kinnitamine“. 3. Käskkiri \
                 jõustub 1. detsembril 2025.",
                vec!["31 2023-02-03 1", "88 2023-06-19 "],
            ),
            (
                "2. Tunnistan kehtetuks 12.12.2023 käskkirja nr 192 lisad 1 kuni 2.",
                vec!["192 2023-12-12 1,2"],
            ),
            (
                "2. Tunnistada kehtetuks käskkirja nr 1.1-2/24/12 (05.01.2024) lisad 1, 3 ja 5–7 ning käskkiri nr 13.",
                vec!["1.1-2/24/12 2024-01-05 1,3,5,6,7", "13  "],
            ),
            (
                "2. Vallavanema 4. mai 2021. a käskkirja nr 15-3/28 lisa nr 4 tunnistan kehtetuks.",
                vec!["15-3/28 2021-05-04 4"],
            ),
            (
                "1. Kinnitan 03.02.2023 käskkirjaga nr 31 kehtestatud korra.",
                vec![],
            ),
        ] {
            assert_eq!(repealed(order), expected, "{order}");
        }
    }

    #[test]
    fn from_and_until_when() {
        let some = |t: &str| Some(t.to_owned());
        for (order, from, to) in [
            (
                "3. Käskkiri jõustub 1. detsembril 2025.",
                some("2025-12-01"),
                None,
            ),
            (
                "Käskkirja rakendatakse alates 01.03.2024.",
                some("2024-03-01"),
                None,
            ),
            (
                "Ametijuhend kehtib 01.01.2024 kuni 31.12.2024.",
                some("2024-01-01"),
                some("2024-12-31"),
            ),
            ("Käskkiri jõustub allakirjutamisest.", None, None),
        ] {
            assert_eq!(in_force(order), (from, to), "{order}");
        }
    }
}
