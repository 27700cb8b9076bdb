//! The languages that the tool speaks.

use serde::{Deserialize, Serialize};

/// A language of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Estonian.
    Et,
}

impl Language {
    /// ISO 639-1.
    pub fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Et => "et",
        }
    }

    /// The text in this language; the English one where there is no Estonian.
    pub fn of<'a>(self, en: &'a str, et: &'a str) -> &'a str {
        match self {
            Language::Et if !et.is_empty() => et,
            _ => en,
        }
    }
}
