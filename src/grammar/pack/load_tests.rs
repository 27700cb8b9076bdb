use super::*;
use crate::grammar::fold::fold;
use crate::grammar::pack::{ColumnRole, FieldKey, RequirementKey};
use crate::record::SectionKind;

/// A folder with one pack `own` of the given text.
fn folder(text: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(dir.path().join("own")).expect("a folder");
    fs::write(dir.path().join("own/pack.toml"), text).expect("a file");
    dir
}

/// What `check` says about a pack, without the folder's path.
fn complaints(text: &str) -> Vec<String> {
    let dir = folder(text);
    let root = format!("{}/", dir.path().display());
    let errors = check(dir.path());
    let lines = errors.iter().map(|e| e.to_string().replace(&root, ""));
    lines.collect()
}

fn base() -> Arc<Pack> {
    let packs = load(&[]).expect("the embedded packs load");
    packs.get("base").expect("base is embedded").clone()
}

#[test]
fn every_embedded_pack_loads() {
    let packs = load(&[]).unwrap_or_else(|e| panic!("{e:#?}"));
    assert_eq!(packs.list.len(), EMBEDDED.len());
    for pack in &packs.list {
        assert!(
            !pack.title.is_empty() && !pack.sections.is_empty(),
            "{}",
            pack.name
        );
        assert_eq!(pack.fingerprint.len(), 16);
    }
}

#[test]
fn unknown_keys_and_kinds_are_told_with_their_places() {
    let found = complaints(
        "name = \"own\"\ncolour = 1\n[[section]]\nkind = \"duty\"\n[[section]]\nkind = \"duties\"\nhead = [\"x\"]\n\
         [[field]]\nkey = \"boss\"\nlabels = [\"juht\"]\n",
    );
    let starts = [
        "own/pack.toml:2:1: Unknown key \"colour\".",
        "own/pack.toml:7:1: Unknown field `head`",
        "own/pack.toml:4:8: Unknown section kind \"duty\". Use one of: general, purpose,",
        "own/pack.toml:9:7: Unknown field key \"boss\".",
    ];
    assert_eq!(found.len(), starts.len(), "{found:#?}");
    for start in starts {
        assert!(
            found.iter().any(|f| f.starts_with(start)),
            "{start} {found:#?}"
        );
    }
}

#[test]
fn a_wording_with_two_meanings_is_told() {
    let found = complaints(
        "name = \"own\"\n[[field]]\nkey = \"substitutes\"\nlabels = [\"Asendab\"]\n[[field]]\nkey = \"substituted_by\"\n\
         labels = [\"õ\", \"ASENDAB :\"]\n",
    );
    assert_eq!(
        found,
        [
            "own/pack.toml:7:16: The label \"ASENDAB :\" means substituted_by here, but substitutes in line 4. \
             Keep one of the two."
        ]
    );
}

#[test]
fn other_mistakes_are_told() {
    for (text, expected) in [
        ("name = \"else\"", "own/pack.toml:1:8: The name differs"),
        ("title = \"x\"", "own/pack.toml:1:1: The pack has no name"),
        (
            "name = \"own\"\nextends = \"bass\"",
            "own/pack.toml:2:11: There is no pack \"bass\"",
        ),
        (
            "name = \"own\"\nextends = \"own\"",
            "own/pack.toml:2:11: \"own\" extends this pack in turn",
        ),
        (
            "name = \"own\"\n[[section]]\nkind = \"duties\"\nheadings = [\" : \"]",
            "own/pack.toml:4:13: This wording is empty",
        ),
        (
            "name = \"own\"\n[document.months]\nmai = 13",
            "own/pack.toml:3:7: 13 is out of range. Give a number from 1 to 12.",
        ),
        (
            "name = \"own\"\n[[language]]\ncode = \"est\"\nwords = []",
            "own/pack.toml:3:8: \"est\" is no ISO 639-1 code",
        ),
        (
            "name = \"own\"\n[[language_level]]\nlevel = \"D1\"\nwords = []",
            "own/pack.toml:3:9: \"D1\" is no level",
        ),
        (
            "name = \"own\"\n[section]\nkind = \"duties\"",
            "own/pack.toml:2:1: This must be a list of tables",
        ),
        ("name = \"own\"\n[[section]\n", "own/pack.toml:2:"),
    ] {
        let found = complaints(text);
        assert!(
            found.iter().any(|f| f.starts_with(expected)),
            "{expected}: {found:#?}"
        );
    }
    let empty = tempfile::tempdir().expect("a temporary folder");
    assert!(
        check(empty.path())[0]
            .message
            .starts_with("There is no pack here.")
    );
    assert!(check(&empty.path().join("none"))[0].at.is_none());
}

