"""What acts and walks are given: where the reviewer is, and the screen that they play on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar, runtime_checkable

from textual.screen import Screen

from review_tui.domain.findings import Place
from review_tui.domain.passages import Passage
from review_tui.domain.standing import Move
from review_tui.domain.text import Span
from review_tui.services.acting import Done
from review_tui.services.desk import Desk
from review_tui.services.ports import Typing
from review_tui.tui.keeping import Keeper
from review_tui.tui.open_item import OpenItem, Thing

T = TypeVar("T")


@runtime_checkable
class KeepsTyping(Protocol):
    """A screen in which something may be typed that must not be lost."""

    def keep_typing(self) -> None:
        """Hand over what is typed, durably, before returning."""


@dataclass(frozen=True, slots=True)
class Here:
    """Where the reviewer is."""

    item: OpenItem
    passage: Passage
    chosen: Span | None
    """Chosen words: characters of the minutes."""
    thing: Thing | None = None
    """What the reviewer is looking at: in this passage, or of the whole item."""
    note: Place | None = None
    """The line of the notes that the cursor rests on, when the notes are in front."""
    resumed: Typing | None = None
    """What was typed here before, to go on with."""

    def keeper(self, desk: Desk, purpose: str, original: str) -> Keeper:
        """Keeps what is typed here safe."""
        return Keeper(desk.typing, self.item.view, purpose, self.passage.index, original)

    def typed_before(self, desk: Desk, purpose: str, original: str) -> Typing | None:
        """What was typed before for the same purpose about the same words, and not recorded."""
        if self.resumed is not None:
            return self.resumed
        return self.keeper(desk, purpose, original).typed_before()


class Stage(Protocol):
    """What a flow needs of the screen that it plays on."""

    desk: Desk
    who: str

    async def ask(self, dialog: Screen[T | None]) -> T | None:
        """Show a dialog and wait for its answer."""

    async def do(self, job: Callable[[], Done]) -> bool:
        """Have a service act, then read the book again; say how it went. Whether it was done."""

    def say(self, sentence: str) -> None:
        """A sentence for the reviewer."""

    def may(self, move: Move) -> bool:
        """Whether the move can be made; says why not."""
