"""Who was there: the roll of a meeting, from its ``meeting.yaml`` or else from the draft's own lists."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from review_tui.language.attendance_entries import (
    OFFICE,
    ListedPerson,
    read_attendance_list,
    read_name_cell,
    read_other_list,
)
from review_tui.language.attendance_lines import AttendanceLines, AttendancePart, attendance_lines, is_entry
from review_tui.language.attendance_tables import AttendanceTable, attendance_table, html_attendance_table
from review_tui.language.name_words import MAYBE_NAMES, NOT_NAMES
from review_tui.language.person_mentions import TITLE, Person, title_of
from review_tui.language.person_names import WORD, name_key, read_name_at
from review_tui.language.whole_names import natural_name, read_whole_name
from review_tui.model.findings import Location
from review_tui.model.frozen import frozen
from review_tui.model.material import Document, Material
from review_tui.model.people import Attendee
from review_tui.model.text import Span

_NONE = re.compile(r"\b(?:no|nil) (?:further |other )?apolog|\bin the absence of\b", re.IGNORECASE)
"""Words that make what follows them no apology: "No apologies were received as Tom Foy had returned"."""
_INSTEAD = re.compile(
    r"\b(?:(?<!Apologies )for|instead of|in place of|on behalf of|replacing|substituting)\s{1,2}\Z",
    re.IGNORECASE,
)
"""Words before somebody who is not there: "Substitute: Cllr Kemp for Cllr Hart"."""
_BETWEEN = re.compile(r"[,;|\n]|\([^()\n]{0,90}\)|\sand\s|\s[&\u2013-]\s")
"""What stands between the entries of a list, or beside them in brackets."""
NO_PERSON = re.compile(
    r"\b(?:public|press|residents?|parishioners?|visitors?|observers?|guests?|others|householders?|students?)\b",
    re.IGNORECASE,
)
"""Words of an entry that counts people and names none: "Two members of the public"."""
_NOTHING = frozenset({"none", "nil", "noone", "nobody"})
_NEAR = 60
"""Characters before a name in which it says that somebody came in another's place."""


@frozen
class AttendanceEntry:
    """One person on the roll."""

    name: str
    """As the roll has it."""
    role: str
    place: Location | None
    """Where the name stands in the draft or notes; ``None`` for the roll of ``meeting.yaml``."""
    person: Person
    """The name taken apart; its span is into ``name`` for ``meeting.yaml``, else into the document."""
    initials: str = ""
    """The short name that the list gives in brackets: "PB"."""
    remark: str = ""
    """What else it says in brackets: "from 7.40pm"."""


@frozen
class Attendance:
    """Who was there, who helped, who sent apologies."""

    present: tuple[AttendanceEntry, ...] = ()
    apologies: tuple[AttendanceEntry, ...] = ()
    in_attendance: tuple[AttendanceEntry, ...] = ()
    absent: tuple[AttendanceEntry, ...] = ()
    is_official: bool = False
    """Whether it is the one of ``meeting.yaml``."""
    words: frozenset[str] = frozenset()
    """Every word of the draft's own lists as ``name_key`` has it, read or not: a name may hide among them."""
    letters: str = ""
    """The draft's own lists as ``name_key`` has them, run together."""
    has_several: bool = False
    """Whether the draft lists those present more than once, as minutes of two meetings do."""
    has_unnamed: bool = False
    """Whether it lists an office without a name: "Present: Chairman, Messrs Ward and Lee"."""

    @property
    def everyone(self) -> tuple[AttendanceEntry, ...]:
        """All entries, those present first."""
        return (*self.present, *self.in_attendance, *self.apologies, *self.absent)

    @property
    def given_names(self) -> frozenset[str]:
        """The first names on it that are no words of every day, in small letters."""
        named = {entry.person.given.casefold() for entry in self.everyone}
        return frozenset(name for name in named if len(name) > 1) - MAYBE_NAMES - NOT_NAMES


