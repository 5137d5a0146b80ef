"""How likely a length of time of the draft is wrong, beside another that the notes of the same thing have.

"For six months" beside "hold 3 mths" or "make it 6": lengths of time stand in narrative and decision, asked for, offered and
agreed, and notes leave out the unit. Whether one of the notes should stand in the sentence shows by many small things: how far
the line is of the sentence, where else either is told, whether somebody only asked for it. ``benchmarks.facts_learning`` learns
what each of them counts.
"""

import math
import re
from collections.abc import Iterator, Sequence

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.corrections import corrections_of
from review_tui.facts.derived import is_rounded
from review_tui.facts.durations import Duration, durations_in
from review_tui.facts.links import Word
from review_tui.facts.nearness import nearness
from review_tui.facts.odds import likeliest, log_odds
from review_tui.facts.pair import Pair
from review_tui.facts.period_clashes import decides, sections_of
from review_tui.facts.value_mentions import value_mentions
from review_tui.facts.values import Kind
from review_tui.facts.wording import said_in
from review_tui.model.findings import Severity

TOLD = 1.7
"""Odds, as their logarithm, from which a length is told."""
_BESIDE_RULES = 2.0
"""How sure it is beside what a rule tells of the same words."""
_ONLY_NUMBER = re.compile(
    r"\s*(?:[^\w\s/\u2013-]|[/\u2013-](?!\s?\d)|\Z|(?:now|then|ok|not|is|it|agreed|agrd|from|frm|fr|back|backdated|still|max|only|enough|enuf|and|for|each|more|years?)\b)",
    re.IGNORECASE,
)
"""What follows a number of the notes that may be of anything."""
_MOST_BARE = 60
"""Months, or years, at most, that a number without a unit is taken for."""
_YEARS_AROUND = 4
"""Years from that of the meeting that notes write by their last two figures: "roof 28"."""
_NEAR = 0.2
"""How near to both the same words stand, at least, where nothing else links sentence and line."""
_LIKE = 0.3
"""How surely a jotted word stands for one of the sentence, at least, that links both."""
_SHORTEST = 0.1
"""What no length is below, where two are compared."""

_WEIGHTS = {
    "noted close": -0.76,  # whether the notes of the sentence have it
    "noted as figure": -2.36,  # or its number, of whatever
    "asked": -1.36,  # whether the sentence tells what somebody would have
    "others in sentence": -0.75,  # how many, as a logarithm
    "of jotting": 1.92,  # what it shares with the sentence, beside the most that it does with any
    "told in item": 0.82,  # whether another sentence of the item has that of the notes
    "told in item by other": 1.92,  # one that decides, where this does not, or the other way round
    "alike": 1.74,  # how near to both the same words stand
    "ratio": -2.36,  # how many times the other it is, as a logarithm
    "constant": 2.17,
}
"""How much each counts."""

Rivals = Iterator[tuple[Duration, Duration, dict[str, float]]]
"""A length of the draft, one of the notes that it may have to be, and what speaks for that, by name."""


def duration_clashes(pair: Pair) -> Iterator[Clash]:
    """Lengths of time that are likelier wrong than right, each beside that of the notes."""
    judged = (
        (log_odds(_WEIGHTS, features), (told, noted)) for told, noted, features in rival_durations(pair)
    )
    for odds, (told, noted) in likeliest(judged, lambda rival: rival[0]):
        if odds >= TOLD:
            message = f"The draft has {told.text}; the notes have {noted.text} ({said_in(noted.clause)})."
            yield Clash(message, (told.place, noted.place), _BESIDE_RULES, Severity.WARNING)


def rival_durations(pair: Pair) -> Rivals:
    """Every length of the draft beside each of the notes of the same thing that is not the same."""
    return _Rivals(pair).all() if pair.jottings else iter(())


