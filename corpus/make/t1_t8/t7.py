"""Family T7: municipalities today; requirements stand before the duties, duties have no results."""
from .flow import before, swap
from .kit import Doc, d, f, r

SERIF, SANS = {"font": "Liberation Serif", "size": 11.5}, {"font": "Liberation Sans", "size": 10.5}
DEJAVU = {"font": "DejaVu Sans", "size": 9}
WITHOUT_CONSENT = ("Ametijuhendit võib muuta ametniku nõusolekuta, kui ei muutu teenistuskoha eesmärk ja põhiülesanded ning "
                   "oluliselt ei suurene teenistusülesannete maht.")


def sotsiaaltoo():
    doc = Doc("t7", "sotsiaaltoospetsialist", page_number="{n} ({total})", layout_of="lo",
              forms={"lo": SERIF, "chromium": {**SERIF, "justify": True}, "odt": SERIF})
    doc.approval("Kinnitatud", "Kuuseranna vallavanema", "17. juuni 2024. a. käskkirjaga nr 15-3/11", by="Kuuseranna vallavanema",
                 act="käskkirjaga", number="15-3/11", date="2024-06-17")
    doc.title("SOTSIAALTÖÖSPETSIALISTI AMETIJUHEND")
    doc.general("1. ÜLDOSA", [
        f("1.1. Ametiasutus", "Kuuseranna Vallavalitsus", "institution"),
        f("1.2. Struktuuriüksus", "Sotsiaalosakond", "unit"),
        f("1.3. Teenistuskoha asukoht", "Kuuseranna vald, Kuuse alevik", "location"),
        f("1.4. Teenistuskoha nimetus", "Sotsiaaltööspetsialist", "job_title"),
        f("1.5. Teenistuskoha liik", "Ametnik"),
        f("1.6. Vahetu juht", "Sotsiaalosakonna juhataja", "manager"),
        f("1.7. Asendab keda", "Sotsiaalosakonna juhatajat, hoolekandespetsialisti", "substitutes",
          ["Sotsiaalosakonna juhatajat", "hoolekandespetsialisti"]),
        f("1.8. Asendab kes", "Hoolekandespetsialist", "substituted_by"),
    ])
    doc.purpose("2. TEENISTUSKOHA EESMÄRK", "Valla eakatele ja puudega inimestele vajaliku abi korraldamine, et nad saaksid elada "
                "oma kodus turvaliselt ja nii iseseisvalt kui võimalik.")
    doc.requirements("3. NÕUDED HARIDUSELE, TÖÖKOGEMUSELE, TEADMISTELE JA OSKUSTELE", sep=" : ", blocks=[
        r("3.1.", "Haridus", "Erialase ettevalmistusega kõrgharidus sotsiaaltöös", education=("higher", None)),
        r("3.2.", "Töökogemus", "Eelnev töökogemus hoolekande valdkonnas", experience=[]),
        r("3.3.", "Teadmised ja oskused", bullets="3.3.{}.", skills=["sotsiaalhoolekande seaduse ja haldusmenetluse seaduse tundmine;",
          "abivajaduse hindamise oskus;", "suhtlemis- ja läbirääkimisoskus;", "pingetaluvus."]),
        r("3.4.", "Keeleoskus", "Eesti keel tasemel C1", languages=[("et", "C1")]),
        r("3.5.", "Arvutioskus", "Kontoritarkvara ja sotsiaalteenuste andmeregistri kasutamise oskus", computer=True),
    ], open=("experience",))
    doc.duties("4. TEENISTUSÜLESANDED", [
        d("4.1.", "Abivajaduse hindamine ja abistamisplaani koostamine."),
        d("4.2.", "Koduteenuse, isikliku abistaja teenuse ja sotsiaaltranspordi korraldamine:", sub=[
            ("4.2.1.", "taotluste vastuvõtmine;"), ("4.2.2.", "kodukülastuste tegemine;"), ("4.2.3.", "otsuste ettevalmistamine.")]),
        d("4.3.", "Hooldajatoetuse taotluste menetlemine."),
        d("4.4.", "Üldhooldusteenusele suunamine ning lähedaste nõustamine kulude katmise küsimustes."),
        d("4.5.", "Eestkostet vajavate inimeste väljaselgitamine ja kohtule avalduse ettevalmistamine."),
        d("4.6.", "Andmete kandmine registrisse."),
        d("4.7.", "Osakonna juhataja antud muude ülesannete täitmine."),
    ])
    doc.items("responsibilities", "5. VASTUTUS", ["ülesannete õigeaegse ja õiguspärase täitmise eest;",
              "isikuandmete kaitsmise eest;", "vallavara hoidmise eest."], lead="Ametnik vastutab:", numbers="5.{}.")
    doc.items("rights", "6. ÕIGUSED", ["saada ametiasutustelt vajalikke andmeid;", "kasutada kodukülastustel ametiautot;",
              "saada töönõustamist ja koolitust."], lead="Ametnikul on õigus:", numbers="6.{}.")
    doc.items("amendment", "7. AMETIJUHENDI MUUTMINE", [WITHOUT_CONSENT], numbers="7.{}.")
    doc.sign("Ametijuhendiga tutvunud:", "____________________ (nimi, allkiri, kuupäev)")
    doc.variant("email", before(
        "Saatja: kantselei [email protected]\nSaadetud: 20. juuni 2024 9:41\nAdressaat: sotsiaalosakond\nTeema: FW: ametijuhend\n"
        "Manused: ametijuhend.docx\n\nTähelepanu! Tegemist on väljastpoolt asutust saabunud kirjaga.\n\nTere\n\nEdastan ametijuhendi.\n\n"))
    return doc


