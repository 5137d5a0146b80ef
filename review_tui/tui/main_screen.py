"""The reading screen: draft beside notes, with its keys. It wires and draws; it decides nothing.

The way of an act, once down and once up: a key leads to ``action_go``, which runs the feature's action from
the ``ActionTable``. The action asks by ``acts.ask`` and writes by ``acts.do``: through the write queue to a
service of the application. Then ``say`` tells what was done, and ``reload`` has ``session`` read the files
again, which calls ``draw``. The checks follow in their own time, and draw once more at the end.

What the screen is made of stands below it and knows nothing of it: ``session`` (what is open), ``acts``
(asking and writing), ``key_queue`` (keys that wait), ``word_search`` (what is looked for). The features stand
above it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import DescendantFocus, Event, ScreenResume
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from review_tui.application.meeting_checks import MINUTES, item_of
from review_tui.application.ports import BEING_READ, TypedText
from review_tui.application.reading import MeetingView
from review_tui.model.frozen import frozen
from review_tui.model.meeting import Meeting
from review_tui.model.passages import Passage, PassageKind
from review_tui.model.text import Span
from review_tui.model.visible import sendable
from review_tui.tui.act_runner import ActRunner
from review_tui.tui.cursor_context import CursorContext
from review_tui.tui.detail_lines import DetailLines
from review_tui.tui.item_loader import ItemLoader
from review_tui.tui.key_queue import KeyQueue
from review_tui.tui.keys import KEYS, Key, bindings
from review_tui.tui.open_item import Concern, OpenItem
from review_tui.tui.panes import ORDER, Panes
from review_tui.tui.presenters import status_lines
from review_tui.tui.presenters.at_hand import concern_here, elsewhere
from review_tui.tui.presenters.evidence_lines import coverage_line, evidence_line, note_line, noted_facts
from review_tui.tui.presenters.item_state import agenda_rows, progress
from review_tui.tui.presenters.notice import notice
from review_tui.tui.refused_keys import is_refused_by_moves, refused_keys
from review_tui.tui.review_session import ReviewSession
from review_tui.tui.widgets.agenda import Agenda
from review_tui.tui.widgets.bars import KeyBar
from review_tui.tui.widgets.find_field import FindField
from review_tui.tui.widgets.reading_pane import ReadingPane
from review_tui.tui.widgets.two_ends import TwoEnds
from review_tui.tui.word_search import WordSearch
from review_tui.tui.write_queue import WriteQueue

if TYPE_CHECKING:
    from review_tui.application.act_service import Recorded  # which no act has loaded before the first paint

WATCH_EVERY = 2.0
"""Seconds between looking whether the files were changed outside."""
LONG_MESSAGE = 5
"""Rows of a sentence from which it gets a page of its own."""
NO_PASSAGE = Passage(0, PassageKind.PARAGRAPH, Span(0, 0), Span(0, 0), 1, "")
"""Where the cursor is in empty minutes."""

Action = Callable[["MainScreen"], Awaitable[None]]
"""What a key does that needs no passage."""
CursorAction = Callable[["MainScreen", CursorContext], Awaitable[None]]
"""What a key does to the passage, flag or finding at the cursor."""


@frozen
class ActionTable:
    """What the features do. The app hands it in: the screen imports no feature."""

    anywhere: Mapping[str, Action]
    """By the id of the key."""
    at_cursor: Mapping[str, CursorAction]
    find: Callable[["MainScreen", str], Awaitable[None]]
    """Go to the first place where these words stand."""
    menu: Callable[["MainScreen", CursorContext, str], Awaitable[Key | None]]
    """Ask what to do at the cursor of the pane with this name."""
    help_screen: Callable[[int], Screen[None]]
    page: Callable[[Content, Content], Screen[None]]
    """A heading and words to read, and to leave again."""
    dialog_styles: str
    """The style sheet of all dialogs and pages."""
    may_leave: Callable[["MainScreen"], Awaitable[bool]]
    begin_history: Action
    """Offer to make a history where there is none."""
    ask_about_programs: Action
    """Ask whether programs may run that the repository names, where nobody has been asked yet."""
    ask_about_file: Action
    """Ask for what can't be told from the file of the meeting's minutes, where something can't."""
    resume: Callable[["MainScreen", TypedText, OpenItem], Awaitable[None]]
    """Offer to go on with what was being typed when the program was cut short."""


def _breakpoints(size: Size) -> Iterator[str]:
    for length, breakpoints in (
        (size.height, MainScreen.VERTICAL_BREAKPOINTS),
        (size.width, MainScreen.HORIZONTAL_BREAKPOINTS),
    ):
        yield max(each for each in breakpoints if each[0] <= length)[1]