class _Rivals:
    def __init__(self, pair: Pair) -> None:
        self._pair, self._links = pair, pair.links
        self._told = [
            [] if c.index in pair.roll else [*durations_in(c, pair.values[c.index])] for c in pair.clauses
        ]
        self._noted = [
            [] if j.is_private else [*durations_in(j, pair.noted_values[j.index])] for j in pair.jottings
        ]
        self._bare = [[] if j.is_private else [*_bare(pair, j)] for j in pair.jottings]
        self._sections = sections_of(pair) if any(self._told) else {}
        self._corrections = corrections_of(pair)

    def all(self) -> Rivals:
        """Sentence by sentence."""
        for clause in self._pair.clauses:
            if not self._told[clause.index]:
                continue
            near, close = value_mentions(self._pair).near(clause)
            for told in self._told[clause.index]:
                rivals = [*self._rivals(told, near, close)]
                of_told = self._of_told(told, close) if rivals else {}
                for noted in rivals:
                    features = {**of_told, **self._of_both(told, noted)}
                    # where both are noted and both are told, nothing is missing
                    are_both_said = features["noted close"] and features["told in item"]
                    if not are_both_said and (features["alike"] > _NEAR or self._are_linked(told, noted)):
                        yield told, noted, features

    def _rivals(self, told: Duration, near: Sequence[int], close: Sequence[int]) -> Iterator[Duration]:
        """Those of the jottings ``near``, and the bare numbers of those ``close``."""
        yield from (
            n
            for j in near
            for n in self._noted[j]
            if n.unit == told.unit
            and not n.value.is_former
            and not self._is_same(told, n)
            and not self._is_settled(told, n)
        )
        yield from (
            n
            for j in close
            for n in self._bare[j]
            if not (n.is_same(told) or self._is_settled(told, n) or self._is_told_otherwise(told, n))
        )

    def _are_linked(self, told: Duration, noted: Duration) -> bool:
        """Whether the sentence may be from the line of the notes, by more than that both tell how long."""
        links = self._links
        line = links.lines[noted.clause.item]
        words = [w.low for w in links.draft_words[told.clause.index] if not _is_in(w, told)]
        jotted = (
            n for j in line for n in links.note_words[j] if j != noted.clause.index or not _is_in(n, noted)
        )
        is_linked = not set(line).isdisjoint(links.linked[told.clause.index])
        return is_linked and any(
            links.meanings[n.text].get(word, 0.0) >= _LIKE for n in jotted for word in words
        )

    def _is_same(self, told: Duration, noted: Duration) -> bool:
        return (
            told.is_same(noted)
            or is_rounded(told.clause, told.value, noted.value, noted.clause)
            or any(c.takes_back(noted.value, told.value) for c in self._corrections)
        )

    def _is_settled(self, told: Duration, noted: Duration) -> bool:
        """Whether the sentence has both, or the line of the notes comes to what the draft has: "6 wks? no 8 wks"."""
        if any(t.is_same(noted) for t in self._told[told.clause.index]):
            return True
        place = noted.clause.index, noted.value.start
        return any(
            (j, v.start) > place
            for j in self._links.lines[noted.clause.item]
            for v in self._pair.noted_values[j]
            if v.kind is Kind.NUMBER and v.number == told.value.number and not v.is_former
        )

    def _is_told_otherwise(self, told: Duration, noted: Duration) -> bool:
        """Whether a bare number of the notes is told as something else in the sentence or one beside it."""
        return any(
            v.number == noted.value.number and not any(t.value is v for t in self._told[c.index])
            for c in self._pair.beside(told.clause.index, 1)
            for v in self._pair.values[c.index]
            if v.kind is not Kind.DATE
        )

    def _of_told(self, told: Duration, close: Sequence[int]) -> dict[str, float]:
        """What is so whichever it may have to be."""
        figures = (
            v
            for j in close
            for v in self._pair.noted_values[j]
            if v.kind in {Kind.NUMBER, Kind.FRACTION} and not v.is_former
        )
        return {
            "noted close": float(self._is_noted(told, close)),
            "noted as figure": float(any(v.number == told.value.number for v in figures)),
            "asked": float(told.is_of_others),
            "others in sentence": math.log1p(len(self._told[told.clause.index]) - 1),
        }

    def _is_noted(self, told: Duration, lines: Sequence[int]) -> bool:
        return any(n.is_same(told) for j in lines for n in self._noted[j])

    def _of_both(self, told: Duration, noted: Duration) -> dict[str, float]:
        """What speaks for one of the notes."""
        j, section = noted.clause.index, self._sections[told.clause.item]
        score = self._links.score[told.clause.index].get(j, 0.0)
        here = [
            t
            for row in self._told
            for t in row
            if t is not told and t.is_same(noted) and self._sections[t.clause.item] == section
        ]
        is_led_up_to = any(decides(t.clause) is not decides(told.clause) for t in here)
        return {
            "of jotting": score / self._links.best_of_notes[j] if score else 0.0,
            "told in item": float(bool(here)),
            "told in item by other": float(is_led_up_to),
            "alike": min(1.0, nearness(told.near, noted.near)),
            "ratio": abs(math.log(max(told.value.number, _SHORTEST) / max(noted.value.number, _SHORTEST))),
        }


def _is_in(word: Word, length: Duration) -> bool:
    return length.value.start <= word.start < length.end


def _bare(pair: Pair, jotting: Clause) -> Iterator[Duration]:
    """The numbers of a jotting that may be lengths, with no unit behind them."""
    reference = pair.meeting.reference
    year = reference.year % 100 if reference else -_MOST_BARE
    lengths = {id(d.value) for d in durations_in(jotting, pair.noted_values[jotting.index])}
    for value in pair.noted_values[jotting.index]:
        if (
            value.kind is Kind.NUMBER
            and id(value) not in lengths
            and value.number.is_integer()
            and " " not in value.text.strip()  # "one six" is read out, or two numbers
            and 0 < value.number <= _MOST_BARE
            and abs(value.number - year) > _YEARS_AROUND
            and _ONLY_NUMBER.match(jotting.text, value.end)
        ):
            yield Duration(jotting, value, "", value.end)
