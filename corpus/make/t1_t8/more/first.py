"""One document of each family T1 to T7; the first round that was scored blind."""
from ..kit import Doc, d, f, r

SERIF, SANS = {"font": "Liberation Serif", "size": 11.5}, {"font": "Liberation Sans", "size": 10.5}
DEJAVU = {"font": "DejaVu Sans", "size": 9}


def lapsendamine():
    doc = Doc("t1", "peaspetsialist-lapsendamine", bullet="•", page_number="{n}/{total}", layout_of="lo", wrap=100,
              forms={"lo": SANS, "weasyprint": SANS})
    doc.approval("KINNITATUD", "Peretoetuste Ameti peadirektori 12.09.2025", "käskkirjaga nr 141", "Lisa 3",
                 by="Peretoetuste Ameti peadirektori", act="käskkirjaga", number="141", date="2025-09-12")
    doc.title("AMETIJUHEND")
    doc.general("1. Üldosa", [
        f("Struktuuriüksus", "Lastekaitse osakond, lapsendamise ja perekonnas hooldamise talitus", "unit"),
        f("Teenistuskoht", "Peaspetsialist (lapsendamine)", "job_title"),
        f("Teenistuskoha asukoht", "Kesklinna esindus", "location"),
        f("Vahetu juht", "Talituse juhataja", "manager"),
        f("Alluvad", "-", "subordinates", []),
        f("Teenistuja asendab", "Peaspetsialist (lapsendamine), nõunik", "substitutes", ["Peaspetsialist (lapsendamine)", "nõunik"]),
        f("Teenistuja asendaja", "Peaspetsialist (lapsendamine)", "substituted_by"),
        f("Teenistuskoha eesmärk", "Lapse parimatest huvidest lähtuva lapsendamise ettevalmistamine, lapsendada soovijate "
          "sobivuse hindamine ning perede järelnõustamine.", "purpose"),
    ], widths=(31, 69))
    doc.duties("2. Teenistusülesanded", form="table", plain=True, widths=[45, 55], head=("Teenistusülesanne", "Oodatav tulemus"), duties=[
        d("2.1.", "Lapsendada soovijate nõustamine ja kodukülastuste tegemine.",
          ["Pere on saanud teavet kõigi hoolduse vormide kohta. Kodukülastuse kohta on koostatud kokkuvõte kümne tööpäeva jooksul."]),
        d("2.2.", "Hindamisaruannete koostamine ja nende esitamine komisjonile.",
          ["Aruanne on põhjendatud ja sisaldab selget ettepanekut."]),
        d("2.3.", "Lapse ja pere esimeste kohtumiste ettevalmistamine koostöös kohaliku omavalitsusega.",
          ["Kohtumised toimuvad lapsele sobivas tempos ja turvalises keskkonnas."]),
        d("2.4.", "Kohtule arvamuste ja tõendite esitamine.", ["Arvamus on esitatud kohtu määratud tähtajaks."]),
        d("2.5.", "Lapsendamise andmestiku pidamine.", ["Andmed on täielikud, kaitstud ja leitavad."]),
        d("2.6.", "Järelnõustamise ja tugirühmade korraldamine.",
          ["Iga pere on saanud esimese aasta jooksul vähemalt kaks nõustamist."]),
        d("2.7.", "Valdkonna juhendite ja teabematerjalide ajakohastamine.", ["Materjalid vastavad kehtivale õigusele ja on avaldatud."]),
        d("2.8.", "Talituse juhataja ühekordsete ülesannete täitmine.", ["Ülesanded on täidetud kokku lepitud ajal ja viisil."]),
    ])
    doc.items("responsibilities", "3. Vastutus", [
        "lapse ja pere kohta saadud andmete hoidmise eest;", "oma hinnangute sõltumatuse ja põhjendatuse eest;",
        "ametniku eetikakoodeksi järgimise eest."], lead="Ametnik vastutab:", bullets=True)
    doc.items("rights", "4. Õigused", ["saada teistelt asutustelt hindamiseks vajalikke andmeid;", "osaleda kovisioonil ja koolitustel;",
              "teha ettepanekuid töö paremaks korraldamiseks."], lead="Ametnikul on õigus:", bullets=True)
    doc.requirements("5. Teenistuskohale esitatavad nõuded", form="beside", blocks=[
        r(None, "Haridus", "Magistrikraad sotsiaaltöö, psühholoogia või õiguse erialal", education=("master", 7)),
        r(None, "Töökogemus", "Vähemalt kolmeaastane töökogemus lastekaitses või peredega töötamisel", experience=[(3, "field")]),
        r(None, "Keeleoskus", "Eesti keel tasemel C1 ning vene ja inglise keel tasemel B2",
          languages=[("et", "C1"), ("ru", "B2"), ("en", "B2")]),
        r(None, "Arvutioskus", "Kontoritarkvara ja sotsiaalvaldkonna andmeregistrite kasutamise oskus", computer=True),
        r(None, "Isikuomadused", bullets="•", skills=["empaatiavõime;", "otsustusjulgus;", "hea pingetaluvus."]),
    ])
    doc.items("amendment", "6. Ametijuhendi muutmine", ["Ametijuhendit võib muuta ametniku nõusolekuta, kui teenistuskoha eesmärk ja "
              "põhilised ülesanded jäävad samaks ning ülesannete maht oluliselt ei kasva."])
    doc.sign("(allkirjastatud digitaalselt)", digital=True)
    return doc


