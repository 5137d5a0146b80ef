"""The open book: what is read, what is known of it, and the screen drawn from that. Keys come on top."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from review_tui.domain.refusals import Refusal
from review_tui.domain.standing import Move
from review_tui.domain.text import Span
from review_tui.domain.visible import visible
from review_tui.services.reading import MeetingView
from review_tui.services.review import Done
from review_tui.tui.keys import KEYS
from review_tui.tui.open_item import OpenItem
from review_tui.tui.opener import Opener
from review_tui.tui.pen import Pen
from review_tui.tui.presenters import sentences
from review_tui.tui.stage import Here
from review_tui.tui.widgets.bars import KeyBar, TitleBar
from review_tui.tui.widgets.panes import Panes

T = TypeVar("T")


class BookScreen(Screen[None]):
    """One meeting, one of its items open."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 -- Textual declares it so

    def __init__(self, opener: Opener, pen: Pen, meeting: MeetingView, item: OpenItem) -> None:
        super().__init__()
        self.opener = opener
        self.desk = opener.desk
        self.pen = pen
        self.meeting = meeting
        self.item = item
        self.who = ""
        self.read_only = ""
        self.banner = ""
        self.found: tuple[tuple[str, Span], ...] = ()
        self.findings: dict[str, int] = {}
        """How many findings each item has, as far as they have been counted."""
        self.last_print: object = None

    def compose(self) -> ComposeResult:
        """Title, panes, the line for the thing at hand, keys."""
        yield TitleBar()
        yield Panes()
        yield Static(id="thing")
        yield Input(id="find", placeholder="Find in draft and notes", compact=True)
        yield KeyBar(KEYS, id="keys")

    @property
    def panes(self) -> Panes:
        """The three panes."""
        return self.query_one(Panes)

    @property
    def here(self) -> Here | None:
        """Where the reviewer is, unless the item is empty."""
        passage = self.panes.passage
        return Here(self.item, passage, self.panes.chosen_words) if passage else None

    def draw(self, *, keep_place: bool) -> None:
        """Everything on the screen, from what is known now."""
        title = sentences.meeting_title(self.meeting)
        self.query_one(TitleBar).show(title, sentences.progress(self.meeting, self.findings))
        rows = sentences.agenda_rows(self.meeting.items, self.item.view.item.id, self.findings)
        self.panes.show(self.item, rows, keep_place=keep_place, found=self.found)
        dimmed = {key.id for key in KEYS if key.move and self.item.refusals.get(key.move)}
        self.query_one(KeyBar).dim(frozenset(dimmed))
        self.draw_thing()

    def draw_thing(self) -> None:
        """The lines below the panes, and the notes that the thing at the cursor rests on."""
        thing = self.here.thing if self.here else None
        warning = self.banner or self.read_only
        lines = [sentences.warning_line(warning)] if warning else []
        lines.append(sentences.thing_line(thing) if thing else sentences.elsewhere_line(self.item))
        lines += [sentences.plain(f"! {complaint}") for complaint in self.item.complaints[:1]]
        self.query_one("#thing", Static).update(Content("\n").join(lines), layout=False)
        self.panes.light(thing.finding.places if thing and thing.finding else ())

    async def look_over(self) -> None:
        """Check the open item and see what may be done with it, off the screen's thread."""
        view = self.item.view
        try:
            looked = await asyncio.to_thread(self.opener.look_over, view)
        except Refusal as refusal:
            self.say(str(refusal))
            return
        if view is self.item.view:
            self.item, self.who, self.read_only = looked.item, looked.who, looked.read_only
            self.draw(keep_place=True)

    async def open_item(self, item_id: str) -> None:
        """Open another item of the meeting."""
        item = self.opener.at_once(self.meeting, item_id)
        if item is not None:
            self.item, self.found = item, ()
            self.draw(keep_place=False)
            await self.look_over()

    async def read_again(self) -> None:
        """Show the files as they are now; the cursor stays where it is."""
        item_id = self.item.view.item.id
        meeting, item = await asyncio.to_thread(self.opener.read_again, self.meeting, item_id)
        if item is None:
            self.say("This item is no longer in the book; what you see is how it was.")
            return
        self.meeting, self.item, self.banner = meeting, item, ""
        await self.take_print()
        await self.look_over()
        await self.count_findings()

    async def count_findings(self) -> None:
        """Mark the items that have findings in the agenda."""
        self.findings = await asyncio.to_thread(self.opener.findings, self.meeting)
        self.draw(keep_place=True)

    async def take_print(self) -> None:
        """Remember what the files look like from outside, to notice when they change."""
        self.last_print = await asyncio.to_thread(self.desk.files.fingerprint, self.meeting.meeting.id)

    def go_to(self, passage: int) -> None:
        """Rest on a passage of the draft."""
        self.panes.bring_to_front("draft")
        self.panes.go_to(passage)
        self.draw_thing()

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
        """A sentence for the reviewer, in the place of the one before."""
        self.app.clear_notifications()
        self.notify(visible(sentence), markup=False, timeout=5 + len(sentence) / 20)

    def may(self, move: Move) -> bool:
        """Whether a move can be made; says why not."""
        refusal = self.item.refusals.get(move, "")
        if refusal:
            self.say(refusal)
        return not refusal
