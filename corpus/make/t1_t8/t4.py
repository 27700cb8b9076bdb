"""Family T4: labels without numbers, a section on what the holder goes by, a table of duties and indicators."""
from .flow import before, in_turn, swap
from .kit import Doc, d, f, r

SERIF, SANS = {"font": "Liberation Serif", "size": 11.5}, {"font": "Liberation Sans", "size": 10.5}
DEJAVU = {"font": "DejaVu Sans", "size": 9}


def inspektor():
    doc = Doc("t4", "jarelevalveinspektor", bullet="•", page_number="{n} ({total})", layout_of="lo", loose=True,
              forms={"lo": SERIF, "chromium": SERIF, "odt": SERIF})
    doc.approval("KINNITATUD", "Taimeohutuse Ameti", "peadirektori", "veebruari 2026", "käskkirjaga nr 9",
                 by="Taimeohutuse Ameti peadirektori", act="käskkirjaga", number="9")
    doc.caps("TAIMEOHUTUSE AMET", "JÄRELEVALVE OSAKOND", institution="TAIMEOHUTUSE AMET")
    doc.title("INSPEKTORI AMETIJUHEND")
    doc.para("(seemnete ja istutusmaterjali järelevalve alal)")
    doc.general("1. ÜLDOSA", [
        f("Teenistuskoha nimetus", "Inspektor", None),   # the line under the title may be read as part of it
        f("Struktuuriüksus", "Järelevalve osakond, taimse materjali büroo", "unit"),
        f("Vahetu juht", "Taimse materjali büroo juhataja", "manager"),
        f("Kes asendab", "Inspektor, vaneminspektor", "substituted_by", ["Inspektor", "vaneminspektor"]),
        f("Keda asendab", "Inspektor, vaneminspektor", "substitutes", ["Inspektor", "vaneminspektor"]),
    ])
    doc.purpose("2. TEENISTUSKOHA EESMÄRK", "Järelevalve tegemine seemnete ja istutusmaterjali tootmise ning turustamise üle, et "
                "kasvatajateni jõuaks terve ja nõuetekohane materjal.")
    doc.other("3. AMETNIK JUHINDUB", ["Eesti Vabariigi ja Euroopa Liidu õigusaktidest;", "ameti põhimäärusest ja kvaliteedijuhtimise "
              "süsteemi dokumentidest;", "käesolevast ametijuhendist."], bullets=True)
    doc.duties("4. TEENISTUSÜLESANDED", form="table", plain=True, head=("Ülesanne", "Tulemuslikkuse näitaja"), duties=[
        d("4.1", "Kontrollib tootmis- ja turustuskohti järelevalveplaani alusel.",
          ["Järelevalveplaan on täidetud ja igast kontrollist on koostatud protokoll."]),
        d("4.2", "Võtab proove ning saadab need laboratooriumi.",
          ["Proovid on võetud nõuetekohaselt ja jõudnud laboratooriumi järgmiseks tööpäevaks."]),
        d("4.3", "Teeb ettekirjutusi ja kontrollib nende täitmist.",
          ["Ettekirjutused on põhjendatud ja järelkontroll on tehtud määratud tähtpäevaks."]),
        d("4.4", "Menetleb väärtegusid oma pädevuse piires.", ["Menetlustoimingud vastavad seadusele ja tähtaegu ei ole ületatud."]),
        d("4.5", "Annab selgitusi ettevõtjatele ja osaleb teabepäevade korraldamisel.",
          ["Selgitused on õiged ning antud viie tööpäeva jooksul."]),
        d("4.6", "Osaleb järelevalve juhendmaterjalide koostamisel.", ["Juhendmaterjalid on ajakohased."]),
        d("4.7", "Täidab büroo juhataja antud muid ülesandeid.", ["Ülesanded on täidetud."]),
    ])
    doc.items("rights", "5. ÕIGUSED", ["siseneda järelevalve tegemiseks ettevõtja tootmisruumidesse ja maa-alale;",
              "saada ettevõtjalt dokumente ja selgitusi;", "saada täienduskoolitust."], lead="Ametnikul on õigus:", bullets=True)
    doc.items("responsibilities", "6. VASTUTUS", ["ülesannete õigeaegse ja seadusliku täitmise eest;",
              "ametisaladuse ja ärisaladuse hoidmise eest;", "ametitunnistuse ja töövahendite säilimise eest."],
              lead="Ametnik vastutab:", bullets=True)
    doc.requirements("7. NÕUDED AMETNIKULE", form="beside", blocks=[
        r(None, "Haridus", "Kõrgharidus põllumajanduse või bioloogia erialal", education=("higher", None)),
        r(None, "Töökogemus", "Vähemalt 1-aastane erialane töökogemus", experience=[(1, "field")]),
        r(None, "Keeleoskus", "Eesti keel tasemel C1, inglise keel tasemel B2", languages=[("et", "C1"), ("en", "B2")]),
        r(None, "Arvutioskus", "Kontoritarkvara kasutamise oskus", computer=True),
        r(None, "Muud nõuded", "B-kategooria juhtimisõigus", other=True),
    ])
    doc.variant("doubled", swap(("KINNITATUD\n", "KINNITATUD\nKINNITATUD\n")))
    return doc


