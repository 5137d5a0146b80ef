"""What a Word document says of its styles and lists: which paragraph is a heading, which has what number."""

from dataclasses import dataclass, field

from review_tui.adapters.importers.docx_parts import ParserTarget, value
from review_tui.adapters.importers.list_labels import BULLET, INDENT, format_numeral

_MAX_LIST_LEVELS = 9
"""ECMA-376 part 1, 17.9.6: levels 0 to 8."""
_MAX_HEADING_LEVELS = 6
"""Of Markdown; Word has nine."""
QUOTES = frozenset(
    (
        "quote",
        "intense quote",
        "block text",
        "quotations",
        "block quotation",
        "blockquote",
        "zitat",
        "citation",
    )
)
"""What Word and other programs call the styles of quotations."""
_SWITCHES = {"vanish": "is_hidden", "b": "is_bold", "i": "is_italic"}
"""Properties that are on or off, and what they are here."""
_MAX_BASED_ON = 12
"""Styles that a style may rest on: a document can make them a circle."""


@dataclass(slots=True)
class ParagraphStyle:
    """A paragraph style, as far as it matters for reading."""

    based_on: str = ""
    outline: int | None = None
    """0 for a heading of the first order."""
    list_id: str = ""
    level: int | None = None
    is_hidden: bool = False
    is_bold: bool = False
    is_italic: bool = False
    is_quote: bool = False


class Styles(ParserTarget):
    """Hears ``styles.xml``."""

    def __init__(self) -> None:
        super().__init__()
        self._styles: dict[str, ParagraphStyle] = {}
        self._style = ParagraphStyle()

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        """Take in one style after the other."""
        said = value(attributes, "val")
        if name == "style":
            self._style = ParagraphStyle()
            self._styles[value(attributes, "styleId")] = self._style
        elif name == "name":
            self._style.outline = 0 if said.casefold() == "title" else self._style.outline
            self._style.is_quote = said.casefold() in QUOTES
        elif name == "basedOn":
            self._style.based_on = said
        elif name == "outlineLvl":
            self._style.outline = number(said)
        elif name == "numId":
            self._style.list_id = said
        elif name == "ilvl":
            self._style.level = number(said)
        elif name in _SWITCHES:
            setattr(self._style, _SWITCHES[name], is_on(attributes))

    def style(self, name: str) -> ParagraphStyle:
        """A style with what it inherits."""
        whole = ParagraphStyle()
        for _ in range(_MAX_BASED_ON):
            style = self._styles.get(name)
            if style is None:
                break
            whole.outline = style.outline if whole.outline is None else whole.outline
            whole.list_id = whole.list_id or style.list_id
            whole.level = style.level if whole.level is None else whole.level
            whole.is_hidden |= style.is_hidden
            whole.is_bold |= style.is_bold
            whole.is_italic |= style.is_italic
            whole.is_quote |= style.is_quote
            name = style.based_on
        return whole


@dataclass(slots=True)
class _ListLevel:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    style: str = ""
    """The paragraph style that puts a paragraph on this level."""


@dataclass(slots=True)
class _ListState:
    abstract: str = ""
    starts: dict[int, int] = field(default_factory=dict)


class Numbering(ParserTarget):
    """Hears ``numbering.xml``, then counts."""

    def __init__(self) -> None:
        super().__init__()
        self._abstract: dict[str, dict[int, _ListLevel]] = {}
        self._lists: dict[str, _ListState] = {}
        self._levels: dict[int, _ListLevel] = {}
        self._list = _ListState()
        self._place = 0
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        """Take in one list after the other."""
        said = value(attributes, "val")
        level = self._levels.get(self._place)
        if name == "abstractNum":
            self._levels = self._abstract.setdefault(value(attributes, "abstractNumId"), {})
        elif name == "num":
            self._list = self._lists.setdefault(value(attributes, "numId"), _ListState())
            self._levels = {}
        elif name == "abstractNumId":
            self._list.abstract = said
        elif name in {"lvl", "lvlOverride"}:
            self._place = number(value(attributes, "ilvl")) or 0
            self._levels.setdefault(self._place, _ListLevel())
        elif name == "startOverride":
            self._list.starts[self._place] = _start(said)
        elif level and name == "start":
            level.start = _start(said)
        elif level and name == "numFmt":
            level.form = said
        elif level and name == "lvlText":
            level.text = said
        elif level and name == "pStyle":
            level.style = said

    def label(self, list_id: str, place: int | None, style: str) -> str:
        """What the next paragraph of a list begins with: ``- ``, ``1. ``, ``(a) ``; or nothing.

        ``place`` is its level, counted from 0; ``None`` for the one that its ``style`` stands for.
        """
        entry = self._lists.get(list_id)
        if entry is None:
            return ""
        levels = self._abstract.get(entry.abstract, {})
        if place is None:
            place = next((at for at, level in levels.items() if level.style and level.style == style), 0)
        place = min(place, _MAX_LIST_LEVELS - 1)
        level = levels.get(place, _ListLevel(form="bullet"))
        counts = self._count_paragraph(list_id, entry, place, level)
        indent = INDENT * place
        if level.form == "bullet":
            return indent + BULLET
        said = level.text if level.form != "none" else ""
        for at in range(_MAX_LIST_LEVELS):
            if f"%{at + 1}" in said:
                here = levels.get(at, _ListLevel())
                said = said.replace(f"%{at + 1}", format_numeral(counts.get(at, here.start), here.form))
        return f"{indent}{said.strip()} " if said.strip() else ""

    def _count_paragraph(
        self, list_id: str, entry: _ListState, place: int, level: _ListLevel
    ) -> dict[int, int]:
        """Count one paragraph; where each level stands now. Lists of one abstract list count together."""
        counts = self._counts.setdefault(entry.abstract, {})
        if list_id not in self._begun:
            self._begun.add(list_id)
            for at in entry.starts:
                counts.pop(at, None)
        counts[place] = counts.get(place, entry.starts.get(place, level.start) - 1) + 1
        for deeper in [at for at in counts if at > place]:
            del counts[deeper]
        return counts


def heading(outline: int | None) -> str:
    """What a heading of this order begins with; empty for plain text."""
    return "#" * (outline + 1) + " " if outline is not None and outline < _MAX_HEADING_LEVELS else ""


def is_on(attributes: dict[str, str]) -> bool:
    """Whether a property that may be switched off is on."""
    return value(attributes, "val") not in {"0", "false", "off"}


def number(said: str) -> int | None:
    """A small number, or ``None``."""
    return int(said) if said.isascii() and said.isdigit() and len(said) <= len("9999") else None


def _start(said: str) -> int:
    found = number(said)
    return 1 if found is None else found
