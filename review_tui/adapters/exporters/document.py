"""Minutes as paragraphs of runs, the form that Word documents and web pages are written from.

Markdown's signs become what they mean. Where changes are shown, each paragraph and each run says with which
change it came or went, so that accepting all of them leaves the words now and rejecting all the first ones.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from review_tui.application.ports import ExportedItem
from review_tui.markdown.inline import edits_of
from review_tui.model.frozen import frozen
from review_tui.model.passages import Passage, PassageKind, passage_at, passages

DRAFT: Final = "DRAFT \u2013 not signed off"
CERTIFICATE: Final = "Certificate"
SIGNED: Final = "Signed as a correct record:"
"""What every format that has pages says on them."""
MOST_BESIDE: Final = 66
"""Letters of a title that leave room beside them for the word that it is a draft, on the width of a page."""
_EMPHASIS = re.compile(r"(?<![\w*_\\])(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1(?![\w*_])")
_BULLET = re.compile(r"[\s\\]*[-*+\u2013\u2014\u2022\u00b7\u25cf\u25aa\u25e6\uf0a7]\s")
_QUOTE = re.compile(r"(?:\s{0,3}>)+\s?")
_NUMBER_CELL = re.compile(r"[(\u00a3$\u20ac]{0,2}\s?[-+\u2212]?\d[\d,. ]*\s?[%)\u20ac]{0,2}")
_WIDEST_WORD, _WIDEST_CELL, _AIR = 24, 44, 3
"""Letters beyond which a word, or a cell, makes its column no wider, and those left free beside them."""
_INDENT = 2
"""Blanks that a bullet stands further in for each level of its list."""
_MOST_LEVELS = 4
"""Lists within lists."""


class Style(StrEnum):
    """What a paragraph is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BULLET = "bullet"
    NUMBERED = "numbered"
    """Its number stands before its words, as it was printed."""
    RESOLUTION = "resolution"
    QUOTE = "quote"
    ROW = "row"
    """A row of a table; its cells are divided by bars."""


@frozen
class Run:
    """Words that are set alike and have one history."""

    text: str
    bold: bool = False
    italic: bool = False
    came: int = 0
    """The change that brought them, 0 for none."""
    went: int | None = None
    begins: tuple[int, ...] = ()
    """The flags, by place, whose words begin with this run."""
    ends: tuple[int, ...] = ()
    """And those whose words end before it."""


@dataclass(slots=True)
class Paragraph:
    """One paragraph, and with which change its end came or went."""

    kind: Style = Style.PARAGRAPH
    level: int = 0
    """Of a heading from 1; how far in a list entry stands, from 0."""
    runs: list[Run] = field(default_factory=list)
    came: int = 0
    went: int | None = None
    begins_table: bool = False
    """Whether it is the row that names the columns of a table."""


def paragraphs(item: ExportedItem) -> list[Paragraph]:
    """The paragraphs of an item's text, with its changes and flags if it has any."""
    now = _Markup(item.text)
    first = _Markup("".join(p.text for p in item.tracked if p.came == 0)) if item.tracked else now
    builder = _Builder(now, first, item)
    for letter in _letters(item):
        builder.add(letter)
    return builder.done()


@frozen
class _Letter:
    text: str
    now: int | None
    """Where it stands in the text now."""
    first: int | None
    came: int = 0
    went: int | None = None


def _letters(item: ExportedItem) -> Iterator[_Letter]:
    if not item.tracked:
        yield from (_Letter(letter, at, at) for at, letter in enumerate(item.text))
        return
    now = first = 0
    for piece in item.tracked:
        for letter in piece.text:
            stands, stood = piece.went is None, piece.came == 0
            yield _Letter(letter, now if stands else None, first if stood else None, piece.came, piece.went)
            now, first = now + stands, first + stood


