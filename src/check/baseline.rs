//! The baseline: findings that are known, so that only new ones are told.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::report::{Document, Finding, Fixed, Report};
use crate::record::Tool;
use crate::run::escape;
use crate::worker::protocol::Status;

/// Version of the file's shape.
const VERSION: u32 = 1;

/// Known findings, as the file holds them. Paths are relative to the folder of the file, so that it does not matter where
/// a check is started.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    tool: Tool,
    baseline_version: u32,
    findings: BTreeSet<Fixed>,
    #[serde(skip)]
    folder: PathBuf,
}

impl Baseline {
    /// The baseline that knows all findings of a report, for a file at `path`.
    pub fn of(report: &Report, path: &Path) -> Self {
        let folder = folder_of(path);
        let findings = report
            .documents
            .iter()
            .flat_map(|document| {
                let path = relative(&document.path, &folder);
                let known = move |finding| known(&path, finding);
                document.findings.iter().map(known)
            })
            .collect();
        Baseline {
            tool: report.tool.clone(),
            baseline_version: VERSION,
            findings,
            folder,
        }
    }

    /// Reads a baseline. The error is a sentence.
    pub fn read(path: &Path) -> Result<Self, String> {
        let said = |what: String| format!("The baseline {} {what}", path.display());
        let bytes = fs::read(path).map_err(|error| said(format!("cannot be read: {error}.")))?;
        let advice = "Write it anew with --write-baseline.";
        let mut baseline: Baseline = serde_json::from_slice(&bytes)
            .map_err(|error| said(format!("cannot be understood: {error}. {advice}")))?;
        if baseline.baseline_version != VERSION {
            let version = baseline.baseline_version;
            return Err(said(format!(
                "has the version {version}, which this program does not know. {advice}"
            )));
        }
        baseline.folder = folder_of(path);
        Ok(baseline)
    }

    /// The file's content.
    pub fn to_json(&self) -> serde_json::Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec_pretty(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// Takes the known findings out of a report, and tells which no longer occur: those of documents that were checked, and
    /// of files that are gone.
    pub fn apply(&self, report: &mut Report) {
        let mut left = self.findings.clone();
        let mut checked = BTreeSet::new();
        for document in &mut report.documents {
            let path = relative(&document.path, &self.folder);
            let before = document.findings.len();
            document.findings.retain(|finding| {
                let known = known(&path, finding);
                left.remove(&known);
                !self.findings.contains(&known)
            });
            report.counts.known += (before - document.findings.len()) as u64;
            if was_read(document) {
                checked.insert(path);
            }
        }
        left.retain(|fixed| {
            checked.contains(&fixed.path) || !self.folder.join(&fixed.path).exists()
        });
        report.fixed = left.into_iter().collect();
        report.count();
    }
}

fn was_read(document: &Document) -> bool {
    matches!(
        document.status,
        Status::Ok | Status::Partial | Status::NotAJobDescription | Status::NoText
    )
}

fn known(path: &str, finding: &Finding) -> Fixed {
    Fixed {
        path: path.to_owned(),
        rule: finding.rule.clone(),
        fingerprint: finding.fingerprint.clone(),
    }
}

fn folder_of(path: &Path) -> PathBuf {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
}

/// A document's path as seen from a folder; as it is, where the document lies elsewhere.
fn relative(path: &str, folder: &Path) -> String {
    let absolute = Path::new(path).canonicalize();
    let absolute = absolute.unwrap_or_else(|_| PathBuf::from(path));
    match absolute.strip_prefix(folder) {
        Ok(within) => escape(within),
        Err(_) => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::documents::without_record;

    fn report(folder: &Path) -> Report {
        let path = folder.join("a.txt").display().to_string();
        fs::write(&path, "x").unwrap();
        let message = "An invoice.".to_owned();
        Report::new(vec![without_record(
            &path,
            Status::NotAJobDescription,
            message,
        )])
    }

    #[test]
    fn hides_what_is_known_and_tells_what_is_fixed() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("baseline.json");
        let mut first = report(folder.path());
        let baseline = Baseline::of(&first, &file);
        fs::write(&file, baseline.to_json().unwrap()).unwrap();
        let baseline = Baseline::read(&file).unwrap();
        baseline.apply(&mut first);
        assert_eq!((first.counts.error, first.counts.known), (0, 1));
        assert_eq!(first.fixed, []);
        let mut second = report(folder.path());
        second.documents[0].findings.clear();
        baseline.apply(&mut second);
        assert_eq!(second.counts.fixed, 1);
        assert_eq!(second.fixed[0].path, "a.txt");
        let mut third = report(folder.path());
        third.documents[0].findings.clear();
        third.documents[0].status = Status::Timeout;
        baseline.apply(&mut third);
        assert_eq!(third.counts.fixed, 0, "nobody knows what is in it now");
    }

    #[test]
    fn refuses_what_is_no_baseline() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("baseline.json");
        fs::write(&file, "{\"findings\": []}").unwrap();
        assert!(
            Baseline::read(&file)
                .unwrap_err()
                .contains("--write-baseline")
        );
        assert!(Baseline::read(&folder.path().join("absent")).is_err());
    }
}
