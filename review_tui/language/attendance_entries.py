"""Reads the people in a list of those who were there, however the list is set."""

import re
from collections.abc import Iterator
from dataclasses import replace

from review_tui.language import minutes_words
from review_tui.language.name_words import GIVEN, NOT_NAMES
from review_tui.language.person_mentions import PLURAL, TITLE, Person, title_of
from review_tui.language.person_names import WORD, is_name_word, read_name_at
from review_tui.language.whole_names import read_whole_name
from review_tui.model.frozen import frozen
from review_tui.model.text import Span


@frozen
class ListedPerson:
    """One person in a list."""

    person: Person
    role: str
    """What stands in brackets or behind a dash or comma: "Vice-Chair", "Parish Clerk"; empty for none."""
    initials: str
    """The short name that the list gives in brackets: "PB"."""
    remark: str
    """Anything else in brackets: "from 7.40pm"."""


_FIRST = (
    r"(?:(?:the|in|Acting|Deputy|Vice|Parish|Town|Borough|Boro['\u2019]?|County|District|City|Ward|Village"
    r"|Responsible|Financial|Finance|Retiring|Committee|Assistant|Chief|Head|Locum|Minutes?|Community"
    r"|Honorary|Hon|Executive|Lead|Footpath|Independent|Interim|Managing|Democratic|Services?|Principal"
    r"|Senior)(?: |\u00a0|\. |\.|/|-))"
)
_OFFICER = (
    r"(?:Chair(?:man|person|woman)?|V\.? ?Chair(?:man)?|Clerk|Treasurer|Secretary|Mayor|Councillors?|Cllr"
    r"|Officer|Director|Manager|Warden|President|Leader|Headteacher|Head(?= of)|Constable|Members?"
    r"|Administrator|Lawyer|Solicitor|Trustee|Governor|Partner|Consultant|Representative|Advis[eo]r"
    r"|Commissioner|Superintendent)"
)
OFFICE = re.compile(rf"(?<![^\W_]){_FIRST}?{_FIRST}?{_FIRST}?{_OFFICER}\b", re.IGNORECASE)
"""The name of an office: "Parish Clerk", "Vice-Chairman", "in the Chair"."""
_BRACKET = re.compile(r"[ \u00a0]{0,3}[(\[](?P<inside>[^()\[\]\n]{1,90})[)\]]")
_DASH = re.compile(r"[ \u00a0]{0,3}(?:[-\u2013\u2014:|\t]|,(?=[ \u00a0]{1,2}[^\W\d_]))[ \u00a0]{0,4}")
_ROLE_END = re.compile(
    r"[,;|(\n\d]|\s/\s|\.(?:\s|\Z)|\b(?:together|plus)\b"
    r"|\band\b(?=[ \u00a0](?:[A-Z]\b|\d|Cllr|Councillor|Mrs?\b|Ms\b|Miss\b|Dr\b))"
)
_SHORT = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z]\Z|[A-Z]{2,4}\Z")
_PARTNER = re.compile(
    r"(?:(?<=[,;:(])|(?<=[,;:(] )|(?<=\n))(?P<name>[A-Z][^\W\d_]{0,19})\.?[ \u00a0](?:&|and)[ \u00a0]\Z"
)
"""A first name before somebody's of the same surname."""
_ENTRY_END = re.compile(
    r"[,;()\[\]|\n]|<br|\.[*_]{0,3}(?:\s|\Z)|[ \u00a0\t][-\u2013\u2014&/][ \u00a0\t]|[*_]{1,3}(?=\s|\Z|[,;])"
    r"|:\s|\s(?:and|together|plus|with|from)\s"
)
"""What ends the name in an entry of a list, or stands between two of them."""
_CELL_END = re.compile(
    r"[;()\[\]|\n/]|<br|[ \u00a0\t][-\u2013\u2014&][ \u00a0\t]|:|\sand\s"
    rf"|,(?=\s{{0,3}}(?:{_FIRST}|{_OFFICER}\b))"
)
"""As above in a cell, where a comma may stand between surname and first name."""
_OTHER_BETWEEN = re.compile(
    r"[;,|\n\u2022]|<br[ ]?/?>|[ \u00a0\t][/\u2013\u2014-][ \u00a0\t]"
    rf"|[ \u00a0]{minutes_words.AND}[ \u00a0](?=[^\W\d_])"
)
"""What stands between two people, or before an office, in lists in other languages than English."""
_OTHER_WORD = re.compile(r"[^\s\u00a0]{1,40}")
_OTHER_ROLE = re.compile(r"[ \u00a0]{0,2}\((?P<role>[^()\n]{1,80})\)")
_OWNED = re.compile(r"['\u2019]s\Z|&|\w\w\.\w")
"""In words that are of no name: "King's", "Q&A"."""
_TRIMMED = " \u00a0\t*_`\u2022.,"
_NAME_AND_SURNAME = 2
"""Words of a whole name at least."""
_LONGEST_FIRST = 28
"""Characters of a first name in "John and Mary Smith"."""
_LONGEST_ROLE = 90
"""Characters of an office as a list of those present gives it."""
_MOST_BRACKETS = 3
"""Remarks in brackets that may follow one name."""


