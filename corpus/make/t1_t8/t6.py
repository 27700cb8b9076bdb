"""Family T6: numbers without a closing dot, labels in capitals on their value's line, numbered heads of columns."""
from .flow import swap
from .kit import Doc, d, f, r

SERIF, SANS = {"font": "Liberation Serif", "size": 11.5}, {"font": "Liberation Sans", "size": 10.5}
DEJAVU = {"font": "DejaVu Sans", "size": 9}


def palgaarvestaja():
    doc = Doc("t6", "palgaarvestaja", bullet="-", page_number="{n}", layout_of="lo",
              forms={"lo": SERIF, "chromium": SERIF, "odt": SERIF})
    doc.approval("Kinnitatud", "peadirektori käskkirjaga", by="peadirektori", act="käskkirjaga")
    doc.caps("RIIGIHALDUSE KESKUS", "PALGAARVESTUSE OSAKOND", institution="RIIGIHALDUSE KESKUS")
    doc.title("AMETIJUHEND")
    doc.general("1 ÜLDOSA", [
        f("1.1 STRUKTUURIÜKSUS", "palgaarvestuse osakond", "unit"),
        f("1.2 TEENISTUSKOHA NIMETUS", "palgaarvestaja", "job_title"),
        f("1.3 VAHETU JUHT", "palgaarvestuse osakonna juhataja", "manager"),
        f("1.4 ASENDAJA", "vahetu juhi poolt määratud isik", "substituted_by"),
        f("1.5 KEDA ASENDAB", "teist palgaarvestajat", "substitutes"),
        f("1.6 TEENISTUSKOHA ASUKOHT", "Metsakaare", "location"),
    ], form="same")
    doc.purpose("2 TEENISTUSKOHA EESMÄRK", "Klientasutuste töötajate töötasu õige ja õigeaegne arvestamine ning sellega seotud "
                "aruannete esitamine.")
    doc.duties("3 TEENISTUSKOHA ÜLESANDED JA SOOVITUD TULEMUS", form="table", plain=True,
               head=("3.1 ÜLESANNE", "3.1 SOOVITUD TULEMUS"), duties=[
        d("3.1.1", "töötasu, puhkusetasu ja hüvitiste arvestamine;", ["tasud on arvestatud õigesti ja makstud palgapäeval"]),
        d("3.1.2", "tööajatabelite kontrollimine;", ["tabelid on kontrollitud kuu kolmandaks tööpäevaks"]),
        d("3.1.3", "maksudeklaratsioonide lisade koostamine;", ["deklaratsioon on esitatud tähtajaks"]),
        d("3.1.4", "klientasutuste nõustamine palgaküsimustes;", ["pöördumisele on vastatud kahe tööpäeva jooksul"]),
        d("3.1.5", "palgakulu aruannete ettevalmistamine;", ["aruanne vastab pearaamatu andmetele"]),
        d("3.1.6", "muude vahetu juhi antud ülesannete täitmine.", ["ülesanne on täidetud kokkulepitud ajaks"]),
    ])
    doc.items("rights", "4 ÕIGUSED", ["saada klientasutuselt arvestuseks vajalikke dokumente;", "tagastada puudulikult täidetud tabel;",
              "saada erialast koolitust."], lead="Teenistujal on õigus:", numbers="4.{}")
    doc.items("responsibilities", "5 VASTUTUS", ["arvestuste õigsuse eest;", "palgaandmete konfidentsiaalsuse eest."],
              lead="Teenistuja vastutab:", numbers="5.{}")
    doc.requirements("6 NÕUDED", sep=" ", blocks=[
        r("6.1", "HARIDUS", "keskeriharidus või kutseharidus raamatupidamise erialal", education=("vocational", None)),
        r("6.2", "TÖÖKOGEMUS", "vähemalt 2-aastane töökogemus palgaarvestuses", experience=[(2, "field")]),
        r("6.3", "KEELEOSKUS", "eesti keel tasemel B2", languages=[("et", "B2")]),
        r("6.4", "ARVUTIOSKUS", "tabelarvutuse ja palgaprogrammi kasutamise oskus", computer=True),
    ], open=("education",))
    return doc


