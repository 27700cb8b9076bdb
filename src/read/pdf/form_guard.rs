//! What `pdf-extract` must be kept from: it draws forms without any limit (one that draws itself overflows the
//! stack, which nothing can catch), and runs an image's bytes as drawing instructions.

use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};

use super::page::OverBudget;

/// Forms within forms may be so deep.
const MAX_DEPTH: usize = 24;
/// So many forms may be drawn in a document.
const MAX_DRAWN: usize = 50_000;
/// So many forms are looked at in a document.
const MAX_VISITS: usize = 5_000;

/// Empties all images, and refuses documents whose forms are nested without end.
pub(super) fn disarm(document: &mut Document) -> Result<(), OverBudget> {
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object
            && is_subtype(stream, b"Image")
        {
            stream.dict.remove(b"Filter");
            stream.dict.remove(b"DecodeParms");
            stream.content.clear();
        }
    }
    let mut visits = 0;
    for page in document.get_pages().into_values() {
        if let Some(resources) = page_resources(document, page) {
            check(document, resources, 1, 0, &mut visits)?;
        }
    }
    Ok(())
}

/// How many images stand in a page's resources.
pub(super) fn images(document: &Document, page: ObjectId) -> usize {
    page_resources(document, page).map_or(0, |r| {
        x_objects(document, r)
            .filter(|s| is_subtype(s, b"Image"))
            .count()
    })
}

/// Follows the forms of some resources; `times` says how often these resources may be drawn.
fn check(
    document: &Document,
    resources: &Dictionary,
    times: usize,
    depth: usize,
    visits: &mut usize,
) -> Result<(), OverBudget> {
    for form in x_objects(document, resources).filter(|s| is_subtype(s, b"Form")) {
        *visits += 1;
        let content = form.decompressed_content();
        let content = content.as_deref().unwrap_or(&form.content);
        let calls = content.windows(2).filter(|w| w == b"Do").count();
        if calls == 0 {
            continue;
        }
        let times = times.saturating_mul(calls);
        if depth >= MAX_DEPTH || times > MAX_DRAWN || *visits > MAX_VISITS {
            return Err(OverBudget("drawings nested in each other without end"));
        }
        let own = form.dict.get(b"Resources").ok();
        let own = own.and_then(|r| as_dictionary(document, r));
        check(document, own.unwrap_or(resources), times, depth + 1, visits)?;
    }
    Ok(())
}

fn x_objects<'a>(
    document: &'a Document,
    resources: &'a Dictionary,
) -> impl Iterator<Item = &'a Stream> {
    let objects = resources.get(b"XObject").ok();
    let objects = objects.and_then(|o| as_dictionary(document, o));
    objects
        .into_iter()
        .flat_map(|o| o.iter())
        .filter_map(|(_, o)| document.dereference(o).ok()?.1.as_stream().ok())
}

fn as_dictionary<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    document.dereference(object).ok()?.1.as_dict().ok()
}

fn page_resources(document: &Document, page: ObjectId) -> Option<&Dictionary> {
    inherited(document, page, b"Resources").and_then(|r| as_dictionary(document, r))
}

/// An attribute of a page or of the nodes above it.
pub(super) fn inherited<'a>(
    document: &'a Document,
    page: ObjectId,
    key: &[u8],
) -> Option<&'a Object> {
    let mut node = document.get_dictionary(page).ok()?;
    for _ in 0..64 {
        if let Ok(value) = node.get(key) {
            return document.dereference(value).ok().map(|(_, value)| value);
        }
        let parent = node.get(b"Parent").and_then(Object::as_reference).ok()?;
        node = document.get_dictionary(parent).ok()?;
    }
    None
}

fn is_subtype(stream: &Stream, name: &[u8]) -> bool {
    stream
        .dict
        .get(b"Subtype")
        .and_then(Object::as_name)
        .is_ok_and(|n| n == name)
}