def laborant():
    doc = Doc("t4", "laborant", bullet="-", page_number="{n}", layout_of="typst", wrap=96,
              forms={"typst": SANS, "weasyprint": SERIF, "docx": SANS, "rtf": SANS})
    doc.approval("KINNITATUD", "Joogivee Uuringute Keskuse", "direktori", "oktoobri 2025", "käskkirjaga nr 1-5/61",
                 by="Joogivee Uuringute Keskuse direktori", act="käskkirjaga", number="1-5/61")
    doc.title("LABORANDI AMETIJUHEND")
    doc.general("1. ÜLDOSA", [
        f("Struktuuriüksus", "Keemialabor", "unit"),
        f("Vahetu juht", "Keemialabori juhataja", "manager"),
        f("Alluvad", "Puuduvad", "subordinates", []),
        f("Asendaja", "Teine laborant", "substituted_by"),
        f("Keda asendab", "Teist laboranti ja proovivõtjat", None),
        f("Tööaeg", "Summeeritud tööaeg, täiskoormus", None),
    ], form="colon")
    doc.purpose("2. TÖÖKOHA EESMÄRK", "Vee- ja pinnaseproovide keemiliste analüüside tegemine vastavalt kehtivatele meetoditele.")
    doc.other("3. TÖÖTAJA JUHINDUB", ["töölepingust ja töökorralduse reeglitest;", "labori kvaliteedikäsiraamatust;",
              "tööohutuse ja kemikaalide käitlemise eeskirjadest."], numbers="3.{}.")
    doc.duties("4. TÖÖÜLESANDED", form="share", plain=True, head=("Ülesanne", "Tulemuslikkuse näitaja", "Osakaal"), duties=[
        d("4.1.", "Proovide vastuvõtmine ja registreerimine.",
          ["Proovid on registreeritud saabumise päeval."], share=("15%", 15)),
        d("4.2.", "Analüüside tegemine meetodikirjelduste järgi.",
          ["Tulemused jäävad kontrollproovi lubatud vahemikku ja on valmis tellijaga kokku lepitud ajaks."], share=("50%", 50)),
        d("4.3.", "Mõõteseadmete kontrollimine ja hooldamine.",
          ["Seadmed on taadeldud ning hooldused kantud päevikusse."], share=("10%", 10)),
        d("4.4.", "Lahuste valmistamine ja kemikaalide arvestus.",
          ["Lahused on märgistatud ning kemikaalide kogused vastavad arvestusele."], share=("15%", 15)),
        d("4.5.", "Labori korrashoid ja jäätmete üleandmine.", ["Ohtlikud jäätmed on üle antud vähemalt kord kvartalis."], share=("10%", 10)),
    ])
    doc.items("rights", "5. ÕIGUSED", ["saada tööks vajalikke isikukaitsevahendeid;", "keelduda proovist, mille märgistus on "
              "puudulik;", "saada väljaõpet uute seadmete kasutamiseks."], lead="Töötajal on õigus:", numbers="5.{}.")
    doc.items("responsibilities", "6. VASTUTUS", ["Töötaja vastutab analüüside õigsuse, seadmete säilimise ja ohutusnõuete järgimise eest."])
    doc.requirements("7. NÕUDED TÖÖTAJALE", blocks=[
        r("7.1.", "Haridus", "kutsekeskharidus keemia või laboritöö erialal", education=("vocational", 4)),
        r("7.2.", "Töökogemus", "vähemalt kuuekuuline töökogemus laboris", experience=[]),
        r("7.3.", "Keeleoskus", "eesti keel vähemalt tasemel B2", languages=[("et", "B2")]),
        r("7.4.", "Arvutioskus", "labori infosüsteemi ja tabelarvutuse kasutamise oskus", computer=True),
        r("7.5.", "Isikuomadused", bullets="-", skills=["korrektsus;", "hea koordinatsioon;", "keskendumisvõime."]),
    ], open=("experience",))
    doc.sign("Olen ametijuhendiga tutvunud:", "______________________    ____________", "(nimi ja allkiri)    (kuupäev)")
    doc.variant("email", before(
        "Tähelepanu! Kiri on saabunud väljastpoolt asutust. Ärge avage kahtlaseid manuseid.\n\nTere!\n\n"
        "Saadan palutud ametijuhendi kirja sees, sest manus ei avanenud.\n\nLugupidamisega\npersonalitalitus\n"
        "Joogivee Uuringute Keskus\n\n----------\n\n"))
    return doc


