//! `ametijuhend check`, `rules` and `explain` as their users meet them, on documents of the corpus.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use assert_cmd::cargo::CommandCargoExt;
use serde_json::Value;
use tempfile::TempDir;

fn ametijuhend(folder: &Path, arguments: &[&str]) -> Output {
    Command::cargo_bin("ametijuhend")
        .unwrap()
        .current_dir(folder)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env_remove("LANG")
        .args(arguments)
        .output()
        .unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn corpus(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(path)
}

/// A folder with documents of the corpus.
struct Bench(TempDir);

impl Bench {
    fn with(documents: &[(&str, &str)]) -> Self {
        let bench = Bench(tempfile::tempdir().unwrap());
        for (name, source) in documents {
            fs::copy(corpus(source), bench.0.path().join(name)).unwrap();
        }
        bench
    }

    fn write(&self, name: &str, content: &str) {
        fs::write(self.0.path().join(name), content).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.path().join(name)).unwrap()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        ametijuhend(self.0.path(), arguments)
    }

    fn report(&self, arguments: &[&str]) -> Value {
        let all = [&["check", "--format", "json"], arguments].concat();
        serde_json::from_slice(&self.run(&all).stdout).unwrap()
    }
}
