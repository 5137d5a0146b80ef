"""What a date or period is said of: the words around it, and whether two are said of the same thing."""

import re
from collections.abc import Sequence
from itertools import pairwise

from review_tui.language.subject_words import SubjectWord, aligned, content_words, is_same
from review_tui.model.frozen import frozen

_MOST_BEFORE, _MOST_AFTER = 9, 6
"""Words before and behind it that say what it is of."""
_REACH_BACK, _REACH_ON = 200, 90
"""Characters before and behind it in which they are looked for."""
_LEADS = re.compile(r"[ \u00a0][^\W\d_]{2}")
_LISTED = re.compile(
    r"[ \u00a0]{0,6}(?:,|&|and|or)[ \u00a0]{1,6}(?:(?:and|or|the|of|on)[ \u00a0])?", re.IGNORECASE
)
"""What joins the dates of a list: "28 March and 4 April" are of one thing."""
_BREAK = re.compile(r"(?:[^\W_]{3}|[)\]\"\u2019])[.!?;:](?=\s)|</?t[dr]\b[^<>\n]{0,80}>|\|")
"""The end of a sentence or of a cell of a table."""
_KIND_OF_YEAR = re.compile(
    r"\b(?:financial|fiscal|municipal|academic|school|council|calendar|tax|civic) years?\W{0,4}\Z",
    re.IGNORECASE,
)
"""What stands before a year and is of it, not of what it is said of."""
_ITEM_NUMBER = re.compile(r"[\d/.]{1,9}\s")
_TITLE = 2
"""Words in a row before two values that make a title of both: "annual report for"."""
_HALF, _MOST = 0.5, 0.6
"""Shares of the words beside two values that are the same, so that they may be, and are, of one thing."""


@frozen(slots=False)
class Context:
    """The telling words around a value."""

    before: tuple[SubjectWord, ...]
    """Those before it in its clause, the nearest last."""
    after: tuple[SubjectWord, ...]
    """Those after it, the nearest first."""
    leads: bool
    """Whether a word follows it directly: "the 2020-21 annual report"."""
    list_from: int
    """Where the first value stands of the list that it is of; all of a list have the words before that."""

    @property
    def keys(self) -> frozenset[str]:
        """What to look it up by."""
        return frozenset(word.key for word in self.before + self.after)

    @property
    def figures(self) -> frozenset[str]:
        """Figures before it that tell one thing of many apart."""
        return frozenset(word.key for word in self.before if word.is_figure)


@frozen
class Likeness:
    """How much two contexts have in common."""

    shared: int
    """Words in both."""
    of: int
    """Words of the one that says less."""
    run: int
    """Words in an unbroken run that ends at the value in both: "annual assurance report for"."""
    clash: bool
    """Whether a word of one stands where the other has another: "Adults Board" and "Children Board"."""

    @property
    def share(self) -> float:
        """From 0 (nothing in common) to 1 (all of the shorter)."""
        return self.shared / self.of if self.of else 0.0

    @property
    def plainness(self) -> float:
        """How plainly one speaks of the same thing as the other."""
        return 0.0 if self.clash else self.shared + self.share

    def is_of_same(self, *, is_near: bool) -> bool:
        """Whether both are of the same thing; values far from each other must be said in the same words."""
        if self.clash:
            return False
        if not is_near:
            return self.run >= _TITLE and self.share >= _MOST
        return self.shared >= _TITLE or (self.shared > 0 and self.share >= _HALF)


def contexts_of(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Context, ...]:
    """What each value of a line or passage, in order, is said of; ``spans`` say where the values stand."""
    found: list[Context] = []
    for index, (start, end) in enumerate(spans):
        floor = spans[index - 1][1] if index else 0
        ceiling = spans[index + 1][0] if index + 1 < len(spans) else len(text)
        if index and _LISTED.fullmatch(text, floor, start):
            before, list_from = found[-1].before, found[-1].list_from
        else:
            before, list_from = _words_before(text[max(floor, start - _REACH_BACK) : start]), start
        after = _words_after(text[end : min(ceiling, end + _REACH_ON)])
        found.append(Context(before, after, _LEADS.match(text, end) is not None, list_from))
    return tuple(found)


def likeness(one: Context, other: Context) -> Likeness:
    """What two contexts have in common."""
    before = aligned(one.before, other.before)
    after = aligned(one.after, other.after)
    sizes = (len(one.before) + len(one.after), len(other.before) + len(other.after))
    return Likeness(
        shared=len(before) + len(after),
        of=min(sizes),
        run=_run(one.before, other.before, before) or _crossed(one, other) or _crossed(other, one),
        clash=_clashes(one, other, before),
    )


def _words_before(window: str) -> tuple[SubjectWord, ...]:
    number = _ITEM_NUMBER.match(window)
    window = window[number.end() :] if number else window
    window = _KIND_OF_YEAR.sub("", window)
    ends = [end.end() for end in _BREAK.finditer(window)]
    return content_words(window[ends[-1] :] if ends else window)[-_MOST_BEFORE:]


def _words_after(window: str) -> tuple[SubjectWord, ...]:
    end = _BREAK.search(window)
    return content_words(window[: end.end()] if end else window)[:_MOST_AFTER]


def _run(one: tuple[SubjectWord, ...], other: tuple[SubjectWord, ...], pairs: list[tuple[int, int]]) -> int:
    matched = set(pairs)
    run = 0
    while (len(one) - 1 - run, len(other) - 1 - run) in matched:
        run += 1
    return run


def _crossed(one: Context, other: Context) -> int:
    """The run of "the 2020-21 annual report" with "the annual report for 2020-21": at least two words."""
    longest = min(len(one.after), len(other.before)) if one.leads else 0
    for run in range(longest, 1, -1):
        if all(is_same(a, b) for a, b in zip(one.after[:run], other.before[-run:], strict=True)):
            return run
    return 0


def _clashes(one: Context, other: Context, pairs: list[tuple[int, int]]) -> bool:
    """Whether the two name different things: other figures, or another word of a name before a shared one."""
    if one.figures and other.figures and not one.figures & other.figures:
        return True
    steps = pairwise([(-1, -1), *pairs])
    return any(
        k - i > 1 and m - j > 1 and _is_other_name(one.before[k - 1 : k + 1], other.before[m - 1 : m + 1])
        for (i, j), (k, m) in steps
    )


def _is_other_name(one: tuple[SubjectWord, ...], other: tuple[SubjectWord, ...]) -> bool:
    """Whether a name has one word here and another there: "Adults Board" and "Children Board"."""
    (mine, _), (theirs, _) = one, other
    if mine.is_initials and theirs.is_initials and mine.key != theirs.key:
        return True
    return all(
        word.is_capital and not word.is_initials and shared.is_capital and shared.joined
        for word, shared in (one, other)
    )
