"""The ground that every act stands on: who acts, on what as it stands now, kept as one commit."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypedDict

from review_tui.domain import messages
from review_tui.domain.acts import Act
from review_tui.domain.people import Reviewer
from review_tui.domain.refusals import Refusal, StaleDraft
from review_tui.domain.standing import Move, why_not
from review_tui.domain.text import decode, encode, has_merge_marks
from review_tui.services.ports import Clock, Entry, FileChange, Files, History
from review_tui.services.reading import ItemView, Reading

OUTSIDE_EDIT = (
    "The minutes of item {number} were edited outside this program, and the edit is not recorded. "
    "Record it first: press e on the screen, or run `review-tui amend {name} --recorded --reason …`."
)


_TWO_VERSIONS = (
    "These minutes still hold two versions of the same words, between the lines <<<<<<< and >>>>>>>. "
    "Amend them to what is right first."
)


class _Made(TypedDict):
    """What every act says of itself."""

    id: str
    by: Reviewer
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Done:
    """An act that is now part of the history."""

    sentence: str
    """What was done, for the reviewer."""
    entry: Entry
    text: str
    """Digest of the minutes that the act leaves behind."""
    act: Act | None = None
    """The act kept as a file; ``None`` for an amendment, which is the commit itself."""


class Acting:
    """Reads the item again before anything is decided, and keeps what was decided."""

    def __init__(
        self, files: Files, history: History, reading: Reading, clock: Clock, new_id: Callable[[], str]
    ) -> None:
        self._files = files
        self._history = history
        self._reading = reading
        self._clock = clock
        self._new_id = new_id

    def why_not(self, move: Move, view: ItemView) -> str:
        """Why the reviewer at this desk can't make ``move``, or empty."""
        return self._history.why_read_only() or _why_not_here(
            move, self._reading.looked_up(view), self._history.reviewer()
        )

    def unrecorded_edit(self, view: ItemView) -> str | None:
        """The recorded text, when the minutes on disk differ from it; ``None`` when they agree or are new.

        Raises ``StaleDraft`` when the minutes on disk are no longer what the reviewer sees.
        """
        now = self._reading.item(view.meeting, view.item)
        if now.draft.text != view.draft.text:
            raise self._moved_on(view, now)
        committed = self._history.committed(view.draft.path)
        if committed is None or committed == encode(view.draft.text):
            return None
        return decode(committed)

    def _ready(self, move: Move, seen: ItemView) -> tuple[Reviewer, ItemView]:
        """Who acts, and the item as it stands now; or a refusal in words. Committing asks git's own leave."""
        now = self._reading.looked_up(self._reading.item(seen.meeting, seen.item))
        who = self._history.reviewer()
        refusal = _why_not_here(move, now, who)
        if refusal:
            raise Refusal(refusal)
        return who, now

    def _on_record(self, now: ItemView) -> bool:
        """See to it that the text acted on is in the history, where others can find it by its digest.

        Whether it had to be taken in first. Raises ``Refusal`` when it was edited outside.
        """
        committed = self._history.committed(now.draft.path)
        if committed is None:
            subject = messages.about(messages.TAKE_IN, now.item, now.item.title)
            trailers = [*self._names(now), ("Text", now.draft.digest)]
            body = "The draft as it was received."
            change = FileChange(now.draft.path, new=encode(now.draft.text))
            self._history.commit([change], messages.message(subject, body, trailers))
            return True
        if committed != encode(now.draft.text):
            raise Refusal(OUTSIDE_EDIT.format(number=now.item.number, name=now.name))
        return False

    def _keep(
        self, seen: ItemView, act: Act, subject: str, body: str, trailers: list[tuple[str, str]], said: str
    ) -> Done:
        change = self._files.act_file(seen.meeting.id, seen.item.id, act)
        text = messages.message(subject, body, [*self._names(seen), *trailers])
        entry = self._history.commit([change], text)
        return Done(said, entry, seen.draft.digest, act)

    def _made_by(self, who: Reviewer) -> _Made:
        return {"id": self._new_id(), "by": who, "at": self._clock.now()}

    @staticmethod
    def _names(view: ItemView) -> list[tuple[str, str]]:
        return [("Meeting", view.meeting.id), ("Item", view.item.id)]

    @staticmethod
    def _moved_on(seen: ItemView, now: ItemView) -> StaleDraft:
        return StaleDraft(
            f"The minutes of item {seen.item.number} have changed since you read them. Nothing was written. "
            "Read what changed, then decide again.",
            path=now.draft.path,
            expected=encode(seen.draft.text),
            found=encode(now.draft.text),
        )


def _why_not_here(move: Move, view: ItemView, who: Reviewer) -> str:
    """Why the text or its standing does not allow ``move``."""
    if move in {Move.AMEND, Move.REVERT} and view.draft.locked:
        return view.draft.locked
    if move is Move.APPROVE and has_merge_marks(view.draft.text):
        return _TWO_VERSIONS
    return why_not(move, view.state, who)
