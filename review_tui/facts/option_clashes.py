"""One of several offers taken by the draft, "to accept the quote of Toplock", and another by the notes of the same decision.

Two names are offers where one sentence has both, each with its price. A decision names the one that was taken; so does the jotting
that it was written from. Both are right names, so nothing else is odd about the wrong one.
"""

import re
from collections.abc import Iterator, Sequence

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.links import Word
from review_tui.facts.pair import Pair
from review_tui.facts.values import Kind
from review_tui.facts.wording import says_otherwise
from review_tui.language.name_words import NOT_NAMES
from review_tui.language.stop_words import is_stop_word
from review_tui.model.findings import Severity

_TAKES = re.compile(
    r"\b(?:accept|appoint|award|engag|instruct|order|buy|purchas|choos|chose|select|favou?r|prefer|approv|us(?:e|ing)\b|hir(?:e|ing)\b"
    r"|go(?:es|ing)? (?:with|to)|adopt|renew|commission|employ|took|tak(?:e|ing|en))",
    re.IGNORECASE,
)
"""How a sentence takes one of several offers."""
_ITEM = 8
"""Sentences before one in which the offers are told."""
_SURE = 0.8
"""How surely a jotted word must stand for a name."""
_MUTUAL = 0.5
"""How near sentence and jotting must come to being each other's best."""
_SHORTEST = 3
"""Letters of a name."""
_WEIGHT = 1.5
"""How sure it is, beside other clashes of the same words."""


def option_clashes(pair: Pair) -> Iterator[Clash]:
    """Offers that another was taken instead of by the notes, in the order of the draft."""
    links = pair.links
    for clause in pair.clauses if pair.jottings else ():
        j = links.mutual_best(clause.index, _MUTUAL)
        if clause.is_heading or clause.index in pair.roll or j is None or not _TAKES.search(clause.text):
            continue
        mine = _names_of(pair, clause)
        noted = {
            low: word
            for word in links.note_words[j]
            for low, share in links.meanings[word.text].items()
            if share >= _SURE
        }
        for told in (w for w in mine if all(part.low not in noted for part in _whole_name(clause, w, mine))):
            others = [low for low in _offered_beside(pair, clause, told) if low in noted]
            if others and all(w.low not in others for w in links.draft_words[clause.index]):
                jotting, theirs = pair.jottings[j], noted[others[0]]
                places = (clause.place(told.start, told.end), jotting.place(theirs.start, theirs.end))
                yield Clash(
                    says_otherwise(told.text, theirs.text, jotting), places, _WEIGHT, Severity.WARNING
                )
                break  # of a name of several words one is enough


def _names_of(pair: Pair, clause: Clause) -> list[Word]:
    """The names of a sentence that are nobody's of the meeting."""
    people = pair.mentions[clause.index]
    return [
        w
        for w in pair.links.draft_words[clause.index]
        if w.text[0].isupper()
        and w.start
        and len(w.low) >= _SHORTEST
        and w.low not in NOT_NAMES
        and not is_stop_word(w.low)
        and not any(m.start <= w.start < m.end for m in people)
    ]


def _whole_name(clause: Clause, word: Word, names: Sequence[Word]) -> list[Word]:
    """The words of a name that one is of: all that stand one behind another."""
    found = [word]
    for other in (w for w in names if w.start > word.start):
        if clause.text[found[-1].end : other.start].strip(" &"):
            break
        found.append(other)
    for other in (w for w in reversed(names) if w.start < word.start):
        if clause.text[other.end : found[0].start].strip(" &"):
            break
        found.insert(0, other)
    return found


def _offered_beside(pair: Pair, clause: Clause, told: Word) -> list[str]:
    """The names that stand beside one in an earlier sentence of its item, each with its price."""
    before = pair.clauses[max(0, clause.index - _ITEM) : clause.index]
    found: list[str] = []
    for row in (c for c in before if c.item == clause.item or clause.index - c.index == 1):
        names = _names_of(pair, row)
        prices = [v.start for v in pair.values[row.index] if v.kind is Kind.MONEY]
        for own in (w for w in names if w.low == told.low):
            found += [
                w.low
                for w in names
                if any(min(w.end, own.end) <= p <= max(w.start, own.start) for p in prices)
            ]
    return found
