//! Case forms of Estonian titles and units, made from the nominative.
//!
//! A name inflects its last word: "talituse juhataja" → "talituse juhatajale". Adjectives in front of it agree ("juhtiv
//! spetsialist" → "juhtivale spetsialistile"), except that they stay in the genitive before the last four cases. A compound
//! inflects its last part, which is why the patterns are endings: `juht` serves "projektijuht" as well. Where usage varies
//! ("ametnikku", "tehnikut"), all variants are made: a form too many costs nothing, for what two titles share is ambiguous.

/// The fourteen cases, in the order of grammars.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// nimetav
    Nominative,
    /// omastav
    Genitive,
    /// osastav
    Partitive,
    /// sisseütlev
    Illative,
    /// seesütlev
    Inessive,
    /// seestütlev
    Elative,
    /// alaleütlev
    Allative,
    /// alalütlev
    Adessive,
    /// alaltütlev
    Ablative,
    /// saav
    Translative,
    /// rajav
    Terminative,
    /// olev
    Essive,
    /// ilmaütlev
    Abessive,
    /// kaasaütlev
    Comitative,
}

impl Case {
    /// Its English name.
    pub fn name(self) -> &'static str {
        match self {
            Case::Nominative => "nominative",
            Case::Genitive => "genitive",
            Case::Partitive => "partitive",
            Case::Illative => "illative",
            Case::Inessive => "inessive",
            Case::Elative => "elative",
            Case::Allative => "allative",
            Case::Adessive => "adessive",
            Case::Ablative => "ablative",
            Case::Translative => "translative",
            Case::Terminative => "terminative",
            Case::Essive => "essive",
            Case::Abessive => "abessive",
            Case::Comitative => "comitative",
        }
    }
}

/// One form of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The form.
    pub text: String,
    /// Its case.
    pub case: Case,
    /// Whether it is plural.
    pub plural: bool,
}

/// Cases that are the genitive and an ending, of both numbers.
const ON_GENITIVE: [(Case, &str); 11] = [
    (Case::Illative, "sse"),
    (Case::Inessive, "s"),
    (Case::Elative, "st"),
    (Case::Allative, "le"),
    (Case::Adessive, "l"),
    (Case::Ablative, "lt"),
    (Case::Translative, "ks"),
    (Case::Terminative, "ni"),
    (Case::Essive, "na"),
    (Case::Abessive, "ta"),
    (Case::Comitative, "ga"),
];

/// A pattern: ending of the nominative; what takes its place in the genitive and partitive of the singular, and in the
/// genitive of the plural. "|" stands between variants.
type Pattern = (&'static str, &'static str, &'static str, &'static str);

/// Patterns, the more special first: an ending is looked for from the top. Common words of titles and units, then classes.
const PATTERNS: &[Pattern] = &[
    ("juht", "juhi", "juhti", "juhtide"),
    ("vaht", "vahi", "vahti", "vahtide"),
    ("kokk", "koka", "kokka", "kokkade"),
    ("sepp", "sepa", "seppa", "seppade"),
    ("mees", "mehe", "meest", "meeste"),
    ("õde", "õe", "õde", "õdede"),
    ("liige", "liikme", "liiget", "liikmete"),
    ("tõlk", "tõlgi", "tõlki", "tõlkide"),
    ("jalg", "jala", "jalga", "jalgade"),
    ("jõud", "jõu", "jõudu", "jõudude"),
    ("pea", "pea", "pead", "peade"),
    ("minister", "ministri", "ministrit", "ministrite"),
    ("meister", "meistri", "meistrit", "meistrite"),
    ("konstaabel", "konstaabli", "konstaablit", "konstaablite"),
    ("ülem", "ülema", "ülemat", "ülemate"),
    ("vanem", "vanema", "vanemat", "vanemate"),
    ("noorem", "noorema", "nooremat", "nooremate"),
    (
        "aednik",
        "aedniku",
        "aednikku|aednikut",
        "aednike|aednikute",
    ),
    ("ekspert", "eksperdi", "eksperti", "ekspertide"),
    ("tohter", "tohtri", "tohtrit", "tohtrite"),
    ("kond", "konna", "konda", "kondade"),
    ("grupp", "grupi", "gruppi", "gruppide"),
    ("rühm", "rühma", "rühma", "rühmade"),
    ("ladu", "lao", "ladu", "ladude"),
    ("aed", "aia", "aeda", "aedade"),
    ("vald", "valla", "valda", "valdade"),
    ("linn", "linna", "linna", "linnade"),
    ("kohus", "kohtu", "kohut", "kohtute"),
    ("ettevõte", "ettevõtte", "ettevõtet", "ettevõtete"),
    ("teater", "teatri", "teatrit", "teatrite"),
    ("kateeder", "kateedri", "kateedrit", "kateedrite"),
    ("esimene", "esimese", "esimest", "esimeste"),
    ("teine", "teise", "teist", "teiste"),
    ("iv", "iva", "ivat", "ivate"),
    ("line", "lise", "list", "liste"),
    ("ne", "se", "st", "ste"),
    ("nik", "niku", "nikku|nikut", "nike|nikkude|nikute"),
    ("ik", "iku", "ikku|ikut", "ikute|ike"),
    ("nt", "ndi", "nti", "ntide"),
    ("rt", "rdi", "rti", "rtide"),
    ("us", "use", "ust", "uste"),
    ("üs", "üse", "üst", "üste"),
    ("a", "a", "at|a", "ate|ade"),
    ("e", "e", "et|e", "ete|ede"),
    ("i", "i", "it|i", "ite|ide"),
    ("o", "o", "od|ot", "ode|ote"),
    ("u", "u", "ut|u", "ute|ude"),
    ("õ", "õ", "õd", "õde"),
    ("ä", "ä", "äd", "äde"),
    ("ö", "ö", "öd", "öde"),
    ("ü", "ü", "üd", "üde"),
    // Direktor, spetsialist, sekretär, insener, amet: a consonant takes -i.
    ("", "i", "i|it", "ite|ide"),
];

