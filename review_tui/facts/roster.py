"""Everybody whom a draft names, with the roles that it gives them."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from review_tui.language.attendance import attendance_in, person_of
from review_tui.language.name_words import GIVEN, MAYBE_NAMES, NOT_NAMES, PLACE_TYPES, SHORT_FORMS
from review_tui.language.people_lists import people_listed
from review_tui.language.person_mentions import ANY_TITLE, Person, find_people, is_title
from review_tui.language.person_names import NAME_WORD
from review_tui.language.roles import ROLE, is_scribe, office_of, role_of
from review_tui.model.frozen import frozen
from review_tui.model.material import Document

Who = frozenset[str]
"""Keys of people and roles: ``0``, ``7`` are people of the roster, ``role:chair`` is a role."""

_ACTOR = re.compile(
    rf"(?:^|(?<=[.\n] )|(?<=\n))({NAME_WORD}) ({NAME_WORD}) (?:will|would|moved|seconded|reported|said|asked|agreed to|offered|undertook"
    r"|presented|spoke|replied|observed|explained|suggested|wondered|thanked|declared|abstained|volunteered|queried|enquired"
    r"|reminded|arrived|chaired|thought|felt)\b"
    rf"|(?<![\w'-] )(?:(?<=[.;:] )|^|(?<=\n))({NAME_WORD}) ({NAME_WORD}) (?:was|has|had|is|did|does|gave|took|left|put|stood|wished|noted|attended"
    r"|welcomed|proposed|opposed|supported|raised|confirmed|advised|requested|opened|closed|told|read|re-?elected)\b",
    re.MULTILINE,
)
"""Somebody without a title who does something: "Ottilie Hale will speak to highways".

