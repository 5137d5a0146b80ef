"""The words of clerks' shorthand: what is short for what, what means the same, what says nothing."""

import re
from collections.abc import Mapping
from functools import lru_cache

WORD = re.compile(
    r"(?:[^\W\d_]\.){2,6}|[^\W\d_]/[^\W\d_]{1,4}(?![^\W\d_])|[^\W\d_]{1,40}(?:['\u2019][^\W\d_]{1,20})?"
    r"|\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,2})?[km]?|\d{1,12}(?:\.\d{1,2})?[km]?"
)
"""A word, initials with stops, a clerk's "a/c", or a figure."""
_SHORTEST_STEM = 4
_SUFFIXES = ("ations", "ation", "ments", "ment", "ings", "ing", "edly", "ed", "als", "al", "es", "s", "ly")
_PAIRED = "bdgmnprt"
"""Consonants that double before an ending: planned, fitted."""
_DIGITS = re.compile(r"(?P<whole>[\d,]{1,20})(?P<part>\.\d{1,2})?(?P<times>[km]?)\Z")

_SHORT_FORMS = """
    a/c: account; a/cs: accounts; abs: abstained abstention abstentions; abt: about; acc: account
    accepted; accs: accounts; acct: account; accts: accounts; agd: agreed; agm: annual general
    meeting; agr: agreed agreement; agst: against; amt: amount; ann: annual; apol: apologies; apols:
    apologies; app: application approved; appl: application; applic: application; appln:
    application; apps: applications; appt: appointment; asap: soon possible; asst: assistant; att:
    attended attendance; auth: authority; bal: balance; bdgt: budget; bec: because; bldg: building;
    bn: been; c/f: carried forward; cc: county council; ch: chairman chair chairperson church; chmn:
    chairman chairperson; chn: children; chq: cheque; chqs: cheques; clk: clerk; cllr: councillor
    cllr; cllrs: councillors cllrs; cmte: committee; cncl: council; comm: committee community; conf:
    confirmed conference; corr: correspondence corrected; corres: correspondence; ctte: committee;
    cttee: committee; dc: district council; dec: declaration december; decl: declaration; decs:
    declarations; def: deferred; dept: department; dir: director; disc: discussed discussion; doc:
    document; docs: documents; educ: education; eqpt: equipment; equip: equipment; est: estimate
    estimated; exec: executive; exp: expenses expenditure; ext: external extension; fin: finance
    financial; foll: following; fwd: forward; gen: general; gov: government governor; govt:
    government; gp: group; gps: groups; h/w: highways; hols: holidays; hq: headquarters; hse: house;
    inc: including increase; incl: including; indep: independent; info: information; ins: insurance;
    insp: inspection inspected; int: interest internal; jt: joint; kids: children; lib: library;
    ltr: letter; maint: maintenance; max: maximum; mgmt: management; mgr: manager; mgt: management;
    min: minimum minutes; mins: minutes; mtce: maintenance; mtg: meeting; mtgs: meetings; mth:
    month; mths: months; nat: national; no: number; nos: numbers; opp: opposite opposed; org:
    organisation; par: parish; pc: parish council; pd: paid; pkg: parking; plng: planning; poss:
    possible possibly; ppl: people; pres: presentation president; prev: previous; prog: programme;
    prop: proposed proposal property; pt: point part; pub: public; pymt: payment; pymts: payments;
    qn: question; qs: questions; qtr: quarter; rcvd: received; rec: received recommended recreation;
    recd: received; ref: reference; refs: references; reg: regular regulation; rep: report
    representative; reps: representatives; reqd: required requested; reqs: requests; res: resolved
    residents; resp: response responsible; rpt: report; rptd: reported; rpts: reports; rvw: review;
    sch: school; schl: school; sec: secretary seconded; shd: should; sig: signature; st: street;
    subj: subject; subs: subscriptions; sugg: suggested; supp: support; temp: temporary; thro:
    through; thru: through; treas: treasurer; veh: vehicle; vill: village; vol: volunteer; vols:
    volunteers; w/e: weekend; w/o: without; w/s: workshop; wd: would; wg: working group; wk: week;
    wkg: working; wks: weeks; wp: working party; yr: year; yrs: years
    """
SHORTHAND: Mapping[str, tuple[str, ...]] = {
    entry.split(":")[0].strip(): tuple(entry.split(":")[1].split()) for entry in _SHORT_FORMS.split(";")
}
"""Short forms with the words they may stand for. A short form may stand for all of them at once."""