def attendance_of(material: Material) -> Attendance:
    """The roll of the meeting, that of ``meeting.yaml`` before the draft's own; empty when there is none."""
    meeting = material.meeting
    if meeting is None or not (meeting.present or meeting.apologies or meeting.in_attendance):
        return attendance_in(material.draft)
    chair = (Attendee(meeting.chair, "Chair"),) if meeting.chair else ()
    present = (
        *meeting.present,
        *(
            c
            for c in chair
            if meeting.present and not any(_is_short_for(c.name, p.name) for p in meeting.present)
        ),
    )
    presenters = tuple(Attendee(item.presenter) for item in meeting.items if item.presenter)
    return Attendance(
        present=_official_entries(present),
        apologies=_official_entries(meeting.apologies),
        in_attendance=_official_entries((*meeting.in_attendance, *presenters)),
        is_official=True,
        words=frozenset(name_key(w[0]) for p in presenters for w in WORD.finditer(p.name)),
    )


def _is_short_for(short: str, name: str) -> bool:
    """Whether somebody may be called so: by the whole name, by initials, by the given name or the surname."""
    words = [name_key(word[0]) for word in WORD.finditer(name)]
    return name_key(short) in {name_key(name), "".join(word[:1] for word in words), *words}


def attendance_in(document: Document) -> Attendance:
    """The roll that a document lists by itself, from its lines "Present", "In attendance", "Apologies"."""
    table = _table_of(document)
    listed = attendance_lines(document)
    lines = (
        *(left for one in listed if (left := _without_table(document.text, one, table))),
        *(table.lines if table else ()),
    )
    only_guests = not any(line.part is AttendancePart.PRESENT for line in lines)
    parts: dict[AttendancePart, list[AttendanceEntry]] = {part: [] for part in AttendancePart}
    for line in lines:
        part = AttendancePart.PRESENT if only_guests and line is _first_guests(lines) else line.part
        parts[part] += _entries(document, line)
    text = document.text[: _end_of_roll(lines)]
    return Attendance(
        present=tuple(parts[AttendancePart.PRESENT]),
        apologies=tuple(parts[AttendancePart.APOLOGIES]),
        in_attendance=tuple(parts[AttendancePart.IN_ATTENDANCE]),
        absent=tuple(parts[AttendancePart.ABSENT]),
        words=frozenset(name_key(match[0]) for match in WORD.finditer(text)),
        letters=name_key(text),
        has_several=all(
            len({line.label for line in lines if line.part is part}) > 1
            for part in (AttendancePart.PRESENT, AttendancePart.APOLOGIES)
        ),
        has_unnamed=any(
            _has_unnamed(document, line) for line in lines if line.part is AttendancePart.PRESENT
        ),
    )


def _without_table(text: str, line: AttendanceLines, table: AttendanceTable | None) -> AttendanceLines | None:
    """A part of the roll without what a table says of itself; ``None`` where nothing is left."""
    if table is None:
        return line
    if line.label.overlaps(table.span):
        return None  # "| Present | Apologies |" is no label of a line
    left = tuple(span for span in line.spans if not span.overlaps(table.span))
    if not line.spans:
        return line
    return replace(line, spans=left) if any(span.of(text).strip(" *_:") for span in left) else None


def _table_of(document: Document) -> AttendanceTable | None:
    return attendance_table(document.text, document.passages) or html_attendance_table(document)


def unread_of_roll(document: Document) -> tuple[str, ...]:
    """What stands in a document's lists of people where somebody should, and was read as nobody."""
    table = _table_of(document)
    rows = table.unread if table else ()
    found = [" ".join(span.of(document.text).split()) for span in rows]
    for line in attendance_lines(document):
        if left := _without_table(document.text, line, table):
            read = [entry.person.span for entry in _entries(document, left)]
            for span in left.spans:
                if left.is_other:
                    found += [
                        " ".join(each.of(document.text).split())
                        for each in read_other_list(document.text, span)[1]
                    ]
                    continue
                found += _unread_entries(document.text, span, read)
    return tuple(found)


