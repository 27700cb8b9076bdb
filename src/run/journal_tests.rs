use super::*;

fn line(target: &str, words: &[u64]) -> Line {
    Line {
        target: target.into(),
        key: "k".into(),
        path: target.trim_end_matches(".json").into(),
        today: "2026-03-31".into(),
        known: vec![3],
        records: vec![u64::MAX, 0],
        reading: Reading {
            sha256: "ab".into(),
            status: Status::Partial,
            dates: vec!["2026-05-01".into()],
            message: "A page is lost.".into(),
            findings: Findings::default(),
            pages_without_text: vec![2],
            words: words.to_vec(),
            undecided: Vec::new(),
        },
    }
}

fn content(folder: &Path) -> String {
    std::fs::read_to_string(folder.join(JOURNAL)).unwrap()
}

#[test]
fn the_last_line_of_a_target_counts() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Journal::open(folder.path(), "k").unwrap();
    for line in [line("a", &[1]), line("b", &[2]), line("a", &[7])] {
        journal.add(&line).unwrap();
    }
    for journal in [journal, Journal::open(folder.path(), "k").unwrap()] {
        assert_eq!(journal.line("a"), Some(line("a", &[7])));
        assert_eq!(journal.line("b"), Some(line("b", &[2])));
        assert_eq!(journal.line("c"), None);
    }
    let other = Journal::open(folder.path(), "other").unwrap();
    assert_eq!(other.line("a"), None);
}

#[test]
fn a_torn_line_costs_nothing_but_itself() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Journal::open(folder.path(), "k").unwrap();
    journal.add(&line("a", &[1])).unwrap();
    journal.add(&line("b", &[2])).unwrap();
    let whole = content(folder.path());
    let first = whole.find('\n').unwrap() + 1;
    for cut in [first + 1, first + 20, whole.len() - 2, whole.len() - 1] {
        std::fs::write(folder.path().join(JOURNAL), &whole[..cut]).unwrap();
        let journal = Journal::open(folder.path(), "k").unwrap();
        assert_eq!(journal.line("a"), Some(line("a", &[1])), "{cut}");
        journal.add(&line("c", &[3])).unwrap();
        let journal = Journal::open(folder.path(), "k").unwrap();
        assert_eq!(journal.line("c"), Some(line("c", &[3])), "{cut}");
        // Only its line feed is missing: then it is whole.
        let expected = (cut == whole.len() - 1).then(|| line("b", &[2]));
        assert_eq!(journal.line("b"), expected, "{cut}");
    }
}

#[test]
fn tidied_it_is_the_same_whatever_went_before() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Journal::open(folder.path(), "k").unwrap();
    for line in [
        line("b", &[9]),
        line("a", &[1]),
        line("c", &[2]),
        line("b", &[2]),
    ] {
        journal.add(&line).unwrap();
    }
    journal.forget("c");
    journal.tidy().unwrap();
    let tidy = content(folder.path());
    let lines = [line("a", &[1]), line("b", &[2])].map(|l| serde_json::to_string(&l).unwrap());
    assert_eq!(tidy, lines.map(|l| l + "\n").concat());
    assert_eq!(journal.line("b"), Some(line("b", &[2])));
    journal.add(&line("0", &[5])).unwrap();
    assert_eq!(journal.line("0"), Some(line("0", &[5])));
    assert_eq!(journal.line("a"), Some(line("a", &[1])));
}

#[test]
fn what_may_pass_is_tried_again() {
    let with = |status| Reading {
        status,
        ..line("a", &[]).reading
    };
    assert!(with(Status::Corrupt).lasts());
    assert!(!with(Status::Timeout).lasts());
    assert!(!with(Status::Io).lasts());
}

#[test]
fn another_day_matters_where_a_date_is_no_longer_in_the_future() {
    let line = line("a", &[]);
    for (today, holds) in [
        ("2025-01-01", true),
        ("2026-04-30", true),
        ("2026-05-01", false),
        ("2027-01-01", false),
    ] {
        assert_eq!(line.holds_on(today), holds, "{today}");
    }
}
