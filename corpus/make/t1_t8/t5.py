"""Family T5: labels without numbers, duties in two or three columns, an order without the word KINNITATUD."""
from .flow import before, swap
from .kit import Doc, d, f, r

SERIF, SANS = {"font": "Liberation Serif", "size": 11.5}, {"font": "Liberation Sans", "size": 10.5}
DEJAVU = {"font": "DejaVu Sans", "size": 9}


def autojuht():
    doc = Doc("t5", "autojuht", page_number="{n}", layout_of="lo", wrap=96, loose=True,
              forms={"lo": SERIF, "typst": SERIF, "odt": SERIF})
    doc.approval("Piirivalveameti peadirektori asetäitja logistika alal", "käskkirja „Logistikabüroo töötajate ametijuhendite kinnitamine“",
                 "lisa 8", "14.01.2025 nr 1.9-23.4/3p-1", by="Piirivalveameti peadirektori asetäitja logistika alal", act="käskkirja",
                 number="1.9-23.4/3p-1", date="2025-01-14", left=True)
    doc.title("AUTOJUHI AMETIJUHEND")
    doc.general("1. ÜLDOSA", [
        f("Struktuuriüksuse nimetus", "logistikabüroo transporditalitus", "unit"),
        f("Kellele allub", "transporditalituse juhile", "manager"),
        f("Alluvad", "puuduvad", "subordinates", []),
        f("Asendaja", "teine autojuht", "substituted_by"),
        f("Keda asendab", "teist autojuhti", "substitutes"),
        f("Töötingimuste erisused", "rakendatakse summeeritud tööaega; töötab vajadusel õhtusel ajal ja nädalavahetustel"),
    ])
    doc.purpose("2. TEENISTUSKOHA EESMÄRK", "Ameti sõidukite ohutu ja säästlik juhtimine ning inimeste, dokumentide ja kauba "
                "õigeaegne vedu.")
    doc.duties("3. TEENISTUSKOHA ÜLESANDED JA TULEMUSED", form="table",
               head=("Teenistuskoha ülesanded", "Tulemuslikkuse mõõtmise kriteeriumid/ Soovitud töötulemus"), duties=[
        d("3.1", "juhib talle määratud sõidukit;", ["veod on tehtud õigeks ajaks ja ohutult;", "liiklusnõudeid on järgitud;"]),
        d("3.2", "veab dokumente ja saadetisi;", ["saadetised jõuavad kohale tervena;"]),
        d("3.3", "kontrollib enne sõitu sõiduki tehnilist seisukorda ja teatab puudustest talituse juhile;",
          ["sõiduk on sõidukorras;", "puudustest on teatatud samal päeval;"]),
        d("3.4", "korraldab sõiduki pesemise, rehvivahetuse ja hoolduse kokkulepitud ajal;",
          ["sõiduk on puhas;", "hooldusvälpa ei ole ületatud;"]),
        d("3.5", "peab sõidupäevikut ja esitab kuluaruanded;", ["andmed on õiged ja esitatud iga kuu viiendaks kuupäevaks;"]),
        d("3.6", "aitab vajaduse korral laadida ja tõsta kaupa;", ["kaup on kinnitatud nõuetekohaselt;"]),
        d("3.7", "täidab muid talituse juhi antud tööülesandeid.", ["tööülesanded on täidetud."]),
    ])
    doc.items("rights", "4. ÕIGUSED", ["saada tööks vajalikke juhiseid ja töörõivaid;", "keelduda sõitmast tehniliselt korrast ära sõidukiga;",
              "teha ettepanekuid sõidukipargi uuendamiseks."], lead="Töötajal on õigus:", bullets=True)
    doc.items("responsibilities", "5. VASTUTUS", ["tema kasutusse antud sõiduki ja varustuse säilimise eest;",
              "veetavate isikute ja kauba ohutuse eest;", "liiklus- ja tööohutusnõuete täitmise eest."], lead="Töötaja vastutab:", bullets=True)
    doc.requirements("6. NÕUDED TÖÖTAJALE", blocks=[
        r("6.1", "Haridus", "põhiharidus", education=("basic", 2)),
        r("6.2", "Töökogemus", "vähemalt 3-aastane töökogemus autojuhina", experience=[(3, "field")]),
        r("6.3", "Keeleoskus", "eesti keel vähemalt tasemel B1, vene keel vähemalt tasemel A2", languages=[("et", "B1"), ("ru", "A2")]),
        r("6.4", "Arvutioskus", "navigatsiooniseadme ja e-posti kasutamise oskus", computer=True),
        r("6.5", "Muud nõuded", "B- ja C-kategooria mootorsõiduki juhtimisõigus", other=True),
        r("6.6", "Isikuomadused", bullets="6.6.{}", skills=["rahulikkus;", "viisakus;", "kohusetundlikkus."]),
    ])
    doc.variant("website", before("» Avaleht » Asutusest » Ametijuhendid » Autojuht\nPDF Print E-mail\n"))
    return doc


