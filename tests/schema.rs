//! Every record of the corpus is valid by the JSON Schema that the command prints.

mod support;

use std::process::Command;

use ametijuhend::pipeline::{Extractor, Settings};
use assert_cmd::cargo::CommandCargoExt;
use serde_json::{Value, json};

use support::{corpus, each};

fn printed_schema() -> Value {
    let mut command = Command::cargo_bin("ametijuhend").expect("the command is built");
    let output = command.arg("schema").output().expect("the command runs");
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).expect("the schema is JSON")
}

#[test]
fn the_schema_is_of_draft_2020_12() {
    let schema = printed_schema();
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    if let Err(error) = jsonschema::draft202012::meta::validate(&schema) {
        panic!("{error}");
    }
}

#[test]
fn the_schema_knows_what_a_record_must_not_be() {
    let schema = printed_schema();
    let validator = jsonschema::draft202012::new(&schema).expect("a valid schema");
    let record = serde_json::to_value(ametijuhend::record::Record::default()).expect("JSON");
    assert!(validator.is_valid(&record));
    for (key, value) in [
        ("schema_version", json!(1)),
        ("duties", json!([{"text": "a"}])),
        (
            "sections",
            json!([{"kind": "epilogue", "number": null, "heading": "a"}]),
        ),
        ("surprise", json!("a")),
    ] {
        let mut wrong = record.clone();
        wrong[key] = value;
        assert!(!validator.is_valid(&wrong), "{key}");
    }
}

#[test]
fn every_record_of_the_corpus_is_valid() {
    let schema = printed_schema();
    let validator = jsonschema::draft202012::new(&schema).expect("a valid schema");
    let extractor = Extractor::new(Settings::default()).expect("the built-in packs are sound");
    let outcomes = each(&corpus(), |case| {
        let records = match extractor.extract(&case.name, &case.bytes(), &[]) {
            Ok(extraction) => extraction.records,
            // Whether it should have been readable is for corpus.rs to say.
            Err(_) => Vec::new(),
        };
        let instances = records
            .iter()
            .map(|r| serde_json::to_value(r).expect("a record is JSON"));
        let errors = |instance: Value| {
            let errors = validator.iter_errors(&instance);
            errors
                .map(|e| format!("{}: {}: {e}", case.name, e.instance_path()))
                .collect::<Vec<_>>()
        };
        (
            records.len(),
            instances.flat_map(errors).collect::<Vec<_>>(),
        )
    });
    let records: usize = outcomes.iter().map(|(records, _)| records).sum();
    let errors: Vec<String> = outcomes
        .into_iter()
        .flat_map(|(_, errors)| errors)
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    assert!(records > 50, "only {records} records were validated");
}