/// Adjectives that agree with the noun behind them, by their endings.
const AGREEING: [&str; 7] = [
    "iv", "noorem", "esimene", "teine", "line", "vahetu", "otsene",
];

/// Every form of a name, the nominative first. Words of the name stand apart by single blanks.
pub fn forms(name: &str) -> Vec<Form> {
    let words: Vec<&str> = name.split(' ').collect();
    let Some((&noun, before)) = words.split_last() else {
        return Vec::new();
    };
    let agreeing = before
        .iter()
        .rev()
        .take_while(|w| AGREEING.iter().any(|a| w.ends_with(a)))
        .count();
    let (fixed, adjectives) = before.split_at(before.len() - agreeing);
    let mut out = Vec::new();
    for form in word_forms(noun) {
        let mut parts: Vec<String> = fixed.iter().map(|&w| w.to_owned()).collect();
        parts.extend(adjectives.iter().map(|a| agreed(a, &form)));
        parts.push(form.text);
        out.push(Form {
            text: parts.join(" "),
            ..form
        });
    }
    out
}

/// Every form of what stands in the genitive already ("autojuhi"), as titles above a document do.
pub fn forms_of_genitive(name: &str) -> Vec<Form> {
    let mut out = vec![form(name.to_owned(), Case::Genitive, false)];
    out.extend(
        ON_GENITIVE
            .iter()
            .map(|&(case, ending)| form(format!("{name}{ending}"), case, false)),
    );
    out.push(form(format!("{name}d"), Case::Nominative, true));
    out
}

/// The genitive of a name: its most usual form.
pub fn genitive(name: &str) -> String {
    let forms = forms(name).into_iter();
    let mut genitives = forms.filter(|f| f.case == Case::Genitive && !f.plural);
    genitives.next().map_or_else(|| name.to_owned(), |f| f.text)
}

fn form(text: String, case: Case, plural: bool) -> Form {
    Form { text, case, plural }
}

/// The adjective's form beside that form of its noun.
fn agreed(adjective: &str, noun: &Form) -> String {
    let case = if noun.case >= Case::Terminative {
        Case::Genitive
    } else {
        noun.case
    };
    let mut all = word_forms(adjective).into_iter();
    all.find(|f| f.case == case && f.plural == noun.plural)
        .map_or_else(|| adjective.to_owned(), |f| f.text)
}

fn word_forms(word: &str) -> Vec<Form> {
    let Some((ending, genitive, partitive, plural_genitive)) =
        PATTERNS.iter().find(|p| word.ends_with(p.0))
    else {
        return vec![form(word.to_owned(), Case::Nominative, false)];
    };
    let stem = &word[..word.len() - ending.len()];
    let variants =
        |list: &str| -> Vec<String> { list.split('|').map(|v| format!("{stem}{v}")).collect() };
    let singular = format!("{stem}{genitive}");
    let mut out = vec![
        form(word.to_owned(), Case::Nominative, false),
        form(singular.clone(), Case::Genitive, false),
    ];
    out.extend(
        variants(partitive)
            .into_iter()
            .map(|t| form(t, Case::Partitive, false)),
    );
    out.extend(
        ON_GENITIVE
            .iter()
            .map(|(c, e)| form(format!("{singular}{e}"), *c, false)),
    );
    out.push(form(format!("{singular}d"), Case::Nominative, true));
    for plural in variants(plural_genitive) {
        out.extend(
            ON_GENITIVE
                .iter()
                .map(|(c, e)| form(format!("{plural}{e}"), *c, true)),
        );
        out.push(form(plural, Case::Genitive, true));
    }
    out.extend(plural_partitives(word, &singular).map(|t| form(t, Case::Partitive, true)));
    out
}

