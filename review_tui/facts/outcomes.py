"""What became of a thing, where the notes have it otherwise: approved for refused, deferred for carried.

Two ways to the clause that answers a jotting: by the link of the whole clause, and by the thing that the notes
name before the word for its outcome, wherever in the item the draft tells of the outcome.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.flow import Run
from review_tui.facts.matched import Match, matched
from review_tui.facts.negatives import NOT
from review_tui.facts.outcome_words import (
    StatedOutcome,
    decided,
    last_outcomes,
    stated_outcomes,
    times_told,
    told_outcomes,
)
from review_tui.facts.pair import Pair
from review_tui.facts.rulings import Ruling, figures_before, likeness, rulings_noted, rulings_told
from review_tui.facts.values import Kind
from review_tui.facts.vote_order import matched_votes
from review_tui.facts.wording import says_otherwise

_I = re.IGNORECASE
_LEAST_OUTCOME = 1.5
"""What clause and jotting must share, the more of the jotting is in the clause the less."""
_RIVAL = 0.6
"""How near to the link that is looked at another must come that may explain it."""
_LEAST_THING, _MOST_OF_THING = 2.0, 0.5
"""What of a thing's name in the notes must stand in a clause, and which share of it."""
_LEAST_SAME, _LEAST_LINKED = 3.2, 2.2
"""What the things of two words for outcomes must share to be one, and where the sentence is of that jotting."""
_STRONG = 4.0
"""A link so strong that a clause must come from a line of the notes."""
_ASKED = re.compile(
    r"(?:\A|[.?!:\n])\s*(?:any|does|do|did|is|are|was|were|has|have|what|who|why|how|can|could|should|will|would)\b[^.?!:\n]*\?\W*\Z",
    _I,
)
_OF_MOTIONS = frozenset({"approved", "refused"})
_MERE_SIGN = re.compile(r"\W*(?:no|not|ok|okay|yes|fine)?\W*", _I)
_FIRM = re.compile(
    r"(?:refus|rej|declin|deni|defer|postpon|approv|appr?v?'?d|agr'?d|granted|carr|adopted|lost|park|tabled?|withdr)",
    _I,
)
"""A word for an outcome that means nothing else."""
_LONGEST_QUESTION = 100
"""Characters of a question and its answer."""
_WINDOW = 2
"""Clauses beside those of a line that may tell of the same motion."""
_MOTION = re.compile(r"\b(?:motion|amendment|carried|vote[sd]?|proposal)\b", _I)
_ONLY_IF = re.compile(r"\b(?:if|should|whether|unless|once|until|when|before|might|could)\b[^,;:]*\Z", _I)
"""What stands before a word for an outcome that is not told to have come."""
_MOVED_THAT = re.compile(
    r"\b(?:moved|proposed|proposes|suggested|urged|asked)\b(?:(?!\b(?:resolved|agreed|seconded|was|were|is)\b)[^;.]){0,200}\bbe (?:\w+ ){0,2}\Z",
    _I,
)
_AROUND_NO = " -\u2013"
"""What may stand around a "no" that is an outcome."""
_NO_AND_WHY = re.compile(r"\W*no\W+\w", re.IGNORECASE)
"""A "no" that answers somebody and goes on."""


def outcome_clashes(pair: Pair) -> Iterator[Clash]:
    """What became of a thing, where the notes have it otherwise."""
    if not pair.jottings:
        return
    for clause in pair.clauses:
        match = matched(pair, clause)
        if match is not None:
            yield from _other_outcome(pair, match)
    yield from _by_run(pair)
    yield from _by_thing(pair)
    yield from _by_item(pair)
    yield from _by_votes(pair)


def _by_thing(pair: Pair) -> Iterator[Clash]:
    """Where the notes of a thing have another outcome than the sentence that is of it, whatever else their line decides."""
    for noted, likely in _likeliest(pair):
        if noted.clause.is_private:
            continue
        if not likely or likely[0][0] < _least_same(pair, noted, likely[0][1]):
            continue
        (share, best), rivals = likely[0], [t for s, t in likely[1:] if s >= _RIVAL * likely[0][0]]
        if best.name == noted.name or any(t.name == noted.name for t in rivals):
            continue
        if "deferred" in {best.name, noted.name} and not _is_word(noted):
            continue  # a cross or a tick may be all that is jotted of what was put off
        if _is_ruled_so_beside(pair, noted, best) or _may_be_meant(
            [
                best.sentence if c is best.clause else c.text
                for c in pair.beside(best.clause.index)
                if _may_be_of(pair, c, best.clause, noted.clause)
            ],
            [noted.text],
            best.name,
            noted.name,
            [noted.besides],
        ):
            continue
        yield _clash(best, noted, "thing", share)