def keskkond():
    doc = Doc("t7", "keskkonnaspetsialist", bullet="-", ruled=False, page_number="{n}/{total}", layout_of="typst", spaced=True,
              forms={"typst": SERIF, "weasyprint": SANS, "docx": SERIF, "rtf": SERIF})
    doc.approval("KINNITATUD", "Tammiku vallavanema", "9. jaanuari 2025. a", "käskkirjaga nr 2-5/3", by="Tammiku vallavanema",
                 act="käskkirjaga", number="2-5/3", date="2025-01-09")
    doc.title("Keskkonnaspetsialisti ametijuhend")
    doc.general("1. Üldosa", [
        f("1.1 Ametiasutus:", "Tammiku Vallavalitsus", "institution"),
        f("1.2 Struktuuriüksus:", "majandus- ja keskkonnaosakond", "unit"),
        f("1.3 Teenistuskoha nimetus:", "keskkonnaspetsialist", "job_title"),
        f("1.4 Vahetu juht:", "majandus- ja keskkonnaosakonna juhataja", "manager"),
        f("1.5 Alluvad:", "puuduvad", "subordinates", []),
        f("1.6 Kes asendab:", "planeerimisspetsialist", "substituted_by"),
        f("1.7 Keda asendab:", "planeerimisspetsialisti ja ehitusspetsialisti", None),
    ], form="same")
    doc.purpose("2. Teenistuskoha eesmärk", "Valla keskkonnakaitse, jäätmehoolduse ja heakorra korraldamine.")
    doc.requirements("3. Nõuded haridusele, töökogemusele, teadmistele ja oskustele", form="subhead", blocks=[
        r("3.1", "Haridus", "Kõrgharidus loodusteaduste või keskkonnakorralduse erialal.", education=("higher", None)),
        r("3.2", "Töökogemus", "Vähemalt 2-aastane töökogemus keskkonnakorralduses.", experience=[(2, "field")]),
        r("3.3", "Keeleoskus", "Eesti keel vähemalt tasemel C1 ja inglise keel vähemalt tasemel B1.", languages=[("et", "C1"), ("en", "B1")]),
        r("3.4", "Arvutioskus", "Kaardirakenduste ja kontoritarkvara kasutamise oskus.", computer=True),
        r("3.5", "Isikuomadused", bullets="-", skills=["algatusvõime", "kohusetunne", "koostöövalmidus"]),
    ])
    doc.duties("4. Teenistusülesanded", result="Tulemus:", duties=[
        d("4.1", "Korraldatud jäätmeveo hanke ettevalmistamine ja lepingu täitmise jälgimine.",
          ["Jäätmevedu toimub kogu vallas graafiku järgi."]),
        d("4.2", "Jäätmevaldajate registri pidamine.", ["Registri andmed on ajakohased."]),
        d("4.3", "Raielubade ja kaevelubade menetlemine.", ["Load on antud või nende andmisest keeldutud seaduses sätestatud tähtaja jooksul."]),
        d("4.4", "Heakorra järelevalve ning väärteomenetluse alustamine.", ["Kaebustele on vastatud ja rikkumised kõrvaldatud."]),
        d("4.5", "Keskkonnamõju hindamise menetluste korraldamine.", ["Menetlustes on kaasatud kõik puudutatud isikud."]),
        d("4.6", "Keskkonnateadlikkust tõstvate ürituste korraldamine.", ["Vallas toimub aastas vähemalt kaks üritust."]),
    ])
    doc.items("rights", "5. Õigused", ["siseneda järelevalve tegemiseks kinnistule seaduses sätestatud korras;", "teha ettekirjutusi;",
              "saada tööks vajalikke vahendeid."], lead="Ametnikul on õigus:", bullets=True)
    doc.items("responsibilities", "6. Vastutus", ["Ametnik vastutab teenistusülesannete täitmise, temale teatavaks saanud andmete kaitse ja "
              "vallavara säilimise eest."])
    doc.items("amendment", "7. Ametijuhendi muutmine", ["Ametijuhend vaadatakse üle igal aastal.", WITHOUT_CONSENT], numbers="7.{}")
    doc.variant("glued", swap(("Keskkonnaspetsialisti ametijuhend\n\n1. Üldosa\n", "Keskkonnaspetsialisti ametijuhend 1. Üldosa\n"),
                              ("2. Teenistuskoha eesmärk\n\nValla", "2. Teenistuskoha eesmärk Valla")))
    return doc


