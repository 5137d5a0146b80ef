"""The text of a rich text file (RTF 1.9), as it reads once every tracked change is accepted.

Written by hand: striprtf, the one small library for it, loses what is bold, a heading, a list or a table.
"""

import codecs
import contextlib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from review_tui.adapters.importers.docx_styles import QUOTES, heading
from review_tui.adapters.importers.errors import NO_WORDS, UnreadableDocument, left_out_of_pages
from review_tui.adapters.importers.line_builder import LineBuilder
from review_tui.adapters.importers.list_labels import BULLET, INDENT

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z'])"
    r"|(?P<brace>[{}])|(?P<end>[\r\n]+)|(?P<text>[^\\{}\r\n]+)"
)
_MOST_TOKENS = 1_500_000
_MOST_PARAGRAPHS = 50_000
"""A thousand pages. Each begins with ``\\pard`` and ends with ``\\par``."""
_DEEPEST = 2_000
"""Groups within groups; word processors make some dozens."""
_LEFT_OUT = frozenset((
    "colortbl", "info", "pict", "object", "fldinst", "generator", "listtable", "listoverridetable", "rsidtbl",
    "themedata", "datastore", "latentstyles", "xmlnstbl", "pnseclvl", "filetbl", "revtbl", "bkmkstart",
    "bkmkend", "nonshppict", "objdata", "private", "falt", "panose", "atrfstart", "atrfend", "atnid",
    "atnref", "atntime", "atndate", "atnicn", "pgdsctbl", "userprops", "annotationdate",
))  # fmt: skip
"""Groups whose words are none of the text."""
_EDGES = frozenset(("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"))
"""Groups that stand at the top or foot of the pages."""
_SIGNS = {
    "emdash": "\u2014", "endash": "\u2013", "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c",
    "rdblquote": "\u201d", "bullet": "\u2022", "tab": " ", "emspace": " ", "enspace": " ", "cell": "",
}  # fmt: skip
_PLAIN_SIGNS = {"~": " ", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}"}
_CODEPAGES = {
    0: 1252, 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255,
    178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250,
}  # fmt: skip
"""By the character set of a font: RTF 1.9, ``fcharset``."""
_TOO_MUCH = "There is too much in this to be minutes or notes of one meeting. Divide it."
_HIGH_HALVES = range(0xD800, 0xDC00)
"""First halves of characters that UTF-16 writes in two."""
_BROKEN = "This rich text is broken. Open it in its own program and save it again."


def prepare(raw: bytes) -> Callable[[], tuple[str, tuple[str, ...]]]:
    """For ``worker``: the codecs that it may ask for are opened first."""
    _open_codecs(raw)
    return lambda: rtf_text(raw)


def prepare_markdown(raw: bytes) -> Callable[[], tuple[str, tuple[str, ...]]]:
    """As ``prepare``, for a text in which bold words and tables are marked."""
    _open_codecs(raw)
    return lambda: rtf_text(raw, is_markdown=True)


def rtf_text(raw: bytes, *, is_markdown: bool = False) -> tuple[str, tuple[str, ...]]:
    """The text of a rich text file, and what is to be said of it. Raises ``UnreadableDocument``."""
    if not raw.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"{\\rtf"):
        raise UnreadableDocument("This is no rich text, whatever its name says. Save it again as .docx.")
    # Counted before any of it is read, which takes a hundred times as long.
    if raw.count(b"\\par") > 2 * _MOST_PARAGRAPHS or raw.count(b"\\") > _MOST_TOKENS:
        raise UnreadableDocument(_TOO_MUCH)
    reader = _Reader(is_markdown=is_markdown)
    reader.read(raw.decode("latin-1"))
    text = reader.lines.text
    if not text:
        raise UnreadableDocument(NO_WORDS)
    return text, left_out_of_pages(reader.edges) if is_markdown else ()


