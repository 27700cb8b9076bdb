//! Numbers, in figures and in words.

use nom::Parser;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::{one_of, satisfy};
use nom::combinator::{opt, recognize, verify};
use nom::sequence::{pair, preceded};
use nom::{IResult, character::complete::char};

/// `5`, `1,5`, `1.5`, and the lesser end of a span: `2-3`.
pub(crate) fn figure(input: &str) -> IResult<&str, f32> {
    let (rest, (whole, part)) =
        (digits(1, 3), opt(preceded(one_of(",."), digits(1, 2)))).parse(input)?;
    let (rest, _) = opt(pair(
        char('-'),
        recognize((digits(1, 3), opt((one_of(",."), digits(1, 2))))),
    ))
    .parse(rest)?;
    let number = format!("{whole}.{}", part.unwrap_or("0"));
    match number.parse() {
        Ok(number) => Ok((rest, number)),
        Err(_) => Err(nom::Err::Error(nom::error::Error::new(
            input,
            nom::error::ErrorKind::Float,
        ))),
    }
}

/// A run of `least` to `most` digits with no digit behind.
pub(crate) fn digits<'a>(
    least: usize,
    most: usize,
) -> impl Parser<&'a str, Output = &'a str, Error = nom::error::Error<&'a str>> {
    let run = take_while_m_n(least, most, |c: char| c.is_ascii_digit());
    nom::sequence::terminated(
        run,
        nom::combinator::not(satisfy(|c: char| c.is_ascii_digit())),
    )
}

/// A whole number from `least` to `most`, of at most `width` digits.
pub(crate) fn whole<'a>(
    width: usize,
    least: u16,
    most: u16,
) -> impl Parser<&'a str, Output = u16, Error = nom::error::Error<&'a str>> {
    verify(
        nom::combinator::map_res(digits(1, width), str::parse::<u16>),
        move |n: &u16| (least..=most).contains(n),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures() {
        assert_eq!(figure("5"), Ok(("", 5.0)));
        assert_eq!(figure("1,5-aastane"), Ok(("-aastane", 1.5)));
        assert_eq!(figure("2-3"), Ok(("", 2.0)));
        assert_eq!(figure("2-3-aastane"), Ok(("-aastane", 2.0)));
        assert!(figure("aastat").is_err() && figure("2024").is_err());
    }

    #[test]
    fn wholes() {
        assert_eq!(whole(2, 1, 31).parse("07."), Ok((".", 7)));
        assert!(whole(2, 1, 31).parse("32").is_err());
        assert!(whole(2, 1, 31).parse("123").is_err());
    }
}
