"""What a path of a book is, from its names alone, in either form of a book."""

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

_REVIEW = ".review"
_MARKDOWN = (".md", ".markdown")
_MEETING_ACTS = "meeting"
_NOTES = "notes"


class PathKind(Enum):
    """What stands at a path."""

    ACT = "act"
    MINUTES = "minutes"
    """Of one item."""
    WHOLE = "whole"
    """Perhaps the minutes of a whole meeting."""
    MEETING = "meeting"
    BOOK = "book"
    NOTES = "notes"
    OTHER = "other"


class RecordPath(NamedTuple):
    """A path, taken apart."""

    kind: PathKind
    place: str = ""
    """The folder of the item or meeting that it belongs to; in a review beside a file, that of its acts."""


_OTHER = RecordPath(PathKind.OTHER)


@lru_cache(maxsize=100_000)
def record_path(path: str) -> RecordPath:  # noqa: PLR0911 -- a return for each kind
    """What stands at ``path``."""
    parts = path.split("/")
    name, folders = parts[-1], parts[:-1]
    # First what can be no notes: a heading, a meeting, or the folder of the whole book may be called so too.
    if name.endswith(".yaml") and not name.startswith("."):
        if folders[-1:] == ["acts"]:
            return RecordPath(PathKind.ACT, "/".join(folders[:-1]))
        if folders[-2:-1] == ["acts"] and folders[-3:-2] and folders[-3].endswith(_REVIEW):
            return RecordPath(PathKind.ACT, "/".join(folders))
        if name in {"meeting.yaml", "book.yaml"}:
            kind = PathKind.MEETING if name == "meeting.yaml" else PathKind.BOOK
            return RecordPath(kind, "/".join(folders))
    if _NOTES in folders and (name != "minutes.md" or folders[-1] == _NOTES):
        at = len(folders) - 1 - folders[::-1].index(_NOTES)
        return RecordPath(PathKind.NOTES, "/".join(folders[:at]))
    if name == "minutes.md":
        return RecordPath(PathKind.MINUTES, "/".join(folders))
    if name.lower().endswith(_MARKDOWN) and not name.startswith("."):
        return RecordPath(PathKind.WHOLE, path.rpartition(".")[0])
    return _OTHER


def review_of(place: str) -> str:
    """The review folder beside a file that ``place`` lies in; empty in a book of folders."""
    above, acts, _ = place.rpartition(f"{_REVIEW}/acts/")
    return f"{above}{_REVIEW}" if acts else ""


def meeting_of(place: str) -> str:
    """The folder that holds the ``meeting.yaml`` of the meeting whose item's place this is."""
    return review_of(place) or place.rpartition("/")[0]


def is_of_whole_meeting(place: str) -> bool:
    """Whether acts at ``place``, beside a file, are on the whole meeting."""
    return bool(review_of(place)) and place.endswith(f"/acts/{_MEETING_ACTS}")


def minutes_paths(place: str) -> tuple[str, ...]:
    """Where the minutes may stand that acts at ``place`` are about."""
    if review := review_of(place):
        return tuple(f"{review.removesuffix(_REVIEW)}{end}" for end in _MARKDOWN)
    return (f"{place}/minutes.md", f"{place}/meeting.yaml")


def locate(path: str) -> tuple[str, str]:
    """The ids of the meeting and of the item that a path of a book of folders is in; empty for neither."""
    parts = path.split("/")
    if len(parts) < 2:  # noqa: PLR2004 -- a folder and a file
        return "", ""
    in_item = len(parts) > 2 and parts[1] != "acts"  # noqa: PLR2004 -- meeting, item and file
    return parts[0], parts[1] if in_item else ""


def path_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern of ``book.yaml`` as one for paths: ``*`` within a name, ``**`` for any folders."""
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern.strip().removeprefix("./"))
    signs = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(signs.get(part, re.escape(part)) for part in parts))
