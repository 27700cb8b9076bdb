//! The signature block at the document's end, and the line by which the holder acknowledges the document.

use nom::branch::alt;
use nom::bytes::complete::take_till1;
use nom::character::complete::char;
use nom::combinator::recognize;
use nom::sequence::delimited;
use nom::{IResult, Parser};

use crate::grammar::context::Context;
use crate::grammar::draft::{Draft, Signature};
use crate::grammar::fold::fold;
use crate::layout::{Block, Line};
use crate::text::Text;

/// Takes the signature block off the last section's end.
pub fn take(context: &Context, body: &mut Vec<Block>, draft: &mut Draft) {
    let begin = body
        .iter()
        .position(|b| matches!(b, Block::Line(l) if opens(context, l)));
    let Some(begin) = begin else { return };
    let tail = body.split_off(begin);
    let mut signature = Signature::default();
    let mut names: Vec<Text> = Vec::new();
    let mut acknowledging = false;
    for block in &tail {
        let lines: Vec<&Line> = match block {
            Block::Line(line) => vec![line],
            Block::Table(table) => table.rows.iter().flat_map(|r| r.lines()).collect(),
        };
        for line in lines {
            acknowledging |= acknowledges(context, line);
            if acknowledging {
                context.label(line.text.clone());
            } else if says_digital(context, line) {
                signature.digital = Some(line.text.clone());
            } else {
                placeholders(line, &mut signature.placeholders, &mut names);
            }
        }
    }
    let mut names = names.into_iter();
    signature.signer = names.next();
    signature.signer_title = names.next();
    for rest in names {
        context.label(rest);
    }
    if signature.digital.is_some() || !signature.placeholders.is_empty() {
        draft.signature = Some(signature);
    }
}

/// Whether a line opens the block.
fn opens(context: &Context, line: &Line) -> bool {
    says_digital(context, line)
        || acknowledges(context, line)
        || placeholder(line.as_str()).is_ok_and(|(rest, _)| rest.is_empty())
}

fn says_digital(context: &Context, line: &Line) -> bool {
    let folded = fold(line.as_str());
    let bare = folded.trim_matches(|c: char| "()/[]".contains(c));
    context
        .pack
        .signature
        .digital
        .iter()
        .any(|d| bare == d.trim_matches(|c: char| "()/[]".contains(c)))
}

fn acknowledges(context: &Context, line: &Line) -> bool {
    let folded = fold(line.as_str());
    context
        .pack
        .signature
        .acknowledgement
        .iter()
        .any(|a| folded.starts_with(a.as_str()))
}

/// Sorts a line of the block into unfilled fields and names.
fn placeholders(line: &Line, found: &mut Vec<Text>, names: &mut Vec<Text>) {
    let string = line.as_str();
    let mut at = 0;
    let mut any = false;
    while at < string.len() {
        match placeholder(&string[at..]) {
            Ok((_, field)) => {
                found.push(line.text.slice(at, at + field.len()));
                at += field.len();
                any = true;
            }
            Err(_) => at += string[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
    if !any {
        names.push(line.text.clone());
    }
}

/// placeholder = "{" 1*any "}" / "[" 1*any "]" / "<" 1*any ">": `{Allkirjastaja}`, `[regDateTime]`, `<nimi>`
pub fn placeholder(input: &str) -> IResult<&str, &str> {
    let inner = |close| take_till1(move |c| c == close || "{}[]<>".contains(c));
    alt((
        recognize(delimited(char('{'), inner('}'), char('}'))),
        recognize(delimited(char('['), inner(']'), char(']'))),
        recognize(delimited(char('<'), inner('>'), char('>'))),
    ))
    .parse(input)
}