class MainScreen(Screen[None]):
    """One meeting, one of its items open."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-middling"), (34, "-tall")]  # noqa: RUF012 -- Textual declares it so
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (160, "-huge")]  # noqa: RUF012 -- Textual declares it so
    BLANK = True  # as in ``Panes``
    AUTO_FOCUS = "#draft"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(key for key in KEYS if not key.is_for_panes)]

    def __init__(
        self,
        loader: ItemLoader,
        write_queue: WriteQueue,
        meeting: MeetingView,
        item: OpenItem,
        load_actions: Callable[[], ActionTable],
        size: Size,
    ) -> None:
        """``load_actions`` imports the features: called after the first paint. ``size`` is the terminal's."""
        # Textual would find the breakpoints when all is styled, and then style all of it once more.
        super().__init__(classes=" ".join(_breakpoints(size)))
        self.session = ReviewSession(loader, write_queue, meeting, item)
        self.context = self.session.context
        """The services of the book."""
        self.key_queue = KeyQueue(self, self.session, self._press_queued, self.draw_notice)
        self.acts = ActRunner(self, self.session, self.key_queue, self.say, self.reload)
        self.word_search = WordSearch()
        self.session.on_change = self.draw
        self.session.on_looked_over = self.key_queue.press_ready
        self._was_in_front = False
        self.message = ""
        """What was said to the reviewer last; it stands until the next key."""
        self._load_actions = load_actions
        self._went_to: Concern | None = None
        """The thing that the reviewer went to, of several in one passage or of the whole item."""
        self._notice = Content("")
        """The notice as it is drawn."""

    # What is on the screen

    def compose(self) -> ComposeResult:
        """Title, panes, the line for the thing at hand, keys."""
        yield TwoEnds(id="title", gap=2, share=75)
        yield Panes()
        yield DetailLines(id="thing")
        yield TwoEnds(id="evidence", gap=2)
        yield Static(id="notice")
        yield KeyBar(id="keys")

    @property
    def panes(self) -> Panes:
        """The three panes."""
        return self.query_one(Panes)

    @property
    def here(self) -> CursorContext | None:
        """Where the reviewer is, in what is on the screen."""
        item = self.panes.item or self.session.item
        passage = self.panes.passage or (None if item.passages else NO_PASSAGE)
        return (
            CursorContext(item, passage, self.panes.chosen_words, self.concern, self.panes.note)
            if passage
            else None
        )

    @property
    def concern(self) -> Concern | None:
        """What the reviewer is looking at: the thing gone to, else the first of the passage."""
        passage, item = self.panes.passage, self.session.item
        here = item.concerns_at(passage.index) if passage else ()
        if self._went_to in (*here, *(t for t in item.concerns if t.span is None)):
            return self._went_to
        return here[0] if here else None

    @property
    def _is_drawn_to(self) -> bool:
        """Whether the screen stands: while the program is being left, its parts go one after another."""
        return self.is_attached and self.display  # which is false from the moment that it is being closed

    def draw(self, *, keep_place: bool = True) -> None:
        """Everything on the screen, from what is known now; with ``keep_place`` the cursor stays."""
        if not self._is_drawn_to:
            return
        meeting, item, findings = self.session.meeting, self.session.item, self.session.findings
        self.draw_title()
        rows = agenda_rows(meeting.items, item.view.item.id, findings)
        self.panes.show(item, rows, keep_place=keep_place, found=self.word_search.places)
        self.query_one(KeyBar).lead_with(*(("find-next", "back") if self.word_search.words else ()))
        is_short = "-huge" not in self.classes
        self.query_one("#evidence", TwoEnds).show(right=coverage_line(item, is_short=is_short))
        self.draw_details()

    def draw_title(self) -> None:
        """The line above the panes: the meeting, how far it is, what is being sent and received."""
        if self._is_drawn_to:
            meeting, findings = self.session.meeting, self.session.findings
            title, right = (
                status_lines.meeting_title(meeting),
                progress(meeting, findings, self.session.sync.words),
            )
            self.query_one("#title", TwoEnds).show(title, right)

    def draw_details(self) -> None:
        """The lines below the panes, and the notes that the thing at the cursor comes from."""
        if not self._is_drawn_to:
            return
        concern, passage, item = self.concern, self.panes.passage, self.session.item
        at = passage.index if passage else 0
        details = (
            concern_here(concern, item, at, self.session.why_not)
            if concern and passage
            else elsewhere(item, at, self.session.meeting)
        )
        self._offer_keys(at, concern)
        self.query_one(DetailLines).show(details.words, details.hints, details.excerpts)
        self.draw_notice()
        self._draw_evidence(concern)

    def _offer_keys(self, passage: int, concern: Concern | None) -> None:
        """Dim in the key bar what would be refused here; in signed minutes what they refuse is left out."""
        refused = refused_keys(self.session, passage, concern)
        is_signed = self.session.item.view.state.signed_off
        hidden = {key.id for key in KEYS if is_signed and is_refused_by_moves(self.session, key)}
        if not self.session.sync.has_hub:
            hidden.add("sync")
        if not self.session.has_just_acted:
            hidden.add("undo")  # whether more can be taken back is not known without searching the history
        self.query_one(KeyBar).offer(dimmed=refused - hidden, hidden=frozenset(hidden), is_signed=is_signed)

    def draw_notice(self) -> None:
        """What was said last and what stays to be said, in rows of their own.

        A word that stands until the next key takes the place of the line about the notes, so that nothing
        moves for it as long as one row is enough.
        """
        if not self._is_drawn_to:
            return
        meeting = self.session.meeting
        problems = (str(p) for p in meeting.problems if p.sentence != BEING_READ and not p.is_notice)
        words = notice(
            self.session.warning or self.session.read_only,
            (*self.session.item.complaints, *problems),
            self.message,
            is_slow=self.key_queue.is_slow,
        )
        if words.is_same(self._notice):
            return
        self._notice = words
        self.query_one("#evidence").display = not self.message
        rows = self.query_one("#notice", Static)
        rows.display = bool(words.plain)
        rows.update(words)

    def _draw_evidence(self, concern: Concern | None) -> None:
        """Highlight the notes that the passage at the cursor comes from, and say which they are."""
        if not self._is_drawn_to:
            return
        passage, item, note = self.panes.passage, self.session.item, self.panes.note
        evidence = item.evidence_of(passage.index) if passage else None
        places = [each.place for each in evidence.lines] if evidence else []
        found = concern.finding.places if concern and concern.finding else ()
        self.panes.light((*found, *places), noted_facts(item, passage))
        line = note_line(item, note) if note else evidence_line(item, passage)
        self.query_one("#evidence", TwoEnds).show(line)

    def say(self, sentence: str) -> None:
        """A sentence for the reviewer: it stands below the panes until the next key."""
        self.message = sentence
        self.draw_details()
        if len(sentence) > LONG_MESSAGE * max(40, self.size.width - 4) and self.app.screen is self:
            page = self._load_actions().page(Content("Please read this"), status_lines.plain(sentence))
            self.app.push_screen(page)

    def clear_message(self) -> None:
        """The reviewer has gone on: what was said is read."""
        if self.message:
            self.message = ""
            self.draw_details()

    # Opening, and reading again

    def on_mount(self) -> None:
        """Show what was read; everything that takes longer comes after the first paint."""
        self.draw(keep_place=False)
        self.panes.bring_to_front("draft")
        self.session.begin_looking_over()
        self.call_after_refresh(self._settle_in)

    @work(group="reading")
    async def _settle_in(self) -> None:
        await self.acts.guard(self.session.look_over())
        self.session.end_looking_over()  # which began with the first frame
        left = await asyncio.to_thread(self.context.typing.left_over)
        await self.acts.guard(self._recover())
        actions = await asyncio.to_thread(self._load_actions)
        self._read_styles(actions.dialog_styles)
        await self.acts.guard(self.session.count_findings())
        self.set_interval(WATCH_EVERY, self._watch)
        await self.acts.guard(self._offer(actions, left))

    def _read_styles(self, path: str) -> None:
        # Textual would read them when the first dialog opens, and then parse all that it knows once more.
        styles = self.app.stylesheet
        if not styles.has_source(path):
            styles.read(path)
            styles.parse()

    async def _recover(self) -> None:
        for sentence in await asyncio.to_thread(self.context.history.recover):
            self.say(sentence)

    async def _offer(self, actions: ActionTable, left: tuple[TypedText, ...]) -> None:
        """Offer a history where there is none, and what was being typed when the program was cut short.

        Only while the reviewer has not begun something else: no dialog comes over one that is open.
        """
        if await asyncio.to_thread(self.context.history.may_begin):
            await actions.begin_history(self)
        await actions.ask_about_programs(self)
        await actions.ask_about_file(self)
        for typing in left:
            if self.app.screen is not self or typing.meeting != self.session.meeting.meeting.id:
                continue
            if self.session.item.view.item.id != typing.item:
                self.open_item(typing.item)
                await self.session.looked_over()
            if self.session.item.view.item.id == typing.item:
                await actions.resume(self, typing, self.session.item)

    def open_item(self, item_id: str) -> None:
        """Open another item of the meeting; it is looked over while it can be read already."""
        if self.session.open_item(item_id):
            self.word_search.places, self._went_to, self.message = (), None, ""
            self.draw(keep_place=False)
            self._look_over_soon()

    async def open_meeting(self, meeting: Meeting, item_id: str = "") -> None:
        """Open a meeting of the book, read anew, at one of its items; at its first where none is named."""
        problem = await self.session.open_meeting(meeting)
        if problem:
            self.say(problem)
            return
        items = [view.item.id for view in self.session.meeting.items]
        self.open_item(item_id if item_id in items else items[0])
        await (await asyncio.to_thread(self._load_actions)).ask_about_file(self)

    async def reload(self, recorded: "Recorded | None" = None) -> bool:
        """Show the files as they are now, after the act ``recorded`` if any; the cursor stays where it is.

        Whether they are on the screen: not where the item can't be read any more, which is said then.
        """
        outcome = await self.session.reload(recorded)
        if outcome.problem:
            self.say(outcome.problem)
        if outcome.is_shown:
            self._look_over_soon()
        return outcome.is_shown

    def _look_over_soon(self) -> None:
        """Look the open item over while the reviewer goes on reading; then count what the others have."""
        self.session.begin_looking_over()  # from this moment on, not when the worker comes to it
        self._look_over_and_count()

    @work(group="looking")
    async def _look_over_and_count(self) -> None:
        try:
            await self.acts.guard(self.session.look_over())
        finally:
            self.session.end_looking_over()
        await self.acts.guard(self.session.count_findings())

    @work(group="watching", exclusive=True)
    async def _watch(self) -> None:
        await self.session.notice_changes()

    # Going somewhere

    def go_to(self, passage: int, concern: Concern | None = None) -> None:
        """Rest on a passage of the draft, looking at ``thing`` if it is given."""
        self.panes.bring_to_front("draft")
        self.panes.draft.move_to(passage)
        self._went_to = concern
        self.draw_details()

    def go_to_words(self, file: str, span: Span) -> None:
        """Rest on a place of the draft, its words chosen, or of the notes."""
        if file != MINUTES:
            self.show_note(file, span)
            return
        item = self.session.item
        there = item.nearest(span.start)
        if there is not None:
            shown = item.shown(there).from_source(span)
            self.go_to(there.index)
            self.panes.draft.choose_span(shown.start, shown.end)

    def show_note(self, file: str, span: Span) -> None:
        """Bring a place of the notes into view."""
        self.panes.bring_to_front("notes")
        self.panes.show_note(file, span)

    # Keys, whether pressed, clicked or chosen from a list

    def press(self, key: Key) -> None:
        """Do what a key does, by a click or from the list of commands: as soon as it may."""
        if not key.keys or not self.key_queue.takes(key.keys.split(",")[0]):
            self._perform(key)

    def _press_queued(self, key: Key) -> None:
        self.clear_message()
        self._perform(key)

    def _perform(self, key: Key) -> None:
        if key.is_for_panes:
            self.panes.action_move(key.id)
        elif key.action.startswith("go("):
            self.action_go(key.id)
        else:
            cast("Callable[[], object]", getattr(self, f"action_{key.action}"))()

    async def on_event(self, event: Event) -> None:
        """Textual styles a screen anew when it comes to the front: the first time it has just been styled."""
        if isinstance(event, ScreenResume) and not self._was_in_front:
            event.refresh_styles, self._was_in_front = False, True
        await super().on_event(event)

    def on_screen_resume(self) -> None:
        """Nothing lies on the screen any more."""
        self.key_queue.press_ready()

    def action_go(self, name: str) -> None:
        """Do what the key with this id does in the table of actions."""
        self.key_queue.begin_work()  # from this moment on the keys after it wait
        self._go(name, self.here)

    @work(group="go")
    async def _go(self, name: str, here: CursorContext | None) -> None:
        async def begin() -> None:
            if name in actions.anywhere:
                await actions.anywhere[name](self)
            elif name == "flag" and self.panes.front_pane.selected_text and not self.panes.chosen_words:
                self.say("Choose words of one passage to flag them.   Ctrl+C: copy these")
            elif here is not None:
                await actions.at_cursor[name](self, here)

        try:
            actions = await asyncio.to_thread(self._load_actions)  # not before the first paint
            await self.acts.guard(self.acts.by_name(begin))
        finally:
            self.key_queue.end_work()

    @work(group="go")
    async def action_menu(self) -> None:
        """What can be done here, to pick from."""
        await self._offer_menu()

    @on(ReadingPane.MenuAsked)
    @on(Agenda.MenuAsked)
    @work(group="go")
    async def _menu_asked(self, event: ReadingPane.MenuAsked | Agenda.MenuAsked) -> None:
        if isinstance(event, Agenda.MenuAsked):
            view = self.session.meeting.items[event.index]
            if view.item.id != self.session.item.view.item.id:
                self.open_item(view.item.id)
        await self._offer_menu()

    async def _offer_menu(self) -> None:
        actions = await asyncio.to_thread(self._load_actions)
        if self.here is not None:
            key = await actions.menu(self, self.here, self.panes.front)
            if key is not None:
                self.press(key)

    def action_help(self) -> None:
        """The keys and the words."""
        self.app.push_screen(self._load_actions().help_screen(self.size.width))

    def action_commands(self) -> None:
        """Everything that can be done, by name."""
        self.app.action_command_palette()

    @work(group="go")
    async def action_quit(self) -> None:
        """Leave, once everything is written; before that, tell what was raised in this session."""
        await self.session.write_queue.until_written()
        if await self._load_actions().may_leave(self):
            await self.app.action_quit()

    def action_copy(self) -> None:
        """Copy what is chosen, by keys or by the mouse; else the passage or line at the cursor."""
        chosen = self.panes.front_pane.selected_text or self.get_selected_text()
        text = sendable(chosen or self.panes.front_pane.text_at_cursor)
        if text:
            self.app.copy_to_clipboard(text)
            self.say(status_lines.copied_words(text, is_chosen=bool(chosen)))

    def action_find(self) -> None:
        """Ask for words to find, in the place of the key bar."""
        if not self.query(FindField):
            self.query_one(KeyBar).display = False
            self.mount(field := FindField(), after="#keys")
            field.focus()

    @on(FindField.Closed)
    async def _find_field_closed(self, event: FindField.Closed) -> None:
        await event.control.remove()
        self.query_one(KeyBar).display = True
        self.panes.bring_to_front(self.panes.front)
        if event.words:
            self._find(event.words)
        elif event.words is not None:
            self.say("Type the words to find.")

    @work(group="go")
    async def _find(self, words: str) -> None:
        actions = await asyncio.to_thread(self._load_actions)
        await self.acts.guard(actions.find(self, words))

    def search_for(self, words: str, places: tuple[tuple[str, Span], ...] = ()) -> None:
        """Mark the places of the open item where ``words`` stand; no words end the search."""
        self.word_search.start(words, places)
        self.draw()

    def action_back(self) -> None:
        """Break off a sync; close the find field; let go of chosen words; forget found ones."""
        if self.session.sync.break_off():
            return
        if fields := self.query(FindField):
            fields.first().close()
            return
        for pane in (self.panes.draft, self.panes.notes):
            pane.clear_selection()
        if self.word_search.words:
            self.search_for("")

    # Messages of the widgets

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """A click into a pane brings it to the front, as Tab does."""
        name = event.widget.id or ""
        if name in ORDER and name != self.panes.front:
            self.panes.bring_to_front(name)

    @on(Panes.PassageReached)
    def _passage_reached(self, event: Panes.PassageReached) -> None:
        if self._went_to is None or self._went_to.passage != event.index:
            self._went_to = None
        self.draw_details()

    @on(Panes.NoteReached)
    def _note_reached(self) -> None:
        self._draw_evidence(self.concern)

    @on(Agenda.Chosen)
    def _agenda_chosen(self, event: Agenda.Chosen) -> None:
        items = self.session.meeting.items
        if event.index < len(items):
            self.open_item(items[event.index].item.id)
            self.panes.bring_to_front("draft")

    @on(DetailLines.PlaceChosen)
    def _place_chosen(self, event: DetailLines.PlaceChosen) -> None:
        if other := item_of(event.place.file):
            self.open_item(other)
        elif event.place.file != MINUTES:
            self.show_note(event.place.file, event.place.span)
        elif (there := self.session.item.nearest(event.place.span.start)) is not None:
            self.go_to(there.index, self.concern)

    @on(KeyBar.Pressed)
    @on(DetailLines.Pressed)
    def _key_pressed(self, event: KeyBar.Pressed | DetailLines.Pressed) -> None:
        event.stop()
        self.press(event.key)
