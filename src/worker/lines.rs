//! Lines of bounded length.

use std::io::{self, BufRead, Read};

/// Reads a line without its line feed; `None` at the end of the stream. A line of more than `limit` bytes is an error
/// of kind [`io::ErrorKind::FileTooLarge`], and never more than that is held in memory.
pub fn read_line(reader: &mut impl BufRead, limit: usize) -> io::Result<Option<Vec<u8>>> {
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    let mut line = Vec::new();
    reader.by_ref().take(most).read_until(b'\n', &mut line)?;
    match line.pop() {
        None => Ok(None),
        Some(b'\n') => Ok(Some(line)),
        Some(last) if line.len() < limit => {
            line.push(last);
            Ok(Some(line))
        }
        Some(_) => Err(io::Error::new(
            io::ErrorKind::FileTooLarge,
            format!("a line is longer than {limit} bytes"),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_lines_up_to_the_limit() {
        let mut input = &b"abc\n\nde"[..];
        assert_eq!(read_line(&mut input, 3).unwrap(), Some(b"abc".to_vec()));
        assert_eq!(read_line(&mut input, 3).unwrap(), Some(Vec::new()));
        assert_eq!(read_line(&mut input, 3).unwrap(), Some(b"de".to_vec()));
        assert_eq!(read_line(&mut input, 3).unwrap(), None);
    }

    #[test]
    fn refuses_a_longer_line() {
        for mut input in [&b"abcd\n"[..], &b"abcd"[..]] {
            let error = read_line(&mut input, 3).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::FileTooLarge);
        }
    }
}
