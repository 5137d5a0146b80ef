"""Near-twins: which line of a later text is the same passage as a line of an earlier one, beyond doubt.

Minutes are full of the same sentence with one year changed. So a line counts as "the same passage" only
between neighbours that are themselves beyond doubt, and only when every other line like it there is accounted
for. Whatever could as well be a twin is told as a "maybe", never chosen.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from review_tui.anchoring.line_diff import ALONE, CHANGED
from review_tui.anchoring.patience import Pair, gaps, longest_increasing_run, patience_matches
from review_tui.language.tokens import token_similarity, word_set
from review_tui.model.frozen import frozen
from review_tui.model.text import Span, line_spans


@frozen(slots=False)
class IndexedLines:
    """One of the two texts, by its lines. White space around a line's words is no part of them."""

    text: str
    spans: tuple[Span, ...]
    """The words of each line."""
    lines: tuple[str, ...]
    counts: Counter[str]

    @classmethod
    def of(cls, text: str) -> "IndexedLines":
        """``text`` taken apart."""
        spans = tuple(strip_numbering(text, span) for span in line_spans(text))
        lines = tuple(span.of(text) for span in spans)
        return cls(text, spans, lines, Counter(lines))

    @cached_property
    def bags(self) -> tuple[frozenset[str], ...]:
        """The word set of each line."""
        return tuple(map(word_set, self.lines))

    @cached_property
    def uses(self) -> Counter[str]:
        """In how many lines each word stands."""
        return Counter(word for bag in self.bags for word in bag)

    def like(self, bag: frozenset[str], least: float) -> list[int]:
        """The lines that share at least ``least`` with ``bag``."""
        return [n for n, other in enumerate(self.bags) if other and token_similarity(bag, other) >= least]


