//! The general section's values.

use crate::grammar::draft::{Draft, Field};
use crate::grammar::fold::fold;
use crate::grammar::pack::{FieldKey, Pack};
use crate::normalise::ground::Ground;
use crate::normalise::values;
use crate::record::{General, OtherField};
use crate::text::Text;

/// Sorts the fields into the record's names.
pub fn general(ground: &mut Ground, pack: &Pack, draft: &Draft) -> General {
    let mut general = General {
        title_as_written: ground.maybe("/general/title_as_written", draft.title.as_ref()),
        ..General::default()
    };
    for field in &draft.fields {
        add(ground, pack, field, &mut general);
    }
    general.provisions = ground.list("/general/provisions", &draft.provisions);
    if general.institution.is_none() {
        general.institution = ground.maybe("/general/institution", draft.institution.as_ref());
    }
    if general.unit.is_none() {
        general.unit = ground.maybe("/general/unit", draft.unit.as_ref());
    }
    if general.job_title.is_none() {
        let in_title = draft
            .title
            .as_ref()
            .and_then(|t| position_in_title(pack, t));
        let name = draft.position.clone().or(in_title);
        general.job_title = ground.maybe("/general/job_title", name.as_ref());
    }
    general
}

fn add(ground: &mut Ground, pack: &Pack, field: &Field, general: &mut General) {
    match field.key {
        FieldKey::Institution => single(
            ground,
            pack,
            field,
            "institution",
            |g| &mut g.institution,
            general,
        ),
        FieldKey::JobTitle => single(
            ground,
            pack,
            field,
            "job_title",
            |g| &mut g.job_title,
            general,
        ),
        FieldKey::Unit => single(ground, pack, field, "unit", |g| &mut g.unit, general),
        FieldKey::Location => single(
            ground,
            pack,
            field,
            "location",
            |g| &mut g.location,
            general,
        ),
        FieldKey::Manager => people(ground, pack, field, "manager", &mut general.manager),
        FieldKey::SubstitutedBy => people(
            ground,
            pack,
            field,
            "substituted_by",
            &mut general.substituted_by,
        ),
        FieldKey::Substitutes => {
            people(ground, pack, field, "substitutes", &mut general.substitutes)
        }
        FieldKey::Subordinates => people(
            ground,
            pack,
            field,
            "subordinates",
            &mut general.subordinates,
        ),
        // Purpose and requirements among the fields are read where those belong.
        FieldKey::Purpose | FieldKey::Requirement(_) => {}
        FieldKey::Other => other(ground, field, general),
    }
}

fn single(
    ground: &mut Ground,
    pack: &Pack,
    field: &Field,
    name: &str,
    slot: fn(&mut General) -> &mut Option<String>,
    general: &mut General,
) {
    if slot(general).is_some() {
        return other(ground, field, general);
    }
    if field.value.is_empty() {
        return;
    }
    if pack.is_none(&fold(field.value.as_str())) {
        ground.derived(format!("/general/{name}"), &field.value);
        return;
    }
    let value = ground.leaf(format!("/general/{name}"), &field.value);
    *slot(general) = Some(value);
}

fn people(ground: &mut Ground, pack: &Pack, field: &Field, name: &str, list: &mut Vec<String>) {
    let ranges = values::people::people(field.value.as_str(), pack);
    if ranges.is_empty() && !field.value.is_empty() {
        // "-" and "puuduvad" are answers: the list is empty, and its place is known.
        ground.derived(format!("/general/{name}"), &field.value);
    }
    for range in ranges {
        let pointer = format!("/general/{name}/{}", list.len());
        list.push(ground.leaf(pointer, &field.value.slice(range.start, range.end)));
    }
    ground
        .ledger
        .claim(&field.value, crate::normalise::ledger::Class::Assigned);
}

fn other(ground: &mut Ground, field: &Field, general: &mut General) {
    if field.value.is_empty() {
        return;
    }
    let at = format!("/general/other_fields/{}", general.other_fields.len());
    general.other_fields.push(OtherField {
        label: ground.leaf(format!("{at}/label"), &field.label),
        value: ground.leaf(format!("{at}/value"), &field.value),
    });
}

/// "LAOHOIDJA AMETIJUHEND": what stands before the title word, as written.
fn position_in_title(pack: &Pack, title: &Text) -> Option<Text> {
    let string = title.as_str();
    let places = string
        .split(' ')
        .map(|w| (w.as_ptr() as usize - string.as_ptr() as usize, w));
    let (at, word) = places.into_iter().find_map(|(at, w)| {
        if pack.document.title_words.contains(&fold(w)) {
            return Some((at, w));
        }
        let glued = pack.glued_title(w)?;
        Some((at + glued, &w[glued..]))
    })?;
    let before = title.slice(0, at).trim();
    let behind = title.slice(at + word.len(), string.len()).trim();
    // "AMETIJUHEND" over "NOORSOOTÖÖTAJA"; what stands in brackets is a field of work.
    let position = match before.is_empty() && !behind.as_str().starts_with('(') {
        true => behind,
        false => before,
    };
    (!position.is_empty()).then_some(position)
}
