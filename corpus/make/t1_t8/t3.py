"""Family T3: capitals above the title, a numbered general part, the purpose on its heading's line, duties as a plain list."""
from .flow import in_turn, swap
from .kit import Doc, cell, d, f, grid, r

SERIF, SANS = {"font": "Liberation Serif", "size": 11.5}, {"font": "Liberation Sans", "size": 10.5}
DEJAVU = {"font": "DejaVu Sans", "size": 9}


def liiklus():
    doc = Doc("t3", "liikluskorraldaja", page_number="{n}", layout_of="lo", wrap=110,
              forms={"lo": SERIF, "typst": SERIF, "rtf": SERIF})
    doc.approval("Lisa 1")
    doc.caps("PÕHJAVEERE TEEDEAMET", "LIIKLUSTEENISTUS", "LIIKLUSKORRALDUSE OSAKOND", institution="PÕHJAVEERE TEEDEAMET")
    doc.title("AMETIJUHEND")
    doc.general("1. Üldosa", [
        f("1.1. Struktuuriüksuse nimetus", "liikluskorralduse osakond (edaspidi osakond)", "unit"),
        f("1.2. Teenistuskoha nimetus", "liikluskorralduse peaspetsialist", "job_title"),
        f("1.3. Ametisse nimetab", "peadirektor"),
        f("1.4. Allub", "osakonna juhatajale (edaspidi juhataja)", "manager"),
        f("1.5. Asendaja", "osakonna liikluskorralduse peaspetsialist", "substituted_by"),
        f("1.6. Asendab", "osakonna liikluskorralduse peaspetsialisti", "substitutes"),
    ])
    doc.purpose("2. Teenistuskoha eesmärk", "on Põhjaveere Teedeameti hallatavatel teedel ohutu ja sujuva liikluskorralduse "
                "kavandamine ning liikluskorraldusvahendite nõuetele vastavuse tagamine.", runin=True)
    doc.duties("3. Teenistusülesanded", [
        d("3.1.", "liikluskorralduse projektide läbivaatamine ja nende kohta arvamuse andmine;"),
        d("3.2.", "ajutise liikluskorralduse kooskõlastamine ning selle täitmise kontrollimine teedel;"),
        d("3.3.", "liiklusmärkide ja teekattemärgistuse paigaldamise kavandamine koostöös teehoiu osakonnaga;"),
        d("3.4.", "liiklusohtlike kohtade väljaselgitamine, nende põhjuste analüüsimine ja ümberehituseks ettepanekute tegemine;"),
        d("3.5.", "kohalike omavalitsuste nõustamine liikluskorralduse küsimustes;"),
        d("3.6.", "õnnetuspaikade ülevaatusel osalemine;"),
        d("3.7.", "teabenõuetele ja kirjadele vastuste koostamine oma pädevuse piires;"),
        d("3.8.", "juhataja antud teenistuskohaga seotud muude ülesannete täitmine."),
    ])
    doc.items("responsibilities", "4. Vastutus", ["teenistusülesannete täpse, õigeaegse ja seadusliku täitmise eest;",
              "tema käsutuses oleva vara säilimise eest;", "teenistuse tõttu teatavaks saanud teabe hoidmise eest."],
              lead="Peaspetsialist vastutab:", numbers="4.{}.")
    doc.items("rights", "5. Õigused", ["saada teenistusülesannete täitmiseks vajalikke andmeid ja dokumente;",
              "teha juhatajale ettepanekuid töökorralduse kohta;", "saada teenistuseks vajalikku koolitust."],
              lead="Peaspetsialistil on õigus:", numbers="5.{}.")
    doc.requirements("6. Teenistuskoha nõuded", blocks=[
        r("6.1.", "Haridus", "kõrgharidus ehituse või transpordi alal", education=("higher", None)),
        r("6.2.", "Töökogemus", "vähemalt üheaastane töökogemus liikluskorralduse või projekteerimise valdkonnas", experience=[(1, "field")]),
        r("6.3.", "Keeleoskus", "eesti keele oskus vähemalt tasemel C1 ja ühe võõrkeele oskus vähemalt tasemel B1",
          languages=[("et", "C1"), (None, "B1")]),
        r("6.4.", "Arvutioskus", "joonestustarkvara ja geoinfosüsteemi kasutamise oskus", computer=True),
        r("6.5.", "Muud nõuded", "B-kategooria mootorsõiduki juhtimise õigus", other=True),
    ])
    doc.variant("labels-first", swap((
        "1.5. Asendaja\nosakonna liikluskorralduse peaspetsialist\n1.6. Asendab\nosakonna liikluskorralduse peaspetsialisti\n",
        "1.5. Asendaja\n1.6. Asendab\nosakonna liikluskorralduse peaspetsialist\nosakonna liikluskorralduse peaspetsialisti\n")))
    doc.variant("numbers", swap(("3.2. ajutise", "3\n.2. ajutise"), ("3.5. kohalike", "3.5.kohalike"), ("1. Üldosa", "1.Üldosa"),
                                ("4.1. teenistusülesannete", "4.1.teenistusülesannete"), ("5.3. saada", "5\n.3. saada")))
    return doc


