"""The report on a meeting's minutes, and its correction sheet: what was flagged, amended, open, approved."""

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum

from review_tui.anchoring.corrections import corrected
from review_tui.anchoring.reading_aloud import SpokenChange, spoken_changes
from review_tui.anchoring.redline import describe_change
from review_tui.application.amendments import Amendment
from review_tui.application.export import heading
from review_tui.application.item_versions import ItemVersions
from review_tui.application.reading import ItemView, MeetingView
from review_tui.application.undo_log import trailer
from review_tui.model.acts import Dismissal
from review_tui.model.commit_messages import RECORDED_BY
from review_tui.model.date_format import format_day, format_moment
from review_tui.model.flag_threads import FlagThread
from review_tui.model.frozen import frozen
from review_tui.model.meeting import Item, Meeting
from review_tui.model.text import shorten
from review_tui.model.transitions import sign_off_blocks

_QUOTED = 120
"""Characters of a flag's words that are quoted."""
_TOLD = 400
"""Characters that tell what an amendment changed."""


class ReportPart(StrEnum):
    """How a line of a report is set."""

    TITLE = "title"
    SECTION = "section"
    ITEM = "item"
    LINE = "line"
    POINT = "point"
    DETAIL = "detail"
    """Below the point before it."""
    MOTION = "motion"


@frozen
class ReportLine:
    """One line, to be set by whatever writes the report."""

    part: ReportPart
    words: str


@frozen
class ReadCorrection:
    """A line of the correction sheet."""

    item: Item
    change: SpokenChange

    def __str__(self) -> str:
        """As it is read out: "Item 5, second resolution: for “2022” read “2021”."."""
        return f"Item {_item_name(self.item)}, {self.change}."


@frozen
class ItemReport:
    """What became of one item."""

    view: ItemView
    amendments: tuple[Amendment, ...]
    """All that were recorded, oldest first, those taken back too."""

    @property
    def dismissals(self) -> tuple[Dismissal, ...]:
        """The findings that somebody said are none, oldest first."""
        return tuple(act for act in self.view.draft.acts if isinstance(act, Dismissal))

    @property
    def open(self) -> tuple[str, ...]:
        """Sentences: what stands between the item and the sign-off."""
        return tuple(sentence for sentence, _ in sign_off_blocks(self.view.state))


@frozen
class MeetingReport:
    """Everything that a report says."""

    view: MeetingView
    items: tuple[ItemReport, ...]
    corrections: tuple[ReadCorrection, ...]
    """What differs from the minutes as they were circulated, which is as they were first recorded."""

    @property
    def motion(self) -> str:
        """What the next meeting is asked to resolve."""
        held = f"the meeting of {_meeting_words(self.view.meeting)}"
        how = ", with the corrections read out" if self.corrections else ""
        return f"That the minutes of {held} be approved as a correct record{how}."


def report(view: MeetingView, versions: ItemVersions) -> MeetingReport:
    """The report on ``view``, which has been looked up. Slow: it asks the history."""
    amended = versions.amended(view)
    corrections = (
        ReadCorrection(each.view.item, change)
        for each in amended
        for change in spoken_changes(each.first, each.view.draft.text)
    )
    items = (ItemReport(item, versions.amendments(item)) for item in view.items)
    return MeetingReport(view, tuple(items), tuple(corrections))


def sheet_lines(told: MeetingReport) -> Iterator[ReportLine]:
    """The correction sheet, to be read aloud at the next meeting."""
    yield ReportLine(ReportPart.TITLE, f"Corrections to the minutes of {_meeting_words(told.view.meeting)}")
    yield from _sheet(told)


def report_lines(told: MeetingReport) -> Iterator[ReportLine]:
    """The whole report, with the correction sheet at its beginning."""
    yield ReportLine(ReportPart.TITLE, f"Report on the minutes of {_meeting_words(told.view.meeting)}")
    yield ReportLine(ReportPart.LINE, _draft_standing(told.view))
    yield ReportLine(ReportPart.SECTION, "Corrections since circulation")
    yield from _sheet(told)
    yield ReportLine(ReportPart.SECTION, "Item by item")
    for item in told.items:
        yield from _item_lines(item)


