"""What is said of a whole meeting, its day, its place and who was there; and how that is put in words."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from review_tui.model.errors import Refusal
from review_tui.model.meeting import Meeting
from review_tui.model.people import Attendee
from review_tui.model.text import shorten
from review_tui.model.visible import visible

Details = Mapping[str, object]
"""By key: words, or for a list of people the attendees. What is empty is not said of the meeting any more."""

PEOPLE = {"present": "Present", "apologies": "Apologies", "in_attendance": "In attendance"}
"""Lists of people, with what they are called."""
WORDS = {"date": "Date", "body": "Body", "start": "Start", "venue": "Venue", "chair": "Chair"}
"""Words on one line, likewise."""
_LONGEST = 40
"""Characters of a value in a sentence."""
_BETWEEN = re.compile(r"\s*[;\n]\s*")


def details_of(meeting: Meeting) -> dict[str, object]:
    """All that is said of a meeting."""
    said = {key: getattr(meeting, key) for key in (*WORDS, *PEOPLE)}
    return {**said, "date": meeting.date.isoformat() if meeting.is_dated else ""}


def read_people(words: str) -> tuple[Attendee, ...]:
    """People as they are typed: "Carol Brown, Chair; Wei Chen". An office stands behind the first comma."""
    people = []
    for entry in _BETWEEN.split(words.strip()):
        name, _, role = " ".join(entry.split()).partition(",")
        if name.strip():
            people.append(Attendee(name.strip(), role.strip()))
    return tuple(people)


def people_words(people: Sequence[Attendee]) -> str:
    """People as ``read_people`` reads them."""
    return "; ".join(f"{each.name}, {each.role}" if each.role else each.name for each in people)


def changed_details(meeting: Meeting, said: Details) -> dict[str, object]:
    """What of ``said`` is not so yet. Raises ``Refusal`` for a day that is none or a meeting of nobody."""
    now = details_of(meeting)
    try:
        dt.date.fromisoformat(str(said.get("date", "2000-01-01")))
    except ValueError:
        day = visible(str(said["date"]))
        raise Refusal(f"“{day}” is no day. Write it as year-month-day, such as 2024-05-01.") from None
    if not said.get("body", "x"):
        raise Refusal("Say who met: a board, a committee.")
    return {key: value for key, value in said.items() if value != now[key]}


def told_details(meeting: Meeting, changed: Details) -> str:
    """What changes, in words: "present with Wei Chen; venue the Hall"."""
    now = details_of(meeting)
    return "; ".join(
        _told_people(key, now[key], value) if key in PEOPLE else _told_words(key, value)
        for key, value in changed.items()
    )


def _told_words(key: str, value: object) -> str:
    return f"{key} {visible(shorten(str(value), _LONGEST))}" if value else f"no {key}"


def _told_people(key: str, before: object, after: object) -> str:
    one, other = ({each.name for each in list_of(people)} for people in (before, after))
    came = [each.name for each in list_of(after) if each.name not in one]
    went = [each.name for each in list_of(before) if each.name not in other]
    label = PEOPLE[key].lower()
    parts = [f"{word} {', '.join(names)}" for word, names in (("with", came), ("without", went)) if names]
    return f"{label} {visible(shorten(' and '.join(parts), 2 * _LONGEST))}" if parts else f"{label} anew"


def list_of(people: object) -> tuple[Attendee, ...]:
    """A value of a list of people as such."""
    return tuple(each for each in people if isinstance(each, Attendee)) if isinstance(people, tuple) else ()
