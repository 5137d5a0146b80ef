"""Votes beside the roll: nobody votes who is not there."""

import re
from collections.abc import Iterator

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.pair import Pair, pair_of
from review_tui.facts.vote_wording import over_the_roll, unlike_the_others
from review_tui.language.attendance import Attendance, AttendanceEntry, attendance_of
from review_tui.language.calendar_words import MONTH
from review_tui.language.number_words import number_of
from review_tui.language.person_mentions import ANY_TITLE
from review_tui.language.person_names import NAME_WORD
from review_tui.language.roles import ROLE
from review_tui.language.vote_words import NUMBER
from review_tui.language.votes import Vote, VoteSide
from review_tui.model.findings import Location, Severity
from review_tui.model.material import Material
from review_tui.model.text import Span

_OFFICER = re.compile(
    r"\b(?:clerk|officer|secretary|minutes?|minute[- ]taker|warden|police|pc|pcso|sgt|inspector|auditor"
    r"|(?:borough|county|district|city|ward) (?:councillor|cllr|member)|members? of the public|public|press"
    r"|observer|guest|presenter|solicitor|adviser|advisor|manager|reporter)\b",
    re.IGNORECASE,
)
"""Who is listed as present and has no vote."""
_MEMBERS_OFFICE = re.compile(
    r"\b(?:secretary|membership officer|welfare officer|chief (?:\w+ )?officer)\b", re.IGNORECASE
)
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
_PROXY = re.compile(r"\bprox(?:y|ies)\b|\bpostal votes?\b", re.IGNORECASE)
"""What says that more vote than are there, in words that differ from body to body."""
_PRESENT = re.compile(
    r"\W*(?:\d+\W+)?(?:(?:board |committee |voting )?(?:members|trustees|governors|directors|councillors)(?: (?:and officers )?(?:present|attending))?|present|those (?:present|attending)|attendance|in attendance as members)\b(?![^:\u2013-]{0,30}apolog)",
    re.IGNORECASE,
)
_GUESTS = re.compile(
    r"\btogether with\b.*|\balso (?:present|attending)\b.*|\bin attendance\b.*|\bguests?\b.*|\bofficers?\s*:.*|\d+ members of.*|\bapologies\b.*|\bregrets\b.*|\babsent\b.*",
    re.IGNORECASE,
)
_STATED = re.compile(
    rf"\bpresent[*_ :]{{0,5}}\(?(?P<number>{NUMBER}) (?:parish |town )?(?:councillors|members|governors"
    rf"|trustees)",
    re.IGNORECASE,
)
_OF_MEMBERS = re.compile(r"[\W_]{0,8}(?:\w{1,20} ){0,2}members (?:present|attending)\b", re.IGNORECASE)
"""With what a list of members begins."""
_SPOKE = re.compile(
    r"\b(?:spoke|speakers?|comments?|letters?|e-?mails?|residents?|persons|public|correspondence|petition)\b",
    re.IGNORECASE,
)
"""What those for and against do who are no members."""
_ROOM = 90
"""Characters on either side of a vote in which it says why some did not vote."""
_FEWEST = 3
"""Members of the shortest roll that votes are held against, and votes over it that may be misread."""


def against_the_roll(material: Material, votes: tuple[Vote, ...]) -> Iterator[Clash]:
    """Votes that come to more than the members present, and those unlike all others of the meeting."""
    if _PROXY.search(material.draft.text):
        return
    counted = [vote for vote in votes if vote.of(VoteSide.FOR) or vote.of(VoteSide.AGAINST)]
    roll = attendance_of(material) if counted else Attendance()
    members = [
        entry
        for entry in roll.present
        if not _is_officer(entry) or _is_among_members(material.draft.text, entry)
    ]
    seats, where = members_present(pair_of(material)) if counted else (0, None)
    if len(members) < _FEWEST or roll.has_unnamed:
        if seats < _FEWEST or where is None or _is_unsure(where):
            return
        most, listed = seats, [where.place()]
    else:
        most = max(len(members), _stated_present(material.draft.text))
        listed = [entry.place for entry in members if entry.place][:1]
    # A secretary is on the roll by role, and may vote: nothing is wrong where that accounts for it.
    possible = max(seats, sum(not _is_officer(e) or _may_vote(e) for e in roll.present))
    over = [vote for vote in counted if vote.sum > max(most, possible)]
    full = [vote for vote in counted if vote.of(VoteSide.FOR) and len(_sides_counted(vote)) > 1]
    usual = any(vote.sum == most for vote in full)
    for vote in over:
        severity = Severity.ERROR if roll.is_official else Severity.WARNING
        misread = not roll.is_official and (len(over) > 1 or vote.sum > most * 2 + _FEWEST)
        if (
            misread
            or possible > most
            or any(_is_told(material.draft.text, vote.span, p) for p in (_MORE, _SPOKE))
        ):
            severity = Severity.HINT
        yield _clash(material, vote, listed, severity, over_the_roll(vote, most))
    for vote in full if usual else ():
        if vote.sum < most and not _is_told(material.draft.text, vote.span, _FEWER):
            yield _clash(material, vote, listed, Severity.HINT, unlike_the_others(vote, most))