def hankespetsialist():
    doc = Doc("t6", "hankespetsialist", bullet="•", page_number="{n} ({total})", layout_of="typst", wrap=100, loose=True,
              forms={"typst": {**DEJAVU, "justify": True, "hyphenate": True}, "fpdf2": SANS, "docx": SANS})
    doc.approval("Kinnitatud peadirektori 15.05.2024", "käskkirjaga nr 1-2/24/52", by="peadirektori", act="käskkirjaga",
                 number="1-2/24/52", date="2024-05-15")
    doc.title("HANKESPETSIALISTI AMETIJUHEND")
    doc.general("1 ÜLDOSA", [
        f("1.1 STRUKTUURIÜKSUS", "hangete talitus", "unit"),
        f("1.2 TEENISTUSKOHT", "hankespetsialist", "job_title"),
        f("1.3 VAHETU JUHT", "hangete talituse juhataja", "manager"),
        f("1.4 ALLUVAD", "puuduvad", "subordinates", []),
        f("1.5 KES ASENDAB", "hankespetsialist või vanemhankespetsialist", "substituted_by", ["hankespetsialist", "vanemhankespetsialist"]),
        f("1.6 KEDA ASENDAB", "hankespetsialisti", "substitutes"),
    ])
    doc.purpose("2 TEENISTUSKOHA EESMÄRK", "Korraldada keskuse ja klientasutuste riigihankeid nii, et vajalikud asjad ja teenused "
                "ostetakse õigel ajal, läbipaistvalt ja mõistliku hinnaga.")
    doc.duties("3 TEENISTUSKOHA ÜLESANDED JA SOOVITUD TULEMUS", form="table", head=("3.1 ÜLESANDED", "3.2 SOOVITUD TULEMUSED"), duties=[
        d("3.1.1", "Hankeplaani ettevalmistamine.", ["Hankeplaan on avaldatud veebruari lõpuks.", "Muudatused on kantud plaani."]),
        d("3.1.2", "Hanke alusdokumentide koostamine.", ["Dokumendid on kooskõlas riigihangete seadusega.",
          "Nõuded on põhjendatud ega piira konkurentsi."]),
        d("3.1.3", "Hankemenetluse läbiviimine riigihangete registris.", ["Menetlustoimingud on tehtud tähtaegselt.",
          "Küsimustele on vastatud kolme tööpäeva jooksul."]),
        d("3.1.4", "Hankekomisjoni töö korraldamine ja protokollimine.", ["Otsused on põhjendatud ja protokollid allkirjastatud."]),
        d("3.1.5", "Vaidlustuste vastuste koostamine.", ["Vastus on esitatud vaidlustuskomisjonile määratud ajaks."]),
        d("3.1.6", "Raamlepingute täitmise jälgimine.", ["Lepingute maht ei ole ületatud."]),
    ])
    doc.items("responsibilities", "4 VASTUTUS", ["vastutab menetluse seaduslikkuse eest;", "vastutab pakkujate ärisaladuse hoidmise eest;",
              "vastutab huvide konflikti vältimise eest."], numbers="4.{}")
    doc.items("rights", "5 ÕIGUSED", ["kaasata valdkonna eksperte;", "teha ettepanek hange kehtetuks tunnistada;", "saada täienduskoolitust."],
              lead="Omab õigust:", numbers="5.{}")
    doc.requirements("6 TEENISTUSKOHALE ESITATAVAD NÕUDED", sep=": ", blocks=[
        r("6.1", "HARIDUS", "bakalaureusekraad õiguse või majanduse erialal", education=("bachelor", 6)),
        r("6.2", "TÖÖKOGEMUS", "vähemalt 1-aastane töökogemus riigihangete korraldamisel", experience=[(1, "field")]),
        r("6.3", "KEELEOSKUS", "eesti keel vähemalt tasemel C1 ning inglise keel vähemalt tasemel B1", languages=[("et", "C1"), ("en", "B1")]),
        r("6.4", "ARVUTIOSKUS", "kontoritarkvara ja riigihangete registri kasutamise oskus", computer=True),
        r("6.5", "ISIKUOMADUSED", bullets="-", skills=["täpsus;", "läbirääkimisoskus;", "ausus."]),
    ])
    doc.items("amendment", "7 AMETIJUHENDI MUUTMINE", ["Ametijuhend vaadatakse läbi üks kord aastas.",
              "Ametijuhendit muudetakse teenistuja nõusolekul, kui seadus ei näe ette teisiti."], numbers="7.{}")
    doc.variant("heads-one-line", swap(("3.1 ÜLESANDED\n3.2 SOOVITUD TULEMUSED\n", "3.1 ÜLESANDED 3.2 SOOVITUD TULEMUSED\n")))
    return doc


