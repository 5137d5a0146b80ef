"""How likely a value of the draft is wrong, beside another of the notes that it may have to be.

A figure, date, time or vote may differ between a sentence and a jotting because the sentence is wrong, or because the
two are not of one thing. No single rule tells which. It shows by many small things: whether the value stands in the notes
of the sentence after all, whether the other is told elsewhere, how well the two are linked, what stands beside both and
how like they look. ``benchmarks.facts_learning`` learns what each of them counts.
"""

import datetime as dt
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from review_tui.facts.accord import doubt_of
from review_tui.facts.clash import Clash
from review_tui.facts.derived import is_computed, is_worked_out, tells_difference, with_multiples
from review_tui.facts.links import Word
from review_tui.facts.measures import measure_of
from review_tui.facts.odds import likeliest, log_odds, together
from review_tui.facts.pair import Pair
from review_tui.facts.value_mentions import ValueMention, clocks, slip_of_digits, value_mentions
from review_tui.facts.values import (
    UNSAID_UNITS,
    Kind,
    comparable,
    digits,
    in_unit_of,
    is_number,
    is_telling_number,
)
from review_tui.facts.wording import value_clash
from review_tui.language.common_subsequence import longest_common_subsequence
from review_tui.language.digit_slips import TURNED, DigitSlip

TOLD, DOUBTED, SUSPECTED = 3.7, 0.4, 1.0
"""Odds, as their logarithm, from which a value is told; how much more where the notes are doubted; and from which one is that another
rule suspects too."""
_BESIDE_RULES = 2.0
"""How sure it is beside what a rule tells of the same words."""
_SMALL = 13
"""Numbers below it are said in words, of persons and months, and prove little."""
_CLOSE = 2
"""Sentences on either side of one from whose figures another may be worked out."""
_MOST_WORDS, _BESIDE = 6, 3
"""Words on either side of a value that are of it, and that are next to it."""
_LIKE = 0.5
"""How surely a jotted word stands for one of the draft, at least, that shows what a value is of."""
_FEW = 6
"""Places at most where the notes have a value, so that all of them are looked at."""
_LAST = 8
"""Jottings at the end of the notes."""
_MOST_OF_LINE = 60
"""Values of a line whose order is looked at."""
_FURTHEST = 4.0
"""How many times, as a logarithm, one figure may be the other; further apart says no more."""
_HALF_DAY = 12 * 60
"""Minutes after which the clock shows the same."""
_WRITTEN_IN_DIGITS = frozenset(
    {Kind.MONEY, Kind.NUMBER, Kind.PERCENT, Kind.FRACTION, Kind.REFERENCE, Kind.TIME}
)
"""Of which one may be a slip of the keys for another."""
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\W*\Z")
_UNKNOWN = 0.1
"""What nothing shares with anything."""

_TOGETHER = (
    ("theirs in sentence", "comparable"),
    ("theirs in sentence", "digit"),
    ("apart", "theirs in sentence"),
    ("digit", "ratio"),
)
"""What says another thing together than each does by itself: a slip of the keys is of any size, a value that the
sentence has as well is no slip for its neighbour."""

