"""Who is named in real minutes, and the roll that their own first lines give.

Read by plain means of the benchmarks' own; where too little can be read there is no roll.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.minute_facts import MONTHS, WEEKDAYS, listed

_TITLE = (
    r"(?:(?:Borough |County |Parish )?(?:Councillors?|Cllrs?\.?|Coun\.?)|Mrs\.?|Mr\.?|Miss|Ms\.?|Dr\.?"
    r"|Rev(?:d|erend)?\.?|Sir|[BC]C\b|P\.?C\.?S?\.?O?\.?|Vice[- ]Chair(?:man)?|Chair(?:man)?)"
)
_GIVEN = r"(?!(?:Mrs?|Miss|Ms|Dr|Cllr|Councillor)\b)[A-Z][a-z]{1,11}"
_SURNAME = r"(?:Mc|Mac|O['\u2019]|de )?[A-Z][a-z\u2019']{2,14}(?:-[A-Z][a-z]{2,14})?"
NAMED = re.compile(
    rf"(?<![\w-])(?P<title>(?:{_TITLE} {{1,2}}){{0,3}})"
    rf"(?:(?P<initials>(?:[A-Z]\.? ?){{1,3}})\b\.? ?|(?P<given>{_GIVEN}) )?(?P<surname>{_SURNAME})\b"
)
"""A person with a title, initials or given name, and a surname; ``is_name`` tells whether it is one."""
_NO_NAMES = frozenset(
    listed(
        "The This That These There Parish Council Councillor Councillors Cllr Cllrs Clerk Chairman Chair "
        "Vice Members Member Public Borough County District Apologies Present Attending Attendance "
        "Meeting Minutes Village Hall Road Lane Street House Farm Annual Community Centre Also From Page "
        "Draft Police Officer Ward Committee Treasurer Secretary Deputy None Matters Declaration "
        "Declarations Interest Absence Absent Received Were Was Those For In At And Town North South East "
        "West Room Church School Field Trust Association Residents Highways Responsible Financial Person "
        "Assistant Retiring Report Welcome Representative Representatives Open Forum Planning Item Items "
        "Agenda Due Mayor Lord Lady Sergeant Constable Manager Messrs Additional Emergency Evacuation "
        "Warden Footpath Business Notice Commitment Transparency Procedure King Kings Openness Behaviour "
        "Norfolk Management Consider Election Chairperson Procedures Receive Papers Clerks Vacancy "
        "Expenditure Regulations Budget She Team Neighbourhood Recorder Accepting Abusive Aggressive "
        "Contract Status Prior Project Acceptance Office Broadband Local Better Carried Campaign"
    )
) | {*MONTHS, *WEEKDAYS}
_PRESENT = re.compile(
    r"(?:^|\n|\. |\d\. ?|\*\*|pm |Zoom )[\s*_\\.\d#-]{0,12}"
    r"(?:Those (?:present|attending)|(?:Councillors )?Present|Attendance|Attending|Members present"
    r"|In attendance)\b[^:\n]{0,30}[:\-\u2013]?",
    re.IGNORECASE,
)
_APOLOGIES = re.compile(r"\bApologies(?: for absence)?\b", re.IGNORECASE)
_NONE_SENT = re.compile(r"\b(?:no|none|nil|not)\b", re.IGNORECASE)
_ITEM = re.compile(
    r"\n\s*(?:\*\*)?\d{1,2}\\?[.)]|\n#"
    r"|\b(?:Declarations?|Minutes of|Matters|Open Forum|Public Participation)\b"
)
_APART = re.compile(r"(?:^|[,;:(\n)*\u2013-]|\band|&)\s*\Z")
_TITLED = re.compile(r"Cllr|Councillor|Mr|Miss|Ms|Dr|Rev|Sir|\b[BC]C\b")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on the roll of real minutes."""

    surname: str
    name: str
    """As the minutes list them: "Cllr Mrs T Mann"."""
    short: str = ""
    """The initials by which the minutes go on to call them, "(PB)", or empty."""


def roll(text: str) -> tuple[tuple[Person, ...], tuple[Person, ...], int]:
    """Who was present, who sent apologies, and where the second list ends; empty where unreadable."""
    top = text[:3500]
    opening = _PRESENT.search(top)
    excuse = _APOLOGIES.search(top, opening.end() if opening else 0)
    if not opening or not excuse:
        return (), (), 0
    listed_there = top[opening.end() : excuse.start()]
    present = tuple(_people(listed_there))
    closing = _ITEM.search(top, excuse.end())
    end = min(closing.start() if closing else len(top), excuse.end() + 500)
    said = top[excuse.end() : end]
    absent = () if _NONE_SENT.search(said[:40]) else tuple(_people(said.split("\n\n\n")[0]))
    surnames = [p.surname for p in (*present, *absent)]
    if len(present) < 3 or len(set(surnames)) < len(surnames) or _has_more(listed_there, present):
        return (), (), end
    return present, absent, end


def _has_more(said: str, found: tuple[Person, ...]) -> bool:
    """Whether the list could hold people who were not found in it: a roll with gaps is no roll."""
    known = {word for person in found for word in re.findall(r"[A-Z][\w'\u2019]+", person.name)}
    words = re.findall(r"(?<![\w-])[A-Z][a-z\u2019']{2,}", said)
    return any(word not in known and word not in _NO_NAMES and not _TITLED.match(word) for word in words)


def _people(said: str) -> Iterator[Person]:
    for match in NAMED.finditer(said):
        apart = _APART.search(said[: match.start()])
        if is_name(match, known=bool(apart or match["title"])):
            short = re.match(r"\s?\(([A-Z]{2,3})\)", said[match.end() :])
            name = " ".join(match[0].split())
            yield Person(match["surname"], name, short[1] if short else "")


def is_name(match: re.Match[str], *, known: bool) -> bool:
    """Whether a match of ``NAMED`` is a person; ``known`` lets initials or a given name stand for a title."""
    if match["surname"] in _NO_NAMES or (match["given"] or "") in _NO_NAMES:
        return False
    titled = bool(_TITLED.search(match["title"]))
    return titled or (known and bool(match["initials"] or match["given"]))
