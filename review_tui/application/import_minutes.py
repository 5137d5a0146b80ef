"""Importing: a document as a meeting of the book. Nothing is written here; what is doubtful is told."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from review_tui.language import minutes_words
from review_tui.language.attendance import NO_PERSON, attendance_in, unread_of_roll
from review_tui.language.attendance_entries import OFFICE, read_name_cell
from review_tui.language.file_sections import slug
from review_tui.language.item_heads import Head, HeadKind, Heads, find_heads
from review_tui.language.minutes_head import any_date_in, is_ambiguous_date, read_head
from review_tui.language.person_mentions import find_people
from review_tui.language.times import find_times
from review_tui.language.whole_names import natural_name, read_whole_name
from review_tui.language.wrapped_lines import unwrapped
from review_tui.model.errors import Refusal
from review_tui.model.frozen import frozen
from review_tui.model.material import Document
from review_tui.model.meeting import UNDATED, Item, Meeting
from review_tui.model.people import Attendee
from review_tui.model.text import Span, shorten

_FURNITURE = re.compile(
    r"(?:draft minutes, not signed off\.|minutes as signed off by .*|the minutes as first drafted\."
    r"|signed as a correct record:?|chair[\s_.]*date[\s_.]*|page \d+(?: of \d+)?|draft)",
    re.IGNORECASE,
)
"""Lines that are of the page and not of the minutes."""
_CERTIFICATE = "Certificate"
_PEOPLE = {
    "present": re.compile(r"(?:members )?present|attendees|participants", re.IGNORECASE),
    "apologies": re.compile(r"apologies(?: for absence)?", re.IGNORECASE),
    "in_attendance": re.compile(r"(?:also )?in attendance|officers(?: present)?|also present", re.IGNORECASE),
}
_ATTENDANCE = re.compile(r"attendance|attendees|those present|roll call", re.IGNORECASE)
_LABELLED = re.compile(r"\W*(?P<label>[^\W\d_][^\W\d_ ]{0,30}(?: [^\W\d_]{1,30}){0,4}?)\W*:\W*(?P<said>.*)")
_CHAIR_LABEL = re.compile(rf"chair|chairman|chairperson|{minutes_words.CHAIR}", re.IGNORECASE)
_OTHER_LABEL = re.compile(
    rf"\W{{0,6}}(?:{minutes_words.PRESENT}|{minutes_words.APOLOGIES}|{minutes_words.IN_ATTENDANCE})\b",
    re.IGNORECASE,
)
_VENUE_LABEL = re.compile(r"\W*(?:venue|location|place|where)\W*:\W*(?P<venue>.+)", re.IGNORECASE)
_VENUE = re.compile(
    r"\b(?:held|met|meeting)\b(?:[^.\n]|\.(?=\d|m\b)){0,120}?\b(?:in|at) "
    r"(?P<venue>(?:the )?[A-Z][^,.;\n]{2,60}?"
    r"(?:, (?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))[A-Z][^,.;\n]{2,60}?){0,2})"
    r"(?= on\b| at \d|\s*(?:,(?! [A-Z])|, (?=(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))|[.;\n])|\Z)"
)
_HEADING = re.compile(r"^(#{1,6})(?=\s)")
_BODY_NAME = re.compile(
    r"[\s*_]{0,4}(?=[A-Z])[^.:;|]{0,80}?\b(?:council|committee|sub-?committee|board|cabinet|panel|forum|assembly|authority"
    r"|trust|society|association|commission|tribunal|senate|parliament|governors|trustees|directors"
    rf"|{minutes_words.BODIES})\b[^.:;|]{{0,40}}",
    re.IGNORECASE,
)
"""A line that names a body and says nothing else, as minutes without headings begin."""
_EXEMPT = re.compile(
    r"\b(?:confidential|exempt|in camera|closed session|private session|press and public)\b"
    r"|\bexclusion of (?:the )?(?:press|public)",
    re.IGNORECASE,
)
"""Titles of items that are not for publication."""
_CHAIRS = re.compile(
    rf"(?:in the )?chair(?:man|woman|person)?|chairing|presiding|convenor|{minutes_words.CHAIR}",
    re.IGNORECASE,
)
_ROLE_IN_BRACKETS = re.compile(r"(?P<name>[^()]{3,80}?)\s*\((?P<role>[^()]{2,60})\)")
_WORD = re.compile(r"[^\W_]+")
_FEWEST_TITLE, _MOST_TITLE = 2, 10
"""Words of a title that stands without marks."""
_SMALL = frozenset(("of", "the", "and", "for", "in", "on", "at", "to", "&")) | minutes_words.SMALL_WORDS
_PLUS = re.compile(r"\s[+&]\s")
_LONGEST_OF_SEVERAL = 3
"""Words of each of several people in one entry."""
_LONGEST_ENTRY, _EARLY_COMMA = 7, 40
"""Words from which an entry without a name is a sentence, unless a comma stands in its first letters."""
_BOX = re.compile(r"\s*- \[[ xX]\]\s")
_BETWEEN_PEOPLE = re.compile(r"\s[/|\u2013-]\s")
_LEADING_WORD = re.compile(
    rf"(?:draft |unconfirmed |approved )?(?:minutes|notes|agenda|present|meeting|{minutes_words.MINUTES})\b",
    re.IGNORECASE,
)
_OPENING = "Opening"
_ROLL_UNREAD = "only {read} of {of} entries were read as people; the others stay in the minutes"
_DATE_LINE_LETTERS = 60
"""Letters of a line that says when the meeting was, and before the date in it."""
_MOST_LINES = 50_000
"""A thousand pages."""
_MOST_ITEMS = 1_000
"""Items of one document."""
_HEAD = 2_000
"""Characters in which a document says when the meeting was."""


@frozen
class Doubt:
    """What the program is not sure of."""

    what: str
    taken: str
    source: str
    """The words of the document that it was taken from; empty where there are none."""


@frozen
class ImportedMeeting:
    """A document as a meeting."""

    meeting: Meeting
    """Its date is ``UNDATED`` where none was found or said."""
    texts: dict[str, str]
    """The minutes of each item, by its id."""
    doubts: tuple[Doubt, ...]
    left_out: tuple[str, ...]
    """Lines of the document that stand nowhere in the book."""


def import_minutes(text: str, name: str, date: dt.date | None = None, body: str = "") -> ImportedMeeting:
    """The meeting that the Markdown ``text`` of the file ``name`` tells of; ``date`` and ``body`` if said.

    Raises ``Refusal`` when there is nothing in it.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines, left_out = _without_furniture(lines)
    if sum(bool(line.strip()) for line in lines) > _MOST_LINES:
        raise Refusal(f"There are more than {_MOST_LINES:,} paragraphs in this document. Divide it.")
    if not any(line.strip() for line in lines):
        raise Refusal("There are no minutes in this document: it holds no words but those of its page.")
    found = find_heads(lines)
    if len(found.heads) > _MOST_ITEMS:
        raise Refusal(
            f"This document seems to have {len(found.heads):,} items, more than a meeting has. Divide it."
        )
    first = found.heads[0].line if found.heads else _end_of_head(lines)
    head_lines = [line for line in unwrapped(lines[:first], is_sure=True) if line.strip()]
    doubts: list[Doubt] = []
    meeting, covered = _meeting(head_lines, text, name, doubts)
    meeting = replace(meeting, date=date or meeting.date, body=body or meeting.body)
    doubts = [d for d in doubts if not ((date and d.what == "date") or (body and d.what == "body"))]
    opening, taken = _divide_head(head_lines, covered)
    left_out += [line for line in taken if not covered | _MARKS >= _words(line)]
    if found.kind is HeadKind.PAGE:
        left_out, opening = [*left_out, *opening, lines[first]], []
    items, texts = _items(lines, found, opening)
    doubts += (
        Doubt(f"item {item.number or item.id}", "not for publication (exempt)", item.title)
        for item in items
        if item.exempt
    )
    if not found.is_sure:
        doubts.append(_doubt_about(found, lines))
    doubts += (
        Doubt(f"presenter of item {item.label}", item.presenter, lines[head.line])
        for item, head in zip(items[len(items) - len(found.heads) :], found.heads, strict=False)
        if item.presenter
    )
    id_ = (
        f"{meeting.date.isoformat()}-{slug(meeting.body)}" if meeting.date != UNDATED else slug(meeting.body)
    )
    return ImportedMeeting(
        replace(meeting, id=id_, items=tuple(items)), texts, tuple(doubts), tuple(left_out)
    )


