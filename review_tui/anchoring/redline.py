"""The redline of two texts: what left and what came in, passage by passage and word by word.

Passages are matched first, words within a passage next, so a moved passage shows as moved and a long text
stays quick. For display only: nothing is ever written by applying a redline.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise

from review_tui.anchoring.change_phrases import change_phrase, change_phrases, each_reading
from review_tui.anchoring.line_diff import diff_lines
from review_tui.anchoring.word_diff import Op, Piece, word_pieces
from review_tui.language.tokens import count_words
from review_tui.model.frozen import frozen
from review_tui.model.rendered import flowing_text
from review_tui.model.text import Span
from review_tui.model.text_map import TextMap
from review_tui.model.visible import visible

__all__ = [
    "Op",
    "Piece",
    "Redline",
    "Row",
    "RowKind",
    "describe_change",
    "describe_correction",
    "describe_each_change",
    "passage_redline",
    "redline",
    "word_pieces",
]


class RowKind(StrEnum):
    """What happened to a line."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED_AWAY = "moved away"
    """Where a moved passage stood; its pieces are its old words."""
    MOVED_HERE = "moved here"
    """Where it stands now; its pieces show what was changed on the way, if anything."""


_ROW_WORDS = {RowKind.CHANGED: "changed", RowKind.ADDED: "added", RowKind.REMOVED: "taken out"}


@frozen
class Row:
    """A line of the redline. Its pieces hold the line's own line end too, so that nothing is lost."""

    kind: RowKind
    pieces: tuple[Piece, ...]
    old_line: int | None
    """The line in the old text, counted from 1; ``None`` where there was none."""
    new_line: int | None
    """The line in the new text, counted from 1; ``None`` where there is none."""

    @property
    def is_change(self) -> bool:
        """Whether anything happened here."""
        return self.kind is not RowKind.SAME

    @property
    def is_spacing(self) -> bool:
        """Whether nothing but white space came or went here."""
        has_moved = self.kind in {RowKind.MOVED_AWAY, RowKind.MOVED_HERE}
        return not any(p.text.strip() and (has_moved or p.op is not Op.SAME) for p in self.pieces)


@frozen
class Redline:
    """Two texts as one to read."""

    rows: tuple[Row, ...]
    """In the order of the new text; what left stands where it was."""

    @property
    def is_empty(self) -> bool:
        """Whether the two texts are the same, to the letter."""
        return not any(row.is_change for row in self.rows)

    def old_text(self) -> str:
        """The old text, exactly."""
        return _join_rows(self.rows, RowKind.MOVED_HERE, Op.INSERTED)

    def new_text(self) -> str:
        """The new text, exactly."""
        return _join_rows(self.rows, RowKind.MOVED_AWAY, Op.DELETED)

    def changes(self) -> Iterator[Row]:
        """The rows where something happened, but for those where only white space did."""
        return (row for row in self.rows if row.is_change and not row.is_spacing)

    def summary(self) -> str:
        """What happened, in a few words: "1 passage changed, 2 words out, 1 in; 1 moved"."""
        if self.is_empty:
            return "no change"
        kinds = Counter(row.kind for row in self.changes())
        told = [f"{kinds[kind]} {said}" for kind, said in _ROW_WORDS.items() if kinds[kind]]
        if told:
            count, _, rest = told[0].partition(" ")
            told[0] = f"{count} passage{'' if count == '1' else 's'} {rest}"
        told += _word_counts(self._changed_words(Op.DELETED), self._changed_words(Op.INSERTED))
        moved = kinds[RowKind.MOVED_HERE]
        parts = [", ".join(told), f"{moved} moved" if moved else ""]
        return "; ".join(part for part in parts if part) or "only spacing changed"

    def _changed_words(self, op: Op) -> int:
        """How many words left or came in; a moved passage's words did neither."""
        return sum(
            count_words(piece.text)
            for row in self.rows
            if row.is_change and row.kind is not RowKind.MOVED_AWAY
            for piece in row.pieces
            if piece.op is op
        )


def redline(old: str, new: str) -> Redline:
    """What happened between ``old`` and ``new``."""
    old_lines, new_lines = _LINE.findall(old), _LINE.findall(new)
    pairing = diff_lines(old_lines, new_lines)
    moved = dict(pairing.moved)
    came = {j: i for i, j in pairing.moved}

    def left(lo: int, hi: int) -> Iterator[Row]:
        for i in range(lo, hi):
            kind = RowKind.MOVED_AWAY if i in moved else RowKind.REMOVED
            yield Row(kind, (Piece(Op.DELETED, old_lines[i]),), i + 1, moved[i] + 1 if i in moved else None)

    def arrived(lo: int, hi: int) -> Iterator[Row]:
        for j in range(lo, hi):
            if j in came:
                pieces = word_pieces(old_lines[came[j]], new_lines[j])
                yield Row(RowKind.MOVED_HERE, pieces, came[j] + 1, j + 1)
            else:
                yield Row(RowKind.ADDED, (Piece(Op.INSERTED, new_lines[j]),), None, j + 1)

    rows: list[Row] = []
    ends = ((-1, -1), *pairing.kept, (len(old_lines), len(new_lines)))
    for (before, new_before), (at, new_at) in pairwise(ends):
        rows += left(before + 1, at)
        rows += arrived(new_before + 1, new_at)
        if at < len(old_lines):
            rows.append(_paired_row(old_lines[at], new_lines[new_at], at, new_at))
    return Redline(tuple(rows))


