"""A redline as words to read: struck out and put in, told apart without colour too."""

from collections.abc import Sequence

from textual.content import Content

from review_tui.domain.redline import Op, Piece, Redline
from review_tui.domain.visible import visible

STYLES = {Op.SAME: "", Op.DELETED: "strike $text-error", Op.INSERTED: "underline $text-success"}


AROUND = 60
"""Characters of unchanged words shown beside a change where a redline is shortened."""


def redline_content(pieces: Sequence[Piece], *, shortened: bool = False) -> Content:
    """``[-out-]`` and ``{+in+}`` as git writes them, coloured; ``shortened``, only near the changes."""
    shown = [_short(pieces, n) for n in range(len(pieces))] if shortened else pieces
    return Content("").join([_piece(piece) for piece in shown])


def _short(pieces: Sequence[Piece], at: int) -> Piece:
    """One piece, with what is far from any change left out."""
    piece = pieces[at]
    head = AROUND if at else 0
    tail = AROUND if at + 1 < len(pieces) else 0
    if piece.op is not Op.SAME or len(piece.text) <= head + tail + 1:
        return piece
    start = piece.text[:head].rpartition(" ")[0]
    end = piece.text[len(piece.text) - tail :].partition(" ")[2] if tail else ""
    return Piece(Op.SAME, f"{start} … {end}" if start else f"… {end}")


def changes_content(changes: Redline) -> Content:
    """The changed passages of a whole text, each on lines of its own; what is the same is left out."""
    rows = [redline_content(row.pieces, shortened=True) for row in changes.changes()]
    return Content("\n").join([row.rstrip() for row in rows])


def _piece(piece: Piece) -> Content:
    words = visible(piece.text, keep="\n")
    if piece.op is Op.DELETED:
        return Content.styled(f"[-{words}-]", STYLES[piece.op])
    if piece.op is Op.INSERTED:
        return Content.styled(f"{{+{words}+}}", STYLES[piece.op])
    return Content(words)