def _unread_entries(text: str, span: Span, read: list[Span]) -> Iterator[str]:
    """The entries of a list that begin as a name does, and are none that was read."""
    at = span.start
    for match in (*_BETWEEN.finditer(text, span.start, span.end), None):
        stop = match.start() if match else span.end
        entry, at = Span(at, stop), match.end() if match else stop
        said = entry.of(text).strip(" *_.\n")
        is_name = said[:1].isupper() and not OFFICE.match(said) and name_key(said) not in _NOTHING
        is_name = is_name and not NO_PERSON.search(said)
        if is_name and not any(each.overlaps(entry) for each in read):
            yield " ".join(said.split())


def person_of(name: str) -> Person:
    """A name on a roll taken apart: "Cllr Jane Smith", "Smith, Jane", "J Smith"."""
    plain = " ".join(name.split())
    if whole := read_whole_name(plain, Span(0, len(plain))):
        return whole
    last, comma, first = plain.partition(",")
    if comma and len(last.split()) == 1 and first.strip():
        plain = f"{first.strip()} {last}"
    titled = TITLE.match(plain)
    start = titled.end() if titled else 0
    read = read_name_at(plain, start)
    title = title_of(titled) if titled else ""
    if read is None:
        return Person(title, "", "", plain[start:], Span(0, len(plain)), plain)
    return Person(title, read.initials, read.given, read.surname, Span(0, len(plain)), plain)


def _official_entries(attendees: tuple[Attendee, ...]) -> tuple[AttendanceEntry, ...]:
    return tuple(
        AttendanceEntry(a.name, a.role, None, person_of(a.name)) for a in attendees if a.name.strip()
    )


def _first_guests(lines: tuple[AttendanceLines, ...]) -> AttendanceLines | None:
    """The list that must be the one of those present, where minutes say "In attendance" for it."""
    return next((line for line in lines if line.part is AttendancePart.IN_ATTENDANCE), None)


def _end_of_roll(lines: tuple[AttendanceLines, ...]) -> int:
    return max((line.spans[-1].end for line in lines), default=0)


def _entries(document: Document, line: AttendanceLines) -> Iterator[AttendanceEntry]:
    for span in line.spans:
        for listed in _people_listed(document.text, span, line):
            person = listed.person
            before = document.text[max(line.label.start, person.span.start - _NEAR) : person.span.start]
            there = line.part in {AttendancePart.PRESENT, AttendancePart.IN_ATTENDANCE}
            if _NONE.search(before) or (there and _INSTEAD.search(before)):
                continue
            place = document.place(person.span)
            name, role = natural_name(person.text), listed.role or line.role
            yield AttendanceEntry(name, role, place, person, listed.initials, listed.remark)


def _people_listed(text: str, span: Span, line: AttendanceLines) -> Sequence[ListedPerson]:
    """The people at a place of a part of the roll: a cell, an entry below its label, or a whole list."""
    if line.is_other:
        return read_other_list(text, span)[0]
    listed = () if line.is_cell else tuple(read_attendance_list(text, span))
    is_by_itself = line.is_cell or (not listed and span is not line.spans[0] and is_entry(span.of(text)))
    return tuple(read_name_cell(text, span)) if is_by_itself else listed


def _has_unnamed(document: Document, line: AttendanceLines) -> bool:
    """Whether a list begins with an office that no name follows."""
    first = line.spans[0]
    office = OFFICE.match(document.text, first.start + _blank(first.of(document.text)), first.end)
    return office is not None and document.text[office.end() : office.end() + 1] in {",", ".", ";"}


def _blank(text: str) -> int:
    return len(text) - len(text.lstrip(" *_\u00a0"))
