"""Who a line of the draft or of the notes names, with a clerk's initials and offices understood."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from review_tui.checks.material import Material
from review_tui.checks.notes.lines import Line
from review_tui.checks.notes.match import Matches
from review_tui.checks.notes.words import SHORTHAND, stem
from review_tui.checks.recognisers.date_words import MONTHS
from review_tui.checks.recognisers.name_reading import key_of
from review_tui.checks.recognisers.name_words import GIVEN, MAYBE_NAMES, NOT_NAMES
from review_tui.checks.recognisers.people import Person, find_people
from review_tui.checks.recognisers.roll import Roll, roll_of
from review_tui.domain.text import Span

_WORD = re.compile(
    r"(?<![^\W_])(?:[A-Z]{2,4}|[A-Z][^\W\d_]{1,24}(?:['\u2019-][A-Z][^\W\d_]{1,20})?)(?![^\W_])"
)
_OFFICE = re.compile(
    r"(?<![^\W_])(?:(?P<vice>(?:vice|deputy|v|dep)[-. /]{0,2}ch(?:air(?:man|person|woman)?|mn?)?)"
    r"|(?P<chair>ch(?:air(?:man|person|woman)?|mn?)?|(?-i:CHAIR|Ch))|(?P<clerk>cl(?:er)?k|rfo)"
    r"|(?P<treasurer>treas(?:urer)?))\b(?!\s(?:of|house|hall))",
    re.IGNORECASE,
)
_SMALL = re.compile(r"(?<![^\W_])[a-z]{2,24}")
_OFFICES = ("vice", "chair", "clerk", "treasurer")
_BODIES = frozenset(
    [
        "PC",
        "CC",
        "BC",
        "DC",
        "NC",
        "TC",
        "AGM",
        "PO",
        "VH",
        "WD",
        "SF",
        "UK",
        "EU",
        "HR",
        "IT",
        "OK",
        "NB",
        "AP",
        "AM",
        "PM",
        "GP",
        "MP",
        "RD",
        "ST",
        "VE",
        "VJ",
        "TV",
        "QC",
    ]
)
"""Letters that are mostly no person's."""
_HONORIFIC = re.compile(r"\b(?:Mrs?|Ms|Miss|Cllr|Dr|Rev|Clr)\.?\s?\Z")
_LOOK_BACK = 8
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "cllr", "cllrs", "councillor", "pc", "pcso"})
_SHORT_TITLES = frozenset({"sgt", "insp", "supt", "rev", "prof", "clr"})
_MOST_LETTERS = 4
_INITIALS = 2


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named in a line."""

    keys: frozenset[str]
    """The surnames, small letters only, that it may be; for an office nobody is known to hold, none."""
    span: Span
    text: str
    is_sure: bool
    """Whether it is certainly a person: not letters of a body's name, nor a word of a place's."""
    letters: str = ""
    """Initials that are nobody's who is known by a given name, small; or empty."""
    is_new: bool = False
    """Whether it may be somebody whom the draft never names: unknown initials or a capital word."""

    def may_be(self, other: "Named") -> bool:
        """Whether both may be the same person."""
        if self.letters or other.letters:
            last = (self.letters or other.letters)[-1]
            return self.letters == other.letters or any(k.startswith(last) for k in self.keys | other.keys)
        if not self.keys or not other.keys:
            return not self.keys and not other.keys
        return bool(self.keys & other.keys) or any(_is_run_on(a, b) for a in self.keys for b in other.keys)


