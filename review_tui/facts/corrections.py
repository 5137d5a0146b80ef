"""Figures and days that the notes themselves take back, often lines later: "mvts 312 NOT 321".

The later stands: what was noted before is no fact of the meeting, wherever it still stands.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from review_tui.facts.clauses import Clause
from review_tui.facts.pair import Pair
from review_tui.facts.values import Value, comparable
from review_tui.model.frozen import frozen

_NOT = re.compile(r"\s*\w{0,5}[\s,(\u2013-]+(?:and )?not\s+", re.IGNORECASE)
"""Between the right one and the wrong one."""
_SAYS_SO = re.compile(
    r"\bNOT\b|\b(?i:corr\w*|wrong|misread|misheard|mistake|typo|error|actually|sorry|recount\w*|check\w*|amend(?:ed)? to)\b"
)
"""What tells that something noted was wrong, and not that somebody wants something else."""
_HEADED = re.compile(r"^\W*corr\w*\b", re.IGNORECASE | re.MULTILINE)
_UNDER = 400
"""Characters of notes that stand under such a heading."""
_SHOULD = re.compile(
    r"\W*\s(?:should (?:be|read|say)|shd (?:be|read)|corrected to|must be|read as|s/b)\s+\W*", re.IGNORECASE
)
"""Between the wrong one and the right one."""


@frozen
class Correction:
    """A value of the notes that is not so, and the one that is."""

    jotting: Clause
    wrong: Value
    right: Value


def corrections_of(pair: Pair) -> Sequence[Correction]:
    """What the notes take back, in order."""
    found = []
    for jotting in pair.jottings:
        values = pair.noted_values[jotting.index]
        for one, other in pairwise(values):
            gap = jotting.text[one.end : other.start]
            if not (comparable(one, other) or comparable(other, one)):
                continue
            if _NOT.fullmatch(gap) and _is_correction(jotting):
                found.append(Correction(jotting, other, one))
            elif _SHOULD.fullmatch(gap):
                found.append(Correction(jotting, one, other))
    return found


def _is_correction(jotting: Clause) -> bool:
    """Whether a jotting corrects something noted, by its words or by what stands above it."""
    before = jotting.plain.text[max(0, jotting.start - _UNDER) : jotting.start]
    return _SAYS_SO.search(jotting.text) is not None or _HEADED.search(before) is not None
