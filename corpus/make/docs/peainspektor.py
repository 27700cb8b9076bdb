from model import duty, field, requirement, section

DOC = {
    "slug": "peainspektor",
    "title": "AMETIJUHEND",
    "bullet": "-",
    "ruled": False,
    "page_number": "{n}/{total}",
    "producers": {
        "lo": {"font": "Liberation Serif", "size": 12},
        "chromium": {"font": "Liberation Serif", "size": 11.5, "justify": True, "hyphenate": True},
        "typst": {"font": "Libertinus Serif", "size": 11, "justify": True, "hyphenate": True},
    },
    "layout_of": "lo",
    "approval": {"lines": ["KINNITATUD", "Rannamõisa Veekaitseameti peadirektori",
                           "14.02.2024 käskkirjaga nr 1-3/27"],
                 "by": "Rannamõisa Veekaitseameti peadirektori", "act": "käskkirjaga", "number": "1-3/27",
                 "date": "2024-02-14"},
    "sections": [
        section("general", "1. ÜLDOSA", form="beside", rows=[
            [field("1.1", "Ametinimetus", "Peainspektor (vooluveekogud)", "job_title")],
            [field("1.2", "Struktuuriüksus", "Järelevalveosakonna pinnavee talitus", "unit")],
            [field("1.3", "Vahetu juht", "Pinnavee talituse juhataja", "manager")],
            [field("1.4", "Kes asendab", "Juhtivinspektor (jõed, ojad ja kanalid); peainspektor (seisuveekogud)",
                   "substituted_by", ["Juhtivinspektor (jõed, ojad ja kanalid)", "peainspektor (seisuveekogud)"])],
            [field("1.5", "Keda asendab", "Peainspektor (seisuveekogud) või inspektor", "substitutes",
                   ["Peainspektor (seisuveekogud)", "inspektor"])],
        ]),
        section("purpose", "2. AMETIKOHA EESMÄRK", text=(
            "Ametikoha eesmärk on riikliku järelevalve teostamine vooluveekogude kasutamise ja kaitse nõuete täitmise "
            "üle ning rikkumiste ennetamine veekasutajate nõustamise kaudu.")),
        section("duties", "3. PÕHIKOHUSTUSED", head=("Põhiülesanded", "Oodatavad tulemused"), repeat_head=True,
                widths=[46, 54], duties=[
            duty("3.1", "Riikliku järelevalve teostamine vooluveekogudel vastavalt kinnitatud tööplaanile.",
                 ["Kontrollkäigud on tehtud tööplaanis ette nähtud mahus.",
                  "Kontrolli tulemused on kantud järelevalve infosüsteemi hiljemalt kolmandal tööpäeval."]),
            duty("3.2", "Veelubade tingimuste täitmise kontrollimine. Kontrollaktide koostamine ja nende "
                 "kättetoimetamise korraldamine.",
                 ["Kõiki suure keskkonnamõjuga veekasutajaid on kontrollitud vähemalt kord aastas.",
                  "Kontrollaktid on põhjendatud ja vormistatud nõuetekohaselt."]),
            duty("3.3", "Ettekirjutuste tegemine ja sunnivahendite rakendamine seaduses sätestatud juhtudel.",
                 ["Ettekirjutused on õiguspärased ja proportsionaalsed ning nende täitmist on kontrollitud."]),
            duty("3.4", "Väärtegude kohtuväline menetlemine, sh",
                 ["Menetlus on läbi viidud mõistliku aja jooksul.",
                  "Otsused on põhjendatud ja jäävad vaidlustamise korral üldjuhul jõusse."],
                 ["menetlustoimingute tegemine ja protokollimine;",
                  "väärteootsuste ja määruste koostamine;",
                  "ameti esindamine kohtus."]),
            duty("3.5", "Reostusjuhtumitele reageerimine ja esmaste meetmete rakendamine.",
                 ["Sündmuskohale on jõutud kahe tunni jooksul teate saamisest.",
                  "Reostuse ulatus on kindlaks tehtud ja proovid võetud. Vajaduse korral on kaasatud "
                  "päästeteenistus ja kohalik omavalitsus.",
                  "Juhtumi kohta on koostatud kokkuvõte."]),
            duty("3.6", "Veeproovide võtmise korraldamine koostöös laboriga.",
                 ["Proovid on võetud atesteeritud proovivõtja poolt.", "Tulemused on analüüsitud."]),
            duty("3.7", "Kalapääsude ja paisude seisundi kontrollimine. Paisu omanike nõustamine paisutamise "
                 "lõpetamise või kalapääsu rajamise küsimustes.",
                 ["Ülevaade paisude seisundist on ajakohane.",
                  "Omanikud on teadlikud oma kohustustest ja toetuste võimalustest."]),
            duty("3.8", "Kodanike ja asutuste pöördumistele vastamine.",
                 ["Vastused on antud tähtajaks ja arusaadavas keeles."]),
            duty("3.9", "Ettepanekute tegemine vooluveekogude kasutamist reguleerivate õigusaktide, juhendite ja "
                 "vormide muutmiseks. Arvamuse andmine eelnõude kohta.",
                 ["Ettepanekud tuginevad järelevalve käigus kogutud andmetele.",
                  "Arvamused on esitatud vahetule juhile kokkulepitud ajaks."]),
            duty("3.10", "Ennetustöö kavandamine ja läbiviimine, esinemine teabepäevadel ning kirjutiste "
                 "ettevalmistamine meediale.",
                 ["Teabepäevad on toimunud vastavalt kavale.",
                  "Veekasutajad teavad, kuidas reostust vältida."]),
            duty("3.11", "Praktikantide ja uute inspektorite juhendamine.",
                 ["Juhendatavad saavad iseseisvalt hakkama hiljemalt katseaja lõpuks."]),
            duty("3.12", "Vahetu juhi antud muude ametikoha eesmärgist tulenevate ülesannete täitmine.",
                 ["Ülesanded on täidetud kokkulepitud ajal ja viisil."]),
        ]),
        section("responsibilities", "4. VASTUTUS", lead="Omab vastutust:", items=[
            "järelevalvetoimingute seaduslikkuse, põhjendatuse ja õigeaegsuse eest;",
            "menetluse käigus teatavaks saanud ärisaladuse ja isikuandmete kaitse eest;",
            "tema kasutuses oleva ametisõiduki, mõõteseadmete ja vormiriietuse korrashoiu eest;",
            "ametniku eetikakoodeksi järgimise eest."]),
        section("rights", "5. ÕIGUSED", lead="Omab õigust:", items=[
            "siseneda järelevalve teostamiseks kinnisasjale ja ruumidesse seaduses sätestatud korras;",
            "nõuda veekasutajatelt selgitusi, dokumente ja mõõtmistulemusi;",
            "kaasata eksperte ning tellida analüüse talitusele eraldatud vahendite piires;",
            "teha vahetule juhile ettepanekuid järelevalve tööplaani muutmiseks;",
            "saada vormiriietust, kaitsevahendeid ja tööalast väljaõpet."]),
        section("tools", "6. TÖÖVAHENDID", form="paragraphs", items=[
            "Ametniku kasutuses on sülearvuti, nutitelefon, ametisõiduk, vormiriietus ja välitöödeks vajalikud "
            "mõõteseadmed."]),
        section("requirements", "7. AMETIKOHALE ESITATAVAD NÕUDED", blocks=[
            requirement("Haridus", ["Rakenduskõrgharidus keskkonnakaitse, veemajanduse või õiguse erialal."],
                        education=("applied_higher", 6)),
            requirement("Töökogemus", ["Vähemalt 2 aastat töökogemust järelevalve või keskkonnakaitse alal."],
                        experience=[(2, "field")]),
            requirement("Keeleoskus", [
                "Eesti keele oskus kõrgtasemel.",
                "Vene keele oskus kesktasemel.",
                "Inglise keele oskus vähemalt tasemel B1."],
                languages=[("et", "C1"), ("ru", "B2"), ("en", "B1")]),
            requirement("Arvutikasutamise oskus", [
                "Oskab kasutada kontoritarkvara, kaardirakendusi ning järelevalve infosüsteemi."], computer=True),
            requirement("Tööks vajalikud kompetentsid", named=[
                ("Kehtestamisoskus", "Jääb kindlaks seaduslikele nõudmistele ka vastuseisu korral. Räägib selgelt ja "
                 "lugupidavalt."),
                ("Otsustusvõime", "Langetab põhjendatud otsuseid ka piiratud aja ja teabe tingimustes."),
                ("Meeskonnatöö", "Jagab teavet kolleegidega ning abistab neid omal algatusel."),
                ("Keskkonnaõiguse ja haldusmenetluse põhjalik tundmine",),
                ("Hüdroloogia aluste tundmine",)]),
            requirement("Muud nõuded", ["B-kategooria mootorsõiduki juhtimisõigus."], other=True),
        ]),
        section("amendment", "8. AMETIJUHENDI MUUTMINE", items=[
            "Ametijuhend vaadatakse läbi töökorralduse või õigusaktide muutumisel.",
            "Ametijuhendit võib ametniku nõusolekuta muuta, kui sellega ei muutu ametikoha eesmärk ega "
            "põhiülesanded ja teenistusülesannete maht oluliselt ei suurene."]),
    ],
    "signature": {"lines": ["(allkirjastatud digitaalselt)", "{Allkirjastaja}",
                            "Rannamõisa Veekaitseameti peadirektor"],
                  "digital": True, "signer": None, "signer_title": "Rannamõisa Veekaitseameti peadirektor",
                  "placeholders": ["{Allkirjastaja}"]},
}
