//! Tables of records: `extract --format`, `convert`, `schema --tables`.

mod support;

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::process::{Command, Output};

use ametijuhend::audit;
use ametijuhend::record::{Duty, Record};
use assert_cmd::cargo::CommandCargoExt;
use serde_json::Value;
use tempfile::TempDir;

use support::root;

const TABLES: [&str; 5] = [
    "positions",
    "duties",
    "requirements",
    "clauses",
    "diagnostics",
];

fn ametijuhend(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::cargo_bin("ametijuhend").unwrap();
    command
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap()
}

/// Runs a command that must succeed.
fn good(folder: &Path, arguments: &[&str]) -> String {
    let output = ametijuhend(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Rows of a CSV file, each as (column, value).
fn csv(path: &Path) -> Vec<Vec<(String, String)>> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let head: Vec<String> = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect();
    let row = |r: csv::StringRecord| {
        head.iter()
            .cloned()
            .zip(r.iter().map(str::to_owned))
            .collect()
    };
    reader.records().map(|r| row(r.unwrap())).collect()
}

fn value<'a>(row: &'a [(String, String)], column: &str) -> &'a str {
    &row.iter().find(|(name, _)| name == column).unwrap().1
}

/// Records of the corpus, with tables beside them.
fn extracted() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let corpus = root().join("corpus/t1");
    let corpus = corpus.to_str().unwrap();
    let formats = "csv,jsonl,xlsx";
    let glob = "**/*.{docx,pdf}";
    good(
        folder.path(),
        &[
            "extract", corpus, "-o", "out", "--glob", glob, "--format", formats,
        ],
    );
    folder
}

fn record(text: &str) -> Record {
    let mut record = Record::default();
    record.tool.name = "ametijuhend".into();
    record.schema_version = "1.0".into();
    record.source.path = "a.txt".into();
    record.general.job_title = Some(text.into());
    record.duties = vec![Duty {
        text: text.into(),
        results: vec!["üks".into(), "kaks".into()],
        ..Duty::default()
    }];
    record
}

fn one_record(text: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("records")).unwrap();
    let json = serde_json::to_vec(&record(text)).unwrap();
    fs::write(folder.path().join("records/a.txt.json"), json).unwrap();
    folder
}

#[test]
fn every_duty_and_requirement_of_the_records_is_a_row() {
    let folder = extracted();
    let out = folder.path().join("out");
    let lines = fs::read_to_string(out.join("records.jsonl")).unwrap();
    let records: Vec<Record> = lines
        .lines()
        .map(|l| serde_json::from_str(l).unwrap())
        .collect();
    let positions = csv(&out.join("positions.csv"));
    assert!(records.len() >= 8);
    assert_eq!(positions.len(), records.len());
    let duties = csv(&out.join("duties.csv"));
    let requirements = csv(&out.join("requirements.csv"));
    for (record, position) in records.iter().zip(&positions) {
        let id = value(position, "position_id");
        assert_eq!(value(position, "path"), record.source.path);
        let own: Vec<_> = duties
            .iter()
            .filter(|d| value(d, "position_id") == id)
            .collect();
        assert_eq!(own.len().to_string(), value(position, "duties"));
        let json = serde_json::to_value(record).unwrap();
        for duty in own {
            let text = json.pointer(&format!("{}/text", value(duty, "pointer")));
            assert_eq!(text.and_then(Value::as_str), Some(value(duty, "text")));
        }
        let own = requirements
            .iter()
            .filter(|r| value(r, "position_id") == id);
        assert_eq!(own.count().to_string(), value(position, "requirements"));
    }
}