def teenusejuht():
    doc = Doc(
        "t5", "teenusejuht", bullet="-", page_number="{n}", layout_of="chromium", flat_open=("duties",),   # which bullets are results is lost there
        forms={"chromium": SERIF, "lo": SERIF, "fpdf2": SANS})
    doc.approval("Piirivalveameti peadirektori", "käskkirja „Digiteenuste büroo ametijuhendid“", "lisa 1", "03.06.2025 nr 1.9-23.2/48p-1",
                 by="Piirivalveameti peadirektori", act="käskkirja", number="1.9-23.2/48p-1", date="2025-06-03", left=True)
    doc.title("TEENUSEJUHI (teenuse omanik) AMETIJUHEND")
    doc.para("põhitöö nr 412")
    doc.general("1. ÜLDOSA", [
        f("Struktuuriüksuse nimetus", "digiteenuste büroo", "unit"),
        f("Kellele allub", "digiteenuste büroo juhile", "manager"),
        f("Alluvad", "puuduvad", "subordinates", []),
        f("Asendaja", "vahetu juhi poolt määratud isik", "substituted_by"),
        f("Keda asendab", "vahetu juhi poolt määratud isikut", "substitutes"),
        f("Teenistustingimuste erisused", "puuduvad", None),
    ])
    doc.purpose("2. TEENISTUSKOHA EESMÄRK", "Piiriületuse digiteenuste toimimise ja arendamise juhtimine.",
                "Teenuste kasutajate vajaduste väljaselgitamine ning teenuste vastavuse tagamine nendele vajadustele.", numbers=("2.1", "2.2"))
    doc.duties("3. TEENISTUSKOHA ÜLESANDED JA TULEMUSED", form="table3", widths=[24, 42, 34],
               head=("Teenistuskoha ülesanded", "Tegevused ülesannete täitmiseks", "Tulemuslikkuse mõõtmise kriteeriumid"), duties=[
        d("3.1", "Teenuse juhtimine", ["teenuse mõõdikud on täidetud;", "kord kvartalis on esitatud ülevaade;"],
          ["lepib kokku teenuse mõõdikud;", "jälgib mõõdikute täitmist ja analüüsib kõrvalekaldeid;"]),
        d("3.2", "Teenuse arendamine", ["arenduskava on kinnitatud;", "arendused valmivad eelarve piires;"],
          ["kogub ja järjestab arendusvajadused;", "koostab lähteülesanded;", "korraldab vastuvõtutestimise;"]),
        d("3.3", "Kasutajatoe korraldamine", ["pöördumistele on vastatud kahe tööpäeva jooksul;"],
          ["koostab kasutusjuhendid;", "nõustab klienditoe töötajaid;"]),
        d("3.4", "Lepingupartnerite töö juhtimine", ["lepingulised kohustused on täidetud;"],
          ["kontrollib teostatud töid ja aktsepteerib arved;"]),
        d("3.5", "Riskide haldamine", ["riskide loetelu on ajakohane;", "katkestused on kõrvaldatud lubatud aja jooksul;"],
          ["hindab riske kord poolaastas;", "koostab taasteplaani ja osaleb selle harjutamisel."]),
    ])
    doc.items("rights", "4. ÕIGUSED", ["teha otsuseid teenuse arendustööde järjekorra kohta;", "kaasata teiste üksuste teenistujaid;",
              "saada täiendkoolitust."], lead="Teenistujal on õigus:", bullets=True)
    doc.items("responsibilities", "5. VASTUTUS", ["teenuse eesmärkide saavutamise eest;", "eelarve sihipärase kasutamise eest;",
              "juurdepääsupiiranguga teabe hoidmise eest."], lead="Teenistuja vastutab:", bullets=True)
    doc.requirements("6. TEENISTUSKOHAL NÕUTAVAD TEADMISED JA OSKUSED", form="beside", blocks=[
        r(None, "Haridus", "kõrgharidus", education=("higher", None)),
        r(None, "Töökogemus", "vähemalt 3-aastane töökogemus teenuste juhtimisel või arendamisel", experience=[(3, "field")]),
        r(None, "Keeleoskus", "eesti keel tasemel C1, inglise keel tasemel B2", languages=[("et", "C1"), ("en", "B2")]),
        r(None, "Arvutioskus", "projektijuhtimise tarkvara kasutamise oskus", computer=True),
        r(None, "Muud nõuded", "riigisaladuse luba", other=True),
    ], open=("experience",))
    return doc


