"""A meeting, its agenda and what there is to read of each item."""

import datetime as dt
from dataclasses import dataclass, field

from review_tui.domain.acts import Act
from review_tui.domain.people import Attendee
from review_tui.domain.text import digest

Extra = tuple[tuple[str, object], ...]
"""What a file says that the program does not understand, kept and shown: keys with plain values."""


@dataclass(frozen=True, slots=True)
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
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
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
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One file of source notes."""

    name: str
    """Relative to the item's folder, with forward slashes: ``notes/clerk.md``."""
    text: str


_SPOKEN = (".vtt", ".srt")


def is_spoken(source: str) -> bool:
    """Whether a source of this name is a transcript: what was said, and not what a clerk noted of it."""
    return source.casefold().endswith(_SPOKEN)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the book that could not be read, in a sentence for the reviewer."""

    file: str
    """Relative to the book, with forward slashes."""
    sentence: str
    """What is wrong and what to do."""
    line: int | None = None

    def __str__(self) -> str:
        """Where, then what; just what, where the sentence says where."""
        if not self.file:
            return self.sentence
        where = self.file if self.line is None else f"{self.file}, line {self.line}"
        return f"{where}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Draft:
    """All there is to read of one item: its minutes, source notes and acts."""

    meeting: str
    item: Item
    text: str
    """The minutes, decoded; bytes that are not UTF-8 are held as lone surrogates."""
    path: str
    """Of the minutes, relative to the book, with forward slashes."""
    notes: tuple[Source, ...] = ()
    acts: tuple[Act, ...] = ()
    problems: tuple[Problem, ...] = ()
    locked: str = ""
    """Why these minutes can be read but not amended, or empty."""
    digest: str = field(init=False, default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", digest(self.text))
