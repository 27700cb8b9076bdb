//! What an error of the system says, in its own words.

use std::error::Error;
use std::io;

/// The innermost reason: libraries wrap it in words that name temporary files and calls, which help nobody here.
pub fn reason(error: &io::Error) -> String {
    let mut inner: Option<&(dyn Error + 'static)> = error.get_ref().map(|e| e as _);
    let mut text = error.to_string();
    while let Some(error) = inner {
        text = error.to_string();
        inner = error.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_out_what_libraries_say() {
        let missing = std::path::Path::new("/nowhere/at/all");
        let wrapped = tempfile::tempfile_in(missing).unwrap_err();
        let plain = std::fs::File::open(missing).unwrap_err();
        assert_eq!(reason(&wrapped), plain.to_string());
        assert_eq!(reason(&plain), plain.to_string());
    }
}
