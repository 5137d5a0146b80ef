"""Tells which two spellings are meant for one person, which is the wrong one, and how sure that is."""

from collections import defaultdict
from collections.abc import Iterator

from review_tui.checks.people.name_mentions import NameSpellings, Spelling
from review_tui.checks.people.name_twins import (
    agree,
    are_both_named,
    far_twins_in,
    is_near,
    is_soft,
    titles_agree,
    twins_in,
)
from review_tui.language.name_words import GIVEN, MAYBE_NAMES, NOT_NAMES
from review_tui.language.person_mentions import Person
from review_tui.model.findings import Severity
from review_tui.model.frozen import frozen

_OFTEN = 3
"""A spelling that stands so often is the usual one."""
_SHORTEST = 3
"""Letters of the shortest surname of which a twin is told."""
_LONG = 6
"""Letters from which on two surnames a slip apart are seldom two people's in one meeting."""
_TOO_OFTEN = 4
"""A spelling that stands so often beside another on the roll may be somebody else's."""


@frozen
class Slip:
    """A spelling that is probably a slip for another."""

    wrong: Spelling
    people: tuple[Person, ...]
    """Those of the wrong spelling who may be meant."""
    right: str
    """The surname as it should be."""
    key: str
    """Its key."""
    other: Spelling | None
    """The right spelling, where it stands in the draft or on the roll; else it is in the notes."""
    severity: Severity
    is_sure: bool = True
    """Whether more than one listing says which of the two is wrong, so that the other can be offered."""


def slips(names: NameSpellings) -> Iterator[Slip]:
    """Every slip, at most one for each spelling: against the roll first, then the draft, then the notes."""
    told: set[str] = set()
    for found in (*_against_roll(names), *_within_draft(names), *_against_notes(names)):
        if found.wrong.key not in told:
            told.add(found.wrong.key)
            yield found


def _against_roll(names: NameSpellings) -> Iterator[Slip]:
    """Spellings that are not on the roll, but a slip from one that is."""
    listed = {key for key, s in names.spellings.items() if s.entries}
    twins: dict[str, list[Spelling]] = defaultdict(list)
    for pair in (*twins_in(names.spellings, shortest=_SHORTEST), *far_twins_in(listed, names.spellings)):
        for key, other in (pair, pair[::-1]):
            if other in listed and key not in listed:
                twins[key].append(names.spellings[other])
    for key in sorted(twins):
        spelling = names.spellings[key]
        matching = [(s, p) for s in dict.fromkeys(twins[key]) if (p := _possible_people(spelling, s))]
        if len(matching) == 1:
            yield from _judged(spelling, *matching[0], names)


def _possible_people(spelling: Spelling, other: Spelling) -> tuple[Person, ...]:
    """The people of one spelling whom initials, given names and titles let be somebody of the other."""
    return tuple(
        person
        for person in spelling.people
        if any(agree(person, p) and titles_agree(person, p) for p in other.bearers)
    )


def _judged(
    spelling: Spelling, other: Spelling, people: tuple[Person, ...], names: NameSpellings
) -> Iterator[Slip]:
    """The slip between a spelling off the roll and one on it, whichever is wrong."""
    noted = (spelling.key in names.noted, other.key in names.noted)
    if all(noted) and not names.roll.is_official:
        return
    severity = _severity(people, other, names)
    if severity is Severity.HINT and noted in {(True, False), (False, True)}:
        severity = Severity.WARNING
    if severity is None:
        return
    told = _told_of(other)
    sure = (noted[1] and not noted[0]) or told > 0
    if not (told or names.roll.is_official or noted[1]) and (noted[0] or len(people) >= _OFTEN - 1):
        yield Slip(other, other.people, spelling.surname, spelling.key, spelling, severity, noted[0])
    elif names.roll.is_official:
        sure = sure or (len(people) == 1 and not noted[0])
        yield Slip(spelling, people, other.surname, other.key, other, severity, sure)
    elif not noted[0]:
        yield Slip(spelling, people, other.surname, other.key, other, severity, sure)


def _told_of(spelling: Spelling) -> int:
    """How often a spelling stands in the draft outside its own list of attendance."""
    listed = {entry.place.span.end for entry in spelling.entries if entry.place}
    return sum(person.span.end not in listed for person in spelling.people)


def _severity(people: tuple[Person, ...], other: Spelling, names: NameSpellings) -> Severity | None:
    """How sure it is that people of one spelling are meant to be somebody listed under the other."""
    named = any(_is_same_name(p, q) for p in people for q in other.bearers)
    member = any(p.is_councillor for p in people) and any(
        e.person.is_councillor or e not in names.roll.in_attendance for e in other.entries
    )
    soft = is_soft(_surname_key(people[0]), other.key)
    titled = any(p.honorific and p.honorific == q.honorific for p in people for q in other.bearers)
    if _are_of_two_sorts(people, other):
        return Severity.HINT if soft else None
    if named and (soft or member or titled or _full_given(people, other)):
        return Severity.ERROR if names.roll.is_official and soft else Severity.WARNING
    if len(people) >= _TOO_OFTEN and len(other.people) >= _OFTEN:
        return Severity.HINT if soft else None
    if member or (titled and (soft or len(other.key) >= _LONG)):
        return Severity.WARNING
    return Severity.HINT if soft or named or titled else None