def jurist():
    doc = Doc("t4", "jurist", bullet="-", ruled=False, page_number="lk {n}/{total}", layout_of="reportlab", spaced=True,
              forms={"reportlab": SANS, "lo": {**DEJAVU, "lists": True}, "html": SERIF})
    doc.approval("KINNITATUD", "Ravikindlustuse Keskuse peadirektori", "12.09.2025 käskkirjaga nr 1-2/41", "Lisa 6",
                 by="Ravikindlustuse Keskuse peadirektori", act="käskkirjaga", number="1-2/41", date="2025-09-12")
    doc.title("JURISTI AMETIJUHEND")
    doc.general("1. ÜLDOSA", [
        [f("Teenistuskoha nimetus", "Jurist", "job_title"), f("Struktuuriüksus", "Õigusosakond", "unit")],
        [f("Vahetu juht", "Õigusosakonna juhataja", "manager"), f("Teenistuskoha liik", "Ametnik")],
        [f("Kes asendab", "Vanemjurist", "substituted_by"), f("Keda asendab", "Vanemjurist", "substitutes")],
    ], form="rows")
    doc.purpose("2. TEENISTUSKOHA EESMÄRK", "Keskuse tegevuse õiguspärasuse tagamine ning keskuse huvide kaitsmine vaidlustes.")
    doc.other("3. AMETNIK JUHINDUB OMA TÖÖS", ["Ametnik juhindub oma töös seadustest, keskuse põhimäärusest, peadirektori käskkirjadest "
              "ja käesolevast ametijuhendist."])
    doc.duties("4. TEENISTUSÜLESANDED", form="table", head=("Ülesanded", "Tulemuslikkuse näitajad"), widths=[50, 50], duties=[
        d("4.1", "Lepingute ja käskkirjade eelnõude kontrollimine.",
          ["Eelnõu on läbi vaadatud kolme tööpäeva jooksul.", "Kinnitatud dokumendid vastavad õigusaktidele."]),
        d("4.2", "Vaidemenetluste läbiviimine.", ["Otsused on põhjendatud ja tehtud seaduses määratud tähtaja jooksul."]),
        d("4.3", "Keskuse esindamine kohtus ja muudes vaidlusi lahendavates organites.",
          ["Menetlusdokumendid on esitatud õigeaegselt.", "Kohtumenetluse seisust on õigusosakonna juhatajat teavitatud."]),
        d("4.4", "Osakondade nõustamine õigusküsimustes.", ["Nõuanne on selge, kirjalik ja antud kokkulepitud ajaks."]),
        d("4.5", "Õigusaktide muudatuste jälgimine ja tutvustamine töötajatele.",
          ["Muudatustest on teavitatud enne nende jõustumist."]),
    ])
    doc.items("responsibilities", "5. VASTUTUS", ["oma seisukohtade õiguslik põhjendatus;", "menetlustähtaegade järgimine;",
              "delikaatsete andmete kaitse."], lead="Ametniku vastutusalas on:", numbers="5.{}")
    doc.items("rights", "6. ÕIGUSED", ["saada osakondadelt seisukoha andmiseks vajalikke dokumente;", "kaasata eksperte ja tõlke;",
              "esindada keskust volikirja alusel."], lead="Ametnikul on õigus:", numbers="6.{}")
    doc.requirements("7. KVALIFIKATSIOONINÕUDED", form="sentences", blocks=[
        r("7.1", "Haridus", "Magistrikraad õigusteaduses või sellele vastav kvalifikatsioon.", education=("master", 7)),
        r("7.2", "Töökogemus", "Vähemalt 2-aastane töökogemus juristina.", experience=[(2, "field")]),
        r("7.3", "Keeleoskus", "Eesti keele oskus tasemel C1 ja inglise keele oskus tasemel B2.", languages=[("et", "C1"), ("en", "B2")]),
        r("7.4", "Arvutioskus", "Õigusaktide andmekogude ja kontoritarkvara kasutamise oskus.", computer=True),
    ])
    doc.items("amendment", "8. AMETIJUHENDI MUUTMINE", ["Ametijuhendit muudetakse ameti- või töökorralduse muutumisel.",
              "Oluline muudatus eeldab ametniku nõusolekut."], numbers="8.{}")
    doc.variant("quotes", in_turn(swap(("käesolevast ametijuhendist", "ʺKeskuse asjaajamiskorrastʺ ja “sisekorra eeskirjast”"),
                                       ("Menetlusdokumendid on esitatud", "Menetlusdokumendid on \"E-toimiku\" kaudu esitatud"))),
                quoted)
    return doc