def _divide_head(lines: Sequence[str], covered: set[str]) -> tuple[list[str], list[str]]:
    """What of the head stays in the minutes, and what the meeting's own fields say already.

    A table, and a list with its label, are taken whole or stay whole.
    """
    stays: list[str] = []
    taken: list[str] = []
    for block in _blocks(lines):
        known, is_roll = covered | _FILLERS, True
        if other := _OTHER_LABEL.match(block[0]):
            known |= _words(other[0])
        if rows := [line for line in block if line.startswith("|")]:
            document = Document.read("", "\n".join(block))
            known |= _words(rows[0]) | _MARKS
            is_roll = bool(attendance_in(document).everyone) and not unread_of_roll(document)
        (taken if is_roll and known >= _words("\n".join(block)) else stays).extend(block)
    return stays, taken


def _blocks(lines: Sequence[str]) -> list[list[str]]:
    """Lines of the head by what belongs together: the rows of a table, a list with the label above it."""
    blocks: list[list[str]] = []
    for line in lines:
        before = blocks[-1][-1] if blocks else ""
        is_row, is_entry = line.startswith("|"), line.lstrip().startswith("- ")
        is_more = (is_row and before.startswith("|")) or (is_entry and before.lstrip().startswith("- "))
        if is_more or ((is_row or is_entry) and _is_label(before)):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _is_label(line: str) -> bool:
    """Whether a line says of whom the list below it is, and nothing else."""
    said = line.strip(" #*_:")
    return any(pattern.fullmatch(said) for pattern in (*_PEOPLE.values(), _ATTENDANCE, _OTHER_LABEL))