_ALIKE = """
buy bought purchase purchased; mend mended fix fixed repair repaired; ask asked request requested;
obtain obtained; end finish finished complete completed; start started commence commenced begin began;
contact contacted touch; worry worries concern concerns; price cost costs; car cars vehicle vehicles; go went
attend attended;
big large; small little; broken damaged; lady woman; kid kids child children; letter wrote write written;
picture photo photograph; quote quotes quotation quotations; extra additional more further; hard difficult;
ring rang phone phoned telephone telephoned; people residents locals; chase chased; remind reminded reminder;
fee charge; hire rent rental; clean cleaned; grass mowing; sign signs signage; give gave provide provided;
send sent forward forwarded; chair chairman chairperson chairwoman; help assist assisted assistance;
check checked inspect inspected inspection; show shown display displayed; thanks thank thanked;
look looked examine examined; wage wages salary pay paid payment payments; tell told inform informed;
job work works; put install installed erect erected; swap replace replaced replacement;
say said state stated advise advised report reported confirm confirmed explain explained note noted;
increase increased rise raise raised; decrease decreased reduce reduced reduction cut fell drop;
choose chose chosen elect elected; stop stopped cease ceased; use used utilise utilised; need needed require
required
"""

_SLIGHT = frozenset(
    """
    a about above after again all also although am an and any are as at be because been before being below
    both but by can could did do does done due during each few for from had has have having he her here him
    his how i if in into is it its itself just made make may me might mr mrs ms miss must my no nor not of
    off on once only or other our out over own per same she should so some such than that the their them
    then there these they this those through thro to too under until up upon us very via vs was we were
    what when where which while who whom why will with within would you your cllr cllrs councillor dr rev
    re w c eg ie etc am pm nb ok yes s t ll d get got getting hold
    """.split()  # noqa: SIM905 -- a hundred words read better as prose
)
"""Words that say nothing of what a line is about."""


_OF_VOTING = frozenset(
    """
    agreed agree agr'd agrd agd agr approved approve ok'd okd resolved resolve res decided carried
    passed lost refused rejected ref'd proposed propose prop propd prop'd proposer seconded second
    sec secd sec'd 2nd seconder p s all favour favor unanimously unanimous unan nem con meeting mtg
    held true correct record sign signed come abstained abs abst vote votes voted against agst
    present objection objections objn min mins minutes accepted accept acceptance duly yes no nope
    ok okay down fine carr'd okayed go ahead
    """.split()  # noqa: SIM905 -- reads better as prose
)


def is_of_voting(raw: str) -> bool:
    """Whether a word only says that something was moved or agreed, and how."""
    return raw.casefold().replace("\u2019", "'") in _OF_VOTING


def is_of_deciding(key: str) -> bool:
    """Whether a stem is of a word that says how something went, whatever it was."""
    return key in _DECIDING


def is_slight(word: str) -> bool:
    """Whether a word, in small letters, tells nothing of a subject."""
    return word in _SLIGHT


@lru_cache(maxsize=65536)
def stem(raw: str) -> str:
    """The same for every form of a word, and for words that clerks use for each other.

    Figures come without commas, noughts after the point and "k": "5000" for "5k" and "£5,000".
    """
    if raw[0].isdigit():
        return _figure(raw)
    word = raw.casefold().replace("\u2019", "'").replace(".", "").removesuffix("'s")
    return _CONCEPTS.get(word) or _CONCEPTS.get(_cut(word)) or _NUMBERS.get(word) or _cut(word)


def _cut(word: str) -> str:
    if word.endswith(("ies", "ied")) and len(word) > _SHORTEST_STEM + 1:
        return f"{word[:-3]}y"
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM - (suffix == "s"):
            word = word[: -len(suffix)]
            if len(suffix) > 1 and word[-1] == word[-2] and word[-1] in _PAIRED:
                word = word[:-1]
            break
    return word[:-1] if word.endswith("e") and len(word) > _SHORTEST_STEM else word


def _figure(raw: str) -> str:
    match = _DIGITS.match(raw)
    if match is None:
        return raw
    whole = match["whole"].replace(",", "")
    if match["times"]:
        hundredths = (
            round(float(whole + (match["part"] or "")) * 100) * {"k": 1000, "m": 1_000_000}[match["times"]]
        )
        return str(hundredths // 100)
    part = match["part"] or ""
    return whole + ("" if part.strip(".0") == "" else part)


_NUMBERS = {
    word: str(n)
    for n, word in enumerate(
        """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty""".split(),  # noqa: SIM905 -- easier to read
        start=2,
    )
}
_CONCEPTS = {
    key: group.split()[0]
    for group in _ALIKE.split(";")
    for word in group.split()
    for key in (word, _cut(word))
}
_DECIDING = frozenset(
    map(
        stem,
        """
        agreed agree agr'd agd approved approve ok'd okd ok yes no voted down carried lost refused rejected
        ref'd defeated resolved res unanimously unan favour decided
        """.split(),  # noqa: SIM905 -- reads better as prose
    )
)
