//! The command as its users meet it.
//!
//! Inputs that begin with `fault: ` make the worker of a debug build fail, or answer, as ordered (see
//! `src/worker/fault.rs`); so these tests do not depend on what is read from documents.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use assert_cmd::cargo::CommandCargoExt;
use serde_json::Value;
use tempfile::TempDir;

/// A folder for inputs, `in`, and one for outputs, `out`.
struct Bench(TempDir);

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("in")).unwrap();
        Bench(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> &Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// `ametijuhend extract` with faults enabled, run in the folder.
    fn extract(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = ametijuhend();
        command
            .current_dir(self.0.path())
            .env("AMETIJUHEND_FAULTS", "1")
            .arg("extract")
            .args(arguments);
        command
    }

    fn json(&self, name: &str) -> Value {
        serde_json::from_slice(&fs::read(self.path(name)).unwrap()).unwrap()
    }

    /// `path status` for each input of the report.
    fn lines(&self) -> Vec<String> {
        let report = self.json("out/report.json");
        let inputs = report["inputs"].as_array().unwrap();
        let line = |i: &Value| format!("{} {}", i["path"], i["status"]).replace('"', "");
        inputs.iter().map(line).collect()
    }

    fn message(&self, path: &str) -> String {
        let report = self.json("out/report.json");
        let inputs = report["inputs"].as_array().unwrap();
        let entry = inputs.iter().find(|i| i["path"] == path).unwrap();
        entry["message"].as_str().unwrap().to_owned()
    }

    /// Every file in the output folder but the lock, by name, with its content.
    fn written(&self) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        let mut folders = vec![self.path("out")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if !path.ends_with(".ametijuhend.lock")
                    && !path.ends_with(".ametijuhend.journal")
                {
                    let name = path.strip_prefix(self.path("out")).unwrap();
                    let content = fs::read(&path).unwrap();
                    files.push((name.to_str().unwrap().to_owned(), content));
                }
            }
        }
        files.sort();
        files
    }

    fn names(&self) -> Vec<String> {
        self.written().into_iter().map(|(name, _)| name).collect()
    }
}

