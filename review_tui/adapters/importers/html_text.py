"""The readable text of a web page.

lxml's HTML parser (libxml2, BSD licence, well kept) mends what is broken and hands over one tag after the
other: no tree is built, so neither depth nor size costs memory. It also reads our Word documents, which is
why neither selectolax nor BeautifulSoup with html5lib is needed beside it.
"""

import codecs
import contextlib
import re
from collections.abc import Callable, Mapping

from lxml import etree

from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.line_builder import LineBuilder
from review_tui.adapters.importers.list_labels import ListLabels
from review_tui.adapters.importers.text_decoding import decoded

_MAX_TAGS = 150_000
"""Tags of a page that is read."""
_TOO_MANY_TAGS = f"This page has more than {_MAX_TAGS:,} tags. Divide it, or save its text as .txt."
_MAX_PIECES = 500_000
"""Stretches of words. A page made to do harm has one for each letter: each ``<`` that opens no tag is one."""
_CHUNK = 1 << 16
"""Characters that the parser is fed with at once."""
_META = re.compile(rb"<meta\s[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_:.\-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"\s{0,99}<\?xml\s[^>]{0,99}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_.\-]{1,40})")
_PAGE_DECLARATION = re.compile(
    r"cp125\d|cp866|cp874|cp932|cp949|iso8859-\d{1,2}|koi8-[ru]|mac-(?:roman|cyrillic)|gb2312|gbk|gb18030|"
    r"big5(?:hkscs)?|euc_(?:jp|kr)|shift_jis|iso2022_jp"
)
"""Python's names of the charsets that pages are written in; it knows others that are traps."""
_SNIFFED_BYTES = 4096
"""In which the encoding must be declared; the HTML standard asks browsers for 1,024 at least."""
_LEFT_OUT = frozenset(
    [
        "script",
        "style",
        "nav",
        "head",
        "template",
        "noscript",
        "noframes",
        "iframe",
        "object",
        "embed",
        "applet",
        "svg",
        "canvas",
        "audio",
        "video",
        "select",
        "datalist",
        "button",
        "textarea",
        "dialog",
        "del",
        "menu",
    ]
)
_MENUS = frozenset(("nav", "menu"))
_ROLES = frozenset(
    ("navigation", "search", "menu", "menubar", "toolbar", "banner", "contentinfo", "complementary")
)
_MENU_NAME = re.compile(
    r"(?:\A|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|side-?bar|skip-?(?:link|to-content|nav)|cookie-?\w{0,12}"
    r"|site-?(?:header|footer)|masthead|social-?\w{0,12}|share|pagination)(?=\Z|[\s_-])",
    re.IGNORECASE,
)
"""What pages call the parts of themselves that lead elsewhere."""
_PARTS = frozenset(("div", "ul", "ol", "section", "aside", "header", "footer", "p", "a", "span"))
_MAIN = re.compile(r"<main[\s>]|<\w{1,12}\s[^<>]{0,400}?\brole\s{0,3}=\s{0,3}[\"']?main\b", re.IGNORECASE)
_LEAST_MAIN = 200
"""Letters that the main part of a page says at least: with fewer it is none."""
_NO_WORDS = "There are no words to read in this page. Open it in a browser and save its text as .txt."
_MOST_SIGNS = 4 * _MAX_TAGS
"""Beginnings of tags in a page that surely has too many, whichever of them close."""
_EMPTY = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "main",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
    ]
)
_HEADINGS = {f"h{n}": "#" * n + " " for n in range(1, 7)}
_BOLD_TAGS = frozenset(("b", "strong"))
_ITALIC_TAGS = frozenset(("i", "em", "cite", "dfn", "var"))
_QUOTED = re.compile(r"^> ", re.MULTILINE)
_MOST_QUOTED = 0.5
"""The share of a page's letters that quotations may be."""
_STYLE_SHEET = re.compile(r"<style\b[^<>]{0,200}>([^<]{0,200000})", re.IGNORECASE)
_RULE = re.compile(r"\.([A-Za-z][\w-]{0,60})\s{0,3}\{([^{}]{0,2000})\}")
_BOLD_STYLE = re.compile(r"font-weight\s{0,3}:\s{0,3}(?:bold|[6-9]00)\b", re.IGNORECASE)
_ITALIC_STYLE = re.compile(r"font-style\s{0,3}:\s{0,3}(?:italic|oblique)\b", re.IGNORECASE)
_HIDDEN = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)\b", re.IGNORECASE)


def prepare(raw: bytes) -> Callable[[], tuple[str, tuple[str, ...]]]:
    """For ``worker``: the codec that a page asks for is opened first."""
    letters, problems = decode_page(raw)
    return lambda: (page_text(letters), problems)


def prepare_markdown(raw: bytes) -> Callable[[], tuple[str, tuple[str, ...]]]:
    """As ``prepare``, for a text in which bold words and tables are marked."""
    letters, problems = decode_page(raw)

    def read() -> tuple[str, tuple[str, ...]]:
        text, around = page_and_around(letters)
        return text, (*problems, *around)

    return read


