//! Where the parts of a record stand in the lines of its document.

use ametijuhend::record::{Record, SectionKind};

use super::sheet::Sheet;

/// A section: its kind, heading and lines.
#[derive(Clone)]
pub struct Part {
    pub kind: SectionKind,
    pub heading: String,
    /// Line of the heading.
    pub from: usize,
    /// First line that does not belong to it.
    pub to: usize,
}

/// A duty with a number: its lines up to the next.
#[derive(Clone)]
pub struct Row {
    pub number: String,
    pub text: String,
    pub results: Vec<String>,
    pub from: usize,
    pub to: usize,
}

/// A document taken apart.
pub struct Anatomy<'a> {
    pub sheet: &'a Sheet,
    pub record: &'a Record,
    pub parts: Vec<Part>,
    pub rows: Vec<Row>,
}

impl<'a> Anatomy<'a> {
    pub fn of(sheet: &'a Sheet, record: &'a Record) -> Self {
        let parts = parts(sheet, record);
        let rows = rows(sheet, record, &parts);
        Anatomy {
            sheet,
            record,
            parts,
            rows,
        }
    }

    pub fn part(&self, kind: SectionKind) -> Option<&Part> {
        self.parts.iter().find(|p| p.kind == kind)
    }
}

/// Sections whose headings have a line of their own.
fn parts(sheet: &Sheet, record: &Record) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    let mut from = 0;
    for section in &record.sections {
        let found = (from..sheet.lines.len()).find(|i| {
            let line = sheet.lines[*i].trim();
            let before = line.strip_suffix(section.heading.as_str());
            before.is_some_and(|b| b.chars().all(|c| c.is_ascii_digit() || "IVX. ".contains(c)))
        });
        let Some(at) = found else { return Vec::new() };
        if let Some(last) = out.last_mut() {
            last.to = at;
        }
        out.push(Part {
            kind: section.kind,
            heading: section.heading.clone(),
            from: at,
            to: sheet.lines.len(),
        });
        from = at + 1;
    }
    out
}

fn rows(sheet: &Sheet, record: &Record, parts: &[Part]) -> Vec<Row> {
    let mut out: Vec<Row> = Vec::new();
    let duties: Vec<&Part> = parts
        .iter()
        .filter(|p| p.kind == SectionKind::Duties)
        .collect();
    let (Some(first), Some(last)) = (duties.first(), duties.last()) else {
        return out;
    };
    let mut from = first.from;
    for duty in &record.duties {
        let Some(number) = &duty.number else {
            return Vec::new();
        };
        let found = (from..last.to).find(|i| opens(&sheet.lines[*i], number));
        let Some(at) = found else { return Vec::new() };
        if let Some(before) = out.last_mut() {
            // A row of another section ends where that section does.
            let end = duties
                .iter()
                .map(|d| d.to)
                .find(|to| *to > before.from)
                .unwrap_or(at);
            before.to = at.min(end);
        }
        out.push(Row {
            number: number.clone(),
            text: duty.text.clone(),
            results: duty.results.clone(),
            from: at,
            to: last.to,
        });
        from = at + 1;
    }
    out
}

/// Whether a line begins with a number and something behind it.
pub fn opens(line: &str, number: &str) -> bool {
    let rest = line.trim_start().strip_prefix(number);
    rest.is_some_and(|r| {
        r.starts_with([' ', '.', '\t'])
            && r.trim_start_matches(['.', ' ', '\t'])
                .starts_with(char::is_alphabetic)
    })
}
