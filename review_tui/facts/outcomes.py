"""What became of a thing, where the notes have it otherwise: approved for refused, deferred for carried.

Two ways to the clause that answers a jotting: by the link of the whole clause, and by the thing that the notes
name before the word for its outcome, wherever in the item the draft tells of the outcome.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.matched import Match, matched
from review_tui.facts.negations import NOT
from review_tui.facts.outcome_words import (
    OUTCOMES,
    StatedOutcome,
    noted_outcomes,
    stated_outcomes,
    told_outcomes,
)
from review_tui.facts.pair import Pair
from review_tui.facts.values import Kind
from review_tui.facts.wording import quoted, said_in
from review_tui.language.stop_words import FORMAL_WORDS, is_voting_word

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
        led = _led_to(pair, clause)
        if led:
            yield from _other_outcome(pair, led)
            continue
        match = matched(pair, clause)
        if match is not None:
            yield from _outcomes(pair, match)
    yield from _by_thing(pair)


def _by_thing(pair: Pair) -> Iterator[Clash]:
    """Outcomes that the notes have of a thing that they name, where the draft has one other of the same."""
    verdicts = [
        (jotting, verdict, things)
        for jotting in pair.jottings
        if not jotting.is_private
        for verdict in stated_outcomes(jotting.text)
        if (things := _clauses_naming(pair, jotting, verdict))
    ]
    for jotting, verdict, things in verdicts:
        told = [(k, found) for k in things for found in _outcome_after(pair, k, jotting)]
        if not told or any(verdict.name in outcomes for _, (_, outcomes) in told):
            continue
        others = {v.name for _, v, those in verdicts if v is not verdict and set(those) & set(things)}
        clause, outcomes = told[0][1]
        if others & outcomes.keys() or len(outcomes) != 1:
            continue
        ((_, here),) = outcomes.items()
        there = jotting.text[verdict.start : verdict.end].strip()
        if there.lower() in {"no", "x"} and NOT.search(clause.text):
            continue
        message = (
            f"The draft says \u201c{here[0].strip()}\u201d; the notes of the same thing say \u201c{there}\u201d "
            f"({said_in(jotting)})."
        )
        places = (clause.place(here.start(), here.end()), jotting.place(verdict.start, verdict.end))
        yield Clash(message, places, _LEAST_THING)


def _clauses_naming(pair: Pair, jotting: Clause, verdict: StatedOutcome) -> list[int]:
    """The clauses that name the thing of which a jotting tells the outcome; none where it can't be told which."""
    links, j = pair.links, jotting.index
    first, last = verdict.subject
    words = [
        w
        for w in links.note_words[j]
        if first <= w.start < last and w.low not in FORMAL_WORDS and not is_voting_word(w.low)
    ]
    values = [v for v in pair.noted_values[j] if first <= v.start < last]
    total = sum(links.rarity(w.text) for w in words) + len(values)
    held: dict[int, float] = {}
    for word in words:
        worth = links.rarity(word.text)
        for k, share in links.strengths[word.text].items():
            held[k] = held.get(k, 0.0) + worth * share
    for value in values:
        for k in links.explained(value):
            held[k] = held.get(k, 0.0) + 1
    best = max(held.values(), default=0.0)
    if best < _LEAST_THING or best < _MOST_OF_THING * total:
        return []
    found = sorted(k for k, share in held.items() if share >= _SAME_THING * best)
    return found if len({pair.clauses[k].item for k in found}) == 1 else []


def _outcome_after(pair: Pair, k: int, jotting: Clause) -> Iterator[tuple[Clause, dict[str, re.Match[str]]]]:
    """What the draft says became of what a clause names, there or in the clauses after it that come from no other line."""
    links, line = pair.links, set(pair.links.lines[jotting.item])
    for clause in pair.clauses[k : k + 1 + _FURTHER]:
        linked = links.linked[clause.index]
        if clause.item != pair.clauses[k].item or clause.index in pair.roll:
            return
        if (
            clause.index > k
            and linked
            and linked[0] not in line
            and links.score[clause.index][linked[0]] >= _STRONG
        ):
            return
        outcomes = told_outcomes(clause.text)
        if outcomes:
            yield clause, outcomes
            return


