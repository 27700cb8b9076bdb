//! A slice of lines as input for nom: the block-level parsers of the grammar read lines as others read characters. And what lines begin
//! with.

use nom::Input;

use crate::layout::{Line, Marker};

/// Lines still to be read.
#[derive(Clone, Copy, Debug)]
pub struct Lines<'a>(pub &'a [Line]);

impl<'a> Input for Lines<'a> {
    type Item = &'a Line;
    type Iter = std::slice::Iter<'a, Line>;
    type IterIndices = std::iter::Enumerate<std::slice::Iter<'a, Line>>;

    fn input_len(&self) -> usize {
        self.0.len()
    }

    fn take(&self, index: usize) -> Self {
        Lines(&self.0[..index])
    }

    fn take_from(&self, index: usize) -> Self {
        Lines(&self.0[index..])
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(Self::Item) -> bool>(&self, predicate: P) -> Option<usize> {
        self.0.iter().position(predicate)
    }

    fn iter_elements(&self) -> Self::Iter {
        self.0.iter()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.0.iter().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, nom::Needed> {
        if count <= self.0.len() {
            Ok(count)
        } else {
            Err(nom::Needed::new(count - self.0.len()))
        }
    }
}

/// What lines begin with: behind their numbers, of those that have one; or, where none has, those that begin with a capital.
pub fn openings<'t>(texts: impl Iterator<Item = &'t str> + Clone) -> Vec<&'t str> {
    let numbered = texts
        .clone()
        .filter_map(|t| Some(&t[Marker::parse(t).filter(|m| m.depth() > 0)?.text..]));
    let starts: Vec<&str> = numbered.collect();
    match starts.is_empty() {
        true => texts
            .filter(|t| t.starts_with(char::is_uppercase))
            .collect(),
        false => starts,
    }
}
