"""The points in time of an item's minutes: each to compare with another, in words."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from textual.content import Content

from review_tui.anchoring.redline import Redline
from review_tui.application.amendments import AmendmentRecord
from review_tui.application.ports import HistoryEntry
from review_tui.application.reading import ItemView
from review_tui.application.undo_log import is_redo, is_undo, plain_subject
from review_tui.model.acts import Act
from review_tui.model.frozen import frozen
from review_tui.model.people import Reviewer
from review_tui.model.text import digest
from review_tui.tui.presenters.redlines import whole_change
from review_tui.tui.presenters.status_lines import plain

APPROVED, READ, FIRST = "since you approved it", "since you last read it", "since the first draft"


@frozen
class RevisionChoice:
    """The minutes as they were at one time."""

    words: str
    """Which time that was."""
    text: str
    at: dt.datetime | None = None
    """When it came to read so; ``None`` for what is not recorded."""


@frozen
class Comparison:
    """All the points of an item, oldest first, and which of them to begin the comparison at."""

    points: tuple[RevisionChoice, ...]
    begin: int
    since: str
    """What the beginning is to the reviewer: ``since you approved it``."""


def compared(
    view: ItemView, record: AmendmentRecord, who: Reviewer | None, approved: str | None, read: str | None
) -> Comparison:
    """The points of an item. ``approved`` and ``read`` are the texts that ``who`` last approved and read."""
    points = points_of(view, record, _notes_by(view, who))
    acts: tuple[Act, ...] = view.state.approvals
    for text, since in ((approved, APPROVED), (read, READ)):
        places = [place for place, point in enumerate(points) if point.text == text]
        if places:
            return Comparison(
                points, _then(points, places, _last_act_on(acts, who, points[places[0]].text)), since
            )
        acts = (*acts, *view.state.receipts)
    return Comparison(points, 0, FIRST)


def _last_act_on(acts: Sequence[Act], who: Reviewer | None, text: str) -> dt.datetime | None:
    """When ``who`` last approved or read just this text."""
    of_it = digest(text)
    times = (
        act.at for act in acts if who and act.by.is_same(who) and getattr(act, "text_digest", "") == of_it
    )
    return max(times, default=None)


def _then(points: Sequence[RevisionChoice], places: Sequence[int], acted_at: dt.datetime | None) -> int:
    """The one of ``places`` that the minutes stood at then: a text may have come back since."""
    if acted_at is None:
        return places[-1]
    times = [(place, points[place].at) for place in places]
    return max((place for place, at in times if at and at <= acted_at), default=places[0])


def points_of(
    view: ItemView, record: AmendmentRecord, notes: Mapping[str, str]
) -> tuple[RevisionChoice, ...]:
    """Every recorded text and the draft now, oldest first. ``notes`` is what is known of a text's digest."""
    numbers = {amendment.entry.id: amendment.number for amendment in record.amendments}
    year = view.meeting.date.year
    found: list[RevisionChoice] = []
    for version, text in zip(record.versions, record.texts, strict=True):
        if found and text == found[-1].text:
            continue
        what = _version_title(version.entry, numbers) if found else "As first drafted"
        when = f"{version.entry.by.name}, {_short_moment(version.entry.at, year)}"
        note = notes.get(digest(text), "")
        found.append(RevisionChoice(f"{what} ({when}){f'; {note}' if note else ''}", text, version.entry.at))
    if not found:
        return (RevisionChoice("The draft now; nothing is recorded yet", view.draft.text),)
    if found[-1].text != view.draft.text:
        return (
            *found,
            RevisionChoice("The draft now, edited in another program and not recorded yet", view.draft.text),
        )
    words = found[-1].words
    return (*found[:-1], replace(found[-1], words=f"The draft now: {words[0].lower()}{words[1:]}"))


def _short_moment(at: dt.datetime, year: int) -> str:
    """``22 March, 10:15``: two of these stand one above the other, where a line is short."""
    return f"{at.day} {at:%B}{'' if at.year == year else f' {at.year}'}, {at:%H:%M}"


def _version_title(entry: HistoryEntry, numbers: Mapping[str, int]) -> str:
    number = numbers.get(entry.id)
    if number is not None:
        return f"After amendment {number}"
    if is_undo(entry) or is_redo(entry):
        return f"After “{plain_subject(entry)}” was {'taken back' if is_undo(entry) else 'done again'}"
    return f"After “{entry.subject}”"


def _notes_by(view: ItemView, who: Reviewer | None) -> Mapping[str, str]:
    """What the reviewer said of texts, by their digest."""
    if who is None:
        return {}
    read = {receipt.text_digest: "you read it" for receipt in view.state.receipts if receipt.by.is_same(who)}
    approved = {a.text_digest: "you approved it" for a in view.state.approvals if a.by.is_same(who)}
    return {**read, **approved}


def compared_heading(begin: RevisionChoice, end: RevisionChoice, since: str) -> Content:
    """Which two points are compared. ``since`` is empty where the reviewer chose them."""
    title = f"What changed {since}" if since else "What changed between two points"
    return Content.assemble(
        (title, "bold"),
        "\n",
        ("From  ", "not bold dim"),
        plain(begin.words).stylize("not bold"),
        "\n",
        ("To    ", "not bold dim"),
        plain(end.words).stylize("not bold"),
    )


def compared_words(changes: Redline, since: str) -> Content:
    """What is different, or that nothing is."""
    if changes.is_empty:
        return Content(
            f"Nothing has changed {since}." if since else "Nothing is different between these two."
        )
    return whole_change(changes)


def point_lines(points: Sequence[RevisionChoice]) -> list[Content]:
    """The points to pick from."""
    return [plain(point.words) for point in points]
