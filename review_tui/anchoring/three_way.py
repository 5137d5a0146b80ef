"""Two changes of one text put together: passage by passage, and word by word within a passage.

The algorithm is diff3 (Khanna, Kunal and Pierce, "A Formal Investigation of Diff3", 2007) on two levels.
What only one side changed is taken as it is, to the byte. Where both changed the same words, or words that
touch, there is a ``Conflict`` for a person to settle: nothing is guessed, and no marker is written into a
text. Which side is called ours makes no difference to what comes out without a conflict.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from review_tui.anchoring.line_diff import CHANGED, diff_lines, words_of
from review_tui.anchoring.word_diff import lasting_pairs
from review_tui.language.tokens import is_word, token_cores, token_similarity, tokenize
from review_tui.markdown.blocks import blocks_of
from review_tui.model.frozen import frozen
from review_tui.model.passages import wrap_width_of

_REWRITTEN = 0.5
"""Share of a passage's words of which less is kept when it counts as written anew."""


@frozen
class Conflict:
    """One passage, or several on end, that both sides changed in the same words."""

    base: str
    """The wording that both began from; empty where both put something in."""
    ours: str
    """The passage as we have it, all of it: what is shown to whoever settles it is what is taken."""
    theirs: str
    """The passage as they have it."""


Piece = str | Conflict


@frozen
class MergedText:
    """Two changes of a text as one."""

    pieces: tuple[Piece, ...]
    """In order: words that are settled, and what is not."""

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What a person has to settle, in the order of the text."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Conflict))

    @property
    def text(self) -> str | None:
        """The text; ``None`` while something is to be settled."""
        return None if self.conflicts else "".join(map(str, self.pieces))

    def settled(self, words: Sequence[str]) -> str:
        """The text with ``words`` for each conflict, in order. Those without words leave no blank passage."""
        given = iter(words)
        text = ""
        for piece in self.pieces:
            if isinstance(piece, Conflict):
                text += next(given)
            elif text and not piece.strip() and text[-1] == "\n":
                continue  # the space after a passage that is left out
            else:
                text += piece
        return text


def merge_texts(base: str, ours: str, theirs: str) -> MergedText:
    """``base`` with what either side changed."""
    if (simple := _one_sided(base, ours, theirs)) is not None:
        return MergedText((simple,))
    by_line = not any(map(wrap_width_of, (base, ours, theirs)))
    sides = [_cut_units(text, by_line=by_line) for text in (base, ours, theirs)]
    return MergedText(tuple(_BlockMerge(*sides).pieces()))


def _one_sided(base: str, ours: str, theirs: str) -> str | None:
    """What comes out where at most one side changed anything; else ``None``."""
    if ours in {base, theirs}:
        return theirs
    return ours if theirs == base else None


@frozen
class _Unit:
    """A passage or a line, with the white space after it."""

    words: str
    space: str
    is_last: bool = False


def _cut_units(text: str, *, by_line: bool) -> list[_Unit]:
    """The units of a text; the first has no words and the white space that the text begins with."""
    edges = _line_edges(text, 0, len(text)) if by_line else _block_edges(text)
    found: list[tuple[int, int]] = []
    for start, end in edges:
        stop = start + len(text[start:end].rstrip())
        if stop > start:
            found.append((start, stop))
    begins = [start for start, _ in found[1:]] + [len(text)]
    units = [_Unit("", text[: found[0][0]] if found else text, is_last=not found)]
    units += [
        _Unit(text[start:stop], text[stop:following], is_last=following == len(text))
        for (start, stop), following in zip(found, begins, strict=False)
    ]
    return units


