//! The approval block: who approved the document, by which act.

use nom::bytes::complete::take_while1;
use nom::character::complete::satisfy;
use nom::combinator::{recognize, verify};
use nom::sequence::pair;
use nom::{IResult, Parser};

use crate::grammar::context::Context;
use crate::grammar::dates;
use crate::grammar::draft::{Approval, Draft};
use crate::grammar::fold::fold;
use crate::grammar::force;
use crate::layout::Line;
use crate::text::Text;

/// An order's date and number stand within this many of its first lines.
const COVER_HEAD: usize = 12;

/// How many lines may stand between the first line of an approval without the word KINNITATUD and its act.
const LINES_BEFORE_ACT: usize = 2;

/// An annex label is a word and a number.
const ANNEX_WORDS: usize = 2;

/// Reads the approval and the annex label from the lines above the title; gives back the other lines.
pub fn read(context: &Context, lines: &[Line], draft: &mut Draft) -> Vec<Line> {
    let Some((from, to)) = extent(context, lines) else {
        return lines.to_vec();
    };
    let text = context.join_lines(&lines[from..to]);
    let words = words(&text);
    let annex = annex_label(context, &words, &text);
    draft.part_label = annex.map(|(a, b)| text.slice(a, b));
    let body_end = annex.map_or(text.as_str().len(), |(a, b)| {
        if b == text.as_str().len() {
            a
        } else {
            text.as_str().len()
        }
    });
    let approval = approval(context, &text, &words, body_end);
    if approval.date.is_none() {
        let unreal = dates::unreal(text.as_str(), context.pack);
        draft.outline.unreal_date = unreal.map(|r| text.slice(r.start, r.end));
    }
    if approval.by.is_some()
        || approval.number.is_some()
        || approval.date.is_some()
        || approval.act.is_some()
    {
        draft.approval = Some(approval);
    }
    if draft.approval.is_some() {
        draft.outline.approval = Some(text.clone());
    }
    context.label(text);
    lines[..from].iter().chain(&lines[to..]).cloned().collect()
}

/// Completes the approval from the order in front of the annex: its date and number stand at its head.
pub fn complete_from_cover(context: &Context, cover: &[Line], draft: &mut Draft) {
    let head = context.join_lines(&cover[..cover.len().min(COVER_HEAD)]);
    let date = dates::date(head.as_str(), context.pack);
    let number = number_in(context, head.as_str());
    let approval = draft.approval.get_or_insert_default();
    if let (None, Some((iso, range))) = (&approval.date, date) {
        approval.date = Some((head.slice(range.start, range.end), iso));
        approval.from_cover = true;
    }
    if let (None, Some((_, from, to))) = (&approval.number, number) {
        approval.number = Some(head.slice(from, to));
        approval.from_cover = true;
    }
    force::read(context, cover, approval);
}

/// The lines of the block: from the word that opens it, or a little above the act, to the last line with an act, date, number or
/// annex label.
fn extent(context: &Context, lines: &[Line]) -> Option<(usize, usize)> {
    let pack = context.pack;
    let first_word = |l: &Line| l.as_str().split(' ').next().map(fold).unwrap_or_default();
    let opens = lines
        .iter()
        .position(|l| pack.approval.heads.contains(&first_word(l)));
    let has_act = |l: &Line| {
        l.as_str()
            .split(' ')
            .any(|w| pack.approval.acts.contains(&fold(w)))
    };
    let is_annex = |l: &Line| {
        pack.approval.annex_words.contains(&first_word(l)) && l.as_str().split(' ').count() <= 3
    };
    let act = lines.iter().position(has_act);
    let from = match (opens, act) {
        // The annex label may stand above.
        (Some(i), _) => i - usize::from(i > 0 && is_annex(&lines[i - 1])),
        (None, Some(i)) => i.saturating_sub(LINES_BEFORE_ACT).max(
            lines[..i]
                .iter()
                .rposition(|l| is_annex(l) || l.blank_above)
                .unwrap_or(0),
        ),
        (None, None) => lines.iter().position(is_annex)?,
    };
    let belongs = |l: &Line| {
        has_act(l)
            || is_annex(l)
            || dates::date(l.as_str(), context.pack).is_some()
            || dates::unreal(l.as_str(), context.pack).is_some()
            || number_in(context, l.as_str()).is_some()
    };
    let last = lines.iter().rposition(belongs)?.max(from);
    let open = is_open(context, lines[last].as_str());
    Some((from, (last + 1 + usize::from(open)).min(lines.len())))
}