#[test]
fn convert_gives_what_extract_gives() {
    let folder = extracted();
    good(
        folder.path(),
        &[
            "convert",
            "out",
            "-o",
            "again",
            "--format",
            "csv,jsonl,xlsx",
        ],
    );
    good(
        folder.path(),
        &[
            "convert",
            "out/records.jsonl",
            "-o",
            "lines",
            "--format",
            "csv,xlsx",
        ],
    );
    let read = |name: &str| fs::read(folder.path().join(name)).unwrap();
    for table in TABLES {
        let name = format!("{table}.csv");
        assert_eq!(read(&format!("again/{name}")), read(&format!("out/{name}")));
        assert_eq!(read(&format!("lines/{name}")), read(&format!("out/{name}")));
    }
    assert_eq!(read("again/records.jsonl"), read("out/records.jsonl"));
    assert_eq!(read("again/tables.xlsx"), read("out/tables.xlsx"));
    assert_eq!(read("lines/tables.xlsx"), read("out/tables.xlsx"));
}

#[test]
fn no_text_is_run_as_a_formula() {
    let text = "=HYPERLINK(\"http://x\",\"y\")";
    let folder = one_record(text);
    good(
        folder.path(),
        &["convert", "records", "-o", "out", "--format", "csv,xlsx"],
    );
    let duties = csv(&folder.path().join("out/duties.csv"));
    assert_eq!(value(&duties[0], "text"), format!("'{text}"));
    assert_eq!(value(&duties[0], "results"), "üks\nkaks");
    let sheet = member(
        &folder.path().join("out/tables.xlsx"),
        "xl/worksheets/sheet2.xml",
    );
    let formulas: Vec<&str> = sheet.split("<f>").skip(1).collect();
    assert_eq!(formulas.len(), 1, "the link to the position alone: {sheet}");
    assert!(
        formulas[0].starts_with("HYPERLINK(\"#'positions'!A2\""),
        "{sheet}"
    );
}

/// The text of a file in a workbook.
fn member(workbook: &Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(File::open(workbook).unwrap()).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn workbooks_have_filters_and_frozen_heads() {
    let folder = one_record("Arhivaar");
    good(
        folder.path(),
        &["convert", "records", "-o", "out", "--format", "xlsx"],
    );
    let workbook = folder.path().join("out/tables.xlsx");
    let names = member(&workbook, "xl/workbook.xml");
    for (number, table) in (1..).zip(TABLES) {
        assert!(names.contains(&format!("name=\"{table}\"")), "{names}");
        let sheet = member(&workbook, &format!("xl/worksheets/sheet{number}.xml"));
        assert!(sheet.contains("<autoFilter ref=\"A1:"), "{table}");
        assert!(sheet.contains("state=\"frozen\""), "{table}");
    }
}

#[test]
fn a_collection_without_records_gives_tables_without_rows() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("records")).unwrap();
    good(
        folder.path(),
        &[
            "convert",
            "records",
            "-o",
            "out",
            "--format",
            "csv,jsonl,xlsx",
        ],
    );
    for table in TABLES {
        assert_eq!(
            csv(&folder.path().join(format!("out/{table}.csv"))).len(),
            0
        );
    }
    assert_eq!(
        fs::read(folder.path().join("out/records.jsonl")).unwrap(),
        b""
    );
}

#[test]
fn what_is_no_record_is_named_and_left_out() {
    let folder = one_record("Arhivaar");
    fs::write(folder.path().join("records/b.json"), "{\"a\": 1}").unwrap();
    let output = ametijuhend(
        folder.path(),
        &["convert", "records", "-o", "out", "--format", "csv"],
    );
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("b.json"), "{message}");
    assert_eq!(csv(&folder.path().join("out/positions.csv")).len(), 1);
}

#[test]
fn files_of_others_are_not_replaced() {
    let folder = one_record("Arhivaar");
    let arguments = ["convert", "records", "-o", "out", "--format", "csv"];
    fs::create_dir(folder.path().join("out")).unwrap();
    let theirs = folder.path().join("out/duties.csv");
    fs::write(&theirs, "theirs").unwrap();
    let output = ametijuhend(folder.path(), &arguments);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert_eq!(fs::read(&theirs).unwrap(), b"theirs");
    good(folder.path(), &[&arguments[..], &["--force"]].concat());
    good(folder.path(), &arguments);
    assert_eq!(csv(&theirs).len(), 1);
}

