//! `ametijuhend grammar fit`.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::Context;

use ametijuhend::grammar::fit::{Measure, THRESHOLD, measure};
use ametijuhend::grammar::pack::{Pack, Packs};
use ametijuhend::pipeline::PdfEngine;
use ametijuhend::{layout, read};

use crate::cli::terminal::safe;

/// A table of the packs' fits to a document, and the reasons for the best of them.
pub fn fit(packs: &Packs, base: &Arc<Pack>, file: &Path, top: usize) -> anyhow::Result<String> {
    let name = safe(&file.display().to_string());
    let bytes = fs::read(file).with_context(|| format!("{name} cannot be read"))?;
    let document = read::read(&bytes, PdfEngine::Auto).with_context(|| name.clone())?;
    let measures = measure(packs, base, &layout::layout(&document).blocks);
    Ok(tell(&measures, top))
}

fn tell(measures: &[Measure], top: usize) -> String {
    let mut text = "pack        fit  wording  parts  order  style  title\n".to_owned();
    for m in measures {
        text += &format!(
            "{:<9} {:>5.2}  {:>7}  {:>5}  {:>5}  {:>5}  {}\n",
            safe(&m.pack.name),
            m.score.fit,
            number(m.score.wording),
            number(m.score.parts),
            number(m.score.order),
            number(m.score.style),
            safe(&m.pack.title)
        );
    }
    let chosen = measures.first().filter(|m| m.score.fit >= THRESHOLD);
    text += &match chosen {
        Some(m) => format!("\nThe document is read by {}.\n", safe(&m.pack.name)),
        None => format!("\nNo fit reaches {THRESHOLD}: the document is read by base.\n"),
    };
    for m in measures.iter().filter(|m| m.score.fit > 0.0).take(top) {
        text += &format!("\n{} ({:.2})\n", safe(&m.pack.name), m.score.fit);
        reason(&mut text, "its own wordings", &m.found);
        reason(&mut text, "recognised, but not its own", &m.foreign);
        reason(
            &mut text,
            "expected, but not there in its words",
            &m.missing,
        );
        let unlike: Vec<String> = m.unlike.iter().map(|s| (*s).to_owned()).collect();
        reason(&mut text, "looks different", &unlike);
    }
    text
}

fn number(share: Option<f32>) -> String {
    share.map_or_else(|| "-".to_owned(), |s| format!("{s:.2}"))
}

fn reason(text: &mut String, what: &str, list: &[String]) {
    if !list.is_empty() {
        *text += &format!("  {what}: {}\n", safe(&list.join(", ")));
    }
}