def laevaregister():
    doc = Doc("t3", "vanemspetsialist-laevaregister", ruled=False, page_number="{n} / {total}", layout_of="chromium", wrap=84,
              forms={"chromium": SANS, "reportlab": SERIF, "docx": SERIF})
    doc.approval("LISA 3")
    doc.caps("RANNIKUMERE VEETEEDE AMET", "MERENDUSTEENISTUS", "LAEVADE REGISTRI OSAKOND", institution="RANNIKUMERE VEETEEDE AMET")
    doc.title("VANEMSPETSIALISTI (LAEVADE REGISTER) AMETIJUHEND")
    doc.general("1. Üldosa", [
        f("1.1. Struktuuriüksuse nimetus", "laevade registri osakond", "unit"),
        f("1.2. Teenistuskoha nimetus", "vanemspetsialist (laevade register)", "job_title"),
        f("1.3. Teenistuskoha asukoht", "Rannikulinn", "location"),
        f("1.4. Ametisse nimetab", "Rannikumere Veeteede Ameti peadirektor merendusteenistuse direktori ettepanekul"),
        f("1.5. Allub", "laevade registri osakonna juhatajale", "manager"),
        f("1.6. Asendaja", "osakonna teine vanemspetsialist või osakonna juhataja määratud teenistuja", "substituted_by",
          ["osakonna teine vanemspetsialist", "osakonna juhataja määratud teenistuja"]),
        f("1.7. Asendab", "osakonna teist vanemspetsialisti", "substitutes"),
    ], widths=(40, 60))
    doc.purpose("2. Teenistuskoha eesmärk", "on väikelaevade ja jettide registreerimise toimingute kiire ja õige tegemine ning "
                "registri andmete usaldusväärsuse hoidmine.")
    doc.duties("3. Teenistusülesanded", [
        d("3.1.", "Väikelaeva registreerimise, omaniku vahetuse ja registrist kustutamise taotluste menetlemine."),
        d("3.2.", "Registritunnistuste väljastamine."),
        d("3.3.", "Registri andmete võrdlemine tehnilise ülevaatuse andmetega ja lahknevuste väljaselgitamine, sealhulgas:",
          sub=[("3.3.1.", "omanikule järelepärimise saatmine;"), ("3.3.2.", "vajaduse korral kande parandamine;"),
               ("3.3.3.", "korduvatest lahknevustest juhataja teavitamine.")]),
        d("3.4.", "Riigilõivu laekumise kontrollimine."),
        d("3.5.", "Isikute nõustamine vastuvõtul, telefoni teel ja kirjalikult."),
        d("3.6.", "Arhiivitoimikute korrastamine ja üleandmine."),
        d("3.7.", "Ettepanekute tegemine registri infosüsteemi arendamiseks ning uuenduste katsetamine."),
    ])
    doc.items("rights", "4. Õigused", ["Saada tööks vajalikku teavet ja töövahendeid.", "Nõuda taotlejalt puuduvaid dokumente.",
              "Jätta taotlus õigusaktis sätestatud juhul läbi vaatamata."], lead="Vanemspetsialistil on õigus:", numbers="4.{}.")
    doc.items("responsibilities", "5. Vastutus", ["Registrikannete õigsuse ja tähtaegsuse eest.",
              "Isikuandmete kaitse nõuete täitmise eest.", "Tema kasutusse antud vara säilimise eest."],
              lead="Vanemspetsialist vastutab:", numbers="5.{}.")
    doc.requirements("6. Nõuded haridusele, töökogemusele ja oskustele", blocks=[
        r("6.1.", "Haridus", "keskharidus", education=("secondary", 4)),
        r("6.2.", "Töökogemus", "vähemalt 2-aastane töökogemus klienditeeninduses", experience=[(2, "field")]),
        r("6.3.", "Keeleoskus", "eesti keel vähemalt tasemel B2; inglise ja vene keel vähemalt tasemel B1",
          languages=[("et", "B2"), ("en", "B1"), ("ru", "B1")]),
        r("6.4.", "Arvutioskus", "kontoritarkvara ja registrite kasutamise oskus", computer=True),
        r("6.5.", "Isikuomadused", bullets="6.5.{}.", skills=["Täpsus.", "Kohusetundlikkus.", "Viisakus."]),
    ])
    block = ("1.5. Allub\nlaevade registri osakonna juhatajale\n1.6. Asendaja\nosakonna teine vanemspetsialist või osakonna\n"
             "juhataja määratud teenistuja\n1.7. Asendab\nosakonna teist vanemspetsialisti\n")
    apart = ("1.5. Allub\n1.6. Asendaja\n1.7. Asendab\nlaevade registri osakonna juhatajale\nosakonna teine vanemspetsialist või osakonna\n"
             "juhataja määratud teenistuja\nosakonna teist vanemspetsialisti\n")
    doc.variant("labels-first", swap((block, apart)), without("manager", "substituted_by", "substitutes"))
    doc.variant("page-first", lambda text: "1\n" + text.replace("1 / 2\n", "").replace("\n2 / 2\n", "\n"))
    return doc