def page_text(page: str, *, is_markdown: bool = False) -> str:
    """The text of a page, given its letters. Raises ``UnreadableDocument``."""
    target = _heard(page, _PageTarget(is_markdown=is_markdown))
    return _without_false_quotations(target.lines.text) if is_markdown else target.lines.text


def page_and_around(page: str) -> tuple[str, tuple[str, ...]]:
    """A page in Markdown, and what is left out as it only leads elsewhere. Raises ``UnreadableDocument``."""
    target = _PageTarget(is_markdown=True, has_main=bool(_MAIN.search(page)))
    _heard(page, target)
    text = _without_false_quotations(target.lines.text)
    if target.has_main and len(text) < _LEAST_MAIN:
        target = _heard(page, _PageTarget(is_markdown=True))
        text = _without_false_quotations(target.lines.text)
    if not text:
        raise UnreadableDocument(_NO_WORDS)
    around = dict.fromkeys(said for words in target.around if (said := " ".join(words.split())))
    return text, ((f"Left out, as it is around the minutes: {'; '.join(around)}",) if around else ())


def _heard(page: str, target: "_PageTarget") -> "_PageTarget":
    """``target`` when it was told of the whole page. Raises ``UnreadableDocument``."""
    if sheet := _STYLE_SHEET.search(page):
        target.classes = {name: said for name, said in _RULE.findall(sheet[1]) if "font-" in said}
    if page.count("<") > _MOST_SIGNS:
        raise UnreadableDocument(
            f"This page has more than {_MAX_TAGS:,} tags. Divide it, or save its text as .txt."
        )
    parser = etree.HTMLParser(target=target)
    with contextlib.suppress(etree.LxmlError):  # nothing in it at all
        for start in range(0, len(page), _CHUNK):
            parser.feed(page[start : start + _CHUNK])
        parser.close()
    if not target.lines.text and not target.has_main:
        raise UnreadableDocument(_NO_WORDS)
    return target


def decode_page(raw: bytes, charset: str = "") -> tuple[str, tuple[str, ...]]:
    """The letters of a page, and what is to be said about them. Raises ``UnreadableDocument``.

    They are read by the mark in front, else as ``charset`` or the page itself says, else as UTF-8 or
    Windows-1252.
    """
    head = raw[:_SNIFFED_BYTES]
    said = _META.search(head) or _XML.match(head)
    marked = raw.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if (said or charset) and not marked:
        name = charset or (said[1].decode("ascii") if said else "")
        with contextlib.suppress(LookupError, ValueError):
            codec = codecs.lookup(_BROWSER_ENCODINGS.get(name.casefold(), name))
            if _PAGE_DECLARATION.fullmatch(codec.name):
                return raw.decode(codec.name, "replace"), ()
    text, problems = decoded(raw)
    return text.removeprefix("\ufeff"), problems


_BROWSER_ENCODINGS = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "x-sjis": "cp932",
}
"""What browsers read a charset as."""


