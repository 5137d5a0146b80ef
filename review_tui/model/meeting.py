"""A meeting, its agenda and what there is to read of each item."""

import datetime as dt
from dataclasses import field
from typing import NamedTuple

from review_tui.model.acts import Act
from review_tui.model.frozen import frozen
from review_tui.model.people import Attendee
from review_tui.model.text import digest

Extra = tuple[tuple[str, object], ...]
"""What a file says that the program does not understand, kept and shown: keys with plain values.

The values may be lists and mappings, which have no hash, so nothing of the kind counts in the hash of what
holds it.
"""


UNDATED = dt.date.min
"""The date of a meeting whose own is not known."""


@frozen
class Item:
    """One agenda item as ``meeting.yaml`` lists it."""

    id: str
    """The name of its folder."""
    number: str
    """As printed on the agenda: "5", "7a"."""
    title: str
    presenter: str = ""
    exempt: bool = False
    """Not for publication."""
    extra: Extra = field(default=(), hash=False)

    @property
    def label(self) -> str:
        """What follows the word "item" in a sentence: its number, or its title where it has none."""
        return self.number or f"“{self.title}”"


@frozen
class Unsure:
    """What can't be read of a meeting whose minutes are one file: to be asked for once."""

    date: bool = False
    """When it was held."""
    body: bool = False
    """Who met."""
    likely_date: dt.date | None = None
    """A day that the file names, not surely as that of the meeting."""
    lost: tuple[Item, ...] = ()
    """Items with acts that can't be told any more."""

    def __bool__(self) -> bool:
        """Whether there is anything to ask."""
        return self.date or self.body or bool(self.lost)


SURE = Unsure()


@frozen
class Meeting:
    """One sitting of one body on one date."""

    id: str
    """The name of its folder."""
    body: str
    date: dt.date
    start: str = ""
    venue: str = ""
    chair: str = ""
    present: tuple[Attendee, ...] = ()
    apologies: tuple[Attendee, ...] = ()
    in_attendance: tuple[Attendee, ...] = ()
    items: tuple[Item, ...] = ()
    extra: Extra = field(default=(), hash=False)
    file: str = ""
    """The file that holds the minutes of all items, relative to the book; empty where each has its own."""
    unsure: Unsure = SURE

    @property
    def is_dated(self) -> bool:
        """Whether the day is known that the meeting was held on."""
        return self.date != UNDATED


NOTES = "notes/"
"""How the names of source notes begin that lie in the folder for them."""
SHARED_NOTES = f"../{NOTES}"
"""And where that is the meeting's, and not the item's."""


@frozen
class Source:
    """One file of source notes."""

    name: str
    """Relative to the item's folder, with forward slashes: ``notes/clerk.md``, ``../notes/clerk.md``."""
    text: str
    is_of_meeting: bool = False
    """Whether it is about all items of a meeting of which each has a folder of its own."""


def is_shared(name: str) -> bool:
    """Whether notes of this name lie in the folder of the meeting."""
    return name.startswith(SHARED_NOTES)


def notes_name(name: str) -> str:
    """What a reader calls notes: ``clerk.md``."""
    return name.removeprefix("../").removeprefix(NOTES)


@frozen
class Problem:
    """Something in the book that could not be read, in a sentence for the reviewer."""

    file: str
    """Relative to the book, with forward slashes."""
    sentence: str
    """What is wrong and what to do."""
    line: int | None = None
    of_notes: bool = False
    """Whether it says why something that lies where notes lie is not read as such."""
    is_notice: bool = False
    """Whether nothing is wrong: it is told so that nobody wonders."""

    def __str__(self) -> str:
        """Where, then what; just what, where the sentence says where."""
        if not self.file:
            return self.sentence
        where = self.file if self.line is None else f"{self.file}, line {self.line}"
        return f"{where}: {self.sentence}"


class TextBase(NamedTuple):
    """What of a file stands before some text of it."""

    offset: int
    """Characters."""
    line: int
    """Lines."""


NO_BASE = TextBase(0, 0)


@frozen
class FilePlace:
    """Where the text of an item stands in the file that holds the minutes of the whole meeting."""

    file: str
    """Relative to the book, with forward slashes."""
    base: TextBase
    """What of it stands before the text."""
    called: str
    """The item as one would type it: ``meetings/2024-05-01.md#annual-report``."""


@frozen
class DraftMinutes:
    """All there is to read of one item: its minutes, source notes and acts."""

    meeting: str
    item: Item
    text: str
    """The minutes, decoded; bytes that are not UTF-8 are held as lone surrogates."""
    path: str
    """Of the minutes, relative to the book, with forward slashes, as the history is asked for them."""
    notes: tuple[Source, ...] = ()
    acts: tuple[Act, ...] = ()
    problems: tuple[Problem, ...] = ()
    locked: str = ""
    """Why these minutes can be read but not amended, or empty."""
    place: FilePlace | None = None
    """Where the text stands in a file that holds other items too; ``None`` where it is a file of its own."""
    beside: tuple[str, ...] = ()
    """Where there are no notes: files beside the minutes that may be some, as one would type their paths."""
    digest: str = field(init=False, default="")

    @property
    def file(self) -> str:
        """The file that the text stands in, relative to the book."""
        return self.place.file if self.place else self.path

    @property
    def base(self) -> TextBase:
        """What of that file stands before the text."""
        return self.place.base if self.place else NO_BASE

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", digest(self.text))
