"""What the head of minutes says of the meeting: its date, the body that met, who was there.

It is read from the file's front matter, its place and name, its first heading and its lists of people.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from review_tui.language import minutes_words
from review_tui.language.calendar_words import MONTH, WEEKDAY, month_number
from review_tui.language.file_sections import FileSection
from review_tui.language.heading_words import plain_heading, read_heading
from review_tui.markdown.headings import find_headings, words_begin
from review_tui.model.frozen import frozen
from review_tui.model.people import Attendee

_HEAD = 2_000
"""Characters in which minutes say of what meeting they are."""
_LONGEST_HEAD = 12_000
"""Characters of the lists of people that are read."""
_SEP = r"[-_ ./,]{1,3}"
_WORDED = re.compile(
    rf"(?<![^\W_])(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?{_SEP}(?:day )?(?:of )?(?P<m1>{MONTH})\.?"
    rf"(?:{_SEP}(?P<y1>(?:19|20)\d\d))?"
    rf"|(?P<m2>{MONTH})\.?{_SEP}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:{_SEP}(?P<y2>(?:19|20)\d\d))?"
    rf"|(?P<y3>(?:19|20)\d\d){_SEP}(?P<m3>{MONTH}){_SEP}(?P<d3>\d{{1,2}}))(?![^\W_])",
    re.IGNORECASE,
)
_OTHER_WORDED = re.compile(
    r"(?<![^\W_])(?:(?P<d1>\d{1,2})(?:\.|er|\u00ba|\u00aa|e|ve|ain)?[ \u00a0]{1,2}"
    r"(?:d[ei'\u2019][ \u00a0]{0,1}|o )?"
    rf"(?P<m1>{minutes_words.MONTH_WORD})\.?,?[ \u00a0]{{1,2}}(?:de[l]? )?(?P<y1>(?:19|20)\d\d)"
    rf"|(?P<y2>(?:19|20)\d\d)\.?[ \u00a0](?P<m2>{minutes_words.MONTH_WORD})[ \u00a0](?P<d2>\d{{1,2}}))(?!\d)",
    re.IGNORECASE,
)
"""A day in another language than English: "12. März 2024", "12 de marzo de 2024", "2024. március 12."."""
_NUMERIC = re.compile(r"(?<![\d.,/-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/-]|\.\d)")
"""A day in figures, of which the first two may be turned: 14/05/2024, 14.05.2024."""
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:([-_./])(\d{1,2})[-_./](\d{1,2})|()(\d\d)(\d\d))(?!\d)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_MONTH_DAY = re.compile(r"(?<!\d)(\d{1,2})[-_.](\d{1,2})(?:[-_.](\d\d))?(?!\d)")
_MONTHS_A_YEAR = 12
"""Figures beyond it are days."""
_WEEKDAY = re.compile(rf"(?<![^\W\d_]){WEEKDAY},?(?=\s|\Z)", re.IGNORECASE)
_LEADING = re.compile(
    r"(?:(?:draft|approved|final|unapproved|official)\s{1,2})?"
    r"(?:minutes|agenda|notes|record|summary)\s{0,2}"
    r"(?::|(?:of|for|from)?(?:\s{1,2}an?\s{1,2}meeting of)?(?:\s{1,2}the)?)\s{1,2}(?=\S)"
    r"|(?:video|conference|phone|tele)\s?-?(?:call|conference)\s{1,2}(?:of|for)\s{1,2}|(?:meeting|call)\s{1,2}(?:of|for)\s{1,2}(?:the\s)?|(?:of|for|the|on)\s{1,2}",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"[\s,;:()\-\u2013\u2014]{0,6}(?:\b(?:(?:monthly|weekly|regular|ordinary|bi-?weekly|quarterly|annual|general|video|board)\s{1,2}){0,3}"
    r"(?:meetings?|minutes|notes|agenda|calls?|video call)|\b(?:held|on|of|at))\s{0,2}\Z",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(
    r"[ \t>*_|-]{0,8}(?:date|when|held|meeting date|date of (?:the )?meeting)\b(?!.{0,20}\bnext\b)",
    re.IGNORECASE,
)
_OPENING_LINES = 8
"""Lines with words at the top of minutes, in which they say what was held and when."""
_LONGEST_OPENING = 320
"""Characters of such a line that are read, as some minutes stand in one."""
_SENTENCE_END = re.compile(r"(?<=[a-z]{3}[.;])\s(?=[A-Z])")
_ENDS_SENTENCE = re.compile(r"(?:[a-z]{3}|\d)\.\Z")
_NUMBERED = re.compile(r"\W{0,4}\d{1,3}(?:\\?[.):]|\s)\s{0,3}\D")
"""A line that begins an item: a day behind it is told of in the meeting."""
_JUST_BEFORE = 45
"""Characters before a day that say what day it is."""
_HELD = re.compile(
    r"\b(?:minutes?|meetings?|proceedings|record|notes?|session|assembly|sitting|agm|held|met|convened"
    rf"|took place|{minutes_words.MINUTES})\b",
    re.IGNORECASE,
)
"""A word that says of the line it stands in, or of those around it, that it is of the meeting."""
_OTHER_DAY = re.compile(
    r"\b(?:next|previous|last|version|prepared|typed|signed|founded|registered (?:on|in|\d)|established|due"
    r"|deadline|confirm[a-z]{1,6} on|(?:approv|adopt|ratif|circulat|issu|publish|print|updat|amend"
    r"|revis|expir)[a-z]{1,6})\b",
    re.IGNORECASE,
)
"""A word that says of a day behind it that it is another than the meeting's."""
_MARKS = re.compile(r"[*_#>`|]")
_LONGEST_NAME = 90
"""Characters of the name of a body."""
_STAMP = re.compile(
    r"\W{0,4}(?:draft|unapproved|unconfirmed|confidential|subject to approval|for approval|official)\W{0,4}",
    re.IGNORECASE,
)
"""What stands at the top and names nobody."""
_BESIDE_NAME = re.compile(
    r"\s?\([^()\d]{0,40}\d[^()]{0,40}\)"
    r"|,?\s(?:(?:was |were )?held|took place|met|draft|(?:un)?(?:confirmed|approved)|minutes of)\b.{0,200}",
    re.IGNORECASE,
)
"""What stands behind a name and is no part of it: "(est. 1887)", "held in the Village Hall"."""
_CUT_SHORT = ("Inc.", "INC.", "Ltd.", "LTD.", "Co.")
_TITLE_LINES = 4
"""Lines at the top that may be a title: who met, in which committee, what this is."""
_CHAIR = re.compile(
    r"^[ \t>*_-]{0,8}(?:chair(?:person|man|woman|ed by)?|in the chair|presiding)"
    r"[*_]{0,3}\s{0,2}[:\-\u2013][*_ \t]{0,4}(?P<name>[^\n,;(]{3,60})",
    re.IGNORECASE | re.MULTILINE,
)
_PART = re.compile(
    r"(?:attend\w{0,8}|present|roll call|apologies|regrets|participants|(?:agenda|action)(?: items)?"
    r"|links|actions|discussions?|topics)\W{0,4}",
    re.IGNORECASE,
)
"""A heading that is of a part of the minutes, and names no body."""
_PEOPLE = re.compile(r"attend|present|roll|apolog|regrets|absent|participants|who was", re.IGNORECASE)
_GENERIC = frozenset({"readme", "index", "minutes", "notes", "meeting", "meetings", "agenda", "project"})
"""Names of files that say nothing of the meeting: its folder does."""
_FIELDS = {
    "body": (
        "body",
        "group",
        "committee",
        "board",
        "organization",
        "organisation",
        "working_group",
        "wg",
        "title",
    ),
    "date": ("date", "meeting_date", "meeting-date", "held", "day"),
    "start": ("start", "time", "start_time"),
    "venue": ("venue", "location", "place", "where"),
    "chair": ("chair", "chairperson", "facilitator"),
    "present": ("present", "attendees", "attendance", "participants", "attending"),
    "apologies": ("apologies", "regrets", "absent", "absences"),
    "in_attendance": ("in_attendance", "guests", "observers"),
}
"""What front matter calls each thing, the likeliest first."""


