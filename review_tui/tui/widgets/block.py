"""What a reading pane shows: blocks of words with marks upon them. Pure; nothing here is laid out yet."""

from collections.abc import Sequence

from review_tui.model.frozen import frozen

TONES = ("plain", "heading", "resolution", "action", "quiet")
QUIET_SIGNS = frozenset("?▸")
"""Signs that ask for nothing: no evidence here, evidence there."""
MARK_KINDS = (
    "evidence", "fact", "inserted", "deleted", "lead-in", "finding", "differs", "flag", "found", "selection",
)  # fmt: skip
"""Kinds of marks, and the opening words of a resolution or an action; the later lie upon the earlier."""


@frozen
class Mark:
    """A mark on characters ``start`` to ``end`` (exclusive) of a block's text."""

    start: int
    end: int
    """The same as ``start`` where something is missing: the characters at both sides are marked."""
    kind: str
    """One of ``MARK_KINDS``."""


@frozen
class PaneBlock:
    """What is shown together: a passage, a line of notes, a heading."""

    text: str
    """As it stands in the file; the pane washes it as it draws."""
    lead: str = ""
    """Stands before the first row, and the others are indented as far: ``"\u2022 "``."""
    tone: str = "plain"
    """One of ``TONES``."""
    gutter: str = ""
    """A sign of one cell at the left: ``\u2691`` or ``!``, or one of ``QUIET_SIGNS``."""
    gap_after: bool = True
    """Whether a blank row follows."""
    marks: tuple[Mark, ...] = ()
    can_rest: bool = True
    """Whether the cursor may rest here."""
    cells: tuple[tuple[int, int], ...] = ()
    """Of a row of a table: the characters of each cell. They are wrapped beside each other."""
    widths: tuple[int, ...] = ()
    """Of a row of a table: how wide each column of it wants to be, the same for all of its rows."""


def next_rest(blocks: Sequence[PaneBlock], index: int, step: int, otherwise: int) -> int:
    """Where the cursor may rest from ``index`` on, ``step`` by ``step``; ``otherwise`` when nowhere."""
    while 0 <= index < len(blocks):
        if blocks[index].can_rest:
            return index
        index += step
    return otherwise


def nearest_rest(blocks: Sequence[PaneBlock], index: int) -> int:
    """Where the cursor may rest from ``index`` on, or else before it; -1 when nowhere."""
    index = max(0, min(index, len(blocks) - 1))
    return next_rest(blocks, index, 1, next_rest(blocks, index, -1, -1))


def have_one_shape(some: Sequence[PaneBlock], others: Sequence[PaneBlock]) -> bool:
    """Whether two runs of blocks take up the same rows, so that only marks and the like can differ."""
    return len(some) == len(others) and all(
        (a.text, a.lead, a.gap_after, a.cells, a.widths) == (b.text, b.lead, b.gap_after, b.cells, b.widths)
        for a, b in zip(some, others, strict=True)
    )
