"""A dialog in which something is typed that a crash must not take."""

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

from textual import work

from review_tui.tui.dialogs.dialog import Dialog, NotYet
from review_tui.tui.draft_saver import Keeper

T = TypeVar("T")
KEEP_EVERY = 0.4
"""Seconds between looking whether something new was typed."""


class TypingDialog(Dialog[T], Generic[T]):
    """Hands what is typed to its keeper within a second, and when the program is ended.

    The disk is written off the screen's thread, one writing after the other.
    """

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.keeper = keeper
        self._kept: tuple[str, str] | None = None
        self._first = ("", "")
        self._disk = asyncio.Lock()
        self._refused = ""
        """What the disk said when it did not take the words."""
        self._is_closing = False

    @property
    def typed(self) -> tuple[str, str]:
        """The words in the fields now: the words themselves, and a reason where one is asked for."""
        raise NotImplementedError

    def watch_typing(self) -> None:
        """From now on, keep what is typed."""
        self._kept = self._first = self.typed
        self.set_interval(KEEP_EVERY, self._keep_soon)

    @property
    def is_unkept(self) -> bool:
        """Whether something was typed that is not on the disk yet."""
        return self._kept is not None and self.typed != self._kept

    def keep_typing(self) -> None:
        """Keep what is typed before returning: for when the program ends at once."""
        if self.is_unkept:
            self.keeper.keep(*self.typed)

    def _keep_soon(self) -> None:
        if self.is_unkept and not self._disk.locked():
            self._keep_typed()

    @work(group="keeping")
    async def _keep_typed(self) -> None:
        await self._kept_now()

    async def _kept_now(self) -> None:
        """Keep what is typed, off the screen's thread; say it when the disk refuses."""
        async with self._disk:
            if not self.is_attached or not self.is_unkept:
                return
            typed = self.typed
            refusal = await asyncio.to_thread(self.keeper.keep, *typed)
            if not refusal:
                self._kept = typed
            if self.is_attached and refusal != self._refused:
                self.complain(refusal)
            self._refused = refusal

    def action_do(self) -> None:
        """Answer; what was typed is kept until the act is done."""
        self._close(self.answer)

    def action_leave(self) -> None:
        """Leave; what was typed is put aside and offered again, unless nothing is left of it."""
        self._close(None)

    def _close(self, answer: Callable[[], T] | None) -> None:
        if self._is_closing or (answer and self.is_held):
            return
        try:
            given = answer() if answer else None
        except NotYet as missing:
            self._keep_soon()
            self.complain(str(missing))
            return
        self._is_closing = True
        self._keep_and_close(given)

    @work(group="keeping")
    async def _keep_and_close(self, given: T | None) -> None:
        if given is None and self.has_nothing_to_keep:
            async with self._disk:
                await asyncio.to_thread(self.keeper.give_up)
        elif given is not None or self.typed != self._first:
            await self._kept_now()
        self.dismiss(given)

    @property
    def has_nothing_to_keep(self) -> bool:
        """Whether nothing is typed that is worth keeping."""
        return not "".join(self.typed).strip()
