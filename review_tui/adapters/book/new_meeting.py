"""Puts a whole new meeting in a book: all of its folder at once or nothing, never in another's place."""

import contextlib
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from review_tui.adapters.book.book_paths import MEETING, MINUTES, why_not_a_name
from review_tui.adapters.book.yaml_writer import write_yaml
from review_tui.model.errors import Refusal
from review_tui.model.meeting import Meeting
from review_tui.model.people import Attendee
from review_tui.model.text import encode
from review_tui.model.visible import visible


def write_meeting(book: Path, meeting: Meeting, texts: Mapping[str, str]) -> Path:
    """The folder of ``meeting``, new in ``book``, with the minutes of each item by its id.

    The book is made where there is none. Raises ``Refusal`` where there is such a folder, or it has no name.
    """
    for name in (meeting.id, *texts):
        if refusal := why_not_a_name(name):
            raise Refusal(refusal)
    folder = book / meeting.id
    if folder.exists() or folder.is_symlink():
        raise Refusal(f"{visible(str(folder))} is there already, and nothing is written over it.")
    if book.exists() and not book.is_dir():
        raise Refusal(f"{visible(str(book))} is a file. Name a folder to put the meeting in.")
    fields = write_yaml(_fields(meeting))
    book.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=".import-", dir=book))
    try:
        scratch.chmod(0o755)
        (scratch / MEETING).write_bytes(fields)
        for item, text in texts.items():
            (scratch / item).mkdir()
            (scratch / item / MINUTES).write_bytes(encode(text))
        scratch.rename(folder)
    except BaseException:
        with contextlib.suppress(OSError):
            shutil.rmtree(scratch)
        raise
    return folder


def _fields(meeting: Meeting) -> dict[str, object]:
    words = {"start": meeting.start, "venue": meeting.venue, "chair": meeting.chair}
    lists = {
        "present": meeting.present,
        "apologies": meeting.apologies,
        "in_attendance": meeting.in_attendance,
    }
    return {
        "body": meeting.body,
        "date": meeting.date.isoformat(),
        **{key: said for key, said in words.items() if said},
        **{key: list(map(_person, people)) for key, people in lists.items() if people},
        "items": [
            {
                "id": item.id,
                # Where it has no number the one in the name of its folder is none.
                "number": item.number,
                **{key: said for key in ("title", "presenter") if (said := getattr(item, key))},
                **({"exempt": "true"} if item.exempt else {}),
            }
            for item in meeting.items
        ],
    }


def _person(person: Attendee) -> object:
    return {"name": person.name, "role": person.role} if person.role else person.name
