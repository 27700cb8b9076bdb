//! Dates.

use std::ops::Range;

use nom::IResult;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while_m_n};
use nom::character::complete::{char, multispace0, multispace1, satisfy};
use nom::combinator::{map, map_opt, not, opt, peek, recognize, success};
use nom::multi::many1_count;
use nom::sequence::{delimited, preceded, terminated};

use crate::grammar::fold::fold;
use crate::grammar::numbers::whole;
use crate::grammar::pack::Pack;

/// Year, month and, where it is written, day.
type Date = (u16, u16, Option<u16>);

/// The first date in a text: ISO 8601, only as exact as it is written ("2026-01" for "jaanuari 2026"), and its range,
/// with the "a." that may follow a year. A day that the month does not have makes no date.
pub fn date(text: &str, pack: &Pack) -> Option<(String, Range<usize>)> {
    if !may_have_year(text) {
        return None;
    }
    text.char_indices().find_map(|(start, _)| {
        let before = text.get(..start)?;
        let rest = text.get(start..)?;
        let (left, (year, month, day)) = date_at(before, rest, pack)?;
        let iso = match day {
            Some(day) => format!("{year:04}-{month:02}-{day:02}"),
            None => format!("{year:04}-{month:02}"),
        };
        Some((iso, start..text.len() - left.len()))
    })
}

/// Whether a year may stand in a text. Most texts have none, and are done with then.
fn may_have_year(text: &str) -> bool {
    let mut fours = text.as_bytes().windows(4);
    fours.any(|four| four.iter().all(u8::is_ascii_digit))
}

fn date_at<'a>(before: &str, rest: &'a str, pack: &Pack) -> Option<(&'a str, Date)> {
    if before.ends_with(char::is_alphanumeric) || ends_in_number(before) {
        return None;
    }
    let month = |input: &'a str| month_name(input, pack);
    let full = alt((iso_date, numeric_date, |i| named_date(i, pack)));
    if let Ok((left, found)) = terminated(full, opt(year_word)).parse(rest)
        && is_real(found)
    {
        return Some((left, found));
    }
    let has_day = before
        .trim_end()
        .trim_end_matches('.')
        .ends_with(|c: char| c.is_ascii_digit());
    if has_day {
        return None;
    }
    let month_only = map((terminated(month, multispace1), year), |(m, y)| {
        (y, m, None)
    });
    terminated(month_only, opt(year_word)).parse(rest).ok()
}

/// Whether what stands before is the first part of a longer number: "1." before "2.2005".
fn ends_in_number(before: &str) -> bool {
    let head = before.trim_end_matches(['.', '-', '/']);
    head.len() < before.len() && head.ends_with(|c: char| c.is_ascii_digit())
}

/// `2025-03-12`
fn iso_date(input: &str) -> IResult<&str, Date> {
    let day = preceded(char('-'), whole(2, 1, 31));
    map(
        (year, preceded(char('-'), whole(2, 1, 12)), day),
        |(y, m, d)| (y, m, Some(d)),
    )
    .parse(input)
}

/// `12.03.2025`, `05. 03. 2003`
fn numeric_date(input: &str) -> IResult<&str, Date> {
    map(
        (
            terminated(whole(2, 1, 31), point),
            terminated(whole(2, 1, 12), point),
            year,
        ),
        |(d, m, y)| (y, m, Some(d)),
    )
    .parse(input)
}

/// `06. mai 2024`
fn named_date<'a>(input: &'a str, pack: &Pack) -> IResult<&'a str, Date> {
    map(
        (
            terminated(whole(2, 1, 31), (multispace0, opt(char('.')), multispace0)),
            terminated(|i| month_name(i, pack), multispace1),
            year,
        ),
        |(d, m, y)| (y, m, Some(d)),
    )
    .parse(input)
}

fn point(input: &str) -> IResult<&str, ()> {
    delimited(multispace0, char('.'), multispace0)
        .map(|_| ())
        .parse(input)
}

fn year(input: &str) -> IResult<&str, u16> {
    whole(4, 1900, 2100).parse(input)
}

/// A month's name in one of the forms that the pack lists.
fn month_name<'a>(input: &'a str, pack: &Pack) -> IResult<&'a str, u16> {
    let letters = recognize(many1_count(satisfy(char::is_alphabetic)));
    let name = terminated(letters, opt(char('.')));
    map_opt(name, |word: &str| {
        pack.document.months.get(&fold(word)).map(|&m| u16::from(m))
    })
    .parse(input)
}

