"""Everybody whom a draft names, with the roles that it gives them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from review_tui.language.attendance import attendance_in, person_of
from review_tui.language.attendance_entries import read_attendance_list
from review_tui.language.name_words import MAYBE_NAMES, NOT_NAMES, PLACE_TYPES, SHORT_FORMS
from review_tui.language.person_mentions import ANY_TITLE, Person, find_people, is_title
from review_tui.language.person_names import NAME_WORD
from review_tui.language.roles import ROLE, SCRIBE, office_of, role_of
from review_tui.model.frozen import frozen
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
    r"(?:^|(?<=\. ))[^\n:.]{0,45}\b(?:present|attending|attendance|attendees|apologies|members|officers|staff|governors|directors|trustees"
    r"|officials|guests|regrets|absent|chair)\b[^\n:]{0,45}:(?P<people>[^\n]{1,1500})",
    re.IGNORECASE | re.MULTILINE,
)
"""A line that lists people of whom it does not say whether they were there: "Board members: Kim Lee, Ada Hart"."""
_HANDLE = re.compile(r"(?<![\w.])@([A-Za-z][\w-]{1,30})")
_SMALL_WORD = re.compile(r"(?<![A-Za-z@])[a-z]{3,}")
_FULL_NAME = re.compile(rf"(?<![\w@])(?P<first>{NAME_WORD})[ \t]+(?P<last>{NAME_WORD})(?![\w'-])")
_BEHIND = re.compile(
    r"[ \t]*(?:\((?P<said>[^()\n]{1,80})\)|(?:[,:|]|\s[-\u2013\u2014])[ \t]*(?P<office>[^\W\d_][^\n,;:.()|*]{2,60}))"
)
"""What stands behind a name in a list: what the person is, in brackets or after a comma."""
_SCRIBES = re.compile(
    r"^\W*(?:minutes|notes|scribe|minute[- ]taker)\W{1,4}(?=[@A-Z])", re.IGNORECASE | re.MULTILINE
)
"""A line that says who took the minutes."""
_TOP = 3000
"""Characters at the top of minutes in which lists say what people are."""
_SHORTEST_GIVEN = 3
"""Letters of a first name; shorter ones are initials."""
_NICK: dict[str, frozenset[str]] = {}
"""For each given name, in small letters, those that may be the same person's."""
for _group in SHORT_FORMS:
    for _name in _group.split():
        _NICK[_name] = _NICK.get(_name, frozenset()) | frozenset(_group.split())


def nicknames(name: str) -> frozenset[str]:
    """The given names, in small letters, that may be the same person's: "trish" and "patricia"."""
    return _NICK.get(name, frozenset())


@dataclass(eq=False)
class RosterPerson:
    """Somebody whom the draft names."""

    key: str
    first: str
    """The first name or its initial; empty where neither is given."""
    last: str
    is_handle: bool = False
    roles: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    """In small letters, without points."""
    handles: set[str] = field(default_factory=set)
    """What else somebody is called: a handle in brackets behind the name, in small letters."""
    is_word: bool = False
    """Whether the surname is a word of every day here, and a name only with what stands before it."""


@frozen
class _Named:
    """Somebody as the draft names them in one place."""

    first: str
    """First name or initial."""
    last: str
    """Surname or handle."""
    is_handle: bool = False
    title: str = ""
    is_sure: bool = False
    """Whether a list or a title says that it is a name."""


