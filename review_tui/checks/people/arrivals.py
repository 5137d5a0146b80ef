"""Whether minutes say that somebody came later, was taken on or only wrote: the roll need not have them."""

import re

from review_tui.language.attendance import AttendanceEntry
from review_tui.language.person_mentions import Person
from review_tui.model.material import Document

_BROUGHT = re.compile(
    r"\b(?:welcom|introduc|co-?opt|appoint|on behalf of|letters? (?:from|of)|e-?mails? from|message from"
    r"|reply from|correspondence (?:from|with)|absence of|substitut|deputis|new (?:councillor|member)"
    r"|vacanc|resign|election of)[^.;\n]{0,30}\Z",
    re.IGNORECASE,
)
"""Words before a name that bring somebody in who need not be on the roll, or say that a letter came."""
_CAME = re.compile(
    r"[^.;\n]{0,30}?\b(?:arriv|joined|join(?:s|ing)? the meeting|enter|came (?:in|to the meeting)"
    r"|left the (?:meeting|room)|sworn|took (?:his|her|their|a) seat|co-?opt|was present|were present"
    r"|in attendance|wrote|had written|by (?:e-?mail|letter|telephone|phone|zoom|video)"
    r"|via (?:e-?mail|zoom)|in writing|acceptance of office|represent|substitut|unable to attend"
    r"|in (?:his|her|their) absence|sent (?:a|his|her)|written report|dialled)",
    re.IGNORECASE,
)
"""Words behind a name that say the same."""
_LATE = re.compile(
    r"\b(?:late|lateness|later|arriv|leav|early|earl|part of|start of|until|next (?:meeting|month)|previous"
    r"|last (?:meeting|month)|future|would be|will be|only able|delayed)",
    re.IGNORECASE,
)
_ELECTORS = re.compile(
    r"\b(?:parish meeting|parish assembly|annual general|annual assembly|town meeting|public meeting"
    r"|residents|meeting of (?:the )?(?:electors|parish)|association|society|club\b|legion|trust\b"
    r"|open meeting|drop[- ]in)",
    re.IGNORECASE,
)
_OTHER_COUNCIL = re.compile(
    r"\b(?:(?i:borough|boro|county|district|city|unitary|metropolitan)|[A-Z]{0,4}BC[A-Z]{0,6}|CC|DC|NCC)\b"
)
_WINDOW = 70
"""Characters on either side of a name in which it says that they came."""
_TITLE_LINES = 600
"""Characters at the head of minutes that say what kind of meeting it was."""
_TITLE_LENGTH = 25
"""Characters before a name in which the name of another council ends."""
_LISTED = re.compile(r"\b(?:present|attend|apolog)", re.IGNORECASE)
_MOST_MENTIONS = 60
"""Mentions of one person that are looked at."""


def arrived_or_wrote(text: str, person: Person) -> bool:
    """Whether any mention of the person has words of arriving, joining or writing beside it."""
    return any(_BROUGHT.search(before) or _CAME.match(after) for before, after in _windows(text, person))


def is_late(text: str) -> bool:
    """Whether an apology was for less than the meeting, or for another one."""
    return _LATE.search(text) is not None


def words_beside(entry: AttendanceEntry, draft: Document) -> str:
    """The words on either side of an entry of the draft's own list, within its line and sentence."""
    if entry.place is None:
        return ""
    span = entry.place.span
    before = draft.text[max(0, span.start - _WINDOW) : span.start].rpartition("\n")[2]
    return before + draft.text[span.end : span.end + _WINDOW].partition("\n")[0].partition(". ")[0]


def is_of_another_council(text: str, person: Person) -> bool:
    """Whether any mention of the person has the word borough, county or the like beside it."""
    return any(
        _OTHER_COUNCIL.search(before[-_TITLE_LENGTH:]) or _OTHER_COUNCIL.search(after)
        for before, after in _windows(text, person)
    )


def is_open_to_all(text: str) -> bool:
    """Whether the title says that anybody may move something: a meeting of electors, a society."""
    listed = _LISTED.search(text, 0, _TITLE_LINES)
    return _ELECTORS.search(text, 0, listed.start() if listed else _TITLE_LINES // 2) is not None


def _windows(text: str, person: Person) -> list[tuple[str, str]]:
    """The words before and behind each mention of the surname, within its line."""
    found: list[tuple[str, str]] = []
    name = person.surname or person.initials
    at = text.find(name)
    while at >= 0 and len(found) < _MOST_MENTIONS:
        before = text[max(0, at - _WINDOW) : at].rpartition("\n")[2]
        after = text[at + len(name) : at + len(name) + _WINDOW].partition("\n")[0]
        found.append((before, after))
        at = text.find(name, at + len(name))
    return found
