"""A Word document with its tracked changes and comments, nothing accepted and nothing rejected.

The answer is JSON in the place of text: ``tracked_document`` makes values of it. As in ``docx_text`` the XML
is heard while it is unpacked.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field

from review_tui.adapters.importers.docx_margin import comments_of, properties_of
from review_tui.adapters.importers.docx_parts import DocxPackage, ParserTarget, parse, value
from review_tui.adapters.importers.docx_styles import Numbering, Styles, heading, is_on, number
from review_tui.adapters.importers.docx_text import CHANGE_RECORDS, COMES, GOES, symbol
from review_tui.adapters.importers.errors import NO_WORDS, UnreadableDocument
from review_tui.adapters.importers.tracked_lines import CommentEdge, Places, TrackedLine, TrackedRow

_NOT_READ = frozenset(("Fallback", "instrText", "delInstrText", "sdtPr"))
_PROPERTIES = frozenset(("pPr", "rPr", "trPr"))
_MAX_TAGS = 600_000
"""Tags of a document that is read."""
_MAX_CHARACTERS = 4_000_000
"""Characters of one that is read."""


def prepare(raw: bytes) -> Callable[[], tuple[str, tuple[str, ...]]]:
    """For ``worker``: nothing has to be opened to read ``raw``."""
    return lambda: docx_tracked_text(raw)


def docx_tracked_text(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """The document as JSON, and what is to be said about it. Raises ``UnreadableDocument``."""
    parts = DocxPackage(raw)
    styles, numbering = Styles(), Numbering()
    parse(parts.chunks(parts.related_part("styles")), styles)
    parse(parts.chunks(parts.related_part("numbering")), numbering)
    body = _TrackedBody(styles, numbering)
    parse(parts.chunks(parts.main), body)
    lines = body.finished()
    if not any(piece[0].strip() for line in lines for piece in line.pieces):
        raise UnreadableDocument(NO_WORDS)
    places = Places(lines)
    said = {
        "paragraphs": [line.as_json() for line in lines],
        "changes": list(body.changes),
        "comments": [{**told, **body.places_of(str(told["id"]), places)} for told in comments_of(parts)],
        "properties": properties_of(parts),
    }
    return json.dumps(said), ()


@dataclass(slots=True)
class _Paragraph:
    line: TrackedLine = field(default_factory=TrackedLine)
    style: str = ""
    list_id: str = ""
    level: int | None = None
    outline: int | None = None
    is_hidden: bool = False


class _TrackedBody(ParserTarget):
    """Hears the main part."""

    most = _MAX_TAGS

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        super().__init__()
        self.changes: list[tuple[str, str]] = []
        self._styles, self._numbering = styles, numbering
        self._numbers: dict[tuple[str, str], int] = {}
        self._done: list[TrackedLine] = []
        self._asides: list[TrackedLine] = []
        self._left_out = 0
        self._properties: list[str] = []
        self._came: list[int] = []
        self._went: list[int] = []
        self._paragraphs: list[_Paragraph] = []
        self._rows: list[TrackedRow] = []
        self._takes_words = False
        self._is_hidden = False
        self._letters = 0
        self._bookmarks: list[str] = []
        self._waiting: list[tuple[str, str]] = []
        """Edges of comments between two paragraphs: at the beginning of the next."""
        self._edges: dict[tuple[str, str], CommentEdge] = {}
        """Where each comment starts and ends, by its id and ``start`` or ``end``."""
        self._begins: dict[str, Callable[[dict[str, str]], None]] = {
            "p": self._begin_paragraph,
            "r": self._begin_run,
            "t": self._begin_text,
            "delText": self._begin_text,
            "br": self._break,
            "cr": self._break,
            "tab": lambda _: self._add("\t"),
            "ptab": lambda _: self._add("\t"),
            "noBreakHyphen": lambda _: self._add("-"),
            "sym": lambda attributes: self._add(symbol(attributes)),
            "tr": lambda _: self._begin_row(),
            "tc": lambda _: self._begin_cell(),
            "bookmarkStart": self._bookmark,
            "commentRangeStart": lambda attributes: self._comment_edge("start", value(attributes, "id")),
            "commentRangeEnd": lambda attributes: self._comment_edge("end", value(attributes, "id")),
            "commentReference": self._comment_reference,
        }
        self._ends: dict[str, Callable[[], None]] = {
            "p": self._end_paragraph,
            "t": self._end_text,
            "delText": self._end_text,
            "tr": self._end_row,
        }

    def finished(self) -> list[TrackedLine]:
        """Every line."""
        while self._paragraphs:
            self._end_paragraph()
        while self._rows:
            self._end_row()
        return self._done

    def places_of(self, comment: str, places: Places) -> dict[str, object]:
        """Where a comment starts and ends: the number of the line, and how many characters into it."""
        return {edge: places.of(self._edges.get((comment, edge))) for edge in ("start", "end")}

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        """Take in what opens, unless it is to be left out."""
        if self._left_out:
            self._left_out += 1
        elif name in _PROPERTIES:
            self._properties.append(name)
        elif name in CHANGE_RECORDS or (name in _NOT_READ and not self._properties):
            self._left_out = 1
        elif self._properties:
            self._property(name, attributes)
        elif name in COMES:
            self._came.append(self._change_number(attributes))
        elif name in GOES:
            self._went.append(self._change_number(attributes))
        elif name in self._begins:
            self._begins[name](attributes)

    def end(self, tag: str) -> None:
        """Take in what closes."""
        name = tag.rpartition("}")[2]
        if self._left_out:
            self._left_out -= 1
        elif name in _PROPERTIES and self._properties:
            self._properties.pop()
            if name == "pPr":
                self._begin_words()
        elif self._properties:
            return
        elif name in COMES and self._came:
            self._came.pop()
        elif name in GOES and self._went:
            self._went.pop()
        elif name in self._ends:
            self._ends[name]()

    def data(self, words: str) -> None:
        """Words, if they are any of the document's."""
        if self._takes_words and not self._left_out:
            self._add(words)

    def _change_number(self, attributes: dict[str, str]) -> int:
        """The number of a change: what one person did in one minute is one."""
        said = (value(attributes, "author"), value(attributes, "dateUtc") or value(attributes, "date"))
        if said not in self._numbers:
            self._numbers[said] = len(self.changes)
            self.changes.append(said)
        return self._numbers[said]

    def _property(self, name: str, attributes: dict[str, str]) -> None:
        of = self._properties[0]
        if of == "trPr" and self._rows and name in COMES | GOES:
            which = "came" if name in COMES else "went"
            setattr(self._rows[-1], which, self._change_number(attributes))
            return
        if name == "vanish" and of == "rPr":
            self._is_hidden = is_on(attributes)
        if of != "pPr" or not self._paragraphs:
            return
        paragraph, said = self._paragraphs[-1], value(attributes, "val")
        if name in COMES:
            paragraph.line.came = self._change_number(attributes)
        elif name in GOES:
            paragraph.line.went = self._change_number(attributes)
        elif name == "pStyle":
            paragraph.style = said
        elif name == "numId":
            paragraph.list_id = said
        elif name == "ilvl":
            paragraph.level = number(said)
        elif name == "outlineLvl":
            paragraph.outline = number(said)

    def _begin_words(self) -> None:
        """The properties of a paragraph are known: what its line begins with."""
        if not self._paragraphs:
            return
        paragraph = self._paragraphs[-1]
        style = self._styles.style(paragraph.style)
        paragraph.is_hidden = style.is_hidden
        level = paragraph.level if paragraph.level is not None else style.level
        outline = paragraph.outline if paragraph.outline is not None else style.outline
        label = self._numbering.label(paragraph.list_id or style.list_id, level, paragraph.style)
        begins = heading(outline)
        paragraph.line.mark = begins + label.lstrip() if begins else label

    def _begin_paragraph(self, _: dict[str, str]) -> None:
        paragraph = _Paragraph()
        paragraph.line.bookmarks, self._bookmarks = self._bookmarks, []
        self._paragraphs.append(paragraph)
        for edge, comment in self._waiting:
            self._edges[comment, edge] = (paragraph.line, 0)
        self._waiting = []

    def _end_paragraph(self) -> None:
        if not self._paragraphs:
            return
        line = self._paragraphs.pop().line
        if self._paragraphs:
            self._asides.append(line)  # in a text box: it follows the paragraph that it stands in
            return
        self._keep_line(line)

    def _keep_line(self, line: TrackedLine) -> None:
        asides, self._asides = self._asides, []
        if self._rows and self._rows[-1].cells:
            self._rows[-1].cells[-1] += [line, *asides]
        else:
            self._done += [line, *asides]

    def _begin_run(self, _: dict[str, str]) -> None:
        self._is_hidden = bool(self._paragraphs) and self._paragraphs[-1].is_hidden

    def _begin_text(self, _: dict[str, str]) -> None:
        self._takes_words = not self._is_hidden

    def _end_text(self) -> None:
        self._takes_words = False

    def _add(self, words: str) -> None:
        if not self._paragraphs or not words:
            return
        self._letters += len(words)
        if self._letters > _MAX_CHARACTERS:
            raise UnreadableDocument(
                f"There are more than {_MAX_CHARACTERS // 1_000_000} million letters in this. Divide it."
            )
        self._paragraphs[-1].line.add(words, *self._history())

    def _history(self) -> tuple[int | None, int | None]:
        return self._came[-1] if self._came else None, self._went[-1] if self._went else None

    def _break(self, attributes: dict[str, str]) -> None:
        """A line end within a paragraph: what follows is read as one of its own."""
        if value(attributes, "type") in {"page", "column"} or len(self._paragraphs) != 1:
            self._add(" ")
            return
        last = self._paragraphs[0]
        kept = (last.line.came, last.line.went)
        last.line.came, last.line.went = self._history()
        self._keep_line(last.line)
        last.line = TrackedLine(mark="", came=kept[0], went=kept[1])

    def _begin_row(self) -> None:
        if self._rows:
            self._rows[-1].holds_table = True
        self._rows.append(TrackedRow())

    def _begin_cell(self) -> None:
        if self._rows:
            self._rows[-1].cells.append([])

    def _end_row(self) -> None:
        if not self._rows:
            return
        lines = self._rows.pop().lines()
        if self._rows and self._rows[-1].cells:
            self._rows[-1].cells[-1] += lines
        else:
            self._done += lines

    def _bookmark(self, attributes: dict[str, str]) -> None:
        into = self._paragraphs[-1].line.bookmarks if self._paragraphs else self._bookmarks
        into.append(value(attributes, "name"))

    def _comment_edge(self, which: str, comment: str) -> None:
        if self._paragraphs:
            line = self._paragraphs[-1].line
            self._edges[comment, which] = (line, line.length)
        else:
            self._waiting.append((which, comment))

    def _comment_reference(self, attributes: dict[str, str]) -> None:
        """Where a comment stands that marks no words."""
        comment = value(attributes, "id")
        if self._paragraphs and (comment, "start") not in self._edges:
            self._comment_edge("start", comment)
            self._comment_edge("end", comment)