def passage_redline(old: str, new: str) -> Redline:
    """The redline of two texts of minutes: line ends within a passage count as blanks.

    Its lines are numbered as in the files; a passage has the number of its first.
    """
    before, after = flowing_text(old), flowing_text(new)
    if before.text == old and after.text == new:
        return redline(old, new)
    old_lines, new_lines = _lines_in_file(old, before), _lines_in_file(new, after)
    return Redline(
        tuple(
            replace(row, old_line=old_lines.get(row.old_line), new_line=new_lines.get(row.new_line))
            for row in redline(before.text, after.text).rows
        )
    )


def _lines_in_file(text: str, flow: TextMap) -> dict[int | None, int]:
    """For each line of the flowing text, counted from 1, its number in the file."""
    found: dict[int | None, int] = {}
    number, counted = 1, 0
    for line, match in enumerate(_LINE.finditer(flow.text), 1):
        at = flow.to_source(Span(match.start(), match.start() + 1)).start
        number, counted = number + text.count("\n", counted, at), at
        found[line] = number
    return found


def describe_change(old_words: str, new_words: str) -> str:
    """What happened between two texts or passages in a short phrase: ``“receive” to “received”``.

    One line of at most 60 characters, without control characters. Where several passages changed it is
    "several passages", unless they were only divided or joined; "several words" within one; and what is too
    long to tell is "new wording".
    """
    changes = [
        row for row in passage_redline(old_words, new_words).changes() if row.kind is not RowKind.MOVED_AWAY
    ]
    if not changes:
        return "no change" if old_words == new_words else "spacing"
    if old_words.split() == new_words.split():
        return (
            "a passage divided"
            if len(_LINE.findall(new_words)) > len(_LINE.findall(old_words))
            else "passages joined"
        )
    kinds = [row.kind for row in changes]
    if kinds == [RowKind.MOVED_HERE] and all(p.op is Op.SAME for p in changes[0].pieces):
        return "a passage moved"
    if len(kinds) > 1 and kinds != [RowKind.REMOVED, RowKind.ADDED]:
        return "several passages"
    return change_phrase([piece for row in changes for piece in row.pieces])


def describe_each_change(old_words: str, new_words: str) -> tuple[str, ...]:
    """What happened to each passage, in reading order: every stretch of words that changed in it is told."""
    changes = [
        row for row in passage_redline(old_words, new_words).changes() if row.kind is not RowKind.MOVED_AWAY
    ]
    moved = [row.kind is RowKind.MOVED_HERE and all(p.op is Op.SAME for p in row.pieces) for row in changes]
    return tuple(
        "a passage moved" if is_moved else ", ".join(change_phrases(row.pieces))
        for row, is_moved in zip(changes, moved, strict=True)
    )


def describe_correction(quote: str, wording: str) -> str:
    """What is put right, narrowed to the words that differ: ``for “2022” read “2021”``. On one line."""
    rows = tuple(redline(quote, wording).changes())
    is_moved = any(row.kind in {RowKind.MOVED_AWAY, RowKind.MOVED_HERE} for row in rows)
    lines = [row.pieces for row in rows]
    if [row.kind for row in rows] == [RowKind.REMOVED, RowKind.ADDED]:
        lines = [lines[0] + lines[1]]
    told = () if is_moved else tuple(said for pieces in lines for said in each_reading(pieces))
    if told:
        return "; ".join(told)
    old, new = (visible(" ".join(words.split())) for words in (quote, wording))
    return f"for “{old}” read “{new}”" if new else f"leave out “{old}”"


_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def _paired_row(old: str, new: str, at: int, new_at: int) -> Row:
    kind = RowKind.SAME if old == new else RowKind.CHANGED
    return Row(kind, word_pieces(old, new), at + 1, new_at + 1)


def _join_rows(rows: Iterable[Row], without: RowKind, without_op: Op) -> str:
    return "".join(
        piece.text
        for row in rows
        if row.kind is not without
        for piece in row.pieces
        if piece.op is not without_op
    )


def _word_counts(out: int, came: int) -> list[str]:
    told = []
    if out:
        told.append(f"{out} word{'' if out == 1 else 's'} out")
    if came:
        told.append(f"{came} in" if out else f"{came} word{'' if came == 1 else 's'} in")
    return told
