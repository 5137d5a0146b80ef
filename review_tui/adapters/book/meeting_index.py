"""What each meeting's files said when they were last read, so that a long shelf of meetings opens at once.

A meeting is read again unless everything that it was made of has the signatures that it had: its folder,
``meeting.yaml``, and the folders of its items; or the one file of its minutes, while no review is beside it.
A signature holds the time of the last change of any kind, which no program sets as it likes, and one from the
last moments before the reading is not trusted. So git knows which files it need not read ("racy git",
Documentation/technical/racy-git.txt in git's source).
"""

import datetime as dt
import stat
import time
from dataclasses import replace
from typing import Any, NamedTuple

from review_tui.adapters.book.book_paths import MEETING
from review_tui.adapters.book.safe_open import OpenFolder, StatSignature
from review_tui.application.ports import Cache
from review_tui.model.meeting import Item, Meeting, Problem, Unsure
from review_tui.model.people import Attendee

RACY_WINDOW = 2.1
"""Seconds: the coarsest clock of a file system ticks every two."""
_ATTENDANCE = ("present", "apologies", "in_attendance")
_TEXT_FIELDS = ("body", "start", "venue", "chair")
_ITEM_FIELDS = ("id", "number", "title", "presenter")


class IndexedMeeting(NamedTuple):
    """A meeting as it was read."""

    signatures: dict[str, StatSignature]
    """Of what it was read from, by its name in the meeting's folder; the folder's own by none."""
    meeting: Meeting
    problems: tuple[Problem, ...]


class MeetingIndex:
    """The known meetings of one book, kept in a cache."""

    def __init__(self, cache: Cache, book: str) -> None:
        self._cache = cache
        self._key = f"meetings {book}"
        self._known: dict[str, IndexedMeeting] | None = None
        self._is_changed = False

    def get(self, book: OpenFolder, name: str) -> IndexedMeeting | None:
        """The meeting in the folder ``name`` of ``book``, if nothing of it has changed."""
        known = self._load().get(name)
        if known is None or any(
            book.stat_signature(f"{name}/{p}" if p else name) != signature
            for p, signature in known.signatures.items()
        ):
            return None
        return known

    def put(self, folder: OpenFolder, meeting: Meeting, problems: tuple[Problem, ...]) -> None:
        """Remember a meeting that was just read from ``folder``, if it has rested since it was changed."""
        if meeting.extra or any(item.extra for item in meeting.items):
            return  # what is not understood may be of any shape: such a file is read anew each time
        signatures = {
            name: signature for name in folder.names() if (signature := folder.stat_signature(name))
        }
        signatures = {
            name: signature
            for name, signature in signatures.items()
            if name == MEETING or stat.S_ISDIR(signature[0])
        }
        signatures[""] = folder.stat_signature("")
        self._remember(meeting.id, IndexedMeeting(signatures, meeting, problems))

    def put_file(
        self, name: str, signature: StatSignature, meeting: Meeting, problems: tuple[Problem, ...]
    ) -> None:
        """Remember a meeting that was read from the file ``name`` alone, which had this signature before."""
        if signature and not meeting.extra:
            self._remember(name, IndexedMeeting({"": signature}, meeting, problems))

    def _remember(self, name: str, read: IndexedMeeting) -> None:
        """Remember what was read, unless it was changed a moment before."""
        newest = max(max(signature[-2:]) for signature in read.signatures.values())
        if newest <= (time.time() - RACY_WINDOW) * 1e9:
            self._load()[name] = read
            self._is_changed = True

    def save(self) -> None:
        """Keep what was put, for the next session."""
        if self._is_changed and self._known is not None:
            self._is_changed = False
            self._cache.put(self._key, {name: _to_json(known) for name, known in self._known.items()})

    def _load(self) -> dict[str, IndexedMeeting]:
        if self._known is None:
            said = self._cache.get(self._key)
            try:
                self._known = (
                    {n: _from_json(n, each) for n, each in said.items()} if isinstance(said, dict) else {}
                )
            except (TypeError, ValueError, LookupError, AttributeError):
                self._known = {}
        return self._known


def _to_json(known: IndexedMeeting) -> object:
    it = known.meeting
    return {
        "marks": known.signatures,
        "date": it.date.isoformat(),
        "words": [getattr(it, key) for key in _TEXT_FIELDS],
        "people": [[[a.name, a.role] for a in getattr(it, key)] for key in _ATTENDANCE],
        "items": [[*(getattr(item, key) for key in _ITEM_FIELDS), item.exempt] for item in it.items],
        "problems": [[p.file, p.sentence, p.line] for p in known.problems],
        **({"file": _file_to_json(it)} if it.file else {}),
    }


def _file_to_json(meeting: Meeting) -> list[object]:
    """What a meeting has besides whose minutes are one file."""
    unsure = meeting.unsure
    likely = unsure.likely_date.isoformat() if unsure.likely_date else ""
    return [meeting.file, unsure.date, unsure.body, likely]


def _from_json(name: str, said: Any) -> IndexedMeeting:
    """What ``_to_json`` made ``said`` of. Raises an error of Python's own when it is anything else."""
    body, start, venue, chair = said["words"]
    present, apologies, in_attendance = ([Attendee(*each) for each in people] for people in said["people"])
    meeting = Meeting(
        id=name,
        body=body,
        date=dt.date.fromisoformat(said["date"]),
        start=start,
        venue=venue,
        chair=chair,
        present=tuple(present),
        apologies=tuple(apologies),
        in_attendance=tuple(in_attendance),
        items=tuple(Item(*each) for each in said["items"]),
    )
    if "file" in said:
        file, date, named, likely = said["file"]
        unsure = Unsure(date, named, dt.date.fromisoformat(likely) if likely else None)
        meeting = replace(meeting, file=file, unsure=unsure)
    signatures = {path: tuple(signature) for path, signature in said["marks"].items()}
    return IndexedMeeting(signatures, meeting, tuple(Problem(*each) for each in said["problems"]))
