"""The words of minutes as a reader sees them: lines put together, marks of Markdown gone, entities read.

Two steps, each with the way back to the file. What is *flowing* has the line ends within a passage as blanks
and is else as it was typed: that is edited and shown. What is *rendered* has no marks either: that is what
checks, evidence and searches read. A rendered text has one line for each passage, so that who reads lines
reads passages.
"""

import functools
from collections.abc import Iterator

from review_tui.markdown.blocks import KEPT_PIECES
from review_tui.markdown.inline import edits_of, has_marks, shown_edits_of
from review_tui.model.frozen import frozen
from review_tui.model.passages import Passage, passage_at, passages
from review_tui.model.quotes import occurrences
from review_tui.model.text import Span
from review_tui.model.text_map import Stretch, TextMap

_KEPT = 64
"""Texts whose rendering is remembered, as many as those whose passages are."""


@frozen
class RenderedText:
    """A text as a reader sees it."""

    text: str
    passages: tuple[Passage, ...]
    """Of ``text``: as many as the file has, each on a line of its own; ``line`` is that in the file."""
    map: TextMap
    """The way between ``text`` and the file."""


def flowing(text: str, passage: Passage) -> TextMap:
    """The words of a passage with blanks for the line ends within them."""
    return TextMap.of(text, _passage_stretches(passage))


def rendered_words(text: str, passage: Passage) -> TextMap:
    """The words of a passage as a reader sees them."""
    flow = flowing(text, passage)
    edits = () if passage.is_code else edits_of(flow.text)
    return flow.then(edits, text) if edits else flow


def word_count(text: str) -> int:
    """How many words a reader sees in ``text``: marks of Markdown are none, nor is a dash between words."""
    return sum(1 for word in rendered(text).text.split() if any(c.isalnum() for c in word))


@frozen
class ShownWords:
    """What is shown of a passage."""

    map: TextMap
    """Its words without marks of Markdown; of a row of a table the cells, two blanks between."""
    struck: tuple[Span, ...] = ()
    """Words of it that are struck out."""
    cells: tuple[tuple[int, int], ...] = ()
    """Of a row: the characters of each cell."""


@functools.lru_cache(maxsize=KEPT_PIECES)
def shown_words(text: str, passage: Passage) -> ShownWords:
    """What is shown of a passage: no marks, but everything that could mislead, were it left out of sight."""
    if passage.is_code or not (passage.cells or has_marks(passage.words.of(text))):
        return ShownWords(flowing(text, passage))
    parts = passage.cells or (passage.words,)
    stretches: list[Stretch] = []
    cells: list[tuple[int, int]] = []
    struck: list[Span] = []
    at = 0
    for number, part in enumerate(parts):
        if number:
            stretches.append(Stretch(parts[number - 1].end, part.start, "  "))
            at += 2
        flow = TextMap.of(text, (Stretch(part.start, part.end),)) if passage.cells else flowing(text, passage)
        edits, gone = shown_edits_of(flow.text)
        shown = flow.then(edits, text) if edits else flow
        struck += [shown.from_source(flow.to_source(Span(*one))).moved(at) for one in gone]
        stretches += shown.stretches
        cells.append((at, at + len(shown.text)))
        at = cells[-1][1]
    return ShownWords(TextMap.of(text, stretches), tuple(struck), tuple(cells) if passage.cells else ())


def unwrapped(text: str, passage: Passage) -> TextMap:
    """All of a passage, its marker included, with blanks for the line ends within it."""
    before = Stretch(passage.span.start, passage.words.start)
    return TextMap.of(
        text, (before, *_passage_stretches(passage), Stretch(passage.words.end, passage.span.end))
    )


@functools.lru_cache(maxsize=_KEPT)
def flowing_text(text: str) -> TextMap:
    """All of ``text`` with blanks for the line ends within passages, and all else as it stands."""
    stretches: list[Stretch] = []
    at = 0
    for joint in (joint for passage in passages(text) for joint in passage.joints):
        stretches += [Stretch(at, joint.start), Stretch(joint.start, joint.end, " ")]
        at = joint.end
    return TextMap.of(text, [*stretches, Stretch(at, len(text))])


def words_between(text: str, span: Span) -> str:
    """The words at ``span`` on one line, where it lies within a passage; else as they stand."""
    passage = passage_at(passages(text), span.start)
    if passage is None or not passage.joints or not passage.words.holds(span):
        return span.of(text)
    flow = flowing(text, passage)
    return flow.from_source(span).of(flow.text)


def find_words(text: str, words: str) -> tuple[Span, ...]:
    """Every place in ``text`` where ``words`` stand: as they are, or over the line ends within a passage.

    Where there is none, every place where a reader sees them.
    """
    found = set(occurrences(text, words))
    asked = " ".join(words.split())
    for passage in passages(text):
        if passage.joints and asked:
            flow = flowing(text, passage)
            found |= {flow.to_source(span) for span in occurrences(flow.text, asked)}
    if not found and asked:
        seen = rendered(text)
        found = {seen.map.to_source(span) for span in occurrences(seen.text, asked)}
    return tuple(sorted(found))


@functools.lru_cache(maxsize=_KEPT)
def rendered(text: str) -> RenderedText:
    """All of ``text`` as a reader sees it: its passages, with their markers and the blank lines between them.

    Where there is nothing to render it is the text itself, character for character.
    """
    stretches: list[Stretch] = []
    found: list[Passage] = []
    at = length = 0
    for passage in passages(text):
        gap = tuple(_gap_stretches(text, at, passage.span.start))
        length += _length(gap)
        begin = length
        before = Stretch(passage.span.start, passage.words.start)
        words = rendered_words(text, passage)
        after = Stretch(passage.words.end, passage.span.end)
        stretches += [*gap, before, *words.stretches, after]
        start = begin + before.end - before.start
        length = start + len(words.text) + after.end - after.start
        found.append(_in_rendered(passage, words, begin, start, length))
        at = passage.span.end
    stretches += _gap_stretches(text, at, len(text))
    whole = TextMap.of(text, stretches)
    return RenderedText(whole.text, tuple(found), whole)


def _passage_stretches(passage: Passage) -> Iterator[Stretch]:
    at = passage.words.start
    for joint in passage.joints:
        yield Stretch(at, joint.start)
        yield Stretch(joint.start, joint.end, " ")
        at = joint.end
    yield Stretch(at, passage.words.end)


def _gap_stretches(text: str, start: int, end: int) -> Iterator[Stretch]:
    """What stands between two passages. Of comments, front matter and the like only line ends are read."""
    gap = text[start:end]
    if not any(letter.isalnum() for letter in gap):
        yield Stretch(start, end)
        return
    for line in gap.split("\n"):
        is_read = not any(letter.isalnum() for letter in line)
        yield Stretch(start, start + len(line), None if is_read else "")
        start += len(line)
        yield Stretch(start, min(start + 1, end))
        start += 1


def _length(stretches: tuple[Stretch, ...]) -> int:
    return sum(s.end - s.start if s.words is None else len(s.words) for s in stretches)


def _in_rendered(passage: Passage, words: TextMap, begin: int, start: int, end: int) -> Passage:
    """A passage of the file as one of the rendered text."""
    last = start + len(words.text)
    return Passage(
        passage.index,
        passage.kind,
        Span(begin, end),
        Span(start, last),
        passage.line,
        passage.marker,
        (),
        tuple(words.from_source(cell).moved(start) for cell in passage.cells),
        passage.is_code,
        passage.is_head,
    )
