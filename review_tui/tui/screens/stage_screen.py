"""What every act needs of the screen: to ask, to do, to say, and to know what may be done."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from textual.content import Content
from textual.screen import Screen

from review_tui.domain.refusals import Refusal, StaleDraft
from review_tui.domain.standing import Move
from review_tui.services.acting import Done
from review_tui.tui.open_item import OpenItem
from review_tui.tui.pen import Pen
from review_tui.tui.presenters.sentences import plain
from review_tui.tui.screens.reader import ReaderScreen

T = TypeVar("T")
CHANGED_OUTSIDE = "Files of this meeting were changed outside.  F5: see what changed"
LONG = 400
"""Characters from which a sentence gets a page of its own."""


class StageScreen(Screen[None]):
    """A screen on which acts are played."""

    def __init__(self, pen: Pen, item: OpenItem) -> None:
        super().__init__()
        self.pen = pen
        self.item = item
        self.message = ""
        """What was said to the reviewer last; it stands until the next key."""
        self.banner = ""
        """A warning that stays."""

    async def read_again(self, done: Done | None = None) -> None:
        """Show the files as they are now, after the act ``done``."""
        raise NotImplementedError

    def draw_thing(self) -> None:
        """Draw the lines below the panes."""
        raise NotImplementedError

    @property
    def is_behind(self) -> bool:
        """Whether files were changed that are not on the screen yet."""
        return self.banner == CHANGED_OUTSIDE

    async def ask(self, dialog: Screen[T | None]) -> T | None:
        """Show a dialog and wait for its answer; with another one open already there is none."""
        if self.app.screen is not self:
            return None
        return await self.app.push_screen_wait(dialog)

    async def guard(self, doing: Awaitable[None]) -> None:
        """Do something that may be refused; a refusal is said, and costs nothing else."""
        try:
            await doing
        except StaleDraft as refusal:
            self.banner = CHANGED_OUTSIDE
            self.say(str(refusal))
        except Refusal as refusal:
            self.say(str(refusal))

    async def do(self, job: Callable[[], Done]) -> bool:
        """Have a service act, then read the book again; say how it went. Whether it was done."""
        done: list[Done] = []

        async def act() -> None:
            done.append(await self.pen.write(job))
            await self.read_again(done[0])
            self.say(done[0].sentence)

        await self.guard(act())
        return bool(done)

    def say(self, sentence: str) -> None:
        """A sentence for the reviewer: it stands below the panes until the next key."""
        self.message = sentence
        self.draw_thing()
        if len(sentence) > LONG and self.app.screen is self:
            self.app.push_screen(ReaderScreen(Content("Please read this"), plain(sentence)))

    def hush(self) -> None:
        """The reviewer has gone on: what was said is read."""
        if self.message:
            self.message = ""
            self.draw_thing()

    def may(self, move: Move) -> bool:
        """Whether a move can be made; says why not."""
        refusal = self.item.refusals.get(move, "")
        if move in {Move.APPROVE, Move.RECEIPT} and self.is_behind:
            doing = "approve" if move is Move.APPROVE else "say that you have read it"
            refusal = refusal or f"The files have changed. Press F5 and read what changed before you {doing}."
        if refusal:
            self.say(refusal)
        return not refusal
