"""The items of a draft that holds more than one: where each begins, by its heading or number."""

import re
from bisect import bisect_right
from collections.abc import Callable

from review_tui.language.sentences import CLAUSE_END
from review_tui.model.frozen import frozen
from review_tui.model.material import Document
from review_tui.model.passages import Passage, PassageKind
from review_tui.model.text import Span

_NUMBERED = re.compile(r"(?:\d{1,3}\\?[.)]|\d{1,4}/\d{2,4}\b|\d{1,2}\.\d{1,2}\b)\s{0,8}")
_LONGEST_TITLE = 110
"""Characters of the title of an item; a longer numbered line is a paragraph."""


@frozen
class Section:
    """One item of the draft."""

    span: Span
    passages: tuple[Passage, ...]
    """In order, its heading first where it has one."""


def sections(document: Document) -> tuple[Section, ...]:
    """The draft cut where an item begins; what stands before the first is one of its own."""
    starts = [p.index for p in document.passages if p.index == 0 or _begins(p, document.text)]
    found = []
    for place, first in enumerate(starts):
        last = starts[place + 1] if place + 1 < len(starts) else len(document.passages)
        inside = document.passages[first:last]
        found.append(Section(Span(inside[0].span.start, inside[-1].span.end), inside))
    return tuple(found)


def section_starts(passages: tuple[Passage, ...]) -> Callable[[int], int]:
    """What tells the place among ``passages`` of the one that a character of the text stands in."""
    starts = [passage.span.start for passage in passages]
    return lambda offset: max(0, bisect_right(starts, offset) - 1)


def _begins(passage: Passage, text: str) -> bool:
    if passage.kind is PassageKind.HEADING:
        return True
    words = passage.words.of(text).lstrip("*_ ")
    numbered = passage.marker.strip()[:1].isdigit() or _NUMBERED.match(words)
    title = words.rstrip("*_ ")
    return bool(numbered) and (
        bool(_NUMBERED.match(words) and "/" in words[:8])
        or (len(title) <= _LONGEST_TITLE and not CLAUSE_END.search(title, len(title) - 3))
    )
