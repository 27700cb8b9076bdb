//! The subject's name in an X.509 certificate (RFC 5280, 4.1), by as little DER as that takes.

const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
const OBJECT_IDENTIFIER: u8 = 0x06;
/// 2.5.4.3, 2.5.4.4 and 2.5.4.42
const COMMON_NAME: [u8; 3] = [0x55, 4, 3];
const SURNAME: [u8; 3] = [0x55, 4, 4];
const GIVEN_NAME: [u8; 3] = [0x55, 4, 42];

/// Values in a row.
struct Values<'a>(&'a [u8]);

impl<'a> Iterator for Values<'a> {
    type Item = (u8, &'a [u8]);

    /// The next value's tag and content; ends where the bytes are no DER.
    fn next(&mut self) -> Option<Self::Item> {
        let (&tag, rest) = self.0.split_first()?;
        let (&first, mut rest) = rest.split_first()?;
        let mut length = usize::from(first);
        if first >= 0x80 {
            let digits = rest
                .get(..usize::from(first & 0x7F))
                .filter(|d| (1..=4).contains(&d.len()))?;
            length = digits.iter().fold(0, |n, d| n << 8 | usize::from(*d));
            rest = rest.get(digits.len()..)?;
        }
        let content = rest.get(..length)?;
        self.0 = rest.get(length..)?;
        Some((tag, content))
    }
}

/// The content of the next value if it has the tag.
fn expect<'a>(values: &mut Values<'a>, tag: u8) -> Option<&'a [u8]> {
    values.next().filter(|v| v.0 == tag).map(|v| v.1)
}

/// The subject's given name and surname, else the common name without personal code.
pub fn subject(certificate: &[u8]) -> Option<String> {
    let certificate = expect(&mut Values(certificate), SEQUENCE)?;
    let signed = expect(&mut Values(certificate), SEQUENCE)?;
    let mut sequences = Values(signed).filter(|v| v.0 == SEQUENCE);
    // Algorithm, issuer, validity, subject; the version and the serial number are no sequences.
    let name = sequences.nth(3)?.1;
    let find = |wanted: &[u8]| {
        attributes(name)
            .find(|(id, _)| *id == wanted)
            .map(|(_, value)| value)
    };
    let person = find(&GIVEN_NAME)
        .zip(find(&SURNAME))
        .map(|(given, surname)| format!("{given} {surname}"));
    person
        .or_else(|| find(&COMMON_NAME).map(|n| self::person(&n)))
        .filter(|n| !n.trim().is_empty())
}

/// Name = SET OF SEQUENCE { type, value } in a row
fn attributes(name: &[u8]) -> impl Iterator<Item = (&[u8], String)> {
    let sets = Values(name).filter(|v| v.0 == SET);
    sets.flat_map(|set| Values(set.1))
        .filter_map(|(tag, content)| {
            let mut values = Values(content);
            let id = expect(&mut values, OBJECT_IDENTIFIER).filter(|_| tag == SEQUENCE)?;
            let (kind, value) = values.next()?;
            Some((id, string(kind, value)))
        })
}

/// UTF8String, BMPString, and the rest as Latin-1, which T61String is in practice.
fn string(tag: u8, value: &[u8]) -> String {
    match tag {
        0x0C => String::from_utf8_lossy(value).into_owned(),
        0x1E => {
            let (units, _) = value.as_chunks::<2>();
            String::from_utf16_lossy(
                &units
                    .iter()
                    .map(|u| u16::from_be_bytes(*u))
                    .collect::<Vec<_>>(),
            )
        }
        _ => value.iter().map(|b| char::from(*b)).collect(),
    }
}

/// Estonian certificates name a person "SURNAME,GIVEN NAME,PERSONAL CODE".
pub fn person(common_name: &str) -> String {
    let parts: Vec<&str> = common_name.split(',').map(str::trim).collect();
    match parts[..] {
        [surname, given, code] if code.chars().any(|c| c.is_ascii_digit()) => {
            format!("{given} {surname}")
        }
        _ => common_name.to_owned(),
    }
}

/// Makes certificates for tests.
#[cfg(test)]
pub fn certificate(attributes: &[(&[u8], &str)]) -> Vec<u8> {
    let value = |tag: u8, content: &[u8]| {
        let mut out = vec![tag, 0x82, (content.len() >> 8) as u8, content.len() as u8];
        out.extend(content);
        out
    };
    let attribute = |(id, text): &(&[u8], &str)| {
        let pair = [value(OBJECT_IDENTIFIER, id), value(0x0C, text.as_bytes())].concat();
        value(SET, &value(SEQUENCE, &pair))
    };
    let name = |attributes: &[(&[u8], &str)]| {
        value(
            SEQUENCE,
            &attributes
                .iter()
                .map(attribute)
                .collect::<Vec<_>>()
                .concat(),
        )
    };
    let issuer = name(&[(&COMMON_NAME, "ESTEID-SK 2015")]);
    let parts = [
        value(0xA0, &[2, 1, 2]),
        value(2, &[7]),
        value(SEQUENCE, &[]),
        issuer,
        value(SEQUENCE, &[]),
        name(attributes),
    ];
    value(SEQUENCE, &value(SEQUENCE, &parts.concat()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn subjects() {
        let full = certificate(&[
            (&COMMON_NAME, "MÄNNIK,MARI-LIIS,47101010033"),
            (&SURNAME, "MÄNNIK"),
            (&GIVEN_NAME, "MARI-LIIS"),
        ]);
        assert_eq!(subject(&full), Some("MARI-LIIS MÄNNIK".into()));
        let old = certificate(&[(&COMMON_NAME, "MÄNNIK,MARI-LIIS,47101010033")]);
        assert_eq!(subject(&old), Some("MARI-LIIS MÄNNIK".into()));
        assert_eq!(
            subject(&certificate(&[(&COMMON_NAME, "Amet")])),
            Some("Amet".into())
        );
        assert_eq!(subject(&certificate(&[])), None);
        assert_eq!(string(0x1E, &[0x01, 0x7D]), "Ž");
        assert_eq!(string(0x14, b"\xD5"), "Õ");
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes: Vec<u8>, at: proptest::sample::Index, byte: u8) {
            let _ = subject(&bytes);
            let mut damaged = certificate(&[(&COMMON_NAME, "Amet")]);
            let at = at.index(damaged.len());
            damaged[at] = byte;
            let _ = subject(&damaged);
        }
    }
}
