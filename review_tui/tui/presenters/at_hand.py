"""What stands below the panes: the thing at the cursor, else what waits elsewhere, with the keys for it."""

from collections.abc import Callable

from textual.content import Content

from review_tui.application.reading import MeetingView
from review_tui.model.frozen import frozen
from review_tui.model.transitions import Move
from review_tui.tui.keys import KEY
from review_tui.tui.open_item import Concern, ConcernKind, OpenItem
from review_tui.tui.presenters.excerpts import Excerpt, excerpts
from review_tui.tui.presenters.status_lines import concern_line, count

PAIR = 2
"""Places of a finding that holds two passages against each other."""


@frozen
class Hint:
    """A key that can act on what is shown, in words of its own."""

    key: str
    """The id of a key."""
    words: str

    @property
    def shown(self) -> str:
        """``s: put right``."""
        return f"{KEY[self.key].shown.split()[0]}: {self.words}"


@frozen
class AtHand:
    """A sentence, the keys that act on what it says, and the places that it speaks of."""

    words: Content
    hints: tuple[Hint, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()


def concern_here(concern: Concern, item: OpenItem, passage: int, why_not: Callable[[Move], str]) -> AtHand:
    """What the reviewer is looking at; which one, where a passage has several.

    ``why_not`` says why a move can't be made, or nothing.
    """
    beside = item.concerns_at(passage)
    several = (
        f"{beside.index(concern) + 1} of {len(beside)}  " if concern in beside and len(beside) > 1 else ""
    )
    places = excerpts(item, concern.finding, passage) if concern.finding else ()
    return AtHand(
        Content.assemble((several, "bold"), concern_line(concern)), _hints(concern, why_not), places
    )


def elsewhere(item: OpenItem, passage: int, meeting: MeetingView) -> AtHand:
    """For a ``passage`` with nothing to look at: what waits elsewhere in the item, and the key to it.

    That is the next thing further on, and after the last of them the one before. When everything is
    approved, it is what comes next.
    """
    if not item.is_checked:
        return _quiet("Looking this item over …")
    if is_ready_to_sign(meeting):
        sentence = f"✓ All {count(len(meeting.items), 'item')} are approved. Next: sign the minutes off."
        sign = () if item.refusals.get(Move.SIGN_OFF) else (Hint("sign-off", "sign the minutes off"),)
        return AtHand(Content.styled(sentence, "bold"), sign)
    if not item.concerns:
        is_last = meeting.items[-1].item.id == item.view.item.id
        where = "before" if is_last else "after"
        onward = (Hint("next-thing", f"look in the items {where} it"),) if len(meeting.items) > 1 else ()
        return _quiet("Nothing to look at in this item.", *onward)
    ahead = [concern for concern in item.concerns if concern.passage >= passage]
    there = ahead[0] if ahead else item.concerns[-1]
    onward = (Hint("next-thing" if ahead else "previous-thing", "go there"),)
    words = Content.assemble(("Elsewhere in this item: ", "$foreground-muted"), concern_line(there))
    return AtHand(words, onward)


def is_ready_to_sign(meeting: MeetingView) -> bool:
    """Whether every item is approved, and the minutes are not signed off yet."""
    states = [view.state for view in meeting.items]
    return bool(states) and meeting.approved == len(states) and not any(s.signed_off for s in states)


def _quiet(words: str, *hints: Hint) -> AtHand:
    return AtHand(Content.styled(words, "$foreground-muted"), hints)


def _hints(concern: Concern, why_not: Callable[[Move], str]) -> tuple[Hint, ...]:
    """The keys that act on a thing, those first that mend it; none that would be refused."""
    found = []
    flag = concern.flag.thread.flag if concern.flag else None
    if concern.suggested and not why_not(Move.AMEND):
        found.append(Hint("put-right", "use suggestion"))
    if concern.kind is ConcernKind.STALE:
        found.append(Hint("differences", "what changed"))
        if not why_not(Move.APPROVE):
            found.append(Hint("approve", "approve as it reads now"))
        return tuple(found)
    if concern.flag and concern.flag.placement.span is None and not why_not(Move.PICK):
        found.append(Hint("pick", "pick the place"))
    if flag and not why_not(Move.REPLY):
        found.append(Hint("reply", "reply"))
    if flag and not why_not(Move.SETTLE):
        found.append(Hint("settle", "close it"))
    if concern.finding and not why_not(Move.DISMISS):
        found.append(Hint("settle", "dismiss"))
    places = len(concern.finding.places) if concern.finding else 0
    words = "read it all" if places < PAIR else "both places" if places == PAIR else "all its places"
    return (*found, Hint("look-closer", words))
