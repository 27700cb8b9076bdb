//! Fields of a template that nobody filled in.

use std::sync::LazyLock;

use regex::Regex;

/// `{Allkirjastaja}`, `[regDateTime]`, `<nimi>`, and a line to write on. A footnote's `[1]` and a masked `[email protected]` are none.
static PLACEHOLDER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\{[^{}]*\p{L}[^{}]*\}|\[[^\[\]]*\p{L}[^\[\]]*\]|<\p{L}[^<>]*>|_{3,}|…{2,}|\.{6,}")
        .ok()
});

/// The first placeholder of a text.
pub fn first(text: &str) -> Option<&str> {
    let found = PLACEHOLDER.as_ref()?.find(text)?.as_str();
    (found != "[email protected]").then_some(found)
}

#[cfg(test)]
mod tests {
    use super::first;

    #[test]
    fn placeholders_and_what_is_none() {
        assert_eq!(first("nr ____ 2024"), Some("____"));
        assert_eq!(first("{Allkirjastaja}"), Some("{Allkirjastaja}"));
        assert_eq!(first("juht: <nimi>"), Some("<nimi>"));
        assert_eq!(first("[regDateTime]"), Some("[regDateTime]"));
        assert_eq!(first("seadus [1], (edaspidi amet), 3 < 5 > 2"), None);
        assert_eq!(first("[email protected]"), None);
    }
}
