"""Whether an act that was taken back may be done again: the rules are those of doing it the first time."""

from collections.abc import Sequence

from review_tui.application.ports import FileChange, HistoryEntry
from review_tui.application.reading import ItemView
from review_tui.application.undo_log import trailer, trailers
from review_tui.model.act_file_names import kind_and_id_of
from review_tui.model.act_registry import Target, kind_named
from review_tui.model.acts import DispositionOutcome
from review_tui.model.people import Reviewer
from review_tui.model.transitions import Move, why_not, why_not_settle


def why_not_redo(
    first: HistoryEntry,
    changes: Sequence[FileChange],
    view: ItemView,
    who: Reviewer,
    since: Sequence[HistoryEntry],
) -> str:
    """Why the act that ``first`` recorded can't be done again, in a sentence, or empty.

    ``since`` is what everybody did after it was taken back.
    """
    for change in changes:
        word, _ = kind_and_id_of(change.path) or ("", "")
        kind = kind_named(word)
        move = Move.AMEND if change.path == view.draft.path else kind.move
        refusal = why_not(move, view.state, who) if move else ""
        refusal = refusal or _why_not_its_target(kind.target, first, view, who, since)
        if refusal:
            return refusal
    return ""


def _why_not_its_target(
    target: Target, first: HistoryEntry, view: ItemView, who: Reviewer, since: Sequence[HistoryEntry]
) -> str:
    """Why what the act was about is not as it was, or is settled by somebody else; empty when it is."""
    if target is Target.TEXT and trailer(first, "Text") != view.draft.digest:
        return "The text has changed since you said that of it. Read it as it is now, and decide again."
    if target is Target.FLAG and trailer(first, "Flag") not in {
        thread.flag.id for thread in view.state.flags
    }:
        return "The flag that this replied to is not there any more."
    if target is not Target.UNSETTLED:
        return ""
    objections = {o.id for o in view.state.objections}
    for act_id in trailers(first, "Settles"):
        later = next((entry for entry in since if act_id in trailers(entry, "Settles")), None)
        if later:
            return f"{later.by.name} closed it since, so your word on it is not put before theirs."
        outcome = DispositionOutcome.WITHDRAWN if act_id in objections else DispositionOutcome.ACCEPTED
        refusal = why_not_settle(view.state, act_id, outcome, who)
        if refusal:
            return refusal
    return ""