class _Markup:
    """What each character of a Markdown text is: a sign that is not shown, bold, slanted."""

    def __init__(self, text: str) -> None:
        self.passages = passages(text)
        self.text = text
        self.signs: set[int] = set()
        self.instead: dict[int, str] = {}
        """What characters are read as."""
        self.bold: set[int] = set()
        self.italic: set[int] = set()
        at = 0
        for passage in self.passages:
            self.signs |= set(range(at, passage.span.start))
            self._mark_passage(passage)
            at = passage.span.end
        self.signs |= set(range(at, len(text)))

    def _mark_passage(self, passage: Passage) -> None:
        quote = _QUOTE.match(passage.marker)
        marker = passage.marker[quote.end() :] if quote else passage.marker
        is_shown = passage.kind is not PassageKind.HEADING and not _BULLET.fullmatch(marker)
        blanks = len(passage.marker) - len(marker.lstrip())
        shown = passage.words.start - len(passage.marker) + blanks if is_shown else passage.words.start
        self.signs |= {*range(passage.span.start, shown), *range(passage.words.end, passage.span.end)}
        for joint in passage.joints:
            self.instead[joint.start] = " "
            self.signs |= set(range(joint.start + 1, joint.end))
        if not passage.is_code:
            self._mark_words(passage)

    def _mark_words(self, passage: Passage) -> None:
        words = passage.words
        for edit in edits_of(words.of(self.text)):
            start, end = edit.start + words.start, edit.end + words.start
            self.signs |= set(range(start + bool(edit.words), end))
            if edit.words:
                self.instead[start] = edit.words
        for match in _EMPHASIS.finditer(self.text, words.start, words.end):
            inner = range(match.start(2), match.end(2))
            if len(match[1]) > 1:
                self.bold.update(inner)
            if len(match[1]) != len("**"):
                self.italic.update(inner)

    def shown(self, at: int | None) -> str:
        """What is read in the place of the character ``at``; a line end where a passage ends."""
        if at is None:
            return ""
        if at in self.instead:
            return self.instead[at]
        return self.text[at] if self.text[at] == "\n" or at not in self.signs else ""

    def form(self, at: int) -> tuple[Style, int]:
        """What the paragraph is that the character ``at`` stands in, and its level."""
        passage = passage_at(self.passages, at)
        if passage is None:
            return Style.PARAGRAPH, 0
        if passage.kind is PassageKind.HEADING:
            return Style.HEADING, max(1, passage.marker.count("#"))
        if passage.cells:
            return Style.ROW, 0
        quote = _QUOTE.match(passage.marker)
        marker = passage.marker[quote.end() if quote else 0 :].expandtabs(4)
        level = min((len(marker) - len(marker.lstrip())) // _INDENT, _MOST_LEVELS - 1)
        if marker.strip():
            return (Style.BULLET if _BULLET.fullmatch(marker) else Style.NUMBERED), level
        if passage.kind is PassageKind.RESOLUTION:
            return Style.RESOLUTION, 0
        return (Style.QUOTE if quote else Style.PARAGRAPH), 0

    def begins_table(self, at: int) -> bool:
        """Whether the character ``at`` stands in the first row of a table."""
        passage = passage_at(self.passages, at)
        return passage is not None and passage.is_head


class _Builder:
    """Gathers letters to runs and runs to paragraphs."""

    def __init__(self, now: _Markup, first: _Markup, item: ExportedItem) -> None:
        self._now, self._first = now, first
        self._newest = max(item.changes, default=0)
        self._begins: dict[int, list[int]] = {}
        self._ends: dict[int, list[int]] = {}
        for place, flag in enumerate(item.flags):
            if flag.span:
                self._begins.setdefault(flag.span.start, []).append(place)
                self._ends.setdefault(max(flag.span.end, flag.span.start), []).append(place)
        self._done: list[Paragraph] = []
        self._open = Paragraph()
        self._has_now = self._has_first = False
        self._form: tuple[Style, int] | None = None
        self._is_form_of_now = False
        self._breaks: list[_Letter] = []
        self._pending: tuple[list[int], list[int]] = ([], [])
        self._run: list[str] = []
        """The letters of the run that is going on, and how they are set and changed."""
        self._setting: tuple[bool, bool, int, int | None] | None = None
        self._edges: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())

    def add(self, letter: _Letter) -> None:
        """The next character."""
        if letter.now is not None:
            self._pending[0].extend(self._begins.pop(letter.now, ()))
            self._pending[1].extend(self._ends.pop(letter.now, ()))
        for shown in self._as_read(letter):
            if shown.text == "\n":
                self._breaks.append(shown)
                continue
            if self._breaks:
                self._break()
            self._put_letter(shown)

    def done(self) -> list[Paragraph]:
        """All paragraphs; flags at the very end stand on the last."""
        self._end_run()
        if self._open.runs:
            self._end_paragraph()
        begins, ends = self._pending
        begins += [place for places in self._begins.values() for place in places]
        ends += [place for places in self._ends.values() for place in places]
        if (begins or ends) and self._done:
            self._done[-1].runs.append(Run("", begins=tuple(begins), ends=tuple(ends)))
        return self._done

    def _as_read(self, letter: _Letter) -> Iterator[_Letter]:
        """``letter`` as it is read; what is read otherwise in the two texts goes and comes."""
        now = self._now.shown(letter.now)
        first = now if self._now is self._first else self._first.shown(letter.first)
        if now == letter.text == first:
            yield letter
        elif letter.now is not None and letter.first is not None and now != first:
            if first:
                yield replace(letter, text=first, now=None, went=self._newest)
            if now:
                yield replace(letter, text=now, first=None, came=self._newest)
        elif now or first:
            yield replace(letter, text=now or first)

    def _break(self) -> None:
        """End the paragraph in the view, or both, in which the lines end and it has words."""
        self._end_run()
        ends_now = self._has_now and any(b.now is not None for b in self._breaks)
        ends_first = self._has_first and any(b.first is not None for b in self._breaks)
        if ends_now or ends_first:
            came = went = None
            if not ends_first:
                came = next((b.came for b in self._breaks if b.came), None) or _last_change(
                    self._open, "came"
                )
            if not ends_now:
                went = next((b.went for b in self._breaks if b.went), None) or _last_change(
                    self._open, "went"
                )
            self._end_paragraph(came or 0, went)
            self._has_now &= not ends_now
            self._has_first &= not ends_first
        self._breaks = []

    def _end_paragraph(self, came: int = 0, went: int | None = None) -> None:
        self._open.came, self._open.went = came, went
        self._open.kind, self._open.level = self._form or (Style.PARAGRAPH, 0)
        self._done.append(self._open)
        self._open = Paragraph()
        self._form = None
        self._is_form_of_now = False

    def _put_letter(self, letter: _Letter) -> None:
        stands, stood = letter.now is not None, letter.first is not None
        self._has_now |= stands
        self._has_first |= stood
        markup, at = (self._now, letter.now) if letter.now is not None else (self._first, letter.first)
        at = at or 0
        if self._form is None or (stands and not self._is_form_of_now):
            self._form, self._is_form_of_now = markup.form(at), stands
            self._open.begins_table = markup.begins_table(at)
        setting = (at in markup.bold, at in markup.italic, letter.came, letter.went)
        begins, ends = self._pending
        if setting != self._setting or begins or ends:
            self._end_run()
            self._setting, self._edges = setting, (tuple(begins), tuple(ends))
            self._pending = ([], [])
        self._run.append(letter.text)

    def _end_run(self) -> None:
        if self._run and self._setting:
            self._open.runs.append(Run("".join(self._run), *self._setting, *self._edges))
        self._run, self._setting = [], None


