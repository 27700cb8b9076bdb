//! Names of positions met across inflection and slips of the pen.
//!
//! Within one institution a name is looked for in this order, and the first step that finds something decides:
//!
//! 1. **exact**, after folding: letters and digits in lower case, so that blanks and hyphens do not matter;
//! 2. **case forms** ([`inflect`]) made from the known titles: "direktorile" is "direktor";
//! 3. **edit distance** to those forms: at most [`slips`] letters, and no other title nearly as close ([`MARGIN`]). The first letter,
//!    digits and short words ("II", "IT") must be equal, for they tell positions apart.
//!
//! At each step the whole name is tried before its end with a qualifier in front ("teenuste osakonna juhataja"); which of
//! several positions of that title is meant is decided by [`resolve`].

pub mod inflect;
pub mod resolve;
mod titles;
mod variants;

pub use titles::{How, Titles};
pub use variants::variants;

/// Another title must be this many letters further away.
pub const MARGIN: usize = 2;

/// How many letters may differ in a name of this length.
pub fn slips(length: usize) -> usize {
    match length {
        0..=6 => 0,
        7..=13 => 1,
        _ => 2,
    }
}

/// How many letters two names differ in, if that can be a slip of the pen. Names stand apart from each other by blanks here.
pub fn slip(a: &str, b: &str) -> Option<usize> {
    let length = a.chars().count().min(b.chars().count());
    if a.chars().next() != b.chars().next() {
        return None;
    }
    let limit = slips(length);
    if limit == 0
        || a.chars().count().abs_diff(b.chars().count()) > limit
        || telling(a) != telling(b)
    {
        return None;
    }
    let distance = strsim::osa_distance(a, b);
    (distance <= limit).then_some(distance)
}

/// Words that tell positions apart by a letter: numbers, numerals, abbreviations.
fn telling(name: &str) -> Vec<&str> {
    let is_telling = |w: &&str| w.chars().count() <= 3 || w.contains(|c: char| c.is_ascii_digit());
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .filter(is_telling)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::slip;

    #[test]
    fn slips_and_what_are_none() {
        assert_eq!(slip("peaspetsialist", "peaspetsialst"), Some(1));
        assert_eq!(slip("keskkonnaspetsialist", "keskonnaspetsialist"), Some(1));
        for (a, b) in [
            ("jurist", "turist"),
            ("i klassi inspektor", "ii klassi inspektor"),
            ("1. osakonna juhataja", "2. osakonna juhataja"),
            ("it spetsialist", "ii spetsialist"),
            ("vanemspetsialist", "peaspetsialist"),
        ] {
            assert_eq!(slip(a, b), None, "{a} {b}");
        }
    }
}
