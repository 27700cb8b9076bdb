"""Family T1: labels without numbers beside their values; the purpose is a row of that table."""
from .flow import before, mojibake, swap
from .kit import Doc, d, f, r

SERIF, SANS = {"font": "Liberation Serif", "size": 11.5}, {"font": "Liberation Sans", "size": 10.5}
DEJAVU = {"font": "DejaVu Sans", "size": 9.5}


def noustaja():
    doc = Doc("t1", "noustaja-ohvriabi", bullet="▪", page_number="{n}", layout_of="lo",
              forms={"lo": {**SERIF, "lists": True, "autonumber": True}, "odt": SERIF, "chromium": {**SANS, "lists": True}})
    doc.approval("KINNITATUD Kaldamaa Abiameti peadirektori 19.02.2025", "käskkirjaga nr 27 Lisa 4",
                 by="Kaldamaa Abiameti peadirektori", act="käskkirjaga", number="27", date="2025-02-19")
    doc.title("AMETIJUHEND")
    doc.general("1. Üldosa", [
        f("Struktuuriüksus", "Ohvriabi ja ennetuse osakond, lääne piirkond", "unit"),
        f("Teenistuskoht", "Nõustaja (ohvriabi)", "job_title"),
        f("Vahetu juht", "Piirkonna juhataja", "manager"),
        f("Alluvad", "-", "subordinates", []),
        f("Teenistuja asendab", "Nõustaja (ohvriabi)", "substitutes"),
        f("Teenistuja asendaja", "Nõustaja (ohvriabi) või piirkonna juhataja määratud teenistuja", "substituted_by",
          ["Nõustaja (ohvriabi)", "piirkonna juhataja määratud teenistuja"]),
        f("Teenistuskoha eesmärk", "Pakkuda kuriteo või väärkohtlemise läbi kannatanud inimestele kohest ja inimlikku abi "
          "ning aidata neil jõuda vajalike teenusteni, vähendades juhtunu tagajärgi ja korduva kannatuse ohtu.", "purpose"),
    ])
    doc.duties("2. Teenistusülesanded", form="table", head=("Põhiülesanded", "Oodatavad tulemused"), duties=[
        d("2.1", "Abivajaja vastuvõtmine ja esmase abivajaduse hindamine.",
          ["Abivajajaga on ühendust võetud hiljemalt järgmisel tööpäeval pärast teate saamist.",
           "Abivajadus on hinnatud ja turvaplaan vajaduse korral koostatud."]),
        d("2.2", "Ohvriabi teenuste selgitamine ning nendele suunamine, sh",
          ["Abivajaja teab oma õigusi ja talle sobivaid teenuseid.",
           "Teenusele suunamine on vormistatud ja põhjendatud."],
          ["psühholoogilise abi korraldamine;", "lepitusteenuse pakkumine;", "hüvitise taotlemise nõustamine."]),
        d("2.3", "Juhtumivõrgustiku kokkukutsumine ja selle töö vedamine.",
          ["Võrgustiku liikmete ülesanded ja tähtajad on kokku lepitud.", "Kokkulepete täitmist on jälgitud."]),
        d("2.4", "Andmete kandmine infosüsteemi.", ["Andmed on sisestatud kolme tööpäeva jooksul ja on õiged."]),
        d("2.5", "Kriisiolukorras kannatanute ja nende lähedaste toetamine koos partneritega.",
          ["Abi on kättesaadav kogu kriisi vältel."]),
        d("2.6", "Ennetustegevuse läbiviimine piirkonna koolides ja noortekeskustes.",
          ["Aastas on toimunud vähemalt kuus ennetusüritust.", "Osalejate tagasiside on kokku võetud."]),
        d("2.7", "Piirkonna juhataja antud muude ülesannete täitmine.", ["Ülesanded on täidetud tähtajaks."]),
    ])
    doc.items("rights", "3. Õigused", ["saada ülesannete täitmiseks vajalikku teavet ja juhendamist;",
              "osaleda regulaarselt töönõustamisel;", "teha ettepanekuid teenuste parandamiseks."],
              lead="Teenistujal on õigus:", bullets=True)
    doc.items("responsibilities", "4. Vastutus", ["teenistusülesannete seadusliku ja õigeaegse täitmise eest;",
              "abivajajate andmete kaitsmise eest;", "teenistusalase teabe õigsuse eest."],
              lead="Teenistuja vastutab:", bullets=True)
    doc.items("tools", "5. Töövahendid", ["Teenistuja kasutuses on sülearvuti, mobiiltelefon ja vajaduse korral ameti sõiduauto."])
    doc.requirements("6. Teenistuskohale esitatavad nõuded", form="beside", blocks=[
        r(None, "Haridus", "Kõrgharidus sotsiaalteaduste valdkonnas", education=("higher", None)),
        r(None, "Töökogemus", "Vähemalt 2-aastane töökogemus sotsiaaltöös või nõustamises", experience=[(2, "field")]),
        r(None, "Keeleoskus", "Eesti keel tasemel C1", "Vene keel vähemalt tasemel B2", languages=[("et", "C1"), ("ru", "B2")]),
        r(None, "Arvutioskus", "Kontoritarkvara kasutamise oskus", computer=True),
        r(None, "Kompetentsid", bullets="-", skills=[
            ("Empaatia", "Kuulab hinnanguid andmata ja märkab abivajaja tegelikku muret."),
            ("Pingetaluvus", "Säilitab rahu ka ootamatus olukorras."), "Ohvriabi seaduse tundmine."]),
    ])
    doc.items("amendment", "7. Ametijuhendi muutmine", [
        "Ametijuhendit muudetakse teenistuja nõusolekul, välja arvatud seaduses sätestatud juhtudel."])
    return doc


