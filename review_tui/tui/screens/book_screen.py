"""The open book: what is read, what is known of it, and the screen drawn from that. Keys come on top."""

import asyncio
import datetime as dt
from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from review_tui.domain.meeting import Meeting
from review_tui.domain.passages import Passage, PassageKind
from review_tui.domain.text import Span
from review_tui.services.acting import Done
from review_tui.services.ports import BEING_READ
from review_tui.services.reading import ItemView, MeetingView
from review_tui.services.steps import trailer
from review_tui.tui.keys import KEYS
from review_tui.tui.open_item import OpenItem, Thing
from review_tui.tui.opener import LookedOver, Opener
from review_tui.tui.pen import Pen
from review_tui.tui.presenters import sentences
from review_tui.tui.presenters.evidence import coverage_line, evidence_line, note_line
from review_tui.tui.presenters.standing import agenda_rows, progress
from review_tui.tui.screens.stage_screen import CHANGED_OUTSIDE, StageScreen
from review_tui.tui.stage import Here
from review_tui.tui.widgets.bars import KeyBar, TitleBar
from review_tui.tui.widgets.panes import Panes

T = TypeVar("T")
NOWHERE = Passage(0, PassageKind.PARAGRAPH, Span(0, 0), Span(0, 0), 1, "")
"""Where the cursor rests in empty minutes."""
UNRECORDED = "These minutes were edited outside, and that is not recorded yet.  e: record it"


