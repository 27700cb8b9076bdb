//! From when until when each record is in force.
//!
//! A record holds from the day that its order names, else from the order's date, else it has always been there. It ends where an
//! order of the same institution repeals its act, or the annex that it is, on the day from which that order holds; or where its
//! own order says so. An order that only repeals has no record, so what it repeals is not known.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::entry::Entry;
use crate::record::Repeal;

/// When a record is in force. Dates are ISO 8601, as exact as they are known, and compare as strings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The first day; none if it is not known.
    pub from: Option<String>,
    /// The first day on which it no longer holds; empty if that day is not known.
    pub until: Option<String>,
    /// Number of a record whose order repeals it.
    pub repealed_by: Option<u32>,
}

impl Span {
    /// Whether it is in force on a day.
    pub fn holds(&self, day: &str) -> bool {
        self.from.as_deref().is_none_or(|from| from <= day)
            && self.until.as_deref().is_none_or(|until| day < until)
    }

    /// The last day in force, where it is known to end.
    pub fn to(&self) -> Option<String> {
        let until = self.until.as_ref()?;
        let day = until.parse::<Date>().and_then(|d| d.yesterday());
        Some(day.map_or_else(|_| until.clone(), |d| d.to_string()))
    }
}

/// An act as a record or a repeal names it: institution and number.
type Act = (String, String);

/// The span of each entry; `institutions` has the institution of each.
pub fn spans(entries: &[Entry], institutions: &[String]) -> Vec<Span> {
    let mut repeals: FxHashMap<Act, Vec<(u32, &Repeal)>> = FxHashMap::default();
    for ((number, entry), institution) in (0..).zip(entries).zip(institutions) {
        for repeal in &entry.approval.repeals {
            let act = (
                institution.clone(),
                bare(repeal.number.as_deref().unwrap_or_default()),
            );
            repeals.entry(act).or_default().push((number, repeal));
        }
    }
    let all = entries.iter().zip(institutions);
    all.map(|(entry, institution)| {
        let mut span = own(entry);
        let number = entry.approval.number.as_deref().map(bare);
        let act = number.and_then(|n| repeals.get(&(institution.clone(), n)));
        for &(by, repeal) in act.into_iter().flatten() {
            if ends(entry, &entries[by as usize], repeal) {
                end(&mut span, &entries[by as usize], by);
            }
        }
        span
    })
    .collect()
}

fn bare(number: &str) -> String {
    number.trim().to_lowercase()
}

/// What the record's own order says.
fn own(entry: &Entry) -> Span {
    let approval = &entry.approval;
    let until = approval.in_force_to.as_ref().map(|to| {
        let next = to.parse::<Date>().and_then(|d| d.tomorrow());
        next.map_or_else(|_| to.clone(), |d| d.to_string())
    });
    Span {
        from: begins(entry),
        until,
        repealed_by: None,
    }
}

fn begins(entry: &Entry) -> Option<String> {
    let approval = &entry.approval;
    approval
        .in_force_from
        .clone()
        .or_else(|| approval.date.clone())
}

/// Whether a repeal means this record.
fn ends(entry: &Entry, by: &Entry, repeal: &Repeal) -> bool {
    let same_act =
        entry.approval.number == by.approval.number && entry.approval.date == by.approval.date;
    let date = match (&repeal.date, &entry.approval.date) {
        (Some(a), Some(b)) => a.starts_with(b.as_str()) || b.starts_with(a.as_str()),
        // Numbers begin anew each year: without a date, only what is older can be meant.
        (None, Some(own)) => by.approval.date.as_ref().is_none_or(|d| own < d),
        _ => true,
    };
    let annex = repeal.annexes.is_empty()
        || annex(entry).is_some_and(|number| repeal.annexes.contains(&number));
    !same_act && date && annex
}

/// The number of the annex that a record is: by its label, else by its turn in the file.
fn annex(entry: &Entry) -> Option<u32> {
    let (turn, label) = entry.annex.as_ref()?;
    let digits = |l: &String| {
        let start = l.find(|c: char| c.is_ascii_digit())?;
        let digits: String = l[start..]
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        digits.parse().ok()
    };
    label.as_ref().and_then(digits).or(Some(*turn))
}

/// Ends a span where another record's order begins, if that is earlier than what is known.
fn end(span: &mut Span, by: &Entry, number: u32) {
    let until = begins(by).unwrap_or_default();
    if span.until.as_ref().is_none_or(|known| until < *known) {
        span.until = Some(until);
        span.repealed_by = Some(number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(number: &str, date: &str, annex: u32) -> Entry {
        let mut entry = Entry {
            annex: Some((annex, Some(format!("Lisa {annex}")))),
            ..Entry::default()
        };
        entry.approval.number = Some(number.to_owned());
        entry.approval.date = Some(date.to_owned());
        entry
    }

    fn repealing(
        mut entry: Entry,
        number: &str,
        date: Option<&str>,
        annexes: &[u32],
        from: &str,
    ) -> Entry {
        entry.approval.repeals.push(Repeal {
            number: Some(number.to_owned()),
            date: date.map(str::to_owned),
            annexes: annexes.to_vec(),
            ..Repeal::default()
        });
        entry.approval.in_force_from = Some(from.to_owned());
        entry
    }

    #[test]
    fn what_an_order_repeals_ends_when_the_order_begins() {
        let entries = [
            entry("192", "2023-05-02", 1),
            entry("192", "2023-05-02", 2),
            entry("192", "2023-05-02", 3),
            entry("192", "2022-01-10", 1),
            repealing(
                entry("7", "2025-11-12", 1),
                "192",
                Some("2023-05-02"),
                &[1, 2],
                "2025-12-01",
            ),
        ];
        let keys = vec!["a".to_owned(); 5];
        let spans = spans(&entries, &keys);
        let on = |day: &str| spans.iter().map(|s| s.holds(day)).collect::<Vec<_>>();
        assert_eq!(on("2025-11-30"), [true, true, true, true, false]);
        assert_eq!(on("2025-12-01"), [false, false, true, true, true]);
        assert_eq!(spans[0].to().as_deref(), Some("2025-11-30"));
        assert_eq!(spans[0].repealed_by, Some(4));
    }

    #[test]
    fn another_institution_repeals_nothing_here() {
        let entries = [
            entry("192", "2023-05-02", 1),
            repealing(entry("7", "2025-11-12", 1), "192", None, &[], "2025-12-01"),
        ];
        let keys = ["a".to_owned(), "b".to_owned()];
        assert_eq!(spans(&entries, &keys)[0].until, None);
        let keys = ["a".to_owned(), "a".to_owned()];
        assert_eq!(
            spans(&entries, &keys)[0].until.as_deref(),
            Some("2025-12-01")
        );
    }
}