def quoted(record):
    record["other_sections"][0]["text"][0] = record["other_sections"][0]["text"][0].replace(
        "käesolevast ametijuhendist", "ʺKeskuse asjaajamiskorrastʺ ja “sisekorra eeskirjast”")
    results = record["duties"][2]["results"]
    results[0] = results[0].replace("Menetlusdokumendid on", "Menetlusdokumendid on \"E-toimiku\" kaudu")
    return record


def registripidaja():
    doc = Doc("t4", "vanemspetsialist-taimeregister", bullet="–", ruled=True, page_number="{n}", layout_of="chromium",
              running_header="Vanemspetsialisti ametijuhend", forms={"chromium": {**DEJAVU, "hyphenate": True}, "lo": SANS})
    doc.approval("KINNITATUD", "KINNITATUD", "Taimeohutuse Ameti", "peadirektori", "mai 2025", "käskkirjaga nr 33",
                 by="Taimeohutuse Ameti peadirektori", act="käskkirjaga", number="33")
    doc.title("VANEMSPETSIALISTI AMETIJUHEND")
    doc.general("1. ÜLDOSA", [
        f("Teenistuskoha nimetus", "Vanemspetsialist", "job_title"),
        f("Struktuuriüksus", "Registrite osakond", "unit"),
        f("Vahetu juht", "Registrite osakonna juhataja", "manager"),
        f("Alluvad", "registripidajad ja arhivaar", None),
        f("Esimene asendaja", "Registrite osakonna juhataja", "substituted_by"),
        f("Teine asendaja", "Registripidaja", "substituted_by"),
        f("Keda asendab", "Registrite osakonna juhataja", "substitutes"),
    ], form="tab")
    doc.purpose("2. TEENISTUSKOHA EESMÄRK", "Taimekaitsevahendite registri pidamine.",
                "Registri andmete avalikustamine ja kasutajate teavitamine.", numbers=("2.1", "2.2"))
    doc.other("3. TEENISTUJA JUHINDUB", ["taimekaitseseadusest;", "registri põhimäärusest;", "andmekaitse nõuetest."], bullets=True)
    doc.duties("4. TEENISTUSÜLESANDED", form="table", head=("Ülesanne", "Tulemuslikkuse näitaja"), repeat=True, duties=[
        d("4.1", "Taotluste vastuvõtmine ja nende terviklikkuse kontrollimine;",
          ["taotlus on läbi vaadatud viie tööpäeva jooksul;", "puudustest on taotlejale teatatud;"]),
        d("4.2", "Registrikannete tegemine;", ["kanne vastab otsusele ja on tehtud otsuse jõustumise päeval;"]),
        d("4.3", "Registripidajate töö jaotamine ning juhendamine;", ["töökoormus on jaotatud ühtlaselt;",
          "uus registripidaja töötab iseseisvalt kolme kuu möödudes;"]),
        d("4.4", "Andmete avalikustamine ameti kodulehel;", ["avalikud andmed on ajakohased;"]),
        d("4.5", "Registri arendusvajaduste kirjeldamine;", ["arendustellimus on selge ja kooskõlastatud;"]),
        d("4.6", "Vastamine teabenõuetele.", ["vastatud on seaduses ette nähtud tähtaja jooksul."]),
    ])
    doc.items("rights", "5. ÕIGUSED", ["tagastada puudustega taotlus;", "anda registripidajatele tööülesandeid;",
              "teha ettepanekuid registri arendamiseks."], lead="Teenistujal on õigus:", bullets=True)
    doc.items("responsibilities", "6. VASTUTUS", ["registri andmete õigsuse eest;", "andmete lubamatu avaldamise vältimise eest."],
              lead="Teenistuja vastutab:", bullets=True)
    doc.requirements("7. NÕUDED TEENISTUJALE", form="subhead", blocks=[
        r(None, "Haridus:", "Keskeriharidus või kõrgharidus.", education=("vocational", None)),
        r(None, "Töökogemus:", "Vähemalt 3-aastane töökogemus dokumendihalduses või registripidamises.", experience=[(3, "field")]),
        r(None, "Keeleoskus:", "Eesti keel vähemalt tasemel C1.", "Inglise keel vähemalt tasemel B1.", bullets="-",
          languages=[("et", "C1"), ("en", "B1")]),
        r(None, "Arvutioskus:", "Registrite ja kontoritarkvara kasutamise oskus.", computer=True),
    ], open=("education",))
    doc.items("tools", "8. TÖÖVAHENDID", ["arvuti;", "skanner;", "ametitelefon."], bullets=True)
    return doc


DOCS = [inspektor(), laborant(), jurist(), registripidaja()]