#[test]
fn a_pack_is_laid_over_its_base() {
    let dir = folder(
        "name = \"own\"\ntitle = \"x\"\nextends = \"base\"\n[[section]]\nkind = \"duties\"\nrequired = true\n\
         headings = [\"Töö sisu ja kord\"]\n[[field]]\nkey = \"location\"\nlabels = [\"Asendab\"]\n",
    );
    let packs = load(&[dir.path().to_owned()]).expect("it loads");
    let own = packs.get("own").expect("it is there");
    assert_eq!(
        own.section_of(&fold("Töö sisu ja kord")),
        Some(SectionKind::Duties)
    );
    assert_eq!(own.section_of("õigused"), Some(SectionKind::Rights));
    assert!(own.headings.is_own("töö sisu ja kord") && !own.headings.is_own("õigused"));
    // The nearer meaning counts.
    assert_eq!(own.field_of("asendab"), Some(FieldKey::Location));
    assert_eq!(base().field_of("asendab"), Some(FieldKey::Substitutes));
    assert_eq!(own.sections.len(), 1);
    assert_eq!(own.document, base().document);
}

#[test]
fn fingerprints_follow_the_content() {
    let print = |text: &str| {
        let packs = load(&[folder(text).path().to_owned()]).expect("it loads");
        packs.get("own").expect("it is there").fingerprint.clone()
    };
    let one = print("name = \"own\"\n[[section]]\nkind = \"duties\"\nheadings = [\"Töö\"]");
    let same =
        print("# note\nname = \"own\"\n[[section]]\nkind = \"duties\"\nheadings = [\"TÖÖ:\"]");
    let other = print("name = \"own\"\n[[section]]\nkind = \"rights\"\nheadings = [\"Töö\"]");
    assert_eq!(one, same);
    assert_ne!(one, other);
    assert_eq!(base().fingerprint, base().fingerprint);
}

#[test]
fn a_pack_of_an_embedded_name_replaces_it() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(dir.path().join("t2")).expect("a folder");
    fs::write(dir.path().join("t2/pack.toml"), "name = \"t2\"").expect("a file");
    let packs = load(&[dir.path().to_owned()]).expect("it loads");
    assert_eq!(packs.list.len(), EMBEDDED.len());
    assert_eq!(packs.get("t2").expect("t2").section_of("üldosa"), None);
    let twice = load(&[dir.path().to_owned(), dir.path().to_owned()]);
    assert!(
        twice.expect_err("two packs of a name")[0]
            .message
            .contains("the same name")
    );
}

#[test]
fn substitution_labels_are_told_apart() {
    let pack = base();
    for (label, key) in [
        ("Kes asendab", FieldKey::SubstitutedBy),
        ("Asendab kes", FieldKey::SubstitutedBy),
        ("Teenistuja asendaja", FieldKey::SubstitutedBy),
        ("Teine asendaja", FieldKey::SubstitutedBy),
        ("Asendaja (d)", FieldKey::SubstitutedBy),
        ("Keda asendab", FieldKey::Substitutes),
        ("Asendab keda", FieldKey::Substitutes),
        ("Teenistuja asendab", FieldKey::Substitutes),
        ("ASENDAB:", FieldKey::Substitutes),
        ("Ametisse nimetab", FieldKey::Other),
        ("Töö- / teenistustingimuste erisused", FieldKey::Other),
        ("Ametiasutus", FieldKey::Institution),
        ("1.", FieldKey::Other),
    ] {
        let found = pack.field_of(&fold(label));
        let expected = (label != "1.").then_some(key);
        assert_eq!(found, expected, "{label}");
    }
    let prefix = pack
        .field_prefix("Asendab kes: Perenõustaja")
        .expect("a label");
    assert_eq!((prefix.key, prefix.words), (FieldKey::SubstitutedBy, 2));
}

