use super::*;
use crate::grammar::pack;
use crate::layout;
use crate::pipeline::PdfEngine;

/// Fits of all packs for a text, best first.
fn fits(text: &str) -> Vec<Measure> {
    let packs = pack::load(&[]).expect("the embedded packs load");
    let base = packs.get("base").expect("base is embedded").clone();
    let document = crate::read::read(text.as_bytes(), PdfEngine::Auto).expect("it is text");
    measure(&packs, &base, &layout::layout(&document).blocks)
}

const T5: &str = "LAOHOIDJA AMETIJUHEND\n1. ÜLDOSA\nStruktuuriüksuse nimetus\nkeskladu\nKellele allub\njuhatajale\nAlluvad\n\
    puuduvad\nKeda asendab\nteist laohoidjat\n2. TEENISTUSKOHA EESMÄRK\n2.1 Varustuse hoidmine.\n\
    3. TEENISTUSKOHA ÜLESANDED JA TULEMUSED\nTeenistuskoha ülesanded\n\
    Tulemuslikkuse mõõtmise\nkriteeriumid/ Soovitud töötulemus\n3.1 võtab kauba vastu;\n- kaup on vastu võetud.\n\
    4. ÕIGUSED\n- saada teavet.\n5. VASTUTUS\n- vara eest.\n";

#[test]
fn a_family_is_told_from_the_others() {
    let fits = fits(T5);
    let (first, second) = (&fits[0], &fits[1]);
    assert_eq!(first.pack.name, "t5");
    assert!(first.score.fit >= 0.8, "{first:#?}");
    assert!(second.score.fit < first.score.fit - 0.1, "{second:#?}");
    assert_eq!(first.foreign, [""; 0]);
    assert_eq!(first.missing, ["field substituted_by", "field other"]);
    assert!(first.unlike.is_empty());
    assert!(fits.iter().all(|m| (0.0..=1.0).contains(&m.score.fit)));
    assert!(fits.iter().all(|m| m.pack.name != "base"));
}

#[test]
fn what_differs_is_told() {
    let fits = fits(T5);
    let t11 = fits.iter().find(|m| m.pack.name == "t11").expect("t11");
    assert!(t11.unlike.contains(&"numbering of headings"));
    assert!(t11.foreign.contains(&"teenistuskoha eesmärk".to_owned()));
    assert!(t11.missing.contains(&"section duties".to_owned()));
}

#[test]
fn no_family_fits_other_text() {
    for text in [
        "Tere!\n",
        "1. Koosoleku avamine\n2. Päevakord\n3. Muud küsimused\n",
        "1. ÜLDSÄTTED\n1.1. Põhimäärus sätestab osakonna ülesanded.\n2. STRUKTUUR\n2.1. Osakonda juhib juhataja.\n3. ÕIGUSED\n",
    ] {
        let packs = pack::load(&[]).expect("the embedded packs load");
        let base = packs.get("base").expect("base is embedded").clone();
        let document = crate::read::read(text.as_bytes(), PdfEngine::Auto).expect("it is text");
        let fit = best(&packs, &base, &layout::layout(&document).blocks);
        assert_eq!(
            (fit.pack.name.as_str(), fit.confidence),
            ("base", 0.0),
            "{text} {:#?}",
            fits(text)[0]
        );
    }
}

#[test]
fn equal_packs_are_ordered_by_name() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let t5 = std::fs::read_to_string("grammars/t5/pack.toml").expect("t5 is there");
    for name in ["a5", "z5"] {
        std::fs::create_dir(dir.path().join(name)).expect("a folder");
        let text = t5.replace("name = \"t5\"", &format!("name = \"{name}\""));
        std::fs::write(dir.path().join(name).join("pack.toml"), text).expect("a file");
    }
    let packs = pack::load(&[dir.path().to_owned()]).expect("they load");
    let base = packs.get("base").expect("base is embedded").clone();
    let document = crate::read::read(T5.as_bytes(), PdfEngine::Auto).expect("it is text");
    let fits = measure(&packs, &base, &layout::layout(&document).blocks);
    let names: Vec<&str> = fits.iter().take(3).map(|m| m.pack.name.as_str()).collect();
    assert_eq!(names, ["a5", "t5", "z5"]);
    assert!(fits[0].score.fit == fits[1].score.fit && fits[1].score.fit == fits[2].score.fit);
}

#[test]
fn a_pack_that_refines_a_family_keeps_its_wordings() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let text = "name = \"own\"\ntitle = \"x\"\nextends = \"t5\"\n[[field]]\nkey = \"unit\"\nlabels = [\"Keskladu\"]\n";
    std::fs::create_dir(dir.path().join("own")).expect("a folder");
    std::fs::write(dir.path().join("own/pack.toml"), text).expect("a file");
    let packs = pack::load(&[dir.path().to_owned()]).expect("it loads");
    let own = packs.get("own").expect("own");
    assert!(own.headings.is_own("teenistuskoha ülesanded ja tulemused"));
    assert!(own.labels.is_own("keskladu") && !own.labels.is_own("otsene ülem"));
    assert_eq!(own.style, packs.get("t5").expect("t5").style);
}
