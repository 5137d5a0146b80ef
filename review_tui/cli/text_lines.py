"""Values of the review in lines for a reader, as several commands print them."""

import datetime as dt

from review_tui.anchoring.redline import Op, Piece, Redline, Row, RowKind
from review_tui.application.reading import PlacedFlag
from review_tui.cli.output import say
from review_tui.model.acts import DispositionOutcome
from review_tui.model.date_format import NO_DATE
from review_tui.model.findings import on_one_line
from review_tui.model.flag_threads import OPEN, FlagThread
from review_tui.model.meeting import UNDATED
from review_tui.model.quotes import CONTEXT
from review_tui.model.text import line_number

_SIGNS = {Op.SAME: "{}", Op.DELETED: "[-{}-]", Op.INSERTED: "{{+{}+}}"}
_MOVED = {RowKind.MOVED_AWAY: "moved to line {}", RowKind.MOVED_HERE: "moved from line {}"}


def day(date: dt.date) -> str:
    """``Wednesday 16 March 2022``."""
    return f"{date:%A} {date.day} {date:%B %Y}" if date != UNDATED else NO_DATE


def say_flag(placed: PlacedFlag, text: str, before: int = 0) -> None:
    """A flag with its conversation, and where its words stand in ``text``; ``before`` are lines above it."""
    thread = placed.thread
    waits = thread.is_disputed or thread.outcome in {OPEN, DispositionOutcome.HELD}
    sign = "⚑" if waits else "✓"
    say(
        f"{sign} {thread.flag.id}  {thread.flag.kind}, {status_line(thread)}, "
        f"by {thread.flag.by.name}: {_about(thread)}"
    )
    if thread.flag.comment:
        say(f"    {thread.flag.comment}")
    if thread.flag.suggest is not None:
        say(f"    suggests: {thread.flag.suggest or '(leave it out)'}")
    said = sorted((*thread.replies, *thread.dispositions), key=lambda act: (act.at, act.id))
    for act in said:
        outcome = getattr(act, "outcome", "")
        words = getattr(act, "reason", "") or getattr(act, "comment", "") or "said where it stands now"
        say(f"    {f'{outcome} by ' if outcome else ''}{act.by.name}: {words}")
    where = placed.placement
    line = f"line {line_number(text, where.span.start) + before}: " if where.span else ""
    say(f"    {line}{where.sentence}")
    say(
        *(
            f"      line {line_number(text, s.start) + before}: {_words_around(text, s.start, s.end)}"
            for s in where.candidates
        )
    )
    if not where.span and thread.outcome in {OPEN, DispositionOutcome.HELD}:
        say(f"      To say where it stands: review-tui pick {thread.flag.id} --quote TEXT")


def status_line(thread: FlagThread) -> str:
    """What became of a flag, in a word or two."""
    return f"{thread.outcome} (disputed)" if thread.is_disputed else thread.outcome


def redlined(changes: Redline, *, whole: bool = False, old_line: int = 0, new_line: int = 0) -> list[str]:
    """A redline as lines, ``[-words out-]{+words in+}``: what changed with its line, or ``whole``.

    ``old_line`` and ``new_line`` are the lines that stand before each of the texts in its file.
    """
    if whole:
        return [pieces(row.pieces).rstrip("\r\n") for row in changes.rows]
    return [
        f"{_row_place(row, old_line, new_line)}: {pieces(row.pieces).strip()}" for row in changes.changes()
    ]


def pieces(row: tuple[Piece, ...]) -> str:
    """Pieces in a line: line ends stay outside the signs."""
    told = []
    for piece in row:
        words = piece.text.rstrip("\r\n")
        told.append((_SIGNS[piece.op].format(words) if words else "") + piece.text[len(words) :])
    return "".join(told)


def _row_place(row: Row, old_line: int, new_line: int) -> str:
    old = None if row.old_line is None else row.old_line + old_line
    new = None if row.new_line is None else row.new_line + new_line
    line = old if row.kind in {RowKind.REMOVED, RowKind.MOVED_AWAY} else new
    moved = _MOVED.get(row.kind)
    other = new if row.kind is RowKind.MOVED_AWAY else old
    return f"line {line}" + (f", {moved.format(other)}" if moved else "")


def _about(thread: FlagThread) -> str:
    quote = thread.flag.quote
    if quote.quote:
        return f"“{on_one_line(quote.quote)}”"
    before, after = _end_of(quote.before), _start_of(quote.after)
    sides = (f" after “{before}”" if before else "", f" before “{after}”" if after else "")
    return f"something missing{next(filter(None, sides), '')}"


def _end_of(context: str) -> str:
    """The last words of the same line, none of them cut; empty at the beginning of a line."""
    line = context.rpartition("\n")[2]
    is_whole = line != context or len(context) < CONTEXT
    return line.strip() if is_whole else f"…{line.partition(' ')[2].strip() or line}"


def _start_of(context: str) -> str:
    """The first words that follow, none of them cut."""
    line = context.lstrip().partition("\n")[0]
    is_whole = line != context.lstrip() or len(context) < CONTEXT
    return line.strip() if is_whole else f"{line.rpartition(' ')[0].strip() or line}…"


_SIDE = 24
"""Characters told on either side of a place to pick."""


def _words_around(text: str, start: int, end: int) -> str:
    """The words at a place with a little of what stands around them."""
    before, after = text[max(0, start - _SIDE) : start], text[end : end + _SIDE]
    left, right = before.rpartition("\n")[2], after.partition("\n")[0]
    return f"…{left}[{text[start:end]}]{right}…"
