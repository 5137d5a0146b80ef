"""Looks people up on the roll of a meeting."""

from collections import defaultdict

from review_tui.checks.people.name_twins import agree, is_near, same_given, titles_agree
from review_tui.language.attendance import Attendance, AttendanceEntry
from review_tui.language.person_mentions import Person
from review_tui.language.person_names import name_key

_SHORTEST = 4
"""Letters of the shortest word of a roll that may be a name misspelled."""
_LONG = 6
"""Letters of a name that is looked for across the line ends and hyphens of a badly wrapped list."""


class AttendanceLookup:
    """A roll that can be asked who somebody is."""

    def __init__(self, roll: Attendance) -> None:
        self.roll = roll
        self._by_surname: dict[str, list[AttendanceEntry]] = defaultdict(list)
        self._by_initials: dict[str, list[AttendanceEntry]] = defaultdict(list)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in {word for word in roll.words if len(word) >= _SHORTEST}:
            self._by_length[len(word)].append(word)
        for entry in roll.everyone:
            for key in surname_keys(entry.person):
                self._by_surname[key].append(entry)
            for short in short_names(entry):
                self._by_initials[short].append(entry)

    @property
    def gives_initials(self) -> bool:
        """Whether the roll says how it shortens most names: "Pam Bullas (PB)"."""
        return sum(bool(entry.initials) for entry in self.roll.present) * 2 > len(self.roll.present)

    def named(self, person: Person) -> tuple[AttendanceEntry, ...]:
        """The entries of the same surname, or for "PW" of the same initials, whoever they are."""
        if not person.surname:
            return tuple(self._by_initials.get(person.initials.casefold(), ()))
        return tuple(dict.fromkeys(e for key in surname_keys(person) for e in self._by_surname.get(key, ())))

    def matching(self, person: Person) -> tuple[AttendanceEntry, ...]:
        """The entries of the same surname that may be this person by initials, given name and title."""
        return tuple(
            entry
            for entry in self.named(person)
            if not person.surname or (agree(person, entry.person) and titles_agree(person, entry.person))
        )

    def has_anyone_like(self, person: Person) -> bool:
        """Whether anything on the roll comes near the name: a twin of it, a given name, an unread word."""
        if not person.surname:
            short = person.initials.casefold()
            return short in self._by_initials or short in self.roll.words
        whole = name_key(person.surname)
        if len(whole) >= _LONG and whole in self.roll.letters:
            return True
        if any(e.person.given and same_given(person.surname, e.person.given) for e in self.roll.everyone):
            return True
        keys = surname_keys(person)
        if any(key in self.roll.words or key in self._by_surname for key in keys):
            return True
        return any(
            is_near(key, other) for key in keys for other in (*self._by_surname, *self._words_like(key))
        )

    def _words_like(self, key: str) -> list[str]:
        """The words of the draft's lists that are about as long as ``key``."""
        if len(key) < _SHORTEST:
            return []
        return [word for length in (-1, 0, 1) for word in self._by_length.get(len(key) + length, ())]


def surname_keys(person: Person) -> tuple[str, ...]:
    """The keys that a surname is looked up by: itself, and the parts of one with a hyphen."""
    parts = person.surname.split("-")
    whole = name_key(person.surname)
    return tuple(dict.fromkeys((whole, *(name_key(part) for part in parts if len(part) >= _SHORTEST))))


def short_names(entry: AttendanceEntry) -> tuple[str, ...]:
    """The initials that may stand for an entry, in small letters: as the roll gives them, or of its names."""
    given = entry.initials.casefold()
    first = (entry.person.initials or entry.person.given)[:1].casefold()
    parts = [part[:1].casefold() for part in entry.person.surname.replace("-", " ").split()]
    derived = (first + parts[0], first + "".join(parts)) if first and parts else ()
    return tuple(dict.fromkeys(short for short in (given, *derived) if short))
