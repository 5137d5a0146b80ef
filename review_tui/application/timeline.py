"""The timeline of an item in plain words: who did what, when and why, oldest first."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from review_tui.application.amendments import Amendment, AmendmentRecord, read_amendments
from review_tui.application.ports import History, HistoryEntry
from review_tui.application.reading import ItemView
from review_tui.application.undo_log import is_redo, is_undo, plain_subject, trailer, undo_targets, undone
from review_tui.model.act_registry import AMENDMENT, PUT_BACK, form_of_subject
from review_tui.model.commit_messages import BRING_TOGETHER, BROUGHT_TOGETHER, parse_subject
from review_tui.model.date_format import day_heading, format_moment
from review_tui.model.frozen import frozen


@frozen
class TimelineEvent:
    """One thing that happened."""

    entry: HistoryEntry
    sentence: str
    """``Amendment 3, by Dawn Example, Tuesday 22 March, 10:15: A slip; closed the date flag by Alex.``"""
    amendment: Amendment | None = None
    """Set where the minutes were amended."""
    is_undone: bool = False
    """Whether it was taken back since and counts no more."""
    what: str = ""
    """What changed, without who, when and why: ``Amendment 3: “2022” to “2021”``."""
    why: str = ""
    """The reason and what was closed with it, or empty."""


class Timeline:
    """The history of an item, or of the book, as events in words."""

    def __init__(self, history: History) -> None:
        self._history = history

    def of_item(self, view: ItemView) -> tuple[TimelineEvent, ...]:
        """All that happened to an item and to its meeting as a whole, oldest first. Slow: wants a thread."""
        found = self._history.log([view.name, f"{view.meeting.id}/acts"])
        entries = tuple(entry for entry in found if not _corrects_another(entry, view))
        record = read_amendments(self._history, view.draft.path, entries)
        builder = _EventBuilder(view, record, entries)
        return tuple(map(builder.event, reversed(entries)))

    def of_book(self, limit: int | None = None) -> tuple[TimelineEvent, ...]:
        """All that happened in the book, newest first, at most ``limit``; amendments have no numbers here."""
        entries = self._history.log([""], limit)
        builder = _EventBuilder(
            None, AmendmentRecord(), entries, is_whole=limit is None or len(entries) < limit
        )
        is_one = len({trailer(entry, "Meeting") for entry in entries} - {""}) <= 1
        return tuple(builder.event_in_book(entry, with_meeting=not is_one) for entry in entries)

    def record(self, view: ItemView) -> AmendmentRecord:
        """Every version and amendment of the item's minutes."""
        return read_amendments(self._history, view.draft.path)


