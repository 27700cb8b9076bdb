use super::*;
use crate::grammar::pack::base;

/// Fields of a text as (key, label, value).
fn read<'a>(text: &'a str, holder: Option<&str>) -> Vec<(FieldKey, &'a str, &'a str)> {
    let holder = Holder::named(holder.unwrap_or_default());
    let fields = base().sentence_fields(text, &holder);
    let strings = fields.into_iter().map(|f| {
        assert!(f.clause.start <= f.label.start && f.clause.end >= f.value.end);
        (f.key, &text[f.label], &text[f.value])
    });
    strings.collect()
}

#[test]
fn sentences_that_name_their_field() {
    use FieldKey::*;
    for (text, holder, expected) in [
        (
            "1.1 Pearaamatupidaja allub vallavanemale.",
            None,
            vec![(Manager, "allub", "vallavanemale")],
        ),
        (
            "Pearaamatupidaja nimetab ametisse ja vabastab ametist vallavanem.",
            Some("PEARAAMATUPIDAJA"),
            vec![(Other, "nimetab ametisse ja vabastab ametist", "vallavanem")],
        ),
        (
            "Vallavanem nimetab ametisse ja vabastab ametist pearaamatupidaja.",
            Some("Pearaamatupidaja"),
            vec![(Other, "nimetab ametisse ja vabastab ametist", "Vallavanem")],
        ),
        (
            "Määratakse ametisse kooli direktori poolt.",
            None,
            vec![(Other, "Määratakse ametisse", "kooli direktori")],
        ),
        (
            "Koristaja võtab tööle ja sõlmib temaga töölepingu kooli direktor.",
            None,
            vec![(
                Other,
                "võtab tööle ja sõlmib temaga töölepingu",
                "kooli direktor",
            )],
        ),
        (
            "Pearaamatupidajale allub raamatupidaja.",
            Some("pearaamatupidaja"),
            vec![(Subordinates, "allub", "raamatupidaja")],
        ),
        (
            "Pearaamatupidajale alluvaid töötajaid ei ole.",
            None,
            vec![(Subordinates, "alluvaid töötajaid", "ei ole")],
        ),
        (
            "1.3. Ehitusnõunikul otseseid alluvaid ei ole.",
            None,
            vec![(Subordinates, "otseseid alluvaid", "ei ole")],
        ),
        (
            "Raamatukoguhoidjal alluvaid ei ole.",
            None,
            vec![(Subordinates, "alluvaid", "ei ole")],
        ),
        (
            "Sotsiaalnõunik allub vahetult vallavanemale, kes kontrollib tema tööd.",
            Some("Sotsiaalnõunik"),
            vec![(Manager, "allub", "vallavanemale")],
        ),
        (
            "Sotsiaalnõunik on vallavanema alluvuses. Sotsiaalnõunikule alluvad hooldustöötaja ja koduabiline.",
            Some("Sotsiaalnõunik"),
            vec![
                (Manager, "on", "vallavanema"),
                (Subordinates, "alluvad", "hooldustöötaja ja koduabiline"),
            ],
        ),
        (
            "Raamatukogu juhataja tööaeg on 40 tundi nädalas.",
            None,
            vec![(Other, "tööaeg on", "40 tundi nädalas")],
        ),
    ] {
        assert_eq!(read(text, holder), expected, "{text}");
    }
}

#[test]
fn the_case_decides_who_substitutes_whom() {
    use FieldKey::{SubstitutedBy, Substitutes};
    let pearaamatupidaja = Some("PEARAAMATUPIDAJA");
    for (text, holder, key, value) in [
        (
            "Pearaamatupidajat asendab raamatupidaja.",
            pearaamatupidaja,
            SubstitutedBy,
            "raamatupidaja",
        ),
        (
            "Pearaamatupidaja asendab vallasekretäri.",
            pearaamatupidaja,
            Substitutes,
            "vallasekretäri",
        ),
        (
            "Vallasekretär asendab pearaamatupidajat.",
            pearaamatupidaja,
            SubstitutedBy,
            "Vallasekretär",
        ),
        (
            "Vallasekretäri asendab pearaamatupidaja.",
            pearaamatupidaja,
            Substitutes,
            "Vallasekretäri",
        ),
        (
            "Pearaamatupidajat asendab tema äraolekul raamatupidaja.",
            pearaamatupidaja,
            SubstitutedBy,
            "raamatupidaja",
        ),
        (
            "Tema äraolekul asendab teda raamatupidaja.",
            None,
            SubstitutedBy,
            "raamatupidaja",
        ),
        (
            "Sotsiaalnõunikku asendab sotsiaaltööspetsialist puhkuse ajal.",
            Some("SOTSIAALNÕUNIKU"),
            SubstitutedBy,
            "sotsiaaltööspetsialist",
        ),
        (
            "Näidise valla sotsiaaltööspetsialisti asendab lastekaitsespetsialist.",
            Some("sotsiaaltööspetsialist"),
            SubstitutedBy,
            "lastekaitsespetsialist",
        ),
        (
            "Sotsiaaltööspetsialist asendab vajadusel lastekaitsespetsialisti.",
            Some("SOTSIAALTÖÖSPETSIALISTI"),
            Substitutes,
            "lastekaitsespetsialisti",
        ),
        (
            "Töötajat asendavad õpetaja ja abiõpetaja.",
            None,
            SubstitutedBy,
            "õpetaja ja abiõpetaja",
        ),
        (
            "Koristajad asendavad vajadusel üksteist.",
            Some("KORISTAJA"),
            Substitutes,
            "üksteist",
        ),
    ] {
        let found = read(text, holder);
        assert_eq!(found.len(), 1, "{text} {found:?}");
        assert_eq!((found[0].0, found[0].2), (key, value), "{text}");
    }
}

