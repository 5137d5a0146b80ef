"""A dialog in which something is typed that a crash must not take."""

from typing import Generic, TypeVar

from review_tui.tui.keeping import Keeper
from review_tui.tui.screens.dialog import Dialog

T = TypeVar("T")
KEEP_EVERY = 0.4
"""Seconds between looking whether something new was typed."""


class TypingDialog(Dialog[T], Generic[T]):
    """Hands what is typed to its keeper within a second, and when the program is ended."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.keeper = keeper
        self._kept: tuple[str, str] | None = None
        self._first = ("", "")

    @property
    def typed(self) -> tuple[str, str]:
        """The words in the fields now: the words themselves, and a reason where one is asked for."""
        raise NotImplementedError

    def watch_typing(self) -> None:
        """From now on, keep what is typed."""
        self._kept = self._first = self.typed
        self.set_interval(KEEP_EVERY, self.keep_typing)

    def keep_typing(self) -> None:
        """Keep what is typed, if it is new since the last time."""
        typed = self.typed
        if self._kept is not None and typed != self._kept:
            refusal = self.keeper.keep(*typed)
            self.complain(refusal)
            if not refusal:
                self._kept = typed

    def action_do(self) -> None:
        """Answer; what was typed is kept until the act is done."""
        self.keep_typing()
        super().action_do()

    def action_leave(self) -> None:
        """Leave; what was typed is put aside and offered again, unless nothing is left of it."""
        if self.is_blank:
            self.keeper.give_up()
        elif self.typed != self._first:
            self.keep_typing()
        self.dismiss(None)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is typed that is worth keeping."""
        return not "".join(self.typed).strip()
