"""Opens items for the screen: at once what is on disk, then, off the screen's thread, all the rest."""

from dataclasses import dataclass

from review_tui.domain.refusals import Refusal
from review_tui.domain.standing import Move, own_objections
from review_tui.domain.visible import visible
from review_tui.services.desk import Desk
from review_tui.services.reading import ItemView, MeetingView
from review_tui.tui.open_item import OpenItem


@dataclass(frozen=True, slots=True)
class LookedOver:
    """An item with everything that took longer to find out."""

    item: OpenItem
    who: str
    """The reviewer's name, or empty."""
    read_only: str
    """Why nothing can be written, or empty."""
    is_unrecorded: bool = False
    """Whether the minutes were edited outside and that is not in the history yet."""


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """A meeting read anew, all of it at one go."""

    meeting: MeetingView
    looked: LookedOver | None
    """The item looked over; ``None`` when it is no longer there."""
    mark: object
    """What the files looked like from outside just before they were read."""
    problems: tuple[str, ...] = ()


class Opener:
    """Reads the book for the screen."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.mark: object = None
        """What the first meeting's files looked like from outside just before they were read."""

    def first_meeting(self, start: str) -> tuple[MeetingView | None, str, tuple[str, ...]]:
        """The meeting to open (item ``start``'s, else the newest to read), the item's id, complaints."""
        reading = self.desk.reading
        meetings, problems = reading.meetings()
        complaints = tuple(str(p) for p in problems)
        if start:
            wanted = reading.find(start)
            self.mark = self.desk.files.fingerprint(wanted.meeting.id)
            return reading.meeting(wanted.meeting), wanted.item.id, complaints
        for meeting in reversed(meetings):
            self.mark = self.desk.files.fingerprint(meeting.id)
            view = reading.meeting(meeting)
            if view.items:
                return view, view.items[0].item.id, complaints
        return None, "", complaints

    def at_once(self, view: MeetingView, item_id: str) -> OpenItem | None:
        """The item as it was read with its meeting, before anything is checked."""
        found = next((v for v in view.items if v.item.id == item_id), None)
        return OpenItem(found, complaints=_complaints(found)) if found else None

    def look_over(self, view: ItemView) -> LookedOver:
        """Findings, where the flags are now, and what may be done. Slow enough to want a thread."""
        desk = self.desk
        view = desk.reading.looked_up(desk.reading.with_all_notes(view))
        outcome = desk.checking.of_item(view)
        read_only = desk.history.why_read_only()
        try:
            me = desk.history.reviewer()
            who, lifts = me.name, own_objections(view.state, me)
        except Refusal:
            who, lifts = "", ()
        evidence = desk.evidence.of_item(view)
        corrections = tuple(
            (each, desk.reading.placement(each.quote, view.draft)) for each in view.state.corrections
        )
        item = OpenItem(
            view,
            flags=desk.reading.flags(view),
            corrections=corrections,
            findings=outcome.findings,
            complaints=(*_complaints(view), *(f.sentence for f in outcome.failures), *evidence.lost),
            refusals={move: desk.review.why_not(move, view) for move in Move},
            lifts=lifts,
            evidence=evidence,
            is_checked=True,
        )
        unrecorded = not read_only and desk.review.unrecorded_edit(view) is not None
        return LookedOver(item, visible(who), read_only, unrecorded)

    def findings(self, view: MeetingView) -> dict[str, int]:
        """How many findings each item of a meeting has. Slow enough to want a thread."""
        items = [self.desk.reading.with_all_notes(v) for v in view.items]
        return {v.item.id: len(self.desk.checking.of_item(v).findings) for v in items}

    def read_again(self, view: MeetingView, item_id: str) -> "ReadAgain":
        """The meeting and the item as they are on disk now, looked over. Slow enough to want a thread.

        The fingerprint is taken first: what changes while we read is noticed the next time.
        """
        mark = self.desk.files.fingerprint(view.meeting.id)
        meetings, problems = self.desk.reading.meetings()
        meeting = next((m for m in meetings if m.id == view.meeting.id), view.meeting)
        fresh = self.desk.reading.all_looked_up(self.desk.reading.meeting(meeting))
        found = next((v for v in fresh.items if v.item.id == item_id), None)
        looked = self.look_over(found) if found else None
        return ReadAgain(fresh, looked, mark, tuple(str(p) for p in problems))


def _complaints(view: ItemView) -> tuple[str, ...]:
    return tuple(str(p) for p in view.draft.problems)
