"""Which line ends of a paragraph are only those of an editor that wraps, and which begin another passage.

Minutes are kept in two ways: a paragraph a line, whatever its length, or wrapped at some width. Markdown
takes lines without a blank line between them for one paragraph, but who writes a paragraph a line may leave
the blank line out. So a line end is only taken for wrapping where the text itself bears it out:

- the lines of a block are such as wrapping at some width makes: no line is longer, and the first word of each
  would not have fitted on the line before; the sentence goes on over at least half of those line ends; and it
  is a sentence: a line ends as no jotting does ("of", a comma), or the block begins with a capital and ends
  with a stop; or
- other blocks of the same text are wrapped, and this line is full at their width, or ends within a sentence
  that goes on with a small letter; or
- the next line is set in under the bullet that the block begins with, or quoted (``>``) with it, unless most
  such lines are so short that they are jottings of their own; or
- the line can't be the end of what it says, and the next goes on with a small letter; unless most lines of
  the block begin with one, as in notes of a hand without capitals: "skips from 1 may" ends there.

What begins like a list or a label (``(a)``, ``Present:``) begins a passage, and so does what follows a line
break that was asked for (two blanks, a backslash or ``<br>`` at the end of a line). A number or letter does
so only where the line before has ended, or where its like follows or goes before: "regressions of / 3.1.4.
There" and "proposed by / B. Fox" go on.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from review_tui.model.frozen import frozen

NARROWEST, WIDEST = 28, 120
"""Columns between which people wrap text. A longer line is a paragraph by itself."""
_NEARLY_FULL = 0.75
"""Of the width: where a person who breaks lines by hand begins to think of the next."""
_MOST = 0.7
"""Of the line ends of a block have to be those of full lines, when it is wrapped by hand."""
_FEWEST_BY_HAND = 4
"""Line ends from which so loose a block counts as wrapped by itself."""
_FEWEST_SMALL = 4
"""Lines from which a block shows that its hand uses no capitals."""
_FAR_FROM_FULL, _FEWEST_RAGGED = 0.85, 2
"""Of the widest line: what an editor would have filled; and the line ends from which that shows."""
_BROKEN_OFF = 0.75
"""Of the widest line: one so short that may end there shows that nobody wrapped them."""
_JOTTED_SHARE = 4
"""Of so many lines of prose at least one ends with "of", a comma or the like; jottings hardly do."""

_END = re.compile(r"[.!?\u2026:;|][\"')\]*_~\u2019\u201d]{0,4}\Z")
_LOOKS_ON = re.compile(
    r"(?:[,(\u2013\u2014\-/&]|(?<![\w])(?:a|an|and|as|at|be|been|by|for|from|in|into|is|it|its|mr|mrs|ms|cllr|dr"
    r"|(?<![-\u2013:?,] )no|of|on|or|our|that|the|their|this|to|was|were|which|who|will|with|has|had|have|not"
    r"|but|than|january|february|march|april|may|june|july|august|september|october|november|december))\Z",
    re.IGNORECASE,
)
"""How a line ends that can't be the end of what it says."""
_BREAK = re.compile(r"(?:<br ?/?>|(?<!\\)\\|\S {2,})\Z", re.IGNORECASE)
_ITEM = re.compile(
    r"(?:\\?[-*+]|[\u2022\u00b7\u25cf\u25aa\u25e6\uf0a7]|\(?(?:\d{1,3}|[a-z]|[ivx]{2,5})\\?\)|\(\d{1,3}\)"
    r"|\d{1,2}(?:\.\d{1,2}){0,3}\\?\.|[a-hA-H]\\?\.)\s|\||\[[^\]]{1,60}\]:\s",
)
_COUNTED = re.compile(
    r"(?P<open>\(?)(?P<before>(?:\d{1,3}\.){0,3})(?P<last>\d{1,3}|[ivx]{2,5}|[A-Za-z])(?P<close>\\?[.)])\s"
)
"""Such an item with a number or letter."""
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_LIST_GOES_ON = re.compile(r"[,\u2013\u2014-]\Z|[,;] (?:and|or)\Z", re.IGNORECASE)
"""How an entry of a list ends before the next, or a line before the first."""
_SHORT_HEAD = 40
"""Columns of a line that is rather a title with its number than part of a wrapped sentence."""
_URL = re.compile(r"\s*(?:[<(]?https?://\S+|.*[:/])\s*\Z")
_DASH = re.compile(r"[\u2013\u2014]\s")
_LABEL = re.compile(
    r"[*_]{0,3}(?:[a-z][\w.'\u2019&/-]{0,30}(?: [\w.'\u2019&/-]{1,30})?"
    r"|(?![a-z])[^\W\d_][\w.'\u2019&/-]{0,30}(?: [\w.'\u2019&()/-]{1,30}){0,3})[*_]{0,3}\s?:(?![/\w])"
    r"|\*\*[^*]{1,60}\*\*(?:\s*\Z|\s*:|\s[\u2013-]\s)"
)
"""``Present:``, ``Cllr Smith:``, or a line that begins with a title in bold."""


