"""Opens items for the screen: at once what is on disk, then, off the screen's thread, all the rest."""

from dataclasses import replace

from review_tui.application.book_context import BookContext
from review_tui.application.ports import BEING_READ, HistoryEntry
from review_tui.application.reading import ItemView, MeetingView
from review_tui.model.acts import Evidence
from review_tui.model.errors import NameUnknown, Refusal
from review_tui.model.fact_support import ItemFacts
from review_tui.model.findings import Finding
from review_tui.model.frozen import frozen
from review_tui.model.meeting import Meeting
from review_tui.model.passage_evidence import ItemEvidence
from review_tui.model.people import Reviewer
from review_tui.model.transitions import Move, own_objections
from review_tui.model.visible import visible
from review_tui.tui.open_item import OpenItem


@frozen
class LoadedItem:
    """An item with everything that took longer to find out."""

    item: OpenItem
    who: str
    """The reviewer's name, or empty."""
    read_only: str
    """Why nothing can be written, or empty."""
    newest: str = ""
    """The meeting's newest commit, or empty."""
    is_unrecorded: bool = False
    """Whether the minutes were edited outside and that is not in the history yet."""


@frozen
class ReadAgain:
    """A meeting read anew, all of it at one go."""

    meeting: MeetingView
    looked: LoadedItem | None
    """The item, not checked yet; ``None`` when it is no longer there."""
    mark: object
    """What the files looked like from outside just before they were read."""
    problems: tuple[str, ...] = ()


MOST = 64
"""Commits that are looked through for what came in."""


@frozen
class Came:
    """What is in the book and not on the screen yet."""

    commits: tuple[HistoryEntry, ...]
    """Newest first."""
    edited: tuple[ItemView, ...]
    """The items whose minutes read otherwise now."""
    is_any: bool = True
    """Whether a reader would see any of it: a file may be written as it was, or be none of the book's."""