def words_missing(text: str, imported: ImportedMeeting) -> tuple[str, ...]:
    """The words of ``text`` that stand neither in the book nor among what is named as left out."""
    meeting = imported.meeting
    people = (*meeting.present, *meeting.apologies, *meeting.in_attendance)
    said = [
        meeting.body,
        f"{meeting.date:%A %d %B %Y} {meeting.date.day}",
        meeting.start,
        meeting.venue,
        meeting.chair,
    ]
    said += [f"{person.name} {person.role}" for person in people]
    said += [f"{item.number} {item.title} {item.presenter}" for item in meeting.items]
    kept = _words("\n".join((*said, *imported.texts.values(), *imported.left_out, *_LABELS, *_NUMBERING)))
    return tuple(sorted(_words(text) - kept))


_LABELS = (
    "Present Apologies for absence In attendance Also Members Chair Venue Location Place Date Time am pm",
)
"""What the book says by its own keys."""
_NUMBERING = (minutes_words.ITEM_WORDS, " ".join(minutes_words.ORDINALS))
"""What it says by the numbers of its items."""
_FILLERS = frozenset(
    (
        "minutes",
        "meeting",
        "was",
        "held",
        "met",
        "of",
        "the",
        "a",
        "on",
        "at",
        "in",
        "from",
        "to",
        "and",
        "by",
    )
)
"""What a line says beside the meeting, its day and its place; one of nothing else is no item of its own."""


_MARKS = frozenset(("yes", "y", "p", "x"))
"""What a table says of somebody who was there, beside "Present"."""


def _without_furniture(lines: list[str]) -> tuple[list[str], list[str]]:
    """``lines`` without those of the page, which come second."""
    end = next(
        (
            n
            for n, line in enumerate(lines)
            if line.lstrip("# *").rstrip("* ") == _CERTIFICATE and "#" in line
        ),
        len(lines),
    )
    kept, left_out = [], [line for line in lines[end:] if line.strip()]
    for line in lines[:end]:
        if _FURNITURE.fullmatch(line.strip(" *_#\t")) and line.strip():
            left_out.append(line)
        else:
            kept.append(line)
    return kept, left_out


def _end_of_head(lines: list[str]) -> int:
    """Where a document without items begins to tell: after its title and roll."""
    for place, line in enumerate(lines):
        match = _LABELLED.match(line)
        is_roll = match and any(pattern.fullmatch(match["label"]) for pattern in _PEOPLE.values())
        if line.strip() and not _HEADING.match(line) and not is_roll:
            return place
    return 0


