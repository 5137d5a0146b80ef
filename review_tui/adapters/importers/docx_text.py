"""The text of a Word document, as it reads once every tracked change is accepted, or rejected.

The XML is heard with lxml as it is unpacked; no tree is built. python-docx, mammoth and docx2python each
build the whole tree first (a bomb of 90 kB made 600,000 paragraphs of it), and each leaves out something that
reviewers need: text boxes, the numbers of lists, or what tracked changes inserted.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from review_tui.adapters.importers.docx_margin import comments_of
from review_tui.adapters.importers.docx_parts import DocxPackage, ParserTarget, parse, value
from review_tui.adapters.importers.docx_styles import Numbering, Styles, heading, is_on, number
from review_tui.adapters.importers.errors import NO_WORDS, UnreadableDocument, left_out_of_pages
from review_tui.adapters.importers.line_builder import LineBuilder

_CHANGED = ("pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "tblGrid", "numbering", "tblPrEx")
_LEFT_OUT = frozenset(("Fallback", "instrText", "delInstrText", "sdtPr"))
CHANGE_RECORDS = frozenset(f"{name}Change" for name in _CHANGED)
"""How something was set before a tracked change."""
COMES = frozenset(("ins", "moveTo"))
"""The marks of what a tracked change brought, and of what one took out."""
GOES = frozenset(("del", "moveFrom"))
_PROPERTIES = frozenset(("pPr", "rPr", "trPr"))
_NO_NOTES = frozenset(("separator", "continuationSeparator", "continuationNotice"))
_MAX_TAGS = 600_000
"""Tags of a document that is read: more than a book has."""
_MOST_EDGES = 60
"""Headers and footers that are read: a document has up to three of each for a section."""
_SIGNS = {
    0xF0FE: "\u2611", 0xF0FD: "\u2612", 0xF0A8: "\u2610", 0xF06F: "\u2610", 0xF0FC: "\u2713",
    0xF0FB: "\u2717", 0xF0E0: "\u2192", 0xF0E8: "\u2192", 0xF0B7: "\u2022", 0xF0A7: "\u25aa",
    0xF0D8: "\u27a2", 0xF0B0: "\u00b0",
}  # fmt: skip
"""Of Wingdings and Symbol, as all fonts have them: boxes, ticks, arrows and bullets."""
_PRIVATE_USE = range(0xD800, 0xF900)
"""Characters that only a font of its own can show, and halves of others."""
_SYMBOL_DIGITS = 4
"""Hexadecimal digits of ``w:char``: ST_ShortHexNumber, two bytes."""


def prepare(raw: bytes) -> Callable[[], tuple[str, tuple[str, ...]]]:
    """For ``worker``: nothing has to be opened to read ``raw``."""
    return lambda: docx_text(raw)


def prepare_markdown(raw: bytes) -> Callable[[], tuple[str, tuple[str, ...]]]:
    """As ``prepare``, for a text in which bold words and tables are marked."""
    return lambda: docx_text(raw, is_markdown=True)


def prepare_rejected(raw: bytes) -> Callable[[], tuple[str, tuple[str, ...]]]:
    """As ``prepare_markdown``, for the text before all tracked changes."""
    return lambda: docx_text(raw, is_markdown=True, is_rejected=True)


def docx_text(
    raw: bytes, *, is_markdown: bool = False, is_rejected: bool = False
) -> tuple[str, tuple[str, ...]]:
    """The text of a Word document, and what is to be said about it. Raises ``UnreadableDocument``.

    What stands in the margin is a line of its own below the words it is about; in Markdown, which minutes are
    made of, it is left out: ``docx_tracked_text`` reads it for them.
    """
    parts = DocxPackage(raw)
    styles, numbering = Styles(), Numbering()
    parse(parts.chunks(parts.related_part("styles")), styles)
    parse(parts.chunks(parts.related_part("numbering")), numbering)
    comments = {} if is_markdown else {str(each["id"]): _comment_line(each) for each in comments_of(parts)}
    body = _BodyTarget(
        styles, numbering, comments, is_markdown=is_markdown, leaves_out=COMES if is_rejected else GOES
    )
    for part in (parts.main, parts.related_part("footnotes"), parts.related_part("endnotes")):
        parse(parts.chunks(part), body)
    text = body.lines.text
    if not text:
        raise UnreadableDocument(NO_WORDS)
    problems = list(left_out_of_pages(_edges_of_pages(parts, styles))) if is_markdown else []
    if body.holds_others:
        problems.append("Another document is embedded in this one and is not read. Save it in Word as one.")
    if parts.has_macros:
        problems.append("There are programs (macros) in this document. They were not run and are not kept.")
    return text, tuple(problems)


def _comment_line(comment: Mapping[str, object]) -> str:
    """What stands in the margin, as a line of the text."""
    author, words = str(comment["author"]).strip() or "somebody", " ".join(str(comment["words"]).split())
    return f"[Comment by {author}: {words}]" if words else ""


def _edges_of_pages(parts: DocxPackage, styles: Styles) -> list[str]:
    """The lines at the top and foot of the pages."""
    found: list[str] = []
    for name in (*parts.related_parts("header"), *parts.related_parts("footer"))[:_MOST_EDGES]:
        target = _BodyTarget(styles, Numbering(), {}, is_markdown=False, leaves_out=GOES)
        parse(parts.chunks(name), target)
        found += target.lines.text.splitlines()
    return found


@dataclass(slots=True)
class _Paragraph:
    style: str = ""
    list_id: str = ""
    level: int | None = None
    outline: int | None = None
    is_hidden: bool = False
    is_bold: bool = False
    joins: bool = False
    """Whether its end was deleted, so that the next one goes on in the same line."""


class _BodyTarget(ParserTarget):
    """Hears the main part, then its notes."""

    most = _MAX_TAGS

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        comments: Mapping[str, str],
        *,
        is_markdown: bool,
        leaves_out: frozenset[str],
    ) -> None:
        super().__init__()
        self._comments = comments
        self._leaves_out = leaves_out
        self._is_markdown = is_markdown
        self.lines = LineBuilder(is_markdown=is_markdown, keeps_blanks=is_markdown)
        self.holds_others = False
        self._styles = styles
        self._numbering = numbering
        self._left_out = 0
        self._properties: list[str] = []
        self._takes_words = False
        self._is_hidden = False
        self._paragraphs = [_Paragraph()]
        self._goes_on = False
        self._rows: list[bool] = []
        self._notes: dict[str, dict[str, int]] = {"footnote": {}, "endnote": {}}
        self._begins: dict[str, Callable[[dict[str, str]], None]] = {
            "p": self._begin_paragraph,
            "r": self._begin_run,
            "t": self._begin_text,
            "delText": self._begin_text,
            "commentReference": self._comment,
            "br": self._break,
            "cr": self._break,
            "tab": lambda _: self.lines.add_text(" "),
            "ptab": lambda _: self.lines.add_text(" "),
            "noBreakHyphen": lambda _: self.lines.add_text("-"),
            "sym": lambda attributes: self.lines.add_text(symbol(attributes)),
            "footnoteReference": lambda attributes: self._refer("footnote", attributes),
            "endnoteReference": lambda attributes: self._refer("endnote", attributes),
            "tr": self._begin_row,
            "tc": lambda _: self.lines.begin_cell(),
            "txbxContent": lambda _: self.lines.begin_aside(),
            "altChunk": self._embed,
        }
        self._ends: dict[str, Callable[[], None]] = {
            "p": self._end_paragraph,
            "t": self._end_text,
            "delText": self._end_text,
            "tr": self._end_row,
            "tbl": self.lines.end_table,
            "txbxContent": self.lines.end_aside,
        }

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        """Take in what opens, unless it is to be left out."""
        if self._left_out:
            self._left_out += 1
        elif name in _PROPERTIES:
            self._properties.append(name)
        elif name in CHANGE_RECORDS:
            self._left_out = 1
        elif self._properties:
            self._property(name, attributes)
        elif name in _LEFT_OUT | self._leaves_out or self._begins_no_note(name, attributes):
            self._left_out = 1
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
        elif not self._properties and name in self._ends:
            self._ends[name]()

    def data(self, words: str) -> None:
        """Words, if they are any of the document's."""
        if self._takes_words and not self._left_out:
            self.lines.add_text(words)

    def _property(self, name: str, attributes: dict[str, str]) -> None:
        """One setting of a run, row or paragraph, as far as it changes what is read."""
        of = self._properties[0]
        if of == "rPr":
            self._property_of_run(name, attributes)
        elif of == "pPr":
            self._property_of_paragraph(name, value(attributes, "val"))
        elif name in self._leaves_out and self._rows:
            self._rows[-1] = False

    def _property_of_paragraph(self, name: str, said: str) -> None:
        paragraph = self._paragraphs[-1]
        if name in self._leaves_out:
            paragraph.joins = True
        elif name == "pStyle":
            paragraph.style = said
        elif name == "numId":
            paragraph.list_id = said
        elif name == "ilvl":
            paragraph.level = number(said)
        elif name == "outlineLvl":
            paragraph.outline = number(said)

    def _property_of_run(self, name: str, attributes: dict[str, str]) -> None:
        if name == "vanish":
            self._is_hidden = is_on(attributes)
        elif name == "b":
            self.lines.bold(is_on=is_on(attributes))
        elif name == "i":
            self.lines.italic(is_on=is_on(attributes))
        elif name == "rStyle":  # "Strong", "Emphasis"; what is set beside it comes after it
            style = self._styles.style(value(attributes, "val"))
            if style.is_bold:
                self.lines.bold(is_on=True)
            if style.is_italic:
                self.lines.italic(is_on=True)
            self._is_hidden |= style.is_hidden

    def _begin_words(self) -> None:
        """The properties of a paragraph are known: what its line begins with."""
        paragraph = self._paragraphs[-1]
        style = self._styles.style(paragraph.style)
        paragraph.is_hidden = style.is_hidden
        paragraph.is_bold = style.is_bold
        list_id = paragraph.list_id or style.list_id
        level = paragraph.level if paragraph.level is not None else style.level
        outline = paragraph.outline if paragraph.outline is not None else style.outline
        label = self._numbering.label(list_id, level, paragraph.style)
        if not self._goes_on:
            begins = heading(outline)
            quote = "> " if style.is_quote and self._is_markdown and not label else ""
            self.lines.mark(begins + label.lstrip() if begins else label or quote)

    def _begin_paragraph(self, _: dict[str, str]) -> None:
        self._paragraphs.append(_Paragraph())

    def _end_paragraph(self) -> None:
        paragraph = self._paragraphs.pop() if len(self._paragraphs) > 1 else _Paragraph()
        self._goes_on = paragraph.joins
        if not paragraph.joins:
            self.lines.end()
            self.lines.mark("")

    def _begin_run(self, _: dict[str, str]) -> None:
        self._is_hidden = self._paragraphs[-1].is_hidden
        self.lines.bold(is_on=self._paragraphs[-1].is_bold)
        self.lines.italic(is_on=False)

    def _begin_text(self, _: dict[str, str]) -> None:
        self._takes_words = not self._is_hidden

    def _end_text(self) -> None:
        self._takes_words = False

    def _break(self, attributes: dict[str, str]) -> None:
        if value(attributes, "type") in {"page", "column"}:
            self.lines.add_text(" ")
        else:
            self.lines.end()

    def _refer(self, kind: str, attributes: dict[str, str]) -> None:
        numbers = self._notes[kind]
        self.lines.add_text(f"[{numbers.setdefault(value(attributes, 'id'), len(numbers) + 1)}]")

    def _begins_no_note(self, kind: str, attributes: dict[str, str]) -> bool:
        """Whether what begins is only the line above the notes, or a note that nothing refers to."""
        if kind not in self._notes:
            return False
        number_of = self._notes[kind].get(value(attributes, "id"))
        if number_of is None or value(attributes, "type") in _NO_NOTES:
            return True
        self.lines.end()
        self.lines.add_text(f"[{number_of}] ")
        return False

    def _begin_row(self, _: dict[str, str]) -> None:
        self._rows.append(True)
        self.lines.begin_row()

    def _end_row(self) -> None:
        self.lines.end_row(keep=self._rows.pop() if self._rows else True)

    def _comment(self, attributes: dict[str, str]) -> None:
        if words := self._comments.get(value(attributes, "id")):
            self.lines.begin_aside()
            self.lines.add_text(words)
            self.lines.end_aside()

    def _embed(self, _: dict[str, str]) -> None:
        self.holds_others = True


def symbol(attributes: dict[str, str]) -> str:
    """A character given by its number; nothing for one that only its own font can show."""
    try:
        code = int(value(attributes, "char")[:_SYMBOL_DIGITS], 16)
    except ValueError:
        return ""
    return _SIGNS.get(code, "" if code in _PRIVATE_USE else chr(code))