def turvajuht():
    doc = Doc("t2", "turvajuht", bullet="-", page_number="{n} ({total})", layout_of="lo", wrap=96,
              forms={"lo": SERIF, "typst": SERIF})
    doc.approval("KINNITATUD", "Riiklike Andmekeskuste Ameti", "peadirektori 30.01.2022", "käskkirjaga nr 1-1/7",
                 by="Riiklike Andmekeskuste Ameti peadirektori", act="käskkirjaga", number="1-1/7", date="2022-01-30")
    doc.title("AMETIJUHEND")
    doc.general("1. ÜLDOSA", [
        [f("1.1 Teenistuskoha nimetus", "Turvajuht", "job_title"), f("1.2 Struktuuriüksus", "Haldusosakond", "unit")],
        [f("1.3 Vahetu juht", "Osakonnajuhataja", "manager"), f("1.4 Kes asendab", "Turvaspetsialist", "substituted_by"),
         f("1.5 Keda asendab", "Turvaspetsialist", "substitutes")],
        [f("1.6 Alluvad", "Turvaspetsialistid", "subordinates"), f("1.7 Töötingimuste erisused", "Valveaeg üks nädal kuus")],
    ], form="rows")
    doc.purpose("2. AMETIKOHA EESMÄRK", "Ameti hoonete, seadmete ja inimeste füüsilise turvalisuse kavandamine ning juhtimine viisil, mis "
                "tagab andmekeskuste katkematu töö.")
    doc.duties("3. PÕHIKOHUSTUSED", form="table", widths=[44, 56], repeat=True, head=("Põhiülesanded", "Oodatavad tulemused"), duties=[
        d("3.1", "Turvameetmete kavandamine", ["turvakava on kinnitatud ja vastab ohuhinnangule;", "muudatused on kooskõlastatud infoturbejuhiga;",
          "kava vaadatakse üle igal aastal."]),
        d("3.2", "Läbipääsusüsteemi haldamine", ["õigused on antud ainult neile, kel neid tööks vaja on;", "lahkunud töötaja õigused on "
          "lõpetatud samal päeval;"]),
        d("3.3", "Turvateenuse lepingu täitmise kontrollimine ja teenuse osutaja juhendamine", ["mehitatud valve reageerib häirele lepingus sätestatud aja jooksul;"]),
        d("3.4", "Turvaintsidentide lahendamine", ["intsident on registreeritud ja selle põhjus välja selgitatud;", "kordumise vältimiseks on tehtud ettepanek;"]),
        d("3.5", "Õppuste läbiviimine", ["igas majas on kord aastas korraldatud evakuatsiooniõppus;"]),
        d("3.6", "Salastatud teabe töötlemiseks ettenähtud ruumide nõuetele vastavuse tagamine", ["ruumid on akrediteeritud;",
          "puudused on kõrvaldatud järelevalve määratud ajaks;"]),
        d("3.7", "Eelarve koostamine", ["turvalisuse kulud on planeeritud kolmeks aastaks ette;"]),
        d("3.8", "Töötajate juhendamine", ["uus töötaja on saanud juhise esimesel tööpäeval;", "juhised on siseveebis ajakohased;"]),
        d("3.9", "Muud osakonnajuhataja antud tööülesanded", ["tööülesanded on täidetud tähtajaks."]),
    ])
    doc.items("rights", "4. ÕIGUSED", ["anda turvateenuse osutajale korraldusi;", "piirata juurdepääsu ruumidele ohu korral;",
              "saada oma tööks vajalikku teavet;", "vaadata valvekaamerate salvestisi seaduses sätestatud korras"],
              lead="Omab õigust:", bullets=True)
    doc.items("responsibilities", "5. VASTUTUS", ["vastutab turvasüsteemide toimimise eest;", "vastutab salastatud teabe kaitse nõuete täitmise eest;",
              "vastutab tema kasutusse antud vara säilimise eest."], lead="Omab vastutust:", bullets=True)
    doc.items("tools", "6. TÖÖVAHENDID", ["Sülearvuti, mobiiltelefon, ametiauto"])
    doc.requirements("7. AMETIKOHALE ESITATAVAD NÕUDED", form="subhead", blocks=[
        r("7.1", "Haridus", "Rakenduskõrgharidus või bakalaureusekraadile vastav kvalifikatsioon.", education=("applied_higher", None)),
        r("7.2", "Töökogemus", "Vähemalt 4-aastane töökogemus turvalisuse valdkonnas ja vähemalt 1-aastane meeskonna juhtimise kogemus.",
          experience=[(4, "field"), (1, "management")]),
        r("7.3", "Keelteoskus", "Eesti keel vähemalt tasemel C1.", "Inglise keel vähemalt tasemel B2.", languages=[("et", "C1"), ("en", "B2")]),
        r("7.4", "Arvutioskus", "Kontoritarkvara ja läbipääsusüsteemi kasutamise oskus.", computer=True),
        r("7.5", "Täiendavad kompetentsid, isikuomadused ja teadmised", bullets="-", skills=[
            ("Otsustusvõime", "Teeb otsuseid kiiresti ka puuduliku teabe korral."), ("Juhtimine", "Jagab ülesandeid ja annab tagasisidet."),
            ("Koostöö", "Hoiab head suhet politsei ja päästjatega.")]),
    ], open=("education",))
    doc.items("amendment", "8. AMETIJUHENDI MUUTMINE", ["Ametijuhend vaadatakse üle arenguvestlusel.", "Muudatused tehakse poolte kokkuleppel."], numbers="8.{}")
    doc.sign("(allkirjastatud digitaalselt)", "{Allkirjastaja}", "{Ametikoht}", digital=True, placeholders=["{Allkirjastaja}", "{Ametikoht}"])
    return doc


