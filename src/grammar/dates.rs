use crate::grammar::pack::Pack;
use std::ops::Range;
pub fn date(_: &str, _: &Pack) -> Option<(String, Range<usize>)> {
    None
}
