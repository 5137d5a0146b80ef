"""What minutes in other languages than English call the parts that all minutes have.

The checks read English only, but a document is taken in, and its people are found, whatever its language:
the roll, the chair, the day and the number of an item are said in a few fixed words everywhere.
"""

from review_tui.language.stop_words import word_set_of


def _one_of(words: str) -> str:
    """Lines of phrases that are parted by bars, as a pattern."""
    return "|".join(line.strip() for line in words.splitlines() if line.strip())


PRESENT = _one_of(
    """
    présents?|présente?s|(?:membres |conseillers )?présents|étaient présents|sont présents|participants?
    anwesende?|anwesend (?:sind|waren)|anwesenheit|anwesende mitglieder|teilnehmer(?:innen)?|teilnehmende
    asistentes|presentes|miembros (?:presentes|asistentes)|asisten|concejales asistentes
    presenti|sono presenti|partecipanti|participantes|vereadores presentes
    aanwezige?n?|aanwezige leden|deelnemers
    yn bresennol|bresennol|presennol|aelodau yn bresennol|aelodau
    närvarande(?: ledamöter)?|beslutande|tilstede|til stede|deltagere|deltakere|fremmødte
    läsnä|paikalla|osallistujat|obecni|uczestnicy|přítomni|prítomní|jelen vannak|jelen|prezenți
    assistents|i láthair|an làthair|prisutni|prisotni
    """
)
"""The labels of those who were there."""
APOLOGIES = _one_of(
    """
    absents?|absentes?|excusée?s?|absents? (?:et |ou )?excusés?|absentes? excusées?|étaient absents
    représentée?s?
    entschuldigt(?:e mitglieder)?|entschuldigte|abwesende?|nicht anwesend|es fehl(?:en|ten)|fehl(?:en|ten)
    es fehl(?:en|ten) entschuldigt
    excusan(?: su| la)? (?:asistencia|ausencia)|excusados|ausentes|no asisten|ausencias(?: justificadas)?
    faltas(?: justificadas)?|ausências(?: justificadas)?|assenti(?: giustificati)?|giustificati
    afwezige?n?(?: met kennisgeving)?|met kennisgeving afwezig|verhinderd|bericht van verhindering
    ymddiheuriad(?:au)?(?: am absenoldeb)?|yn absennol|absennol
    frånvarande|anmält förhinder|forfall|meldt forfall|fraværende|fravær|afbud|poissa
    nieobecni(?: usprawiedliwieni)?|omluveni|nepřítomni|távol|excusen|leithscéalta|leisgeulan
    """
)
"""The labels of those who were not."""
IN_ATTENDANCE = _one_of(
    """
    assist(?:ai)?ent (?:également|aussi)|également présents?|sont (?:également|aussi) présents|invitée?s?
    secrétaire(?: de séance)?|en présence de|autres présents|gäste|schriftführ(?:er(?:in)?|ung)
    protokoll(?:führ(?:er(?:in)?|ung)|ant(?:in)?)?|ferner anwesend|außerdem anwesend|weitere anwesende
    verwaltung
    también asisten|invitados|secretari[oa]|partecipan?o?(?: inoltre)?|segretari[oa](?: verbalizzante)?
    verbalizzante|secretári[oa]|convidados|notulist(?:e|en)?|tevens aanwezig|ook aanwezig
    overige aanwezigen|griffier
    gasten|secretaris|hefyd yn bresennol|mewn presenoldeb|(?:y )?clerc|övriga(?: närvarande| deltagare)?
    sekreterare
    referent|møtesekretær|sihteeri|protokolant(?:ka)?|goście|zapisovatel(?:ka)?|hosté
    """
)
"""The labels of those who were there and are no members."""
CHAIR = _one_of(
    """
    présidente?(?: de séance)?|présidence|vorsitz(?:ende[rn]?)?|sitzungsleit(?:ung|er(?:in)?)|presidente
    presidenta
    preside|presiede|voorzitter|cadeirydd|(?:y )?gadair|ordförande|mötesordförande|møteleder|mødeleder
    dirigent
    puheenjohtaja|przewodnicząc[ya]|předsed(?:a|ající)|cathaoirleach
    """
)
"""The labels, and offices, of whoever was in the chair."""
WHEN_AND_WHERE = _one_of(
    """
    lieu|heure|datum|uhrzeit|fecha|lugar|hora|luogo|plaats|plek|tijd|dyddiad|lleoliad
    amser|plats|tid|sted|dato|paikka|aika|miejsce|czas|místo|helyszín|ordre du jour|tagesordnung|orden del día
    ordine del giorno|ordem do dia|agendapunten|dagordning|dagsorden
    """
)
"""The labels of other lines at the head of minutes."""
ITEM = (
    r"(?:(?:zu )?(?:tagesordnungspunkt|(?-i:TOP)|punkt)|point|punto|ponto|agendapunt|agendapunkt|eitem|mír"
    r"|sak|sag|ärende|pkt|bod|kohta|pwynt)"
)
"""What stands before the number of an item: "TOP 3", "Punto 2"."""
ITEM_WORDS = (
    "Item Agenda TOP Zu Tagesordnungspunkt Punkt Point Punto Ponto Agendapunt Agendapunkt Eitem Mír Sak Sag "
    "Ärende Pkt Bod Kohta Pwynt"
)
"""The same as words: what a book says by numbering its items."""
ORDINALS = {
    word: place
    for place, words in enumerate(
        (
            "primero primer primera primo primeiro",
            "segundo segunda secondo",
            "tercero tercer tercera terzo terceiro",
            "cuarto cuarta quarto",
            "quinto quinta",
            "sexto sexta sesto",
            "séptimo séptima septimo settimo sétimo",
            "octavo octava ottavo oitavo",
            "noveno novena nono",
            "décimo décima decimo",
        ),
        1,
    )
    for word in words.split()
}
"""The words by which Spanish, Italian and Portuguese minutes count their items: "PRIMERO.- Aprobación"."""
TITLES = word_set_of(
    """
    m mm mme mmes mlle monsieur madame messieurs mesdames herr herrn frau hr fr herren d dª d.ª dña don
    doña sr sra
    srs sres señor señora dhr mevr mevrouw mw heer cyng cynghorydd cynghorwyr sig sig.ra signor signora
    dott dott.ssa
    ing avv geom rag arq eng exmo exma pan pani dr dra prof mag dipl-ing fru herra rouva ks mgr lic abg
    """
)
"""What stands before a name, in small letters and without its point."""
OFFICES = word_set_of(
    """
    maire adjoint adjointe conseiller conseillère conseillers échevin échevine préfet président présidente
    secrétaire
    directeur directrice greffier greffière bürgermeister bürgermeisterin oberbürgermeister
    oberbürgermeisterin stadtrat
    stadträtin gemeinderat gemeinderätin ratsherr ratsfrau kreisrat kreisrätin kämmerer kämmerin ortsvorsteher
    vorsitzender vorsitzende vorsitz schriftführer schriftführerin kassier kassierin geschäftsführer
    geschäftsführerin
    protokollführer protokollführerin erster erste zweiter zweite dritter dritte stellv stellvertretender
    stellvertretende alcalde alcaldesa concejal concejala concejales teniente interventor interventora
    secretario
    secretaria presidente presidenta vocal tesorero tesorera sindaco sindaca vicesindaco assessore assessora
    consigliere consigliera segretario segretaria vereador vereadora secretário secretária burgemeester
    wethouder
    raadslid voorzitter griffier secretaris notulist penningmeester cadeirydd clerc ysgrifennydd trysorydd
    maer
    ordförande ledamot ersättare sekreterare kassör møteleder ordfører varaordfører referent formand kasserer
    puheenjohtaja sihteeri wójt burmistrz radny radna skarbnik sekretarz przewodniczący przewodnicząca
    starosta
    """
)
"""Offices that stand before or behind a name, in small letters and without their points."""
BODIES = _one_of(
    r"""
    conseil|commune|comité|commission|gemeinde\w{0,12}|stadtrat|\w{0,12}ausschuss|kreistag|ortschaftsrat
    vorstand|verein|ayuntamiento|pleno|diputación|junta|consejo|comisión|consiglio|comune|giunta|comitato
    câmara|assembleia|conselho|gemeenteraad|provincie|bestuur|waterschap|cyngor|pwyllgor|bwrdd
    kommun\w{0,12}|\w{0,12}nämnd\w{0,3}|\w{0,8}styrelse\w{0,3}|fullmäktige|utvalg|udvalg|rada|zarząd|sejmik
    zastupitelstvo|ajuntament|comhairle|comhairlean
    """
)
"""Words by which a line names a body, as a pattern."""
MINUTES = _one_of(
    r"""
    procès[- ]verbal|compte[- ]rendu|niederschrift|protokoll?|sitzungsprotokoll|acta|verbale|ata|notulen
    verslag|cofnodion|pöytäkirja|zápis|jegyzőkönyv|referat|miontuairiscí
    """
)
"""What minutes are called, as a pattern."""
AND = r"(?:et|und|y|e|en|a|ac|och|og|i|ja)"
"""What stands before the last of several people."""
SMALL_WORDS = word_set_of(
    """
    de du des la le les d l der die das den dem am im und vom zur del los las y el van het te di della delle e
    da do dos das i och af og z w v na
    """
)
"""What a title in other languages has in small letters."""