def lennuohutus():
    doc = Doc("t3", "vaneminspektor-lennuohutus", ruled=True, page_number="{n}", layout_of="lo", wrap=90,
              forms={"lo": SANS, "fpdf2": SERIF})
    doc.approval("Lisa 2")
    doc.caps("ÕHUTRANSPORDI JÄRELEVALVE AMET", "OHUTUSTEENISTUS", "LENNUKÕLBLIKKUSE OSAKOND", institution="ÕHUTRANSPORDI JÄRELEVALVE AMET")
    doc.title("AMETIJUHEND")
    doc.general("1. Üldosa", [
        f("1.1. Struktuuriüksuse nimetus", "ohutusteenistuse lennukõlblikkuse osakond", "unit"),
        f("1.2. Teenistuskoha nimetus", "vaneminspektor (lennukõlblikkus)", "job_title"),
        f("1.3. Teenistuskoha asukoht", "Lennuvälja", "location"),
        f("1.4. Ametisse nimetab", "peadirektor ohutusteenistuse direktori ettepanekul"),
        f("1.5. Allub", "osakonna juhatajale", "manager"),
        f("1.6. Kes asendab", "osakonna vaneminspektor või osakonna juhataja", "substituted_by", ["osakonna vaneminspektor", "osakonna juhataja"]),
        f("1.7. Keda asendab", "osakonna vaneminspektorit", "substitutes"),
    ], widths=(40, 60))
    doc.purpose("2. Teenistuskoha eesmärk", "on Eestis registreeritud õhusõidukite jätkuva lennukõlblikkuse nõuete täitmise järelevalve ning "
                "hooldusettevõtjate sertifitseerimine.")
    doc.duties("3. Teenistusülesanded", [
        d("3.1.", "hooldus- ja lennukõlblikkuse korraldamise ettevõtjate auditeerimine;"),
        d("3.2.", "õhusõidukite ülevaatuste tegemine, sealhulgas:", sub=[("3.2.1.", "perronikontrolli läbiviimine;"),
          ("3.2.2.", "lennukõlblikkuse sertifikaadi ülevaatus enne selle väljastamist;"), ("3.2.3.", "avastatud puuduste kõrvaldamise jälgimine;")]),
        d("3.3.", "hooldusprogrammide ja käsiraamatute läbivaatamine ning heakskiitmiseks ettepanekute tegemine;"),
        d("3.4.", "hooldustöötajate eksamineerimine ja lubade väljastamise ettevalmistamine;"),
        d("3.5.", "lennuohutust mõjutavate juhtumite analüüsimine ning järelduste tutvustamine ettevõtjatele;"),
        d("3.6.", "valdkonda reguleerivate õigusaktide eelnõude väljatöötamises osalemine;"),
        d("3.7.", "Euroopa Liidu Lennundusohutusameti töörühmades osalemine;"),
        d("3.8.", "kirjadele, päringutele ja teabenõuetele vastamine;"),
        d("3.9.", "järelevalvetoimingute dokumenteerimine andmekogus;"),
        d("3.10.", "osakonna juhataja korraldusel muude osakonna pädevusse kuuluvate ülesannete täitmine."),
    ])
    doc.items("rights", "4. Õigused", ["siseneda ametitunnistuse alusel ettevõtja territooriumile ja õhusõidukisse;",
              "peatada õhusõiduki käitamine vahetu ohu korral;", "nõuda järelevalvealuselt andmeid ja selgitusi;",
              "saada oma pädevuse hoidmiseks vajalikku väljaõpet."], lead="Vaneminspektoril on õigus:", numbers="4.{}.")
    doc.items("responsibilities", "5. Vastutus", ["Vaneminspektor vastutab käesoleva ametijuhendiga pandud ülesannete nõuetekohase täitmise eest "
              "seadusega ettenähtud korras."])
    doc.requirements("6. Nõuded teenistujale", blocks=[
        r("6.1.", "Haridus", "tehniline kõrgharidus", education=("higher", None)),
        r("6.2.", "Töökogemus", "vähemalt 5 aastat töökogemust õhusõidukite hoolduses", experience=[(5, "field")]),
        r("6.3.", "Keelteoskus", "eesti keel tasemel C1 ja inglise keel tasemel C1", languages=[("et", "C1"), ("en", "C1")]),
        r("6.4.", "Arvutioskus", "dokumendihaldussüsteemi ja tabelarvutusprogrammi kasutamine", computer=True),
        r("6.5.", "Isikuomadused", bullets="6.5.{}.", skills=["täpsus;", "erapooletus;", "kindlameelsus."]),
    ])
    return doc


