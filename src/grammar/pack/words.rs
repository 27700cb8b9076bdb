//! The word lists of a pack: folded, plain data for the parsers and the normalisers.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::record::EducationLevel;

/// Words of the document as a whole.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct DocumentWords {
    /// Words that end a title line: "ametijuhend".
    pub title_words: Vec<String>,
    /// Endings of an institution's name in the nominative: "amet", "vallavalitsus".
    pub institution_endings: Vec<String>,
    /// Words in the titles of other documents that look like job descriptions: "põhimäärus", "leping".
    pub other_titles: Vec<String>,
    /// Beginnings of lines that a register, a web page or an e-mail put around the document: "viit", "prindi", "lugupidamisega".
    pub chrome: Vec<String>,
    /// Endings of a structural unit's name in the nominative: "osakond".
    pub unit_endings: Vec<String>,
    /// Genitives of units: a position's name cannot end with one.
    pub unit_genitives: Vec<String>,
    /// Values that say "none": "-", "puuduvad".
    pub none: Vec<String>,
    /// Words after which a heading or a sentence cannot end: "ja".
    pub conjunctions: Vec<String>,
    /// Words between alternatives: "või", "ja/või".
    pub alternatives: Vec<String>,
    /// Words that continue a name behind a comma: "kes".
    pub relatives: Vec<String>,
    /// Names of months in all the forms that dates use, with their numbers.
    pub months: BTreeMap<String, u8>,
}

/// Words of the approval.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ApprovalWords {
    /// "kinnitatud"
    pub heads: Vec<String>,
    /// "käskkirjaga"
    pub acts: Vec<String>,
    /// "nr"
    pub number_words: Vec<String>,
    /// "lisa"
    pub annex_words: Vec<String>,
    /// Names of acts as they head an order: "käskkiri".
    pub orders: Vec<String>,
    /// "kehtetuks", by which an order repeals another.
    pub repeal_words: Vec<String>,
    /// "lisad", behind which numbers of annexes stand.
    pub annex_list_words: Vec<String>,
    /// "jõustub", behind which the first day in force stands.
    pub force_words: Vec<String>,
    /// "kuni", between two numbers or in front of a last day.
    pub until_words: Vec<String>,
}

/// Words of the signature.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SignatureWords {
    /// "allkirjastatud digitaalselt"
    pub digital: Vec<String>,
    /// Beginnings of a line by which the holder acknowledges the document: "ametijuhendiga tutvunud".
    pub acknowledgement: Vec<String>,
}

/// A level of education.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EducationWords {
    /// The level.
    pub level: EducationLevel,
    /// Level of the Estonian qualifications framework, where the wording decides it.
    pub eqf: Option<u8>,
    /// Beginnings of words: "magist".
    pub words: Vec<String>,
}

/// Words of the demand on experience.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ExperienceWords {
    /// Beginnings of words for years: "aasta".
    pub year_words: Vec<String>,
    /// Beginnings of words for months: "kuu".
    pub month_words: Vec<String>,
    /// Beginnings of words that mean one year without a number: "aastane".
    pub one_year_words: Vec<String>,
    /// Words before a number of years that is no least number: "viimase", "kuni".
    pub window_words: Vec<String>,
    /// Numbers in words, in the genitive and other forms: "kahe" = 2.
    pub number_words: BTreeMap<String, f64>,
    /// Beginnings of words for experience: "töökogemus".
    pub experience_words: Vec<String>,
    /// Parts of words that make it experience in management: "juhtimis".
    pub management_words: Vec<String>,
    /// Parts of words that look so but are not: "autojuhtimis".
    pub not_management_words: Vec<String>,
    /// Wordings for experience outside the position's field: "avalikus sektoris".
    pub other_words: Vec<String>,
    /// Words that say nothing about the kind of experience: "vähemalt", "eelnev".
    pub bare_words: Vec<String>,
    /// Wordings by which no experience is asked: "ei ole nõutav".
    pub none: Vec<String>,
}

/// A language.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LanguageWords {
    /// ISO 639-1 code.
    pub code: String,
    /// Its words: "inglise".
    pub words: Vec<String>,
}

/// A level of language.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LevelWords {
    /// CEFR level (A1 to C2) or "native".
    pub level: String,
    /// Its words: "kõrgtasemel".
    pub words: Vec<String>,
}

impl DocumentWords {
    pub(super) fn extend(&mut self, more: DocumentWords) {
        add(&mut self.title_words, more.title_words);
        add(&mut self.institution_endings, more.institution_endings);
        add(&mut self.other_titles, more.other_titles);
        add(&mut self.chrome, more.chrome);
        add(&mut self.unit_endings, more.unit_endings);
        add(&mut self.unit_genitives, more.unit_genitives);
        add(&mut self.none, more.none);
        add(&mut self.conjunctions, more.conjunctions);
        add(&mut self.alternatives, more.alternatives);
        add(&mut self.relatives, more.relatives);
        self.months.extend(more.months);
    }
}

impl ApprovalWords {
    pub(super) fn extend(&mut self, more: ApprovalWords) {
        add(&mut self.heads, more.heads);
        add(&mut self.acts, more.acts);
        add(&mut self.number_words, more.number_words);
        add(&mut self.annex_words, more.annex_words);
        add(&mut self.orders, more.orders);
        add(&mut self.repeal_words, more.repeal_words);
        add(&mut self.annex_list_words, more.annex_list_words);
        add(&mut self.force_words, more.force_words);
        add(&mut self.until_words, more.until_words);
    }
}

impl SignatureWords {
    pub(super) fn extend(&mut self, more: SignatureWords) {
        add(&mut self.digital, more.digital);
        add(&mut self.acknowledgement, more.acknowledgement);
    }
}

impl ExperienceWords {
    pub(super) fn extend(&mut self, more: ExperienceWords) {
        add(&mut self.year_words, more.year_words);
        add(&mut self.month_words, more.month_words);
        add(&mut self.one_year_words, more.one_year_words);
        add(&mut self.window_words, more.window_words);
        self.number_words.extend(more.number_words);
        add(&mut self.experience_words, more.experience_words);
        add(&mut self.management_words, more.management_words);
        add(&mut self.not_management_words, more.not_management_words);
        add(&mut self.other_words, more.other_words);
        add(&mut self.bare_words, more.bare_words);
        add(&mut self.none, more.none);
    }
}

/// Appends words that are not there yet.
pub(super) fn add(list: &mut Vec<String>, more: Vec<String>) {
    for word in more {
        if !list.contains(&word) {
            list.push(word);
        }
    }
}
