"""Initials and given names that nobody of that surname on the roll has."""

import re
from collections import defaultdict
from collections.abc import Iterator

from review_tui.checks.people.name_mentions import NameSpellings, Spelling
from review_tui.checks.people.name_twins import agree, is_near, is_short_form
from review_tui.language.actions_by_person import find_person_actions
from review_tui.language.attendance import AttendanceEntry
from review_tui.language.name_words import GIVEN
from review_tui.language.people_lists import people_listed
from review_tui.language.person_mentions import Person
from review_tui.language.person_names import name_key
from review_tui.model.findings import Finding, Location, Severity, Suggestion
from review_tui.model.material import Document
from review_tui.model.text import Span

_CHECK = "names"
_SENT_APOLOGIES = re.compile(
    r"\b(?:apolog(?:y|ies)|regrets|absence|in place of|substitut\w{1,5}|on behalf of)\b", re.IGNORECASE
)
"""What stands before somebody who was not there, and so is on no roll of those who were."""
_OFTEN = 3
"""Mentions from which one given name is the usual one."""
_MOST_PLACES = 6
"""Places that a finding shows."""


def wrong_initials(names: NameSpellings, draft: Document) -> Iterator[Finding]:
    """A finding for every given name or initial of a surname that the roll gives otherwise."""
    movers = {done.person.span.end for done in find_person_actions(draft.text) if done.deed.is_for_members}
    for spelling in names.spellings.values():
        cases: dict[str, list[Person]] = defaultdict(list)
        for person in spelling.people:
            before = person.given or person.initials
            if before and not _is_listed(person, spelling):
                cases[before].append(person)
        for people in cases.values():
            finding = _judged(people, spelling, movers, names, draft)
            if finding:
                yield finding


def _is_listed(person: Person, spelling: Spelling) -> bool:
    return any(entry.place and entry.place.span.end == person.span.end for entry in spelling.entries)


def _judged(
    people: list[Person], spelling: Spelling, movers: set[int], names: NameSpellings, draft: Document
) -> Finding | None:
    person = people[0]
    entries = [e for e in spelling.entries if e.person.given or e.person.initials]
    if entries:
        slip = next((e for e in entries if _is_given_slip(person, e.person)), None)
        if any(agree(person, e.person) for e in entries):
            fine = slip is None or any(_is_same_given(person, e.person) for e in entries)
            return None if fine or slip is None else _misspelled(people, slip, spelling, draft)
        if any(p.is_councillor or p.span.end in movers for p in people) and not person.is_of_another_council:
            return _unknown(people, entries, names, draft) if len(entries) == len(spelling.entries) else None
        return None
    return _spelled_two_ways(people, spelling, draft)


def _is_same_given(one: Person, other: Person) -> bool:
    return not (one.given and other.given) or is_short_form(name_key(one.given), name_key(other.given))


def _is_given_slip(one: Person, other: Person) -> bool:
    """Whether the given names are a letter apart, and no two forms of one name."""
    first, second = name_key(one.given), name_key(other.given)
    return len(first) > 2 and len(second) > 2 and is_near(first, second) and not is_short_form(first, second)  # noqa: PLR2004 -- "Al" and "Ali" tell nothing


def _misspelled(people: list[Person], entry: AttendanceEntry, spelling: Spelling, draft: Document) -> Finding:
    person = people[0]
    sure = _is_plain(people, entry, spelling)
    where = f"line {entry.place.line}" if entry.place else "the roll of the meeting"
    message = (
        f"\u201c{person.text}\u201d (line {draft.place(person.span).line}) has the given name "
        f"\u201c{person.given}\u201d; {where} has \u201c{entry.person.given}\u201d"
        f"{'' if sure else '; either may be the slip'}."
    )
    suggestion = Suggestion(_given_span(person, draft), entry.person.given) if sure else None
    return Finding(
        _CHECK, Severity.WARNING, message, (*_people_places(people, draft), *_entry_places(entry)), suggestion
    )


def _is_plain(people: list[Person], entry: AttendanceEntry, spelling: Spelling) -> bool:
    """Whether the draft is the one to mend: a common given name or a second mention tells."""
    listed, written = name_key(entry.person.given), name_key(people[0].given)
    if listed in GIVEN and written not in GIVEN:
        return True
    if entry.place is None and len(people) == 1:
        return True
    own = entry.place.span.end if entry.place else -1
    return any(name_key(p.given) == listed and p.span.end != own for p in spelling.people)


def _unknown(
    people: list[Person], entries: list[AttendanceEntry], names: NameSpellings, draft: Document
) -> Finding | None:
    """Whoever the roll does not have, though it has somebody else of the surname."""
    person = people[0]
    whole = name_key(person.given + person.surname)
    everyone = [e.person for e in names.roll.everyone]
    if person.given and any(whole in {name_key(p.given + p.surname), name_key(p.surname)} for p in everyone):
        return None
    if person.given and any(
        whole == name_key(one.person.given + one.person.surname) for one in people_listed(draft.text)
    ):
        return None  # "Members: ...", a list that is not of those present
    if any(_SENT_APOLOGIES.search(_sentence_before(draft, p)) for p in people):
        return None
    listed = " and ".join(f"\u201c{entry.name}\u201d" for entry in entries[:2])
    where = "the roll of the meeting" if names.roll.is_official else _line(entries[0])
    message = (
        f"\u201c{person.text}\u201d (line {draft.place(person.span).line}) is not on the roll; "
        f"of that surname {where} has {listed}."
    )
    places = (
        *_people_places(people, draft),
        *(place for entry in entries[:2] for place in _entry_places(entry)),
    )
    return Finding(_CHECK, Severity.WARNING, message, places)


def _sentence_before(draft: Document, person: Person) -> str:
    """What stands in the line before somebody is named, from the end of the sentence before."""
    start = person.span.start
    line = draft.text[draft.text.rfind("\n", 0, start) + 1 : start]
    return line[max(line.rfind(". "), line.rfind("; ")) + 1 :]


def _spelled_two_ways(people: list[Person], spelling: Spelling, draft: Document) -> Finding | None:
    """A finding where "Sara Jones" once is "Sarah Jones" elsewhere, and the roll has neither."""
    person = people[0]
    usual = [p for p in spelling.people if _is_given_slip(person, p)]
    if len(usual) < max(_OFTEN - 1, len(people) + 1):
        return None
    other = usual[0]
    message = (
        f"\u201c{person.text}\u201d (line {draft.place(person.span).line}) is \u201c{other.given}\u201d "
        f"{len(usual)} times elsewhere in the draft (line {draft.place(other.span).line})."
    )
    severity = Severity.WARNING if len(usual) >= _OFTEN and len(people) == 1 else Severity.HINT
    return Finding(_CHECK, severity, message, (*_people_places(people, draft), draft.place(other.span)))


def _given_span(person: Person, draft: Document) -> Span:
    start = person.span.start + person.span.of(draft.text).find(person.given)
    return Span(start, start + len(person.given))


def _people_places(people: list[Person], draft: Document) -> tuple[Location, ...]:
    return tuple(draft.place(person.span) for person in people[:_MOST_PLACES])


def _entry_places(entry: AttendanceEntry) -> tuple[Location, ...]:
    return (entry.place,) if entry.place else ()


def _line(entry: AttendanceEntry) -> str:
    return f"line {entry.place.line}" if entry.place else "the roll of the meeting"
