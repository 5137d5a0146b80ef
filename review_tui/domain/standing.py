"""Where an item stands, and what may be done from there: one table, read by everything.

Standing is never stored. It is computed from the acts and the digest of the text as it is now, by set rules
that do not depend on clocks: an approval counts while its digest is the text's, a flag is open until a
disposition names it, an objection stays until its maker lifts it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from review_tui.domain.acts import (
    Act,
    Approval,
    Dismissal,
    Disposition,
    Flag,
    Objection,
    Outcome,
    Reopening,
    Reply,
    SignOff,
)
from review_tui.domain.people import Reviewer


class Standing(StrEnum):
    """Where an item is on the way to the record."""

    DRAFT = "draft"
    IN_REVIEW = "in review"
    APPROVED = "approved"
    STALE = "stale"
    SIGNED_OFF = "signed off"


class Move(StrEnum):
    """What a reviewer may want to do to an item."""

    FLAG = "flag"
    DISMISS = "dismiss"
    REPLY = "reply"
    SETTLE = "settle"
    AMEND = "amend"
    APPROVE = "approve"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Conversation:
    """A flag with everything said about it."""

    flag: Flag
    replies: tuple[Reply, ...] = ()
    dispositions: tuple[Disposition, ...] = ()

    @property
    def outcome(self) -> str:
        """What became of it last, or ``"open"``."""
        known = [d.outcome for d in self.dispositions if d.outcome in set(Outcome) and self._counts(d)]
        return known[-1] if known else "open"

    def _counts(self, disposition: Disposition) -> bool:
        """A flag is withdrawn by whoever raised it, and by nobody else."""
        return disposition.outcome != Outcome.WITHDRAWN or disposition.by.is_same(self.flag.by)

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to settle it. A held flag waits, but is not settled for sign-off."""
        return self.outcome == "open"


@dataclass(frozen=True, slots=True)
class State:
    """The acts of an item folded over its present text."""

    text: str
    """Digest of the minutes now."""
    flags: tuple[Conversation, ...] = ()
    approvals: tuple[Approval, ...] = ()
    """Every approval there is, oldest first."""
    objections: tuple[Objection, ...] = ()
    """Those not lifted."""
    dismissed: frozenset[str] = frozenset()
    """Fingerprints of findings that a reviewer said are none."""
    has_acts: bool = False
    signed_off: bool = False

    @property
    def open_flags(self) -> tuple[Flag, ...]:
        """Flags that nobody has settled."""
        return tuple(c.flag for c in self.flags if c.is_open)

    @property
    def unsettled_flags(self) -> tuple[Flag, ...]:
        """Flags that are open or held."""
        return tuple(c.flag for c in self.flags if c.is_open or c.outcome == Outcome.HELD)

    @property
    def current_approvals(self) -> tuple[Approval, ...]:
        """Approvals of exactly the present text."""
        return tuple(a for a in self.approvals if a.text == self.text)

    @property
    def standing(self) -> Standing:
        """Where the item is."""
        if self.signed_off:
            return Standing.SIGNED_OFF
        if self.approvals and not self.current_approvals:
            return Standing.STALE
        if self.open_flags or self.objections:
            return Standing.IN_REVIEW
        if self.current_approvals:
            return Standing.APPROVED
        return Standing.IN_REVIEW if self.has_acts else Standing.DRAFT


def fold(text: str, acts: Sequence[Act], meeting_acts: Sequence[Act] = ()) -> State:
    """The state that ``acts`` give an item whose minutes have the digest ``text``."""
    ordered = sorted(acts, key=lambda act: (act.at, act.id))
    lifted = {i for a in ordered if isinstance(a, Approval) for i in _own(a, ordered)}
    lifted |= {d.of for d in ordered if isinstance(d, Disposition) and _is_makers(d, ordered)}
    reopened = {act.of for act in meeting_acts if isinstance(act, Reopening)}
    return State(
        text=text,
        flags=tuple(_conversation(act, ordered) for act in ordered if isinstance(act, Flag)),
        approvals=tuple(act for act in ordered if isinstance(act, Approval)),
        objections=tuple(a for a in ordered if isinstance(a, Objection) and a.id not in lifted),
        dismissed=frozenset(act.finding for act in ordered if isinstance(act, Dismissal)),
        has_acts=bool(ordered),
        signed_off=any(isinstance(a, SignOff) and a.id not in reopened for a in meeting_acts),
    )


