"""What changed between two texts, in words to be read aloud beside the old one: where, and what to read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from review_tui.anchoring.change_phrases import each_reading
from review_tui.anchoring.redline import Op, Row, RowKind, redline
from review_tui.model.frozen import frozen
from review_tui.model.passages import Passage, PassageKind, passages
from review_tui.model.rendered import rendered_words

_NOUNS = {
    PassageKind.HEADING: "heading",
    PassageKind.PARAGRAPH: "paragraph",
    PassageKind.BULLET: "point",
    PassageKind.RESOLUTION: "resolution",
    PassageKind.ACTION: "action",
    PassageKind.ROW: "row of the table",
}
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth"),
)


_LABEL = re.compile(
    r"(?P<bracket>\((?:[a-z]|[ivx]{1,5}|\d{1,3})\))\s|(?P<number>\d{1,3}(?:[./]\d{1,3}){1,3})[.)]?\s"
)
"""What a passage is called by its own words: (b), 5.4, 24/17."""
_LONG, _BEGINNING, _END = 25, 6, 4
"""Words of a passage from which its beginning and its end tell which it is, and how many of them do."""


@frozen
class SpokenChange:
    """What to read otherwise in one passage."""

    where: str
    """The passage as a listener finds it on paper: ``second resolution``, ``after the third paragraph``."""
    readings: tuple[str, ...]
    """``for “2022” read “2021”``, in order."""

    def __str__(self) -> str:
        """As it is read out."""
        return f"{self.where}: {'; '.join(self.readings)}"


def spoken_changes(old: str, new: str) -> tuple[SpokenChange, ...]:
    """Every change of the words of ``old``, in reading order. Marks of Markdown and wrapping are no words."""
    names = _Names(old)
    found: list[SpokenChange] = []
    last: int | None = None
    for row in _replacements(redline(names.text, _Names(new).text).rows):
        if row.is_change and not row.is_spacing and row.kind is not RowKind.MOVED_AWAY:
            found += _spoken(row, names, last)
        if row.old_line is not None and row.kind in {RowKind.SAME, RowKind.CHANGED}:
            last = row.old_line
    return tuple(found)


def _replacements(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows; one passage that went where one other came is one that changed."""
    kinds = [row.kind for row in rows]
    pair = [RowKind.REMOVED, RowKind.ADDED]
    starts = {
        at
        for at in range(len(rows) - 1)
        if kinds[at : at + 2] == pair and not {*kinds[max(0, at - 1) : at], *kinds[at + 2 : at + 3]} & {*pair}
    }
    for at, row in enumerate(rows):
        if at in starts:
            yield replace(row, kind=RowKind.CHANGED, pieces=row.pieces + rows[at + 1].pieces)
        elif at - 1 not in starts:
            yield row


def _spoken(row: Row, names: "_Names", last: int | None) -> Iterator[SpokenChange]:
    after = f"after the {names.name(last)}" if last is not None else "at the beginning"
    if row.kind is RowKind.MOVED_HERE and row.old_line is not None:
        is_as_it_was = all(piece.op is Op.SAME for piece in row.pieces)
        moved = () if is_as_it_was else each_reading(row.pieces, is_aloud=True)
        yield SpokenChange(names.name(row.old_line), (f"move it to stand {after}", *moved))
        return
    where = names.name(row.old_line) if row.old_line is not None else after
    if (
        row.kind is RowKind.REMOVED
        and len(said := "".join(piece.text for piece in row.pieces).split()) > _LONG
    ):
        begin, end = " ".join(said[:_BEGINNING]), " ".join(said[-_END:])
        yield SpokenChange(where, (f"leave out all of it, from “{begin}” to “{end}”",))
        return
    if readings := each_reading(row.pieces, is_aloud=True):
        yield SpokenChange(where, readings)


class _Names:
    """What the passages of a text are called: by their kind, and which of it they are."""

    def __init__(self, text: str) -> None:
        self._passages = passages(text)
        self._lines = [_words_of(text, passage) for passage in self._passages]
        self._labels = [_label(line) for line in self._lines]
        self.text = "".join(f"{line}\n" for line in self._lines)
        """The words of each passage on a line of its own, without the signs that make it what it is."""

    def name(self, line: int) -> str:
        """``second resolution``; ``resolution`` where it is the only one; a heading by its words."""
        passage = self._passages[line - 1]
        if passage.kind is PassageKind.HEADING:
            return f"heading “{self._lines[line - 1]}”"
        alike = [each.index for each in self._passages if each.kind is passage.kind]
        noun = _NOUNS[passage.kind]
        label = self._labels[line - 1]
        if label and self._labels.count(label) == 1:
            return f"{noun} {label}"
        return noun if len(alike) == 1 else f"{_ordinal(alike.index(passage.index) + 1)} {noun}"


def _label(line: str) -> str:
    """The number or letter that a passage begins with; empty where it has none that tells it from others."""
    match = _LABEL.match(line)
    return (match["bracket"] or match["number"]) if match else ""


def _words_of(text: str, passage: Passage) -> str:
    """The words of a passage, with the number or letter before them."""
    number = passage.marker.strip() if passage.kind is not PassageKind.HEADING else ""
    words = rendered_words(text, passage).text.strip(" |" if passage.cells else None)
    return f"{number} {words}" if any(c.isalnum() for c in number) else words


def _ordinal(number: int) -> str:
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    teen = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
