from model import duty, field, requirement, section

DOC = {
    "slug": "haldusspetsialist",
    "title": "AMETIJUHEND",
    "bullet": "•",
    "ruled": False,
    "page_number": None,
    "encodings": ["iso8859-15"],
    "producers": {
        "lo": {"font": "Liberation Sans", "size": 10.5, "lists": True},
        "chromium": {"font": "Liberation Serif", "size": 12, "lists": True},
        "typst": {"font": "Liberation Sans", "size": 10.5, "justify": True, "hyphenate": True},
        "fpdf2": {"font": "Liberation Sans", "size": 11},
    },
    "layout_of": "lo",
    "institution": "LAUGU MUUSEUMIAMET",
    "sections": [
        section("general", "1. ÜLDOSA", form="beside", rows=[
            [field("1.1", "Ametinimetus", "Haldusspetsialist", "job_title")],
            [field("1.2", "Struktuuriüksus", "Haldusosakond", "unit")],
            [field("1.3", "Vahetu juht", "Haldusosakonna juhataja", "manager")],
            [field("1.4", "Alluvad", "puuduvad", "subordinates", [])],
            [field("1.5", "Kes asendab", "Haldusjuht või varahoidja", "substituted_by", ["Haldusjuht", "varahoidja"])],
            [field("1.6", "Keda asendab", "Varahoidja", "substitutes")],
        ]),
        section("purpose", "2. AMETIKOHA EESMÄRK", text=(
            "Ametikoha eesmärk on hoida ameti hooned, hoidlad ja garaažid korras ning tagada töötajatele ja "
            "külastajatele ohutu keskkond.")),
        section("duties", "3. TEENISTUSÜLESANDED", head=("Põhiülesanded", "Oodatavad tulemused"), duties=[
            duty("3.1", "Hoonete hooldus- ja remonditööde kavandamine ning tellimine.",
                 ["Aastakava on koostatud 1. detsembriks.",
                  "Tööd on tehtud kava kohaselt ja vastu võetud aktiga."]),
            duty("3.2", "Hoidlate temperatuuri- ja niiskusrežiimi jälgimine.",
                 ["Mõõtmistulemused vastavad normile. Kõrvalekalletest on teatatud peavarahoidjale."]),
            duty("3.3", "Kommunaalteenuste lepingute ettevalmistamine ja kulude analüüsimine.",
                 ["Lepingud on sõlmitud õigel ajal.", "Energiakulu on vähenenud.",
                  "Arved on kontrollitud enne nende kinnitamist."]),
            duty("3.4", "Tuleohutuse ja valve korraldamine, sh",
                 ["Hooned vastavad tuleohutusnõuetele.", "Valvesignaalidele reageeritakse viivitamata."],
                 ["tulekahjusignalisatsiooni kontrollimine kord kuus;", "evakuatsiooniõppuste läbiviimine."]),
            duty("3.5", "Sõidukite ja garaaži haldamine. Kütusekulu arvestuse pidamine.",
                 ["Sõidukid on tehniliselt korras ja kindlustatud.", "Kütusekulu aruanne on esitatud iga kuu viiendaks "
                  "kuupäevaks."]),
            duty("3.6", "Koristusteenuse järelevalve.", ["Ruumid on puhtad."]),
            duty("3.7", "Inventari arvestus ja mahakandmine.",
                 ["Inventuur on tehtud kord aastas.", "Kasutuskõlbmatu vara on maha kantud."]),
            duty("3.8", "Näituste ülesehitamiseks vajaliku tehnika ja šahtide, liftide ning tõstukite korrashoiu "
                 "korraldamine.",
                 ["Tehnika on näituse avamise ajaks töökorras.", "Liftide tehniline kontroll on tehtud."]),
            duty("3.9", "Vahetu juhi muude korralduste täitmine.", ["Korraldused on täidetud tähtajaks."]),
        ]),
        section("rights", "4. ÕIGUSED", lead="Omab õigust:", items=[
            "tellida kaupu ja teenuseid kuni 1000 euro ulatuses;",
            "anda juhiseid ameti hoonetes töötavatele lepingupartneritele;",
            "saada tööks vajalikke kaitsevahendeid ja väljaõpet."]),
        section("responsibilities", "5. VASTUTUS", lead="Omab vastutust:", items=[
            "hoonete ja sõidukite korrashoiu eest;",
            "eelarvevahendite otstarbeka kasutamise eest;",
            "tööohutuse ja tuleohutuse nõuete täitmise eest."]),
        section("tools", "6. TÖÖVAHENDID", form="paragraphs", items=[
            "Sülearvuti, mobiiltelefon, ameti sõiduauto ja käsitööriistad."]),
        section("requirements", "7. AMETIKOHALE ESITATAVAD NÕUDED", blocks=[
            requirement("Haridus", ["Vähemalt keskharidus."], education=("secondary", 4)),
            requirement("Töökogemus", ["Töökogemus kinnisvara haldamisel vähemalt 2 aastat."],
                        experience=[(2, "field")]),
            requirement("Keeleoskus", ["Valdab eesti keelt vähemalt tasemel B2.",
                                       "Valdab vähemalt ühte võõrkeelt (soovitavalt vene keelt) tasemel B1."],
                        languages=[("et", "B2"), (None, "B1", ["ru"])]),
            requirement("Arvutikasutamise oskus", ["Teksti- ja tabelitöötluse oskus."], computer=True),
            requirement("Tööks vajalikud kompetentsid", named=[
                ("Organiseerimisoskus", "Planeerib tööd ette ja leiab ootamatus olukorras kiire lahenduse."),
                ("Kokkuhoidlikkus", "Võrdleb pakkumusi ning valib soodsaima."),
                ("Ehitusjooniste lugemise oskus",),
                ("Riigihangete korra tundmine",)]),
            requirement("Muud nõuded", ["Vähemalt B-kategooria juhtimisõigus."], other=True),
        ]),
        section("amendment", "8. AMETIJUHENDI MUUTMINE", items=[
            "Ametijuhendit võib muuta poolte kokkuleppel.",
            "Ametijuhend vaadatakse üle vähemalt kord kahe aasta jooksul."]),
    ],
    "signature": {"lines": ["(allkirjastatud digitaalselt)", "{Allkirjastaja}", "{Ametikoht}"],
                  "digital": True, "signer": None, "signer_title": None,
                  "placeholders": ["{Allkirjastaja}", "{Ametikoht}"]},
}
