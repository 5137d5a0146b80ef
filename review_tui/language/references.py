"""References as minutes write them: of planning applications, minutes, resolutions, items and invoices."""

import re

from review_tui.language.calendar_words import MONTH
from review_tui.language.periods import find_periods
from review_tui.model.frozen import frozen
from review_tui.model.text import Span

_PIECE = r"[A-Za-z0-9]{1,10}"
_SLASHED = re.compile(
    rf"(?<![^\W_])(?<![./\u00a3-]){_PIECE}/{_PIECE}(?:/{_PIECE})?(?:/{_PIECE})?(?:/{_PIECE})?(?![^\W_]"
    rf"|[/.]\w)"
)
_LABELLED = re.compile(
    r"\b(?P<label>minutes?|min|items?|resolutions?|agenda items?|paragraphs?|para|section"
    r"|ref(?:erence)?|invoice|cheque|application)"
    r"(?:[ \u00a0](?:ref(?:erence)?|no|number|nos))?[.:]?[ \u00a0]{0,2}(?P<mark>(?-i:[A-Z]{1,6}[-/ ]?)?"
    r"\d{1,7}(?:[./-]\d{1,6})?(?:[./-]\d{1,6})?(?:/[A-Z]{1,6})?(?:\([a-z0-9]{1,3}\))?)"
    rf"(?![^\W_]|[./-]\d|%|[ \u00a0](?:of[ \u00a0])?{MONTH})",
    re.IGNORECASE,
)
_KINDS = {"min": "minute", "para": "paragraph", "ref": "reference", "agenda item": "item"}
_YEAR_PAIR = re.compile(r"(?:(?:19|20)\d\d|\d\d)/(?:(?:19|20)\d\d|\d\d)\Z")
_ROAD = re.compile(r"[ABM]\d{1,4}\Z")
_LONG = 3
"""Figures in a row that a planning reference has at least once."""


@frozen
class Reference:
    """The mark by which a paper, an application or an earlier minute is known."""

    kind: str
    """``planning`` for an application's number; else the word before it: ``minute``, ``item``."""
    mark: str
    """The mark itself, in capitals and without spaces: two that are the same are of the same thing."""
    span: Span
    """The mark only, without the word before it."""
    text: str


def find_references(text: str) -> tuple[Reference, ...]:
    """Every reference in ``text``, in order."""
    found = {}
    for match in _SLASHED.finditer(text):
        if _is_planning(match[0]):
            found[match.start()] = _reference("planning", match[0], match.start())
    for match in _LABELLED.finditer(text):
        label = match["label"].casefold().removesuffix("s")
        kind = _KINDS.get(label, label)
        start = match.start("mark")
        if start not in found and _is_mark(text, match, kind):
            found[start] = _reference(kind, match["mark"], start)
    return tuple(found[start] for start in sorted(found))


def _reference(kind: str, raw: str, start: int) -> Reference:
    return Reference(kind, raw.replace(" ", "").upper(), Span(start, start + len(raw)), raw)


def _is_planning(raw: str) -> bool:
    """Whether it is an application's number and not a date, a year, a fraction, a road or two words."""
    pieces = raw.split("/")
    figures = [piece for piece in pieces if piece.isdigit()]
    long = any(sum(c.isdigit() for c in piece) >= _LONG for piece in pieces)
    if not long or _YEAR_PAIR.match(raw) or all(_ROAD.match(piece) for piece in pieces):
        return False
    if len(figures) == len(pieces):
        return len(pieces) >= _LONG and not find_periods(raw)
    return not any(piece.isalpha() and piece.islower() for piece in pieces)


def _is_mark(text: str, match: re.Match[str], kind: str) -> bool:
    """Whether a label is followed by the mark of a paper, and not by minutes of time or a date."""
    if (
        kind == "minute"
        and match["mark"].isdigit()
        and text[match.start() - 2 : match.start()].strip().isdigit()
    ):
        return False
    short = len(match["mark"]) <= _LONG
    return not (short and kind in {"application", "cheque", "invoice"}) and not find_periods(match["mark"])
