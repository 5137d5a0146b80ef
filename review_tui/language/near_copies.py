"""Whether a text is another over again: the same words in the same order, whatever else stands between them.

Compared are runs of three words, as in Broder's "On the resemblance and containment of documents" (1997).
"""

import re
from collections.abc import Iterator

_WORD = re.compile(r"[^\W_]{1,40}")
_RUN = 3
"""Words in a row that count as one."""
_SHARE = 0.5
"""Of the runs of a text that stand in its copy. Notes that minutes were written from have a tenth at most."""
_TIMES = 8
"""A text longer than the other by this may quote it, but is no copy."""
_FEWEST = 40
"""Runs below which chance decides."""


def is_near_copy(text: str, of: str) -> bool:
    """Whether ``text`` says nearly all that ``of`` says, in the same words."""
    if len(text) > _TIMES * len(of):
        return False
    runs = set(_runs(of))
    return len(runs) >= _FEWEST and len(runs.intersection(_runs(text))) >= _SHARE * len(runs)


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return zip(*(words[n:] for n in range(_RUN)), strict=False)
