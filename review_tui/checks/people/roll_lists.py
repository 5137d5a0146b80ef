"""The draft's own lists of who was there beside the roll of the meeting."""

from collections.abc import Iterator

from review_tui.checks.people.arrivals import arrived_or_wrote, is_late
from review_tui.checks.people.attendance_lookup import AttendanceLookup
from review_tui.language.attendance import AttendanceEntry, attendance_in
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document

_CHECK = "roll"
_LEAST_LISTED = 3
"""A list of fewer members was not read to its end."""


def lists_disagree(register: AttendanceLookup, draft: Document) -> Iterator[Finding]:
    """Whoever the draft lists as there and the roll as away, or the other way round, or leaves out."""
    roll, own = register.roll, attendance_in(draft)
    if not roll.is_official or own.has_several or len(own.present) < _LEAST_LISTED:
        return
    yield from _moved_entries(
        (*own.present, *own.in_attendance), register, roll.apologies, "present", "apologising", draft
    )
    yield from _moved_entries(own.apologies, register, roll.present, "apologising", "present", draft)
    written = AttendanceLookup(own)
    for entry in roll.present:
        if (
            not (written.named(entry.person) or written.has_anyone_like(entry.person))
            and own.present[0].place
        ):
            place = own.present[0].place
            message = (
                f"The roll of the meeting has {entry.name} as present, but the list of those present "
                f"(line {place.line}) does not have the name."
            )
            yield Finding(_CHECK, Severity.WARNING, message, (place,))


def _moved_entries(
    listed: tuple[AttendanceEntry, ...],
    register: AttendanceLookup,
    elsewhere: tuple[AttendanceEntry, ...],
    here: str,
    there: str,
    draft: Document,
) -> Iterator[Finding]:
    """Entries of the draft's list that the roll has in another part."""
    for entry in listed:
        found = register.matching(entry.person)
        other = next((e for e in found if e in elsewhere), None)
        if other is None or entry.place is None or any(e not in elsewhere for e in found):
            continue
        if is_late(f"{entry.remark} {other.remark}") or arrived_or_wrote(draft.text, entry.person):
            continue
        message = (
            f"{entry.name} is listed as {here} (line {entry.place.line}), but the roll of the meeting has "
            f"{other.name} as {there}."
        )
        yield Finding(_CHECK, Severity.ERROR, message, (entry.place,))