_MONTHS = (
    (
        "janvier januar jänner enero janeiro gennaio januari ionawr tammikuuta stycznia ledna gener "
        "ianuarie január eanáir januára janúar"
    ),
    (
        "février fevrier februar febrero fevereiro febbraio februari chwefror helmikuuta lutego února "
        "febrer februarie február feabhra februára febrúar"
    ),
    (
        "mars märz maerz marzo março maart mawrth marts maaliskuuta marca března març martie március márta "
        "března"
    ),
    "avril abril aprile ebrill huhtikuuta kwietnia dubna aprilie április aibreán apríla apríl",
    "mai mayo maio maggio mei maj toukokuuta maja května maig május bealtaine mája maí",
    ("juin juni junio junho giugno mehefin kesäkuuta czerwca června juny iunie június meitheamh júna júní"),
    (
        "juillet juli julio julho luglio gorffennaf heinäkuuta lipca července juliol iulie július iúil júla "
        "júlí"
    ),
    (
        "août aout august agosto augustus awst augusti elokuuta sierpnia srpna agost augusztus lúnasa "
        "augusta ágúst"
    ),
    (
        "septembre september septiembre setiembre setembro settembre medi syyskuuta września září setembre "
        "septembrie szeptember septembra"
    ),
    ("octobre oktober octubre outubro ottobre hydref lokakuuta października října octombrie október októbra"),
    (
        "novembre november noviembre novembro tachwedd marraskuuta listopada listopadu noiembrie samhain "
        "novembra nóvember"
    ),
    (
        "décembre dezember diciembre dezembro dicembre december rhagfyr desember joulukuuta grudnia "
        "prosince desembre decembrie nollaig decembra"
    ),
)
MONTH_NUMBERS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
"""1 to 12 by the names of months in other languages, in small letters."""
MONTH_WORD = "(?:" + "|".join(sorted(MONTH_NUMBERS, key=lambda word: (-len(word), word))) + ")"
"""Any of them, as a pattern."""