def konstaabel():
    doc = Doc("t5", "piirkonnakonstaabel", bullet="-", ruled=False, page_number="{n}/{total}", layout_of="typst",
              forms={"typst": DEJAVU, "weasyprint": DEJAVU, "docx": SANS, "rtf": SANS})
    doc.approval("Sisekaitse Inspektsiooni lääne prefekti", "käskkirja „Ametijuhendite kinnitamine“", "lisa 2", "28.11.2024 nr 2.1-6/115p-1",
                 by="Sisekaitse Inspektsiooni lääne prefekti", act="käskkirja", number="2.1-6/115p-1", date="2024-11-28", left=True)
    doc.title("PIIRKONNAKONSTAABLI AMETIJUHEND")
    doc.general("1. ÜLDOSA", [
        f("Struktuuriüksuse nimetus:", "lääne prefektuur, Rannikumaa jaoskond, piirkonnatalitus", "unit"),
        f("Kellele allub:", "piirkonnatalituse juhile", "manager"),
        f("Alluvad:", "-", "subordinates", []),
        f("Asendaja:", "piirkonnakonstaabel", "substituted_by"),
        f("Keda asendab:", "piirkonnakonstaablit", "substitutes"),
        f("Teenistustingimuste erisused:", "summeeritud tööaeg, valveaeg ning töö öisel ajal ja riigipühadel vastavalt graafikule"),
    ])
    doc.purpose("2. TEENISTUSKOHA EESMÄRK", "Avaliku korra hoidmine ja süütegude ennetamine piirkonnas koostöös kogukonnaga.")
    doc.duties("3. TEENISTUSKOHA ÜLESANDED JA SOOVITUD TULEMUSED", form="table3", plain=True, widths=[26, 40, 34], repeat=True,
               head=("Teenistuskoha ülesanded", "Tegevused ülesannete täitmiseks", "Tulemuslikkuse mõõtmise kriteeriumid/ Soovitud tulemus"),
               duties=[
        d("3.1", "Ennetustöö tegemine.", ["Igas piirkonna koolis on toimunud vähemalt kaks kohtumist aastas."],
          ["Kavandab ennetustegevusi koos koolide ja noortekeskustega."]),
        d("3.2", "Väljakutsete teenindamine.", ["Patrull on jõudnud sündmuskohale lubatud aja jooksul."],
          ["Reageerib väljakutsetele ja dokumenteerib sündmuse."]),
        d("3.3", "Süütegude menetlemine.", ["Menetlus on lõpetatud mõistliku aja jooksul."],
          ["Kogub tõendeid ning vormistab väärteoasjade materjalid."]),
        d("3.4", "Lähisuhtevägivalla juhtumite lahendamine.", ["Korduvate juhtumite arv piirkonnas väheneb."],
          ["Hindab ohvri turvalisust ja kaasab võrgustiku."]),
        d("3.5", "Kogukonnaga suhtlemine.", ["Elanikud teavad piirkonnakonstaablit ja tema kontakte."],
          ["Peab vastuvõtte omavalitsustes ja osaleb kogukonna üritustel."]),
    ])
    doc.items("responsibilities", "4. VASTUTUS", ["Vastutab relva ja erivahendite nõuetekohase hoidmise ja kasutamise eest.",
              "Vastutab teenistuse käigus saadud teabe kaitse eest.", "Vastutab oma toimingute seaduslikkuse eest."], numbers="4.{}")
    doc.items("rights", "5. ÕIGUSED", ["kohaldada seaduses sätestatud riiklikku järelevalvet ja vahetut sundi;",
              "saada vormiriietust ja isikukaitsevahendeid;", "saada koolitust ja psühholoogilist nõustamist."],
              lead="Omab õigust:", numbers="5.{}")
    doc.requirements("6. TEENISTUSKOHA NÕUDED", form="sentences", blocks=[
        r("6.1", "Haridus", "Politseiline kutseharidus või kõrgharidus.", education=("vocational", None)),
        r("6.2", "Keeleoskus", "Eesti keele oskus vähemalt tasemel C1 ja vene keele oskus vähemalt tasemel B1.",
          languages=[("et", "C1"), ("ru", "B1")]),
        r("6.3", "Arvutioskus", "Menetlusinfosüsteemi ja kontoritarkvara kasutamise oskus.", computer=True),
        r("6.4", "Juhtimisõigus", "B-kategooria mootorsõiduki juhtimisõigus."),
        r("6.5", "Füüsiline ettevalmistus", "Vastavus politseiametniku kehalise ettevalmistuse nõuetele."),
    ], open=("education", "competencies"))
    doc.items("amendment", "7. AMETIJUHENDI MUUTMINE", ["Ametijuhend vaadatakse üle vastavalt vajadusele."])
    doc.variant("heads-broken", swap(
        ("Teenistuskoha ülesanded\nTegevused ülesannete täitmiseks\n", "Teenistuskoha\nülesanded\nTegevused\nülesannete täitmiseks\n")))
    return doc


