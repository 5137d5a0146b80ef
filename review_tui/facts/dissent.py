"""A decision that was not everybody's by the draft, and everybody's by the notes of it; and who was against it.

Votes in figures are held against each other by their order (``vote_order``). Often no figures are given: "by a majority", "with
two against", "nem con". Which decision is meant is known from the line that the sentence was written from.
"""

import re
from collections.abc import Iterator

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.mentions import Mention
from review_tui.facts.pair import Pair
from review_tui.facts.values import Kind, Value
from review_tui.facts.vote_order import matched_votes
from review_tui.facts.wording import named_in_full, said_in, says_otherwise
from review_tui.language.number_words import ONES
from review_tui.model.findings import Severity
from review_tui.model.frozen import frozen

_I = re.IGNORECASE
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


@frozen(slots=False)
class _Side:
    """How minutes and notes name whoever did not vote for it."""

    said: str
    """What a reader is told that they were."""
    told: re.Pattern[str]
    told_before: re.Pattern[str]
    """What minutes have behind a name, or before one."""
    noted: re.Pattern[str]
    noted_before: re.Pattern[str]
    """The same of notes."""

    def is_told(self, text: str, who: Mention) -> bool:
        """Whether a sentence of minutes has somebody on this side."""
        return (
            self.told.match(text, who.end) is not None
            or self.told_before.search(text, 0, who.start) is not None
        )

    def is_noted(self, text: str, who: Mention) -> bool:
        """Whether a jotting does."""
        return (
            self.noted.match(text, who.end) is not None
            or self.noted_before.search(text, 0, who.start) is not None
        )


_AGAINST = _Side(
    "against it",
    re.compile(
        r",? (?:(?:was|being|having) )?(?:oppos(?:ed|ing)|dissent\w+|against|vot\w+ (?:no|nay|against))\b", _I
    ),
    re.compile(r"\b(?:opposed|against|dissent\w*|nays?) ?[(:] ?(?:\w+\. )?\Z", _I),
    re.compile(
        r"(?:,? (?:not|un)\s?\w{3,8})?[,:]? ?-? ?(?:vot\w* )?(?:no|nay|agst|against|agin|opp(?:osed)?|dissent\w*)\b(?! (?:one\b|(?:\w+ )?(?:obj|abst)))",
        _I,
    ),
    re.compile(r"\b(?:agst|against|opp(?:osed)?|dissent\w*|nays?) ?[(:] ?\Z", _I),
)
_ABSTAINED = _Side(
    "abstaining",
    re.compile(r",? (?:(?:had|having) )?abstain(?:ed|ing)\b", _I),
    re.compile(r"\babst(?:ained|aining|entions?|ainers?) ?[(:\u2013-] ?(?:\w+\. )?\Z", _I),
    re.compile(r"[,:]? ?-? ?abst(?:\.|ain\w*|ention)?(?!\w)", _I),
    re.compile(r"\babst(?:\.|ain\w*|entions?)? ?[(:-]? ?\Z", _I),
)
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
    """Whoever did not vote for it by the draft, where the notes of the same vote name somebody else; or nobody, where they do."""
    counted = {told.clause.index: noted.clause.index for told, noted in matched_votes(pair)}
    for clause in pair.clauses if pair.jottings else ():
        lines = pair.links.linked[clause.index] or pair.links.likeliest(clause.index, 1)
        linked = counted.get(clause.index, next(iter(lines), None))
        if linked is not None:
            yield from _of_side(pair, clause, linked, _AGAINST)
            yield from _of_side(pair, clause, linked, _ABSTAINED)


def _of_side(pair: Pair, clause: Clause, linked: int, side: _Side) -> Iterator[Clash]:
    here = [m for m in pair.mentions[clause.index] if side.is_told(clause.text, m)]
    everybody = [v for v in pair.values[clause.index] if v.kind is Kind.VOTE and v.is_everybody]
    if side is _ABSTAINED:
        everybody = []  # of those who voted
    if len(here) + len(everybody) != 1:
        return
    there = list(_named_on(pair, linked, side))
    if len(there) != 1 or len(there[0][1].who) != 1:
        return
    ((jotting, theirs),) = there
    name, said = named_in_full(pair.roster, theirs), said_in(jotting)
    place = jotting.place(theirs.start, theirs.end)
    if here and not here[0].who & theirs.who:
        message = (
            f"The draft has {here[0].text} {side.said}; the notes of the same vote have {name} ({said})."
        )
        yield Clash(message, (clause.place(here[0].start, here[0].end), place), _WEIGHT, Severity.WARNING)
    elif everybody and not _is_told_against(pair, clause, theirs):
        vote = everybody[0]
        message = (
            f"The draft says \u201c{vote.text.strip()}\u201d; by the notes {name} was against it ({said})."
        )
        yield Clash(message, (clause.place(vote.start, vote.end), place), _WEIGHT, Severity.WARNING)


def _named_on(pair: Pair, jotting: int, side: _Side) -> Iterator[tuple[Clause, Mention]]:
    """Those who were on a side by a jotting and what stands by it."""
    for j in pair.links.near([jotting], 1):
        yield from ((pair.jottings[j], m) for m in pair.noted[j] if side.is_noted(pair.jottings[j].text, m))


def _is_told_against(pair: Pair, clause: Clause, who: Mention) -> bool:
    """Whether a sentence or one beside it has somebody against it all the same."""
    return any(
        m.who & who.who and _OPPOSED.search(near.text)
        for near in pair.beside(clause.index, _LOOKED_AT)
        for m in pair.mentions[near.index]
    )


def _of_all(pair: Pair, clause: Clause) -> tuple[Clause, Value] | None:
    """Where the notes of a decision have that all were for it, and nothing of anybody against."""
    near = pair.links.near(pair.links.linked[clause.index][:_LOOKED_AT], 1)
    jottings = [pair.jottings[j] for j in near]
    votes = [(j, v) for j in jottings for v in pair.noted_values[j.index] if v.kind is Kind.VOTE]
    is_all = votes and all(v.is_everybody for _, v in votes)
    return votes[0] if is_all and not any(_OPPOSED.search(j.text) for j in jottings) else None
