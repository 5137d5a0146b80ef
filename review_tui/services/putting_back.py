"""Putting back one amendment alone, whatever was amended elsewhere after it: shown first, then done."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from review_tui.domain import messages
from review_tui.domain.refusals import Refusal
from review_tui.domain.standing import Move
from review_tui.domain.telling_time import moment
from review_tui.domain.text import decode, digest, encode
from review_tui.domain.turning_round import Turned, turn_round
from review_tui.services.acting import OUTSIDE_EDIT, Acting, Done
from review_tui.services.amendments import Amendment, Record, read_record
from review_tui.services.ports import FileChange
from review_tui.services.reading import ItemView


@dataclass(frozen=True, slots=True)
class PutBack:
    """What putting one amendment back would do."""

    amendment: Amendment
    text: str | None
    """What the minutes would read then; ``None`` when it can't be done."""
    why_not: str = ""
    """Why it can't be done, in a sentence; empty when it can."""
    settled: tuple[str, ...] = ()
    """A sentence for each flag that the amendment settled: those stay settled."""


class PuttingBack(Acting):
    """Turns one amendment round, where later ones do not overlap it."""

    def preview(self, seen: ItemView, asked: str) -> PutBack:
        """What putting back the amendment ``asked`` (a number, or a commit's beginning) would do now."""
        record = read_record(self._history, seen.draft.path)
        return self._put_back(seen, record, record.find(asked))

    def put_back(self, seen: ItemView, asked: str, reason: str) -> Done:
        """Put the amendment back, from the text as seen, with a reason."""
        _, now = self._ready(Move.REVERT, seen)
        if now.draft.text != seen.draft.text:
            raise self._moved_on(seen, now)
        if not reason.strip():
            raise Refusal(
                "Give a reason for putting it back: it is what the others will read in the history."
            )
        if self.unrecorded_edit(now) is not None:
            raise Refusal(OUTSIDE_EDIT.format(number=now.item.number, name=now.name))
        record = read_record(self._history, now.draft.path)
        turned = self._put_back(now, record, record.find(asked))
        if turned.text is None:
            raise Refusal(turned.why_not)
        old = turned.amendment
        subject = messages.about(
            "Amend", now.item, f"put back amendment {old.number}, by {old.entry.by.name}"
        )
        trailers = [*self._names(now), ("Text", digest(turned.text)), (messages.UNDOES, old.entry.id)]
        change = FileChange(now.draft.path, new=encode(turned.text), old=encode(now.draft.text))
        entry = self._history.commit([change], messages.message(subject, reason, trailers))
        return Done(
            f"Amendment {old.number} of item {now.item.number} is put back.", entry, digest(turned.text)
        )

    def _put_back(self, view: ItemView, record: Record, amendment: Amendment) -> PutBack:
        amendment = self._exact(amendment, view.draft.path)
        turned = turn_round(amendment.before, amendment.after, view.draft.text)
        kinds = {c.flag.id: f"The {c.flag.kind} flag by {c.flag.by.name}" for c in view.state.flags}
        settled = tuple(
            f"{kinds[flag]}, which it settled, stays settled." for flag in amendment.settles if flag in kinds
        )
        why = ""
        if turned.text is None:
            why = _overlapped(amendment, turned, record.amendments, view)
            if turn_round(amendment.after, amendment.before, view.draft.text).text is not None:
                why = f"Amendment {amendment.number} is put back already: the minutes read as before it."
        return PutBack(amendment, None if why else turned.text, why, settled)

    def _exact(self, amendment: Amendment, path: str) -> Amendment:
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


def _overlapped(amendment: Amendment, turned: Turned, amendments: Sequence[Amendment], view: ItemView) -> str:
    """Which later amendment changed the same words, in a sentence."""
    words = ", ".join(f"“{_short(words)}”" for words in turned.overlaps[:3])
    later = [a for a in amendments if a.number > amendment.number]
    other = next(
        (a for a in later if turn_round(amendment.before, amendment.after, a.after).text is None), None
    )
    if other is None:
        return f"The words {words} were changed since, so this can't be put back alone. Amend them instead."
    when = moment(other.entry.at, view.meeting.date.year)
    return (
        f"Amendment {other.number} by {other.entry.by.name}, {when}, changed the same words, or words that "
        f"can't be told from them: {words}. Amend them instead."
    )


_SHORT = 60


def _short(words: str) -> str:
    return words if len(words) <= _SHORT else f"{words[: _SHORT - 1]}…"
