//! A Word document's parts, by their relationships (ISO 29500-2).

use std::collections::HashMap;

use crate::read::ReadError;
use crate::read::archive::Archive;
use crate::read::xml::{Xml, decode};

/// A relationship: what it is for and where it leads.
struct Relation {
    kind: String,
    target: String,
}

/// The parts of a package.
pub struct Parts<'a> {
    archive: Archive<'a>,
    main: String,
    relations: HashMap<String, Relation>,
    /// Identifiers in the file's order.
    order: Vec<String>,
}

impl<'a> Parts<'a> {
    /// Finds the main part and its relationships.
    pub fn open(mut archive: Archive<'a>) -> Result<Self, ReadError> {
        let (roots, _) = relations(&mut archive, "_rels/.rels", "")?;
        let main = roots
            .into_values()
            .find(|r| r.kind == "officeDocument")
            .map(|r| r.target);
        let main = main.unwrap_or_else(|| "word/document.xml".to_owned());
        let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
        let separator = if folder.is_empty() { "" } else { "/" };
        let path = format!("{folder}{separator}_rels/{name}.rels");
        let (relations, order) = relations(&mut archive, &path, folder)?;
        Ok(Parts {
            archive,
            main,
            relations,
            order,
        })
    }

    /// The main part.
    pub fn main(&mut self) -> Result<Vec<u8>, ReadError> {
        self.archive.read(&self.main)?.ok_or_else(|| {
            let reason = format!(
                "the part {:?} is missing from the Word document. Save it again.",
                self.main
            );
            ReadError::Corrupt(reason)
        })
    }

    /// The first part of a kind that the main part refers to: `styles`, `numbering` …
    pub fn related(&mut self, kind: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let find = |id: &&String| self.relations.get(*id).is_some_and(|r| r.kind == kind);
        match self.order.iter().find(find).cloned() {
            Some(id) => self.by_id(&id),
            None => Ok(None),
        }
    }

    /// The part that an identifier of the main part leads to.
    pub fn by_id(&mut self, id: &str) -> Result<Option<Vec<u8>>, ReadError> {
        match self.relations.get(id) {
            Some(relation) => self.archive.read(&relation.target),
            None => Ok(None),
        }
    }
}

/// Reads a file of relationships; there are none if the file is missing. What lies outside the package is left out.
fn relations(
    archive: &mut Archive,
    path: &str,
    folder: &str,
) -> Result<(HashMap<String, Relation>, Vec<String>), ReadError> {
    let (mut relations, mut order) = (HashMap::new(), Vec::new());
    let Some(source) = archive.read(path)? else {
        return Ok((relations, order));
    };
    let source = decode(&source)?;
    let mut xml = Xml::new(&source, path);
    xml.open()?; // Relationships
    while let Some(tag) = xml.open()? {
        let parts = (tag.attr("Id"), tag.attr("Type"), tag.attr("Target"));
        let external = tag.attr("TargetMode").as_deref() == Some("External");
        if let ((Some(id), Some(kind), Some(target)), false) = (parts, external) {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            let target = resolve(folder, &target);
            order.push(id.clone());
            relations.insert(id, Relation { kind, target });
        }
        xml.skip()?;
    }
    Ok((relations, order))
}

/// A target's name in the package: absolute, or relative to the folder of the part that refers to it.
fn resolve(folder: &str, target: &str) -> String {
    let full = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}/{target}"),
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in full.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn targets() {
        assert_eq!(resolve("word", "styles.xml"), "word/styles.xml");
        assert_eq!(resolve("word", "/word/styles.xml"), "word/styles.xml");
        assert_eq!(resolve("word", "../a/./b.xml"), "a/b.xml");
        assert_eq!(resolve("", "word/document.xml"), "word/document.xml");
        assert_eq!(resolve("word", "../../../x"), "x");
    }
}
