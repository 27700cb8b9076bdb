//! What a document register, a web page or an e-mail put around the document: page furniture, by the wordings of the pack.

use crate::grammar::context::Context;
use crate::grammar::draft::Draft;
use crate::grammar::fold::fold;
use crate::layout::{Block, Line};

/// A line below the document is at most this long, in words.
const MOST_WORDS: usize = 8;

/// Takes the lines in front of the document, up to the last one that begins as such lines do, but none from `end` on. Gives
/// back how many they are.
pub fn take_above(context: &Context, lines: &[Line], end: usize, draft: &mut Draft) -> usize {
    let heads = &context.pack.approval.heads;
    let opens = |l: &Line| heads.contains(&fold(l.as_str().split(' ').next().unwrap_or_default()));
    let end = lines[..end].iter().position(opens).unwrap_or(end);
    let last = lines[..end].iter().rposition(|l| is_chrome(context, l));
    let count = last.map_or(0, |i| i + 1);
    draft
        .chrome
        .extend(lines[..count].iter().map(|l| l.text.clone()));
    count
}

/// Takes the last lines of the document's last section, as long as they begin as such lines do.
pub fn take_below(context: &Context, body: &mut Vec<Block>, draft: &mut Draft) {
    while let Some(Block::Line(line)) = body.last() {
        let short = line.as_str().split(' ').count() <= MOST_WORDS;
        if !(short && is_chrome(context, line)) {
            return;
        }
        draft.chrome.push(line.text.clone());
        body.pop();
    }
}

/// Whether a line begins with one of the pack's wordings, as a whole word.
fn is_chrome(context: &Context, line: &Line) -> bool {
    let folded = fold(line.as_str());
    let wordings = &context.pack.document.chrome;
    wordings.iter().any(|w| {
        let open = w.ends_with(char::is_alphanumeric);
        let rest = folded.strip_prefix(w.as_str());
        rest.is_some_and(|r| !(open && r.starts_with(char::is_alphanumeric)))
    })
}

#[cfg(test)]
mod tests {
    use crate::pipeline::{Extractor, Settings};

    #[test]
    fn what_stands_around_is_furniture() {
        let text = "Tähelepanu! Tegemist on väljast saabunud kirjaga.\n\nTere\n\nSaadan ametijuhendi.\n\nLugupidamisega\nPersonalitöötaja\n\
                    tel 000 0000\n\nKINNITATUD\nKuuse vallavanema 12.03.2010\nkäskkirjaga nr 7\n\nAEDNIKU AMETIJUHEND\n\n1. Üldosa\n\
                    1.1. Aednik allub haljastusjuhile.\n2. Tööülesanded\n2.1. istutab lilli;\n2.2. niidab muru.\n3. Õigused\n\
                    3.1. saada tööriistu.\nPrindi\n© Kuuse vald\n";
        let extractor = Extractor::new(Settings::default()).expect("the built-in packs are sound");
        let extraction = extractor
            .extract("aednik.txt", text.as_bytes(), &[])
            .expect("it is text");
        let record = &extraction.records[0];
        assert!(record.unrecognised.is_empty(), "{:?}", record.unrecognised);
        assert_eq!(record.rights, ["saada tööriistu."]);
        assert!(record.coverage.furniture > 100, "{:?}", record.coverage);
        assert_eq!(
            record.approval.as_ref().and_then(|a| a.number.as_deref()),
            Some("7")
        );
    }
}
