"""Periods that nothing bears out, where the notes of the same thing, or the rest of the item, have one other of their sort.

What stands elsewhere proves nothing here: "2025/26" is in most items, and last year's period in some line of the
notes. A sentence is held against the lines that it was written from and the sentences around it only.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.noted_periods import is_in_brackets, noted_periods
from review_tui.facts.pair import Pair
from review_tui.facts.period_clashes import sections_of
from review_tui.facts.period_terms import are_one, year_starts
from review_tui.facts.period_twins import are_year_and_part, is_former, is_of_other_sum
from review_tui.facts.period_wording import contradiction, disagreement, suggested
from review_tui.facts.periods import PeriodMention, periods_of_draft, periods_of_notes
from review_tui.facts.values import agree
from review_tui.model.findings import Severity

_SORTS = frozenset({"years", "run", "Q", "H", "T"})
"""Sorts of periods that are compared: a lone month or year may be said of anything."""
_LINES = 2
"""Lines of the notes that a sentence may be from."""
_SURE, _SURELY = 4.0, 6.0
"""What a sentence and its line must share; and where what else is told of the period counts for nothing."""
_ALONE_SORTS = frozenset({*_SORTS, "year", "season", "N"})
"""Sorts that are compared with the one of the sentence's own jotting."""
_IN_SENTENCE = frozenset(";:,\u2013\u2014-")
"""What stands at the end of a clause with which its sentence goes on."""
_REACH = 8
"""Sentences of the item before and behind one that may be of the same thing."""
_WEIGHT = 1.8
"""How sure it is, beside other clashes of the same words."""
_SINCE = re.compile(
    r"\b(?:since|(?:since|before|until|by|\d[^\W\d]?\sat)\sthe\s(?:end|start|beginning)\sof)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
"""What stands before a period from which, or up to which, something else is counted."""
_WHEN = re.compile(r"\b(?:in|from|since|during)\b[^,;.]{0,25}\Z", re.IGNORECASE)
"""What stands before a year in which something only happened."""
_YEARS_APART = 12
"""Years at most between one and what it may be a slip for."""
_YEAR = 12
_SOON = 3
"""Months between the end of a term and the beginning of the next."""


def lone_period_clashes(pair: Pair) -> Iterator[Clash]:
    """Periods of the draft that are given otherwise where they come from, in the order of the draft."""
    if not pair.jottings:
        return  # of two periods that no notes tell of either may be right
    for clause in pair.clauses:
        mentions = periods_of_draft(pair)[clause.index]
        beside = [m for c in _of_same_sentence(pair, clause) for m in periods_of_draft(pair)[c.index]]
        for mine in mentions:
            if _sort(mine) in _ALONE_SORTS and not (_is_aside(mine) or noted_periods(pair).is_former(mine)):
                found = _clash_of(pair, mine, [m for m in (*mentions, *beside) if m is not mine])
                yield from (
                    clash
                    for clash, rival in found
                    if not is_of_other_sum(pair, mine.clause, mine.end, rival.clause)
                )


def _clash_of(
    pair: Pair, mine: PeriodMention, here: Sequence[PeriodMention]
) -> Iterator[tuple[Clash, PeriodMention]]:
    """What contradicts a period, if anything, and the other one; ``here``: the others of its sentence."""
    day = pair.meeting.reference
    if rival := _of_own_jotting(pair, mine, here):
        yield _clash(disagreement(mine, (rival,)), mine, rival, suggested(mine, rival, day)), rival
        return
    if _sort(mine) not in _SORTS:
        return
    jotted, around = _jotted(pair, mine.clause), _around(pair, mine.clause, None)
    if any(_is_same(pair, mine, m) for m in (*here, *around, *jotted)):
        return
    own = pair.links.linked[mine.clause.index]
    if rivals := _rivals(
        pair, mine, [m for m in jotted if m.clause.index in own or not _is_told(pair, m)], here
    ):
        if _is_sure(pair, mine.clause):
            message, rival = disagreement(mine, (rivals[0],)), rivals[0]
            yield _clash(message, mine, rival, suggested(mine, rival, day)), rival
        return
    around = _around(pair, mine.clause, sections_of(pair))
    if any(_is_same(pair, mine, m) for m in around):
        return
    rivals = _rivals(pair, mine, [m for m in around if not _is_aside(m) and _may_be_slip(mine, m)], here)
    if rivals and not any(_sort(m) == _sort(mine) for m in jotted):
        rival = rivals[0]
        yield _clash(contradiction(mine, rival, ()), mine, rival, suggested(mine, rival, day)), rival


def _of_own_jotting(pair: Pair, mine: PeriodMention, here: Sequence[PeriodMention]) -> PeriodMention | None:
    """The only period of its sort in the jotting that is of this sentence before all others, where the sentence has no more.

    Where each has one, either stands for the other, whatever is said elsewhere.
    """
    clause, links, starts = mine.clause, pair.links, year_starts(pair)
    first = links.linked[clause.index][:1]
    if not first or clause.is_heading:
        return None
    j = first[0]
    score = links.score[clause.index][j]
    if score < _SURELY or score < links.best_of_notes[j] or pair.jottings[j].is_private:
        return None
    noted = [
        m
        for m in periods_of_notes(pair)[j]
        if not (m.value.is_former or is_in_brackets(m.clause.text, m.start, m.end))
    ]
    theirs = [m for m in noted if _sort(m) == _sort(mine)]
    elsewhere = [
        m
        for k in links.linked[clause.index][1:]
        if pair.jottings[k].document is not pair.jottings[j].document
        for m in periods_of_notes(pair)[k]
        if _sort(m) == _sort(mine)
    ]
    if any(not _is_same(pair, m, n) for m in theirs for n in elsewhere):
        return None  # notes that disagree with each other prove nothing
    if len(theirs) != 1 or any(_sort(m) == _sort(mine) for m in here if m.clause is clause):
        return None
    rival = theirs[0]
    if mine.sort == "year" and abs(mine.of[0] - rival.of[0]) > _YEARS_APART:
        return None  # "works out 1985 a flat"
    if are_one(mine, rival, starts) is not False or any(_is_same(pair, mine, m) for m in noted):
        return None
    # "2024-25, 1 May 2024 to 30 April 2025" and the month of a year tell of one period twice
    others = [m for m in here if m.sort != "my" and not (mine.months == _YEAR and m.sort == "years")]
    return None if any(_is_same(pair, m, rival) for m in others) else rival


def _of_same_sentence(pair: Pair, clause: Clause) -> list[Clause]:
    """The clauses right before and behind one that a semicolon or dash cuts off from it."""
    around = pair.clauses[max(0, clause.index - 1) : clause.index + 2]
    cut = [
        b
        for _, b in pairwise(around)
        if b.plain.text[max(0, b.start - 4) : b.start].rstrip()[-1:] in _IN_SENTENCE
    ]
    return [c for c in around if c is not clause and max(c.index, clause.index) in {b.index for b in cut}]


def _clash(message: str, mine: PeriodMention, rival: PeriodMention, right: str) -> Clash:
    return Clash(message, (mine.place, rival.place), _WEIGHT, Severity.WARNING, right)


def _is_sure(pair: Pair, clause: Clause) -> bool:
    best = pair.links.linked[clause.index][:1]
    return any(pair.links.score[clause.index][j] >= _SURE for j in best)


def _jotted(pair: Pair, clause: Clause) -> list[PeriodMention]:
    """The periods of the lines that a sentence was written from."""
    links, noted = pair.links, periods_of_notes(pair)
    lines = links.near(links.linked[clause.index][:_LINES])
    return [m for j in lines if not pair.jottings[j].is_private for m in noted[j]]


def _is_told(pair: Pair, theirs: PeriodMention) -> bool:
    """Whether a sentence that is likeliest from a jotting says its period, which is then meant for no other."""
    told = periods_of_draft(pair)
    return any(_is_same(pair, m, theirs) for k in pair.links.first_for[theirs.clause.index] for m in told[k])


def _around(pair: Pair, clause: Clause, sections: dict[int, int] | None) -> list[PeriodMention]:
    """The periods of the other sentences of an item, or of the section that it is a part of, as far as they may be of the same thing."""
    found = periods_of_draft(pair)
    reach = pair.clauses[max(0, clause.index - _REACH) : clause.index + _REACH + 1]
    of = sections or {c.item: c.item for c in reach}
    return [m for c in reach if c is not clause and of[c.item] == of[clause.item] for m in found[c.index]]


def _is_aside(mention: PeriodMention) -> bool:
    """Whether something is only held against it, or happened then: "from 89 per cent in 2022/23"."""
    before = mention.clause.text[: mention.start]
    is_when = _SINCE.search(before) or (mention.sort == "years" and _WHEN.search(before))
    return mention.is_compared_with or is_former(mention) or bool(is_when)


def _sort(mention: PeriodMention) -> str:
    """The sort of a period; a run of days or months is one whether its year is written or not."""
    return "run" if mention.value.is_run else mention.sort


def _is_same(pair: Pair, mine: PeriodMention, theirs: PeriodMention) -> bool:
    return agree(mine.value, theirs.value) or are_one(mine, theirs, year_starts(pair)) is True


def _rivals(
    pair: Pair, mine: PeriodMention, others: Sequence[PeriodMention], here: Sequence[PeriodMention]
) -> list[PeriodMention]:
    """The others of its sort, where all are one that the same sentence does not say too."""
    found = [
        m
        for m in others
        if _sort(m) == _sort(mine)
        and not (m.value.is_former or is_in_brackets(m.clause.text, m.start, m.end))
    ]
    said = any(_is_same(pair, m, theirs) for m in here for theirs in found)
    return found if not said and all(_is_same(pair, found[0], m) for m in found) else []


def _may_be_slip(mine: PeriodMention, theirs: PeriodMention) -> bool:
    """Whether one is as long as the other or has an end of it, and is no term that follows on it."""
    if not (mine.value.is_run and theirs.value.is_run):
        return mine.sort == theirs.sort == "Q"  # of years, and of the terms of one, an item tells of several
    if mine.months > _YEAR and theirs.months > _YEAR and _follow(mine, theirs):
        return False
    if are_year_and_part(mine, theirs):
        return False
    ends = zip(mine.value.ends, theirs.value.ends, strict=True)
    return _length(mine) == _length(theirs) or any(a[1:] == b[1:] for a, b in ends)


def _follow(one: PeriodMention, other: PeriodMention) -> bool:
    """Whether one term begins about when the other ends."""
    first, second = sorted((one, other), key=lambda m: m.of)
    return abs(second.of[0] - first.of[1]) <= _SOON


def _length(run: PeriodMention) -> int:
    """The months of a run, whose year may not be written."""
    return run.months if run.months > 0 else run.months % _YEAR or _YEAR