def _open_codecs(raw: bytes) -> None:
    pages = {int(found) for found in re.findall(rb"\\ansicpg(\d{2,5})", raw[:4_000])}
    pages |= {
        _CODEPAGES.get(int(found), 1252) for found in re.findall(rb"\\fcharset(\d{1,3})", raw[:200_000])
    }
    for page in pages:
        with contextlib.suppress(LookupError):
            codecs.lookup(_codec(page))


def _codec(page: int) -> str:
    return "mac_roman" if page == _CODEPAGES[77] else f"cp{page}"


@dataclass(slots=True)
class _State:
    """What holds within a group."""

    goes_to: str = ""
    """Where its words go: ``""`` into the text, ``-`` nowhere, else the name of the group."""
    is_shut: bool = False
    """Whether no group within it goes into the text either."""
    is_bold: bool = False
    is_italic: bool = False
    is_hidden: bool = False
    font: int = 0
    skipped: int = 1
    """Characters that follow a ``\\u`` for programs that do not know it."""


@dataclass(slots=True)
class _Paragraph:
    style: int = -1
    outline: int | None = None
    level: int = 0
    label: str = ""
    in_table: bool = False


@dataclass(slots=True)
class _Style:
    name: str = ""
    outline: int | None = None
    is_bold: bool = False
    is_quote: bool = False


@dataclass(slots=True)
class _Row:
    is_open: bool = False
    has_cell: bool = False
    was_row: bool = False
    """Whether the last that ended was a row."""


