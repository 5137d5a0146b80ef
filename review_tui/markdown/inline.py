"""What a reader sees of the marks within a passage: emphasis, links, entities, tags, invisible characters.

The marks are only located, never rewritten: what is left out or read as something else is told as edits with
their places. Emphasis follows the rules of CommonMark; what is struck out is not said. Code keeps its
backticks, as its words are not prose. ``2020--September`` is read with a dash, as word processors set it.
"""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from review_tui.markdown.html_marks import TAG

_KEPT = 1 << 14
"""Passages whose marks are remembered, as many as pieces of texts are."""


class Edit(NamedTuple):
    """Characters that are read as others; as none where ``words`` is empty."""

    start: int
    end: int
    words: str


_HIDDEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_BLANKS = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_ANY = re.compile(rf"[*_~`\\<&\[{_HIDDEN}{_BLANKS}]|--")
_MARK = re.compile(
    rf"""
    (?P<url>https?://[^\s<>()\[\]*`]{{1,2000}})
    |(?P<escape>\\(?:[!-/:-@\[-`{{-~]|\Z))
    |(?P<code>`+)
    |(?P<comment><!--(?:.{{0,2000}}?-->))
    |(?P<address><(?:https?://|mailto:)[^\s<>]{{1,1000}}>|<[\w.+-]{{1,64}}@[\w.-]{{1,200}}>)
    |(?P<tag>{TAG.pattern})
    |(?P<entity>&(?:[A-Za-z][A-Za-z0-9]{{1,30}}|\#\d{{1,7}}|\#[xX][0-9A-Fa-f]{{1,6}});)
    |(?P<run>\*+|_+|~~+)
    |(?P<footnote>\[\^[^\]\s]{{1,30}}\])
    |(?P<open>!?\[)
    |(?P<close>\])
    |(?P<dash>--+)
    |(?P<hidden>[{_HIDDEN}]+)
    |(?P<blank>[{_BLANKS}])
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_LINK_END = re.compile(
    r"\]\(\s*(?:<[^<>\n]{0,1000}>|[^\s()<>]{0,1000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,1000}){0,9})"
    r"(?:\s+(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?\s*\)"
)
_STRUCK_TAGS = frozenset({"del", "s", "strike"})
_DASHES = {2: "\u2013", 3: "\u2014"}


class _Run(NamedTuple):
    """A run of one of the signs of emphasis."""

    start: int
    length: int
    sign: str
    can_open: bool
    can_close: bool


def has_marks(words: str) -> bool:
    """Whether anything in ``words`` may be a mark."""
    return _ANY.search(words) is not None


@functools.lru_cache(maxsize=_KEPT)
def edits_of(words: str) -> tuple[Edit, ...]:
    """What is to be read otherwise than it stands in ``words``, in order, none over another."""
    if not has_marks(words):
        return ()
    return tuple(_Scan(words).edits())


@functools.lru_cache(maxsize=_KEPT)
def shown_edits_of(words: str) -> tuple[tuple[Edit, ...], tuple[tuple[int, int], ...]]:
    """The same for words that are shown: nothing that could mislead is left out of sight.

    Links keep their addresses, and comments and invisible characters stay. What is struck out stays too,
    between ``~~`` as not every terminal can strike it through; its places are told second.
    """
    if not has_marks(words):
        return (), ()
    scan = _Scan(words, is_shown=True)
    edits = tuple(scan.edits())
    return edits, tuple((edit.start, edit.end) for edit in scan.found if edit.words == _STRUCK)


class _Scan:
    """One passage's words, gone through once."""

    def __init__(self, words: str, *, is_shown: bool = False) -> None:
        self.words = words
        self.is_shown = is_shown
        self.found: list[Edit] = []
        self.runs: list[_Run] = []
        self.opened: list[tuple[int, int]] = []
        """Brackets that may begin a link: their characters."""
        self.struck_by_tag: list[tuple[str, int]] = []
        """Tags that are open: their names, and where they begin."""
        self.unclosed: set[int] = set()
        """Lengths of runs of backticks that nothing closes any more."""

    def edits(self) -> Iterator[Edit]:
        """All edits, those within struck words left out."""
        at = 0
        while match := _MARK.search(self.words, at):
            kind = match.lastgroup or ""
            at = getattr(self, f"_{kind}")(match)
        self.found += _emphasis(self.runs, is_shown=self.is_shown)
        struck = [edit for edit in self.found if edit.words == _STRUCK and not self.is_shown]
        seen = [edit for edit in self.found if edit.words != _STRUCK]
        seen += [_with_a_blank(self.words, edit) for edit in struck]
        at = 0
        for edit in sorted(seen, key=lambda e: (e.start, -e.end)):
            if edit.start >= at and edit.start < edit.end:
                yield edit
                at = edit.end

    def _url(self, match: re.Match[str]) -> int:
        return match.end()

    def _escape(self, match: re.Match[str]) -> int:
        self.found.append(Edit(*match.span(), match[0][1:]))
        return match.end()

    def _code(self, match: re.Match[str]) -> int:
        length = len(match[0])
        if length in self.unclosed:
            return match.end()
        closing = re.compile(rf"(?<!`)`{{{length}}}(?!`)").search(self.words, match.end())
        if closing is None:
            self.unclosed.add(length)
            return match.end()
        return closing.end()

    def _comment(self, match: re.Match[str]) -> int:
        self._leave_out(match)
        return match.end()

    def _leave_out(self, match: re.Match[str]) -> None:
        """What is not read, but shown."""
        if not self.is_shown:
            self.found.append(Edit(*match.span(), ""))

    def _address(self, match: re.Match[str]) -> int:
        self.found += [Edit(match.start(), match.start() + 1, ""), Edit(match.end() - 1, match.end(), "")]
        return match.end()

    def _tag(self, match: re.Match[str]) -> int:
        name = match[0].strip("</>").split()[0].lower()
        seen = " " if name == "br" and match.end() < len(self.words) else ""
        seen = "~~" if self.is_shown and name in _STRUCK_TAGS else seen
        self.found.append(Edit(*match.span(), seen))
        if name in _STRUCK_TAGS:
            if match[0][1] != "/":
                self.struck_by_tag.append((name, match.start()))
            elif self.struck_by_tag and self.struck_by_tag[-1][0] == name:
                self.found.append(Edit(self.struck_by_tag.pop()[1], match.end(), _STRUCK))
        return match.end()

    def _entity(self, match: re.Match[str]) -> int:
        import html  # noqa: PLC0415 -- its table of all names takes 1 ms, and few minutes hold one

        said = html.unescape(match[0])
        if said != match[0]:
            seen = re.sub(rf"[{_BLANKS}]", " ", re.sub(rf"[{_HIDDEN}]", "", said))
            self.found.append(Edit(*match.span(), seen))
        return match.end()

    def _run(self, match: re.Match[str]) -> int:
        sign, (start, end) = match[0][0], match.span()
        before = self.words[start - 1] if start else " "
        after = self.words[end] if end < len(self.words) else " "
        is_left = not after.isspace() and (not _is_sign(after) or before.isspace() or _is_sign(before))
        is_right = not before.isspace() and (not _is_sign(before) or after.isspace() or _is_sign(after))
        if sign == "_":
            opens = is_left and (not is_right or _is_sign(before))
            closes = is_right and (not is_left or _is_sign(after))
        else:
            opens, closes = is_left, is_right
        if sign != "~" or end - start == 2:  # noqa: PLR2004 -- a pair
            self.runs.append(_Run(start, end - start, sign, opens, closes))
        return end

    def _footnote(self, match: re.Match[str]) -> int:
        self._leave_out(match)
        return match.end()

    def _open(self, match: re.Match[str]) -> int:
        self.opened.append(match.span())
        return match.end()

    def _close(self, match: re.Match[str]) -> int:
        if not self.opened:
            return match.end()
        opening = self.opened.pop()
        link = _LINK_END.match(self.words, match.start())
        if link is None:
            return match.end()
        if not self.is_shown:
            self.found += [Edit(*opening, ""), Edit(*link.span(), "")]
        return link.end()

    def _dash(self, match: re.Match[str]) -> int:
        start, end = match.span()
        before, after = self.words[start - 1 : start], self.words[end : end + 1]
        is_between = bool(before and after) and before.isspace() == after.isspace() and after not in "->"
        if is_between and before not in "<!-" and len(match[0]) in _DASHES:
            self.found.append(Edit(start, end, _DASHES[len(match[0])]))
        return end

    def _hidden(self, match: re.Match[str]) -> int:
        self._leave_out(match)
        return match.end()

    def _blank(self, match: re.Match[str]) -> int:
        self.found.append(Edit(*match.span(), " "))
        return match.end()


_STRUCK = "\x00struck"
"""Stands for the words of an edit that takes out all that is struck through."""


def _is_sign(character: str) -> bool:
    return not character.isalnum() and not character.isspace()


def _emphasis(runs: list[_Run], *, is_shown: bool) -> Iterator[Edit]:
    """The signs of emphasis that belong together, after CommonMark's procedure, and what is struck out.

    Words that are struck out keep their signs where they are shown: not every terminal can strike through.
    """
    left = {run.start: run.length for run in runs}
    stack: list[_Run] = []
    bottom: dict[tuple[str, bool, int], int] = {}
    """How far down a kind of closing run has looked in vain."""
    for run in runs:
        key = (run.sign, run.can_open, run.length % 3)
        while run.can_close and left[run.start]:
            place = _opener(stack, run, left, bottom.get(key, 0))
            if place is None:
                bottom[key] = len(stack)
                break
            opener = stack[place]
            del stack[place + 1 :]
            bottom = {k: min(v, len(stack)) for k, v in bottom.items()}
            both = min(left[opener.start], left[run.start], 2)
            end = opener.start + left[opener.start]
            begin = run.start + run.length - left[run.start]
            if run.sign == "~":
                yield Edit(end - both, begin + both, _STRUCK)
            if run.sign != "~" or not is_shown:
                yield Edit(end - both, end, "")
                yield Edit(begin, begin + both, "")
            left[opener.start] -= both
            left[run.start] -= both
            if not left[opener.start]:
                stack.pop()
        if run.can_open and left[run.start]:
            stack.append(run)


def _opener(stack: list[_Run], run: _Run, left: dict[int, int], bottom: int) -> int | None:
    for place in range(len(stack) - 1, bottom - 1, -1):
        opener = stack[place]
        if opener.sign != run.sign or not left[opener.start]:
            continue
        is_odd = (opener.can_close or run.can_open) and (opener.length + run.length) % 3 == 0
        if is_odd and (opener.length % 3 or run.length % 3):
            continue
        return place
    return None


def _with_a_blank(words: str, struck: Edit) -> Edit:
    """What is struck out, with one of the blanks around it."""
    before = words[struck.start - 1] if struck.start else " "
    is_wider = before.isspace() and words[struck.end : struck.end + 1] == " "
    return Edit(struck.start, struck.end + is_wider, "")
