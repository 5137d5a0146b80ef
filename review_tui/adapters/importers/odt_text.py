"""The text of an OpenDocument text, as it reads once every tracked change is accepted, or rejected.

The XML is heard as it is unpacked, as that of Word documents is (``docx_text``): no tree is built.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from review_tui.adapters.importers.docx_parts import DocxPackage, ParserTarget, parse, value
from review_tui.adapters.importers.docx_styles import heading, number
from review_tui.adapters.importers.errors import NO_WORDS, UnreadableDocument, left_out_of_pages
from review_tui.adapters.importers.line_builder import LineBuilder
from review_tui.adapters.importers.list_labels import BULLET, INDENT, format_numeral
from review_tui.adapters.importers.odt_margin import BESIDE, OdtComment, OdtMargin
from review_tui.model.frozen import frozen

_TITLE = "Title"
_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_LEFT_OUT = frozenset(("sequence-decls", "forms", "binary-data"))
"""What is no text."""
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_QUOTES = frozenset(("Quotations", "Quote"))
"""What LibreOffice and Word call the styles of quotations."""
_MAX_TAGS = 600_000
"""Tags of a document that is read."""
_MAX_BLANKS = 1_000
"""Blanks in a row that are kept."""
_MAX_PARENTS = 12
"""Styles that a style may rest on: a document can make them a circle."""
_EDGE = re.compile(r"(?:header|footer)(?:-left|-first)?")
"""What a page has at its top and foot: OpenDocument 1.3 part 3, 16.10."""
_FLAT = re.compile(rb"<office:document[\s>]")
_SNIFFED_BYTES = 4_096
"""In which a single file says what it is."""
_CHUNK = 1 << 16
"""Bytes that the parser is fed with at once."""
_NO_TEXT = "There is no OpenDocument text in this file. Open it in its own program and save it as .odt."


def prepare(raw: bytes) -> Callable[[], tuple[str, tuple[str, ...]]]:
    """For ``worker``: nothing has to be opened to read ``raw``."""
    return lambda: odt_text(raw)


def prepare_markdown(raw: bytes) -> Callable[[], tuple[str, tuple[str, ...]]]:
    """As ``prepare``, for a text in which bold words and tables are marked."""
    return lambda: odt_text(raw, is_markdown=True)


def prepare_rejected(raw: bytes) -> Callable[[], tuple[str, tuple[str, ...]]]:
    """As ``prepare_markdown``, for the text before all tracked changes."""
    return lambda: odt_text(raw, is_markdown=True, is_rejected=True)


def odt_text(
    raw: bytes, *, is_markdown: bool = False, is_rejected: bool = False
) -> tuple[str, tuple[str, ...]]:
    """The text of an OpenDocument text, and what is to be said of it. Raises ``UnreadableDocument``.

    What stands in the margin is a line of its own below the words it is about; in Markdown, which minutes are
    made of, it is left out: ``odt_tracked_text`` reads it for them.
    """
    parts = OdtPackage(raw)
    lines = LineBuilder(is_markdown=is_markdown, keeps_blanks=is_markdown)
    edges = _Edges()
    if is_markdown:
        parse(parts.chunks(parts.pages), edges)
    body = (_RejectedBody if is_rejected else _AcceptedBody)(lines, is_markdown=is_markdown)
    parse(parts.chunks(parts.styles), body)
    parse(parts.chunks(parts.main), body)
    text = lines.text
    if not text:
        raise UnreadableDocument(NO_WORDS)
    return text, left_out_of_pages(edges.lines)


class _Edges(ParserTarget):
    """Hears what stands at the top and foot of the pages."""

    most = _MAX_TAGS

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._depth = 0
        self._is_text = False

    def start_element(self, name: str, _: dict[str, str]) -> None:
        """Take in what opens."""
        if self._depth or _EDGE.fullmatch(name):
            self._depth += 1
            if name in {"p", "h"}:
                self._is_text = True
                self.lines.append("")
            elif self._is_text and name in {"tab", "s", "line-break"}:
                self.lines[-1] += " "

    def end(self, tag: str) -> None:
        """Take in what closes."""
        if self._depth:
            self._depth -= 1
            self._is_text &= tag.rpartition("}")[2] not in {"p", "h"}

    def data(self, words: str) -> None:
        """Words, if they are of a paragraph there."""
        if self._is_text:
            self.lines[-1] += words


class OdtPackage(DocxPackage):
    """The archive of an OpenDocument text, or one that is a single file of XML."""

    called = "OpenDocument text (.odt)"
    paragraph = b"<text:p"

    def __init__(self, raw: bytes) -> None:
        self._flat = raw if _FLAT.search(raw, 0, _SNIFFED_BYTES) else b""
        self.styles = "" if self._flat else _STYLES
        self.pages = self.styles or _CONTENT
        """The part that says what stands at the edges of pages."""
        if self._flat:
            self.main, self._names = _CONTENT, {_CONTENT}
            self._refuse_endless()
            return
        super().__init__(raw)
        manifest = _Manifest()
        parse(self.chunks(_MANIFEST), manifest)
        if manifest.is_encrypted:
            raise UnreadableDocument("This is protected by a password. Save it again without one.")

    def chunks(self, name: str) -> Iterator[bytes]:
        """As of every archive; a single file has one part."""
        if not self._flat:
            yield from super().chunks(name)
        elif name == _CONTENT:
            for start in range(0, len(self._flat), _CHUNK):
                yield self._flat[start : start + _CHUNK]

    def _main_part(self) -> str:
        if _CONTENT not in self._names:
            raise UnreadableDocument(_NO_TEXT)
        return _CONTENT


class _Manifest(ParserTarget):
    is_encrypted = False

    def start_element(self, name: str, _: dict[str, str]) -> None:
        """Take in whether any part is encrypted."""
        self.is_encrypted |= name == "encryption-data"

    def doctype(self, *_: str | None) -> None:
        """Old programs wrote one here, and nothing of it is read."""


@dataclass(slots=True)
class _Style:
    parent: str = ""
    is_bold: bool | None = None
    is_italic: bool | None = None


@frozen
class _Setting:
    """How words are set."""

    is_bold: bool = False
    is_italic: bool = False


@dataclass(slots=True)
class _Level:
    form: str = ""
    """As in Word; empty for a bullet."""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1
    """How many levels its number tells: 2 for "1.1"."""


@dataclass(slots=True)
class _List:
    style: str
    counts: dict[int, int] = field(default_factory=dict)
    """Where each level stands; of all lists within one another."""


class Lines(Protocol):
    """What takes the words of a document as they come: see ``LineBuilder``."""

    def add_text(self, words: str) -> None:
        """Go on with the line."""

    def bold(self, *, is_on: bool) -> None:
        """Whether the words that come now are bold."""

    def italic(self, *, is_on: bool) -> None:
        """Whether the words that come now are in italics."""

    def mark(self, mark: str) -> None:
        """What the next line begins with."""

    def end(self) -> None:
        """End the line."""

    def begin_row(self) -> None:
        """A row of a table begins."""

    def begin_cell(self) -> None:
        """The next cell of the row begins."""

    def end_row(self, *, keep: bool = True) -> None:
        """The row is complete."""

    def end_table(self) -> None:
        """The table is complete."""

    def begin_aside(self) -> None:
        """What comes now stands beside the text."""

    def end_aside(self) -> None:
        """Back to the text."""


class OdtBody(ParserTarget):
    """Hears the styles, then the content. What becomes of changes and comments, its heirs say."""

    most = _MAX_TAGS

    def __init__(self, lines: Lines, *, is_markdown: bool) -> None:
        super().__init__()
        self.lines = lines
        self.margin = OdtMargin()
        self._beside = 0
        """How many elements are open that stand beside the text."""
        self._is_markdown = is_markdown
        self._styles: dict[str, _Style] = {}
        self._style = _Style()
        self._levels: dict[str, dict[int, _Level]] = {}
        self._list_style: dict[int, _Level] = {}
        self._is_body = False
        self._left_out = 0
        self._paragraphs: list[_Setting] = []
        """Of each open paragraph how its style sets words."""
        self._spans: list[_Setting] = []
        self._outline: dict[int, _Level] = {}
        """How headings are numbered."""
        self._headings: dict[int, int] = {}
        self._ended: dict[str, dict[int, int]] = {}
        """Where lists stood when they ended, by their ids and styles: another may go on from there."""
        self._lists: list[_List] = []
        self._label = ""
        self._begins: dict[str, Callable[[dict[str, str]], None]] = {
            "p": self._begin_paragraph,
            "h": self._begin_paragraph,
            "span": self._begin_span,
            "s": lambda attributes: self.add(" " * min(_MAX_BLANKS, number(value(attributes, "c")) or 1)),
            "tab": lambda _: self.add(" "),
            "line-break": lambda _: self.end_line(),
            "change-start": self.change_begins,
            "change-end": self.change_ends,
            "change": self.change_point,
            "annotation-end": self.comment_ends,
            "bookmark": self.bookmark,
            "bookmark-start": self.bookmark,
            "list": self._begin_list,
            "list-item": self._begin_entry,
            "table-row": lambda _: self.lines.begin_row(),
            "table-cell": lambda _: self.lines.begin_cell(),
            "covered-table-cell": lambda _: self.lines.begin_cell(),
            "text-box": lambda _: self.lines.begin_aside(),
            "note-body": lambda _: self.lines.begin_aside(),
            "note-citation": lambda _: self.add("["),
        }
        self._ends: dict[str, Callable[[], None]] = {
            "p": self._end_paragraph,
            "h": self._end_paragraph,
            "span": self._end_span,
            "list": self._end_list,
            "table-row": self.lines.end_row,
            "table": self.lines.end_table,
            "text-box": self.lines.end_aside,
            "note-body": self.lines.end_aside,
            "note-citation": lambda: self.add("]"),
        }

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        """Take in what opens, unless it is to be left out."""
        if self._left_out:
            self._left_out += 1
        elif self._beside or (self._is_body and name in BESIDE):
            self._beside += 1
            self.margin.start(name, attributes)
        elif not self._is_body:
            self._is_body = name == "body"
            self._take_style(name, attributes)
        elif name in _LEFT_OUT:
            self._left_out = 1
        elif name in self._begins:
            self._begins[name](attributes)

    def end(self, tag: str) -> None:
        """Take in what closes."""
        name = tag.rpartition("}")[2]
        if self._left_out:
            self._left_out -= 1
        elif self._beside:
            self._beside -= 1
            self.margin.end(name)
            if name == "annotation" and not self._beside:
                self.comment_begins(self.margin.comments[-1])
        elif self._is_body and name in self._ends:
            self._ends[name]()

    def data(self, words: str) -> None:
        """Words, if they are of a paragraph."""
        if self._beside:
            self.margin.data(words)
        elif self._paragraphs and not self._left_out:
            self.add(words)

    def add(self, words: str) -> None:
        """Words of the text."""
        self.lines.add_text(words)

    def end_line(self) -> None:
        """A line of the text ends."""
        self.lines.end()

    def change_begins(self, attributes: dict[str, str]) -> None:
        """From here on stands what a tracked change brought."""

    def change_ends(self, _: dict[str, str]) -> None:
        """And no further."""

    def change_point(self, attributes: dict[str, str]) -> None:
        """Here stood what a tracked change took out."""

    def comment_begins(self, comment: OdtComment) -> None:
        """Here stands a comment, or the words begin that it is about."""

    def comment_ends(self, attributes: dict[str, str]) -> None:
        """The words end that a comment is about."""

    def bookmark(self, attributes: dict[str, str]) -> None:
        """A bookmark stands here."""

    def _take_style(self, name: str, attributes: dict[str, str]) -> None:
        if name == "style":
            self._style = _Style(value(attributes, "parent-style-name"))
            self._styles[value(attributes, "name")] = self._style
        elif name == "text-properties":
            if weight := value(attributes, "font-weight"):
                self._style.is_bold = weight == "bold" or (number(weight) or 0) > _NORMAL_WEIGHT
            if slant := value(attributes, "font-style"):
                self._style.is_italic = slant in {"italic", "oblique"}
        elif name == "list-style":
            self._list_style = self._levels.setdefault(value(attributes, "name"), {})
        elif name in {"list-level-style-number", "outline-level-style"}:
            levels = self._outline if name.startswith("outline") else self._list_style
            levels[(number(value(attributes, "level")) or 1) - 1] = _Level(
                _FORMS.get(value(attributes, "num-format"), ""),
                value(attributes, "num-prefix"),
                value(attributes, "num-suffix"),
                number(value(attributes, "start-value")) or 1,
                number(value(attributes, "display-levels")) or 1,
            )

    def _resolved_style(self, name: str) -> tuple[_Setting, str]:
        """How a style sets words, and the one it rests on that says what the paragraph is."""
        is_bold: bool | None = None
        is_italic: bool | None = None
        is_of = ""
        for _ in range(_MAX_PARENTS):
            is_of = is_of or (name if name in _QUOTES | {_TITLE} else "")
            style = self._styles.get(name)
            if style is None:
                break
            is_bold = style.is_bold if is_bold is None else is_bold
            # Italics of the styles of quotations and titles say no more than those do.
            is_italic = style.is_italic if is_italic is None and not is_of else is_italic
            name = style.parent
        return _Setting(bool(is_bold), bool(is_italic)), is_of

    def _begin_paragraph(self, attributes: dict[str, str]) -> None:
        setting, is_of = self._resolved_style(value(attributes, "style-name"))
        outline = number(value(attributes, "outline-level"))
        begins = heading(0 if is_of == _TITLE else outline - 1 if outline else None)
        quote = "> " if is_of in _QUOTES and self._is_markdown else ""
        if outline and not self._label and not self._lists:
            self._label = self._count(self._headings, self._outline, outline - 1)
        self.lines.mark(begins + self._label.lstrip() if begins else self._label or quote)
        self._label = ""
        self._paragraphs.append(setting)
        self._set_words()

    def _end_paragraph(self) -> None:
        self.end_line()
        self.lines.mark("")
        if self._paragraphs:
            self._paragraphs.pop()
        self._set_words()

    def _begin_span(self, attributes: dict[str, str]) -> None:
        around = (self._spans or self._paragraphs or [_Setting()])[-1]
        own, _ = self._resolved_style(name := value(attributes, "style-name"))
        known = self._styles.get(name, _Style())
        self._spans.append(
            _Setting(
                around.is_bold if known.is_bold is None and not own.is_bold else own.is_bold,
                around.is_italic if known.is_italic is None and not own.is_italic else own.is_italic,
            )
        )
        self._set_words()

    def _end_span(self) -> None:
        if self._spans:
            self._spans.pop()
        self._set_words()

    def _set_words(self) -> None:
        setting = (self._spans or self._paragraphs or [_Setting()])[-1]
        self.lines.bold(is_on=setting.is_bold)
        self.lines.italic(is_on=setting.is_italic)

    def _begin_list(self, attributes: dict[str, str]) -> None:
        inherited = self._lists[-1].style if self._lists else ""
        style = value(attributes, "style-name") or inherited
        counts: dict[int, int] = {}
        if self._lists:
            counts = self._lists[-1].counts
        elif before := value(attributes, "continue-list"):
            counts = self._ended.get(f"#{before}", {})
        elif value(attributes, "continue-numbering") == "true":
            counts = self._ended.get(style, {})
        self._ended[style] = self._ended[f"#{value(attributes, 'id')}"] = counts
        self._lists.append(_List(style, counts))

    def _end_list(self) -> None:
        if self._lists:
            self._lists.pop()
        self._label = ""

    def _begin_entry(self, attributes: dict[str, str]) -> None:
        place = len(self._lists) - 1
        if place < 0:
            return
        here = self._lists[-1]
        levels = self._levels.get(here.style, {})
        start = number(value(attributes, "start-value"))
        if start is not None:
            here.counts[place] = start - 1
        label = self._count(here.counts, levels, place) or BULLET
        self._label = INDENT * place + label

    def _count(self, counts: dict[int, int], levels: dict[int, _Level], place: int) -> str:
        """Count one entry, or heading; what it begins with, empty for a bullet."""
        level = levels.get(place, _Level())
        counts[place] = counts.get(place, level.start - 1) + 1
        for deeper in [at for at in counts if at > place]:
            del counts[deeper]
        if not level.form:
            return ""
        shown = range(max(0, place + 1 - level.shown), place + 1)
        forms = ((at, levels.get(at, _Level())) for at in shown)
        said = ".".join(
            format_numeral(counts.get(at, each.start), each.form) for at, each in forms if each.form
        )
        return f"{level.prefix}{said}{level.suffix} "


class _AcceptedBody(OdtBody):
    """The text after all changes."""

    def comment_begins(self, comment: OdtComment) -> None:
        """Comments of notes are shown below the words; those of minutes become flags elsewhere."""
        words = " ".join(comment.words.split())
        if words and not self._is_markdown:
            self.lines.begin_aside()
            self.lines.add_text(f"[Comment by {comment.author.strip() or 'somebody'}: {words}]")
            self.lines.end_aside()


class _RejectedBody(_AcceptedBody):
    """The text before all changes."""

    _is_new = False

    def change_begins(self, attributes: dict[str, str]) -> None:
        """What came is left out, ends of paragraphs too."""
        change = self.margin.changes.get(value(attributes, "change-id"))
        self._is_new = change is not None and change.kind == "insertion"

    def change_ends(self, _: dict[str, str]) -> None:
        """And no further."""
        self._is_new = False

    def change_point(self, attributes: dict[str, str]) -> None:
        """What went is put in."""
        change = self.margin.changes.get(value(attributes, "change-id"))
        for place, line in enumerate(change.lines if change and change.kind == "deletion" else ()):
            if place:
                self.lines.end()
            self.lines.add_text(line)

    def add(self, words: str) -> None:
        """Words that were there."""
        if not self._is_new:
            super().add(words)

    def end_line(self) -> None:
        """An end that was there."""
        if not self._is_new:
            super().end_line()


_NORMAL_WEIGHT = 500
"""Of letters: above it they are bold (CSS Fonts, ``font-weight``)."""