def lukksepp():
    doc = Doc("t5", "hoolduslukksepp", ruled=True, page_number="{n} ({total})", layout_of="reportlab", spaced=True,
              forms={"reportlab": SERIF, "chromium": {**SANS, "lists": True}, "html": {**SANS, "lists": True}, "docx": SANS})
    doc.approval("Sisekaitse Inspektsiooni haldusdirektori", "käskkirja „Haldusbüroo töötajate ametijuhendid”", "lisa 11",
                 "02.09.2025 nr 2.3-9/77", by="Sisekaitse Inspektsiooni haldusdirektori", act="käskkirja", number="2.3-9/77",
                 date="2025-09-02", left=True)
    doc.title("HOOLDUSLUKKSEPA AMETIJUHEND")
    doc.general("1. ÜLDOSA", [
        f("Struktuuriüksuse nimetus", "haldusbüroo hooldustalitus", "unit"),
        f("Kellele allub", "hooldustalituse juhile", "manager"),
        f("Alluvad", "puuduvad", "subordinates", []),
        f("Asendaja", "hooldustalituse elektrik", "substituted_by"),
        f("Keda asendab", "hooldustalituse elektrikut (v.a elektritööd)", None),
        f("Töötingimuste erisused", "puuduvad", None),
    ], form="above")
    doc.purpose("2. TÖÖKOHA EESMÄRK", "Inspektsiooni hoonete uste, lukkude, kütte- ja veesüsteemide korrashoid.")
    doc.duties("3. TÖÖKOHA ÜLESANDED JA TULEMUSED", form="table", head=("Töökoha ülesanded", "Soovitud töötulemus"), duties=[
        d("3.1", "teeb plaanilisi hooldustöid hooldusgraafiku järgi;", ["hooldused on tehtud õigel ajal;"]),
        d("3.2", "kõrvaldab xxxxxxxx hoones tekkinud rikkeid;", ["rike on kõrvaldatud kolme tööpäeva jooksul;",
          "avariilise rikke korral on vesi suletud ühe tunni jooksul;"]),
        d("3.3", "vahetab lukke ja peab võtmete arvestust;", ["iga võtme väljaandmine on kirjas;"]),
        d("3.4", "kontrollib küttesüsteemi rõhku ja temperatuuri ning kannab näidud hoolduspäevikusse;",
          ["näidud on kirjas igal tööpäeval;"]),
        d("3.5", "tellib varuosad;", ["vajalikud varuosad on laos olemas;", "kulud jäävad eelarve piiresse;"]),
        d("3.6", "juhendab hoone kasutajaid seadmete käsitsemisel;", ["kasutajad oskavad seadmeid ohutult kasutada;"]),
        d("3.7", "täidab muid juhi ühekordseid ülesandeid.", ["ülesanded on täidetud."]),
    ])
    doc.items("rights", "4. ÕIGUSED", ["saada töövahendeid ja isikukaitsevahendeid;", "katkestada töö eluohtlikus olukorras;"],
              lead="Töötajal on õigus:", bullets=True)
    doc.items("responsibilities", "5. VASTUTUS", ["võtmete ja tööriistade säilimise eest;", "ohutustehnika nõuete täitmise eest."],
              lead="Töötaja vastutab:", bullets=True)
    doc.requirements("6. NÕUDED", blocks=[
        r("6.1", "Haridus ", "kutseharidus torulukksepa erialal", education=("vocational", None)),
        r("6.2", "Töökogemus ", "vähemalt 2-aastane töökogemus hooldustöödel", experience=[(2, "field")]),
        r("6.3", "Keeleoskus ", "eesti keel tasemel B1", languages=[("et", "B1")]),
        r("6.4", "Isikuomadused ", bullets="-", skills=["iseseisvus;", "püsivus;", "käeline osavus."]),
    ], open=("education",))
    doc.items("tools", "7. TÖÖVAHENDID", ["Töötaja kasutab tööriistakomplekti, keevitusseadet, mobiiltelefoni ja ameti kaubikut."])
    doc.variant("bullets", lambda text: text.replace("\n- ", "\n\uf0b7 "))
    return doc


