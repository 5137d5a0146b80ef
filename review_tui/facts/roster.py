"""Everybody whom a draft names, with the roles that it gives them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from review_tui.language.attendance import attendance_in, person_of
from review_tui.language.attendance_entries import read_attendance_list
from review_tui.language.name_words import NOT_NAMES, PLACE_TYPES
from review_tui.language.person_mentions import ANY_TITLE, find_people, is_title
from review_tui.language.person_names import NAME_WORD
from review_tui.language.roles import ROLE, role_of
from review_tui.model.material import Document
from review_tui.model.text import Span

Who = frozenset[str]
"""Keys of people and roles: ``0``, ``7`` are people of the roster, ``role:chair`` is a role."""

_ACTOR = re.compile(
    rf"(?:^|(?<=[.\n] )|(?<=\n))({NAME_WORD}) ({NAME_WORD}) (?:will|would|moved|seconded|reported|said|asked|agreed to|offered|undertook)\b",
    re.MULTILINE,
)
"""Somebody without a title who does something: "Ottilie Hale will speak to highways"."""
_LIST = re.compile(
    r"(?:^|(?<=\. ))[^\n:.]{0,45}\b(?:present|attending|attendance|apologies|members|officers|governors|directors|trustees|regrets|absent|chair)\b"
    r"[^\n:]{0,45}:(?P<people>[^\n]{1,1500})",
    re.IGNORECASE | re.MULTILINE,
)
"""A line that lists people of whom it does not say whether they were there: "Board members: Kim Lee, Ada Hart"."""
_HANDLE = re.compile(r"(?<![\w.])@([A-Za-z][\w-]{1,30})")
_SMALL_WORD = re.compile(r"(?<![A-Za-z@])[a-z]{3,}")
_SHORTEST_GIVEN = 3
"""Letters of a first name; shorter ones are initials."""


@dataclass(eq=False)
class RosterPerson:
    """Somebody whom the draft names."""

    key: str
    first: str
    """The first name or its initial; empty where neither is given."""
    last: str
    is_handle: bool = False
    roles: set[str] = field(default_factory=set)


class Roster:
    """The people of a draft, by key, surname and role."""

    def __init__(self, draft: Document, text: str, listed: Iterable[str] = ()) -> None:
        """``text``: the draft without marks; ``listed``: people of the meeting's own roll."""
        self.all = _told_apart(_named(draft, text, listed), text)
        self.by_key = {person.key: person for person in self.all}
        self.by_last: dict[str, list[RosterPerson]] = defaultdict(list)
        for person in self.all:
            self.by_last[person.last].append(person)
        self.surnames = "|".join(sorted(map(re.escape, self.by_last), key=len, reverse=True))
        """Every surname, as a pattern; empty where there is nobody."""
        if self.all:
            self._find_roles(text)
        self.of_role: dict[str, Who] = {}
        for person in self.all:
            for role in person.roles:
                self.of_role[role] = self.of_role.get(role, frozenset()) | {person.key}

    def name_of(self, who: Iterable[str]) -> str:
        """The full name of one person, or nothing for several."""
        known = [self.by_key[key] for key in who if key in self.by_key]
        return f"{known[0].first} {known[0].last}".strip() if len(known) == 1 else ""

    def _find_roles(self, text: str) -> None:
        """Give people the roles that stand behind or before their names."""
        behind = rf"\b(?P<last>{self.surnames})\s*(?:\((?P<said>[^)\n]{{1,80}})\)|[,-]?[ \t]*(?P<role>(?i:{ROLE})))"
        for match in re.finditer(behind, text):
            for role in re.findall(ROLE, (match["said"] or match["role"]).lower()):
                for person in self.by_last[match["last"]]:
                    person.roles.add(role_of(role))
        before = (
            rf"\b(?P<role>(?i:{ROLE})),?[ \t]+(?:{ANY_TITLE}[ \t]+)?(?P<first>(?:{NAME_WORD}|[A-Z])\.?[ \t]+)?"
            rf"(?P<last>{self.surnames})\b"
        )
        for match in re.finditer(before, text):
            first = (match["first"] or "").strip(" .\t")
            for person in self.by_last[match["last"]]:
                if not first or person.first.startswith(first[0]):
                    person.roles.add(role_of(match["role"]))


def _named(draft: Document, text: str, listed: Iterable[str]) -> Iterator[tuple[str, str, bool]]:
    """First name or initial, surname or handle, and whether it is a handle: of everybody named, once or oftener."""
    yield from (("", match[1], True) for match in _HANDLE.finditer(text))
    rolls = [*map(person_of, listed), *(entry.person for entry in attendance_in(draft).everyone)]
    for match in _LIST.finditer(draft.text):
        rolls += (one.person for one in read_attendance_list(draft.text, Span(*match.span("people"))))
    for person in (*rolls, *find_people(text)):
        if not person.is_couple:
            yield person.given or person.initials[:1], person.surname, False
    yield from ((match[1], match[2], False) for match in _ACTOR.finditer(text))


def _told_apart(named: Iterable[tuple[str, str, bool]], text: str) -> list[RosterPerson]:
    """Each person once; none whose name is a word in this text."""
    found: list[RosterPerson] = []
    for first, last, is_handle in named:
        if not is_handle and not (_may_be_name(last) and (not first or _may_be_name(first))):
            continue
        known = next((person for person in found if _may_be_same(person, first, last)), None)
        if known:
            known.first = max(first, known.first, key=len)
        else:
            found.append(RosterPerson(str(len(found)), first, last, is_handle))
    words = frozenset(_SMALL_WORD.findall(text))
    found = [person for person in found if person.is_handle or not _is_word(person, words)]
    firsts = {person.first for person in found if person.first}
    return [p for p in found if p.first or p.last not in firsts]  # Sir Alban is Alban Whitcombe


def _may_be_name(word: str) -> bool:
    """Whether it is an initial, or a word with a capital that is none of office or place."""
    low = word.casefold()
    return len(word) == 1 or not (word.islower() or low in NOT_NAMES or low in PLACE_TYPES or is_title(word))


def _may_be_same(person: RosterPerson, first: str, last: str) -> bool:
    if person.last != last:
        return False
    if not first or not person.first:
        return True
    is_short = min(len(first), len(person.first)) < _SHORTEST_GIVEN
    return first[0] == person.first[0] and (is_short or first == person.first)


def _is_word(person: RosterPerson, words: frozenset[str]) -> bool:
    is_given = len(person.first) >= _SHORTEST_GIVEN
    return person.last.lower() in words or (is_given and person.first.lower() in words)