def konsultant():
    doc = Doc("t6", "toetuste-konsultant", bullet="-", ruled=False, page_number="{n}/{total}", layout_of="weasyprint",
              forms={"docx": SERIF, "weasyprint": SERIF, "reportlab": SANS, "rtf": SERIF, "html": SERIF}, spaced=True)
    doc.approval("Kinnitatud", "peadirektori 03.02.2025", "käskkirjaga nr 1-2/25/11", by="peadirektori", act="käskkirjaga",
                 number="1-2/25/11", date="2025-02-03")
    doc.caps("KÜLAELU TOETUSTE SIHTASUTUS", "KLIENDISUHETE ÜKSUS", institution="KÜLAELU TOETUSTE SIHTASUTUS")
    doc.title("TOETUSTE KONSULTANDI AMETIJUHEND")
    doc.general("1 ÜLDOSA", [
        f("1.1 STRUKTUURIÜKSUS", "kliendisuhete üksus", "unit"),
        f("1.2 AMETIKOHA NIMETUS", "toetuste konsultant", "job_title"),
        f("1.3 OTSENE JUHT", "kliendisuhete üksuse juht", "manager"),
        f("1.4 ALLUVAD", "-", "subordinates", []),
        f("1.5 ASENDAJA", "toetuste konsultant", "substituted_by"),
        f("1.6 ASENDAB", "toetuste konsultanti", "substitutes"),
    ], form="tab")
    doc.purpose("2 AMETIKOHA EESMÄRK", "Anda taotlejatele arusaadavat nõu, et nende taotlused oleksid korras juba esimesel esitamisel.")
    doc.duties("3 AMETIKOHA ÜLESANDED JA SOOVITUD TULEMUSED", form="table", head=("3.1 ÜLESANNE", "3.1 SOOVITUD TULEMUS"), repeat=True,
               duties=[
        d("3.1.1", "nõustab taotlejaid telefoni, e-kirja ja veebikohtumise teel;", ["kõnedest on vastatud vähemalt 90 protsenti;",
          "kirjale on vastatud ühe tööpäeva jooksul;"]),
        d("3.1.2", "kontrollib taotluste vormilist nõuetele vastavust;", ["puudustest on taotlejat teavitatud kolme tööpäeva jooksul;"]),
        d("3.1.3", "koostab korduma kippuvate küsimuste vastuseid;", ["vastused on kodulehel ajakohased;"]),
        d("3.1.4", "korraldab taotlejatele infotunde;", ["infotunnid on toimunud iga taotlusvooru eel;", "tagasiside keskmine hinne on "
          "vähemalt neli;"]),
        d("3.1.5", "edastab arendajatele kasutajate ettepanekuid;", ["ettepanekud on kirjas ja otsus kasutajale teada antud;"]),
        d("3.1.6", "asendab vajadusel vastuvõtujuhti.", ["vastuvõtt toimib katkestusteta."]),
    ])
    doc.items("rights", "4 ÕIGUSED", ["Konsultandil on õigus saada tööks vajalikku teavet ja koolitust ning teha ettepanekuid teenuse "
              "parandamiseks."])
    doc.items("responsibilities", "5 VASTUTUS", ["Konsultant vastutab antud nõu õigsuse ja klientide andmete hoidmise eest."])
    doc.requirements("6 NÕUDED KANDIDAADILE", form="beside", blocks=[
        r("6.1", "HARIDUS", "vähemalt keskharidus", education=("secondary", 4)),
        r("6.2", "TÖÖKOGEMUS", "vähemalt 1 aasta töökogemust klienditeeninduses", experience=[(1, "field")]),
        r("6.3", "KEELEOSKUS", "eesti keel tasemel C1", "vene keel tasemel B2", "inglise keel tasemel B1",
          languages=[("et", "C1"), ("ru", "B2"), ("en", "B1")]),
        r("6.4", "ARVUTIOSKUS", "kliendihaldustarkvara kasutamise oskus", computer=True),
    ])
    doc.variant("joined", swap(("nõustab taotlejaid telefoni", "nõustabtaotlejaid telefoni"), ("3.1.3 koostab", "3.1.3koostab")),
                joined)
    return doc


def joined(record):
    duty = record["duties"][0]
    duty["text"] = duty["text"].replace("nõustab taotlejaid", "nõustabtaotlejaid")
    return record


