"""From one figure to another: the way the words say that it went, and the way the notes have it.

Two figures of a kind beside each other are a change where words stand between them that hold one against the other: "from
45 to 38", "27, fewer than the 33 of spring", "£360, against £410". Which is the new one is read from those words, which
way it went from the nearest word for more or less; the figures themselves say it once more, and so do the notes.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.matched import Match
from review_tui.facts.pair import Pair
from review_tui.facts.values import Kind, Value, digits, is_number
from review_tui.facts.wording import said_in
from review_tui.language.calendar_words import MONTH
from review_tui.language.stems import stem
from review_tui.language.stop_words import GRAMMAR_WORDS
from review_tui.model.frozen import frozen

_I = re.IGNORECASE
_UP = (
    r"r[io]se[ns]?|rising|increas\w+|gr[eo]w[ns]?|growing|growth|rais(?:ed|ing)|up|climb\w*|higher|greater|more|larger|above|longer"
    r"|lengthen\w*|widen\w*|dearer"
)
_DOWN = (
    r"f[ae]ll(?:en|ing|s)?|decreas\w+|reduc\w+|declin\w+|dropp\w+|drops?|down|lower\w*|cut|fewer|less|smaller|below|shrank|shrunk"
    r"|shorter|shorten\w*|narrow\w*|cheaper"
)
_SIGN = re.compile(rf"(?<![\w-])(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?![\w-])", _I)
"""A word for more or less."""
_QUANTIFIER = re.compile(r"(?:more|less|fewer|above|below)\Z", _I)
_AT_ONCE = re.compile(r"\s+(?:than\s+)?[\u00a3$\u20ac\d]", _I)
"""What stands behind a quantifier that counts and compares nothing: "more than 20"."""
_NOT_SO = re.compile(
    r"\b(?:no|not|n't|nor|never|rather|hardly|without|if|whether|would have)\b[^,;:]{0,30}\Z|n't\b[^,;:]{0,30}\Z",
    _I,
)
"""What stands before a word for more or less that is not said to be so."""
_PLANNED = re.compile(
    r"\b(?:budget|plan|target|forecast|estimate|limit|quota|maximum|minimum|capacity|threshold|quorum|allow)\w*",
    _I,
)
"""What a figure is held against that is no earlier one: it goes its way whatever the figure of before was."""
_HELD = r"(?:than|from|on|against|compared (?:with|to)|over|where)"
_AGAINST = re.compile(rf"[^;:?!()]{{0,60}}?\b{_HELD}\b(?![^;:?!()]*, and\b)[^;:?!()]{{0,40}}\Z", _I)
"""What stands between a new figure and the one that it is held against."""
_BACK = re.compile(
    r"[a-z%]{0,3}(?:\s+[^\W\d]{1,14}){0,3},?\s+(?:from|against|compared with|as against)(?:\s+(?:the|about|some|only|just|over|last year's))?\s*\Z",
    _I,
)
_ONWARD_TO = re.compile(
    r"[a-z%]{0,3}(?:\s+[^\W\d]{1,14}|\s+20\d\d|\s+%){0,4},?\s+to(?:\s+(?:about|some|only|just))?\s*\Z", _I
)
_INSTEAD = re.compile(
    r"[a-z%]{0,3}(?:\s+[^\W\d]{1,14}){0,4}?,?\s*\(?(?:in place of|instead of|rather than|formerly|previously|was|having been|replacing)"
    r"(?:\s+(?:the|about|some|only|just|over|at|last year's|previous|present|current|existing)){0,2}\s*\Z",
    _I,
)
"""What stands between a new figure and the one whose place it takes."""
_FROM = re.compile(r"\bfrom(?:\s+(?:the|about|some))?\s*\Z", _I)
_BY = re.compile(
    r"\b(?:by|of|another|a further|some|about)(?:\s+(?:about|some|just|only|over|a further|nearly))?\s*\Z", _I
)
"""What stands before a figure that is how much more or less it is."""
_ITS_OWN = re.compile(r"(?: [a-z]+){0,3}\s*", _I)
"""What may stand between a word for more or less and its "by": "raised its price by £2"."""
_DIFFERENCE = re.compile(rf"(?:\s?[^\W\d]{{1,12}})?\s+(?:{_UP}|{_DOWN})(?![\w-])", _I)
"""What stands behind one."""
_RATE = re.compile(r"\b(?:per|for every|in every) [\u00a3$\u20ac]?\Z", _I)
"""What stands before so much of a thing as a rate is told of: "$6.42 per $1,000"."""
_NO_FIGURE = re.compile(rf"\s*(?:st|nd|rd|th)\b|\s+{MONTH}\b|\s*[ap]\.?m\b|\s*o'clock", _I)
"""What stands after a number that is a day, an hour or a place in a row."""
_ARROW = "[\u2192\u2190\u2191\u2193\u2196\u2197\u2198\u2199\u21e8]|-+>|=+>|>"
_ONWARD = re.compile(
    rf"(?:\s[^\W\d]{{1,8}})?\s*(?:{_ARROW}|\b(?:up|dn|down|now)? ?to\b|\bnow\b)\s*[\u00a3$\u20ac]?\s*\Z", _I
)
"""What stands between two figures of the notes of which the second is the new one."""
_WAS = re.compile(
    r"[^\d;.|\u2192]{0,24}?(?:\b(?:was|were|from|fro?m|prev\w*|prior|py|ly|l/y|last (?:yr|year|time|qtr|quarter|month))\b)[^\d;.|\u2192]{0,8}\Z",
    _I,
)
"""What stands between two of which the first is."""
_BESIDE = re.compile(
    r"[^\d;.|\u2192]{0,14}?(?:\(|\b(?:v|vs|against|agst|c/w|cf)\b\.?)\s*[\u00a3$\u20ac]?\Z", _I
)
_OF_BEFORE = re.compile(r"[^\d;|(]{0,4}?(?:last|prev\w*|prior)\b|[^\d;|(]{0,3}?(?:py|ly|l/y)\b", _I)
"""What stands behind a second figure of the notes that is of the time before: "3265 (2890 last yr)"."""
_LABEL = re.compile(
    r"\b(?:div|division|class|grade|unit|lot|plot|item|no|group|stage|phase|zone|block|court|pitch|route|bus|room|rm|yr|year|term|t|q)\.?\s\Z",
    _I,
)
"""What stands before a number of the notes that only names a thing: "div 2 \u2192 40"."""
_OF_NOW = re.compile(r"\W{0,2}\s?(?:this(?! time last)|now|(?-i:TY))\b", _I)
"""What stands behind a second figure that is of this time: "31 last yr 19 this"."""
_YEAR_APART = re.compile(r"[^\W\d]{0,3}\s?(?:last (?:yr|year|time|qtr|quarter|month)|prev\w*|py|l/?y)\s?", _I)
"""What stands between two figures and may be said of either."""
_REACH = 70
"""Characters before two figures in which the word is looked for that says which way it went."""
_YEARS = range(1900, 2100)
_UNIT = re.compile(r"\s?([^\W\d]{1,16}|%)")
_OF_THEM = re.compile(r"\s?of (them|these|those|whom|which)\b", _I)
"""What stands behind a number that counts what was named before: "eleven are late, three of them for more than six months"."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PARTS = re.compile(r":\s|\s[(\u2013]")
"""Where a sum is told part by part."""
_OF_THIS = re.compile(r"\s*(?:this|that|it(?! (?:was|is) \w+(?:ed|en)\b)|these|both)\b", _I)
"""How a sentence begins that is about the figure of the one before."""
_SYMBOL = re.compile(r"[a-z%]{1,2}(?![\w])", _I)
_WRITTEN = re.compile(r"\d[\d,]*(?:\.\d+)?")
_IN_FULL = 1000
"""A number from which it is written out: no "900,000" to "1.2 million" is of millions."""
_WEIGHT = 4.0
"""How sure it is, beside other clashes of the same words."""


@frozen
class _Change:
    was: Value
    now: Value
    sign: re.Match[str] | None
    """The word for more or less that is said of it."""

    start: int
    end: int
    """Where its words begin and end."""


def change_clashes(pair: Pair, match: Match | None, index: int) -> Iterator[Clash]:
    """A change that the words of the draft have the other way than its figures, or than the notes."""
    clause = pair.clauses[index]
    for change in (*_changes(clause.text, pair.values[index]), *_of_sentence_before(pair, index)):
        was, now = _amounts(change.was, change.now)
        if change.sign and was != now and _is_up(change.sign) is (now < was):
            way = "less" if now < was else "more"
            figures = (change.now.text.strip(), change.was.text.strip())
            message = (
                f"The draft says \u201c{change.sign[0]}\u201d, but {figures[0]} is {way} than {figures[1]}."
            )
            yield Clash(message, (clause.place(change.start, change.end),), _WEIGHT)
        else:
            yield from _other_way(pair, clause, change)
    if match is not None:
        yield from _against_noted(pair, match)


def _is_up(sign: re.Match[str]) -> bool:
    return sign["up"] is not None


def _changes(text: str, values: Sequence[Value]) -> Iterator[_Change]:
    figures = [v for v in values if is_number(v) and not _is_no_amount(text, v)]
    taken = None
    for n, (first, second) in enumerate(pairwise(figures)):
        gap = text[first.end : second.start]
        if _is_onward(text, first, second):
            taken = second
            if _are_of_a_kind(text, first, second, is_tight=True):
                yield _change(text, first, second, _sign_before(text, first.start))
            continue
        if first is taken or (n + 2 < len(figures) and _is_onward(text, second, figures[n + 2])):
            continue
        if _PLANNED.search(text, first.end, second.end + 40):
            continue
        signs = [s for s in _SIGN.finditer(gap) if _compares(gap + text[second.start :], s)]
        if signs and _AGAINST.fullmatch(gap[signs[-1].end() :]):
            if _are_of_a_kind(text, first, second, is_tight=False):
                sign = _SIGN.search(text, first.end + signs[-1].start())
                yield _change(text, second, first, None if _NOT_SO.search(gap[: signs[-1].start()]) else sign)
        elif (_BACK.fullmatch(gap) or _INSTEAD.fullmatch(gap)) and _are_of_a_kind(
            text, first, second, is_tight=True
        ):
            yield _change(
                text, second, first, _sign_before(text, first.start) or _sign_behind(text, second.end)
            )


def _change(text: str, was: Value, now: Value, sign: re.Match[str] | None) -> _Change:
    start, end = min(was.start, now.start), max(was.end, now.end)
    came_from = _FROM.search(text, 0, start)
    start = came_from.start() if came_from else start
    symbol = _SYMBOL.match(text, end)
    end = symbol.end() if symbol else end
    return _Change(
        was, now, sign, min(start, sign.start()) if sign else start, max(end, sign.end()) if sign else end
    )


def _of_sentence_before(pair: Pair, index: int) -> Iterator[_Change]:
    """A figure that "this" is held against: the one figure of its kind in the sentence before."""
    clause, before = pair.clauses[index], pair.clauses[index - 1]
    text = clause.text
    if not index or before.passage != clause.passage or not _OF_THIS.match(text):
        return
    figures = [v for v in pair.values[index] if is_number(v) and not _is_no_amount(text, v)]
    if not figures:
        return
    was = figures[0]
    gap = text[: was.start]
    signs = [s for s in _SIGN.finditer(gap) if _compares(text, s)]
    held = [v for v in pair.values[index - 1] if v.kind is was.kind and not _is_no_amount(before.text, v)]
    if (parts := _PARTS.search(before.text)) and any(v.start < parts.start() for v in held):
        held = [v for v in held if v.start < parts.start()]
    if len(held) != 1 or not signs or not _AGAINST.fullmatch(gap, signs[-1].end()):
        return
    units = [_unit_behind(before.text, held[0]), _unit_behind(text, was)]
    is_of_a_kind = was.kind is not Kind.NUMBER or not all(units) or stem(units[0]) == stem(units[1])
    if is_of_a_kind and not _PLANNED.search(text) and not _NOT_SO.search(gap, 0, signs[-1].start()):
        yield _Change(was, held[0], signs[-1], signs[-1].start(), was.end)


def _is_onward(text: str, first: Value, second: Value) -> bool:
    """Whether two figures are the ends of "from 45 names to 38"."""
    return (
        _ONWARD_TO.fullmatch(text, first.end, second.start) is not None
        and _FROM.search(text, 0, first.start) is not None
    )


def _are_of_a_kind(text: str, first: Value, second: Value, *, is_tight: bool) -> bool:
    """Whether two figures count the same: of one kind and unit, or the first has none and stands right before the other."""
    units = [_unit_behind(text, value) for value in (first, second)]
    if first.kind is not second.kind:
        return is_tight and first.kind is Kind.NUMBER and not units[0]
    return first.kind is not Kind.NUMBER or not all(units) or stem(units[0]) == stem(units[1])


def _unit_behind(text: str, value: Value) -> str:
    if of_them := _OF_THEM.match(text, value.end):
        return of_them[1].lower()
    found = _UNIT.match(text, value.end)
    return found[1].lower() if found and found[1].lower() not in GRAMMAR_WORDS else ""


def _amounts(was: Value, now: Value) -> tuple[float, float]:
    """Both figures in one scale: "from 1.2 to 1.4 million"."""
    small, large = sorted((was, now), key=lambda value: value.number)
    written = _WRITTEN.search(large.text)
    if small.number < _IN_FULL <= large.number and written and any(c.isalpha() for c in large.text):
        inner = float(written[0].replace(",", ""))
        if small.text.strip()[-1:].isdigit():
            return (was.number, inner) if now is large else (inner, now.number)
    return was.number, now.number


def _is_no_amount(text: str, value: Value) -> bool:
    """Whether a figure is a year, a day or an hour, or how much more or less it is."""
    return (
        (value.kind is Kind.NUMBER and value.number in _YEARS)
        or _NO_FIGURE.match(text, value.start + len(value.text.rstrip("dhnrst"))) is not None
        or _DIFFERENCE.match(text, value.end) is not None
        or is_of_rate(text, value)
        or (
            (by := _BY.search(text, max(0, value.start - 30), value.start)) is not None
            and any(
                _ITS_OWN.fullmatch(text, s.end(), by.start()) for s in _SIGN.finditer(text, 0, by.start() + 1)
            )
        )
    )


def is_of_rate(text: str, value: Value) -> bool:
    """Whether a figure is so much of a thing as a rate is told of."""
    return _RATE.search(text, max(0, value.start - len("for every $")), value.start) is not None


def _compares(text: str, sign: re.Match[str]) -> bool:
    """Whether a word for more or less holds something against another, as that of "more than 20" does not."""
    return not (_QUANTIFIER.match(sign[0]) and _AT_ONCE.match(text, sign.end()))


def _sign_before(text: str, at: int) -> re.Match[str] | None:
    """The word before two figures that says which way it went, unless it is not said to be so."""
    part = max(text.rfind(stop, 0, at) for stop in ";(")
    signs = [s for s in _SIGN.finditer(text, max(part + 1, at - _REACH, 0), at) if _compares(text, s)]
    if not signs or len({_is_up(s) for s in signs}) > 1 or _NOT_SO.search(text, 0, signs[-1].start()):
        return None
    between = text[signs[-1].end() : at]
    return signs[-1] if not re.search(r"\d|\band\b", _YEAR.sub("", between)) else None


def _sign_behind(text: str, at: int) -> re.Match[str] | None:
    """The noun behind two figures that says it: "£360, against £410 last year, a fall of a tenth"."""
    found = re.compile(r"[^;:.\d]{0,40},\s+(?:which (?:is|was) )?an?\s+(?:[a-z]{2,14} )?", _I).match(text, at)
    return _SIGN.match(text, found.end()) if found else None


def _other_way(pair: Pair, clause: Clause, change: _Change) -> Iterator[Clash]:
    """A change whose ends the notes have the other way round; both of them show that it is that one, without a link."""
    for j, was, now in changes_noted(pair, pair.links.likeliest(clause.index)):
        if _says(was, change.now.number) and _says(now, change.was.number):
            start, end = min(was.start, now.start), max(was.end, now.end)
            said = pair.jottings[j].text[start:end]
            message = f"The notes have these figures the other way round: \u201c{said}\u201d ({pair.jottings[j].where})."
            places = (clause.place(change.start, change.end), pair.jottings[j].place(start, end))
            yield Clash(message, places, _WEIGHT)
            return


_REACHED = re.compile(
    r"\s+(?:(?:again|slightly|sharply|further|back|only)\s+)?to(?:\s+(?:about|some|only|just))?\s*\Z", _I
)
"""What stands between a word for more or less and the figure that it came to."""


def _against_noted(pair: Pair, match: Match) -> Iterator[Clash]:
    """A figure that "rose to" where the notes have it fallen from another, or the reverse."""
    text = match.clause.text
    for value in pair.values[match.clause.index]:
        if not is_number(value):
            continue
        signs = [
            s for s in _SIGN.finditer(text, 0, value.start) if _REACHED.fullmatch(text, s.end(), value.start)
        ]
        if not signs or _NOT_SO.search(text, 0, signs[-1].start()):
            continue
        for j, was, now in changes_noted(pair, pair.links.linked[match.clause.index]):
            if (
                _says(now, value.number)
                and was.number != now.number
                and digits(was.number) != digits(value.number)
                and _is_up(signs[-1]) is (now.number < was.number)
            ):
                start, end = min(was.start, now.start), max(was.end, now.end)
                jotting = pair.jottings[j]
                message = (
                    f"The draft says \u201c{text[signs[-1].start() : value.end].strip()}\u201d; by the notes it was "
                    f"{was.text.strip()} before ({said_in(jotting)})."
                )
                places = (match.clause.place(signs[-1].start(), value.end), jotting.place(start, end))
                yield Clash(message, places, _WEIGHT)
                return


def changes_noted(pair: Pair, jottings: Sequence[int]) -> Iterator[tuple[int, Value, Value]]:
    """The changes that the notes have in jottings or near them, each as its jotting, what was and what is now."""
    for j in pair.links.near(jottings):
        text = pair.jottings[j].text
        values = [_both_ends(v) if v.kind is Kind.PERIOD else (v,) for v in pair.noted_values[j]]
        for first, second in pairwise([v for ends in values for v in ends if is_number(v)]):
            gap = text[first.end : second.start]
            if _LABEL.search(text, 0, first.start):
                continue
            if _YEAR_APART.fullmatch(gap) and not _OF_NOW.match(text, second.end):
                continue  # of which of both it is said nothing tells
            if _OF_NOW.match(text, second.end) and (_WAS.fullmatch(gap) or not gap.strip(" ,;")):
                yield j, first, second
            elif _WAS.fullmatch(gap) or (_BESIDE.fullmatch(gap) and _OF_BEFORE.match(text, second.end)):
                yield j, second, first
            elif _ONWARD.fullmatch(gap):
                yield j, first, second


def _both_ends(period: Value) -> tuple[Value, ...]:
    """The two figures of what may also be a period by its years: "12 -> 16"."""
    found = _ARROWED.fullmatch(period.text.strip())
    if found is None:
        return ()
    at = period.start + period.text.index(found[1])
    return tuple(
        Value(
            Kind.NUMBER,
            frozenset({("n", float(found[n]))}),
            at + shift,
            at + shift + len(found[n]),
            found[n],
            float(found[n]),
        )
        for n, shift in ((1, 0), (2, found.start(2)))
    )


_ARROWED = re.compile(rf"(\d{{1,3}})\s*(?:{_ARROW})\s*(\d{{1,3}})")


def _says(value: Value, number: float) -> bool:
    return any(
        key[0] == "n" and isinstance(key[1], float) and digits(key[1]) == digits(number) for key in value.keys
    )