def _sheet(told: MeetingReport) -> Iterator[ReportLine]:
    if not told.corrections:
        yield ReportLine(ReportPart.LINE, "Nothing was amended since circulation.")
    yield from (ReportLine(ReportPart.POINT, str(each)) for each in told.corrections)
    if signed := [c for each in told.view.items for c in each.state.corrections]:
        yield ReportLine(ReportPart.LINE, "Corrected since they were signed:")
        numbers = {each.item.id: _item_name(each.item) for each in told.view.items}
        for made in signed:
            said = corrected(made.quote.quote, made.wording)
            yield ReportLine(ReportPart.POINT, f"Item {numbers[made.item]}: {said}, at {made.meeting}.")
    yield ReportLine(ReportPart.MOTION, told.motion)


def _item_lines(item: ItemReport) -> Iterator[ReportLine]:
    """An item in a report: flags, amendments, dismissals, objections, approvals, and what is still open."""
    view = item.view
    yield ReportLine(ReportPart.ITEM, heading(view.item))
    for thread in view.state.flags:
        yield from _flag_lines(thread)
    for amendment in item.amendments:
        entry = amendment.entry
        gone = " Taken back since." if amendment.is_undone else ""
        what = _what_changed(amendment.before, amendment.after)
        yield ReportLine(
            ReportPart.POINT,
            f"Amendment {amendment.number}, by {entry.by.name}, {format_moment(entry.at)}: {what}.{gone}",
        )
        yield ReportLine(ReportPart.DETAIL, " ".join((entry.reason.strip() or entry.subject).split()))
        if recorder := trailer(entry, RECORDED_BY):
            yield ReportLine(ReportPart.DETAIL, f"Recorded by {recorder.partition(' <')[0]}.")
    for act in item.dismissals:
        yield ReportLine(
            ReportPart.POINT,
            f"Finding dismissed ({act.check}), by {act.by.name}, {format_moment(act.at)}: {act.message}",
        )
        yield ReportLine(ReportPart.DETAIL, act.reason)
    for objection in view.state.objections:
        said = f"Objection by {objection.by.name}, {format_moment(objection.at)}: {objection.comment}"
        yield ReportLine(ReportPart.POINT, said)
    approved = "; ".join(f"{a.by.name}, {format_moment(a.at)}" for a in view.state.current_approvals)
    if approved:
        yield ReportLine(ReportPart.LINE, f"Approved by: {approved}.")
    if item.open and not view.state.signed_off:
        yield ReportLine(ReportPart.LINE, "Open:")
        yield from (ReportLine(ReportPart.POINT, sentence) for sentence in item.open)


def _what_changed(before: str, after: str) -> str:
    """Each change of an amendment, where a listener finds it on paper."""
    told = "; ".join(map(str, spoken_changes(before, after)))
    return shorten(told, _TOLD) if told else describe_change(before, after)


def _flag_lines(thread: FlagThread) -> Iterator[ReportLine]:
    flag = thread.flag
    quote = shorten(" ".join(flag.quote.quote.split()), _QUOTED)
    on = f"on “{quote}”" if quote else "on something missing"
    yield ReportLine(
        ReportPart.POINT,
        f"{flag.kind.capitalize()} flag {on}, by {flag.by.name}, {format_moment(flag.at)}: {flag.comment}",
    )
    said: list[tuple[dt.datetime, str]] = [
        (reply.at, f"{reply.by.name}: {reply.comment}") for reply in thread.replies if reply.comment
    ]
    said += [(each.at, f"{each.by.name}: {each.outcome}. {each.reason}") for each in thread.dispositions]
    yield from (ReportLine(ReportPart.DETAIL, words) for _, words in sorted(said))
    if thread.is_unsettled:
        yield ReportLine(ReportPart.DETAIL, "Not closed yet.")


def _draft_standing(view: MeetingView) -> str:
    signed = next((each.state.sign_off for each in view.items if each.state.sign_off), None)
    if signed:
        return f"Signed off by {signed.by.name}, {format_moment(signed.at)}."
    flags = f"{view.open_flags} open flag{'' if view.open_flags == 1 else 's'}"
    return f"A draft: {view.approved} of {len(view.items)} items approved, {flags}."


def _meeting_words(meeting: Meeting) -> str:
    return f"{meeting.body} held on {format_day(meeting.date)}"


def _item_name(item: Item) -> str:
    return item.number or item.title or item.id
