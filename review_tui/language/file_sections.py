"""The items of minutes that are kept in one file: where each begins, its number, title and presenter."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from review_tui.language.heading_words import read_heading
from review_tui.language.line_heads import LineHead, find_line_heads, head_alone, names_meeting
from review_tui.markdown.blocks import BlockKind, blocks_of
from review_tui.markdown.headings import Heading, find_headings, words_begin
from review_tui.model.frozen import frozen
from review_tui.model.text import Span

OPENING = "opening"
"""The id of what stands before the first heading."""
_RESERVED = frozenset({"acts", "meeting", "notes"})
"""Ids that would be the names of other folders beside the file."""
_LONGEST_ID = 60
"""Characters of an id, before it is made unique: it is the name of a folder."""
_SPLITS = 2
"""Headings of one level that divide a meeting."""
_TOP = 4
"""Headings of a file that may say which meeting this was."""
_BEFORE_HEAD = re.compile(r"[ \u00a0]{0,3}(?:(?P<number>\d{1,3}[.)][ \t]{1,4})|(?P<bullet>[-*+][ \t]{1,4}))?")
"""What may stand before the words of a line that heads an item."""
_ALL_BOLD = re.compile(r"\*\*[^*]{1,200}\*\*:?")


@frozen
class FileSection:
    """One item of minutes that are kept in one file."""

    span: Span
    """From its heading to the next item's, or to the end of the text."""
    line: int
    """Lines of the file that stand before it."""
    heading: str
    """The words of its heading as written; empty for what stands before the first."""
    heading_end: int
    """Where its heading ends in the text."""
    number: str
    title: str
    presenter: str = ""

    def words(self, text: str) -> str:
        """Its own text, heading included."""
        return self.span.of(text)


class _Begin(NamedTuple):
    """Where an item begins, and what heads it."""

    start: int
    end: int
    """Where its heading ends."""
    words: str
    """Of the heading, as written."""
    is_line: bool = False
    """Whether it is no heading of Markdown."""


def split_level(headings: Sequence[Heading]) -> int:
    """The shallowest level whose headings split the meeting; 0 where none does.

    The first heading of a file is most often its title, so it does not count where others do; nor do those
    below it that say which meeting this was, and when.
    """
    headings = [h for n, h in enumerate(headings) if not 0 < n < _TOP or not names_meeting(h.words)]
    for counted in (headings[1:], headings):
        counts = Counter(heading.level for heading in counted)
        if splitting := [level for level, count in counts.items() if count >= _SPLITS]:
            return min(splitting)
    return 0


def file_sections(text: str, level: int = 0) -> tuple[FileSection, ...]:
    """The items of ``text`` in order, cut at the headings of ``level``, or of the level found by itself.

    Headings above that level begin an item too, save those before the first: they head the meeting. Where no
    headings split the meeting, lines do that begin with a number, or with words in bold or capitals, or that
    stand alone as titles (``line_heads``). No item holds front matter or a byte order mark.
    """
    headings = find_headings(text)
    start = words_begin(text)
    begins = _begins(text, start, headings, level)
    if not begins:
        return _one_section(text, start)
    found = []
    opening = Span(start, begins[0].start)
    if opening.of(text).strip():
        found.append(FileSection(opening, 0, "", opening.start, "", "Opening"))
    ends = [begin.start for begin in begins[1:]] + [len(text)]
    found += [_section(begin, end) for begin, end in zip(begins, ends, strict=True)]
    return _with_lines(text, _with_numbers(found))


def item_section(text: str) -> FileSection | None:
    """The text of one item alone as the section that it is in its file; ``None`` where nothing is written."""
    return next(iter(_one_section(text, words_begin(text), is_item=True)), None)


def _begins(text: str, start: int, headings: Sequence[Heading], level: int) -> list[_Begin]:
    """Where items begin, the opening left aside."""
    level = level or split_level(headings)
    if not level and (found := _begins_without_headings(text, start)):
        return found
    level = level or min((heading.level for heading in headings[1:]), default=0)
    first = next((n for n, heading in enumerate(headings) if heading.level == level), len(headings))
    return [_Begin(h.start, h.end, h.words) for h in headings[first:] if h.level <= level]