def ravimistatistik():
    doc = Doc("t4", "statistik", bullet="-", page_number="{n} ({total})", layout_of="lo", wrap=94,
              forms={"lo": SERIF, "reportlab": SERIF})
    doc.approval("KINNITATUD", "Terviseseire Keskuse", "peadirektori", "märtsi 2026", "käskkirjaga nr 12",
                 by="Terviseseire Keskuse peadirektori", act="käskkirjaga", number="12")
    doc.caps("TERVISESEIRE KESKUS", "ANDMETE OSAKOND", institution="TERVISESEIRE KESKUS")
    doc.title("STATISTIKU AMETIJUHEND")
    doc.general("1. ÜLDOSA", [
        f("Teenistuskoha nimetus:", "Statistik", "job_title"),
        f("Struktuuriüksus:", "Andmete osakond, statistikabüroo", "unit"),
        f("Vahetu juht:", "Statistikabüroo juhataja", "manager"),
        f("Alluvad:", "puuduvad", "subordinates", []),
        f("Kes asendab:", "Statistikabüroo vanemstatistik", "substituted_by"),
        f("Keda asendab:", "Statistikabüroo vanemstatistik ja andmeanalüütik", None),
    ], form="same")
    doc.purpose("2. TEENISTUSKOHA EESMÄRK", "Rahvastiku tervise näitajate kogumine, töötlemine ja avaldamine otsustajatele ning avalikkusele "
                "arusaadaval kujul.")
    doc.other("3. TÖÖTAJA JUHINDUB", ["riikliku statistika seadusest;", "isikuandmete kaitse nõuetest;", "keskuse põhimäärusest, "
              "töökorralduse reeglitest ja muudest kordadest;", "oma töölepingust ja käesolevast ametijuhendist."], bullets=True)
    doc.duties("4. TÖÖÜLESANDED", form="table", plain=True, widths=[50, 50], head=("Ülesanne", "Tulemuslikkuse näitaja"), duties=[
        d("4.1", "Kogub tervishoiuteenuse osutajatelt aruandeid ja kontrollib nende täielikkust.", ["Vähemalt 98% aruannetest on laekunud tähtajaks."]),
        d("4.2", "Parandab koos andmeesitajatega vigased andmed.", ["Andmestikus ei ole kontrollreegleid rikkuvaid kirjeid."]),
        d("4.3", "Arvutab näitajad ja koostab tabelid.", ["Näitajad on arvutatud kehtiva metoodika järgi. Tabelid on avaldatud avaldamiskalendris märgitud päeval."]),
        d("4.4", "Kirjutab statistilisi ülevaateid.", ["Aastas on ilmunud vähemalt kolm ülevaadet."]),
        d("4.5", "Vastab andmepäringutele.", ["Päringule on vastatud viie tööpäeva jooksul."]),
        d("4.6", "Osaleb rahvusvahelises andmevahetuses.", ["Andmed on edastatud kokkulepitud vormis."]),
        d("4.7", "Täidab muid vahetu juhi antud ülesandeid.", ["Ülesanded on tehtud õigel ajal."]),
    ])
    doc.items("responsibilities", "5. VASTUTUS", ["avaldatud andmete õigsuse eest;", "isikuandmete saladuses hoidmise eest."], lead="Töötaja vastutab:", numbers="5.{}")
    doc.items("rights", "6. ÕIGUSED", ["saada andmeesitajatelt selgitusi;", "kasutada keskuse andmebaase oma tööülesannete piires;", "osaleda erialastel koolitustel."],
              lead="Töötajal on õigus:", numbers="6.{}")
    doc.requirements("7. NÕUDED TÖÖTAJALE", sep=": ", blocks=[
        r("7.1", "Haridus", "bakalaureusekraad statistika, matemaatika või rahvatervise erialal", education=("bachelor", 6)),
        r("7.2", "Töökogemus", "varasem töökogemus andmetega töötamisel on soovitav"),
        r("7.3", "Keeleoskus", "eesti keel tasemel C1, inglise keel tasemel B2", languages=[("et", "C1"), ("en", "B2")]),
        r("7.4", "Arvutioskus", "statistikaprogrammide ja andmebaasipäringute tegemise oskus", computer=True),
        r("7.5", "Isikuomadused", bullets="-", skills=["süsteemsus", "täpsus", "hea väljendusoskus"]),
    ])
    return doc


