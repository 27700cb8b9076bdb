//! The table of duties.

use super::table;
use crate::record::{Duty, Record};

table! {
    /// One row for each duty and each duty within a duty, and one for all results without a duty.
    "duties"
    pub struct DutyRow {
        /// Key of the record.
        position_id: String => "positions",
        /// Key of the duty within the record: its place, from 1 ("3", and "3.2" for the second duty within it). Null where
        /// results have no duty.
        duty_id: Option<String>,
        /// Key of the duty that it is within.
        parent_id: Option<String>,
        /// How deep it lies: 1 for a duty, 2 for a duty within a duty.
        level: u32,
        /// Its number in the document; null for a bullet.
        number: Option<String>,
        /// Its wording.
        text: Option<String>,
        /// Expected results.
        results: Vec<String>,
        /// Indicators by which it is measured.
        indicators: Vec<String>,
        /// Share of working time in per cent.
        share_percent: Option<f32>,
        /// JSON Pointer of the duty in the record.
        pointer: String,
    }
}

/// The rows of a record.
pub fn rows(id: &str, record: &Record) -> Vec<DutyRow> {
    let mut rows = Vec::new();
    add(&mut rows, id, "/duties", None, &record.duties);
    if !record.unpaired_results.is_empty() {
        rows.push(DutyRow {
            position_id: id.to_owned(),
            level: 1,
            results: record.unpaired_results.clone(),
            pointer: "/unpaired_results".to_owned(),
            ..DutyRow::default()
        });
    }
    rows
}

fn add(
    rows: &mut Vec<DutyRow>,
    id: &str,
    pointer: &str,
    parent: Option<&DutyRow>,
    duties: &[Duty],
) {
    for (index, duty) in duties.iter().enumerate() {
        let number = index + 1;
        let parent_id = parent.and_then(|p| p.duty_id.clone());
        let duty_id = match &parent_id {
            Some(parent) => format!("{parent}.{number}"),
            None => number.to_string(),
        };
        let row = DutyRow {
            position_id: id.to_owned(),
            duty_id: Some(duty_id),
            parent_id,
            level: parent.map_or(1, |p| p.level + 1),
            number: duty.number.clone(),
            text: Some(duty.text.clone()),
            results: duty.results.clone(),
            indicators: duty.indicators.clone(),
            share_percent: duty.share_percent,
            pointer: format!("{pointer}/{index}"),
        };
        rows.push(row.clone());
        let within = format!("{}/subduties", row.pointer);
        add(rows, id, &within, Some(&row), &duty.subduties);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn duties_within_duties_follow_their_parent() {
        let within = Duty {
            text: "b".into(),
            ..Duty::default()
        };
        let duty = Duty {
            text: "a".into(),
            subduties: vec![within],
            ..Duty::default()
        };
        let record = Record {
            duties: vec![Duty::default(), duty],
            unpaired_results: vec!["r".into()],
            ..Record::default()
        };
        let rows = rows("x", &record);
        let ids: Vec<_> = rows.iter().map(|r| r.duty_id.as_deref()).collect();
        assert_eq!(ids, [Some("1"), Some("2"), Some("2.1"), None]);
        assert_eq!(rows[2].parent_id.as_deref(), Some("2"));
        assert_eq!(
            (rows[2].level, rows[2].pointer.as_str()),
            (2, "/duties/1/subduties/0")
        );
        assert_eq!(rows[3].results, ["r"]);
    }
}