def read_attendance_list(text: str, span: Span) -> Iterator[ListedPerson]:
    """The people listed at ``span`` of ``text``, in order."""
    at, plural = span.start, ""
    while at < span.end:
        word = WORD.search(text, at, span.end)
        if word is None:
            return
        person, plural = _person_at(text, word, plural)
        if person is None and not plural:
            person = _whole_entry(text, word.start(), span.end)
        if person is None:
            office = OFFICE.match(text, word.start(), span.end)
            at = max(word.end(), office.end() if office else 0)
            continue
        listed, at = _with_role(text, person, span.end)
        other = _partner(text, span.start, person)
        if other:
            yield ListedPerson(other, "", "", "")
        yield listed


def read_name_cell(text: str, span: Span) -> Iterator[ListedPerson]:
    """The person in a cell of the column of names, or in an entry by itself: whatever words stand there."""
    start, end = _trimmed_bounds(text, span.start, span.end)
    match = _CELL_END.search(text, start, end)
    stop = match.start() if match else end
    if OFFICE.fullmatch(text, start, stop):
        if match and match[0] == ",":  # "Town Mayor, Councillor Lumb"
            yield from read_name_cell(text, Span(match.end(), end))
        return
    _, name_end = _trimmed_bounds(text, start, stop)
    person = read_whole_name(text, Span(start, name_end)) if start < name_end else None
    if person is None or (match and match[0].strip() in {"and", "&", ";", "<br", "/"}):
        yield from read_attendance_list(text, span)
        return
    listed, at = _with_role(text, person, end)
    left = text[at:end].strip(f"{_TRIMMED}()[]-\u2013\u2014:|")
    yield replace(listed, remark=f"{listed.remark} {left}".strip())


def read_other_list(text: str, span: Span) -> tuple[list[ListedPerson], list[Span]]:
    """The people of a list that minutes in another language than English give, and what was read as nobody.

    All that stands there are names, with titles and offices before or behind them.
    """
    found: list[ListedPerson] = []
    unread: list[Span] = []
    at = span.start
    for match in (*_OTHER_BETWEEN.finditer(text, span.start, span.end), None):
        stop = match.start() if match else span.end
        if text.count("(", at, stop) > text.count(")", at, stop):
            continue  # a comma within brackets
        start, end = _trimmed_bounds(text, at, stop)
        at = match.end() if match else stop
        if start >= end:
            continue
        listed = _other_entry(text, start, end)
        if listed:
            found.append(listed)
        elif found and not found[-1].role and _is_other_role(text[start:end]):
            found[-1] = replace(found[-1], role=text[start:end])
        else:
            unread.append(Span(start, end))
    return found, unread


def _other_entry(text: str, start: int, end: int) -> ListedPerson | None:
    """The person that one entry of such a list names."""
    bracket = _OTHER_ROLE.search(text, start, end)
    role = bracket["role"].strip() if bracket else ""
    first, stop = _trimmed_bounds(text, start, bracket.start() if bracket else end)
    name, has_title = first, False
    while (word := _OTHER_WORD.match(text, name, stop)) and word.end() < stop:
        plain = word[0].strip(".,").casefold()
        is_before_heer = plain == "de" and text[word.end() : stop].lstrip().casefold().startswith("heer")
        if not (plain in minutes_words.OFFICES | minutes_words.TITLES or is_before_heer):
            break
        has_title = True
        name = word.end() + len(text[word.end() : stop]) - len(text[word.end() : stop].lstrip())
    said = text[name:stop]
    is_alone = not has_title and " " not in said.strip()
    if is_alone or (said[:1].islower() and not has_title) or said.casefold() in minutes_words.OFFICES:
        return None
    person = read_whole_name(text, Span(name, stop))
    if person is None or any(_plain_word(word) in minutes_words.OFFICES for word in said.split()):
        return None
    whole = Span(first, stop)
    title = " ".join(text[first:name].replace(".", " ").split())
    known = replace(person, title=title or person.title, span=whole, text=whole.of(text))
    return ListedPerson(known, role, "", "")


