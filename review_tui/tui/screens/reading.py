"""The reading screen: draft beside notes, with its keys. It wires and decides nothing."""

import asyncio
from importlib import import_module
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.events import DescendantFocus
from textual.widgets import Input

from review_tui.services.checking import MINUTES
from review_tui.services.ports import Typing
from review_tui.tui.finder import find_all
from review_tui.tui.keys import KEYS, bindings
from review_tui.tui.presenters import sentences
from review_tui.tui.screens.book_screen import BookScreen
from review_tui.tui.screens.stage_screen import CHANGED_OUTSIDE
from review_tui.tui.widgets.agenda import Agenda
from review_tui.tui.widgets.bars import KeyBar
from review_tui.tui.widgets.panes import ORDER, Panes

WATCH_EVERY = 2.0
"""Seconds between looking whether the files were changed outside."""


class ReadingScreen(BookScreen):
    """Keys and messages of the open book."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(key for key in KEYS if not key.is_for_panes)]

    def on_mount(self) -> None:
        """Show what was read; everything that takes longer comes after the first paint."""
        self.draw(keep_place=False)
        self.panes.bring_to_front("draft")
        self.call_after_refresh(self._settle_in)

    @work(group="reading")
    async def _settle_in(self) -> None:
        left = await asyncio.to_thread(self.desk.typing.left_over)
        await self.guard(self.look_over())
        await self.guard(self._recover())
        await asyncio.to_thread(import_module, "review_tui.tui.flows")
        await self.guard(self.count_findings())
        self.set_interval(WATCH_EVERY, self._watch)
        await self.guard(self._offer(left))

    async def _recover(self) -> None:
        for sentence in await asyncio.to_thread(self.desk.history.recover):
            self.say(sentence)

    async def _offer(self, left: tuple[Typing, ...]) -> None:
        """Offer a history where there is none, and what was being typed when the program was cut short.

        Only while the reviewer has not begun something else: no dialog comes over one that is open.
        """
        from review_tui.tui import flows  # noqa: PLC0415 -- dialogs load after the first paint

        if await asyncio.to_thread(self.desk.history.may_begin):
            await flows.begin_history(self)
        for typing in left:
            if self.app.screen is not self or typing.meeting != self.meeting.meeting.id:
                continue
            if self.item.view.item.id != typing.item:
                await self.open_item(typing.item)
            if self.item.view.item.id == typing.item:
                await flows.resume(self, typing, self.item)

    @work(group="go")
    async def action_go(self, name: str) -> None:
        """Walk somewhere, or begin an act where the cursor rests."""
        from review_tui.tui import flows  # noqa: PLC0415 -- dialogs load after the first paint

        if name in flows.WALKS:
            await self.guard(flows.WALKS[name](self))
        elif self.here is not None:
            await self.guard(flows.FLOWS[name](self, self.here))

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """A click into a pane brings it to the front, as Tab does."""
        name = event.widget.id or ""
        if name in ORDER and name != self.panes.front:
            self.panes.bring_to_front(name)

    def action_find(self) -> None:
        """Ask for words to find."""
        self.query_one(KeyBar).display = False
        field = self.query_one("#find", Input)
        field.display = True
        field.focus()

    @on(Input.Submitted, "#find")
    async def _find(self, event: Input.Submitted) -> None:
        event.stop()
        draft = self.item.view.draft
        texts = [(MINUTES, draft.text), *((note.name, note.text) for note in draft.notes)]
        self.found = tuple((file, span) for file, text in texts for span in find_all(text, event.value))
        self.action_back()
        self.draw(keep_place=True)
        self.found_at = 0
        if self.found:
            self.action_go("find-next")
        else:
            self.say(sentences.not_found(event.value))

    def action_back(self) -> None:
        """Close the find field; let go of chosen words; forget found ones."""
        field = self.query_one("#find", Input)
        if field.display:
            field.display = False
            self.query_one(KeyBar).display = True
            self.panes.bring_to_front(self.panes.front)
        elif self.panes.draft.selection:
            self.panes.draft.clear_selection()
        elif self.found:
            self.found = ()
            self.draw(keep_place=True)

    def action_help(self) -> None:
        """The keys and the words."""
        from review_tui.tui import flows  # noqa: PLC0415 -- dialogs load after the first paint

        self.app.push_screen(flows.help_screen())

    @work(group="go")
    async def action_quit(self) -> None:
        """Leave, once everything is written; before that, tell what was raised in this session."""
        from review_tui.tui import flows  # noqa: PLC0415 -- dialogs load after the first paint

        await self.pen.laid_down()
        if await flows.may_leave(self):
            await self.app.action_quit()

    @on(Panes.PassageReached)
    def _passage_reached(self, event: Panes.PassageReached) -> None:
        if self.looking is None or self.looking.passage != event.index:
            self.looking = None
        self.draw_thing()

    @on(Panes.NoteReached)
    def _note_reached(self) -> None:
        self.draw_evidence(self.thing)

    @on(Agenda.Chosen)
    @work(group="go")
    async def _agenda_chosen(self, event: Agenda.Chosen) -> None:
        if event.index < len(self.meeting.items):
            await self.guard(self.open_item(self.meeting.items[event.index].item.id))
            self.panes.bring_to_front("draft")

    @on(KeyBar.Pressed)
    async def _key_pressed(self, event: KeyBar.Pressed) -> None:
        target = self.panes if event.key.is_for_panes else self
        await target.run_action(event.key.action)

    @work(group="watching", exclusive=True)
    async def _watch(self) -> None:
        seen = await asyncio.to_thread(self.desk.files.fingerprint, self.meeting.meeting.id)
        if seen != self.mark and not self.pen.is_writing and self.banner != CHANGED_OUTSIDE:
            self.banner = CHANGED_OUTSIDE
            self.draw_thing()
