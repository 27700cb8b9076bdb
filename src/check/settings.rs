//! `ametijuhend.toml`: which rules count, and how much, for the documents of a folder.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::report::Finding;
use crate::diagnostic::Severity;
use crate::rules;

/// Name of the file with the settings.
pub const FILE: &str = "ametijuhend.toml";

/// How like a known name an unknown one must be to be taken for it (Jaro-Winkler, 0 to 1).
const LIKE: f64 = 0.8;

/// What the settings make of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The rule is silent.
    Off,
    /// Its findings have this severity.
    At(Severity),
}

/// Settings for the documents of one folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// By rule name.
    rules: BTreeMap<String, Level>,
}

impl Settings {
    /// What they make of a rule, by its name; nothing if they do not name it.
    pub fn level(&self, rule: &str) -> Option<Level> {
        self.rules.get(rule).copied()
    }

    /// Leaves out the findings of rules that are off, and gives others their severity.
    pub fn apply(&self, findings: &mut Vec<Finding>) {
        findings.retain_mut(|finding| match self.level(&finding.rule) {
            Some(Level::Off) => false,
            Some(Level::At(severity)) => {
                finding.severity = severity;
                true
            }
            None => true,
        });
    }

    /// Reads the text of a settings file; mistakes are sentences with `file:line:column` in front.
    fn parse(file: &str, text: &str) -> Result<Self, Vec<String>> {
        let raw: Raw = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let said = error.message().trim_end_matches('.').replace('\n', " ");
            vec![format!(
                "{}: {said}. Correct this entry.",
                place(file, text, at)
            )]
        })?;
        let mut settings = Settings::default();
        let mut mistakes = Vec::new();
        for (key, value) in &raw.rules {
            let found = known_rule(key.get_ref()).map_err(|mistake| (key.span(), mistake));
            let level = level(value.get_ref()).map_err(|mistake| (value.span(), mistake));
            match (found, level) {
                (Ok(rule), Ok(level)) => {
                    if settings.rules.insert(rule.to_owned(), level).is_some() {
                        let mistake =
                            format!("The rule {rule} is named twice. Keep one of the two.");
                        mistakes.push((key.span(), mistake));
                    }
                }
                (found, level) => mistakes.extend(found.err().into_iter().chain(level.err())),
            }
        }
        if mistakes.is_empty() {
            return Ok(settings);
        }
        let line = |(span, mistake): (std::ops::Range<usize>, String)| {
            format!("{}: {mistake}", place(file, text, span.start))
        };
        Err(mistakes.into_iter().map(line).collect())
    }

    /// These settings, and where they say nothing, those of the folder above.
    fn over(mut self, above: &Settings) -> Settings {
        for (rule, level) in &above.rules {
            self.rules.entry(rule.clone()).or_insert(*level);
        }
        self
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    #[serde(default)]
    rules: BTreeMap<Spanned<String>, Spanned<String>>,
}

fn level(value: &str) -> Result<Level, String> {
    Ok(match value {
        "off" => Level::Off,
        "error" => Level::At(Severity::Error),
        "warning" => Level::At(Severity::Warning),
        "info" => Level::At(Severity::Info),
        other => {
            return Err(format!(
                "\"{other}\" is no severity. Write \"off\", \"error\", \"warning\" or \"info\"."
            ));
        }
    })
}

fn known_rule(name: &str) -> Result<&'static str, String> {
    if let Some(rule) = rules::find(name) {
        return Ok(rule.name);
    }
    let near = near(name);
    let advice = match near.is_empty() {
        true => "`ametijuhend rules` lists them.".to_owned(),
        false => format!("Did you mean {}?", near.join(" or ")),
    };
    Err(format!("There is no rule \"{name}\". {advice}"))
}

/// Names and codes of rules that are like an unknown one, the likest first; three at most.
pub fn near(name: &str) -> Vec<&'static str> {
    let folded = name.to_lowercase();
    let likeness = |known: &str| strsim::jaro_winkler(&known.to_lowercase(), &folded);
    let mut likely: Vec<(f64, &'static str)> = rules::RULES
        .iter()
        .flat_map(|rule| [rule.code, rule.name])
        .map(|known| (likeness(known), known))
        .filter(|(likeness, _)| *likeness >= LIKE)
        .collect();
    likely.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    likely.into_iter().take(3).map(|(_, name)| name).collect()
}

