from model import duty, field, requirement, section

DOC = {
    "slug": "vanemanalyytik",
    "title": "Ametijuhend",
    "institution": None,
    "bullet": "•",
    "ruled": True,
    "page_number": "{n}",
    "producers": {
        "lo": {"font": "DejaVu Serif", "size": 9.5},
        "chromium": {"font": "DejaVu Sans", "size": 9.5},
        "weasyprint": {"font": "Liberation Sans", "size": 10.5, "justify": True, "hyphenate": True},
        "reportlab": {"font": "DejaVu Sans", "size": 9.5},
    },
    "layout_of": "reportlab",
    "sections": [
        section("general", "1. Üldosa", form="rows", rows=[
            [field("1.1", "Ametinimetus", "Vanemanalüütik", "job_title"),
             field("1.2", "Struktuuriüksus", "Andmehalduse talitus", "unit")],
            [field("1.3", "Vahetu juht", "Andmehalduse talituse juhataja", "manager"),
             field("1.4", "Alluvad", "Puuduvad", "subordinates", [])],
            [field("1.5", "Kes asendab", "Andmehalduse talituse juhataja, andmeteadur", "substituted_by",
                   ["Andmehalduse talituse juhataja", "andmeteadur"]),
             field("1.6", "Keda asendab", "Andmeteadur või analüütik (rahvastik, tööturg)", "substitutes",
                   ["Andmeteadur", "analüütik (rahvastik, tööturg)"])],
        ]),
        section("purpose", "2. Ametikoha eesmärk", text=(
            "Ametikoha eesmärk on korraldada Tammeoru Statistikakeskuse (edaspidi keskus) andmete kvaliteedi hindamist "
            "ning koostada analüüse, mis võimaldavad riigiasutustel teha teadmistel põhinevaid otsuseid.")),
        section("duties", "3. Teenistusülesanded", head=("Põhiülesanded", "Oodatavad tulemused"), plain_results=True,
                duties=[
            duty("3.1", "Andmekvaliteedi hindamise metoodika väljatöötamine ja rakendamine.",
                 ["Metoodika on kasutusel kõigis talitustes ja seda ajakohastatakse kord aastas."]),
            duty("3.2", "Tööturu ja palga valdkonna andmestike analüüsimine.",
                 ["Analüüsid ilmuvad avaldamiskalendri kohaselt. Järeldused on selged ja kontrollitavad."]),
            duty("3.3", "Riigi registrite andmete kasutuselevõtu ettevalmistamine koostöös registripidajatega.",
                 ["Andmeandjate aruandluskoormus on vähenenud, sest korduvalt küsitavad andmed saadakse registritest."]),
            duty("3.4", "Andmetöötluse skriptide kirjutamine ja dokumenteerimine.",
                 ["Skriptid on korduvkasutatavad ning teised analüütikud saavad neist aru."]),
            duty("3.5", "Teadlaste ja riigiasutuste andmepäringutele vastamine.",
                 ["Andmed on väljastatud kokkulepitud tähtajaks ja andmekaitse nõudeid järgides."]),
            duty("3.6", "Keskuse esindamine riigisisestes ja rahvusvahelistes töörühmades oma pädevuse piires.",
                 ["Keskuse seisukohad on kooskõlastatud ja töörühmadele teada. Kolleegid saavad töörühmade tööst "
                  "ülevaate kahe nädala jooksul."]),
            duty("3.7", "Andmeesitluste ja jooniste kujundamine veebiväljaannetele.",
                 ["Joonised on arusaadavad ka eriteadmisteta lugejale."]),
            duty("3.8", "Analüütikute metoodiline juhendamine.",
                 ["Analüütikud kasutavad ühtseid võtteid."]),
            duty("3.9", "Vahetu juhi antud muude ühekordsete ülesannete täitmine.",
                 ["Ülesanded on täidetud õigeaegselt."]),
        ]),
        section("rights", "4. Õigused", lead="Vanemanalüütikul on õigus:", items=[
            "kasutada tööülesannete täitmiseks keskuse andmeladu ja isikustamata mikroandmeid;",
            "anda analüütikutele juhiseid andmete kvaliteedi hindamisel;",
            "osaleda täienduskoolitustel ja valdkonna konverentsidel eelarves ette nähtud vahendite piires;",
            "keelduda andmete väljastamisest, kui selleks puudub õiguslik alus."]),
        section("responsibilities", "5. Vastutus", lead="Vanemanalüütik vastutab:", items=[
            "koostatud analüüside sisulise õigsuse eest;",
            "andmete konfidentsiaalsuse tagamise eest nii teenistuse ajal kui ka pärast seda;",
            "tööülesannete tähtaegse täitmise eest;",
            "kasutusse antud vahendite heaperemeheliku kasutamise eest."]),
        section("requirements", "6. Ametikohale esitatavad nõuded", blocks=[
            requirement("Haridus", ["Bakalaureusekraad majandusteaduse, matemaatika või sotsiaalteaduste valdkonnas."],
                        education=("bachelor", 6)),
            requirement("Töökogemus", ["Kolmeaastane töökogemus andmeanalüüsi valdkonnas."],
                        experience=[(3, "field")]),
            requirement("Keeleoskus", [
                "Eesti keel tasemel C1, inglise keel tasemel B2."],
                languages=[("et", "C1"), ("en", "B2")]),
            requirement("Arvutikasutamise oskus", [
                "Valdab vähemalt ühte statistikapaketti või programmeerimiskeelt (R, Python).",
                "Tunneb andmebaaside päringukeelt SQL."], bullets=True, computer=True),
            requirement("Teadmised ja oskused", bullets=True, named=[
                ("Statistilise analüüsi meetodite tundmine;",), ("Riikliku statistika seaduse tundmine;",),
                ("Oskus selgitada keerulisi seoseid lihtsas keeles.",)]),
            requirement("Isikuomadused", bullets=True, named=[
                ("Täpsus;",), ("Uudishimu;",), ("Kohusetunne;",), ("Hea koostöövõime.",)]),
        ]),
        section("amendment", "7. Ametijuhendi muutmine", form="paragraphs", items=[
            "Ametijuhendit muudetakse ametniku ja vahetu juhi kokkuleppel.",
            "Ametniku nõusolekut ei ole vaja, kui ametikoha eesmärk ja põhiülesanded ei muutu ning "
            "teenistusülesannete maht oluliselt ei kasva."]),
    ],
}
