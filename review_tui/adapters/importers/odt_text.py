"""The text of an OpenDocument text, as it reads once every tracked change is accepted.

The XML is heard as it is unpacked, as that of Word documents is (``docx_text``): no tree is built.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from review_tui.adapters.importers.docx_parts import DocxPackage, ParserTarget, parse, value
from review_tui.adapters.importers.docx_styles import heading, number
from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.line_builder import LineBuilder
from review_tui.adapters.importers.list_labels import BULLET, INDENT, format_numeral

_TITLE = "Title"
_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_LEFT_OUT = frozenset(("tracked-changes", "annotation", "annotation-end", "sequence-decls", "forms"))
"""What was deleted, what stands in the margin, what is no text."""
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_QUOTES = frozenset(("Quotations", "Quote"))
"""What LibreOffice and Word call the styles of quotations."""
_MAX_TAGS = 600_000
_MAX_BLANKS = 1_000
_MAX_PARENTS = 12
"""Styles that a style may rest on: a document can make them a circle."""
_NO_TEXT = "There is no OpenDocument text in this file. Open it in its own program and save it as .odt."


def prepare(raw: bytes) -> Callable[[], tuple[str, tuple[str, ...]]]:
    """For ``worker``: nothing has to be opened to read ``raw``."""
    return lambda: odt_text(raw)


def prepare_markdown(raw: bytes) -> Callable[[], tuple[str, tuple[str, ...]]]:
    """As ``prepare``, for a text in which bold words and tables are marked."""
    return lambda: odt_text(raw, is_markdown=True)


def odt_text(raw: bytes, *, is_markdown: bool = False) -> tuple[str, tuple[str, ...]]:
    """The text of an OpenDocument text, and what is to be said of it. Raises ``UnreadableDocument``."""
    parts = _OdtPackage(raw)
    manifest = _Manifest()
    parse(parts.chunks(_MANIFEST), manifest)
    if manifest.is_encrypted:
        raise UnreadableDocument("This is protected by a password. Save it again without one.")
    body = _Body(is_markdown=is_markdown)
    parse(parts.chunks(_STYLES), body)
    parse(parts.chunks(parts.main), body)
    text = body.lines.text
    if not text:
        raise UnreadableDocument(
            "There are no words in this document; it may hold a picture of a page. Have it recognised."
        )
    return text, ()


class _OdtPackage(DocxPackage):
    """The archive of an OpenDocument text."""

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
    list_style: str = ""


@dataclass(slots=True)
class _Level:
    form: str = ""
    """As in Word; empty for a bullet."""
    prefix: str = ""
    suffix: str = ""
    start: int = 1


@dataclass(slots=True)
class _List:
    style: str
    counts: dict[int, int] = field(default_factory=dict)


class _Body(ParserTarget):
    """Hears the styles, then the content."""

    most = _MAX_TAGS

    def __init__(self, *, is_markdown: bool) -> None:
        super().__init__()
        self.lines = LineBuilder(is_markdown=is_markdown, keeps_blanks=is_markdown)
        self._is_markdown = is_markdown
        self._styles: dict[str, _Style] = {}
        self._style = _Style()
        self._levels: dict[str, dict[int, _Level]] = {}
        self._list_style: dict[int, _Level] = {}
        self._is_body = False
        self._left_out = 0
        self._paragraphs: list[bool] = []
        """Of each open paragraph whether its style is bold."""
        self._spans: list[bool] = []
        self._lists: list[_List] = []
        self._label = ""
        self._begins: dict[str, Callable[[dict[str, str]], None]] = {
            "p": self._begin_paragraph,
            "h": self._begin_paragraph,
            "span": self._begin_span,
            "s": lambda attributes: self.lines.add_text(
                " " * min(_MAX_BLANKS, number(value(attributes, "c")) or 1)
            ),
            "tab": lambda _: self.lines.add_text(" "),
            "line-break": lambda _: self.lines.end(),
            "list": self._begin_list,
            "list-item": self._begin_entry,
            "table-row": lambda _: self.lines.begin_row(),
            "table-cell": lambda _: self.lines.begin_cell(),
            "covered-table-cell": lambda _: self.lines.begin_cell(),
            "text-box": lambda _: self.lines.begin_aside(),
            "note-body": lambda _: self.lines.begin_aside(),
            "note-citation": lambda _: self.lines.add_text("["),
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
            "note-citation": lambda: self.lines.add_text("]"),
        }

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        """Take in what opens, unless it is to be left out."""
        if self._left_out:
            self._left_out += 1
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
        elif self._is_body and name in self._ends:
            self._ends[name]()

    def data(self, words: str) -> None:
        """Words, if they are of a paragraph."""
        if self._paragraphs and not self._left_out:
            self.lines.add_text(words)

    def _take_style(self, name: str, attributes: dict[str, str]) -> None:
        if name == "style":
            parent, list_style = value(attributes, "parent-style-name"), value(attributes, "list-style-name")
            self._style = _Style(parent, None, list_style)
            self._styles[value(attributes, "name")] = self._style
        elif name == "text-properties" and (weight := value(attributes, "font-weight")):
            self._style.is_bold = weight == "bold" or (number(weight) or 0) > _NORMAL_WEIGHT
        elif name == "list-style":
            self._list_style = self._levels.setdefault(value(attributes, "name"), {})
        elif name == "list-level-style-number":
            self._list_style[(number(value(attributes, "level")) or 1) - 1] = _Level(
                _FORMS.get(value(attributes, "num-format"), ""),
                value(attributes, "num-prefix"),
                value(attributes, "num-suffix"),
                number(value(attributes, "start-value")) or 1,
            )

    def _whole(self, name: str) -> tuple[bool, str, str]:
        """Whether a style is bold, its list, and the one it rests on that says what the paragraph is."""
        is_bold: bool | None = None
        list_style, is_of = "", ""
        for _ in range(_MAX_PARENTS):
            is_of = name if name in _QUOTES | {_TITLE} else is_of
            style = self._styles.get(name)
            if style is None:
                break
            is_bold = style.is_bold if is_bold is None else is_bold
            list_style = list_style or style.list_style
            name = style.parent
        return bool(is_bold), list_style, is_of

    def _begin_paragraph(self, attributes: dict[str, str]) -> None:
        is_bold, _, is_of = self._whole(value(attributes, "style-name"))
        outline = number(value(attributes, "outline-level"))
        begins = heading(0 if is_of == _TITLE else outline - 1 if outline else None)
        quote = "> " if is_of in _QUOTES and self._is_markdown else ""
        self.lines.mark(begins + self._label.lstrip() if begins else self._label or quote)
        self._label = ""
        self._paragraphs.append(is_bold)
        self.lines.bold(is_on=is_bold)

    def _end_paragraph(self) -> None:
        self.lines.end()
        self.lines.mark("")
        if self._paragraphs:
            self._paragraphs.pop()
        self._set_bold()

    def _begin_span(self, attributes: dict[str, str]) -> None:
        name = value(attributes, "style-name")
        known = self._styles.get(name)
        around = self._spans[-1] if self._spans else bool(self._paragraphs and self._paragraphs[-1])
        self._spans.append(self._whole(name)[0] if known and known.is_bold is not None else around)
        self._set_bold()

    def _end_span(self) -> None:
        if self._spans:
            self._spans.pop()
        self._set_bold()

    def _set_bold(self) -> None:
        paragraph = bool(self._paragraphs and self._paragraphs[-1])
        self.lines.bold(is_on=self._spans[-1] if self._spans else paragraph)

    def _begin_list(self, attributes: dict[str, str]) -> None:
        inherited = self._lists[-1].style if self._lists else ""
        self._lists.append(_List(value(attributes, "style-name") or inherited))

    def _end_list(self) -> None:
        if self._lists:
            self._lists.pop()
        self._label = ""

    def _begin_entry(self, attributes: dict[str, str]) -> None:
        place = len(self._lists) - 1
        if place < 0:
            return
        here = self._lists[-1]
        level = self._levels.get(here.style, {}).get(place, _Level())
        start = number(value(attributes, "start-value")) or here.counts.get(place, level.start - 1) + 1
        here.counts[place] = start
        label = f"{level.prefix}{format_numeral(start, level.form)}{level.suffix} " if level.form else BULLET
        self._label = INDENT * place + label


_NORMAL_WEIGHT = 500
"""Of letters: above it they are bold (CSS Fonts, ``font-weight``)."""