What stands in the first two groups only people do; what stands in the others a thing may, "Mill Lane was closed", so there the first
name must be known as one.
"""
_HANDLE = re.compile(r"(?<![\w.])@([A-Za-z][\w-]{1,30})")
_SMALL_WORD = re.compile(r"(?<![A-Za-z@])[a-z]{3,}")
_NOTED_WORD = re.compile(r"[^\W\d_]{3,}")
_FULL_NAME = re.compile(rf"(?<![\w@])(?P<first>{NAME_WORD})[ \t]+(?P<last>{NAME_WORD})(?![\w'-])")
_BEHIND = re.compile(
    r"[ \t]*(?:\((?P<said>[^()\n]{1,80})\)|(?:[,:|]|\s[-\u2013\u2014])[ \t]*(?!(?:and|with)\b)(?P<office>(?:Hon\. )?[^\W\d_][^\n,;:.()|*]{2,60}))"
)
"""What stands behind a name in a list: what the person is, in brackets or after a comma."""
_BEFORE = re.compile(
    r"(?:(?P<name>[^\W\d_]\)?, )?(?:(?<![\w-])[Tt]he )?(?P<office>(?:Hon\. )?[A-Z][\w'-]*(?: (?:(?:of|for|and|to|the) ){0,2}[A-Z][\w'-]*){0,4})"
    rf"|\b[Tt]he (?P<low>[a-z][a-z-]+))(?P<comma>,)?[ \t]+\(?(?:the )?(?:{ANY_TITLE}[ \t]+){{0,2}}\Z"
)
"""What stands before a name: what the person is; "the Warden, Mrs Tonks", "the Clerk (Bo Fry)", not "Ann Lee, Chair, Bo Fry"."""
_BEFORE_NAME = rf"(?P<word>{NAME_WORD})\.?[ \t]+"
_SHORT = r"(?P<initials>[A-Z]{2,4})(?![\w&'-])"
_SHORT_SIGN = r"(?:[ \t]*(?:[(\[|,:=]|[-\u2013\u2014])[ \t]*|[ \t]+)"
_SHORT_BEHIND = (
    re.compile(rf"{_SHORT_SIGN}{_SHORT}"),
    re.compile(rf"(?:[ \t]*\([^()\n]{{1,60}}\)|,[^,;:.()|\n]{{2,40}}(?=[ ,(|])){_SHORT_SIGN}{_SHORT}"),
)
"""Initials behind a name in a list: "Ann Lee (AL)", and "Ann Lee (Chair) AL"."""
_SHORT_BEFORE = re.compile(
    rf"(?<![\w&'-])(?P<initials>[A-Z]{{2,4}})(?:[ \t]*(?:[):|=]|[-\u2013\u2014])[ \t]*|[ \t]+)(?:{ANY_TITLE}[ \t]+){{0,2}}\Z"
)
"""Initials before a name in a list: "AL Ann Lee", "AL: Cllr Ann Lee"."""
_NEXT_NAME = re.compile(rf"[ \t]+({NAME_WORD})")
_SHORT_ACTS = re.compile(
    rf"(?<![\w.&/'-]){_SHORT}(?=[ \t]+(?:to|will|would|[a-z]{{3,12}}ed|said|gave|told|felt|thought|left|sought|undertook|drew|spoke)\b)"
)
"""Initials of somebody who acts: "AL reported", "AL to chase"."""
_FEWEST_ACTING = 2
"""People who act under their initials in minutes that call people so."""
_NICKNAMED = re.compile(
    r"(?:\([\"\u201c'\u2018](?P<said>[^\W\d_]{2,12})[\"\u201d'\u2019]\)|[\"\u201c'\u2018](?P<plain>[^\W\d_]{2,12})[\"\u201d'\u2019])[ \t]+"
)
"""What somebody is called, between the first name and the surname: 'George ("Dod") Petrie'."""
_LONGEST_OFFICE = 80
"""Characters before a name in which it is looked for."""
_HEADING = re.compile(r"[\W\d_]*\Z")
"""What stands before the letter of a heading in its line."""
_LETTERED = re.compile(r"^[\W\d_]{0,8}(?P<letter>[A-Z])[.)][*_]{0,3}[ \t]", re.MULTILINE)
"""A line that begins with a letter, as an item or somebody's initial."""
_FEWEST_LETTERED = 3
"""Such lines, in the order of the letters from A, that are items."""
_TITLES = {
    "councillor": "cllr",
    "councillors": "cllr",
    "cllrs": "cllr",
    "professor": "prof",
    "reverend": "rev",
    "revd": "rev",
}
"""Ways to write one title."""
_NO_HEADS = frozenset({"executive", "chief", "lead", "professional"})
"""Last words of offices by which alone nobody is called."""
_BELOW = frozenset({"vice", "deputy", "past", "former", "assistant", "co", "president"})
"""With these before it, the chair is another."""
_SCRIBES = re.compile(
    r"^\W*(?:minutes|notes|scribe|minute[- ]taker)\W{1,4}(?=[@A-Z])", re.IGNORECASE | re.MULTILINE
)
"""A line that says who took the minutes."""
_TOP = 3000
"""Characters at the top of minutes in which lists say what people are."""
_FEWEST_TITLED = 2
"""Surnames that are enough to tell a title by."""
_SURNAME_PARTS = re.compile(r"[\s-]")
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

    @property
    def initials(self) -> frozenset[str]:
        """The capitals that may stand for the first name and the surname: JM and JHM for Jo Hadley-Moore; none without a first name."""
        letters = [part[0] for part in _SURNAME_PARTS.split(self.last) if part] if self.first else []
        return frozenset(
            f"{self.first[0]}{last}".upper() for last in {*letters[-1:], "".join(letters)} - {""}
        )


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
    roles: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()


