//! Defects, one at a time.

use ametijuhend::pipeline::Extractor;
use ametijuhend::record::SectionKind;
use regex::Regex;

use super::anatomy::{Anatomy, Row};
use super::sheet::Sheet;

/// A document with one defect.
pub struct Planted {
    pub rule: &'static str,
    /// How it was planted.
    pub how: &'static str,
    pub sheet: Sheet,
    /// Lines of the changed document that the finding may point at, from 0; empty for what is absent.
    pub lines: Vec<usize>,
}

/// All defects that this document can bear.
pub fn all(a: &Anatomy, extractor: &Extractor) -> Vec<Planted> {
    let mut out = Vec::new();
    sections(a, extractor, &mut out);
    headings(a, &mut out);
    numbers(a, &mut out);
    bullets(a, &mut out);
    fields(a, extractor, &mut out);
    duties(a, &mut out);
    requirements(a, &mut out);
    approval(a, &mut out);
    texts(a, &mut out);
    out
}

fn plant(
    out: &mut Vec<Planted>,
    rule: &'static str,
    how: &'static str,
    sheet: Sheet,
    lines: Vec<usize>,
) {
    if !sheet.crowded {
        out.push(Planted {
            rule,
            how,
            sheet,
            lines,
        });
    }
}

/// With one line changed. What stands in a further column of the line stays in its column, as long as there is room.
fn with(a: &Anatomy, at: usize, line: String) -> Sheet {
    let mut sheet = a.sheet.clone();
    match in_columns(&sheet.lines[at], line) {
        Some(line) => sheet.lines[at] = line,
        None => sheet.crowded = true,
    }
    sheet
}

/// A changed line with its further columns where they were; nothing if there is no room for the change.
fn in_columns(old: &str, new: String) -> Option<String> {
    let gap = Regex::new(r"\S(\s{3,})\S").expect("a pattern");
    let (Some(before), Some(after)) = (gap.captures(old), gap.captures(&new)) else {
        return Some(new);
    };
    let (before, after) = (
        before.get(1).expect("a group"),
        after.get(1).expect("a group"),
    );
    if old[before.end()..] != new[after.end()..] {
        return Some(new);
    }
    let column = old[..before.end()].chars().count();
    let text = new[..after.start()].chars().count();
    let room = column.checked_sub(text).filter(|room| *room >= 2)?;
    let blanks = " ".repeat(room);
    Some(format!(
        "{}{blanks}{}",
        &new[..after.start()],
        &new[after.end()..]
    ))
}

/// Without some lines; in a Word document they are emptied, for its paragraphs stay.
fn without(a: &Anatomy, from: usize, to: usize) -> Sheet {
    let mut sheet = a.sheet.clone();
    match sheet.is_word() {
        true => sheet.lines[from..to].iter_mut().for_each(String::clear),
        false => _ = sheet.lines.drain(from..to),
    }
    sheet
}

fn sections(a: &Anatomy, extractor: &Extractor, out: &mut Vec<Planted>) {
    let pack = extractor.packs().get(&a.record.grammar.name);
    let required =
        |kind| pack.is_some_and(|p| p.sections.iter().any(|s| s.kind == kind && s.required));
    let inner = || a.parts.iter().take(a.parts.len().saturating_sub(1));
    for part in inner() {
        let single = a.parts.iter().filter(|p| p.kind == part.kind).count() == 1;
        let listed = matches!(
            part.kind,
            SectionKind::Rights
                | SectionKind::Responsibilities
                | SectionKind::Tools
                | SectionKind::Purpose
                | SectionKind::Duties
        );
        if !single || a.sheet.is_word() {
            continue;
        }
        if required(part.kind)
            && part.kind != SectionKind::General
            && part.kind != SectionKind::Other
        {
            plant(
                out,
                "missing-section",
                "deleted",
                without(a, part.from, part.to),
                Vec::new(),
            );
        }
        if listed {
            let mut sheet = without(a, part.from + 1, part.to);
            plant(
                out,
                "empty-section",
                "emptied",
                sheet.clone(),
                vec![part.from],
            );
            sheet.lines.insert(part.from + 1, String::new());
            plant(
                out,
                "empty-section",
                "emptied, a blank line left",
                sheet,
                vec![part.from],
            );
            let mut sheet = a.sheet.clone();
            let copy: Vec<String> = a.sheet.lines[part.from..part.to].to_vec();
            sheet.lines.splice(part.to..part.to, copy);
            plant(
                out,
                "duplicate-section",
                "copied",
                sheet,
                vec![part.from, part.to],
            );
        }
    }
    for pair in a.parts.windows(2).take(a.parts.len().saturating_sub(2)) {
        let [first, second] = pair else { continue };
        let strict = required(first.kind) && required(second.kind) && first.kind != second.kind;
        if strict
            && !a.sheet.is_word()
            && first.kind != SectionKind::Other
            && second.kind != SectionKind::Other
        {
            let mut sheet = a.sheet.clone();
            sheet.lines[first.from..second.to].rotate_left(first.to - first.from);
            let length = second.to - second.from;
            plant(
                out,
                "section-out-of-order",
                "swapped",
                sheet,
                vec![first.from, first.from + length],
            );
        }
    }
}