@frozen
class MinutesHead:
    """What could be read; empty or ``None`` where nothing could."""

    date: dt.date | None
    body: str
    """Who met."""
    title_date: dt.date | None = None
    """The day, with its year, that the title itself gives: not always that of the file's name."""
    start: str = ""
    venue: str = ""
    chair: str = ""
    present: tuple[Attendee, ...] = ()
    apologies: tuple[Attendee, ...] = ()
    in_attendance: tuple[Attendee, ...] = ()


def read_head(text: str, path: str, fields: Mapping[str, object], *, has_title: bool = True) -> MinutesHead:
    """The head of the minutes ``text`` that lie at ``path``, whose front matter says ``fields``.

    ``has_title`` says whether the first heading is that of the meeting, and not of its first item.
    """
    headings = find_headings(text[: words_begin(text) + _HEAD])
    title = plain_heading(headings[0].words) if headings else ""
    named = title if has_title and not (read_heading(title)[0] or _PART.fullmatch(title)) else ""
    opening = _opening(text)
    said = _text_field(fields, "date")
    date = (
        (_date_in(said, None) if said else None)
        or date_in_path(path)
        or _date_in(title, _year_in(path))
        or _labelled_date(text[words_begin(text) :][:_HEAD], _year_in(path))
        or _opening_date(opening)
    )
    chair = _CHAIR.search(text[:_LONGEST_HEAD])
    return MinutesHead(
        date=date,
        title_date=_date_in(title, None),
        body=_body_of(_text_field(fields, "body"))
        or _body_of(named)
        or _opening_body(opening, has_heading=bool(headings))
        or _body_of(_words_of_path(path)),
        start=_text_field(fields, "start"),
        venue=_text_field(fields, "venue"),
        chair=_text_field(fields, "chair") or (plain_heading(chair["name"]).strip(" *_.") if chair else ""),
        **{key: _people_field(fields, key) for key in ("present", "apologies", "in_attendance")},
    )


