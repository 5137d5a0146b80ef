"""The roll check: whoever moves, seconds, votes or speaks must be on the roll as there, and on it once."""

from collections.abc import Iterable, Iterator

from review_tui.checks.check import Check
from review_tui.checks.clash_findings import findings_of
from review_tui.checks.people.absent_actors import absent_actors
from review_tui.checks.people.arrivals import arrived_or_wrote, is_late, words_beside
from review_tui.checks.people.attendance_lookup import AttendanceLookup
from review_tui.checks.people.name_twins import agree, titles_agree
from review_tui.checks.people.roll_lists import lists_disagree
from review_tui.checks.people.roll_titles import wrong_roles, wrong_titles
from review_tui.facts.pair import pair_of
from review_tui.facts.roll_clashes import roll_clashes
from review_tui.language.attendance import Attendance, AttendanceEntry, attendance_of
from review_tui.language.name_words import GIVEN
from review_tui.language.person_mentions import Person
from review_tui.language.person_names import name_key
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material


class RollCheck(Check):
    """Finds people who act in the minutes though the roll has them elsewhere, otherwise or not at all."""

    id = "roll"
    finds = (
        "Somebody who moves, seconds, votes or speaks but is not on the roll as present, is listed as "
        "present and as apologising, or has another title or office than on the roll."
    )
    severity = Severity.ERROR
    flag_kind = FlagKind.ATTRIBUTION
    yields_to = ("names", "notes-names")
    example = (
        "Present: Cllr A White (Chair), Cllr B Green, Cllr C Brown.\n\n"
        "Apologies: Cllr D Black.\n\n"
        "Cllr White moved, and Cllr Black seconded, that the accounts be approved.\n"
    )

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        roll = attendance_of(material)
        register = AttendanceLookup(roll)
        found = [
            *_listed_twice(roll, material.draft),
            *absent_actors(register, material.draft),
            *lists_disagree(register, material.draft),
            *wrong_titles(register, material.draft),
            *wrong_roles(register, material.draft),
        ]
        told = [finding.places[0].span for finding in found]
        found += (
            finding
            for finding in findings_of(self.id, roll_clashes(pair_of(material)))
            if not any(finding.places[0].span.overlaps(span) for span in told)
        )
        return tuple(sorted(found, key=lambda finding: finding.places[0].span))


def _listed_twice(roll: Attendance, draft: Document) -> Iterator[Finding]:
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


def _is_one(one: AttendanceEntry, other: AttendanceEntry) -> bool:
    """Whether two entries must be the same person."""
    a, b = one.person, other.person
    if not a.surname or name_key(a.surname) != name_key(b.surname):
        return False
    named = _is_named(a) and _is_named(b)
    alike = a.title.casefold() == b.title.casefold() and bool(a.title)
    return (named or alike) and agree(a, b) and titles_agree(a, b)


def _is_named(person: Person) -> bool:
    """Whether an initial or a common given name stands before the surname."""
    return bool(person.initials) or person.given.casefold() in GIVEN


def _came_late(away: AttendanceEntry, there: AttendanceEntry, draft: Document) -> bool:
    remarks = f"{words_beside(away, draft)} {away.remark} {there.remark}"
    return is_late(remarks) or arrived_or_wrote(draft.text, there.person)
