//! What the fields of a record hold, in numbers.

use crate::audit::entry::Reading;
use crate::audit::likeness::fold::{row_hash, text_hash};
use crate::record::{Duty, Experience, General, Requirements, Signature};

/// The fields that are looked at, named by where they stand in the record.
pub const FIELDS: [&str; 33] = [
    "general.institution",
    "general.job_title",
    "general.unit",
    "general.location",
    "general.manager",
    "general.substituted_by",
    "general.substitutes",
    "general.subordinates",
    "general.other_fields",
    "general.provisions",
    "purpose",
    "duties",
    "duties.subduties",
    "duties.results",
    "duties.indicators",
    "duties.share_percent",
    "unpaired_results",
    "rights",
    "responsibilities",
    "tools",
    "amendment",
    "requirements.education",
    "requirements.education.level",
    "requirements.experience",
    "requirements.experience.min_years",
    "requirements.languages",
    "requirements.computer_skills",
    "requirements.competencies",
    "requirements.other",
    "approval.number",
    "approval.date",
    "signature.signer",
    "other_sections",
];

/// What a field of a record holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fact {
    /// Number of items; 0 where the field is empty, 1 for a single value.
    pub items: u32,
    /// Characters in all items.
    pub characters: u32,
    /// Hash of its words; two values that differ only in case, spacing and punctuation have the same.
    pub hash: u64,
}

/// What a record's fields hold, in the order of [`FIELDS`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts(Box<[Fact]>);

impl Facts {
    /// The facts of a record.
    pub(in crate::audit) fn of(reading: &Reading) -> Self {
        let mut facts = Collect(Vec::with_capacity(FIELDS.len()));
        facts.general(&reading.general.clone().unwrap_or_default());
        facts.one(reading.purpose.as_deref());
        facts.duties(&reading.duties);
        facts.list(&reading.unpaired_results);
        facts.list(&reading.rights);
        facts.list(&reading.responsibilities);
        facts.list(&reading.tools);
        facts.list(&reading.amendment);
        facts.requirements(&reading.requirements);
        let approval = reading.approval.as_ref();
        facts.one(approval.and_then(|a| a.number.as_deref()));
        facts.one(approval.and_then(|a| a.date.as_deref()));
        let signer = |s: &Signature| s.signer.clone();
        facts.one(reading.signature.as_ref().and_then(signer).as_deref());
        facts.all(reading.other_sections.iter().flat_map(|s| &s.text));
        Self(facts.0.into_boxed_slice())
    }

    /// The fact of a field, by its number in [`FIELDS`].
    pub fn get(&self, field: usize) -> Fact {
        self.0.get(field).copied().unwrap_or_default()
    }
}

/// Collects facts in the order of [`FIELDS`].
struct Collect(Vec<Fact>);

impl Collect {
    fn all<T: AsRef<str>>(&mut self, texts: impl Iterator<Item = T>) {
        let mut fact = Fact::default();
        let mut hashes = Vec::new();
        for text in texts {
            let text = text.as_ref();
            fact.items += 1;
            fact.characters = fact.characters.saturating_add(length(text));
            hashes.push(text_hash(text));
        }
        fact.hash = row_hash(&hashes);
        self.0.push(fact);
    }

    fn one(&mut self, text: Option<&str>) {
        self.all(text.into_iter());
    }

    fn list(&mut self, texts: &[String]) {
        self.all(texts.iter());
    }

    fn general(&mut self, general: &General) {
        for text in [
            &general.institution,
            &general.job_title,
            &general.unit,
            &general.location,
        ] {
            self.one(text.as_deref());
        }
        for list in [
            &general.manager,
            &general.substituted_by,
            &general.substitutes,
            &general.subordinates,
        ] {
            self.list(list);
        }
        let other = general.other_fields.iter();
        self.all(other.map(|f| format!("{}: {}", f.label, f.value)));
        self.list(&general.provisions);
    }

    fn duties(&mut self, duties: &[Duty]) {
        let mut within = Vec::new();
        collect_subduties(duties, &mut within);
        let all = || duties.iter().chain(within.iter().copied());
        self.all(duties.iter().map(|d| &d.text));
        self.all(within.iter().map(|d| &d.text));
        self.all(all().flat_map(|d| &d.results));
        self.all(all().flat_map(|d| &d.indicators));
        self.all(all().filter_map(|d| d.share_percent.map(|s| s.to_string())));
    }

    fn requirements(&mut self, requirements: &Requirements) {
        let education = requirements.education.as_ref();
        self.one(education.map(|e| e.text.as_str()));
        self.one(education.and_then(|e| e.level).map(|l| l.name()));
        let experience = requirements.experience.as_ref();
        self.one(experience.map(|e| e.text.as_str()));
        let years = |e: &Experience| e.items.iter().filter_map(|i| i.min_years).collect();
        let years: Vec<f32> = experience.map(years).unwrap_or_default();
        self.all(years.iter().map(ToString::to_string));
        self.all(requirements.languages.iter().map(|l| &l.text));
        self.list(&requirements.computer_skills);
        self.all(requirements.competencies.iter().map(|c| &c.name));
        self.all(requirements.other.iter().map(|o| &o.text));
    }
}

fn collect_subduties<'a>(duties: &'a [Duty], out: &mut Vec<&'a Duty>) {
    for duty in duties {
        out.extend(&duty.subduties);
        collect_subduties(&duty.subduties, out);
    }
}

fn length(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_its_fact() {
        let record = serde_json::json!({
            "general": {
                "title_as_written": null, "institution": "Näidisamet", "job_title": null, "unit": null,
                "location": null, "manager": [], "substituted_by": [], "substitutes": [],
                "subordinates": ["a", "b"], "other_fields": [{ "label": "l", "value": "v" }]
            },
            "duties": [{
                "number": null, "text": "peab arvestust", "results": ["r"], "indicators": [],
                "share_percent": 40.0, "subduties": []
            }],
            "other_sections": [{ "number": null, "heading": "h", "text": ["üks", "kaks"] }]
        });
        let reading: Reading = serde_json::from_value(record).expect("a record");
        let facts = Facts::of(&reading);
        assert_eq!(facts.0.len(), FIELDS.len());
        let filled: Vec<(&str, u32, u32)> = (0..FIELDS.len())
            .map(|i| (FIELDS[i], facts.get(i).items, facts.get(i).characters))
            .filter(|f| f.1 > 0)
            .collect();
        let expected = [
            ("general.institution", 1, 10),
            ("general.subordinates", 2, 2),
            ("general.other_fields", 1, 4),
            ("duties", 1, 14),
            ("duties.results", 1, 1),
            ("duties.share_percent", 1, 2),
            ("other_sections", 2, 7),
        ];
        assert_eq!(filled, expected);
    }
}
