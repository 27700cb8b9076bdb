"""Family T8: older municipal documents; the general part is sentences, responsibility may stand before rights."""
from .flow import before, swap
from .kit import Doc, d, f, r

SERIF, SANS = {"font": "Liberation Serif", "size": 11.5}, {"font": "Liberation Sans", "size": 10.5}
DEJAVU = {"font": "DejaVu Sans", "size": 9}


def s(line, **fields):
    """A sentence of the general part and the fields that it says; most say none that two readers would write alike."""
    return [f(None, "", key, value, line) for key, value in fields.items()] or [f(None, "", None, None, line)]


def pearaamatupidaja():
    doc = Doc("t8", "pearaamatupidaja", page_number="{n}", layout_of="lo",
              forms={"lo": SERIF, "chromium": {**SERIF, "justify": True}, "odt": SERIF})
    doc.title("PEARAAMATUPIDAJA AMETIJUHEND")
    doc.general("1. Üldosa", [
        *s("1.1 Pearaamatupidaja nimetab ametisse ja vabastab ametist vallavanem."),
        *s("1.2 Pearaamatupidaja allub vallavanemale.", manager=["vallavanemale"]),
        *s("1.3 Pearaamatupidajale alluvaid töötajaid ei ole.", subordinates=[]),
        *s("1.4 Pearaamatupidajat asendab raamatupidaja.", substituted_by=["raamatupidaja"]),
        *s("1.5 Pearaamatupidaja asendab vajadusel raamatupidajat.", substitutes=["raamatupidajat"]),
        *s("1.6 Pearaamatupidaja juhindub oma töös raamatupidamise seadusest, valla põhimäärusest ja käesolevast ametijuhendist."),
    ], form="lines")
    doc.purpose("2. Ametikoha eesmärk", "Valla raamatupidamise korraldamine ja valla vara üle täpse arvestuse pidamine.")
    doc.duties("3. Ametiülesanded", [
        d("3.1", "korraldab valla ja hallatavate asutuste raamatupidamist;"),
        d("3.2", "koostab raamatupidamise sise-eeskirja ning jälgib selle täitmist;"),
        d("3.3", "koostab valla majandusaasta aruande;"),
        d("3.4", "kontrollib algdokumentide õigsust ja kinnitab maksekorraldused;"),
        d("3.5", "arvestab töötajate palka ja makse;"),
        d("3.6", "korraldab varade inventuuri ning vormistab selle tulemused;"),
        d("3.7", "osaleb valla eelarve koostamisel;"),
        d("3.8", "täidab teisi vallavanema antud ülesandeid."),
    ])
    doc.items("responsibilities", "4. Vastutus", ["vastutab raamatupidamisaruannete õigsuse ja tähtajalise esitamise eest;",
              "vastutab raamatupidamisdokumentide säilimise eest;", "vastutab ametisaladuse hoidmise eest."], numbers="4.{}")
    doc.items("rights", "5. Õigused", ["saada asutuste juhtidelt vajalikke dokumente ja selgitusi;",
              "mitte võtta vastu nõuetele mittevastavaid dokumente;", "saada täienduskoolitust valla kulul."],
              lead="Pearaamatupidajal on õigus:", numbers="5.{}")
    doc.requirements("6. Kvalifikatsiooninõuded", form="sentences", blocks=[
        r("6.1", "Haridus", "majandusalane kõrgharidus;", education=("higher", None)),
        r("6.2", "Töökogemus", "vähemalt 3-aastane töökogemus raamatupidajana;", experience=[(3, "field")]),
        r("6.3", "Keeleoskus", "eesti keele oskus kõrgtasemel;", languages=[("et", "C1")]),
        r("6.4", "Arvutioskus", "raamatupidamisprogrammi ja tabelarvutuse kasutamise oskus.", computer=True),
    ])
    doc.variant("split", swap(("4.2 vastutab", "4\n.2 vastutab"), ("3.5 arvestab", "3.5arvestab"), ("1. Üldosa", "1.Üldosa"),
                              ("3.7 osaleb", "3\n.7 osaleb")))
    return doc


