"""What every act needs of the screen: to ask, to do, to say, and to know what may be done."""

from collections.abc import Callable
from typing import TypeVar

from textual.screen import Screen

from review_tui.domain.refusals import Refusal
from review_tui.domain.standing import Move
from review_tui.services.review import Done
from review_tui.tui.open_item import OpenItem
from review_tui.tui.pen import Pen

T = TypeVar("T")


class StageScreen(Screen[None]):
    """A screen on which acts are played."""

    def __init__(self, pen: Pen, item: OpenItem) -> None:
        super().__init__()
        self.pen = pen
        self.item = item
        self.message = ""
        """What was said to the reviewer last; it stands until the next key."""

    async def read_again(self) -> None:
        """Show the files as they are now."""
        raise NotImplementedError

    def draw_thing(self) -> None:
        """Draw the lines below the panes."""
        raise NotImplementedError

    async def ask(self, dialog: Screen[T | None]) -> T | None:
        """Show a dialog and wait for its answer."""
        return await self.app.push_screen_wait(dialog)

    async def do(self, job: Callable[[], Done]) -> bool:
        """Have a service act, then read the book again; say how it went. Whether it was done."""
        try:
            done = await self.pen.write(job)
        except Refusal as refusal:
            self.say(str(refusal))
            return False
        await self.read_again()
        self.say(done.sentence)
        return True

    def say(self, sentence: str) -> None:
        """A sentence for the reviewer: it stands below the panes until the next key."""
        self.message = sentence
        self.draw_thing()

    def hush(self) -> None:
        """The reviewer has gone on: what was said is read."""
        if self.message:
            self.message = ""
            self.draw_thing()

    def may(self, move: Move) -> bool:
        """Whether a move can be made; says why not."""
        refusal = self.item.refusals.get(move, "")
        if refusal:
            self.say(refusal)
        return not refusal
