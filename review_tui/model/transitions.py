"""What may be done from where an item stands: one table, read by everything."""

from collections.abc import Callable

from review_tui.model.acts import DispositionOutcome, Objection
from review_tui.model.flag_threads import FlagThread
from review_tui.model.item_state import ItemState, Status, StatusTerms, acted_on_current_text, fold_acts
from review_tui.model.moves import Move
from review_tui.model.people import Reviewer
from review_tui.model.text import shorten

__all__ = [
    "CHANGED_SINCE_APPROVAL",
    "NOT_YET_APPROVED",
    "TABLE",
    "WAITS_FOR",
    "FlagThread",
    "ItemState",
    "Move",
    "Status",
    "StatusTerms",
    "fold_acts",
    "latest_disposition_ids",
    "own_objections",
    "sign_off_blocks",
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
NOT_YET_APPROVED = "Nobody has approved it yet."
CHANGED_SINCE_APPROVAL = "The text has changed since it was approved."
WAITS_FOR = "It waits for "
_COLUMNS = (Status.DRAFT, Status.IN_REVIEW, Status.APPROVED, Status.STALE, Status.SIGNED_OFF)
_ROWS = {
    Move.FLAG: ("", "", "", "", _SIGNED),
    Move.DISMISS: ("", "", "", "", _SIGNED),
    Move.REPLY: (_NO_FLAG_YET, "", "", "", _SIGNED),
    Move.PICK: (_NO_FLAG_YET, "", "", "", _SIGNED),
    Move.SETTLE: (_NO_FLAG_YET, "", "", "", _SIGNED),
    Move.LINK: ("", "", "", "", _SIGNED),
    Move.AMEND: ("", "", "", "", _SIGNED),
    Move.REVERT: ("", "", "", "", _SIGNED),
    Move.APPROVE: ("", "", "", "", _SIGNED),
    Move.RECEIPT: ("", "", "", "", _SIGNED),
    Move.OBJECT: ("", "", "", "", _SIGNED),
    Move.UNDO: ("", "", "", "", _SIGNED),
    Move.SIGN_OFF: (NOT_YET_APPROVED, "", "", CHANGED_SINCE_APPROVAL, _SIGNED_ALREADY),
    Move.REOPEN: (_NOT_SIGNED, _NOT_SIGNED, _NOT_SIGNED, _NOT_SIGNED, ""),
    Move.CORRECT: (_CORRECT_LATER, _CORRECT_LATER, _CORRECT_LATER, _CORRECT_LATER, ""),
}
TABLE = {(move, at): words for move, row in _ROWS.items() for at, words in zip(_COLUMNS, row, strict=True)}

_MOST_QUOTED = 120
"""Characters of what somebody said that a refusal repeats."""


def why_not(move: Move, state: ItemState, who: Reviewer | None = None) -> str:
    """Why ``move`` can't be made now, in a sentence for the reviewer; empty when it can.

    ``who`` is the reviewer who would make it, where that is known.
    """
    refusal = TABLE[move, state.status]
    if refusal:
        return refusal
    beyond = _FURTHER_RULES.get(move)
    return beyond(state, who) if beyond else ""


def sign_off_blocks(state: ItemState) -> tuple[tuple[str, str], ...]:
    """What stands between an item and sign-off: sentences, each with the id of the act to go to, if any."""
    flags = [
        (
            _flag_sentence(thread, "is held" if thread.outcome == DispositionOutcome.HELD else "is open"),
            thread.flag.id,
        )
        for thread in state.flags
        if thread.is_unsettled
    ]
    objections = [(f"{o.by.name} objects: {o.comment}", o.id) for o in state.objections]
    return (*((said, "") for said in _approval_missing(state)), *flags, *objections)


def own_objections(state: ItemState, who: Reviewer) -> tuple[Objection, ...]:
    """The objections that ``who`` made and has not lifted: approving lifts them."""
    return tuple(o for o in state.objections if o.by.is_same(who))


def latest_disposition_ids(state: ItemState, flag: str) -> tuple[str, ...]:
    """The ids of the dispositions that a new one on ``flag`` follows."""
    return tuple(d.id for thread in state.flags if thread.flag.id == flag for d in thread.latest_dispositions)


def why_not_settle(state: ItemState, target: str, outcome: DispositionOutcome, who: Reviewer) -> str:
    """Why ``who`` can't give the flag or objection with the id ``target`` this outcome, or empty."""
    objection = next((o for o in state.objections if o.id == target), None)
    if objection is not None:
        if outcome is not DispositionOutcome.WITHDRAWN:
            return "An objection can only be withdrawn."
        mine = objection.by.is_same(who)
        return "" if mine else f"Only {objection.by.name}, who objected, can lift this objection."
    thread = next((thread for thread in state.flags if thread.flag.id == target), None)
    if thread is None:
        return f"There is no open flag or objection {target} here."
    if not thread.is_open and thread.outcome != DispositionOutcome.HELD and not thread.is_disputed:
        return f"This flag is closed already: {thread.outcome}."
    if outcome is DispositionOutcome.WITHDRAWN and not thread.flag.by.is_same(who):
        return (
            f"Only {thread.flag.by.name}, who raised this flag, can withdraw it. Accept or hold it instead."
        )
    return ""


def _why_not_reply(state: ItemState, _: Reviewer | None) -> str:
    return "" if state.flags else "There is no flag here to reply to."


def _why_not_settle_any(state: ItemState, _: Reviewer | None) -> str:
    waits = state.unsettled_flags or state.objections or any(thread.is_disputed for thread in state.flags)
    return "" if waits else "Every flag here is closed already."


def _why_not_object(state: ItemState, who: Reviewer | None) -> str:
    if who and own_objections(state, who):
        return "You object to this item already. Lift that objection before you make another."
    return ""


def _why_not_sign(state: ItemState, _: Reviewer | None) -> str:
    return next((sentence for sentence, _ in sign_off_blocks(state)), "")


def _approval_missing(state: ItemState) -> tuple[str, ...]:
    """What approval an item lacks, in sentences."""
    if state.signed_off or state.is_agreed:
        return ()
    if state.status is Status.STALE:
        return (CHANGED_SINCE_APPROVAL,)
    waits = [f"{WAITS_FOR}{who}." for who in state.waits_for]
    idle = [a for a in state.current_approvals if a not in state.counting_approvals]
    if idle and state.terms.contributors is None:
        waits.append("Whose words it holds is not looked up yet, so it can't be told which approvals count.")
    elif idle:
        names = " and ".join(dict.fromkeys(a.by.name for a in idle))
        waits.append(f"Approved by {names}, whose own words are in it: that does not count in this book.")
    return tuple(waits) or (NOT_YET_APPROVED,)


def _flag_sentence(thread: FlagThread, stands: str) -> str:
    words = " ".join(thread.flag.quote.quote.split())
    on = f"“{words}”" if words else "something missing"
    said = "is disputed" if thread.is_disputed else stands
    return f"The {thread.flag.kind} flag by {thread.flag.by.name} on {on} {said}."


def _why_not_approve(state: ItemState, who: Reviewer | None) -> str:
    """Open flags come first, then own words; who objects may approve again, which lifts the objection."""
    if state.open_flags:
        first = state.open_flags[0]
        on = f"“{first.quote.quote}”" if first.quote.quote else "something missing"
        count = len(state.open_flags)
        lead = f"A flag by {first.by.name} on {on} is" if count == 1 else f"{count} flags are"
        return f"{lead} still open. Close {'it' if count == 1 else 'them'} before approving."
    terms = state.terms
    if (
        who
        and not terms.policy.own_words
        and terms.contributors is not None
        and acted_on_current_text(terms, who)
    ):
        return (
            "You have amended this text since it was last approved, and in this book nobody approves their "
            "own words. Somebody else has to."
        )
    approved = who and _has_approved_text(state, who)
    objected = who and own_objections(state, who)
    return "You have approved exactly this text already." if approved and not objected else ""


def _why_not_receipt(state: ItemState, who: Reviewer | None) -> str:
    mine = own_objections(state, who) if who else ()
    if mine:
        return (
            f"You object to this item: “{shorten(mine[0].comment, _MOST_QUOTED)}” So you do have a comment. "
            "Lift your objection first, or approve the item, which lifts it."
        )
    if who and _has_approved_text(state, who):
        return "You have approved exactly this text: that you have read it is plain."
    if who and any(r.by.is_same(who) and r.text_digest == state.text_digest for r in state.receipts):
        return "You have said already that you have read exactly this text."
    return ""


def _has_approved_text(state: ItemState, who: Reviewer) -> bool:
    return any(a.by.is_same(who) and a.text_digest == state.text_digest for a in state.approvals)


_FURTHER_RULES: dict[Move, Callable[[ItemState, Reviewer | None], str]] = {
    Move.REPLY: _why_not_reply,
    Move.PICK: _why_not_reply,
    Move.SETTLE: _why_not_settle_any,
    Move.OBJECT: _why_not_object,
    Move.APPROVE: _why_not_approve,
    Move.RECEIPT: _why_not_receipt,
    Move.SIGN_OFF: _why_not_sign,
}
"""What else stands in the way of a move that the table leaves open."""
