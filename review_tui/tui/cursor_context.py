"""Where the reviewer is: what a key acts on."""

import asyncio

from review_tui.application.book_context import BookContext
from review_tui.application.ports import TypedText
from review_tui.model.findings import Location
from review_tui.model.frozen import frozen
from review_tui.model.passages import Passage
from review_tui.model.text import Span
from review_tui.tui.draft_saver import DraftSaver
from review_tui.tui.open_item import Concern, OpenItem


@frozen
class CursorContext:
    """Where the reviewer is."""

    item: OpenItem
    passage: Passage
    chosen: Span | None
    """Chosen words: characters of the minutes."""
    concern: Concern | None = None
    """What the reviewer is looking at: in this passage, or of the whole item."""
    note: Location | None = None
    """The line of the notes that the cursor rests on, when the notes are in front."""
    resumed: TypedText | None = None
    """What was typed here before, to go on with."""

    def keeper(self, context: BookContext, purpose: str, original: str) -> DraftSaver:
        """Keeps what is typed here safe."""
        return DraftSaver(context.typing, self.item.view, purpose, self.passage.index, original)

    async def typed_before(self, context: BookContext, purpose: str, original: str) -> TypedText | None:
        """What was typed before for the same purpose about the same words, and not recorded."""
        if self.resumed is not None:
            return self.resumed
        return await asyncio.to_thread(self.keeper(context, purpose, original).typed_before)
