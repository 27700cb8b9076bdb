//! What a run says at its end.

use std::fmt::Write;
use std::path::Path;
use std::time::Duration;

use ametijuhend::run::{Entry, REPORT, Report, escape};
use ametijuhend::worker::protocol::Status;

use super::terminal::safe;

/// So many inputs that need attention are listed; a large collection may have thousands.
const MOST_LINES: usize = 50;

/// The summary: how many were read and why others were not, then a line for each input that needs attention.
pub fn summary(report: &Report, output: &Path, took: Duration) -> String {
    let mut lines = Vec::new();
    lines.push(match report.inputs.len() {
        0 if !report.interrupted => "No files were found to read.".to_owned(),
        inputs => format!("Inputs: {inputs}{}.", by_code(report)),
    });
    lines.push(format!(
        "Records: {} in {}{}.",
        report
            .inputs
            .iter()
            .map(|entry| entry.records.len())
            .sum::<usize>(),
        escape(output),
        findings(report)
    ));
    if report.hidden_skipped > 0 {
        let hidden = report.hidden_skipped;
        lines.push(format!("Hidden files and folders, not read: {hidden}."));
    }
    if report.glob_skipped > 0 {
        let left_out = report.glob_skipped;
        lines.push(format!("Left out by --glob, not read: {left_out}."));
    }
    if report.kept > 0 {
        let kept = report.kept;
        lines.push(format!(
            "Unchanged since an earlier run, not read again: {kept}."
        ));
    }
    lines.push(time(report, took));
    let mut told = report.inputs.iter().filter(|e| !e.message.is_empty());
    lines.extend(told.by_ref().take(MOST_LINES).map(line));
    match told.count() {
        0 => {}
        more => lines.push(format!("And {more} more, which {REPORT} lists.")),
    }
    if report.interrupted {
        lines.push(
            "Stopped before the end. Records written so far are whole, but words of the inputs that are left could still decide hyphens in them: run the same command again to go on; what has been read is not read again."
                .into(),
        );
    }
    lines.iter().fold(String::new(), |mut text, line| {
        let _ = writeln!(text, "{}", safe(line));
        text
    })
}

/// `Time: 61.0 s, 202 inputs a second.`
fn time(report: &Report, took: Duration) -> String {
    let seconds = took.as_secs_f64();
    let rate = report.inputs.len() as f64 / seconds.max(f64::EPSILON);
    format!("Time: {seconds:.1} s, {rate:.0} inputs a second.")
}

/// ` (2 ok, 1 corrupt)`
fn by_code(report: &Report) -> String {
    let counts: Vec<String> = report
        .counts()
        .iter()
        .map(|(status, count)| format!("{count} {}", status.code()))
        .collect();
    match counts.as_slice() {
        [] => String::new(),
        counts => format!(" ({})", counts.join(", ")),
    }
}

/// `; 2 inputs with findings (1 error, 3 warning)`
fn findings(report: &Report) -> String {
    let all = || report.inputs.iter().map(|entry| entry.findings);
    let inputs = all().filter(|f| f.error + f.warning + f.info > 0).count();
    if inputs == 0 {
        return String::new();
    }
    format!(
        "; inputs with findings: {inputs} ({} error, {} warning, {} info)",
        all().map(|f| f.error).sum::<u64>(),
        all().map(|f| f.warning).sum::<u64>(),
        all().map(|f| f.info).sum::<u64>()
    )
}

/// `corrupt: a/b.pdf: The file cannot be read …`
fn line(entry: &Entry) -> String {
    let word = match entry.status {
        Status::Ok => "note",
        status => status.code(),
    };
    format!("{word}: {}: {}", entry.file, entry.message)
}
