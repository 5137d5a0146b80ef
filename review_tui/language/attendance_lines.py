"""Finds where minutes list who was there: "Present: ...", "Those attending", "In attendance", "Apologies"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from review_tui.language import minutes_words
from review_tui.language.attendance_entries import read_name_cell, read_other_list
from review_tui.language.name_words import MAYBE_NAMES, PARTICLES
from review_tui.language.person_mentions import find_people
from review_tui.language.person_names import WORD, is_name_word
from review_tui.model.frozen import frozen
from review_tui.model.material import Document
from review_tui.model.passages import Passage, PassageKind
from review_tui.model.text import Span


class AttendancePart(StrEnum):
    """A part of the roll."""

    PRESENT = "present"
    IN_ATTENDANCE = "in attendance"
    APOLOGIES = "apologies"
    ABSENT = "absent"


@frozen
class AttendanceLines:
    """A stretch of the text that lists people of one part of the roll."""

    part: AttendancePart
    label: Span
    """The words that say so: "Those attending:"."""
    spans: tuple[Span, ...]
    """What stands after the label, a span for every line."""
    is_cell: bool = False
    """Whether nothing but the name of somebody stands there, as in a column of names."""
    role: str = ""
    """What another column says that this person is."""
    is_other: bool = False
    """Whether its label is of another language than English: what follows are names and offices only."""


_OPENING = r"[*_\s\d.\\:()#/|-]{0,16}"
_BODY = r"(?:of |the |parish |town |council |board |committee |voting |other |elected |co-opted |full ){0,3}"
_MEMBERS = rf"(?:{_BODY}(?:members|councillors|cllrs|trustees|governors|directors|those|persons) )?"
_REMOTELY = (
    r"(?:[Pp]resent|[Pp]articipating|[Aa]ttending|[Jj]oin(?:ing|ed)|[Tt]aking part)"
    r" (?:remotely|virtually|online|(?:by|via) [A-Za-z]{2,12})"
)
_PRESENT = (
    r"(?:present )?in the chair"
    rf"|(?:members )?{_REMOTELY}"
    rf"|(?:there were )?{_MEMBERS}(?:present|attending|attended|attendance|attendees|participants|sederunt)"
)
_ALSO = (
    r"(?:also,?|others?|officers|staff|non[- ]?members|guests?|visitors|observers|advisers)"
    r"(?: (?:present|attending|in attendance|attended))(?: were| was)?"
    r"|(?:officers|guests|observers|visitors|by invitation)|in attendance(?: were| was)?"
)
_APOLOGIES = (
    r"(?:(?:to |receive |consider |accept(?:ing)? |approve |and |reasons |for ){0,6})apologi(?:es|ze)"
    r"(?: for (?:non[- ]?)?(?:absence|attendance|inability to attend))?"
)
_ABSENT = (
    r"(?:members |councillors |also )?(?:absent|not present|did not attend)(?: without apolog(?:y|ies))?"
)
_END = (
    r"[*_]{0,4}(?P<end>\s{0,4}\([^()\n]{1,40}\)[*_]{0,4})?"
    r"(?P<mark>\s{0,4}[:.,;|\u2013\u2014-]{1,3}|\s{1,20}|\Z)[*_]{0,4}"
)
_LABEL = re.compile(
    rf"{_OPENING}(?:(?P<apologies>{_APOLOGIES})|(?P<absent>{_ABSENT})|(?P<also>{_ALSO})"
    rf"|(?P<present>{_PRESENT}"
    rf"(?: (?:by|via|on) [a-z]{{1,10}}| in (?:person|the room))?(?: at the meeting)?(?: were)?)){_END}",
    re.IGNORECASE,
)
_OTHER_LABEL = re.compile(
    rf"{_OPENING}(?:(?P<apologies>{minutes_words.APOLOGIES})|(?P<also>{minutes_words.IN_ATTENDANCE})"
    rf"|(?P<absent>(?!))|(?P<present>{minutes_words.PRESENT}))"
    r"[*_]{0,4}(?P<end>\s{0,4}\([^()\n]{1,40}\)[*_]{0,4})?(?P<mark>\s{0,4}[:|]{1,3}|\s{0,4}\Z)[*_]{0,4}",
    re.IGNORECASE,
)
"""As above in other languages, where a colon follows or nothing at all."""
_OTHER_INLINE = re.compile(
    rf"(?<=[.;,)])\s{{1,3}}(?:(?P<apologies>{minutes_words.APOLOGIES})|(?P<also>{minutes_words.IN_ATTENDANCE})"
    rf"|(?P<absent>(?!))|(?P<present>{minutes_words.PRESENT}))[*_]{{0,3}}\s{{0,2}}:",
    re.IGNORECASE,
)
_INLINE = re.compile(
    rf"(?<![^\W_])(?:(?P<present>{_REMOTELY}|PRESENT|Present|Members [Pp]resent"
    r"|Those (?:[Pp]resent|[Aa]ttending))"
    r"|(?P<apologies>Apologies(?: for absence)?|APOLOGIES|Regrets)|(?P<absent>Absent)"
    r"|(?P<also>In attendance|In Attendance|IN ATTENDANCE|Clerk|Staff|Officers|Guests?|Observers|Visitors"
    r"|Also,? (?:[Pp]resent|[Ii]n [Aa]ttendance|[Aa]ttending)))"
    r"[*_]{0,4}(?P<end>\s{0,2}\([^()\n]{1,40}\))?[*_]{0,4}(?P<mark>\s{0,2}[:][-\u2013\u2014 ]{0,4})"
)
_BOX = re.compile(r"\[(?P<tick>[ xX\u2713\u2714])\]\s{1,3}\Z")
"""A box before an entry of a list, ticked or not."""
_BOX_LETTERS = 7
"""Characters that it has at most."""
_LIST_END = re.compile(
    r"(?:[a-z)]{3}|\b[A-Z]{2})\.[*_]{0,3}\s{1,6}(?=[A-Z0-9*])|\bpublic\b[.,;]?|\s(?=\d{1,3}(?:/\d\d|\\?\.)\s{1,4}[A-Z*])|-{5}"
)
_SENT = re.compile(
    r"\b[Aa]pologies (?:for (?:non-)?(?:absence|attendance) )?(?:(?:were|was|had been|have been) (?:also )?)?"
    r"(?:(?:received|accepted|sent|given|noted|tendered)(?: and (?:accepted|noted|approved))? (?:from|for|by)"
    r"|from)\b"
)
_SAID = re.compile(
    r"\bapologi|\bsent (?:his|her|their)\b|\b(?:was|were) (?:present|in attendance)\b", re.IGNORECASE
)
_OTHER_LINE = re.compile(r"[*_]{0,3}[A-Z][a-z]{2,20}(?: [a-z]{2,12})?(?: [a-z]{2,12})?[*_]{0,3}:")
"""A line of its own beside those of the roll: "Minute taker: Lewis Yip"."""
_LISTING = frozenset(
    """
    a absence accepted am an and apologies arrived arriving as at attendance attended attending by chair
    chaired chairing chairman clerk councillor councillors eight eleven family for five four from had have
    holiday ill illness in including item items joined late later leaving left meeting member members
    minute nil nine no none of on one online other others part parishioners parish pm plus present press
    prior public received remotely representatives represented representing residents sick sickness six
    seven ten that the there three through to together took twelve two under unwell until via was were who
    with work zoom vice deputising substitute substituting observer acting mins ex officio
    """.split()  # noqa: SIM905 -- a hundred words read better as prose
)
"""Words in small letters that a list of people may hold."""
_SEEN_FIRST = 40
"""Passages from the top among which the roll of those present is looked for."""
_SEEN_APOLOGIES = 70
"""Passages at the top of the minutes in which apologies are looked for."""
_LONGEST_LIST = 40
"""Passages under one heading that may list people."""
_LONGEST_LINE = 240
"""Characters of an entry of a list; a longer one is prose."""
_LONGEST_PROSE = 700
"""Characters of a paragraph that lists people."""
_PROSE_SEEN = 6000
"""Characters from the top among which apologies in prose are looked for."""


def attendance_lines(document: Document) -> tuple[AttendanceLines, ...]:
    """The parts of the roll in the order of the text."""
    found: list[AttendanceLines] = []
    after = 0
    passages = document.passages[:_SEEN_APOLOGIES]
    for index, passage in enumerate(passages):
        if index < after:
            continue
        label = _label(document.text, passage, index)
        stretches = list(_stretches(document.text, passage, label))
        if not stretches:
            continue
        found += stretches[:-1]
        more = tuple(_following_lines(document.text, passages[index + 1 :], stretches[-1]))
        found += _by_boxes(document.text, replace(stretches[-1], spans=(*stretches[-1].spans, *more)))
        after = index + 1 + len(more)
    if not any(
        line.part is AttendancePart.APOLOGIES and len(line.spans[0].of(document.text)) > 1 for line in found
    ):
        found += _in_prose(document.text)
    return tuple(found)


def _by_boxes(text: str, line: AttendanceLines) -> Iterator[AttendanceLines]:
    """A part of the roll whose entries have boxes to tick: who has none ticked was not there."""
    boxes = {span: box["tick"].strip() for span in line.spans if (box := _box_before(text, span))}
    if line.part is not AttendancePart.PRESENT or not any(boxes.values()):
        yield line
        return
    away = tuple(span for span, tick in boxes.items() if not tick)
    yield replace(line, spans=tuple(span for span in line.spans if span not in away))
    if away:
        yield AttendanceLines(AttendancePart.ABSENT, line.label, away, is_cell=True)


def _box_before(text: str, entry: Span) -> re.Match[str] | None:
    """The box of an entry: "- [x] Ann Smith"."""
    return _BOX.search(text, max(0, entry.start - _BOX_LETTERS), entry.start)


def _in_prose(text: str) -> Iterator[AttendanceLines]:
    """Apologies that are told in the middle of a line: "206/20 ... Apologies were accepted from Cllr Lee"."""
    for match in _SENT.finditer(text, 0, _PROSE_SEEN):
        stop = text.find("\n", match.end())
        end = _list_end(text, match.end(), stop if stop >= 0 else len(text), AttendancePart.APOLOGIES)
        yield AttendanceLines(
            AttendancePart.APOLOGIES, Span(match.start(), match.end()), (Span(match.end(), end),)
        )
        return


def _label(text: str, passage: Passage, index: int) -> re.Match[str] | None:
    """The label that a passage begins with, or ``None``."""
    match = _LABEL.match(text, passage.words.start, passage.span.end)
    if match is None:
        other = _OTHER_LABEL.match(text, passage.words.start, passage.span.end)
        return other if index < _SEEN_FIRST else None
    part = _part(match)
    if part in {AttendancePart.PRESENT, AttendancePart.IN_ATTENDANCE} and index >= _SEEN_FIRST:
        return None
    rest = text[match.end() : passage.span.end].lstrip(" *_")
    plain = not match["mark"].strip()
    starts_list = not rest or rest[0].isupper() or rest[0].isdigit() or rest[0] in "(|"
    if plain and rest and not starts_list and part not in {AttendancePart.APOLOGIES, AttendancePart.ABSENT}:
        return None
    return match


def label_alone(text: str, passage: Passage) -> AttendancePart | None:
    """The part of the roll that a passage announces and does not list: "Present:"; ``None`` for any other."""
    match = _label(text, passage, 0)
    return None if match is None or text[match.end() : passage.span.end].strip(" *_") else _part(match)


def _part(match: re.Match[str]) -> AttendancePart:
    if match["apologies"]:
        return AttendancePart.APOLOGIES
    if match["absent"]:
        return AttendancePart.ABSENT
    return AttendancePart.IN_ATTENDANCE if match["also"] else AttendancePart.PRESENT


def _stretches(text: str, passage: Passage, label: re.Match[str] | None) -> Iterator[AttendanceLines]:
    """What one line lists: after the label it begins with, and after each that stands within it."""
    if label and label.re is _OTHER_LABEL:
        yield from _other_stretches(text, passage, label)
        return
    starts = [label] if label else []
    begin = label.end() if label else passage.words.start
    starts += list(_INLINE.finditer(text, begin, min(passage.span.end, begin + 3 * _LONGEST_PROSE)))
    if not label and starts and starts[0]["mark"] and not _may_stand_within(text, passage, starts[0]):
        return
    for index, match in enumerate(starts):
        stop = starts[index + 1].start() if index + 1 < len(starts) else passage.span.end
        part = _part(match)
        stop = _list_end(text, match.end(), stop, part)
        yield AttendanceLines(part, Span(match.start(), match.end()), (Span(match.end(), stop),))


def _other_stretches(text: str, passage: Passage, label: re.Match[str]) -> Iterator[AttendanceLines]:
    """As above in other languages."""
    stop = min(passage.span.end, label.end() + 3 * _LONGEST_PROSE)
    starts = [label, *_OTHER_INLINE.finditer(text, label.end(), stop)]
    for match, end in zip(starts, [*(each.start() for each in starts[1:]), stop], strict=True):
        span = Span(match.end(), end)
        yield AttendanceLines(_part(match), Span(match.start(), match.end()), (span,), is_other=True)


def _may_stand_within(text: str, passage: Passage, match: re.Match[str]) -> bool:
    """Whether a label that a line does not begin with is one: after a title in capitals, or near the top."""
    before = text[passage.words.start : match.start()]
    return match[0].lstrip("*_ ").startswith(("PRESENT", "APOLOGIES", "IN ATTENDANCE")) or (
        bool(before.strip()) and passage.index < _SEEN_FIRST // 4 and match["also"] != "Clerk"
    )


def _list_end(text: str, start: int, stop: int, part: AttendancePart) -> int:
    """Where a list within a line ends: with its sentence; apologies go on while sentences speak of them."""
    stop = min(stop, start + _LONGEST_PROSE)
    end = start
    for match in _LIST_END.finditer(text, start, stop):
        sentence = text[end : match.end()]
        if end > start and not (part is AttendancePart.APOLOGIES and _SAID.search(sentence)):
            return end
        end = match.end()
    if end > start and part is AttendancePart.APOLOGIES and not _SAID.search(text[end:stop]):
        return end
    if end > start and part is not AttendancePart.APOLOGIES and not _is_list(text[end:stop]):
        return end
    return stop


def _following_lines(text: str, passages: tuple[Passage, ...], so_far: AttendanceLines) -> Iterator[Span]:
    """The lines after a label that go on listing."""
    written = so_far.spans[-1].of(text).strip(" *_.:-\u2013")
    alone = not written
    for index, passage in enumerate(passages[:_LONGEST_LIST]):
        words = passage.words.of(text)
        longest = _LONGEST_PROSE if alone and index == 0 else _LONGEST_LINE
        if so_far.part in {AttendancePart.APOLOGIES, AttendancePart.ABSENT} and _OTHER_LINE.match(words):
            return
        if _LABEL.match(words) or _INLINE.search(words) or len(words) > longest:
            return
        if so_far.part is not AttendancePart.APOLOGIES and _SENT.search(words):
            return  # "26/61 Apologies. Apologies were received from Cllr Lee (holiday)"
        if so_far.is_other:
            people, unread = read_other_list(text, passage.words)
            is_next = _label(text, passage, 0) is not None
            if not (alone and people and not unread) or is_next or passage.kind is PassageKind.HEADING:
                return
            yield passage.words
            continue
        is_one = alone and passage.kind is PassageKind.BULLET and is_entry(words)
        if not (is_one or _is_list(words, alone=alone and passage.kind is not PassageKind.HEADING)):
            return
        if (
            written
            and so_far.part in {AttendancePart.APOLOGIES, AttendancePart.ABSENT}
            and not written.endswith((",", "and", ";"))
        ):
            return
        written = written and words.strip(" *_")
        yield passage.words


def is_entry(words: str) -> bool:
    """Whether an entry of a list that says of itself who it lists begins with a name, of whatever kind."""
    listed = next(read_name_cell(words, Span(0, len(words))), None)
    return listed is not None and listed.person.text.casefold() not in MAYBE_NAMES


def _is_list(words: str, *, alone: bool = False) -> bool:
    """Whether nothing but people, their offices and numbers stand in ``words``.

    ``alone``: the label stands on a line of its own, so that two plain capital words are a name.
    """
    told = [match[0] for match in WORD.finditer(words)]
    small = [word for word in told if word[0].islower()]
    if any(word.casefold() not in _LISTING | PARTICLES for word in small):
        return False
    if find_people(words) or "public" in small:
        return True
    names = [word for word in told if is_name_word(word)]
    return alone and len(names) > 1 and not any(c.isdigit() for c in words)
