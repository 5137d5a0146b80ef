"""Keeping safe what is being typed: the dialog hands it over, this puts it in the journal."""

import threading
from datetime import UTC, datetime
from typing import Protocol, runtime_checkable

from review_tui.application.ports import TypedText, TypingJournal
from review_tui.application.reading import ItemView
from review_tui.model.errors import Refusal
from review_tui.model.frozen import frozen

_ORDER = threading.Lock()


@runtime_checkable
class KeepsTyping(Protocol):
    """A screen in which something may be typed that must not be lost."""

    def keep_typing(self) -> None:
        """Hand over what is typed, durably, before returning."""


class Keeper(Protocol):
    """What a dialog hands the words to that are typed in it."""

    def keep(self, words: str, reason: str = "") -> str:
        """Durably keep what is typed. A sentence when that can't be done, else empty."""

    def give_up(self) -> None:
        """What was typed was used, or is not wanted."""


class KeepsNothing:
    """A keeper where there is no item to keep words with."""

    def keep(self, words: str, reason: str = "") -> str:
        """Nothing is kept, and that is no fault."""
        del words, reason
        return ""

    def give_up(self) -> None:
        """There is nothing to give up."""


@frozen
class DraftSaver:
    """Knows what is typed where, and where to keep it."""

    journal: TypingJournal
    view: ItemView
    purpose: str
    """The action that began it, by its name in ``RESUMABLE`` of ``tui/actions.py``, which goes on with it."""
    passage: int
    """Index of the passage it is about."""
    original: str
    """What it is about: the passage's or the flagged words, or the id of the flag that is answered."""

    def keep(self, words: str, reason: str = "") -> str:
        """Durably keep what is typed. A sentence when the disk refuses, else empty."""
        names = (self.view.meeting.id, self.view.item.id, self.view.draft.digest)
        now = datetime.now(UTC)
        typing = TypedText(*names, self.passage, self.original, words, reason, now, self.purpose)
        try:
            with _ORDER:  # who ends the program writes last, and keeps the newest words
                self.journal.keep(typing)
        except Refusal as refusal:
            return str(refusal)
        return ""

    def typed_before(self) -> TypedText | None:
        """What was typed there before, and neither used nor given up."""
        wanted = (self.view.meeting.id, self.view.item.id, self.purpose, self.original)
        left = self.journal.left_over()
        return next((t for t in left if (t.meeting, t.item, t.purpose, t.original) == wanted), None)

    def give_up(self) -> None:
        """What was typed was used, or is not wanted."""
        self.journal.forget(self.view.meeting.id, self.view.item.id, self.purpose, self.original)