def strip_numbering(text: str, span: Span) -> Span:
    """``span`` without the white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - len(words) + len(words.rstrip())))


@frozen(slots=False)
class LineMatch:
    """Which line became a line: one for sure, or some that may have."""

    line: int | None = None
    maybe: tuple[int, ...] = ()
    has_moved: bool = False


class LineGroup:
    """A line with all those like it in both texts, between neighbours that are like none of them.

    The neighbours (walls) are lines that occur once in both texts and kept their order.
    """

    def __init__(self, then: IndexedLines, now: IndexedLines, line: int, steady: Iterable[Pair]) -> None:
        self.then, self.now, self.line = then, now, line
        self.words = then.lines[line]
        bag = then.bags[line]
        kin = {line, *then.like(bag, CHANGED)}
        walls = longest_increasing_run([(i, j) for i, j in steady if i not in kin])
        self._walls, self._new_walls = [i for i, _ in walls], [j for _, j in walls]
        self._gap = bisect_left(self._walls, line)
        self._old = _group_by_gap(sorted(kin), self._walls)
        self._new = _group_by_gap(now.like(bag, CHANGED), self._new_walls)

    def partner(self) -> LineMatch:
        """Which line of the later text the line became."""
        stayed = self._in_place()
        if stayed.line is None:
            return stayed if stayed.maybe else self._moved_match()
        return (
            stayed if self.now.lines[stayed.line] == self.words else self._match_unless_elsewhere(stayed.line)
        )

    def _in_place(self) -> LineMatch:
        """The line's partner between its own neighbours; nothing when the line left."""
        old, new = self._old[self._gap], self._new.get(self._gap, [])
        return self._match_among(old, new) if new else self._lone_match()

    def _match_among(self, old: list[int], new: list[int]) -> LineMatch:
        """The partner among like lines, where their number and order leave no doubt."""
        old_lines, new_lines = [self.then.lines[n] for n in old], [self.now.lines[n] for n in new]
        pairs = patience_matches(old_lines, new_lines)
        is_level = len(old) == len(new)
        common = Counter(old_lines) & Counter(new_lines)
        if len(pairs) < common.total() or (is_level and any(i != j for i, j in pairs)):
            return LineMatch(maybe=tuple(new))  # they changed places, or took each other's wording
        copies = tuple(n for n in new if self.now.lines[n] == self.words)
        before = old_lines.count(self.words)
        if before != len(copies) and (before > 1 or (copies and not is_level)):
            return LineMatch(maybe=tuple(new))  # repeated, or one of several the same is gone
        me = old.index(self.line)
        here = dict(pairs).get(me)
        if here is not None:
            return LineMatch(new[here])
        lo, hi, new_lo, new_hi = next(g for g in gaps(pairs, (0, len(old), 0, len(new))) if g[0] <= me < g[1])
        rest = tuple(new[new_lo:new_hi])
        is_only = hi - lo == len(rest) == 1 and (is_level or len(new) == len(pairs) + 1)
        return LineMatch(rest[0]) if is_only else LineMatch(maybe=rest)

    def _lone_match(self) -> LineMatch:
        """What may have become of a line that stood alone: the only line there, if they share something."""
        stood = _lines_in_gap(self.then, self._walls, self._gap)
        stands = _lines_in_gap(self.now, self._new_walls, self._gap)
        if len(stood) == len(stands) == 1:
            alike = token_similarity(self.then.bags[self.line], self.now.bags[stands[0]])
            return LineMatch(maybe=(stands[0],) if alike >= ALONE else ())
        return LineMatch()

    def _match_unless_elsewhere(self, line: int) -> LineMatch:
        """``line``, unless the old wording may have gone elsewhere or the new one come from elsewhere."""
        more = self.now.counts - self.then.counts
        fewer = self.then.counts - self.now.counts
        is_new = more[self.now.lines[line]] == 1  # not a passage that moved here, nor one of several copies
        is_left = fewer[self.words] <= 1  # else others that read the same went too: which is which?
        rivals = [*self._rival_lines(line), *(n for n, _ in self._unpaired_lines())]
        is_sure = is_new and is_left and not rivals and not self._belongs_to_other_line(line)
        is_sure = is_sure and self._shares_enough(line)
        return LineMatch(line) if is_sure else LineMatch(maybe=(line, *rivals))

    def _belongs_to_other_line(self, line: int) -> bool:
        """Whether a like passage went missing that ``line`` is as like as it is like this one."""
        bag = self.now.bags[line]
        least = token_similarity(self.then.bags[self.line], bag)
        for gap, old in self._old.items():
            new = self._new.get(gap, [])
            stayed = {self.now.lines[n] for n in new}
            if len(old) > len(new):
                gone = [n for n in old if n != self.line and self.then.lines[n] not in stayed]
                if any(token_similarity(self.then.bags[n], bag) >= least for n in gone):
                    return True
        return False

    def _shares_enough(self, line: int) -> bool:
        """Whether ``line`` shares what sets this passage apart, not only stock phrases of these minutes."""
        old, new = self.then.bags[self.line], self.now.bags[line]
        weights = {word: 1 / max(self.then.uses[word], self.now.uses[word]) for word in old | new}
        shared = 2 * sum(weights[word] for word in old & new)
        return shared >= CHANGED * sum(weights[word] for bag in (old, new) for word in bag)

    def _rival_lines(self, line: int) -> list[int]:
        """Lines elsewhere that came in and are as like this one as ``line`` is."""
        bag = self.then.bags[self.line]
        least = token_similarity(bag, self.now.bags[line])
        found = []
        for gap, new in self._new.items():
            old = self._old.get(gap, [])
            stayed = {self.then.lines[n] for n in old}
            if gap != self._gap and len(new) > len(old):
                came = [n for n in new if self.now.lines[n] not in stayed]
                found += [n for n in came if token_similarity(bag, self.now.bags[n]) >= least]
        return found

    def _moved_match(self) -> LineMatch:
        """The line's new place when it left its own: only letter for letter, and where nothing else was."""
        surplus = self._unpaired_lines()
        if len(surplus) == 1 and surplus[0][1]:
            return LineMatch(surplus[0][0], has_moved=True)
        return LineMatch(maybe=tuple(n for n, _ in surplus))

    def _unpaired_lines(self) -> list[tuple[int, bool]]:
        """Lines elsewhere that read exactly like this one and did not before; whether each is plainly new.

        One is plainly new when every like line that stood beside it before still stands as it was.
        """
        found = []
        for gap, new in self._new.items():
            copies = [n for n in new if self.now.lines[n] == self.words]
            old = Counter(self.then.lines[n] for n in self._old.get(gap, []))
            if gap != self._gap and len(copies) > old[self.words]:
                is_new = not old - Counter(self.now.lines[n] for n in new)
                found += [(n, is_new and not old[self.words]) for n in copies]
        return found


def _group_by_gap(lines: Iterable[int], walls: Sequence[int]) -> dict[int, list[int]]:
    """The lines by the number of the gap between the walls that they stand in."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for line in lines:
        found[bisect_left(walls, line)].append(line)
    return dict(found)


def _lines_in_gap(side: IndexedLines, walls: Sequence[int], gap: int) -> list[int]:
    """The lines of a gap that say something."""
    lo = walls[gap - 1] + 1 if gap else 0
    hi = walls[gap] if gap < len(walls) else len(side.lines)
    return [n for n in range(lo, hi) if side.lines[n]]
