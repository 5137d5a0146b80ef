"""The words of lines by which they are compared, where each stands, and what each counts."""

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from review_tui.checks.notes.lines import Line
from review_tui.checks.notes.words import WORD, is_slight

_UNKNOWN = 0.5
"""How much a word of the notes that the draft never uses counts: it may be put in other words there."""

Words = tuple[tuple[str, ...], ...]
"""Words as the stems that each may stand for."""


def rarity_of(
    draft: Mapping[str, Sequence[int]], notes: Mapping[str, Sequence[int]], total: int
) -> dict[str, float]:
    """What each stem of two indexes counts among ``total`` lines: the more, the fewer lines it stands in."""
    rarity = {}
    for word in draft.keys() | notes.keys():
        count = len(draft.get(word, ())) + len(notes.get(word, ()))
        rarity[word] = (1.0 if word in draft else _UNKNOWN) * math.log(1 + total / count)
    return rarity


def telling_words(lines: tuple[Line, ...], meanings: Callable[[str], tuple[str, ...]]) -> tuple[Words, ...]:
    """The telling words of each line, each once."""
    known: dict[str, tuple[str, ...]] = {}
    found = []
    for line in lines:
        words: dict[tuple[str, ...], None] = {}
        for raw in WORD.findall(line.document.text, line.span.start, line.span.end):
            word = known.get(raw)
            if word is None:
                word = known[raw] = () if is_slight(raw.casefold()) else meanings(raw)
            if word:
                words[word] = None
        found.append(tuple(words))
    return tuple(found)


def index_of(words: Sequence[Words]) -> dict[str, list[int]]:
    """The lines that each stem stands in, in order."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(words):
        for key in {word for meanings in line for word in meanings}:
            found[key].append(index)
    return dict(found)
