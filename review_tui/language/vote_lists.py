"""Recorded votes by name: "For (3): Cllrs Smith, Jones and Brown"."""

import re
from collections.abc import Iterator

from review_tui.language.bounded_repeats import repeat_one_to
from review_tui.language.number_words import number_of
from review_tui.language.vote_words import ABSTAINED, AGAINST, NUMBER
from review_tui.model.frozen import frozen
from review_tui.model.text import Span

_SIDE = rf"(?P<side>(?:voting |voted |votes? |those )?(?:for|in favou?r|ayes?|{AGAINST}|{ABSTAINED}))"
_LISTED = re.compile(
    rf"(?<![^\W_]){_SIDE}(?: the (?:motion|proposal|amendment|recommendation))?,?[*_]{{0,3}} ?"
    rf"(?:[(\[-] ?(?P<number>{NUMBER})(?: votes?| members?| councillors?)?[)\]]?|(?P<number2>{NUMBER}))"
    r"[*_]{0,3} ?[:\u2013\u2014-][*_]{0,3} ?(?P<names>[^\n;:.()]{3,400})",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:councillors?|cllrs?|messrs|mr|mrs|ms|miss|dr|sir|dame|lord|lady|rev|the|mayor"
    r"|chair(?:man)?)\b\.? ?",
    re.IGNORECASE,
)
_NEXT_SIDE = re.compile(rf"\b(?:for|in favou?r|{AGAINST}|{ABSTAINED})\b", re.IGNORECASE)
_JOIN = re.compile(r",? and |,? & |, ?")
_PART = r"[^\W\d_][^\W\d_'\u2019.-]{0,20}[ .'\u2019-]{0,2}"
_NAME = re.compile(repeat_one_to(4, _PART) + r"\Z")
_SHORTEST = 3
"""Letters of the shortest name in a list of who voted."""


@frozen
class NameList:
    """One side of a recorded vote: a figure, and the names of those who voted so."""

    side: str
    count: int
    names: tuple[str, ...]
    span: Span
    """From the side's word to the last name."""


def find_name_lists(text: str) -> Iterator[NameList]:
    """The sides of recorded votes that give both a figure and plain names."""
    for match in _LISTED.finditer(text):
        listed = match["names"]
        stop = _NEXT_SIDE.search(listed)
        listed = listed[: stop.start()] if stop else listed
        names = tuple(n for piece in _JOIN.split(_TITLE.sub("", listed)) if (n := piece.strip(" *_-")))
        if names and all(_is_name(name) for name in names):
            end = match.start("names") + len(listed.rstrip())
            number = match["number"] or match["number2"]
            yield NameList(match["side"].casefold(), number_of(number), names, Span(match.start(), end))


def _is_name(words: str) -> bool:
    return len(words) >= _SHORTEST and words[0].isupper() and bool(_NAME.match(words))
