"""Which keys could only say why they can't act, where the reviewer is: one rule for bar and menu."""

from review_tui.application.reading import ItemView
from review_tui.model.transitions import Move, Status
from review_tui.tui.keys import KEYS, Key
from review_tui.tui.open_item import Concern
from review_tui.tui.review_session import ReviewSession


def refused_keys(session: ReviewSession, passage: int, concern: Concern | None) -> frozenset[str]:
    """The ids of the keys that are refused, by what is known now, at ``passage``, looking at ``thing``."""
    refused = {key.id for key in KEYS if is_refused_by_moves(session, key)}
    item = session.item
    if not item.suggesting(passage, concern):
        refused.add("put-right")
    if session.why_not(Move.DISMISS if concern and concern.finding else Move.SETTLE):
        refused.add("settle")
    if session.read_only and not item.view.state.signed_off:
        refused.add("sign-off")
    if item.is_checked and not item.concerns:
        refused.add("things")
    others: list[ItemView] = []
    for way, step in (("next", 1), ("previous", -1)):
        items = session.items_onward(step)
        others += items
        if not items:
            refused.add(f"{way}-item")
    is_alone = item.is_checked and all(each == concern and each.passage == passage for each in item.concerns)
    if is_alone and not any(_may_have_concerns(v, session.findings.get(v.item.id)) for v in others):
        refused |= {"next-thing", "previous-thing"}
    return frozenset(refused)


def is_refused_by_moves(session: ReviewSession, key: Key) -> bool:
    """Whether each of the moves that a key makes is refused; never one that makes none."""
    return bool(key.moves) and all(map(session.why_not, key.moves))


def _may_have_concerns(view: ItemView, findings: int | None) -> bool:
    """Whether there is, or may be, something to look at in an item. ``None``: not counted yet."""
    state = view.state
    waits = any(thread.is_unsettled or thread.is_disputed for thread in state.flags)
    is_stale = state.status is Status.STALE
    return findings is None or bool(findings or waits or state.objections or is_stale or state.corrections)
