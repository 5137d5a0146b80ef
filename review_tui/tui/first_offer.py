"""What is offered where there is no minute book: to make one of a document, or to see the sample."""

from collections.abc import Callable
from pathlib import Path

from textual.app import App
from textual.content import Content

from review_tui.application.document_import import ReadDocument
from review_tui.application.document_ports import Documents
from review_tui.model.errors import Refusal
from review_tui.tui import safe_output, sixteen_colours, themes
from review_tui.tui.dialogs.long_pick import Notice, NumberedPick
from review_tui.tui.features.documents.background import Stopped, in_background, shown_while
from review_tui.tui.features.documents.import_actions import make_meeting
from review_tui.tui.under_way import UnderWay

HEADING = "There is no minute book in this folder"
SAMPLE = Path()
"""What is answered where the sample is to be shown."""
_LINES = (
    "Make one of minutes that somebody wrote: Word, OpenDocument, a web page, PDF or text",
    "Look at a sample book, thrown away afterwards",
    "Leave",
)
_LATER = (
    "The changes and comments of this document are not recorded yet. Once the book has a history, press i "
    "and take the file back.\n\nWhy not yet: {why}"
)


class FirstOffer(App[None]):
    """Run it, and ask it what was ``taken``."""

    CSS_PATH = "review.tcss"
    TITLE = "review-tui"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, documents: Documents, book: Path, record: Callable[[Path, ReadDocument], str]) -> None:
        """``record`` records a meeting as it was received, and says why it can't; empty where it did."""
        super().__init__()
        self._documents = documents
        self._book = book
        self._record = record
        self.taken: Path | None = None
        """The folder of the new meeting, ``SAMPLE``, or ``None`` where it was left."""
        self.animation_level = "none"
        safe_output.install(self)
        sixteen_colours.install(self)
        themes.install(self)

    def on_mount(self) -> None:
        """Ask at once."""
        self.run_worker(self._offer(), group="offer")

    async def _offer(self) -> None:
        while True:
            picked = await self.push_screen_wait(NumberedPick(HEADING, [Content(each) for each in _LINES]))
            if picked != 0:
                self.taken = SAMPLE if picked == 1 else None
                break
            try:
                self.taken = await self._make()
            except Stopped as stopped:
                await self.push_screen_wait(Notice("Make a meeting of a document", str(stopped)))
                continue
            except Refusal as refusal:
                await self.push_screen_wait(Notice("That can\u2019t be done", str(refusal)))
                continue
            if self.taken is not None:
                break
        self.exit()

    async def _make(self) -> Path | None:
        made = await make_meeting(self, self.push_screen_wait, self._documents, self._book)
        if made is None:
            return None
        folder, read = made
        recording = in_background(lambda: self._record(folder, read))
        why = await shown_while(self, UnderWay().begun("Recording"), recording, None)
        if why and read.marked:
            await self.push_screen_wait(Notice("One thing more", _LATER.format(why=why)))
        return folder
