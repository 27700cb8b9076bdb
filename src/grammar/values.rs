//! Values that stand apart from their labels: which lines make up which value.

use crate::layout::Line;
use crate::text::Text;

/// What was found.
#[derive(Clone, Debug)]
pub enum Distribution {
    /// Just as many values as labels, told apart by gaps, blanks, or how they begin.
    Certain(Vec<Vec<Text>>),
    /// As many values as labels, if a weaker sign is taken for the border between two.
    ByOrder(Vec<Vec<Text>>),
    /// No reading gives as many values as labels, or more than one does.
    Undecided,
}

/// How strongly two neighbouring pieces are held apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Border {
    /// Running text: the first ends in the middle of a phrase, or the second begins in lower case.
    None,
    /// A capital begins within a line.
    WithinLine,
    /// A new line that does not begin in lower case.
    Line,
    /// A wide gap, or a value such as "-".
    Gap,
}

/// Distributes lines to `count` values.
pub fn distribute(lines: &[Line], count: usize) -> Distribution {
    let pieces = pieces(lines);
    for (least, certain) in [
        (Border::Gap, true),
        (Border::Line, true),
        (Border::WithinLine, false),
    ] {
        let groups = group(&pieces, least);
        if groups.len() == count {
            return if certain {
                Distribution::Certain(groups)
            } else {
                Distribution::ByOrder(groups)
            };
        }
    }
    // Every value on a line of its own, whatever its first letter.
    if lines.len() == count {
        return Distribution::ByOrder(lines.iter().map(|l| vec![l.text.clone()]).collect());
    }
    Distribution::Undecided
}

/// The words of the lines, each with the border before it.
fn pieces(lines: &[Line]) -> Vec<(Border, Text, bool)> {
    let mut out: Vec<(Border, Text, bool)> = Vec::new();
    for line in lines {
        let string = line.as_str();
        let mut at = 0;
        for word in string.split(' ') {
            let lower = word.chars().next().is_some_and(char::is_lowercase);
            let open = out.last().is_some_and(|(_, t, _)| {
                t.as_str().ends_with([',', '-', '(']) || is_joining(t.as_str())
            });
            let lone = |w: &str| matches!(w, "-" | "–" | "—");
            let after_lone = out
                .last()
                .is_some_and(|(_, t, starts)| *starts && lone(t.as_str()));
            let border = if line.gaps.contains(&at) || (lone(word) && at == 0) || after_lone {
                Border::Gap
            } else if at == 0 {
                if lower || open {
                    Border::None
                } else {
                    Border::Line
                }
            } else if !lower && !open && word.chars().next().is_some_and(char::is_uppercase) {
                Border::WithinLine
            } else {
                Border::None
            };
            out.push((border, line.text.slice(at, at + word.len()), at == 0));
            at += word.len() + 1;
        }
    }
    out
}

/// Words of two or three letters ("ja", "või") seldom end a value.
fn is_joining(word: &str) -> bool {
    word.chars().count() <= 3 && word.chars().all(char::is_lowercase)
}

fn group(pieces: &[(Border, Text, bool)], least: Border) -> Vec<Vec<Text>> {
    let mut out: Vec<Vec<Text>> = Vec::new();
    for (border, text, _) in pieces {
        match out.last_mut() {
            Some(group) if *border < least => group.push(text.clone()),
            _ => out.push(vec![text.clone()]),
        }
    }
    out
}
