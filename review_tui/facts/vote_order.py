"""Votes of the draft beside those of the notes: both in the order of the meeting, so each is held against its own.

A vote says little of what it was on. But a meeting votes a few times, and who drafts and who notes keep the order:
votes that are the same are anchors, and what stands between two of them on either side is one vote.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from review_tui.facts.clauses import Clause
from review_tui.facts.pair import Pair
from review_tui.facts.rulings import Ruling, rulings_noted, rulings_told
from review_tui.facts.values import Kind, Value
from review_tui.language.number_words import ONES, number_of
from review_tui.model.frozen import frozen

_I = re.IGNORECASE
_STRONG = r"(?:lost|carried|carr'?d|passed|rej(?:ected|'?d)?|vot(?:ed?|ing)|div(?:ision)?|hands|defeated|fell|back|nope)"
_CAME = r"(?:yes|no|ok|agreed|agrd|appro?ved?|refused)"


def _jotted(number: str) -> re.Pattern[str]:
    """A vote whose figures are all written in one way."""
    return re.compile(
        rf"(?:\b(?:(?P<strong>{_STRONG})|(?P<weak>{_CAME}))\W{{0,5}})?(?<![\w.,/:\u00a3$-])(?P<for>{number})(?P<sign>(?<=\d)\s?(?:f|y|yes|for|fav|\+))?"
        rf"(?P<join>\s?[-\u2013/]\s?|\s:\s|:(?=\d(?!\d))|,\s|\s(?:v|vs|to|four)\.?\s|\s)"
        rf"(?P<against>{number})(?!\s?(?:y|yes|f|for|fav)\b\W{{1,3}}(?:and\s)?\d)(?P<agst>\s?(?:-|n\b|no\b|ag\w+))?(?:(?:\s?[-\u2013/,]\s?|\s(?:and\s)?)(?P<rest>{number}))?"
        rf"(?P<abst>\s?(?:[a-z]+ )?abs\w*)?(?![\w/:%\u00a3$-]|[.,]\d)(?:\W{{0,4}}(?:(?P<strong2>{_STRONG}|[^.;\n]{{0,16}}\b(?:against|agst|agin|abst\w*))|(?P<weak2>{_CAME}))\b)?",
        _I,
    )


_JOTTED = (_jotted(r"\d{1,3}"), _jotted(rf"(?:{'|'.join(ONES)}|oh|zero|nil)"))
"""A vote as it is jotted down beside what came of it: "19 3 1 carried", "lost three four", "29 / 8 YES", "2 v 5"."""
_SECONDED_LAST = re.compile(r"\b(?:sec(?:'?d|s|onds|onded)?|2nd(?:ed|s)?)\b(?:\W{1,3}\w{1,12})?\W*\Z", _I)
"""How a jotting ends that tells who seconded."""
_OLD = 20
"""From so many on two figures with a dash are years or ages, where nothing says that they are of a vote."""
_COUNTED_OUT = re.compile(
    r"\b(?:defeated|lost|rejected|refused|turned down|thrown out|fell)\b(?:,? by)?\W*\Z", _I
)
_SAME, _ONE_SIDE, _LIKE = 3.0, 1.0, 0.4
"""How well two votes fit that are the same, of which a side is, and that only come to as many."""


@frozen(eq=False)
class CountedVote:
    """A vote in figures, with what is said to have come of it."""

    clause: Clause
    parts: tuple[int, ...]
    """For, against and, where it is told, abstaining."""
    start: int
    end: int
    outcome: Ruling | None
    value: Value | None = None
    """What was read of a vote of the draft."""
    is_counted_out: bool = False
    """Whether the greater figure may be that of those against: "defeated by five votes to two"."""

    @property
    def text(self) -> str:
        """As it is written."""
        return self.clause.text[self.start : self.end]


@lru_cache(maxsize=4)
def votes_told(pair: Pair) -> list[CountedVote]:
    """The votes of the draft, in order."""
    rulings = _by_clause(rulings_told(pair))
    found = []
    for clause in pair.clauses:
        for value in pair.values[clause.index]:
            if value.kind is Kind.VOTE and len(value.parts) > 1:
                outcome = _nearest(rulings.get(clause.index, ()), value.start, value.end)
                is_out = _COUNTED_OUT.search(clause.text, 0, value.start) is not None
                found.append(CountedVote(clause, value.parts, value.start, value.end, outcome, value, is_out))
    return found


@lru_cache(maxsize=4)
def votes_noted(pair: Pair) -> list[CountedVote]:
    """The votes of the notes, in order."""
    rulings = _by_clause(rulings_noted(pair))
    found = []
    for jotting in pair.jottings:
        votes = [
            (value.start, value.end, value.parts)
            for value in pair.noted_values[jotting.index]
            if value.kind is Kind.VOTE and len(value.parts) > 1
        ]
        # a day with its year and a number with a word between are no votes, though their figures look like some
        other = [
            (v.start, v.end)
            for v in pair.noted_values[jotting.index]
            if v.year or v.kind in {Kind.TIME, Kind.MONEY, Kind.PERIOD}
        ]
        for start, end, parts in _jotted_votes(jotting.text, is_moved=_is_behind_motion(pair, jotting)):
            if len(parts) > len(("for", "against")):  # "22-7, 4 abs", of which "22-7" was read
                votes = [v for v in votes if (v[0], v[2]) != (start, parts[:2])]
            taken = [*((s, e) for s, e, _ in votes), *other]
            if not any(start < e and s < end for s, e in taken):
                votes.append((start, end, parts))
        for start, end, parts in sorted(votes):
            outcome = _nearest(rulings.get(jotting.index, ()), start, end)
            if not outcome and not jotting.text[end:].strip(" .,;)"):
                after = [
                    r for r in rulings.get(jotting.index + 1, ()) if not r.clause.text[: r.start].strip()
                ]
                outcome = after[0] if after else None
            found.append(CountedVote(jotting, parts, start, end, outcome))
    return found


def _is_behind_motion(pair: Pair, jotting: Clause) -> bool:
    """Whether a jotting stands in its line right behind who moved and seconded."""
    before = pair.jottings[jotting.index - 1] if jotting.index else None
    return (
        before is not None and before.item == jotting.item and _SECONDED_LAST.search(before.text) is not None
    )


@lru_cache(maxsize=8192)
def _jotted_votes(text: str, *, is_moved: bool) -> tuple[tuple[int, int, tuple[int, ...]], ...]:
    """What may be votes by its figures and by what stands beside them, each with where it begins and ends."""
    return tuple(
        (match.start("for"), max(match.end(group) for group in ("against", "rest", "abst")), _parts_of(match))
        for pattern in _JOTTED
        for match in pattern.finditer(text)
        if _is_jotted_vote(match, is_moved=is_moved)
    )


def _by_clause(rulings: Iterable[Ruling]) -> dict[int, list[Ruling]]:
    found: dict[int, list[Ruling]] = {}
    for ruling in rulings:
        found.setdefault(ruling.clause.index, []).append(ruling)
    return found


def _is_jotted_vote(match: re.Match[str], *, is_moved: bool) -> bool:
    """Whether two figures or three are a vote, by what stands beside them; a day of the month or years may be approved.

    ``is_moved``: whether who moved and seconded stands right before.
    """
    join = match["join"].strip()
    is_against = match["agst"] and (match["sign"] or match["agst"].strip().lower().startswith("ag"))
    if match["strong"] or match["strong2"] or match["abst"] or is_against or join in {"v", "vs", "four", ":"}:
        return True
    if match[0].strip() == match.string.strip(" .,;()"):
        return is_moved or (match["join"] != "/" and (join != "" or match["against"].isalpha()))
    is_span = match["for"].isdigit() and int(match["for"]) >= _OLD
    is_cued = match["weak"] or match["weak2"]
    return bool(is_cued) and match["join"] != "/" and not is_span and join in {"-", "\u2013", "/"}


def _parts_of(match: re.Match[str]) -> tuple[int, ...]:
    parts = tuple(_count(match[side]) for side in ("for", "against", "rest") if match[side])
    only_abstained = match["abst"] and not match["rest"] and "," in match["join"]
    return (parts[0], 0, parts[1]) if only_abstained else parts  # "5, 1 abst"


def _count(word: str) -> int:
    low = word.lower()
    return int(low) if low.isdigit() else 0 if low in {"oh", "zero", "nil"} else number_of(low)


def _nearest(rulings: Sequence[Ruling], start: int, end: int) -> Ruling | None:
    """What came of a vote: the word for it that stands nearest."""
    return min(rulings, key=lambda r: (max(r.start - end, start - r.end, 0), r.start), default=None)


def is_same_vote(told: CountedVote, noted: CountedVote) -> bool:
    """Whether a vote of the notes is one of the draft, whichever side stands first."""
    mine, theirs = told.parts, noted.parts
    if len(mine) > 2 and len(theirs) > 2 and mine[2] != theirs[2]:
        return (
            mine[0] == theirs[0] and mine[1:] == theirs[:0:-1] and "+1" in told.text
        )  # "6/0/1", those against last
    return mine[:2] == theirs[:2] or (told.is_counted_out and mine[:2] == theirs[1::-1])


def _nearness(told: CountedVote, noted: CountedVote) -> float:
    """How well one may be a slip for the other: a side is the same, the sides are exchanged, or come to as many."""
    mine, theirs = told.parts[:2], noted.parts[:2]
    if mine[0] == theirs[0] or mine[1] == theirs[1] or mine == theirs[::-1]:
        return _ONE_SIDE
    is_turned = told.is_counted_out and (mine[0] == theirs[1] or mine[1] == theirs[0])
    return _LIKE if is_turned or sum(mine) == sum(theirs) else 0.0


def _share(pair: Pair, told: CountedVote, noted: CountedVote) -> float:
    """What the sentences of a vote share with the line of the notes that has one."""
    links, line = pair.links, pair.links.lines[noted.clause.item]
    near = [j for j in line if abs(j - noted.clause.index) <= 2]
    clauses = [c for c in pair.beside(told.clause.index, 2) if c.index <= told.clause.index]
    return max((links.score[c.index].get(j, 0.0) for c in clauses for j in near), default=0.0)


@lru_cache(maxsize=4)
def matched_votes(pair: Pair) -> list[tuple[CountedVote, CountedVote]]:
    """The votes of draft and notes that are one, in order."""
    told, noted = votes_told(pair), votes_noted(pair)
    best = [[(0.0, "")] * (len(noted) + 1) for _ in range(len(told) + 1)]
    for i, mine in enumerate(told, 1):
        for j, theirs in enumerate(noted, 1):
            share = min(_share(pair, mine, theirs), 6.0) / 6
            nearness = _SAME if is_same_vote(mine, theirs) else _nearness(mine, theirs)
            fits = nearness + share if nearness else -1.0
            best[i][j] = max(
                (best[i - 1][j][0], "told"),
                (best[i][j - 1][0], "noted"),
                (best[i - 1][j - 1][0] + fits, "both"),
            )
    found = []
    i, j = len(told), len(noted)
    while i and j:
        step = best[i][j][1]
        if step == "both":
            found.append((told[i - 1], noted[j - 1]))
        i, j = i - (step != "noted"), j - (step != "told")
    return found[::-1]
