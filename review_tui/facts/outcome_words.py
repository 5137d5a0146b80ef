"""What may become of a thing, approved, refused, deferred or withdrawn: how minutes say it, and how clerks note it.

Four tables of words, as four things are asked: whether a
text names an outcome at all (``OUTCOMES``), what a note states and where (``_SIGNS``), how often it may be told in
whatever words (``_WIDE``, by which an alarm is explained away), and of which thing it is (``DECIDED``, ``JOTTED``: only
what is told of a thing and has come, for ``rulings``).
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from review_tui.language.calendar_words import MONTH
from review_tui.model.frozen import frozen

_I = re.IGNORECASE
_FELL = r"(?<!\bto )fell(?=\s*(?:\Z|[^\w\s]|(?:for|by|with|through|on|as|there)\b))"
"""A motion, and no tree that is to be cut."""


def _vowelless(words: str) -> str:
    """A pattern for words that are written without their vowels, but for one that they begin with: "dfrrd", "apprvd"."""
    return "|".join(
        word[0] + re.sub(r"(.)\1", r"\1{1,2}", re.sub("[aeiou]", "", word[1:])) for word in words.split()
    )


_BARE = {
    "approved": _vowelless("approved granted accepted adopted endorsed supported") + "|crrd|pssd",
    "refused": _vowelless("refused rejected declined dismissed defeated"),
    "deferred": _vowelless("deferred postponed adjourned"),
    "withdrawn": _vowelless("withdrawn"),
}
"""Outcomes as they stand in notes without vowels."""
_AS_BEFORE = r"(?! to (?:the |our |its )?(?:old|former|previous|prev|usual|normal|paper|how|what|where)\b)"
"""What does not stand behind a "go back" by which a thing is put off."""
OUTCOMES = {
    "approved": (
        re.compile(
            r"\bapprov\w+|\bgranted\b|\b(?:to|not|would|will|should|be) grant\b|\baccept(?:ed)?\b|\bendors\w+|\badopt(?:ed)?\b|\bcarried\b(?! (?:out|over|forward))|\bpassed\b(?! away)"
            r"|\bappointed\b|\bauthoris\w+|(?<!be )\bsupported\b|recommend(?:ed)? approval|\bagreed\b(?! (?:that|to))|\b(?:decided|agreed|resolved) to (?:proceed|go ahead)\b",
            _I,
        ),
        re.compile(
            r"\u2713|\u2714|\b(?:app|appd|app?r?v?'d|approv\w*|agreed|agr'?d|agrd|agd|carr'd|resolved|res'd|okd|all OK|no obj\w*|carried|accepted|acc|adopted|passed|granted|endorsed|ok|OK'd|okay|(?<!(?-i:[A-Z]{2}) )yes|pass)\b",
            _I,
        ),
    ),
    "refused": (
        re.compile(
            r"\brefus\w+|\breject\w*|\bdeclin\w+|\bnot (?:approved|agreed|supported|adopted|carried|accepted|granted)\b|\blost\b"
            rf"|\b(?:agreed|resolved) (?:that (?:\w+ ){{1,3}})?not to (?!object|oppose)|\bfailed\b|\bdefeated\b|\bdismissed\b|\bden(?:y|ied|ying|ial)\b|\bturned down\b|\b{_FELL}|\bobject(?:ed|ion)?\b",
            _I,
        ),
        re.compile(
            rf"\u2717|\u2718|\b(?:ref|ref'?d|rej(?:'?d)?|voted down|refused?|refusal|reject\w*|lost|declin\w*|defeated|den(?:y|ied|ying)|NOT agreed|turned (?:us |it |him |her |them |this )?down|{_FELL}|fails?|failed)\b"
            r"|(?<!\w)(?-i:NO)(?!\w)|[-\u2013:|]\s*no\b\s*(?:[|.,]|\Z)|(?<=\w )no(?=[,.;|]|\s*\Z)",
            _I,
        ),
    ),
    "deferred": (
        re.compile(
            r"\bdefer\w*|\bpostpon\w*|\bheld over\b|\badjourned to\b|\bcarried forward\b|\bput (?:off|back)\b|\btabled (?:until|to)\b|\bon hold\b"
            r"|\breferred (?:back|to (?!as\b|in\b|the (?:letter|report|minutes)))|\bno decision\b|\bsent back\b",
            _I,
        ),
        re.compile(
            r"\b(?:defer\w*|def'd|postpon\w*|def(?! [\u00a3$]?\d)|wait(?!\s?-?list)|on hold|held over|nxt|(?:\u2192|->) ?next|next time|c/f|put off|leave (?:it |this )?(?:to|till?|until)(?= (?:next|nxt|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|spring|summer|autumn|winter))|not tonight|later|table[d]?(?= (?:'?til|until|to)\b)|adj(?:ourned|'d)?\.? (?:to |til |until )?next)\b|(?:->|\u2192) ?(?:[a-z]+ ){0,3}(?:mtg|meeting)\b",
            _I,
        ),
    ),
    "withdrawn": (
        re.compile(r"(?<!\bhad )\bwithdr(?:awn|awal|awing|ew (?:the|his|her|its|their|it)\b)", _I),
        re.compile(r"\bw/d\w*|\bwithdr\w*|\bw/?drawn", _I),
    ),
}
_NOT_APPROVED = re.compile(
    r"\b(?:not|never|cannot|unable)\b(?:\s+\w+){0,2}?\s+(?:approv|grant|accept|endors|adopt|carri|agree|authoris|pass|appoint|elect|success)\w*"
    r"|n't (?:approv|accept|agree|grant)\w*",
    _I,
)
_NO_REFUSAL = re.compile(r"\b(?:no|not|without|any|nor)\s+(?:to\s+)?\Z", _I)
"""What stands before a word of refusing that refuses nothing."""
_NOTED_REFUSAL = re.compile(
    r"\b(?:not|no|never)\s+(?:yet\s+|been\s+)?(?:app\w*|agr\w*|adopt\w*|acc\w*|ok|carried|support\w*|granted|endorsed)",
    _I,
)


@lru_cache(maxsize=8192)
def told_outcomes(text: str) -> dict[str, re.Match[str]]:
    """What a sentence of minutes says became of a thing, with the words that say so; not to be changed."""
    mine = {
        name: found
        for name, (words, _) in OUTCOMES.items()
        if (found := words.search(text))
        and not (name == "refused" and _NO_REFUSAL.search(text[: found.start()]))
    }
    approved, refused = mine.get("approved"), mine.get("refused")
    if approved and refused and refused.start() <= approved.start() < refused.end():
        del mine["approved"]
    elif approved and not refused:
        no = next((m for m in _NOT_APPROVED.finditer(text) if m.start() < approved.start() < m.end()), None)
        if no:
            del mine["approved"]
            mine["refused"] = no
    return mine


@lru_cache(maxsize=8192)
def noted_outcomes(text: str) -> dict[str, re.Match[str]]:
    """What a jotting says became of a thing; not to be changed."""
    theirs = {name: found for name, (_, words) in OUTCOMES.items() if (found := words.search(text))}
    if "approved" in theirs and "refused" not in theirs and (refusal := _NOTED_REFUSAL.search(text)):
        del theirs["approved"]
        theirs["refused"] = refusal
    return theirs


_ENDS = r"(?=\W*(?:\||\Z|[,;(]|\s[-\u2013]\s))"
_SIGNS = {
    "approved": re.compile(
        rf"[\u2713\u2714]{_ENDS}|\bno obj\w*|(?<!\bnot )(?<!\bno )\b(?:{_BARE['approved']}|appd|app?r?v?'d|approved|agr'?d|agrd|agd|carr'?d|carried(?! (?:out|over|forward|on|fwd))|okd|OK'd|accepted|adopted|passed|granted|endorsed)\b|\b(?:ok|(?<!(?-i:[A-Z]{{2}}) )yes|agreed){_ENDS}|(?<=[-\u2013:|] )supp(?:ort(?:ed)?|t?'?d)?{_ENDS}|(?<=/\w\w )(?:grant|approve|adopt|accept)\b",
        _I,
    ),
    "refused": re.compile(
        rf"[\u2717\u2718]|\bref{_ENDS}|\b(?:{_BARE['refused']}|ref'?d|rej(?:'?d)?|voted down|sa(?:y|id|ys) no(?! (?:more|longer|need|one|problem)\b)|den(?:y|ied)|refused?|refusal|reject(?:ed)?|lost(?! [\u00a3$\u20ac]?\d{{3}})|declined?|defeated|turned (?:us |it |him |her |them |this )?down|thrown out|fail(?:s|ed)|die[sd]|objects?|objected|(?-i:OBJ)|(?<=[\u2192>\u2013-] )obj(?:'?d)?)\b|\bnot? (?:agreed|approved|accepted|supported|granted|adopted|carried|passed)\b"
        rf"|(?<=[\w)?] )no(?=,|\s[-\u2013]\s|\sfor now|\s\()|\A\W*no{_ENDS}|(?<=[-\u2013|] )no(?!, [\u00a3$\u20ac]?\d){_ENDS}",
        _I,
    ),
    "deferred": re.compile(
        rf"\b(?:{_BARE['deferred']}|defer(?:red)?|def'd|postponed?|on hold|held over|c/f|put off|leave (?:it |this )?(?:to|till?|until)(?= (?:next|nxt|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|spring|summer|autumn|winter))|not tonight|not yet|not decided|undecided|not now|left on (?:the )?table|put back|(?:goes|go|sent|send|refer(?:red)?) back{_AS_BEFORE}|back to (?:cttee|cmte|ctte|committee|staff|board)|wait (?:till?|'til|until|for)|table[d]?(?= (?:'?til|until|to)\b)|adj(?:ourned|'d)?\.? (?:to |til |until )?next)\b|(?:->|\u2192) ?(?:(?:[a-z]+ ){{0,3}}(?:mtg|meeting)|ne?xt(?! (?:yr|year|term)))\b",
        _I,
    ),
    "withdrawn": re.compile(r"\bw/d\b|\bwithdrawn?\b|\bw/?drawn", _I),
}
_VOTED = re.compile(r"[\u2713\u2714]|agr|carr|pass|ok|yes|#", _I)
"""What says that a motion was carried, whatever it was for."""
_TURNS_AFTER = re.compile(
    r"\b(?:not|never|cannot|n't)\b(?:\s+(?:be|been|yet|have|to))*\s+\Z|n't\s+(?:be\s+)?\Z|\b(?:has|have|had|is|was|did)n(?:t|ae)\s+\Z",
    _I,
)


_NO = re.compile(r"\W*no\W*", _I)
_VOTER = re.compile(r"(?:\b[A-Z][a-z]+|\b[A-Z]{1,4}|\d(?: yes)?)\s*\Z")
"""Before a "no", who or how many said it."""


@frozen
class StatedOutcome:
    """What a note says became of a thing, and where."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=8192)
