//! Rows whose first column is full. A text extractor that keeps the layout then puts the second column one blank behind it, to
//! the left of where it stands in the rows around.

use super::{Fit, Zone, edge_tolerance, end_of_fit, fit, part_starts, trim_tail};
use crate::layout::line::{Line, VisualLine};
use crate::layout::{Marker, is_lone_bullet};
use crate::read::{Document, Metric};

/// How many characters closer such a row's second column may begin.
const MOST_SHIFT: f32 = 16.0;

/// How much further right than its bullet an item's text begins, in characters.
const BULLET: f32 = 2.0;

/// The row that follows a zone, if its second column begins behind one blank, and a bullet or the line below tells where.
pub(super) fn row(document: &Document, lines: &[VisualLine], zone: &Zone) -> Option<Zone> {
    let table = zone.around.as_ref().unwrap_or(&zone.starts);
    let (&[usual], Metric::Cells) = (table.as_slice(), document.metric) else {
        return None;
    };
    let from = zone.to;
    let full = |l: &&VisualLine| is_numbered(document, l) && part_starts(document, l).is_empty();
    let line = lines.get(from).filter(full)?;
    if lines[from - 1].page != line.page {
        return None;
    }
    let below = lines.get(from + 1).filter(|l| goes_on(document, line, l));
    let start = line
        .words
        .iter()
        .skip(1)
        .map(|&w| &document.words[w])
        .filter(|w| (usual - MOST_SHIFT..usual - edge_tolerance(document)).contains(&w.bbox.x0))
        .find(|w| {
            let x = w.bbox.x0;
            let bullet = is_lone_bullet(document.word_text(w));
            let text = if bullet { x + BULLET } else { x };
            let told = |l: &VisualLine| {
                fit(document, l, &[x]) != Fit::No
                    && part_starts(document, l)
                        .iter()
                        .any(|s| (s - text).abs() < edge_tolerance(document))
            };
            (bullet && has_bullets(document, &lines[zone.from..zone.to], usual))
                || below.is_some_and(told)
        })?
        .bbox
        .x0;
    let starts = vec![start];
    let fits = |i: usize| fit(document, &lines[i], &starts);
    let rest = lines[from + 1..]
        .iter()
        .take_while(|l| goes_on(document, line, l) && fit(document, l, &starts) != Fit::No);
    let to = from + 1 + rest.count();
    Some(Zone {
        to: trim_tail(document, lines, from, to, &fits),
        from,
        around: Some(table.clone()),
        starts,
    })
}

/// The rows that follow such a row, where the columns stand as they did before it.
pub(super) fn after(document: &Document, lines: &[VisualLine], zone: &Zone) -> Option<Zone> {
    let starts = zone.around.clone()?;
    let from = zone.to;
    if lines.get(from)?.page != lines[from - 1].page {
        return None;
    }
    let fits = |i: usize| fit(document, &lines[i], &starts);
    let to = end_of_fit(document, lines, from, from, &fits);
    let begins = to > from && is_numbered(document, &lines[from]) && fits(from) == Fit::Further;
    begins.then(|| Zone {
        to: trim_tail(document, lines, from, to, &fits),
        from,
        around: None,
        starts: starts.clone(),
    })
}

/// Whether a line can belong to the row that another one begins.
fn goes_on(document: &Document, first: &VisualLine, line: &VisualLine) -> bool {
    line.page == first.page && !line.blank_above && !is_numbered(document, line)
}

fn is_numbered(document: &Document, line: &VisualLine) -> bool {
    let line = Line::of_words(document, line.page, &line.words);
    Marker::parse(line.as_str()).is_some_and(|m| m.depth() > 0)
}

/// Whether bullets stand at a column's edge.
fn has_bullets(document: &Document, lines: &[VisualLine], edge: f32) -> bool {
    lines.iter().flat_map(|l| &l.words).any(|&w| {
        let word = &document.words[w];
        (word.bbox.x0 - edge).abs() <= edge_tolerance(document)
            && is_lone_bullet(document.word_text(word))
    })
}

#[cfg(test)]
mod tests {
    use crate::pipeline::PdfEngine;
    use crate::read;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let document = read::read(text.as_bytes(), PdfEngine::Auto).expect("a text");
        let layout = crate::layout::layout(&document);
        let cell = |c: &Vec<crate::layout::Line>| {
            let lines: Vec<&str> = c.iter().map(|l| l.as_str()).collect();
            lines.join("|")
        };
        layout
            .blocks
            .iter()
            .filter_map(|b| match b {
                crate::layout::Block::Table(table) => Some(&table.rows),
                crate::layout::Block::Line(_) => None,
            })
            .flatten()
            .map(|row| row.cells.iter().map(cell).collect())
            .collect()
    }

    #[test]
    fn the_line_below_tells_where_the_second_column_begins() {
        let found = cells(
            " 4.1. Hindab teatisi ja sisestab need andmekogusse.  Teatised on edastatud.\n\
             \x204.2. Koostab hinnanguid.                            Hinnangud on esitatud.\n\
             \x204.3. Valmistab ette kirju.                          Kirjad on saadetud.\n\
             \x204.4. Nõustab arste ja apteekreid ravimiohutuse Küsimustele on vastatud kahe päevaga.\n\
             \x20küsimustes.                                    Korduvad küsimused on avaldatud.\n\
             \x204.5. Osaleb töörühmas.                              Seisukoht on esitatud.\n",
        );
        let row = [
            "4.4. Nõustab arste ja apteekreid ravimiohutuse|küsimustes.",
            "Küsimustele on vastatud kahe päevaga.|Korduvad küsimused on avaldatud.",
        ];
        assert!(
            found.contains(&row.map(str::to_owned).to_vec()),
            "{found:#?}"
        );
        let last = ["4.5. Osaleb töörühmas.", "Seisukoht on esitatud."];
        assert!(
            found.contains(&last.map(str::to_owned).to_vec()),
            "{found:#?}"
        );
    }

    #[test]
    fn a_bullet_tells_where_the_second_column_begins() {
        let found = cells(
            " 3.1 Värbamise korraldamine                      ▪ kohad on täidetud;\n\
             \x203.2 Koolituse juhtimine                          ▪ igal teenistujal on kava;\n\
             \x203.3 Arvestuse korraldamine                       ▪ andmed on õiged;\n\
             \x203.4 Töökeskkonna riskide hindamise ja ▪ analüüs on uuendatud iga kolme aasta järel;\n\
             \x20korraldamine\n\
             \x203.5 Osakonna töö juhtimine                       ▪ tööplaan on täidetud.\n",
        );
        let row = [
            "3.4 Töökeskkonna riskide hindamise ja|korraldamine",
            "▪ analüüs on uuendatud iga kolme aasta järel;",
        ];
        assert!(
            found.contains(&row.map(str::to_owned).to_vec()),
            "{found:#?}"
        );
    }
}
