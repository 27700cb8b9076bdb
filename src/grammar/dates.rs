use std::ops::Range; use crate::grammar::pack::Pack;
pub fn date(_:&str,_:&Pack)->Option<(String,Range<usize>)>{None}
