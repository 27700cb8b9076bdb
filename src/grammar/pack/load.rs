//! Finding, reading and merging packs.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::content::Content;
use super::error::{PackError, Problems};
use super::raw::RawPack;
use super::{Edges, Pack};
use crate::text::hex;

include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// All packs of a run.
#[derive(Clone, Debug)]
pub struct Packs {
    /// Sorted by name.
    pub list: Vec<Arc<Pack>>,
    /// With what words the wordings of any of them begin and end.
    pub known: Known,
}

/// With what words wordings of several packs begin and end.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Headings of sections.
    pub headings: Edges,
    /// Labels of fields.
    pub labels: Edges,
    /// Heads of columns.
    pub columns: Edges,
}

impl Packs {
    fn new(list: Vec<Arc<Pack>>) -> Self {
        let mut known = Known::default();
        for pack in &list {
            known.headings.extend(pack.headings.edges());
            known.labels.extend(pack.labels.edges());
            known.columns.extend(pack.columns.edges());
        }
        Packs { list, known }
    }

    /// The pack of a name.
    pub fn get(&self, name: &str) -> Option<&Arc<Pack>> {
        self.list.iter().find(|p| p.name == name)
    }
}

/// Loads the embedded packs and those in the folders `dirs` (folders of pack folders, or pack folders themselves).
/// A pack there replaces an embedded one of its name.
///
/// # Errors
/// Every problem of every pack.
pub fn load(dirs: &[PathBuf]) -> Result<Packs, Vec<PackError>> {
    let (packs, errors) = load_all(dirs);
    if errors.is_empty() {
        Ok(packs)
    } else {
        Err(errors)
    }
}

/// The problems of the packs in a folder.
pub fn check(dir: &Path) -> Vec<PackError> {
    load_all(&[dir.to_owned()]).1
}

/// A pack as its file says.
struct Source {
    file: String,
    text: String,
    name: String,
    title: String,
    extends: Option<(String, std::ops::Range<usize>)>,
    content: Content,
    /// See [`Content::digest`].
    digest: [u8; 32],
}

fn load_all(dirs: &[PathBuf]) -> (Packs, Vec<PackError>) {
    let mut errors = Vec::new();
    let mut sources: BTreeMap<String, Source> = BTreeMap::new();
    for (file, text) in EMBEDDED {
        if let Some(source) = read(file, text, &mut errors) {
            sources.insert(source.name.clone(), source);
        }
    }
    let mut given: HashMap<String, String> = HashMap::new();
    for dir in dirs {
        for file in files(dir, &mut errors) {
            let Some(source) = read_file(&file, &mut errors) else {
                continue;
            };
            if let Some(other) = given.insert(source.name.clone(), source.file.clone()) {
                errors.push(PackError::of_file(
                    &source.file,
                    format!("{other} has the same name. Give one of the two packs another."),
                ));
            }
            sources.insert(source.name.clone(), source);
        }
    }
    let mut shared = BTreeMap::new();
    let list = sources
        .values()
        .filter_map(|s| compile(s, &sources, &mut shared, &mut errors));
    (Packs::new(list.map(Arc::new).collect()), errors)
}

/// The pack files in a folder, sorted.
fn files(dir: &Path, errors: &mut Vec<PackError>) -> Vec<PathBuf> {
    let own = dir.join("pack.toml");
    if own.is_file() {
        return vec![own];
    }
    let mut found = Vec::new();
    let mut complain = |message: String| {
        errors.push(PackError::of_file(&dir.display().to_string(), message));
    };
    match fs::read_dir(dir) {
        Ok(entries) => {
            for entry in entries {
                match entry {
                    Ok(entry) => found.push(entry.path().join("pack.toml")),
                    Err(error) => complain(format!("The folder cannot be listed: {error}.")),
                }
            }
            found.retain(|f| f.is_file());
            if found.is_empty() {
                complain(
                    "There is no pack here. Name a folder that holds folders with a pack.toml."
                        .into(),
                );
            }
        }
        Err(error) => complain(format!(
            "The folder cannot be read: {error}. Check its name."
        )),
    }
    found.sort();
    found
}

