"""What stands in notes behind the hour at which the meeting closed: errands of whoever took them, and what was said at the door.

A clerk goes on jotting when all have gone: what to buy, whom to ring, what not to put in. Some of it is of the meeting after
all, and is known by the sentence that was surely written from it; the rest proves nothing.
"""

import re
from functools import lru_cache

from review_tui.facts.clauses import Clause
from review_tui.facts.pair import Pair
from review_tui.facts.values import Kind, Value, agree

_ENDED = re.compile(
    r"(?:\A|[^\w\s]\s*)\W{0,4}(?:end(?:s|ed)?|fin(?:ish(?:ed)?)?|closed?|adj(?:ourn(?:ed)?)?|shut|done|home)\b(?: (?:at|about|abt))?\W{0,3}\Z",
    re.IGNORECASE,
)
"""What stands before the hour at which a meeting closed."""
_RUN_TOGETHER = re.compile(r"(?:0?[1-9]|1\d|2[0-3])[0-5]\d(?!\d)")
"""An hour with nothing between it and its minutes: "1142"."""
_CLOSED = re.compile(
    r"\b(?:closed?|closing|adjourn(?:ed|ment)?|ended|end of (?:the )?meeting|finished|concluded|rose)\b[^.;:]{0,60}\Z",
    re.IGNORECASE,
)
"""The same in minutes."""
_LATE = 0.5
"""The share of a file's lines behind which it may have closed."""

_MOST = 0.5
"""The share of a jotting that a sentence must have which was written from it."""


@lru_cache(maxsize=4)
def after_close(pair: Pair) -> frozenset[int]:
    """The jottings that stand behind the line with the hour of closing, by files, but for those that a sentence was surely written from."""
    told = [
        v
        for c in pair.clauses
        for v in pair.values[c.index]
        if v.kind is Kind.TIME and _CLOSED.search(c.text, 0, v.start)
    ]
    found: set[int] = set()
    for file in {id(j.document): j.document for j in pair.jottings}.values():
        of_file = [j for j in pair.jottings if j.document is file]
        late = of_file[int(_LATE * len(of_file)) :]
        closing = [j for j in late if any(_is_closing(j, v, told) for v in pair.noted_values[j.index])]
        if closing:
            found |= {
                j.index
                for j in of_file
                if j.index > closing[-1].index and j.item != closing[-1].item and not _is_told(pair, j.index)
            }
    return frozenset(found)


def _is_told(pair: Pair, j: int) -> bool:
    """Whether a sentence that has most of a jotting was surely written from it."""
    links = pair.links
    return any(links.coverage(k, j) >= _MOST for k in links.surely_for.get(j, ()))


def _is_closing(jotting: Clause, value: Value, told: list[Value]) -> bool:
    """Whether a value of a jotting is the hour at which the meeting closed, by what stands before it or as the draft has it."""
    is_clock = any(key[0] == "t" for key in value.keys)
    if _ENDED.search(jotting.text, 0, value.start):
        return is_clock or _RUN_TOGETHER.match(value.text) is not None
    return is_clock and any(agree(v, value) for v in told)
