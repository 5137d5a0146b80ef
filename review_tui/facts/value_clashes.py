"""Values of the draft against those of the notes: the wrong one, beside the right one that nothing in the draft explains.

A value is told only where the linked jottings do not have it *and* hold one of the same kind that no clause of
the draft says (an orphan). So a figure that the clerk never noted is no slip, and neither is one said elsewhere.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.corrections import Correction, corrections_of, may_be_times
from review_tui.facts.counted import CountedThings
from review_tui.facts.derived import (
    PENNY,
    SMALL,
    is_computed,
    is_in_other_words,
    is_rounded,
    is_total,
    is_worked_out,
    with_multiples,
)
from review_tui.facts.links import Word
from review_tui.facts.measures import are_one_span, is_length_of_run, measure_of, time_unit
from review_tui.facts.noted_periods import noted_periods
from review_tui.facts.numbering import is_item_number, is_number_of_line, is_numbering
from review_tui.facts.pair import Pair
from review_tui.facts.period_twins import is_of_other_sum
from review_tui.facts.period_wording import disagreement, suggested
from review_tui.facts.periods import CALENDAR, periods_of_draft, periods_of_notes
from review_tui.facts.values import (
    Kind,
    Value,
    agree,
    comparable,
    digits,
    in_unit_of,
    is_in_unsaid_unit,
    is_number,
    is_telling_number,
    says_what_was,
)
from review_tui.facts.vote_order import matched_votes
from review_tui.facts.wording import said_in, value_clash
from review_tui.language.calendar_words import MONTH, month_number
from review_tui.language.digit_slips import TURNED, DigitSlip, digit_slip
from review_tui.language.stop_words import FORMAL_WORDS
from review_tui.language.word_match import stands_for
from review_tui.model.findings import Severity
from review_tui.model.frozen import frozen

_LEAST = {
    Kind.DATE: 1.4, Kind.MONEY: 1.5, Kind.NUMBER: 2.0, Kind.PERCENT: 2.0, Kind.VOTE: 1.0, Kind.TIME: 1.4,
    Kind.PERIOD: 2.3, Kind.YEAR: 2.4, Kind.MONTH: 2.8, Kind.QUARTER: 2.4, Kind.FRACTION: 1.6, Kind.WEEKDAY: 2.6, Kind.REFERENCE: 1.6,
}  # fmt: skip
"""How sure a pair must be, by kind: small numbers and years stand anywhere."""
_FAR = 1.2
"""What a jotting that is not linked must share to be looked at, for a value that no jotting has."""
_BECOMES = re.compile(
    r"[^.;]{0,20}?(?:->|=>|\u2192|\b(?:to|was|from|instead of|rather than|in place of|not)\b)[^.;]{0,12}?\(?\W*",
    re.IGNORECASE,
)
"""Between what something was and what it is."""
_HALF = re.compile(r"\bhalf\b", re.IGNORECASE)
_AHEAD = 0.5
"""How much surer one of several values that one of the notes may stand for must be than the next."""
_MOST_RATIO = 40
"""Numbers further apart are hardly one figure written twice."""
_UNIT = re.compile(r"\W*([a-z]{3,})")
_NOTED_UNIT = re.compile(r"\W*([a-z]{1,})")
_WHOLLY_TOLD = 0.7
"""How much of what a jotting holds a clause must have to be known to tell just that."""
_NOT_MEASURED = re.compile(r"(?:st|nd|rd|th)\Z")
_LINKED, _SHARED = 0.3, 6.0
"""How much a link counts when values are held against each other, and up to which strength."""
_NAMES_KIND = {Kind.MONEY: "", Kind.NUMBER: ""}
_SAME_WORD = 0.7
"""How surely a jotted word must stand for another."""
_VOTED_AFTER = 3
"""Clauses after what is moved in which the vote on it is told."""
_FEWEST_IN_ORDER, _SURE_OF_ORDER = 2, 3.0
"""Numbers of a jotting that must stand in order to tell one that does not agree, and how sure that is."""
_OTHER_MEASURE = 2.0
"""What it says against a number of minutes, say, that the notes have one of no such measure."""
_SURE_OF_COUNT = 5.0
"""How sure a number is that the notes give otherwise of the same thing, or take back."""
_IN_SAME_WORDS = 5.0
"""How sure a date or period is that the notes give otherwise in the same words."""
_LINES = 3
"""Lines on either side of a jotting that tell of the same thing, or may."""
_MOST_PLACES = 4
"""Places of the notes that are shown."""


_MONTH = re.compile(MONTH, re.IGNORECASE)


@frozen
class _Candidate:
    weight: float
    jotting: Clause
    value: Value


def value_clashes(pair: Pair) -> Iterator[Clash]:
    """Values that the notes give otherwise, in the order of the draft."""
    return (clash for _, clash in _clashes(pair))


def calendar_clashes(pair: Pair) -> Iterator[Clash]:
    """Those of them that are dates and periods."""
    return (clash for kind, clash in _clashes(pair) if kind in CALENDAR)


@lru_cache(maxsize=4)
def _clashes(pair: Pair) -> tuple[tuple[Kind, Clash], ...]:
    if not pair.jottings:
        return ()
    read = _Reading(pair)
    in_order = {id(told.value) for told, _ in matched_votes(pair)}
    found: list[tuple[int, Kind, Clash]] = []
    compared: set[int] = set()
    """Clashes of values that the draft itself says are no longer so: "at 11 instead of 10"."""
    for clause in pair.clauses:
        for value in pair.values[clause.index]:
            if id(value) in in_order or is_item_number(clause, value):
                continue
            best = (
                read.other_day(clause, value)
                or (None if read.is_put_right(value) else read.in_same_words(value))
                or read.taken_back(clause, value)
                or read.sure(clause, value)
                or read.left_over(clause, value)
            )
            if isinstance(best, Clash):
                found.append((0, value.kind, best))
            elif best and not read.has_its_month(clause, value, best.value):
                clash = value_clash(clause, value, best.jotting, best.value, best.weight)
                found.append((id(best.value), value.kind, clash))
                if says_what_was(clause.text, value.start):
                    compared.add(id(found[-1][2]))
    told = [clash.places[0] for _, _, clash in found]
    found += [
        (0, kind, clash)
        for kind, clash in read.out_of_order()
        if not any(clash.places[0].overlaps(p) for p in told)
    ]
    kept = []
    for noted, kind, clash in found:
        rivals = [
            other.weight
            for n, _, other in found
            if noted
            and n == noted
            and other is not clash
            and not (id(other) in compared and id(clash) not in compared)
            and not (clash.weight == other.weight == _SURE_OF_COUNT and _says_the_same(clash, other))
        ]
        if not rivals or clash.weight >= max(rivals) + _AHEAD:
            kept.append((kind, clash))
    return tuple(kept)


def _says_the_same(one: Clash, other: Clash) -> bool:
    return one.places[0].quote == other.places[0].quote


class _Reading:
    def __init__(self, pair: Pair) -> None:
        self.pair, self.links = pair, pair.links
        self._noted = noted_periods(pair)
        self._counted = CountedThings(pair)
        self._corrections = corrections_of(pair)
        self._dated = {id(m.value): m for mentions in periods_of_draft(pair) for m in mentions}
        self._dated_notes = {id(m.value): m for mentions in periods_of_notes(pair) for m in mentions}
        self._items = [frozenset(pair.clauses[k].item for k in found) for found in self.links.clauses_of]

    def has_its_month(self, clause: Clause, mine: Value, theirs: Value) -> bool:
        """Whether the notes of a sentence name the month of its date and no day, and another date is of another month."""
        if not mine.kind is theirs.kind is Kind.DATE or mine.parts[1] == theirs.parts[1]:
            return False
        words = (
            w for j in self.links.near(self.links.linked[clause.index][:1]) for w in self.links.note_words[j]
        )
        return any(_MONTH.fullmatch(w.text) and month_number(w.text) == mine.parts[1] for w in words)

    def _clauses_saying(self, mine: Value, theirs: Value) -> set[int]:
        """The clauses that say a value of the notes, in a way that explains why the notes have it beside ``mine``.

        A vote is explained by a vote only, and a share by no mere count.
        """
        said = self.links.explained(theirs, whole=True)
        if mine.kind is Kind.VOTE:
            return {
                k for k in said if any(v.kind is Kind.VOTE and agree(v, theirs) for v in self.pair.values[k])
            }
        if mine.kind is theirs.kind is Kind.FRACTION:
            return {
                k
                for k in said
                if any(v.kind is Kind.FRACTION and agree(v, theirs) for v in self.pair.values[k])
            }
        if theirs.kind is Kind.PERCENT:
            return {
                k
                for k in said
                if any(v.kind is not Kind.NUMBER and agree(v, theirs) for v in self.pair.values[k])
            }
        return said

    def _is_said_near(self, clause: Clause, jotting: int, saying: set[int]) -> bool:
        """Whether a clause that may come from the jotting, or one by it, is among those ``saying`` the value.

        So too where this clause comes first from another line of the notes.
        """
        if jotting not in self.links.near(self.links.linked[clause.index][:1]):
            return True
        near = {*self.links.clauses_of[jotting], *self.links.clauses_from.get(jotting, ())}
        near |= {c.index for k in (*near, clause.index) for c in self.pair.beside(k)}
        return bool(near & saying)

    def _is_said_here(self, jotting: int, saying: set[int]) -> bool:
        """Whether a clause of the items that the jotting belongs to is among those ``saying`` the value."""
        items = self._items[jotting]
        return any(self.pair.clauses[k].item in items for k in saying)

    def sure(self, clause: Clause, value: Value) -> _Candidate | None:
        """The same as ``best``, where it is sure enough to be told."""
        best = self.best(clause, value)
        return best if best and best.weight >= _LEAST[value.kind] else None

    def best(self, clause: Clause, value: Value) -> _Candidate | None:
        """The value of the notes that this one was most likely written from, if it is another."""
        links, mention = self.links, self._dated.get(id(value))
        if mention and value.kind is not Kind.DATE and mention.is_compared_with:
            return None
        linked = links.linked[clause.index] or self._sharing_value(clause, value)
        near = self._of_same_figure(clause, value, [*links.near(linked), *self._pointed_at(clause, value)])
        if value.kind is Kind.VOTE:
            near = self._of_vote(clause) or near
        if counted := self._as_counted(clause, value) or self._as_changed(clause, value):
            return counted
        said = self._in_same_unit(clause, value, self._saying(value))
        if share := self._other_part(value, linked[:1]):
            return share
        measured = self._as_measured(clause, value)
        if self._is_in_hundreds(value, near) or is_length_of_run(
            clause, value, self.pair.values[clause.index]
        ):
            return None
        if (
            any(
                not self._is_past(j, value, clause)
                for j in said
                & (set(near) | self._around(value, linked[:1], is_measured=measured is not None))
            )
            or (
                self._is_derived(clause, value)
                and not self._has_other_share(value, links.near(linked[:1]))
                and not (self._has_turned(value, linked[:1]) and not said)
            )
            or self._years_apart(value, near)
        ):
            return None
        if any(self._says_as_counted(clause, value, j) for j in near):
            return None
        if measured and not (said & set(near)):
            return measured
        worked_out = not said and is_worked_out(clause, value)
        row = links.score[clause.index]
        is_said = bool(said) and not any(self._is_past(j, value, clause) for j in said & set(near))
        wider = dict.fromkeys([*near, *(j for j, s in row.items() if s > _FAR)] if not said else near)
        found = [
            _Candidate(
                self._clash_weight(
                    clause, value, self.pair.jottings[j], theirs, is_said=is_said, is_near=j in near
                ),
                self.pair.jottings[j],
                theirs,
            )
            for j in wider
            if not self.pair.jottings[j].is_private
            for theirs in self.pair.noted_values[j]
            if comparable(value, theirs)
            and not agree(value, theirs)
            and not is_rounded(clause, value, theirs, self.pair.jottings[j])
            and not is_number_of_line(value, theirs, self.pair.jottings[j])
            and not is_in_other_words(clause, theirs)
            and not are_one_span(clause.text, value, self.pair.jottings[j].text, theirs)
            and not any(c.takes_back(theirs, value) for c in self._corrections)
            and (not worked_out or _is_one_slip(value.number, theirs.number))
            and not self._is_of_another(value, theirs)
            and not (value.kind in CALENDAR and self._tell_both(clause, value, theirs, self.pair.jottings[j]))
            and (value.kind is not Kind.VOTE or self._may_be_vote(value, theirs, j))
            and (value.kind is not Kind.REFERENCE or self._is_of_same_thing(clause, value, j, theirs))
        ]
        best = max(found, key=lambda candidate: candidate.weight, default=None)
        return None if best and self._is_rounded_elsewhere(best) else best

    def _saying(self, value: Value) -> set[int]:
        """The jottings that say a value; a day of the notes that the draft has too says no number: "2/27"."""
        said = self.links.supporting(value, whole=True)
        if value.kind is not Kind.NUMBER:
            return said
        return {
            j
            for j in said
            if any(
                agree(value, v)
                and not (
                    v.kind is Kind.DATE
                    and any(
                        mine.kind is Kind.DATE and agree(mine, v)
                        for k in self.links.explained(v)
                        for mine in self.pair.values[k]
                    )
                )
                for v in self.pair.noted_values[j]
            )
        }

    def _other_part(self, value: Value, best: list[int]) -> _Candidate | None:
        """The only part of a whole that the best jotting gives, with the same part or whole: "12 of 17" for "12 of 70"."""
        if value.kind is not Kind.FRACTION:
            return None
        noted = [(j, v) for j in best for v in self.pair.noted_values[j] if v.kind is Kind.FRACTION]
        if len(noted) != 1 or agree(value, noted[0][1]) or self._clauses_saying(value, noted[0][1]):
            return None
        (j, theirs) = noted[0]
        is_half = len(theirs.parts) == len(value.parts) and any(
            a == b for a, b in zip(value.parts, theirs.parts, strict=True)
        )
        return _Candidate(_SURE_OF_COUNT, self.pair.jottings[j], theirs) if is_half else None

    def _is_in_hundreds(self, value: Value, near: list[int]) -> bool:
        """Whether the notes have it in hundreds, thousands or millions without saying so: "24" for 2,400."""
        return any(is_in_unsaid_unit(value, theirs) for j in near for theirs in self.pair.noted_values[j])

    def _is_rounded_elsewhere(self, best: _Candidate) -> bool:
        """Whether the draft has a value of the notes after all, as a round figure: "about $61,000" for 60,870."""
        j = best.jotting.index
        return any(
            comparable(v, best.value) and is_rounded(self.pair.clauses[k], v, best.value, best.jotting)
            for k in {*self.links.clauses_of[j], *self.links.clauses_from.get(j, ())}
            for v in self.pair.values[k]
        )

    def _may_be_vote(self, value: Value, theirs: Value, jotting: int) -> bool:
        """Whether one is a vote of all, and that of the notes not one that the draft has where the jotting belongs.

        Figures are held against figures in their order (``vote_order``).
        """
        belongs = {*self.links.clauses_of[jotting], *self.links.clauses_from.get(jotting, ())}
        if any(
            noted.clause.index == jotting
            and noted.start <= theirs.start < noted.end
            and told.value is not value
            for told, noted in matched_votes(self.pair)
        ):
            return False
        return (value.is_everybody or theirs.is_everybody) and not (
            belongs & self._clauses_saying(value, theirs)
        )

    def _of_vote(self, clause: Clause) -> list[int]:
        """The jottings that have the vote of a clause: its own, or those of what was told just before, or around."""
        links = self.links
        around = self.pair.beside(clause.index, _VOTED_AFTER)
        before = [c for c in reversed(around) if c.index <= clause.index]
        for told in before:
            near = links.near(links.linked[told.index])
            if any(v.kind is Kind.VOTE for j in near for v in self.pair.noted_values[j]):
                return near
        return links.near(j for c in around for j in links.likeliest(c.index))

    def out_of_order(self) -> Iterator[tuple[Kind, Clash]]:
        """Numbers that the notes give otherwise, where all others of the same jotting stand in the same order.

        So "two, against five" is compared with "2 (5 last yr)" though both numbers stand in either text.
        """
        mine: dict[int, list[tuple[Clause, Value]]] = defaultdict(list)
        for clause in self.pair.clauses:
            for j in self.links.linked[clause.index][:1]:
                mine[j] += [
                    (clause, v)
                    for v in self.pair.values[clause.index]
                    if is_number(v) and not is_item_number(clause, v)
                ]
        for j, told in mine.items():
            jotting = self.pair.jottings[j]
            noted = [v for v in self.pair.noted_values[j] if is_number(v) and not is_numbering(v, jotting)]
            if len(noted) != len(told) or len(told) < _FEWEST_IN_ORDER:
                continue
            if jotting.is_private or any(v.by_words for v in noted):
                continue
            off = [(c, v, n) for (c, v), n in zip(told, noted, strict=True) if not agree(v, n)]
            # a number that the jotting does not have at all is looked for by ``best``
            if len(off) != 1 or not any(agree(off[0][1], n) for n in noted):
                continue
            if self._is_slip(off[0][1], off[0][2], jotting, told):
                clause, value, theirs = off[0]
                yield value.kind, value_clash(clause, value, jotting, theirs, _SURE_OF_ORDER)

    def _is_slip(
        self, value: Value, theirs: Value, jotting: Clause, told: list[tuple[Clause, Value]]
    ) -> bool:
        return (
            comparable(value, theirs)
            and not any(is_rounded(c, v, theirs, jotting) for c, v in told if v is value)
            and not any(self._is_derived(c, v) for c, v in told if v is value)
            and not any(agree(v, theirs) for _, v in told)
        )

    def _sharing_value(self, clause: Clause, value: Value) -> list[int]:
        """The jotting that shares most with a clause, though more of another one, if it has another value of it."""
        others = [v for v in self.pair.values[clause.index] if v is not value]
        return [
            j
            for j in self.links.likeliest(clause.index, 1)
            if any(j in self.links.supporting(other) for other in others)
        ]

    def _as_counted(self, clause: Clause, value: Value) -> _Candidate | None:
        """The number of the notes that counts the same thing, where it is another and nothing explains it."""
        words = self._counted.words_of(clause, value)
        if not words:
            return None
        near = self.links.near(self.links.likeliest(clause.index))
        told = [c for j in near for c in self._counted.noted(words, j)]
        if not told or any(agree(value, c.value) for c in told):
            return None
        first = set(self.links.linked[clause.index][:1])
        if told[0].jotting.index not in first and self.links.supporting(value) & first:
            return None
        if any(
            agree(value, v)
            and (
                self._counted.stands_behind(v, self.pair.jottings[j], words)
                or not self._counted.counts_another(v, self.pair.jottings[j], words)
            )
            for j in near
            for v in self.pair.noted_values[j]
        ):
            return None
        explained = {
            k
            for c in told
            for k in self.links.explained(c.value)
            if any(
                agree(v, c.value) and self._counts_same(self.pair.clauses[k], v, words, c.jotting.index)
                for v in self.pair.values[k]
            )
        }
        best = told[0]
        if (
            explained
            or best.value.is_former
            or best.jotting.is_private
            or len({c.value.number for c in told}) > 1
            or is_numbering(best.value, best.jotting)
            or any(v.kind is Kind.REFERENCE and agree(v, best.value) for v in self.pair.values[clause.index])
            or is_rounded(clause, value, best.value, best.jotting)
            or any(c.takes_back(best.value, value) for c in self._corrections)
        ):
            return None
        return _Candidate(_SURE_OF_COUNT, best.jotting, best.value)

    def _counts_same(self, clause: Clause, value: Value, words: tuple[str, ...], jotting: int) -> bool:
        """Whether a number of the draft counts the same thing, or what the jotted word may as well stand for."""
        mine = self._counted.words_of(clause, value)
        if mine[-1:] == words[-1:]:
            return True
        return bool(mine) and any(agree(value, c.value) for c in self._counted.noted(mine, jotting))

    def left_over(self, clause: Clause, value: Value) -> _Candidate | None:
        """The only number of the best jotting that nothing around the clause tells, where the clause has one too many.

        Small counts stand anywhere, in the notes as in the draft; so only what is told of the same thing is asked.
        """
        best = self.links.linked[clause.index][:1] or self.links.likeliest(clause.index)[:1]
        if not best or not _is_count(clause, value) or clause.is_heading or is_worked_out(clause, value):
            return None
        j, jotting = best[0], self.pair.jottings[best[0]]
        score = self.links.score[clause.index][j]
        if (
            score < self.links.best_of_notes[j]
            or jotting.is_private
            or any(agree(value, v) for v in self.pair.noted_values[j])
            or self._is_free(value, clause, j)
            or self._is_derived(clause, value)
        ):
            return None
        raw = self.links.raw[clause.index].get(j, 0.0)
        is_told = raw >= _WHOLLY_TOLD * (self.links.weight[j] - 1)  # but for the number itself
        shared = {
            v.number
            for v in self.pair.noted_values[j]
            if _is_count(jotting, v) and any(agree(mine, v) for mine in self.pair.values[clause.index])
        }
        if not is_told and not shared:
            return None
        around = {*self.links.clauses_from.get(j, ()), *(c.index for c in self.pair.beside(clause.index))}
        told = [v for k in around for v in self.pair.values[k] if v is not value]
        left = [
            v
            for v in self.pair.noted_values[j]
            if _is_count(jotting, v)
            and not is_numbering(v, jotting)
            and not any(agree(mine, v) for mine in told)
            and not is_in_other_words(clause, v)
        ]
        if (
            len(left) != 1
            or left[0].is_former
            or measure_of(clause.text, value) != measure_of(jotting.text, left[0])
            or max(value.number, left[0].number) > _MOST_RATIO * max(1, min(value.number, left[0].number))
            or is_rounded(clause, value, left[0], jotting)
            or any(c.takes_back(left[0], value) for c in self._corrections)
        ):
            return None
        return _Candidate(_SURE_OF_ORDER, jotting, left[0])

    def _is_free(self, value: Value, clause: Clause, jotting: int) -> bool:
        """Whether a jotting by this one has the number, and no other clause tells it from there."""
        return any(
            j in self.links.near([jotting])
            and not any(
                agree(v, n)
                for k in self.links.clauses_from.get(j, ())
                if k != clause.index
                for v in self.pair.values[k]
                for n in self.pair.noted_values[j]
                if agree(value, n)
            )
            for j in self.links.supporting(value)
        )

    def _as_measured(self, clause: Clause, value: Value) -> _Candidate | None:
        """The figure of the best jotting in the same measure, where all others of it agree: "11 wks" for "14 weeks"."""
        unit = measure_of(clause.text, value)
        best = self.links.linked[clause.index][:1]
        if not unit or not best:
            return None
        jotting = self.pair.jottings[best[0]]
        mine = [v for v in self.pair.values[clause.index] if measure_of(clause.text, v) == unit]
        noted = [v for v in self.pair.noted_values[best[0]] if measure_of(jotting.text, v) == unit]
        beside = [(v, n) for v, n in zip(mine, noted, strict=False) if v is not value]
        if len(mine) != len(noted) or not all(agree(v, n) for v, n in beside):
            return None
        theirs = next(n for v, n in zip(mine, noted, strict=True) if v is value)
        is_other = not agree(value, theirs) and not is_rounded(clause, value, theirs, jotting)
        if not is_other or theirs.is_former or jotting.is_private or is_worked_out(clause, value):
            return None
        explained = any(
            agree(v, theirs) and measure_of(self.pair.clauses[k].text, v) == unit
            for k in self.links.explained(theirs)
            for v in self.pair.values[k]
        )
        return None if explained else _Candidate(_SURE_OF_COUNT, jotting, theirs)

    def _as_changed(self, clause: Clause, value: Value) -> _Candidate | None:
        """The other end of a change in the notes, where one end is that of the draft: "from 8 to 5", "8 down to 3"."""
        mine = [v for v in self.pair.values[clause.index] if is_number(v)]
        ends = [
            other
            for one, other in (*pairwise(mine), *((b, a) for a, b in pairwise(mine)))
            if one is value and _is_change(clause.text, one, other)
        ]
        for end in ends:
            for j in self.links.near(self.links.linked[clause.index][:1]):
                jotting = self.pair.jottings[j]
                noted = [v for v in self.pair.noted_values[j] if is_number(v)]
                if any(agree(value, v) for v in noted):
                    continue
                found = [
                    b if agree(end, a) else a
                    for a, b in pairwise(self.pair.noted_values[j])
                    if is_number(a)
                    and is_number(b)
                    and agree(end, a) is not agree(end, b)
                    and _is_change(jotting.text, a, b)
                ]
                if (
                    len(found) == 1
                    and comparable(value, found[0])
                    and not any(agree(v, found[0]) for v in mine)
                ):
                    return _Candidate(_SURE_OF_COUNT, jotting, found[0])
        return None

    def _says_as_counted(self, clause: Clause, value: Value, jotting: int) -> bool:
        """Whether a jotting gives the same number of the same thing."""
        words = self._counted.words_of(clause, value)
        return bool(words) and any(agree(value, c.value) for c in self._counted.noted(words, jotting))

    def taken_back(self, clause: Clause, value: Value) -> _Candidate | None:
        """What the notes put right, where the draft has what they take back."""
        for correction in self._corrections:
            j = correction.jotting.index
            if not agree(value, correction.wrong) or agree(value, correction.right):
                continue
            is_time = (
                value.kind is Kind.TIME and correction.is_struck and may_be_times(value, correction.right)
            )
            if not is_time and not comparable(value, correction.right):
                continue
            near = set(self.links.near(self.links.linked[clause.index]))
            if correction.is_struck and self.links.supporting(value) & near:
                continue
            is_small = value.kind is Kind.NUMBER and value.number < SMALL  # such stand anywhere
            is_of_other_line = not correction.is_struck and all(
                v is not correction.wrong for v in self.pair.noted_values[j]
            )
            is_here = (
                j in near
                or (is_of_other_line and is_telling_number(value))
                or any(
                    (self._is_put_right_by(k, correction) and not is_small)
                    or (abs(k - j) == 1 and self.pair.jottings[k].item == correction.jotting.item)
                    or (is_time and self.pair.jottings[k].item == correction.jotting.item)
                    for k in near
                )
            )
            said = any(
                agree(v, correction.right)
                for c in self.pair.beside(clause.index)
                for v in self.pair.values[c.index]
            )
            if is_here and not said:
                return _Candidate(_SURE_OF_COUNT, correction.jotting, correction.right)
        return None

    def is_put_right(self, value: Value) -> bool:
        """Whether it is what the notes say instead of something that they take back."""
        return any(agree(value, c.right) for c in self._corrections)

    def _is_put_right_by(self, jotting: int, correction: Correction) -> bool:
        """Whether a correction is of what a jotting says: by the time before both, or a word of both."""
        words = {w.low for w in self.links.note_words[correction.jotting.index]}
        stamp = correction.jotting.stamp.strip()
        return (bool(stamp) and self.pair.jottings[jotting].stamp.strip() == stamp) or any(
            w.low in words for w in self.links.note_words[jotting]
        )

    def _around(self, value: Value, linked: list[int], *, is_measured: bool) -> set[int]:
        """The jottings of the lines around the best one, where a figure that is not small is hardly by chance."""
        if not is_number(value) or value.number < SMALL or self._has_turned(value, linked) or is_measured:
            return set()
        lines = {self.pair.jottings[j].item for j in linked}
        return {
            j
            for line in lines
            for beside in range(line - _LINES, line + _LINES + 1)
            for j in self.links.lines.get(beside, ())
        }

    def _pointed_at(self, clause: Clause, value: Value) -> list[int]:
        """The jottings by the best one that alone of all have another figure of the clause."""
        lines = [self.pair.jottings[j].item for j in self.links.linked[clause.index][:1]]
        alone = [
            self.links.supporting(other)
            for other in self.pair.values[clause.index]
            if other is not value and is_number(other) and other.number > 1 and not other.by_words
        ]
        return [
            j for found in alone for j in found
            if len(found) == 1 and any(abs(self.pair.jottings[j].item - line) <= _LINES for line in lines)
        ]  # fmt: skip

    def _of_same_figure(self, clause: Clause, value: Value, near: list[int]) -> list[int]:
        """Of the jottings of a clause those that have its telling figure, where one has: in a list they tell lines apart."""
        if is_telling_number(value):
            return near
        others = (v for v in self.pair.values[clause.index] if v is not value and is_telling_number(v))
        said = {j for other in others for j in self.links.supporting(other)}
        lines = {self.pair.jottings[j].item for j in said}
        listed = {j for j in near if any(is_telling_number(v) for v in self.pair.noted_values[j])} - said
        return [j for j in near if j in said or (not listed and self.pair.jottings[j].item in lines)] or near

    def _in_same_unit(self, clause: Clause, value: Value, jottings: set[int]) -> set[int]:
        """Of the jottings that say a number those that may say it of the same measure: six weeks are no 6/1."""
        unit = time_unit(clause.text, value.end) if value.kind is Kind.NUMBER else None
        if not unit:
            return jottings
        return {
            j
            for j in jottings
            if any(
                is_number(v)
                and agree(value, v)
                and ((noted := time_unit(self.pair.jottings[j].text, v.end)) is None or noted[0] == unit[0])
                for v in self.pair.noted_values[j]
            )
        }

    def _is_of_same_thing(self, clause: Clause, value: Value, jotting: int, theirs: Value) -> bool:
        """Whether a jotting has the word before a number that only names a thing: "plot 22"."""
        if value.text[0] == "#":
            return True
        before = [w for w in self.links.draft_words[clause.index] if w.end <= value.start][-1:]
        return any(
            w.low not in FORMAL_WORDS and self.links.meanings[n.text].get(w.low, 0.0) >= _SAME_WORD
            for w in before
            for n in self._words_before(jotting, theirs)
        )

    def _words_before(self, jotting: int, value: Value) -> list[Word]:
        """The telling word right before a number of a jotting, or before the number before it: "plot 17 <-> 22"."""
        words = [w for w in self.links.note_words[jotting] if w.end <= value.start]
        return words[-1:]

    def _is_of_another(self, value: Value, theirs: Value) -> bool:
        """Whether a date or period of the notes is of another thing, by the words around it."""
        mention, note = self._dated.get(id(value)), self._dated_notes.get(id(theirs))
        return mention is not None and note is not None and self._noted.is_of_another(mention, note)

    def in_same_words(self, value: Value) -> Clash | None:
        """Another date or period that the notes give in the same words, whichever line that is."""
        mention = self._dated.get(id(value))
        notes = self._noted.otherwise(mention)[:_MOST_PLACES] if mention else ()
        if (
            not mention
            or not notes
            or mention.is_compared_with
            or any(self._noted.is_of_other_line(mention, n) for n in notes)
            or any(self._tell_both(mention.clause, value, n.value, n.clause) for n in notes)
            or is_of_other_sum(self.pair, mention.clause, mention.end, notes[0].clause)
        ):
            return None
        return Clash(
            disagreement(mention, notes),
            tuple(m.place for m in (mention, *notes)),
            _IN_SAME_WORDS,
            Severity.WARNING,
            suggested(mention, notes[0], self.pair.meeting.reference),
        )

    def _tell_both(self, clause: Clause, value: Value, theirs: Value, jotting: Clause) -> bool:
        """Whether a line of the notes, or the clause, gives either date: "moved from 15 to 22 December"."""
        line = {
            n.kind in CALENDAR or n.by_words or n.text[-1:].isalpha()
            for j in self.links.lines[jotting.item]
            for n in self.pair.noted_values[j]
            if agree(value, n) and not n.is_former
        }
        return (value.kind is Kind.DATE and True in line) or clause.index in self.links.explained(
            theirs, whole=True
        )

    def other_day(self, clause: Clause, value: Value) -> Clash | None:
        """The same date in the notes with another day of the week."""
        if value.kind is not Kind.DATE or value.weekday is None:
            return None
        dated = [
            (j, v) for j in self.links.supporting(value) for v in self.pair.noted_values[j]
            if v.kind is Kind.DATE and v.weekday is not None and v.parts[1:] == value.parts[1:]
        ]  # fmt: skip
        if not dated or any(v.weekday == value.weekday for _, v in dated):
            return None
        noted, jotting = dated[0][1], self.pair.jottings[dated[0][0]]
        mine, theirs = value.text.split()[0].rstrip(",."), noted.text.split()[0].rstrip(",.")
        message = f"The draft has {mine} {value.text.partition(' ')[2].strip(' .,')}; the notes have {theirs} ({said_in(jotting)})."
        places = (
            clause.place(value.start, value.start + len(mine)),
            jotting.place(noted.start, noted.start + len(theirs)),
        )
        return Clash(message, places, 3.0, Severity.WARNING)

    def _is_past(self, jotting: int, value: Value, clause: Clause) -> bool:
        """Whether a jotting says a value only as what was before, with one for now that the draft does not have."""
        if value.is_former or says_what_was(clause.text, value.start):
            return False  # the draft too has it as what was before
        noted = self.pair.noted_values[jotting]
        said = [v for v in noted if agree(value, v)]
        if not said or not all(v.is_former for v in said):
            return False
        return any(
            not v.is_former
            and comparable(value, v)
            and v.kind is said[0].kind
            and not self._is_said_here(jotting, self._clauses_saying(value, v))
            for v in noted
        )

    def _clash_weight(
        self, clause: Clause, value: Value, jotting: Clause, theirs: Value, *, is_said: bool, is_near: bool
    ) -> float:
        j, linked = jotting.index, self.links.linked[clause.index]
        weight = min(self.links.score[clause.index].get(j, 0.0), _SHARED) * _LINKED - (
            self._said_weight(value) if is_said else -0.9
        )
        saying = self._clauses_saying(value, theirs)
        if not saying:
            weight += 1.6
        elif not self._is_said_here(j, saying):
            weight += 0.4
        elif self._is_said_near(clause, j, saying):
            weight -= 2.0
        if linked[:1] == [j]:
            weight += 0.6
        elif not is_near:
            weight -= 0.7
        if value.kind is Kind.VOTE:
            return weight + 0.8
        if value.kind in {Kind.QUARTER, Kind.YEAR, Kind.MONTH}:
            return weight if not saying else weight - 1.5 if self._is_said_here(j, saying) else weight - 0.7
        if value.kind is Kind.FRACTION:
            return weight + (1.5 if theirs.kind is not Kind.NUMBER else -0.5)
        if is_number(value):
            return weight + self._of_numbers(clause, value, jotting, theirs)
        return weight + _of_times(value, theirs, is_best=linked[:1] == [j])

    def _said_weight(self, value: Value) -> float:
        """How much it speaks for a value that the notes have it somewhere: a telling figure is hardly there by chance."""
        return 3.0 if is_number(value) and len(digits(value.number)) > 2 else 0.9

    def _of_numbers(self, clause: Clause, value: Value, jotting: Clause, theirs: Value) -> float:
        """What the figures themselves and the words after them say."""
        weight = 0.0
        mine, other = in_unit_of(theirs, value), theirs.number
        is_scaled = mine != value.number
        if not is_number(theirs):
            return weight
        if value.kind is theirs.kind is Kind.PERCENT:
            return 0.5
        if mine >= SMALL > other and theirs.text[-1:] not in "kKm":
            weight -= 1.3
        if other < SMALL and value.kind is Kind.NUMBER:
            weight -= 0.3
        if mine < SMALL and value.kind is Kind.NUMBER:
            weight -= 0.2
        if (mine == int(mine)) is not (other == int(other)) and sorted(digits(mine)) != sorted(digits(other)):
            weight -= 0.8
        if _NOT_MEASURED.search(theirs.text) or (
            _NOT_MEASURED.search(value.text) and value.kind is Kind.NUMBER
        ):
            weight -= 1.5
        if value.kind is theirs.kind is Kind.NUMBER and not theirs.text[-1].isalpha():
            is_other = measure_of(clause.text, value) != measure_of(jotting.text, theirs)
            weight -= _OTHER_MEASURE if is_other else 0.0
        if max(mine, other) > _MOST_RATIO * max(0.5, min(mine, other)):
            weight -= 1.2
        if 1900 < mine < 2100 and value.kind is Kind.NUMBER:
            weight -= 2.0
        if sorted(digits(mine)) == sorted(digits(other)) and len(digits(mine)) > 1:
            weight += 1.5
        elif theirs.kind is not value.kind and value.kind is Kind.MONEY and other < SMALL and not is_scaled:
            weight -= 1.0
        if mine >= 100 and other >= 100 and len(digits(mine)) > 2:
            weight += 0.3
        unit, noted = (
            _UNIT.match(clause.text[value.end :].lower()),
            _NOTED_UNIT.match(jotting.text[theirs.end :].lower()),
        )
        if unit and noted and stands_for(noted[1], unit[1]) >= 0.45:
            weight += 1.3
        return weight

    def _has_other_share(self, value: Value, jottings: list[int]) -> bool:
        """Whether the notes give another percentage, that nothing in the draft explains: then it was not worked out."""
        return value.kind is Kind.PERCENT and any(
            theirs.kind is Kind.PERCENT and not self._clauses_saying(value, theirs)
            for j in jottings
            for theirs in self.pair.noted_values[j]
        )

    def _has_turned(self, value: Value, jottings: list[int]) -> bool:
        """Whether the notes give a number with the same figures in another order, that nothing in the draft explains."""
        return is_number(value) and any(
            is_number(theirs)
            and len(digits(theirs.number)) > 1
            and theirs.number != value.number
            and sorted(digits(theirs.number)) == sorted(digits(value.number))
            and not self._clauses_saying(value, theirs)
            for j in jottings
            for theirs in self.pair.noted_values[j]
        )

    def _years_apart(self, value: Value, near: list[int]) -> bool:
        """Whether the notes name the two years of a period singly: "23 to 24"."""
        if value.kind is not Kind.PERIOD or value.is_run:
            return False
        said = {key for j in near for theirs in self.pair.noted_values[j] for key in theirs.keys}
        return all(("y", year) in said or ("n", float(year % 100)) in said for year in value.parts)

    def _is_derived(self, clause: Clause, value: Value) -> bool:
        """Whether a number follows from others beside it: a difference, a share."""
        if not is_number(value):
            return False
        if value.number < 1:
            return True
        if value.kind is Kind.PERCENT and value.by_words:
            return False
        votes = [v.parts for v in self.pair.values[clause.index] if v.kind is Kind.VOTE and len(v.parts) > 1]
        if any(sum(sides) == value.number for sides in votes):
            return True  # "by 33 votes to 3 with 2 abstentions, all 38 members"
        around = self.pair.beside(clause.index, 2)
        here = {
            v.number for c in around for v in self.pair.values[c.index] if v is not value and is_number(v)
        }
        noted = {
            key[1]
            for j in self.links.linked[clause.index][:2]
            for theirs in self.pair.noted_values[j]
            for key in theirs.keys
            if key[0] == "n" and isinstance(key[1], float)
        }
        if is_telling_number(value):
            near = self.links.near(self.links.linked[clause.index][:2])
            listed = [v.number for j in sorted(near) for v in self.pair.noted_values[j] if is_number(v)]
            if is_total(clause, value, here, listed):
                return True
        if any(abs(2 * value.number - n) < PENNY for n in noted) and _HALF.search(
            clause.text + " ".join(self.pair.jottings[j].text for j in self.links.linked[clause.index][:2])
        ):
            return True
        # a small number is the difference of some two by chance
        groups = [here | noted] if is_telling_number(value) or value.kind is Kind.PERCENT else [here, noted]
        groups = [{*with_multiples(numbers)} for numbers in groups] if is_telling_number(value) else groups
        return any(
            is_computed(value, a, b)
            for numbers in groups
            for a in numbers
            for b in numbers
            if a != b and a and b
        )


_BRACKETED = re.compile(r"\(\d+\)")
"""The number of a paragraph."""
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)")


def _is_count(clause: Clause, value: Value) -> bool:
    """Whether it is a number that may count things, and neither an ordinal nor part of a name: "Four Street"."""
    is_named = value.text[0].isupper() and re.match(r" [A-Z]", clause.text[value.end :])
    return (
        value.kind is Kind.NUMBER
        and value.number.is_integer()
        and value.text[-1:] not in "kKmM"
        and not _ORDINAL.search(value.text + clause.text[value.end : value.end + len("nd")])
        and not (value.by_words and value.start and is_named)
        and not _BRACKETED.fullmatch(clause.text, max(0, value.start - 1), value.end + 1)
    )


def _is_change(text: str, one: Value, other: Value) -> bool:
    """Whether two figures are told as what something was and is."""
    first, second = sorted((one, other), key=lambda v: v.start)
    return _BECOMES.fullmatch(text, first.end, second.start) is not None


def _is_one_slip(one: float, other: float) -> bool:
    """Whether one digit of a number is another, or two changed places."""
    slip = digit_slip(f"{one:.2f}", f"{other:.2f}")
    return slip is DigitSlip.SUBSTITUTION or slip in TURNED


def _of_times(value: Value, theirs: Value, *, is_best: bool) -> float:
    """What dates, periods and times of the clock say."""
    if value.kind is Kind.DATE and theirs.kind is Kind.DATE:
        return 0.8 if value.parts[1] == theirs.parts[1] or value.parts[2] == theirs.parts[2] else 0.0
    if value.kind is Kind.DATE:
        return -0.8 if is_best else -2.2
    if value.kind is Kind.PERIOD:
        return 0.4 if theirs.kind is Kind.PERIOD else -0.6
    if value.kind is Kind.TIME and theirs.kind is Kind.NUMBER and theirs.number < SMALL:
        return -1.9
    return 0.0
