//! Names: how a path is written in JSON, and which file a record goes to.

use std::collections::HashSet;
use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};

use super::REPORT;
use super::inputs::Input;
use crate::tables::MANIFEST;

/// A path as text, from which the path can be told again: parts are joined by `/`, a backslash is written `\\`, and
/// each byte that does not belong to valid UTF-8 is written `\xHH`.
pub fn escape(path: &Path) -> String {
    let mut text = String::new();
    for part in path.components() {
        match part {
            Component::RootDir => text.push('/'),
            _ => {
                if !text.is_empty() && !text.ends_with('/') {
                    text.push('/');
                }
                escape_part(part.as_os_str().as_encoded_bytes(), &mut text);
            }
        }
    }
    text
}

fn escape_part(bytes: &[u8], text: &mut String) {
    for chunk in bytes.utf8_chunks() {
        text.push_str(&chunk.valid().replace('\\', "\\\\"));
        for byte in chunk.invalid() {
            text.push_str(&format!("\\x{byte:02X}"));
        }
    }
}

/// Where an input's records go, relative to the output folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    base: PathBuf,
    /// Whether the name differs from the input's, because another input or file needs that name.
    pub renamed: bool,
}

impl Target {
    /// The file of an only record.
    pub fn single(&self) -> PathBuf {
        with_suffix(&self.base, ".json")
    }

    /// The files of so many records.
    pub fn files(&self, records: usize) -> Vec<PathBuf> {
        match records {
            0 => Vec::new(),
            1 => vec![self.single()],
            n => (1..=n).map(|i| self.numbered(i)).collect(),
        }
    }

    /// Files that are there though so many records have other names, the last first: a numbered file is not left behind
    /// one that is missing, where it would not be found.
    pub fn leftovers(&self, records: usize, is_there: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
        let single = Some(self.single()).filter(|_| records != 1);
        let numbered_now = if records > 1 { records } else { 0 };
        let numbered = (numbered_now.saturating_add(1)..)
            .map(|i| self.numbered(i))
            .take_while(|name| is_there(name));
        let mut left: Vec<PathBuf> = numbered.collect();
        left.reverse();
        left.extend(single.filter(|name| is_there(name)));
        left
    }

    fn numbered(&self, number: usize) -> PathBuf {
        with_suffix(&self.base, &format!(".{number}.json"))
    }
}

/// A target for each input that can be read.
///
/// Where two would get the same name, the later in path order gets `~2`, `~3` … after its own name. The same goes for
/// a name that is the report's, that of a folder in the output, or that of another input's numbered record.
pub fn targets(inputs: &[Input]) -> Vec<Option<Target>> {
    let mut taken = Taken::with_folders_of(inputs);
    inputs
        .iter()
        .map(|input| match input.trouble {
            Some(_) => None,
            None => Some(taken.next_free(&input.relative)),
        })
        .collect()
}

struct Taken {
    /// Names of only records, and the folders that will stand in the output.
    files: HashSet<OsString>,
    /// Targets, to see that `b.pdf.1` may collide with the first of several records of `b.pdf`.
    bases: HashSet<OsString>,
}

impl Taken {
    fn with_folders_of(inputs: &[Input]) -> Self {
        let folders = inputs
            .iter()
            .flat_map(|input| input.relative.ancestors().skip(1));
        let mut files: HashSet<OsString> = folders.map(key).collect();
        files.extend([REPORT, MANIFEST].map(|name| key(Path::new(name))));
        Taken {
            files,
            bases: HashSet::new(),
        }
    }

    fn next_free(&mut self, wanted: &Path) -> Target {
        let mut base = wanted.to_owned();
        let mut count: u32 = 1;
        while !self.is_free(&base) {
            count = count.saturating_add(1);
            base = with_suffix(wanted, &format!("~{count}"));
        }
        self.files.insert(key(&with_suffix(&base, ".json")));
        self.bases.insert(key(&base));
        Target {
            base,
            renamed: count > 1,
        }
    }

    fn is_free(&self, base: &Path) -> bool {
        let single = key(&with_suffix(base, ".json"));
        let numbered = without_number(base).is_some_and(|stem| self.bases.contains(&key(&stem)));
        !numbered && !self.files.contains(&single)
    }
}

/// `b.pdf` for `b.pdf.1`.
fn without_number(path: &Path) -> Option<PathBuf> {
    let number = path.extension()?.to_str()?;
    let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| path.with_extension(""))
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// What two names have in common if the file system cannot tell them apart.
fn key(path: &Path) -> OsString {
    if cfg!(any(windows, target_os = "macos")) {
        path.to_string_lossy().to_lowercase().into()
    } else {
        path.as_os_str().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(relatives: &[&str]) -> Vec<String> {
        let inputs: Vec<Input> = relatives
            .iter()
            .map(|relative| Input {
                file: PathBuf::new(),
                given: PathBuf::new(),
                relative: relative.into(),
                trouble: None,
            })
            .collect();
        targets(&inputs)
            .into_iter()
            .map(|target| escape(&target.unwrap().single()))
            .collect()
    }

    #[test]
    fn a_record_is_named_after_its_input() {
        assert_eq!(
            names(&["X.PDF", "a/x.pdf", "b/x.pdf"]),
            ["X.PDF.json", "a/x.pdf.json", "b/x.pdf.json"]
        );
    }

    #[test]
    fn equal_names_are_told_apart_in_order() {
        assert_eq!(
            names(&["x.pdf", "x.pdf", "x.pdf", "x.pdf~2"]),
            [
                "x.pdf.json",
                "x.pdf~2.json",
                "x.pdf~3.json",
                "x.pdf~2~2.json"
            ]
        );
    }

    #[test]
    fn a_record_never_takes_the_name_of_report_folder_or_part() {
        assert_eq!(names(&["report"]), ["report~2.json"]);
        assert_eq!(names(&["tables"]), ["tables~2.json"]);
        assert_eq!(names(&["a", "a.json/x"]), ["a~2.json", "a.json/x.json"]);
        assert_eq!(
            names(&["b.pdf", "b.pdf.1"]),
            ["b.pdf.json", "b.pdf.1~2.json"]
        );
        assert_eq!(names(&["b.1"]), ["b.1.json"]);
    }

    #[test]
    fn several_records_are_numbered() {
        let target = Target {
            base: "a/b.pdf".into(),
            renamed: false,
        };
        let files: Vec<String> = target.files(2).iter().map(|f| escape(f)).collect();
        assert_eq!(files, ["a/b.pdf.1.json", "a/b.pdf.2.json"]);
    }

    #[cfg(unix)]
    #[test]
    fn any_name_can_be_told_from_its_escape() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        let escaped = |bytes| escape(Path::new(OsStr::from_bytes(bytes)));
        assert_eq!(escaped("õ/b.pdf".as_bytes()), "õ/b.pdf");
        assert_eq!(escaped(b"/a/b"), "/a/b");
        assert_eq!(escaped(b"a\xffb"), "a\\xFFb");
        assert_eq!(escaped(b"a\\xFFb"), "a\\\\xFFb");
    }
}
