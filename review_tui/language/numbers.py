"""Counts and percentages as minutes write them: "12 members", "twenty-one letters", "4.8%", "ten per cent".

Money, dates, times and references are no counts. Every pattern is bounded, so reading takes time in
proportion to the text and no more.
"""

import re
from decimal import Decimal
from functools import lru_cache

from review_tui.language.calendar_words import MONTH
from review_tui.language.number_words import NUMBER_WORDS, number_of
from review_tui.model.frozen import frozen
from review_tui.model.text import Span

FIGURES = r"(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,7})"
"""A whole number in figures, with or without commas between thousands."""

_COUNT = re.compile(
    rf"(?<![^\W_])(?:(?<![\u00a3$\u20ac#/:.@&\"=*-])(?<!\d[ ,])(?<![\u00a3$\u20ac] )(?P<figures>{FIGURES})"
    rf"(?![^\W_]|[./:,-]\d|/[^\W_]|\\|\*|[.)][ \t]|\s?%|\s?per ?cent|\s?[ap]\.?m\b"
    rf"|\s{{1,2}}(?:of )?{MONTH})"
    rf"|(?P<words>{NUMBER_WORDS})(?![^\W_]|\s?per ?cent|-[^\W\d_]))"
    r"(?P<gap>[- \u00a0]{0,2})(?P<noun>[^\W\d_]{2,24}(?:['\u2019]s)?)?",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"(?:\b(?:item|items|page|minute|minutes|min|section|clause|paragraph|para|no|nos|number|footpath"
    rf"|fp|ref"
    rf"|phase|class|band|policy|article|appendix|annex|version|plot|unit|condition|covid|chapter|part|line"
    rf"|lot|room|tier|grade|level|form|ward|stage|quarter|week|year|{MONTH})[.:]?"
    r"|[(:])[\s\u00a0]{0,2}\Z",
    re.IGNORECASE,
)
"""What makes a figure a label and no count: "item 5", "page 2", "March 22"."""
_LABEL_ROOM = 14
"""Characters before a figure in which the word stands that makes it a label."""
_NOT_NOUNS = frozenset(
    "of or and to in on at for was were is are had has have that which who by from with the a an as".split()  # noqa: SIM905 -- reads better as prose
)
_CAPITAL_NOUNS = frozenset(
    ["abstention", "abstentions", "against", "cllrs", "councillors", "members", "residents", "votes"]
)
_PRONOUN_AFTER = frozenset(
    ["another", "can", "could", "did", "does", "must", "should", "would", "will", "day", "thing", "side", "s"]
)
_YEARS = range(1900, 2100)
_FOUR = 4
"""Figures of a year, or of a time: 1930 hrs."""
_LONGEST = 6
"""Figures that a count has at most without commas; a telephone number has more."""
_SIGN = re.compile(r"%|\bper ?cent\b|\bpercentage points?\b", re.IGNORECASE)
_BEFORE_SIGN = re.compile(
    r"(?<![^\W_])(?<![.,/])(?:(?P<figures>\d{1,3}(?:,\d{3})?(?:\.\d{1,4})?)\s?"
    rf"|(?P<words>{NUMBER_WORDS})[ -])\Z",
    re.IGNORECASE,
)
_SIGN_ROOM = 48
"""Characters before the sign in which its figure stands."""


@frozen
class Count:
    """How many of something."""

    value: int
    noun: str
    """The word that follows, in small letters: "members"; empty where none does."""
    in_words: bool
    span: Span
    """The number only, without the noun."""
    text: str


@frozen
class Percentage:
    """So many in a hundred."""

    value: Decimal
    places: int
    """Figures after the decimal point, as written."""
    span: Span
    text: str


@lru_cache(maxsize=8)
def find_counts(text: str) -> tuple[Count, ...]:
    """Every count in ``text``, in order; years, dates, money, labels and the pronoun "one" left out."""
    found = []
    for match in _COUNT.finditer(text):
        raw = match["figures"] or match["words"]
        noun = _noun(match["noun"] or "")
        start = match.start()
        value = number_of(raw)
        if match["figures"]:
            room = text[max(0, start - _LABEL_ROOM) : start]
            label = _LABELLED.search(room)
            four = len(raw) == _FOUR and (value in _YEARS or noun in {"hrs", "hours", "h"})
            phone = raw[0] == "0" or len(raw) > _LONGEST
            if four or phone or (label and not _counts_in_spite(label[0], noun)):
                continue
        elif raw.casefold() == "one" and (not noun or noun in _NOT_NOUNS | _PRONOUN_AFTER):
            continue
        span = Span(start, start + len(raw))
        found.append(Count(value, "" if noun in _NOT_NOUNS else noun, bool(match["words"]), span, raw))
    return tuple(found)


def find_percentages(text: str) -> tuple[Percentage, ...]:
    """Every percentage in ``text``, in order."""
    found = []
    for sign in _SIGN.finditer(text):
        floor = max(0, sign.start() - _SIGN_ROOM)
        match = _BEFORE_SIGN.search(text[floor : sign.start()])
        if not match:
            continue
        raw = (match["figures"] or "").replace(",", "")
        value = Decimal(raw) if raw else Decimal(number_of(match["words"]))
        span = Span(floor + match.start(), sign.end())
        found.append(Percentage(value, len(raw.partition(".")[2]), span, span.of(text)))
    return tuple(found)


def _noun(word: str) -> str:
    """The word after a count; a name is none ("41 Station Road") but members and votes may be capital."""
    small = word.casefold()
    return small if word[:1].islower() or word.isupper() or small in _CAPITAL_NOUNS else ""


def _counts_in_spite(label: str, noun: str) -> bool:
    """Whether a figure after an opening bracket, a colon or a word is a count all the same: "(7 members"."""
    return label.strip() in {"(", ":"} and bool(noun) and noun not in _NOT_NOUNS
