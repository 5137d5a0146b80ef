"""How far draft and notes go together: how much must speak for a slip before it is told.

In a hand that the program reads well nearly every jotting is found in the draft. Where a third or more is not, much of what is
noted was misread, was never meant for the minutes, or is of something else than it seems; then what looks like a contradiction
is one more misreading oftener than a slip.
"""

from functools import lru_cache

from review_tui.facts.coverage import coverages_of
from review_tui.facts.pair import Pair

_SAYS_MUCH, _ENOUGH = 0.8, 6
"""What a jotting must say to count, and how many such tell anything of a hand."""
_WELL_TOLD, _BADLY_TOLD = 0.7, 0.55
"""The mean share of the jottings that is told, from which nothing is doubted, and up to which as much as can be."""


@lru_cache(maxsize=4)
def doubt_of(pair: Pair) -> float:
    """How much what the notes seem to say is to be doubted, from 0 to 1."""
    told = [min(1.0, found.here) for found in coverages_of(pair) if found.weight >= _SAYS_MUCH]
    if len(told) < _ENOUGH:
        return 0.0
    share = sum(told) / len(told)
    return min(1.0, max(0.0, (_WELL_TOLD - share) / (_WELL_TOLD - _BADLY_TOLD)))