#[test]
fn headings_of_all_families_are_known() {
    let pack = base();
    for (heading, kind) in [
        ("ÜLDSÄTTED", SectionKind::General),
        ("Teenistuskoha eesmärk", SectionKind::Purpose),
        ("KLASSIJUHATAJA MISSIOON", SectionKind::Purpose),
        (
            "TEENISTUSKOHA ÜLESANDED JA SOOVITUD TULEMUS",
            SectionKind::Duties,
        ),
        (
            "Põhieesmärgist tulenevad konkreetsed tööülesanded",
            SectionKind::Duties,
        ),
        ("RAAMATUKOGUHOIDJA KOHUSTUSED", SectionKind::Duties),
        (
            "KLASSIJUHATAJA PÄDEVUS JA TÖÖÜLESANDED",
            SectionKind::Duties,
        ),
        ("Kohustused ja ülesanded.", SectionKind::Duties),
        ("Õpetaja ōigused", SectionKind::Rights),
        ("AMETIKOHALE ESITATAVAD NÕUDED", SectionKind::Requirements),
        (
            "TEENISTUSKOHAL TÖÖTAMISEKS VAJALIKUD EELDUSED",
            SectionKind::Requirements,
        ),
        ("TÖÖTAJA JUHINDUB", SectionKind::Other),
        ("AMETIJUHENDI  MUUTMINE", SectionKind::Amendment),
    ] {
        assert_eq!(pack.section_of(&fold(heading)), Some(kind), "{heading}");
    }
    for text in [
        "õigused ja vastutus",
        "õigused ja kohustused",
        "teha ettepanekuid",
    ] {
        assert_eq!(pack.section_of(text), None, "{text}");
    }
    let glued = pack
        .section_prefix("Teenistuskoha eesmärk on tagada")
        .expect("a heading");
    assert_eq!((glued.key, glued.words), (SectionKind::Purpose, 2));
}

#[test]
fn columns_labels_and_lead_ins() {
    let pack = base();
    let roles = |heads: &[&str]| {
        let heads: Vec<String> = heads.iter().map(|h| fold(h)).collect();
        pack.table_columns(&heads)
    };
    use ColumnRole::{Activity, Duty, Indicator, Result};
    assert_eq!(
        roles(&["Ülesanne", "Tulemuslikkuse näitaja"]),
        [Some(Duty), Some(Result)]
    );
    assert_eq!(
        roles(&["Ülesanne", "Tulemus", "Mõõdik"]),
        [Some(Duty), Some(Result), Some(Indicator)]
    );
    assert_eq!(
        roles(&[
            "Teenistuskoha ülesanded",
            "Tegevused ülesannete täitmiseks",
            "Tulemuslikkuse mõõtmise kriteeriumid",
            "Märkused"
        ]),
        [Some(Duty), Some(Activity), Some(Result), None]
    );
    assert_eq!(
        roles(&["Tulemuslikkuse mõõtmise kriteeriumid/ Soovitud töötulemus"]),
        [Some(Result)]
    );
    let group = |label: &str| pack.requirement_of(&fold(label)).map(|l| (l.key, l.group));
    assert_eq!(
        group("Teadmised ja oskused:"),
        Some((RequirementKey::Competencies, true))
    );
    assert_eq!(
        group("Isikuomadused"),
        Some((RequirementKey::Competencies, false))
    );
    assert_eq!(group("Haridus :"), Some((RequirementKey::Education, false)));
    assert!(pack.is_lead_in(SectionKind::Rights, &fold("Õpetajal on õigus:")));
    assert!(pack.is_lead_in(SectionKind::Responsibilities, &fold("Omab vastutust:")));
    assert!(!pack.is_lead_in(SectionKind::Rights, &fold("Vastutab:")));
    assert!(!pack.is_lead_in(SectionKind::Rights, &fold("saada teavet;")));
}

#[test]
fn titles_institutions_and_none() {
    let pack = base();
    for title in [
        "ametijuhend",
        "laohoidja ametijuhend",
        "autojuhi ametijuhend (põhitöö nr 5)",
    ] {
        assert!(pack.is_title(title), "{title}");
    }
    for text in ["ametijuhendi muutmine", "ametijuhend vaadatakse üle", ""] {
        assert!(!pack.is_title(text), "{text}");
    }
    assert!(pack.names_institution("näidise veeseireamet"));
    assert!(!pack.names_institution("näidise veeseireameti"));
    assert!(pack.names_unit("jõgede seire osakond") && !pack.names_unit("jõgede seire osakonna"));
    for none in ["–", "-", "Puuduvad", "puudub.", "Vahetult alluvaid ei ole"] {
        assert!(pack.is_none(&fold(none)), "{none}");
    }
    assert!(!pack.is_none(&fold("vahetu juhi poolt määratud isik")));
}