def maakorraldaja():
    doc = Doc("t7", "maakorraldusspetsialist", bullet="•", page_number="{n}", layout_of="chromium", wrap=110,
              running_header="Hiiesaare Vallavalitsus", forms={"chromium": DEJAVU, "lo": {**SERIF, "lists": True}, "html": SERIF})
    doc.approval("Kinnitatud", "Hiiesaare vallavalitsuse 22.02.2023", "korraldusega nr 88", by="Hiiesaare vallavalitsuse",
                 act="korraldusega", number="88", date="2023-02-22")
    doc.title("MAAKORRALDUSSPETSIALISTI AMETIJUHEND")
    doc.general("1. ÜLDOSA", [
        [f("1.1. Teenistuskoha nimetus", "Maakorraldusspetsialist", "job_title"), f("1.2. Struktuuriüksus", "Arenguosakond", "unit")],
        [f("1.3. Vahetu juht", "Arenguosakonna juhataja", "manager"), f("1.4. Teenistuskoha liik", "Ametnik")],
        [f("1.5. Asendab kes", "Ehitusspetsialist", "substituted_by"), f("1.6. Asendab keda", "Ehitusspetsialisti", "substitutes")],
    ], form="rows")
    doc.purpose("2. TEENISTUSKOHA EESMÄRK", "Maatoimingute õigeaegne ja õigusaktidele vastav korraldamine valla territooriumil.")
    doc.requirements("3. NÕUDED HARIDUSELE, TÖÖKOGEMUSELE, TEADMISTELE JA OSKUSTELE", form="beside", blocks=[
        r("3.1.", "Haridus", "Keskeriharidus või kõrgharidus maakorralduse, geodeesia või õiguse erialal", education=("vocational", None)),
        r("3.2.", "Töökogemus", "Vähemalt 3-aastane töökogemus maakorralduses", experience=[(3, "field")]),
        r("3.3.", "Keeleoskus", "Eesti keel kõrgtasemel, vene keel kesktasemel", languages=[("et", "C1"), ("ru", "B2")]),
        r("3.4.", "Arvutioskus", "Maakatastri ja kinnistusraamatu infosüsteemide kasutamise oskus", computer=True),
        r("3.5.", "Muud nõuded", "B-kategooria juhiluba", other=True),
    ], open=("education",))
    doc.duties("4. TEENISTUSÜLESANDED", [
        d("4.1.", "Katastriüksuste sihtotstarbe määramise ja koha-aadresside muutmise korralduste ettevalmistamine.",
          share=("Osakaal tööajast: 30%", 30)),
        d("4.2.", "Maa ostueesõigusega erastamise ja munitsipaliseerimise toimikute koostamine.", share=("Osakaal tööajast: 25%", 25)),
        d("4.3.", "Maamaksu andmete kontrollimine ja esitamine.", share=("Osakaal tööajast: 20%", 20)),
        d("4.4.", "Kasutusvalduse, servituudi ja rendilepingute ettevalmistamine.", share=("Osakaal tööajast: 15%", 15)),
        d("4.5.", "Elanike nõustamine maaküsimustes ja muude ülesannete täitmine.", share=("Osakaal tööajast: 10%", 10)),
    ])
    doc.items("responsibilities", "5. VASTUTUS", ["ettevalmistatud dokumentide õigsuse eest;", "tähtaegadest kinnipidamise eest."],
              lead="Ametnik vastutab:", bullets=True)
    doc.items("rights", "6. ÕIGUSED", ["saada ametiasutuse töötajatelt vajalikku teavet;", "esindada valda piiride kättenäitamisel;",
              "osaleda koolitustel."], lead="Ametnikul on õigus:", bullets=True)
    doc.items("tools", "7. TÖÖVAHENDID", ["Arvuti, mobiiltelefon, mõõdulint ja ametiauto."])
    doc.variant("macron", macron, macron)
    return doc


