"""People who do what only those present can do, though the roll does not have them as present."""

import re
from collections.abc import Iterator

from review_tui.checks.people.arrivals import (
    arrived_or_wrote,
    is_late,
    is_of_another_council,
    is_open_to_all,
    words_beside,
)
from review_tui.checks.people.attendance_lookup import AttendanceLookup
from review_tui.language.actions_by_person import ActionKind, PersonAction, find_person_actions
from review_tui.language.attendance import Attendance, AttendanceEntry, attendance_in
from review_tui.language.person_mentions import Person, find_people
from review_tui.language.person_names import name_key
from review_tui.model.findings import Finding, Location, Severity
from review_tui.model.frozen import frozen
from review_tui.model.material import Document

_CHECK = "roll"
_LEAST_LISTED = 3
"""A draft's own list of fewer members was not read to its end."""
_MOST_PLACES = 6
"""Places that a finding shows."""
_MOST_PEOPLE = 200
"""If more people than this act, the text is no minutes of one meeting."""
_NEAR = 90
"""Characters before what somebody did, and around it, that may tell of another meeting."""
_ANOTHER_DAY = re.compile(
    r"\b(?:last|previous|earlier) (?:meeting|month|year)|\b(?:which|that|as|who|when|before|since) \Z"
    r"|\breport from\b|\bchair(?:man|person|woman)? of the (?:public )?meeting\b",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:cllr|councillor|borough|county|district|city|ward|member|BC|CC|DC)[\w'\u2019() ]{0,24} reports?\b"
    r"|\breports? (?:from|of|by) (?:the )?(?:cllrs?|councillors?|borough|county|district|city|ward"
    r"|BC|CC|DC)\b",
    re.IGNORECASE,
)
"""The heading under which councillors of other authorities report."""
_LEAD = 160
"""Characters before a name in which that heading stands."""
_SUGGESTED = re.compile(
    r"\s(?!approv|adopt|accept)(?:\w{1,20}ing|to|an?|the|some|this|three|two)\s", re.IGNORECASE
)
_SECONDED = re.compile(
    r"(?:(?!\b(?:motion|moved|proposed)\b)[^\n]){0,300}?\b(?:second(?:ed|s|er)?|carried|resolved)\b",
    re.IGNORECASE,
)
"""What stands behind what staff propose to a board, and what makes it a motion of theirs."""
_POLICE = frozenset({"pc", "pcso", "wpc", "sgt", "sergeant", "insp", "inspector", "supt", "superintendent"})
_MOVING = frozenset({ActionKind.PROPOSED, ActionKind.SECONDED, ActionKind.MOVED, ActionKind.VOTED})


@frozen
class _Case:
    """One person with all deeds minuted, those of members first."""

    deeds: tuple[PersonAction, ...]

    @property
    def chief(self) -> PersonAction:
        """The deed that one must be there for most of all."""
        return self.deeds[0]

    @property
    def person(self) -> Person:
        """As named beside that deed."""
        return self.chief.person


def absent_actors(register: AttendanceLookup, draft: Document) -> Iterator[Finding]:
    """One finding for each person who acts without being on the roll as present."""
    roll = register.roll
    if not roll.present:
        return
    own = AttendanceLookup(attendance_in(draft)) if roll.is_official else register
    whole = roll.is_official or (len(roll.present) >= _LEAST_LISTED and not roll.has_unnamed)
    for case in _cases(draft):
        listed = register.matching(case.person)
        if any(entry in roll.present for entry in listed) or _is_police(case.person):
            continue
        guest = next((entry for entry in listed if entry in roll.in_attendance), None)
        away = next((entry for entry in listed if entry in roll.apologies or entry in roll.absent), None)
        finding = None
        if guest:
            finding = _of_guest(case, guest, roll, draft)
        elif away:
            finding = _of_absentee(case, away, roll, draft)
        elif whole and not any(
            r.named(case.person) or r.has_anyone_like(case.person) for r in (register, own)
        ):
            finding = _of_stranger(case, register, draft)
        if finding:
            yield finding


def _cases(draft: Document) -> tuple[_Case, ...]:
    """The people who do something, each once."""
    cases: dict[str, list[PersonAction]] = {}
    for done in find_person_actions(draft.text):
        key = name_key(done.person.surname) or f"{done.person.initials} "
        cases.setdefault(key, []).append(done)
    ranked = (
        sorted(deeds, key=lambda d: (not d.deed.is_for_members, d.span.start)) for deeds in cases.values()
    )
    return tuple(_Case(tuple(deeds)) for deeds in ranked)[:_MOST_PEOPLE]


def _is_police(person: Person) -> bool:
    return bool(_POLICE & set(person.title.casefold().split()))


def _is_outsider(person: Person, draft: Document) -> bool:
    """Whether this is a councillor of the borough or county, who comes as a guest."""
    if person.is_of_another_council:
        return True
    return person.is_councillor and is_of_another_council(draft.text, person)