def people_text(text: str, sections: Sequence[FileSection]) -> str:
    """The parts of minutes that list people: what stands before the first heading, and sections so called."""
    parts = [
        section.words(text) for section in sections if not section.heading or _PEOPLE.search(section.title)
    ]
    return "\n".join(parts)[:_LONGEST_HEAD]


def date_in_path(path: str) -> dt.date | None:
    """The day that the name of a file, or of the folders it lies in, says; ``None`` where none is sure."""
    parts = path.rpartition(".")[0].split("/") if "." in path.rpartition("/")[2] else path.split("/")
    for n in range(1, 5):
        joined = "/".join(parts[-n:])
        if found := _full_date(joined):
            return found
    year = _year_in("/".join(parts[:-1]))
    for name in reversed(parts[-2:]):
        if year and (found := _date_in(name, year) or _month_and_day(name, year)):
            return found
    return None


def says_its_date(head: str) -> bool:
    """Whether the beginning of a file says a whole date in its front matter or its first heading."""
    start = words_begin(head)
    headings = find_headings(head)
    said = (head[:start], headings[0].words if headings else "")
    return any(_date_in(words, None) is not None for words in said)


def without_dates(words: str) -> str:
    """``words`` without what may be part of a date: "CG-05-25" is "CG"."""
    return " ".join(re.sub(r"[\d_\-./]+", " ", _ISO.sub(" ", _WORDED.sub(" ", words))).split())