def without(*keys):
    """The record without fields that the damaged text does not decide."""
    def change(record):
        for key in keys:
            record["general"].pop(key)
        return record
    return change


def silla():
    doc = Doc("t3", "sillainspektor", ruled=True, page_number="Lk {n}", layout_of="weasyprint", wrap=100,
              forms={"weasyprint": DEJAVU, "fpdf2": SANS, "docx": SANS, "odt": SANS})
    doc.para("Lisa 1")
    doc.caps("PÕHJAVEERE TEEDEAMET", "TEEHOIUTEENISTUS", "SILDADE OSAKOND", institution="PÕHJAVEERE TEEDEAMET")
    doc.title("SILLAINSPEKTORI AMETIJUHEND")
    doc.general("1. Üldosa", [
        f("1.1. Struktuuriüksuse nimetus", "sildade osakond", "unit"),
        f("1.2. Teenistuskoha nimetus", "sillainspektor", "job_title"),
        f("1.3. Ametisse nimetab", "teehoiuteenistuse direktor"),
        f("1.4. Allub", "sildade osakonna juhatajale", "manager"),
        f("1.5. Alluvad", "puuduvad", "subordinates", []),
        f("1.6. Esimene asendaja", "sildade insener", "substituted_by"),
        f("1.7. Teine asendaja", "osakonna juhataja", "substituted_by"),
        f("1.8. Asendab", "sildade inseneri", "substitutes"),
    ])
    doc.purpose("2. Teenistuskoha eesmärk", "Riigiteede sildade ja viaduktide seisukorra regulaarne hindamine, et ohtlikud "
                "kahjustused avastataks enne, kui need liiklust takistavad.")
    doc.other("3. Valveaja rakendamine", ["Sillainspektor peab olema kättesaadav jäämineku ja suurvee ajal ka väljaspool tööaega.",
              "Valveaeg lepitakse kokku graafikus, mis tehakse teatavaks vähemalt kaks nädalat ette."], numbers="3.{}.")
    doc.duties("4. Teenistusülesanded", [
        d("4.1.", "Sildade üld- ja põhiülevaatuste tegemine kinnitatud graafiku alusel."),
        d("4.2.", "Kahjustuste kirjeldamine, mõõtmine ja pildistamine ning andmete kandmine sildade andmekogusse."),
        d("4.3.", "Silla kandevõime ja liikluspiirangute kohta ettepanekute tegemine."),
        d("4.4.", "Remonditööde järelevalve: tööde kvaliteedi kontrollimine, kaetud tööde aktide allkirjastamine ja puudustest "
          "teatamine."),
        d("4.5.", "Eriveoste läbilaskmise võimalikkuse hindamine."),
        d("4.6.", "Hooldajate juhendamine sildade hooldamisel."),
        d("4.7.", "Ülevaatuste aastakokkuvõtte koostamine hiljemalt 1. detsembriks."),
        d("4.8.", "Osakonna juhataja antud ühekordsete ülesannete täitmine."),
    ])
    doc.items("rights", "5. Õigused", ["peatada ohu korral silla remonditööd;", "piirata ajutiselt liiklust sillal, teatades sellest "
              "viivitamata liikluskeskusele;", "kasutada ameti sõidukit ja mõõteseadmeid."], lead="Sillainspektoril on õigus:", numbers="5.{}.")
    doc.items("responsibilities", "6. Vastutus", ["ülevaatuste õigeaegsuse ja järelduste põhjendatuse eest;",
              "tööohutusnõuete järgimise eest."], lead="Sillainspektor vastutab:", numbers="6.{}.")
    doc.requirements("7. Kvalifikatsiooninõuded", blocks=[
        r("7.1.", "Haridus", "rakenduskõrgharidus ehituse erialal", education=("applied_higher", 6)),
        r("7.2.", "Töökogemus", "vähemalt 3-aastane töökogemus teede- või sillaehituses", experience=[(3, "field")]),
        r("7.3.", "Keeleoskus", "eesti keel tasemel C1, inglise keel tasemel B1", languages=[("et", "C1"), ("en", "B1")]),
        r("7.4.", "Muud nõuded", "B-kategooria juhiluba ja valmisolek töötada kõrgustes", other=True),
    ])
    doc.items("amendment", "8. Ametijuhendi muutmine", ["Ametijuhend vaadatakse läbi vähemalt kord kahe aasta jooksul.",
              "Ametijuhendi muutmise ettepaneku võib teha nii teenistuja kui ka osakonna juhataja."], numbers="8.{}.")
    return doc


