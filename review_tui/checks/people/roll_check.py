"""The roll check: whoever moves, seconds, votes or speaks must be on the roll as there, and on it once."""

from collections.abc import Iterable, Iterator

from review_tui.checks.material import Document, Material
from review_tui.checks.people.arrivals import came_otherwise, is_late, words_beside
from review_tui.checks.people.name_twins import agree, titles_agree
from review_tui.checks.people.register import Register
from review_tui.checks.people.roll_deeds import not_there
from review_tui.checks.people.roll_lists import lists_disagree
from review_tui.checks.people.roll_titles import wrong_roles, wrong_titles
from review_tui.checks.recognisers.name_reading import key_of
from review_tui.checks.recognisers.name_words import GIVEN
from review_tui.checks.recognisers.people import Person
from review_tui.checks.recognisers.roll import Roll, RollEntry, roll_of
from review_tui.domain.findings import Finding, Severity


class RollCheck:
    """Finds people who act in the minutes though the roll has them elsewhere, otherwise or not at all."""

    id = "roll"
    finds = (
        "Somebody who moves, seconds, votes or speaks but is not on the roll as present, is listed as "
        "present and as apologising, or has another title or office than on the roll."
    )
    severity = Severity.ERROR
    example = (
        "Present: Cllr A White (Chair), Cllr B Green, Cllr C Brown.\n\n"
        "Apologies: Cllr D Black.\n\n"
        "Cllr White moved, and Cllr Black seconded, that the accounts be approved.\n"
    )

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        roll = roll_of(material)
        register = Register(roll)
        found = [
            *_listed_twice(roll, material.draft),
            *not_there(register, material.draft),
            *lists_disagree(register, material.draft),
            *wrong_titles(register, material.draft),
            *wrong_roles(register, material.draft),
        ]
        return tuple(sorted(found, key=lambda finding: finding.places[0].span))


def _listed_twice(roll: Roll, draft: Document) -> Iterator[Finding]:
    """Whoever is both present and apologising, in the draft's own lists."""
    if roll.has_several or roll.is_official:
        return
    for away, how in (*((e, "apologising") for e in roll.apologies), *((e, "absent") for e in roll.absent)):
        there = next((e for e in (*roll.present, *roll.in_attendance) if _is_one(e, away)), None)
        if there is None or not away.place or not there.place or _came_late(away, there, draft):
            continue
        message = (
            f"{away.name} is listed as {how} (line {away.place.line}) and as present "
            f"(line {there.place.line})."
        )
        yield Finding(RollCheck.id, Severity.ERROR, message, (away.place, there.place))


def _is_one(one: RollEntry, other: RollEntry) -> bool:
    """Whether two entries must be the same person."""
    a, b = one.person, other.person
    if not a.surname or key_of(a.surname) != key_of(b.surname):
        return False
    named = _is_named(a) and _is_named(b)
    alike = a.title.casefold() == b.title.casefold() and bool(a.title)
    return (named or alike) and agree(a, b) and titles_agree(a, b)


def _is_named(person: Person) -> bool:
    """Whether an initial or a common given name stands before the surname."""
    return bool(person.initials) or person.given.casefold() in GIVEN


def _came_late(away: RollEntry, there: RollEntry, draft: Document) -> bool:
    remarks = f"{words_beside(away, draft)} {away.remark} {there.remark}"
    return is_late(remarks) or came_otherwise(draft.text, there.person)
