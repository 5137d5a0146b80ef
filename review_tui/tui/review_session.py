"""What is open: a meeting, one of its items, who sits here and what was recorded. It reads; it draws nothing.

Everything that touches the disk or git runs off the caller's thread. What has come to be known is put in
place at one go, and only where nothing newer is open by then; then ``on_change`` is called, once.
"""

import asyncio
import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from review_tui.application.book_context import BookContext
from review_tui.application.reading import ItemView, MeetingView
from review_tui.application.undo_log import is_undo, trailer
from review_tui.model.errors import Refusal
from review_tui.model.frozen import frozen
from review_tui.model.meeting import Meeting
from review_tui.model.people import Reviewer
from review_tui.model.transitions import Move
from review_tui.tui.item_loader import ItemLoader, LoadedItem
from review_tui.tui.open_item import OpenItem
from review_tui.tui.presenters.outside import CHANGED_OUTSIDE, outside_line
from review_tui.tui.sync_state import SyncState
from review_tui.tui.write_queue import WriteQueue

if TYPE_CHECKING:
    from review_tui.application.act_service import Recorded  # which no act has loaded before the first paint

UNRECORDED = "These minutes were edited in another program, and that is not recorded yet.  e: record it"


@frozen
class ReloadOutcome:
    """How reading the files again went."""

    is_shown: bool = False
    """Whether the open item is shown as it is on disk now, not checked yet."""
    problem: str = ""
    """Why the item can't be read any more, or empty."""