/// "käskkirjaga nr", "nr 15-" at a line's end: the number goes on on the next.
fn is_open(context: &Context, line: &str) -> bool {
    let word = line.rsplit(' ').next().unwrap_or_default();
    let broken = word.ends_with(['-', '/']) && word.contains(|c: char| c.is_ascii_digit());
    broken || context.pack.approval.number_words.contains(&fold(word))
}

/// Words of a text with their byte positions.
fn words(text: &Text) -> Vec<(usize, &str)> {
    let base = text.as_str().as_ptr() as usize;
    text.as_str()
        .split(' ')
        .filter(|w| !w.is_empty())
        .map(|w| (w.as_ptr() as usize - base, w))
        .collect()
}

/// "Lisa 3", "lisa 4": the annex word and its number.
fn annex_label(context: &Context, words: &[(usize, &str)], text: &Text) -> Option<(usize, usize)> {
    words.windows(2).rev().find_map(|pair| {
        let number = pair[1].1.trim_end_matches([',', '.']);
        let is_number = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
        let end = pair[1].0 + number.len();
        (context.pack.approval.annex_words.contains(&fold(pair[0].1))
            && is_number
            && end <= text.as_str().len())
        .then_some((pair[0].0, end))
    })
}

fn approval(context: &Context, text: &Text, words: &[(usize, &str)], body_end: usize) -> Approval {
    let pack = context.pack;
    let string = text.as_str();
    // "Lisa 2" may stand in front.
    let annex = annex_label(context, words, text).filter(|a| a.0 == 0);
    let lead = annex.map_or(0, |_| ANNEX_WORDS);
    let heads = words
        .iter()
        .skip(lead)
        .take_while(|(_, w)| pack.approval.heads.contains(&fold(w)))
        .count();
    let by_from = words.get(lead + heads).map_or(string.len(), |w| w.0);
    let act = words
        .iter()
        .find(|(_, w)| pack.approval.acts.contains(&fold(w)))
        .map(|&(at, w)| (at, at + w.len()));
    let date = dates::date(string, pack);
    let number = number_in(context, string);
    let ends = [
        act.map(|a| a.0),
        date.as_ref().map(|d| d.1.start),
        dates::unreal(string, pack).map(|r| r.start),
        number.map(|n| n.0),
    ];
    let by_to = ends
        .into_iter()
        .flatten()
        .filter(|&e| e >= by_from)
        .min()
        .unwrap_or(body_end)
        .min(body_end);
    let by = if by_from < by_to {
        text.slice(by_from, by_to).trim()
    } else {
        Text::default()
    };
    Approval {
        by: (!by.is_empty()).then_some(by),
        act: act.map(|(a, b)| text.slice(a, b)),
        number: number.map(|(_, a, b)| text.slice(a, b)),
        from_cover: false,
        in_force_from: None,
        in_force_to: None,
        repeals: Vec::new(),
        date: date.map(|(iso, range)| (text.slice(range.start, range.end), iso)),
    }
}

/// The number behind "nr": where the word begins, and where the number begins and ends.
fn number_in(context: &Context, text: &str) -> Option<(usize, usize, usize)> {
    let mut at = 0;
    for word in text.split(' ') {
        let begin = at;
        at += word.len() + 1;
        let folded = fold(word);
        // "nr.28": the number follows without a blank.
        let glued = context.pack.approval.number_words.iter().find(|n| {
            folded.strip_prefix(n.as_str()).is_some_and(|r| {
                r.trim_start_matches('.')
                    .starts_with(|c: char| c.is_ascii_digit())
            })
        });
        let from = match glued {
            Some(_) => begin + word.find(|c: char| c.is_ascii_digit())?,
            None if ends_in_number_word(context, &folded) => at,
            None => continue,
        };
        if let Some(Ok((_, number))) = text.get(from..).map(act_number) {
            return Some((
                begin,
                from,
                from + number.trim_end_matches(['.', '-', '/']).len(),
            ));
        }
    }
    None
}

/// "nr", or an abbreviation that ends in it: "dir.kk.nr".
fn ends_in_number_word(context: &Context, folded: &str) -> bool {
    let last = folded.rsplit('.').next().unwrap_or(folded);
    context
        .pack
        .approval
        .number_words
        .iter()
        .any(|n| n == folded || n == last)
}

/// act-number = (DIGIT / ALPHA) *(DIGIT / ALPHA / "." / "-" / "/"), with a digit in it: `2.1-2/26/001`, `JUH-1/11`
fn act_number(input: &str) -> IResult<&str, &str> {
    let part = recognize(pair(
        satisfy(char::is_alphanumeric),
        nom::combinator::opt(take_while1(|c: char| {
            c.is_alphanumeric() || ".-/".contains(c)
        })),
    ));
    verify(part, |n: &str| n.contains(|c: char| c.is_ascii_digit())).parse(input)
}
