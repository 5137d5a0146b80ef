"""A redline as words to read: struck out and put in, told apart without colour too."""

from collections.abc import Sequence

from textual.content import Content

from review_tui.anchoring.redline import Op, Piece, Redline, RowKind
from review_tui.model.visible import visible

STYLES = {Op.SAME: "", Op.DELETED: "strike $text-error", Op.INSERTED: "underline $text-success"}

MOVED = {RowKind.MOVED_AWAY: "moved from here", RowKind.MOVED_HERE: "moved here"}
"""What is said before a passage that stands elsewhere now."""
AROUND = 60
"""Characters of unchanged words shown beside a change where a redline is shortened."""


def redline_content(pieces: Sequence[Piece], *, shortened: bool = False) -> Content:
    """``[-out-]`` and ``{+in+}`` as git writes them, coloured; ``shortened``, only near the changes."""
    shown = [_shortened_piece(pieces, n) for n in range(len(pieces))] if shortened else pieces
    return Content("").join([_piece(piece) for piece in shown])


def _shortened_piece(pieces: Sequence[Piece], at: int) -> Piece:
    """One piece, with what is far from any change left out."""
    piece = pieces[at]
    head = AROUND if at else 0
    tail = AROUND if at + 1 < len(pieces) else 0
    if piece.op is not Op.SAME or len(pieces) == 1 or len(piece.text) <= head + tail + 1:
        return piece
    start = piece.text[:head].rpartition(" ")[0]
    end = piece.text[len(piece.text) - tail :].partition(" ")[2] if tail else ""
    return Piece(Op.SAME, f"{start} … {end}" if start else f"… {end}")


def changes_content(changes: Redline, between: str = "\n") -> Content:
    """The changed passages of a whole text, each on lines of its own; what is the same is left out."""
    rows = []
    for row in changes.changes():
        words = redline_content(row.pieces, shortened=True).rstrip()
        rows.append(
            Content.assemble((f"{MOVED[row.kind]}  ", "$text-muted"), words) if row.kind in MOVED else words
        )
    return Content(between).join(rows)


def whole_change(changes: Redline) -> Content:
    """What is different between two texts: in how many words, then where, a free line between passages."""
    if changes.is_empty:
        return Content("Nothing is different between these two.")
    words = changes_content(changes, between="\n\n")
    summary = f"{changes.summary()[0].upper()}{changes.summary()[1:]}."
    return Content.assemble((summary, "dim"), "\n\n" if words.plain else "", words)


def full_redline(changes: Redline) -> Content:
    """The whole text with what left and what came in."""
    return Content("").join([redline_content(row.pieces) for row in changes.rows])


def _piece(piece: Piece) -> Content:
    """The signs go around the words: spaces at their end and the ends of lines stay outside.

    A space inside would part a sign from its words where a line is full.
    """
    words = visible(piece.text, keep="\n")
    core = words.rstrip() or words.rstrip("\n")
    if piece.op is Op.SAME or not core:
        return Content(words)
    sides = ("[-", "-]") if piece.op is Op.DELETED else ("{+", "+}")
    return Content.assemble((f"{sides[0]}{core}{sides[1]}", STYLES[piece.op]), words[len(core) :])
