"""The ground that every act stands on: who acts, on what as it stands now, kept as one commit."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TypedDict

from review_tui.application.ports import Author, Clock, FileChange, Files, History, HistoryEntry
from review_tui.application.reading import BookReader, ItemView
from review_tui.application.signing import NoSigner, Signer, signed_change
from review_tui.model import commit_messages
from review_tui.model.act_registry import MOVES_ON_TEXT, Scope, kind_of
from review_tui.model.acts import Act
from review_tui.model.errors import Refusal, StaleDraft
from review_tui.model.frozen import frozen
from review_tui.model.people import Reviewer
from review_tui.model.recordable_text import why_no_record
from review_tui.model.text import decode, encode
from review_tui.model.transitions import Move, why_not

OUTSIDE_EDIT = (
    "The minutes of item {number} were edited in another program, and the edit is not recorded. "
    "Record it first: press e on the screen, or run `review-tui amend {name} --recorded --reason …`."
)


class _CommonFields(TypedDict):
    """What every act says of itself."""

    id: str
    by: Reviewer
    at: dt.datetime


@frozen
class Recorded:
    """An act that is now part of the history."""

    sentence: str
    """What was done, for the reviewer."""
    entry: HistoryEntry
    text_digest: str
    """Digest of the minutes that the act leaves behind."""
    act: Act | None = None
    """The act kept as a file; ``None`` for an amendment, which is the commit itself."""
    about: Act | None = None
    """The flag or objection that it settles, where it does only that."""


class ActService:
    """Reads the item again before anything is decided, and keeps what was decided."""

    def __init__(
        self,
        files: Files,
        history: History,
        reading: BookReader,
        clock: Clock,
        new_id: Callable[[], str],
        author: Author | None = None,
        signer: Signer | None = None,
    ) -> None:
        """Acts are those of ``author``, else of whoever works here, who may do them in any case.

        ``signer`` signs what whoever works here does.
        """
        self._files = files
        self._history = history
        self._reading = reading
        self._clock = clock
        self._new_id = new_id
        self._author = author
        self._signer = signer or NoSigner()

    def why_not(self, move: Move, view: ItemView) -> str:
        """Why whoever works here can't make ``move``, or empty."""
        return self._history.why_read_only() or _why_not_here(
            move, self._reading.with_history(view), self._history.reviewer()
        )

    def why_not_each(
        self, view: ItemView, who: Reviewer | None, *, is_unrecorded: bool = False
    ) -> dict[Move, str]:
        """Why ``who`` can't make each move in a book that can be written, or empty; ``None`` is anybody.

        ``is_unrecorded`` says that the minutes were edited outside and that is not in the history yet.
        """
        now = self._reading.with_history(view)
        outside = OUTSIDE_EDIT.format(number=view.item.label, name=view.name) if is_unrecorded else ""
        return {
            move: _why_not_here(move, now, who) or (outside if move in MOVES_ON_TEXT else "") for move in Move
        }

    def unrecorded_edit(self, view: ItemView) -> str | None:
        """The recorded text, when the minutes on disk differ from it; ``None`` when they agree or are new.

        Raises ``StaleDraft`` when the minutes on disk are no longer what the reviewer sees.
        """
        now = self._reading.item(view.meeting, view.item)
        if now.draft.text != view.draft.text:
            raise self._stale_draft(view, now)
        committed = self._history.committed(view.draft.path)
        if committed is None or committed == encode(view.draft.text):
            return None
        return decode(committed)

    def _begin(self, move: Move, seen: ItemView) -> tuple[Reviewer, ItemView]:
        """Who acts, and the item as it stands now; or a refusal in words. Committing asks git's own leave."""
        now = self._reading.with_history(self._reading.item(seen.meeting, seen.item))
        who = self._history.reviewer()
        refusal = _why_not_here(move, now, who)
        if refusal:
            raise Refusal(refusal)
        return self._author.who if self._author else who, now

    def _begin_on_text(self, move: Move, seen: ItemView) -> tuple[Reviewer, ItemView]:
        """The same for what says something of a whole text: it still has to be the one that was seen."""
        who, now = self._begin(move, seen)
        if now.draft.digest != seen.draft.digest:
            raise self._stale_draft(seen, now)
        return who, now

    def _ensure_recorded(self, now: ItemView) -> bool:
        """See to it that the text acted on is in the history, where others can find it by its digest.

        Whether it had to be taken in first. Raises ``Refusal`` when it was edited outside.
        """
        committed = self._history.committed(now.draft.path)
        if committed is None:
            subject = commit_messages.subject_about(commit_messages.TAKE_IN, now.item, now.item.title)
            trailers = [*self._item_trailers(now), ("Text", now.draft.digest)]
            body = "The draft as it was received."
            change = FileChange(now.draft.path, new=encode(now.draft.text))
            self._history.commit([change], commit_messages.message(subject, body, trailers))
            return True
        if committed != encode(now.draft.text):
            raise Refusal(OUTSIDE_EDIT.format(number=now.item.label, name=now.called))
        return False

    def _record(
        self,
        seen: ItemView,
        now: ItemView,
        act: Act,
        what: str,
        body: str,
        trailers: list[tuple[str, str]],
        sentence: str,
        settled: Act | None = None,
    ) -> Recorded:
        """Keep ``act`` as one file in one commit, whose subject is its kind's and ``what``.

        Where it is about an exact text, that text is taken into the history first, if it is not there yet.
        """
        kind = kind_of(act)
        form = kind.form(act, settled)
        if form.is_on_text:
            self._ensure_recorded(now)
        folder = seen.item.id if kind.scope is Scope.ITEM else ""
        subject = commit_messages.subject_about(form.subject, seen.item, what)
        trailers = [*self._item_trailers(seen), *trailers, *self._recorder_trailers()]
        message = commit_messages.message(subject, body, trailers)
        change = self._act_change(seen.meeting.id, folder, act, seen.draft.acts)
        entry = self._history.commit([change], message, author=self._author)
        return Recorded(sentence, entry, seen.draft.digest, act, settled)

    def _act_change(self, meeting: str, item: str, act: Act, before: Sequence[Act]) -> FileChange:
        """The file that keeps ``act``, signed where its maker signs; ``before`` are the acts there."""
        signer = self._signer if self._author is None else NoSigner()
        policy = self._reading.policy()[0]
        return signed_change(self._files, signer, policy, (meeting, item), act, before)

    def _common_fields(self, who: Reviewer) -> _CommonFields:
        return {"id": self._new_id(), "by": who, "at": self._author.at if self._author else self._clock.now()}

    def _recorder_trailers(self) -> list[tuple[str, str]]:
        """Who records what is another's."""
        if self._author is None or self._author.who.is_same(me := self._history.reviewer()):
            return []
        return [(commit_messages.RECORDED_BY, str(me))]

    @staticmethod
    def _item_trailers(view: ItemView) -> list[tuple[str, str]]:
        return [("Meeting", view.meeting.id), ("Item", view.item.id)]

    @staticmethod
    def _stale_draft(seen: ItemView, now: ItemView) -> StaleDraft:
        return StaleDraft(
            f"The minutes of item {seen.item.label} have changed since you read them. Nothing was written. "
            "Read what changed, then decide again.",
            path=now.draft.path,
            expected=encode(seen.draft.text),
            found=encode(now.draft.text),
        )


def _why_not_here(move: Move, view: ItemView, who: Reviewer | None) -> str:
    """Why the text or its standing does not allow ``move``."""
    if move in {Move.AMEND, Move.REVERT} and view.draft.locked:
        return view.draft.locked
    if move is Move.CORRECT and view.state.differs_from_signed:
        return (
            f"The minutes of item {view.item.label} are not what was signed off any more. Put them back "
            "as they were signed before correcting them."
        )
    unfit = why_no_record(view.draft.text) if move in {Move.APPROVE, Move.SIGN_OFF} else ""
    # A signed item says so first: that is what has to be dealt with before the words.
    return unfit if unfit and not view.state.signed_off else why_not(move, view.state, who)