/// The usual partitives of the plural: "juhatajaid", "spetsialiste", "direktoreid", "abisid".
fn plural_partitives(word: &str, genitive: &str) -> impl Iterator<Item = String> {
    let ends_in_vowel = word.ends_with(|c| "aeiouõäöü".contains(c));
    let stem = genitive.trim_end_matches('i').to_owned();
    let list = if ends_in_vowel {
        vec![format!("{genitive}id"), format!("{genitive}sid")]
    } else {
        vec![
            format!("{word}e"),
            format!("{stem}eid"),
            format!("{genitive}id"),
        ]
    };
    list.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn has(name: &str, case: Case, plural: bool, expected: &str) {
        let all = forms(name);
        let found: Vec<&str> = all
            .iter()
            .filter(|f| f.case == case && f.plural == plural)
            .map(|f| f.text.as_str())
            .collect();
        assert!(
            found.contains(&expected),
            "{name}: {found:?} lacks {expected}"
        );
    }

    #[test]
    fn singular() {
        for (name, genitive, partitive, allative, comitative) in [
            (
                "juhataja",
                "juhataja",
                "juhatajat",
                "juhatajale",
                "juhatajaga",
            ),
            (
                "direktor",
                "direktori",
                "direktorit",
                "direktorile",
                "direktoriga",
            ),
            (
                "peaspetsialist",
                "peaspetsialisti",
                "peaspetsialisti",
                "peaspetsialistile",
                "peaspetsialistiga",
            ),
            ("nõunik", "nõuniku", "nõunikku", "nõunikule", "nõunikuga"),
            ("tehnik", "tehniku", "tehnikut", "tehnikule", "tehnikuga"),
            (
                "sekretär",
                "sekretäri",
                "sekretäri",
                "sekretärile",
                "sekretäriga",
            ),
            (
                "minister",
                "ministri",
                "ministrit",
                "ministrile",
                "ministriga",
            ),
            (
                "kantsler",
                "kantsleri",
                "kantslerit",
                "kantslerile",
                "kantsleriga",
            ),
            ("ülem", "ülema", "ülemat", "ülemale", "ülemaga"),
            (
                "õpetaja abi",
                "õpetaja abi",
                "õpetaja abi",
                "õpetaja abile",
                "õpetaja abiga",
            ),
            (
                "autojuht",
                "autojuhi",
                "autojuhti",
                "autojuhile",
                "autojuhiga",
            ),
            (
                "assistent",
                "assistendi",
                "assistenti",
                "assistendile",
                "assistendiga",
            ),
            ("abiline", "abilise", "abilist", "abilisele", "abilisega"),
            ("pereõde", "pereõe", "pereõde", "pereõele", "pereõega"),
            (
                "insener",
                "inseneri",
                "inseneri",
                "insenerile",
                "inseneriga",
            ),
            (
                "logopeed",
                "logopeedi",
                "logopeedi",
                "logopeedile",
                "logopeediga",
            ),
            (
                "analüütik",
                "analüütiku",
                "analüütikut",
                "analüütikule",
                "analüütikuga",
            ),
            (
                "osakond",
                "osakonna",
                "osakonda",
                "osakonnale",
                "osakonnaga",
            ),
            (
                "juhtiv spetsialist",
                "juhtiva spetsialisti",
                "juhtivat spetsialisti",
                "juhtivale spetsialistile",
                "juhtiva spetsialistiga",
            ),
        ] {
            has(name, Case::Nominative, false, name);
            has(name, Case::Genitive, false, genitive);
            has(name, Case::Partitive, false, partitive);
            has(name, Case::Allative, false, allative);
            has(name, Case::Comitative, false, comitative);
        }
    }

    #[test]
    fn plural() {
        for (name, nominative, genitive, partitive) in [
            ("nõustaja", "nõustajad", "nõustajate", "nõustajaid"),
            (
                "spetsialist",
                "spetsialistid",
                "spetsialistide",
                "spetsialiste",
            ),
            ("inspektor", "inspektorid", "inspektorite", "inspektoreid"),
            ("autojuht", "autojuhid", "autojuhtide", "autojuhte"),
            ("talitus", "talitused", "talituste", "talituseid"),
        ] {
            has(name, Case::Nominative, true, nominative);
            has(name, Case::Genitive, true, genitive);
            has(name, Case::Partitive, true, partitive);
        }
        has(
            "rahvamaja juhataja",
            Case::Allative,
            true,
            "rahvamaja juhatajatele",
        );
    }

    #[test]
    fn what_stands_in_the_genitive() {
        let all: Vec<String> = forms_of_genitive("autojuhi")
            .into_iter()
            .map(|f| f.text)
            .collect();
        for expected in ["autojuhi", "autojuhile", "autojuhiga", "autojuhid"] {
            assert!(all.iter().any(|f| f == expected), "{expected}");
        }
    }
}