def _meeting(head: Sequence[str], text: str, name: str, doubts: list[Doubt]) -> tuple[Meeting, set[str]]:
    """The meeting without its items, and the words of its head that it covers."""
    top = "\n".join(head)
    begins = next((line for line in head if line.strip()), "")
    is_named = _BODY_NAME.fullmatch(begins) or _is_title_line(begins)
    titled = f"# {begins.strip(' *_')}\n\n{top}" if is_named else top
    read = read_head(titled if top.strip() else text[:_HEAD], name, {})
    # Whoever imports is shown where the date stands, so one that is only likely may be offered.
    read = read if read.body else replace(read, body="Meeting")
    read = read if read.date else replace(read, date=any_date_in(top, name) or any_date_in(text, name))
    title = next((line for line in head if line.strip()), "")
    said_title = title.lstrip("# ").strip()
    body = said_title if said_title.casefold() == f"the {read.body}".casefold() else read.body
    people, labelled = _people(head)
    venue, venue_line = _venue(head, read.date)
    date_line = next(
        (line for line in (*head, *text.split("\n")) if read.date and _gives_date(line, read.date)), ""
    )
    # A page may break the line before the hour: "… on Tuesday 12 March 2024 at / 7.30 pm in the Hall".
    broken = (f"{one} {other}" for one, other in pairwise(head) if one == date_line and one.endswith(" at"))
    timed = next(broken, date_line)
    times = find_times(timed)
    start = times[0].span.of(timed) if times else ""
    if read.date is None:
        doubts.append(Doubt("date", "none found: say it with --date 2024-05-01", title))
    else:
        doubts += [] if _is_plain_date(date_line) else [Doubt("date", read.date.isoformat(), date_line)]
    if _words(body) != _words(said_title) or not (title.startswith("#") or _BODY_NAME.fullmatch(begins)):
        is_in_file = _words(body) <= _words(top)
        doubts.append(Doubt("body", body, title if is_in_file else f"the name of the file, {name}"))
    if venue and venue_line not in labelled and not _VENUE_LABEL.match(venue_line):
        doubts.append(Doubt("venue", venue, venue_line))
    unread = unread_of_roll(Document.read("", "\n".join(_apart_tables(head))))
    if unread and people:
        count = sum(len(persons) for key, (persons, _, _) in people.items() if key in _PEOPLE)
        told = _ROLL_UNREAD.format(read=count, of=count + len(unread))
        doubts.append(Doubt("attendance", told, "; ".join(unread)))
    for key, (persons, source, is_listed) in people.items():
        if not is_listed:
            doubts.append(Doubt(key.replace("_", " "), "; ".join(p.name for p in persons), source))
    lists = {key: persons for key, (persons, _, _) in people.items()}
    chair = lists.pop("chair", ()) or tuple(
        person for person in lists.get("present", ()) if _CHAIRS.fullmatch(person.role)
    )
    meeting = Meeting(
        id="",
        body=body,
        date=read.date or UNDATED,
        start=start,
        venue=venue,
        chair=chair[0].name if chair else read.chair,
        present=lists.get("present", ()),
        apologies=lists.get("apologies", ()),
        in_attendance=lists.get("in_attendance", ()),
    )
    day = read.date
    said = f"{day:%A %B} {day.day} {day.year} {day.day}th {day.day}st {day.day}nd {day.day}rd" if day else ""
    named = (p for persons in lists.values() for p in persons)
    covered = _words(
        " ".join((body, said, start, venue, meeting.chair, *_LABELS, *(f"{p.name} {p.role}" for p in named)))
    )
    return meeting, covered


_Listed = tuple[tuple[Attendee, ...], str, bool]
"""People, the line that lists them, and whether it is a list that can't be misread."""