class _PageTarget:
    """What lxml tells of a page, tag by tag."""

    def __init__(self, *, is_markdown: bool = False, has_main: bool = False) -> None:
        self.has_main = has_main
        self.classes: dict[str, str] = {}
        """What the page's own style sheet says of letters, by the class: Google Docs has no other bold."""
        self._spans: list[tuple[bool, bool]] = []
        self.around: list[str] = []
        """Words of the parts that lead elsewhere, and of what stands outside the main part."""
        self._is_outside = has_main
        self._main: tuple[str, int] = ("", 0)
        """The tag of the main part, and how many of them are open."""
        self._is_menu = False
        self.lines = LineBuilder(is_markdown=is_markdown)
        self._bold = 0
        self._italic = 0
        self._tags = 0
        self._pieces = 0
        self._left_out = 0
        self._as_it_stands = 0
        self._lists = ListLabels()
        self._begins: dict[str, Callable[[Mapping[str, str]], None]] = {
            "br": lambda _: self.lines.end(),
            "li": self._entry,
            "ul": lambda _: self._list(None),
            "ol": self._list,
            "tr": lambda _: self.lines.begin_row(),
            "td": lambda _: self.lines.begin_cell(),
            "th": lambda _: self.lines.begin_cell(),
            "pre": self._keep_lines,
            "blockquote": self._quote,
        }
        self._is_markdown = is_markdown
        self._is_quote = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A tag opens."""
        self._tags += 1
        if self._tags > _MAX_TAGS:
            raise UnreadableDocument(_TOO_MANY_TAGS)
        if (
            self._left_out
            or tag in _LEFT_OUT
            or (attributes and tag not in _EMPTY and (_is_hidden(attributes) or _is_menu(tag, attributes)))
        ):
            if not self._left_out:
                self._is_menu = _is_menu(tag, attributes)
            self._left_out += tag not in _EMPTY
            return
        if self.has_main and not self._is_in_main(tag, attributes):
            return
        begin = self._begins.get(tag)
        if begin:
            begin(attributes)
        elif tag in _BLOCKS:
            self.lines.end()
        elif tag in _HEADINGS:
            self.lines.end()
            self.lines.mark(_HEADINGS[tag])
        else:
            self._begin_emphasis(tag, attributes)

    def end(self, tag: str) -> None:
        """A tag closes."""
        if self._left_out:
            self._left_out -= tag not in _EMPTY
        elif self._is_outside:
            return
        elif self._ends_main(tag):
            self.lines.end()
        elif tag == "span" and self._spans:
            is_bold, is_italic = self._spans.pop()
            self._set_emphasis(-1, is_bold=is_bold, is_italic=is_italic)
        elif tag in _BOLD_TAGS | _ITALIC_TAGS:
            self._set_emphasis(-1, is_bold=tag in _BOLD_TAGS, is_italic=tag in _ITALIC_TAGS)
        elif tag == "tr":
            self.lines.end_row()
        else:
            self._end_lines(tag)

    def _begin_emphasis(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "span":
            named = attributes.get("class", "")[:300].split()
            said = ";".join((attributes.get("style", "")[:2000], *(self.classes.get(n, "") for n in named)))
            is_bold, is_italic = _BOLD_STYLE.search(said) is not None, _ITALIC_STYLE.search(said) is not None
            self._spans.append((is_bold, is_italic))
            self._set_emphasis(1, is_bold=is_bold, is_italic=is_italic)
        elif tag in _BOLD_TAGS | _ITALIC_TAGS:
            self._set_emphasis(1, is_bold=tag in _BOLD_TAGS, is_italic=tag in _ITALIC_TAGS)

    def _set_emphasis(self, step: int, *, is_bold: bool = False, is_italic: bool = False) -> None:
        self._bold = max(0, self._bold + step * is_bold)
        self._italic = max(0, self._italic + step * is_italic)
        self.lines.bold(is_on=self._bold > 0)
        self.lines.italic(is_on=self._italic > 0)

    def _end_lines(self, tag: str) -> None:
        """What a tag that stands around lines ends."""
        if tag in {"ul", "ol"}:
            self.lines.end()
            self._lists.close()
        elif tag in _BLOCKS or tag == "li" or tag in _HEADINGS:
            self.lines.end()
            self._as_it_stands -= tag == "pre" and self._as_it_stands > 0
            self._is_quote &= tag != "blockquote"
            if tag == "table":
                self.lines.end_table()
            if tag in _HEADINGS or tag == "blockquote":
                self.lines.mark("")

    def data(self, words: str) -> None:
        """Words between tags."""
        self._pieces += 1
        if self._pieces > _MAX_PIECES:
            raise UnreadableDocument(
                f"The words of this page are in more than {_MAX_PIECES:,} pieces. Save its text as .txt."
            )
        if self._left_out or self._is_outside:
            if self._is_menu or not self._left_out:
                self.around.append(words)
            return
        if self._is_quote and not words.isspace():
            self.lines.mark_if_none("> ")
        if self._as_it_stands:
            first, *more = words.split("\n")
            self.lines.add_text(first)
            for line in more:
                self.lines.end()
                if line:
                    self.lines.add_text(line)
        else:
            self.lines.add_text(words)

    def comment(self, _: str) -> None:
        """Nobody reads comments."""

    def pi(self, target: str, data: str | None = None) -> None:
        """Nor instructions to programs."""

    def close(self) -> None:
        """The page is complete."""

    def _is_in_main(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Whether what opens is in the main part; the part itself is, too."""
        if self._is_outside and (tag == "main" or attributes.get("role", "").casefold() == "main"):
            self._is_outside, self._main = False, (tag, 1)
        elif not self._is_outside and tag == self._main[0]:
            self._main = (tag, self._main[1] + 1)
        return not self._is_outside

    def _ends_main(self, tag: str) -> bool:
        if not self.has_main or tag != self._main[0]:
            return False
        self._main = (tag, self._main[1] - 1)
        self._is_outside = self._main[1] == 0
        return self._is_outside

    def _list(self, attributes: Mapping[str, str] | None) -> None:
        self.lines.end()
        self._lists.open(attributes)

    def _entry(self, attributes: Mapping[str, str]) -> None:
        self.lines.end()
        self.lines.mark(self._lists.next(attributes.get("value", "")))

    def _quote(self, _: Mapping[str, str]) -> None:
        self.lines.end()
        self._is_quote = self._is_markdown

    def _keep_lines(self, _: Mapping[str, str]) -> None:
        self.lines.end()
        self._as_it_stands += 1


def _without_false_quotations(text: str) -> str:
    """A page that sets in most of its words by quotations quotes nothing: so old pages have their margin."""
    quoted = sum(len(line) for line in text.split("\n") if line.startswith("> "))
    return _QUOTED.sub("", text) if quoted > _MOST_QUOTED * len(text) else text


def _is_menu(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether a part of a page leads elsewhere."""
    if tag in _MENUS or attributes.get("role", "").casefold() in _ROLES:
        return True
    named = f"{attributes.get('class', '')[:300]} {attributes.get('id', '')[:100]}"
    return tag in _PARTS and bool(named.strip()) and _MENU_NAME.search(named) is not None


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    return "hidden" in attributes or _HIDDEN.search(attributes.get("style", "")[:2000]) is not None