def merevalve():
    doc = Doc("t5", "kopteripiloot", bullet="-", page_number="{n}", layout_of="lo", wrap=98,
              forms={"lo": SANS, "weasyprint": SERIF})
    doc.approval("Päästelennunduse Ameti peadirektori", "käskkirja „Lennusalga teenistujate ametijuhendite kinnitamine“", "lisa 4",
                 "19.02.2024 nr 1.9-23.6/14p-1", by="Päästelennunduse Ameti peadirektori", act="käskkirja", number="1.9-23.6/14p-1", date="2024-02-19", left=True)
    doc.title("KOPTERIPILOODI AMETIJUHEND")
    doc.general("1. ÜLDOSA", [
        f("Struktuuriüksuse nimetus", "lennusalk, lendude büroo", "unit"),
        f("Kellele allub", "lendude büroo juhile", "manager"),
        f("Alluvad", "puuduvad", "subordinates", []),
        f("Asendaja", "kopteripiloot", "substituted_by"),
        f("Keda asendab", "kopteripilooti, vanempilooti", "substitutes", ["kopteripilooti", "vanempilooti"]),
        f("Teenistustingimuste erisused", "summeeritud tööaeg, töö öösel ja puhkepäevadel, valveaeg kuni 30 tundi kuus"),
    ], widths=(38, 62))
    doc.purpose("2. TEENISTUSKOHA EESMÄRK", "Otsingu- ja päästelendude ohutu sooritamine.", "Lennumeeskonna valmisoleku hoidmine ööpäev läbi.",
                numbers=("2.1", "2.2"))
    doc.duties("3. TEENISTUSKOHA ÜLESANDED JA TULEMUSED", form="table3", widths=[25, 41, 34], repeat=True,
               head=("Teenistuskoha ülesanded", "Tegevused ülesannete täitmiseks", "Tulemuslikkuse mõõtmise kriteeriumid"), duties=[
        d("3.1", "Lennu ettevalmistamine", ["lennuplaan on esitatud enne õhkutõusu;", "meeskond on saanud täpse ülesande;"],
          ["hindab ilmastikku ja maandumispaiku;", "arvutab kütuse ja massi;", "teeb lennueelse ülevaatuse;"]),
        d("3.2", "Lennu sooritamine", ["lend on sooritatud ohutult ja lennukäsiraamatu kohaselt;"],
          ["juhib kopterit päeval ja öösel;", "teeb vintsimislende mere ja maa kohal;", "hoiab sidet lennujuhtimise ja päästekeskusega;"]),
        d("3.3", "Väljaõpe", ["kvalifikatsioon on kehtiv;", "treeninglendude aastane maht on täidetud;"],
          ["osaleb simulaatoritreeningul;", "juhendab alustavaid piloote;"]),
        d("3.4", "Ohutusest teavitamine", ["juhtumist on teatatud 72 tunni jooksul;"], ["koostab ettekande iga ohutust mõjutanud juhtumi kohta;"]),
        d("3.5", "Dokumentide pidamine", ["pardapäevik on täidetud iga lennu järel;"],
          ["täidab pardapäevikut ja lennuraamatut;", "sisestab lennutunnid töögraafikute süsteemi;"]),
    ])
    doc.items("rights", "4. ÕIGUSED", ["katkestada lend või sellest keelduda, kui lend ei ole ohutu;", "saada teenistusvarustust ja väljaõpet;",
              "teha ettepanekuid lennusalga töö korraldamiseks."], lead="Teenistujal on õigus:", numbers="4.{}")
    doc.items("responsibilities", "5. VASTUTUS", ["õhusõiduki ja meeskonna ohutuse eest lennul;", "enda kvalifikatsiooni kehtivuse eest;"],
              lead="Teenistuja vastutab:", numbers="5.{}")
    doc.requirements("6. TEENISTUSKOHAL NÕUTAVAD TEADMISED JA OSKUSED", sep=" ", blocks=[
        r("6.1", "Haridus:", "rakenduslik kõrgharidus lennunduse erialal", education=("applied_higher", 6)),
        r("6.2", "Töökogemus:", "vähemalt 2-aastane töökogemus kopteripiloodina", experience=[(2, "field")]),
        r("6.3", "Keelteoskus:", "eesti keel tasemel C1, inglise keel tasemel B2", languages=[("et", "C1"), ("en", "B2")]),
        r("6.4", "Arvutioskus:", "lennuplaneerimise tarkvara kasutamise oskus", computer=True),
        r("6.5", "Muud nõuded:", "kehtiv ametipiloodi luba", other=True),
    ])
    return doc