fn headings(a: &Anatomy, out: &mut Vec<Planted>) {
    for part in &a.parts {
        let letters: Vec<char> = part.heading.trim_end_matches(['.', ':']).chars().collect();
        let numbered = a.sheet.lines[part.from].trim() != part.heading;
        if letters.len() < 6 || !numbered {
            continue;
        }
        let mut put = |how, changed: Vec<char>| {
            let heading: String = changed.into_iter().collect();
            let line = a.sheet.lines[part.from].replacen(
                part.heading.trim_end_matches(['.', ':']),
                &heading,
                1,
            );
            plant(
                out,
                "heading-misspelt",
                how,
                with(a, part.from, line),
                vec![part.from],
            );
        };
        let middle = letters.len() / 2;
        let mut dropped = letters.clone();
        dropped.remove(middle);
        put("a letter dropped", dropped);
        let mut swapped = letters.clone();
        swapped.swap(middle - 1, middle - 2);
        if swapped != letters {
            put("two letters swapped", swapped);
        }
        if letters.len() > 7 {
            let mut two = letters.clone();
            two[1] = 'x';
            two.remove(middle);
            put("two letters wrong", two);
        }
    }
}

/// "3.4" one up or down in its last part.
fn shifted(number: &str, by: i32) -> String {
    let (before, last) = number.rsplit_once('.').unwrap_or(("", number));
    let last = last.parse::<i32>().unwrap_or_default() + by;
    match before {
        "" => last.to_string(),
        _ => format!("{before}.{last}"),
    }
}

fn renumber(a: &Anatomy, row: &Row, number: &str) -> Sheet {
    with(
        a,
        row.from,
        a.sheet.lines[row.from].replacen(&row.number, number, 1),
    )
}

fn numbers(a: &Anatomy, out: &mut Vec<Planted>) {
    let deep = a.rows.iter().all(|r| r.number.contains('.'));
    let same = |x: &Row, y: &Row| shifted(&x.number, 1) == y.number;
    for (at, three) in a.rows.windows(3).enumerate() {
        let [before, row, next] = three else { continue };
        if !deep || !same(before, row) || !same(row, next) || at % 3 != 0 {
            continue;
        }
        if !a.sheet.is_word() {
            let gone = row.to - row.from;
            plant(
                out,
                "numbering-gap",
                "an item deleted",
                without(a, row.from, row.to),
                vec![next.from - gone, before.from],
            );
        }
        plant(
            out,
            "numbering-duplicate",
            "a number repeated",
            renumber(a, row, &before.number),
            vec![row.from, before.from],
        );
        let (section, rest) = row.number.split_once('.').unwrap_or_default();
        let foreign = format!("{}.{rest}", section.parse::<u32>().unwrap_or_default() + 5);
        plant(
            out,
            "numbering-out-of-order",
            "another section's number",
            renumber(a, row, &foreign),
            vec![row.from],
        );
        let mut swapped = renumber(a, row, &next.number);
        swapped.lines[next.from] = a.sheet.lines[next.from].replacen(&next.number, &row.number, 1);
        plant(
            out,
            "numbering-out-of-order",
            "two numbers swapped",
            swapped,
            vec![row.from, next.from],
        );
        let line = &a.sheet.lines[row.from];
        let dotted = format!("{}.", row.number);
        let line = match line.trim_start().starts_with(&dotted) {
            true => line.replacen(&dotted, &row.number, 1),
            false => line.replacen(&row.number, &dotted, 1),
        };
        // Without a blank behind it, a number needs its dot.
        if super::anatomy::opens(&line, &row.number)
            && line.contains(&format!("{} ", row.number)) | line.contains(&format!("{dotted} "))
        {
            plant(
                out,
                "numbering-style-mixed",
                "a dot more or less",
                with(a, row.from, line),
                vec![row.from],
            );
        }
    }
    if let [.., before, last] = a.rows.as_slice()
        && deep
        && same(before, last)
        && a.rows.len() > 2
    {
        plant(
            out,
            "numbering-gap",
            "the last number one up",
            renumber(a, last, &shifted(&last.number, 1)),
            vec![last.from, before.from],
        );
    }
}

