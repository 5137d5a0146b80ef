"""Where some words of a passage stand in a later wording of the same passage, to the word."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate

from review_tui.anchoring.word_diff import token_pairs
from review_tui.language.tokens import tokenize
from review_tui.model.frozen import frozen
from review_tui.model.quotes import occurrences
from review_tui.model.text import Span


class KeptWords(StrEnum):
    """How words came through a change of their passage."""

    WHOLE = "whole"
    """Word for word."""
    CHANGED = "changed"
    UNSURE = "unsure"
    """They may be at the spans; the change does not say."""
    GONE = "gone"


@frozen
class MappedWords:
    """Where words went, in the new wording: one span when ``WHOLE`` or ``CHANGED``."""

    kept: KeptWords
    spans: tuple[Span, ...] = ()

    def moved(self, by: int) -> "MappedWords":
        """The same, ``by`` characters further on."""
        return MappedWords(self.kept, tuple(span.moved(by) for span in self.spans))


def map_words(old: str, new: str, span: Span) -> MappedWords:
    """Where the words at ``span`` of ``old`` stand in ``new``, another wording of the same passage.

    An empty span is the gap between two words; ``CHANGED`` is then what was put into it.
    """
    if old == new:
        return MappedWords(KeptWords.WHOLE, (span,))
    change = _TokenPairing.between(old, new)
    return _map_gap(change, span.start) if span.start == span.end else _map_words(change, span)


def _map_words(change: "_TokenPairing", span: Span) -> MappedWords:
    words = span.of(change.old)
    first, last = change.touched(span)
    there = occurrences(change.new, words)
    whole = change.whole(first, last, span)
    if whole:
        same_words = whole.of(change.new) == words
        if change.is_steady(first, last) and (not same_words or _fits_best(change, span, whole)):
            return MappedWords(KeptWords.WHOLE, (whole,))
        return MappedWords(KeptWords.UNSURE, there or (whole,))
    region, is_sharp = change.region(first, last)
    if len(there) >= len(occurrences(change.old, words)):
        # The words were changed here and stand elsewhere in the passage: which of the two is meant?
        return MappedWords(KeptWords.UNSURE, tuple(sorted({*there, *([region] if region else [])})))
    if region is None:
        return MappedWords(KeptWords.GONE)
    return MappedWords(KeptWords.CHANGED if is_sharp else KeptWords.UNSURE, (region,))


def _map_gap(change: "_TokenPairing", at: int) -> MappedWords:
    before = sum(start < at for start in change.old_at[:-1]) - 1
    left, right = change.stays.get(before), change.stays.get(before + 1)
    if left is None or right is None or right < left:
        near = [change.new_span(n, n + 1).end for n in (left,) if n is not None]
        near += [change.new_span(n, n + 1).start for n in (right,) if n is not None]
        return (
            MappedWords(KeptWords.UNSURE, tuple(Span(n, n) for n in near))
            if near
            else MappedWords(KeptWords.GONE)
        )
    if right > left + 1:
        return MappedWords(KeptWords.CHANGED, (change.new_span(left + 1, right),))
    place = min(change.new_at[left] + at - change.old_at[before], change.new_at[right])
    return MappedWords(KeptWords.WHOLE, (Span(place, place),))


@frozen
class _TokenPairing:
    """Two wordings of a passage with the tokens that stayed."""

    old: str
    new: str
    old_at: Sequence[int]
    """Where each token of the old wording begins, and the end."""
    new_at: Sequence[int]
    new_cut: Sequence[str]
    stays: dict[int, int]
    """Which token of the old wording is which of the new; also -1 and the number of tokens: both edges."""

    @classmethod
    def between(cls, old: str, new: str) -> "_TokenPairing":
        old_cut, new_cut = tokenize(old), tokenize(new)
        return cls(
            old,
            new,
            list(accumulate(map(len, old_cut), initial=0)),
            list(accumulate(map(len, new_cut), initial=0)),
            new_cut,
            {-1: -1, **dict(token_pairs(old_cut, new_cut)), len(old_cut): len(new_cut)},
        )

    def touched(self, span: Span) -> tuple[int, int]:
        """The first and last token of the old wording that ``span`` touches."""
        touched = [
            n
            for n in range(len(self.old_at) - 1)
            if self.old_at[n] < span.end and self.old_at[n + 1] > span.start
        ]
        return touched[0], touched[-1]

    def new_span(self, lo: int, hi: int) -> Span:
        """Tokens ``lo`` to ``hi`` (exclusive) of the new wording, without the white space after them."""
        start = self.new_at[lo]
        return Span(start, max(start, self.new_at[hi - 1] + len(self.new_cut[hi - 1].rstrip())))

    def whole(self, first: int, last: int, span: Span) -> Span | None:
        """Where the tokens stand now if all stayed, side by side."""
        places = [self.stays.get(n) for n in range(first, last + 1)]
        start = places[0]
        if start is None or places != list(range(start, start + len(places))):
            return None
        head = span.start - self.old_at[first]
        after = span.end - self.old_at[last]
        end = self.new_at[start + last - first]
        return Span(self.new_at[start] + head, end + min(after, len(self.new_cut[start + last - first])))

    def is_steady(self, first: int, last: int) -> bool:
        """Whether at least one side of the words changed only word for word, so they can't have swapped."""
        left = next(n for n in range(first - 1, -2, -1) if n in self.stays)
        right = next(n for n in range(last + 1, len(self.old_at) + 1) if n in self.stays)
        return (
            first - left == self.stays[first] - self.stays[left]
            or right - last == self.stays[right] - self.stays[last]
        )

    def region(self, first: int, last: int) -> tuple[Span | None, bool]:
        """The new words in the place of old ones, if any; and whether they stand for exactly those."""
        lo, is_sharp = self._mapped_edge(first, 0)
        hi, is_sharp_too = self._mapped_edge(last, 1)
        return (self.new_span(lo, hi) if hi > lo else None), is_sharp and is_sharp_too

    def _mapped_edge(self, token: int, side: int) -> tuple[int, bool]:
        """The new token at whose start (``side`` 0) or end (1) the old one's replacement lies."""
        if token in self.stays:
            return self.stays[token] + side, True
        left = next(n for n in range(token - 1, -2, -1) if n in self.stays)
        right = next(n for n in range(token + 1, len(self.old_at) + 1) if n in self.stays)
        new_left, new_right = self.stays[left], self.stays[right]
        if token + 2 * side - 1 == (right if side else left):
            return (new_right if side else new_left + 1), True
        if right - left == new_right - new_left:
            return new_left + token - left + side, True
        return (new_right if side else new_left + 1), False


def _fits_best(change: _TokenPairing, span: Span, whole: Span) -> bool:
    """Whether no other place where the words stand, in either wording, could as well be the other's."""
    words = span.of(change.old)
    fit = _shared_context(change, span, whole)
    rivals = [
        _shared_context(change, span, there) for there in occurrences(change.new, words) if there != whole
    ]
    rivals += [
        _shared_context(change, here, whole) for here in occurrences(change.old, words) if here != span
    ]
    return all(fit[0] >= left and fit[1] >= right and fit != (left, right) for left, right in rivals)


def _shared_context(change: _TokenPairing, here: Span, there: Span) -> tuple[int, int]:
    """How many characters are the same on either side; an edge that both share counts one."""
    return shared_beside(change.old + "\n", here, change.new + "\n", there, edge="\n")


def shared_beside(old: str, here: Span, new: str, there: Span, edge: str = "") -> tuple[int, int]:
    """How many characters before and after a place in each text are the same; ``edge`` stands before both."""
    left = _common_prefix_length(old[: here.start][::-1] + edge, new[: there.start][::-1] + edge)
    return left, _common_prefix_length(old[here.end :], new[there.end :])


def _common_prefix_length(one: str, other: str) -> int:
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
