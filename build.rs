//! Lists the grammar packs (`grammars/*/pack.toml`) for embedding, so that a new folder needs no Rust.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = env_path("CARGO_MANIFEST_DIR")?.join("grammars");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut list = String::from("pub(super) static EMBEDDED: &[(&str, &str)] = &[\n");
    for folder in folders(&root)? {
        let file = root.join(&folder).join("pack.toml");
        if file.is_file() {
            println!("cargo::rerun-if-changed={}", file.display());
            let name = format!("grammars/{folder}/pack.toml");
            let path = file.display().to_string();
            writeln!(list, "    ({name:?}, include_str!({path:?})),").map_err(io::Error::other)?;
        }
    }
    list.push_str("];\n");
    fs::write(env_path("OUT_DIR")?.join("packs.rs"), list)
}

/// Names of the folders in `root`, sorted, so that the same sources give the same binary.
fn folders(root: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root)? {
        let entry = entry?;
        if entry.file_type()?.is_dir()
            && let Some(name) = entry.file_name().to_str()
        {
            names.push(name.to_owned());
        }
    }
    names.sort();
    Ok(names)
}

fn env_path(key: &str) -> io::Result<PathBuf> {
    env::var_os(key)
        .map(PathBuf::from)
        .ok_or_else(|| io::Error::other(format!("{key} is not set")))
}
