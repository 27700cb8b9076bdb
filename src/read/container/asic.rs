//! ASiC and BDOC: a ZIP file with the signed files, and their signatures in `META-INF`.

use super::{Opened, xades};
use crate::read::ReadError;
use crate::read::archive::Archive;

/// Opens a container.
pub fn open(bytes: &[u8]) -> Result<Opened, ReadError> {
    let mut archive = Archive::open(bytes)?;
    let mut opened = Opened::default();
    for name in archive.names() {
        let content = archive.read(&name).transpose();
        if let Some(inner) = name.strip_prefix("META-INF/") {
            let is_signature = inner.contains("signatures") && inner.ends_with(".xml");
            if let Some(content) = content.filter(|_| is_signature) {
                match content.and_then(|c| xades::signatures(&c)) {
                    Ok(signatures) => opened.signatures.extend(signatures),
                    Err(error) => opened.trouble.push((name, error)),
                }
            }
        } else if name != "mimetype" {
            opened.members.extend(content.map(|c| (name, c)));
        }
    }
    Ok(opened)
}