def andmeanalyytik():
    doc = Doc("t1", "andmeanalyytik", bullet="•", ruled=False, page_number="{n}/{total}", layout_of="typst",
              forms={"typst": DEJAVU, "reportlab": SERIF, "docx": SANS}, wrap=100)
    doc.para("Lisa 2")
    doc.title("AMETIJUHEND")
    doc.general("1. ÜLDOSA", [
        f("Struktuuriüksus", "Analüüsi ja statistika talitus", "unit"),
        f("Teenistuskoht", "Andmeanalüütik", "job_title"),
        f("Vahetu juht", "Talituse juhataja", "manager"),
        f("Alluvad", "puuduvad", "subordinates", []),
        f("Keda asendab", "Juhtivanalüütik", "substitutes"),
        f("Asendaja", "Juhtivanalüütik; andmeinsener", "substituted_by", ["Juhtivanalüütik", "andmeinsener"]),
        f("Teenistuskoha asukoht", "Kaldamaa linn", "location"),
        f("Teenistuskoha eesmärk", "Toetada ameti juhtimisotsuseid usaldusväärsete analüüside ja prognoosidega ning hoida "
          "ameti andmeladu korras.", "purpose"),
    ], widths=(30, 70))
    doc.duties("2. PÕHIKOHUSTUSED", form="table", plain=True, head=("Ülesanne", "Soovitud tulemus"), widths=[50, 50], repeat=True,
               duties=[
        d("2.1", "Kogub ja ühendab andmeid ameti infosüsteemidest ning kontrollib nende kvaliteeti.",
          ["Andmed on enne kasutamist kontrollitud ja vead kõrvaldatud."]),
        d("2.2", "Koostab igakuised ülevaated toetuste ja teenuste kasutamise kohta.",
          ["Ülevaade on avaldatud siseveebis iga kuu 10. kuupäevaks."]),
        d("2.3", "Prognoosib toetuste kulu ja saajate arvu.",
          ["Prognoos on esitatud rahandusteenistusele eelarve koostamise tähtajaks ja selle eeldused on kirjas."]),
        d("2.4", "Arendab andmelao aruandeid.", ["Aruanded töötavad ja vastavad kasutajate vajadustele."]),
        d("2.5", "Vastab statistika kohta esitatud päringutele.", ["Vastused on antud seaduses sätestatud tähtaja jooksul."]),
        d("2.6", "Nõustab talitusi küsitluste ettevalmistamisel ning tulemuste tõlgendamisel.",
          ["Küsimustikud mõõdavad seda, mida on vaja teada."]),
    ])
    doc.items("responsibilities", "3. VASTUTUS", ["analüüside metoodilise õigsuse eest;", "andmete kasutamise eest lubatud eesmärgil;",
              "tähtaegadest kinnipidamise eest."], lead="Ametnik vastutab:", numbers="3.{}")
    doc.items("rights", "4. ÕIGUSED", ["pääseda ligi tööks vajalikele andmetele;", "nõuda andmete parandamist nende omanikult;",
              "osaleda erialasel koolitusel."], lead="Ametnikul on õigus:", numbers="4.{}")
    doc.requirements("5. TEENISTUSKOHALE ESITATAVAD NÕUDED", blocks=[
        r("5.1", "Haridus", "magistrikraad statistika, matemaatika või majanduse erialal", education=("master", 7)),
        r("5.2", "Töökogemus", "vähemalt 3-aastane töökogemus andmeanalüüsi alal", experience=[(3, "field")]),
        r("5.3", "Keeleoskus", "eesti keel tasemel C1 ja inglise keel tasemel B2", languages=[("et", "C1"), ("en", "B2")]),
        r("5.4", "Arvutioskus", "päringukeele SQL ja vähemalt ühe statistikapaketi valdamine", computer=True),
        r("5.5", "Isikuomadused", bullets="-", skills=["täpsus", "analüüsivõime", "algatusvõime"]),
    ])
    doc.items("amendment", "6. AMETIJUHENDI MUUTMINE", ["Ametijuhend vaadatakse üle kord aastas arenguvestlusel."], numbers="6.{}")
    doc.variant("register", before(
        "Viit | 1-3/25/88\nRegistreeritud | 03.04.2025\nDokumendi liik | Käskkirja lisa\nJuurdepääsupiirang | Avalik\n"
        "Sarja nimetus | Põhitegevuse käskkirjad\n\n"))
    doc.variant("footnotes", swap(("Ametnikul on õigus:", "Ametnikul on õigus1:"),
                                  ("\n2/2\n", "\n1 Lisaks avaliku teenistuse seaduses sätestatud õigustele.\n2/2\n")))
    return doc