def juhataja():
    doc = Doc("t6", "osakonnajuhataja-finants", bullet="-", page_number="Lehekülg {n}", layout_of="chromium", wrap=104,
              running_header="Riigihalduse Keskus", forms={"chromium": DEJAVU, "lo": SANS})
    doc.approval("Kinnitatud peadirektori käskkirjaga", by="peadirektori", act="käskkirjaga")
    doc.title("FINANTSARVESTUSE OSAKONNA JUHATAJA AMETIJUHEND")
    doc.general("1 ÜLDOSA", [
        f("1.1 STRUKTUURIÜKSUS:", "finantsarvestuse osakond", "unit"),
        f("1.2 TEENISTUSKOHA NIMETUS:", "osakonnajuhataja", "job_title"),
        f("1.3 VAHETU JUHT:", "peadirektori asetäitja", "manager"),
        f("1.4 ALLUVAD:", "talituste juhatajad; nõunik", "subordinates", ["talituste juhatajad", "nõunik"]),
        f("1.5 ESIMENE ASENDAJA:", "raamatupidamise talituse juhataja", "substituted_by"),
        f("1.6 TEINE ASENDAJA:", "nõunik", "substituted_by"),
        f("1.7 KEDA ASENDAB:", "peadirektori asetäitjat", "substitutes"),
        f("1.8 TÖÖTINGIMUSTE ERISUSED:", "töötab vajadusel kaugtööl"),
    ], form="same")
    doc.purpose("2 TEENISTUSKOHA EESMÄRK", "Juhtida finantsarvestuse osakonda ja tagada klientasutuste raamatupidamise usaldusväärsus.")
    doc.duties("3 TEENISTUSKOHA ÜLESANDED JA SOOVITUD TULEMUS", form="table", plain=True, widths=[46, 54],
               head=("3.1 ÜLESANNE", "3.1 SOOVITUD TULEMUS"), duties=[
        d("3.1.1", "Juhib osakonna tööd ja jaotab ülesanded.", ["Osakonna tööplaan on täidetud."]),
        d("3.1.2", "Korraldab aastaaruannete koostamise.", ["Aruanded on esitatud 31. märtsiks ja saanud audiitorilt märkusteta hinnangu."]),
        d("3.1.3", "Ühtlustab klientasutuste arvestuspõhimõtteid.", ["Kõik klientasutused kasutavad ühist kontoplaani."]),
        d("3.1.4", "Arendab raamatupidamise tööprotsesse.", ["Käsitsi sisestatavate dokumentide osakaal väheneb igal aastal."]),
        d("3.1.5", "Hindab teenistujate arengut ja planeerib koolitused.", ["Arenguvestlused on toimunud esimese kvartali jooksul."]),
        d("3.1.6", "Osaleb keskuse juhtkonna töös.", ["Osakonna seisukohad on esitatud enne otsuse tegemist."]),
    ])
    doc.items("rights", "4 ÕIGUSED", ["anda osakonna teenistujatele korraldusi;", "allkirjastada osakonna dokumente;",
              "esindada keskust kohtumistel klientasutustega."], lead="Osakonnajuhatajal on õigus:", bullets=True)
    doc.items("responsibilities", "5 VASTUTUS", ["osakonna eesmärkide täitmise eest;", "osakonna eelarve eest;", "teenistujate juhendamise eest."],
              lead="Osakonnajuhataja vastutab:", bullets=True)
    doc.items("tools", "6 TÖÖVAHENDID", ["sülearvuti ja kuvar", "mobiiltelefon", "pääsukaart"], bullets=True)
    doc.requirements("7 NÕUDED", form="subhead", blocks=[
        r("7.1", "HARIDUS", "Magistrikraad majanduse erialal.", education=("master", 7)),
        r("7.2", "TÖÖKOGEMUS", "Vähemalt 5-aastane töökogemus finantsarvestuses ja vähemalt 3-aastane juhtimiskogemus.",
          experience=[(5, "field"), (3, "management")]),
        r("7.3", "KEELEOSKUS", "Eesti keel tasemel C1.", "Inglise keel tasemel B2.", languages=[("et", "C1"), ("en", "B2")]),
        r("7.4", "ARVUTIOSKUS", "Majandustarkvara väga hea kasutamise oskus.", computer=True),
        r("7.5", "KOMPETENTSID", bullets="-", skills=[
            ("Eestvedamine", "Seab selged eesmärgid ja innustab teisi nendeni jõudma."),
            ("Strateegiline mõtlemine", "Näeb oma otsuste mõju kogu keskusele."),
            ("Koostöö", "Lahendab erimeelsused pooli ära kuulates.")]),
    ])
    doc.items("amendment", "8 AMETIJUHENDI MUUTMINE", ["Ametijuhendit muudetakse vajaduse korral, kuid mitte harvem kui töökorralduse "
              "muutumisel."])
    doc.sign("Olen ametijuhendiga tutvunud ja kohustun seda täitma.", "", "________________________", "(allkiri, kuupäev)")
    doc.variant("split", swap(("4 ÕIGUSED", "4\nÕIGUSED"), ("3.1.4 Arendab", "3.1\n.4 Arendab"), ("5 VASTUTUS", "5VASTUTUS")))
    return doc


DOCS = [palgaarvestaja(), hankespetsialist(), konsultant(), juhataja()]