def _may_be_of(pair: Pair, clause: Clause, told: Clause, jotting: Clause) -> bool:
    """Whether a clause beside the one that tells an outcome may tell of the same jotting: none that is surely of another."""
    best = pair.links.surely_from(clause.index)
    reach = 1 if clause.index > told.index else 0
    return clause is told or best is None or abs(best - jotting.index) <= reach


def _least_same(pair: Pair, noted: Ruling, told: Ruling) -> float:
    """What the things of two outcomes must share to be one, less where the sentence is of that jotting."""
    linked = pair.links.near(pair.links.linked[told.clause.index][:1], 1)
    return _LEAST_LINKED if noted.clause.index in linked else _LEAST_SAME


def _clash(told: Ruling, noted: Ruling, of: str, weight: float) -> Clash:
    message = says_otherwise(told.words, noted.words, noted.clause, of)
    places = (told.clause.place(told.start, told.end), noted.clause.place(noted.start, noted.end))
    return Clash(message, places, weight)


def _are_settled(pair: Pair, clause: Clause, here: re.Match[str], jotting: Clause, there: str) -> bool:
    """Whether what the draft tells, or what the notes have, is of another thing, of which both tell the same."""
    told, noted = _settled_rulings(pair)
    return any(r.clause is clause and r.start < here.end() and here.start() < r.end for r in told) or any(
        r.clause.item == jotting.item
        and abs(r.clause.index - jotting.index) <= 1
        and r.words == there.strip()
        for r in noted
    )


@lru_cache(maxsize=4)
def _likeliest(pair: Pair) -> list[tuple[Ruling, list[tuple[float, Ruling]]]]:
    """Each ruling of the notes, with how like it those of the draft are, the likest first."""
    told = rulings_told(pair)
    return [
        (noted, sorted(((likeness(pair, noted, t), t) for t in told), key=lambda each: -each[0]))
        for noted in rulings_noted(pair)
    ]


@lru_cache(maxsize=4)
def _settled_rulings(pair: Pair) -> tuple[list[Ruling], list[Ruling]]:
    """The rulings of draft and notes for which the other has the same of the same thing, or of the same votes."""
    settled = []
    for theirs, likely in _likeliest(pair):
        share, mine = next(iter(likely), (0.0, theirs))
        if share and mine.name == theirs.name:
            settled.append((mine, theirs))
    settled += [
        (mine.outcome, theirs.outcome)
        for mine, theirs in matched_votes(pair)
        if mine.outcome and theirs.outcome and mine.outcome.name == theirs.outcome.name
    ]
    return [mine for mine, _ in settled], [theirs for _, theirs in settled]


def _is_word(ruling: Ruling) -> bool:
    """Whether it is more than a sign or a mere yes or no."""
    return _MERE_SIGN.fullmatch(ruling.words) is None


def _is_ruled_so_beside(pair: Pair, noted: Ruling, told: Ruling) -> bool:
    """Whether what the draft tells is noted too, of a thing that shares nearly as much with it."""
    least = _RIVAL * likeness(pair, noted, told)
    return any(
        other.name == told.name and likeness(pair, other, told) >= least
        for other in rulings_noted(pair)
        if other is not noted
    )


def _by_run(pair: Pair) -> Iterator[Clash]:
    """Where the clauses of one line of the notes tell of one outcome, and the line of another."""
    for run in pair.runs:
        if not _is_sure(pair, run):
            continue
        mine = {
            name: (clause, words)
            for clause in run.clauses
            if not clause.is_heading and clause.index not in pair.roll
            for name, words in told_outcomes(clause.text).items()
            if not _is_only_spoken_of(clause.text, words)
        }
        noted = [j for j in run.jottings if not j.is_private]
        theirs = {
            stated.name: (noted[number], stated)
            for number, stated in decided([j.text for j in noted])
            if not _answers(noted[number], stated)
        }
        if len(mine) != 1 or len(theirs) != 1 or mine.keys() == theirs.keys():
            continue
        ((said, (clause, here)),) = mine.items()
        ((name, (jotting, stated)),) = theirs.items()
        if _is_of_other_figure(pair, clause, jotting, stated.start):
            continue
        there = jotting.text[stated.start : stated.end].strip()
        if not _is_explained(pair, run, said, name) and not _are_settled(pair, clause, here, jotting, there):
            message = says_otherwise(here[0].strip(), there, jotting)
            places = (clause.place(here.start(), here.end()), jotting.place(stated.start, stated.end))
            yield Clash(message, places, _LEAST_THING)


