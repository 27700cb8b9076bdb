//! Paths as URI references (RFC 3986).

use std::fmt::Write;

/// The path as a reference: relative as it is, absolute with `file://`. What may not stand in a URI is percent-encoded.
pub fn of_path(path: &str) -> String {
    let mut uri = match path.starts_with('/') {
        true => "file://".to_owned(),
        false => String::new(),
    };
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            // Writing to a string does not fail.
            _ => drop(write!(uri, "%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::of_path;

    #[test]
    fn encodes_what_a_uri_cannot_hold() {
        assert_eq!(of_path("a b/õ#1.pdf"), "a%20b/%C3%B5%231.pdf");
        assert_eq!(of_path("/data/c:d"), "file:///data/c%3Ad");
    }
}