class Roster:
    """The people of a draft, by key, surname and role."""

    def __init__(self, draft: Document, text: str, listed: Iterable[str] = (), noted: str = "") -> None:
        """``text``: the draft without marks; ``listed``: people of the meeting's own roll; ``noted``: its notes."""
        self.all = _told_apart(_named(draft, text, listed, noted), text)
        self.by_key = {person.key: person for person in self.all}
        self.by_last: dict[str, list[RosterPerson]] = defaultdict(list)
        for person in self.all:
            self.by_last[person.last].append(person)
        self.surnames = "|".join(sorted(map(re.escape, self.by_last), key=len, reverse=True))
        """Every surname, as a pattern; empty where there is nobody."""
        self.titles: frozenset[str] = frozenset()
        """Words before surnames that this draft has for titles: "Senator Baird", "Deaconess Etim"."""
        self.initials: dict[str, str] = {}
        """Keys of people by the initials that a list says they are called by: "Ann Lee (AL)"."""
        if self.all:
            self.titles = self._titles_in(text)
            self._complete_names(text)
            self._find_roles(text)
            self._find_acting(text)
            self._find_first_names(noted)
        self.of_role: dict[str, Who] = {}
        for person in self.all:
            for role in person.roles:
                self.of_role[role] = self.of_role.get(role, frozenset()) | {person.key}

    def name_of(self, who: Iterable[str]) -> str:
        """The full name of one person, or nothing for several."""
        known = [self.by_key[key] for key in who if key in self.by_key]
        return f"{known[0].first} {known[0].last}".strip() if len(known) == 1 else ""

    def _titles_in(self, text: str) -> frozenset[str]:
        """Words that stand before several surnames whose people all have another first name."""
        behind: dict[str, set[str]] = defaultdict(set)
        for match in re.finditer(rf"(?<![\w@])(?={_BEFORE_NAME}(?P<last>{self.surnames})(?![\w-]))", text):
            people = self.by_last[match["last"]]
            if all(p.first and p.first[0] != match["word"][0] for p in people):
                behind[match["word"]].add(match["last"])
        return frozenset(
            word
            for word, lasts in behind.items()
            if len(lasts) >= _FEWEST_TITLED and word.casefold() not in GIVEN | NOT_NAMES
        )

    def _find_roles(self, text: str) -> None:
        """Give people the roles that stand behind or before their names."""
        behind = re.compile(
            rf"[ \t]*(?:\((?P<said>[^)\n]{{1,80}})\)|[,-]?[ \t]*(?:the )?(?P<role>(?i:{ROLE}))(?![\w-]|,? {ANY_TITLE}[ \t]))"
        )
        whole = rf"(?P<first>(?:{NAME_WORD}|[A-Z])\.?[ \t]+)?@?\b(?P<last>{self.surnames})\b"
        for match in re.finditer(whole, text):
            people = self._called(match)
            said = behind.match(text, match.end())
            if said and said["role"] and self._is_name_at(text, said.end()):
                said = None  # "Manager Ann Lee, Clerk Bo Fry"
            for part in re.split(r"[,;/]", said["said"] or said["role"]) if said else ():
                for role in [office_of(part)] if office_of(part) else re.findall(ROLE, part.lower()):
                    for person in people:
                        person.roles.add(role_of(role))
            if len(people) == 1:
                people[0].roles.update(_office_before(text, match.start()))
        self._find_offices(text[:_TOP], whole)

    def _is_name_at(self, text: str, at: int) -> bool:
        """Whether somebody's name follows at once."""
        named = _NEXT_NAME.match(text, at)
        return named is not None and any(named[1] in {p.first, p.last} for p in self.all)

    def _learn_initials(self, person: RosterPerson, initials: str) -> None:
        first, last = (unicodedata.normalize("NFD", name)[:1].upper() for name in (person.first, person.last))
        is_theirs = first == initials[0] and last in initials[1:]  # without accents
        if is_theirs and self.initials.setdefault(initials, person.key) != person.key:
            self.initials[initials] = ""  # of two people

    def _find_acting(self, text: str) -> None:
        """Learn the initials under which several people act, where no list gives any: "AL reported", "BF to ask"."""
        theirs: dict[str, list[RosterPerson]] = defaultdict(list)
        for person in self.all:
            for initials in person.initials:
                theirs[initials].append(person)
        acting = {match["initials"] for match in _SHORT_ACTS.finditer(text)}
        known = {initials: people[0] for initials, people in theirs.items() if len(people) == 1}
        acting = {initials for initials in acting & known.keys() if f"({initials})" not in text}
        if len(acting | self.initials.keys()) >= _FEWEST_ACTING:
            for initials in sorted(acting):
                self._learn_initials(known[initials], initials)

    def _called(self, match: re.Match[str]) -> list[RosterPerson]:
        """The people of a surname whose first name, where one is given, stands before it."""
        first = (match["first"] or "").strip(" .\t")
        people = self.by_last[match["last"]]
        if not first or is_title(first) or first in self.titles:
            return people
        return [p for p in people if not p.first or _may_be_same(p, first, p.last)] or [
            p for p in people if p.first[0] == first[0]
        ]

    def _find_offices(self, top: str, whole: str) -> None:
        """Give people the offices that the lists at the top name: "Joan Mercier (Chief Librarian)"."""
        for match in re.finditer(whole, top):
            people = self._called(match)
            behind = _BEHIND.match(top, match.end())
            for short in (
                *(pattern.match(top, match.end()) for pattern in _SHORT_BEHIND),
                _SHORT_BEFORE.search(top, max(0, match.start() - _LONGEST_OFFICE), match.start()),
            ):
                if short and len(people) == 1:
                    self._learn_initials(people[0], short["initials"])
            if len(people) != 1 or behind is None:
                continue
            said = behind["said"] or behind["office"]
            if handle := _HANDLE.search(said):
                people[0].handles.add(handle[1].lower())
            for part in re.split(r"[,;/]|\band\b", said):
                if office := office_of(part):
                    people[0].roles.add(office)
                if behind["said"] and is_scribe(part):
                    people[0].roles.add("scribe")
        for called in _NICKNAMED.finditer(top):
            last = re.compile(self.surnames).match(top, called.end())
            people = self.by_last[last[0]] if last else []
            if len(people) == 1:
                people[0].handles.add((called["said"] or called["plain"]).lower())
        for match in _SCRIBES.finditer(top):
            named = re.compile(
                rf"(?:(?:(?:taken |kept )?by|{NAME_WORD}|[A-Z])\.?[ \t]+){{0,3}}@?(?P<last>{self.surnames})\b(?=[ \t]*(?:[,;.()*_\n]|\Z))"
            ).match(top, match.end())
            if named and len(self.by_last[named["last"]]) == 1:
                self.by_last[named["last"]][0].roles.add("scribe")
        heads: dict[str, list[RosterPerson]] = defaultdict(list)
        for person in self.all:
            own = [role.split() for role in person.roles if " " in role and " of " not in role]
            for head in {words[-1] for words in own if not _BELOW & {*words[:-1]}}:
                heads[head].append(person)
        for head, people in heads.items():
            others = [p for p in self.all if head in p.roles]
            if len(people) == 1 and not others and head not in _NO_HEADS:
                people[0].roles.add(head)  # the only secretary is the Recording Secretary

    def _complete_names(self, text: str) -> None:
        """Give whom the draft calls by title the first name that stands before the surname elsewhere: "Ms Doig", "Raewyn Doig"."""
        words = frozenset(_SMALL_WORD.findall(text))
        firsts: dict[str, set[str]] = defaultdict(set)
        for match in _FULL_NAME.finditer(text):
            first = match["first"]
            people = self.by_last.get(match["last"], ())
            is_name = _may_be_name(first) and first not in self.titles and first.lower() not in words
            if is_name and len(people) == 1 and not people[0].first and not office_of(first):
                firsts[match["last"]].add(first)
        for last, found in firsts.items():
            if len(found) == 1:
                self.by_last[last][0].first = found.pop()

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