/// `file:line:column` of a byte position, counted from 1, columns in characters.
fn place(file: &str, text: &str, position: usize) -> String {
    let before = text.get(..position).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let column = before.get(start..).unwrap_or_default().chars().count() + 1;
    format!("{file}:{line}:{column}")
}

/// The settings of folders: each folder's file over that of the folder above.
#[derive(Debug, Default)]
pub struct Tree {
    folders: HashMap<PathBuf, Arc<Settings>>,
}

impl Tree {
    /// Settings for a document in this folder (absolute). Mistakes in a file are told once for each file.
    pub fn of_folder(&mut self, folder: &Path) -> Result<Arc<Settings>, Vec<String>> {
        if let Some(settings) = self.folders.get(folder) {
            return Ok(settings.clone());
        }
        let above = match folder.parent() {
            Some(parent) => self.of_folder(parent)?,
            None => Arc::default(),
        };
        let settings = match read(&folder.join(FILE))? {
            Some(own) => Arc::new(own.over(&above)),
            None => above,
        };
        self.folders.insert(folder.to_owned(), settings.clone());
        Ok(settings)
    }
}

fn read(path: &Path) -> Result<Option<Settings>, Vec<String>> {
    let name = path.display().to_string();
    match fs::read_to_string(path) {
        Ok(text) => Settings::parse(&name, &text).map(Some),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Err(error) => Err(vec![format!(
            "{name}: The settings cannot be read: {error}."
        )]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_go_by_code_or_name() {
        let settings = Settings::parse("x", "[rules]\nD201 = \"error\"\n").unwrap();
        let by_name = Settings::parse("x", "[rules]\nduty-without-result = \"error\"\n").unwrap();
        assert_eq!(settings, by_name);
        assert_eq!(
            settings.rules.get("duty-without-result"),
            Some(&Level::At(Severity::Error))
        );
    }

    #[test]
    fn mistakes_are_told_with_their_place_and_what_was_meant() {
        let text = "[rules]\nduty-without-results = \"off\"\nD201 = \"loud\"\n";
        let mistakes = Settings::parse("a.toml", text).unwrap_err();
        assert_eq!(mistakes.len(), 2, "{mistakes:?}");
        assert!(mistakes.iter().any(
            |m| m.starts_with("a.toml:2:1: ") && m.contains("Did you mean duty-without-result")
        ));
        assert!(
            mistakes
                .iter()
                .any(|m| m.starts_with("a.toml:3:8: ") && m.contains("loud"))
        );
        let twice = "[rules]\nD201 = \"off\"\nduty-without-result = \"info\"\n";
        assert_eq!(Settings::parse("a.toml", twice).unwrap_err().len(), 1);
    }

    #[test]
    fn other_tables_are_refused() {
        let mistakes = Settings::parse("a.toml", "[rule]\nD201 = \"off\"\n").unwrap_err();
        assert!(mistakes[0].starts_with("a.toml:1:2: "), "{mistakes:?}");
        assert!(mistakes[0].contains("rule"), "{mistakes:?}");
    }

    #[test]
    fn the_nearer_folder_counts() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("a/b");
        fs::create_dir_all(&inner).unwrap();
        fs::write(folder.path().join(FILE), "[rules]\nD201 = \"off\"\n").unwrap();
        let mut tree = Tree::default();
        let outer = tree.of_folder(&folder.path().join("a")).unwrap();
        assert_eq!(outer.rules.get("duty-without-result"), Some(&Level::Off));
        fs::write(inner.join(FILE), "[rules]\nD201 = \"info\"\n").unwrap();
        let settings = tree.of_folder(&inner).unwrap();
        assert_eq!(
            settings.rules.get("duty-without-result"),
            Some(&Level::At(Severity::Info))
        );
    }
}
