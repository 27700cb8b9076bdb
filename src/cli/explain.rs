//! `ametijuhend explain`.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Args;

use ametijuhend::check::settings::near;
use ametijuhend::language::Language;
use ametijuhend::rules::{self, Rule};
use ametijuhend::run::RunError;

use super::language::LanguageArguments;
use super::rules::severity;

#[derive(Args)]
pub struct Arguments {
    /// The rule's code or name.
    #[arg(value_name = "RULE")]
    rule: String,
    #[command(flatten)]
    language: LanguageArguments,
}

pub const LONG_ABOUT: &str = "\
Print the manual page of a rule: what it finds, why that matters and what to do.";

pub const AFTER_HELP: &str = "\
Examples:
  ametijuhend explain D201
  ametijuhend explain duty-without-result --lang et";

pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let language = arguments.language.language();
    let Some(rule) = rules::find(&arguments.rule) else {
        return Err(RunError::Usage(unknown(&arguments.rule, language)).into());
    };
    io::stdout().write_all(page(rule, language).as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn unknown(name: &str, language: Language) -> String {
    let near = near(name);
    match (language, near.is_empty()) {
        (Language::En, true) => {
            format!("There is no rule \"{name}\". `ametijuhend rules` lists them.")
        }
        (Language::En, false) => {
            format!(
                "There is no rule \"{name}\". Did you mean {}?",
                near.join(" or ")
            )
        }
        (Language::Et, true) => {
            format!("Reeglit \"{name}\" ei ole. Loetelu annab käsk `ametijuhend rules`.")
        }
        (Language::Et, false) => {
            format!(
                "Reeglit \"{name}\" ei ole. Kas mõtlesid {}?",
                near.join(" või ")
            )
        }
    }
}

fn page(rule: &Rule, language: Language) -> String {
    let text = language.of(rule.en, rule.et).trim();
    let severity = severity(rule.severity, language);
    format!("{} {} ({severity})\n\n{text}\n", rule.code, rule.name)
}
