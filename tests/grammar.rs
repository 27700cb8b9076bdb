//! `ametijuhend grammar` as its users meet it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use assert_cmd::cargo::CommandCargoExt;

fn grammar(arguments: &[&str]) -> Output {
    let mut command = Command::cargo_bin("ametijuhend").unwrap();
    command.arg("grammar").args(arguments).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn pack(folder: &Path, name: &str, text: &str) {
    fs::create_dir_all(folder.join(name)).unwrap();
    fs::write(folder.join(name).join("pack.toml"), text).unwrap();
}

#[test]
fn list_names_every_pack() {
    let output = grammar(&["list"]);
    let text = stdout(&output);
    assert_eq!(output.status.code(), Some(0));
    for name in ["base", "t1", "t8", "t14"] {
        let line = text.lines().find(|l| l.starts_with(&format!("{name} ")));
        assert!(line.is_some(), "{name}: {text}");
    }
}

#[test]
fn show_marks_the_familys_own_wordings() {
    let text = stdout(&grammar(&["show", "t5"]));
    assert!(text.contains("+kellele allub"), "{text}");
    assert!(text.contains("duties, required") && text.contains("fields as: table"));
    assert!(text.contains("vahetu ülemus") && !text.contains("+vahetu ülemus"));
    let output = grammar(&["show", "t99"]);
    assert_eq!(output.status.code(), Some(2));
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(
        error.contains("There is no pack \"t99\". Use one of: base, t1,"),
        "{error}"
    );
}

#[test]
fn check_tells_every_mistake_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    pack(
        folder.path(),
        "own",
        "name = \"own\"\nextends = \"base\"\n[style]\nnumbering = \"greek\"\n[fields]\nas = \"poem\"\n[duties]\npair = true\n\
         [[sentence]]\nkey = \"manager\"\npatterns = [\"* allub\"]\n",
    );
    let output = grammar(&["check", folder.path().to_str().unwrap()]);
    let text = stdout(&output);
    assert_eq!(output.status.code(), Some(1), "{text}");
    for start in [
        "own/pack.toml:4:13: Unknown numbering \"greek\". Use one of: arabic-dot, arabic, roman, none.",
        "own/pack.toml:6:6: Unknown form of fields \"poem\".",
        "own/pack.toml:8:1: Unknown field `pair`",
        "own/pack.toml:11:13: A pattern has exactly one {value}.",
    ] {
        assert!(text.contains(start), "{start}: {text}");
    }
    let output = grammar(&["check", "grammars"]);
    assert_eq!(
        (output.status.code(), stdout(&output).as_str()),
        (Some(0), "No mistakes found.\n")
    );
}

#[test]
fn fit_puts_the_best_first_and_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.txt");
    let text = "AMETIJUHEND\nI ÜLDSÄTTED\n1.1. Kokk allub direktorile.\nII AMETIÜLESANDED\n2.1. Keedab suppi.\nIII ÕIGUSED\n\
                3.1. Saada puhkust.\n";
    fs::write(&file, text).unwrap();
    let output = grammar(&["fit", file.to_str().unwrap(), "-n", "1"]);
    let text = stdout(&output);
    assert!(
        text.lines().nth(1).is_some_and(|l| l.starts_with("t11 ")),
        "{text}"
    );
    assert!(text.contains("The document is read by t11.") && text.contains("ametiülesanded"));
    // A pack of the user's own fits better if it says more.
    pack(
        folder.path(),
        "mine",
        "name = \"mine\"\ntitle = \"Mine\"\nextends = \"t11\"\n[fields]\nas = \"sentences\"\n[style]\ncapitals = true\n",
    );
    let dir = folder.path().to_str().unwrap();
    let output = grammar(&["fit", file.to_str().unwrap(), "--grammars", dir]);
    assert!(stdout(&output).contains("\nmine "), "{}", stdout(&output));
    let output = grammar(&["fit", "no-such-file.txt"]);
    assert_eq!(output.status.code(), Some(3));
}
