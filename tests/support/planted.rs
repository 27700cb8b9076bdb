//! Collections with a known truth: institutions whose records agree with each other, and what was planted among them.
//!
//! Forms of titles are written down here, so that the test does not mirror the matcher's own rules.
#![allow(
    dead_code,
    reason = "the test and the benchmark are crates of their own and use a part of this"
)]

use ametijuhend::record::{
    Approval, Duty, Education, EducationLevel, Experience, ExperienceItem, ExperienceKind, General,
    Language, Part, Record, Repeal, SCHEMA_VERSION, Section, SectionKind,
};

/// A collection.
pub struct Planted {
    /// Its records.
    pub records: Vec<Record>,
    /// What is wrong in it.
    pub truth: Vec<Truth>,
}

/// One thing that is wrong.
pub struct Truth {
    /// The rule that must find it.
    pub code: &'static str,
    /// At one of these records.
    pub at: Vec<usize>,
}

/// What can be planted.
pub const CODES: [&str; 12] = [
    "X601", "X602", "X603", "X604", "X605", "X606", "X607", "X608", "X609", "X610", "X611", "X612",
];

/// Nominative, genitive, partitive, allative, nominative of the plural.
type Noun = [&'static str; 5];

const TITLES: [Noun; 38] = [
    ["nõunik", "nõuniku", "nõunikku", "nõunikule", "nõunikud"],
    [
        "raamatupidaja",
        "raamatupidaja",
        "raamatupidajat",
        "raamatupidajale",
        "raamatupidajad",
    ],
    ["jurist", "juristi", "juristi", "juristile", "juristid"],
    [
        "sekretär",
        "sekretäri",
        "sekretäri",
        "sekretärile",
        "sekretärid",
    ],
    ["insener", "inseneri", "inseneri", "insenerile", "insenerid"],
    ["tehnik", "tehniku", "tehnikut", "tehnikule", "tehnikud"],
    [
        "arhivaar",
        "arhivaari",
        "arhivaari",
        "arhivaarile",
        "arhivaarid",
    ],
    [
        "koordinaator",
        "koordinaatori",
        "koordinaatorit",
        "koordinaatorile",
        "koordinaatorid",
    ],
    [
        "hooldustöötaja",
        "hooldustöötaja",
        "hooldustöötajat",
        "hooldustöötajale",
        "hooldustöötajad",
    ],
    [
        "autojuht",
        "autojuhi",
        "autojuhti",
        "autojuhile",
        "autojuhid",
    ],
    [
        "assistent",
        "assistendi",
        "assistenti",
        "assistendile",
        "assistendid",
    ],
    [
        "konsultant",
        "konsultandi",
        "konsultanti",
        "konsultandile",
        "konsultandid",
    ],
    [
        "referent",
        "referendi",
        "referenti",
        "referendile",
        "referendid",
    ],
    [
        "siseaudiitor",
        "siseaudiitori",
        "siseaudiitorit",
        "siseaudiitorile",
        "siseaudiitorid",
    ],
    [
        "vaneminspektor",
        "vaneminspektori",
        "vaneminspektorit",
        "vaneminspektorile",
        "vaneminspektorid",
    ],
    [
        "analüütik",
        "analüütiku",
        "analüütikut",
        "analüütikule",
        "analüütikud",
    ],
    [
        "disainer",
        "disaineri",
        "disainerit",
        "disainerile",
        "disainerid",
    ],
    [
        "majahoidja",
        "majahoidja",
        "majahoidjat",
        "majahoidjale",
        "majahoidjad",
    ],
    ["kokk", "koka", "kokka", "kokale", "kokad"],
    [
        "logopeed",
        "logopeedi",
        "logopeedi",
        "logopeedile",
        "logopeedid",
    ],
    [
        "psühholoog",
        "psühholoogi",
        "psühholoogi",
        "psühholoogile",
        "psühholoogid",
    ],
    [
        "lukksepp",
        "lukksepa",
        "lukkseppa",
        "lukksepale",
        "lukksepad",
    ],
    [
        "registripidaja",
        "registripidaja",
        "registripidajat",
        "registripidajale",
        "registripidajad",
    ],
    [
        "ökonomist",
        "ökonomisti",
        "ökonomisti",
        "ökonomistile",
        "ökonomistid",
    ],
    [
        "projektijuht",
        "projektijuhi",
        "projektijuhti",
        "projektijuhile",
        "projektijuhid",
    ],
    [
        "vanemteadur",
        "vanemteaduri",
        "vanemteadurit",
        "vanemteadurile",
        "vanemteadurid",
    ],
    [
        "juhtiv ekspert",
        "juhtiva eksperdi",
        "juhtivat eksperti",
        "juhtivale eksperdile",
        "juhtivad eksperdid",
    ],
    [
        "köögiabiline",
        "köögiabilise",
        "köögiabilist",
        "köögiabilisele",
        "köögiabilised",
    ],
    [
        "laevameister",
        "laevameistri",
        "laevameistrit",
        "laevameistrile",
        "laevameistrid",
    ],
    ["pereõde", "pereõe", "pereõde", "pereõele", "pereõed"],
    ["valvur", "valvuri", "valvurit", "valvurile", "valvurid"],
    [
        "toimetaja",
        "toimetaja",
        "toimetajat",
        "toimetajale",
        "toimetajad",
    ],
    [
        "viipekeeletõlk",
        "viipekeeletõlgi",
        "viipekeeletõlki",
        "viipekeeletõlgile",
        "viipekeeletõlgid",
    ],
    ["aednik", "aedniku", "aednikku", "aednikule", "aednikud"],
    [
        "hankespetsialist",
        "hankespetsialisti",
        "hankespetsialisti",
        "hankespetsialistile",
        "hankespetsialistid",
    ],
    [
        "sekretär-asjaajaja",
        "sekretär-asjaajaja",
        "sekretär-asjaajajat",
        "sekretär-asjaajajale",
        "sekretär-asjaajajad",
    ],
    [
        "nõustaja (lapsed)",
        "nõustaja (lapsed)",
        "nõustajat (lapsed)",
        "nõustajale (lapsed)",
        "nõustajad (lapsed)",
    ],
    [
        "nõustaja (täisealised)",
        "nõustaja (täisealised)",
        "nõustajat (täisealised)",
        "nõustajale (täisealised)",
        "nõustajad (täisealised)",
    ],
];

/// A title that every division has, for comparison of demands.
const COMMON: Noun = [
    "peaspetsialist",
    "peaspetsialisti",
    "peaspetsialisti",
    "peaspetsialistile",
    "peaspetsialistid",
];

/// Titles that no institution has: nominative and allative.
const STRANGE: [[&str; 2]; 5] = [
    ["lennudispetšer", "lennudispetšerile"],
    ["teatrikunstnik", "teatrikunstnikule"],
    ["metsavaht", "metsavahile"],
    ["orkestrijuht", "orkestrijuhile"],
    ["tuuker", "tuukrile"],
];

const DEPARTMENTS: [[&str; 2]; 8] = [
    ["teenuste osakond", "teenuste osakonna"],
    ["rahandusosakond", "rahandusosakonna"],
    ["järelevalve osakond", "järelevalve osakonna"],
    ["arendusosakond", "arendusosakonna"],
    ["haldusteenistus", "haldusteenistuse"],
    ["õigus- ja personaliosakond", "õigus- ja personaliosakonna"],
    ["infosüsteemide osakond", "infosüsteemide osakonna"],
    ["keskkonnaosakond", "keskkonnaosakonna"],
];

/// Name, genitive, and the genitive of its noun.
const DIVISIONS: [[&str; 3]; 14] = [
    ["lubade talitus", "lubade talituse", "talituse"],
    [
        "taastusteenuste talitus",
        "taastusteenuste talituse",
        "talituse",
    ],
    ["abivahendite talitus", "abivahendite talituse", "talituse"],
    ["arvestusbüroo", "arvestusbüroo", "büroo"],
    ["hangete talitus", "hangete talituse", "talituse"],
    ["hoonete büroo", "hoonete büroo", "büroo"],
    ["arhiivisektor", "arhiivisektori", "sektori"],
    ["veeseire talitus", "veeseire talituse", "talituse"],
    [
        "klienditeeninduse büroo",
        "klienditeeninduse büroo",
        "büroo",
    ],
    ["andmehalduse talitus", "andmehalduse talituse", "talituse"],
    ["sõidukite sektor", "sõidukite sektori", "sektori"],
    ["kommunikatsioonibüroo", "kommunikatsioonibüroo", "büroo"],
    [
        "planeeringute talitus",
        "planeeringute talituse",
        "talituse",
    ],
    ["koolituskeskus", "koolituskeskuse", "keskuse"],
];

const PLACES: [&str; 20] = [
    "Kuuse", "Pihla", "Haava", "Kase", "Tamme", "Lepa", "Pärna", "Saare", "Sõna", "Vaarika",
    "Jõhvika", "Kadaka", "Kivi", "Liiva", "Põllu", "Heina", "Rebase", "Ilvese", "Kotka", "Luige",
];
const PLACE_ENDS: [&str; 12] = [
    "mäe", "oja", "välja", "ranna", "nurme", "lahe", "silla", "metsa", "jõe", "küla", "vere",
    "linna",
];
const KINDS: [[&str; 2]; 8] = [
    ["Hoolekandeamet", "Hoolekandeameti"],
    ["Vallavalitsus", "Vallavalitsuse"],
    ["Gümnaasium", "Gümnaasiumi"],
    ["Muuseum", "Muuseumi"],
    ["Veeteeamet", "Veeteeameti"],
    ["Raamatukogu", "Raamatukogu"],
    ["Keskhaigla", "Keskhaigla"],
    ["Inspektsioon", "Inspektsiooni"],
];

const VERBS: [&str; 14] = [
    "koostab",
    "kontrollib",
    "kooskõlastab",
    "haldab",
    "analüüsib",
    "edastab",
    "arhiveerib",
    "hindab",
    "planeerib",
    "täiendab",
    "korraldab",
    "avaldab",
    "võrdleb",
    "uuendab",
];
const OBJECTS: [&str; 14] = [
    "eelarve ülevaateid",
    "lepingute andmeid",
    "avalduste toimikuid",
    "hoonete hooldusplaane",
    "koolituste kavasid",
    "näituste tekste",
    "mõõtmiste tulemusi",
    "sõidukite graafikuid",
    "lugejate päringuid",
    "riskide loetelusid",
    "hangete dokumente",
    "klientide tagasisidet",
    "töövahendite varusid",
    "teabepäevade ajakavasid",
];
const WAYS: [&str; 12] = [
    "kord kvartalis",
    "juhi antud tähtajaks",
    "koos partneritega",
    "registri kaudu",
    "enne aasta lõppu",
    "kehtiva korra järgi",
    "iga nädala alguses",
    "vähemalt kahes keeles",
    "pärast kooskõlastust",
    "ilma viivituseta",
    "projekti kestel",
    "üks kord aastas",
];

/// Random numbers, the same for the same seed (splitmix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }

    /// Some of a list, each once.
    fn some<T: Copy>(&mut self, list: &[T], count: usize) -> Vec<T> {
        let mut rest = list.to_vec();
        (0..count.min(list.len()))
            .map(|_| rest.swap_remove(self.below(rest.len())))
            .collect()
    }
}