fn ametijuhend() -> Command {
    Command::cargo_bin("ametijuhend").unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn wrong_arguments_are_a_usage_error() {
    let bench = Bench::new();
    for arguments in [
        &["in"][..],
        &["-o", "out"],
        &["in", "-o", "out", "--jobs", "0"],
        &["in", "-o", "out", "--pdf-engine", "other"],
        &["in", "-o", "out", "--memory", "255"],
        &["in", "-o", "in"],
    ] {
        assert_eq!(code(&bench.extract(arguments)), 2, "{arguments:?}");
    }
    assert!(!bench.path("out").exists());
    assert_eq!(fs::read_dir(bench.path("in")).unwrap().count(), 0);
}

#[test]
fn the_schema_is_one_and_describes_a_record() {
    let output = ametijuhend().arg("schema").output().unwrap();
    assert_eq!(code(&output), 0);
    let schema: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    jsonschema::meta::validate(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let record = serde_json::to_value(ametijuhend::record::Record::default()).unwrap();
    assert!(validator.is_valid(&record));
    assert!(!validator.is_valid(&serde_json::json!({"duties": 1})));
}

#[test]
fn a_reader_that_went_away_is_no_failure() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = ametijuhend().arg("schema").stdout(writer).output().unwrap();
    assert_eq!(code(&output), 0);
    assert_eq!(stderr(&output), "");
}

#[test]
fn an_output_that_is_a_file_is_refused_in_one_sentence() {
    let bench = Bench::new();
    bench.file("in/a.txt", "a").file("out", "mine");
    let output = bench.extract(&["in", "-o", "out"]);
    assert_eq!(code(&output), 3);
    let text = stderr(&output);
    assert_eq!(text.lines().count(), 1, "{text}");
    assert!(text.contains("is a file"), "{text}");
    assert_eq!(fs::read(bench.path("out")).unwrap(), b"mine");
}

#[test]
fn a_second_run_on_the_same_output_stops() {
    let bench = Bench::new();
    bench
        .file("in/a.txt", "a")
        .file("out/.ametijuhend.lock", "process 42\n");
    let lock = fs::File::open(bench.path("out/.ametijuhend.lock")).unwrap();
    lock.try_lock().unwrap();
    let output = bench.extract(&["in", "-o", "out"]);
    assert_eq!(code(&output), 3);
    assert!(
        stderr(&output).contains("process 42"),
        "{}",
        stderr(&output)
    );
    assert!(bench.names().is_empty());
    drop(lock);
    assert_ne!(code(&bench.extract(&["in", "-o", "out"])), 3);
}

#[test]
fn what_is_no_document_gets_a_line_each() {
    let bench = Bench::new();
    bench
        .file("in/empty.pdf", "")
        .file("in/garbage.pdf", [0_u8, 159, 146, 150, 0, 255, 254])
        .file("in/broken.pdf", "%PDF-1.7\nnothing follows")
        .file("in/folder.pdf/inner", "")
        .file("in/.hidden", "not read");
    let output = bench.extract(&["in", "missing.pdf", "-o", "out"]);
    assert_eq!(code(&output), 1);
    let lines = bench.lines();
    assert_eq!(lines.len(), 6, "{lines:?}");
    assert!(
        ["broken.pdf corrupt", "broken.pdf unsupported"].contains(&&*lines[0]),
        "{lines:?}"
    );
    assert_eq!(lines[1], "empty.pdf no_text");
    assert_eq!(lines[2], "folder.pdf unsupported");
    assert_eq!(lines[3], "folder.pdf/inner no_text");
    assert!(
        ["garbage.pdf corrupt", "garbage.pdf unsupported"].contains(&&*lines[4]),
        "{lines:?}"
    );
    assert_eq!(lines[5], "missing.pdf io");
    assert_eq!(bench.json("out/report.json")["hidden_skipped"], 1);
    assert_eq!(bench.names(), ["report.json"]);
    for line in ["no_text: in/empty.pdf: ", "io: missing.pdf: "] {
        assert!(stdout(&output).contains(line), "{}", stdout(&output));
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_waited_for_and_no_loop_is_entered() {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    let bench = Bench::new();
    let made = Command::new("mkfifo")
        .arg(bench.path("in/fifo"))
        .status()
        .unwrap();
    assert!(made.success());
    let _socket = UnixListener::bind(bench.path("in/socket")).unwrap();
    symlink("nowhere", bench.path("in/dangling")).unwrap();
    symlink(".", bench.path("in/loop")).unwrap();
    symlink("ring", bench.path("in/ring")).unwrap();
    symlink("/dev/zero", bench.path("in/zero")).unwrap();
    bench.file("empty", "");
    symlink("../empty", bench.path("in/link")).unwrap();
    assert_eq!(code(&bench.extract(&["in", "-o", "out"])), 1);
    assert_eq!(
        bench.lines(),
        [
            "dangling io",
            "fifo io",
            "link no_text",
            "loop io",
            "ring io",
            "socket io",
            "zero io"
        ]
    );
    assert!(bench.message("fifo").contains("a named pipe"));
    assert!(bench.message("socket").contains("a socket"));
    assert!(bench.message("zero").contains("a device"));
    assert!(bench.message("loop").contains("not followed"));
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_gets_a_line() {
    use std::os::unix::fs::PermissionsExt;

    if rustix::process::geteuid().is_root() {
        eprintln!("not tested: root may read everything");
        return;
    }
    let bench = Bench::new();
    bench.file("in/file", "a").file("in/folder/file", "a");
    let closed = fs::Permissions::from_mode(0o0);
    fs::set_permissions(bench.path("in/file"), closed.clone()).unwrap();
    fs::set_permissions(bench.path("in/folder"), closed).unwrap();
    let output = bench.extract(&["in", "-o", "out"]);
    fs::set_permissions(bench.path("in/folder"), fs::Permissions::from_mode(0o700)).unwrap();
    assert_eq!(code(&output), 1);
    assert_eq!(bench.lines(), ["file io", "folder io"]);
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let bench = Bench::new();
    let file = fs::File::create(bench.path("in/large")).unwrap();
    file.set_len(200_000_001).unwrap();
    assert_eq!(code(&bench.extract(&["in", "-o", "out"])), 1);
    assert_eq!(bench.lines(), ["large memory"]);
}

#[test]
fn the_least_memory_is_enough_for_a_small_file() {
    let bench = Bench::new();
    bench.file(
        "in/a.txt",
        "AMETIJUHEND\n1. TEENISTUSÜLESANDED\n1.1 koostab kava.\n",
    );
    for _ in 0..5 {
        let arguments = ["in", "-o", "out", "--memory", "256", "--no-resume"];
        bench.extract(&arguments);
        assert_eq!(bench.lines(), ["a.txt ok"]);
    }
}

#[test]
fn the_worker_answers_in_order() {
    let bench = Bench::new();
    bench.file("in/empty", "");
    let mut child = ametijuhend()
        .args(["worker", "--memory", "512"])
        .current_dir(bench.path("in"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    writeln!(input, r#"{{"settings": {{}}}}"#).unwrap();
    for (id, file) in [(7, "empty"), (3, "missing"), (9, "empty")] {
        writeln!(input, r#"{{"id": {id}, "path": "p", "file": "{file}"}}"#).unwrap();
    }
    drop(input);
    let output = child.wait_with_output().unwrap();
    assert_eq!(code(&output), 0);
    let answers: Vec<Value> = stdout(&output)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert!(answers[0]["ready"]["version"].is_string());
    let told: Vec<_> = answers[1..]
        .iter()
        .map(|a| (a["id"].as_u64(), &a["status"]))
        .collect();
    let expected = [(7, "no_text"), (3, "io"), (9, "no_text")];
    assert_eq!(told.len(), expected.len());
    for ((id, status), (expected_id, expected_status)) in told.into_iter().zip(expected) {
        assert_eq!(id, Some(expected_id));
        assert_eq!(status, expected_status);
    }
}

/// With workers that do as they are told.
#[cfg(debug_assertions)]
mod ordered {
    use super::*;

    const RECORD: &str = r#"fault: {"answer": {"records": 1}}"#;

    #[test]
    fn records_are_named_after_their_inputs() {
        let bench = Bench::new();
        bench
            .file("in/a/x.pdf", RECORD)
            .file("in/b/x.pdf", RECORD)
            .file("in/X.PDF", RECORD)
            .file("in/order", r#"fault: {"answer": {"records": 2}}"#)
            .file("other/X.PDF", RECORD)
            .file("single.txt", RECORD);
        let output = bench.extract(&["in", "other", "single.txt", "-o", "in/out"]);
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        fs::rename(bench.path("in/out"), bench.path("out")).unwrap();
        assert_eq!(
            bench.names(),
            [
                "X.PDF.json",
                "X.PDF~2.json",
                "a/x.pdf.json",
                "b/x.pdf.json",
                "order.1.json",
                "order.2.json",
                "report.json",
                "single.txt.json"
            ]
        );
        let record = fs::read_to_string(bench.path("out/a/x.pdf.json")).unwrap();
        assert!(
            record.starts_with("{\n  \"schema_version\": \"1.0\""),
            "{record}"
        );
        assert!(record.ends_with("}\n"));
        assert_eq!(bench.json("out/a/x.pdf.json")["source"]["path"], "a/x.pdf");
        let report = bench.json("out/report.json");
        let renamed = &report["inputs"][1];
        assert_eq!(renamed["file"], "other/X.PDF");
        assert_eq!(renamed["records"][0], "X.PDF~2.json");
        assert!(
            renamed["message"]
                .as_str()
                .unwrap()
                .contains("X.PDF~2.json")
        );
    }

    #[test]
    fn the_output_in_the_input_is_not_read_again() {
        let bench = Bench::new();
        bench.file("in/a", RECORD);
        for _ in 0..2 {
            let output = bench.extract(&["in", "-o", "in/out"]);
            assert_eq!(code(&output), 0, "{}", stderr(&output));
        }
        fs::rename(bench.path("in/out"), bench.path("out")).unwrap();
        assert_eq!(bench.lines(), ["a ok"]);
    }

    #[test]
    fn foreign_files_are_not_replaced_without_force() {
        let bench = Bench::new();
        bench
            .file("in/a", RECORD)
            .file("out/a.json", "{\"mine\": true}");
        let output = bench.extract(&["in", "-o", "out"]);
        assert_eq!(code(&output), 3);
        assert!(stderr(&output).contains("--force"), "{}", stderr(&output));
        assert_eq!(bench.names(), ["a.json"]);
        assert_eq!(bench.json("out/a.json")["mine"], true);
        assert_eq!(code(&bench.extract(&["in", "-o", "out", "--force"])), 0);
        assert_eq!(bench.json("out/a.json")["tool"]["name"], "ametijuhend");
    }

    #[test]
    fn a_file_that_kills_its_worker_stops_nothing() {
        let bench = Bench::new();
        bench
            .file("in/1 abort", r#"fault: "abort""#)
            .file("in/2 good", RECORD)
            .file("in/3 hang", r#"fault: "hang""#)
            .file("in/4 memory", r#"fault: {"memory": 600}"#)
            .file("in/5 good", RECORD)
            .file("in/6 panic", r#"fault: "panic""#)
            .file("in/7 print", r#"fault: "print""#)
            .file("in/8 stack", r#"fault: "stack""#)
            .file("in/9 good", RECORD);
        let arguments = [
            "in",
            "-o",
            "out",
            "--timeout",
            "2",
            "--memory",
            "512",
            "--jobs",
            "1",
        ];
        let output = bench.extract(&arguments);
        assert_eq!(code(&output), 1);
        assert_eq!(
            bench.lines(),
            [
                "1 abort crashed",
                "2 good ok",
                "3 hang timeout",
                "4 memory memory",
                "5 good ok",
                "6 panic crashed",
                "7 print ok",
                "8 stack crashed",
                "9 good ok"
            ]
        );
        assert!(bench.message("6 panic").contains("ordered"));
        assert!(bench.message("8 stack").contains("stack"));
        assert!(bench.message("4 memory").contains("512 MiB"));
        assert!(
            stdout(&output).contains("(4 ok, 1 timeout, 1 memory, 3 crashed)"),
            "{}",
            stdout(&output)
        );
    }

    #[test]
    fn memory_within_the_limit_is_no_trouble() {
        let bench = Bench::new();
        bench.file("in/a", r#"fault: {"memory": 300}"#);
        assert_eq!(
            code(&bench.extract(&["in", "-o", "out", "--memory", "512"])),
            0
        );
    }

    #[test]
    fn jobs_do_not_change_a_byte() {
        let bench = Bench::new();
        for i in 0..20 {
            let order = format!(
                r#"fault: {{"answer": {{"records": {}, "words": [{i}], "undecided": [{}]}}}}"#,
                1 + i % 2,
                i * 2
            );
            bench.file(&format!("in/{i}"), order);
        }
        bench
            .file("in/panic", r#"fault: "panic""#)
            .file("in/stack", r#"fault: "stack""#);
        assert_eq!(code(&bench.extract(&["in", "-o", "out", "--jobs", "1"])), 1);
        let one = bench.written();
        fs::remove_dir_all(bench.path("out")).unwrap();
        assert_eq!(code(&bench.extract(&["in", "-o", "out", "--jobs", "3"])), 1);
        assert_eq!(one.len(), 31);
        assert!(one == bench.written());
    }

    #[test]
    fn words_of_other_documents_decide() {
        let bench = Bench::new();
        let order = |words: &str, undecided: &str| {
            format!(
                r#"fault: {{"answer": {{"records": 1, "words": {words}, "undecided": {undecided}}}}}"#
            )
        };
        bench
            .file("in/a", order("[1]", "[2, 3, 4]"))
            .file("in/b", order("[2, 3]", "[2, 3]"))
            .file("in/c", order("[3]", "[9]"));
        let output = bench.extract(&["in", "-o", "out"]);
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        assert_eq!(bench.json("out/a.json")["purpose"], "[2, 3]");
        assert_eq!(bench.json("out/b.json")["purpose"], "[3]");
        assert_eq!(bench.json("out/c.json")["purpose"], "[]");
    }

    /// How many inputs a run did not read again.
    fn kept(output: &Output) -> u64 {
        let text = stdout(output);
        let line = text
            .lines()
            .find_map(|l| l.strip_prefix("Unchanged since an earlier run, not read again: "));
        line.map_or(0, |l| l.trim_end_matches('.').parse().unwrap())
    }

    #[test]
    fn what_has_not_changed_is_not_read_again() {
        let bench = Bench::new();
        bench
            .file("in/a", RECORD)
            .file("in/b", r#"fault: {"answer": {"records": 3}}"#)
            .file("in/c", "no job description")
            .file("in/d", r#"fault: "panic""#);
        let run = |more: &[&str]| kept(&bench.extract(&[&["in", "-o", "out"], more].concat()));
        assert_eq!(run(&[]), 0);
        let first = bench.written();
        // What crashed is tried again.
        assert_eq!(run(&["--jobs", "1"]), 3);
        assert!(first == bench.written());
        assert_eq!(run(&["--no-resume"]), 0);
        assert_eq!(run(&["--pdf-engine", "hayro"]), 0);
        assert_eq!(run(&[]), 0);
        fs::remove_file(bench.path("out/b.2.json")).unwrap();
        assert_eq!(run(&[]), 2);
        bench.file(
            "out/a.json",
            r#"{"tool": {"name": "ametijuhend", "version": "0"}}"#,
        );
        assert_eq!(run(&[]), 2);
        fs::remove_file(bench.path("out/report.json")).unwrap();
        assert_eq!(run(&[]), 3);
        assert!(first == bench.written());
        bench.file("in/b", r#"fault: {"answer": {"records": 2}}"#);
        assert_eq!(run(&[]), 2);
        assert_eq!(
            bench.names(),
            ["a.json", "b.1.json", "b.2.json", "report.json"]
        );
        fs::rename(bench.path("in/a"), bench.path("in/e")).unwrap();
        assert_eq!(run(&[]), 2);
        assert_eq!(bench.json("out/e.json")["source"]["path"], "e");
    }

    #[test]
    fn words_of_unchanged_documents_count_and_are_taken_back() {
        let bench = Bench::new();
        let order = |words: &str, undecided: &str| {
            format!(
                r#"fault: {{"answer": {{"records": 1, "words": {words}, "undecided": {undecided}}}}}"#
            )
        };
        bench
            .file("in/a", order("[1]", "[2, 3]"))
            .file("in/b", order("[2]", "[]"));
        let run = || kept(&bench.extract(&["in", "-o", "out"]));
        let known = || {
            bench.json("out/a.json")["purpose"]
                .as_str()
                .unwrap()
                .to_owned()
        };
        assert_eq!((run(), known().as_str()), (0, "[2]"));
        assert_eq!((run(), known().as_str()), (2, "[2]"));
        bench.file("in/c", order("[3]", "[]"));
        assert_eq!((run(), known().as_str()), (2, "[2, 3]"));
        fs::remove_file(bench.path("in/c")).unwrap();
        fs::remove_file(bench.path("in/b")).unwrap();
        assert_eq!((run(), known().as_str()), (1, "[]"));
        assert_eq!((run(), known().as_str()), (1, "[]"));
    }

    #[test]
    fn the_log_has_a_line_for_each_input() {
        let bench = Bench::new();
        bench
            .file("in/a", RECORD)
            .file("in/\u{202e}b", r#"fault: "panic""#);
        for kept in [false, true] {
            bench.extract(&["in", "-o", "out", "--log", "log", "--jobs", "1", "--quiet"]);
            let text = fs::read_to_string(bench.path("log")).unwrap();
            let lines: Vec<Value> = text
                .lines()
                .map(|l| serde_json::from_str(l).unwrap())
                .collect();
            assert_eq!(lines.len(), 4, "{text}");
            assert_eq!(
                (&lines[0]["event"], &lines[0]["files"]),
                (&"begin".into(), &2.into())
            );
            assert_eq!(
                (&lines[1]["path"], &lines[1]["status"]),
                (&"a".into(), &"ok".into())
            );
            assert_eq!(lines[1]["kept"], kept);
            assert_eq!(lines[2]["path"], r"\u{202e}b");
            assert!(lines[2]["message"].as_str().unwrap().contains("ordered"));
            assert_eq!(
                (&lines[3]["event"], &lines[3]["ok"]),
                (&"end".into(), &1.into())
            );
            fs::remove_file(bench.path("log")).unwrap();
        }
    }

    #[test]
    fn findings_are_a_failure_only_if_asked_for() {
        let bench = Bench::new();
        bench.file("in/a", r#"fault: {"answer": {"records": 1, "errors": 2}}"#);
        for (severity, expected) in [("error", 1), ("warning", 1), ("never", 0)] {
            let output = bench.extract(&["in", "-o", "out", "--fail-on", severity]);
            assert_eq!(code(&output), expected, "{severity}");
        }
        let output = bench.extract(&["in", "-o", "out"]);
        assert_eq!(code(&output), 0);
        assert_eq!(
            bench.json("out/report.json")["inputs"][0]["findings"]["error"],
            2
        );
        assert!(stdout(&output).contains("2 error"), "{}", stdout(&output));
    }

    #[test]
    fn quiet_says_nothing() {
        let bench = Bench::new();
        bench.file("in/a", RECORD);
        let output = bench.extract(&["in", "-o", "out", "--quiet"]);
        assert_eq!(code(&output), 0);
        assert_eq!(stdout(&output) + &stderr(&output), "");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn names_that_are_not_unicode_are_read_and_escaped() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;

        let bench = Bench::new();
        let name = OsStr::from_bytes(b"\xe4.pdf");
        fs::write(bench.path("in").join(name), RECORD).unwrap();
        fs::write(bench.path("in/\x1b[2J\u{202e}fdp"), "").unwrap();
        let output = bench.extract(&["in", "-o", "out"]);
        assert_eq!(
            bench.lines(),
            ["\\u001b[2J\u{202e}fdp no_text", "\\\\xE4.pdf ok"]
        );
        let record = bench.path("out").join(OsStr::from_bytes(b"\xe4.pdf.json"));
        let record: Value = serde_json::from_slice(&fs::read(record).unwrap()).unwrap();
        assert_eq!(record["source"]["path"], "\\xE4.pdf");
        assert!(
            stdout(&output).contains(r"\u{1b}[2J\u{202e}fdp"),
            "{}",
            stdout(&output)
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_signal_stops_the_run_and_keeps_what_is_done() {
        use rustix::process::{Pid, Signal, kill_process};

        for (signal, expected) in [(Signal::INT, 130), (Signal::TERM, 143)] {
            let bench = Bench::new();
            bench.file("in/1", RECORD).file("in/2", r#"fault: "hang""#);
            let arguments = ["in", "-o", "out", "--jobs", "1", "--timeout", "600"];
            let child = bench
                .command(&arguments)
                .stdout(Stdio::piped())
                .spawn()
                .unwrap();
            wait_for(&bench.path("out/1.json"));
            kill_process(Pid::from_child(&child), signal).unwrap();
            let output = child.wait_with_output().unwrap();
            assert_eq!(code(&output), expected);
            assert_eq!(bench.lines(), ["1 ok"]);
            assert_eq!(bench.json("out/report.json")["interrupted"], true);
            assert!(stdout(&output).contains("run the same command again"));
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_killed_run_leaves_no_worker_and_no_lock() {
        let bench = Bench::new();
        bench.file("in/1", RECORD).file("in/2", r#"fault: "hang""#);
        let arguments = ["in", "-o", "out", "--jobs", "1", "--timeout", "600"];
        let mut child = bench.command(&arguments).spawn().unwrap();
        wait_for(&bench.path("out/1.json"));
        let workers = children(child.id());
        assert_eq!(workers.len(), 1);
        child.kill().unwrap();
        child.wait().unwrap();
        let gone = |pid: &u32| !Path::new(&format!("/proc/{pid}/exe")).exists();
        for _ in 0..50 {
            if workers.iter().all(gone) {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        assert!(workers.iter().all(gone));
        let output = bench.extract(&["in/1", "-o", "out"]);
        assert_eq!(code(&output), 0, "{}", stderr(&output));
    }

    #[cfg(target_os = "linux")]
    fn children(of: u32) -> Vec<u32> {
        let tasks = fs::read_dir(format!("/proc/{of}/task")).unwrap();
        let list = |task: fs::DirEntry| fs::read_to_string(task.path().join("children")).unwrap();
        tasks
            .flat_map(|task| {
                list(task.unwrap())
                    .split_whitespace()
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            })
            .map(|pid| pid.parse().unwrap())
            .collect()
    }

    fn wait_for(path: &Path) {
        for _ in 0..300 {
            if path.exists() {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        panic!("{} did not appear", path.display());
    }
}
