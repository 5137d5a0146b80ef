"""Which disagreements with the notes may well be none, so that they are told as hints, or not at all.

Between a sentence and a jotting a value may differ because the sentence is wrong, or because the two are not of the
same thing, or because a jotting was misread. What tells these apart is what else is there: whether the notes that the
sentence is from have its words after all. What is doubted here was met on true minutes, of writers who had not seen
the program, at least four times for each slip that it hides, though their minutes have more slips than any real ones.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.corrections import corrections_of
from review_tui.facts.pair import Pair
from review_tui.facts.tolerant_dates import is_dated, may_say
from review_tui.facts.values import Kind, Value, agree
from review_tui.language.word_match import SUBSEQUENCE, stands_for
from review_tui.language.words import words_of
from review_tui.model.findings import Location, Severity
from review_tui.model.text import Span

_AROUND = 24
"""Characters before and behind the words that were read, which may hold the rest of a period."""
_BESIDE_YEARS = 6
"""The same of two years, which stand together: the next but one are of something else, "budget 26/27 +14k. def 25/26"."""
_LINE_END = 3
"""Characters from the end of a line within which a period may go on in the next."""
_LINES = 2
"""Jottings that a sentence is likeliest from."""
_NEARLY_ALL = 0.9
"""The share of some words that stand somewhere too."""
_DATED, _TIMED = frozenset({Kind.DATE, Kind.PERIOD}), frozenset({Kind.TIME})
_HALF_DAY, _SOON = 12 * 60, 5
"""Minutes: the clock shows the same after so many, and nothing begins sooner than so many late."""


def sure_periods(pair: Pair, clashes: Iterable[Clash]) -> Iterator[Clash]:
    """Those of dates and periods in which the notes can't be read as the draft has it."""
    for clash in clashes:
        mine, _ = _held(pair, clash, _DATED)
        is_read = mine is not None and is_dated(clash.places[1].quote)
        reach = _BESIDE_YEARS if mine and mine.kind is Kind.PERIOD and not mine.is_run else _AROUND
        if mine is not None and _is_said_there(pair, clash, mine):
            continue
        if mine is None or not is_read or not may_say(_words_around(pair, clash.places[1], reach), mine):
            yield clash


def _is_said_there(pair: Pair, clash: Clash, mine: Value) -> bool:
    """Whether another of the lines that a sentence is from has the very day."""
    here, there = _sentence(pair, clash), _jotting(pair, clash)
    if here is None or there is None or mine.kind is not Kind.DATE:
        return False
    return any(
        agree(mine, value) and value.kind is Kind.DATE
        for j in pair.links.linked[here.index][:_LINES]
        for value in pair.noted_values[j]
        if pair.jottings[j] is not there
    )


def sure_values(pair: Pair, clashes: Iterable[Clash]) -> Iterator[Clash]:
    """The same of figures, dates, times and votes, with hints of what the notes of the sentence say after all."""
    for clash in sure_periods(pair, clashes):
        here = _sentence(pair, clash)
        said = _share(clash.places[0].quote, _noted_for(pair, here)) if here is not None else 0.0
        yield _as_hint(clash) if said >= _NEARLY_ALL and not _is_taken_back(pair, clash) else clash


def _is_taken_back(pair: Pair, clash: Clash) -> bool:
    """Whether the notes have what the draft says only to say that it is not so."""
    there = _jotting(pair, clash)
    return any(
        c.jotting is there and there.place(c.right.start, c.right.end).overlaps(clash.places[1])
        for c in (corrections_of(pair) if there is not None else ())
    )


def sure_times(pair: Pair, clashes: Iterable[Clash]) -> Iterator[Clash]:
    """All, but of two times that may be when it was to begin and when it did only hints, or nothing where the draft has both."""
    for clash in clashes:
        theirs = _held(pair, clash, _TIMED)[1]
        if not _are_minutes_apart(pair, clash):
            yield clash
        elif theirs and not pair.links.explained(theirs):
            yield _as_hint(clash)


