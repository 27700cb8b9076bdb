use super::*;
use crate::record::Record;
use crate::run::names::targets;

fn input(relative: &str) -> Input {
    Input {
        file: PathBuf::new(),
        given: PathBuf::new(),
        relative: relative.into(),
        trouble: None,
    }
}

fn target(relative: &str) -> Target {
    targets(&[input(relative)]).remove(0).unwrap()
}

fn record(path: &str) -> Record {
    let mut record = Record {
        schema_version: "1.0".into(),
        ..Record::default()
    };
    record.tool.name = "ametijuhend".into();
    record.source.path = path.into();
    record
}

fn write(output: &Output, path: &str, records: usize) -> Result<(), WriteError> {
    let target = target(path);
    let text = json_file(&record(path)).unwrap();
    let texts = std::iter::repeat_n(text.as_slice(), records);
    let staged = output.stage(&target.files(records), texts)?;
    output.place(staged, &target, path).map(|_| ())
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.sort();
    names
}

#[test]
fn replaces_its_own_files_only() {
    let folder = tempfile::tempdir().unwrap();
    let open = |force| Output::open(folder.path(), force).unwrap();
    let output = open(false);
    write(&output, "a/b", 1).unwrap();
    write(&output, "a/b", 1).unwrap();
    let file = folder.path().join("a/b.json");
    assert!(is_ours(&file));
    for foreign in ["{}", r#"{"x": {"tool": {"name": "ametijuhend"}}}"#] {
        fs::write(&file, foreign).unwrap();
        assert!(
            output
                .check([PathBuf::from("a/b.json")].into_iter())
                .is_err()
        );
        assert!(matches!(write(&output, "a/b", 1), Err(WriteError::File(_))));
        assert_eq!(fs::read_to_string(&file).unwrap(), foreign);
    }
    drop(output);
    write(&open(true), "a/b", 1).unwrap();
    assert!(is_ours(&file));
}

#[test]
fn never_replaces_an_input_even_by_force() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().canonicalize().unwrap().join("x.json");
    fs::write(&file, "{}").unwrap();
    let mut output = Output::open(folder.path(), true).unwrap();
    output.protect(&[Input {
        file: file.clone(),
        ..input("x.json")
    }]);
    assert!(matches!(write(&output, "x", 1), Err(WriteError::File(_))));
    assert_eq!(fs::read(&file).unwrap(), b"{}");
}

#[test]
fn removes_records_that_the_input_gives_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let output = Output::open(folder.path(), false).unwrap();
    let numbered = ["x.1.json", "x.2.json", "x.3.json"];
    for (records, expected) in [
        (3, &numbered[..]),
        (2, &numbered[..2]),
        (1, &["x.json"]),
        (2, &numbered[..2]),
        (0, &[]),
    ] {
        write(&output, "x", records).unwrap();
        assert_eq!(names(folder.path()), expected, "{records}");
    }
}

#[test]
fn leaves_what_another_input_gave() {
    let folder = tempfile::tempdir().unwrap();
    let output = Output::open(folder.path(), false).unwrap();
    write(&output, "x.1", 1).unwrap();
    write(&output, "x", 1).unwrap();
    assert_eq!(names(folder.path()), ["x.1.json", "x.json"]);
}
