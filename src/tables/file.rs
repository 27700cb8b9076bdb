//! Whole files: written beside their name, renamed when complete.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// Why tables are not written.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// The output cannot be written.
    #[error("{} cannot be written: {reason}. Make room or choose another output folder, and run again.", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system or the format says.
        reason: String,
    },
    /// A file of somebody else is in the way.
    #[error("{} is in the way. Choose another output folder, or replace it with --force.", .0.display())]
    InTheWay(PathBuf),
    /// Another run writes there, or the folder cannot be used.
    #[error("{0}")]
    Locked(String),
    /// The format is not built in.
    #[error(
        "This program was built without Parquet. Build it with `cargo build --release --features parquet`, or choose csv."
    )]
    NoParquet,
    /// Stopped by this signal.
    #[error("Stopped: the tables are as they were. The same command writes them.")]
    Interrupted(usize),
    /// Records cannot be read.
    #[error("{file}: {reason}")]
    Record {
        /// File of the record, and the line where it holds several.
        file: String,
        /// What is wrong with it.
        reason: String,
    },
}

/// A file that takes its name when it is complete.
#[derive(Debug)]
pub struct Whole {
    path: PathBuf,
    file: BufWriter<NamedTempFile>,
}

impl Whole {
    /// Begins a file in an existing folder.
    pub fn create(path: PathBuf) -> Result<Self, TableError> {
        let folder = path.parent().unwrap_or(Path::new("."));
        let mut builder = tempfile::Builder::new();
        builder.prefix(".ametijuhend-").suffix(".tmp");
        #[cfg(unix)]
        {
            // As any program would make it: what the umask leaves of it counts.
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(std::fs::Permissions::from_mode(0o666));
        }
        match builder.tempfile_in(folder) {
            Ok(file) => Ok(Self {
                path,
                file: BufWriter::with_capacity(1 << 16, file),
            }),
            Err(error) => Err(failed(&path, &error)),
        }
    }

    /// Where the file will be.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Makes it durable and gives it its name.
    pub fn finish(self) -> Result<PathBuf, TableError> {
        let Whole { path, file } = self;
        let finished = file
            .into_inner()
            .map_err(|error| error.into_error())
            .and_then(|file| {
                file.as_file().sync_all()?;
                file.persist(&path).map_err(|error| error.error)?;
                sync_folder(&path)
            });
        finished.map_err(|error| failed(&path, &error))?;
        Ok(path)
    }
}

impl Write for Whole {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(path.parent().unwrap_or(Path::new(".")))?.sync_all()?;
    }
    Ok(())
}

/// The error of a file that cannot be written.
pub fn failed(path: &Path, error: &dyn std::fmt::Display) -> TableError {
    TableError::Write {
        path: path.to_owned(),
        reason: error.to_string(),
    }
}