def stated_outcomes(text: str) -> tuple[StatedOutcome, ...]:
    """What a jotting says became of each thing that it names, in order."""
    signs = sorted(
        (match.start(), match.end(), name) for name, words in _SIGNS.items() for match in words.finditer(text)
    )
    found: list[StatedOutcome] = []
    at = 0
    for start, end, name in signs:
        if start >= at and not (_NO.fullmatch(text, start, end) and _VOTER.search(text[:start])):
            is_turned = name == "approved" and _TURNS_AFTER.search(text[at:start])
            found.append(StatedOutcome("refused" if is_turned else name, start, end))
            at = end
    return tuple(found)


_WIDE = {
    "approved": re.compile(
        r"approv|accept|agre(?!ed(?: that| to|:))|grant|adopt|carri|carr'|\bpass(?:ed|es)\b|endors|authori[sz]|\bok\b|\bfine\b|\byes\b|support|\bgo(?:es|ing)? ahead|proceed|in favou?r|ratif|confirm|admit|waive|allow|permit|(?<!un)success(?:ful|fully)?\b|[\u2713\u2714]|\bwent through\b",
        _I,
    ),
    "refused": re.compile(
        r"(?<!voting )(?<!voted )\b(?:no(?! objections?\b)|not|never|none|nobody|without|cannot|unable|unlikely|hardly)\b|n't\b|\b(?:wont|dont|didnt|cant)\b|[\u2717\u2718]|refus|reject|declin|\blost\b|\bfail|defeat|dismiss|\bden(?:y|ied)|turn\w* down|\bfell\b|(?:decided|recommend\w*|advised|resolved|agreed) against|\bdie[sd]\b|lapsed|(?<!\bno )\bobject|voted down|instead|scrap|\bdrop|unsuccess",
        _I,
    ),
    "deferred": re.compile(
        rf"defer|postpon|held over|adjourn|carried (?:forward|over)|\bc/f\b|\bput (?:off|back)\b|\btabl|on hold|\bwait(?!\s?-?list)|\blater\b|\bne?xt\b|\bback (?:to|in|with|at)\b|refer|return|\b(?:come|comes|came|bring|brought|go|goes|sent|send)s? back|\bagain\b|reconsider|revisit|\bsen[dt] to\b|\bnot yet\b|\byet to be (?:decid|approv|agre|settl|consider)|for now|for the (?:present|moment)|not now|\buntil\b|\btill?\b|\bpark(?:ed)?\b(?! (?:runs?|and|lane|road))|shelv|remitted|continued (?:to|until)|\bmoved (?:back )?to (?:the )?(?:next|{MONTH})",
        _I,
    ),
    "withdrawn": re.compile(r"withdr|\bw/d|\bpull|t[oa]ke?n? back|\bpress|\bdrop|stand(?:s|ing)? down", _I),
}
_BASE = r"(?:(?<=\bto )|(?<=\band )|(?<=\bor ))"
"""Before the plain form of a verb, which may be a noun elsewhere: "to grant", and not "the hall grant"."""
DECIDED = {
    "approved": re.compile(
        r"\b(?:approve[sd]|granted|accept(?:s|ed)|endorse[sd]|adopt(?:s|ed)|carried(?! (?:out|over|forward|on))|passed(?! (?:away|on|to))"
        r"|authori[sz]e[sd]|ratifie[sd]|(?:was|were|been|be|duly) confirmed(?! that\b)|upheld|(?<!\bit )(?:was|were|be|been) (?:\w+ly )?(?:then )?agreed(?: to(?=\W*(?:\Z|[.,;:(*]|by\b))|(?! (?:that|to|not|she|he|they|we)\b))|(?:(?<=\A)|(?<=[.;:*] ))agreed(?=[.,;*]|\W*\Z)|went ahead|goes ahead|approval (?:be|was|is) (?:given|granted)|recommend(?:ed|s)?(?: for)? approval|allow(?:s|ed)|permitted|sanctioned|given the go-ahead|(?:was|were|been) successful|(?:raised?|had|have|made?|make|offer(?:ed)?) no objections?|no objections? (?:be|was|were) (?:raised|made|offered)|(?<!not )(?:agreed|resolved|decided|voted)(?: unanimously)? to (?:support|recommend(?! (?:refusal|rejection|against|that))))\b"
        rf"|{_BASE}(?:approve|grant|accept|endorse|adopt|authori[sz]e|ratify|allow|permit)\b|\bnot to (?:object|oppose)\b",
        _I,
    ),
    "refused": re.compile(
        r"\b(?:refuse[sd]|reject(?:s|ed)|decline[sd]|(?:not|never)(?: been| be| yet)? (?:\w+ )?(?:approved?|pursued|proceeded with|taken forward|agreed|supported|adopted|carried|accepted|granted|passed|taken up|allowed|permitted)"
        r"|not to (?:approve|grant|accept|endorse|adopt|authori[sz]e|support|allow|permit)"
        rf"|lost(?! to\b)|failed(?! to\b)|defeated|dismissed|recommend(?:ed|s)?(?: for)? (?:denial|refusal)|den(?:ied|ies)|turned down|{_FELL}|lapsed|voted down|thrown out|ruled out|unsuccessful|(?:council|committee|board|members|councillors|trustees) (?:\w+ )?object(?:s|ed)|objections? (?:be|was|were) (?:raised|lodged|submitted))\b"
        rf"|{_BASE}(?:refuse|reject|decline|deny|(?<!not to )object)\b",
        _I,
    ),
    "deferred": re.compile(
        r"\b(?:defer(?:s|red)|postpone[sd]|held (?:over|until|back)|stood over|laid (?:over|on the table)|left (?:over|until)|(?:left|left to lie|lie|lies|lay) on the table|tabled (?:the|this|that|it)(?: \w+){0,3} (?:until|to)|continued to|carried over|adjourned to|carried (?:forward|over)|put (?:off|back(?! (?:on|in|into|up)\b))|tabled (?:until|to)|on hold|parked|shelved|remitted(?= to\b)"
        rf"|(?:referred|sent|remitted|brought|come|taken) back|no decision|not yet decided?|reconsidered)\b|{_BASE}(?:defer|postpone|remit)\b",
        _I,
    ),
    "withdrawn": re.compile(r"(?<!\bhad )\bwithdr(?:awn|ew)\b", _I),
}
"""A verb of the draft that tells what became of a thing; no noun, which may only speak of it."""
_STOP = r"(?=\W{0,4}(?:\Z|[,;.|)(!]|\s/\s|\s[-\u2013\u2014\u2190\u2192<>]|[-\u2013\u2014]\s))"
_ARROW = r"(?:-+>|=>|>{1,2}|\u2192|=)"
JOTTED = {
    "approved": re.compile(
        rf"[\u2713\u2714\u2611\u2705]|\U0001f44d|\b(?:{_BARE['approved']}|no obj\w*|appd|app'?r?v?'d|appro?ved(?! by (?-i:[A-Z]))|appr'?v?d|agr'?e?d|agd|carr'?d|carried(?! (?:out|over|forward|on|fwd))|ok'?e?d|okayed"
        rf"|acc(?:epted|'d|d)|adopted|adptd|passed|granted|endorsed|ratified|go(?:es)? ahead|given the go.?ahead)\b|\b(?:ok|okay|yes|yep|yeah|aye|fine|(?<!\d )pass|supported|supp(?:t?'?d)?|all for|granted)\b{_STOP}|\bgot (?:it|the (?:grant|money|bid))\b|(?<=[a-z] )(?-i:YES)(?= [a-z])",
        _I,
    ),
    "refused": re.compile(
        rf"[\u2717\u2718\u2716\u2715\u274c]|\U0001f44e|\b(?:{_BARE['refused']}|ref'?d|refsd|rfsd|rej(?:'?t?d)?|voted down|turn(?:ed|s)? (?:us |it |him |her |them |this )?down|thrown out|chucked out|knocked back|shot down|ruled out|binned|scrapped"
        rf"|den(?:y|ied)|refuse[sd]?|refusal|reject(?:ed)?|lost(?! [\u00a3$\u20ac]?\d{{3}})|dropp?e?d(?= *(?:[.,;/|)]|\Z))|decl(?:ined?|'?d)|defeated|dismissed|fail(?:s|ed)|{_FELL}|nope|nah|no[- ]go|die[sd]|(?-i:OBJ(?:ECT)?)|(?<=[\u2192>\u2013-] )obj(?:ect|'?d)?"
        rf"|not (?:been |yet )?(?:agr\w*|app\w*|acc\w*|supp\w*|granted|adopted|carried|passed|allowed(?! to\b)|going ahead|proceeding))\b"
        rf"|\bsa(?:ys?|id) no(?: to\b|{_STOP})|\bref\b{_STOP}|(?<![\w.])(?-i:NOT?)\b(?:{_STOP}|(?=(?<!NOT) \d{{1,2}}\s?[-\u2013:/]\s?\d|(?: not)? for now\b| for the (?:moment|present)\b| at present\b| this time\b))|(?<=[a-z)\d] )(?-i:NO)\b(?= (?:too|no|not|cos|coz|bec\w*|as|since|b/?c|until|insuff\w*|already)\b)|(?<=\?) ?no\b|[=:\u2013\u2014|>-] ?no\b(?!, [\u00a3$\u20ac]?\d){_STOP}"
        rf"|(?<!\bref )(?<!\breg )(?<!\bphone )(?<!\btel )(?<!order )(?<!invoice )(?<!serial )(?<!mobile )(?<!account )(?<!cheque )(?<!minute )(?<!\d )(?<!\bor )(?<=[\w)'] )no{_STOP}|\bno{_STOP}(?=!)|\bno than(?:ks|x)\b",
        _I,
    ),
    "deferred": re.compile(
        rf"\b(?:{_BARE['deferred']}|defe?r?(?:red|'?d)|defer|dfrd?|postp(?:oned?|'?d)|p'?poned|on hold|on ice|parked|shelved?|(?:park|shelve|table|postpone|hold) (?:it|this|that)|cont(?:inued?|'?d)?\.? (?:to|till?|until) (?:{MONTH}|ne?xt|the next)|held over|hold over|hold(?: it)? (?:till?|until|for|to)\b|stood over|put (?:off|back|over)|lea?ve? (?:it |this |over )?(?:to|till?|until)\b|left over(?!\s?[\u00a3$\u20ac]?\d)|not tonight"
        rf"|not yet|not decided|undecided|no decision|not now|bring back|br?ought back|come back|comes back|(?:goes|go|sent|send|ref(?:er(?:red|'?d)?|'?d)) back{_AS_BEFORE}|(?<!rpt )(?<!report )(?<!reports )back (?:to (?:the )?(?:[\w&]{{1,12}} ){{0,2}}(?:cttee|cmte|ctte|committee|staff|board|exec\w*|drawing)|(?:at|to|on) (?:the |next |nxt |\w{{3,9}} )?(?:mtg|meeting|agenda)|next|in (?:{MONTH}|spring|summer|autumn|winter))\b|wait\b(?!\s?-?list)|remit(?:ted)?|(?:tabled?|tbl'?d?)(?:,? (?:{MONTH}|ne?xt)| \d{{1,2}}/\d{{1,2}}| (?:'?til|till|until|to))\b|(?<=[\u2192>] )tabled|(?:send|refer|take|bring|hand) (?:it|this|them) back|not ready|not voted|l(?:ay|aid|ie) (?:over|on (?:the )?table)\b"
        rf"|adj(?:ourned|'?d)?\.? (?:to |til |until )?(?:ne?xt|{MONTH})|next time|revisit|look again|sine die|(?-i:LATER|HOLD|PARK))\b|(?<![\w\u00a3$])(?:c/f|c/fwd|d/f|(?-i:(?<![a-z] )D)ef\.?|(?-i:d)ef\.?)(?= (?:to |til |until )?(?:ne?xt|{MONTH}|mtg|meeting)|\W{{0,3}}\Z)"
        rf"|(?<!\S){_ARROW} ?(?:to )?(?:(?:{MONTH}|ne?xt)(?! (?:yr|year|term))(?: (?:mtg|meeting))?|(?:[a-z]+ )?(?:mtg|meeting|agm)|(?:[a-z]+ )?(?:ctt?ee|cmte|ctte|committee) \d{{1,2}}[/.]\d{{1,2}})\b{_STOP}|(?<!of )(?<!date )(?<!time )(?<!\A)\b(?:till? |until |to |for )?(?:next|nxt) (?:mtg|meeting)\b{_STOP}",
        _I,
    ),
    "withdrawn": re.compile(
        rf"\b{_BARE['withdrawn']}\b|\bw/d\b|\bwithdr(?:awn?|ew)\b|\bw[/']drawn|\bwdrn\b|\bpulled\b(?! (?:up|out|down|in|\d|a|the|all)\b| ?\d)",
        _I,
    ),
}
"""A word or sign by which notes tell what became of a thing, each of its own thing."""
_COMMAND = re.compile(r"#\w+")
"""A word to the robot that keeps a log."""


def times_told(text: str, name: str, spans: Iterable[tuple[int, int]] = ()) -> int:
    """How often a text may tell, in whatever words, that a thing had this outcome; not those at ``spans``."""
    for start, end in (*spans, *(match.span() for match in _COMMAND.finditer(text))):
        text = text[:start] + " " * (end - start) + text[end:]
    return sum(1 for _ in _WIDE[name].finditer(text))


def is_vote_on(text: str, last: int, start: int) -> bool:
    """Whether a word of voting tells only how what ends at ``last`` was decided: "defer, all agreed"."""
    return bool(_VOTED.match(text, start) and _OF_VOTES.fullmatch(text, last, start))


_OF_VOTES = re.compile(r"(?:[^\n]*[,;\u2013-])?(?:\W|\b(?:all|unan\w*|by|both|was|vote|\d+)\b)*", _I)
"""What stands before a vote that names nothing of its own."""
