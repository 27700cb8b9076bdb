//! The signature: as the document's text says it, else as the signed container does.

use crate::diagnostic::{Diagnostic, Severity};
use crate::grammar::draft;
use crate::normalise::ground::Ground;
use crate::read::{ContainerSignature, Document};
use crate::record::Signature;

/// The record's signature. Where the text names no signer, the container's earliest signature does, with the role it claims
/// unless the text has the signer's office; it has no place in the text, so it has no provenance, and it was not verified.
pub fn signature(
    ground: &mut Ground,
    draft: Option<&draft::Signature>,
    document: &Document,
) -> Option<Signature> {
    let said = draft.map(|s| of_text(ground, s));
    let named = said.as_ref().is_some_and(|s| s.signer.is_some());
    match earliest(document).filter(|_| !named) {
        None => said,
        Some(signature) => {
            let said = said.unwrap_or_default();
            Some(Signature {
                digital: true,
                signer: Some(signature.signer.clone()),
                signer_title: said.signer_title.or_else(|| signature.role.clone()),
                date: signature.time.as_deref().and_then(date),
                placeholders: said.placeholders,
            })
        }
    }
}

fn of_text(ground: &mut Ground, signature: &draft::Signature) -> Signature {
    if let Some(digital) = &signature.digital {
        ground.derived("/signature/digital", digital);
    }
    Signature {
        digital: signature.digital.is_some(),
        signer: ground.maybe("/signature/signer", signature.signer.as_ref()),
        signer_title: ground.maybe("/signature/signer_title", signature.signer_title.as_ref()),
        date: None,
        placeholders: ground.list("/signature/placeholders", &signature.placeholders),
    }
}

/// Times of one container are all in UTC, so they sort as they are written; those without one come last.
fn earliest(document: &Document) -> Option<&ContainerSignature> {
    document
        .signatures
        .iter()
        .min_by_key(|s| (s.time.is_none(), s.time.as_deref()))
}

/// The day of "2024-03-05T10:11:12Z", in the time zone that is written there.
fn date(time: &str) -> Option<String> {
    let day = time.get(..10)?;
    let shape = |(i, c): (usize, char)| {
        if i == 4 || i == 7 {
            c == '-'
        } else {
            c.is_ascii_digit()
        }
    };
    (day.chars().enumerate().all(shape)).then(|| day.to_owned())
}

/// Says who else signed, where the record can name only one.
pub fn several(document: &Document) -> Option<Diagnostic> {
    if document.signatures.len() < 2 {
        return None;
    }
    let names: Vec<&str> = document
        .signatures
        .iter()
        .map(|s| s.signer.as_str())
        .collect();
    Some(Diagnostic {
        rule: "several-signatures".to_owned(),
        severity: Severity::Info,
        message: format!(
            "The container has {} signatures: {}. The record can name one; see which of them approves the document.",
            names.len(),
            names.join(", ")
        ),
        message_et: format!(
            "Konteineris on {} allkirja: {}. Kirjesse mahub üks; vaadake, milline neist dokumendi kinnitab.",
            names.len(),
            names.join(", ")
        ),
        at: Vec::new(),
        pointer: Some("/signature".to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days() {
        assert_eq!(date("2024-03-05T10:11:12Z").as_deref(), Some("2024-03-05"));
        assert_eq!(date("05.03.2024"), None);
        assert_eq!(date("2024-03-õõ"), None);
    }

    #[test]
    fn the_earliest_signature_counts() {
        let mut document = crate::read::text::read(b"a").expect("text");
        let signature = |signer: &str, time: Option<&str>| ContainerSignature {
            signer: signer.to_owned(),
            role: Some("juhataja".to_owned()),
            time: time.map(str::to_owned),
        };
        document.signatures = vec![
            signature("C", None),
            signature("B", Some("2024-03-06T10:00:00Z")),
            signature("A", Some("2024-03-05T10:00:00Z")),
        ];
        let found = signature_of(&document).expect("signature");
        assert!(found.digital);
        assert_eq!(
            (found.signer.as_deref(), found.date.as_deref()),
            (Some("A"), Some("2024-03-05"))
        );
        assert_eq!(found.signer_title.as_deref(), Some("juhataja"));
        assert!(several(&document).is_some_and(|d| d.message.contains("C, B, A")));
        document.signatures.clear();
        assert_eq!(signature_of(&document), None);
        assert!(several(&document).is_none());
    }

    fn signature_of(document: &Document) -> Option<Signature> {
        let scope = vec![true; document.words.len()];
        signature(&mut Ground::new(document, &scope), None, document)
    }
}