def eelarve():
    doc = Doc("t3", "eelarvenounik", page_number="- {n} -", layout_of="lo", spaced=True, wrap=90,
              forms={"lo": {**SERIF, "justify": True}, "chromium": SERIF, "html": SERIF})
    doc.para("LISA 2")
    doc.caps("METSAKAARE KLIIMAAMET", "TUGITEENUSTE DIREKTORI VALDKOND", "RAHANDUSOSAKOND", institution="METSAKAARE KLIIMAAMET")
    doc.title("A M E T I J U H E N D")
    doc.general("1. Üldosa", [
        f("1.1 Struktuuriüksuse nimetus:", "rahandusosakond", "unit"),
        f("1.2 Teenistuskoha nimetus:", "eelarvenõunik", "job_title"),
        f("1.3 Teenistuskoha liik:", "ametnik"),
        f("1.4 Allub:", "rahandusosakonna juhatajale", "manager"),
        f("1.5 Kes asendab:", "finantsnõunik", "substituted_by"),
        f("1.6 Keda asendab:", "finantsnõunikku või pearaamatupidajat", "substitutes", ["finantsnõunikku", "pearaamatupidajat"]),
    ], form="tab")
    doc.purpose("2. Teenistuskoha eesmärk", "on tagada ameti eelarve realistlik planeerimine ja täitmise jälgimine ning anda "
                "juhtkonnale õigel ajal teavet kulude kohta.", runin=True)
    doc.duties("3. Põhikohustused", [
        d("3.1", "Koostab ameti eelarve eelnõu ja riigi eelarvestrateegia rahastamistaotlused."),
        d("3.2", "Jälgib eelarve täitmist ja koostab selle kohta kuuaruande."),
        d("3.3", "Nõustab osakondi kulude planeerimisel:", sub=["selgitab eelarve koostamise põhimõtteid;",
          "aitab hinnata püsikulude kasvu;", "kontrollib taotluste arvutusi."]),
        d("3.4", "Haldab eelarve infosüsteemi kasutajate õigusi."),
        d("3.5", "Valmistab ette eelarve muutmise käskkirjad."),
        d("3.6", "Arvestab välisprojektide omafinantseeringut ja esitab rahastajale maksetaotlused."),
        d("3.7", "Osaleb siseauditi soovituste täitmisel oma valdkonnas."),
    ])
    doc.items("responsibilities", "4. Vastutus", ["Nõunik vastutab eelarve andmete õigsuse, tähtaegadest kinnipidamise ja talle "
              "teatavaks saanud ärisaladuse hoidmise eest."])
    doc.items("rights", "5. Õigused", ["saada osakondadelt arvestuste aluseks olevaid dokumente;",
              "tagastada puudustega taotlus parandamiseks;", "osaleda eelarvet käsitlevatel nõupidamistel."],
              lead="Nõunikul on õigus:", numbers="5.{}")
    doc.requirements("6. Teenistuskohale esitatavad nõuded", form="subhead", blocks=[
        r("6.1", "Haridus", "Magistrikraadile vastav kvalifikatsioon majanduse või rahanduse erialal", education=("master", 7)),
        r("6.2", "Töökogemus", "Vähemalt viieaastane töökogemus finantsvaldkonnas, millest kaks aastat avalikus sektoris",
          experience=[(5, "field")]),
        r("6.3", "Keeleoskus", "Eesti keele oskus kõrgtasemel", "Inglise keele oskus vähemalt tasemel B2", languages=[("et", "C1"), ("en", "B2")]),
        r("6.4", "Arvutioskus", "Tabelarvutuse hea oskus, majandustarkvara kasutamise kogemus", computer=True),
    ], open=("experience",))
    doc.sign("(allkirjastatud digitaalselt)", "{Allkirjastaja}", "tugiteenuste direktor peadirektori ülesannetes", digital=True,
             signer=None, signer_title="tugiteenuste direktor peadirektori ülesannetes", placeholders=["{Allkirjastaja}"])
    doc.variant("glued", in_turn(swap(("A M E T I J U H E N D\n\n1. Üldosa\n", "A M E T I J U H E N D 1. Üldosa\n"),
                                      ("3. Põhikohustused\n\n", ""), ("kulude kohta.\n", "kulude kohta. 3. Põhikohustused\n"))))
    return doc


