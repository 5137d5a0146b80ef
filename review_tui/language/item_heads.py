"""Which lines of a document begin its items: by headings, numbers, bold lines, capitals and labels together.

Of real minutes some have headings, some bold lines, some only numbers or a word before a colon. Each way is
tried on the whole document, and the surest that divides it is taken.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum

from review_tui.language.heading_words import plain_heading, read_heading
from review_tui.language.minutes_words import APOLOGIES, CHAIR, IN_ATTENDANCE, PRESENT, WHEN_AND_WHERE
from review_tui.model.frozen import frozen
from review_tui.model.text import shorten

_LONGEST = 140
"""Characters of a heading."""
_FEWEST = 2
"""Heads that divide a document."""
_FEWEST_ROMAN = 4
"""As above, for Roman numbers: "I." and "V." may be initials or letters of a list."""
_FEWEST_LABELS = 3
"""As above, for words before a colon: one or two may stand anywhere."""
_MOST_TRIES = 60
"""Lines that a run of numbers may begin with: lists within items begin again and again."""
_STEADY = 0.7
"""The share of numbers that follow the one before, in a document that is divided by its numbers."""
_HEADING = re.compile(r"(#{1,6})\s{1,20}(.*)")
_BOLD = re.compile(
    r"(?:(?:\d{1,3}[a-z]?(?:/\d{1,6})?[.)]?|[A-Z][.)])\s{1,20})?"
    r"\*\*(?P<words>[^*]{1,300}(?:\*\*\s{0,8}\*\*[^*]{1,300}){0,8})\*\*\s{0,8}:?"
)
_RUN_IN = re.compile(
    r"\*\*(?P<words>[^*]{3,80}?)\s{0,8}[:.\u2013-]{1,2}\s{0,8}\*\*|\*\*(?P<more>[^*]{3,80}?)\*\*\s{0,8}[:.\u2013-]"
)
_LABEL = re.compile(r"(?P<words>[A-Z][\w'\u2019&/-]{0,40}(?: [\w'\u2019&/()-]{1,40}){0,5})\s?:(?=\s)")
_ROLL = re.compile(
    r"\W{0,12}(?:present"
    r"|in attendance|attend(?:ance|ed|ees)|apolog|absen|participants|also present|members|officers"
    r"|chair|clerk|minutes taken|location|venue|date|time|place|held|call room|proposed|seconded"
    r"|resolved|recommend|action|vote|note|agreed|decision|signed)",
    re.IGNORECASE,
)
_AGENDA = re.compile(r"\W{0,12}(?:agenda(?: items)?|items|topics)\W{0,12}", re.IGNORECASE)
_PAGE = re.compile(r"agenda item", re.IGNORECASE)
_PAGE_BODY = re.compile(r"minutes:?", re.IGNORECASE)
_TO_PRESENT = re.compile(r"(?P<name>.{3,80}?) to (?:present|report|lead|introduce)\.?", re.IGNORECASE)
_MOST_PAGE_LINES = 12
"""Lines between "Agenda item" and "Minutes:" on such a page."""
_WHOLE = re.compile(r"(\d{1,3})(?:[a-z]|\.0)?(?:/\d{1,4})?\Z")
_ROMAN = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})\Z")
_ROMAN_ONES = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
_OTHER_ROLL = re.compile(
    rf"\W{{0,12}}(?:{PRESENT}|{APOLOGIES}|{IN_ATTENDANCE}|{CHAIR}|{WHEN_AND_WHERE})\W{{0,6}}",
    re.IGNORECASE,
)
"""As ``_ROLL`` in other languages, and nothing else."""
_ROLL_LABEL = re.compile(
    r"(?:members |also )?present|in attendance|apologies(?: for absence)?|absent", re.IGNORECASE
)
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)\D{1,24}(?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b")
_LONGEST_DAY = 90
"""Characters of a line that says when the meeting was."""
_TOP = 12
"""Lines with words in which a document says what it is."""


class HeadKind(Enum):
    """By what the lines were told that begin items."""

    PAGE = "a page of one agenda item"
    HEADINGS = "headings"
    NUMBERS = "numbers"
    BOLD = "bold lines"
    CAPITALS = "lines in capitals"
    RUN_IN = "bold words that begin a paragraph"
    LABELS = "words before a colon"
    BULLETS = "the entries of the list below “Agenda”"
    NONE = "nothing"


@frozen
class Head:
    """A line that begins an item."""

    line: int
    """Its place among the lines, from 0."""
    number: str
    title: str
    presenter: str = ""
    is_whole_line: bool = True
    """Whether the line says nothing else; else it belongs to the item's words too."""


@frozen
class Heads:
    """The lines that begin items."""

    kind: HeadKind
    heads: tuple[Head, ...]
    level: int = 0
    """Of the headings, where they are headings."""

    @property
    def is_sure(self) -> bool:
        """Whether nobody needs to look at them again."""
        return self.kind in {HeadKind.HEADINGS, HeadKind.PAGE}