_MOVES_ALONE = re.compile(
    rf"\b(?:[Mm]otion|[Mm]oved|[Ss]econd(?:ed)?|[Pp]roposed) by (?P<by>{NAME_WORD})(?=[,.;]|\s(?:and|to|that)\b|\Z)"
    rf"|(?:(?<=[.;:] )|^)(?P<acts>{NAME_WORD}) (?:moved|seconded|abstained|arrived|left the (?:meeting|room)|voted|asked|said|reported|opposed|requested|recused)\b",
    re.MULTILINE,
)
"""Somebody of whom minutes give but the surname, who acts."""
_FEWEST_ALONE = 3
"""People listed so, for such minutes."""


def _acting_alone(text: str, listed: Sequence[str]) -> Iterator[_Named]:
    """Who came late, or is on no list, in minutes that call everybody by the surname alone: "Lindgren moved"."""
    if len(listed) >= _FEWEST_ALONE:
        for match in _MOVES_ALONE.finditer(text):
            name = match["by"] or match["acts"]
            if name not in listed and name.casefold() not in GIVEN and not office_of(name):
                yield _Named("", name)


def _named(draft: Document, text: str, listed: Iterable[str], noted: str) -> Iterator[_Named]:
    """Everybody named, once or oftener; ``noted``: the notes, in which first names stand that nobody else has."""
    yield from (_Named("", match[1], is_handle=True) for match in _HANDLE.finditer(text))
    rolls = [*map(person_of, listed)]
    rolls += [
        entry.person for entry in attendance_in(draft).everyone if not _is_body(draft.text, entry.person)
    ]
    yield from (_of_person(person, is_listed=True) for person in rolls if not person.is_couple)
    given = {person.given.casefold() for person in rolls}
    surnames = {person.surname for person in rolls}
    alone: list[str] = []
    for one in people_listed(draft.text):
        if not (one.person.given or one.person.title or one.person.initials):
            alone.append(one.person.surname)
        given.add(one.person.given.casefold())
        surnames.add(one.person.surname)
        yield replace(_of_person(one.person, is_listed=True), roles=one.roles, handles=one.handles)
    items = _lettered_items(text)
    yield from _acting_alone(text, alone)
    for person in find_people(text, frozenset(given) - NOT_NAMES - MAYBE_NAMES - {""}):
        is_heading = person.span.start in items or _is_lettered_heading(text, person)
        if not (person.is_couple or is_heading or _is_of_our_lady(person)):
            yield _of_person(person, is_listed=False)
    jotted = (
        frozenset(_NOTED_WORD.findall(noted.casefold())) - frozenset(_SMALL_WORD.findall(text)) - NOT_NAMES
    )
    for match in _ACTOR.finditer(text):
        first, last = (word for word in match.groups() if word)
        is_first = first.casefold() in GIVEN or first.casefold() in jotted
        if is_first or (match[1] and not (last in surnames or office_of(first))):
            yield _Named(first, last)  # "Deaconess Lee" is whoever of that name is listed


