"""What the draft has of which the notes have nothing: a decision, promise or sum amid sentences that they all have."""

import math
import re
from collections.abc import Iterator

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.coverage import is_big, region_around
from review_tui.facts.links import LEAST
from review_tui.facts.pair import Pair
from review_tui.facts.values import Kind, Value
from review_tui.facts.wording import trimmed
from review_tui.language.stop_words import FORMAL_WORDS, is_stop_word, is_voting_word
from review_tui.model.findings import Severity
from review_tui.model.frozen import frozen

_STATES = re.compile(
    r"\b(?:will|would|shall|(?:is|are|was|were) to|(?:has|have|had) been|(?:was|were|be) \w+ed|undertook|agreed|resolved|authori[sz]ed"
    r"|decided|offered|promised|asked|requested|made|hired|bought|be)\b"
)
"""How a sentence speaks that decides, promises or asks for something."""
_DECIDES = re.compile(
    r"\b(?:will|would|shall|agreed|resolved|authori[sz]ed|undertook|decided|promised"
    r"|(?:was|were|be) (?:granted|awarded|donated|paid|approved|set|made|appointed))\b"
)
"""How one speaks that decides or promises, and does not only report."""
_REPORTS = re.compile(
    r"\b(?:reported|advised|noted|added|estimated|possib\w+|expected|assumed|understood|anticipated|might|may)\b"
)
_LEAD = re.compile(r"present|apolog|minutes|attendance|interest", re.IGNORECASE)
"""What the head of minutes tells, of which notes need have nothing."""
_LEADS_ON = re.compile(r":\W*\Z|\bfollowing\b")
"""What only says that something comes below it."""
_REMARKED = re.compile(
    r"\basked (?:whether|if|why|how|what|about|that (?:his|her|their))\b|\bquestioned\b|\bthank",
    re.IGNORECASE,
)
"""Talk of which notes have nothing more often."""
_SURELY = 2.5 * LEAST
"""What a sentence must share with a jotting that it is surely linked with."""
_OF_FIGURE, _LEAST_OF_FIGURE = 0.3, 1.6
"""So little of a sentence with a figure that no jotting has stands in the notes around, and so many words say what it is of."""
_OF_WORDS, _ANYWHERE, _LEAST_OF_WORDS = 0.15, 0.4, 2.7
"""The same of one without, there and anywhere."""
_KNOWN = 1.25
"""A jotted word that stands for another surely enough counts in full."""


@frozen
class _Support:
    """What the notes have of a sentence."""

    weight: float
    """Of its words, in words that stand in no other sentence."""
    here: float
    """Share of them that the notes have where they tell of the sentences around."""
    anywhere: float
    is_between: bool
    """Whether sentences before and after it are in the notes."""


def invention_clashes(pair: Pair) -> Iterator[Clash]:
    """Sentences of the draft of which the notes hold hardly a word."""
    for clause in pair.clauses if pair.jottings else ():
        text = clause.text
        if clause.is_heading or clause.index in pair.roll or _LEAD.search(text[:50]):
            continue
        if not _STATES.search(text) or _REMARKED.search(text) or _LEADS_ON.search(text):
            continue
        telling = [v for v in pair.values[clause.index] if v.kind is not Kind.NUMBER or is_big(v)]
        if any(pair.links.supporting(v) for v in telling):
            continue
        found = _support(pair, clause)
        figure = next((v for v in telling if _is_plain(v)), None)
        if not found.is_between:
            continue
        decides = _DECIDES.search(text) is not None and _REPORTS.search(text) is None
        if figure and decides and found.here <= _OF_FIGURE and found.weight >= _LEAST_OF_FIGURE:
            message = f"Nothing in the notes has {text[slice(*trimmed(figure))]} or tells of this."
            yield Clash(message, (clause.place(),), 2 - found.here, Severity.WARNING)
        elif found.here <= _OF_WORDS and found.anywhere <= _ANYWHERE and found.weight >= _LEAST_OF_WORDS:
            message = "The notes do not seem to have anything of this sentence."
            yield Clash(message, (clause.place(),), 1 - found.here, Severity.HINT)


def _is_plain(value: Value) -> bool:
    """Whether notes that tell of a thing would have a value: a sum, a day, a number, no period that follows from it."""
    return (
        is_big(value)
        and not value.is_run
        and value.kind in {Kind.MONEY, Kind.DATE, Kind.NUMBER}
        and not value.by_words
    )


def _support(pair: Pair, clause: Clause) -> _Support:
    links = pair.links
    around, is_between = _jottings_around(pair, clause)
    near: dict[str, float] = {}
    for j in around:
        for word in links.note_words[j]:
            for other, share in links.meanings[word.text].items():
                near[other] = max(near.get(other, 0.0), share)
    taken = [(m.start, m.end) for m in pair.mentions[clause.index]]
    taken += [(v.start, v.end) for v in pair.values[clause.index]]
    words = {
        word.low
        for word in links.draft_words[clause.index]
        if not any(start <= word.start < end for start, end in taken)
        and not (is_stop_word(word.low) or is_voting_word(word.low) or word.low in FORMAL_WORDS)
    }
    worths = {low: links.worth_of(low) / math.log(len(links.draft) + 1) for low in words}
    weight = sum(worths.values())
    if not weight:
        return _Support(0.0, 1.0, 1.0, is_between)
    here = sum(worth * min(1.0, _KNOWN * near.get(low, 0.0)) for low, worth in worths.items())
    anywhere = sum(
        worth * min(1.0, _KNOWN * links.best_of_word.get(low, 0.0)) for low, worth in worths.items()
    )
    return _Support(weight, here / weight, anywhere / weight, is_between)


def _jottings_around(pair: Pair, clause: Clause) -> tuple[set[int], bool]:
    """The jottings that would tell of a sentence, by those of the sentences around, and whether both sides have such."""
    links = pair.links

    def surely_from(k: int) -> list[int]:
        best = links.linked[k][:1] if 0 <= k < len(links.draft) else []
        return [j for j in best if links.score[k][j] >= _SURELY]

    found, is_between = region_around(clause.index, surely_from)
    for j in links.linked[clause.index][:1]:
        found.update(range(j - 1, j + 2))
    return found & set(range(len(pair.jottings))), is_between