def _are_minutes_apart(pair: Pair, clash: Clash) -> bool:
    """Whether two times are what was set and what the clock said: "at 6.30 pm" and "started 6:32"."""
    mine, theirs = _held(pair, clash, _TIMED)
    if mine is None or theirs is None:
        return False
    apart = abs(_minutes(mine) - _minutes(theirs)) % _HALF_DAY
    return 0 < min(apart, _HALF_DAY - apart) < _SOON


def _held(pair: Pair, clash: Clash, kinds: frozenset[Kind]) -> tuple[Value | None, Value | None]:
    """The values of some kinds that a clash is of, in the draft and in the notes; none where the draft gainsays itself."""
    here, there = _sentence(pair, clash), _jotting(pair, clash)
    if here is None or there is None:
        return None, None
    mine = _value_at(pair.values[here.index], here, clash.places[0], kinds)
    return mine, _value_at(pair.noted_values[there.index], there, clash.places[1], kinds)


def _minutes(time: Value) -> int:
    hour, minute = time.parts[:2]
    return hour * 60 + minute


def _as_hint(clash: Clash) -> Clash:
    return replace(clash, severity=Severity.HINT)


def _noted_for(pair: Pair, clause: Clause) -> list[str]:
    links = pair.links
    return [pair.jottings[j].text for j in links.near(links.linked[clause.index][:_LINES])]


def _share(words: str, texts: Sequence[str]) -> float:
    """The share of some words that stand in other texts, in this form or one that may stand for it; 0 of none."""
    mine = [(word.shown.lower(), word.folded) for word in words_of(words)]
    theirs = [(word.shown.lower(), word.folded) for text in texts for word in words_of(text)]
    found = [any(_are_one(one, other) for other in theirs) for one in mine]
    return sum(found) / len(found) if found else 0.0


def _are_one(one: tuple[str, str], other: tuple[str, str]) -> bool:
    if one[1] == other[1]:
        return True
    are_words = one[0][:1].isalpha() and other[0][:1].isalpha()
    return are_words and max(stands_for(one[0], other[0]), stands_for(other[0], one[0])) >= SUBSEQUENCE


def _sentence(pair: Pair, clash: Clash) -> Clause | None:
    """The clause of the draft that a clash is about."""
    return _clause_at(_told_by_place(pair), clash.places[0])


def _jotting(pair: Pair, clash: Clash) -> Clause | None:
    """The jotting that gainsays it, where the notes do and not the draft itself."""
    return _clause_at(_noted_by_place(pair), clash.places[1]) if len(clash.places) > 1 else None


_Placed = dict[str, list[tuple[Span, Clause]]]
"""By file the clauses, each with where it stands."""


def _clause_at(placed: _Placed, place: Location) -> Clause | None:
    return next((c for span, c in placed.get(place.file, ()) if span.overlaps(place.span)), None)


@lru_cache(maxsize=4)
def _told_by_place(pair: Pair) -> _Placed:
    return _by_place(pair.clauses)


@lru_cache(maxsize=4)
def _noted_by_place(pair: Pair) -> _Placed:
    return _by_place(pair.jottings)


def _by_place(clauses: Iterable[Clause]) -> _Placed:
    found: _Placed = defaultdict(list)
    for clause in clauses:
        found[clause.document.file].append((clause.span(0, len(clause.text)), clause))
    return found


def _value_at(
    values: Sequence[Value], clause: Clause, place: Location, kinds: frozenset[Kind]
) -> Value | None:
    """The value of some kinds that stands at a place of a clause."""
    some = (v for v in values if v.kind in kinds)
    return next((v for v in some if clause.span(v.start, v.end).overlaps(place.span)), None)


def _words_around(pair: Pair, place: Location, reach: int) -> str:
    """The words of the notes that were read and those next to them in the line, or in the next where they end one."""
    text = next(j.document.text for j in pair.jottings if j.document.file == place.file)
    start, end = place.span.start, place.span.end
    begins = text.rfind("\n", 0, start) + 1
    goes_on = text[end : end + _LINE_END].find("\n")
    ends = text.find("\n", end if goes_on < 0 else end + goes_on + 1)
    return text[max(begins, start - reach) : min(end + reach, ends if ends >= 0 else len(text))]
