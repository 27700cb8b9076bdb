//! What an Estonian sentence is about: something to do, or a state that has been reached. Endings and verbs of the language;
//! no template's wording.

/// Verbs of a sentence about a state: "aruanne on esitatud", "tähtaega ei ole ületatud".
const STATES: [&str; 5] = ["on", "ei", "pole", "oli", "olid"];

/// Whether a text names something to do: it begins with a verb ("koostab …") or ends with a noun of action ("… koostamine").
pub fn names_activity(text: &str) -> bool {
    let mut words = text.split(' ').map(bare).filter(|w| !w.is_empty());
    let first = words.next().unwrap_or_default();
    let last = words.next_back().unwrap_or(first);
    begins_with_verb(first) || last.ends_with("mine") || last.ends_with("mised")
}

/// Whether a text's first word is a verb in the third person: "koostab".
pub fn begins_with_verb(text: &str) -> bool {
    let first = bare(text.split(' ').next().unwrap_or_default());
    first.ends_with('b') && first.chars().count() > 3
}

/// Whether a text states how things are, and names nothing to do.
pub fn states_result(text: &str) -> bool {
    !names_activity(text) && text.split(' ').any(|w| STATES.contains(&bare(w)))
}

/// How many texts at the beginning name something to do, if there are some and nothing behind them does.
pub fn border(texts: &[&str]) -> Option<usize> {
    let end = texts.iter().take_while(|t| names_activity(t)).count();
    let clear = end > 0 && end < texts.len() && !texts[end..].iter().any(|t| names_activity(t));
    clear.then_some(end)
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn activities_and_results() {
        for text in [
            "koostab iga juhtumi kohta ettekande;",
            "Eelarve koostamine.",
            "muude ülesannete täitmine",
        ] {
            assert!(names_activity(text), "{text}");
            assert!(!states_result(text), "{text}");
        }
        for text in [
            "aruanne on esitatud;",
            "Tähtaega ei ole ületatud.",
            "Ühtegi taotlust pole kadunud",
        ] {
            assert!(states_result(text), "{text}");
        }
        assert!(!states_result("arendused valmivad eelarve piires;"));
    }

    #[test]
    fn a_border_only_where_it_is_clear() {
        let does = "hindab riske;";
        assert_eq!(
            border(&[does, "arendab süsteemi;", "kava on kinnitatud;"]),
            Some(2)
        );
        assert_eq!(border(&[does, "kava on kinnitatud;", does]), None);
        assert_eq!(border(&["riskide loetelu;", "kava on kinnitatud;"]), None);
        assert_eq!(border(&[does, does]), None);
    }
}