class BookScreen(StageScreen):
    """One meeting, one of its items open."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (160, "-huge")]  # noqa: RUF012 -- Textual declares it so

    def __init__(self, opener: Opener, pen: Pen, meeting: MeetingView, item: OpenItem) -> None:
        super().__init__(pen, item)
        self.opener = opener
        self.desk = opener.desk
        self.meeting = meeting
        self.who = ""
        self.read_only = ""
        self.found: tuple[tuple[str, Span], ...] = ()
        self.found_at = 0
        self.began = dt.datetime.now(dt.UTC).replace(microsecond=0)
        self.visited: dict[str, MeetingView] = {}
        """The meetings that were open before in this session, by id."""
        self.findings: dict[str, int] = {}
        """How many findings each item has, as far as they have been counted."""
        self.looking: Thing | None = None
        """The thing that the reviewer went to, of several in one passage or of the whole item."""
        self.read_text = item.view.draft.text
        """The minutes as the reviewer has last been shown them, with all changes announced."""
        self.mark: object = opener.mark
        self._told = Content("")
        """The lines below the panes as they are drawn."""

    def compose(self) -> ComposeResult:
        """Title, panes, the line for the thing at hand, keys."""
        yield TitleBar()
        yield Panes()
        yield Static(id="thing")
        with Horizontal(id="evidence"):
            yield Static(id="rests-on")
            yield Static(id="coverage")
        yield Input(id="find", placeholder="Find in draft and notes", compact=True)
        yield KeyBar(KEYS, id="keys")

    @property
    def panes(self) -> Panes:
        """The three panes."""
        return self.query_one(Panes)

    @property
    def here(self) -> Here | None:
        """Where the reviewer is, in what is on the screen."""
        item = self.panes.item or self.item
        passage = self.panes.passage or (None if item.passages else NOWHERE)
        return Here(item, passage, self.panes.chosen_words, self.thing, self.panes.note) if passage else None

    @property
    def thing(self) -> Thing | None:
        """What the reviewer is looking at: the thing gone to, else the first of the passage."""
        passage = self.panes.passage
        here = self.item.things_at(passage.index) if passage else ()
        if self.looking in (*here, *(t for t in self.item.things if t.span is None)):
            return self.looking
        return here[0] if here else None

    def draw(self, *, keep_place: bool) -> None:
        """Everything on the screen, from what is known now."""
        title = sentences.meeting_title(self.meeting)
        self.query_one(TitleBar).show(title, progress(self.meeting, self.findings))
        rows = agenda_rows(self.meeting.items, self.item.view.item.id, self.findings)
        self.panes.show(self.item, rows, keep_place=keep_place, found=self.found)
        dimmed = {key.id for key in KEYS if key.moves and all(map(self.item.refusals.get, key.moves))}
        self.query_one(KeyBar).dim(frozenset(dimmed))
        is_short = "-huge" not in self.classes
        self.query_one("#coverage", Static).update(coverage_line(self.item, is_short=is_short))
        self.draw_thing()

    def draw_thing(self) -> None:
        """The lines below the panes, and the notes that the thing at the cursor rests on."""
        thing, passage = self.thing, self.panes.passage
        warning = self.banner or self.read_only
        lines = [sentences.message_line(self.message)] if self.message else []
        lines += [sentences.warning_line(warning)] if warning and warning != self.message else []
        if thing and passage:
            beside = self.item.things_at(passage.index)
            place = beside.index(thing) if thing in beside else 0
            lines.append(sentences.here_line(thing, self.item, place, len(beside) if thing in beside else 1))
        else:
            is_last = self.meeting.items[-1].item.id == self.item.view.item.id
            at = passage.index if passage else 0
            lines.append(sentences.elsewhere_line(self.item, at, is_last=is_last))
        told = (str(p) for p in self.meeting.problems if p.sentence != BEING_READ)
        complaints = dict.fromkeys((*self.item.complaints, *told))
        more = f" (and {len(complaints) - 1} more: see `review-tui status`)" if len(complaints) > 1 else ""
        lines += [sentences.plain(f"! {complaint}{more}") for complaint in list(complaints)[:1]]
        below = Content("\n").join(lines)
        if not below.is_same(self._told):
            self._told = below
            self.query_one("#thing", Static).update(below, layout=False)
        self.draw_evidence(thing)

    def draw_evidence(self, thing: Thing | None) -> None:
        """The notes that the passage at the cursor rests on, lit, and a line about them."""
        passage = self.panes.passage
        grounds = self.item.grounds(passage.index) if passage else None
        rests = [rest.place for rest in grounds.rests] if grounds else []
        self.panes.light((*(thing.finding.places if thing and thing.finding else ()), *rests))
        note = self.panes.note
        line = note_line(self.item, note) if note else evidence_line(self.item, passage)
        self.query_one("#rests-on", Static).update(line, layout=False)

    async def look_over(self) -> None:
        """Check the open item and see what may be done with it, off the screen's thread."""
        view = self.item.view
        looked = await asyncio.to_thread(self.opener.look_over, view)
        if view is self.item.view:
            self._take(looked)
            self.draw(keep_place=True)

    def _take(self, looked: LookedOver) -> None:
        self.item, self.who, self.read_only = looked.item, looked.who, looked.read_only
        if self.banner in {"", UNRECORDED}:
            self.banner = UNRECORDED if looked.is_unrecorded else ""

    async def open_item(self, item_id: str) -> None:
        """Open another item of the meeting."""
        item = self.opener.at_once(self.meeting, item_id)
        if item is not None:
            self.item, self.found, self.looking, self.message = item, (), None, ""
            self.read_text = item.view.draft.text
            self.banner = "" if self.banner == UNRECORDED else self.banner
            self.draw(keep_place=False)
            await self.look_over()

    async def open_meeting(self, meeting: Meeting, item_id: str = "") -> None:
        """Open a meeting of the book, read anew, at one of its items; at its first where none is named."""
        mark = self.desk.files.fingerprint(meeting.id)
        view = await asyncio.to_thread(self.desk.reading.meeting, meeting)
        if not view.items:
            problem = f" {view.problems[0]}" if view.problems else ""
            self.say(f"There is no item to read in {meeting.body}.{problem}")
            return
        self.visited[self.meeting.meeting.id] = self.meeting
        self.meeting, self.findings, self.banner, self.mark = view, {}, "", mark
        there = [v.item.id for v in view.items if v.item.id == item_id] or [view.items[0].item.id]
        await self.open_item(there[0])
        await self.count_findings()

    async def read_again(self, done: Done | None = None) -> None:
        """Show the files as they are now; the cursor stays where it is.

        All is read first and then shown at one go, so that nothing can be done to a text that is not on the
        screen. A change that was not the reviewer's own is announced, and has to be seen before approving.
        """
        before = self.item.view
        again = await asyncio.to_thread(self.opener.read_again, self.meeting, before.item.id)
        if again.meeting.meeting.id != self.meeting.meeting.id:
            return
        self.meeting, self.mark = again.meeting, again.mark
        if self.item.view.item.id != before.item.id:
            self.draw(keep_place=True)
            return
        if again.looked is None:
            problems = "".join(f" {p}" for p in (*again.problems, *map(str, again.meeting.problems))[:1])
            self.say(f"This item can't be read any more; what you see is how it was.{problems}")
            return
        fresh = again.looked.item.view.draft
        expected = _left_behind(done, before) if done else fresh.digest
        self.banner = CHANGED_OUTSIDE if fresh.digest != expected else ""
        self._take(again.looked)
        if fresh.digest == expected and done:
            self.read_text = fresh.text
        self.draw(keep_place=True)
        await self.count_findings()

    async def count_findings(self) -> None:
        """Mark in the agenda which items have findings, and where each stands by all that history tells."""
        meeting = self.meeting
        self.findings = await asyncio.to_thread(self.opener.findings, meeting)
        looked_up = await asyncio.to_thread(self.desk.reading.all_looked_up, meeting)
        if self.meeting is meeting:
            self.meeting = looked_up
        self.draw(keep_place=True)

    def go_to(self, passage: int, thing: Thing | None = None) -> None:
        """Rest on a passage of the draft, looking at ``thing`` if it is given."""
        self.panes.bring_to_front("draft")
        self.panes.draft.move_to(passage)
        self.looking = thing
        self.draw_thing()

    def show_note(self, file: str, span: Span) -> None:
        """Bring a place of the notes into view."""
        self.panes.bring_to_front("notes")
        self.panes.show_note(file, span)


def _left_behind(done: Done, view: ItemView) -> str:
    """The digest of ``view``'s minutes after ``done``, which may have been about something else."""
    is_its = trailer(done.entry, "Item") == view.item.id and trailer(done.entry, "Meeting") == view.meeting.id
    return done.text if is_its else view.draft.digest
