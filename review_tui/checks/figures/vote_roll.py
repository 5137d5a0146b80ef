"""Votes beside the roll: nobody votes who is not there."""

import re
from collections.abc import Iterator

from review_tui.checks.figures.vote_wording import over_the_roll, unlike_the_others
from review_tui.facts.pair import pair_of
from review_tui.facts.vote_clashes import members_present
from review_tui.language.attendance import Attendance, AttendanceEntry, attendance_of
from review_tui.language.calendar_words import MONTH
from review_tui.language.number_words import number_of
from review_tui.language.vote_words import NUMBER
from review_tui.language.votes import Vote, VoteSide
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Material
from review_tui.model.text import Span

_OFFICER = re.compile(
    r"\b(?:clerk|officer|secretary|minutes?|minute[- ]taker|warden|police|pc|pcso|sgt|inspector|auditor"
    r"|(?:borough|county|district|city|ward) (?:councillor|cllr|member)|members? of the public|public|press"
    r"|observer|guest|presenter|solicitor|adviser|advisor|manager|reporter)\b",
    re.IGNORECASE,
)
"""Who is listed as present and has no vote."""
_MEMBERS_OFFICE = re.compile(r"\b(?:secretary|membership officer|welfare officer)\b", re.IGNORECASE)
"""Of these, what a member of the committee may be."""
_FEWER = re.compile(
    r"\b(?:left|leaves?|returned|re-?entered|withdrew|retired|resign\w{0,4}|interests?|dispensation"
    r"|did not vote"
    r"|not voting|no vote|took no part|out of the room|absent|casting|chair(?:man|person)? (?:did|does"
    r"|has))\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:arriv\w{1,5}|joined|co-?opted|amongst the public"
    r"|(?:public|residents?|parishioners) (?:voted|present)|previous|last (?:meeting|month|year)"
    rf"|{MONTH} meeting)\b",
    re.IGNORECASE,
)
"""What may make a vote come to another number than there are members on the roll."""
_STATED = re.compile(
    rf"\bpresent[*_ :]{{0,5}}\(?(?P<number>{NUMBER}) (?:parish |town )?(?:councillors|members|governors"
    rf"|trustees)",
    re.IGNORECASE,
)
_ROOM = 90
"""Characters on either side of a vote in which it says why some did not vote."""
_FEWEST = 3
"""Members of the shortest roll that votes are held against, and votes over it that may be misread."""


def against_the_roll(material: Material, votes: tuple[Vote, ...], check: str) -> Iterator[Finding]:
    """Votes that come to more than the members present, and those unlike all others of the meeting."""
    counted = [vote for vote in votes if vote.of(VoteSide.FOR) or vote.of(VoteSide.AGAINST)]
    roll = attendance_of(material) if counted else Attendance()
    members = [entry for entry in roll.present if not _is_officer(entry)]
    if len(members) < _FEWEST or roll.has_unnamed:
        return
    most = max(len(members), _stated_present(material.draft.text))
    named_members = members_present(pair_of(material))[0]
    # A secretary is on the roll by role, and may vote: nothing is wrong where that accounts for it.
    named_members = max(named_members, sum(not _is_officer(e) or _may_vote(e) for e in roll.present))
    over = [vote for vote in counted if vote.sum > max(most, named_members)]
    full = [vote for vote in counted if vote.of(VoteSide.FOR) and len(_sides_counted(vote)) > 1]
    usual = any(vote.sum == most for vote in full)
    for vote in over:
        severity = Severity.ERROR if roll.is_official else Severity.WARNING
        misread = not roll.is_official and (len(over) > 1 or vote.sum > most * 2 + _FEWEST)
        if misread or named_members > most or _is_told(material.draft.text, vote.span, _MORE):
            severity = Severity.HINT
        yield _finding(material, vote, members, check, severity, over_the_roll(vote, most))
    for vote in full if usual else ():
        if vote.sum < most and not _is_told(material.draft.text, vote.span, _FEWER):
            message = unlike_the_others(vote, most)
            yield _finding(material, vote, members, check, Severity.HINT, message)


def _stated_present(text: str) -> int:
    """How many the draft says were present: "PRESENT (6 Councillors)"; 0 where it does not say."""
    match = _STATED.search(text)
    return number_of(match["number"]) if match else 0


def _sides_counted(vote: Vote) -> list[VoteSide]:
    return [side for side in (VoteSide.FOR, VoteSide.AGAINST, VoteSide.ABSTAINED) if vote.of(side)]


def _is_officer(entry: AttendanceEntry) -> bool:
    return bool(_OFFICER.search(f"{entry.name} {entry.role}"))


def _may_vote(entry: AttendanceEntry) -> bool:
    """Whether an office among those who have no vote is one that a member of a committee holds."""
    return bool(_MEMBERS_OFFICE.search(entry.role))


def _is_told(text: str, span: Span, why: re.Pattern[str]) -> bool:
    """Whether the words around tell why the number is another."""
    return bool(why.search(text, max(0, span.start - _ROOM), span.end + _ROOM))


def _finding(
    material: Material,
    vote: Vote,
    members: list[AttendanceEntry],
    check: str,
    severity: Severity,
    message: str,
) -> Finding:
    listed = [entry.place for entry in members if entry.place]
    place = material.draft.place(vote.span)
    return Finding(check, severity, message, (place, *listed[:1]))
