"""Titles and offices in the draft that are not those on the roll."""

import re
from collections.abc import Iterator

from review_tui.checks.people.attendance_lookup import AttendanceLookup
from review_tui.language.actions_by_person import find_person_actions
from review_tui.language.attendance import AttendanceEntry
from review_tui.language.attendance_entries import OFFICE
from review_tui.language.person_mentions import Person, find_people
from review_tui.language.person_names import name_key
from review_tui.model.findings import Finding, Location, Severity, Suggestion
from review_tui.model.material import Document
from review_tui.model.text import Span

_CHECK = "roll"
_WOMEN = ("Mrs", "Miss", "Ms")
_BEHIND = re.compile(
    r"(?:,[ \u00a0]|[ \u00a0]\(|[ \u00a0][-\u2013\u2014][ \u00a0])(?:the[ \u00a0])?(?=[^\W\d_])"
)
_CLOSED = re.compile(r"[,;)]|\.(?:\s|\Z)|\s?\Z|\n")
_ROLE_WORD = re.compile(r"[ \u00a0]{1,2}(?P<word>&|[^\W\d_]{1,30}(?:['\u2019-][^\W\d_]{1,30})?)")
_LONGEST_ROLE = 90
"""Characters of an office in brackets."""
_SMALL = frozenset({"of", "the", "and", "&", "for", "to", "in", "a", "s"})
_WORDS = re.compile(r"[^\W_]{1,30}")
_ELECTION = re.compile(
    r"\b(?:elect(?:ed|ion)|nominat|re-?elect|stood down|resign|appointment of|took the chair|acting chair"
    r"|retiring|outgoing)",
    re.IGNORECASE,
)
_CHAIRS = {"chair", "chairman", "chairperson", "chairwoman"}
_MOST_PLACES = 6
"""Places that a finding shows."""


def wrong_titles(register: AttendanceLookup, draft: Document) -> Iterator[Finding]:
    """One finding for each "Cllr Mr Lee" where the roll has "Cllr Mrs Lee"."""
    movers = {done.person.span for done in find_person_actions(draft.text) if done.deed.is_for_members}
    wrong: dict[tuple[str, str], list[tuple[Person, AttendanceEntry]]] = {}
    for person in find_people(draft.text):
        entry = _other_titled(register, person)
        if entry and (person.is_councillor or person.initials or person.span in movers):
            wrong.setdefault((person.honorific, name_key(person.surname)), []).append((person, entry))
    for (honorific, _), cases in wrong.items():
        entry = cases[0][1]
        women = honorific in _WOMEN and entry.person.honorific in _WOMEN
        place = draft.place(cases[0][0].span)
        message = (
            f"\u201c{place.quote}\u201d (line {place.line}) has the title {honorific}, but "
            f"{_entry_place(entry)} has \u201c{entry.name}\u201d."
        )
        places = [draft.place(person.span) for person, _ in cases[:_MOST_PLACES]]
        yield Finding(
            _CHECK,
            Severity.HINT if women else Severity.WARNING,
            message,
            (*places, *_entry_places(entry)),
            _retitled(cases[0][0], entry) if len(cases) == 1 else None,
        )


def _other_titled(register: AttendanceLookup, person: Person) -> AttendanceEntry | None:
    """The only entry of that surname, where it has another title than ``person``."""
    if person.honorific not in {"Mr", *_WOMEN} or " and " in person.title or not person.surname:
        return None
    named = [e for e in register.named(person) if name_key(e.person.surname) == name_key(person.surname)]
    titled = [e for e in named if e.person.honorific in {"Mr", *_WOMEN}]
    if len(named) != 1 or not titled or titled[0].person.honorific == person.honorific:
        return None
    one, other = person.initials or person.given[:1], titled[0].person.initials or titled[0].person.given[:1]
    own = titled[0].place is not None and titled[0].place.span == person.span
    return None if own or (one and other and one[0] != other[0]) else titled[0]


def _retitled(person: Person, entry: AttendanceEntry) -> Suggestion | None:
    """The title of the roll instead, where the roll is the meeting's own."""
    if entry.place is not None:
        return None
    at = person.span.start + person.text.find(person.honorific)
    return Suggestion(Span(at, at + len(person.honorific)), entry.person.honorific)


def wrong_roles(register: AttendanceLookup, draft: Document) -> Iterator[Finding]:
    """One finding for each "Laura Gough, Director of Care," whom the roll has as Head of Care."""
    if _ELECTION.search(draft.text):
        return
    listed = {entry.place.span for entry in register.roll.everyone if entry.place}
    for person in find_people(draft.text):
        said = _role_behind(draft.text, person) if person.span not in listed else None
        matching = register.matching(person) if said else ()
        if said is None or len(matching) != 1 or not matching[0].role:
            continue
        role, entry = said.of(draft.text), matching[0]
        if are_contradictory(role, entry.role):
            line = draft.place(person.span).line
            message = f"{person.text} is {role} in line {line}, but {entry.role} {_in(entry)}."
            suggestion = Suggestion(said, entry.role) if entry.place is None else None
            yield Finding(
                _CHECK,
                Severity.WARNING,
                message,
                (draft.place(Span(person.span.start, said.end)), *_entry_places(entry)),
                suggestion,
            )


def _role_behind(text: str, person: Person) -> Span | None:
    """The office in commas, brackets or dashes behind a name."""
    begins = _BEHIND.match(text, person.span.end)
    office = OFFICE.match(text, begins.end()) if begins else None
    if office is None:
        return None
    end = office.end()
    while (word := _ROLE_WORD.match(text, end)) and (word["word"][0].isupper() or word["word"] in _SMALL):
        end = word.end()
    closed = _CLOSED.match(text, end)
    return Span(office.start(), end) if closed and end - office.start() < _LONGEST_ROLE else None


def are_contradictory(one: str, other: str) -> bool:
    """Whether two names of an office cannot both be right: alike, but neither says all of the other."""
    left, right = _role_words(one), _role_words(other)
    if left <= right or right <= left:
        return "vice" in left ^ right and bool(left & right & {"chair"})
    shared = left & right
    return len(shared) * 2 >= min(len(left), len(right))


def _role_words(role: str) -> set[str]:
    words = {word.casefold() for word in _WORDS.findall(role.replace("&", " "))} - _SMALL
    return {"chair" if word in _CHAIRS else "vice" if word == "deputy" else word for word in words}


def _entry_place(entry: AttendanceEntry) -> str:
    return f"line {entry.place.line}" if entry.place else "the roll of the meeting"


def _in(entry: AttendanceEntry) -> str:
    return f"in line {entry.place.line}" if entry.place else "on the roll of the meeting"


def _entry_places(entry: AttendanceEntry) -> tuple[Location, ...]:
    return (entry.place,) if entry.place else ()