class ItemLoader:
    """Reads the book for the screen."""

    def __init__(self, context: BookContext) -> None:
        self.context = context
        self.mark: object = None
        """What the first meeting's files looked like from outside just before they were read."""

    def first_meeting(self, start: str) -> tuple[MeetingView | None, str, tuple[str, ...]]:
        """The meeting to open (item ``start``'s, else the newest to read), the item's id, complaints."""
        reading = self.context.reading
        meetings, problems = reading.meetings()
        complaints = tuple(str(p) for p in problems)
        if start:
            wanted = reading.find(start)
            self.mark = self.context.files.fingerprint(wanted.meeting.id)
            return reading.meeting(wanted.meeting), wanted.item.id, complaints
        for meeting in reversed(meetings):
            self.mark = self.context.files.fingerprint(meeting.id)
            view = reading.meeting(meeting)
            if view.items:
                return view, view.items[0].item.id, complaints
        return None, "", complaints

    def at_once(self, view: MeetingView, item_id: str) -> OpenItem | None:
        """The item as it was read with its meeting, before anything is checked."""
        found = next((v for v in view.items if v.item.id == item_id), None)
        return OpenItem(found, complaints=_complaints(found)) if found else None

    def look_over(self, view: ItemView) -> LoadedItem:
        """Everything about an item. Slow enough to want a thread."""
        return self.check(self.know(view))

    def know(self, view: ItemView, before: OpenItem | None = None) -> LoadedItem:
        """Who sits here, what may be done, where the flags are now; no check is run. Wants a thread.

        What was found ``before`` is kept as far as nothing can have changed it.
        """
        context = self.context
        newest = next((entry.id for entry in context.history.log([view.meeting.id], 1)), "")
        view = context.reading.with_history(context.reading.with_all_notes(view))
        me, read_only = self._who_writes()
        unrecorded = not read_only and context.review.unrecorded_edit(view) is not None
        refusals = (
            dict.fromkeys(Move, read_only)
            if read_only
            else context.review.why_not_each(view, me, is_unrecorded=unrecorded)
        )
        corrections = tuple(
            (each, context.reading.placement(each.quote, view.draft)) for each in view.state.corrections
        )
        item = OpenItem(
            view,
            flags=context.reading.flags(view),
            corrections=corrections,
            findings=_still_found(before, view),
            complaints=(
                *self._doubts(view),
                *_complaints(view),
                *map(str, context.reading.problems_of(view.meeting)),
            ),
            refusals=refusals,
            lifts=own_objections(view.state, me) if me else (),
            evidence=_still_linked(before, view),
            signatures=context.sign_off.signatures(),
            facts=before.facts if before and _same_words(before, view) else ItemFacts(),
            is_known=True,
        )
        return LoadedItem(item, visible(me.name) if me else "", read_only, newest, unrecorded)

    def _who_writes(self) -> tuple[Reviewer | None, str]:
        """Whoever sits here, as far as git knows, and why nothing can be written, or empty."""
        history = self.context.history
        try:
            return history.reviewer(), history.why_read_only()
        except NameUnknown:
            return None, ""  # the name is asked for with the first act: until then nothing stands against it
        except Refusal:
            return None, history.why_read_only()

    def _doubts(self, view: ItemView) -> tuple[str, ...]:
        """Acts that are not as their makers recorded them."""
        return tuple(doubt.sentence for doubt in self.context.sign_off.tampering_of(view))

    def check(self, known: LoadedItem) -> LoadedItem:
        """``known`` with its findings and its evidence. Slow enough to want a thread."""
        view = known.item.view
        outcome = self.context.checking.of_item(view)
        evidence = self.context.evidence.of_item(view)
        facts = self.context.facts.of_item(view)
        texts = self.context.reading.item_texts(view.meeting) if view.meeting.file else ()
        item = replace(
            known.item,
            others_begin={each.item.id: each.base.line for each in texts},
            findings=outcome.findings,
            complaints=(
                *known.item.complaints,
                *(f.sentence for f in outcome.failures),
                *evidence.lost,
                *filter(None, [facts.language]),
            ),
            evidence=evidence,
            facts=facts,
            is_checked=True,
        )
        return replace(known, item=item)

    def what_came(self, view: MeetingView, newest: str, own: str = "") -> Came:
        """What came in since ``view`` was read, when ``newest`` was its newest commit; without ``own``.

        Slow enough to want a thread.
        """
        entries = self.context.history.log([view.meeting.id], MOST)
        ids = [entry.id for entry in entries]
        came = entries[: ids.index(newest)] if newest in ids else ()
        commits = tuple(entry for entry in came if entry.id != own)
        then = {each.item.id: each.draft.text for each in view.items}
        meetings = self.context.reading.meetings()[0]
        meeting = next((m for m in meetings if m.id == view.meeting.id), view.meeting)
        now = self.context.reading.meeting(meeting)
        edited = tuple(v for v in now.items if then.get(v.item.id, v.draft.text) != v.draft.text)
        return Came(commits, edited, bool(commits) or not _reads_alike(view, now))

    def findings(self, view: MeetingView) -> dict[str, int]:
        """How many findings each item of a meeting has. Slow enough to want a thread."""
        items = [self.context.reading.with_all_notes(v) for v in view.items]
        found = self.context.checking.of_items(items)
        return {item: len(looked.findings) for item, looked in found.items()}

    def read_meeting(self, meeting: Meeting) -> MeetingView:
        """A meeting as its files are now: which item of a file is which may have been told since."""
        known = self.context.reading.meetings()[0] if meeting.unsure or meeting.file else ()
        return self.context.reading.meeting(next((m for m in known if m.id == meeting.id), meeting))

    def read_again(self, view: MeetingView, before: OpenItem) -> "ReadAgain":
        """The meeting and the item as they are on disk now, not checked yet. Slow enough to want a thread.

        The fingerprint is taken first: what changes while we read is noticed the next time.
        """
        mark = self.context.files.fingerprint(view.meeting.id)
        meetings, problems = self.context.reading.meetings()
        meeting = next((m for m in meetings if m.id == view.meeting.id), view.meeting)
        fresh = self.context.reading.meeting_with_history(self.context.reading.meeting(meeting))
        found = next((v for v in fresh.items if v.item.id == before.view.item.id), None)
        # An item of a file that was told to be another has the id of that one now, and its words.
        same = (v for v in fresh.items if meeting.file and v.draft.text == before.view.draft.text)
        found = found or next(same, None)
        looked = self.know(found, before) if found else None
        return ReadAgain(fresh, looked, mark, tuple(str(p) for p in problems))


def _reads_alike(was: MeetingView, now: MeetingView) -> bool:
    """Whether two readings of a meeting say the same. What was still being read says nothing yet."""
    if (was.meeting, was.acts, len(was.items)) != (now.meeting, now.acts, len(now.items)):
        return False
    for old, new in zip(was.items, now.items, strict=True):
        told = [[p for p in each.draft.problems if not p.is_notice] for each in (old, new)]
        is_late = any(problem.sentence == BEING_READ for problems in told for problem in problems)
        if not is_late and (told[0], old.draft.notes) != (told[1], new.draft.notes):
            return False
        if (old.item, old.draft.text, old.draft.acts) != (new.item, new.draft.text, new.draft.acts):
            return False
    return True


def _complaints(view: ItemView) -> tuple[str, ...]:
    return tuple(str(p) for p in view.draft.problems if not p.is_notice)


def _same_words(before: OpenItem, view: ItemView) -> bool:
    was = before.view
    return (was.item.id, was.draft.text, was.draft.notes) == (view.item.id, view.draft.text, view.draft.notes)


def _still_found(before: OpenItem | None, view: ItemView) -> tuple[Finding, ...]:
    """The findings of before, where no word has changed, without those dismissed since."""
    if before is None or not _same_words(before, view):
        return ()
    return tuple(found for found in before.findings if found.fingerprint not in view.state.dismissed)


def _still_linked(before: OpenItem | None, view: ItemView) -> ItemEvidence:
    """The evidence of before, where neither a word nor anybody's word on it has changed."""
    if before is None or not _same_words(before, view) or _evidence_ids(before.view) != _evidence_ids(view):
        return ItemEvidence()
    return before.evidence


def _evidence_ids(view: ItemView) -> tuple[str, ...]:
    return tuple(act.id for act in view.draft.acts if isinstance(act, Evidence))
