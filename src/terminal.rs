//! Text from files and names, made harmless for a terminal.

/// Escapes control characters, and those that turn the direction of writing, as `\u{202e}`. With them a file's name
/// could hide what it is, or command the terminal.
pub fn safe(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| safe_char(c, &mut out));
    out
}

/// Appends a character, escaped as by [`safe`].
pub fn safe_char(c: char, out: &mut String) {
    if c.is_control() || turns_direction(c) || matches!(c, '\u{2028}' | '\u{2029}') {
        out.extend(c.escape_unicode());
    } else {
        out.push(c);
    }
}

/// Characters with Unicode property Bidi_Control.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn escapes_what_a_terminal_would_obey() {
        assert_eq!(safe("a\x1b[2Jb\nc"), r"a\u{1b}[2Jb\u{a}c");
        assert_eq!(safe("\u{202e}fdp.exe"), r"\u{202e}fdp.exe");
        assert_eq!(safe("\u{9b}0m"), r"\u{9b}0m");
        assert_eq!(
            safe("Õpetaja – ametijuhend.pdf"),
            "Õpetaja – ametijuhend.pdf"
        );
    }
}