def _are_of_two_sorts(people: tuple[Person, ...], other: Spelling) -> bool:
    """Whether one is always Mr or Ms and the other always a councillor: an officer and a member."""
    members = [q for q in other.bearers if q.title]
    return (
        all(p.honorific and not p.is_councillor for p in people)
        and len(members) > 1
        and all(q.is_councillor and not q.honorific for q in members)
    )


def _surname_key(person: Person) -> str:
    return "".join(c for c in person.surname.casefold() if c.isalpha())


def _is_same_name(one: Person, other: Person) -> bool:
    return are_both_named(one, other) and titles_agree(one, other)


def _full_given(people: tuple[Person, ...], other: Spelling) -> bool:
    """Whether the same given name stands before both spellings."""
    givens = {p.given.casefold() for p in people if p.given} & {
        q.given.casefold() for q in other.bearers if q.given
    }
    return any(given in GIVEN or len(given) > _SHORTEST for given in givens)


def _within_draft(names: NameSpellings) -> Iterator[Slip]:
    """Two spellings in the draft of which the roll has neither."""
    off = {key: s for key, s in names.spellings.items() if not s.entries and s.people}
    for pair in twins_in(off):
        rarer, usual = sorted(
            (off[key] for key in pair),
            key=lambda s: (s.key in names.noted, len(s.people), -s.people[0].span.start),
        )
        people = _possible_people(rarer, usual)
        if people and rarer.key not in names.noted:
            severity = _severity_within(rarer, usual, people, names)
            if severity:
                sure = len(usual.people) > len(people) or usual.key in names.noted
                yield Slip(rarer, people, usual.surname, usual.key, usual, severity, sure)


def _severity_within(
    rarer: Spelling, usual: Spelling, people: tuple[Person, ...], names: NameSpellings
) -> Severity | None:
    """How sure it is that the rarer of two spellings in the draft is a slip."""
    soft = is_soft(rarer.key, usual.key)
    named = any(_is_same_name(p, q) for p in people for q in usual.people)
    titled = any(p.title and _same_title(p, q) for p in people for q in usual.people)
    often = len(usual.people) >= _OFTEN and len(rarer.people) == 1
    councillors = any(p.is_councillor and q.is_councillor for p in people for q in usual.people)
    twice = len(usual.people) > len(rarer.people) == 1 and (len(rarer.key) >= _LONG or councillors)
    like = soft or (titled and (often or rarer.key[0] == usual.key[0]))  # "Mr T Sato" and "Mr T Kato" are two
    full = named and like and (_full_given(people, usual) or titled)
    if (soft and usual.key in names.noted) or full or (soft and (titled or named) and (often or twice)):
        return Severity.WARNING
    if titled and not soft and often and len(rarer.key) >= _LONG:
        return Severity.WARNING
    return Severity.HINT if named or (soft and titled) or usual.key in names.noted else None


def _same_title(one: Person, other: Person) -> bool:
    return (one.is_councillor and other.is_councillor) or (
        bool(one.honorific) and one.honorific == other.honorific
    )


def _is_once(spelling: Spelling, twin: str) -> bool:
    """Whether a bare word of the notes may stand against a spelling: a letter apart, on no list, once."""
    plural = twin.removesuffix("s") == spelling.key.removesuffix("s")
    return len(spelling.people) == 1 and not spelling.entries and is_near(spelling.key, twin) and not plural


def _may_be_surname(key: str, names: NameSpellings) -> bool:
    """Whether a capital word of the notes may be somebody's name: there, or by its looks."""
    if key in names.noted_people:
        return True
    word = names.noted[key][2]
    return not (
        key in names.ordinary or key in NOT_NAMES or key in MAYBE_NAMES or key in GIVEN or word.isupper()
    )


def _against_notes(names: NameSpellings) -> Iterator[Slip]:
    """Spellings that the notes do not have, where they have a twin that the draft lacks."""
    if not names.noted:
        return
    here = {
        key: s
        for key, s in names.spellings.items()
        if s.people and key not in names.noted and not (s.entries and names.roll.is_official)
    }
    wanted = {key for key in names.noted if key not in names.spellings and _may_be_surname(key, names)}
    for one, other in twins_in((*here, *wanted)):
        key, twin = (one, other) if one in here else (other, one)
        if key not in here or twin not in wanted:
            continue
        known = names.noted_people.get(twin, ())
        if not known and not _is_once(here[key], twin):
            continue
        people = tuple(
            p for p in here[key].people if not known or any(agree(p, q) and titles_agree(p, q) for q in known)
        )
        if people:
            yield Slip(here[key], people, names.noted[twin][2], twin, None, Severity.WARNING)
