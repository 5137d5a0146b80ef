"""Exporting: the minutes of a whole meeting as one file that others read."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from review_tui.anchoring.corrections import corrected
from review_tui.application.export_leaks import leaks
from review_tui.application.export_past import ExportPast, approvals_of, own_lines
from review_tui.application.ports import ExportedItem, Exporters, MeetingMinutes
from review_tui.application.reading import ItemView, MeetingView
from review_tui.language.file_sections import OPENING
from review_tui.model.date_format import format_day, format_moment
from review_tui.model.errors import Refusal, WrongUsage
from review_tui.model.export_formats import ExportFormat
from review_tui.model.frozen import frozen
from review_tui.model.meeting import UNDATED, Item, Meeting
from review_tui.model.merge_markers import merge_markers
from review_tui.model.people import Attendee
from review_tui.model.text import digest

_WHAT_IS_CERTIFIED = (
    "Each item, the mark of its exact text, and who approved that text. Changing one word changes the mark."
)


class Look(StrEnum):
    """Which words of the minutes are exported."""

    CLEAN = "clean"
    """As they stand now."""
    REDLINE = "redline"
    """With what came and went since the first draft, and with the flags."""
    FIRST = "as-first-drafted"


@frozen
class Export:
    """Exported minutes."""

    data: bytes
    is_text: bool
    """Whether they can be shown in a terminal."""
    left_out: tuple[Item, ...]
    """Items that are not for publication, where only what is was asked for."""
    warnings: tuple[str, ...] = ()
    """Sentences: what of the items left out stands in others."""


def export_minutes(
    view: MeetingView,
    exporters: Exporters,
    to: str,
    past: ExportPast | None = None,
    *,
    is_public: bool = False,
    look: Look = Look.CLEAN,
) -> Export:
    """The minutes of ``view`` in the format ``to``; with ``is_public`` without exempt items.

    Any ``look`` but the clean one needs the ``past``. Raises ``WrongUsage`` for an unknown format or one that
    can't show changes where they are asked for, and ``Refusal`` where the minutes would not be whole.
    """
    formats = exporters.formats()
    _check_format(formats, to, look)
    if past is None and look is not Look.CLEAN:
        raise WrongUsage("Without a history there is only the clean view.")
    wanted = [item for item in view.meeting.items if not (is_public and item.exempt)]
    items = {each.item.id: each for each in view.items}
    for item in wanted:
        if item.id not in items:
            raise Refusal(
                f"{_number_of(item)} can't be read, so the minutes would lack it. Put it right first."
            )
        if merge_markers(items[item.id].draft.text):
            raise Refusal(
                f"{_number_of(item)} holds two versions of the same words. Choose one of them first."
            )
    views = [items[item.id] for item in wanted]
    is_first = look is Look.FIRST
    minutes = MeetingMinutes(
        body=view.meeting.body,
        held=held_lines(view.meeting),
        standing="The minutes as first drafted." if is_first else _signed_or_draft(views),
        attendance=attendance_lists(view.meeting),
        items=tuple(_exported(each, past, look) for each in views if not _is_title_only(each)),
        is_draft=is_first or not views or any(not _is_signed(each) for each in views),
        certificate=() if is_first else tuple(_certificate(views)),
        meeting=view.meeting.id,
        date="" if view.meeting.date == UNDATED else view.meeting.date.isoformat(),
    )
    left_out = tuple(item for item in view.meeting.items if item not in wanted)
    secret = [(_item_name(item), items[item.id].draft.text) for item in left_out if item.id in items]
    public = [(_item_name(each.item), each.draft.text) for each in views]
    warnings = leaks(view.meeting, secret, public)
    return Export(exporters.write(to, minutes), formats[to].is_text, left_out, warnings)


def _check_format(formats: Mapping[str, ExportFormat], to: str, look: Look) -> None:
    if to not in formats:
        known = ", ".join(f"{word} ({each.title})" for word, each in formats.items())
        raise WrongUsage(f"Minutes can't be exported to “{to}”. There is: {known}.")
    if look is Look.REDLINE and not formats[to].shows_changes:
        able = ", ".join(word for word, each in formats.items() if each.shows_changes)
        title = formats[to].title
        raise WrongUsage(f"{title[:1].upper()}{title[1:]} can't show changes. These can: {able}.")


def _certificate(views: list[ItemView]) -> Iterator[str]:
    """Who approved which text, when, and who signed."""
    if views:
        yield _WHAT_IS_CERTIFIED
    for view in views:
        yield from approvals_of(view, heading(view.item))
    for sign_off in dict.fromkeys(view.state.sign_off for view in views if view.state.sign_off):
        yield f"Signed off by {sign_off.by.name}, {format_moment(sign_off.at)}."
        yield from (said for said in (sign_off.statement, sign_off.dissent) if said)


def _is_title_only(view: ItemView) -> bool:
    """Whether it is what stands before the first item of a file, and that is only the meeting's title."""
    return view.draft.place is not None and view.item.id == OPENING and not own_lines(view, view.draft.text)


def _is_signed(view: ItemView) -> bool:
    return view.state.signed_off and not view.state.differs_from_signed


def _item_name(item: Item) -> str:
    return f"item {item.number or item.id}"


def _number_of(item: Item) -> str:
    return f"Item {item.number or item.id}"


def held_lines(meeting: Meeting) -> tuple[str, ...]:
    """When and where a meeting was held, a line each."""
    when = format_day(meeting.date) + (f", {meeting.start}" if meeting.start else "")
    venue = f"{meeting.venue[:1].upper()}{meeting.venue[1:]}"  # "the Common Room" begins a line here
    return (when, venue) if venue else (when,)


def _signed_or_draft(views: list[ItemView]) -> str:
    """Whether these are the signed minutes. A text that changed since is none of them."""
    sign_off = next((view.state.sign_off for view in views if view.state.sign_off), None)
    if sign_off is None:
        return "Draft minutes, not signed off."
    changed = [_number_of(view.item) for view in views if view.state.differs_from_signed]
    signed = f"Minutes as signed off by {sign_off.by.name} on {format_day(sign_off.at.date())}"
    return f"{signed}, but changed since: {', '.join(changed)}." if changed else f"{signed}."


def attendance_lists(meeting: Meeting) -> tuple[tuple[str, tuple[Attendee, ...]], ...]:
    """Each list of people that is not empty, with what it is called."""
    chair = (Attendee(meeting.chair),) if meeting.chair else ()
    lists = (
        ("Chair", chair),
        ("Present", meeting.present),
        ("Apologies", meeting.apologies),
        ("In attendance", meeting.in_attendance),
    )
    return tuple((label, people) for label, people in lists if people)


def heading(item: Item) -> str:
    """An item as it is headed: ``5. Loneliness``."""
    number = item.number.strip().rstrip(".")
    return f"{number}. {item.title}" if number else item.title


def _exported(view: ItemView, past: ExportPast | None, look: Look) -> ExportedItem:
    if past and look is Look.FIRST:
        first = past.first_draft(view)
        return ExportedItem(heading(view.item), own_lines(view, first), id=view.item.id, digest=digest(first))
    pieces, changes = past.tracked(view) if past and look is Look.REDLINE else ((), {})
    return ExportedItem(
        heading=heading(view.item),
        text=own_lines(view, view.draft.text),
        id=view.item.id,
        digest=view.draft.digest,
        tracked=pieces,
        changes=changes,
        flags=past.flags(view) if past and look is Look.REDLINE else (),
        corrections=tuple(
            f"Corrected at {made.meeting}: {corrected(made.quote.quote, made.wording)}. {made.reason}"
            for made in view.state.corrections
        ),
    )