def any_date_in(text: str, path: str) -> dt.date | None:
    """The first day in the head of a text, whatever it is said of: to be shown to somebody who can tell."""
    head = text[words_begin(text) :][:_HEAD]
    found = _date_at(head, _year_in(path)) or next(_numeric_dates(head, is_bold=True), None)
    return found[0] if found else None


def is_ambiguous_date(words: str) -> bool:
    """Whether ``words`` give a day in figures that could be read in two ways: 03/04/2024."""
    return any(
        _may_turn(match) and match[1].lstrip("0") != match[3].lstrip("0")
        for match in _NUMERIC.finditer(words)
    )


def _numeric_dates(words: str, *, is_bold: bool = False) -> Iterator[tuple[dt.date, int]]:
    """The days in figures that can be meant in one way, and where; any other day first if ``is_bold``."""
    for match in _NUMERIC.finditer(words):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        if _may_turn(match) and not is_bold:
            continue
        day, month = (second, first) if second > _MONTHS_A_YEAR else (first, second)
        if found := _possible_date(year, month, day):
            yield found, match.start()


def _may_turn(match: re.Match[str]) -> bool:
    """Whether a day in figures may have its month first: with points it never has."""
    return match[2] != "." and max(int(match[1]), int(match[3])) <= _MONTHS_A_YEAR


def _labelled_date(head: str, year: int | None) -> dt.date | None:
    """The day on the first line that says of itself that it is the meeting's."""
    lines = (line for line in head.splitlines() if _DATE_LABEL.match(line))
    return next((date for line in lines if (date := _date_in(line, year))), None)


def _opening(text: str) -> list[str]:
    """The lines at the top of minutes, without marks, up to the first that lists people."""
    found: list[str] = []
    for line in text[words_begin(text) :][:_HEAD].splitlines():
        words = " ".join(_MARKS.sub(" ", line).split())
        if not any(map(str.isalpha, words)):
            continue
        is_item = found and _NUMBERED.match(words) and not _WORDED.search(words)
        if len(found) == _OPENING_LINES or is_item or _PEOPLE.match(words):
            break
        if not _STAMP.fullmatch(words):
            found.append(words)
    return found


def _opening_date(lines: Sequence[str]) -> dt.date | None:
    """The day, with its year, by the first lines that say of what they are minutes: "held on 3 May 2024"."""
    is_of_meeting = False
    for sentence in (part for line in lines for part in _SENTENCE_END.split(line[:_LONGEST_OPENING])):
        says = _HELD.search(sentence) is not None
        date, start = _date_at(sentence, None) or (None, 0)
        is_title = not _ENDS_SENTENCE.search(sentence)
        is_meant = says or (is_title and (is_of_meeting or any(map(_WEEKDAY.match, sentence.split()))))
        if date and is_meant and not _OTHER_DAY.search(sentence, max(0, start - _JUST_BEFORE), start):
            return date
        is_of_meeting |= says
    return None


def _opening_body(lines: Sequence[str], *, has_heading: bool) -> str:
    """Who met, from a first line that is a name and no sentence, where no heading says it."""
    if has_heading or not lines:
        return ""
    name = _body_of(_BESIDE_NAME.sub("", lines[0]))
    is_name = len(name) <= _LONGEST_NAME and (name[-1:] not in ".:;," or name.endswith(_CUT_SHORT))
    is_name = is_name and not any(map(str.isdigit, name))
    return name if is_name and _says_more(lines) else ""


def _says_more(lines: Sequence[str]) -> bool:
    """Whether the first line or one right behind it says that these are minutes of a meeting."""
    return any(_HELD.search(line) for line in lines[:_TITLE_LINES])


def _full_date(words: str) -> dt.date | None:
    for match in _ISO.finditer(words):
        month, day = (match[3], match[4]) if match[2] else (match[6], match[7])
        if found := _possible_date(int(match[1]), int(month), int(day)):
            return found
    return _date_in(words, None)


