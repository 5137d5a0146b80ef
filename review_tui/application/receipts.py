"""Who has read what since it last changed: for each item each reviewer's last word on exactly this text."""

from collections.abc import Iterable
from enum import StrEnum

from review_tui.application.reading import ItemView, MeetingView
from review_tui.model.acts import Act
from review_tui.model.frozen import frozen
from review_tui.model.people import Reviewer


class ReadStatus(StrEnum):
    """What a reviewer has done with an item."""

    OBJECTED = "objects"
    """And has not lifted it."""
    APPROVED = "approved"
    READ = "read"
    """Said "read, no comment" of exactly this text."""
    READ_BEFORE = "read an earlier text"
    """Or approved it; the text has changed since."""
    NOT_YET = "not yet"
    """Has said neither of any text."""


@frozen
class ReadRecord:
    """One reviewer and one item."""

    item: ItemView
    reviewer: Reviewer
    has: ReadStatus
    act: Act | None = None
    """The act that says so."""

    @property
    def is_read(self) -> bool:
        """Whether they have read the text as it is now."""
        return self.has in {ReadStatus.APPROVED, ReadStatus.READ}


def who_has_read(view: MeetingView) -> tuple[ReadRecord, ...]:
    """Every item of a meeting with every reviewer: those whom the book lists, and whoever acted."""
    reviewers = reviewers_of(view)
    return tuple(read_record(item, reviewer) for item in view.items for reviewer in reviewers)


def reviewers_of(view: MeetingView) -> tuple[Reviewer, ...]:
    """Whom the book lists, in its order; then whoever else acted, by name."""
    listed = [member.who for member in view.policy.members]
    acted: Iterable[Reviewer] = {act.by for item in view.items for act in item.draft.acts}
    found = list(listed)
    for reviewer in sorted(acted):
        if not any(reviewer.is_same(known) for known in found):
            found.append(reviewer)
    return tuple(found)


def read_record(item: ItemView, reviewer: Reviewer) -> ReadRecord:
    """What ``reviewer`` has done with ``item``. Approvals that count as of this text are of this text."""
    state = item.state
    mine = [
        *((ReadStatus.OBJECTED, act) for act in state.objections),
        *((ReadStatus.APPROVED, act) for act in state.current_approvals),
        *((ReadStatus.READ, act) for act in state.receipts if act.text_digest == state.text_digest),
        *((ReadStatus.READ_BEFORE, act) for act in (*state.approvals, *state.receipts)),
    ]
    of_them = [(has, act) for has, act in mine if act.by.is_same(reviewer)]
    if not of_them:
        return ReadRecord(item, reviewer, ReadStatus.NOT_YET)
    first = of_them[0][0]
    return ReadRecord(item, reviewer, first, [act for has, act in of_them if has is first][-1])
