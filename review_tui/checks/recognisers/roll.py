"""Who was there: the roll of a meeting, from its ``meeting.yaml`` or else from the draft's own lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from review_tui.checks.material import Document, Material
from review_tui.checks.recognisers.name_reading import WORD, key_of, name_at
from review_tui.checks.recognisers.people import TITLE, Person, title_of
from review_tui.checks.recognisers.roll_entries import OFFICE, read_list
from review_tui.checks.recognisers.roll_lines import Part, RollLines, roll_lines
from review_tui.checks.recognisers.roll_tables import table_lines
from review_tui.domain.findings import Place
from review_tui.domain.people import Attendee
from review_tui.domain.text import Span

_NONE = re.compile(r"\b(?:no|nil) (?:further |other )?apolog|\bin the absence of\b", re.IGNORECASE)
"""Words that make what follows them no apology: "No apologies were received as Tom Foy had returned"."""
_INSTEAD = re.compile(
    r"\b(?:(?<!Apologies )for|instead of|in place of|on behalf of|replacing|substituting)\s{1,2}\Z",
    re.IGNORECASE,
)
"""Words before somebody who is not there: "Substitute: Cllr Kemp for Cllr Hart"."""
_NEAR = 60


@dataclass(frozen=True, slots=True)
class RollEntry:
    """One person on the roll."""

    name: str
    """As the roll has it."""
    role: str
    place: Place | None
    """Where the name stands in the draft or notes; ``None`` for the roll of ``meeting.yaml``."""
    person: Person
    """The name taken apart; its span is into ``name`` for ``meeting.yaml``, else into the document."""
    initials: str = ""
    """The short name that the list gives in brackets: "PB"."""
    remark: str = ""
    """What else it says in brackets: "from 7.40pm"."""


@dataclass(frozen=True, slots=True)
class Roll:
    """Who was there, who helped, who sent apologies."""

    present: tuple[RollEntry, ...] = ()
    apologies: tuple[RollEntry, ...] = ()
    in_attendance: tuple[RollEntry, ...] = ()
    absent: tuple[RollEntry, ...] = ()
    is_official: bool = False
    """Whether it is the one of ``meeting.yaml``."""
    words: frozenset[str] = frozenset()
    """Every word of the draft's own lists as ``key_of`` has it, read or not: a name may hide among them."""
    letters: str = ""
    """The draft's own lists as ``key_of`` has them, run together."""
    has_several: bool = False
    """Whether the draft lists those present more than once, as minutes of two meetings do."""
    has_unnamed: bool = False
    """Whether it lists an office without a name: "Present: Chairman, Messrs Ward and Lee"."""

    @property
    def everyone(self) -> tuple[RollEntry, ...]:
        """All entries, those present first."""
        return (*self.present, *self.in_attendance, *self.apologies, *self.absent)


def roll_of(material: Material) -> Roll:
    """The roll of the meeting, that of ``meeting.yaml`` before the draft's own; empty when there is none."""
    meeting = material.meeting
    if meeting is None or not (meeting.present or meeting.apologies or meeting.in_attendance):
        return roll_in(material.draft)
    chair = (Attendee(meeting.chair, "Chair"),) if meeting.chair else ()
    listed = {key_of(attendee.name) for attendee in meeting.present}
    present = (*meeting.present, *(c for c in chair if meeting.present and key_of(c.name) not in listed))
    presenters = tuple(Attendee(item.presenter) for item in meeting.items if item.presenter)
    return Roll(
        present=_official(present),
        apologies=_official(meeting.apologies),
        in_attendance=_official((*meeting.in_attendance, *presenters)),
        is_official=True,
        words=frozenset(key_of(w[0]) for p in presenters for w in WORD.finditer(p.name)),
    )


def roll_in(document: Document) -> Roll:
    """The roll that a document lists by itself, from its lines "Present", "In attendance", "Apologies"."""
    lines = (*roll_lines(document), *table_lines(document.text, document.passages))
    only_guests = not any(line.part is Part.PRESENT for line in lines)
    parts: dict[Part, list[RollEntry]] = {part: [] for part in Part}
    for line in lines:
        part = Part.PRESENT if only_guests and line is _first_guests(lines) else line.part
        parts[part] += _entries(document, line)
    text = document.text[: _end_of_roll(lines)]
    return Roll(
        present=tuple(parts[Part.PRESENT]),
        apologies=tuple(parts[Part.APOLOGIES]),
        in_attendance=tuple(parts[Part.IN_ATTENDANCE]),
        absent=tuple(parts[Part.ABSENT]),
        words=frozenset(key_of(match[0]) for match in WORD.finditer(text)),
        letters=key_of(text),
        has_several=all(
            len({line.label for line in lines if line.part is part}) > 1
            for part in (Part.PRESENT, Part.APOLOGIES)
        ),
        has_unnamed=any(_has_unnamed(document, line) for line in lines if line.part is Part.PRESENT),
    )


def person_of(name: str) -> Person:
    """A name on a roll taken apart: "Cllr Jane Smith", "Smith, Jane", "J Smith"."""
    plain = " ".join(name.split())
    last, comma, first = plain.partition(",")
    if comma and len(last.split()) == 1 and first.strip():
        plain = f"{first.strip()} {last}"
    titled = TITLE.match(plain)
    start = titled.end() if titled else 0
    read = name_at(plain, start)
    title = title_of(titled) if titled else ""
    if read is None:
        return Person(title, "", "", plain[start:], Span(0, len(plain)), plain)
    return Person(title, read.initials, read.given, read.surname, Span(0, len(plain)), plain)


def _official(attendees: tuple[Attendee, ...]) -> tuple[RollEntry, ...]:
    return tuple(RollEntry(a.name, a.role, None, person_of(a.name)) for a in attendees if a.name.strip())


def _first_guests(lines: tuple[RollLines, ...]) -> RollLines | None:
    """The list that must be the one of those present, where minutes say "In attendance" for it."""
    return next((line for line in lines if line.part is Part.IN_ATTENDANCE), None)


def _end_of_roll(lines: tuple[RollLines, ...]) -> int:
    return max((line.spans[-1].end for line in lines), default=0)


def _entries(document: Document, line: RollLines) -> Iterator[RollEntry]:
    for span in line.spans:
        for listed in read_list(document.text, span):
            person = listed.person
            before = document.text[max(line.label.start, person.span.start - _NEAR) : person.span.start]
            there = line.part in {Part.PRESENT, Part.IN_ATTENDANCE}
            if _NONE.search(before) or (there and _INSTEAD.search(before)):
                continue
            place = document.place(person.span)
            yield RollEntry(person.text, listed.role, place, person, listed.initials, listed.remark)


def _has_unnamed(document: Document, line: RollLines) -> bool:
    """Whether a list begins with an office that no name follows."""
    first = line.spans[0]
    office = OFFICE.match(document.text, first.start + _blank(first.of(document.text)), first.end)
    return office is not None and document.text[office.end() : office.end() + 1] in {",", ".", ";"}


def _blank(text: str) -> int:
    return len(text) - len(text.lstrip(" *_\u00a0"))
