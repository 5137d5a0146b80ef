"""How likely a period of the draft is wrong, beside another that its item gives: what no single rule tells.

An item may well speak of several years: last year's beside this year's, the one that is agreed beside those that
figures are from. Which of them a decision, a heading or the narrative should have shows by many small things: whether
it is the only one that says so, whether it decides, what stands first, what the same words stand beside elsewhere, and
what the notes of the sentence and of the item say. ``benchmarks.facts_learning`` learns what each of them counts.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.contexts import Likeness, likeness
from review_tui.facts.noted_periods import noted_periods
from review_tui.facts.odds import likeliest, log_odds
from review_tui.facts.pair import Pair
from review_tui.facts.period_clashes import decides, is_due, is_firm, is_subject, sections_of
from review_tui.facts.period_terms import are_one, year_starts
from review_tui.facts.period_twins import are_year_and_part, is_former, is_of_other_sum
from review_tui.facts.period_wording import contradiction, suggested
from review_tui.facts.periods import PeriodIndex, PeriodMention, periods_of_draft, periods_of_notes
from review_tui.model.findings import Severity

TOLD = 3.1
"""Odds, as their logarithm, from which a period is told."""
_LEARNED = frozenset({"years", "span", "year", "Q", "T", "season"})
"""Sorts of periods of which enough was learned."""
_OF_ONE_THING = (
    "shared",
    "head word",
    "theirs of own lines",
    "item's lines only theirs",
)
"""What shows that two periods may be of one thing."""
_OF_YEARS = frozenset({"years", "span"})
"""Sorts of which one may tell by its months what the other tells by its years."""
_OFTEN_ASIDE = frozenset({"year", "T", "season"})
_IN_NOTES = ("theirs of own lines", "item's lines only theirs", "notes only theirs")
"""Single years and terms of which items tell many, and what must show of these that one was meant for another."""
_LINES = 2
"""Jottings that a sentence is likeliest from."""
_SURELY_FROM = 5.0
"""What a sentence and its jotting must share for the jotting to be one of the item's."""
_FEWEST_ALIKE = 2
"""Words that the surroundings of periods of two items must share."""
_MOST_RIVALS = 24
"""Periods of an item, the nearest, that one is held against."""
_STEM = 5
"""Letters by which a word is looked for in any form."""
_MOST_PLACES = 4
"""Places that a finding shows of each side."""
_BESIDE_RULES = 1.0
"""How sure it is beside what a rule tells of the same words."""

_WEIGHTS = {
    "shared with same": -1.28,  # words around it, as their logarithm, that its item has around the same period elsewhere
    "run with same": -1.46,  # those of them that stand before both in a row
    "decides": -0.16,
    "resolution": 0.38,
    "firm": 1.56,  # whether its sentence has words of deciding that narratives have not
    "heading": 2.04,
    "subject": 2.63,  # whether the sentence is about it
    "compared": -5.32,  # whether it is only held against another
    "only one, decides": 1.05,  # whether its item says it nowhere else
    "only one, one rival": 1.39,
    "theirs of own lines": 2.72,  # whether the lines that its sentence is likeliest from say the other, which it may have to be
    "item's lines only theirs": 0.12,
    "item's lines only theirs, alike": 3.32,
    "notes only theirs": 1.15,
    "shared": 0.31,
    "share": 0.59,
    "earlier": 1.36,  # whether the other stands before it
    "theirs subject": 0.84,
    "theirs compared": -2.37,
    "head word": 1.38,  # whether the word before it stands in the other's sentence
    "constant": -4.47,
}
"""How much each counts."""


def odd_period_clashes(pair: Pair) -> Iterator[Clash]:
    """Periods that are likelier wrong than right, the oddest of each sentence, each with the one that it should be."""
    judged = (
        (log_odds(_WEIGHTS, features), (mine, theirs)) for mine, theirs, features in rival_features(pair)
    )
    told = likeliest((j for j in judged if j[0] >= TOLD), lambda both: both[0])
    best = {mine: (odds, theirs) for odds, (mine, theirs) in told}
    oddest: dict[Clause, float] = defaultdict(float)
    for mine, (odds, _) in best.items():
        oddest[mine.clause] = max(oddest[mine.clause], odds)
    for mine, (odds, theirs) in best.items():
        if odds == oddest[mine.clause] and odds >= best.get(theirs, (odds,))[0]:
            notes = noted_periods(pair).supporting(theirs)[:_MOST_PLACES]
            yield Clash(
                contradiction(mine, theirs, notes),
                (mine.place, theirs.place, *(note.place for note in notes)),
                _BESIDE_RULES,
                Severity.WARNING,
                suggested(mine, theirs, pair.meeting.reference),
            )


Rivals = Iterator[tuple[PeriodMention, PeriodMention, dict[str, float]]]
"""A period, another that it may have to be, and what speaks for that, by name."""


def rival_features(pair: Pair) -> Rivals:
    """Every two periods of the draft of which one may have to be the other."""
    return _Rivals(pair).all()