def find_heads(lines: Sequence[str]) -> Heads:
    """The lines of a Markdown text that begin its items."""
    if page := _page(lines):
        return page
    numbered, by_level = _numbered(lines), _by_level(lines)
    if by_level and (not numbered or len(by_level.heads) * 2 >= len(numbered.heads)):
        return by_level
    tries: tuple[tuple[HeadKind, Callable[[str], Head | None], int], ...] = (
        (HeadKind.BOLD, _bold_head, _FEWEST),
        (HeadKind.CAPITALS, _capitals_head, _FEWEST),
        (HeadKind.RUN_IN, _run_in_head, _FEWEST_LABELS),
        (HeadKind.LABELS, _label_head, _FEWEST_LABELS),
    )
    if numbered:
        return numbered
    for kind, read, fewest in tries:
        found = _without_titles(lines, _heads_with_place(lines, read), fewest)
        if len(found) >= fewest:
            return Heads(kind, found)
    return _bullets(lines) or Heads(HeadKind.NONE, ())


def _without_titles(lines: Sequence[str], found: Sequence[Head], fewest: int) -> tuple[Head, ...]:
    """``found`` without what stands at the top and heads the whole document, such as who met.

    Where items have numbers nothing before the first number is one; else nothing before the roll or the day.
    """
    numbered = [place for place, head in enumerate(found) if head.number]
    if len(numbered) >= fewest and 2 * len(numbered) > len(found):
        return tuple(found[numbered[0] :])
    top = [place for place, line in enumerate(lines) if line.strip()][:_TOP]
    edge = next((place for place in reversed(top) if is_of_head(lines[place])), -1)
    below = tuple(head for head in found if head.line > edge)
    return below if len(below) >= fewest else tuple(found)


def is_of_head(line: str) -> bool:
    """Whether a line says who was there, or little but a day."""
    plain = plain_heading(line.lstrip("# "))
    label, colon, _ = plain.partition(":")
    is_roll = any(pattern.fullmatch(label.strip()) for pattern in (_ROLL_LABEL, _OTHER_ROLL))
    return (is_roll and bool(colon)) or (len(plain) <= _LONGEST_DAY and _DAY.search(plain) is not None)


def heads_without_headings(lines: Sequence[str]) -> tuple[Head, ...]:
    """The lines of a file that begin its items where no headings do: numbered, in bold or in capitals.

    ``lines`` are those that may; others are empty.
    """
    if numbered := _numbered(lines):
        return numbered.heads
    for read, fewest in ((_bold_head, _FEWEST), (_capitals_head, _FEWEST_LABELS)):
        found = tuple(_heads_with_place(lines, read))
        if len(found) >= fewest:
            return found
    return ()


def is_head_alone(line: str) -> bool:
    """Whether a line may be the head of an item that is looked at without the others of its file."""
    if len(line) > _LONGEST:
        return False
    plain = plain_heading(line)
    number, title, _ = read_heading(plain)
    return (bool(number) and _is_title(title)) or (_bold_head(line) or _capitals_head(line)) is not None


def _bullets(lines: Sequence[str]) -> Heads | None:
    """The entries of first order below a line that says "Agenda"."""
    start = next((n for n, line in enumerate(lines) if _AGENDA.fullmatch(line)), len(lines))
    found = []
    for place, line in enumerate(lines[start:], start):
        if line.startswith("- "):
            title = plain_heading(line[2:])
            is_title = len(title) <= _LONGEST
            found.append(replace(_head(shorten(title, _LONGEST), is_whole_line=is_title), line=place))
    return Heads(HeadKind.BULLETS, tuple(found)) if len(found) >= _FEWEST else None


def _page(lines: Sequence[str]) -> Heads | None:
    """The one item of a page as committee systems publish it: "Agenda item", its title, "Minutes:"."""
    said = [(place, plain_heading(line.lstrip("# "))) for place, line in enumerate(lines) if line.strip()]
    start = next((n for n, (_, words) in enumerate(said) if _PAGE.fullmatch(words)), len(said))
    body = next((n for n, (_, words) in enumerate(said) if n > start and _PAGE_BODY.fullmatch(words)), 0)
    if not start + 1 < body <= start + _MOST_PAGE_LINES:
        return None
    named = (match for _, words in said[start + 2 : body] if (match := _TO_PRESENT.fullmatch(words)))
    presenter = next((match["name"] for match in named), "")
    number, title, other = read_heading(said[start + 1][1])
    return Heads(HeadKind.PAGE, (Head(said[body][0], number, title, presenter or other),))