class People:
    """Everybody whom the draft, the notes and the roll name."""

    def __init__(self, material: Material, matches: Matches) -> None:
        self._matches = matches
        self._draft = material.draft.file
        self._certain: set[str] = set()
        self._named: dict[tuple[str, int], tuple[Named, ...]] = {}
        self._found = {d.file: find_people(d.text) for d in (material.draft, *material.notes)}
        self._starts = {file: [p.span.start for p in found] for file, found in self._found.items()}
        self.surnames: dict[str, set[str]] = defaultdict(set)
        self._initials: dict[str, set[str]] = defaultdict(set)
        self._given: dict[str, set[str]] = defaultdict(set)
        self._stated: set[str] = set()
        self.offices: dict[str, frozenset[str]] = {}
        self._small = frozenset(w for d in material.notes for w in _SMALL.findall(d.text))
        self._learn(material, roll_of(material))

    def in_line(self, line: Line) -> tuple[Named, ...]:
        """Everybody named in ``line``, in order."""
        key = (line.document.file, line.span.start)
        if key not in self._named:
            self._named[key] = self._read(line)
        return self._named[key]

    def _read(self, line: Line) -> tuple[Named, ...]:
        found: list[Named] = []
        for named in (*self._people(line), *self._offices_in(line), *self._words(line)):
            if not any(named.span.overlaps(other.span) for other in found):
                found.append(named)
        return tuple(sorted(found, key=lambda n: n.span))

    def keys_of(self, person: Person) -> frozenset[str]:
        """The surnames that a person may bear: one, or those that initials stand for."""
        surname = person.surname.casefold()
        office = surname in SHORTHAND or surname in _SHORT_TITLES
        letters = person.initials if office or not surname else person.surname
        if office and not letters:
            letters = person.given
        if letters and _is_letters(letters):
            return frozenset(self._initials.get(letters.casefold(), ()))
        key = key_of(person.given) if office and person.given else _surname(person)
        return frozenset({key} - _TITLES - {""})

    def _is_two(self, person: Person) -> bool:
        """Whether a clerk's "DC JT" was read as one person: letters that somebody is known by, and a word."""
        first = person.text.split()[0]
        return _is_letters(first) and len(first) > 1 and first.casefold() in self._initials

    def full(self, keys: Iterable[str]) -> str:
        """How a person is called, by the longest way anybody writes the name."""
        names = [name for key in sorted(keys) for name in self.surnames.get(key, ())]
        return max(names, key=lambda n: (len(n), n), default="")

    def _learn(self, material: Material, roll: Roll) -> None:
        everyone = [entry.person for entry in roll.everyone]
        for person in (
            *everyone,
            *(p for d in (material.draft, *material.notes) for p in self._found[d.file]),
        ):
            self._know(person)
        for entry in roll.everyone:
            key = key_of(entry.person.surname)
            self._certain.add(key)
            if entry.initials and key:
                self._initials[entry.initials.casefold()].add(key)
                self._stated.add(entry.initials)
            office = _OFFICE.search(entry.role)
            if office and office.lastgroup and key:
                self.offices[office.lastgroup] = self.offices.get(office.lastgroup, frozenset()) | {key}

    def _know(self, person: Person) -> None:
        key = _surname(person)
        if not key or _is_letters(person.surname):
            return
        self.surnames[key].add(" ".join(person.text.split()))
        first = (person.given or person.initials)[:1]
        if first:
            last = "".join(part[0] for part in re.split(r"[-\s]", person.surname) if part)
            for letters in {first + last, first + last[0], person.initials + last[0]}:
                self._initials[letters.casefold()].add(key)
        if person.title:
            self._certain.add(key)
        if person.given:
            self._given[person.given.casefold()].add(key)

    def _people(self, line: Line) -> Iterator[Named]:
        found, starts = self._found[line.document.file], self._starts[line.document.file]
        at = bisect_left(starts, line.span.start)
        while at < len(found) and starts[at] < line.span.end:
            person = found[at]
            at += 1
            if line.document.file != self._draft and self._is_two(person):
                continue
            if keys := self.keys_of(person):
                yield Named(keys, person.span, person.text, is_sure=True)

    def _words(self, line: Line) -> Iterator[Named]:
        """Initials, surnames and given names that stand alone."""
        text = line.document.text
        for match in _WORD.finditer(text, line.span.start, line.span.end):
            word, low = match[0], match[0].casefold()
            span = Span(match.start(), match.end())
            if low in _TITLES:
                continue
            if word.isupper() and low in self._initials:
                sure = word in self._stated or word not in _BODIES
                if not _is_in_brackets(text, span):
                    yield Named(frozenset(self._initials[low]), span, word, is_sure=sure)
            elif key_of(word) in self.surnames and low not in NOT_NAMES:
                titled = _HONORIFIC.search(
                    text[max(line.span.start, match.start() - _LOOK_BACK) : match.start()]
                )
                sure = low not in MAYBE_NAMES and low not in GIVEN and key_of(word) in self._certain
                yield Named(frozenset({key_of(word)}), span, word, is_sure=sure or titled is not None)
            elif low in self._given:
                yield Named(frozenset(self._given[low]), span, word, is_sure=len(self._given[low]) == 1)
            elif line.document.file != self._draft:
                yield from self._new(word, low, span)

    def _new(self, word: str, low: str, span: Span) -> Iterator[Named]:
        """What may be a name that the draft does not have."""
        if self._matches.draft_with(stem(word)) or low in SHORTHAND:
            return
        if any(part in NOT_NAMES or part in MAYBE_NAMES or part in MONTHS for part in low.split("-")):
            return
        if word.isupper():
            if word not in _BODIES and len(word) < _MOST_LETTERS and not self._matches.vocabulary.spells(low):
                yield Named(frozenset({f"?{low}"}), span, word, is_sure=False, letters=low, is_new=True)
        elif self._matches.meanings(word, in_notes=True) == (stem(word),) and low not in self._small:
            yield Named(frozenset({key_of(word)}), span, word, is_sure=False, is_new=True)

    def _offices_in(self, line: Line) -> Iterator[Named]:
        for match in _OFFICE.finditer(line.document.text, line.span.start, line.span.end):
            holder = self.offices.get(match.lastgroup or "", frozenset())
            yield Named(holder, Span(match.start(), match.end()), match[0], is_sure=False)


def _is_run_on(one: str, other: str) -> bool:
    """Whether one has initials or a first part run on to it: "jtaylor", "nicholasletch" for "letch"."""
    short, long = sorted((one, other), key=len)
    run_on = len(long) - len(short) <= _INITIALS or len(short) > _MOST_LETTERS
    return len(short) >= _MOST_LETTERS and run_on and long.endswith(short)


def _surname(person: Person) -> str:
    """The surname as it is compared; the word before where the next one's title was taken for it."""
    key = key_of(person.surname)
    return key_of(person.given) if key in _TITLES else key


def _is_in_brackets(text: str, span: Span) -> bool:
    """Whether initials are given in brackets behind the name that they are short for: "Pam Bullas (PB)"."""
    return text[max(0, span.start - 1) : span.start] == "(" and text[span.end : span.end + 1] == ")"


def _is_letters(surname: str) -> bool:
    return surname.isupper() and len(surname) <= _MOST_LETTERS