def _last_change(paragraph: Paragraph, which: str) -> int | None:
    """The change that the last changed run of a paragraph came or went with."""
    return next((getattr(run, which) for run in reversed(paragraph.runs) if getattr(run, which)), None)


@frozen
class Column:
    """How a column of a table is set."""

    share: float
    """Of the width of the table; all make 1."""
    is_number: bool
    """Whether its cells hold figures only, which stand to the right."""


def columns(rows: Sequence[Paragraph]) -> list[Column]:
    """The columns of a table, as wide as their words ask for."""
    table = [["".join(run.text for run in cell).strip() for cell in cells(row)] for row in rows]
    weights: list[int] = []
    figures: list[bool] = []
    for place in range(max(map(len, table))):
        column = [row[place] if place < len(row) else "" for row in table]
        word = max((len(word) for cell in column for word in cell.split()), default=1)
        weights.append(_AIR + max(min(word, _WIDEST_WORD), min(max(map(len, column)), _WIDEST_CELL)))
        below = [cell for cell in column[1:] if cell]
        figures.append(bool(below) and all(_NUMBER_CELL.fullmatch(cell) for cell in below))
    whole = sum(weights)
    return [Column(weight / whole, is_number) for weight, is_number in zip(weights, figures, strict=True)]


def tables_apart(rows: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """Rows that follow each other, as the tables that they make up."""
    found: list[list[Paragraph]] = []
    for row in rows:
        if row.begins_table or not found:
            found.append([])
        found[-1].append(row)
    return found


def is_list(paragraph: Paragraph) -> bool:
    """Whether it is an entry of a list."""
    return paragraph.kind in {Style.BULLET, Style.NUMBERED}


def cells(paragraph: Paragraph) -> list[list[Run]]:
    """The runs of each cell of a row."""
    found: list[list[Run]] = [[]]
    for run in paragraph.runs:
        first, *more = run.text.split("|")
        found[-1].append(replace(run, text=first))
        found += ([replace(run, text=part, begins=(), ends=())] for part in more)
    trimmed = [_trimmed_runs(runs) for runs in found]
    return trimmed[not trimmed[0] : len(trimmed) - (len(trimmed) > 1 and not trimmed[-1])]


def _trimmed_runs(runs: Sequence[Run]) -> list[Run]:
    kept = [run for run in runs if run.text or run.begins or run.ends]
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return [run for run in kept if run.text or run.begins or run.ends]


def is_whole_row(paragraph: Paragraph) -> bool:
    """Whether it is a row that stayed, came or went whole; the bars of any other have changed."""
    if paragraph.kind is not Style.ROW:
        return False
    words = [run for run in paragraph.runs if run.text]
    if all(run.came for run in words) or all(run.went is not None for run in words):
        return True
    changed = (run for run in words if run.came or run.went is not None)
    return not (paragraph.came or paragraph.went or any("|" in run.text for run in changed))


def with_row_end(row: Paragraph) -> Paragraph:
    """A row whose end came or went with all of its words, also where it is the last of its item."""
    words = [run for run in row.runs if run.text]
    if all(run.came for run in words):
        return replace(row, came=words[-1].came)
    return replace(row, went=words[-1].went) if all(run.went is not None for run in words) else row


def with_tab(runs: list[Run]) -> list[Run]:
    """``runs`` with a tab behind the number that they begin with."""
    for place, run in enumerate(runs):
        number, blank, rest = run.text.partition(" ")
        if blank:
            changed = Run(f"{number}\t{rest}", run.bold, run.italic, run.came, run.went, run.begins, run.ends)
            return [*runs[:place], changed, *runs[place + 1 :]]
    return runs