@frozen
class WrappedLine:
    """One line of a block, as far as wrapping goes."""

    words: str
    """Without what stands before the words, and with the blanks at the end."""
    width: int
    """Columns from the beginning of the line to the end of the words."""
    is_set_in: bool = False
    """Whether it is indented under the bullet that the block begins with, or quoted as the line before."""


@frozen
class _LineEnd:
    """What speaks for and against one line end."""

    width: int
    """Of the line."""
    needed: int
    """Columns that it would have with the first word of the next line."""
    goes_on: bool
    """Whether the sentence goes on, by the letters on either side."""
    looks_on: bool
    """Whether the line can't be the end of what it says."""
    is_open: bool
    """Whether no sentence ends there."""
    is_mid_sentence: bool
    """Whether the line can't be the end of what it says, and the next goes on with a small letter."""
    begins: bool
    """Whether the next line begins something by the look of it."""
    is_set_in: bool

    @classmethod
    def between(cls, line: WrappedLine, following: WrappedLine, *, counts: bool = True) -> "_LineEnd":
        """The end of ``line``; ``counts`` says whether a number before ``following`` may be an item's."""
        words, after = line.words.rstrip(), following.words
        first = after.split(None, 1)[0] if after.strip() else ""
        is_open = _END.search(words[-8:]) is None
        looks_on = can_not_end(words)
        begins = begins_a_passage(after) and counts
        begins = begins or (
            _DASH.match(after) is not None and not looks_on and _DASH.match(words) is not None
        )
        return cls(
            line.width,
            line.width + 1 + len(first),
            goes_on=looks_on or (is_open and not _is_capital(after)),
            looks_on=looks_on,
            is_open=is_open,
            is_mid_sentence=looks_on
            and not begins
            and line.width >= NARROWEST
            and (after[:1].islower() or not counts),
            begins=begins or (_BREAK.search(line.words[-8:]) is not None and not looks_on),
            is_set_in=following.is_set_in,
        )


def can_not_end(words: str) -> bool:
    """Whether a line that ends with ``words`` can't be the end of what it says: "of", a comma."""
    return _END.search(words[-8:]) is None and _LOOKS_ON.search(words[-12:]) is not None


def begins_a_passage(words: str) -> bool:
    """Whether words at the beginning of a line begin a passage by the look of them."""
    return _ITEM.match(words) is not None or _LABEL.match(words) is not None


def _is_capital(words: str) -> bool:
    letter = next((c for c in words[:8] if c.isalnum()), "")
    return letter.isupper() or not letter


@frozen
class BlockWrapping:
    """A block of several lines, as far as wrapping goes."""

    ends: tuple[_LineEnd, ...]
    own_width: int
    """The width that its lines are wrapped at, by what they show; 0 when they don't."""
    is_small: bool = False
    """Whether its lines begin with small letters as a rule."""
    is_ragged: bool = False
    """Whether most line ends can't be those of an editor that wraps: what follows would have fitted."""

    @classmethod
    def of(cls, lines: Sequence[WrappedLine]) -> "BlockWrapping":
        """What the lines of a block show."""
        counts = _count_lines(lines)
        ends = tuple(
            _LineEnd.between(line, following, counts=is_item)
            for (line, following), is_item in zip(pairwise(lines), counts[1:], strict=True)
        )
        small = sum(line.words[:1].islower() for line in lines)
        is_small = len(lines) >= _FEWEST_SMALL and 2 * small > len(lines)
        return cls(ends, _own_width(lines, ends), is_small, _is_ragged(lines, ends))

    def passage_starts(self, width: int) -> tuple[int, ...]:
        """The lines that begin a passage, the first among them. ``width`` is that of the text, or 0."""
        is_jotted = self.is_small and not (self.own_width or width)
        is_set_in = [end.is_set_in and not self.is_ragged for end in self.ends]
        soft = [
            (hangs or not is_jotted) and _is_soft(end, self.own_width, width, hangs=hangs)
            for end, hangs in zip(self.ends, is_set_in, strict=True)
        ]
        return (0, *(n for n, is_soft in enumerate(soft, 1) if not is_soft))


