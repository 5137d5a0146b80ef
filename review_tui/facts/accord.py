"""How far draft and notes go together: how much must speak for a slip before it is told.

In a hand that the program reads well nearly every jotting is found in the draft. Where a third or more is not, much of what is
noted was misread, was never meant for the minutes, or is of something else than it seems; then what looks like a contradiction
is one more misreading oftener than a slip.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from review_tui.facts.coverage import coverages_of
from review_tui.facts.pair import Pair

_SAYS_MUCH, _ENOUGH = 0.8, 6
"""What a jotting must say to count, and how many such tell anything of a hand."""
_WELL_TOLD, _BADLY_TOLD = 0.7, 0.55
"""The mean share of the jottings that is told, from which nothing is doubted, and up to which as much as can be."""
_IS_TOLD = 0.5
"""How much of a jotting must be told for it to count as told."""


@lru_cache(maxsize=4)
def doubt_of(pair: Pair) -> float:
    """How much what the notes seem to say is to be doubted, from 0 to 1."""
    share = _mean([told for _, told in _told(pair)])
    return min(1.0, max(0.0, (_WELL_TOLD - share) / (_WELL_TOLD - _BADLY_TOLD)))


@lru_cache(maxsize=4)
def share_told_by_file(pair: Pair) -> dict[str, float]:
    """For each file of the notes the share of its jottings that the draft tells, from 0 to 1.

    Of a file with few that of all files.
    """
    of_file: dict[str, list[bool]] = {note.file: [] for note in pair.notes}
    for file, told in _told(pair):
        of_file[file].append(told >= _IS_TOLD)
    every = [is_told for of in of_file.values() for is_told in of]
    return {file: _mean(of if len(of) >= _ENOUGH else every) for file, of in of_file.items()}


def _told(pair: Pair) -> Iterator[tuple[str, float]]:
    """How much of each jotting that says much is told where it would stand, from 0 to 1, with the file that it is of."""
    for jotting, found in zip(pair.jottings, coverages_of(pair), strict=True):
        if found.weight >= _SAYS_MUCH:
            yield jotting.document.file, min(1.0, found.here)


def _mean(shares: Sequence[float]) -> float:
    """The mean; of few all, as nothing is known then of the hand."""
    return sum(shares) / len(shares) if len(shares) >= _ENOUGH else 1.0
