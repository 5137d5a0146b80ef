"""Whether an act that was taken back may be done again: the rules are those of doing it the first time."""

from collections.abc import Sequence

from review_tui.domain.act_names import kept_in
from review_tui.domain.acts import Outcome
from review_tui.domain.people import Reviewer
from review_tui.domain.standing import Move, why_not, why_not_settle
from review_tui.services.ports import Entry, FileChange
from review_tui.services.reading import ItemView
from review_tui.services.steps import trailer, trailers

_MOVES = {
    "flag": Move.FLAG,
    "reply": Move.REPLY,
    "disposition": Move.SETTLE,
    "approval": Move.APPROVE,
    "receipt": Move.RECEIPT,
    "objection": Move.OBJECT,
    "dismissal": Move.DISMISS,
    "evidence": Move.LINK,
    "correction": Move.CORRECT,
}
_OF_THIS_TEXT = frozenset({Move.APPROVE, Move.RECEIPT, Move.OBJECT})


def why_not_again(
    first: Entry, changes: Sequence[FileChange], view: ItemView, who: Reviewer, since: Sequence[Entry]
) -> str:
    """Why the act that ``first`` recorded can't be done again, in a sentence, or empty.

    ``since`` is what everybody did after it was taken back.
    """
    for change in changes:
        kept = kept_in(change.path)
        move = Move.AMEND if change.path == view.draft.path else _MOVES.get(kept[0]) if kept else None
        refusal = why_not(move, view.state, who) if move else ""
        refusal = refusal or _about_its_target(move, first, view, who, since)
        if refusal:
            return refusal
    return ""


def _about_its_target(
    move: Move | None, first: Entry, view: ItemView, who: Reviewer, since: Sequence[Entry]
) -> str:
    if move in _OF_THIS_TEXT and trailer(first, "Text") != view.draft.digest:
        return "The text has changed since you said that of it. Read it as it is now, and decide again."
    if move is Move.REPLY and trailer(first, "Flag") not in {c.flag.id for c in view.state.flags}:
        return "The flag that this replied to is not there any more."
    if move is not Move.SETTLE:
        return ""
    objections = {o.id for o in view.state.objections}
    for target in trailers(first, "Settles"):
        later = next((entry for entry in since if target in trailers(entry, "Settles")), None)
        if later:
            return f"{later.by.name} settled it since, so your word on it is not put before theirs."
        outcome = Outcome.WITHDRAWN if target in objections else Outcome.ACCEPTED
        refusal = why_not_settle(view.state, target, outcome, who)
        if refusal:
            return refusal
    return ""