def _led_to(pair: Pair, clause: Clause) -> Match | None:
    """What the clause before was written from, for one that tells only who moved and how that went."""
    if not clause.index or pair.clauses[clause.index - 1].item != clause.item:
        return None
    before = pair.clauses[clause.index - 1]
    named = pair.mentions[clause.index]
    words = [
        w.low
        for w in pair.links.draft_words[clause.index]
        if w.low not in FORMAL_WORDS
        and not _INITIALS.fullmatch(w.text)
        and not any(m.start <= w.start < m.end for m in named)
    ]
    told = [mine for mine, _ in OUTCOMES.values() if mine.search(clause.text)]
    if not told or not all(is_voting_word(w) or any(o.search(w) for o in told) for w in words):
        return None
    if any(mine.search(before.text) for mine, _ in OUTCOMES.values()):
        return None
    match = matched(pair, before)
    return replace(match, clause=clause) if match and match.force >= _LEAST_OUTCOME else None


def _outcomes(pair: Pair, match: Match) -> Iterator[Clash]:
    found = list(_other_outcome(pair, match))
    yield from found
    if not found and match.force >= _LEAST_OUTCOME:
        yield from _missing_outcome(pair, match)


def _other_outcome(pair: Pair, match: Match) -> Iterator[Clash]:
    """Approved where the notes have it refused, and the like."""
    if match.force < _LEAST_OUTCOME and not _shares_vote(pair, match):
        return
    mine, theirs = told_outcomes(match.clause.text), noted_outcomes(match.noted)
    if len(mine) != 1 or len(theirs) != 1 or mine.keys() == theirs.keys():
        return
    ((said, here),), ((name, there),) = mine.items(), theirs.items()
    if name == "refused" and there[0].lower() in {"no", "x"} and NOT.search(match.clause.text):
        return
    if (
        here[0].lower().startswith(there[0].lower()[:4])
        and NOT.search(match.noted)
        and NOT.search(match.clause.text)
    ):
        return
    if not _is_told_beside(pair, match, name) and not _is_noted_beside(pair, match, said):
        yield match.says(here.start(), here.end(), there[0])


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
    return any(name in noted_outcomes(pair.jottings[j].text) for j in others)


def _missing_outcome(pair: Pair, match: Match) -> Iterator[Clash]:
    """An outcome of the notes, deferred or refused, that nothing in the draft's item says."""
    links, clause, jotting = pair.links, match.clause, match.jotting
    if links.best_of_notes[jotting.index] > links.score[clause.index].get(jotting.index, 0.0) + 0.001:
        return
    beside = [j for j in links.linked[clause.index] if j != jotting.index]
    if any(noted_outcomes(pair.jottings[j].text) for j in beside):
        return
    around = " ".join(c.text for c in pair.beside(clause.index, 3))
    for name, (mine, theirs) in OUTCOMES.items():
        if name == "refused":
            there = re.search(r"\b(?:REF|refused?|reject\w*|LOST|lost|defeated)\b|\bNOT agreed", jotting.text)
        else:
            there = theirs.search(jotting.text) if name != "approved" else None
        where = around if name == "deferred" else clause.text
        if (
            there
            and not mine.search(around)
            and not re.search(
                r"\b(?:not|wait|next|later|until|await|postpon|oppos|declin|against)\w*", where, _I
            )
        ):
            message = f"The notes have \u201c{there[0]}\u201d: \u201c{quoted(match.noted)}\u201d ({jotting.where}); the draft does not say so."
            yield Clash(message, (clause.place(), jotting.place(there.start(), there.end())), match.force)
            return