def _count_lines(lines: Sequence[WrappedLine]) -> list[bool]:
    """For each line whether a number or letter at its beginning counts items; ``True`` for those without."""
    marks = [_COUNTED.match(line.words) for line in lines]
    if not any(marks[1:]):
        return [True] * len(lines)
    said = [line.words.rstrip() for line in lines]
    is_open = [_END.search(words[-8:]) is None for words in said]
    looks_on = [
        is_open[n] and _LOOKS_ON.search(words[-12:]) is not None and _LIST_GOES_ON.search(words[-6:]) is None
        for n, words in enumerate(said)
    ]
    counts = [True]
    for n, mark in enumerate(marks[1:], 1):
        if mark is None or not is_open[n - 1]:
            counts.append(True)
            continue
        alike = [m for m, other in enumerate(marks) if other and m != n and _are_next(mark, other)]
        if looks_on[n - 1]:
            # Two versions in one sentence, 3.1.4 and 3.1.5, are no list.
            counts.append(any(m == 0 or not looks_on[m - 1] for m in alike))
            continue
        is_first = mark["last"] in {"1", "a", "A", "i"}
        is_head = lines[n].width <= _SHORT_HEAD and is_open[n] and not looks_on[n]
        counts.append(bool(alike) or is_first or is_head)
    return counts


def _are_next(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether one mark is the next to the other, or next below it: 3.1 and 3.2, (a) and (b), 3. and 3.1."""
    a, b = (f"{mark['before']}{mark['last']}." for mark in (one, other))
    if a.startswith(b) or b.startswith(a):
        return True
    if (one["open"], one["before"], one["close"]) != (other["open"], other["before"], other["close"]):
        return False
    return any(
        abs(x - y) == 1 for x, y in zip(_label_values(one["last"]), _label_values(other["last"]), strict=True)
    )


def _label_values(mark: str) -> tuple[float, float, float]:
    """What it counts as a figure, as a letter and as a Roman figure; no number where it is none of these."""
    nothing = float("nan")
    small = mark.casefold()
    return (
        float(mark) if mark.isdecimal() else nothing,
        float(ord(mark)) if len(mark) == 1 and mark.isalpha() else nothing,
        float(_ROMAN.index(small)) if small in _ROMAN else nothing,
    )


def wrap_width(blocks: Iterable[BlockWrapping]) -> int:
    """The width that the blocks of a text are wrapped at; 0 when they are not.

    Only blocks that show it by themselves count: nine line ends in ten of theirs are of no wider block.
    """
    widths = sorted(block.own_width for block in blocks for _ in block.ends if block.own_width)
    return widths[len(widths) * 9 // 10] if widths else 0


def _is_ragged(lines: Sequence[WrappedLine], ends: Sequence[_LineEnd]) -> bool:
    """Whether lines set in under a bullet are jottings of their own: far too short for wrapped ones."""
    widest = max((line.width for line in lines), default=0)
    short = sum(end.needed <= _FAR_FROM_FULL * widest for end in ends)
    is_broken_off = any(end.needed <= _BROKEN_OFF * widest and not end.looks_on for end in ends)
    return len(ends) >= _FEWEST_RAGGED and (is_broken_off or 2 * short >= len(ends))


def _is_soft(end: _LineEnd, own: int, width: int, *, hangs: bool) -> bool:
    if end.is_mid_sentence:
        return True
    if end.begins:
        return False
    if hangs or own:
        return True
    if not width or end.width > width + 1:
        return False
    is_full = end.needed > width * (_NEARLY_FULL if end.goes_on else 1)
    return is_full or (end.goes_on and end.is_open)


def _own_width(block: Sequence[WrappedLine], ends: Sequence[_LineEnd]) -> int:
    """The width, in cells, at which lines were wrapped by a program or by hand; 0 for lines of their own."""
    widest = max((line.width for line in block), default=0)
    joints = [end for end in ends if not end.begins]
    if not joints or not NARROWEST <= widest <= WIDEST:
        return 0
    going_on = sum(end.goes_on for end in joints)
    is_prose = any(end.looks_on for end in joints) or (
        _is_capital(block[0].words) and _END.search(block[-1].words.rstrip()[-8:]) is not None
    )
    if all(end.needed > widest for end in joints):
        return widest if is_prose and going_on * 2 >= len(joints) else 0
    full = sum(end.needed > widest * _NEARLY_FULL for end in joints)
    looking_on = sum(end.looks_on for end in joints)
    is_by_hand = (
        len(joints) >= _FEWEST_BY_HAND
        and min(full, going_on) >= _MOST * len(joints)
        and looking_on * _JOTTED_SHARE >= len(joints)
    )
    return widest if is_by_hand else 0