def _is_body(text: str, person: Person) -> bool:
    """Whether what stands in a list like a name is whom somebody is of, or of whom a label says that they follow."""
    if person.title or person.given.casefold() in GIVEN:
        return False
    begin = text.rfind("\n", 0, person.span.start) + 1
    end = text.find("\n", person.span.end)
    before, after = text[begin : person.span.start], text[person.span.end : end if end >= 0 else len(text)]
    is_behind = before.rstrip().endswith(",") and ";" in before + after
    return is_behind or after.lstrip("*_ ").startswith(":")


def _lettered_items(text: str) -> frozenset[int]:
    """Where the letters of items stand, "A. Roof", "B. Paint", "C. Drains", which are no initials."""
    found: list[int] = []
    for match in _LETTERED.finditer(text):
        if ord(match["letter"]) - ord("A") == len(found):
            found.append(match.start("letter"))
    return frozenset(found if len(found) >= _FEWEST_LETTERED else ())


def _is_lettered_heading(text: str, person: Person) -> bool:
    """Whether what looks like an initial is the letter of a heading: "B. Economic situation"."""
    if person.title or person.given:
        return False
    begin = text.rfind("\n", 0, person.span.start) + 1
    end = text.find("\n", person.span.end)
    line = text[begin : end if end >= 0 else len(text)].rstrip(" *_")
    return _HEADING.match(text[begin : person.span.start]) is not None and not line.endswith((".", ")", ","))


def _is_of_our_lady(person: Person) -> bool:
    """Whether a title begins the name of a day or a place: "Lady Day", "Lady Chapel"."""
    return person.title in {"Lady", "Lord"} and person.surname.casefold() in MAYBE_NAMES and not person.given


