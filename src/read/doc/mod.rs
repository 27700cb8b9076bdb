//! Word documents before 2007, `.doc`, by `rwml` (cargo feature `doc`).
//!
//! Notes and text boxes stand at the end; headers and footers are [`Document::running`]. Not read: comments, pictures,
//! hidden text.

use rwml::{Block as Part, Error, Paragraph, SourceRegionKind};

use super::flow::{self, Block, Budget, Content, Para};
use super::spans::Table;
use super::{Document, Format, ReadError};

/// Tables in cells of tables, no deeper than any program shows them.
const MAX_NESTING: usize = 64;

/// Reads a Word document of the versions 97 to 2003.
///
/// # Errors
/// `PasswordRequired` if it is encrypted, `Unsupported` for Word 95 and before and for other Office files, `Corrupt` if it
/// is damaged, `Memory` beyond the limits of [`flow::document`], `NoText` without words.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let model = rwml::Document::open(bytes).map_err(refusal)?.model();
    let kind_of = |index: usize| {
        let holds = |r: &&rwml::SourceRegion| (r.block_start..r.block_end).contains(&index);
        model
            .regions
            .iter()
            .find(holds)
            .map_or(SourceRegionKind::Main, |r| r.kind)
    };
    let mut budget = Budget::default();
    let (mut body, mut running) = (Vec::new(), Vec::new());
    for (index, part) in model.blocks.iter().enumerate() {
        let mut blocks = Vec::new();
        add(part, &mut blocks, &mut budget, 0)?;
        match kind_of(index) {
            SourceRegionKind::HeaderFooter => running.extend(flow::paragraphs(blocks)),
            SourceRegionKind::Annotation => {}
            _ => body.append(&mut blocks),
        }
    }
    running.retain(|p| !p.is_blank());
    flow::document(
        Format::Doc,
        Content {
            body,
            running,
            ..Content::default()
        },
    )
}

fn refusal(error: Error) -> ReadError {
    match error {
        Error::Encrypted { .. } => ReadError::PasswordRequired,
        Error::NoText => ReadError::NoText("no characters stand in it.".into()),
        Error::UnsupportedVersion(_) | Error::MissingStream("WordDocument") => ReadError::Unsupported(
            "This is no Word document of the versions 97 to 2003. Save it as PDF or text and run again on that file."
                .into(),
        ),
        error => ReadError::Corrupt(format!("it is no whole Word document ({error}). Save it again.")),
    }
}

fn add(
    part: &Part,
    out: &mut Vec<Block>,
    budget: &mut Budget,
    nesting: usize,
) -> Result<(), ReadError> {
    match part {
        Part::Paragraph(paragraph) => {
            budget.take(1)?;
            out.push(Block::Para(para(paragraph)));
        }
        Part::Table(table) if nesting < MAX_NESTING => {
            let mut rows = Table::default();
            for row in &table.rows {
                rows.begin_row();
                for cell in &row.cells {
                    let mut blocks = Vec::new();
                    for part in &cell.blocks {
                        add(part, &mut blocks, budget, nesting + 1)?;
                    }
                    rows.add(
                        blocks,
                        usize::from(cell.col_span),
                        usize::from(cell.row_span.max(1)),
                    );
                }
                rows.end_row(budget)?;
            }
            out.push(Block::Table(rows.finish(budget)?));
        }
        _ => {}
    }
    Ok(())
}

fn para(paragraph: &Paragraph) -> Para {
    // The parser gives numbers as displayed, but no bullets.
    let label = |list: &rwml::ListInfo| match list.label.as_str() {
        "" if !list.ordered => "•".to_owned(),
        label => label.to_owned(),
    };
    let label = paragraph.props.list.as_ref().map(label).unwrap_or_default();
    let mut para = Para::labelled(label);
    for run in paragraph.runs.iter().filter(|r| !r.props.hidden) {
        for (index, line) in run.text.split(['\n', '\u{B}']).enumerate() {
            if index > 0 {
                para.line_break();
            }
            para.push_spaced(line, run.props.bold);
        }
    }
    para
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_no_word_document() {
        let code = |bytes: &[u8]| read(bytes).map_err(|e| e.code()).err();
        assert_eq!(code(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), Some("corrupt"));
    }

    #[test]
    fn paragraphs_keep_their_lines_and_labels() {
        let run = |text: &str, bold: bool, hidden: bool| rwml::Run {
            text: text.to_owned(),
            props: rwml::CharProps {
                bold,
                hidden,
                ..Default::default()
            },
            ..Default::default()
        };
        let mut paragraph = Paragraph {
            runs: vec![
                run("a\u{B}b", false, false),
                run("x", false, true),
                run("c", true, false),
            ],
            ..Default::default()
        };
        paragraph.props.list = Some(rwml::ListInfo {
            label: "1.".into(),
            ..Default::default()
        });
        let body = vec![Block::Para(para(&paragraph))];
        let document = flow::document(
            Format::Doc,
            Content {
                body,
                ..Content::default()
            },
        )
        .expect("document");
        assert_eq!(flow::show(&document), "1. a|bc\n");
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes: Vec<u8>) {
            let _ = read(&[b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", &bytes[..]].concat());
        }
    }
}