def macron(value):
    """Some of the õ of a text or of a record as ō, the others as they are."""
    if isinstance(value, dict):
        return {k: macron(v) for k, v in value.items()}
    if isinstance(value, list):
        return [macron(v) for v in value]
    if isinstance(value, str):
        return value.replace("õig", "ōig").replace("kõr", "kōr").replace("ÕIG", "ŌIG")
    return value


def planeerija():
    doc = Doc("t7", "planeerimisspetsialist", bullet="–", page_number="Lk {n} ({total})", layout_of="reportlab", wrap=96,
              forms={"reportlab": SERIF, "fpdf2": SERIF, "docx": SANS})
    doc.approval("Põllumaa linnapea", "käskkirjaga nr. 12-1/40 lisa 2", "30. 09. 2025", by="Põllumaa linnapea", act="käskkirjaga",
                 number="12-1/40", date="2025-09-30")
    doc.title("PLANEERIMISSPETSIALISTI AMETIJUHEND")
    doc.general("1. ÜLDOSA", [
        f("1.1. Ametiasutus", "Põllumaa Linnavalitsus", "institution"),
        f("1.2. Struktuuriüksus", "Ehitus- ja planeerimisosakond", "unit"),
        f("1.3. Teenistuskoha nimetus", "Planeerimisspetsialist", "job_title"),
        f("1.4. Teenistuskoha liik", "Ametnik"),
        f("1.5. Vahetu juht", "Linnaarhitekt", "manager"),
        f("1.6. Alluvad", "Ei ole", "subordinates", []),
        f("1.7. Asendab keda", "-", "substitutes", []),
        f("1.8. Asendab kes", "Linnaarhitekti määratud ametnik", "substituted_by"),
    ], form="above")
    doc.purpose("2. TEENISTUSKOHA EESMÄRK", "on tagada, et linna planeeringud oleksid läbimõeldud, seaduslikud ja elanikele arusaadavad.")
    doc.requirements("3. TEENISTUSKOHALE ESITATAVAD NÕUDED", form="sentences", blocks=[
        r("3.1.", "Haridus", "Magistrikraad arhitektuuri, maastikuarhitektuuri või linnaplaneerimise erialal.", education=("master", 7)),
        r("3.2.", "Töökogemus", "Vähemalt 2-aastane töökogemus planeerimise alal.", experience=[(2, "field")]),
        r("3.3.", "Keeleoskus", "Eesti keele valdamine tasemel C1 ja inglise keele valdamine tasemel B2.", languages=[("et", "C1"), ("en", "B2")]),
        r("3.4.", "Arvutioskus", "Joonestustarkvara ja geoinfosüsteemi kasutamise oskus.", computer=True),
        r("3.5.", "Isikuomadused", "Hea suhtlemisoskus ja kriitikataluvus."),
    ], open=("competencies",))
    doc.duties("4. PÕHIÜLESANDED", [
        d("4.1.", "Detailplaneeringute algatamise, vastuvõtmise ja kehtestamise otsuste ettevalmistamine."),
        d("4.2.", "Avalike väljapanekute ja arutelude korraldamine."),
        d("4.3.", "Planeeringulahenduste läbivaatamine ning märkuste esitamine koostajale."),
        d("4.4.", "Projekteerimistingimuste eelnõude koostamine."),
        d("4.5.", "Üldplaneeringu elluviimise jälgimine, sh", sub=["elluviimise ülevaate koostamine;", "muutmisettepanekute kogumine."]),
        d("4.6.", "Planeeringute andmekogu pidamine."),
    ])
    doc.duties("5. MUUD ÜLESANDED", [
        d("5.1.", "Linnaruumi puudutavate konkursside ettevalmistamine."),
        d("5.2.", "Linnaarhitekti antud ühekordsete ülesannete täitmine."),
    ])
    doc.items("responsibilities", "6. VASTUTUS", ["menetlustähtaegade järgimise eest;", "ettevalmistatud eelnõude õiguspärasuse eest;",
              "teenistusalase teabe hoidmise eest."], lead="Vastutab:", bullets=True)
    doc.items("rights", "7. ÕIGUSED", ["nõuda planeeringu koostajalt lisamaterjale;", "kaasata eksperte;", "saada koolitust."],
              lead="Omab õigust:", bullets=True)
    doc.items("amendment", "8. AMETIJUHENDI MUUTMINE", ["Ametijuhend vaadatakse läbi vähemalt kord kahe aasta jooksul.", WITHOUT_CONSENT], numbers="8.{}.")
    doc.sign("Tutvunud ja eksemplari kätte saanud", "____ . ____________ 20__. a.", "", "________________ (allkiri)")
    doc.variant("numbers", swap(("4.2. Avalike", "4\n.2. Avalike"), ("4.4. Projekteerimistingimuste", "4.4.Projekteerimistingimuste"),
                                ("2. TEENISTUSKOHA EESMÄRK\non", "2.TEENISTUSKOHA EESMÄRK\non")))
    return doc


