use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::*;
use crate::read::Format;
use crate::read::archive::pack;

fn signature_xml(name: &str, role: &str, time: &str) -> String {
    let certificate = STANDARD.encode(der::certificate(&[(&[0x55, 4, 3], name)]));
    format!(
        "<ds:Signature><ds:KeyInfo><ds:X509Data><ds:X509Certificate>\n{certificate}\n</ds:X509Certificate></ds:X509Data></ds:KeyInfo>\
         <ds:Object><xades:QualifyingProperties><xades:SignedProperties><xades:SigningTime>{time}</xades:SigningTime>\
         <xades:SignerRoleV2><xades:ClaimedRoles><xades:ClaimedRole>{role}</xades:ClaimedRole></xades:ClaimedRoles></xades:SignerRoleV2>\
         </xades:SignedProperties><xades:UnsignedProperties><ds:X509Certificate>AAAA</ds:X509Certificate></xades:UnsignedProperties>\
         </xades:QualifyingProperties></ds:Object></ds:Signature>"
    )
}

fn asice(members: &[(&str, &[u8])]) -> Vec<u8> {
    let signature = signature_xml(
        "MÄNNIK,MARI,47101010033",
        " osakonna\n juhataja ",
        "2024-03-05T10:11:12Z",
    );
    let signatures = format!("<asic:XAdESSignatures>{signature}</asic:XAdESSignatures>");
    let mut entries: Vec<(&str, &[u8])> = vec![("mimetype", b"application/vnd.etsi.asic-e+zip")];
    entries.extend(members);
    entries.push(("META-INF/manifest.xml", b"<manifest/>"));
    entries.push(("META-INF/signatures0.xml", signatures.as_bytes()));
    pack(&entries)
}

fn read_all(bytes: &[u8]) -> Result<Vec<Document>, ReadError> {
    crate::read::read_all(bytes, PdfEngine::Auto)
}

#[test]
fn one_document_for_each_readable_file() {
    let bytes = asice(&[
        ("a.txt", b"Esimene"),
        ("pilt.png", b"\x89PNG\r\n\x1A\n"),
        ("kaust/b.txt", b"Teine"),
    ]);
    let documents = read_all(&bytes).expect("documents");
    let names: Vec<_> = documents
        .iter()
        .map(|d| (d.member.as_deref(), d.text.as_str(), d.format))
        .collect();
    assert_eq!(
        names,
        [
            (Some("a.txt"), "Esimene ", Format::Text),
            (Some("kaust/b.txt"), "Teine ", Format::Text)
        ]
    );
    for document in &documents {
        let signature = ContainerSignature {
            signer: "MARI MÄNNIK".into(),
            role: Some("osakonna juhataja".into()),
            time: Some("2024-03-05T10:11:12Z".into()),
        };
        assert_eq!(document.signatures, [signature]);
        let unread = document.findings.iter().find(|f| f.rule == "member-unread");
        assert!(
            unread.is_some_and(|f| f.message.contains("pilt.png")),
            "{:?}",
            document.findings
        );
    }
}

#[test]
fn containers_in_containers_to_the_second() {
    let inner = asice(&[("a.txt", b"Tekst")]);
    let outer = asice(&[("sees.asice", &inner)]);
    let documents = read_all(&outer).expect("documents");
    assert_eq!(documents[0].member.as_deref(), Some("sees.asice/a.txt"));
    assert_eq!(documents[0].signatures.len(), 2);
    let third = asice(&[("c.asice", &outer)]);
    assert_eq!(read_all(&third).map_err(|e| e.code()).err(), Some("memory"));
}

#[test]
fn nothing_readable_gives_the_reason() {
    let code = |members: &[(&str, &[u8])]| read_all(&asice(members)).map_err(|e| e.code()).err();
    assert_eq!(code(&[]), Some("no_text"));
    assert_eq!(
        code(&[("a.png", b"\x89PNG\r\n\x1A\n"), ("b.txt", b" ")]),
        Some("no_text")
    );
    assert_eq!(
        code(&[("a.png", b"\x89PNG\r\n\x1A\n")]),
        Some("unsupported")
    );
}

#[test]
fn the_older_container() {
    let signature = signature_xml("Amet", "", "");
    let ddoc = format!(
        "<?xml version='1.0' encoding='UTF-8'?><SignedDoc format='DIGIDOC-XML'>\
         <DataFile ContentType='EMBEDDED_BASE64' Filename='a.txt'>VGVr\nc3Q=\n</DataFile>\
         <DataFile ContentType='HASHCODE' Filename='b.txt'></DataFile>{signature}</SignedDoc>"
    );
    let documents = read_all(ddoc.as_bytes()).expect("documents");
    assert_eq!(documents[0].text, "Tekst ");
    assert_eq!(
        documents[0].signatures,
        [ContainerSignature {
            signer: "Amet".into(),
            ..Default::default()
        }]
    );
    assert!(
        documents[0]
            .findings
            .iter()
            .any(|f| f.rule == "member-unread")
    );
}

/// A job description of the corpus.
fn corpus(name: &str) -> Vec<u8> {
    let path = format!(
        "{}/corpus/t2/{name}/{name}.docx",
        env!("CARGO_MANIFEST_DIR")
    );
    std::fs::read(path).expect("a document of the corpus")
}

#[test]
fn records_are_numbered_over_all_documents() {
    let (first, second) = (corpus("finantsjuht"), corpus("kvaliteedijuht"));
    let letter = "Tere! Saadame ametijuhendid.".as_bytes();
    let bytes = asice(&[
        ("kiri.txt", letter),
        ("b.docx", &first),
        ("a.docx", &second),
    ]);
    let extractor = crate::pipeline::Extractor::new(Default::default()).expect("extractor");
    let extraction = extractor
        .extract("x.asice", &bytes, &[])
        .expect("extraction");
    assert_eq!(extraction.refusal, None);
    let parts: Vec<_> = extraction
        .records
        .iter()
        .filter_map(|r| r.source.part.as_ref())
        .collect();
    let said: Vec<_> = parts
        .iter()
        .map(|p| (p.index, p.count, p.label.as_deref()))
        .collect();
    assert_eq!(said, [(1, 2, Some("b.docx")), (2, 2, Some("a.docx"))]);
    for record in &extraction.records {
        let signature = record.signature.as_ref().expect("signature");
        assert!(signature.digital && record.source.format == "docx");
        assert_eq!(
            signature.signer.as_deref(),
            Some("MARI MÄNNIK"),
            "the text names none"
        );
        assert_eq!(signature.signer_title.as_deref(), Some("osakonna juhataja"));
        assert_eq!(signature.date.as_deref(), Some("2024-03-05"));
    }
}

#[test]
fn a_single_document_is_no_part() {
    let extractor = crate::pipeline::Extractor::new(Default::default()).expect("extractor");
    let bytes = asice(&[("b.docx", &corpus("oigusnounik"))]);
    let extraction = extractor
        .extract("x.asice", &bytes, &[])
        .expect("extraction");
    assert_eq!(extraction.records.len(), 1);
    assert_eq!(extraction.records[0].source.part, None);
}

proptest::proptest! {
    #[test]
    fn no_bytes_panic(at: proptest::sample::Index, byte: u8) {
        let mut damaged = asice(&[("a.txt", b"Tekst")]);
        let at = at.index(damaged.len());
        damaged[at] = byte;
        let _ = read_all(&damaged);
    }
}