def andmekaitse():
    doc = Doc("t5", "andmekaitsespetsialist", bullet="-", page_number="{n}", layout_of="weasyprint", wrap=100,
              forms={"docx": SERIF, "weasyprint": SERIF, "typst": SERIF})
    doc.approval("Sisekaitse Inspektsiooni peadirektori", "käskkirja ʺSisekontrollibüroo ametijuhendite kinnitamineʺ", "lisa 5",
                 "20.10.2025 nr 1.1-3/206", by="Sisekaitse Inspektsiooni peadirektori", act="käskkirja", number="1.1-3/206",
                 date="2025-10-20", left=True)
    doc.title("ANDMEKAITSESPETSIALISTI AMETIJUHEND")
    doc.general("1. ÜLDOSA", [
        f("Struktuuriüksuse nimetus", "sisekontrollibüroo", "unit"),
        f("Kellele allub", "sisekontrollibüroo juhile", "manager"),
        f("Alluvad", "vahetult alluvaid ei ole", "subordinates", []),
        f("Asendaja", "infoturbejuht", "substituted_by"),
        f("Keda asendab", "infoturbejuhti", "substitutes"),
        f("Teenistustingimuste erisused", "kaugtöö on lubatud kuni kolmel päeval nädalas vastavalt kokkuleppele vahetu juhiga"),
    ])
    doc.purpose("2. TEENISTUSKOHA EESMÄRK", "Isikuandmete töötlemise seaduslikkuse jälgimine ja teenistujate nõustamine.")
    doc.duties("3. TEENISTUSKOHA ÜLESANDED JA TULEMUSED", form="table3", widths=[25, 41, 34], repeat=True,
               head=("Teenistuskoha ülesanded", "Tegevused ülesannete täitmiseks", "Tulemuslikkuse mõõtmise kriteeriumid"), duties=[
        d("3.1", "Nõustamine", ["küsimusele on vastatud viie tööpäeva jooksul;"],
          [("3.1.1", "nõustab teenistujaid isikuandmete töötlemisel;"), ("3.1.2", "annab arvamuse õigusaktide eelnõude kohta;")]),
        d("3.2", "Töötlemistoimingute registri pidamine", ["register on täielik;", "register on üle vaadatud kord poolaastas;"],
          [("3.2.1", "kogub üksustelt andmed toimingute kohta;"), ("3.2.2", "kontrollib andmete säilitustähtaegu;")]),
        d("3.3", "Rikkumiste lahendamine", ["rikkumisest on teatatud 72 tunni jooksul;", "rikkumise põhjus on kõrvaldatud;"],
          [("3.3.1", "hindab rikkumise mõju inimestele;"), ("3.3.2", "koostab teate järelevalveasutusele;"),
           ("3.3.3", "peab rikkumiste arvestust;")]),
        d("3.4", "Koolitamine", ["iga teenistuja on läbinud koolituse kahe aasta jooksul."],
          [("3.4.1", "koostab koolitusmaterjalid ja viib läbi koolitused.")]),
    ])
    doc.items("rights", "4. ÕIGUSED", ["tutvuda kõigi töötlemistoimingute dokumentidega;", "pöörduda otse peadirektori poole;"],
              lead="Teenistujal on õigus:", bullets=True)
    doc.items("responsibilities", "5. VASTUTUS", ["antud nõu õigsuse eest;", "teenistuses saadud teabe hoidmise eest."],
              lead="Teenistuja vastutab:", bullets=True)
    doc.requirements("6. TEENISTUSKOHALE ESITATAVAD NÕUDED", blocks=[
        r("6.1", "Haridus", "magistrikraad", education=("master", 7)),
        r("6.2", "Töökogemus", "vähemalt 2-aastane töökogemus andmekaitse valdkonnas", experience=[(2, "field")]),
        r("6.3", "Keeleoskus", "eesti keel tasemel C1 ja inglise keel tasemel C1", languages=[("et", "C1"), ("en", "C1")]),
        r("6.4", "Arvutioskus", "dokumendihaldussüsteemi kasutamise oskus", computer=True),
        r("6.5", "Isikuomadused", bullets="6.5.{}", skills=[("Põhimõttekindlus", "jääb oma seisukohale kindlaks ka surve all;"),
          ("Selgitusoskus", "räägib keerulisest lihtsalt.")]),
    ])
    doc.items("amendment", "7. AMETIJUHENDI MUUTMINE", ["Ametijuhend vaadatakse üle kord aastas.", "Muudatused lepitakse teenistujaga kokku."],
              numbers="7.{}")
    return doc


DOCS = [autojuht(), teenusejuht(), konstaabel(), lukksepp(), andmekaitse()]