def _begins_without_headings(text: str, start: int) -> list[_Begin]:
    """Where items begin that lines head, where no headings do."""
    lines = text[start:].split("\n")
    heads = _head_lines(text, start, len(lines))
    starts = [start, *(start + at for at in accumulate(len(line) + 1 for line in lines))]
    return [
        _Begin(
            starts[head.line],
            _head_end(lines[head.line], heads[head.line], head, starts[head.line]),
            head.words,
            is_line=True,
        )
        for head in find_line_heads(heads, lines)
    ]


def _head_end(line: str, words: str, head: LineHead, start: int) -> int:
    """Where a head ends in the text; ``words`` are those of its ``line`` that it was read from."""
    return start + len(line.rstrip()) - (len(words) - head.end)


def _head_lines(text: str, start: int, count: int) -> list[str]:
    """The lines of ``text`` that may head an item, others empty; words in bold without their bullets."""
    lines = [""] * count
    at, number = start, 0
    for block in blocks_of(text):
        if block.kind is BlockKind.ROW or block.is_code or block.lines[0].begin < start:
            continue
        for line in block.lines:
            number += text.count("\n", at, line.begin)
            at = line.begin
            if before := _BEFORE_HEAD.fullmatch(text, line.begin, line.start):
                words = text[line.start : line.end]
                if not before["bullet"] or _ALL_BOLD.fullmatch(words):
                    lines[number] = (before["number"] or "") + words
    return lines


def _section(begin: _Begin, end: int) -> FileSection:
    number, title, presenter = read_heading(begin.words)
    if begin.is_line and title[-1:] in {".", ":"} and "." not in title.rsplit(maxsplit=1)[-1][:-1]:
        title = title[:-1].rstrip()  # "Finance.", but "A.O.B."
    return FileSection(Span(begin.start, end), 0, begin.words, begin.end, number, title, presenter)


def _one_section(text: str, start: int, *, is_item: bool = False) -> tuple[FileSection, ...]:
    """The whole text as one item, called by the heading that it begins with; none of an empty text.

    ``is_item`` says that it was cut from a file with others, so that any head of theirs may begin it.
    """
    span = Span(start, len(text))
    if not span.of(text).strip():
        return ()
    head = _first_head(text, start, is_item=is_item)
    if head is None:
        return _with_lines(text, [FileSection(span, 0, "", start, "1", "Minutes")])
    found = _section(head, len(text))
    named = replace(found, span=span, number=found.number or "1", title=found.title or "Minutes")
    return _with_lines(text, [named])


def _first_head(text: str, start: int, *, is_item: bool) -> _Begin | None:
    """The heading that a text begins with, or the line that would be one in a file without headings."""
    headings = find_headings(text)
    if headings and not text[start : headings[0].start].strip():
        return _Begin(headings[0].start, headings[0].end, headings[0].words)
    begin = start + len(text[start:]) - len(text[start:].lstrip("\r\n"))
    stop = text.find("\n", begin)
    line = text[begin : len(text) if stop < 0 else stop].rstrip()
    lines = _head_lines(line, 0, 1)
    head = head_alone(lines[0], is_item=is_item) if lines[0] else None
    if head is None:
        return None
    return _Begin(begin, _head_end(line, lines[0], head, begin), head.words, is_line=True)


def _with_numbers(found: list[FileSection]) -> list[FileSection]:
    """Where no heading is numbered, the items count from 1, and what stands before the first is 0."""
    if any(section.number for section in found):
        return found
    first = 1 if found[0].heading else 0
    return [replace(section, number=str(n)) for n, section in enumerate(found, first)]


def _with_lines(text: str, found: Sequence[FileSection]) -> tuple[FileSection, ...]:
    placed, at, line = [], 0, 0
    for section in found:
        line += text.count("\n", at, section.span.start)
        at = section.span.start
        placed.append(replace(section, line=line))
    return tuple(placed)


def slug(title: str) -> str:
    """A title as the name of a folder: small letters and figures with dashes between; may be empty."""
    folded = unicodedata.normalize("NFKC", title).casefold()
    plain = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    words = "-".join(re.findall(r"[^\W_]+", plain))
    return words[:_LONGEST_ID].rstrip("-")


def fresh_id(section: FileSection, position: int, taken: Collection[str]) -> str:
    """An id for an item that has none yet: of its title, unlike all that are ``taken``."""
    base = (
        slug(section.title) if section.heading or section.title != "Opening" else OPENING
    ) or f"item-{position}"
    base = f"{base}-item" if base in _RESERVED else base
    found, n = base, 1
    while found in taken:
        n += 1
        found = f"{base}-{n}"
    return found
