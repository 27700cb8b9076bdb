//! T502, encoding-damage.

use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "T502",
    name: "encoding-damage",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"Characters are damaged

Characters were lost or changed on the way: text saved in a wrong character set (`TÃ¶Ã¶`), U+FFFD in place of letters, `ō` for `õ`, characters of symbol fonts. Bullets of symbol fonts do not count.

**Why it matters.** Searches do not find the words, and damaged headings are not recognised.

**What to do.** Export the original again as UTF-8, or correct the characters.

**Example.**

    vastuvōtmine, TÃ¶Ã¶Ã¼lesanded
"#;

const ET: &str = r#"Märgid on rikutud

Osa märke on teel kaduma läinud või muutunud: tekst on salvestatud vales märgistikus (`TÃ¶Ã¶`), tähtede asemel on U+FFFD, `õ` asemel `ō`, sümbolifontide märgid. Sümbolifontide täpid ei loe.

**Miks see on oluline.** Otsing neid sõnu ei leia ja rikutud pealkirju ei tunta ära.

**Mida teha.** Eksportige algdokument uuesti UTF-8-s või parandage märgid.

**Näide.**

    vastuvōtmine, TÃ¶Ã¶Ã¼lesanded
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    for piece in subject.pieces() {
        let Some(found) = damaged_word(piece.text) else {
            continue;
        };
        findings.push(piece.finding(
            format!("Characters of \"{found}\" are damaged. Export the original again as UTF-8, or correct them."),
            format!("Sõnas „{found}“ on märke rikutud. Eksportige algdokument uuesti UTF-8-s või parandage need."),
        ));
    }
}

fn damaged_word(text: &str) -> Option<&str> {
    if !text.contains(tells_damage) {
        return None;
    }
    let mut words = text.split_whitespace().filter(|word| !word.is_ascii());
    words.find(|word| {
        let chars = || word.chars();
        let pairs = || chars().zip(chars().skip(1));
        chars().any(|c| matches!(c, 'ō' | 'Ō' | '\u{fffd}'))
            // A character of a symbol font within or behind letters is no bullet.
            || (word.chars().count() > 1 && chars().skip(1).any(|c| matches!(c, '\u{e000}'..='\u{f8ff}')))
            || pairs().any(|(a, b)| {
                matches!(a, 'Ã' | 'Å' | 'Ä' | 'Â' | 'Ć')
                    && matches!(b, '\u{80}'..='\u{bf}' | 'Œ' | 'œ' | '˜' | '•' | '–' | '—' | '„' | '‡' | '“' | '”' | '‹' | '›' | 'š' | 'ž' | 'Š' | 'Ž')
                    || (a == 'â' && b == '€')
            })
            // A sign of money in the middle of letters is Ä of another character set: "P€RNU".
            || chars().zip(chars().skip(1)).zip(chars().skip(2)).any(|((a, b), c)| {
                a.is_alphabetic() && c.is_alphabetic() && matches!(b, '€' | '›' | '‹' | '¤' | '§' | '¶')
            })
    })
}

/// Whether a character is one that damaged words have; most texts have none, and are done with then.
fn tells_damage(c: char) -> bool {
    matches!(
        c,
        'ō' | 'Ō'
            | '\u{fffd}'
            | 'Ã'
            | 'Å'
            | 'Ä'
            | 'Â'
            | 'Ć'
            | 'â'
            | '€'
            | '›'
            | '‹'
            | '¤'
            | '§'
            | '¶'
            | '\u{e000}'..='\u{f8ff}'
    )
}

#[cfg(test)]
mod tests {
    use super::super::testing::{fires, silent};
    use super::RULE;

    #[test]
    fn fires_and_stays_silent() {
        fires(RULE.name, &[("tõstuk", "tōstuk")], "tōstuk");
        fires(
            RULE.name,
            &[("väljastatud õigel", "väljastatud Ãµigel")],
            "Ãµigel",
        );
        fires(RULE.name, &[("tõstuk", "t\u{fffd}stuk")], "stuk");
        silent(RULE.name, &[("tõstuk", "tõstuk (500 €)")]);
    }
}
