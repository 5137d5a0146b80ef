"""Runs an act: asks a dialog, has a service write, says how it went and shows what came of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from textual.screen import Screen

from review_tui.model.errors import NameUnknown, PassphraseNeeded, Refusal, StaleDraft
from review_tui.model.people import Reviewer
from review_tui.model.transitions import Move
from review_tui.tui.cursor_context import CursorContext
from review_tui.tui.draft_saver import DraftSaver
from review_tui.tui.key_queue import KeyQueue
from review_tui.tui.presenters.outside import CHANGED_OUTSIDE
from review_tui.tui.review_session import ReviewSession

if TYPE_CHECKING:
    from review_tui.application.act_service import Recorded  # which no act has loaded before the first paint
    from review_tui.tui.dialogs.words_dialog import WordsAnswer, WordsQuestion

T = TypeVar("T")


class ActRunner:
    """What every feature needs to ask, to write, and to know what may be done."""

    def __init__(
        self,
        screen: Screen[None],
        session: ReviewSession,
        key_queue: KeyQueue,
        say: Callable[[str], None],
        reload: Callable[[Recorded], Awaitable[bool]],
    ) -> None:
        """``say`` tells the reviewer a sentence; ``reload`` shows the files as an act has left them."""
        self._screen = screen
        self._session = session
        self._key_queue = key_queue
        self._say = say
        self._reload = reload

    async def ask(self, dialog: Screen[T | None]) -> T | None:
        """Show a dialog and wait for its answer. What lies on the screen already is left first.

        Keys that were typed ahead go to it, unless it is one to put one's name to: that is read first.
        """
        from review_tui.tui.dialogs.dialog import Dialog  # noqa: PLC0415 -- who made the dialog has loaded it

        app = self._screen.app
        await self._key_queue.until(lambda: app.screen is self._screen)
        if isinstance(dialog, Dialog):
            dialog.by = self._session.who
        if isinstance(dialog, Dialog) and dialog.IS_READ_FIRST:
            self._key_queue.clear()
        else:
            dialog.call_after_refresh(self._key_queue.hand_over)
        return await app.push_screen_wait(dialog)

    async def guard(self, doing: Awaitable[None]) -> None:
        """Do something that may be refused; a refusal is said, and costs nothing else."""
        try:
            await doing
        except StaleDraft as refusal:
            self._session.fall_behind(CHANGED_OUTSIDE)
            self._say(str(refusal))
        except Refusal as refusal:
            self._say(str(refusal))

    async def by_name(self, doing: Callable[[], Awaitable[T]]) -> T:
        """Do something that carries the reviewer's name, and perhaps their signature.

        Where nobody knows the name, or the key is locked, ask, and do it then.
        """
        while True:
            try:
                return await doing()
            except NameUnknown as unknown:
                if not await self._ask_name(unknown):
                    raise
            except PassphraseNeeded as locked:
                if not await self._ask_passphrase(locked):
                    raise Refusal("Nothing was recorded: it needs your signature.") from locked

    async def _ask_passphrase(self, locked: PassphraseNeeded) -> bool:
        """Ask for the passphrase of the reviewer's key; whether one was given."""
        from review_tui.tui.dialogs.passphrase_dialog import PassphraseDialog  # noqa: PLC0415 -- few need it

        given = await self.ask(PassphraseDialog(locked.file, was_wrong=locked.was_wrong))
        if given is not None:
            await asyncio.to_thread(self._session.context.keys.unlock, given)
        return given is not None

    async def _ask_name(self, unknown: NameUnknown) -> bool:
        """Ask the reviewer's name, keep it where they say, and see what may be done under it."""
        from review_tui.tui.dialogs.name_dialog import NameDialog  # noqa: PLC0415 -- asked once on a computer

        given = await self.ask(NameDialog(Reviewer(unknown.name, unknown.email)))
        if given is None:
            return False
        history = self._session.context.history
        await self._session.write_queue.write(
            lambda: history.name_reviewer(given.who, is_for_all=given.is_for_all)
        )
        await self._session.look_over(anew=True)
        return True

    async def write(self, job: Callable[[], Recorded]) -> Recorded:
        """Have a service act and note it for the summary of the session. May be refused."""

        def write_and_note() -> Recorded:
            recorded = job()
            # Within the queue's job: whoever leaves waits for the queue, and is told of this act then.
            self._session.recorded.append(recorded)
            return recorded

        return await self.by_name(lambda: self._session.write_queue.write(write_and_note))

    async def write_all(
        self,
        job: Callable[[], list[Recorded]],
        shown: Callable[[Awaitable[list[Recorded]]], Awaitable[list[Recorded]]] = lambda writing: writing,
    ) -> list[Recorded]:
        """As ``write``, for a job that records several acts in one go; ``shown`` shows that it goes on."""

        def write_and_note() -> list[Recorded]:
            recorded = job()
            self._session.recorded.extend(recorded)
            return recorded

        async def write() -> list[Recorded]:
            return await shown(self._session.write_queue.write(write_and_note))

        return await self.by_name(write)

    async def do(self, job: Callable[[], Recorded], keeper: DraftSaver | None = None) -> bool:
        """Have a service act and say so; then show the book as it is now. Whether it was done.

        What ``keeper`` kept is used then, and not offered again.
        """
        is_done = False

        async def act() -> None:
            nonlocal is_done
            recorded = await self.write(job)
            is_done = True
            if keeper is not None:
                await asyncio.to_thread(keeper.give_up)
            self._say(recorded.sentence)
            await self._reload(recorded)

        self._session.acting += 1
        try:
            await self.guard(act())
        finally:
            self._session.acting -= 1
        return is_done

    async def ask_words_and_do(
        self,
        here: CursorContext,
        purpose: tuple[str, str],
        question: WordsQuestion,
        act: Callable[[WordsAnswer], Recorded],
    ) -> None:
        """Ask for words, going on with what was typed before, and have a service act on them.

        ``purpose`` names the action and what it is about, for what is being typed: see ``typed_before``.
        """
        from review_tui.tui.dialogs.words_dialog import WordsDialog  # noqa: PLC0415 -- first paint asks for no words

        keeper = here.keeper(self._session.context, *purpose)
        before = await here.typed_before(self._session.context, *purpose)
        given = await self.ask(WordsDialog(question, keeper, before.words if before else ""))
        if given:
            await self.do(lambda: act(given), keeper)

    def may(self, move: Move) -> bool:
        """Whether a move can be made; says why not."""
        refusal = self._session.why_not(move)
        if refusal:
            self._say(refusal)
        return not refusal
