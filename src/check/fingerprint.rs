//! What tells a finding from others of its document, whatever its line.

use sha2::{Digest, Sha256};

/// Length of a fingerprint in hexadecimal digits.
const DIGITS: usize = 16;

/// Fingerprint of a finding: of its rule, the part of the file, what it points at (case and blanks do not count), and its
/// turn among those of which all this is the same.
pub fn fingerprint(rule: &str, part: Option<u32>, content: &str, turn: usize) -> String {
    let mut hash = Sha256::new();
    hash.update(rule);
    hash.update([0]);
    hash.update(part.unwrap_or(0).to_string());
    hash.update([0]);
    hash.update(fold(content));
    hash.update([0]);
    hash.update(turn.to_string());
    let digits: String = hash.finalize().iter().map(|b| format!("{b:02x}")).collect();
    digits.chars().take(DIGITS).collect()
}

fn fold(content: &str) -> String {
    let characters = content.chars().filter(|c| !c.is_whitespace());
    characters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn blanks_and_case_do_not_count_but_turns_do() {
        let one = fingerprint("duplicate-duty", None, "Koostab  aruande", 0);
        assert_eq!(
            one,
            fingerprint("duplicate-duty", None, "koostab\naruande", 0)
        );
        assert_ne!(
            one,
            fingerprint("duplicate-duty", None, "koostab aruande", 1)
        );
        assert_ne!(
            one,
            fingerprint("duplicate-duty", Some(2), "koostab aruande", 0)
        );
        assert_ne!(
            one,
            fingerprint("duty-without-result", None, "koostab aruande", 0)
        );
    }
}