def sotsiaalnounik():
    doc = Doc("t8", "sotsiaalnounik", bullet="-", page_number="- {n} -", layout_of="weasyprint", spaced=True,
              forms={"weasyprint": SERIF, "fpdf2": SERIF, "docx": SERIF, "rtf": SERIF})
    doc.approval("KINNITATUD", "Kaarmetsa vallavanema", "05. 03. 2007. a.", "käskkirjaga nr 28", by="Kaarmetsa vallavanema",
                 act="käskkirjaga", number="28", date="2007-03-05")
    doc.title("SOTSIAALNÕUNIKU AMETIJUHEND")
    doc.general("1. ÜLDSÄTTED", [
        *s("1.1. Sotsiaalnõunik on Kaarmetsa Vallavalitsuse teenistuja, kelle nimetab ametisse ja vabastab ametist vallavanem."),
        *s("1.2. Sotsiaalnõunik allub vahetult vallavanemale.", manager=["vallavanemale"]),
        *s("1.3. Sotsiaalnõunikule allub sotsiaaltöötaja.", subordinates=["sotsiaaltöötaja"]),
        *s("1.4. Sotsiaalnõuniku äraolekul asendab teda sotsiaaltöötaja.", substituted_by=["sotsiaaltöötaja"]),
        *s("1.5. Sotsiaalnõunik lähtub oma töös seadustest, volikogu ja vallavalitsuse õigusaktidest ning ametijuhendist."),
    ], form="lines")
    doc.purpose("2. AMETIKOHA EESMÄRK", "Valla sotsiaalhoolekande korraldamine ja sotsiaaltöö arendamine.")
    doc.duties("3. TEENISTUSKOHUSTUSED", lead="Sotsiaalnõunik:", duties=[
        d("3.1.", "korraldab sotsiaalhoolekande seaduses vallale pandud ülesannete täitmist;"),
        d("3.2.", "valmistab ette sotsiaalkomisjoni istungid ja vormistab protokollid;"),
        d("3.3.", "määrab toetusi vastavalt kehtestatud korrale, sealhulgas", sub=["toimetulekutoetust;", "puudega isiku hooldaja toetust;",
          "ühekordseid toetusi;"]),
        d("3.4.", "korraldab sotsiaaleluruumide kasutamist;"),
        d("3.5.", "teeb koostööd koolide, perearsti ja politseiga;"),
        d("3.6.", "koostab sotsiaalvaldkonna eelarve eelnõu ja aruanded;"),
        d("3.7.", "võtab vastu elanikke."),
    ])
    doc.items("rights", "4. ÕIGUSED", ["nõuda isikutelt toetuse määramiseks vajalikke dokumente;", "osaleda sõnaõigusega vallavalitsuse istungitel;",
              "saada kasutamiseks ametiautot;"], lead="Sotsiaalnõunikul on õigus:", numbers="4.{}.")
    doc.items("responsibilities", "5. VASTUTUS", ["Sotsiaalnõunik vastutab teenistuskohustuste täpse ja õigeaegse täitmise eest."])
    doc.requirements("6. KVALIFIKATSIOONINÕUDED", form="sentences", blocks=[
        r("6.1.", "Haridus", "Kõrgharidus sotsiaaltöö erialal.", education=("higher", None)),
        r("6.2.", "Töökogemus", "Vähemalt kaheaastane töökogemus sotsiaalvaldkonnas.", experience=[(2, "field")]),
        r("6.3.", "Keeleoskus", "Eesti keele valdamine kõrgtasemel ja vene keele valdamine kesktasemel.", languages=[("et", "C1"), ("ru", "B2")]),
        r("6.4.", "Arvutioskus", "Arvuti kasutamise oskus.", computer=True),
    ])
    doc.sign("Kinnitan allkirjaga, et olen ametijuhendiga tutvunud.", "____ . __________ 200__. a.", "_____________________")
    doc.variant("website", before("» Vallavalitsus » Ametijuhendid » Sotsiaalnõunik\nPDF Print E-mail\nAJ_sotsiaalnounik2007\n\n"))
    return doc