class ReviewSession:
    """One reviewer at one book, from opening the program to leaving it."""

    def __init__(
        self, loader: ItemLoader, write_queue: WriteQueue, meeting: MeetingView, item: OpenItem
    ) -> None:
        self.loader = loader
        self.context = loader.context
        self.write_queue = write_queue
        self.meeting = meeting
        self.item = item
        self.who = ""
        """Who sits here, by name; empty until that is known."""
        self.read_only = ""
        """Why nothing can be written, or empty."""
        self.sync = SyncState()
        """How sending and receiving stands."""
        self.findings: dict[str, int] = {}
        """How many findings each item has, as far as they have been counted."""
        self.recorded: list[Recorded] = []
        """Everything that was recorded in this session, in order."""
        self.acting = 0
        """How many acts are being recorded, or recorded and not on the screen yet."""
        self.warning = ""
        """A sentence that stays until it is no longer true."""
        self.is_behind = False
        """Whether files were changed that are not on the screen yet."""
        self.read_text = item.view.draft.text
        """The minutes as the reviewer has last been shown them, with all changes announced."""
        self.on_change: Callable[[], None] = lambda: None
        """Called when something else is known of what is open: the screen draws it."""
        self.on_looked_over: Callable[[], None] = lambda: None
        """Called when looking over has ended, well or badly: keys that waited for it may act."""
        self._fingerprint: object = loader.mark
        """What the meeting's files looked like from outside just before they were read."""
        self._announced: object = None
        """The same, when it was last said who changed what."""
        self._newest = ""
        """The meeting's newest commit that is on the screen, as far as that was looked up."""
        self._looking = 0
        self._looked = asyncio.Event()

    @property
    def is_looking_over(self) -> bool:
        """Whether more is being found out about the open item."""
        return self._looking > 0

    def why_not(self, move: Move) -> str:
        """Why a move can't be made in the open item, by what is known now; empty when it can."""
        refusal = self.item.refusals.get(move, "")
        if move in {Move.APPROVE, Move.RECEIPT} and self.is_behind:
            doing = "approve" if move is Move.APPROVE else "say that you have read it"
            refusal = refusal or f"The files have changed. Press F5 and read what changed before you {doing}."
        return refusal

    @property
    def has_just_acted(self) -> bool:
        """Whether the newest that was done in the meeting is an act of this session, not taken back."""
        newest = self.recorded[-1].entry if self.recorded else None
        return newest is not None and newest.id == self._newest and not is_undo(newest)

    def items_onward(self, step: int) -> tuple[ItemView, ...]:
        """The items of the agenda after the open one (before it: ``step`` -1), the nearest first."""
        views = self.meeting.items
        at = next((n for n, v in enumerate(views) if v.item.id == self.item.view.item.id), 0)
        return views[at + 1 :] if step > 0 else views[:at][::-1]

    def fall_behind(self, sentence: str) -> None:
        """Warn that there is more than the screen shows, until it is read again."""
        self.is_behind, self.warning = True, sentence

    def open_item(self, item_id: str) -> bool:
        """Open another item of the meeting as it was read with it. Whether it is there."""
        item = self.loader.at_once(self.meeting, item_id)
        if item is None:
            return False
        self.item, self.read_text = item, item.view.draft.text
        if self.warning == UNRECORDED:
            self.warning = ""
        return True

    async def open_meeting(self, meeting: Meeting) -> str:
        """Open a meeting of the book, read anew; its items can be opened then. Why it can't be, or empty."""
        fingerprint = await asyncio.to_thread(self.context.files.fingerprint, meeting.id)
        view = await asyncio.to_thread(self.loader.read_meeting, meeting)
        if not view.items:
            problem = f" {view.problems[0]}" if view.problems else ""
            return f"There is no item to read in {meeting.body}.{problem}"
        self.meeting, self.findings, self._fingerprint = view, {}, fingerprint
        self.is_behind, self.warning = False, ""
        return ""

    def begin_looking_over(self) -> None:
        """From now on ``is_looking_over``; ``end_looking_over`` has to follow."""
        self._looking += 1

    def end_looking_over(self) -> None:
        """What was begun is done, or has failed."""
        self._looking -= 1
        self._looked.set()
        self.on_looked_over()

    async def look_over(self, *, anew: bool = False) -> None:
        """Find out the rest about the open item: what may be done first, then the checks and the evidence."""
        self.begin_looking_over()
        try:
            before = self.item
            if anew or not before.is_known:
                known = await asyncio.to_thread(self.loader.know, before.view, before)
                if not self._replace(before, known):
                    return
            before = self.item
            known = LoadedItem(before, self.who, self.read_only, self._newest, self.warning == UNRECORDED)
            self._replace(before, await asyncio.to_thread(self.loader.check, known))
        finally:
            self.end_looking_over()

    async def looked_over(self) -> OpenItem:
        """The open item, once it has been looked over (or that has failed)."""
        while not self.item.is_checked and self.is_looking_over:
            self._looked.clear()
            await self._looked.wait()
        return self.item

    async def count_findings(self) -> None:
        """Count what each item has, and find out how each stands by all that history tells."""
        meeting = self.meeting
        findings = await asyncio.to_thread(self.loader.findings, meeting)
        looked_up = await asyncio.to_thread(self.context.reading.meeting_with_history, meeting)
        await self.count_to_send()
        if self.meeting is meeting:
            self.meeting, self.findings = looked_up, findings
            self.on_change()

    async def reload(self, recorded: "Recorded | None" = None) -> ReloadOutcome:
        """Read the files again, after the act ``recorded`` if there was one.

        All is read first and then shown at one go, so that nothing can be done to a text that is not on the
        screen. A change that was not the reviewer's own is announced, and has to be seen before approving.
        """
        shown, was, newest = self.item, self.meeting, self._newest
        fresh = await asyncio.to_thread(self.loader.read_again, self.meeting, shown)
        if fresh.meeting.meeting.id != self.meeting.meeting.id:
            return ReloadOutcome()
        self.meeting, self._fingerprint = fresh.meeting, fresh.mark
        if self.item.view.item.id != shown.view.item.id:
            self.on_change()
            return ReloadOutcome()
        if fresh.looked is None:
            problems = "".join(f" {p}" for p in (*fresh.problems, *map(str, fresh.meeting.problems))[:1])
            return ReloadOutcome(
                problem=f"This item can't be read any more; what you see is how it was.{problems}"
            )
        draft = fresh.looked.item.view.draft
        is_expected = recorded is None or draft.digest == _left_by(recorded, shown.view)
        self.is_behind, self.warning = False, ""
        if not is_expected:
            self.fall_behind(CHANGED_OUTSIDE)
        self._take(fresh.looked)
        if is_expected and recorded:
            self.read_text = draft.text
        self.on_change()
        if recorded and self.is_behind:
            await self._announce(was, newest, recorded.entry.id)
        return ReloadOutcome(is_shown=True)

    async def notice_changes(self) -> None:
        """See whether the files were changed outside since they were read, and warn of it."""
        before = self._fingerprint
        if self._is_writing:
            return
        seen = await asyncio.to_thread(self.context.files.fingerprint, self.meeting.meeting.id)
        is_own = self._is_writing or self._fingerprint is not before
        if seen not in (before, self._announced) and not is_own:
            self._announced = seen
            await self._announce(self.meeting, self._newest, seen=seen)

    async def has_changed_outside(self) -> bool:
        """Whether files of the meeting differ from what is on the screen; what is told of it now is told."""
        seen = await asyncio.to_thread(self.context.files.fingerprint, self.meeting.meeting.id)
        has_changed = seen != self._fingerprint
        self._announced = seen if has_changed else self._announced
        return has_changed

    async def count_to_send(self) -> None:
        """See how many acts are recorded here and not sent yet."""
        count = await asyncio.to_thread(self.context.syncing.to_send)
        self.sync.has_hub, self.sync.to_send = count is not None, count or 0

    @property
    def _is_writing(self) -> bool:
        return bool(self.acting) or self.write_queue.is_writing

    async def _announce(self, was: MeetingView, newest: str, own: str = "", seen: object = None) -> None:
        """Say who changed what since ``was`` was read, unless the reviewer goes on meanwhile.

        Where that is nothing, what the files look like now, as ``seen``, is what they look like unchanged.
        """
        meeting, fingerprint = self.meeting, self._fingerprint
        came = await asyncio.to_thread(self.loader.what_came, was, newest, own)
        is_same = self.meeting is meeting and self._fingerprint is fingerprint
        if not is_same or self.write_queue.is_writing:
            self._announced = None  # nobody was told: the next look does, unless the screen shows it by then
            return
        if not (came.is_any or own):
            self._fingerprint = seen or fingerprint
        else:
            self.fall_behind(outside_line(came, dt.datetime.now().astimezone().date()))
            self.on_change()

    def _replace(self, before: OpenItem, loaded: LoadedItem) -> bool:
        """Put ``loaded`` in the place of ``before``, if that is still what is open."""
        if self.item is before:
            self._take(loaded)
            self.on_change()
        return self.item is loaded.item

    def _take(self, loaded: LoadedItem) -> None:
        self.item, self.who, self.read_only = loaded.item, loaded.who, loaded.read_only
        self._newest = loaded.newest
        if not self.is_behind:
            self.warning = UNRECORDED if loaded.is_unrecorded else ""


def _left_by(recorded: "Recorded", view: ItemView) -> str:
    """The digest of ``view``'s minutes after ``recorded``, which may have been about something else."""
    of_item = (trailer(recorded.entry, "Item"), trailer(recorded.entry, "Meeting"))
    return recorded.text_digest if of_item == (view.item.id, view.meeting.id) else view.draft.digest


def known_reviewer(context: BookContext) -> Reviewer | None:
    """Whoever sits here; ``None`` when git does not know. Asks git: not on the screen's thread."""
    try:
        return context.history.reviewer()
    except Refusal:
        return None