def _date_in(words: str, year: int | None) -> dt.date | None:
    """The first day that ``words`` name; ``year`` is meant where they say none."""
    found = _date_at(words, year)
    return found[0] if found else None


def _date_at(words: str, year: int | None) -> tuple[dt.date, int] | None:
    """The same, and where it begins."""
    if match := _ISO.search(words):
        month, day = (match[3], match[4]) if match[2] else (match[6], match[7])
        if found := _possible_date(int(match[1]), int(month), int(day)):
            return found, match.start()
    for match in _WORDED.finditer(words):
        own = match["y1"] or match["y2"] or match["y3"]
        month, day = match["m1"] or match["m2"] or match["m3"], match["d1"] or match["d2"] or match["d3"]
        meant = int(own) if own else year
        if meant and (found := _possible_date(meant, month_number(month), int(day))):
            return found, match.start()
    for match in _OTHER_WORDED.finditer(words):
        month = minutes_words.MONTH_NUMBERS[(match["m1"] or match["m2"]).casefold()]
        day, own = match["d1"] or match["d2"], match["y1"] or match["y2"]
        if found := _possible_date(int(own), month, int(day)):
            return found, match.start()
    return next(_numeric_dates(words), None)


def _month_and_day(name: str, year: int) -> dt.date | None:
    for match in _MONTH_DAY.finditer(name):
        first, second = int(match[1]), int(match[2])
        if match[3] and int(match[3]) != year % 100:
            continue
        month, day = (first, second) if first <= _MONTHS_A_YEAR else (second, first)
        if found := _possible_date(year, month, day):
            return found
    return None


def _year_in(words: str) -> int | None:
    years = _YEAR.findall(words)
    return int(years[-1]) if years else None


def _possible_date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _words_of_path(path: str) -> str:
    """What a file is called, or else its folder, without dates: "wg-2024-05-01.md" is "wg"."""
    parts = path.rpartition(".")[0].split("/")
    for part in reversed(parts[-3:]):
        words = _ISO.sub(" ", _WORDED.sub(" ", part))
        words = " ".join(re.sub(r"[\d_\-.]+", " ", words).split())
        if words and words.casefold() not in _GENERIC:
            return words if words[:1].isupper() else f"{words[:1].upper()}{words[1:]}"
    return ""


def _body_of(title: str) -> str:
    """The body that met, from a title: "Minutes of the Board meeting, 3 May 2024" is "Board"."""
    words = _ISO.sub(" ", _WORDED.sub(" ", title))
    words = _WEEKDAY.sub(" ", words)
    words = " ".join(re.sub(r"\(\s*\)|\[\s*\]", " ", words).split()).strip(" ,;:-\u2013\u2014")
    before = None
    while before != words:
        before = words
        if match := _LEADING.match(words):
            words = words[match.end() :]
        words = _TRAILING.sub("", words).strip(" ,;:-\u2013\u2014/|")
    return "" if words.casefold() in _GENERIC or not any(c.isalpha() for c in words) else words


def _text_field(fields: Mapping[str, object], key: str) -> str:
    for name in _FIELDS[key]:
        value = next((v for k, v in fields.items() if k.casefold() == name), None)
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
    return ""


def _people_field(fields: Mapping[str, object], key: str) -> tuple[Attendee, ...]:
    for name in _FIELDS[key]:
        value = next((v for k, v in fields.items() if k.casefold() == name), None)
        names = (
            re.split(r"[,;]", value) if isinstance(value, str) else value if isinstance(value, list) else []
        )
        found = [_attendee(each) for each in names]
        if people := tuple(each for each in found if each):
            return people
    return ()


def _attendee(said: object) -> Attendee | None:
    if isinstance(said, Mapping):
        name, role = said.get("name"), said.get("role", "")
        return (
            Attendee(name, role) if isinstance(name, str) and isinstance(role, str) and name.strip() else None
        )
    return Attendee(" ".join(said.split())) if isinstance(said, str) and said.strip() else None
