//! Statements of the general section: fields told in sentences, and what is left as provisions.

use crate::grammar::context::Context;
use crate::grammar::draft::Draft;
use crate::grammar::fields::{Label, push};
use crate::grammar::fold::fold;
use crate::grammar::items;
use crate::grammar::pack::{FieldKey, Holder};
use crate::layout::{Line, Marker};
use crate::text::Text;

/// A position's name is at least this long, in letters, where only its repetition tells that it is one.
const LEAST_NAME: usize = 5;

/// Reads statements: fields told in sentences ("X allub Y-le"), and what is left as provisions. `around`: all lines of the
/// section, for the forms in which the position's name stands there.
pub fn read(context: &Context, lines: &[Line], around: &[Line], draft: &mut Draft) {
    let items = items::items(context, lines);
    let holder = holder(context, around, draft);
    let named = draft.title.is_some() || draft.fields.iter().any(|f| f.key == FieldKey::JobTitle);
    if let (false, None, Some(name)) = (named, &draft.position, &holder.nominative) {
        draft.position = items.iter().find_map(|i| word_in(&i.text, name));
    }
    for item in items.into_iter().filter(|i| !i.text.is_empty()) {
        let fields = context.pack.sentence_fields(item.text.as_str(), &holder);
        if fields.is_empty() {
            let text = match &item.number {
                Some(number) => context.join([number, &item.text]),
                None => item.text,
            };
            draft.provisions.push(text);
            continue;
        }
        for field in fields {
            let label = Label {
                key: field.key,
                text: item.text.slice(field.label.start, field.label.end),
                corner: (0.0, 0.0),
            };
            let value = item.text.slice(field.value.start, field.value.end);
            push(draft, label, without_filler(context, &value));
        }
        item.number.into_iter().for_each(|n| context.label(n));
        context.label(item.text);
    }
}

/// What a label's value says where it is a sentence: "Alluvus: allub juhatajale", "Asendamine: giidi asendab teine giid". Only
/// fields that name people are told so, and only a sentence that says nothing else.
pub fn in_value(
    context: &Context,
    label: &Label,
    value: &Text,
    draft: &Draft,
) -> Option<(FieldKey, Text)> {
    let people = |key: FieldKey| {
        matches!(
            key,
            FieldKey::Manager
                | FieldKey::SubstitutedBy
                | FieldKey::Substitutes
                | FieldKey::Subordinates
        )
    };
    let holder = holder(context, &[], draft);
    // Under a label the sentence is about the position, whatever it calls it.
    let first = value.as_str().split(' ').next().unwrap_or_default();
    let found = [holder, Holder::named(first)]
        .iter()
        .map(|h| context.pack.sentence_fields(value.as_str(), h))
        .find(|f| !f.is_empty())?;
    let [field] = found.as_slice() else {
        return None;
    };
    let rest = value.as_str()[field.clause.end..].trim_matches(['.', ';', ' ']);
    let whole = field.clause.start == 0 && rest.is_empty();
    (people(label.key) && people(field.key) && whole).then(|| {
        let name = value.slice(field.value.start, field.value.end);
        (field.key, without_filler(context, &name))
    })
}

/// A value without the word that only qualifies the verb before it: "vahetult direktorile", "vajadusel raamatupidajat".
fn without_filler(context: &Context, value: &Text) -> Text {
    let string = value.as_str();
    let first = string.split(' ').next().unwrap_or_default();
    match context.pack.sentence_words.fillers.contains(&fold(first)) {
        true => value.slice(first.len(), string.len()).trim(),
        false => value.clone(),
    }
}

/// The position of whom the statements speak: by the field, by what stands before the title word, or else by the word with which
/// most statements begin, in whichever form. The nominative is what stands in the field, or before a verb whose subject it is.
fn holder(context: &Context, lines: &[Line], draft: &Draft) -> Holder {
    let field = draft
        .fields
        .iter()
        .find(|f| f.key == FieldKey::JobTitle)
        .map(|f| f.value.as_str().to_owned());
    let firsts: Vec<Vec<String>> = lines.iter().map(words).collect();
    let name = field
        .clone()
        .or_else(|| draft.position.as_ref().map(|p| p.as_str().to_owned()))
        .or_else(|| before_title_word(context, draft))
        .or_else(|| repeated(&firsts))
        .unwrap_or_default();
    let mut holder = Holder::named(&name);
    holder.nominative = match field {
        Some(_) => holder.last_word(),
        None => {
            let verbs = &context.pack.sentence_words.subject_verbs;
            firsts.iter().find_map(|words| {
                holder
                    .before_verb(words, verbs)
                    .or_else(|| holder.after_verb(words, verbs))
            })
        }
    };
    holder
}

/// Where a text has a word, whatever its case and what closes it.
fn word_in(text: &Text, word: &str) -> Option<Text> {
    let mut at = 0;
    text.as_str().split(' ').find_map(|w| {
        let from = at;
        at += w.len() + 1;
        let bare = w.trim_end_matches([',', '.', ';', ':']);
        (fold(bare) == word).then(|| text.slice(from, from + bare.len()))
    })
}

/// A line's words behind its number, folded.
fn words(line: &Line) -> Vec<String> {
    let text = line.as_str();
    let from = Marker::parse(text).map_or(0, |m| m.text);
    text[from..].split(' ').map(fold).collect()
}

/// "RINGIJUHI AMETIJUHEND": what stands before the title word.
fn before_title_word(context: &Context, draft: &Draft) -> Option<String> {
    let title = draft.title.as_ref()?.as_str();
    let mut words = title.split(' ');
    let is_title = |w: &str| context.pack.document.title_words.contains(&fold(w));
    let at = words.position(is_title)?;
    let name: Vec<&str> = title.split(' ').take(at).collect();
    (!name.is_empty()).then(|| name.join(" "))
}

/// The first word of a statement that is the first of another one too, in whichever form.
fn repeated(firsts: &[Vec<String>]) -> Option<String> {
    let firsts: Vec<&String> = firsts.iter().filter_map(|words| words.first()).collect();
    firsts.iter().enumerate().find_map(|(i, word)| {
        let long = word.chars().count() >= LEAST_NAME;
        let again = firsts[i + 1..].iter().any(|w| Holder::same_word(w, word));
        (long && again).then(|| (*word).clone())
    })
}
