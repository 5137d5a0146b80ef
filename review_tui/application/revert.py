"""Putting back one amendment alone, whatever was amended elsewhere after it: shown first, then done."""

from collections.abc import Sequence
from dataclasses import replace

from review_tui.anchoring.inverse_patch import InversePatch, invert_change
from review_tui.application.act_service import OUTSIDE_EDIT, ActService, Recorded
from review_tui.application.amendments import Amendment, AmendmentRecord, read_amendments
from review_tui.application.ports import FileChange
from review_tui.application.reading import ItemView
from review_tui.model import commit_messages
from review_tui.model.act_registry import PUT_BACK
from review_tui.model.date_format import format_moment
from review_tui.model.errors import Refusal
from review_tui.model.frozen import frozen
from review_tui.model.text import decode, digest, encode
from review_tui.model.transitions import Move


@frozen
class RevertPreview:
    """What putting one amendment back would do."""

    amendment: Amendment
    text: str | None
    """What the minutes would read then; ``None`` when it can't be done."""
    why_not: str = ""
    """Why it can't be done, in a sentence; empty when it can."""
    settled: tuple[str, ...] = ()
    """A sentence for each flag that the amendment settled: those stay settled."""


class Revert(ActService):
    """Turns one amendment round, where later ones do not overlap it."""

    def preview(self, seen: ItemView, asked: str) -> RevertPreview:
        """What putting back the amendment ``asked`` (a number, or a commit's beginning) would do now."""
        record = read_amendments(self._history, seen.draft.path)
        return self._preview_of(seen, record, record.find(asked))

    def put_back(self, seen: ItemView, asked: str, reason: str) -> Recorded:
        """Put the amendment back, from the text as seen, with a reason."""
        _, now = self._begin(Move.REVERT, seen)
        if now.draft.text != seen.draft.text:
            raise self._stale_draft(seen, now)
        if not reason.strip():
            raise Refusal(
                "Give a reason for restoring the wording: it is what the others will read in the history."
            )
        if self.unrecorded_edit(now) is not None:
            raise Refusal(OUTSIDE_EDIT.format(number=now.item.label, name=now.called))
        record = read_amendments(self._history, now.draft.path)
        turned = self._preview_of(now, record, record.find(asked))
        if turned.text is None:
            raise Refusal(turned.why_not)
        old = turned.amendment
        subject = commit_messages.subject_about(
            PUT_BACK.subject, now.item, f"{PUT_BACK.begins}amendment {old.number}, by {old.entry.by.name}"
        )
        trailers = [
            *self._item_trailers(now),
            ("Text", digest(turned.text)),
            (commit_messages.UNDOES, old.entry.id),
        ]
        change = FileChange(now.draft.path, new=encode(turned.text), old=encode(now.draft.text))
        entry = self._history.commit([change], commit_messages.message(subject, reason, trailers))
        return Recorded(
            f"The wording from before amendment {old.number} of item {now.item.label} is restored.",
            entry,
            digest(turned.text),
        )

    def _preview_of(self, view: ItemView, record: AmendmentRecord, amendment: Amendment) -> RevertPreview:
        amendment = self._with_own_base(amendment, view.draft.path)
        turned = invert_change(amendment.before, amendment.after, view.draft.text)
        kinds = {
            thread.flag.id: f"The {thread.flag.kind} flag by {thread.flag.by.name}"
            for thread in view.state.flags
        }
        settled = tuple(
            f"{kinds[flag]}, which it closed, stays closed." for flag in amendment.settles if flag in kinds
        )
        why = ""
        if turned.text is None:
            why = _overlap_refusal(amendment, turned, record.amendments, view)
            if invert_change(amendment.after, amendment.before, view.draft.text).text is not None:
                why = f"The minutes read as before amendment {amendment.number} already."
        return RevertPreview(amendment, None if why else turned.text, why, settled)

    def _with_own_base(self, amendment: Amendment, path: str) -> Amendment:
        """``amendment`` with the text that its own commit began from, should others have amended apart."""
        try:
            changes = self._history.changes(amendment.entry.id)
        except Refusal:  # it merges the work of others, so it began from more than one text
            return amendment
        return next(
            (
                replace(amendment, before=decode(c.old), after=decode(c.new))
                for c in changes
                if c.path == path and c.old is not None and c.new is not None
            ),
            amendment,
        )


def _overlap_refusal(
    amendment: Amendment, turned: InversePatch, amendments: Sequence[Amendment], view: ItemView
) -> str:
    """Which later amendment changed the same words, in a sentence."""
    words = ", ".join(f"“{_shown_words(words)}”" for words in turned.overlaps[:3])
    later = [a for a in amendments if a.number > amendment.number]
    other = next(
        (a for a in later if invert_change(amendment.before, amendment.after, a.after).text is None), None
    )
    if other is None:
        return f"The words {words} were changed since, so the earlier wording can't be restored. Amend them."
    when = format_moment(other.entry.at, view.meeting.date.year)
    return (
        f"Amendment {other.number} by {other.entry.by.name}, {when}, changed the same words, or words that "
        f"can't be told from them: {words}. Amend them instead."
    )


_LONGEST_QUOTE = 60
"""Characters of the words that were amended again which the refusal quotes."""


def _shown_words(words: str) -> str:
    return words if len(words) <= _LONGEST_QUOTE else f"{words[: _LONGEST_QUOTE - 1]}…"