# The one table: a row a move, a column a standing. Empty where the move is open, else why not, in the words
# that the screen and the commands repeat.
_SIGNED = "These minutes are signed off. Reopen the meeting before changing anything."
_NO_FLAG_YET = "There is no flag or objection here yet."
_COLUMNS = (Standing.DRAFT, Standing.IN_REVIEW, Standing.APPROVED, Standing.STALE, Standing.SIGNED_OFF)
_ROWS = {
    Move.FLAG: ("", "", "", "", _SIGNED),
    Move.DISMISS: ("", "", "", "", _SIGNED),
    Move.REPLY: (_NO_FLAG_YET, "", "", "", _SIGNED),
    Move.SETTLE: (_NO_FLAG_YET, "", "", "", _SIGNED),
    Move.AMEND: ("", "", "", "", _SIGNED),
    Move.APPROVE: ("", "", "", "", _SIGNED),
    Move.OBJECT: ("", "", "", "", _SIGNED),
}
TABLE = {(move, at): words for move, row in _ROWS.items() for at, words in zip(_COLUMNS, row, strict=True)}


def why_not(move: Move, state: State, who: Reviewer | None = None) -> str:
    """Why ``move`` can't be made now, in a sentence for the reviewer; empty when it can.

    ``who`` is the reviewer who would make it, where that is known.
    """
    refusal = TABLE[move, state.standing]
    if refusal:
        return refusal
    if move is Move.REPLY and not state.flags:
        return "There is no flag here to reply to."
    if move is Move.SETTLE and not state.unsettled_flags and not state.objections:
        return "Every flag here is settled already."
    if move is Move.OBJECT and who and own_objections(state, who):
        return "You object to this item already. Lift that objection before you make another."
    return _why_not_approve(state, who) if move is Move.APPROVE else ""


def own_objections(state: State, who: Reviewer) -> tuple[Objection, ...]:
    """The objections that ``who`` made and has not lifted: approving lifts them."""
    return tuple(o for o in state.objections if o.by.is_same(who))


def why_not_settle(state: State, target: str, outcome: Outcome, who: Reviewer) -> str:
    """Why ``who`` can't give the flag or objection with the id ``target`` this outcome, or empty."""
    objection = next((o for o in state.objections if o.id == target), None)
    if objection is not None:
        if outcome is not Outcome.WITHDRAWN:
            return "An objection can only be withdrawn."
        mine = objection.by.is_same(who)
        return "" if mine else f"Only {objection.by.name}, who objected, can lift this objection."
    talk = next((c for c in state.flags if c.flag.id == target), None)
    if talk is None:
        return f"There is no open flag or objection {target} here."
    if not talk.is_open and talk.outcome != Outcome.HELD:
        return f"This flag is settled already: {talk.outcome}."
    if outcome is Outcome.WITHDRAWN and not talk.flag.by.is_same(who):
        return f"Only {talk.flag.by.name}, who raised this flag, can withdraw it. Accept or hold it instead."
    return ""


def _why_not_approve(state: State, who: Reviewer | None) -> str:
    if state.open_flags:
        first = state.open_flags[0]
        on = f"“{first.quote.quote}”" if first.quote.quote else "something missing"
        count = len(state.open_flags)
        lead = f"A flag by {first.by.name} on {on} is" if count == 1 else f"{count} flags are"
        return f"{lead} still open. Settle {'it' if count == 1 else 'them'} before approving."
    approved = who and any(a.by.is_same(who) for a in state.current_approvals)
    objected = who and own_objections(state, who)
    return "You have approved exactly this text already." if approved and not objected else ""


def _own(approval: Approval, acts: Sequence[Act]) -> tuple[str, ...]:
    """The objections that ``approval`` names and that its maker made."""
    return tuple(
        act.id
        for act in acts
        if isinstance(act, Objection) and act.id in approval.lifts and act.by.is_same(approval.by)
    )


def _is_makers(disposition: Disposition, acts: Sequence[Act]) -> bool:
    """Whether ``disposition`` withdraws an objection and was made by whoever objected."""
    return disposition.outcome == Outcome.WITHDRAWN and any(
        isinstance(act, Objection) and act.id == disposition.of and act.by.is_same(disposition.by)
        for act in acts
    )


def _conversation(flag: Flag, acts: Sequence[Act]) -> Conversation:
    return Conversation(
        flag=flag,
        replies=tuple(a for a in acts if isinstance(a, Reply) and a.to == flag.id),
        dispositions=tuple(a for a in acts if isinstance(a, Disposition) and a.of == flag.id),
    )
