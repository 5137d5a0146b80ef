"""Which meeting a person's words mean."""

import re
from collections.abc import Sequence

from review_tui.model.date_format import format_day
from review_tui.model.errors import Refusal, WrongUsage
from review_tui.model.meeting import Meeting, Problem

_WORD = re.compile(r"[^\W_]+")
_TELLING = 4
"""Letters of a word, or digits of a year, by which a meeting may be told."""
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


def looks_like_a_meeting(meetings: Sequence[Meeting], asked: str) -> tuple[Meeting, ...]:
    """The meetings that words which name none were most likely meant to name: they share a word or a year."""
    said = {word for word in _WORD.findall(asked.casefold()) if len(word) >= _TELLING}
    if "/" in asked.strip("/") or not said:
        return ()
    near = []
    for meeting in meetings:
        known = {w for w in _WORD.findall(f"{meeting.id} {meeting.body}".casefold()) if len(w) >= _TELLING}
        if any(_is_near(word, other) for word in said for other in known):
            near.append(meeting)
    return tuple(near)


def _is_near(word: str, other: str) -> bool:
    """Whether one may be a slip for the other: one letter is other, more or less, or two are turned round."""
    if word == other:
        return True
    if abs(len(word) - len(other)) > 1:
        return False
    start = next(
        (n for n, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other))
    )
    rests = (word[start:], other[start:])
    if rests[0][1:] == rests[1][1:] or rests[0][1:] == rests[1] or rests[0] == rests[1][1:]:
        return True
    return sorted(rests[0][:2]) == sorted(rests[1][:2]) and rests[0][2:] == rests[1][2:]


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


def corrected_at(meetings: Sequence[Meeting], asked: str, minutes_of: Meeting) -> tuple[str, str]:
    """The meeting at which minutes were corrected, as it is kept, and what is odd about it, or nothing.

    Raises ``Refusal`` for one of this book that was held before theirs.
    """
    name = meeting_named([each for each in meetings if each.id != minutes_of.id], asked)
    made = next((each for each in meetings if each.id == name), None)
    if made is None or made.id == minutes_of.id:
        return name, ""
    if made.is_dated and minutes_of.is_dated and made.date < minutes_of.date:
        raise Refusal(
            f"{made.id} was held before the meeting of these minutes, {minutes_of.id}, and can't have "
            "corrected them. Name a later one, or say it in words."
        )
    if made.body.casefold() != minutes_of.body.casefold():
        return name, f"{made.id} is a meeting of another body: {made.body}, not {minutes_of.body}."
    return name, ""


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
