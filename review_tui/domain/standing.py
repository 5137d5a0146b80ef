"""What may be done from where an item stands: one table, read by everything."""

from collections.abc import Callable

from review_tui.domain.acts import Objection, Outcome
from review_tui.domain.conversations import Conversation
from review_tui.domain.moves import Move
from review_tui.domain.people import Reviewer
from review_tui.domain.state import Standing, State, Terms, fold, wrote_of_it

__all__ = [
    "TABLE",
    "Conversation",
    "Move",
    "Standing",
    "State",
    "Terms",
    "blocks",
    "fold",
    "last_words",
    "own_objections",
    "why_not",
    "why_not_settle",
]

# The one table: a row a move, a column a standing. Empty where the move is open, else why not, in the words
# that the screen and the commands repeat.
_SIGNED = "These minutes are signed off. Reopen the meeting before changing anything."
_SIGNED_ALREADY = "These minutes are signed off already."
_NOT_SIGNED = "These minutes are not signed off."
_CORRECT_LATER = "These minutes are not signed off: amend them instead."
_NO_FLAG_YET = "There is no flag or objection here yet."
_NOBODY = "Nobody has approved it yet."
_STALE = "The text has changed since it was approved."
_COLUMNS = (Standing.DRAFT, Standing.IN_REVIEW, Standing.APPROVED, Standing.STALE, Standing.SIGNED_OFF)
_ROWS = {
    Move.FLAG: ("", "", "", "", _SIGNED),
    Move.DISMISS: ("", "", "", "", _SIGNED),
    Move.REPLY: (_NO_FLAG_YET, "", "", "", _SIGNED),
    Move.SETTLE: (_NO_FLAG_YET, "", "", "", _SIGNED),
    Move.LINK: ("", "", "", "", _SIGNED),
    Move.AMEND: ("", "", "", "", _SIGNED),
    Move.REVERT: ("", "", "", "", _SIGNED),
    Move.APPROVE: ("", "", "", "", _SIGNED),
    Move.RECEIPT: ("", "", "", "", _SIGNED),
    Move.OBJECT: ("", "", "", "", _SIGNED),
    Move.UNDO: ("", "", "", "", _SIGNED),
    Move.SIGN_OFF: (_NOBODY, "", "", _STALE, _SIGNED_ALREADY),
    Move.REOPEN: (_NOT_SIGNED, _NOT_SIGNED, _NOT_SIGNED, _NOT_SIGNED, ""),
    Move.CORRECT: (_CORRECT_LATER, _CORRECT_LATER, _CORRECT_LATER, _CORRECT_LATER, ""),
}
TABLE = {(move, at): words for move, row in _ROWS.items() for at, words in zip(_COLUMNS, row, strict=True)}


def why_not(move: Move, state: State, who: Reviewer | None = None) -> str:
    """Why ``move`` can't be made now, in a sentence for the reviewer; empty when it can.

    ``who`` is the reviewer who would make it, where that is known.
    """
    refusal = TABLE[move, state.standing]
    if refusal:
        return refusal
    beyond = _BEYOND.get(move)
    return beyond(state, who) if beyond else ""


def blocks(state: State) -> tuple[tuple[str, str], ...]:
    """What stands between an item and sign-off: sentences, each with the id of the act to go to, if any."""
    flags = [
        (_flag_told(talk, "is held" if talk.outcome == Outcome.HELD else "is open"), talk.flag.id)
        for talk in state.flags
        if talk.flag in state.unsettled_flags
    ]
    objections = [(f"{o.by.name} objects: {o.comment}", o.id) for o in state.objections]
    return (*((said, "") for said in _approval_missing(state)), *flags, *objections)


def own_objections(state: State, who: Reviewer) -> tuple[Objection, ...]:
    """The objections that ``who`` made and has not lifted: approving lifts them."""
    return tuple(o for o in state.objections if o.by.is_same(who))


