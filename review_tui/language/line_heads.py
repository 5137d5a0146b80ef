"""Which lines head the items of minutes that have no headings: by numbers, marks, capitals or a few words.

A head may be a line of its own, or run in: "**25/105 Finance.** The clerk ...", "FINANCE. The clerk ...".
Each way that minutes are written in is tried on the whole text, and one is taken for all of its items.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from enum import Enum, auto

from review_tui.language.heading_words import number_end, plain_heading, read_heading
from review_tui.language.item_heads import heads_without_headings, is_head_alone, is_of_head, value_of_roman
from review_tui.language.stop_words import word_set_of
from review_tui.language.whole_names import read_whole_name
from review_tui.model.frozen import frozen
from review_tui.model.text import Span

_MANY = 6
"""Items of minutes that whole lines divide well, so that nothing else is looked for."""
_MORE = 1.3
"""How many times as many heads another way must find to go before whole lines that divide minutes well."""
_SHARED = 0.8
"""The share of whole lines that divide minutes which another way must find too."""
_FEWEST = 3
"""Heads that divide minutes by a number, in bold or in capitals."""
_FEWEST_PLAIN = 4
"""As above, by what may stand anywhere: letters, italics, a few words."""
_MOST_MORE = 1.5
"""How many times as many heads in one print there must be as numbers among them, to be the items."""
_REACH = 0.4
"""The share of the words that stand between the first number and the last of minutes that numbers divide."""
_BEGIN = 0.6
"""The share of the words that may stand before the first number."""
_STEADY = 0.7
"""The share of numbers that follow the one before at once."""
_MOST_TRIES = 60
"""Lines that a run of numbers may begin with."""
_USUAL = 0.5
"""The share of paragraphs that begin with a few words and a stop, where such words head items."""
_MOST_WORDS, _MOST_WORDS_NUMBERED = 8, 14
"""Words of a title; behind a number it may be longer."""
_BESIDE_DAY = 16
"""Letters of a line beside a day, so that it heads nothing: "held on Thursday"."""
_PROSE_WORDS = 8
"""Words by which a paragraph is called that has a number and no title."""
_LONGEST_TITLE = 60
"""Characters of a title that stands alone without marks."""
_LONGEST_ROLL = 400
"""Characters of a list of people behind a few words."""
_LONGEST_ENTRY = 120
"""Characters of a line of a list of people."""
_PROSE = 40
"""Characters of a line that is no title."""
_TOP = 14
"""Lines with words in which a document says who met, where and when."""
_LEAST_BEHIND = 24
"""Characters behind a few words that head a paragraph; less is an entry of a list."""
_TITLE_LINES = 5
"""Lines at the very top that may be the title of the minutes."""
_LONGEST_LINE = 4_000
"""Characters of a line that are looked at."""

_BEFORE_MARK = r"(?:(?:(?:[A-Z]{1,5}/?)?\d[\d/.,]{0,12}[a-z]?\\?[.)]?|[A-Z]{1,4}\\?[.)])[ \t\u00a0]{1,4})?"
_MARKED = re.compile(
    rf"(?P<before>{_BEFORE_MARK})(?P<mark>\*{{1,3}}|_{{1,2}})(?P<words>[^\s*_][^*_]{{1,160}})(?P=mark)"
    r"(?P<stop>[ \t\u00a0]{0,4}[:.\u2013\u2014-]{0,2})[ \t\u00a0]{0,4}"
)
_RUN_IN = re.compile(
    r"(?P<words>(?:[^.:;!?]|\.(?=\S)|(?<=\b(?:No|NO|St|Mr|Dr|Ms))\.|:(?=\d)){2,90}?)"
    r"(?:[.:](?=\s)|\s[-\u2013\u2014](?=\s))[-\u2013\u2014]?\s{1,4}(?=\S)"
)
"""A few words and a stop, with more behind."""
_UP_TO_SENTENCE = re.compile(
    r"(?!(?:To|For|The|New|An?|All|This)\b)(?P<words>[^.:;!?]{3,90}?)\s{1,4}"
    r"(?=(?:The|There|It|They|Cllrs?\.?|Councillors?|Mr|Mrs|Ms|Miss|Dr)\s)"
)
"""A few words, with a sentence behind that nothing parts from them."""
_ENDS_TITLE = tuple(".:?!)\u2013\u2014-")
_ENDS_SENTENCE = tuple('.:;?!)*_"\u201d\u2019')
_WORD = re.compile(r"\S{1,80}")
_BEHIND_NAME = re.compile(r"\s[-\u2013\u2014(]|[,;(]|\s{2}")
_ROLL = re.compile(
    r"(?:[\w'\u2019 ]{0,40}\b)?(?:present|(?:those )?attending|in attendance|attend(?:ance|ees?)"
    r"|apolog(?:y|ies)|absent|absentees|sederunt|regrets|leave of absence|invitees|by invitation|staff"
    r"|officers|observers|guests|there|in the chair)"
    r"(?: (?:for|with|from|without) (?:absence|apolog(?:y|ies)|were|was))?(?: \([^()]{1,40}\))?",
    re.IGNORECASE,
)
"""What heads a list of people."""
_PRESENT = re.compile(
    r"(?:those |members |also )?(?:present|attending|in attendance|attend(?:ance|ees?)|sederunt)",
    re.IGNORECASE,
)
"""What is numbered in some minutes and is no business."""
_TOP_LINE = re.compile(
    r"(?:(?:draft|unconfirmed|confirmed|approved|the) ){0,2}"
    r"(?:minutes?|notes?|record|proceedings|meeting|held)\b.{0,200}?"
    r"\b(?:held|meeting no|(?:19|20)\d\d|at \d)|(?:date|time|venue|place|location)\s?:",
    re.IGNORECASE,
)
"""A line that says which meeting this is."""
_OUTCOME = re.compile(
    r"(?:[A-Z]?\d{1,3}(?:\.\d{1,3})?[.)]? )?(?:it was )?(?:unanimously )?(?:resolved|resolution|agreed"
    r"|decision|decided|actions?|recommended|recommendation|votes?|voting|noted?|n\.?b|proposed|seconded"
    r"|signed|moved|motion|carried|ordered|whereas|attest|adopted|approved|defeated|minuted|chair\w{0,6}"
    r"|clerk|secretary|treasurer|date|time|venue|place|location|respectfully submitted|for|against"
    r"|abstentions?|[qa]|question|answer|reply)"
    r"(?: (?:by|that|no\.?|point))?(?:[ \d/.-]{0,16})",
    re.IGNORECASE,
)
"""What stands before a decision, a vote or a signature, and heads nothing."""
_ENTRY = re.compile(
    r"(?:approved|refused|granted|permitted|withdrawn|withdrawal|grant|refusal|supported|rejected|referred"
    r"|received|applications? considered)\b"
    r"|(?:mr|mrs|ms|miss|dr|cllrs?|councillors?|pc)\.? (?!.{0,60}['\u2019]s)|.{0,60}\d\.\d\d\b"
    r"|(?-i:[A-Z]{2,8}) [-\u2013] ",
    re.IGNORECASE,
)
"""What a list within an item has: decisions of others, people, sums, letters from offices."""
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\D{1,24}(?:19|20)\d\d|[A-Z][a-z]{2,8} \d{1,2},? (?:19|20)\d\d")
_SAYS = word_set_of(
    """
    was were is are has had have be will would shall should did does joined left arrived said asked thanked
    welcomed gave took told moved seconded paid approved confirmed met we he she they
    """
)
"""Words that a sentence has and a title has not."""


class _Print(Enum):
    """How a head is set off from what follows."""

    BOLD = auto()
    CAPITALS = auto()
    ITALIC = auto()
    LINE = auto()
    """By standing in a line of its own, behind a number."""
    WORDS = auto()
    """A few words and a stop."""
    NUMBER = auto()
    """Nothing but its number."""


@frozen
class LineHead:
    """A head of an item."""

    words: str
    """As a reader sees them, with their number."""
    end: int
    """Characters of the line that are the head's, with the space behind it; the rest is the item's."""
    line: int = 0
    """Its place among the lines, from 0."""


@frozen
class _Read:
    """A line as the head that it may be."""

    line: int
    words: str
    end: int
    print: _Print
    number: str
    title: str
    is_whole: bool
    """Whether nothing follows in the line."""

    @property
    def is_named(self) -> bool:
        return self.print is not _Print.NUMBER


def find_line_heads(lines: Sequence[str], text_lines: Sequence[str]) -> tuple[LineHead, ...]:
    """The heads of the items of minutes without headings; none where they are one run of prose.

    ``text_lines`` are all lines, ``lines`` the words of those that may be heads; others are empty.
    """
    people = _people_lines(text_lines)
    text = _Text(_without(lines, people), _without(text_lines, people))
    whole, found = text.whole_lines(), text.surest()
    shared = len({read.line for read in whole} & {read.line for read in found})
    if len(whole) >= _FEWEST and shared < _SHARED * len(whole):
        is_better = False
    elif len(whole) >= _MANY and not (shared == len(whole) and all(read.number for read in found)):
        is_better = len(found) >= _MORE * len(whole)
    else:
        is_better = len(found) > len(whole)
    return tuple(LineHead(read.words, read.end, read.line) for read in (found if is_better else whole))


def head_alone(line: str, *, is_item: bool) -> LineHead | None:
    """The head that a line begins with, looked at without the others of its file.

    Unless it is known that the line begins an item, it must say so by itself.
    """
    if not is_item:
        return LineHead(line, len(line)) if is_head_alone(line) else None
    read = _read(line, 0)
    if read is None or (read.print is _Print.WORDS and not read.number):
        read = _read_title(line, 0) or read
    return LineHead(read.words, read.end) if read else None


def names_meeting(heading: str) -> bool:
    """Whether the words of a heading say which meeting this was, or when, and head no item."""
    plain = plain_heading(heading[:_LONGEST_ROLL])
    return not number_end(plain) and (_is_day(plain) or _TOP_LINE.match(plain) is not None)


class _Text:
    """Minutes whose items are looked for, by one way of heading them after the other."""

    def __init__(self, lines: Sequence[str], text_lines: Sequence[str]) -> None:
        self._text_lines = text_lines
        self._lines = lines
        reads = (_read(line, place) for place, line in enumerate(lines) if line)
        self._read = [read for read in reads if read]
        self._starts = [0]
        for line in text_lines:
            self._starts.append(self._starts[-1] + len(line.strip()))

    def whole_lines(self) -> list[_Read]:
        """The lines that head items and say nothing else; none where most have no words below.

        Those are a list of what was to be talked about, or of who was there.
        """
        found = []
        for head in heads_without_headings(self._lines):
            line = self._lines[head.line]
            read = _read(line, head.line)
            if read is None or not read.is_named or (read.is_whole and read.number != head.number):
                read = _Read(head.line, line, len(line), _Print.LINE, head.number, head.title, is_whole=True)
            found.append(read)
        found = self._below_top(found)
        return found if self._filled(found) * 2 >= len(found) else []

    def surest(self) -> list[_Read]:
        """The heads by the first way that divides the minutes."""
        numbered = self._numbered()
        bold, capitals = self._of_print(_Print.BOLD, _FEWEST), self._of_print(_Print.CAPITALS, _FEWEST)
        for found in (bold, capitals):
            if numbered and len(found) >= _MOST_MORE * len(numbered) and _holds(found, numbered):
                return found
        if numbered:
            return numbered
        ways: tuple[Callable[[], list[_Read]], ...] = (
            lambda: bold,
            lambda: capitals,
            self._titles,
            lambda: self._of_print(_Print.ITALIC, _FEWEST_PLAIN),
            self._of_words,
        )
        best: list[_Read] = []
        for way in ways:
            found = way()
            best = found if len(found) > len(best) else best
            if len(best) >= _MANY:
                break
        return best

    def _numbered(self) -> list[_Read]:
        """The heads whose numbers count up through the minutes."""
        series: dict[object, list[tuple[_Read, int]]] = {}
        for read in self._read:
            for key, value in _values(read.number):
                series.setdefault(key, []).append((read, value))
        dotted = Counter(read.number.rpartition(".")[0] for read in self._read if "." in read.number)
        are_parts = sum(count > 1 for count in dotted.values()) > 1
        first_lines = {read.number: read.line for read in reversed(self._read)}
        best: list[_Read] = []
        best_filled = 0
        for key, entries in series.items():
            if len(entries) < _FEWEST:
                continue
            run = self._run(entries)
            if not run:
                continue
            whole, dot, _ = run[0].number.rpartition(".")
            if dot and (are_parts or first_lines.get(whole, len(self._lines)) < run[0].line):
                continue  # 4.1, 4.2 are parts of item 4
            filled = self._filled(run)
            is_plain = isinstance(key, str) or 2 * sum(r.is_named for r in run) <= len(run)
            fewest = _FEWEST_PLAIN if is_plain else _FEWEST
            if len(run) >= fewest and filled > best_filled and self._reaches(run) and filled * 2 >= len(run):
                best, best_filled = run, filled
        while best and _PRESENT.fullmatch(best[0].title):
            del best[0]
        return best

    def _run(self, entries: list[tuple[_Read, int]]) -> list[_Read]:
        """The longest way through the numbers on which each is the next or the one after the last."""
        best: list[_Read] = []
        best_filled = 0
        for start, (first, number) in enumerate(entries[:_MOST_TRIES]):
            run, last, next_ones = [first], number, 0
            for other, value in entries[start + 1 :]:
                if last < value <= last + 2 or (value == last and other.number != run[-1].number):
                    next_ones += value <= last + 1
                    run.append(other)
                    last = value
            filled = self._filled(run)
            if filled > best_filled and next_ones >= _STEADY * (len(run) - 1):
                best, best_filled = run, filled
        return best

    def _of_print(self, print_: _Print, fewest: int) -> list[_Read]:
        """The heads of one print, where most have words of their own."""
        found = [r for r in self._read if r.print is print_ and self._may_head(r)]
        if print_ is _Print.ITALIC:
            found = [
                r for r in found if "." not in r.number and (not r.is_whole or self._stands_alone(r.line))
            ]
        depth = min((r.number.count(".") for r in found if r.number), default=0)
        found = self._below_top([r for r in found if r.number.count(".") <= depth])
        if len({read.words for read in found}) < _SHARED * len(found):
            return []  # labels that come again and again
        while found and not self._is_filled(found, 0):
            del found[0]
        while found and not self._is_filled(found, len(found) - 1):
            del found[-1]
        return found if len(found) >= fewest and self._filled(found) * 2 >= len(found) else []

    def _titles(self) -> list[_Read]:
        """The titles that stand alone, in italics or without marks, with passages below."""
        found = []
        for place, line in enumerate(self._lines):
            read = _read_title(line, place) if line and self._stands_alone(place) else None
            if read and self._has_prose_below(place):
                found.append(read)
        found = self._below_top(found)
        return found if len(found) >= _FEWEST_PLAIN else []

    def _of_words(self) -> list[_Read]:
        """The heads that are a few words and a stop, where most paragraphs begin so."""
        found = self._below_top([r for r in self._read if r.print is _Print.WORDS and self._may_head(r)])
        if len(found) < _FEWEST_PLAIN:
            return []
        paragraphs = [
            n for n in range(found[0].line, found[-1].line + 1) if self._lines[n] and self._begins(n)
        ]
        return found if len(found) >= _USUAL * len(paragraphs) else []

    def _below_top(self, found: list[_Read]) -> list[_Read]:
        """``found`` without what says who met, where and when, and who was there."""
        top = [place for place, line in enumerate(self._text_lines) if line.strip()][:_TOP]
        heads = {read.line for read in found if read.is_whole}
        first = next((read.line for read in found if read.number), len(self._lines))
        begun = {
            r.line
            for r in found
            if not r.is_whole and not self._lists_people(r) and _is_prose(self._lines[r.line][r.end :])
        }
        edge = -1
        for n, place in enumerate(top):
            line = self._text_lines[place]
            if place in begun:
                break
            is_title = place in heads and n < _TITLE_LINES and names_meeting(line)
            if place < first and (is_title or (place not in heads and _is_of_top(line))):
                edge = place
        below = [read for read in found if read.line > edge]
        while below and self._lists_people(below[0]):
            del below[0]
        return below

    def _lists_people(self, read: _Read) -> bool:
        """Whether a head at the top says who was there, or how many."""
        rest = self._lines[read.line][read.end :].strip()
        if read.number or len(rest) > _LONGEST_ROLL:
            return False
        if rest:
            is_sentence = rest.endswith(".") and not _ROLL.fullmatch(read.title)
            return not is_sentence and (_is_person(rest) or len(rest) <= _LEAST_BEHIND)
        below = self._line_below(read.line)
        return bool(_ROLL.fullmatch(read.title)) and (_is_person(below) or below.startswith("|"))

    def _may_head(self, read: _Read) -> bool:
        return self._begins(read.line) and (bool(read.number) or not _OUTCOME.fullmatch(read.title))

    def _begins(self, place: int) -> bool:
        """Whether a paragraph begins with a line, and no sentence goes on in it."""
        before = self._text_lines[place - 1].strip() if place else ""
        return not before or before.endswith(_ENDS_SENTENCE) or len(before) <= _PROSE

    def _stands_alone(self, place: int) -> bool:
        return place == 0 or not self._text_lines[place - 1].strip()

    def _has_prose_below(self, place: int) -> bool:
        below = self._line_below(place)
        return len(below) > _PROSE or below.endswith((".", ";")) or below.startswith(("|", "- "))

    def _line_below(self, place: int) -> str:
        """The next line with words."""
        for n in range(place + 1, len(self._text_lines)):
            if line := self._text_lines[n].strip():
                return line
        return ""

    def _filled(self, found: Sequence[_Read]) -> int:
        return sum(self._is_filled(found, n) for n in range(len(found)))

    def _is_filled(self, found: Sequence[_Read], place: int) -> bool:
        """Whether there are words between a head and the next one."""
        read = found[place]
        stop = found[place + 1].line if place + 1 < len(found) else len(self._text_lines)
        return not read.is_whole or self._starts[stop] > self._starts[read.line + 1]

    def _reaches(self, run: Sequence[_Read]) -> bool:
        """Whether a run of numbers goes through the minutes, and not through a list in them."""
        whole = self._starts[-1]
        first, last = (self._starts[read.line] for read in (run[0], run[-1]))
        return first <= _BEGIN * whole and last - first >= _REACH * (whole - first)


def _holds(found: Sequence[_Read], others: Sequence[_Read]) -> bool:
    return {read.line for read in others} <= {read.line for read in found}


def _people_lines(text_lines: Sequence[str]) -> set[int]:
    """The places of lines in lists of people, which may be numbered."""
    found: set[int] = set()
    place = 0
    while place < len(text_lines):
        line = text_lines[place].strip()
        place += 1
        is_label = 0 < len(line) <= _LONGEST_ENTRY and _ROLL.fullmatch(plain_heading(line).strip(" *_:.#"))
        if not is_label or number_end(line):
            continue
        while place < len(text_lines) and not text_lines[place].strip():
            place += 1
        is_list = place < len(text_lines) and _is_person(text_lines[place])
        while is_list and place < len(text_lines) and 0 < len(text_lines[place].strip()) <= _LONGEST_ENTRY:
            found.add(place)
            place += 1
    return found


def _without(lines: Sequence[str], places: Collection[int]) -> list[str]:
    return ["" if place in places else line for place, line in enumerate(lines)]


def _is_person(line: str) -> bool:
    """Whether a line is an entry of a list of people: a name, with an office or without."""
    words = line[:_LONGEST_ROLL].strip(" \t\u00a0-\u2013\u2014:*_")
    words = words[number_end(words) :]
    name = _BEHIND_NAME.split(words, maxsplit=1)[0].strip()
    return bool(name) and read_whole_name(name, Span(0, len(name))) is not None


def _values(number: str) -> Iterator[tuple[object, int]]:
    """What a number may count: each of its figures, the others the same; a letter, or a Roman number."""
    if not number:
        return
    if len(number) == 1 and number.isalpha():
        yield "letter", ord(number)
    if (roman := value_of_roman(number)) is not None:
        yield "roman", roman
    figures = re.findall(r"\d{1,6}", number)
    shape = re.sub(r"\d{1,6}[a-z]?", "#", number)
    for place, figure in enumerate(figures):
        if "." in shape and place < len(figures) - 1:
            continue  # 5.1, 6.1, 7.1 are the first parts of three items
        others = tuple(f for n, f in enumerate(figures) if n != place)
        yield (shape, place, others), int(figure)


def _read(line: str, place: int) -> _Read | None:
    """The head that a line may be or begin with, by itself."""
    line = line[:_LONGEST_LINE]
    marked = _read_marked(line, place)
    if marked and not marked.is_whole:
        return marked
    plain = None if marked else _read_plain(line, place)
    if plain and plain.is_named and plain.number and _is_prose(line[plain.end :]):
        return plain
    if is_head_alone(line):
        number, title, _ = read_heading(line)
        letters = [c for c in title if c.isalpha()]
        is_capital = all(c.isupper() for c in letters)
        print_ = _Print.CAPITALS if is_capital else _Print.LINE
        print_ = _Print.BOLD if "**" in line or "__" in line else print_
        return _Read(place, line, len(line), print_, number, title.rstrip(" .:"), is_whole=True)
    return marked or plain


def _is_prose(rest: str) -> bool:
    """Whether what follows in a line is more than the second part of a title."""
    return len(rest) > _PROSE or any(word.casefold() in _SAYS for word in rest.split())


def _read_marked(line: str, place: int) -> _Read | None:
    match = _MARKED.match(line)
    if match is None:
        return None
    said = match["words"].rstrip()
    rest = line[match.end() :]
    is_parted = said.endswith(_ENDS_TITLE) or bool(match["stop"].strip())
    is_bold = len(match["mark"]) > 1
    if rest and not is_parted and not (is_bold and (rest[0].isupper() or rest[0] in "(\u2022")):
        return None
    words = plain_heading(match["before"] + said).rstrip(" .:\u2013\u2014-")
    number, title, _ = read_heading(words)
    if not _is_title(title, _MOST_WORDS_NUMBERED) or (not rest and not number and _is_day(title)):
        return None
    print_ = _Print.BOLD if is_bold else _Print.ITALIC
    return _Read(place, words, match.end(), print_, number, title, is_whole=not rest)


def _read_plain(line: str, place: int) -> _Read | None:
    start = number_end(line)
    number = read_heading(line[: start + _LONGEST_TITLE])[0] if start else ""
    most = _MOST_WORDS_NUMBERED if number else _MOST_WORDS
    patterns = (_RUN_IN, _UP_TO_SENTENCE) if number else (_RUN_IN,)
    for pattern in patterns:
        match = pattern.match(line, start)
        if match and _is_title(match["words"], most) and (number or len(line) - match.end() > _LEAST_BEHIND):
            words = line[: match.end("words")]
            letters = [c for c in match["words"] if c.isalpha()]
            print_ = _Print.CAPITALS if all(c.isupper() for c in letters) else _Print.WORDS
            return _Read(place, words, match.end(), print_, number, match["words"].strip(), is_whole=False)
    rest = line[start:].strip()
    if not number or not any(c.isalpha() for c in rest):
        return None
    if len(rest.split()) <= _PROSE_WORDS:
        print_ = _Print.LINE if _is_title(rest, _PROSE_WORDS) else _Print.NUMBER
        return _Read(place, line, len(line), print_, number, rest, is_whole=True)
    first = " ".join(_WORD.findall(rest.replace("*", ""))[:_PROSE_WORDS]).rstrip(" ,;:.-\u2013\u2014")
    return _Read(place, line[:start] + first, start, _Print.NUMBER, number, first, is_whole=False)


def _read_title(line: str, place: int) -> _Read | None:
    """The title that a whole line is, in italics or without marks."""
    words = line.strip()
    plain = plain_heading(words).rstrip(" :")
    is_italic = _MARKED.fullmatch(words) is not None
    if not is_italic and any(mark in words for mark in ("*", "_", "|", "\u00a3", "=")):
        return None
    if len(plain) > _LONGEST_TITLE or plain.endswith((".", ";", ",", "?", "!", "-")) or _is_day(plain):
        return None
    before, comma, behind = plain.partition(",")
    if comma and (behind.strip()[:1].isupper() or _is_person(before)) and not is_italic:
        return None  # somebody with an office, or a place
    if not _is_title(plain, _MOST_WORDS) or _OUTCOME.fullmatch(plain) or _ENTRY.match(plain) or ": " in plain:
        return None
    if not plain[:1].isalpha() and not is_italic:
        return None
    number, title, _ = read_heading(plain)
    return _Read(place, plain, len(line), _Print.WORDS, number, title, is_whole=True)


def _is_day(words: str) -> bool:
    """Whether words say little but a day."""
    day = _DAY.search(words)
    other = sum(c.isalpha() for c in words) - sum(c.isalpha() for c in day[0]) if day else 0
    return day is not None and other <= _BESIDE_DAY


def _is_title(words: str, most: int) -> bool:
    """Whether words may be a title, and no sentence."""
    said = words.split()
    first = words.lstrip("(\"'\u201c\u2018 ")[:1]
    is_begun = first.isupper() or first.isdigit()
    has_letters = sum(c.isalpha() for c in words) > 1
    return is_begun and has_letters and len(said) <= most and not any(w.casefold() in _SAYS for w in said)


def _is_of_top(line: str) -> bool:
    """Whether a line says which meeting this is, or lists who was there."""
    plain = plain_heading(line[:_LONGEST_ROLL].strip().lstrip("# "))
    if number_end(plain):
        return False
    label, colon, rest = plain.partition(":")
    if colon and rest.strip() and _ROLL.fullmatch(label.strip()):
        return True
    if plain.endswith(".") and any(word.casefold() in _SAYS for word in plain.split()):
        return False
    return is_of_head(line[:_LONGEST_ROLL]) or _TOP_LINE.match(plain) is not None