/// How an institution writes.
struct Style {
    name: String,
    genitive: String,
    names_itself: bool,
    /// "Allub" with the allative, or "Vahetu juht" with the nominative.
    allative: bool,
    /// Whether "Asendab" has the partitive.
    partitive: bool,
    units: usize,
    heads: usize,
    subordinates: bool,
    headings: [&'static str; 3],
    grammar: &'static str,
    number: usize,
}

/// A collection of so many institutions, of about forty positions each. `plant` says whether anything is wrong in it.
pub fn collection(seed: u64, institutions: usize, plant: bool) -> Planted {
    let mut random = Random(seed);
    let mut planted = Planted {
        records: Vec::new(),
        truth: Vec::new(),
    };
    let mut turn = 0;
    for number in 0..institutions {
        let style = style(number, &mut random);
        let start = planted.records.len();
        let divisions = build(&style, &mut random, &mut planted.records);
        if plant {
            for (i, division) in divisions.iter().enumerate() {
                if i % 2 == 0 {
                    let code = CODES[turn % CODES.len()];
                    turn += 1;
                    let all = (&divisions[..], start);
                    plant_one(code, division, all, &style, &mut random, &mut planted);
                }
            }
            if divisions.len() >= 5 {
                let all = (&divisions[..], start);
                plant_one(
                    "X610",
                    &divisions[1],
                    all,
                    &style,
                    &mut random,
                    &mut planted,
                );
            }
        }
        if random.below(2) == 0 {
            add_history(&style, start, &mut planted.records);
        }
    }
    planted
}

fn style(number: usize, random: &mut Random) -> Style {
    let place = format!("{}{}", PLACES[number % 20], PLACE_ENDS[number / 20 % 12]);
    let kind = KINDS[number / 240 % 8];
    let more = if number >= 1920 {
        format!("{} ", ["Uus", "Vana", "Suur"][number / 1920 % 3])
    } else {
        String::new()
    };
    let headings = [
        ["Üldosa", "Teenistusülesanded", "Nõuded"],
        ["ÜLDSÄTTED", "TÖÖÜLESANDED", "KVALIFIKATSIOONINÕUDED"],
    ];
    Style {
        name: format!("{more}{place} {}", kind[0]),
        genitive: format!("{more}{place} {}", kind[1]),
        names_itself: random.below(4) > 0,
        allative: random.below(2) == 0,
        partitive: random.below(2) == 0,
        units: random.below(3),
        heads: random.below(3),
        subordinates: random.below(3) > 0,
        headings: random.pick(&headings),
        grammar: random.pick(&["t1", "t3", "t7"]),
        number,
    }
}

/// A division: its name, and its records.
struct Division {
    name: [&'static str; 3],
    department_head: usize,
    head: usize,
    specialists: Vec<(usize, Noun)>,
}

fn build(style: &Style, random: &mut Random, records: &mut Vec<Record>) -> Vec<Division> {
    let mut out = Vec::new();
    let top = records.len();
    records.push(record(style, "", "Peadirektor", top));
    let count = 2 + random.below(3);
    let mut names = random.some(&DIVISIONS, DIVISIONS.len()).into_iter();
    for department in random.some(&DEPARTMENTS, count) {
        let head = records.len();
        let noun = if department[0].ends_with("teenistus") {
            "teenistuse"
        } else {
            "osakonna"
        };
        let mut chief = record(style, department[0], &head_title(style, noun), head);
        chief.general.manager = vec![top_name(style, random)];
        records.push(chief);
        let below = 1 + random.below(3);
        let mut heads = Vec::new();
        for name in names.by_ref().take(below) {
            let division = division(style, random, records, (head, department, noun), name);
            heads.push(format!("{} juhataja", name[1]));
            out.push(division);
        }
        if style.subordinates {
            records[head].general.subordinates = heads;
        }
    }
    out
}

fn head_title(style: &Style, noun: &str) -> String {
    let title = match style.heads {
        0 => format!("{noun}juhataja"),
        1 => format!("{noun} juhataja"),
        _ => "juhataja".to_owned(),
    };
    let mut letters = title.chars();
    letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}

fn top_name(style: &Style, random: &mut Random) -> String {
    let front = if random.below(3) == 0 {
        format!("{} ", style.genitive)
    } else {
        String::new()
    };
    format!(
        "{front}{}",
        if style.allative {
            "peadirektorile"
        } else {
            "peadirektor"
        }
    )
}

/// A reference to the head of a unit, of which the genitive and the genitive of its noun are given.
fn head_name(style: &Style, random: &mut Random, genitive: &str, noun: &str) -> String {
    let head = if style.allative {
        "juhatajale"
    } else {
        "juhataja"
    };
    match random.below(4) {
        0 => format!("{genitive} {head}"),
        1 => format!("{noun} {head}"),
        2 => format!("{noun} {head} (edaspidi juhataja)"),
        _ => format!("{noun}{head}"),
    }
}

fn unit_text(style: &Style, department: [&str; 2], division: [&str; 3]) -> String {
    match style.units {
        0 => format!("{}, {}", capital(department[0]), division[0]),
        1 => format!("{} {}", department[1], division[0]),
        _ => capital(division[0]),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}

fn division(
    style: &Style,
    random: &mut Random,
    records: &mut Vec<Record>,
    (department_head, department, department_noun): (usize, [&'static str; 2], &str),
    name: [&'static str; 3],
) -> Division {
    let unit = unit_text(style, department, name);
    let head = records.len();
    let mut chief = record(style, &unit, &head_title(style, name[2]), head);
    chief.general.manager = vec![if style.units == 2 {
        let head = if style.allative {
            "juhatajale"
        } else {
            "juhataja"
        };
        format!("{} {head}", department[1])
    } else {
        head_name(style, random, department[1], department_noun)
    }];
    records.push(chief);
    let count = 3 + random.below(4);
    let mut nouns = random.some(&TITLES, count);
    nouns.push(COMMON);
    let mut specialists = Vec::new();
    for noun in nouns {
        let at = records.len();
        let mut specialist = record(style, &unit, &capital(noun[0]), at);
        specialist.general.manager = vec![head_name(style, random, name[1], name[2])];
        records.push(specialist);
        specialists.push((at, noun));
    }
    substitute(style, records, head, name, &specialists);
    if style.subordinates {
        records[head].general.subordinates = specialists
            .iter()
            .map(|(_, n)| n[random.below(2) * 4].to_owned())
            .collect();
    }
    Division {
        name,
        department_head,
        head,
        specialists,
    }
}

/// The first two stand in for each other, the third for the head.
fn substitute(
    style: &Style,
    records: &mut [Record],
    head: usize,
    name: [&str; 3],
    specialists: &[(usize, Noun)],
) {
    let whom = |noun: &Noun| if style.partitive { noun[2] } else { noun[0] }.to_owned();
    let ((a, a_noun), (b, b_noun), (c, c_noun)) =
        (&specialists[0], &specialists[1], &specialists[2]);
    for (one, other) in [((*a, a_noun), (*b, b_noun)), ((*b, b_noun), (*a, a_noun))] {
        records[one.0].general.substituted_by = vec![other.1[0].to_owned()];
        records[one.0].general.substitutes = vec![whom(other.1)];
    }
    records[head].general.substituted_by = vec![c_noun[0].to_owned()];
    let chief = if style.partitive {
        "juhatajat"
    } else {
        "juhataja"
    };
    records[*c].general.substitutes = vec![format!("{} {chief}", name[2])];
    records[*c].general.substituted_by = vec!["vahetu juhi poolt määratud isik".to_owned()];
}

fn record(style: &Style, unit: &str, title: &str, at: usize) -> Record {
    let mut record = Record {
        schema_version: SCHEMA_VERSION.to_owned(),
        general: General {
            institution: style.names_itself.then(|| style.name.clone()),
            unit: (!unit.is_empty()).then(|| unit.to_owned()),
            job_title: Some(title.to_owned()),
            ..General::default()
        },
        purpose: Some("Tagada valdkonna töö sujuv korraldus ja nõuetekohane aruandlus.".to_owned()),
        rights: vec!["saada tööks vajalikku teavet ja vahendeid".to_owned()],
        approval: Some(Approval {
            by: Some(format!("{} peadirektori", style.genitive)),
            act: Some("käskkirjaga".to_owned()),
            number: Some(format!("1-2/{}", style.number % 40)),
            date: Some(format!("2025-{:02}-15", 1 + style.number % 12)),
            ..Approval::default()
        }),
        ..Record::default()
    };
    record.grammar.name = style.grammar.to_owned();
    record.source.path = format!("i{:05}/kaskkiri.pdf", style.number);
    record.source.part = Some(Part {
        index: at as u32 + 1,
        count: 0,
        label: Some(format!("Lisa {}", at + 1)),
    });
    record
        .provenance
        .insert("/general/substitutes".to_owned(), Vec::new());
    record
        .provenance
        .insert("/general/substituted_by".to_owned(), Vec::new());
    demand(&mut record, title);
    head_with(&mut record, style.headings);
    let mut words = Random((style.number * 1000 + at) as u64);
    for number in 1..12 {
        record.duties.push(Duty {
            number: Some(format!("3.{number}")),
            text: duty(&mut words),
            results: vec!["Vastused on tähtajaks ette valmistatud ja kooskõlastatud.".to_owned()],
            ..Duty::default()
        });
    }
    record
}

/// A duty that hardly any other record has.
fn duty(random: &mut Random) -> String {
    let (verb, object) = (random.pick(&VERBS), random.pick(&OBJECTS));
    let (other, way) = (random.pick(&OBJECTS), random.pick(&WAYS));
    format!(
        "{} {object} ning {} {other} {way}",
        capital(verb),
        random.pick(&VERBS)
    )
}

/// The same title asks for the same.
fn demand(record: &mut Record, title: &str) {
    let kind = title.bytes().map(usize::from).sum::<usize>() % 3;
    let (level, years) = [
        (EducationLevel::Higher, 3.0),
        (EducationLevel::Secondary, 1.0),
        (EducationLevel::Master, 5.0),
    ][kind];
    record.requirements.education = Some(Education {
        text: "haridus".to_owned(),
        level: Some(level),
        eqf: None,
    });
    record.requirements.experience = Some(Experience {
        text: "töökogemus".to_owned(),
        items: vec![ExperienceItem {
            min_years: Some(years),
            kind: ExperienceKind::Field,
        }],
    });
    record.requirements.languages = vec![Language {
        language: Some("et".to_owned()),
        level: Some("C1".to_owned()),
        preferred: Vec::new(),
        text: "eesti keel tasemel C1".to_owned(),
    }];
}

fn head_with(record: &mut Record, headings: [&str; 3]) {
    let kinds = [
        SectionKind::General,
        SectionKind::Duties,
        SectionKind::Requirements,
    ];
    record.sections = kinds
        .into_iter()
        .zip(headings)
        .map(|(kind, heading)| Section {
            kind,
            number: None,
            heading: heading.to_owned(),
        })
        .collect();
}

/// An order of 2018 for every third position, which that of today repeals.
fn add_history(style: &Style, start: usize, records: &mut Vec<Record>) {
    let end = records.len();
    let mut annexes = Vec::new();
    for at in (start..end).step_by(3) {
        let mut old = records[at].clone();
        if old.source.path != records[start].source.path {
            continue;
        }
        let annex = annexes.len() as u32 + 1;
        annexes.push(annex);
        old.source.path = format!("i{:05}/vana.pdf", style.number);
        old.source.part = Some(Part {
            index: annex,
            count: 0,
            label: Some(format!("Lisa {annex}")),
        });
        // What was wrong then does not count today.
        old.general.manager = vec!["tuukrile".to_owned()];
        let approval = old.approval.get_or_insert_default();
        approval.number = Some("1-2/7".to_owned());
        approval.date = Some("2018-03-01".to_owned());
        records.push(old);
    }
    let whole = style.number.is_multiple_of(2);
    for record in &mut records[start..end] {
        let approval = record.approval.get_or_insert_default();
        approval.repeals = vec![Repeal {
            text: "01.03.2018 käskkiri nr 1-2/7".to_owned(),
            number: Some("1-2/7".to_owned()),
            date: Some("2018-03-01".to_owned()),
            annexes: if whole { Vec::new() } else { annexes.clone() },
        }];
    }
}

/// Plants one thing into a division, if it has room for it.
fn plant_one(
    code: &'static str,
    division: &Division,
    (divisions, start): (&[Division], usize),
    style: &Style,
    random: &mut Random,
    planted: &mut Planted,
) {
    let records = &mut planted.records;
    let last = division.specialists[division.specialists.len() - 1].0;
    let middle = division.specialists[3.min(division.specialists.len() - 1)].0;
    let strange = random.pick(&STRANGE);
    let at: Vec<usize> = match code {
        "X601" => {
            records[middle].general.manager = vec![strange[usize::from(style.allative)].to_owned()];
            vec![middle]
        }
        "X602" => {
            records[division.department_head]
                .general
                .subordinates
                .clear();
            records[division.head].general.manager = vec![division.specialists[0].1[0].to_owned()];
            vec![division.head, division.specialists[0].0]
        }
        "X603" => {
            let (a, b) = (division.specialists[0].0, division.specialists[1].0);
            if random.below(2) == 0 {
                records[b].general.substitutes.clear();
                vec![a]
            } else {
                records[a].general.substituted_by.clear();
                vec![b]
            }
        }
        "X604" => {
            records[middle].general.substituted_by = vec![strange[0].to_owned()];
            vec![middle]
        }
        "X605" => {
            let Some(other) = divisions.iter().find(|d| d.head != division.head) else {
                return;
            };
            records[division.head].general.subordinates =
                vec![division.specialists[1].1[0].to_owned()];
            records[division.specialists[1].0].general.manager =
                vec![format!("{} juhataja", other.name[1])];
            vec![division.head]
        }
        "X606" => {
            match random.below(3) {
                0 => {
                    let unit = records[middle].general.unit.get_or_insert_default();
                    *unit = slip(unit, random);
                }
                1 if divisions.len() > 2 => {
                    let title = records[last].general.job_title.get_or_insert_default();
                    *title = slip(title, random);
                    return planted.truth.push(Truth {
                        code,
                        at: vec![last],
                    });
                }
                _ => {
                    let name = format!("{} juhataja", division.name[1]);
                    records[middle].general.manager = vec![slip(&name, random)];
                }
            }
            vec![middle]
        }
        "X607" => {
            let mut copy = records[middle].clone();
            copy.source.path = format!("i{:05}/uus-{middle}.pdf", style.number);
            let approval = copy.approval.get_or_insert_default();
            approval.number = Some("1-2/99".to_owned());
            approval.date = Some("2026-02-01".to_owned());
            let copied = records.len();
            records.push(copy);
            planted.truth.push(Truth {
                code: "X608",
                at: vec![copied],
            });
            vec![middle]
        }
        "X608" => {
            let (a, b) = (division.specialists[0].0, division.specialists[1].0);
            records[b].duties = records[a].duties.clone();
            records[b].duties[4].text.push_str(" ja vajaduse korral");
            vec![a, b]
        }
        "X609" => {
            records[middle].rights[0] = random
                .pick(&[
                    "saada tööks vajalikku infot ja vahendeid",
                    "saada oma tööks vajalikku teavet ja vahendeid",
                    "saada tööks vajalikku teavet ja töövahendeid",
                ])
                .to_owned();
            vec![middle]
        }
        "X610" => {
            if divisions.len() < 5 || divisions[1].head != division.head {
                return;
            }
            let requirements = &mut records[last].requirements;
            match random.below(3) {
                0 => {
                    requirements.education.get_or_insert_default().level =
                        Some(EducationLevel::Basic)
                }
                1 => requirements.languages[0].level = Some("B1".to_owned()),
                _ => {
                    requirements.experience.get_or_insert_default().items[0].min_years = Some(10.0)
                }
            }
            vec![last]
        }
        "X611" => {
            let old = &mut records[middle];
            old.source.path = format!("i{:05}/vorm-{middle}.pdf", style.number);
            let approval = old.approval.get_or_insert_default();
            approval.number = Some("3-4/5".to_owned());
            approval.date = Some("2012-05-05".to_owned());
            if random.below(2) == 0 {
                old.grammar.name = "t13".to_owned();
            } else {
                head_with(old, ["Üldine osa", "Põhikohustused", "Nõudmised"]);
            }
            vec![middle]
        }
        _ => {
            let foreign = [
                "Karukella Lasteaia",
                "Mustikametsa Kutsekooli",
                "Tuulepealse Ameti",
            ];
            let text = format!("juhindub oma töös {} põhimäärusest", random.pick(&foreign));
            records[middle].general.provisions.push(text);
            vec![middle]
        }
    };
    debug_assert!(at.iter().all(|&a| a >= start));
    planted.truth.push(Truth { code, at });
}

/// A slip of the pen in a long word of a text: a letter lost, doubled or exchanged with the next.
fn slip(text: &str, random: &mut Random) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let letters = |i: &usize| words[*i].chars().count();
    let longest = (0..words.len()).map(|i| letters(&i)).max().unwrap_or(0);
    let long: Vec<usize> = (0..words.len())
        .filter(|i| letters(i) >= longest.min(8))
        .collect();
    let at = long[random.below(long.len())];
    let letters: Vec<char> = words[at].chars().collect();
    loop {
        let mut changed = letters.clone();
        let i = 2 + random.below(letters.len() - 4);
        match random.below(3) {
            0 => drop(changed.remove(i)),
            1 => changed.insert(i, letters[i]),
            _ => changed.swap(i, i + 1),
        }
        if changed != letters && !changed.contains(&',') | letters.contains(&',') {
            let word: String = changed.into_iter().collect();
            let mut all: Vec<&str> = words.clone();
            all[at] = &word;
            return all.join(" ");
        }
    }
}