def _is_only_spoken_of(text: str, outcome: re.Match[str]) -> bool:
    """Whether what a word tells is not said to have come: "if it is refused", "moved that it be refused"."""
    before = text[: outcome.start()]
    return _ONLY_IF.search(before) is not None or _MOVED_THAT.search(before) is not None


def _is_of_other_figure(pair: Pair, clause: Clause, jotting: Clause, at: int) -> bool:
    """Whether the word there is only said of a figure that the clause does not have: "14 ok" of "£16"."""
    figures = figures_before(pair, jotting, 0, at)
    return bool(figures) and not any(clause.index in pair.links.explained(v) for v in figures)


def _by_item(pair: Pair) -> Iterator[Clash]:
    """The one outcome of an item that the notes do not have, and the one of its lines that the draft does not have.

    "REFUSED" and "the request was refused" name nothing; that they are of one thing is known from where they stand.
    """
    for item, own in _lines_of_items(pair).items():
        mine = [r for r in rulings_told(pair) if r.clause.item == item]
        theirs = [r for r in rulings_noted(pair) if r.clause.item in own and not r.clause.is_private]
        if len(mine) != 1 or len(theirs) != 1 or mine[0].name == theirs[0].name:
            continue
        here, there = mine[0], theirs[0]
        if not _FIRM.match(there.words) or not _is_surely_of(pair, item, own):
            continue
        noted = [j.text for j in pair.jottings if j.item in own]
        if (
            any(there.name in told_outcomes(c.text) for c in pair.clauses if c.item == item)
            or any(times_told(text, here.name) for text in noted)
            or _may_be_meant([c.text for c in pair.beside(here.clause.index)], noted, here.name, there.name)
        ):
            continue
        yield _clash(here, there, "thing", _LEAST_THING)


def _is_surely_of(pair: Pair, item: int, lines: set[int]) -> bool:
    """Whether a sentence of an item surely comes from one of these lines."""
    links = pair.links
    return any(
        c.item == item
        and (best := links.surely_from(c.index)) is not None
        and pair.jottings[best].item in lines
        for c in pair.clauses
    )


@lru_cache(maxsize=4)
def _lines_of_items(pair: Pair) -> dict[int, set[int]]:
    """For each item of the draft the lines of the notes that its sentences go on with, and those between that no other has."""
    of_line: dict[int, set[int]] = defaultdict(set)
    for run in pair.runs:
        for clause in run.clauses:
            of_line[run.line].add(clause.item)
    found: dict[int, set[int]] = defaultdict(set)
    last: set[int] = set()
    for line in sorted({j.item for j in pair.jottings}):
        last = of_line.get(line, last)
        if len(last) == 1:
            found[next(iter(last))].add(line)
    return found


def _by_votes(pair: Pair) -> Iterator[Clash]:
    """A motion that is carried by the draft and lost by the notes of the same vote, be its sides turned round."""
    for told, noted in matched_votes(pair):
        mine, theirs = told.outcome, noted.outcome
        if (
            mine is None
            or theirs is None
            or mine.name == theirs.name
            or not {mine.name, theirs.name} <= _OF_MOTIONS
            or {*told.parts[:2]} != {*noted.parts[:2]}
            or noted.parts[0] == noted.parts[1]
        ):
            continue
        yield _clash(mine, theirs, "votes", _STRONG)


def _is_sure(pair: Pair, run: Run) -> bool:
    """Whether a clause of the run shares so much with the line that it must be the run's."""
    links = pair.links
    return any(
        links.linked[c.index]
        and pair.jottings[links.linked[c.index][0]].item == run.line
        and links.best_of_draft[c.index] >= _STRONG
        for c in run.clauses
    )


