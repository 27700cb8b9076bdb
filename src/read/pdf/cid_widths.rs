//! Mends the widths of CID fonts for `pdf-extract` 0.12.1, which misreads `first last width` (every character of a Typst
//! document would stand in the wrong place). `first [width …]`, which it reads well, says the same (ISO 32000-1, 9.7.4.3).

use pdf_extract::{Dictionary, Document, Object, ObjectId};

/// CIDs are 16 bits wide.
const MAX_CID: i64 = 65_535;
/// No more widths than this are written out for a document.
const MAX_WIDTHS: usize = 1_000_000;

/// Rewrites the widths of all CID fonts.
pub(super) fn mend(document: &mut Document) {
    let mut room = MAX_WIDTHS;
    let mended: Vec<(ObjectId, Vec<Object>)> = document
        .objects
        .iter()
        .filter_map(|(id, object)| {
            let widths = widths_of(document, object.as_dict().ok()?)?;
            Some((*id, written_out(document, widths, &mut room)))
        })
        .collect();
    for (id, widths) in mended {
        if let Ok(font) = document.get_dictionary_mut(id) {
            font.set("W", Object::Array(widths));
        }
    }
}

fn widths_of<'a>(document: &'a Document, font: &'a Dictionary) -> Option<&'a [Object]> {
    let subtype = font.get(b"Subtype").and_then(Object::as_name).ok()?;
    if !subtype.starts_with(b"CIDFontType") {
        return None;
    }
    let (_, widths) = document.dereference(font.get(b"W").ok()?).ok()?;
    widths.as_array().ok().map(Vec::as_slice)
}

/// The same widths without ranges; what is malformed is left out.
fn written_out(document: &Document, mut widths: &[Object], room: &mut usize) -> Vec<Object> {
    let resolve = |object| {
        document
            .dereference(object)
            .map_or(&Object::Null, |(_, o)| o)
    };
    let mut out = Vec::new();
    while let [first, second, rest @ ..] = widths {
        let (first, second) = (resolve(first), resolve(second));
        widths = rest;
        let Ok(from) = first.as_i64() else { break };
        if let Object::Array(list) = second {
            out.push(Object::Integer(from));
            out.push(Object::Array(
                list.iter().map(|w| number(resolve(w))).collect(),
            ));
            continue;
        }
        let (Ok(to), [width, rest @ ..]) = (second.as_i64(), rest) else {
            break;
        };
        widths = rest;
        if !(0 <= from && from <= to && to <= MAX_CID) {
            continue;
        }
        let count = (to - from + 1) as usize;
        let Some(left) = room.checked_sub(count) else {
            break;
        };
        *room = left;
        out.push(Object::Integer(from));
        out.push(Object::Array(vec![number(resolve(width)); count]));
    }
    out
}

/// A number as it is, anything else as 0.
fn number(object: &Object) -> Object {
    match object {
        Object::Integer(_) | Object::Real(_) => object.clone(),
        _ => Object::Integer(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_written_out_and_nonsense_is_left_out() {
        let list = vec![Object::Integer(250), Object::Null];
        let widths = [
            Object::Integer(1),
            Object::Integer(2),
            Object::Real(333.5),
            Object::Integer(9),
            Object::Integer(5),
            Object::Integer(1),
            Object::Integer(7),
            Object::Array(list),
            Object::Integer(8),
        ];
        let out = written_out(&Document::new(), &widths, &mut 100);
        let expected = [
            Object::Integer(1),
            Object::Array(vec![Object::Real(333.5), Object::Real(333.5)]),
            Object::Integer(7),
            Object::Array(vec![Object::Integer(250), Object::Integer(0)]),
        ];
        assert_eq!(out, expected);
        let none = written_out(&Document::new(), &widths, &mut 1);
        assert!(none.is_empty(), "no room: {none:?}");
    }
}