const MARKS: [char; 6] = ['•', '▪', '-', '–', '●', '*'];

fn bullets(a: &Anatomy, out: &mut Vec<Planted>) {
    for part in &a.parts {
        if !matches!(
            part.kind,
            SectionKind::Rights | SectionKind::Responsibilities | SectionKind::Amendment
        ) {
            continue;
        }
        let marked: Vec<usize> = (part.from..part.to)
            .filter(|i| {
                let line = a.sheet.lines[*i].trim_start();
                line.starts_with(MARKS) && line.chars().nth(1) == Some(' ')
            })
            .collect();
        for (place, at) in marked.iter().enumerate().filter(|_| marked.len() > 2) {
            let line = &a.sheet.lines[*at];
            let mark = line.trim_start().chars().next().unwrap_or_default();
            let bare = line.replacen(&format!("{mark} "), "", 1);
            if place > 0 {
                plant(
                    out,
                    "lost-bullet",
                    "a bullet removed",
                    with(a, *at, bare),
                    vec![*at],
                );
            }
            let other = if mark == '-' { '•' } else { '-' };
            let changed = line.replacen(mark, &other.to_string(), 1);
            if marked.len() > 3 || place == 1 {
                plant(
                    out,
                    "mixed-bullets",
                    "a bullet changed",
                    with(a, *at, changed),
                    vec![*at],
                );
            }
        }
    }
}

fn fields(a: &Anatomy, extractor: &Extractor, out: &mut Vec<Planted>) {
    let general = &a.record.general;
    let pack = extractor.packs().get(&a.record.grammar.name);
    let Some(pack) = pack else { return };
    let values = [
        ("job_title", general.job_title.clone()),
        ("unit", general.unit.clone()),
        (
            "manager",
            general
                .manager
                .first()
                .cloned()
                .filter(|_| general.manager.len() == 1),
        ),
        (
            "substituted_by",
            general
                .substituted_by
                .first()
                .cloned()
                .filter(|_| general.substituted_by.len() == 1),
        ),
    ];
    let end = a
        .part(SectionKind::Purpose)
        .or(a.part(SectionKind::Duties))
        .map_or(0, |p| p.from);
    for (name, value) in values {
        let Some(value) = value else { continue };
        // A field whose label and value share a line.
        let found = (0..end).find_map(|i| {
            let line = a.sheet.lines[i].trim_end();
            let label = line.strip_suffix(value.as_str())?;
            let bare =
                label.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ');
            let prefix = pack.field_prefix(bare)?;
            (bare[prefix.rest..].trim().is_empty() && prefix.key.as_str() == name)
                .then(|| (i, label.trim_end().to_owned()))
        });
        let Some((at, label)) = found else { continue };
        // Behind the label as the value stood, so that columns stay columns.
        let value = a.sheet.lines[at].get(label.len()..).unwrap_or_default();
        let blanks = &value[..value.len() - value.trim_start().len()];
        let valued = |value: &str| {
            format!(
                "{label}{}{value}",
                if blanks.is_empty() { "  " } else { blanks }
            )
        };
        plant(
            out,
            "empty-field",
            "a value blanked",
            with(a, at, label.clone()),
            vec![at],
        );
        plant(
            out,
            "placeholder-unfilled",
            "a value replaced by <…>",
            with(a, at, valued("<nimi>")),
            vec![at],
        );
        plant(
            out,
            "placeholder-unfilled",
            "a value replaced by {…}",
            with(a, at, valued("{Väärtus}")),
            vec![at],
        );
        plant(
            out,
            "placeholder-unfilled",
            "a value replaced by a line",
            with(a, at, valued("________")),
            vec![at],
        );
        let titled = general
            .title_as_written
            .as_deref()
            .is_some_and(|t| t.split(' ').count() > 1);
        let expected = match name {
            "unit" => pack
                .required_fields
                .contains(&ametijuhend::grammar::pack::FieldKey::Unit),
            "manager" => true,
            "job_title" => !titled,
            _ => false,
        };
        if expected {
            plant(
                out,
                "missing-field",
                "a field deleted",
                without(a, at, at + 1),
                Vec::new(),
            );
        }
    }
}