class Roster:
    """The people of a draft, by key, surname and role."""

    def __init__(self, draft: Document, text: str, listed: Iterable[str] = (), noted: str = "") -> None:
        """``text``: the draft without marks; ``listed``: people of the meeting's own roll; ``noted``: its notes."""
        self.all = _told_apart(_named(draft, text, listed), text)
        self.by_key = {person.key: person for person in self.all}
        self.by_last: dict[str, list[RosterPerson]] = defaultdict(list)
        for person in self.all:
            self.by_last[person.last].append(person)
        self.surnames = "|".join(sorted(map(re.escape, self.by_last), key=len, reverse=True))
        """Every surname, as a pattern; empty where there is nobody."""
        if self.all:
            self._find_roles(text)
            self._find_first_names(noted)
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
        self._find_offices(text[:_TOP])

    def _find_offices(self, top: str) -> None:
        """Give people the offices that the lists at the top name: "Joan Mercier (Chief Librarian)"."""
        for match in re.finditer(
            rf"(?P<first>(?:{NAME_WORD}|[A-Z])\.?[ \t]+)?@?\b(?P<last>{self.surnames})\b", top
        ):
            first = (match["first"] or "").strip(" .\t")
            people = [
                p for p in self.by_last[match["last"]]
                if not first or is_title(first) or not p.first or p.first[0] == first[0]
            ]  # fmt: skip
            behind = _BEHIND.match(top, match.end())
            if len(people) != 1 or behind is None:
                continue
            said = behind["said"] or behind["office"]
            if handle := _HANDLE.search(said):
                people[0].handles.add(handle[1].lower())
            for part in re.split(r"[,;/]|\band\b", said):
                if office := office_of(part):
                    people[0].roles.add(office)
                if behind["said"] and SCRIBE.search(part):
                    people[0].roles.add("scribe")
        for match in _SCRIBES.finditer(top):
            named = re.compile(rf"[^\n.;:]{{0,40}}?\b(?P<last>{self.surnames})\b").match(top, match.end())
            if named and len(self.by_last[named["last"]]) == 1:
                self.by_last[named["last"]][0].roles.add("scribe")
        heads: dict[str, list[RosterPerson]] = defaultdict(list)
        for person in self.all:
            for head in {role.split()[-1] for role in person.roles if " " in role and " of " not in role}:
                heads[head].append(person)
        for head, people in heads.items():
            others = [p for p in self.all if head in p.roles]
            if len(people) == 1 and not others and head not in {"chair", "president"}:
                people[0].roles.add(head)  # the only secretary is the Recording Secretary

    def _find_first_names(self, noted: str) -> None:
        """Learn from the notes the first name of whom the draft gives but an initial: "RT = Roy Tanner"."""
        for match in _FULL_NAME.finditer(noted):
            first = match["first"].lower()
            may = [
                person for person in self.by_last.get(match["last"], ())
                if len(person.first) == 1 and any(name[0] == person.first.lower() for name in (first, *_NICK.get(first, ())))
            ]  # fmt: skip
            if len(may) == 1 and not is_title(match["first"]) and first not in NOT_NAMES:
                may[0].first = match["first"] if first[0] == may[0].first.lower() else may[0].first
                may[0].handles.add(first)


def _named(draft: Document, text: str, listed: Iterable[str]) -> Iterator[_Named]:
    """Everybody named, once or oftener."""
    yield from (_Named("", match[1], is_handle=True) for match in _HANDLE.finditer(text))
    rolls = [*map(person_of, listed), *(entry.person for entry in attendance_in(draft).everyone)]
    for match in _LIST.finditer(draft.text):
        rolls += (one.person for one in read_attendance_list(draft.text, Span(*match.span("people"))))
    for people, is_listed in ((rolls, True), (find_people(text), False)):
        for person in people:
            if not person.is_couple:
                yield _of_person(person, is_listed=is_listed)
    yield from (_Named(match[1], match[2]) for match in _ACTOR.finditer(text))


def _of_person(person: Person, *, is_listed: bool) -> _Named:
    first = person.given or person.initials[:1]
    title = person.title.lower().replace(".", "")
    return _Named(first, person.surname, title=title, is_sure=bool(title or (is_listed and first)))


def _told_apart(named: Iterable[_Named], text: str) -> list[RosterPerson]:
    """Each person once; none whose name is a word in this text, but for what stands before it."""
    found: list[RosterPerson] = []
    words = frozenset(_SMALL_WORD.findall(text))
    sure: set[str] = set()
    behind = {m[2].lower() for m in re.finditer(rf"({NAME_WORD})[ \t]\(?@([A-Za-z][\w-]{{1,30}})\)", text)}
    for one in named:
        first, last = one.first, one.last
        if one.is_handle and last.lower() in behind:
            continue  # it is another name of whom it stands behind
        if not last or (
            not one.is_handle
            and not (_may_be_name(last, is_sure=one.is_sure) and (not first or _may_be_name(first)))
        ):
            continue
        known = next((person for person in found if _may_be_same(person, first, last)), None)
        if known:
            known.first = max(first, known.first, key=len)
        else:
            known = RosterPerson(str(len(found)), first, last, one.is_handle)
            found.append(known)
        known.titles |= set(one.title.split())
        if one.is_sure:
            sure.add(known.key)
    for person in found:
        person.is_word = not person.is_handle and (
            _is_word(person, words) or person.last.lower() in PLACE_TYPES
        )
    found = [person for person in found if not person.is_word or person.key in sure]
    firsts = {person.first for person in found if person.first}
    return [p for p in found if p.first or p.last not in firsts]  # Sir Alban is Alban Whitcombe


def _may_be_name(word: str, *, is_sure: bool = False) -> bool:
    """Whether it is an initial, or a word with a capital that is none of office or place."""
    low = word.casefold()
    is_place = low in PLACE_TYPES and not (is_sure and low in MAYBE_NAMES)
    return len(word) == 1 or not (word.islower() or low in NOT_NAMES or is_place or is_title(word))


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
