//! The order of findings: by place.

use crate::diagnostic::{Diagnostic, Place};

/// Sorts findings by the place that they begin at, those about the whole document first; at the same place they keep their
/// order.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by_key(|d| d.at.first().map(key));
}

/// Kind of place, then its coordinates. A place in points is compared by hundredths of a point.
fn key(place: &Place) -> (u8, [u32; 4]) {
    let hundredths = |points: f32| (points.max(0.0) * 100.0) as u32;
    match place {
        Place::Page { page, bbox } => (0, [*page, hundredths(bbox[1]), hundredths(bbox[0]), 0]),
        Place::Lines { line_from, line_to } => (0, [*line_from, *line_to, 0, 0]),
        Place::Paragraph { paragraph } => (0, [*paragraph, 0, 0, 0]),
        Place::Cell {
            table,
            row,
            column,
            paragraph,
        } => (1, [*table, *row, *column, *paragraph]),
    }
}

/// Whether one of the places holds another: on the same lines, or just there.
pub fn covers(places: &[Place], other: &Place) -> bool {
    places.iter().any(|place| match (place, other) {
        (
            Place::Lines { line_from, line_to },
            Place::Lines {
                line_from: from,
                line_to: to,
            },
        ) => line_from <= from && to <= line_to,
        _ => place == other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;

    fn finding(message: &str, at: Vec<Place>) -> Diagnostic {
        Diagnostic {
            rule: "r".into(),
            severity: Severity::Info,
            message: message.into(),
            message_et: message.into(),
            at,
            pointer: None,
        }
    }

    #[test]
    fn by_page_then_downwards_and_the_document_first() {
        let on = |page, y| {
            vec![Place::Page {
                page,
                bbox: [10.0, y, 20.0, y + 10.0],
            }]
        };
        let mut findings = vec![
            finding("c", on(2, 5.0)),
            finding("b", on(1, 90.5)),
            finding("whole", Vec::new()),
            finding("a", on(1, 90.25)),
        ];
        sort(&mut findings);
        let order: Vec<&str> = findings.iter().map(|f| f.message.as_str()).collect();
        assert_eq!(order, ["whole", "a", "b", "c"]);
    }
}