def vallasekretar():
    doc = Doc("t8", "vallasekretari-abi", bullet="–", page_number="Lk {n}", layout_of="typst", wrap=104,
              forms={"typst": {**SERIF, "justify": True, "hyphenate": True}, "reportlab": SANS, "docx": SANS})
    doc.approval("Kinnitatud", "Oruküla Vallavalitsuse", "12. mai 2009. a korraldusega nr 121", by="Oruküla Vallavalitsuse",
                 act="korraldusega", number="121", date="2009-05-12")
    doc.title("VALLASEKRETÄRI ABI AMETIJUHEND")
    doc.general("1. Üldsätted", [
        *s("1.1. Vallasekretäri abi on vallavalitsuse nooremametnik."),
        *s("1.2. Vallasekretäri abi nimetab ametisse ja vabastab ametist vallasekretär."),
        *s("1.3. Vallasekretäri abi vahetu ülemus on vallasekretär.", manager=["vallasekretär"]),
        *s("1.4. Vallasekretäri abi asendab registripidaja, tema omakorda asendab registripidajat."),
    ], form="lines")
    doc.purpose("2. Ametikoha eesmärk", "Ametikoha eesmärk on vallakantselei asjaajamise ladus korraldamine ning volikogu ja valitsuse "
                "istungite teenindamine.")
    doc.duties("3. Ametiülesanded", [
        d("3.1.", "registreerib ja edastab saabunud kirjad;"),
        d("3.2.", "vormistab vallavalitsuse istungite protokollid ja õigusaktid;"),
        d("3.3.", "peab dokumendiregistrit:", sub=[("3.3.1.", "kannab registrisse dokumentide andmed;"), ("3.3.2.", "jälgib vastamise tähtaegu;"),
          ("3.3.3.", "avalikustab dokumendid valla veebilehel;")]),
        d("3.4.", "korrastab arhiivi ja koostab dokumentide loetelu;"),
        d("3.5.", "väljastab volikogu ja valitsuse õigusaktide ärakirju;"),
        d("3.6.", "tellib kantseleitarbeid;"),
        d("3.7.", "abistab valimiste korraldamisel."),
    ])
    doc.items("responsibilities", "4. Vastutus", ["dokumentide nõuetekohase hoidmise eest;", "pitsati kasutamise eest;",
              "talle teatavaks saanud eraeluliste andmete hoidmise eest."], lead="Vallasekretäri abi vastutab:", bullets=True)
    doc.items("rights", "5. Õigused", ["nõuda dokumentide vormistamist vastavalt asjaajamiskorrale;", "teha ettepanekuid asjaajamise parandamiseks;",
              "osaleda koolitustel."], lead="Vallasekretäri abil on õigus:", bullets=True)
    doc.requirements("6. Kvalifikatsiooninõuded", form="sentences", blocks=[
        r(None, "Haridus", "Vallasekretäri abil peab olema vähemalt keskharidus.", education=("secondary", 4)),
        r(None, "Keeleoskus", "Ta peab valdama eesti keelt kõrgtasemel ning ühte võõrkeelt suhtlustasandil.", languages=[("et", "C1")]),
        r(None, "Arvutioskus", "Ta peab oskama kasutada tekstitöötlust ja dokumendihaldusprogrammi.", computer=True),
    ], open=("languages", "computer_skills"))
    doc.variant("purpose-end", swap(("teenindamine.\n3. Ametiülesanded\n", "teenindamine. 3. Ametiülesanded\n")))
    return doc


def majandusjuhataja():
    doc = Doc("t8", "majandusjuhataja", bullet="•", ruled=True, page_number="{n} / {total}", layout_of="chromium",
              running_header="Ametijuhend – majandusjuhataja", forms={"chromium": SANS, "lo": SERIF, "html": SANS})
    doc.approval("Kinnitatud dir.kk.nr. 1.2/14 18.08.2008", left=True, number="1.2/14", date="2008-08-18")
    doc.title("A m e t i j u h e n d")
    doc.para("Majandusjuhataja")
    doc.general("1. Üldosa", [
        *s("1.1 Majandusjuhataja võtab tööle ja sõlmib temaga töölepingu hooldekodu direktor."),
        *s("1.2 Majandusjuhataja allub hooldekodu direktorile (edaspidi direktor).", manager=["hooldekodu direktorile (edaspidi direktor)"]),
        *s("1.3 Majandusjuhatajale alluvad koristajad."),
        *s("1.4 Majandusjuhatajat asendab direktori määratud töötaja.", substituted_by=["direktori määratud töötaja"]),
    ], form="lines")
    doc.purpose("2. Ametikoha eesmärk", "Hooldekodu hoonete, seadmete ja territooriumi korrashoid ning vajalike vahendite olemasolu.")
    doc.duties("3. Tööülesanded", [
        d("3.1", "korraldab hooldekodu ruumide ja territooriumi koristamist ja heakorda;"),
        d("3.2", "tellib toiduained, puhastusvahendid ning muud majapidamistarbed;"),
        d("3.3", "peab laoarvestust ja osaleb inventuurides;"),
        d("3.4", "jälgib seadmete hooldustähtaegu ja kutsub välja remontija;"),
        d("3.5", "korraldab pesupesemist;"),
        d("3.6", "vastutab tuleohutuspäeviku täitmise eest ja viib läbi evakuatsiooniõppused;"),
        d("3.7", "koostab koristajate tööajagraafikud."),
    ])
    doc.items("rights", "4. Õigused", ["anda koristajatele tööalaseid korraldusi;", "teha direktorile ettepanekuid remonditööde kohta;",
              "saada tööks vajalikke vahendeid."], lead="Majandusjuhatajal on õigus", bullets=True)
    doc.items("responsibilities", "5. Vastutus", ["tema hoolde antud vara eest;", "ladude ja võtmete hoidmise eest;",
              "töötervishoiu nõuete täitmise eest."], lead="Majandusjuhataja vastutab", bullets=True)
    doc.requirements("6. Kvalifikatsiooninõuded", blocks=[
        r("6.1", "Haridus", "kutsekeskharidus", education=("vocational", 4)),
        r("6.2", "Töökogemus", "vähemalt 2-aastane töökogemus majandustöös", experience=[(2, "field")]),
        r("6.3", "Keeleoskus", "eesti keel kesktasemel, vene keel algtasemel", languages=[("et", "B2"), ("ru", "B1")]),
        r("6.4", "Arvutioskus", "kontoriprogrammide kasutamise oskus", computer=True),
        r("6.5", "Muud nõuded", "B-kategooria juhiluba", other=True),
    ])
    doc.items("amendment", "7. Ametijuhendi muutmine", ["Ametijuhendit muudetakse poolte kokkuleppel."])
    doc.sign("Olen ametijuhendiga tutvunud:", "____. ______________ 200__. a.", "___________________ (allkiri)")
    doc.variant("glued", swap(("A m e t i j u h e n d\nMajandusjuhataja\n1. Üldosa\n", "A m e t i j u h e n d Majandusjuhataja 1. Üldosa\n"),
                              ("2. Ametikoha eesmärk\nHooldekodu", "2. Ametikoha eesmärk: Hooldekodu")))
    return doc