def ranne():
    doc = Doc("t1", "juhtivspetsialist-ranne", bullet="–", page_number="{n} ({total})", layout_of="weasyprint", loose=True,
              forms={"chromium": {**SERIF, "justify": True, "hyphenate": True}, "weasyprint": SANS, "docx": SERIF, "html": SANS})
    doc.approval("Kinnitatud", "Rannaveere Teenuste Ameti peadirektori", "6. märtsi 2026. a käskkirjaga nr 1.1-2/19",
                 by="Rannaveere Teenuste Ameti peadirektori", act="käskkirjaga", number="1.1-2/19", date="2026-03-06")
    doc.title("Ametijuhend")
    doc.general("1. Üldosa", [
        f("Struktuuriüksus:", "rändeteenuste talitus", "unit"),
        f("Teenistuskoht:", "juhtivspetsialist (ränne)", "job_title"),
        f("Vahetu juht:", "talituse juhataja", "manager"),
        f("Alluvad:", "puuduvad", "subordinates", []),
        f("Teenistuja asendab:", "peaspetsialisti (ränne)", "substitutes"),
        f("Teenistuja asendaja:", "peaspetsialist (ränne)", "substituted_by"),
        f("Teenistuskoha eesmärk:", "rahvusvahelise kaitse saanud inimeste vastuvõtu ja kohanemise korraldamine nii, et "
          "igal perel on eluase, juhendaja ja ligipääs kohalikele teenustele.", "purpose"),
    ], form="same")
    doc.duties("2. Teenistusülesanded", form="table", head=("Ülesanded", "Tulemuslikkuse näitajad"), duties=[
        d("2.1", "vastuvõtu kavandamine koostöös kohalike omavalitsustega;",
          ["vabade elukohtade ülevaade on iga nädala alguses ajakohane;", "ükski pere ei oota elukohta üle 30 päeva;"]),
        d("2.2", "tugiisikuteenuse korraldamine ja teenuse osutajate nõustamine;", ["igal saabunul on tugiisik esimesest päevast;"]),
        d("2.3", "teenuse osutajatega sõlmitud lepingute täitmise kontrollimine;",
          ["kontroll on tehtud iga osutaja juures vähemalt kord aastas;", "puudused on kõrvaldatud määratud tähtajaks;"]),
        d("2.4", "tõlketeenuse tellimine;", ["tõlge on olemas igal kohtumisel, kus seda on vaja;"]),
        d("2.5", "kohanemiskoolituste ettevalmistamine ning materjalide uuendamine;",
          ["materjalid on kättesaadavad vähemalt neljas keeles;"]),
        d("2.6", "valdkonna eelarve täitmise jälgimine;", ["eelarvet ei ole ületatud;"]),
        d("2.7", "rahvusvahelistes töörühmades osalemine.", ["ameti seisukohad on esitatud ja aruanne lähetuse kohta koostatud."]),
    ])
    doc.items("rights", "3. Õigused", ["kutsuda kokku nõupidamisi ja kaasata eksperte;", "allkirjastada oma valdkonna kirju;",
              "saada koolitust kokkulepitud mahus."], lead="Teenistujal on õigus", bullets=True)
    doc.items("responsibilities", "4. Vastutus", [
        "Teenistuja vastutab oma ülesannete nõuetekohase täitmise ning talle usaldatud andmete kaitse eest."])
    doc.requirements("5. Nõuded teenistujale", form="subhead", blocks=[
        r(None, "Haridus", "Bakalaureusekraad või sellele vastav kvalifikatsioon.", education=("bachelor", 6)),
        r(None, "Töökogemus", "Vähemalt kolmeaastane töökogemus rände- või sotsiaalvaldkonnas.", experience=[(3, "field")]),
        r(None, "Keeleoskus", "Eesti keele oskus tasemel C1.", "Inglise keele oskus tasemel C1.", bullets="-",
          languages=[("et", "C1"), ("en", "C1")]),
        r(None, "Arvutioskus", "Tabelarvutuse ja andmebaaside kasutamise oskus.", computer=True),
        r(None, "Kompetentsid", bullets="-", skills=[
            ("Suhtlemisoskus", "Loob kergesti kontakti eri kultuuritaustaga inimestega."),
            ("Otsustusvõime", "Langetab otsuse ka siis, kui kogu teavet ei ole."), ("Koostööoskus", "Peab kokkulepetest kinni.")]),
    ])
    doc.sign("(allkirjastatud digitaalselt)", "{Allkirjastaja}", "Peadirektor", digital=True, signer=None,
             signer_title="Peadirektor", placeholders=["{Allkirjastaja}"])
    doc.variant("glued", swap(("Ametijuhend\n1. Üldosa\n", "Ametijuhend 1. Üldosa\n"),
                              ("Ülesanded\nTulemuslikkuse näitajad\n", "Ülesanded Tulemuslikkuse näitajad\n")))
    return doc


