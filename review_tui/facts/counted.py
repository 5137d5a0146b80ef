"""What a number counts: "nine teaching vacancies" beside "9 vacancies, 4 maths".

Small numbers stand anywhere and prove little; the thing that they count tells them apart. In minutes it stands
behind its number, or behind the verb after it ("three were valid"); in notes also before it ("signs x4").
"""

import re
from collections.abc import Iterator, Sequence

from review_tui.facts.clauses import Clause
from review_tui.facts.links import Word
from review_tui.facts.pair import Pair
from review_tui.facts.values import Kind, Value
from review_tui.language.stop_words import FORMAL_WORDS, STOP_WORDS
from review_tui.language.word_match import stands_for
from review_tui.model.frozen import frozen

_MOST_WORDS = 3
"""Words behind a number in which what it counts is told."""
_JOINS = re.compile(
    r"[\s-]{1,2}(?:(?:of|the|our|these|those|new|other|more|further)\s+){0,3}\Z", re.IGNORECASE
)
_LINK = re.compile(
    r"\s+(?:of (?:these|those|them|the|which|whom)\s+)?(?:(?:were|was|are|is|had|have|has|been|being|will|be)\s+){1,2}\Z",
    re.IGNORECASE,
)
"""Between a number and what is told of so many: "three were valid", "nine of these are let"."""
_BEFORE = re.compile(r"\s*[:=x\u00d7@-]?\s*[x\u00d7]?\Z")
_ENDS = re.compile(r"\s*(?:[^\w\s]|\s{2}|\Z)|\s+(?:for|on|in|at|to|and|by|from)\b")
"""What follows a number in notes behind the word for what it counts: "signs x4", "bids: 4"."""
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\W*\Z", re.IGNORECASE)
_AT_SO_MUCH = re.compile(r"\s?[x\u00d7@]\s?[\u00a3$\u20ac]?\d[\d.,]*k?", re.IGNORECASE)
_TIMES_SO_MUCH = re.compile(r"\d\s?[x\u00d7@]\s?\W?\Z", re.IGNORECASE)
"""Between a number and the thing that it counts, and before that, what each is worth: "2 x 1000 scholarships"."""
_CUT = 3
"""Letters of a word that names a thing by its number where none says that it counts: "div 1"."""
_SURELY = 0.75
"""How surely a jotted word must stand for what is counted."""
_INITIALS = 4
"""Letters of a word in capitals that may be the first letters of others."""
_PLURAL = re.compile(r"(?:[^s]s|ss?es|men|women|people|children|staff)\Z")
_SPAN = re.compile(
    r"(?:mi?ns?|minutes?|h(?:ou)?rs?|days?|w(?:ee)?ks?|m(?:on)?ths?|y(?:ea)?rs?|times|per|pence|vat)\Z"
)
"""Measures: so many weeks may be said of anything."""


@frozen
class Counted:
    """A number of a jotting that counts the same as one of the draft."""

    jotting: Clause
    value: Value
    sure: float
    """How surely its word stands for that of the draft."""


class CountedThings:
    """What the numbers of a draft count, and the numbers of its notes that count the same."""

    def __init__(self, pair: Pair) -> None:
        self._pair, self._links = pair, pair.links

    def words_of(self, clause: Clause, value: Value) -> tuple[str, ...]:
        """What a number of the draft counts, in small letters: the last word is the thing itself."""
        if value.kind is not Kind.NUMBER or value.number != int(value.number) or clause.is_heading:
            return ()
        if clause.text[value.end : value.end + 1] == "-" or clause.text[
            max(0, value.start - 1) : value.start
        ] in {"-", "/"}:
            return ()  # "77-passenger buses", "by-law 2024-19"
        run = _behind(clause.text, value.end, self._links.draft_words[clause.index])
        while run and not _PLURAL.search(run[-1].low) and any(_PLURAL.search(w.low) for w in run):
            run.pop()
        found = tuple(w.low for w in run)
        return () if not found or _SPAN.match(found[-1]) or found[-1] in FORMAL_WORDS else found

    def noted(self, words: tuple[str, ...], jotting: int) -> Iterator[Counted]:
        """The numbers of a jotting that count what is called by ``words``."""
        clause = self._pair.jottings[jotting]
        told = self._links.note_words[jotting]
        for value in self._pair.noted_values[jotting]:
            if value.kind is not Kind.NUMBER or value.number != int(value.number):
                continue
            each = _AT_SO_MUCH.match(clause.text, value.end)
            run = _behind(clause.text, each.end() if each else value.end, told, until_plural=True)
            if _ORDINAL.search(value.text) or _TIMES_SO_MUCH.search(clause.text, 0, value.start):
                continue
            is_times = clause.text[max(0, value.start - 1) : value.start] in {"x", "\u00d7"}
            is_one = not value.by_words or len(value.text.split()) == 1
            if not run and is_one and (is_times or _ENDS.match(clause.text, value.end)):
                before = [w for w in told if w.end <= value.start][-1:]
                run = [
                    w
                    for w in before
                    if _BEFORE.fullmatch(clause.text, w.end, value.start)
                    and (
                        _PLURAL.search(w.low) or clause.text[w.end : value.start].strip() or len(w.low) > _CUT
                    )
                ]
            sure = max((self._stands(w, words[-1]) for w in run), default=0.0)
            if sure >= _SURELY:
                yield Counted(clause, value, sure)

    def counts_another(self, value: Value, jotting: Clause, words: tuple[str, ...]) -> bool:
        """Whether a number of a jotting counts something that is told behind it, and begins with another letter."""
        run = _behind(jotting.text, value.end, self._links.note_words[jotting.index])
        return bool(run) and all(word.low[0] != words[-1][0] for word in run)

    def stands_behind(self, value: Value, jotting: Clause, words: tuple[str, ...]) -> bool:
        """Whether a number of a jotting stands right behind the thing that is counted: "gulls 12 terns 7"."""
        told = self._links.note_words[jotting.index]
        if any(_PLURAL.search(w.low) for w in _behind(jotting.text, value.end, told)[:1]):
            return False
        before = [w for w in told if w.end <= value.start][-1:]
        return any(
            _BEFORE.fullmatch(jotting.text, w.end, value.start) and self._stands(w, words[-1]) >= _SURELY
            for w in before
        )

    def _stands(self, word: Word, low: str) -> float:
        if word.low == low:
            return 1.0
        if word.text.isupper() and len(word.text) <= _INITIALS:
            return 0.0
        return max(self._links.meanings[word.text].get(low, 0.0), stands_for(word.low, low))


def _behind(text: str, end: int, words: Sequence[Word], *, until_plural: bool = False) -> list[Word]:
    """The telling words behind a number, as far as they follow each other."""
    run: list[Word] = []
    for word in words:
        if word.start < end or len(run) == _MOST_WORDS or word.low in STOP_WORDS:
            continue
        gap = text[run[-1].end if run else end : word.start]
        if not (_JOINS.fullmatch(gap) or (not run and _LINK.fullmatch(gap))):
            break
        if until_plural and run and _PLURAL.search(run[-1].low) and not _PLURAL.search(word.low):
            break
        run.append(word)
    return run
