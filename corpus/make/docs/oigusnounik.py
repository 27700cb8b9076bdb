from model import duty, field, requirement, section

DOC = {
    "slug": "oigusnounik",
    "title": "AMETIJUHEND",
    "bullet": "-",
    "ruled": True,
    "page_number": "{n}",
    "running_header": "Kivinõmme Patendiamet",
    "encodings": ["utf8bom", "utf16", "cp1257", "iso8859-13"],
    "producers": {
        "lo": {"font": "Liberation Serif", "size": 11.5},
        "chromium": {"font": "Liberation Sans", "size": 10.5, "justify": True, "hyphenate": True},
        "typst": {"font": "Liberation Serif", "size": 11.5, "justify": True},
        "reportlab": {"font": "Liberation Serif", "size": 11.5},
    },
    "layout_of": "lo",
    "narrow_layout_of": "typst",
    "approval": {"lines": ["Kinnitatud", "Kivinõmme Patendiameti peadirektori",
                           "9. oktoobri 2023. a käskkirjaga nr 14"],
                 "by": "Kivinõmme Patendiameti peadirektori", "act": "käskkirjaga", "number": "14",
                 "date": "2023-10-09"},
    "sections": [
        section("general", "1. ÜLDOSA", form="rows", rows=[
            [field("1.1", "Ametinimetus", "Õigusnõunik", "job_title"),
             field("1.2", "Struktuuriüksus", "Õigusosakond", "unit")],
            [field("1.3", "Vahetu juht", "Õigusosakonna juhataja", "manager"),
             field("1.4", "Kes asendab", "Õigusosakonna juhataja; õigusnõunik (kaubamärgid, "
                   "tööstusdisain); jurist", "substituted_by",
                   ["Õigusosakonna juhataja", "õigusnõunik (kaubamärgid, tööstusdisain)", "jurist"]),
             field("1.5", "Keda asendab", "Õigusosakonna juhataja ja/või jurist", "substitutes",
                   ["Õigusosakonna juhataja", "jurist"])],
        ]),
        section("purpose", "2. AMETIKOHA EESMÄRK", text=(
            "Ametikoha eesmärk on tagada ameti tegevuse õiguspärasus, osaleda tööstusomandi valdkonna õigusloomes ning "
            "esindada ametit kohtus, arbitraažis ja teistes vaidlusi lahendavates organites.")),
        section("duties", "3. TEENISTUSÜLESANDED", head=("Põhiülesanded", "Oodatavad tulemused"), widths=[50, 50],
                duties=[
            duty("3.1", "Ameti esindamine kohtus ja arbitraažis, menetlusdokumentide koostamine.",
                 ["Menetlusdokumendid on esitatud tähtajaks.",
                  "Ameti seisukohad on veenvalt põhjendatud ja tuginevad kohtupraktikale."]),
            duty("3.2", "Tööstusomandit reguleerivate seaduste ja määruste eelnõude väljatöötamine, sh",
                 ["Eelnõud vastavad normitehnika eeskirjale.",
                  "Eelnõude mõju on hinnatud ning huvirühmad on kaasatud."],
                 ["seletuskirjade koostamine;",
                  "kooskõlastamisel laekunud märkuste läbitöötamine;",
                  "Euroopa Liidu õiguse ülevõtmise kontrollimine."]),
            duty("3.3", "Ametnike nõustamine haldusmenetluse küsimustes. Juhendi „Hea halduse tava ametis“ "
                 "ajakohastamine.",
                 ["Nõuanded on selged ja antud kokkulepitud ajaks.",
                  "Juhend „Hea halduse tava ametis“ kajastab kehtivat õigust ning on kõigile kättesaadav."]),
            duty("3.4", "Lepingute, käskkirjade ja haldusaktide eelnõude koostamine ning nende õiguspärasuse "
                 "kontrollimine.",
                 ["Dokumendid vastavad õigusaktidele ja kaitsevad ameti huve."]),
            duty("3.5", "Vaiete läbivaatamine ja vaideotsuste ettevalmistamine.",
                 ["Vaided on lahendatud seaduses sätestatud aja jooksul.",
                  "Otsused on arusaadavad ka õigusteadmisteta inimesele."]),
            duty("3.6", "Andmekaitse ja juurdepääsupiirangute režiimi järgimise kontrollimine. Andmekaitsealase koolituse "
                 "korraldamine teenistujatele.",
                 ["Isikuandmete töötlemise ülevaade on täielik.",
                  "Rikkumistest on teavitatud 72 tunni jooksul. Rikkumiste põhjused on kõrvaldatud."]),
            duty("3.7", "Kohtupraktika ülevaadete koostamine.",
                 ["Ülevaated ilmuvad siseveebis kord kvartalis."]),
            duty("3.8", "Ameti esindamine rahvusvahelistes töörühmades, näiteks Brüsselis ja Genfis toimuvatel "
                 "kohtumistel.",
                 ["Ameti seisukohad on eelnevalt kooskõlastatud.",
                  "Lähetuse aruanne ja tšekid on esitatud viie tööpäeva jooksul."]),
            duty("3.9", "Riigihangete dokumentide õiguslik ülevaatamine.",
                 ["Hankedokumendid on kooskõlas riigihangete seadusega."]),
            duty("3.10", "Osakonnajuhataja antud muude ühekordsete ülesannete täitmine.",
                 ["Ülesanded on täidetud tähtaegselt ja korrektselt."]),
        ]),
        section("rights", "4. ÕIGUSED", lead="Omab õigust:", items=[
            "esindada ametit peadirektori antud volikirja alusel;",
            "tutvuda kõigi ameti dokumentide ja andmekogudega, mida on vaja ülesannete täitmiseks;",
            "kirjutada alla oma pädevusse kuuluvatele teabekirjadele;",
            "jätta kooskõlastamata eelnõu, mis on vastuolus õigusaktidega."]),
        section("responsibilities", "5. VASTUTUS", lead="Omab vastutust:", items=[
            "antud õiguslike hinnangute õigsuse eest;",
            "menetlustähtaegade järgimise eest;",
            "ärisaladuse, „ametialaseks kasutamiseks“ märgitud teabe ja isikuandmete kaitse eest;",
            "ameti hea maine hoidmise eest."]),
        section("tools", "6. TÖÖVAHENDID", form="paragraphs", items=[
            "Ametniku kasutuses on sülearvuti, mobiiltelefon ja õigusteabe andmebaasid."]),
        section("requirements", "7. AMETIKOHALE ESITATAVAD NÕUDED", blocks=[
            requirement("Haridus", ["Magistrikraad õigusteaduses."], education=("master", 7)),
            requirement("Töökogemus", ["Vähemalt kolmeaastane erialane töökogemus."], experience=[(3, "field")]),
            requirement("Keeleoskus", [
                "Valdab eesti keelt tasemel C1.",
                "Valdab inglise keelt vähemalt tasemel C1 ja prantsuse keelt vähemalt tasemel B1."],
                languages=[("et", "C1"), ("en", "C1"), ("fr", "B1")]),
            requirement("Arvutikasutamise oskus", [
                "Kasutab igapäevatöös kontoritarkvara, kohtute infosüsteemi ja dokumendihaldussüsteemi."],
                computer=True),
            requirement("Tööks vajalikud kompetentsid", groups=[
                ("Asjatundlikkus", [
                    "Tunneb tööstusomandi, haldus- ja tsiviilõigust.",
                    "Jälgib Euroopa Kohtu praktikat ning oskab seda rakendada."]),
                ("Eneseväljendusoskus", [
                    "Kirjutab selget ja korrektset eesti keelt.",
                    "Argumenteerib veenvalt nii kirjalikult kui ka suuliselt."])]),
            requirement("Isikuomadused", named=[
                ("Kohusetunne", "Täidab kokkulepped ja peab tähtaegadest kinni."),
                ("Iseseisvus", "Leiab lahenduse ka siis, kui varasem praktika puudub."),
                ("Diskreetsus",)]),
        ]),
        section("amendment", "8. AMETIJUHENDI MUUTMINE", items=[
            "Ametijuhend vaadatakse üle arenguvestlusel või töökorralduse muutumisel.",
            "Ametniku nõusolekuta võib ametijuhendit muuta üksnes siis, kui ei muutu ametikoha eesmärk ja "
            "põhiülesanded ning teenistusülesannete maht oluliselt ei suurene."]),
    ],
    "signature": {"lines": ["(allkirjastatud digitaalselt)", "{Allkirjastaja}", "Peadirektor"],
                  "digital": True, "signer": None, "signer_title": "Peadirektor",
                  "placeholders": ["{Allkirjastaja}"]},
}
