from model import duty, field, requirement, section

DOC = {
    "slug": "klienditeenindaja",
    "title": "AMETIJUHEND",
    "institution": None,
    "value_gap": " ",
    "bullet": "▪",
    "ruled": True,
    "page_number": "{n}/{total}",
    "columns": [4, 4],
    "producers": {
        "lo": {"font": "DejaVu Sans", "size": 10},
        "chromium": {"font": "DejaVu Serif", "size": 10.5},
        "typst": {"font": "Liberation Serif", "size": 12},
        "fpdf2": {"font": "DejaVu Sans", "size": 10},
    },
    "layout_of": "fpdf2",
    "sections": [
        section("general", "1. ÜLDOSA", form="rows", rows=[
            [field("1.1", "Ametinimetus", "Klienditeenindaja", "job_title"),
             field("1.2", "Struktuuriüksus", "Teenindusosakond", "unit")],
            [field("1.3", "Vahetu juht", "Teenindusjuht", "manager"),
             field("1.4", "Kes asendab", "Klienditeenindaja", "substituted_by"),
             field("1.5", "Keda asendab", "Klienditeenindaja või arhiivitöötaja", "substitutes",
                   ["Klienditeenindaja", "arhiivitöötaja"])],
        ]),
        section("purpose", "2. AMETIKOHA EESMÄRK", text=(
            "Ametikoha eesmärk on pakkuda Metsaküla Registriameti (edaspidi amet) klientidele kiiret, sõbralikku ja "
            "asjatundlikku teenindust ameti teenindussaalis, telefoni teel ning elektrooniliselt.")),
        section("duties", "3. TEENISTUSÜLESANDED", head=("Põhiülesanded", "Oodatavad tulemused"), duties=[
            duty("3.1", "Klientide nõustamine.",
                 ["Klient on saanud ammendava vastuse.", "Ooteaeg saalis ei ületa 15 minutit."]),
            duty("3.2", "Avalduste vastuvõtmine.", ["Avaldused on registreeritud samal päeval."]),
            duty("3.3", "Telefonikõnedele ja e-kirjadele vastamine.",
                 ["Kõnedele vastatakse ühe minuti jooksul.", "Kirjadele on vastatud kahe tööpäeva jooksul.",
                  "Keerulised küsimused on suunatud valdkonna spetsialistile."]),
            duty("3.4", "Dokumentide väljastamine pärast isikusamasuse tuvastamist.",
                 ["Dokumendid on antud õigele isikule ja väljastamise kohta on tehtud kanne registrisse."]),
            duty("3.5", "Riigilõivu laekumise kontrollimine.",
                 ["Toiminguid ei tehta enne riigilõivu laekumist.", "Enammakstud lõiv on tagastatud."]),
            duty("3.6", "Infomaterjalide uuendamine.", ["Saalis on ainult kehtivad juhendid ja vormid."]),
            duty("3.7", "Klientide tagasiside kogumine ja edastamine teenindusjuhile.",
                 ["Tagasiside on kirja pandud.", "Ettepanekud jõuavad teenindusjuhini iga nädala lõpuks."]),
            duty("3.8", "Vahetu juhi antud muude ülesannete täitmine.", ["Ülesanded on täidetud õigel ajal."]),
        ]),
        section("rights", "4. ÕIGUSED", lead="Omab õigust:", items=[
            "saada tööks vajalikku väljaõpet ja teavet muudatuste kohta;",
            "keelduda ebaviisaka või joobes kliendi teenindamisest;",
            "teha ettepanekuid teeninduse parandamiseks."]),
        section("responsibilities", "5. VASTUTUS", lead="Omab vastutust:", items=[
            "klientidele antud teabe õigsuse eest;",
            "registritesse tehtud kannete täpsuse eest;",
            "klientide isikuandmete hoidmise eest."]),
        section("tools", "6. TÖÖVAHENDID", form="paragraphs", items=[
            "Lauaarvuti, telefon, skanner ja maksekaarditerminal."]),
        section("requirements", "7. AMETIKOHALE ESITATAVAD NÕUDED", blocks=[
            requirement("Haridus", ["Keskharidus."], education=("secondary", 4)),
            requirement("Töökogemus", ["Vähemalt üheaastane töökogemus klienditeeninduses."],
                        experience=[(1, "field")]),
            requirement("Keeleoskus", [
                "Eesti keel kõrgtasemel, vene keel kesktasemel ja inglise keel algtasemel."],
                languages=[("et", "C1"), ("ru", "B2"), ("en", "B1")]),
            requirement("Arvutikasutamise oskus", ["Oskab kasutada tekstitöötlust, e-posti ja registreid."],
                        computer=True),
            requirement("Tööks vajalikud kompetentsid", named=[
                ("Teenindusvalmidus", "Märkab klienti ja pakub ise abi."),
                ("Empaatiavõime", "Mõistab kliendi olukorda ning jääb viisakaks ka siis, kui klient on ärritunud."),
                ("Täpsus", "Kontrollib andmed enne sisestamist üle."),
                ("Hea eneseväljendusoskus",)]),
        ]),
        section("amendment", "8. AMETIJUHENDI MUUTMINE", items=[
            "Ametijuhend vaadatakse läbi kord aastas.",
            "Ametijuhendi muudatused lepitakse kokku töötajaga."]),
    ],
    "signature": {"lines": ["(allkirjastatud digitaalselt)", "{Allkirjastaja}", "Teenindusosakonna juhataja"],
                  "digital": True, "signer": None, "signer_title": "Teenindusosakonna juhataja",
                  "placeholders": ["{Allkirjastaja}"]},
}
