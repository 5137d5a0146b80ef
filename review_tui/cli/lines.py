"""Values of the review in lines for a reader, as several commands print them."""

import datetime as dt

from review_tui.cli.output import say
from review_tui.domain.acts import Outcome
from review_tui.domain.conversations import OPEN, Conversation
from review_tui.domain.quotes import CONTEXT
from review_tui.domain.redline import Op, Piece, Redline, Row, RowKind
from review_tui.domain.text import line_number
from review_tui.services.reading import PlacedFlag

_SIGNS = {Op.SAME: "{}", Op.DELETED: "[-{}-]", Op.INSERTED: "{{+{}+}}"}
_MOVED = {RowKind.MOVED_AWAY: "moved to line {}", RowKind.MOVED_HERE: "moved from line {}"}


def day(date: dt.date) -> str:
    """``Wednesday 16 March 2022``."""
    return f"{date:%A} {date.day} {date:%B %Y}"


def say_flag(placed: PlacedFlag, text: str) -> None:
    """A flag with its conversation, and where its words stand in ``text``."""
    talk = placed.conversation
    waits = talk.is_disputed or talk.outcome in {OPEN, Outcome.HELD}
    sign = "⚑" if waits else "✓"
    say(f"{sign} {talk.flag.id}  {talk.flag.kind}, {stands(talk)}, by {talk.flag.by.name}: {_about(talk)}")
    if talk.flag.comment:
        say(f"    {talk.flag.comment}")
    if talk.flag.suggest is not None:
        say(f"    suggests: {talk.flag.suggest or '(leave it out)'}")
    said = sorted((*talk.replies, *talk.dispositions), key=lambda act: (act.at, act.id))
    for act in said:
        outcome = getattr(act, "outcome", "")
        words = getattr(act, "reason", "") or getattr(act, "comment", "") or "said where it stands now"
        say(f"    {f'{outcome} by ' if outcome else ''}{act.by.name}: {words}")
    where = placed.placement
    line = f"line {line_number(text, where.span.start)}: " if where.span else ""
    say(f"    {line}{where.sentence}")
    say(
        *(
            f"      line {line_number(text, s.start)}: {_around(text, s.start, s.end)}"
            for s in where.candidates
        )
    )
    if not where.span and talk.outcome in {OPEN, Outcome.HELD}:
        say(f"      To say where it stands: review-tui pick {talk.flag.id} --quote TEXT")


def stands(talk: Conversation) -> str:
    """What became of a flag, in a word or two."""
    return f"{talk.outcome} (disputed)" if talk.is_disputed else talk.outcome


def redlined(changes: Redline, *, whole: bool = False) -> list[str]:
    """A redline as lines, ``[-words out-]{+words in+}``: what changed with its line, or ``whole``."""
    if whole:
        return [pieces(row.pieces).rstrip("\r\n") for row in changes.rows]
    return [f"{_where(row)}: {pieces(row.pieces).strip()}" for row in changes.changes()]


def pieces(row: tuple[Piece, ...]) -> str:
    """Pieces in a line: line ends stay outside the signs."""
    told = []
    for piece in row:
        words = piece.text.rstrip("\r\n")
        told.append((_SIGNS[piece.op].format(words) if words else "") + piece.text[len(words) :])
    return "".join(told)


def _where(row: Row) -> str:
    line = row.old_line if row.kind in {RowKind.REMOVED, RowKind.MOVED_AWAY} else row.new_line
    moved = _MOVED.get(row.kind)
    other = row.new_line if row.kind is RowKind.MOVED_AWAY else row.old_line
    return f"line {line}" + (f", {moved.format(other)}" if moved else "")


def _about(talk: Conversation) -> str:
    quote = talk.flag.quote
    if quote.quote:
        return f"“{quote.quote}”"
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


def _around(text: str, start: int, end: int) -> str:
    """The words at a place with a little of what stands around them."""
    before, after = text[max(0, start - _SIDE) : start], text[end : end + _SIDE]
    left, right = before.rpartition("\n")[2], after.partition("\n")[0]
    return f"…{left}[{text[start:end]}]{right}…"
