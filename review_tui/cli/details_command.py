"""The command that says, or puts right, what is said of a whole meeting."""

import argparse

from review_tui.cli.meeting_commands import meeting_asked
from review_tui.cli.minutes_commands import tell
from review_tui.cli.output import give_json, say
from review_tui.cli.ports import Backend
from review_tui.model.errors import WrongUsage
from review_tui.model.meeting import Meeting
from review_tui.model.meeting_details import PEOPLE, WORDS, details_of, list_of, people_words, read_people
from review_tui.model.visible import visible

_ADD = "+"
_AS_READ = "as the minutes have it"
"""What is said of a list that stands in the minutes themselves."""


def details(backend: Backend, asked: argparse.Namespace) -> int:
    """Print what is said of a meeting, or say it otherwise and record that."""
    context = backend.context(asked.book)
    meeting = meeting_asked(context, asked.meeting)
    said = _options_given(meeting, asked)
    if asked.recorded and said:
        raise WrongUsage(
            "Record first what was edited in another program (--recorded alone), then say the rest."
        )
    if asked.recorded:
        return tell(asked, context.review.record_details(meeting, asked.reason))
    if said:
        return tell(asked, context.review.describe(meeting, said, asked.reason))
    now = details_of(meeting)
    if asked.json:
        people = {
            key: [{"name": each.name, "role": each.role} for each in list_of(now[key])] for key in PEOPLE
        }
        give_json({"meeting": meeting.id, **{key: now[key] for key in WORDS}, **people})
        return 0
    for key, label in {**WORDS, **PEOPLE}.items():
        value = now[key]
        words = people_words(list_of(value)) if key in PEOPLE else str(value)
        say(f"{label}: {visible(words) or (_AS_READ if meeting.file and key in PEOPLE else '-')}")
    return 0


def _options_given(meeting: Meeting, asked: argparse.Namespace) -> dict[str, object]:
    """What the options say, by key."""
    now = details_of(meeting)
    said: dict[str, object] = {}
    for key in (*WORDS, *PEOPLE):
        value = getattr(asked, f"said_{key}")
        if value is None:
            continue
        if key in WORDS:
            said[key] = " ".join(value.split())
        elif value.lstrip().startswith(_ADD):
            if meeting.file and not now[key]:
                raise WrongUsage(
                    f"{PEOPLE[key]} is read from the minutes, where it can be amended. To say it here, say "
                    "all of the list, without +."
                )
            said[key] = (*list_of(now[key]), *read_people(value.lstrip().removeprefix(_ADD)))
        else:
            said[key] = read_people(value)
    return said