def rahvastik():
    doc = Doc("t7", "registrispetsialist", bullet="-", page_number="{n}/{total}", layout_of="weasyprint", wrap=100,
              forms={"docx": SANS, "weasyprint": SANS, "fpdf2": SERIF})
    doc.approval("KINNITATUD", "Kuuseranna vallavanema 03.12.2025", "käskkirjaga nr 15-3/27", by="Kuuseranna vallavanema",
                 act="käskkirjaga", number="15-3/27", date="2025-12-03")
    doc.title("REGISTRISPETSIALISTI AMETIJUHEND")
    doc.general("1. ÜLDOSA", [
        f("1.1. Ametiasutus:", "Kuuseranna Vallavalitsus", "institution"),
        f("1.2. Struktuuriüksus:", "Vallakantselei", "unit"),
        f("1.3. Teenistuskoha asukoht:", "Kuuse alevik", "location"),
        f("1.4. Teenistuskoha nimetus:", "Registrispetsialist", "job_title"),
        f("1.5. Vahetu juht:", "Vallasekretär", "manager"),
        f("1.6. Asendab keda:", "Vallakantselei juhiabi", None),
        f("1.7. Asendab kes:", "Vallakantselei juhiabi või vallasekretäri määratud ametnik", "substituted_by",
          ["Vallakantselei juhiabi", "vallasekretäri määratud ametnik"]),
    ], form="tab")
    doc.purpose("2. TEENISTUSKOHA EESMÄRK", "Rahvastikuregistri toimingute tegemine ja perekonnasündmuste registreerimine.", runin=True)
    doc.requirements("3. NÕUDED HARIDUSELE, TÖÖKOGEMUSELE, TEADMISTELE JA OSKUSTELE", blocks=[
        r("3.1.", "Haridus", "Vähemalt keskharidus", education=("secondary", 4)),
        r("3.2.", "Töökogemus", "Vähemalt 1-aastane töökogemus dokumentide menetlemisel", experience=[(1, "field")]),
        r("3.3.", "Teadmised ja oskused", bullets="3.3.{}.", skills=["Rahvastikuregistri seaduse tundmine.", "Täpsus andmete sisestamisel.",
          "Hea suhtlemisoskus."]),
        r("3.4.", "Keeleoskus", "Eesti keel tasemel C1, vene keel tasemel B1", languages=[("et", "C1"), ("ru", "B1")]),
        r("3.5.", "Arvutioskus", "Kontoritarkvara ja registrite kasutamise oskus", computer=True),
    ])
    doc.duties("4. TEENISTUSKOHUSTUSED", lead="Registrispetsialist:", duties=[
        d("4.1.", "registreerib sünnid ja surmad;"),
        d("4.2.", "võtab vastu elukohateateid ja kannab andmed registrisse;"),
        d("4.3.", "väljastab registrist väljavõtteid;"),
        d("4.4.", "peab arvestust valla elanike üle ja esitab andmed statistikaks;"),
        d("4.5.", "korraldab valijate nimekirja andmete kontrollimist;"),
        d("4.6.", "peab kalmistu registrit;"),
        d("4.7.", "täidab muid vallasekretäri antud ülesandeid."),
    ])
    doc.items("rights", "5. ÕIGUSED", ["nõuda isikult toiminguks vajalikke dokumente;", "keelduda toimingust, kui dokumendid on puudulikud;",
              "saada täienduskoolitust."], lead="Ametnikul on õigus:", numbers="5.{}.")
    doc.items("responsibilities", "6. VASTUTUS", ["registrikannete õigsuse eest;", "isikuandmete kaitse eest;", "blankettide hoidmise eest."],
              lead="Ametnik vastutab:", numbers="6.{}.")
    doc.items("tools", "7. TÖÖVAHENDID", ["arvuti ja ID-kaardi lugeja;", "printer;", "lauatelefon."], bullets=True)
    doc.items("amendment", "8. AMETIJUHENDI MUUTMINE", ["Ametijuhendit muudab vallavanem.", WITHOUT_CONSENT], numbers="8.{}.")
    doc.sign("(allkirjastatud digitaalselt)", "{Allkirjastaja}", "Vallavanem", digital=True, signer=None, signer_title="Vallavanem",
             placeholders=["{Allkirjastaja}"])
    return doc


DOCS = [sotsiaaltoo(), keskkond(), maakorraldaja(), planeerija(), rahvastik()]
