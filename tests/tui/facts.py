"""Small meetings for the presenters' tests, made by hand."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from review_tui.application.reading import ItemView, MeetingView
from review_tui.model.acts import Act, Approval, Objection, SignedItem, SignOff
from review_tui.model.meeting import DraftMinutes, Item, Meeting
from review_tui.model.people import Reviewer
from review_tui.model.policy import Member, Need, Policy
from review_tui.model.text import digest
from review_tui.model.transitions import StatusTerms, fold_acts

ANN, BO = Reviewer("Ann Lee", "ann@example.org"), Reviewer("Bo Roe", "bo@example.org")
NOON = dt.datetime(2022, 3, 20, 12, tzinfo=dt.UTC)
TEXT = "They met.\n"
RULES = Policy(
    members=(Member(ANN, frozenset({"chair"})), Member(BO, frozenset({"officer"}))),
    needs=(Need(("chair",)), Need(("officer",))),
)


def approval(who: Reviewer, text: str = TEXT) -> Approval:
    """``who`` approves ``text``."""
    return Approval(id=f"a-{who.email}", by=who, at=NOON, text_digest=digest(text))


def objection(who: Reviewer) -> Objection:
    """``who`` objects."""
    return Objection(id=f"o-{who.email}", by=who, at=NOON, text_digest=digest(TEXT), comment="No.")


def meeting_of(
    *acts_of_items: Sequence[Act], policy: Policy | None = None, signed: bool = False
) -> MeetingView:
    """A meeting with an item for each sequence of acts."""
    items = tuple(Item(f"{n:02}", str(n), f"Item {n}") for n in range(1, len(acts_of_items) + 1))
    meeting = Meeting("2022-03-16-board", "Board", dt.date(2022, 3, 16), items=items)
    signatures = (
        SignOff(id="s", by=ANN, at=NOON, items=tuple(SignedItem(i.id, digest(TEXT)) for i in items)),
    )
    views = []
    for item, acts in zip(items, acts_of_items, strict=True):
        draft = DraftMinutes(meeting.id, item, TEXT, f"{meeting.id}/{item.id}/minutes.md", acts=tuple(acts))
        terms = StatusTerms(policy or Policy(), item.id)
        state = fold_acts(draft.digest, draft.acts, signatures if signed else (), terms)
        views.append(ItemView(meeting, item, draft, state))
    return MeetingView(meeting, tuple(views), (), policy=policy or Policy())


def edited(view: ItemView, text: str) -> ItemView:
    """``view`` after its minutes were changed."""
    draft = replace(view.draft, text=text)
    return replace(view, draft=draft, state=replace(view.state, text_digest=digest(text)))