fn read_file(file: &Path, errors: &mut Vec<PackError>) -> Option<Source> {
    let name = file.display().to_string();
    match fs::read_to_string(file) {
        Ok(text) => read(&name, &text, errors),
        Err(error) => {
            let message = format!("The pack cannot be read: {error}. Check the file.");
            errors.push(PackError::of_file(&name, message));
            None
        }
    }
}

/// Checks one file's text. A pack without a usable name is left out.
fn read(file: &str, text: &str, errors: &mut Vec<PackError>) -> Option<Source> {
    let mut problems = Problems::new(file, text);
    let raw = RawPack::parse(text, &mut problems);
    let content = Content::of(&raw, &mut problems);
    let folder = Path::new(file).parent().and_then(Path::file_name);
    let folder = folder.map(|f| f.to_string_lossy().into_owned());
    let name = raw.name.as_ref().map(|n| n.get_ref().clone());
    match &raw.name {
        Some(name) if Some(name.get_ref()) != folder.as_ref() => problems.add(
            name.span(),
            "The name differs from that of the pack's folder. Make them equal.",
        ),
        None => problems.add(
            0..0,
            "The pack has no name. Add `name`, equal to its folder's.",
        ),
        Some(_) => {}
    }
    errors.append(&mut problems.list);
    let digest = match content.digest() {
        Ok(digest) => digest,
        Err(error) => {
            let message = format!("The pack cannot be compiled: {error}. Please report this.");
            errors.push(PackError::of_file(file, message));
            return None;
        }
    };
    Some(Source {
        file: file.to_owned(),
        text: text.to_owned(),
        name: name?,
        title: raw.title.map_or_else(String::new, |t| t.into_inner()),
        extends: raw.extends.map(|e| (e.get_ref().clone(), e.span())),
        content,
        digest,
    })
}

/// Lays a pack over those that it extends. `shared` keeps what packs without a base have for others.
fn compile<'s>(
    source: &'s Source,
    sources: &'s BTreeMap<String, Source>,
    shared: &mut BTreeMap<&'s str, Content>,
    errors: &mut Vec<PackError>,
) -> Option<Pack> {
    let mut chain = vec![source];
    let mut top = source;
    while let Some((base, span)) = &top.extends {
        let mut complain = |message: String| {
            let mut problems = Problems::new(&top.file, &top.text);
            problems.add(span.clone(), message);
            errors.append(&mut problems.list);
        };
        let Some(next) = sources.get(base) else {
            complain(format!(
                "There is no pack \"{base}\" to extend. Correct the name."
            ));
            return None;
        };
        if chain.iter().any(|s| s.name == next.name) {
            complain(format!(
                "\"{base}\" extends this pack in turn. Break the circle."
            ));
            return None;
        }
        chain.push(next);
        top = next;
    }
    let mut layers = chain.iter().rev().skip(1);
    let mut content = match layers.next() {
        Some(layer) => {
            let root = shared.entry(&top.name);
            let root = root.or_insert_with(|| top.content.clone().shared());
            layer.content.clone().over(root)
        }
        None => source.content.clone(),
    };
    for layer in layers {
        content = layer.content.clone().over(&content);
    }
    let fingerprint = fingerprint(chain.iter().map(|s| s.digest));
    Some(Pack::compile(
        &source.name,
        &source.title,
        fingerprint,
        content,
    ))
}

/// First 16 hexadecimal digits of the SHA-256 of the digests of a pack and of those that it extends.
fn fingerprint(digests: impl Iterator<Item = [u8; 32]>) -> String {
    let all = digests.fold(Sha256::new(), |hash, digest| hash.chain_update(digest));
    hex(all.finalize().get(..8).unwrap_or_default())
}

#[cfg(test)]
#[path = "load_tests.rs"]
mod tests;