def juhataja():
    doc = Doc("t1", "talituse-juhataja-hoolekanne", bullet="-", page_number="{n} / {total}", layout_of="fpdf2", spaced=True, loose=True,
              running_header="Kaldamaa Abiamet", forms={"lo": {**SANS, "justify": True}, "rtf": SANS, "fpdf2": SANS})
    doc.approval("KINNITATUD", "Kaldamaa Abiameti", "peadirektori 02.12.2024", "käskkirjaga nr 311", "Lisa 1",
                 by="Kaldamaa Abiameti peadirektori", act="käskkirjaga", number="311", date="2024-12-02")
    doc.title("TALITUSE JUHATAJA AMETIJUHEND")
    doc.general("1. Üldosa", [
        f("Struktuuriüksus", "Hoolekandeteenuste osakond, erihoolekande talitus", "unit"),
        f("Teenistuskoht", "Talituse juhataja", "job_title"),
        f("Vahetu juht", "Hoolekandeteenuste osakonna juhataja", "manager"),
        f("Alluvad", "Peaspetsialistid, juhtivspetsialist, klienditeenindaja", "subordinates",
          ["Peaspetsialistid", "juhtivspetsialist", "klienditeenindaja"]),
        f("Teenistuja asendab", "Hoolekandeteenuste osakonna juhataja", "substitutes"),
        f("Teenistuja asendaja", "Vastavalt asendusskeemile", None),
        f("Ametikoha eesmärk", "Tagada, et erihoolekandeteenused jõuavad õigel ajal nende inimesteni, kes neid vajavad, ning et "
          "teenuseid osutatakse nõuetekohaselt ja eelarve piires.", "purpose"),
    ])
    doc.duties("2. Põhiülesanded", form="table", head=("Põhiülesanded", "Oodatavad tulemused"), duties=[
        d("2.1.", "Talituse töö kavandamine, juhtimine ja tulemuste hindamine.",
          ["Talituse tööplaan on kinnitatud hiljemalt 31. jaanuariks.", "Töötajatega on peetud arenguvestlused."]),
        d("2.2.", "Erihoolekandeteenuste järjekorra haldamine.",
          ["Järjekorra andmed on õiged.", "Abivajajad ja nende lähedased teavad ooteaega."]),
        d("2.3.", "Teenuseosutajatega halduslepingute sõlmimine ning nende täitmise jälgimine:",
          ["Lepingud on sõlmitud enne eelmise lepingu lõppemist.", "Rikkumistele on reageeritud kümne tööpäeva jooksul."],
          ["läbirääkimiste pidamine;", "kohapealsete kontrollide läbiviimine."]),
        d("2.4.", "Talituse eelarve ettevalmistamine ja täitmine.", ["Eelarve on täidetud vähemalt 97 protsendi ulatuses."]),
        d("2.5.", "Valdkonna õigusaktide eelnõude kohta arvamuse andmine.", ["Arvamus on esitatud ministeeriumile tähtajaks."]),
        d("2.6.", "Uute töötajate värbamine ja sisseelamise toetamine.",
          ["Vabad teenistuskohad on täidetud kolme kuu jooksul.", "Uuel töötajal on juhendaja."]),
    ])
    doc.items("rights", "3. Õigused", ["anda talituse töötajatele korraldusi ja juhiseid;",
              "teha ettepanekuid töötajate palga ja tunnustamise kohta;", "esindada ametit talituse pädevuses olevates küsimustes;",
              "allkirjastada talituse väljasaadetavaid kirju."], lead="Teenistujal on õigus:", bullets=True)
    doc.items("responsibilities", "4. Vastutus", ["talituse ülesannete täitmise eest;", "talituse eelarve otstarbeka kasutamise eest;",
              "alluvate töökorralduse ja tööohutuse eest."], lead="Teenistuja vastutab:", bullets=True)
    doc.requirements("5. Nõuded", form="beside", widths=(28, 72), blocks=[
        r(None, "Haridus", "Magistrikraad või sellele vastav kvalifikatsioon", education=("master", 7)),
        r(None, "Töökogemus", "Vähemalt 5-aastane töökogemus sotsiaalvaldkonnas, sh vähemalt 2-aastane juhtimiskogemus",
          experience=[(5, "field"), (2, "management")]),
        r(None, "Keeleoskus", "Eesti keel tasemel C1, inglise keel tasemel B2, vene keel tasemel B1",
          languages=[("et", "C1"), ("en", "B2"), ("ru", "B1")]),
        r(None, "Arvutioskus", "Kontoritarkvara ja ameti infosüsteemide kasutamise oskus", computer=True),
    ])
    doc.items("amendment", "6. Ametijuhendi muutmine", [
        "Ametijuhendit võib muuta teenistuja nõusolekuta, kui ei muutu teenistuskoha eesmärk ega põhiülesanded ja ülesannete "
        "maht oluliselt ei suurene.", "Muul juhul muudetakse ametijuhendit kokkuleppel."], bullets=True)
    doc.variant("mojibake", mojibake)
    return doc


DOCS = [noustaja(), andmeanalyytik(), ranne(), juhataja()]
