//! `--lang`.

use std::env;

use clap::{Args, ValueEnum};

use ametijuhend::language::Language;

#[derive(Args)]
pub struct LanguageArguments {
    /// Language of messages [default: that of LC_ALL, LC_MESSAGES or LANG, if it is Estonian; else English]
    #[arg(long, value_name = "LANG", value_enum)]
    lang: Option<Choice>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Choice {
    /// Estonian
    Et,
    /// English
    En,
}

impl LanguageArguments {
    /// The language to speak.
    pub fn language(&self) -> Language {
        match self.lang {
            Some(Choice::Et) => Language::Et,
            Some(Choice::En) => Language::En,
            None => of_locale(|name| env::var(name).ok()),
        }
    }
}

/// The first of the locale's variables that is set counts, as POSIX has it.
fn of_locale(variable: impl Fn(&str) -> Option<String>) -> Language {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(variable)
        .find(|value| !value.is_empty());
    let language = set.unwrap_or_default();
    match language.split(['_', '.', '@']).next() {
        Some("et") => Language::Et,
        _ => Language::En,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_is_set_counts() {
        let of = |set: &[(&str, &str)]| {
            let value = |name: &str| {
                let found = set.iter().find(|(n, _)| *n == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            of_locale(value)
        };
        assert_eq!(of(&[("LANG", "et_EE.UTF-8")]), Language::Et);
        assert_eq!(of(&[("LC_ALL", ""), ("LANG", "et")]), Language::Et);
        assert_eq!(of(&[("LC_ALL", "C"), ("LANG", "et_EE")]), Language::En);
        assert_eq!(
            of(&[("LC_MESSAGES", "et_EE"), ("LANG", "de_DE")]),
            Language::Et
        );
        assert_eq!(of(&[]), Language::En);
    }
}
