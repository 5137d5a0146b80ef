"""Every spelling of a surname with where it stands: in the draft, on the roll, in the notes."""

import re
from collections import defaultdict
from collections.abc import Iterable

from review_tui.language.actions_by_person import find_person_actions
from review_tui.language.attendance import Attendance, AttendanceEntry, attendance_in, attendance_of
from review_tui.language.person_mentions import Person, find_people
from review_tui.language.person_names import name_key
from review_tui.model.frozen import frozen
from review_tui.model.material import Document, Material

_CAPITAL = re.compile(
    r"(?<![^\W_])(?<![^\W_]['\u2019])(?:[A-Z]['\u2019])?[A-Z\u00c0-\u00de][^\W\d_]{2,30}(?:['\u2019][^\W\d_]{2,30})?(?:-[^\W\d_]{1,30})?(?:-[^\W\d_]{1,30})?"
)
_SMALL = re.compile(r"(?<![^\W_])[a-z\u00df-\u00ff][^\W\d_]{2,30}(?![^\W_])")
_INITIAL_RUN_ON = re.compile(r"[A-Z]{1,2}(?P<last>[A-Z][a-z]{2,30})\Z")
"""Initials and a surname without a blank."""


@frozen
class Spelling:
    """One spelling of a surname in the draft."""

    key: str
    surname: str
    people: tuple[Person, ...]
    """Everybody so named in the draft, in order; those in its own list of attendance too."""
    entries: tuple[AttendanceEntry, ...]
    """The entries of the roll so spelled."""

    @property
    def bearers(self) -> tuple[Person, ...]:
        """The people of the draft and of the roll."""
        return (*self.people, *(entry.person for entry in self.entries))


@frozen
class NameSpellings:
    """All names at hand."""

    roll: Attendance
    listed: Attendance
    """The draft's own list, which is the roll too where there is no better."""
    spellings: dict[str, Spelling]
    """The surnames of the draft and the roll by key."""
    noted: dict[str, tuple[Document, int, str]]
    """The capital words of the notes by key: where each first stands, and as written."""
    noted_people: dict[str, tuple[Person, ...]]
    """The people named in the notes, by surname key."""
    ordinary: frozenset[str]
    """Words written small anywhere, by key: no names, however they begin elsewhere."""


def read_names(material: Material) -> NameSpellings:
    """The names of the draft, the roll and the notes."""
    roll, listed = attendance_of(material), attendance_in(material.draft)
    people: dict[str, dict[int, Person]] = defaultdict(dict)
    own = [entry.person for entry in listed.everyone]
    done = [d.person for d in find_person_actions(material.draft.text)]
    for person in (*find_people(material.draft.text, roll.given_names), *own, *done):
        if person.surname:
            people[name_key(person.surname)].setdefault(_place(person), person)
    entries: dict[str, list[AttendanceEntry]] = defaultdict(list)
    for entry in roll.everyone:
        entries[name_key(entry.person.surname)].append(entry)
    spellings = {
        key: _spelling(key, people[key].values(), entries[key]) for key in {*people, *entries} if key
    }
    texts = (material.draft.text, *(note.text for note in material.notes))
    return NameSpellings(
        roll,
        listed,
        spellings,
        _noted(material.notes),
        _noted_people(material.notes),
        frozenset(word for text in texts for word in _SMALL.findall(text)),
    )


def capital_words(text: str) -> Iterable[re.Match[str]]:
    """Every word of three letters and more that begins with a capital."""
    return _CAPITAL.finditer(text)


def _place(person: Person) -> int:
    """Where the surname ends: the same for "Mr Lee" and "Lee" read at one place."""
    return person.span.end


def _spelling(key: str, people: Iterable[Person], entries: Iterable[AttendanceEntry]) -> Spelling:
    ordered = tuple(sorted(people, key=lambda person: person.span))
    listed = tuple(entries)
    first = (*ordered, *(entry.person for entry in listed))[0]
    return Spelling(key, first.surname, ordered, listed)


def _noted(notes: Iterable[Document]) -> dict[str, tuple[Document, int, str]]:
    found: dict[str, tuple[Document, int, str]] = {}
    for note in notes:
        for match in capital_words(note.text):
            run = _INITIAL_RUN_ON.match(match[0])
            if run:  # "FCoyne" is F Coyne
                found.setdefault(
                    name_key(run["last"]), (note, match.start() + run.start("last"), run["last"])
                )
                continue
            found.setdefault(name_key(match[0]), (note, match.start(), match[0]))
            for part in match[0].split("-")[1:]:
                at = match.start() + match[0].index(part)
                found.setdefault(name_key(part), (note, at, part))
    return found


def _noted_people(notes: Iterable[Document]) -> dict[str, tuple[Person, ...]]:
    found: dict[str, tuple[Person, ...]] = defaultdict(tuple)
    for note in notes:
        for person in find_people(note.text):
            found[name_key(person.surname)] += (person,)
    return dict(found)
