//! A sound document, and what the rules say of it after it was changed.

use std::sync::OnceLock;

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::pipeline::{Extractor, Settings};

/// A document that no rule finds fault with.
const SOUND: &str = "\
KINNITATUD
Kuldjärve Laoameti peadirektori
12.03.2024 käskkirjaga nr 1-2/41

AMETIJUHEND

1. ÜLDOSA
1.1 Ametinimetus                   Laohoidja
1.2 Struktuuriüksus                Haldusosakond
1.3 Vahetu juht                    Haldusosakonna juhataja
1.4 Alluvad                        puuduvad
1.5 Kes asendab                    Haldusjuht
1.6 Keda asendab                   Varahoidja

2. AMETIKOHA EESMÄRK
Ametikoha eesmärk on tagada lao kord ja kaupade õigeaegne liikumine.

3. TEENISTUSÜLESANDED
Põhiülesanded                                   Oodatavad tulemused
3.1 Kauba vastuvõtmine ja kontrollimine.        • Kaup on kontrollitud saabumise päeval.
3.2 Kauba väljastamine.                         • Kaup on väljastatud õigel ajal.
3.3 Kauba arvestuse pidamine.                   • Arvestus on täpne.
                                                • Inventuur on tehtud kord aastas.
3.4 Lao kasutajatele teabe jagamine.            • Kasutajad on rahul.

4. ÕIGUSED
Omab õigust:
• saada tööks vajalikku teavet;
• teha ettepanekuid töö korraldamiseks;
• osaleda koolitustel.
5. VASTUTUS
Omab vastutust:
• lao korra eest;
• kauba hoidmise eest.
6. TÖÖVAHENDID
Sülearvuti ja tõstuk.

7. AMETIKOHALE ESITATAVAD NÕUDED
Haridus
Vähemalt keskharidus.
Töökogemus
Töökogemus laos vähemalt 2 aastat.
Keeleoskus
Valdab eesti keelt vähemalt tasemel B2.
Valdab inglise keelt tasemel B1.

8. AMETIJUHENDI MUUTMINE
• Ametijuhendit võib muuta poolte kokkuleppel.
• Ametijuhend vaadatakse üle vähemalt kord kahe aasta jooksul.

(allkirjastatud digitaalselt)
";

fn findings(text: &str) -> Vec<Diagnostic> {
    static EXTRACTOR: OnceLock<Extractor> = OnceLock::new();
    let extractor = EXTRACTOR.get_or_init(|| {
        let settings = Settings {
            today: Some("2026-01-31".to_owned()),
            ..Settings::default()
        };
        Extractor::new(settings).expect("the built-in packs are sound")
    });
    let extraction = extractor.extract("proov.txt", text.as_bytes(), &[]);
    let records = extraction.expect("a text is readable").records;
    records.into_iter().flat_map(|r| r.diagnostics).collect()
}

fn changed(edits: &[(&str, &str)]) -> String {
    edits.iter().fold(SOUND.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "the document has {from:?}");
        text.replacen(from, to, 1)
    })
}

/// The changed document gives this rule on a line with these words (or anywhere, without words), and no other error or warning.
pub fn fires(rule: &str, edits: &[(&str, &str)], words: &str) {
    let text = changed(edits);
    let lines: Vec<&str> = text.lines().collect();
    let found = findings(&text);
    let says = |place: &Place| match place {
        Place::Lines { line_from, line_to } => lines[*line_from as usize - 1..*line_to as usize]
            .iter()
            .any(|l| l.contains(words)),
        _ => false,
    };
    let there = found
        .iter()
        .any(|d| d.rule == rule && (words.is_empty() || d.at.iter().any(says)));
    assert!(there, "no {rule} at {words:?}: {found:#?}");
    let others: Vec<&Diagnostic> = found
        .iter()
        .filter(|d| d.rule != rule && d.severity != Severity::Info)
        .collect();
    assert!(others.is_empty(), "besides {rule}: {others:#?}");
}

/// The changed document does not give this rule.
pub fn silent(rule: &str, edits: &[(&str, &str)]) {
    let found = findings(&changed(edits));
    let here: Vec<&Diagnostic> = found.iter().filter(|d| d.rule == rule).collect();
    assert!(here.is_empty(), "{here:#?}");
}

/// Whether another document gives this rule.
pub fn found(rule: &str, text: &str) -> bool {
    findings(text).iter().any(|d| d.rule == rule)
}

#[test]
fn the_sound_document_is_sound() {
    assert_eq!(findings(SOUND), Vec::new());
}