_WEIGHTS = {
    "noted": -4.10,  # the most that a jotting which says it shares with the sentence, beside the most that any does
    "noted for it alone": -2.03,  # whether such a jotting is told by nothing else
    "noted before the same": -2.17,  # how surely what it is of there stands behind it there too
    "told": -0.83,  # how often the draft says it elsewhere, as a logarithm
    "only one missing": 1.57,  # whether of its kind it alone stands in no line of the sentence
    "all missing": -0.72,  # whether all of its kind do
    "small": -0.49,
    "one": -4.05,
    "reference": -7.02,
    "worked out": -1.67,  # whether it follows from other figures
    "no such day": 3.80,  # whether a date and its day of the week can't both be
    "alone, missing, link": 1.06,  # "alone": the only one of its jotting that may be meant and that nothing near tells
    "alone, noted": 1.90,
    "alone, untold": 2.15,
    "free, linked": 0.84,  # "free": one of those
    "free, alike": 1.88,
    "free, stamp": -2.58,
    "free, told around": -2.76,
    "free": 1.10,  # how many there are, as a logarithm
    "of jotting": 1.47,  # what it shares with the sentence, beside the most that it does with any
    "between": 1.25,  # whether it stands between the jottings of the sentences before and after
    "apart": -2.50,  # how far the sentence is from it, as parts of draft and notes
    "near the end": 0.69,  # of the notes
    "number, linked": -0.97,
    "put right": 2.71,  # whether the notes say it instead of the draft's
    "time, named": 0.33,
    "time, others named": -0.96,
    "time, nowhere": 2.07,
    "theirs told": 1.27,  # how often, as a logarithm
    "theirs in sentence": 2.56,
    "theirs told alike": -0.69,
    "comparable": 1.52,  # whether the notes may write one so
    "before the same": 1.70,  # whether what follows on either is the same
    "measured once": -1.50,  # whether one is of minutes or miles and the other of nothing
    "ordinal once": -2.25,  # whether only one is a place in a row
    "digit": 2.86,
    "digits turned": 3.81,
    "ratio": -0.35,  # how many times the other it is, as a logarithm
    "last digit": 0.72,
    "minutes apart": -0.29,
    "month": 2.58,  # whether both are of one
    "votes matched": 5.20,  # whether both stand in one place of all votes
    "theirs in sentence × comparable": -1.06,
    "theirs in sentence × digit": -1.24,
    "apart × theirs in sentence": 3.32,
    "digit × ratio": -1.83,
    "constant": -5.69,
}
"""How much each counts."""

Rivals = Iterator[tuple[ValueMention, ValueMention, dict[str, float]]]
"""A value of the draft, one of the notes that it may have to be, and what speaks for that, by name."""


def odd_values(pair: Pair, suspected: Iterable[Clash] = ()) -> Iterator[Clash]:
    """Values that are likelier wrong than right, each beside that of the notes.

    What is ``suspected`` besides is told where it is not unlikely.
    """
    best = likeliest(_judged(pair), lambda rival: rival[0])
    for clash in suspected:
        if any(odds >= SUSPECTED and told.stands_at(clash.places[0]) for odds, (told, _) in best):
            yield clash
    least = TOLD + DOUBTED * doubt_of(pair)
    likely = [(odds, told, noted) for odds, (told, noted) in best if odds >= least]
    for odds, told, noted in likely:
        rivals = [o for o, t, n in likely if n is noted and t.value.text != told.value.text]
        if all(odds > other for other in rivals):  # one of the notes can't stand in two places
            yield value_clash(told.clause, told.value, noted.clause, noted.value, _BESIDE_RULES)


def _judged(pair: Pair) -> Iterator[tuple[float, tuple[ValueMention, ValueMention]]]:
    return ((log_odds(_WEIGHTS, features), (told, noted)) for told, noted, features in rival_values(pair))


def rival_values(pair: Pair) -> Rivals:
    """Every value of the draft beside each of the notes that it may have to be."""
    return _Rivals(pair).all() if pair.jottings else iter(())


