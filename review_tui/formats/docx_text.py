"""The text of a Word document, as it reads once every tracked change is accepted.

The XML is heard with lxml as it is unpacked; no tree is built. python-docx, mammoth and docx2python each
build the whole tree first (a bomb of 90 kB made 600,000 paragraphs of it), and each leaves out something that
reviewers need: text boxes, the numbers of lists, or what tracked changes inserted.
"""

from collections.abc import Callable
from dataclasses import dataclass

from review_tui.formats.docx_parts import Listener, Parts, parse, value
from review_tui.formats.docx_styles import Numbering, Styles, heading, is_on, number
from review_tui.formats.lines import Lines
from review_tui.formats.refused import NotRead

_CHANGED = ("pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "tblGrid", "numbering", "tblPrEx")
_LEFT_OUT = frozenset(("del", "moveFrom", "Fallback", "instrText", "delText", "delInstrText", "sdtPr"))
_BEFORE = frozenset(f"{name}Change" for name in _CHANGED)
"""How something was set before a tracked change."""
_DELETED = frozenset(("del", "moveFrom"))
_PROPERTIES = frozenset(("pPr", "rPr", "trPr"))
_NO_NOTES = frozenset(("separator", "continuationSeparator", "continuationNotice"))
_MOST_TAGS = 600_000
_OWN_SIGNS = range(0xD800, 0xF900)
"""Characters that only a font of its own can show, and halves of others."""
_DIGITS = 4


def docx_text(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a Word document, and what is to be said about it. Raises ``NotRead``."""
    parts = Parts(raw)
    styles, numbering = Styles(), Numbering()
    parse(parts.pieces(parts.beside("styles")), styles)
    parse(parts.pieces(parts.beside("numbering")), numbering)
    body = _Body(styles, numbering)
    for part in (parts.main, parts.beside("footnotes"), parts.beside("endnotes")):
        parse(parts.pieces(part), body)
    text = body.lines.text
    if not text:
        raise NotRead(
            "There are no words in this document; it may hold a picture of a page. Have it recognised."
        )
    if body.holds_others:
        return text, ("Another document is embedded in this one and is not read. Save it in Word as one.",)
    return text, ()


@dataclass(slots=True)
class _Paragraph:
    style: str = ""
    list_id: str = ""
    level: int | None = None
    outline: int | None = None
    is_hidden: bool = False
    joins: bool = False
    """Whether its end was deleted, so that the next one goes on in the same line."""


class _Body(Listener):
    """Hears the main part, then its notes."""

    most = _MOST_TAGS

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        super().__init__()
        self.lines = Lines()
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
            "br": self._break,
            "cr": self._break,
            "tab": lambda _: self.lines.say(" "),
            "ptab": lambda _: self.lines.say(" "),
            "noBreakHyphen": lambda _: self.lines.say("-"),
            "sym": lambda attributes: self.lines.say(_sign(attributes)),
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
            "tr": self._end_row,
            "txbxContent": self.lines.end_aside,
        }

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        """Take in what opens, unless it is to be left out."""
        if self._left_out:
            self._left_out += 1
        elif name in _PROPERTIES:
            self._properties.append(name)
        elif name in _BEFORE:
            self._left_out = 1
        elif self._properties:
            self._property(name, attributes)
        elif name in _LEFT_OUT or (name in self._notes and self._begins_no_note(name, attributes)):
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
            self.lines.say(words)

    def _property(self, name: str, attributes: dict[str, str]) -> None:
        paragraph = self._paragraphs[-1]
        said = value(attributes, "val")
        is_of_run = self._properties[0] == "rPr"
        if name == "vanish" and is_of_run:
            self._is_hidden = is_on(attributes)
        elif name in _DELETED and self._properties[0] == "trPr" and self._rows:
            self._rows[-1] = False
        elif name in _DELETED and self._properties[0] == "pPr":
            paragraph.joins = True
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
        paragraph = self._paragraphs[-1]
        style = self._styles.style(paragraph.style)
        paragraph.is_hidden = style.is_hidden
        list_id = paragraph.list_id or style.list_id
        level = paragraph.level if paragraph.level is not None else style.level
        outline = paragraph.outline if paragraph.outline is not None else style.outline
        label = self._numbering.label(list_id, level, paragraph.style)
        if not self._goes_on:
            begins = heading(outline)
            self.lines.mark(begins + label.lstrip() if begins else label)

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

    def _begin_text(self, _: dict[str, str]) -> None:
        self._takes_words = not self._is_hidden

    def _end_text(self) -> None:
        self._takes_words = False

    def _break(self, attributes: dict[str, str]) -> None:
        if value(attributes, "type") in {"page", "column"}:
            self.lines.say(" ")
        else:
            self.lines.end()

    def _refer(self, kind: str, attributes: dict[str, str]) -> None:
        numbers = self._notes[kind]
        self.lines.say(f"[{numbers.setdefault(value(attributes, 'id'), len(numbers) + 1)}]")

    def _begins_no_note(self, kind: str, attributes: dict[str, str]) -> bool:
        """Whether what begins is only the line above the notes, or a note that nothing refers to."""
        number_of = self._notes[kind].get(value(attributes, "id"))
        if number_of is None or value(attributes, "type") in _NO_NOTES:
            return True
        self.lines.end()
        self.lines.say(f"[{number_of}] ")
        return False

    def _begin_row(self, _: dict[str, str]) -> None:
        self._rows.append(True)
        self.lines.begin_row()

    def _end_row(self) -> None:
        self.lines.end_row(keep=self._rows.pop() if self._rows else True)

    def _embed(self, _: dict[str, str]) -> None:
        self.holds_others = True


def _sign(attributes: dict[str, str]) -> str:
    """A character given by its number; nothing for one that only its own font can show."""
    try:
        code = int(value(attributes, "char")[:_DIGITS], 16)
    except ValueError:
        return ""
    return "" if code in _OWN_SIGNS else chr(code)
