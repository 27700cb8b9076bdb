from model import duty, field, requirement, section

DOC = {
    "slug": "finantsjuht",
    "title": "AMETIJUHEND",
    "bullet": "▪",
    "ruled": True,
    "page_number": "{n} ({total})",
    "running_header": "Sinijõe Ravikindlustusamet",
    "columns": [14],
    "producers": {
        "lo": {"font": "Liberation Serif", "size": 12, "autonumber": True},
        "chromium": {"font": "Liberation Serif", "size": 12, "justify": True},
        "typst": {"font": "New Computer Modern", "size": 11, "justify": True, "hyphenate": True},
        "weasyprint": {"font": "DejaVu Serif", "size": 10, "hyphenate": True},
    },
    "layout_of": "lo",
    "approval": {"lines": ["KINNITATUD", "Sinijõe Ravikindlustusameti peadirektori 03.06.2025", "käskkirjaga nr 88"],
                 "by": "Sinijõe Ravikindlustusameti peadirektori", "act": "käskkirjaga", "number": "88",
                 "date": "2025-06-03"},
    "sections": [
        section("general", "1. ÜLDOSA", form="rows", rows=[
            [field("1.1", "Ametinimetus", "Finantsosakonna juhataja", "job_title"),
             field("1.2", "Struktuuriüksus", "Finantsosakond", "unit")],
            [field("1.3", "Vahetu juht", "Peadirektori asetäitja", "manager"),
             field("1.4", "Kes asendab", "Eelarvetalituse juhataja või raamatupidamise ja aruandluse talituse juhataja",
                   "substituted_by", ["Eelarvetalituse juhataja",
                                      "raamatupidamise ja aruandluse talituse juhataja"]),
             field("1.5", "Keda asendab", "Peadirektori asetäitja", "substitutes")],
        ]),
        section("purpose", "2. AMETIKOHA EESMÄRK", text=(
            "Ametikoha eesmärk on juhtida Sinijõe Ravikindlustusameti (edaspidi amet) finantsvaldkonda nii, et ameti "
            "eelarve on tasakaalus, raha kasutatakse säästlikult ja juhtkonnal on otsuste tegemiseks "
            "olemas õige ning õigeaegne finantsteave.")),
        section("duties", "3. TEENISTUSÜLESANDED", head=("Põhiülesanded", "Oodatavad tulemused"), duties=[
            duty("3.1", "Ameti finantsstrateegia väljatöötamine ja elluviimine, sh",
                 ["Finantsstrateegia toetab ameti arengukava eesmärke.",
                  "Prognooside hälve tegelikust on kuni kolm protsenti."],
                 ["pikaajaliste tulu- ja kuluprognooside koostamine;",
                  "finantsriskide hindamine ja maandamine."]),
            duty("3.2", "Ameti eelarve koostamise juhtimine. Eelarveläbirääkimiste ettevalmistamine ja ameti "
                 "seisukohtade põhjendamine.",
                 ["Eelarve eelnõu on esitatud tähtajaks.",
                  "Eelarve vastab ameti tööplaanile ja seda toetavad arvutused.",
                  "Struktuuriüksuste juhid on eelarve koostamisse kaasatud ning teavad kehtestatud piirmäärasid."]),
            duty("3.3", "Eelarve täitmise jälgimine ja analüüsimine. Muudatusettepanekute esitamine juhtkonnale.",
                 ["Juhtkond saab eelarve täitmisest ülevaate iga kuu kümnendaks kuupäevaks.",
                  "Kõrvalekalded on selgitatud ja nende kohta on esitatud lahendused."]),
            duty("3.4", "Raamatupidamise korraldamine ning raamatupidamise sise-eeskirja ajakohasena hoidmine.",
                 ["Raamatupidamine vastab seadusele ja riigi raamatupidamise üldeeskirjale.",
                  "Majandustehingud on kajastatud õigel perioodil."]),
            duty("3.5", "Majandusaasta aruande koostamise juhtimine.",
                 ["Aruanne on esitatud seaduses sätestatud tähtajaks.",
                  "Välisaudiitor on avaldanud aruande kohta märkusteta arvamuse."]),
            duty("3.6", "Maksete ja likviidsuse juhtimine.",
                 ["Maksed on tehtud õigel ajal.", "Vaba raha on hoiustatud turvaliselt."]),
            duty("3.7", "Finantsarvestuse ja eelarvestamise infosüsteemide arendamises osalemine. Arendusvajaduste "
                 "sõnastamine ja järjestamine.",
                 ["Infosüsteemid toetavad finantsprotsesse ning käsitsi tehtava töö osakaal väheneb igal aastal.",
                  "Osakonna teenistujad oskavad infosüsteeme kasutada."]),
            duty("3.8", "Sisekontrollisüsteemi toimimise tagamine oma vastutusvaldkonnas.",
                 ["Kontrollimeetmed on kirjeldatud ja rakendatud.",
                  "Siseaudiitori ettepanekud on ellu viidud kokkulepitud ajaks. Rakendamata jäänud ettepanekute "
                  "kohta on antud põhjendus."]),
            duty("3.9", "Osakonna töö kavandamine, tööjaotuse määramine ja töötulemuste hindamine.",
                 ["Osakonna tööplaan on koostatud ja täidetud.",
                  "Ülesanded on jaotatud ühtlaselt ning iga teenistuja teab oma vastutust.",
                  "Koostöövestlused on peetud kaks korda aastas."]),
            duty("3.10", "Osakonna teenistujate valimine, juhendamine ja arendamine.",
                 ["Ametikohad on täidetud pädevate inimestega.",
                  "Teenistujate koolitusvajadus on välja selgitatud ja koolituskavas arvesse võetud."]),
            duty("3.11", "Lepingute ja käskkirjade eelnõude kooskõlastamine rahaliste kohustuste osas.",
                 ["Kooskõlastus on antud kolme tööpäeva jooksul.",
                  "Ametile ei võeta kohustusi, mille katteks puuduvad vahendid."]),
            duty("3.12", "Riskide hindamine.", ["Osakonna riskid on hinnatud.", "Riskide maandamise kava on koostatud."]),
            duty("3.13", "Koostöö korraldamine Rahandusministeeriumi, Riigikontrolli ja teiste asutustega. Ameti "
                 "esindamine oma vastutusvaldkonna küsimustes.",
                 ["Teabevahetus on sujuv ja ameti huvid on kaitstud.",
                  "Järelepärimistele on vastatud tähtajaks."]),
            duty("3.14", "Peadirektori ja peadirektori asetäitja antud muude ühekordsete ülesannete täitmine.",
                 ["Ülesanded on täidetud nõutud ajaks ja tasemel."]),
        ]),
        section("rights", "4. ÕIGUSED", lead="Omab õigust:", items=[
            "allkirjastada finantsaruandeid, maksekorraldusi ja osakonna kirju oma pädevuse piires;",
            "saada struktuuriüksustelt eelarve koostamiseks ja täitmise jälgimiseks vajalikku teavet;",
            "peatada makse, mis on vastuolus õigusaktide või kinnitatud eelarvega;",
            "teha ettepanekuid osakonna koosseisu, palgatingimuste ja töökorralduse muutmiseks;",
            "saada täienduskoolitust."]),
        section("responsibilities", "5. VASTUTUS", lead="Omab vastutust:", items=[
            "osakonnale pandud ülesannete õigeaegse ja kvaliteetse täitmise eest;",
            "finantsaruannete ja esitatud andmete õigsuse eest;",
            "eelarvevahendite seadusliku ning säästliku kasutamise eest;",
            "juurdepääsupiiranguga teabe kaitse eest;",
            "osakonna kasutuses oleva vara säilimise eest."]),
        section("tools", "6. TÖÖVAHENDID", form="paragraphs", items=[
            "Töövahenditeks on sülearvuti, nutitelefon ja ameti ühiskasutuses olev kontoritehnika."]),
        section("requirements", "7. AMETIKOHALE ESITATAVAD NÕUDED", blocks=[
            requirement("Haridus", ["Magistrikraad majanduse, rahanduse või ärijuhtimise erialal."],
                        education=("master", 7)),
            requirement("Töökogemus", ["Vähemalt 5-aastane töökogemus finantsvaldkonnas ja vähemalt 3-aastane "
                                       "juhtimiskogemus."], experience=[(5, "field"), (3, "management")]),
            requirement("Keeleoskus", [
                "Valdab eesti keelt vähemalt tasemel C1.",
                "Valdab vähemalt ühte võõrkeelt (soovitavalt inglise või soome keelt) vähemalt tasemel B2."],
                languages=[("et", "C1"), (None, "B2", ["en", "fi"])]),
            requirement("Arvutikasutamise oskus", [
                "Valdab tabelarvutust väga heal tasemel ning oskab kasutada finantsarvestuse ja dokumendihalduse "
                "infosüsteeme."], computer=True),
            requirement("Tööks vajalikud kompetentsid", groups=[
                ("Eestvedamine", [
                    "Sõnastab selged eesmärgid ja innustab teenistujaid neid täitma.",
                    "Jagab ülesandeid ja vastutust ning usaldab oma meeskonda.",
                    "Teeb õigel ajal otsuseid, sealhulgas ebapopulaarseid. Selgitab otsuste põhjusi."]),
                ("Asjatundlikkus", [
                    "Tunneb põhjalikult riigieelarve, raamatupidamise ja maksunduse õigusakte.",
                    "Hoiab end kursis valdkonna arengutega ning jagab teadmisi."]),
                ("Koostöö", [
                    "Arvestab struktuuriüksuste vajadustega ja otsib kompromisse.",
                    "Loob usaldusliku suhte partneritega."]),
                ("Tulemuslikkus", [
                    "Seab tegevused tähtsuse järjekorda.",
                    "Viib alustatu lõpuni ka takistuste korral."])]),
            requirement("Täiendavad kompetentsid, isikuomadused ja teadmised",
                        group="Täiendavad kompetentsid, isikuomadused ja teadmised", named=[
                ("Analüüsi- ja üldistusvõime", "Märkab suures hulgas andmetes olulist ja teeb sellest lühikese "
                 "kokkuvõtte."),
                ("Ausus", "Tegutseb avatult, väldib huvide konflikti ja tunnistab oma eksimusi."),
                ("Pingetaluvus (tasakaalukus)", "Töötab tulemuslikult ka lühikeste tähtaegade korral."),
                ("Hangete korraldamise põhimõtete tundmine.",),
                ("Teadmised ravikindlustuse korraldusest.",)]),
        ]),
        section("amendment", "8. AMETIJUHENDI MUUTMINE", items=[
            "Ametijuhendi vaatavad ametnik ja vahetu juht koos üle üks kord aastas.",
            "Ametijuhendit võib muuta ametniku nõusolekuta, kui ametikoha eesmärk ja põhiülesanded ei muutu ning "
            "teenistusülesannete maht oluliselt ei suurene."]),
    ],
    "signature": {"lines": ["(allkirjastatud digitaalselt)", "{Allkirjastaja}", "{Ametikoht}"],
                  "digital": True, "signer": None, "signer_title": None,
                  "placeholders": ["{Allkirjastaja}", "{Ametikoht}"]},
}