class _Rivals:
    def __init__(self, pair: Pair) -> None:
        self._pair, self._links, self._mentions = pair, pair.links, value_mentions(pair)
        self._often = Counter(_said(told) for row in self._mentions.told for told in row)
        self._words: dict[int, tuple[list[Word], list[Word]]] = {}
        self._clauses_of_line: dict[int, list[int]] = defaultdict(list)
        for clause in pair.clauses:
            for j in self._links.linked[clause.index][:1]:
                self._clauses_of_line[pair.jottings[j].item].append(clause.index)
        self._orders: dict[tuple[int, int], _Order] = {}

    def all(self) -> Rivals:
        """Clause by clause."""
        for clause in self._pair.clauses:
            near, close = self._mentions.near(clause)
            for told in self._mentions.told[clause.index]:
                if self._is_difference(told):
                    continue
                rivals = self._mentions.rivals(told, near)
                of_told = self._of_told(told, near, close) if rivals else {}
                for noted in rivals:
                    yield told, noted, together(self._of_both(told, noted, of_told), _TOGETHER)

    def _of_told(self, told: ValueMention, near: Sequence[int], close: Sequence[int]) -> dict[str, float]:
        """What is so whichever it may have to be; ``near`` are the jottings of its sentence, ``close`` the first with its line."""
        row = self._links.score[told.at]
        kin = [t for t in self._mentions.told[told.at] if t.kind is told.kind]
        missing = [t for t in kin if not any(n.at in close for n in t.same)]
        where = [n for n in told.same if n.at in near or len(told.same) < _FEW]
        best = max(self._links.best_of_draft[told.at], _UNKNOWN)
        return {
            "noted": max((row.get(n.at, 0.0) for n in told.same), default=0.0) / best,
            "noted for it alone": float(any(n.same == [told] for n in told.same)),
            "noted before the same": max((self._alike(told, n)[1] for n in where), default=0.0),
            "told": math.log1p(self._often[_said(told)] - 1),
            "only one missing": float(missing == [told]),
            "all missing": float(len(missing) == len(kin)),
            "small": float(is_number(told.value) and told.value.number < _SMALL),
            "one": float(is_number(told.value) and told.value.number <= 1),
            "reference": float(told.kind is Kind.REFERENCE),
            "worked out": float(self._is_worked_out(told)),
            "no such day": float(self._is_no_such_day(told)),
        }

    def _of_both(
        self, told: ValueMention, noted: ValueMention, of_told: dict[str, float]
    ) -> dict[str, float]:
        """What speaks for one of the notes."""
        links, c, j = self._links, told.at, self._said_of(noted)
        score, best = links.score[c].get(j, 0.0), max(links.best_of_draft[c], _UNKNOWN)
        others = [t for t in noted.same if t is not told]
        tellers = {t.at for t in others}
        of_jotting = {*links.clauses_of[j], *links.clauses_from.get(j, ())}
        beside = {clause.index for clause in self._pair.beside(c)}
        free = [
            n
            for n in self._mentions.noted[noted.at]
            if self._mentions.may_be_meant(told, n) and not any(t.at in beside | of_jotting for t in n.same)
        ]
        is_free, is_alone = noted in free, free == [noted]
        like, _ = self._alike(told, noted)
        is_linked, is_time = j in links.linked[c], told.kind is Kind.TIME
        are_named = is_time and self._mentions.is_of_same_people(told, noted)
        mine, theirs = (measure_of(g.clause.text, g.value) for g in (told, noted))
        return {
            **of_told,
            "alone, missing, link": is_alone * of_told["only one missing"] * score / best,
            "alone, noted": is_alone * of_told["noted"],
            "alone, untold": float(is_alone and not others),
            "free, linked": float(is_free and is_linked),
            "free, alike": float(is_free and like > _LIKE),
            "free, stamp": float(is_free and noted.is_stamp),
            "free, told around": float(is_free and any(k + by in tellers for k in of_jotting for by in (-1, 0, 1))),
            "free": math.log1p(len(free)),
            "of jotting": score / links.best_of_notes[j] if score else 0.0,
            "between": float(j in self._mentions.between(c)),
            "apart": abs(c / len(self._pair.clauses) - j / len(self._pair.jottings)),
            "near the end": float(j >= len(self._pair.jottings) - _LAST),
            "number, linked": float((is_number(told.value) or told.kind is Kind.FRACTION) and is_linked),
            "put right": float(self._mentions.is_put_right(told, noted)),
            "time, named": float(are_named),
            "time, others named": float(is_time and bool(self._pair.noted[j]) and not are_named),
            "time, nowhere": float(is_time and not told.same),
            "theirs told": math.log1p(len(others)),
            "theirs in sentence": float(c in tellers),
            "theirs told alike": float(any(t.kind is told.kind for t in others)),
            "comparable": float(told.kind is Kind.WEEKDAY or comparable(told.value, noted.value)),
            "before the same": float(self._goes_on_alike(told, noted)),
            "measured once": float(mine != theirs and not (mine and theirs)),
            "ordinal once": float(_is_ordinal(told) is not _is_ordinal(noted)),
            **_likeness(told, noted),
        }  # fmt: skip

    def _said_of(self, noted: ValueMention) -> int:
        """The jotting whose words tell what a value is of: the one before where a vote stands by itself, "PM prop SG sec. 5/1"."""
        before = self._pair.jottings[noted.at - 1] if noted.at else None
        is_alone = noted.vote is not None and not self._links.note_words[noted.at]
        is_behind = before is not None and before.item == noted.clause.item
        return noted.at - 1 if is_alone and is_behind else noted.at

    def _is_difference(self, told: ValueMention) -> bool:
        """Whether it is told as what two figures differ by, and is: "£1.4 million worse than plan"."""
        if not tells_difference(told.clause, told.value):
            return False
        near = self._links.linked[told.at][:2]
        noted = {n.value.number for j in near for n in self._mentions.noted[j] if is_number(n.value)}
        in_units = {n * unit for n in noted for unit in (1.0, *UNSAID_UNITS)}
        return self._is_worked_out(told) or any(
            is_computed(told.value, a, b) for a in noted for b in in_units
        )

    def _is_worked_out(self, told: ValueMention) -> bool:
        """Whether it follows from other figures of its sentence and those beside it, or of its jottings."""
        if not is_number(told.value):
            return False
        around = [t for c in self._pair.beside(told.at, _CLOSE) for t in self._mentions.told[c.index]]
        here = {t.value.number for t in around if t is not told and is_number(t.value)}
        noted = {
            n.value.number
            for j in self._links.linked[told.at][:2]
            for n in self._mentions.noted[j]
            if is_number(n.value)
        }
        if (
            told.kind is Kind.NUMBER
            and told.value.number < _SMALL
            and not is_worked_out(told.clause, told.value)
        ):
            here = {
                t.value.number for t in self._mentions.told[told.at] if t is not told and is_number(t.value)
            }
            noted = set()  # a small number is the difference of some two by chance
        is_telling = is_telling_number(told.value) or told.kind is Kind.PERCENT
        return any(
            is_computed(told.value, a, b)
            for numbers in ([with_multiples(here | noted)] if is_telling else [here, noted])
            for a in numbers
            for b in numbers
            if a != b and a and b
        )

    def _is_no_such_day(self, told: ValueMention) -> bool:
        """Whether a date and the day of the week beside it can't both be right."""
        date, reference = told.date or told.value, self._pair.meeting.reference
        year = date.year or (reference.year if reference else 0)
        if date.kind is not Kind.DATE or date.weekday is None or not year:
            return False
        try:
            return dt.date(year, *date.parts[1:]).weekday() != date.weekday
        except ValueError:
            return True

    def _alike(self, told: ValueMention, noted: ValueMention) -> tuple[float, float]:
        """How surely a word next to one stands for a word next to the other, and the same of the first behind both."""
        (mine_before, mine_behind), (before, behind) = self._beside(told), self._beside(noted)
        around = [*mine_before[-_BESIDE:], *mine_behind[:_BESIDE]]
        after = self._stands(behind[:1], mine_behind[:_BESIDE])
        return max(after, self._stands([*before[-1:], *behind[:1]], around)), after

    def _stands(self, jotted: Sequence[Word], words: Sequence[Word]) -> float:
        meanings = self._links.meanings
        return max((meanings[j.text].get(w.low, 0.0) for j in jotted for w in words), default=0.0)

    def _beside(self, mention: ValueMention) -> tuple[list[Word], list[Word]]:
        """The telling words before and behind a value, up to the next."""
        if id(mention) not in self._words:
            texts, rows = (
                (self._links.note_words, self._mentions.noted)
                if mention.is_noted
                else (self._links.draft_words, self._mentions.told)
            )
            row = [g.value for g in rows[mention.at] if not g.is_stamp]
            first = max((v.end for v in row if v.end <= mention.value.start), default=0)
            last = min(
                (v.start for v in row if v.start >= mention.value.end), default=len(mention.clause.text)
            )
            words = [w for w in texts[mention.at] if first <= w.start and w.end <= last]
            before = [w for w in words if w.end <= mention.value.start]
            behind = [w for w in words if w.start >= mention.value.end]
            self._words[id(mention)] = before[-_MOST_WORDS:], behind[:_MOST_WORDS]
        return self._words[id(mention)]

    def _goes_on_alike(self, told: ValueMention, noted: ValueMention) -> bool:
        """Whether the values right behind both say the same, in the order of a line."""
        line = noted.clause.item
        clauses = self._clauses_of_line[line]
        key = line, -1 if told.at in clauses else told.at
        if key not in self._orders:
            self._orders[key] = _Order(
                [t for c in (clauses if told.at in clauses else [told.at]) for t in self._mentions.told[c]],
                [n for j in self._links.lines[line] for n in self._mentions.noted[j] if not n.is_stamp],
            )
        return self._orders[key].goes_on_alike(told, noted)


