//! What a record depends on besides its input: the program and its settings.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use xxhash_rust::xxh3::Xxh3;

use super::{Options, RunError};
use crate::grammar::pack;
use crate::pipeline::SetupError;

/// Changes when lines of the journal change their meaning.
const JOURNAL_VERSION: &str = "1";

/// A hash, in hexadecimal, of the program (its version and its file, so that a new build counts as another program), the
/// fingerprints of all packs, the dictionary and the choice of engine. Limits of time and memory are left out: what is
/// read within them does not depend on them.
pub fn key(options: &Options) -> Result<String, RunError> {
    let settings = &options.settings;
    let packs = pack::load(&settings.grammars).map_err(|e| setup(&SetupError::Grammar(e)))?;
    let mut hash = Xxh3::new();
    part(&mut hash, JOURNAL_VERSION);
    part(&mut hash, env!("CARGO_PKG_VERSION"));
    part(&mut hash, &format!("{:?}", settings.pdf_engine));
    for pack in &packs.list {
        part(&mut hash, &pack.name);
        part(&mut hash, &pack.fingerprint);
    }
    file(&mut hash, &options.program)
        .map_err(|e| RunError::Worker(format!("{}: {e}", options.program.display())))?;
    if let Some(path) = &settings.dictionary {
        file(&mut hash, path).map_err(|e| {
            setup(&SetupError::File {
                path: path.clone(),
                reason: e.to_string(),
            })
        })?;
    }
    Ok(format!("{:016x}", hash.digest()))
}

fn setup(error: &SetupError) -> RunError {
    RunError::Setup(error.to_string())
}

/// Hashes a text with its end, so that `a`, `bc` differs from `ab`, `c`.
fn part(hash: &mut Xxh3, text: &str) {
    hash.update(text.as_bytes());
    hash.update(&[0]);
}

fn file(hash: &mut Xxh3, path: &Path) -> io::Result<()> {
    chunks(path, |chunk| hash.update(chunk))
}

/// Gives a regular file's bytes, piece by piece; nothing else is opened, for a pipe would be waited for.
pub fn chunks(path: &Path, mut take: impl FnMut(&[u8])) -> io::Result<()> {
    if !std::fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    let mut reader = BufReader::new(File::open(path)?);
    let mut buffer = vec![0; 64 * 1024];
    loop {
        match reader.read(&mut buffer)? {
            0 => return Ok(()),
            count => take(buffer.get(..count).unwrap_or_default()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::{PdfEngine, Settings};
    use crate::run::Globs;

    #[test]
    fn whatever_changes_records_changes_the_key() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        std::fs::write(path("program"), "one").unwrap();
        std::fs::write(path("words"), "sõna").unwrap();
        let mut options = Options {
            inputs: Vec::new(),
            globs: Globs::new(&[]).unwrap(),
            output: path("out"),
            jobs: 1,
            settings: Settings::default(),
            timeout: std::time::Duration::from_secs(1),
            memory_mib: 512,
            force: false,
            resume: true,
            program: path("program"),
        };
        let first = key(&options).unwrap();
        options.jobs = 7;
        options.memory_mib = 1024;
        assert_eq!(key(&options).unwrap(), first);
        let mut keys = vec![first];
        options.settings.pdf_engine = PdfEngine::Hayro;
        keys.push(key(&options).unwrap());
        options.settings.dictionary = Some(path("words"));
        keys.push(key(&options).unwrap());
        std::fs::write(path("words"), "sõnad").unwrap();
        keys.push(key(&options).unwrap());
        std::fs::write(path("program"), "two").unwrap();
        keys.push(key(&options).unwrap());
        std::fs::create_dir_all(path("packs/own")).unwrap();
        let pack = "name = \"own\"\ntitle = \"Own\"\nextends = \"base\"\n";
        std::fs::write(path("packs/own/pack.toml"), pack).unwrap();
        options.settings.grammars.push(path("packs"));
        keys.push(key(&options).unwrap());
        let distinct: std::collections::HashSet<&String> = keys.iter().collect();
        assert_eq!(distinct.len(), keys.len());
    }
}
