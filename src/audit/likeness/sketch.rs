//! What likeness needs of a record.

use super::signature::{Signature, shingles};
use crate::record::{Duty, OtherSection, Requirements, SectionKind};

/// A record's clauses and its signature. The strings of all clauses are one, for a collection has millions of clauses.
#[derive(Clone, Debug, Default)]
pub struct Sketch {
    /// Pointer and text of each clause, one after the other.
    strings: Box<str>,
    ends: Box<[End]>,
    /// Signature of all clauses.
    pub signature: Signature,
}

/// Where a clause's strings end in [`Sketch::strings`].
#[derive(Clone, Copy, Debug)]
struct End {
    section: SectionKind,
    pointer: u32,
    text: u32,
}

/// A sentence or list item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause<'a> {
    /// The section it stands in.
    pub section: SectionKind,
    /// JSON Pointer within the record.
    pub pointer: &'a str,
    /// As written.
    pub text: &'a str,
}

/// The parts of a record that hold running text. Names, dates and places are no part of it: they differ between any two
/// positions.
#[derive(Clone, Copy, Debug, Default)]
pub struct Parts<'a> {
    /// `purpose`.
    pub purpose: Option<&'a str>,
    /// `general.provisions`.
    pub provisions: &'a [String],
    /// `duties`.
    pub duties: &'a [Duty],
    /// `rights`.
    pub rights: &'a [String],
    /// `responsibilities`.
    pub responsibilities: &'a [String],
    /// `tools`.
    pub tools: &'a [String],
    /// `requirements`, where there are any.
    pub requirements: Option<&'a Requirements>,
    /// `amendment`.
    pub amendment: &'a [String],
    /// `other_sections`.
    pub other_sections: &'a [OtherSection],
}

impl Sketch {
    /// The sketch of a record.
    pub fn of(parts: &Parts) -> Self {
        let mut clauses = Clauses::default();
        clauses.add(SectionKind::Purpose, || "/purpose".into(), parts.purpose);
        clauses.list(
            SectionKind::General,
            "/general/provisions",
            parts.provisions,
        );
        clauses.duties("/duties", parts.duties);
        clauses.list(SectionKind::Rights, "/rights", parts.rights);
        clauses.list(
            SectionKind::Responsibilities,
            "/responsibilities",
            parts.responsibilities,
        );
        clauses.list(SectionKind::Tools, "/tools", parts.tools);
        if let Some(requirements) = parts.requirements {
            clauses.requirements(requirements);
        }
        clauses.list(SectionKind::Amendment, "/amendment", parts.amendment);
        for (i, section) in parts.other_sections.iter().enumerate() {
            let pointer = format!("/other_sections/{i}/text");
            clauses.list(SectionKind::Other, &pointer, &section.text);
        }
        let mut sketch = Self {
            strings: clauses.strings.into_boxed_str(),
            ends: clauses.ends.into_boxed_slice(),
            signature: Signature::default(),
        };
        sketch.signature = Signature::of(&sketch.shingles());
        sketch
    }