def _is_other_role(words: str) -> bool:
    """Whether words behind a name say what somebody is."""
    return words[:1].islower() or any(_plain_word(w) in minutes_words.OFFICES for w in words.split())


def _plain_word(word: str) -> str:
    return word.strip(".,:()*_").casefold()


def _trimmed_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without emphasis, points and room at its ends; the point of an initial at its end stays."""
    while start < end and text[start] in _TRIMMED:
        start += 1
    while start < end and text[end - 1] in _TRIMMED:
        end -= 1
    return start, end


def _whole_entry(text: str, start: int, stop: int) -> Person | None:
    """The name that an entry of a list is, up to what ends it, where nothing in it is a word of every day."""
    match = _ENTRY_END.search(text, start, stop)
    said = text[start : match.start() if match else stop].rstrip()
    words = said.split()
    if len(words) < _NAME_AND_SURNAME or not said[0].isupper() or TITLE.search(said):
        return None
    if any(_OWNED.search(word) or word.strip(".").casefold() in NOT_NAMES for word in words):
        return None
    person = read_whole_name(text, Span(start, start + len(said)))
    return person if person and len(person.surname) > 1 else None


def _partner(text: str, floor: int, person: Person) -> Person | None:
    """The Jo of "Jo & Chris Lee", or the J of "J. and P. Lee": of the same surname."""
    before = _PARTNER.search(text, max(floor, person.span.start - _LONGEST_FIRST), person.span.start)
    if before is None or not (person.given or person.initials):
        return None
    name = before["name"]
    if len(name) > 1 and name.casefold() not in GIVEN:
        return None
    initials, given = (name, "") if len(name) == 1 else ("", name)
    span = Span(before.start("name"), person.span.end)
    return Person("", initials, given, person.surname, span, span.of(text))


def _person_at(text: str, word: re.Match[str], plural: str) -> tuple[Person | None, str]:
    """The person whose name begins at ``word``, and the plural title still in force behind it."""
    titled = TITLE.match(text, word.start())
    if titled:
        title = title_of(titled)
        plural = title if title.casefold().endswith(PLURAL) else ""
        return _named_person(text, word.start(), titled.end(), title, alone=True), plural
    office = OFFICE.match(text, word.start())
    if office and not (office[0].count(" ") == 0 and office[0].casefold() in GIVEN):
        return None, plural
    return _named_person(text, word.start(), word.start(), plural, alone=bool(plural)), plural


def _named_person(text: str, start: int, at: int, title: str, *, alone: bool) -> Person | None:
    """The person named at ``at``; a surname may stand ``alone`` behind a title only."""
    name = read_name_at(text, at)
    if name is None or not (alone or name.given or name.initials):
        return None
    span = Span(start, name.end)
    return Person(title, name.initials, name.given, name.surname, span, span.of(text))


def _with_role(text: str, person: Person, stop: int) -> tuple[ListedPerson, int]:
    """What a list says of a person behind the name, and where that ends."""
    at, role, initials, remark = person.span.end, "", "", ""
    for _ in range(_MOST_BRACKETS):
        bracket = _BRACKET.match(text, at, stop)
        if bracket is None:
            break
        inside = bracket["inside"].strip()
        office, comma, short = inside.rpartition(",")
        if comma and _SHORT.match(short.strip()) and OFFICE.match(office):
            role, initials = office.strip(), short.strip()
        elif _SHORT.match(inside):
            initials = inside
        elif OFFICE.match(inside) and not any(c.isdigit() for c in inside):
            role = inside
        else:
            remark = f"{remark} {inside}".strip()
        at = bracket.end()
    if not role:
        role, at = _role_behind(text, at, stop)
    return ListedPerson(person, role, initials, remark), at


def _role_behind(text: str, at: int, stop: int) -> tuple[str, int]:
    """An office behind a dash, comma or bar: " - Chairman", ", Head of Safeguarding"."""
    dash = _DASH.match(text, at, stop)
    office = OFFICE.match(text, dash.end(), stop) if dash else None
    if dash is None or office is None or TITLE.match(text, dash.end()):
        return "", at
    end = _ROLE_END.search(text, office.end(), min(stop, office.end() + _LONGEST_ROLE))
    last = end.start() if end else min(stop, office.end() + _LONGEST_ROLE)
    role = text[office.start() : last].strip(" \u00a0*_-\u2013\u2014:")
    if TITLE.match(text, office.end() + 1) or TITLE.search(role + " X"):
        return office[0], office.end()
    if any(is_name_word(word) and word.casefold() in GIVEN for word in role.split()):
        return office[0], office.end()
    return role, last