def _people(head: Sequence[str]) -> tuple[dict[str, _Listed], set[str]]:
    """The lists of people by key, from labelled lines, else from the whole head; and the lines they fill."""
    found: dict[str, _Listed] = {}
    lines: set[str] = set()
    for place, line in enumerate(head):
        match = _LABELLED.match(line)
        if not match:
            continue
        label, said = match["label"].strip(), match["said"].strip(" *|")
        keys = [key for key, pattern in _PEOPLE.items() if pattern.fullmatch(label)]
        key = keys[0] if keys else "chair" if _CHAIR_LABEL.fullmatch(label) else ""
        if key and not said:
            below = tuple(takewhile(lambda each: each.lstrip().startswith("- "), head[place + 1 :]))
            if any(_BOX.match(each) for each in below):
                continue  # which of them were there, the boxes say: see ``attendance_lines``
            people = [p for each in below if each.startswith("- ") for p in _entries_of(each[2:].strip())]
            if people:
                found[key] = (tuple(people), line, False)
            continue
        if key and _is_list(said):
            parts = (each for each in said.rstrip(".").split(";") if each.strip())
            found[key] = (tuple(_attendee(p) for p in parts if not NO_PERSON.search(p)), line, True)
            lines.add(line)
    if not found.keys() >= set(_PEOPLE):
        listed = attendance_in(Document.read("", "\n".join(_apart_tables(head))))
        for key, entries in (
            ("present", listed.present),
            ("apologies", (*listed.apologies, *listed.absent)),
            ("in_attendance", listed.in_attendance),
        ):
            if entries and key not in found:
                source = next((line for line in head if entries[0].person.text in line), "")
                found[key] = (tuple(Attendee(e.name, e.role) for e in entries), source, False)
    return found, lines


def _is_list(said: str) -> bool:
    """Whether it lists people as the program itself does, or names just one, perhaps with a role."""
    if not said or said.casefold().rstrip(".") in {"none", "nil"} or _BETWEEN_PEOPLE.search(said):
        return False
    name, comma, role = said.partition(",")
    is_name = not OFFICE.match(role.strip()) and (_is_name(role) or _is_name(said))
    is_two = comma and (find_people(role) or is_name or NO_PERSON.search(role))
    return ";" in said or (not is_two and " and " not in name and said.count(",") <= 1 and "(" not in said)


def _is_name(words: str) -> bool:
    """Whether these are a name of two words at least."""
    plain = words.strip()
    return " " in plain and read_whole_name(plain, Span(0, len(plain))) is not None


def _attendee(said: str) -> Attendee:
    plain = said.strip().strip("*")
    if match := _ROLE_IN_BRACKETS.fullmatch(plain):
        return Attendee(natural_name(match["name"]), match["role"].strip())
    name, comma, role = plain.partition(", ")
    if comma and name.isupper() and not role.isupper() and not OFFICE.match(role):
        return Attendee(natural_name(plain))
    return Attendee(name.strip(), role.strip())


def _entries_of(said: str) -> list[Attendee]:
    """Who an entry of a list names, with what else it says of them; a sentence names nobody."""
    parts = _PLUS.split(said)
    if len(parts) > 1 and all(len(part.split()) <= _LONGEST_OF_SEVERAL for part in parts):
        return [person for part in parts for person in _entries_of(part)]
    listed = tuple(read_name_cell(said, Span(0, len(said))))
    if len(listed) != 1 or listed[0].initials:
        is_sentence = not listed and len(said.split()) > _LONGEST_ENTRY and "," not in said[:_EARLY_COMMA]
        return [] if is_sentence or NO_PERSON.search(said) else [Attendee(said)]
    beside = ", ".join(filter(None, (listed[0].role, listed[0].remark)))
    return [Attendee(natural_name(listed[0].person.text), beside)]


def _apart_tables(lines: Sequence[str]) -> list[str]:
    """Lines of the head with a blank line before and after a table, so that it is one."""
    apart: list[str] = []
    for before, line in pairwise(("", *lines)):
        is_edge = before and line.startswith("|") != before.startswith("|")
        apart += ["", line] if is_edge else [line]
    return apart


def _venue(head: Sequence[str], date: dt.date | None) -> tuple[str, str]:
    """Where the meeting was, and the line that says so."""
    for line in head:
        if match := _VENUE_LABEL.match(line):
            return match["venue"].strip(" *"), line
    # A line first, then two together: a page may break a line anywhere.
    for said in (*head, *map(" ".join, pairwise(head))):
        if match := _VENUE.search(said):
            words = match["venue"].strip()
            return words, next((line for line in head if words.split()[-1] in line), "")
    for before, line in pairwise(head):
        has_digits = date is not None and _gives_date(before, date) and not _is_label(line)
        is_short = (
            0 < len(line.strip()) <= _DATE_LINE_LETTERS
            and ":" not in line
            and not line.startswith(("#", "|", "- "))
        )
        if has_digits and len(before) <= _DATE_LINE_LETTERS and is_short and not line.endswith("."):
            return line.strip(" *"), line
    return "", ""