def _line_edges(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop + 1
        yield start, stop
        start = stop


def _block_edges(text: str) -> Iterator[tuple[int, int]]:
    """Each block of Markdown, and each line that is in none."""
    at = 0
    for block in blocks_of(text):
        begin = text.rfind("\n", 0, block.lines[0].begin) + 1
        stop = text.find("\n", block.lines[-1].stop)
        stop = len(text) if stop < 0 else stop + 1
        if begin < at:
            continue
        yield from _line_edges(text, at, begin)
        yield begin, stop
        at = stop
    yield from _line_edges(text, at, len(text))


@dataclass(slots=True)
class _Side:
    """One side: where the units of the base are now."""

    units: list[_Unit]
    kept: dict[int, int]
    """Units of the base that are here, in order, perhaps changed."""
    moved: dict[int, int]
    """Units of the base that are here in another place."""
    instead: dict[int, Piece] = field(default_factory=dict)
    """What stands in the place of a unit of this side that was moved."""
    left_out: set[int] = field(default_factory=set)
    """Units of this side that the other side has put elsewhere."""

    @classmethod
    def of(cls, base: list[_Unit], units: list[_Unit]) -> "_Side":
        found = diff_lines([u.words for u in base[1:]], [u.words for u in units[1:]])
        kept = {0: 0, **{i + 1: j + 1 for i, j in found.kept}}
        return cls(units, kept, {i + 1: j + 1 for i, j in found.moved})

    def words(self, unit: int) -> str:
        return self.units[unit].words

    def gap(self, unit: int) -> int:
        """The last unit of the base that stands before a unit of this side."""
        return max(i for i, j in self.kept.items() if j < unit)


@frozen
class _Placed:
    """Words of the merged text with the white space that each side has after them."""

    piece: Piece
    base: _Unit | None = None
    sides: tuple[_Unit, ...] = ()


class _BlockMerge:
    """Puts two sides together, passage by passage."""

    def __init__(self, base: list[_Unit], ours: list[_Unit], theirs: list[_Unit]) -> None:
        self._base = base
        self._ours = _Side.of(base, ours)
        self._theirs = _Side.of(base, theirs)
        self._place_moved()

    def pieces(self) -> Iterator[Piece]:
        """The merged text."""
        placed = list(self._placed_passages())
        last = max((n for n, each in enumerate(placed) if each.piece), default=0)
        for number, each in enumerate(placed):
            if each.piece:
                yield each.piece
            if number == last:
                yield _merged_space(
                    *(units[-1].space for units in (self._base, self._ours.units, self._theirs.units))
                )
            elif each.piece or each.base:
                yield self._space_after(each)

    def _space_after(self, placed: _Placed) -> str:
        """White space between two passages; what stands at the end of a text says nothing of it."""
        said = [unit.space for unit in placed.sides if not unit.is_last]
        if placed.base is not None and not placed.base.words:
            return _merged_space(placed.base.space, *(unit.space for unit in placed.sides))
        base = placed.base.space if placed.base and not placed.base.is_last else None
        found = (
            _merged_space(base if base is not None else said[0], said[0], said[-1]) if said else base or ""
        )
        return found if "\n" in found else self._usual_space

    @property
    def _usual_space(self) -> str:
        units = (*self._base, *self._ours.units, *self._theirs.units)
        counts = Counter(unit.space for unit in units[1:] if unit.words and not unit.is_last)
        best = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
        return next((space for space, _ in best if "\n" in space), "\n\n")

    def _place_moved(self) -> None:
        """Decide where passages stand that were moved, and what became of them on the other side."""
        ours, theirs = self._ours, self._theirs
        for unit in sorted(ours.moved.keys() & theirs.moved.keys()):
            j, k = ours.moved[unit], theirs.moved[unit]
            merged = _merge_words(self._base[unit].words, ours.words(j), theirs.words(k))
            if ours.gap(j) <= theirs.gap(k):
                ours.instead[j] = merged
                theirs.left_out.add(k)
            else:
                theirs.instead[k] = merged
                ours.left_out.add(j)
        for side, other, is_ours in ((ours, theirs, True), (theirs, ours, False)):
            for unit, j in side.moved.items():
                if unit in other.moved:
                    continue
                here, there = side.words(j), other.words(other.kept[unit]) if unit in other.kept else ""
                pair = (here, there) if is_ours else (there, here)
                base = self._base[unit].words
                side.instead[j] = _merge_words(base, *pair) if there else Conflict(base, *pair)

    def _placed_passages(self) -> Iterator[_Placed]:
        ours, theirs = self._ours, self._theirs
        anchors = sorted(ours.kept.keys() & theirs.kept.keys())
        for anchor, following in pairwise([*anchors, len(self._base)]):
            j, k = ours.kept[anchor], theirs.kept[anchor]
            base = self._base[anchor]
            merged = _merge_words(base.words, ours.words(j), theirs.words(k))
            yield _Placed(merged, base, (ours.units[j], theirs.units[k]))
            is_end = following == len(self._base)
            j_end = len(ours.units) if is_end else ours.kept[following]
            k_end = len(theirs.units) if is_end else theirs.kept[following]
            yield from self._merge_between(
                range(anchor + 1, following), range(j + 1, j_end), range(k + 1, k_end)
            )

    def _merge_between(self, gone: range, ours: range, theirs: range) -> Iterator[_Placed]:
        """What stands between two passages that both sides have."""
        mine, others = _inserted_units(self._ours, ours), _inserted_units(self._theirs, theirs)
        texts = [_unit_words(self._ours, mine), _unit_words(self._theirs, others)]
        if self._is_conflict(gone, mine, others):
            base = _joined_units([self._base[n] for n in gone])
            wordings = [
                _joined_units([self._ours.units[n] for n in ours]),
                _joined_units([self._theirs.units[n] for n in theirs]),
            ]
            last = [self._ours.units[n] for n in ours][-1:] + [self._theirs.units[n] for n in theirs][-1:]
            yield _Placed(Conflict(base, *wordings), sides=tuple(last))
            return
        if _is_subsequence(texts[0], texts[1]):
            others = []
        elif _is_subsequence(texts[1], texts[0]):
            mine = []
        groups = [*_inserted_runs(self._ours, mine), *_inserted_runs(self._theirs, others)]
        for _, _, side, numbers in sorted(groups, key=lambda group: group[:2]):
            for n in numbers:
                yield _Placed(side.instead.get(n, side.words(n)), sides=(side.units[n],))

    def _is_conflict(self, gone: range, mine: Sequence[int], others: Sequence[int]) -> bool:
        """Whether both sides changed the same passages, which no words tell apart."""
        ours, theirs = self._ours, self._theirs
        texts = [_unit_words(ours, mine), _unit_words(theirs, others)]
        for unit in gone:
            if unit in ours.moved or unit in theirs.moved:
                continue
            words = self._base[unit].words
            kept = [side.words(side.kept[unit]) for side in (ours, theirs) if unit in side.kept]
            if any(said != words for said in kept):
                return True
            if not kept and texts[0] != texts[1]:
                return True
        if _is_subsequence(texts[0], texts[1]) or _is_subsequence(texts[1], texts[0]):
            return False
        fresh = [words_of(ours.words(n)) for n in mine if n not in ours.instead]
        new = [words_of(theirs.words(n)) for n in others if n not in theirs.instead]
        return any(token_similarity(one, other) >= CHANGED for one in fresh for other in new)


def _inserted_units(side: _Side, within: range) -> list[int]:
    """The units of a stretch that are not units of the base in their places."""
    stayed = set(side.kept.values())
    return [n for n in within if n not in stayed and n not in side.left_out]


def _unit_words(side: _Side, numbers: Iterable[int]) -> list[str]:
    return [side.words(n) for n in numbers]


def _is_subsequence(whole: Sequence[str], part: Sequence[str]) -> bool:
    """Whether all of ``part`` stands in ``whole``, in its order."""
    left = iter(whole)
    return all(any(words == each for each in left) for words in part)


def _inserted_runs(side: _Side, numbers: Sequence[int]) -> Iterator[tuple[int, str, _Side, list[int]]]:
    """Runs of units that came in, each with the place in the base and its words, to be put in order."""
    runs: dict[int, list[int]] = {}
    for n in numbers:
        runs.setdefault(side.gap(n), []).append(n)
    for gap, run in runs.items():
        yield gap, "\n".join(_unit_words(side, run)), side, run


def _joined_units(units: Sequence[_Unit]) -> str:
    """Units on end, as they stand in their text, without the white space after the last."""
    return "".join(unit.words + unit.space for unit in units[:-1]) + (units[-1].words if units else "")


def _merged_space(base: str, ours: str, theirs: str) -> str:
    """White space that sides may have changed: of two changes the one that sets more apart."""
    simple = _one_sided(base, ours, theirs)
    return simple if simple is not None else max(ours, theirs, key=lambda s: (s.count("\n"), len(s), s))


def _merge_words(base: str, ours: str, theirs: str) -> Piece:
    """One passage, word by word."""
    if (simple := _one_sided(base, ours, theirs)) is not None:
        return simple
    return _WordMerge(base, ours, theirs).merged()


class _WordMerge:
    """One passage that both sides changed."""

    def __init__(self, base: str, ours: str, theirs: str) -> None:
        self._texts = (base, ours, theirs)
        self._base, self._ours, self._theirs = tokenize(base), tokenize(ours), tokenize(theirs)
        self._stays = [dict(lasting_pairs(self._base, side)) for side in (self._ours, self._theirs)]

    def merged(self) -> Piece:
        """The passage, or a conflict."""
        if all(self._is_rewritten(stays) for stays in self._stays):
            return Conflict(*self._texts)
        mine, other = self._stays
        anchors = [n for n in range(len(self._base)) if n in mine and n in other and is_word(self._base[n])]
        ends = {-1: (-1, -1), len(self._base): (len(self._ours), len(self._theirs))}
        merged = ""
        for left, right in pairwise([-1, *anchors, len(self._base)]):
            j, k = ends.get(left) or (mine[left], other[left])
            j_end, k_end = ends.get(right) or (mine[right], other[right])
            word = self._base[left].rstrip() if left >= 0 else ""
            tokens = (self._base[left + 1 : right], self._ours[j + 1 : j_end], self._theirs[k + 1 : k_end])
            # The white space after a word goes with what follows it.
            heads = (
                [side[at][len(word) :] for side, at in self._token_and_base(left, j, k)] if word else [""] * 3
            )
            settled = _merge_stretch(heads, tokens)
            if settled is None:
                return Conflict(*self._texts)
            merged += word + settled
        return merged

    def _is_rewritten(self, stays: Mapping[int, int]) -> bool:
        words = [n for n, token in enumerate(self._base) if is_word(token)]
        return sum(n in stays for n in words) < _REWRITTEN * len(words)

    def _token_and_base(self, base: int, ours: int, theirs: int) -> Iterator[tuple[list[str], int]]:
        yield from zip((self._base, self._ours, self._theirs), (base, ours, theirs), strict=True)


def _merge_stretch(heads: Sequence[str], tokens: Sequence[Sequence[str]]) -> str | None:
    """What stands between two words that both sides kept; ``None`` where both changed it.

    ``heads`` are the white space that it begins with, ``tokens`` what follows: of the base and of both sides.
    """
    base, ours, theirs = (head + "".join(cut) for head, cut in zip(heads, tokens, strict=True))
    if (simple := _one_sided(base, ours, theirs)) is not None:
        return simple
    old, mine, other = (token_cores(cut) for cut in tokens)
    if mine == other:
        return max(ours, theirs) if mine else _merged_space(base, ours, theirs)
    if mine == old:
        return theirs
    return ours if other == old else None