def _of_guest(case: _Case, guest: AttendanceEntry, roll: Attendance, draft: Document) -> Finding | None:
    """Whoever moves or votes though listed as in attendance only."""
    if case.chief.deed not in _MOVING or is_open_to_all(draft.text) or _is_outsider(case.person, draft):
        return None
    if len(roll.present) < _LEAST_LISTED or _only_suggests(case, draft):
        return None
    office = f", {guest.role}," if guest.role else ""
    reason = f"{_entry_place(guest)} lists {guest.name}{office} as in attendance, not as a member present"
    return _finding(Severity.WARNING, case, reason, draft, (guest,))


def _only_suggests(case: _Case, draft: Document) -> bool:
    """Whether what somebody proposes is a suggestion that nobody seconds: "Mr Kane proposed closing it"."""
    return all(
        done.deed is ActionKind.PROPOSED
        and done.text.endswith("proposed")
        and _SUGGESTED.match(draft.text, done.span.end)
        and not _SECONDED.match(draft.text, done.span.end)
        for done in case.deeds
        if done.deed in _MOVING
    )


def _of_absentee(case: _Case, away: AttendanceEntry, roll: Attendance, draft: Document) -> Finding | None:
    """Whoever acts though the roll has an apology."""
    there = (*roll.present, *roll.in_attendance)
    if roll.has_several or any(name_key(e.person.surname) == name_key(case.person.surname) for e in there):
        return None
    if is_late(f"{words_beside(away, draft)} {away.remark}") or arrived_or_wrote(draft.text, away.person):
        return None
    member = case.chief.deed.is_for_members
    outside = away.person.is_of_another_council or _is_outsider(case.person, draft)
    if not member and outside and _is_in_a_report(case, draft):
        return None
    called = case.person.title or (case.person.given and case.person.given == away.person.given)
    if not member and (not called or _is_of_another_day(case, draft)):
        return None
    how = "apologising" if away in roll.apologies else "absent"
    reason = f"{_entry_place(away)} lists {away.name} as {how}, not as present"
    return _finding(Severity.ERROR if member else Severity.WARNING, case, reason, draft, (away,))


def _is_in_a_report(case: _Case, draft: Document) -> bool:
    """Whether all that somebody said stands under a report, which may have been read out."""
    starts = [done.span.start for done in case.deeds]
    leads = [draft.text[max(0, start - _LEAD) : start].rsplit("\n\n", 2)[-2:] for start in starts]
    return all(any(_REPORT.search(lead) for lead in found) for found in leads)


def _is_of_another_day(case: _Case, draft: Document) -> bool:
    """Whether the words before the deed tell of another meeting, or of what was done elsewhere."""
    start = case.chief.span.start
    before = draft.text[max(0, start - _NEAR) : start].rpartition("\n")[2].rpartition(". ")[2]
    return _ANOTHER_DAY.search(f"{before} ") is not None


def _of_stranger(case: _Case, register: AttendanceLookup, draft: Document) -> Finding | None:
    """Whoever acts as a member though the roll does not have the name at all."""
    roll, person = register.roll, case.person
    if _is_outsider(person, draft) or arrived_or_wrote(draft.text, person):
        return None
    if is_open_to_all(draft.text) and not person.is_councillor:
        return None
    if person.surname and _is_in_brackets_above(person, case, draft):
        return None
    if not person.surname and not (register.gives_initials and _is_paired(case, draft)):
        return None
    acts = case.chief.deed.is_for_members
    if not acts and not (person.is_councillor and _calls_members_councillors(roll, draft)):
        return None
    first = roll.present[0].place
    where = f"the list of those present (line {first.line})" if first else "the roll of the meeting"
    return _finding(Severity.WARNING, case, f"{where} does not have the name", draft, roll.present[:1])


def _is_in_brackets_above(person: Person, case: _Case, draft: Document) -> bool:
    """Whether whoever acts is named before in brackets, as those are who come for a club."""
    head = draft.text[: case.chief.span.start]
    return re.search(rf"\([^()\n]{{0,60}}\b{re.escape(person.surname)}\)", head) is not None


def _is_paired(case: _Case, draft: Document) -> bool:
    """Whether a mover and a seconder stand together: "proposed by BT" alone may be a company's proposal."""
    span = case.chief.span
    around = draft.text[max(0, span.start - _NEAR) : span.end + _NEAR].casefold()
    return "propos" in around and "second" in around


def _calls_members_councillors(roll: Attendance, draft: Document) -> bool:
    """Whether those present are called councillors, on the roll or when they speak."""
    called = {name_key(person.surname) for person in find_people(draft.text) if person.is_councillor}
    titled = [e for e in roll.present if e.person.is_councillor or name_key(e.person.surname) in called]
    return len(titled) * 2 > len(roll.present) or len(titled) > _LEAST_LISTED


def _entry_place(entry: AttendanceEntry) -> str:
    return f"line {entry.place.line}" if entry.place else "the roll of the meeting"


def _finding(
    severity: Severity, case: _Case, reason: str, draft: Document, entries: tuple[AttendanceEntry, ...]
) -> Finding:
    deeds = [done for done in case.deeds if done.deed.is_for_members is case.chief.deed.is_for_members]
    places: list[Location] = [draft.place(done.span) for done in deeds[:_MOST_PLACES]]
    message = (
        f"{case.person.text} is minuted as {case.chief.deed.value} (line {places[0].line}), but {reason}."
    )
    return Finding(_CHECK, severity, message, (*places, *(e.place for e in entries if e.place)))