def _stated_present(text: str) -> int:
    """How many the draft says were present: "PRESENT (6 Councillors)"; 0 where it does not say."""
    match = _STATED.search(text)
    return number_of(match["number"]) if match else 0


def _sides_counted(vote: Vote) -> list[VoteSide]:
    return [side for side in (VoteSide.FOR, VoteSide.AGAINST, VoteSide.ABSTAINED) if vote.of(side)]


def _is_officer(entry: AttendanceEntry) -> bool:
    return bool(_OFFICER.search(f"{entry.name} {entry.role}"))


def _is_among_members(text: str, entry: AttendanceEntry) -> bool:
    """Whether somebody with an office stands in a list of members: boards have a clerk or a treasurer among them."""
    if entry.place is None:
        return False
    begin = text.rfind("\n", 0, entry.place.span.start) + 1
    return _OF_MEMBERS.match(text, begin, entry.place.span.start) is not None


def _may_vote(entry: AttendanceEntry) -> bool:
    """Whether an office among those who have no vote is one that a member of a committee holds."""
    return bool(_MEMBERS_OFFICE.search(entry.role))


def _is_told(text: str, span: Span, why: re.Pattern[str]) -> bool:
    """Whether the words around tell why the number is another."""
    return bool(why.search(text, max(0, span.start - _ROOM), span.end + _ROOM))


def _clash(material: Material, vote: Vote, listed: list[Location], severity: Severity, message: str) -> Clash:
    return Clash(message, (material.draft.place(vote.counted), *listed), 2.0, severity)


def members_present(pair: Pair) -> tuple[int, Clause | None]:
    """How many members the draft's roll lists, and where; 0 where it has none that can be counted."""
    best, where = 0, None
    for clause in pair.clauses[:40]:
        label = _PRESENT.match(clause.text)
        if not label:
            continue
        listed = [clause.text.partition(":")[2] or clause.text[label.end() :]]
        for later in pair.clauses[clause.index + 1 : clause.index + 40]:
            if later.passage != clause.passage or later.is_heading:
                break
            listed.append(later.text)
        count = _seats(";\n".join(_GUESTS.sub("", text) for text in listed))  # brackets may hold several
        if count > best:
            best, where = count, clause
    substitutes = sum(len(re.findall(r"\bsubstitut\w+", c.text, re.IGNORECASE)) for c in pair.clauses[:40])
    return (best + substitutes if best else 0), where


_LABEL = re.compile(
    r"(?:(?:Council|Board|Committee|Commission|Panel|Trust) )?(?:Members?|Councill?ors|Supervisors|Commissioners"
    r"|Governors|Trustees|Directors) (?=[A-Z])"
)
"""What some people of a list are called, before the first of them: "Council Members Abbott, Price"."""


def _seats(text: str) -> int:
    """People of a list, what stands in brackets and roles left out."""
    text = _LABEL.sub("", re.sub(r"\([^)]*\)", "", text))
    text = re.sub(rf"\b{ANY_TITLE}(?=\s+[A-Z])", "", text)
    count = 0
    for piece in re.split(r"[,;]|\band\b|\s[-\u2013]\s", text):
        name = piece.strip(" .:*")
        if (
            re.fullmatch(
                rf"(?:{NAME_WORD}|[A-Z]{{1,2}})\.?(?:\s+(?:{NAME_WORD}|[A-Z]\.?|{ROLE}))*|@[\w-]+", name
            )
            and not re.fullmatch(rf"(?:the\s+)?{ROLE}.*", name, re.IGNORECASE)
            and not re.search(r"\b(?:Board|Council|Director|Manager|Officer|Trust|Police|Action)\b", name)
        ):
            count += 1
    return count


def _is_unsure(roll: Clause) -> bool:
    """Whether the roll has names that its count may have missed: of other alphabets, of two, of substitutes."""
    return re.search(r"[^\x00-\x7f\u2013\u2019\xa3]|\bap\b|&|\bplus\b|\bothers?\b", roll.text) is not None