def andmehaldur():
    doc = Doc("t6", "andmehaldur", bullet="-", page_number="{n}/{total}", layout_of="lo", wrap=92,
              forms={"lo": SERIF, "typst": SANS})
    doc.approval("Kinnitatud", "peadirektori 11.06.2024", "käskkirjaga nr 1-2/24/90", by="peadirektori", act="käskkirjaga", number="1-2/24/90", date="2024-06-11")
    doc.caps("ÜHISTEENUSTE KESKUS", "ANDMETE TALITUS", institution="ÜHISTEENUSTE KESKUS")
    doc.title("AMETIJUHEND")
    doc.general("1 ÜLDOSA", [
        f("1.1 STRUKTUURIÜKSUS", "andmete talitus", "unit"),
        f("1.2 TEENISTUSKOHT", "andmehaldur", "job_title"),
        f("1.3 VAHETU JUHT", "andmete talituse juhataja", "manager"),
        f("1.4 ALLUVAD", "puuduvad", "subordinates", []),
        f("1.5 ESIMENE ASENDAJA", "andmete talituse analüütik", "substituted_by"),
        f("1.6 TEINE ASENDAJA", "vahetu juhi poolt määratud isik", "substituted_by"),
        f("1.7 KEDA ASENDAB", "andmete talituse analüütikut", "substitutes"),
    ], form="same")
    doc.purpose("2 TEENISTUSKOHA EESMÄRK", "Keskuse andmete kirjeldamine, nende kvaliteedi jälgimine ning andmete taaskasutamise võimaldamine.")
    doc.duties("3 TEENISTUSKOHA ÜLESANDED JA SOOVITUD TULEMUS", form="table", widths=[47, 53], repeat=True, head=("3.1 ÜLESANNE", "3.1 SOOVITUD TULEMUS"), duties=[
        d("3.1.1", "peab andmekirjelduste kataloogi;", ["iga andmekogu kirjeldus on avaldatud;", "muudatus on kirjas hiljemalt nädala pärast;"]),
        d("3.1.2", "mõõdab andmete kvaliteeti ja teavitab omanikke puudustest;", ["kvaliteediraport valmib kord kuus;"]),
        d("3.1.3", "valmistab ette avaandmete avaldamise;", ["avaandmed on masinloetavad;", "isikuandmed on eemaldatud;"]),
        d("3.1.4", "nõustab struktuuriüksusi andmete kasutamisel;", ["nõu on antud kolme tööpäeva jooksul;"]),
        d("3.1.5", "osaleb infosüsteemide arendamisel andmete poole esindajana;", ["andmemudel on kooskõlastatud enne arenduse algust;"]),
        d("3.1.6", "täidab muid talituse juhataja antud ülesandeid.", ["ülesanded on täidetud."]),
    ])
    doc.items("rights", "4 ÕIGUSED", ["saada ligipääs andmekogudele oma ülesannete täitmiseks;", "nõuda andmete omanikult puuduste kõrvaldamist;",
              "saada täienduskoolitust."], lead="Teenistujal on õigus:", bullets=True)
    doc.items("responsibilities", "5 VASTUTUS", ["Teenistuja vastutab andmekirjelduste ajakohasuse ja andmete turvalise töötlemise eest."])
    doc.requirements("6 TEENISTUSKOHALE ESITATAVAD NÕUDED", form="beside", blocks=[
        r("6.1", "HARIDUS", "kõrgharidus", education=("higher", None)),
        r("6.2", "TÖÖKOGEMUS", "vähemalt 2 aastat töökogemust andmehalduses", experience=[(2, "field")]),
        r("6.3", "KEELEOSKUS", "eesti keel tasemel C1", "inglise keel tasemel B1", languages=[("et", "C1"), ("en", "B1")]),
        r("6.4", "ARVUTIOSKUS", "andmebaaside päringukeele tundmine", computer=True),
        r("6.5", "ISIKUOMADUSED", bullets="-", skills=["korralikkus;", "uudishimu;", "koostöövalmidus."]),
    ])
    doc.items("amendment", "7 AMETIJUHENDI MUUTMINE", ["Ametijuhend vaadatakse läbi vähemalt kord aastas või töökorralduse muutumisel."])
    return doc