    /// Every clause, section by section.
    pub fn clauses(&self) -> impl Iterator<Item = Clause<'_>> {
        let starts = std::iter::once(0).chain(self.ends.iter().map(|end| end.text));
        starts.zip(&*self.ends).map(|(start, end)| Clause {
            section: end.section,
            pointer: &self.strings[start as usize..end.pointer as usize],
            text: &self.strings[end.pointer as usize..end.text as usize],
        })
    }

    /// The document's shingles, sorted, each once.
    pub fn shingles(&self) -> Vec<u64> {
        let mut all: Vec<u64> = self.clauses().flat_map(|c| shingles(c.text)).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// Collects clauses.
#[derive(Default)]
struct Clauses {
    strings: String,
    ends: Vec<End>,
}

impl Clauses {
    fn add(&mut self, section: SectionKind, pointer: impl Fn() -> String, text: Option<&str>) {
        let Some(text) = text else { return };
        let mut push = |string: &str| {
            self.strings.push_str(string);
            // A file has at most 200 MB, so it always fits.
            u32::try_from(self.strings.len()).unwrap_or(u32::MAX)
        };
        let (pointer, text) = (push(&pointer()), push(text));
        self.ends.push(End {
            section,
            pointer,
            text,
        });
    }

    fn list(&mut self, section: SectionKind, pointer: &str, texts: &[String]) {
        for (i, text) in texts.iter().enumerate() {
            self.add(section, || format!("{pointer}/{i}"), Some(text));
        }
    }

    fn duties(&mut self, pointer: &str, duties: &[Duty]) {
        let section = SectionKind::Duties;
        for (i, duty) in duties.iter().enumerate() {
            let pointer = format!("{pointer}/{i}");
            self.add(section, || format!("{pointer}/text"), Some(&duty.text));
            self.list(section, &format!("{pointer}/results"), &duty.results);
            self.list(section, &format!("{pointer}/indicators"), &duty.indicators);
            self.duties(&format!("{pointer}/subduties"), &duty.subduties);
        }
    }

    fn requirements(&mut self, requirements: &Requirements) {
        let section = SectionKind::Requirements;
        let education = requirements.education.as_ref().map(|e| e.text.as_str());
        self.add(section, || "/requirements/education/text".into(), education);
        let experience = requirements.experience.as_ref().map(|e| e.text.as_str());
        self.add(
            section,
            || "/requirements/experience/text".into(),
            experience,
        );
        for (i, language) in requirements.languages.iter().enumerate() {
            let pointer = || format!("/requirements/languages/{i}/text");
            self.add(section, pointer, Some(&language.text));
        }
        let skills = &requirements.computer_skills;
        self.list(section, "/requirements/computer_skills", skills);
        for (i, competency) in requirements.competencies.iter().enumerate() {
            let pointer = format!("/requirements/competencies/{i}");
            self.add(
                section,
                || format!("{pointer}/name"),
                Some(&competency.name),
            );
            self.list(
                section,
                &format!("{pointer}/indicators"),
                &competency.indicators,
            );
        }
        for (i, other) in requirements.other.iter().enumerate() {
            let pointer = || format!("/requirements/other/{i}/text");
            self.add(section, pointer, Some(&other.text));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Record;

    fn sketch(record: &Record) -> Sketch {
        Sketch::of(&Parts {
            purpose: record.purpose.as_deref(),
            provisions: &record.general.provisions,
            duties: &record.duties,
            rights: &record.rights,
            responsibilities: &record.responsibilities,
            tools: &record.tools,
            requirements: Some(&record.requirements),
            amendment: &record.amendment,
            other_sections: &record.other_sections,
        })
    }

    fn example() -> Record {
        Record {
            purpose: Some("Muuseumi kogude korrashoid ja täiendamine.".into()),
            duties: vec![Duty {
                text: "Peab kogude arvestust".into(),
                results: vec!["Kogude andmed on õiged.".into()],
                ..Duty::default()
            }],
            rights: vec!["saada tööks vajalikku teavet".into()],
            ..Record::default()
        }
    }

    #[test]
    fn pointers_lead_to_the_clauses() {
        let record = example();
        let json = serde_json::to_value(&record).expect("a record is JSON");
        let sketch = sketch(&record);
        assert_eq!(sketch.clauses().count(), 4);
        for clause in sketch.clauses() {
            let value = json.pointer(clause.pointer).and_then(|v| v.as_str());
            assert_eq!(value, Some(clause.text));
        }
    }

    /// Signatures are compared across releases. If this fails, the change that made it fail must not be released.
    /// The values are those of a second implementation, in Python, of the description in `signature.rs`.
    #[test]
    fn signatures_are_frozen() {
        let signature = sketch(&example()).signature;
        let bytes: Vec<u8> = signature
            .places()
            .iter()
            .flat_map(|p| p.to_le_bytes())
            .collect();
        assert_eq!(
            signature.places()[..4],
            [36_201_725, 185_759_785, 71_291_777, 603_514_002]
        );
        assert_eq!(xxhash_rust::xxh3::xxh3_64(&bytes), 0x5a37_8063_4bfc_1a35);
    }
}