#[test]
fn two_clauses_give_two_fields() {
    use FieldKey::{Manager, SubstitutedBy};
    for text in [
        "Õpetaja allub direktorile ja teda asendab abiõpetaja.",
        "Õpetaja allub direktorile, teda asendab vajadusel abiõpetaja.",
    ] {
        let expected = [
            (Manager, "allub", "direktorile"),
            (SubstitutedBy, "asendab", "abiõpetaja"),
        ];
        let found = read(text, Some("õpetaja"));
        assert_eq!(found.len(), 2, "{text} {found:?}");
        for ((key, label, value), (k, l, v)) in found.into_iter().zip(expected) {
            assert_eq!((key, value), (k, v), "{text}");
            assert!(label.ends_with(l), "{text} {label}");
        }
    }
}

#[test]
fn what_is_not_decided_gives_nothing() {
    for (text, holder) in [
        // Nominative, genitive and partitive of "abi" are one.
        (
            "Raamatupidaja abi asendab juhatajat.",
            Some("raamatupidaja abi"),
        ),
        // Neither is the position.
        ("Juhatajat asendab sekretär.", Some("pearaamatupidaja")),
        ("Juhatajat asendab sekretär.", None),
        // A clause goes on that no pattern knows.
        (
            "Õpetajaga sõlmib töölepingu ja muudab seda direktor.",
            Some("õpetaja"),
        ),
        // Another unit's head.
        (
            "Talituse juhatajat asendab sekretär.",
            Some("osakonna juhataja"),
        ),
        (
            "Pearaamatupidaja juhindub oma töös seadustest.",
            Some("pearaamatupidaja"),
        ),
        ("Allub.", None),
        ("", None),
    ] {
        assert_eq!(read(text, holder), [], "{text}");
    }
}

#[test]
fn wrong_patterns_are_told() {
    for (pattern, start) in [
        ("* allub", "A pattern has exactly one {value}"),
        ("{value} ja {value} on", "A pattern has exactly one {value}"),
        ("* {value}", "A pattern needs at least one word"),
        ("{boss} juhib {value}", "\"{boss}\" is unknown"),
        ("* * * juhib {value}", "A pattern has at most two"),
    ] {
        let message = Sentence::parse(FieldKey::Manager, pattern).expect_err(pattern);
        assert!(message.starts_with(start), "{pattern}: {message}");
    }
}

#[test]
fn hostile_text_is_read_in_time() {
    let text = "asendab allub vajadusel ".repeat(3000);
    base().sentence_fields(&text, &Holder::named("asendab allub"));
    for text in [
        "Õ.",
        " . ; ! ",
        "1.",
        "allub\u{a0}direktorile",
        "{value} * allub x",
    ] {
        base().sentence_fields(text, &Holder::named(text));
    }
}

#[test]
fn the_nominative_tells_subject_from_object() {
    let mut holder = Holder::named("KALMISTUVAHI");
    let text = "Kalmistuvahti asendab haljastaja ning kalmistuvaht asendab omakorda haljastajat.";
    let keys = |holder: &Holder| -> Vec<(FieldKey, &str)> {
        let fields = base().sentence_fields(text, holder).into_iter();
        fields.map(|f| (f.key, &text[f.value])).collect()
    };
    assert_eq!(keys(&holder), []);
    let sentence: Vec<String> = ["kalmistuvaht", "allub"].map(str::to_owned).into();
    holder.nominative = holder.before_verb(&sentence, &base().sentence_words.subject_verbs);
    assert_eq!(
        keys(&holder),
        [
            (FieldKey::SubstitutedBy, "haljastaja"),
            (FieldKey::Substitutes, "haljastajat")
        ]
    );
}