fn duties(a: &Anatomy, out: &mut Vec<Planted>) {
    let paired = a.rows.iter().filter(|r| !r.results.is_empty()).count();
    for (at, row) in a.rows.iter().enumerate().filter(|(i, _)| i % 3 == 1) {
        if paired > 2 && !row.results.is_empty() && !a.sheet.is_word() {
            results(a, row, out);
        }
        let first = &a.sheet.lines[row.from];
        let whole = first.contains(&row.text);
        let other = a
            .rows
            .get(at + 1)
            .filter(|o| a.sheet.lines[o.from].contains(&o.text));
        if let (true, Some(other)) = (whole && other.is_some_and(|o| o.text.contains(' ')), other) {
            let sheet = with(
                a,
                other.from,
                a.sheet.lines[other.from].replacen(&other.text, &row.text, 1),
            );
            plant(
                out,
                "duplicate-duty",
                "another duty's words",
                sheet,
                vec![row.from, other.from],
            );
        }
    }
    let shares: Vec<usize> = (0..a.sheet.lines.len())
        .filter(|i| a.sheet.lines[*i].contains('%'))
        .collect();
    let given = a
        .record
        .duties
        .iter()
        .filter(|d| d.share_percent.is_some())
        .count();
    let figures = Regex::new(r"([0-9]+) ?%").expect("sound");
    for at in shares.into_iter().filter(|_| given > 1) {
        let line = &a.sheet.lines[at];
        let changed = figures.replace(line, |c: &regex::Captures| {
            format!("{}%", c[1].parse::<i32>().unwrap_or_default() - 4)
        });
        plant(
            out,
            "shares-do-not-add-up",
            "a share changed",
            with(a, at, changed.into_owned()),
            Vec::new(),
        );
    }
}

/// Takes the results away from a row: the lines of a flat text from the first result on, or what stands in their column.
fn results(a: &Anatomy, row: &Row, out: &mut Vec<Planted>) {
    let begin: String = row.results[0]
        .split(' ')
        .take(2)
        .collect::<Vec<_>>()
        .join(" ");
    let Some(at) = (row.from..row.to).find(|i| a.sheet.lines[*i].contains(&begin)) else {
        return;
    };
    let line = &a.sheet.lines[at];
    let byte = line.find(&begin).unwrap_or_default();
    let column = line[..byte]
        .trim_end_matches([' ', '•', '▪', '-', '–', '●'])
        .chars()
        .count();
    let mut sheet = a.sheet.clone();
    let in_columns = line[..byte].chars().count() > column + 1 && at == row.from && column > 10;
    if in_columns {
        for line in &mut sheet.lines[row.from..row.to] {
            let start = a.sheet.lines[at][..byte]
                .trim_end()
                .chars()
                .count()
                .min(a.sheet.lines[at][..byte].chars().count());
            let edge = start.max(column + 1).min(byte);
            *line = line
                .chars()
                .take(edge.saturating_sub(2).max(column))
                .collect();
        }
    } else if at == row.from || column > 0 {
        return;
    } else {
        sheet.lines.drain(at..row.to);
    }
    plant(
        out,
        "duty-without-result",
        "results deleted",
        sheet,
        vec![row.from],
    );
}