def haridusspetsialist():
    doc = Doc("t7", "haridusspetsialist", bullet="-", page_number="{n}", layout_of="lo", wrap=88,
              forms={"lo": SANS, "chromium": SERIF})
    doc.approval("Kinnitatud", "Jõekääru vallavanema", "21. augusti 2025. a.", "käskkirjaga nr 15-3/41", by="Jõekääru vallavanema", act="käskkirjaga",
                 number="15-3/41", date="2025-08-21")
    doc.title("HARIDUSSPETSIALISTI AMETIJUHEND")
    doc.general("1. ÜLDOSA", [
        f("1.1. Ametiasutus", "Jõekääru Vallavalitsus", "institution"),
        f("1.2. Struktuuriüksus", "Haridus- ja kultuuriosakond", "unit"),
        f("1.3. Teenistuskoha asukoht", "Jõekääru vald, Kaldapealse küla", "location"),
        f("1.4. Teenistuskoha nimetus", "Haridusspetsialist", "job_title"),
        f("1.5. Teenistuskoha liik", "Ametnik"),
        f("1.6. Vahetu juht", "Haridus- ja kultuuriosakonna juhataja", "manager"),
        f("1.7. Asendab keda", "Noorsootöö spetsialisti", "substitutes"),
        f("1.8. Asendab kes", "Noorsootöö spetsialist", "substituted_by"),
    ], form="beside", widths=(40, 60))
    doc.purpose("2. TEENISTUSKOHA EESMÄRK", "Valla alus- ja üldhariduse korraldamine ning haridusasutuste nõustamine ja järelevalve.")
    doc.requirements("3. NÕUDED HARIDUSELE, TÖÖKOGEMUSELE, TEADMISTELE JA OSKUSTELE", sep=": ", blocks=[
        r("3.1.", "Haridus", "Kõrgharidus, soovitavalt haridusteaduste valdkonnas", education=("higher", None)),
        r("3.2.", "Töökogemus", "Vähemalt kaheaastane töökogemus haridusasutuses või hariduse juhtimisel", experience=[(2, "field")]),
        r("3.3.", "Keeleoskus", "Eesti keel tasemel C1 ja üks võõrkeel tasemel B1", languages=[("et", "C1"), (None, "B1")]),
        r("3.4.", "Arvutioskus", "Kontoritarkvara ja hariduse infosüsteemi kasutamise oskus", computer=True),
        r("3.5.", "Teadmised ja oskused", bullets="3.5.{}.", skills=["haridust reguleerivate õigusaktide tundmine;",
          "eelarve koostamise põhimõtete tundmine;", "läbirääkimiste pidamise oskus."]),
    ])
    doc.duties("4. TEENISTUSÜLESANDED", [
        d("4.1.", "Hariduse arengukava koostamine ja selle täitmise jälgimine:", sub=[("4.1.1.", "lähteandmete kogumine;"),
          ("4.1.2.", "arutelude korraldamine;"), ("4.1.3.", "tegevuskava täitmise aruande esitamine volikogule.")]),
        d("4.2.", "Lasteaiakohtade taotluste menetlemine."),
        d("4.3.", "Koolikohustuse täitmise arvestuse pidamine."),
        d("4.4.", "Haridusasutuste eelarvete läbivaatamine koos finantsspetsialistiga."),
        d("4.5.", "Õpilastranspordi korraldamine:", sub=[("4.5.1.", "sõiduplaanide koostamine;"), ("4.5.2.", "vedajatega suhtlemine.")]),
        d("4.6.", "Haridusasutuste juhtide konkursside ettevalmistamine."),
        d("4.7.", "Teenistuslik järelevalve vahetu juhi korraldusel."),
        d("4.8.", "Muude vahetu juhi antud teenistusalaste ülesannete täitmine."),
    ])
    doc.items("rights", "5. ÕIGUSED", ["saada haridusasutustelt ülesannete täitmiseks vajalikke andmeid;", "kutsuda kokku nõupidamisi ja töörühmi;",
              "saada ametialast täienduskoolitust."], lead="Ametnikul on õigus:", numbers="5.{}.")
    doc.items("responsibilities", "6. VASTUTUS", ["teenistusülesannete õigeaegse, täpse ja kohusetundliku täitmise eest;", "esitatud andmete õigsuse eest;",
              "ametialase teabe hoidmise eest."], lead="Ametnik vastutab:", numbers="6.{}.")
    doc.items("amendment", "7. AMETIJUHENDI MUUTMINE", ["Ametijuhendit muudetakse ametniku nõusolekul või seaduses sätestatud juhtudel ilma selleta."], numbers="7.{}.")
    doc.sign("Ametijuhendiga tutvunud:", "____________________ (allkiri)", "____________________ (kuupäev)")
    return doc


DOCS = [lapsendamine(), turvajuht(), lennuohutus(), ravimistatistik(), merevalve(), andmehaldur(), haridusspetsialist()]
