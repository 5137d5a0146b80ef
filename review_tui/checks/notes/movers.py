"""Who moved and who seconded, as prose says it and as clerks jot it.

Such as "prop JS sec TM", "JS/TM" and "p: JS, s: TM".
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from review_tui.checks.notes.lines import Line
from review_tui.checks.notes.people import Named
from review_tui.domain.text import Span

_SMALL_WORDS = 12
"""Characters of titles and small words at most between a verb and its name."""
_VERB = re.compile(
    r"(?<![^\W_])(?:(?P<second>secon?d?(?:ed|er|s|ing)?|scndd|secd|sec['\u2019]?d|sec|2nd(?:ed)?|2nd['\u2019]d"
    r"|(?-i:s)(?=[:. ])|(?-i:S)(?=:))"
    r"|(?P<move>propo?s?(?:ed|er|es|al|ing)?|prpsd|prop['\u2019]?d|propd|prop|mov(?:ed|er|es)"
    r"|(?-i:p)(?=[:. ])|(?-i:P)(?=:)))"
    r"(?![^\W_])(?P<by>\.?\s?(?:by|[:\u2013-]))?",
    re.IGNORECASE,
)
_DONE_BY = re.compile(
    r"(?:\b(?P<verb>propos(?:ed|er)|mov(?:ed|er)|nominated|seconde(?:d|r))(?:\s(?:and\s)?(?:duly|then)?\s?by|\s?[-\u2013:])"
    r"|(?:\A|[-\u2013.,:;(]\s?|\band\s)(?P<listed>proposed|seconded))\s{1,3}(?:the\s)?[*_]{0,2}\Z",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"[*_]{0,2}\s(?:then\s|duly\s)?(?P<verb>proposed|moved|seconded)\b(?!\s(?:and\s)?(?:duly\s)?by\b)"
)
_LOOK_BACK = 40
_DASHES = " -\u2013"
_SLASH = re.compile(r"\s?/\s?")
_BREAK = re.compile(r"[,;.)]\s|\s[-\u2013]\s")


@dataclass(frozen=True, slots=True)
class Movers:
    """Who moved and who seconded something."""

    mover: Named | None
    seconder: Named | None

    @property
    def named(self) -> tuple[Named, ...]:
        """Both, as far as they are given."""
        return tuple(n for n in (self.mover, self.seconder) if n)


@dataclass(frozen=True, slots=True)
class _Verb:
    span: Span
    seconds: bool
    by: bool


def movers_told(line: Line, people: tuple[Named, ...]) -> Movers | None:
    """The mover and seconder of a line of the draft; ``None`` where it has none or several of either."""
    text = line.document.text
    found: list[tuple[bool, Named]] = []
    for named in people:
        before = text[max(line.span.start, named.span.start - _LOOK_BACK) : named.span.start]
        verb = _DONE_BY.search(before) or _DOES.match(text, named.span.end, line.span.end)
        if verb is not None and named.keys:
            word = verb.groupdict().get("listed") or verb["verb"]
            found.append((word[:3].casefold() == "sec", named))
    return _movers(found)


def movers_noted(line: Line, people: tuple[Named, ...]) -> Movers | None:
    """The mover and seconder of a line of the notes; ``None`` where it has none or several of either."""
    verbs = [
        _Verb(Span(m.start(), m.end()), m["second"] is not None, m["by"] is not None)
        for m in _VERB.finditer(line.document.text, line.span.start, line.span.end)
    ]
    if not verbs:
        return _slashed(line, people)
    return _movers([(v.seconds, named) for v in verbs if (named := _whose(line, v, people, verbs))])


def _movers(found: list[tuple[bool, Named]]) -> Movers | None:
    moved, seconded = [n for s, n in found if not s], [n for s, n in found if s]
    if len(moved) > 1 or len(seconded) > 1 or not found or moved == seconded:
        return None
    return Movers(moved[0] if moved else None, seconded[0] if seconded else None)


def _whose(line: Line, verb: _Verb, people: tuple[Named, ...], verbs: list[_Verb]) -> Named | None:
    """The name that a verb belongs to: the one after "by", else the only one beside ("JS prop, TM sec")."""
    after = next((n for n in people if n.span.start >= verb.span.end), None)
    before = next((n for n in reversed(people) if n.span.end <= verb.span.start), None)
    text = line.document.text
    near_after = after is not None and _close(text, verb.span.end, after.span.start)
    near_before = before is not None and text[before.span.end : verb.span.start].strip(" ") == ""
    if after is None or before is None or not (near_after and near_before):
        return after if near_after else before if near_before and not verb.by else None
    if verb.by:
        return after
    earlier = [
        v
        for v in verbs
        if v.span.end <= before.span.start and text[v.span.end : before.span.start].strip() == ""
    ]
    if earlier and not any(
        text[n.span.end : earlier[0].span.start].strip() == ""
        for n in people
        if n.span.end <= earlier[0].span.start
    ):
        return after
    later = [v for v in verbs if v.span.start >= after.span.end]
    own = any(text[after.span.end : v.span.start].strip(_DASHES) == "" for v in later)
    return before if own else None


def _close(text: str, start: int, end: int) -> bool:
    """Whether nothing but a title and small words stands between."""
    between = text[start:end]
    return len(between) <= _SMALL_WORDS and not _BREAK.search(between + " ")


def _slashed(line: Line, people: tuple[Named, ...]) -> Movers | None:
    """Two names with a stroke between, once in a line: "JS/TM"."""
    text = line.document.text
    pairs = [
        (a, b)
        for a, b in pairwise(people)
        if _SLASH.fullmatch(text, a.span.end, b.span.start) and a.keys and b.keys
    ]
    return Movers(*pairs[0]) if len(pairs) == 1 else None
