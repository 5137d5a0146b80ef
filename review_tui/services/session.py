"""A summary, before leaving, of what the reviewer raised and did in this session."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from review_tui.domain.acts import Act, Approval, Disposition, Flag, Objection, Receipt, Reply
from review_tui.domain.people import Reviewer
from review_tui.services.reading import ItemView, MeetingView


@dataclass(frozen=True, slots=True)
class Raised:
    """One act of this session that still stands."""

    item: ItemView
    act: Act

    @property
    def sentence(self) -> str:
        """What it says, with the item: ``Item 5: date flag on “2020-22”: Not the period``."""
        number = self.item.item.number or self.item.item.id
        return f"Item {number}: {_said(self.act)}"


@dataclass(frozen=True, slots=True)
class Summary:
    """What was done in a session. Acts that were taken back are not among it."""

    flags: tuple[Raised, ...] = ()
    objections: tuple[Raised, ...] = ()
    replies: tuple[Raised, ...] = ()
    settled: tuple[Raised, ...] = ()
    approvals: tuple[Raised, ...] = ()
    receipts: tuple[Raised, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said or approved."""
        return not any(getattr(self, name) for _, name, _ in _KINDS)

    @property
    def headline(self) -> str:
        """All of it counted, ``2 flags raised, 1 item approved``; empty when there was nothing."""
        counted = [(len(getattr(self, name)), words) for _, name, words in _KINDS]
        return ", ".join(
            words.format(number, "" if number == 1 else "s") for number, words in counted if number
        )

    @property
    def lines(self) -> tuple[str, ...]:
        """Every act in a sentence."""
        return tuple(raised.sentence for _, name, _ in _KINDS for raised in getattr(self, name))


_KINDS: tuple[tuple[type[Act], str, str], ...] = (
    (Flag, "flags", "{} flag{} raised"),
    (Objection, "objections", "{} objection{} made"),
    (Reply, "replies", "{} time{} replied"),
    (Disposition, "settled", "{} flag{} settled"),
    (Approval, "approvals", "{} item{} approved"),
    (Receipt, "receipts", "{} item{} read without comment"),
)


def summary(views: Iterable[MeetingView], who: Reviewer, since: dt.datetime) -> Summary:
    """What ``who`` did since ``since``, which is when the session began, as the acts on disk say."""
    mine = [
        Raised(item, act)
        for view in views
        for item in view.items
        for act in item.draft.acts
        if act.by.is_same(who) and act.at >= since
    ]
    return Summary(**{name: tuple(r for r in mine if isinstance(r.act, kind)) for kind, name, _ in _KINDS})


def _said(act: Act) -> str:
    if isinstance(act, Flag):
        words = " ".join(act.quote.quote.split())
        on = f"“{words}”" if words else "something missing"
        return f"{act.kind} flag on {on}: {act.comment or '…'}"
    if isinstance(act, Objection):
        return f"objection: {act.comment}"
    if isinstance(act, Reply):
        return f"reply: {act.comment or 'where the flag stands'}"
    if isinstance(act, Disposition):
        return f"{act.outcome}: {act.reason}"
    return "approved" if isinstance(act, Approval) else "read, no comment"
