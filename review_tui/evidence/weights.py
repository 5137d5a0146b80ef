"""What was learned from meetings whose sentences people linked to what was said.

Written by ``python -m benchmarks.alignment_learning``; edit that, not this.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Weights:
    """How much each feature counts, by name."""

    alone: Mapping[str, float]
    """A sentence and a unit by themselves: ``features.FEATURES``."""
    together: Mapping[str, float]
    """With the whole draft: ``alone``, what is ``taken`` by other sentences, and ``order``."""
    linked: Mapping[str, float]
    """How sure a link is: ``judging.LINK_FEATURES`` and ``base``."""
    supported: Mapping[str, float]
    """Whether a sentence has evidence: ``judging.EVIDENCE_FEATURES`` and ``base``."""


LEARNED = Weights(
    alone={
        "words": 0.1085,
        "pieces": 0.04498,
        "share": 4.07648,
        "near": 0.12891,
        "wide": 0.25498,
        "smooth": 0.0423,
        "mass": 1.47434,
        "around": -1.44113,
    },
    together={
        "alone": 1.04637,
        "taken": -0.1763,
        "order": 1.41008,
    },
    linked={
        "likelihood": 0.32821,
        "words": -0.03862,
        "part": 10.02647,
        "share": -0.15453,
        "near": 0.01686,
        "asked": 1.22091,
        "order": 0.52303,
        "mass": 0.50759,
        "claimed": 0.14034,
        "base": -7.84469,
    },
    supported={
        "five": -0.02467,
        "part": 6.05605,
        "near": 1.567,
        "agree": 0.97547,
        "claimed": 0.18263,
        "said": 1.69593,
        "base": -4.57017,
    },
)