def sadamad():
    doc = Doc("t3", "peaspetsialist-sadamad", bullet="-", page_number="{n}", layout_of="typst", wrap=98,
              forms={"docx": SERIF, "typst": SERIF, "weasyprint": SERIF})
    doc.para("Lisa 4")
    doc.caps("RANNIKUMERE VEETEEDE AMET", "VEETEEDE TEENISTUSE", "SADAMATE JÄRELEVALVE OSAKONNA", "PEASPETSIALISTI",
             institution="RANNIKUMERE VEETEEDE AMET")
    doc.title("AMETIJUHEND")
    doc.general("1. Üldosa", [
        f("1.1. Struktuuriüksuse nimetus", "veeteede teenistuse sadamate järelevalve osakond (edaspidi osakond)", "unit"),
        f("1.2. Teenistuskoha nimetus", "peaspetsialist", "job_title"),
        f("1.3. Ametisse nimetab", "veeteede teenistuse direktor"),
        f("1.4. Allub", "osakonna juhatajale", "manager"),
        f("1.5. Asendaja", "osakonna peaspetsialist või osakonna juhataja, nende puudumisel veeteede teenistuse direktori määratud "
          "teenistuja", None),
        f("1.6. Asendab", "osakonna peaspetsialisti", "substitutes"),
    ], widths=(42, 58))
    doc.gold["sections"].append("purpose")
    doc.gold["purpose"] = ("Sadamate ohutusnõuete täitmise kontrollimine, et laevade sildumine ja reisijate liikumine sadamas oleks "
                           "turvaline.")
    doc.blocks.append(grid("beside", [[[cell("2. Teenistuskoha eesmärk")], [cell(doc.gold["purpose"])]]], [42, 58], True))
    doc.duties("3. Põhiülesanded", [
        d("3.1.", "sadamate korralise ja erakorralise ülevaatuse tegemine ning ülevaatuse akti koostamine;"),
        d("3.2.", "sadama eeskirjade läbivaatamine ja kooskõlastamine;"),
        d("3.3.", "sadamaregistri andmete kontrollimine;"),
        d("3.4.", "navigatsioonimärgistuse nõuetele vastavuse hindamine sadama akvatooriumil koostöös xxxxxxxx;"),
        d("3.5.", "õnnetusjuhtumite uurimisel osalemine ning järelduste esitamine osakonna juhatajale;"),
        d("3.6.", "sadamapidajate nõustamine õigusaktide muudatuste korral;"),
        d("3.7.", "ettekirjutuste koostamine ja nende täitmise jälgimine."),
    ])
    doc.items("rights", "4. Õigused", ["viibida sadama territooriumil ja laevadel järelevalve eesmärgil;",
              "nõuda sadamapidajalt dokumente ja selgitusi;", "peatada ohtlik tegevus sadamas."], lead="Peaspetsialistil on õigus:",
              numbers="4.{}.")
    doc.items("responsibilities", "5. Vastutus", ["ülevaatuste tähtaegsuse ja objektiivsuse eest;", "ametitunnistuse ja töövahendite hoidmise eest."],
              lead="Peaspetsialist vastutab:", numbers="5.{}.")
    doc.requirements("6. Nõuded teenistujale", form="beside", widths=(42, 58), blocks=[
        r("6.1.", "Haridus", "rakenduskõrgharidus merenduse erialal", education=("applied_higher", 6)),
        r("6.2.", "Töökogemus", "vähemalt 4-aastane töökogemus merenduses", experience=[(4, "field")]),
        r("6.3.", "Keeleoskus", "eesti keel tasemel C1, inglise keel tasemel B2", languages=[("et", "C1"), ("en", "B2")]),
        r("6.4.", "Arvutioskus", "kontoritarkvara ja merekaartide programmi kasutamise oskus", computer=True),
    ])
    return doc


DOCS = [liiklus(), laevaregister(), silla(), eelarve(), sadamad()]