class _Reader:
    """Goes through the file once."""

    def __init__(self, *, is_markdown: bool) -> None:
        self.lines = LineBuilder(is_markdown=is_markdown, keeps_blanks=is_markdown)
        self._is_markdown = is_markdown
        self.edges: list[str] = []
        """Lines at the top and foot of the pages."""
        self._state = _State()
        self._around: list[_State] = []
        self._paragraph = _Paragraph()
        self._begun = False
        self._row = _Row()
        self._styles: dict[int, _Style] = {}
        self._style = _Style()
        self._fonts: dict[int, int] = {}
        self._page = 1252
        self._to_skip = 0
        self._bytes = bytearray()
        self._high: str = ""
        self._label: list[str] = []
        self._comment: list[str] = []
        self._author: list[str] = []
        self._is_new_group = False
        self._acts: dict[str, Callable[[int | None], None]] = {
            "par": self._end_paragraph,
            "line": lambda _: self._end_paragraph(),
            "sect": self._end_paragraph,
            "page": lambda _: self._words(" "),
            "pard": self._new_paragraph,
            "s": self._set_style,
            "outlinelevel": self._set_outline,
            "b": self._set_bold,
            "i": self._set_italic,
            "plain": self._set_plain,
            "v": self._set_hidden,
            "deleted": self._set_hidden,
            "f": self._set_font,
            "fcharset": self._set_charset,
            "ansicpg": self._set_page,
            "uc": self._set_skipped,
            "u": self._unicode,
            "ilvl": self._set_level,
            "intbl": self._set_in_table,
            "cell": self._end_cell,
            "nestcell": lambda _: self._words(" "),
            "row": self._end_row,
        }

    def read(self, text: str) -> None:
        """All of it."""
        at = tokens = 0
        while at < len(text):
            match = _TOKEN.match(text, at)
            tokens += 1
            if match is None or tokens > _MOST_TOKENS:
                raise UnreadableDocument(
                    _BROKEN if match is None else "There is too much in this. Divide it."
                )
            at = match.end()
            if match["word"] == "bin":
                at += max(0, int(match["number"] or 0))
            else:
                self._take_token(match)
        self._flush()
        self._end_paragraph()
        if self._row.is_open:
            self.lines.end_row()

    def _take_token(self, match: re.Match[str]) -> None:
        if match["byte"]:
            if self._to_skip:
                self._to_skip -= 1
            else:
                self._bytes.append(int(match["byte"], 16))
            return
        if match["end"]:
            return
        self._flush()
        if match["brace"]:
            self._group(match["brace"])
        elif match["word"]:
            self._word(match["word"], int(match["number"]) if match["number"] else None)
        elif match["sign"]:
            self._sign(match["sign"])
        else:
            words = match["text"]
            skipped = min(self._to_skip, len(words))
            self._to_skip -= skipped
            self._words(words[skipped:])
        self._is_new_group = match["brace"] == "{" or match["sign"] == "*"

    def _flush(self) -> None:
        """The bytes that came one by one, as letters."""
        if self._bytes:
            page = self._fonts.get(self._state.font, self._page)
            raw, self._bytes = bytes(self._bytes), bytearray()
            try:
                self._words(raw.decode(_codec(page), "replace"))
            except LookupError:
                self._words(raw.decode("cp1252", "replace"))

    def _group(self, brace: str) -> None:
        self._to_skip = 0
        if brace == "{":
            if len(self._around) > _DEEPEST:
                raise UnreadableDocument(_BROKEN)
            self._around.append(replace(self._state))
            return
        ended = self._state.goes_to
        self._state = self._around.pop() if self._around else _State()
        self.lines.bold(is_on=self._state.is_bold and not self._state.goes_to)
        quote = self._styles.get(self._paragraph.style, _Style()).is_quote
        self.lines.italic(is_on=self._state.is_italic and not self._state.goes_to and not quote)
        if ended == self._state.goes_to:
            return
        if ended in {"listtext", "pntext"}:
            said = "".join(self._label).strip()
            is_numbered = any(c.isalnum() for c in said)
            self._paragraph.label = f"{said} " if is_numbered else BULLET if said else ""
            self._label = []
        elif ended == "annotation":
            self._tell_comment()

    def _tell_comment(self) -> None:
        words, author = " ".join("".join(self._comment).split()), " ".join("".join(self._author).split())
        self._comment, self._author = [], []
        if words and not self._is_markdown:
            self.lines.begin_aside()
            self.lines.add_text(f"[Comment by {author or 'somebody'}: {words}]")
            self.lines.end_aside()

    def _sign(self, sign: str) -> None:
        if sign == "*":  # a group that may be passed over by whoever does not know it
            self._state.goes_to = self._state.goes_to or "-"
        elif sign in "\r\n":
            self._word("par", None)
        else:
            self._words(_PLAIN_SIGNS.get(sign, ""))

    def _word(self, word: str, number: int | None) -> None:
        if self._is_new_group and self._destination(word):
            return
        act = self._acts.get(word)
        if act:
            act(number)
        elif word in _SIGNS:
            self._words(_SIGNS[word])

    def _destination(self, word: str) -> bool:
        """Whether the group that has just begun goes elsewhere than into the text."""
        if word in _LEFT_OUT:
            self._state.goes_to, self._state.is_shut = "-", True
        elif word in _EDGES and self._state.goes_to != "-":
            self._state.goes_to, self._state.is_shut = "edge", True
            self.edges.append("")
        elif word in {"fonttbl", "stylesheet", "listtext", "pntext", "annotation", "atnauthor"}:
            self._state.goes_to = word
            self._style = _Style()
        elif word == "shptxt" and self._state.goes_to == "-" and not self._state.is_shut:
            self._state.goes_to = ""
        else:
            return False
        return True

    def _unicode(self, number: int | None) -> None:
        code = (number or 0) % 0x10000
        self._to_skip = self._state.skipped
        if code in _HIGH_HALVES:
            self._high = chr(code)
            return
        letter = (self._high + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        self._high = ""
        self._words(letter)

    def _words(self, words: str) -> None:
        goes_to = self._state.goes_to
        if not words or goes_to == "-":
            return
        if goes_to == "stylesheet":
            self._style.name += words
            if ";" in words:
                named = self._style.name.strip(" ;").casefold()
                if named == "title":
                    self._style.outline = 0
                self._style.is_quote = named in QUOTES
                self._style = _Style()
        elif goes_to in {"listtext", "pntext"}:
            self._label.append(words)
        elif goes_to == "edge":
            self.edges[-1] += words
        elif goes_to == "annotation":
            self._comment.append(words)
        elif goes_to == "atnauthor":
            self._author.append(words)
        elif not goes_to and not self._state.is_hidden:
            self._begin_paragraph()
            self.lines.add_text(words)

    def _begin_paragraph(self) -> None:
        """The first words of a paragraph: what its line begins with is known by now."""
        if self._begun:
            return
        self._begun = True
        paragraph = self._paragraph
        if paragraph.in_table:
            self._open_cell()
        elif self._row.was_row:
            self.lines.end_table()
            self._row = _Row()
        style = self._styles.get(paragraph.style, _Style())
        outline = paragraph.outline if paragraph.outline is not None else style.outline
        label = INDENT * paragraph.level + paragraph.label if paragraph.label else ""
        begins = heading(outline)
        quote = "> " if style.is_quote and self._is_markdown else ""
        self.lines.mark(begins + label.lstrip() if begins else label or quote)
        self.lines.bold(is_on=self._state.is_bold)
        self.lines.italic(is_on=self._state.is_italic and not style.is_quote)

    def _end_paragraph(self, _: int | None = None) -> None:
        if self._state.goes_to == "annotation":
            self._comment.append(" ")
        elif self._state.goes_to == "edge":
            self.edges.append("")
        if self._state.goes_to:
            return
        self.lines.end()
        self.lines.mark("")
        self._begun = False
        self._paragraph.label = ""

    def _open_cell(self) -> None:
        if not self._row.is_open:
            self.lines.begin_row()
            self._row.is_open = True
        if not self._row.has_cell:
            self.lines.begin_cell()
            self._row.has_cell = True

    def _end_cell(self, _: int | None) -> None:
        if self._state.goes_to:
            return
        self._open_cell()
        self.lines.end()
        self._begun = False
        self._row.has_cell = False

    def _end_row(self, _: int | None) -> None:
        if self._state.goes_to or not self._row.is_open:
            return
        self.lines.end_row()
        self._row = _Row(was_row=True)
        self._begun = False

    def _new_paragraph(self, _: int | None) -> None:
        if not self._state.goes_to:
            self._paragraph = _Paragraph(label=self._paragraph.label)

    def _set_style(self, number: int | None) -> None:
        if self._state.goes_to == "stylesheet":
            self._style = self._styles.setdefault(number or 0, _Style())
        else:
            self._paragraph.style = number or 0

    def _set_outline(self, number: int | None) -> None:
        if self._state.goes_to == "stylesheet":
            self._style.outline = number
        else:
            self._paragraph.outline = number

    def _set_bold(self, number: int | None) -> None:
        if self._state.goes_to == "stylesheet":
            self._style.is_bold = number != 0
            return
        self._state.is_bold = number != 0
        if not self._state.goes_to:
            self.lines.bold(is_on=self._state.is_bold)

    def _set_italic(self, number: int | None) -> None:
        self._state.is_italic = number != 0
        if not self._state.goes_to:
            quote = self._styles.get(self._paragraph.style, _Style()).is_quote
            self.lines.italic(is_on=self._state.is_italic and not quote)

    def _set_plain(self, _: int | None) -> None:
        self._state.is_bold = self._state.is_italic = self._state.is_hidden = False
        if not self._state.goes_to:
            self.lines.bold(is_on=False)
            self.lines.italic(is_on=False)

    def _set_hidden(self, number: int | None) -> None:
        self._state.is_hidden = number != 0

    def _set_font(self, number: int | None) -> None:
        self._state.font = number or 0

    def _set_charset(self, number: int | None) -> None:
        self._fonts[self._state.font] = _CODEPAGES.get(number or 0, self._page)

    def _set_page(self, number: int | None) -> None:
        self._page = number or self._page

    def _set_skipped(self, number: int | None) -> None:
        self._state.skipped = max(0, min(number if number is not None else 1, 16))

    def _set_level(self, number: int | None) -> None:
        self._paragraph.level = max(0, min(number or 0, 8))

    def _set_in_table(self, _: int | None) -> None:
        self._paragraph.in_table = True
