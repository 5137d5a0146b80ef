"""What a resolution and its narrative give in figures and titles, each with the words around it."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from review_tui.facts.clauses import Clause
from review_tui.facts.pair import Pair
from review_tui.facts.values import Kind
from review_tui.language.bounded_repeats import repeat_one_to
from review_tui.language.sections import Section
from review_tui.language.subject_words import SubjectWord, content_words
from review_tui.model.frozen import frozen
from review_tui.model.material import Document
from review_tui.model.passages import Passage, PassageKind
from review_tui.model.text import Span

_DECIDING = frozenset({PassageKind.RESOLUTION, PassageKind.ACTION})
_REACH = 160
"""Characters on either side of a figure in which it says what it is of."""
_CROWD = 40
"""Figures that a passage may hold however close they stand; more, closer than ``_ROOMY``, are a table."""
_ROOMY = 40
"""Characters from one figure to the next, in prose."""
_MOST_BEFORE = 8
"""Words before it that do."""
_MOST_AFTER = 6
"""Words behind it that do."""
_BREAK = re.compile(r"(?:[^\W_]{3}|[)\]\"\u2019])[.!?;:](?=\s)|\|")
_NOUN = re.compile(r" [a-z]{3}")
_OF_PLANNING = re.compile(r"/\d{3}")
"""In a reference that stands for one application; "36/17" is the number of an item."""
_OPENING = re.compile(
    r"\b(?:resolved|agreed|decided|decision"
    r"|resolution)\b[*_]{0,3}(?: unanimously)?\s{0,2}[:\u2013\u2014-]{0,3}\s{0,2}(?:that\b)?",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w\u2019'&-]{1,24}"
_NEXT = rf" (?:of|and|the|for|on|to|in|&|{_NAME}|\([A-Z]{{2,8}}\))"
_TITLE = re.compile(
    rf"(?<![^\W_]){_NAME}{repeat_one_to(9, _NEXT)}"
    r"(?: (?:report|plan|strategy|policy|review|statement|scheme|fund|programme|agreement|framework"
    r"|accounts|board)\b)?"
)


_LEADING = frozenset(["a", "agreed", "an", "resolved", "that", "the", "this", "to", "members", "members'"])
"""Words in capitals before a title that are none of it."""


@frozen(slots=False, eq=False)
class ResolutionFact:
    """A figure, reference or title with the words around it. Each is itself only."""

    kind: str
    """``amount``, ``percentage``, ``number`` or ``reference``."""
    value: str
    """The same for two that say the same."""
    span: Span
    text: str
    before: tuple[SubjectWord, ...]
    """The telling words before it in its sentence, the nearest last."""
    after: tuple[SubjectWord, ...]
    passage: Passage
    section: int
    sentence: str
    """What stands before it in its sentence."""

    @property
    def decides(self) -> bool:
        """Whether it stands in a resolution or action."""
        return self.passage.kind in _DECIDING

    @cached_property
    def keys(self) -> frozenset[str]:
        """What to look it up by."""
        return frozenset(word.key for word in self.before[-3:] + self.after[:3])


def facts(pair: Pair, sections: tuple[Section, ...]) -> tuple[ResolutionFact, ...]:
    """All facts of the draft, in order; none where nothing is resolved, and none of tables."""
    document = pair.draft
    if not any(passage.kind in _DECIDING for passage in document.passages):
        return ()
    begins = [section.span.start for section in sections]
    inside: dict[int, list[tuple[str, str, Span]]] = defaultdict(list)
    for clause in pair.clauses:
        inside[clause.passage] += _read_facts(pair, clause)
    found = []
    for index in sorted(inside):
        passage = document.passages[index]
        section = bisect_right(begins, passage.span.start) - 1
        told = sorted(inside[index], key=lambda read: read[2])
        if len(told) <= _CROWD or len(told) * _ROOMY <= passage.span.end - passage.span.start:
            found += [_fact(document.text, *read, passage, section) for read in told]
    return tuple(found)


def _read_facts(pair: Pair, clause: Clause) -> Iterator[tuple[str, str, Span]]:
    """The figures of a clause that can be of one thing, each with what is the same for two that say the same."""
    for value in pair.values[clause.index]:
        span = clause.span(value.start, value.start + len(value.text.rstrip(" .,")))
        if value.kind is Kind.MONEY:
            yield "amount", f"{value.number:.2f}", span
        elif value.kind is Kind.PERCENT:
            yield "percentage", f"{value.number:g}", span
        elif value.kind is Kind.NUMBER and value.number > 1 and _NOUN.match(clause.text, value.end):
            yield "number", f"{value.number:g}", span
        elif value.kind is Kind.REFERENCE and _OF_PLANNING.search(value.text):
            yield "reference", value.text.casefold(), span


def _fact(text: str, kind: str, value: str, span: Span, passage: Passage, section: int) -> ResolutionFact:
    lead = text[max(passage.words.start, span.start - _REACH) : span.start]
    ends = [match.end() for match in _BREAK.finditer(lead)]
    lead = lead[ends[-1] :] if ends else lead
    tail = text[span.end : min(passage.span.end, span.end + _REACH)]
    end = _BREAK.search(tail)
    tail = tail[: end.end()] if end else tail
    opening = _OPENING.search(lead)
    before = content_words(lead[opening.end() :] if opening else lead)[-_MOST_BEFORE:]
    return ResolutionFact(
        kind, value, span, span.of(text), before, content_words(tail)[:_MOST_AFTER], passage, section, lead
    )


@frozen
class Title:
    """A name of a report, plan or body: words that begin in capitals."""

    words: tuple[str, ...]
    span: Span
    passage: Passage
    section: int


def titles(document: Document, section: Section, index: int) -> Iterator[Title]:
    """The titles of one item: three words and more."""
    for passage in section.passages:
        for match in _TITLE.finditer(document.text, passage.words.start, passage.words.end):
            words = match[0].split()
            start = match.start()
            while words and words[0].casefold() in _LEADING:
                start += len(words.pop(0)) + 1
            yield Title(tuple(words), Span(start, match.end()), passage, index)
