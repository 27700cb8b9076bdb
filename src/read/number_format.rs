//! Numbers as lists show them.

/// How a list shows its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFormat {
    /// 1, 2, 3
    Decimal,
    /// 01, 02, 03
    DecimalZero,
    /// a, b … z, aa, bb
    LowerLetter,
    /// A, B … Z, AA, BB
    UpperLetter,
    /// i, ii, iii
    LowerRoman,
    /// I, II, III
    UpperRoman,
    /// No number but a sign.
    Bullet,
    /// Nothing.
    None,
}

impl NumberFormat {
    /// By Word's name. Formats of other languages and those that spell numbers out show as decimals.
    pub fn named(name: &str) -> Self {
        match name {
            "decimalZero" => Self::DecimalZero,
            "lowerLetter" => Self::LowerLetter,
            "upperLetter" => Self::UpperLetter,
            "lowerRoman" => Self::LowerRoman,
            "upperRoman" => Self::UpperRoman,
            "bullet" => Self::Bullet,
            "none" => Self::None,
            _ => Self::Decimal,
        }
    }

    /// By the example that OpenDocument, HTML and CSS give: `1`, `a`, `A`, `i`, `I`; empty is nothing.
    pub fn like(example: &str) -> Self {
        match example {
            "" => Self::None,
            "a" => Self::LowerLetter,
            "A" => Self::UpperLetter,
            "i" => Self::LowerRoman,
            "I" => Self::UpperRoman,
            _ => Self::Decimal,
        }
    }
}

/// A number in a format.
pub fn format(value: i64, format: NumberFormat) -> String {
    match format {
        NumberFormat::Decimal => value.to_string(),
        NumberFormat::DecimalZero => format!("{value:02}"),
        NumberFormat::LowerLetter => letters(value, b'a'),
        NumberFormat::UpperLetter => letters(value, b'A'),
        NumberFormat::LowerRoman => roman(value).to_lowercase(),
        NumberFormat::UpperRoman => roman(value),
        NumberFormat::Bullet | NumberFormat::None => String::new(),
    }
}

/// After z come aa, bb, as Word and Writer count.
fn letters(value: i64, first: u8) -> String {
    let Some(index) = value
        .checked_sub(1)
        .and_then(|v| u32::try_from(v).ok())
        .filter(|i| *i < 26 * 30)
    else {
        return value.to_string();
    };
    let letter = char::from(first + (index % 26) as u8);
    letter.to_string().repeat(index as usize / 26 + 1)
}

fn roman(value: i64) -> String {
    const PARTS: [(i64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&value) {
        return value.to_string();
    }
    let (mut rest, mut out) = (value, String::new());
    for (part, sign) in PARTS {
        while rest >= part {
            out.push_str(sign);
            rest -= part;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_shown() {
        let cases = [
            (12, "decimal", "12"),
            (3, "decimalZero", "03"),
            (26, "lowerLetter", "z"),
            (28, "upperLetter", "BB"),
            (4, "lowerRoman", "iv"),
            (1994, "upperRoman", "MCMXCIV"),
            (0, "lowerLetter", "0"),
            (i64::MIN, "lowerLetter", "-9223372036854775808"),
            (4000, "upperRoman", "4000"),
            (7, "none", ""),
            (7, "cardinalText", "7"),
        ];
        for (value, name, shown) in cases {
            assert_eq!(format(value, NumberFormat::named(name)), shown);
        }
    }
}