def _heads_with_place(lines: Sequence[str], read: Callable[[str], Head | None]) -> list[Head]:
    found = []
    for place, line in enumerate(lines):
        head = read(line) if line.strip() and not line.startswith(("|", "- ", " ")) else None
        if head and not _ROLL.match(head.title) and not _OTHER_ROLL.fullmatch(head.title):
            found.append(replace(head, line=place))
    return found


def _by_level(lines: Sequence[str]) -> Heads | None:
    """The headings of the outermost level that divides the document, its title left aside."""
    levels = [
        (place, len(match[1]), match[2])
        for place, line in enumerate(lines)
        if (match := _HEADING.match(line))
    ]
    # The first is the title, unless it has a number or the title stands above it.
    has_title = len(levels) > 1 and not (
        read_heading(levels[0][2])[0] or any(is_of_head(line) for line in lines[: levels[0][0]])
    )
    for level in range(1, 7):
        found = [
            Head(place, *read_heading(words))
            for n, (place, of, words) in enumerate(levels)
            if of == level and (n or not has_title) and not _is_of_roll(plain_heading(words))
        ]
        # One alone divides nothing, unless a number says that it is an item's and not a part's.
        if len(found) >= _FEWEST or (found and found[0].number):
            return Heads(HeadKind.HEADINGS, tuple(found), level)
    return None


def _is_of_roll(words: str) -> bool:
    return _ROLL.match(words) is not None or _OTHER_ROLL.fullmatch(words) is not None


def _numbered(lines: Sequence[str]) -> Heads | None:
    """The lines with whole numbers that go up by one, where they are short enough to be titles.

    Roman numbers count where there are more of them: what is numbered 1, 2, 3 is then within an item.
    """
    return _most_of(lines, value_of_roman) or _most_of(lines, _of_figures)


def _of_figures(number: str) -> int | None:
    whole = _WHOLE.match(number)
    return int(whole[1]) if whole else None


def value_of_roman(number: str) -> int | None:
    """What a Roman number below forty stands for; ``None`` for anything else."""
    roman = _ROMAN.match(number) if number else None
    return 10 * len(roman[1]) + _ROMAN_ONES[roman[2]] if roman else None


def _most_of(lines: Sequence[str], value_of: Callable[[str], int | None]) -> Heads | None:
    """The longest run of lines whose numbers mean something to ``value_of``."""
    found: list[tuple[Head, int]] = []
    for place, line in enumerate(lines):
        if line.startswith(("|", "- ", " ")) or len(line) > _LONGEST:
            continue
        words = match[2] if (match := _HEADING.match(line)) else line
        plain = plain_heading(words)
        number, title, presenter = read_heading(plain)
        value = value_of(number)
        is_title = title != plain and any(c.isalpha() for c in title)
        if value is not None and is_title and not plain.endswith((";", ",")):
            found.append((Head(place, number, title, presenter), value))
    best = _longest_run(found)
    if len(best) < (_FEWEST_ROMAN if value_of is value_of_roman else _FEWEST):
        return None
    marked = [
        head
        for head in best
        if "**" in lines[head.line] or lines[head.line].startswith("#") or _is_title(head.title)
    ]
    return Heads(HeadKind.NUMBERS, tuple(best)) if len(marked) >= _STEADY * len(best) else None


def _longest_run(found: list[tuple[Head, int]]) -> list[Head]:
    """The longest way through the numbers on which each is the next or the one after the last."""
    best: list[Head] = []
    tries = 0
    for start, (head, number) in enumerate(found):
        if (number > _FEWEST and best) or tries > _MOST_TRIES:
            continue
        tries += 1
        run, last = [head], number
        for other, value in found[start + 1 :]:
            if last < value <= last + 2 or (value == last and other.number != run[-1].number):
                run.append(other)
                last = value
        best = run if len(run) > len(best) else best
    return best


def _is_title(words: str) -> bool:
    return words[:1].isupper() and not words.endswith(".")


def _bold_head(line: str) -> Head | None:
    line = line.replace("***", "**")
    match = _BOLD.fullmatch(line.strip())
    return _head(line.strip().rstrip(":")) if match and len(line) <= _LONGEST else None


def _capitals_head(line: str) -> Head | None:
    words = line.strip().rstrip(":")
    letters = [c for c in words if c.isalpha()]
    is_title = len(words) <= _LONGEST and len(letters) > _FEWEST_LABELS and all(c.isupper() for c in letters)
    return _head(words) if is_title and not words.endswith(".") else None


def _run_in_head(line: str) -> Head | None:
    match = _RUN_IN.match(line.replace("***", "**"))
    return _head(match["words"] or match["more"], is_whole_line=False) if match else None


def _label_head(line: str) -> Head | None:
    match = _LABEL.match(line)
    return _head(match["words"], is_whole_line=False) if match else None


def _head(words: str, *, is_whole_line: bool = True) -> Head:
    number, title, presenter = read_heading(words)
    return Head(0, number, title.rstrip(" :"), presenter, is_whole_line)