class _Order:
    """The values of a line and of the sentences that come first from it, and which of them are the same in one order."""

    def __init__(self, told: Sequence[ValueMention], noted: Sequence[ValueMention]) -> None:
        self._told = [t for t in told if t.kind is not Kind.WEEKDAY][:_MOST_OF_LINE]
        self._noted = [n for n in noted if n.kind is not Kind.WEEKDAY][:_MOST_OF_LINE]
        self._same = longest_common_subsequence(self._told, self._noted, lambda t, n: n in t.same)

    def goes_on_alike(self, told: ValueMention, noted: ValueMention) -> bool:
        """Whether two stand between the same values, and those right behind them are the same."""
        if told not in self._told or noted not in self._noted:
            return False
        i, j = self._told.index(told), self._noted.index(noted)
        is_between = all((a < i) is (b < j) and a != i and b != j for a, b in self._same)
        return is_between and (i + 1, j + 1) in self._same


def _said(told: ValueMention) -> tuple[Kind, float, tuple[int, ...]]:
    """What two values of a draft have in common that say the same."""
    value = told.value
    return value.kind, value.number, value.parts[1:] if value.kind is Kind.DATE else value.parts


def _is_ordinal(mention: ValueMention) -> bool:
    return _ORDINAL.search(mention.value.text) is not None


