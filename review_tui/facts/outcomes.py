"""What became of a thing, where the notes have it otherwise: approved for refused, deferred for carried.

Two ways to the clause that answers a jotting: by the link of the whole clause, and by the thing that the notes
name before the word for its outcome, wherever in the item the draft tells of the outcome.
"""

import re
from collections.abc import Iterator

from review_tui.facts.clash import Clash
from review_tui.facts.matched import Match, matched
from review_tui.facts.negatives import NOT
from review_tui.facts.outcome_words import last_outcomes, stated_outcomes, told_outcomes
from review_tui.facts.pair import Pair
from review_tui.facts.values import Kind
from review_tui.facts.wording import said_in

_I = re.IGNORECASE
_INITIALS = re.compile(r"[A-Z]{2,3}")
_LEAST_OUTCOME = 1.5
"""What clause and jotting must share, the more of the jotting is in the clause the less."""
_RIVAL = 0.6
"""How near to the link that is looked at another must come that may explain it."""
_LEAST_THING, _MOST_OF_THING = 2.0, 0.5
"""What of a thing's name in the notes must stand in a clause, and which share of it."""
_SAME_THING = 0.75
"""How near to the best clause another must come that may tell of the thing too."""
_FURTHER = 3
"""Clauses after the one that names a thing in which its outcome may be told."""
_FEW_WORDS = 3
"""Words of a jotting that says little but what came of it."""
_STRONG = 4.0
"""A link so strong that a clause comes from another line of the notes."""


def outcome_clashes(pair: Pair) -> Iterator[Clash]:
    """What became of a thing, where the notes have it otherwise."""
    if not pair.jottings:
        return
    for clause in pair.clauses:
        match = matched(pair, clause)
        if match is not None:
            yield from _other_outcome(pair, match)
    yield from _by_run(pair)


def _by_run(pair: Pair) -> Iterator[Clash]:
    """Where the clauses of one line of the notes tell of one outcome, and the line of another."""
    for run in pair.runs:
        mine = {
            name: (clause, words)
            for clause in reversed(run.clauses)
            if not clause.is_heading and clause.index not in pair.roll
            for name, words in told_outcomes(clause.text).items()
        }
        theirs = {
            stated.name: (jotting, stated)
            for jotting in run.jottings
            if not jotting.is_private
            for stated in stated_outcomes(jotting.text)
        }
        if len(mine) == len(theirs) == 1 and mine.keys() != theirs.keys():
            ((clause, here),) = mine.values()
            ((jotting, stated),) = theirs.values()
            there = jotting.text[stated.start : stated.end].strip()
            if there.lower() in {"no", "x"} and any(NOT.search(c.text) for c in run.clauses):
                continue
            message = (
                f"The draft says \u201c{here[0].strip()}\u201d; the notes of the same thing say \u201c{there}\u201d "
                f"({said_in(jotting)})."
            )
            places = (clause.place(here.start(), here.end()), jotting.place(stated.start, stated.end))
            yield Clash(message, places, _LEAST_THING)


def _other_outcome(pair: Pair, match: Match) -> Iterator[Clash]:
    """Approved where the notes have it refused, and the like."""
    if match.force < _LEAST_OUTCOME and not _shares_vote(pair, match):
        return
    mine, theirs = told_outcomes(match.clause.text), last_outcomes(match.noted)
    if len(mine) != 1 or len(theirs) != 1 or mine.keys() == theirs.keys():
        return
    ((said, here),), ((name, stated),) = mine.items(), theirs.items()
    there = match.noted[stated.start : stated.end]
    if name == "refused" and there.lower() in {"no", "x"} and NOT.search(match.clause.text):
        return
    if (
        here[0].lower().startswith(there.lower()[:4])
        and NOT.search(match.noted)
        and NOT.search(match.clause.text)
    ):
        return
    if not _is_told_beside(pair, match, name) and not _is_noted_beside(pair, match, said):
        yield match.says(here.start(), here.end(), there)


def _shares_vote(pair: Pair, match: Match) -> bool:
    """Whether both tell of the same votes in figures, which is link enough."""
    return any(
        value.kind is Kind.VOTE
        and len(value.parts) > 1
        and match.jotting.index in pair.links.supporting(value)
        and match.shared > 0
        for value in pair.values[match.clause.index]
    )


def _is_told_beside(pair: Pair, match: Match, name: str) -> bool:
    """Whether another clause that may come from the jotting tells what the notes have."""
    links, j = pair.links, match.jotting.index
    least = _RIVAL * links.score[match.clause.index].get(j, 0.0)
    others = (k for k in links.clauses_of[j] if k != match.clause.index and links.score[k][j] >= least)
    return any(name in told_outcomes(pair.clauses[k].text) for k in others)


def _is_noted_beside(pair: Pair, match: Match, name: str) -> bool:
    """Whether another jotting that the clause may come from has what the draft tells."""
    links, k = pair.links, match.clause.index
    least = _RIVAL * links.score[k].get(match.jotting.index, 0.0)
    others = (j for j in links.linked[k] if j != match.jotting.index and links.score[k][j] >= least)
    return any(name in last_outcomes(pair.jottings[j].text) for j in others)
