"""A decision that was not everybody's by the draft, and everybody's by the notes of it; and who was against it.

Votes in figures are held against each other by their order (``vote_order``). Often no figures are given: "by a majority", "with
two against", "nem con". Which decision is meant is known from the line that the sentence was written from.
"""

import re
from collections.abc import Iterator

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.pair import Pair
from review_tui.facts.values import Kind, Value
from review_tui.facts.vote_order import matched_votes
from review_tui.facts.wording import named_in_full, said_in, says_otherwise
from review_tui.language.number_words import ONES
from review_tui.model.findings import Severity

_COUNT = rf"(?:\d{{1,2}}|a few|several|some|{'|'.join(ONES)})"
_NOT_ALL = re.compile(
    rf"\b(?:by|on|with) an? (?:(?!two-thirds|three-quarters)[a-z]+ )?majority\b(?! of)"
    rf"|\b(?:with|but|and) {_COUNT} (?:members? |votes? |councillors? |people )?(?:(?:voting|voted|being) )?(?:against|opposed|dissent\w*)\b",
    re.IGNORECASE,
)
"""How minutes say that somebody was against it."""
_OPPOSED = re.compile(
    r"\bmaj(?:ority|'?y)?\b|\b(?:ag(?:ain)?st|agin|dissent\w*|opp(?:osed|osing)?|abst\w*|not voting)\b|\bbut\b|(?<!\w)(?-i:NO)(?!\w)|\bno\b(?=\W*(?:\Z|[,;)\]]))",
    re.IGNORECASE,
)
"""How clerks note it, or may."""
_VOTED_AGAINST = re.compile(
    r",? (?:(?:was|being|having) )?(?:oppos(?:ed|ing)|dissent\w+|against|vot\w+ (?:no|nay|against))\b",
    re.IGNORECASE,
)
"""What minutes have behind whoever was against it."""
_NOTED_AGAINST = re.compile(
    r"[,:]? ?-? ?(?:vot\w* )?(?:no|nay|agst|against|agin|opp(?:osed)?|dissent\w*)\b(?! (?:\w+ )?(?:obj|abst))",
    re.IGNORECASE,
)
"""What notes have there."""
_LOOKED_AT = 2
"""Lines of the notes, the likeliest first, of which one has the vote."""
_WEIGHT = 3.5
"""How sure it is, beside other clashes of the same words."""


def dissent_clashes(pair: Pair) -> Iterator[Clash]:
    """Decisions that only a majority took by the draft, and all by the notes, in order."""
    for clause in pair.clauses if pair.jottings else ():
        said = _NOT_ALL.search(clause.text)
        if not said or any(v.kind is Kind.VOTE for v in pair.values[clause.index]):
            continue
        found = _of_all(pair, clause)
        if found:
            jotting, vote = found
            message = says_otherwise(said[0], vote.text.strip(), jotting, "decision")
            places = (clause.place(*said.span()), jotting.place(vote.start, vote.end))
            yield Clash(message, places, _WEIGHT, Severity.WARNING)


def dissenter_clashes(pair: Pair) -> Iterator[Clash]:
    """Whoever voted against by the draft, where the notes of the same vote name somebody else for it."""
    for told, noted in matched_votes(pair):
        here = [m for m in pair.mentions[told.clause.index] if _VOTED_AGAINST.match(told.clause.text, m.end)]
        line = pair.links.near([noted.clause.index], 1)
        there = [
            (pair.jottings[j], m)
            for j in line
            for m in pair.noted[j]
            if _NOTED_AGAINST.match(pair.jottings[j].text, m.end)
        ]
        if len(here) != 1 or len(there) != 1:
            continue
        (mine,), ((jotting, theirs),) = here, there
        if not mine.who & theirs.who and len(theirs.who) == 1:
            message = (
                f"The draft has {mine.text} against it; the notes of the same vote have "
                f"{named_in_full(pair.roster, theirs)} ({said_in(jotting)})."
            )
            places = (told.clause.place(mine.start, mine.end), jotting.place(theirs.start, theirs.end))
            yield Clash(message, places, _WEIGHT, Severity.WARNING)


def _of_all(pair: Pair, clause: Clause) -> tuple[Clause, Value] | None:
    """Where the notes of a decision have that all were for it, and nothing of anybody against."""
    near = pair.links.near(pair.links.linked[clause.index][:_LOOKED_AT], 1)
    jottings = [pair.jottings[j] for j in near]
    votes = [(j, v) for j in jottings for v in pair.noted_values[j.index] if v.kind is Kind.VOTE]
    is_all = votes and all(v.is_everybody for _, v in votes)
    return votes[0] if is_all and not any(_OPPOSED.search(j.text) for j in jottings) else None
