"""Periods that nothing bears out, where the notes of the same thing, or the rest of the item, have one other of their sort.

What stands elsewhere proves nothing here: "2025/26" is in most items, and last year's period in some line of the
notes. A sentence is held against the lines that it was written from and the sentences around it only.
"""

import re
from collections.abc import Iterator, Sequence

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.pair import Pair
from review_tui.facts.period_terms import are_one, year_starts
from review_tui.facts.period_twins import are_year_and_part, is_former
from review_tui.facts.period_wording import contradiction, disagreement, suggested
from review_tui.facts.periods import PeriodMention, periods_of_draft, periods_of_notes
from review_tui.facts.values import agree
from review_tui.model.findings import Severity

_SORTS = frozenset({"years", "run", "Q", "H", "T"})
"""Sorts of periods that are compared: a lone month or year may be said of anything."""
_LINES = 2
"""Lines of the notes that a sentence may be from."""
_SURE = 4.0
"""What a sentence and its line must share."""
_REACH = 8
"""Sentences of the item before and behind one that may be of the same thing."""
_WEIGHT = 1.8
"""How sure it is, beside other clashes of the same words."""
_FIGURE = re.compile(r"\W{0,3}\d")
"""What stands behind a period of which a figure is told."""
_SINCE = re.compile(
    r"\b(?:since|(?:since|before|until|by|at)\sthe\s(?:end|start|beginning)\sof)\s(?:the\s)?\Z", re.IGNORECASE
)
"""What stands before a period from which, or up to which, something else is counted."""
_WHEN = re.compile(r"\b(?:in|from|since|during)\b[^,;.]{0,25}\Z", re.IGNORECASE)
"""What stands before a year in which something only happened."""
_YEAR = 12
_SOON = 3
"""Months between the end of a term and the beginning of the next."""


def lone_period_clashes(pair: Pair) -> Iterator[Clash]:
    """Periods of the draft that are given otherwise where they come from, in the order of the draft."""
    if not pair.jottings:
        return  # of two periods that no notes tell of either may be right
    for clause in pair.clauses:
        mentions = periods_of_draft(pair)[clause.index]
        for mine in mentions:
            if _sort(mine) in _SORTS and not _is_aside(mine):
                yield from _clash_of(pair, mine, [m for m in mentions if m is not mine])


def _clash_of(pair: Pair, mine: PeriodMention, here: Sequence[PeriodMention]) -> Iterator[Clash]:
    """What contradicts a period, if anything; ``here``: the others of its sentence."""
    jotted, around = _jotted(pair, mine.clause), _around(pair, mine.clause)
    if any(_is_same(pair, mine, m) for m in (*here, *around, *jotted)):
        return
    day = pair.meeting.reference
    if rivals := _rivals(pair, mine, jotted, here):
        if _is_sure(pair, mine.clause):
            message, rival = disagreement(mine, (rivals[0],)), rivals[0]
            yield _clash(message, mine, rival, suggested(mine, rival, day))
        return
    rivals = _rivals(pair, mine, [m for m in around if not _is_aside(m)], here)
    if rivals and _may_be_slip(mine, rivals[0]) and not any(_sort(m) == _sort(mine) for m in jotted):
        rival = rivals[0]
        yield _clash(contradiction(mine, rival, ()), mine, rival, suggested(mine, rival, day))


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


def _around(pair: Pair, clause: Clause) -> list[PeriodMention]:
    """The periods of the other sentences of an item, as far as they may be of the same thing."""
    found = periods_of_draft(pair)
    return [m for c in pair.beside(clause.index, _REACH) if c is not clause for m in found[c.index]]


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
    found = [m for m in others if _sort(m) == _sort(mine) and not (m.value.is_former or _is_in_brackets(m))]
    said = any(_is_same(pair, m, theirs) for m in here for theirs in found)
    return found if not said and all(_is_same(pair, found[0], m) for m in found) else []


def _is_in_brackets(mention: PeriodMention) -> bool:
    """Whether a line has a figure of it beside its own: "88% done (23/24 79)"."""
    text = mention.clause.text
    return text[: mention.start].rstrip().endswith("(") and _FIGURE.match(text, mention.end) is not None


def _may_be_slip(mine: PeriodMention, theirs: PeriodMention) -> bool:
    """Whether one is as long as the other or has an end of it, and is no term that follows on it."""
    if not mine.value.is_run:
        return mine.sort == "Q"  # of years, and of the terms of one, an item tells of several
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
