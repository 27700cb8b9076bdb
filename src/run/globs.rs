//! Globs that choose among the files of given folders.

use std::path::Path;

use ignore::overrides::{Override, OverrideBuilder};

use super::RunError;

/// Which files of a folder are read. Without globs, all.
///
/// A glob without `/` is matched against the name, one with `/` against the path within the given folder; one that
/// begins with `!` leaves out what it matches. Of several that match, the last counts.
#[derive(Clone, Debug)]
pub struct Globs(Override);

impl Globs {
    /// Reads globs.
    ///
    /// # Errors
    /// [`RunError::Usage`] for one that is malformed.
    pub fn new(globs: &[String]) -> Result<Self, RunError> {
        // The paths that are matched are relative to the given folder already.
        let mut builder = OverrideBuilder::new(".");
        for glob in globs {
            builder.add(glob).map_err(|error| malformed(&error))?;
        }
        builder
            .build()
            .map(Globs)
            .map_err(|error| malformed(&error))
    }

    /// Whether a file or folder is left out. `relative` is its path within the given folder.
    pub fn exclude(&self, relative: &Path, is_folder: bool) -> bool {
        self.0.matched(relative, is_folder).is_ignore()
    }
}

fn malformed(error: &ignore::Error) -> RunError {
    RunError::Usage(format!("A --glob is malformed: {error}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excluded(globs: &[&str], path: &str, is_folder: bool) -> bool {
        let globs: Vec<String> = globs.iter().map(|&g| g.to_owned()).collect();
        let globs = Globs::new(&globs).unwrap();
        globs.exclude(Path::new(path), is_folder)
    }

    #[test]
    fn without_globs_all_is_read() {
        assert!(!excluded(&[], "a/b.png", false));
    }

    #[test]
    fn names_are_chosen_at_any_depth() {
        let globs = ["*.{pdf,txt}"];
        assert!(!excluded(&globs, "a/b/c.pdf", false));
        assert!(excluded(&globs, "a/b/c.json", false));
        assert!(!excluded(&globs, "a/b", true), "files in it may match");
    }

    #[test]
    fn a_glob_with_a_slash_means_the_whole_path() {
        let globs = ["t*/**/*.pdf"];
        assert!(!excluded(&globs, "t2/juht/a.pdf", false));
        assert!(excluded(&globs, "refuse/a.pdf", false));
    }

    #[test]
    fn the_last_glob_that_matches_counts() {
        let globs = ["*.pdf", "!refuse"];
        assert!(excluded(&globs, "refuse", true));
        assert!(!excluded(&globs, "t2/a.pdf", false));
    }

    #[test]
    fn a_malformed_glob_is_told() {
        let error = Globs::new(&["a[".to_owned()]).unwrap_err();
        assert!(matches!(error, RunError::Usage(m) if m.contains("a[")));
    }
}
