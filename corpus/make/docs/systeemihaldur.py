from model import duty, field, requirement, section

DOC = {
    "slug": "systeemihaldur",
    "title": "AMETIJUHEND",
    "institution": "PÕHJARANNA INFOTEHNOLOOGIAAMET",
    "bullet": "•",
    "ruled": True,
    "page_number": "{n} ({total})",
    "producers": {
        "lo": {"font": "Liberation Sans", "size": 11, "lists": True},
        "chromium": {"font": "Liberation Sans Narrow", "size": 12, "lists": True},
        "typst": {"font": "DejaVu Sans", "size": 9.5, "lists": True},
    },
    "layout_of": "typst",
    "sections": [
        section("general", "1. ÜLDOSA", form="beside", rows=[
            [field("1.1.", "Ametinimetus", "Süsteemihaldur", "job_title")],
            [field("1.2.", "Struktuuriüksus", "Taristu osakond", "unit")],
            [field("1.3.", "Vahetu juht", "Taristu osakonna juhataja", "manager")],
            [field("1.4.", "Kes asendab", "Teine süsteemihaldur või võrguhaldur või vahetu juhi määratud töötaja",
                   "substituted_by", ["Teine süsteemihaldur", "võrguhaldur", "vahetu juhi määratud töötaja"])],
            [field("1.5.", "Keda asendab", "Teine süsteemihaldur", "substitutes")],
            [field("1.6.", "Teenistuskoha asukoht", "Põhjaranna linn", "location")],
        ]),
        section("purpose", "2. TÖÖKOHA EESMÄRK", text=(
            "Tagada ameti serverite, andmesalvestuse ja virtuaaltaristu katkematu töö ning neis hoitavate andmete "
            "käideldavus, terviklikkus ja konfidentsiaalsus.")),
        section("duties", "3. TÖÖÜLESANDED", head=("Nr", "Põhiülesanded", "Oodatavad tulemused"),
                number_column=True, repeat_head=True, duties=[
            duty("3.1", "Serverite ja virtuaalmasinate paigaldamine, seadistamine ning uuendamine.",
                 ["Serverid vastavad ameti turvanõuetele.",
                  "Kriitilised turvauuendused on paigaldatud seitsme päeva jooksul nende avaldamisest.",
                  "Muudatused on registreeritud muudatuste päevikus."]),
            duty("3.2", "Varunduse korraldamine ja taastamise katsetamine. Taasteplaani ajakohasena hoidmine.",
                 ["Varukoopiad tehakse igal ööl ja neid hoitakse kahes asukohas.",
                  "Taastamist on katsetatud vähemalt kaks korda aastas ning katsete tulemused on dokumenteeritud."]),
            duty("3.3", "Seirelahenduse haldamine, sh",
                 ["Rikked avastatakse enne, kui kasutajad neist teatavad.",
                  "Häired jõuavad valves oleva töötajani viie minuti jooksul."],
                 ["mõõdikute ja häirepiiride seadistamine;", "valvegraafiku järgimine;",
                  "kuuaruande koostamine."]),
            duty("3.4", "Kasutajate ja pääsuõiguste haldamine kataloogiteenuses.",
                 ["Pääsuõigused vastavad ametikoha vajadustele.",
                  "Lahkunud töötaja kasutajakonto on suletud tema viimasel tööpäeval."]),
            duty("3.5", "Intsidentide lahendamine ja nende põhjuste väljaselgitamine.",
                 ["Intsidendid on lahendatud teenustaseme lepetes ette nähtud aja jooksul.",
                  "Korduvate intsidentide põhjused on kõrvaldatud. Õppetunnid on jagatud kolleegidega."]),
            duty("3.6", "Riistvara arvestus.", ["Seadmete andmed on varade registris õiged."]),
            duty("3.7", "Hangete tehniliste kirjelduste ettevalmistamine. Osalemine pakkumuste hindamisel ja seadmete "
                 "vastuvõtmisel.",
                 ["Tehniline kirjeldus võimaldab ausat konkurentsi ja katab ameti vajadused.",
                  "Seadmed on vastu võetud pärast katsetamist."]),
            duty("3.8", "Süsteemide dokumenteerimine siseveebis.",
                 ["Dokumentatsiooni järgi suudab asendaja süsteeme hallata."]),
            duty("3.9", "Infoturbe nõuete rakendamine oma valdkonnas koostöös infoturbejuhiga.",
                 ["Rakendatud on kõik süsteemidele kohalduvad turvameetmed.",
                  "Turvaauditi märkused on kõrvaldatud kokkulepitud tähtajaks."]),
            duty("3.10", "Regionaalsete esinduste tehnika hooldamine kohapeal.",
                 ["Iga esindust on külastatud vähemalt kord kvartalis.",
                  "Tehnika on töökorras ja hooldustööd on kantud hooldusraamatusse."]),
            duty("3.11", "Vahetu juhi antud muude ühekordsete tööülesannete täitmine.",
                 ["Tööülesanded on täidetud tähtaegselt ja nõuetekohaselt."]),
        ]),
        section("rights", "4. ÕIGUSED", lead="Töötajal on õigus:", form="numbers", items=[
            "saada tööülesannete täitmiseks vajalikke pääsuõigusi ja juhiseid;",
            "katkestada ohu korral süsteemi töö, teatades sellest viivitamata vahetule juhile;",
            "teha ettepanekuid taristu arendamiseks ja tarkvara hankimiseks;",
            "saada tööalast koolitust ja sooritada erialaseid eksameid tööandja kulul."]),
        section("responsibilities", "5. VASTUTUS", lead="Töötaja vastutab:", form="numbers", items=[
            "hallatavate süsteemide töökindluse ja turvalisuse eest;",
            "talle usaldatud paroolide, võtmete ja pääsuõiguste kaitsmise eest;",
            "tööga seoses teatavaks saanud andmete saladuses hoidmise eest;",
            "ameti vara sihipärase kasutamise eest."]),
        section("tools", "6. TÖÖVAHENDID", form="paragraphs", items=[
            "Töötaja kasutuses on sülearvuti, kaks kuvarit, mobiiltelefon, pääsukaart ja vajaduse korral "
            "ameti sõiduauto."]),
        section("requirements", "7. TÖÖKOHALE ESITATAVAD NÕUDED", blocks=[
            requirement("Haridus", ["Kutsekeskharidus infotehnoloogia erialal."], education=("vocational", 4)),
            requirement("Töökogemus", ["Vähemalt kaheaastane töökogemus serverite haldamisel."],
                        experience=[(2, "field")]),
            requirement("Keeleoskus", [
                "Valdab eesti keelt vähemalt tasemel B2.",
                "Valdab inglise keelt vähemalt tasemel B2."],
                languages=[("et", "B2"), ("en", "B2")]),
            requirement("Arvutikasutamise oskus", [
                "Tunneb põhjalikult Linuxi ja Windowsi serverioperatsioonisüsteeme, virtualiseerimist ning "
                "skriptikeeli."], computer=True),
            requirement("Tööks vajalikud kompetentsid", groups=[
                ("Usaldusväärsus", [
                    "Täidab lubadused ja teatab aegsasti, kui tähtaeg on ohus.",
                    "Ei kasuta oma pääsuõigusi isiklikel eesmärkidel."]),
                ("Probleemide lahendamise oskus", [
                    "Leiab rikke põhjuse ka tundmatus süsteemis.",
                    "Kaalub enne tegutsemist võimalikke tagajärgi."])]),
            requirement("Täiendavad kompetentsid, isikuomadused ja teadmised",
                        group="Täiendavad kompetentsid, isikuomadused ja teadmised", named=[
                ("Suhtlemisoskus", "Selgitab tehnilisi küsimusi kasutajale arusaadavalt."),
                ("Õpivalmidus", "Hoiab end kursis tehnoloogia arenguga."),
                ("Eesti infoturbestandardi tundmine.",)]),
            requirement("Muud nõuded", ["B-kategooria juhiluba."], other=True),
        ]),
        section("amendment", "8. AMETIJUHENDI MUUTMINE", form="numbers", items=[
            "Ametijuhend vaadatakse üle vähemalt üks kord aastas.",
            "Ametijuhendit muudetakse töötaja ja tööandja kokkuleppel."]),
    ],
    "signature": {"lines": ["(allkirjastatud digitaalselt)", "{Allkirjastaja}", "Taristu osakonna juhataja"],
                  "digital": True, "signer": None, "signer_title": "Taristu osakonna juhataja",
                  "placeholders": ["{Allkirjastaja}"]},
}
