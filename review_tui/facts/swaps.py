"""Two figures, or two people, that changed places: the notes give each to what the draft gives the other.

A sentence often tells the like of two things: "€2,480 from Carrick and €2,150 from Shannon". Each of its parts has
one value or person, and words of its own. Where the notes have both, each beside the words of the other part and
neither beside its own, they were swapped: every fact stands in the notes, so nothing else can tell.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.links import telling_words
from review_tui.facts.mentions import Mention
from review_tui.facts.pair import Pair
from review_tui.facts.values import Kind, Value, agree, comparable
from review_tui.facts.wording import quoted
from review_tui.model.findings import Severity
from review_tui.model.frozen import frozen

_PART_END = re.compile(
    r"[,;:](?=\s)|\s(?:and|but|to|against|compared with|while|whereas|then)\s|\s(?:&|\+|\||->|=>|\u2192)\s|\s{2,}",
    re.IGNORECASE,
)
"""What stands between the parts of a sentence or a line."""
_FROM = re.compile(r"\bfrom\s+\S{1,12}(?:\s?[ap]\.?m\.?)?\s*\Z", re.IGNORECASE)
"""What stands before the "to" of "from 7.20 to 7.55 on leases", whose ends are of one thing."""
_A_WORD = re.compile(r"\s?(?:[^\W\d]{2,}\.?\s?){1,2}")
"""What stands between two figures in a row, or behind the last."""
_MOST_PARTS = 4
"""Of a sentence; more are a table that lost its lines."""
_SURELY = 0.5
"""How surely a jotted word must stand for one of the draft."""
_WEIGHT = 2.8
"""How sure a swap is, beside other clashes of the same words."""
_COMPARED = frozenset({Kind.MONEY, Kind.NUMBER, Kind.PERCENT, Kind.DATE, Kind.TIME})


@frozen(eq=False)
class _Part:
    """A part of a clause or jotting, with the one fact that it holds or all that it holds."""

    clause: Clause
    start: int
    end: int
    values: tuple[Value, ...]
    people: tuple[Mention, ...]

    @property
    def text(self) -> str:
        """Its words as they are written."""
        return self.clause.text[self.start : self.end].strip(" ,;:.")

    @property
    def words(self) -> frozenset[str]:
        """Its telling words, without those of people."""
        return frozenset(
            word.text
            for word in telling_words(self.clause.text[self.start : self.end])
            if not any(m.start <= self.start + word.start < m.end for m in self.people)
        )


def swap_clashes(pair: Pair) -> Iterator[Clash]:
    """Values and people that changed places, in the order of the draft."""
    if not pair.jottings:
        return
    noted: dict[int, list[_Part]] = {}
    for clause in pair.clauses:
        linked = pair.links.linked[clause.index]
        if not linked or clause.index in pair.roll:
            continue
        told = _parts(clause, pair.values[clause.index], pair.mentions[clause.index])
        if not 1 < len(told) <= _MOST_PARTS:
            continue
        near = sorted(pair.links.near(linked))
        noted |= {
            j: [
                part
                for whole in _parts(pair.jottings[j], pair.noted_values[j], pair.noted[j])
                for part in _row(whole)
            ]
            for j in near
            if j not in noted
        }
        beside = [part for j in near for part in noted[j]]
        for one, other in combinations(told, 2):
            yield from _swapped(pair, one, other, beside)


def _parts(clause: Clause, values: Sequence[Value], people: Sequence[Mention]) -> list[_Part]:
    """The parts of a clause that hold a value or a person."""
    inside = [*((v.start, v.end) for v in values), *((m.start, m.end) for m in people)]
    cuts = [
        m
        for m in _PART_END.finditer(clause.text)
        if not any(start < m.end() and m.start() < end for start, end in inside)
        and not (m[0].strip().lower() == "to" and _FROM.search(clause.text, 0, m.start()))
    ]
    bounds = [0, *(at for m in cuts for at in m.span()), len(clause.text)]
    found = []
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        held = tuple(v for v in values if start <= v.start < end)
        named = tuple(m for m in people if start <= m.start < end)
        if not held and not named:
            continue
        found.append(_Part(clause, start, end, held, named))
    return found


def _row(part: _Part) -> list[_Part]:
    """The parts of a row of figures, each with the words behind it, or each with those before: "4 day 3 nite"."""
    held = [v for v in part.values if v.kind in _COMPARED]
    text = part.clause.text[: part.end]
    gaps = [text[a.end : b.start] for a, b in pairwise(held)]
    if len(held) < 2 or not all(_A_WORD.fullmatch(gap) for gap in gaps):
        return [part]
    are_behind = _A_WORD.match(text, held[-1].end) is not None
    if are_behind is (_A_WORD.search(text, part.start, held[0].start) is not None):
        return [part]  # of which each is nothing tells
    cuts = [*(v.start for v in held), part.end] if are_behind else [part.start, *(v.end for v in held)]
    return [
        _Part(
            part.clause,
            start,
            end,
            tuple(v for v in part.values if start <= v.start < end),
            tuple(m for m in part.people if start <= m.start < end),
        )
        for start, end in pairwise(cuts)
    ]


def _swapped(pair: Pair, one: _Part, other: _Part, near: Sequence[_Part]) -> Iterator[Clash]:
    """The two parts as a clash, where the notes cross them."""
    first, second = _only_value(one), _only_value(other)
    if first and second:
        if comparable(first, second) and not agree(first, second):
            with_first = [p for p in near if any(agree(first, v) for v in p.values)]
            with_second = [p for p in near if any(agree(second, v) for v in p.values)]
            yield from _crossed(pair, (one, other), with_first, with_second)
    elif len(one.people) == len(other.people) == 1 and not one.values and not other.values:
        mine, theirs = one.people[0].who, other.people[0].who
        if not mine & theirs and len(mine) == len(theirs) == 1:
            with_first = [p for p in near if any(mine & m.who for m in p.people)]
            with_second = [p for p in near if any(theirs & m.who for m in p.people)]
            yield from _crossed(pair, (one, other), with_first, with_second)


def _only_value(part: _Part) -> Value | None:
    held = [v for v in part.values if v.kind in _COMPARED]
    return held[0] if len(held) == 1 else None


def _crossed(
    pair: Pair, told: tuple[_Part, _Part], with_first: Sequence[_Part], with_second: Sequence[_Part]
) -> Iterator[Clash]:
    """A clash where of the notes' parts one has the first fact with the second words, and another the reverse."""
    if len(with_first) != 1 or len(with_second) != 1 or with_first[0] is with_second[0]:
        return
    one, other = told
    j, k = with_first[0], with_second[0]
    own = _shares(pair, one, j) or _shares(pair, other, k)
    if own or not (_shares(pair, other, j) and _shares(pair, one, k)):
        return
    message = (
        f"The draft has \u201c{quoted(one.text)}\u201d and \u201c{quoted(other.text)}\u201d; the notes have it the other way "
        f"round: \u201c{quoted(k.text)}\u201d, \u201c{quoted(j.text)}\u201d ({j.clause.where})."
    )
    places = (
        one.clause.place(one.start, one.end), other.clause.place(other.start, other.end),
        j.clause.place(j.start, j.end), k.clause.place(k.start, k.end),
    )  # fmt: skip
    yield Clash(message, places, _WEIGHT, Severity.WARNING)


def _shares(pair: Pair, told: _Part, noted: _Part) -> bool:
    """Whether a jotted word of one part surely stands for a word of the other, or both name the same month or year."""
    if any(agree(v, n) for v in told.values if v.kind not in _COMPARED for n in noted.values):
        return True
    lows = {word.low for word in telling_words(told.text)}
    return any(
        share >= _SURELY and meant in lows
        for word in noted.words
        for meant, share in pair.links.meanings.get(word, {}).items()
    )
