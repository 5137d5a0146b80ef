"""Which meeting a person's words mean."""

from collections.abc import Sequence

from review_tui.model.date_format import format_day
from review_tui.model.errors import Refusal, WrongUsage
from review_tui.model.meeting import Meeting, Problem

_MOST_LISTED = 5
"""Names that a sentence lists."""


def resolve_meeting(meetings: Sequence[Meeting], asked: str, problems: Sequence[Problem] = ()) -> Meeting:
    """The meeting that ``asked`` names: its folder, its date, or any part of its name that fits just one.

    ``problems`` are what could not be read: the meeting may be there and only be among them.
    """
    for hits in _matches_by_strictness(meetings, asked):
        if len(hits) == 1:
            return hits[0]
        if hits:
            names = ", ".join(meeting.id for meeting in hits[:_MOST_LISTED])
            more = f" and {len(hits) - _MOST_LISTED} more" if len(hits) > _MOST_LISTED else ""
            raise WrongUsage(
                f"“{asked}” could be any of these meetings: {names}{more}. Say more of its name."
            )
    raise Refusal(
        f"No meeting is called “{asked}”. `review-tui status` lists what there is.{but_unread(problems)}"
    )


def but_unread(problems: Sequence[Problem]) -> str:
    """Why something may be there and not be found: the first thing that could not be read, to be added."""
    if not problems:
        return ""
    more = f" ({len(problems) - 1} more such: see `review-tui status`.)" if len(problems) > 1 else ""
    return f" Not everything could be read. {problems[0]}{more}"


def meeting_named(meetings: Sequence[Meeting], asked: str) -> str:
    """The id of the one meeting that ``asked`` surely names; else ``asked`` itself: it may be in no book."""
    sure = next(iter(_matches_by_strictness(meetings, asked)), [])
    return sure[0].id if len(sure) == 1 else asked.strip()


def _file_name(meeting: Meeting) -> str:
    """The name of the file that holds a meeting's minutes, where one does."""
    return meeting.file.rpartition("/")[2].casefold()


def _matches_by_strictness(meetings: Sequence[Meeting], asked: str) -> list[list[Meeting]]:
    """The meetings that ``asked`` fits, from the strictest reading of it to the loosest."""
    parts = [part for part in asked.replace("\\", "/").split("/") if part.strip() not in {"", "."}]
    wanted = " ".join(parts[-1].split()).casefold() if parts else ""
    if not wanted:
        return []
    return [
        [m for m in meetings if wanted in {m.id.casefold(), m.date.isoformat(), _file_name(m)}],
        [m for m in meetings if wanted in m.id.casefold()],
        [m for m in meetings if wanted in f"{m.body}, {format_day(m.date)}".casefold()],
    ]