#[test]
fn schema_readme_and_files_have_the_same_columns() {
    let folder = one_record("Arhivaar");
    good(
        folder.path(),
        &["convert", "records", "-o", "out", "--format", "csv"],
    );
    good(
        folder.path(),
        &["audit", "records", "-o", "out", "--tables", "csv"],
    );
    let schema: Value =
        serde_json::from_str(&good(folder.path(), &["schema", "--tables"])).unwrap();
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let tables = schema.as_array().unwrap();
    assert_eq!(tables.len(), TABLES.len() + audit::tables::TABLES.len());
    for table in tables {
        let name = table["table"].as_str().unwrap();
        let columns = table["columns"].as_array().unwrap();
        let names: Vec<&str> = columns
            .iter()
            .map(|c| c["name"].as_str().unwrap())
            .collect();
        let mut file =
            csv::Reader::from_path(folder.path().join(format!("out/{name}.csv"))).unwrap();
        assert_eq!(file.headers().unwrap().iter().collect::<Vec<_>>(), names);
        let row = format!("| `{name}` | {} |", names.join(", "));
        assert!(readme.contains(&row), "README.md lacks: {row}");
        assert!(
            columns
                .iter()
                .all(|c| c["about"].as_str().unwrap().ends_with(['.', '…']))
        );
    }
}

#[cfg(not(feature = "parquet"))]
#[test]
fn parquet_says_how_to_get_it() {
    let folder = one_record("Arhivaar");
    let output = ametijuhend(
        folder.path(),
        &["convert", "records", "-o", "out", "--format", "parquet"],
    );
    assert_eq!(output.status.code(), Some(3));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("--features parquet"), "{message}");
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_has_the_rows_and_types_of_the_tables() {
    use arrow::array::{Array, Int64Array, ListArray, StringArray};
    use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

    let folder = one_record("=Arhivaar");
    good(
        folder.path(),
        &["convert", "records", "-o", "out", "--format", "parquet"],
    );
    let file = File::open(folder.path().join("out/duties.parquet")).unwrap();
    let mut reader = ParquetRecordBatchReaderBuilder::try_new(file)
        .unwrap()
        .build()
        .unwrap();
    let batch = reader.next().unwrap().unwrap();
    assert_eq!(batch.num_rows(), 1);
    let column = |name: &str| batch.column_by_name(name).unwrap().clone();
    let text = column("text");
    assert_eq!(
        text.as_any()
            .downcast_ref::<StringArray>()
            .unwrap()
            .value(0),
        "=Arhivaar"
    );
    let level = column("level");
    assert_eq!(
        level
            .as_any()
            .downcast_ref::<Int64Array>()
            .unwrap()
            .value(0),
        1
    );
    let results = column("results");
    let results = results
        .as_any()
        .downcast_ref::<ListArray>()
        .unwrap()
        .value(0);
    assert_eq!(results.len(), 2);
    assert!(column("share_percent").is_null(0));
}

#[test]
fn an_interrupt_leaves_the_tables_as_they_were() {
    use ametijuhend::run::Interrupt;
    use ametijuhend::tables::{self, Format, TableError};
    let folder = one_record("Laohoidja");
    let (records, out) = (folder.path().join("records"), folder.path().join("out"));
    let export = |interrupt: &Interrupt| {
        let sources = tables::find(std::slice::from_ref(&records)).unwrap();
        tables::export(sources, &out, &[Format::Csv], false, interrupt)
    };
    export(&Interrupt::default()).unwrap();
    let before = fs::read(out.join("positions.csv")).unwrap();
    fs::write(
        records.join("a.txt.json"),
        serde_json::to_vec(&record("Valvur")).unwrap(),
    )
    .unwrap();
    let stopped = Interrupt::default();
    stopped.flag().store(2, std::sync::atomic::Ordering::SeqCst);
    assert!(matches!(export(&stopped), Err(TableError::Interrupted(2))));
    assert_eq!(fs::read(out.join("positions.csv")).unwrap(), before);
    let names: Vec<_> = fs::read_dir(&out).unwrap().collect();
    let left = |name: &str| name.ends_with(".tmp");
    let names = names.into_iter().map(|e| e.unwrap().file_name());
    assert!(!names.into_iter().any(|n| left(&n.to_string_lossy())));
}
