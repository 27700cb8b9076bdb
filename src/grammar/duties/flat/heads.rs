//! Heads of columns among running lines.

use crate::grammar::context::{Context, plain};
use crate::grammar::fold::fold;
use crate::grammar::pack::ColumnRole;
use crate::layout::{Line, Marker};

/// Lines below one or more column heads.
pub struct Part {
    /// What the columns hold, in order.
    pub roles: Vec<ColumnRole>,
    /// What stands below.
    pub lines: Vec<Line>,
}

/// Finds the column heads, claims them, and gives what stands below each group of them.
pub fn parts(context: &Context, lines: &[Line]) -> Vec<Part> {
    let mut parts = vec![Part {
        roles: Vec::new(),
        lines: Vec::new(),
    }];
    let mut i = 0;
    while i < lines.len() {
        let wrapped = i > 0 && goes_on(&parts, &lines[i - 1], &lines[i]);
        match head_at(context, &lines[i..]).filter(|_| !wrapped) {
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

/// Whether a line in lower case goes on with an open one above it: "… muud talle antud" over "tööülesanded" is no head.
fn goes_on(parts: &[Part], above: &Line, line: &Line) -> bool {
    let inside = parts.last().is_some_and(|p| !p.lines.is_empty());
    let lower = line.as_str().starts_with(char::is_lowercase);
    inside && lower && !above.as_str().ends_with(['.', ';', ':'])
}

/// One or more column heads at the beginning of some lines: their roles, and how many lines they take.
fn head_at(context: &Context, lines: &[Line]) -> Option<(Vec<ColumnRole>, usize)> {
    // Where the first line has words enough, the lines below do not change what it begins with.
    let first = behind_number(lines.first()?.as_str());
    if first.contains(' ') && !context.pack.columns.may_be_or_begin(first) {
        return None;
    }
    for used in (1..=3.min(lines.len())).rev() {
        let string = plain(&lines[..used]);
        if let Some(roles) = all_heads(context, &string) {
            return Some((roles, used));
        }
    }
    None
}

fn behind_number(text: &str) -> &str {
    let number = Marker::parse(text).filter(|m| m.depth() > 0);
    &text[number.map_or(0, |m| m.text)..]
}

/// Reads a line as nothing but column heads, one behind the other.
fn all_heads(context: &Context, line: &str) -> Option<Vec<ColumnRole>> {
    let mut roles = Vec::new();
    let mut rest = line.trim();
    while !rest.is_empty() {
        rest = behind_number(rest);
        if !context.pack.columns.may_be_or_begin(rest) {
            return None;
        }
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
