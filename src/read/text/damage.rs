//! Signs that a text was damaged before it came here, and what is said about them.

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::read::Word;

use super::charset::Doubt;

/// The rule's name.
const RULE: &str = "encoding-damage";
/// Places that a finding lists; a damaged file may have thousands.
const MAX_PLACES: usize = 50;

/// Characters that a text file should not have.
#[derive(Debug, Default)]
pub struct Damage {
    /// U+FFFD, found or put in place of bytes that mean nothing.
    pub replacements: usize,
    /// Control characters other than line ends, tabs and form feeds.
    pub controls: usize,
    /// Lines from 0, ascending, in runs.
    lines: Vec<(u32, u32)>,
}

impl Damage {
    /// Notes U+FFFD on a line.
    pub fn replacement(&mut self, line: u32) {
        self.replacements += 1;
        self.note(line);
    }

    /// Notes a control character on a line.
    pub fn control(&mut self, line: u32) {
        self.controls += 1;
        self.note(line);
    }

    fn note(&mut self, line: u32) {
        let room = self.lines.len() < MAX_PLACES;
        match self.lines.last_mut() {
            Some((_, to)) if line <= to.saturating_add(1) => *to = line,
            _ if room => self.lines.push((line, line)),
            _ => {}
        }
    }

    /// The finding, if there is damage.
    pub fn finding(&self) -> Option<Diagnostic> {
        if self.lines.is_empty() {
            return None;
        }
        let en = format!(
            "The text is damaged: {} unreadable characters (U+FFFD, kept) and {} control characters (read as blanks). \
             Compare these lines with the original, or save it again as UTF-8.",
            self.replacements, self.controls
        );
        let et = format!(
            "Tekst on rikutud: {} loetamatut märki (U+FFFD, alles jäetud) ja {} juhtmärki (loetud tühikuks). Võrrelge \
             neid ridu algdokumendiga või salvestage see uuesti UTF-8-s.",
            self.replacements, self.controls
        );
        Some(finding(Severity::Warning, (en, et), &self.lines))
    }
}

/// The finding about a choice of character set.
pub fn choice(encoding: &str, doubt: Doubt) -> Diagnostic {
    let (severity, en, et) = match doubt {
        Doubt::NoEvidence(rival) => (
            Severity::Info,
            format!(
                "The file does not say its character set; it was read as {encoding}, and some characters would differ \
                 in {rival}. Check š, ž, quotation marks and signs, or save the file as UTF-8."
            ),
            format!(
                "Fail ei ütle oma märgistikku; see loeti kui {encoding} ja osa märke oleks {rival} järgi teised. \
                 Kontrollige tähti š ja ž, jutumärke ja muid märke või salvestage fail UTF-8-s."
            ),
        ),
        Doubt::Contradictory(rival) => (
            Severity::Warning,
            format!(
                "The file was read as {encoding}, but some of its characters are written as in {rival}. Check š, ž and \
                 quotation marks, or save the file as UTF-8."
            ),
            format!(
                "Fail loeti kui {encoding}, kuid osa märke on kirjutatud {rival} järgi. Kontrollige tähti š ja ž ning \
                 jutumärke või salvestage fail UTF-8-s."
            ),
        ),
        Doubt::Mac => (
            Severity::Info,
            format!(
                "The file was read in the character set of old Macintoshes ({encoding}), known by its letters õ, ä, ö and \
                 ü. Check signs and quotation marks, or save the file as UTF-8."
            ),
            format!(
                "Fail loeti vanade Macintoshide märgistikus ({encoding}), mille reedavad tähed õ, ä, ö ja ü. Kontrollige \
                 märke ja jutumärke või salvestage fail UTF-8-s."
            ),
        ),
        Doubt::Dos => (
            Severity::Info,
            format!(
                "The file was read in a DOS code page ({encoding}), known by its letters ä, ö and ü. Check signs and \
                 quotation marks, or save the file as UTF-8."
            ),
            format!(
                "Fail loeti DOS-i kooditabelis ({encoding}), mille reedavad tähed ä, ö ja ü. Kontrollige märke ja \
                 jutumärke või salvestage fail UTF-8-s."
            ),
        ),
    };
    finding(severity, (en, et), &[])
}

/// Finds UTF-8 that was once read as windows-1252 or -1257 and saved again (`TÃ¶Ã¶`).
pub fn double_encoding(text: &str, words: &[Word]) -> Option<Diagnostic> {
    if !text.contains('Ã') && !text.contains('Ć') {
        return None;
    }
    let mut damage = Damage::default();
    for word in words {
        let range = word.range.start as usize..word.range.end as usize;
        for _ in 0..doubles(text.get(range).unwrap_or_default()) {
            damage.replacement(word.bbox.y0 as u32);
        }
    }
    if damage.replacements == 0 {
        return None;
    }
    let en = format!(
        "{} letters look as if the text had been saved in a wrong character set before (Ã¤ for ä). Export the \
         original again as UTF-8.",
        damage.replacements
    );
    let et = format!(
        "{} tähte näevad välja nii, nagu oleks tekst varem vales märgistikus salvestatud (Ã¤, mitte ä). Eksportige \
         algdokument uuesti UTF-8-s.",
        damage.replacements
    );
    Some(finding(Severity::Warning, (en, et), &damage.lines))
}

/// Says that doubly encoded lines (counted from 0) were repaired.
pub fn repaired(lines: &[u32]) -> Option<Diagnostic> {
    let first = lines.first()?;
    let mut places = vec![(*first, *first)];
    for &line in lines {
        match places.last_mut() {
            Some((_, to)) if line <= *to + 1 => *to = line,
            _ => places.push((line, line)),
        }
    }
    let en = format!(
        "{} lines had been saved in a wrong character set (Ã¤ for ä) and were repaired. Compare a few of them with the \
         original.",
        lines.len()
    );
    let et = format!(
        "{} rida olid salvestatud vales märgistikus (Ã¤, mitte ä) ja parandati. Võrrelge mõnda neist algdokumendiga.",
        lines.len()
    );
    Some(finding(Severity::Warning, (en, et), &places))
}

/// Letters õ ä ö ü of one word that were encoded twice.
fn doubles(word: &str) -> usize {
    word.chars()
        .zip(word.chars().skip(1))
        .filter(|pair| matches!(pair, ('Ã' | 'Ć', '¤' | 'µ' | '¶' | '¼')))
        .count()
}

fn finding(severity: Severity, (en, et): (String, String), lines: &[(u32, u32)]) -> Diagnostic {
    let place = |&(from, to): &(u32, u32)| Place::Lines {
        line_from: from + 1,
        line_to: to + 1,
    };
    Diagnostic {
        rule: RULE.to_owned(),
        severity,
        message: en,
        message_et: et,
        at: lines.iter().map(place).collect(),
        pointer: None,
    }
}
