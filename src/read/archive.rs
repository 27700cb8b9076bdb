//! ZIP files: entries by name, in memory, within a budget.
//!
//! Names never touch the disk. Sizes are counted as bytes come out, never by what headers claim: signed containers of
//! honest origin reach ratios of 997 to 1, so ratios say nothing.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::ReadError;

/// The most entries that a file may have.
const MAX_ENTRIES: usize = 10_000;
/// The most bytes that an entry may give.
const MAX_ENTRY: u64 = 64 << 20;
/// The most bytes that all entries may give.
const MAX_TOTAL: u64 = 256 << 20;

/// An opened ZIP file.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Archive<'a> {
    /// Reads the directory of entries.
    ///
    /// # Errors
    /// `Corrupt` if there is none, or if entries overlap; `Memory` for more than 10,000 entries.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken("directory", e))?;
        if zip.len() > MAX_ENTRIES {
            let reason = format!("a ZIP file may have {MAX_ENTRIES} entries at most");
            return Err(ReadError::Memory(reason));
        }
        if zip
            .has_overlapping_entries()
            .map_err(|e| broken("directory", e))?
        {
            let reason = "entries of the ZIP file overlap, as no program writes them. Save the document again.";
            return Err(ReadError::Corrupt(reason.into()));
        }
        Ok(Archive {
            zip,
            left: MAX_TOTAL,
        })
    }

    /// Names of all entries that are no folders, in the directory's order.
    pub fn names(&self) -> Vec<String> {
        let names = self.zip.file_names().filter_map(Result::ok);
        names
            .filter(|n| !n.ends_with('/'))
            .map(|n| n.into_owned())
            .collect()
    }

    /// An entry's content; `None` if there is no such entry.
    ///
    /// # Errors
    /// `PasswordRequired` if it is encrypted, `Corrupt` if it cannot be unpacked or its checksum is wrong, `Memory`
    /// beyond 64 MiB, or 256 MiB for all entries read.
    pub fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let entry = match self.zip.by_name(name) {
            Ok(entry) => entry,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(broken(name, error)),
        };
        let limit = MAX_ENTRY.min(self.left);
        let mut content = Vec::new();
        let read = entry
            .take(limit.saturating_add(1))
            .read_to_end(&mut content);
        read.map_err(|e| broken(name, ZipError::Io(e)))?;
        if content.len() as u64 > limit {
            let reason = format!(
                "a ZIP file's entry may unpack to {} MiB, all of them to {} MiB",
                MAX_ENTRY >> 20,
                MAX_TOTAL >> 20
            );
            return Err(ReadError::Memory(reason));
        }
        self.left -= content.len() as u64;
        Ok(Some(content))
    }
}

fn broken(what: &str, error: ZipError) -> ReadError {
    match error {
        ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            ReadError::PasswordRequired
        }
        ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_) => {
            ReadError::Unsupported(format!(
                "the ZIP file packs its entry {what:?} in a way that is not read ({error}). Save the document again."
            ))
        }
        error => ReadError::Corrupt(format!(
            "the ZIP file's entry {what:?} cannot be unpacked ({error}). Get the document anew."
        )),
    }
}

/// Writes ZIP files for tests.
#[cfg(test)]
pub fn pack(entries: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write;
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        let method = match *name {
            "mimetype" => zip::CompressionMethod::Stored,
            _ => zip::CompressionMethod::Deflated,
        };
        let options = zip::write::SimpleFileOptions::default().compression_method(method);
        writer.start_file(*name, options).expect("entry");
        writer.write_all(content).expect("content");
    }
    writer.finish().expect("zip").into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(result: Result<impl Sized, ReadError>) -> &'static str {
        result.map_or_else(|e| e.code(), |_| "ok")
    }

    #[test]
    fn entries_by_name() {
        let bytes = pack(&[("a.txt", b"Tere"), ("../b", b"x")]);
        let mut archive = Archive::open(&bytes).expect("zip");
        assert_eq!(archive.names(), ["a.txt", "../b"]);
        assert_eq!(archive.read("a.txt"), Ok(Some(b"Tere".to_vec())));
        assert_eq!(archive.read("c"), Ok(None));
    }

    #[test]
    fn a_wrong_checksum_is_corrupt() {
        let mut bytes = pack(&[("mimetype", b"abcdef")]);
        let at = bytes
            .windows(6)
            .position(|w| w == b"abcdef")
            .expect("stored");
        bytes[at] = b'X';
        let mut archive = Archive::open(&bytes).expect("zip");
        assert_eq!(code(archive.read("mimetype")), "corrupt");
    }

    #[test]
    fn limits() {
        let large = vec![0; (MAX_ENTRY + 1) as usize];
        let bytes = pack(&[("a", &large)]);
        assert!(bytes.len() < 1 << 20);
        let mut archive = Archive::open(&bytes).expect("zip");
        assert_eq!(code(archive.read("a")), "memory");

        let names: Vec<String> = (0..=MAX_ENTRIES).map(|i| i.to_string()).collect();
        let entries: Vec<(&str, &[u8])> = names.iter().map(|n| (n.as_str(), &b""[..])).collect();
        assert_eq!(code(Archive::open(&pack(&entries))), "memory");
    }

    #[test]
    fn the_whole_is_limited_by_what_came_out() {
        let large = vec![0; MAX_ENTRY as usize];
        let bytes = pack(&[("a", &large)]);
        let mut archive = Archive::open(&bytes).expect("zip");
        for _ in 0..MAX_TOTAL / MAX_ENTRY {
            assert_eq!(code(archive.read("a")), "ok");
        }
        assert_eq!(code(archive.read("a")), "memory");
    }

    #[test]
    fn encrypted_entries_want_a_password() {
        let mut bytes = pack(&[("mimetype", b"abcdefghijklmnop")]);
        bytes[6] |= 1; // the flag in the entry's own header
        let directory = bytes
            .windows(4)
            .position(|w| w == b"PK\x01\x02")
            .expect("directory");
        bytes[directory + 8] |= 1;
        let mut archive = Archive::open(&bytes).expect("zip");
        assert_eq!(archive.read("mimetype"), Err(ReadError::PasswordRequired));
    }

    #[test]
    fn overlapping_entries_are_refused() {
        let mut bytes = pack(&[("a", b"1"), ("b", b"2")]);
        let marks: Vec<usize> = (0..bytes.len() - 4)
            .filter(|&i| &bytes[i..i + 4] == b"PK\x01\x02")
            .collect();
        let second = marks[1];
        bytes[second + 42..second + 46].copy_from_slice(&[0; 4]); // the second entry's header is the first's
        assert_eq!(code(Archive::open(&bytes)), "corrupt");
    }
}