class _Rivals:
    """The periods of a draft by their items, with what the notes say of them."""

    def __init__(self, pair: Pair) -> None:
        self._pair, self._starts, self._noted = pair, year_starts(pair), periods_of_notes(pair)
        self._sections = sections_of(pair)
        self._mentions = [m for m in chain(*periods_of_draft(pair)) if m.sort in _LEARNED]
        self._of_section: dict[int, list[PeriodMention]] = defaultdict(list)
        for mention in self._mentions:
            self._of_section[self._section(mention)].append(mention)
        self._lines: dict[int, list[PeriodMention]] = {}
        self._verdicts: dict[tuple[int, int], bool | None] = {}

    def all(self) -> Rivals:
        """Those of one item, and those of two whose surroundings are alike."""
        elsewhere: dict[PeriodMention, list[PeriodMention]] = defaultdict(list)
        for one, other in PeriodIndex(self._mentions).pairs():
            if self._section(one) != self._section(other):
                elsewhere[one].append(other)
                elsewhere[other].append(one)
        for mine in self._mentions:
            if is_due(mine) or (mine.sort == "year" and not decides(mine.clause)):
                continue  # what is to come is of another; a year by itself may be of anything
            own = self._noted_for(mine)
            if self._says(mine, own):
                continue
            here = sorted(
                (m for m in self._of_section[self._section(mine)] if m is not mine),
                key=lambda m: abs(m.clause.index - mine.clause.index),
            )[:_MOST_RIVALS]
            beside = [m for m in here if m.clause is mine.clause]
            rivals = [
                (m, like)
                for m in (*here, *elsewhere[mine][:_MOST_RIVALS])
                if self._may_be_meant(mine, m, like := likeness(mine.context, m.context))
                and not any(m is other or self._is_one(m, other) is True for other in beside)
            ]
            if rivals:
                yield from self._against(mine, own, here, rivals)

    def _may_be_meant(self, mine: PeriodMention, theirs: PeriodMention, like: Likeness) -> bool:
        """Whether another period of its sort may be the one of the same thing."""
        is_near = self._section(mine) == self._section(theirs) or (
            like.shared >= _FEWEST_ALIKE and like.run > 0
        )
        are_two = like.clash or are_year_and_part(mine, theirs) or is_former(mine) is not is_former(theirs)
        is_of_sort = mine.sort == theirs.sort or {mine.sort, theirs.sort} == _OF_YEARS
        is_rival = is_of_sort and self._is_one(mine, theirs) is False
        is_other = any(
            is_of_other_sum(self._pair, one.clause, one.end, other.clause)
            for one, other in ((mine, theirs), (theirs, mine))
        )
        return is_rival and is_near and not (are_two or is_other or is_due(theirs))

    def _section(self, mention: PeriodMention) -> int:
        return self._sections[mention.clause.item]

    def _is_one(self, one: PeriodMention, other: PeriodMention) -> bool | None:
        key = id(one), id(other)
        if key not in self._verdicts:
            self._verdicts[key] = are_one(one, other, self._starts)
        return self._verdicts[key]

    def _against(
        self,
        mine: PeriodMention,
        own: list[PeriodMention],
        here: list[PeriodMention],
        rivals: list[tuple[PeriodMention, Likeness]],
    ) -> Rivals:
        """Each rival of a period, with the lines of its sentence (``own``) and the others of its item (``here``)."""
        same = [m for m in here if m.clause is not mine.clause and self._is_one(mine, m) is True]
        alike = [likeness(mine.context, m.context) for m in same]
        item = self._noted_in(self._section(mine))
        is_noted = bool(self._pair.links.supporting(mine.value))
        of_mine = {
            "shared with same": math.log1p(max((like.shared for like in alike), default=0)),
            "run with same": float(max((like.run for like in alike), default=0)),
            "decides": float(decides(mine.clause)),
            "resolution": float(mine.decides),
            "firm": float(is_firm(mine.clause)),
            "heading": float(mine.clause.is_heading),
            "subject": float(is_subject(mine, mine.clause.text)),
            "compared": float(mine.is_compared_with),
            "only one, decides": float(not same and decides(mine.clause)),
            "only one, one rival": float(not same and len(rivals) == 1),
        }
        words = [w.key for w in mine.context.before[-1:]]
        for theirs, like in rivals:
            words_there = re.findall(r"[^\W\d_]+", theirs.clause.text.lower())
            is_of_item = self._says(theirs, item) and not self._says(mine, item)
            features = {
                **of_mine,
                "theirs of own lines": float(self._says(theirs, own)),
                "item's lines only theirs": float(is_of_item),
                "item's lines only theirs, alike": is_of_item * like.share,
                "notes only theirs": float(bool(self._pair.links.supporting(theirs.value)) and not is_noted),
                "shared": math.log1p(like.shared),
                "share": like.share,
                "earlier": float(theirs.clause.index < mine.clause.index),
                "theirs subject": float(is_subject(theirs, theirs.clause.text)),
                "theirs compared": float(theirs.is_compared_with),
                "head word": float(any(low.startswith(w[:_STEM]) for w in words for low in words_there)),
            }  # fmt: skip
            shown = _IN_NOTES if mine.sort in _OFTEN_ASIDE else _OF_ONE_THING
            if any(features[name] for name in shown):
                yield mine, theirs, features

    def _noted_for(self, mention: PeriodMention) -> list[PeriodMention]:
        """The periods of the lines that a sentence is likeliest from."""
        links = self._pair.links
        return [m for j in links.near(links.linked[mention.clause.index][:_LINES]) for m in self._noted[j]]

    def _noted_in(self, section: int) -> list[PeriodMention]:
        """The periods of the jottings that an item's clauses are surely from."""
        if section not in self._lines:
            links = self._pair.links
            clauses = [c for c in self._pair.clauses if self._sections[c.item] == section]
            best = {
                j
                for c in clauses
                for j in links.linked[c.index][:1]
                if links.score[c.index][j] >= _SURELY_FROM
            }
            self._lines[section] = [m for j in sorted(best) for m in self._noted[j]]
        return self._lines[section]

    def _says(self, mention: PeriodMention, noted: list[PeriodMention]) -> bool:
        return any(self._is_one(mention, m) is True for m in noted)