def _answers(jotting: Clause, stated: StatedOutcome) -> bool:
    """Whether a "no" answers what somebody asked or said, and says why: "no, vestry can't"; not "bees plot 12? no"."""
    at = jotting.start + stated.start
    return jotting.text[stated.start : stated.end].strip(_AROUND_NO).lower() == "no" and (
        _NO_AND_WHY.match(jotting.text) is not None
        or _ASKED.search(jotting.plain.text[max(0, at - _LONGEST_QUESTION) : at]) is not None
    )


def _is_explained(pair: Pair, run: Run, said: str, name: str) -> bool:
    """Whether the draft may tell in other words what the notes have, or they what it tells."""
    last = run.clauses[-1]
    around = {c for end in (run.clauses[0], last) for c in pair.beside(end.index, _WINDOW)} - {*run.clauses}
    near = [
        c.text for c in around if _tells_a_motion(c) or (c.passage == last.passage and c.index > last.index)
    ]
    told = [*(c.text for c in run.clauses), *near]
    return _may_be_meant(told, [j.text for j in run.jottings], said, name)


def _may_be_meant(
    told: list[str], noted: list[str], said: str, name: str, besides: list[str] | None = None
) -> bool:
    """Whether texts of the draft may have the outcome ``name`` of the notes too, or these its ``said``.

    ``besides`` is what is noted beside the very word that is compared, and that says nothing else.
    """

    def in_notes(outcome: str, texts: list[str]) -> int:
        return sum(
            times_told(text, outcome, [(o.start, o.end) for o in stated_outcomes(text)]) for text in texts
        )

    return (
        any(name in told_outcomes(text) for text in told)
        or sum(times_told(text, name, [m.span() for m in told_outcomes(text).values()]) for text in told)
        > in_notes(name, noted)
        or in_notes(said, besides or noted) >= max(1, sum(times_told(text, said) for text in told))
    )


def _tells_a_motion(clause: Clause) -> bool:
    return _MOTION.search(clause.text) is not None


def _other_outcome(pair: Pair, match: Match) -> Iterator[Clash]:
    """Approved where the notes have it refused, and the like."""
    if match.force < _LEAST_OUTCOME and not _shares_vote(pair, match):
        return
    mine, theirs = told_outcomes(match.clause.text), last_outcomes(match.noted)
    if not theirs:
        shift = match.noted.find(match.jotting.text)
        theirs = {
            r.name: StatedOutcome(r.name, shift + r.start, shift + r.end)
            for r in rulings_noted(pair)
            if r.clause is match.jotting and (_FIRM.match(r.words) or _is_last_no(r))
        }
    if len(mine) != 1 or len(theirs) != 1 or mine.keys() == theirs.keys():
        return
    ((said, here),), ((name, stated),) = mine.items(), theirs.items()
    there = match.noted[stated.start : stated.end]
    if _are_settled(pair, match.clause, here, match.jotting, there):
        return
    if there.strip(_AROUND_NO).lower() == "no" and any(map(_NO_AND_WHY.match, match.texts)):
        return
    if (
        name == "refused" and there.lower() in {"no", "x"} and NOT.search(match.clause.text)
    ) or _is_only_spoken_of(match.clause.text, here):
        return
    if (
        here[0].lower().startswith(there.lower()[:4])
        and NOT.search(match.noted)
        and NOT.search(match.clause.text)
    ):
        return
    if _may_be_meant([match.clause.text], list(match.texts), said, name):
        return
    if not _is_told_beside(pair, match, name) and not _is_noted_beside(pair, match, said):
        yield match.says(here.start(), here.end(), there)


def _is_last_no(ruling: Ruling) -> bool:
    """Whether it is a "NO" at the end of its jotting, which is of all that stands before."""
    is_last = not ruling.clause.text[ruling.end :].strip(" .!")
    return is_last and ruling.words.strip(_AROUND_NO) in {"NO", "NOT"}


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
    others = {k for k in links.clauses_of[j] if links.score[k][j] >= least}
    others |= {c.index for c in pair.beside(match.clause.index, _WINDOW) if _tells_a_motion(c)}
    return any(name in told_outcomes(pair.clauses[k].text) for k in others - {match.clause.index})


def _is_noted_beside(pair: Pair, match: Match, name: str) -> bool:
    """Whether another jotting that the clause may come from has what the draft tells."""
    links, k = pair.links, match.clause.index
    least = _RIVAL * links.score[k].get(match.jotting.index, 0.0)
    others = (j for j in links.linked[k] if j != match.jotting.index and links.score[k][j] >= least)
    return any(name in last_outcomes(pair.jottings[j].text) for j in others)