def noorsootootaja():
    doc = Doc("t8", "noorsootootaja", bullet="•", page_number="{n}", layout_of="reportlab", wrap=86,
              forms={"docx": SERIF, "reportlab": SERIF, "weasyprint": DEJAVU})
    doc.caps("LINNUMÄE VALLAVALITSUS", institution="LINNUMÄE VALLAVALITSUS")
    doc.title("AMETIJUHEND")
    doc.para("NOORSOOTÖÖTAJA")
    doc.general("1. ÜLDSÄTTED", [
        *s("1.1. Noorsootöötajaga sõlmib töölepingu ja lõpetab selle vallavanem."),
        *s("1.2. Noorsootöötaja otsene ülem on kultuuri- ja haridusnõunik.", manager=["kultuuri- ja haridusnõunik"]),
        *s("1.3. Noorsootöötajal alluvaid ei ole.", subordinates=[]),
        *s("1.4. Noorsootöötajat asendab tema äraolekul rahvamaja juhataja.", substituted_by=["rahvamaja juhataja"]),
        *s("1.5. Noorsootöötaja asendab rahvamaja juhatajat.", substitutes=["rahvamaja juhatajat"]),
        *s("1.6. Noorsootöötaja töökoormus on 40 tundi nädalas."),
    ], form="lines")
    doc.purpose("2. TÖÖKOHA EESMÄRK", "Valla noortele vaba aja veetmise võimaluste loomine ja noorte algatuste toetamine.")
    doc.duties("3. TÖÖÜLESANDED", [
        d("3.1.", "korraldab noortekeskuse igapäevast tööd;"),
        d("3.2.", "koostab noorsootöö aastaplaani ja eelarve;"),
        d("3.3.", "toetab noortevolikogu ja aitab läbi viia selle üritusi;"),
        d("3.4.", "kirjutab projekte ning taotleb toetusi;"),
        d("3.5.", "korraldab õpilasmaleva ja suvelaagrid;"),
        d("3.6.", "teeb koostööd kooli, lastevanemate ja lastekaitsetöötajaga;"),
        d("3.7.", "avaldab teateid valla lehes."),
    ])
    doc.items("responsibilities", "4. VASTUTUS", ["Noorsootöötaja vastutab noortekeskuses viibivate noorte turvalisuse, keskuse vara säilimise ja "
              "aruannete õigsuse eest."])
    doc.items("rights", "5. ÕIGUSED", ["saada vallavalitsuselt tööks vajalikku teavet ja vahendeid;", "teha ettepanekuid noorsootöö arendamiseks;",
              "osaleda täienduskoolitustel ja seminaridel."], lead="Noorsootöötajal on õigus:", bullets=True)
    doc.requirements("6. KVALIFIKATSIOONINÕUDED", form="sentences", blocks=[
        r("6.1.", "Haridus", "Pedagoogiline või noorsootööalane kõrgharidus.", education=("higher", None)),
        r("6.2.", "Töökogemus", "Soovitavalt töökogemus noortega."),
        r("6.3.", "Keeleoskus", "Eesti keele oskus kõrgtasemel, inglise keele oskus kesktasemel.", languages=[("et", "C1"), ("en", "B2")]),
        r("6.4.", "Arvutioskus", "Arvuti ja sotsiaalmeedia kasutamise oskus.", computer=True),
    ], open=("experience", "competencies"))
    doc.variant("joined", swap(("3.5. korraldab", "3.5.korraldab"), ("4. VASTUTUS", "4.VASTUTUS"), ("1.2. Noorsootöötaja", "1.2.Noorsootöötaja"),
                               ("2. TÖÖKOHA EESMÄRK\nValla", "2. TÖÖKOHA EESMÄRK Valla")))
    return doc


DOCS = [pearaamatupidaja(), sotsiaalnounik(), vallasekretar(), majandusjuhataja(), noorsootootaja()]