class _EventBuilder:
    """Makes an event of each entry; knows the flags, amendments and undos that they may speak of."""

    def __init__(
        self,
        view: ItemView | None,
        record: AmendmentRecord,
        entries: tuple[HistoryEntry, ...],
        *,
        is_whole: bool = True,
    ) -> None:
        self._year = view.meeting.date.year if view else None
        self._flags = {thread.flag.id: thread.flag for thread in view.state.flags} if view else {}
        self._acts = {act.id: act for act in view.draft.acts} if view else {}
        self._amended = {a.entry.id: a for a in record.amendments}
        self._first = record.versions[0].entry.id if record.versions else ""
        self._entries = {entry.id: entry for entry in entries}
        self._targets = undo_targets(entries, is_whole=is_whole)
        self._undone = undone(entries, is_whole=is_whole)

    def event(self, entry: HistoryEntry) -> TimelineEvent:
        amendment = self._amended.get(entry.id)
        is_undone = entry.id in self._undone
        what, why = self._what_and_why(entry, amendment)
        end = "" if not is_undone else " (done again since)" if is_undo(entry) else " (taken back since)"
        sentence = self._sentence(entry, what, why) + end
        if amendment and trailer(entry, "Undoes") not in self._amended:
            what = f"{what}: {changed}" if (changed := _changed(entry)) else what
        return TimelineEvent(entry, sentence, amendment, is_undone, what + end, why)

    def event_in_book(self, entry: HistoryEntry, *, with_meeting: bool) -> TimelineEvent:
        """As ``event``, with the item before it, and the meeting where there are several."""
        event = self.event(entry)
        subject = parse_subject(plain_subject(entry))
        meeting = trailer(entry, "Meeting") if with_meeting else ""
        where = ", ".join(part for part in (meeting, f"item {subject.number}" if subject else "") if part)
        if not where:
            return event
        head = f"{where[:1].upper()}{where[1:]}"
        return replace(event, sentence=f"{head}: {event.sentence}", what=f"{head}: {event.what}")

    def _sentence(self, entry: HistoryEntry, what: str, why: str) -> str:
        recorded = ", recorded" if entry.id == self._first else ","
        who = f"by {entry.by.name}, {format_moment(entry.at, self._year)}"
        return f"{what}{recorded} {who}" + (f": {why}" if why else "")

    def _what_and_why(self, entry: HistoryEntry, amendment: Amendment | None) -> tuple[str, str]:
        """What was done, and why."""
        if is_undo(entry) or is_redo(entry):
            verb = "Took back" if is_undo(entry) else "Did again"
            return f"{verb} {self._undone_words(entry)}", ""
        if amendment:
            back = self._amended.get(trailer(entry, "Undoes"))
            which = (
                f"{amendment.number}, which restores the wording from before amendment {back.number}"
                if back
                else amendment.number
            )
            why = _reason(entry, end=not amendment.settles)
            why = f"{why}; {self._settled_sentence(amendment.settles)}" if amendment.settles else why
            return f"Amendment {which}", why
        if entry.id == self._first:
            return "The draft as it was received", ""
        form, _ = form_of_subject(entry.subject) or (None, "")
        has_reason = bool(entry.reason.strip()) and not (form and form.is_listed)
        return self._act_phrase(entry), _reason(entry) if has_reason else ""

    def _undone_words(self, entry: HistoryEntry) -> str:
        """What an undo or a redo was about."""
        target: HistoryEntry | None = entry
        while target and (is_undo(target) or is_redo(target)):
            target = self._entries.get(self._targets[target.id])
        amendment = self._amended.get(target.id) if target else None
        if amendment:
            return f"amendment {amendment.number}"
        return f"“{_subject_phrase(plain_subject(entry))}”"

    def _act_phrase(self, entry: HistoryEntry) -> str:
        form, _ = form_of_subject(entry.subject) or (None, "")
        act = self._acts.get(trailer(entry, form.own_id)) if form and form.own_id else None
        return form.timeline_of(act) if form and form.timeline_of and act else _subject_phrase(entry.subject)

    def _settled_sentence(self, targets: tuple[str, ...]) -> str:
        said = []
        for target in targets:
            flag = self._flags.get(target)
            said.append(f"the {flag.kind} flag by {flag.by.name}" if flag else "a flag")
        return f"closed {' and '.join(said)}."


def _corrects_another(entry: HistoryEntry, view: ItemView) -> bool:
    """Whether a correction, which is kept with the meeting, is one of another item."""
    act = trailer(entry, "Correction")
    known = {made.id for made in view.state.corrections}
    return bool(act) and act not in known and trailer(entry, "Item") != view.item.id


def _changed(entry: HistoryEntry) -> str:
    """What an amendment changed, by the subject it was recorded with; empty where it has another."""
    recorded = form_of_subject(entry.subject)
    return recorded[1] if recorded and recorded[0] in {AMENDMENT, PUT_BACK} else ""


def by_day(
    events: Iterable[TimelineEvent], today: dt.date
) -> Iterator[tuple[str, tuple[TimelineEvent, ...]]]:
    """What happened, in the order given, under the day that it was done on: ``Today``, ``Yesterday``, …."""
    for date, those in groupby(events, key=lambda each: each.entry.at.date()):
        yield day_heading(date, today), tuple(those)


def _subject_phrase(subject: str) -> str:
    """The subject of one of our commits as one would say it; any other as it is."""
    recorded = form_of_subject(subject)
    if recorded is None:
        is_join = subject.startswith(f"{BRING_TOGETHER} ")
        return f"{BROUGHT_TOGETHER}{subject.removeprefix(BRING_TOGETHER)}" if is_join else subject
    form, what = recorded
    capital = f"{what[:1].upper()}{what[1:]}"
    return form.timeline.format(what=what, What=capital, rest=what.removeprefix(form.begins))


def _reason(entry: HistoryEntry, *, end: bool = True) -> str:
    """The first paragraph of the reason on one line; the subject where none was given."""
    line = " ".join((entry.reason.strip().split("\n\n")[0] or entry.subject).split())
    return line if end else line.rstrip(".")