def _likeness(told: ValueMention, noted: ValueMention) -> dict[str, float]:
    """How like they look."""
    mine, theirs = told.value, noted.value
    slip = slip_of_digits(told, noted) if told.kind in _WRITTEN_IN_DIGITS else None
    ratio, is_last = 0.0, False
    if is_number(mine) and is_number(theirs):
        one, other = max(in_unit_of(theirs, mine), 0.01), max(theirs.number, 0.01)
        ratio = min(_FURTHEST, abs(math.log(one / other)))
        is_last = digits(one)[-1] == digits(other)[-1]
    apart = [
        abs(60 * (hour - other_hour) + minute - other_minute) % _HALF_DAY
        for hour, minute in (clocks(mine) if told.kind is Kind.TIME else ())
        for other_hour, other_minute in clocks(theirs)
    ]
    are_dates = mine.kind is theirs.kind is Kind.DATE
    return {
        "digit": float(slip is DigitSlip.SUBSTITUTION),
        "digits turned": float(slip in TURNED),
        "ratio": ratio,
        "last digit": float(is_last),
        "minutes apart": math.log1p(min((min(m, _HALF_DAY - m) for m in apart), default=0)),
        "month": float(are_dates and mine.parts[1] == theirs.parts[1]),
        "votes matched": float(told.vote is not None and noted.vote is not None),
    }
