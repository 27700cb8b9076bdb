//! The organisation as a graph: positions, and what their records say of each other.

use petgraph::graph::{DiGraph, NodeIndex};

use super::collection::Collection;
use super::matcher::resolve::{Evidence, Meaning};
use super::position::Institution;
use super::words::Words;

/// What a record says of another position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// "Vahetu juht"
    ReportsTo,
    /// "Teda asendab"
    SubstitutedBy,
    /// "Asendab"
    Substitutes,
    /// "Alluvad"
    HasSubordinate,
}

impl Relation {
    /// All of them, in the order of the record.
    pub const ALL: [Relation; 4] = [
        Relation::ReportsTo,
        Relation::SubstitutedBy,
        Relation::Substitutes,
        Relation::HasSubordinate,
    ];

    /// Its name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Relation::ReportsTo => "reports-to",
            Relation::SubstitutedBy => "substituted-by",
            Relation::Substitutes => "substitutes",
            Relation::HasSubordinate => "has-subordinate",
        }
    }

    /// The record's field under `general`.
    pub fn field(self) -> &'static str {
        match self {
            Relation::ReportsTo => "manager",
            Relation::SubstitutedBy => "substituted_by",
            Relation::Substitutes => "substitutes",
            Relation::HasSubordinate => "subordinates",
        }
    }
}

/// A name that a record gives, and what it means.
#[derive(Clone, Debug)]
pub struct Reference {
    /// Number of the record in the collection.
    pub record: u32,
    /// The position that the record describes.
    pub from: u32,
    /// In which field it stands.
    pub relation: Relation,
    /// Its turn in the field, from 0.
    pub index: u32,
    /// The name, as written.
    pub text: String,
    /// What it means.
    pub meaning: Meaning,
}

impl Reference {
    /// JSON Pointer of the name in its record.
    pub fn pointer(&self) -> String {
        format!("/general/{}/{}", self.relation.field(), self.index)
    }

    /// The positions that it means, and how that was found out; several only if it is plural.
    pub fn targets(&self) -> (&[u32], Option<Evidence>) {
        match &self.meaning {
            Meaning::One(target, evidence) => (std::slice::from_ref(target), Some(*evidence)),
            Meaning::Several(targets, evidence) if evidence.how.is_plural() => {
                (targets, Some(*evidence))
            }
            _ => (&[], None),
        }
    }

    /// The positions that it may mean.
    pub fn candidates(&self) -> &[u32] {
        match &self.meaning {
            Meaning::One(target, _) => std::slice::from_ref(target),
            Meaning::Several(targets, _) => targets,
            _ => &[],
        }
    }

    /// Whether it means one of several, and nothing tells which.
    pub fn is_ambiguous(&self) -> bool {
        matches!(&self.meaning, Meaning::Several(_, e) if !e.how.is_plural())
    }
}

/// An institution, and what its records say.
#[derive(Debug, Default)]
pub struct Organisation {
    /// Its positions and units.
    pub institution: Institution,
    /// Names in its records in force, ordered by record and field.
    pub references: Vec<Reference>,
    /// For each position, its references: numbers in `references`.
    of_position: Vec<Vec<u32>>,
}

impl Organisation {
    fn new(institution: Institution, collection: &Collection, words: &Words) -> Self {
        let mut references = Vec::new();
        let mut of_position = vec![Vec::new(); institution.positions.len()];
        for (from, position) in institution.positions.iter().enumerate() {
            for &record in &position.records {
                let entry = &collection.entries[record as usize];
                for relation in Relation::ALL {
                    let names = match relation {
                        Relation::ReportsTo => &entry.manager,
                        Relation::SubstitutedBy => &entry.substituted_by,
                        Relation::Substitutes => &entry.substitutes,
                        Relation::HasSubordinate => &entry.subordinates,
                    };
                    for (index, text) in names.iter().enumerate() {
                        for meaning in meanings(&institution, text, from as u32, words) {
                            of_position[from].push(references.len() as u32);
                            references.push(Reference {
                                record,
                                from: from as u32,
                                relation,
                                index: index as u32,
                                text: text.clone(),
                                meaning,
                            });
                        }
                    }
                }
            }
        }
        let mut organisation = Self {
            institution,
            references,
            of_position,
        };
        organisation.follow_own_managers();
        organisation
    }

    /// "Vahetu juht" means whoever the position reports to, if that is one.
    fn follow_own_managers(&mut self) {
        for at in 0..self.references.len() {
            let reference = &self.references[at];
            if reference.meaning != Meaning::OwnManager || reference.relation == Relation::ReportsTo
            {
                continue;
            }
            let managers: Vec<Meaning> = self
                .of(reference.from, Relation::ReportsTo)
                .map(|r| r.meaning.clone())
                .collect();
            if let [Meaning::One(target, evidence)] = managers.as_slice() {
                self.references[at].meaning = Meaning::One(*target, *evidence);
            }
        }
    }

    /// What a position's records say in one field.
    pub fn of(&self, position: u32, relation: Relation) -> impl Iterator<Item = &Reference> {
        let numbers = self
            .of_position
            .get(position as usize)
            .into_iter()
            .flatten();
        let all = numbers.map(|&n| &self.references[n as usize]);
        all.filter(move |r| r.relation == relation)
    }

    /// Who reports to whom: nodes are positions in their order, edges are numbers of references.
    pub fn reporting(&self) -> DiGraph<u32, u32> {
        let mut graph = DiGraph::new();
        for position in 0..self.institution.positions.len() as u32 {
            graph.add_node(position);
        }
        for (number, reference) in (0..).zip(&self.references) {
            if let (Relation::ReportsTo, Meaning::One(to, _)) =
                (reference.relation, &reference.meaning)
            {
                let node = |p: u32| NodeIndex::new(p as usize);
                graph.add_edge(node(reference.from), node(*to), number);
            }
        }
        graph
    }
}

/// What a name means; what several joined by "ja" mean, if all of them are known.
fn meanings(institution: &Institution, text: &str, from: u32, words: &Words) -> Vec<Meaning> {
    let whole = institution.meaning(text, from, words);
    if whole != Meaning::Unknown {
        return vec![whole];
    }
    let halves = text.split(" ja ").flat_map(|part| part.split(" ning "));
    let parts: Vec<Meaning> = halves
        .map(|part| institution.meaning(part, from, words))
        .collect();
    if parts.contains(&Meaning::Unknown) {
        return vec![whole];
    }
    parts
}

/// The organisations of a collection, ordered by name. `keys` has the institution of each record; `in_force` tells for each record whether it counts.
pub fn organisations(
    collection: &Collection,
    keys: &[String],
    in_force: &[bool],
    words: &Words,
) -> Vec<Organisation> {
    let mut members: std::collections::BTreeMap<&str, Vec<u32>> = std::collections::BTreeMap::new();
    for ((number, key), counts) in (0..).zip(keys).zip(in_force) {
        if *counts {
            members.entry(key).or_default().push(number);
        }
    }
    let build = |(key, numbers): (&&str, &Vec<u32>)| {
        let institution = Institution::new(key, numbers, &collection.entries, words);
        Organisation::new(institution, collection, words)
    };
    members.iter().map(build).collect()
}