fn requirements(a: &Anatomy, out: &mut Vec<Planted>) {
    let from = a.part(SectionKind::Requirements).map_or(0, |p| p.from);
    for language in &a.record.requirements.languages {
        let Some(level) = language.level.as_deref().filter(|l| l.len() == 2) else {
            continue;
        };
        let begin: String = language
            .text
            .split(' ')
            .take(3)
            .collect::<Vec<_>>()
            .join(" ");
        let at = (from..a.sheet.lines.len()).find(|i| {
            a.sheet.lines[*i].contains(&begin) && a.sheet.lines[*i].matches(level).count() == 1
        });
        let Some(at) = at else { continue };
        let line = &a.sheet.lines[at];
        plant(
            out,
            "language-level-unknown",
            "D3",
            with(a, at, line.replace(level, "D3")),
            vec![at],
        );
        plant(
            out,
            "language-level-unknown",
            "B4",
            with(a, at, line.replace(level, "B4")),
            vec![at],
        );
        if language.language.as_deref() == Some("et") && level != "C2" {
            plant(
                out,
                "language-level-too-high",
                "C2",
                with(a, at, line.replace(level, "C2")),
                vec![at],
            );
        }
        let old = format!("tasemel {level}");
        if line.contains(&old) {
            plant(
                out,
                "language-level-legacy",
                "an old word",
                with(a, at, line.replace(&old, "kõrgtasemel")),
                vec![at],
            );
        }
    }
}

fn approval(a: &Anatomy, out: &mut Vec<Planted>) {
    let end = a.parts.first().map_or(0, |p| p.from);
    let Some(approval) = &a.record.approval else {
        return;
    };
    let date = Regex::new(r"\b[0-9]{1,2}\. ?[0-9]{2}\. ?[0-9]{4}\b").expect("sound");
    let dated = (0..end).find(|i| date.is_match(&a.sheet.lines[*i]));
    if let (Some(at), Some(_), Some(number)) = (dated, &approval.date, &approval.number) {
        let line = &a.sheet.lines[at];
        for (how, day) in [
            ("no such day", "31.02.2024"),
            ("no such month", "12.13.2021"),
            ("in the future", "12.03.2031"),
            ("before 1990", "12.03.1985"),
        ] {
            let sheet = with(a, at, date.replace(line, day).into_owned());
            plant(out, "approval-date-implausible", how, sheet, vec![at]);
        }
        let numbered = (0..end).find(|i| a.sheet.lines[*i].contains(number.as_str()));
        if let (Some(n), Some(_)) = (numbered, &approval.act) {
            let said = Regex::new(&format!(r" ?nr\.? ?{}", regex::escape(number))).expect("sound");
            let bare = said.replace(&a.sheet.lines[n], "").into_owned();
            if bare != a.sheet.lines[n] {
                plant(
                    out,
                    "approval-incomplete",
                    "without a number",
                    with(a, n, bare),
                    Vec::new(),
                );
            }
            plant(
                out,
                "approval-incomplete",
                "without a date",
                with(a, at, date.replace(line, "").into_owned()),
                Vec::new(),
            );
        }
    }
}

fn texts(a: &Anatomy, out: &mut Vec<Planted>) {
    let Some(row) = a.rows.get(1) else { return };
    let line = &a.sheet.lines[row.from];
    let Some(word) = row
        .text
        .split(' ')
        .find(|w| w.contains('a') && w.chars().count() > 5 && line.contains(w))
    else {
        return;
    };
    let mut put = |rule, how, new: &str| {
        plant(
            out,
            rule,
            how,
            with(a, row.from, line.replacen(word, new, 1)),
            vec![row.from],
        )
    };
    put("encoding-damage", "ō for õ", &word.replacen('a', "ō", 1));
    put(
        "encoding-damage",
        "UTF-8 read as windows-1252",
        &word.replacen('a', "Ã¤", 1),
    );
    put(
        "encoding-damage",
        "U+FFFD",
        &word.replacen('a', "\u{fffd}", 1),
    );
    put("redacted-text", "crossed out", "xxxxxxxx");
    put(
        "personal-data",
        "a personal code",
        &format!("{word} (19912310020)"),
    );
    put(
        "personal-data",
        "a private address",
        &format!("{word} (lagle.nurm@hotmail.com)"),
    );
    put(
        "personal-data",
        "a mobile number",
        &format!("{word} (+372 5987 6543)"),
    );
    put(
        "placeholder-unfilled",
        "a field in brackets",
        &format!("{word} [nimetus]"),
    );
}
