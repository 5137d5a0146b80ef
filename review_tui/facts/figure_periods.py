"""The period right beside a figure that draft and notes have both: "29 in the spring term" and "29 aut".

What a sentence only compares with is held against nothing elsewhere, since notes tell of many years. But the same figure
with another period beside it is the same thing of another time, and one of the two is wrong.
"""

import re
from collections.abc import Iterator, Sequence

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.pair import Pair
from review_tui.facts.period_terms import are_one, year_starts
from review_tui.facts.period_wording import suggested
from review_tui.facts.periods import PeriodMention, periods_of_draft, periods_of_notes
from review_tui.facts.value_mentions import ValueMention, value_mentions
from review_tui.facts.values import Value, agree, is_number
from review_tui.facts.wording import said_in
from review_tui.model.findings import Severity

_SORTS = frozenset({"years", "year", "span", "Q", "H", "T", "N", "season", "my"})
"""Sorts of periods that figures are of; a day is told for what happened on it."""
_TOLD_BETWEEN = re.compile(
    r"(?:\s(?:per ?cent|members|pupils|people|hours|cases))?[\s,(]{1,2}(?:(?:in|for|over|during|at the end of|on)\s)?(?:the\s)?(?:(?:first|last|whole|previous)\s)?",
    re.IGNORECASE,
)
"""What may stand between a figure and its period in minutes."""
_NOTED_BETWEEN = re.compile(r"(?:\s?(?:%|pc|k|m)?[\s,(@=:]{1,2}(?:(?:in|for|on|over|at)\s)?)", re.IGNORECASE)
"""The same in notes."""
_WEIGHT = 1.9
"""How sure it is, beside other clashes of the same words."""


def figure_period_clashes(pair: Pair) -> Iterator[Clash]:
    """Periods that stand by a figure for which the notes have another, in the order of the draft."""
    mentions, starts = value_mentions(pair), year_starts(pair)
    for clause in pair.clauses if pair.jottings else ():
        told = [m for m in periods_of_draft(pair)[clause.index] if m.sort in _SORTS]
        if not told or clause.is_heading or clause.index in pair.roll:
            continue
        near = pair.links.near(pair.links.linked[clause.index][:1])
        jotted = [m for j in near for m in periods_of_notes(pair)[j]]
        for figure in mentions.told[clause.index]:
            mine = (
                _behind(figure.clause, figure.value, told, _TOLD_BETWEEN) if is_number(figure.value) else None
            )
            theirs = _noted_of(figure, near, jotted) if mine else None
            if (
                mine
                and theirs
                and mine.sort == theirs.sort
                and are_one(mine, theirs, starts) is False
                and not _is_said(mine, jotted)
                and not _is_said(theirs, told)
            ):
                message = (
                    f"The draft has {figure.value.text.strip(' ,.')} beside \u201c{mine.text}\u201d; the notes have it beside "
                    f"\u201c{theirs.text}\u201d ({said_in(theirs.clause)})."
                )
                # of a term notes have but the season, "spring"
                right = "" if mine.sort == "T" else suggested(mine, theirs, pair.meeting.reference)
                yield Clash(message, (mine.place, theirs.place), _WEIGHT, Severity.WARNING, right)


def _behind(
    clause: Clause, value: Value, periods: Sequence[PeriodMention], between: re.Pattern[str]
) -> PeriodMention | None:
    """The period that stands right behind a figure of a clause."""
    text = clause.text
    return next(
        (
            m
            for m in periods
            if m.clause is clause and m.start >= value.end and between.fullmatch(text, value.end, m.start)
        ),
        None,
    )


def _noted_of(
    figure: ValueMention, near: Sequence[int], jotted: Sequence[PeriodMention]
) -> PeriodMention | None:
    """The period that stands right behind the figure in the notes of its sentence, where they have it once."""
    same = [n for n in figure.same if n.at in near]
    return _behind(same[0].clause, same[0].value, jotted, _NOTED_BETWEEN) if len(same) == 1 else None


def _is_said(mention: PeriodMention, others: Sequence[PeriodMention]) -> bool:
    return any(agree(mention.value, m.value) for m in others)