/// ` a.`, `. a.`, ` aasta`, which may follow a year.
fn year_word(input: &str) -> IResult<&str, ()> {
    let short = terminated(tag_no_case("a"), (opt(tag(".")), success(())));
    let word = alt((tag("aastal"), tag("aasta"), short));
    let end = peek(not(satisfy(char::is_alphanumeric)));
    (opt(char('.')), multispace0, word, end)
        .map(|_| ())
        .parse(input)
}

/// A date in a text that no calendar has, or of a year before 1900 or after 2100: `31.02.2024`, `35. mai 2024`.
pub fn unreal(text: &str, pack: &Pack) -> Option<Range<usize>> {
    let day = || take_while_m_n(1, 2, |c: char| c.is_ascii_digit());
    let year = || take_while_m_n(4, 4, |c: char| c.is_ascii_digit());
    if !may_have_year(text) {
        return None;
    }
    text.char_indices().find_map(|(start, _)| {
        let (before, rest) = (text.get(..start)?, text.get(start..)?);
        if before.ends_with(char::is_alphanumeric) || ends_in_number(before) {
            return None;
        }
        let numeric = recognize((day(), point, day(), point, year()));
        let named = recognize((
            day(),
            (multispace0, opt(char('.')), multispace0),
            |i| month_name(i, pack),
            multispace1,
            year(),
        ));
        let (left, found) = terminated(
            alt((numeric, named)),
            peek(not(satisfy(char::is_alphanumeric))),
        )
        .parse(rest)
        .ok()?;
        let unreal = date(found, pack).is_none_or(|(iso, _)| iso.len() < 10);
        unreal.then(|| start..text.len() - left.len())
    })
}

/// Whether the month has that day.
fn is_real((year, month, day): Date) -> bool {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    day.is_none_or(|d| d <= days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::pack::base;

    #[test]
    fn dates_that_no_calendar_has() {
        let pack = base();
        let unreal = |text: &str| super::unreal(text, &pack).map(|r| text[r].to_owned());
        assert_eq!(
            unreal("peadirektori 31.02.2024 käskkirjaga").as_deref(),
            Some("31.02.2024")
        );
        assert_eq!(unreal("35. mai 2024").as_deref(), Some("35. mai 2024"));
        assert_eq!(unreal("12.13.2024").as_deref(), Some("12.13.2024"));
        assert_eq!(unreal("12.03.1824").as_deref(), Some("12.03.1824"));
        assert_eq!(unreal("12.03.2024 nr 1.2.2005/1"), None);
        assert_eq!(unreal("29. veebruar 2024"), None);
    }

    #[test]
    fn dates_as_documents_write_them() {
        let pack = base();
        for (text, iso, part) in [
            ("12.03.2025", "2025-03-12", "12.03.2025"),
            (
                "peadirektori 28.11.2025 käskkirjaga nr 183",
                "2025-11-28",
                "28.11.2025",
            ),
            (
                "06. mai 2024. a. käskkirjaga",
                "2024-05-06",
                "06. mai 2024. a.",
            ),
            ("05. 03. 2003. a.", "2003-03-05", "05. 03. 2003. a."),
            ("28. 04. 2017", "2017-04-28", "28. 04. 2017"),
            (
                "4 Septembri 2024 aasta",
                "2024-09-04",
                "4 Septembri 2024 aasta",
            ),
            ("jaanuari 2026", "2026-01", "jaanuari 2026"),
            (
                "Ravimiameti peadirektori jaanuari 2026 käskkirjaga",
                "2026-01",
                "jaanuari 2026",
            ),
            ("dir.kk.nr. 1.2/8 16.03.2005", "2005-03-16", "16.03.2005"),
            ("2024-02-29", "2024-02-29", "2024-02-29"),
            ("31.02.2025 ja 1.3.2025", "2025-03-01", "1.3.2025"),
            ("12.03.2025 alates", "2025-03-12", "12.03.2025"),
            ("5. dets. 2020", "2020-12-05", "5. dets. 2020"),
        ] {
            let (found, range) = date(text, &pack).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.as_str(), &text[range]), (iso, part), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_date() {
        let pack = base();
        for text in [
            "31.02.2025",
            "29.02.2023",
            "2.1-2/26/001",
            "nr 1.9-23.4/1p-1",
            "1.1.12.20255",
            "3.12.2024.5x12",
            "35. jaanuari 2026",
            "40 tundi 2024",
            "mai",
            "2024",
            "200 __. a.",
            "xmai 2024",
            "12.13.2025",
            "",
        ] {
            let found = date(text, &pack).map(|d| d.0);
            let expected = (text == "3.12.2024.5x12").then(|| "2024-12-03".to_owned());
            assert_eq!(found, expected, "{text}");
        }
    }
}
