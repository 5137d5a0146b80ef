"""The jotting that a clause was most likely written from, with what stands by it."""

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.outcome_words import OUTCOMES, noted_outcomes
from review_tui.facts.pair import Pair
from review_tui.facts.wording import says_otherwise
from review_tui.model.findings import Location
from review_tui.model.frozen import frozen

_FEW = 3
"""Words of a jotting that may belong to the one beside it."""


@frozen
class Match:
    """A clause, its jotting, and the texts of the jotting and what stands by it."""

    clause: Clause
    jotting: Clause
    texts: tuple[str, ...]
    """The jotting and what stands by it, in order."""
    shared: float
    share: float
    """Of the jotting, in the clause."""

    @property
    def noted_apart(self) -> str:
        """The texts as one, where no word is to reach from one jotting into the next."""
        return "; ".join(self.texts)

    def noted_place(self, words: str) -> Location:
        """Where the notes have ``words``."""
        at = self.jotting.text.find(words)
        return self.jotting.place(at, at + len(words)) if at >= 0 else self.jotting.place()

    def says(self, start: int, end: int, there: str) -> Clash:
        """That the draft has the words from ``start`` to ``end``, and the notes of the same thing others."""
        here = self.clause.text[start:end].rstrip()
        message = says_otherwise(here.strip(), there.strip(), self.jotting)
        places = (self.clause.place(start, start + len(here)), self.noted_place(there))
        return Clash(message, places, self.force)

    @property
    def force(self) -> float:
        """What they share, less for a jotting that says much else."""
        return self.shared * (0.4 + 0.6 * self.share)


def matches_of(pair: Pair, clause: Clause, most: int) -> list[Match]:
    """A clause beside each of its best jottings, the best first."""
    if clause.index in pair.roll or clause.is_heading:
        return []
    return [_match(pair, clause, pair.jottings[j]) for j in pair.links.linked[clause.index][:most]]


def _match(pair: Pair, clause: Clause, jotting: Clause) -> Match:
    line = pair.links.lines[jotting.item]
    short = [
        j
        for j in line
        if j == jotting.index
        or (
            j == jotting.index + 1
            and len(pair.links.note_words[j]) <= _FEW
            and not _decides_another(pair, pair.jottings[j])
        )
        or (
            j == jotting.index - 1
            and len(pair.links.note_words[j]) <= _FEW
            and not noted_outcomes(pair.jottings[j].text)  # of the thing before
        )
    ]
    after = pair.jottings[short[-1] + 1] if short[-1] + 1 < len(pair.jottings) else None
    if after and after.item != jotting.item and _tells_only_outcome(pair, after):
        short.append(after.index)
    return Match(
        clause, jotting, tuple(pair.jottings[j].text for j in short),
        pair.links.raw[clause.index].get(jotting.index, 0.0), pair.links.coverage(clause.index, jotting.index),
    )  # fmt: skip


def _decides_another(pair: Pair, jotting: Clause) -> bool:
    """Whether a short jotting names a thing of its own, and what became of that."""
    told = [match.span() for _, o in OUTCOMES.values() for match in o.finditer(jotting.text)]
    words = pair.links.note_words[jotting.index]
    named = [w for w in words if not any(start <= w.start < end for start, end in told)]
    return bool(told) and len(named) > 1


def _tells_only_outcome(pair: Pair, jotting: Clause) -> bool:
    """Whether a line of the notes is but how it went: "lost"."""
    line, words = pair.links.lines[jotting.item], pair.links.note_words[jotting.index]
    return (
        len(line) == 1 and len(words) == 1 and any(o.fullmatch(words[0].text) for _, o in OUTCOMES.values())
    )