def _gives_date(line: str, date: dt.date) -> bool:
    return str(date.day) in line and (
        f"{date:%B}"[:3].casefold() in line.casefold() or str(date.year) in line
    )


def _is_title_line(line: str) -> bool:
    """Whether a line without marks is rather a title than anything else: "WYRE VALLEY SINGERS"."""
    words = line.strip(" *_").split()
    if not _FEWEST_TITLE <= len(words) <= _MOST_TITLE or line.startswith(("#", "|", "- ")):
        return False
    plain = " ".join(words)
    if any(c.isdigit() for c in plain) or plain[-1] in ".,;:?!" or ":" in plain:
        return False
    return all(word[0].isupper() or word.casefold() in _SMALL for word in words) and not _LEADING_WORD.match(
        plain
    )


def _is_plain_date(line: str) -> bool:
    """Whether a line says little but a date."""
    return 0 < len(line) <= _DATE_LINE_LETTERS and not is_ambiguous_date(line)


def _items(lines: Sequence[str], found: Heads, opening: Sequence[str]) -> tuple[list[Item], dict[str, str]]:
    """The items with their texts; what stands before the first is an item of its own, if it says anything."""
    heads = list(found.heads)
    if not heads:
        body = lines[_end_of_head(list(lines)) :]
        item = Item("01-minutes", "", "Minutes")
        return [item], {item.id: _text((*_with_blank_lines(opening), *body), 0)}
    items: list[Item] = []
    texts: dict[str, str] = {}
    if opening:
        items.append(Item("00-opening", "", _OPENING))
        texts["00-opening"] = _text(_with_blank_lines(opening), found.level)
    ends = [head.line for head in heads[1:]] + [len(lines)]
    for place, (head, end) in enumerate(zip(heads, ends, strict=True), start=1):
        number = head.number
        is_exempt = bool(_EXEMPT.search(head.title))
        item = Item(_folder(number, head, place, texts), number, head.title, head.presenter, exempt=is_exempt)
        items.append(item)
        texts[item.id] = _text(lines[head.line + head.is_whole_line : end], found.level)
    return items, texts


def _with_blank_lines(lines: Sequence[str]) -> list[str]:
    """Lines of the head with a blank line after each, but for those of a list or table."""
    apart: list[str] = []
    for before, line in pairwise(("", *lines)):
        is_tight = line.lstrip()[:2] == before.lstrip()[:2] == "- " or line[:1] == before[:1] == "|"
        apart += [line] if is_tight or not apart else ["", line]
    return [*apart, ""]


def _folder(number: str, head: Head, place: int, taken: dict[str, str]) -> str:
    digits = re.match(r"\d+", number)
    rest = number[digits.end() :] if digits else ""
    between = "-" if rest[:1] and not rest[0].isalpha() else ""
    lead = f"{int(digits[0]):02}{between}{slug(rest)}".rstrip("-") if digits else f"{place:02}"
    name = "-".join(part for part in (lead, slug(head.title)) if part)
    count = 1
    while (name if count == 1 else f"{name}-{count}") in taken:
        count += 1
    return name if count == 1 else f"{name}-{count}"


def _text(lines: Sequence[str], level: int) -> str:
    """The minutes of an item: its headings count from the first order on."""
    shallow = [_HEADING.sub(lambda m: "#" * max(1, len(m[1]) - level), line).rstrip() for line in lines]
    text = "\n".join(shallow).strip("\n")
    return f"{text}\n" if text else ""


def _doubt_about(found: Heads, lines: Sequence[str]) -> Doubt:
    if found.kind is HeadKind.NONE:
        return Doubt("items", "one item: nothing divides this document", "")
    named = "; ".join(shorten(lines[head.line], 40) for head in found.heads[:3])
    return Doubt("items", f"{len(found.heads)}, told by {found.kind.value}", named)


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}
