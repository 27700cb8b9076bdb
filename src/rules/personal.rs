//! Personal data in a text.

use std::sync::LazyLock;

use regex::Regex;

/// Kinds of personal data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Personal {
    /// A personal identification code.
    Code,
    /// An e-mail address at a provider for private persons.
    Email,
    /// A mobile telephone number.
    Phone,
}

/// Providers of e-mail for private persons.
const PRIVATE: [&str; 24] = [
    "gmail.com",
    "googlemail.com",
    "hotmail.com",
    "hotmail.ee",
    "outlook.com",
    "live.com",
    "msn.com",
    "yahoo.com",
    "icloud.com",
    "me.com",
    "mail.ee",
    "hot.ee",
    "online.ee",
    "neti.ee",
    "suhtlus.ee",
    "solo.ee",
    "mail.com",
    "gmx.com",
    "gmx.net",
    "proton.me",
    "protonmail.com",
    "mail.ru",
    "yandex.ru",
    "inbox.lv",
];

static DIGITS: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"[0-9]+").ok());
static EMAIL: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)[a-z0-9._%+õäöüšž-]+@([a-z0-9.-]+\.[a-z]{2,})").ok());
/// Estonian mobile numbers have seven or eight figures and begin with 5, or with 81 to 84 and eight.
static MOBILE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:^|[^0-9.,/-])((?:\+?372[ -]?)?5[0-9]{1,3}[ -]?[0-9]{2,4}(?:[ -]?[0-9]{1,4})?)(?:$|[^0-9/-])").ok()
});

/// Codes and numbers have at least so many figures.
const FEWEST: usize = 7;

/// The first personal datum of a text.
pub fn find(text: &str) -> Option<Personal> {
    // Most texts have nothing of what all of these have, and are done with then.
    let figures = text.bytes().filter(u8::is_ascii_digit).count();
    if figures < FEWEST && !text.contains('@') {
        return None;
    }
    let code = DIGITS
        .as_ref()?
        .find_iter(text)
        .any(|m| is_code(m.as_str()));
    let email = EMAIL.as_ref()?.captures_iter(text).any(|c| {
        let domain = c.get(1).map_or("", |m| m.as_str()).to_lowercase();
        PRIVATE.contains(&domain.as_str())
    });
    let phone = MOBILE.as_ref()?.captures_iter(text).any(|c| {
        let number = c.get(1).map_or("", |m| m.as_str());
        is_mobile(number)
    });
    match (code, email, phone) {
        (true, ..) => Some(Personal::Code),
        (_, true, _) => Some(Personal::Email),
        (.., true) => Some(Personal::Phone),
        _ => None,
    }
}

fn is_mobile(number: &str) -> bool {
    let figures: String = number.chars().filter(char::is_ascii_digit).collect();
    let (prefixed, own) = match figures.strip_prefix("372") {
        Some(rest) if rest.len() >= 7 => (true, rest),
        _ => (false, figures.as_str()),
    };
    let grouped = number.contains([' ', '-']);
    (7..=8).contains(&own.len()) && own.starts_with('5') && (prefixed || grouped || own.len() == 8)
}

/// Weights of the first and, where the first gives 10, of the second round (standard EVS 585).
const WEIGHTS: [[u32; 10]; 2] = [
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 1],
    [3, 4, 5, 6, 7, 8, 9, 1, 2, 3],
];

/// Whether eleven figures are a personal identification code: century and sex, a date, a serial number, a check digit.
fn is_code(digits: &str) -> bool {
    let figures: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
    let [century, _, _, m1, m2, d1, d2, _, _, _, check] = figures.as_slice() else {
        return false;
    };
    let dated = (1..=12).contains(&(m1 * 10 + m2)) && (1..=31).contains(&(d1 * 10 + d2));
    let sum = |weights: &[u32; 10]| {
        let products = weights.iter().zip(&figures).map(|(w, f)| w * f);
        products.sum::<u32>() % 11
    };
    let expected = match sum(&WEIGHTS[0]) {
        10 => sum(&WEIGHTS[1]) % 10,
        digit => digit,
    };
    (1..=8).contains(century) && dated && *check == expected
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_by_both_rounds() {
        assert_eq!(find("isikukood 19912310008"), Some(Personal::Code));
        assert_eq!(find("isikukood 19912310020"), Some(Personal::Code));
        assert_eq!(find("isikukood 19912310009"), None);
        assert_eq!(find("registrikood 12345678901"), None);
    }

    #[test]
    fn private_addresses_and_numbers() {
        assert_eq!(find("kirjuta mari.mets@gmail.com"), Some(Personal::Email));
        assert_eq!(find("kirjuta mari.mets@asutus.ee"), None);
        assert_eq!(find("tel +372 5123 4567"), Some(Personal::Phone));
        assert_eq!(find("tel 512 3456"), Some(Personal::Phone));
        assert_eq!(find("tel 612 3456"), None);
        assert_eq!(find("kuni 500 000 eurot, 50 000 eurot"), None);
        assert_eq!(find("käskkiri 5123456/12"), None);
    }
}