def last_words(state: State, flag: str) -> tuple[str, ...]:
    """The ids of the dispositions that a new one on ``flag`` follows."""
    return tuple(d.id for talk in state.flags if talk.flag.id == flag for d in talk.last_words)


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
    if not talk.is_open and talk.outcome != Outcome.HELD and not talk.is_disputed:
        return f"This flag is settled already: {talk.outcome}."
    if outcome is Outcome.WITHDRAWN and not talk.flag.by.is_same(who):
        return f"Only {talk.flag.by.name}, who raised this flag, can withdraw it. Accept or hold it instead."
    return ""


def _why_not_reply(state: State, _: Reviewer | None) -> str:
    return "" if state.flags else "There is no flag here to reply to."


def _why_not_settle_any(state: State, _: Reviewer | None) -> str:
    waits = state.unsettled_flags or state.objections or any(talk.is_disputed for talk in state.flags)
    return "" if waits else "Every flag here is settled already."


def _why_not_object(state: State, who: Reviewer | None) -> str:
    if who and own_objections(state, who):
        return "You object to this item already. Lift that objection before you make another."
    return ""


def _why_not_sign(state: State, _: Reviewer | None) -> str:
    return next((sentence for sentence, _ in blocks(state)), "")


def _approval_missing(state: State) -> tuple[str, ...]:
    """What approval an item lacks, in sentences."""
    if state.signed_off or state.is_agreed:
        return ()
    if state.standing is Standing.STALE:
        return (_STALE,)
    waits = [f"It waits for {who}." for who in state.waits_for]
    idle = [a for a in state.current_approvals if a not in state.counting_approvals]
    if idle and state.terms.contributors is None:
        waits.append("Whose words it holds is not looked up yet, so it can't be told which approvals count.")
    elif idle:
        names = " and ".join(dict.fromkeys(a.by.name for a in idle))
        waits.append(f"Approved by {names}, whose own words are in it: that does not count in this book.")
    return tuple(waits) or (_NOBODY,)


def _flag_told(talk: Conversation, stands: str) -> str:
    words = " ".join(talk.flag.quote.quote.split())
    on = f"“{words}”" if words else "something missing"
    said = "is disputed" if talk.is_disputed else stands
    return f"The {talk.flag.kind} flag by {talk.flag.by.name} on {on} {said}."


def _why_not_approve(state: State, who: Reviewer | None) -> str:
    if state.open_flags:
        first = state.open_flags[0]
        on = f"“{first.quote.quote}”" if first.quote.quote else "something missing"
        count = len(state.open_flags)
        lead = f"A flag by {first.by.name} on {on} is" if count == 1 else f"{count} flags are"
        return f"{lead} still open. Settle {'it' if count == 1 else 'them'} before approving."
    terms = state.terms
    if who and not terms.policy.own_words and terms.contributors is not None and wrote_of_it(terms, who):
        return (
            "You have amended this text since it was last approved, and in this book nobody approves their "
            "own words. Somebody else has to."
        )
    approved = who and _approved_this(state, who)
    objected = who and own_objections(state, who)
    return "You have approved exactly this text already." if approved and not objected else ""


def _why_not_receipt(state: State, who: Reviewer | None) -> str:
    if who and _approved_this(state, who):
        return "You have approved exactly this text: that you have read it is plain."
    if who and any(r.by.is_same(who) and r.text == state.text for r in state.receipts):
        return "You have said already that you have read exactly this text."
    return ""


def _approved_this(state: State, who: Reviewer) -> bool:
    return any(a.by.is_same(who) and a.text == state.text for a in state.approvals)


_BEYOND: dict[Move, Callable[[State, Reviewer | None], str]] = {
    Move.REPLY: _why_not_reply,
    Move.SETTLE: _why_not_settle_any,
    Move.OBJECT: _why_not_object,
    Move.APPROVE: _why_not_approve,
    Move.RECEIPT: _why_not_receipt,
    Move.SIGN_OFF: _why_not_sign,
}
"""What else stands in the way of a move that the table leaves open."""