def _office_before(text: str, start: int) -> Iterator[str]:
    """The office that stands before a name, with the title between them."""
    before = _BEFORE.search(text, max(0, start - _LONGEST_OFFICE), start)
    if (
        before
        and not (before["name"] and before["comma"])
        and (office := office_of(before["office"] or before["low"]))
    ):
        yield office


def _of_person(person: Person, *, is_listed: bool) -> _Named:
    first = person.given or person.initials[:1]
    title = " ".join(_TITLES.get(word, word) for word in person.title.lower().replace(".", "").split())
    return _Named(first, person.surname, title=title, is_sure=bool(title or (is_listed and first)))


def _told_apart(named: Iterable[_Named], text: str) -> list[RosterPerson]:
    """Each person once; none whose name is a word in this text, but for what stands before it."""
    found: list[RosterPerson] = []
    words = frozenset(_SMALL_WORD.findall(text))
    sure: set[str] = set()
    behind = {m[2].lower() for m in re.finditer(rf"({NAME_WORD})[ \t]\(?@([A-Za-z][\w-]{{1,30}})\)", text)}
    everybody = list(named)
    learned = _titles_among(everybody)
    for one in everybody:
        first, last = "" if one.first in learned else one.first, one.last
        if one.is_handle and last.lower() in behind:
            continue  # it is another name of whom it stands behind
        if not last or (
            not one.is_handle
            and not (_may_be_name(last, is_sure=one.is_sure) and (not first or _may_be_name(first)))
        ):
            continue
        may = [person for person in found if _may_be_same(person, first, last)]
        titles = frozenset(one.title.split())
        known = next((p for p in may if p.titles & titles), None) or next(
            (p for p in may if first or not p.titles), may[0] if may else None
        )
        if known:
            known.first = max(first, known.first, key=len)
        else:
            known = RosterPerson(str(len(found)), first, last, one.is_handle)
            found.append(known)
        known.titles |= set(one.title.split())
        known.roles |= set(one.roles)
        known.handles |= {handle.lstrip("@").lower() for handle in one.handles}
        if one.is_sure:
            sure.add(known.key)
    for person in found:
        person.is_word = not person.is_handle and (
            _is_word(person, words) or person.last.lower() in PLACE_TYPES
        )
    found = [
        person
        for person in found
        if not person.is_word
        or person.key in sure
        or (person.first.casefold() in GIVEN and person.last.casefold() not in PLACE_TYPES)
    ]
    found = [person for person in found if person.titles or not _names_place(person, text)]
    firsts = {person.first for person in found if person.first}
    return [p for p in found if p.first or p.last not in firsts]  # Sir Alban is Alban Whitcombe


def _names_place(person: RosterPerson, text: str) -> bool:
    """Whether a name is elsewhere that of a body or a building: "Little Marling" of "Little Marling Village Hall"."""
    if not person.first or person.first.casefold() in GIVEN:
        return False
    behind = re.finditer(
        rf"\b{re.escape(person.first)} {re.escape(person.last)} (?P<next>[A-Z][a-z]+)\b", text
    )
    return any(m["next"].casefold() in PLACE_TYPES | _BODIES for m in behind)


_BODIES = frozenset(
    {"joint", "parish", "village", "town", "community", "council", "committee", "board", "trust"}
)
"""Words behind the name of a place that whom it is of is called by."""


def _titles_among(named: Sequence[_Named]) -> frozenset[str]:
    """First words of names that are titles here: the surnames behind them have first names elsewhere."""
    firsts: dict[str, set[str]] = defaultdict(set)
    behind: dict[str, set[str]] = defaultdict(set)
    for one in named:
        if len(one.first) >= _SHORTEST_GIVEN:
            firsts[one.last].add(one.first)
            behind[one.first].add(one.last)
    return frozenset(
        first
        for first, lasts in behind.items()
        if first.casefold() not in GIVEN and sum(len(firsts[last]) > 1 for last in lasts) >= _FEWEST_TITLED
    )


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
    first = person.first.lower()
    return person.last.lower() in words or (is_given and first in words and first not in GIVEN)
