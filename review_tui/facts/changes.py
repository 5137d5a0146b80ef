"""From one figure to another: the way the words say that it went, and the way the notes have it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from review_tui.facts.clash import Clash
from review_tui.facts.matched import Match
from review_tui.facts.pair import Pair
from review_tui.facts.values import Value, digits
from review_tui.language.calendar_words import MONTH
from review_tui.model.frozen import frozen

_I = re.IGNORECASE
_FIGURE = r"[\u00a3$\u20ac]?\d(?:[\d,]{0,12}\d)?(?:\.\d+)?"
_UNIT = r"\s?(?P<{0}>(?:%|per cent\b|pc\b|p\b|k\b|m\b|million\b|thousand\b|years?\b|months?\b|weeks?\b|days?\b|hours?\b|minutes?\b|members\b)?)"
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6}
_IN_FULL = 1000
"""A number from which it is written out: no "900,000" to "1.2 million" is of millions."""
_WHEN = r"(?:\s+(?:in|at|on)\s+[A-Z]\w+(?:\s\d{4})?)?"
_FROM_TO = re.compile(
    rf"\bfrom (?P<was>{_FIGURE}){_UNIT.format('u1')}{_WHEN},? to (?P<now>{_FIGURE}){_UNIT.format('u2')}(?!\d|[.,/:]\d)",
    _I,
)
_BACK = re.compile(
    rf"(?P<now>{_FIGURE}){_UNIT.format('u1')}{_WHEN},?\s+(?:(?P<verb>up|down) )?from (?P<was>{_FIGURE}){_UNIT.format('u2')}(?!\d|[.,/:]\d)",
    _I,
)
_RISES = re.compile(r"r[io]se[ns]?|rising|increas\w+|gr[eo]w[ns]?|growing|raised|up|climb\w*", _I)
_FALLS = re.compile(
    r"f[ae]ll(?:en|ing|s)?|decreas\w+|reduc\w+|declin\w+|dropp\w+|drops?|down|lower\w*|cut", _I
)
_NO_FIGURE = re.compile(rf"\s*(?:st|nd|rd|th)\b|\s+{MONTH}\b|\s*[ap]\.?m\b|\s*o'clock", _I)
"""What stands after a number that is a day, an hour or a place in a row."""
_ONWARD = re.compile(r"[^\d;.|]{0,12}?(?:\u2192|->|=>|>|\bto\b)\s*[\u00a3$\u20ac]?", _I)
"""What stands between two figures of the notes of which the second is the new one."""
_WAS = re.compile(
    r"[^\d;.|]{0,24}?\b(?:was|were|from|fro?m|prev\w*|last (?:yr|year|time|qtr|quarter|month))\b[^\d;.|]{0,8}\Z",
    _I,
)
"""What stands between two of which the first is."""
_WORDS_BEFORE = 3
"""Words before a "from" of which one may say which way it went."""
_YEARS = range(1900, 2100)


@frozen
class _Change:
    was: str
    now: str
    before: float
    after: float
    verb: str
    start: int
    end: int


def change_clashes(pair: Pair, match: Match | None, index: int) -> Iterator[Clash]:
    """A change that the words of the draft have the other way than its figures, or than the notes."""
    clause = pair.clauses[index]
    for change in _changes(clause.text):
        was, now = change.before, change.after
        rises, falls = _RISES.fullmatch(change.verb), _FALLS.fullmatch(change.verb)
        if was != now and ((rises and now < was) or (falls and now > was)):
            message = f"The draft says \u201c{change.verb}\u201d, but {change.now} is {'less' if now < was else 'more'} than {change.was}."
            yield Clash(message, (clause.place(change.start, change.end),), 4.0)
        elif match is not None:
            yield from _other_way(pair, match, change)


def _changes(text: str) -> Iterator[_Change]:
    if "from " not in text.lower():
        return
    for pattern in (_FROM_TO, _BACK):
        for found in pattern.finditer(text):
            was, now = _number(found["was"]), _number(found["now"])
            units = [found[name].strip().lower() for name in ("u1", "u2")]
            is_unlike = (
                all(units) and units[0].rstrip("s") != units[1].rstrip("s") and not {*units} <= {*_SCALES}
            )
            if is_unlike or any(_is_year(found[name]) for name in ("was", "now")) or _is_day(text, found):
                continue
            first = _SCALES.get(units[0] or (units[1] if was < _IN_FULL else ""), 1)
            after = now * _SCALES.get(units[1], 1)
            before = (
                text[: found.start()].split()[-_WORDS_BEFORE:]
                if pattern is _FROM_TO
                else [found["verb"] or ""]
            )
            said = [w for w in before if _RISES.fullmatch(w) or _FALLS.fullmatch(w)]
            verb = said[-1] if said else ""
            start = text.rfind(verb, 0, found.start()) if verb and pattern is _FROM_TO else found.start()
            yield _Change(found["was"], found["now"], was * first, after, verb, start, found.end())


def _is_year(written: str) -> bool:
    return written.isdigit() and int(written) in _YEARS


def _is_day(text: str, found: re.Match[str]) -> bool:
    return any(_NO_FIGURE.match(text, found.end(name)) for name in ("was", "now"))


def _other_way(pair: Pair, match: Match, change: _Change) -> Iterator[Clash]:
    was, now = _number(change.was), _number(change.now)
    for j in pair.links.near(pair.links.linked[match.clause.index]):
        values, text = pair.noted_values[j], pair.jottings[j].text
        for first, second in pairwise(values):
            gap = text[first.end : second.start]
            onward = _ONWARD.fullmatch(gap) and _says(first, now) and _says(second, was)
            back = _WAS.fullmatch(gap) and _says(first, was) and _says(second, now)
            if onward or back:
                said = text[first.start : second.end]
                message = f"The notes have these figures the other way round: \u201c{said}\u201d ({pair.jottings[j].where})."
                places = (
                    match.clause.place(change.start, change.end),
                    pair.jottings[j].place(first.start, second.end),
                )
                yield Clash(message, places, 4.0)
                return


def _number(words: str) -> float:
    return float(words.strip(",.\u00a3$\u20ac").replace(",", "") or 0)


def _says(value: Value, number: float) -> bool:
    return any(
        key[0] == "n" and isinstance(key[1], float) and digits(key[1]) == digits(number) for key in value.keys
    )
