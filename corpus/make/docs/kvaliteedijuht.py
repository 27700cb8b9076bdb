from model import duty, field, requirement, section

DOC = {
    "slug": "kvaliteedijuht",
    "title": "AMETIJUHEND",
    "institution": None,
    "value_gap": " ",
    "bullet": "▪",
    "ruled": True,
    "page_number": None,
    "producers": {
        "lo": {"font": "Liberation Sans", "size": 11},
        "chromium": {"font": "Liberation Sans", "size": 11},
        "typst": {"font": "Liberation Sans", "size": 11, "justify": False},
        "weasyprint": {"font": "Liberation Serif", "size": 11.5, "justify": True, "hyphenate": True},
    },
    "layout_of": "lo",
    "sections": [
        section("general", "1. ÜLDOSA", form="rows", rows=[
            [field("1.1", "Ametinimetus", "Kvaliteedijuht", "job_title"),
             field("1.2", "Struktuuriüksus", "Arendusosakond", "unit")],
            [field("1.3", "Vahetu juht", "Arendusosakonna juhataja", "manager"),
             field("1.4", "Kes asendab", "Arendusosakonna protsessianalüütik või arendusosakonna juhataja "
                   "või siseaudiitor", "substituted_by",
                   ["Arendusosakonna protsessianalüütik", "arendusosakonna juhataja", "siseaudiitor"]),
             field("1.5", "Keda asendab", "-", "substitutes", [])],
        ]),
        section("purpose", "2. AMETIKOHA EESMÄRK", text=(
            "Ametikoha eesmärk on tagada Kuldjärve Toetuste Ameti (edaspidi amet) juhtimissüsteemi toimimine ja "
            "pidev parendamine ning toetada struktuuriüksusi selliste tööprotsesside kujundamisel, mis hoiavad "
            "kokku taotlejate aega ja riigi raha.")),
        section("duties", "3. TEENISTUSÜLESANDED", head=("Põhiülesanded", "Oodatavad tulemused"), duties=[
            duty("3.1", "Ameti juhtimissüsteemi arendamine, sh",
                 ["Juhtimissüsteem vastab ameti vajadustele ja tunnustatud standardi nõuetele.",
                  "Struktuuriüksuste juhid teavad oma rolli juhtimissüsteemis."],
                 ["kvaliteedipoliitika ja -eesmärkide sõnastamine koos juhtkonnaga;",
                  "protsessikaardi ajakohasena hoidmine;",
                  "parendustegevuste kava koostamine."]),
            duty("3.2", "Tööprotsesside kaardistamine ja kitsaskohtade väljaselgitamine. Protsessiomanike nõustamine "
                 "muudatuste kavandamisel.",
                 ["Ameti põhiprotsessid on kirjeldatud ühtsel kujul ning kättesaadavad siseveebis.",
                  "Iga protsessi kohta on vähemalt kord kahe aasta jooksul tehtud parendusettepanekud."]),
            duty("3.3", "Siseauditite aastakava ettevalmistamine ja siseauditite läbiviimine.",
                 ["Auditid toimuvad kinnitatud kava kohaselt.",
                  "Auditi aruanne on esitatud auditeeritud üksusele kümne tööpäeva jooksul.",
                  "Kokkulepitud parandusmeetmete täitmist on kontrollitud."]),
            duty("3.4", "Taotlejate rahulolu mõõtmise korraldamine. Küsitluste tulemuste kokkuvõtmine ja tutvustamine "
                 "juhtkonnale.",
                 ["Rahulolu on mõõdetud vähemalt kord poolaastas. Tulemused on võrreldavad varasemate "
                  "aastatega ning avaldatud ameti kodulehel."]),
            duty("3.5", "Vaiete ja kaebuste põhjuste analüüsimine.",
                 ["Korduvad vead on välja selgitatud.",
                  "Vigade kordumise vältimiseks on tehtud ettepanekud protsesside või infosüsteemi muutmiseks."]),
            duty("3.6", "Riskijuhtimise korraldamine ja riskiregistri pidamine.",
                 ["Olulised riskid on hinnatud ning igal riskil on omanik.",
                  "Riskiregister vaadatakse juhtkonnas läbi kaks korda aastas."]),
            duty("3.7", "Uute teenistujate juhendamine.",
                 ["Uued teenistujad tunnevad ameti protsesse ja oskavad leida juhendeid."]),
            duty("3.8", "Juhendite, kordade ja vormide kooskõlastamine enne nende kinnitamist ning vastuolude "
                 "kõrvaldamine.",
                 ["Kehtivad dokumendid on omavahel kooskõlas ja keeleliselt arusaadavad.",
                  "Aegunud dokumendid on kasutusest kõrvaldatud."]),
            duty("3.9", "Osalemine infosüsteemide arendusprojektides, äripoole nõuete kirjeldamine ja lahenduste "
                 "vastuvõtmine.",
                 ["Nõuded on üheselt mõistetavad.",
                  "Kasutuselevõetud lahendused lihtsustavad menetlust."]),
            duty("3.10", "Vahetu juhi antud muude ühekordsete tööülesannete täitmine.",
                 ["Tööülesanded on täidetud õigel ajal ja nõutud kvaliteediga."]),
        ]),
        section("rights", "4. ÕIGUSED", lead="Omab õigust:", lost_last=True, items=[
            "saada struktuuriüksustelt tööks vajalikke dokumente, andmeid ja selgitusi;",
            "kaasata siseauditi läbiviimisse teiste struktuuriüksuste teenistujaid kokkuleppel nende vahetu juhiga;",
            "teha juhtkonnale ettepanekuid tööprotsesside muutmiseks või peatamiseks;",
            "saada tööks vajalikku täienduskoolitust ja erialakirjandust;",
            "teha kaugtööd vastavalt ametis kehtivale korrale"]),
        section("responsibilities", "5. VASTUTUS", lead="Omab vastutust:", items=[
            "ametijuhendiga pandud ülesannete õiguspärase, tähtaegse ja korrektse täitmise eest;",
            "auditi käigus kogutud teabe usaldusväärsuse ning sellest tehtud järelduste põhjendatuse eest;",
            "tööülesannete täitmisel teatavaks saanud isikuandmete ja ametialase teabe hoidmise eest;",
            "tema kasutusse antud riigivara säilimise ja sihipärase kasutamise eest."]),
        section("tools", "6. TÖÖVAHENDID", form="paragraphs", items=[
            "Töövahenditeks on sülearvuti koos vajaliku tarkvaraga, mobiiltelefon ning ühiskasutuses olevad "
            "printerid ja koosolekuruumide tehnika."]),
        section("requirements", "7. AMETIKOHALE ESITATAVAD NÕUDED", blocks=[
            requirement("Haridus", ["Magistrikraad või sellele vastav kvalifikatsioon."], education=("master", 7)),
            requirement("Töökogemus", ["Vähemalt 3-aastane töökogemus kvaliteedijuhtimise või protsessijuhtimise "
                                       "valdkonnas."], experience=[(3, "field")]),
            requirement("Keeleoskus", [
                "Valdab eesti keelt vähemalt tasemel C1.",
                "Valdab vähemalt ühte võõrkeelt (soovitavalt inglise või saksa keelt) vähemalt tasemel B2."],
                languages=[("et", "C1"), (None, "B2", ["en", "de"])]),
            requirement("Arvutikasutamise oskus", [
                "Kasutab vabalt kontoritarkvara ja protsesside joonistamise vahendeid. Õpib uusi programme "
                "iseseisvalt."], computer=True),
            requirement("Tööks vajalikud kompetentsid", groups=[
                ("Süsteemsus", [
                    "Näeb tööprotsessi tervikuna ja märkab selle osade vahelisi seoseid.",
                    "Seab ülesanded tähtsuse järjekorda ja peab kinni kokkulepitud tähtaegadest."]),
                ("Koostöö", [
                    "Kuulab ära erinevad seisukohad ja aitab jõuda kõigile sobiva lahenduseni.",
                    "Annab tagasisidet lugupidavalt, põhjendades oma tähelepanekuid faktidega. "
                    "On ise valmis kriitikat vastu võtma."]),
                ("Kliendikesksus", [
                    "Vaatab ameti tööd taotleja pilguga.",
                    "Otsib võimalusi, kuidas vähendada taotlejate halduskoormust."])]),
            requirement("Täiendavad kompetentsid, isikuomadused ja teadmised",
                        group="Täiendavad kompetentsid, isikuomadused ja teadmised", named=[
                ("Analüüsivõime", "Kogub asjakohased andmed, hindab nende usaldusväärsust ja teeb neist põhjendatud "
                 "järeldusi."),
                ("Algatusvõime", "Pakub ise välja uusi lahendusi ja asub neid ellu viima. Ei lükka ebameeldivaid "
                 "otsuseid edasi."),
                ("Pingetaluvus", "Säilitab rahu ja töövõime ka kiirel ajal."),
                ("Kvaliteedijuhtimise standardite tundmine.",),
                ("Teadmised projektijuhtimisest.",)]),
        ]),
        section("amendment", "8. AMETIJUHENDI MUUTMINE", items=[
            "Ametijuhendi ajakohasust hinnatakse igal aastal arenguvestlusel.",
            "Ametniku nõusolekuta võib ametijuhendit muuta juhul, kui ametikoha eesmärk ja põhiülesanded jäävad "
            "samaks ning teenistusülesannete maht oluliselt ei suurene."]),
    ],
    "signature": {"lines": ["(allkirjastatud digitaalselt)", "{Allkirjastaja}", "{Ametikoht}"],
                  "digital": True, "signer": None, "signer_title": None,
                  "placeholders": ["{Allkirjastaja}", "{Ametikoht}"]},
}
