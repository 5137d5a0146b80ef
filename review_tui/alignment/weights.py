"""What was learned from meetings whose sentences people linked to what was said.

Written by ``python -m benchmarks.alignment_learning``; edit that, not this.
"""

from collections.abc import Mapping

from review_tui.model.frozen import frozen


@frozen(slots=False, eq=False)
class Weights:
    """How much each feature counts, by name."""

    alone: Mapping[str, float]
    """A sentence and a unit by themselves: ``features.FEATURES``."""
    by_asked: Mapping[str, float]
    """What is added to each for a sentence that says more: times the logarithm of how much it says."""
    by_mass: Mapping[str, float]
    """The same for notes whose units say more: times the logarithm of how much they say on average."""
    together: Mapping[str, float]
    """With the whole draft: ``alone``, what is ``taken`` by other sentences, and ``order``."""
    linked: Mapping[str, float]
    """How sure a link is: ``classifier.LINK_FEATURES`` and ``base``."""
    supported: Mapping[str, float]
    """Whether a sentence has evidence: ``classifier.EVIDENCE_FEATURES`` and ``base``."""


LEARNED = Weights(
    alone={
        "words": 0.01899,
        "pieces": 0.07572,
        "share": -16.42368,
        "near": 0.04685,
        "wide": 0.26322,
        "smooth": -0.00501,
        "mass": 1.00721,
        "around": -1.01773,
        "unusual": 0.84364,
        "plain": 0.04768,
        "pairs": 0.00547,
        "speaker": 1.36095,
        "before": 0.23894,
        "cover": -2.43241,
        "top_words": 1.4859,
        "top_near": -0.51698,
        "top_smooth": -0.39988,
        "top_plain": -0.87764,
        "top_pairs": 0.47326,
    },
    by_asked={
        "words": -0.00356,
        "pieces": -0.00442,
        "share": 0.51709,
        "near": 0.00306,
        "wide": 0.00232,
        "smooth": 0.00063,
        "mass": -0.01852,
        "around": -0.02094,
        "unusual": -0.1547,
        "plain": -0.01097,
        "pairs": -0.00696,
        "speaker": -0.0717,
        "before": 0.0,
        "cover": -0.27119,
        "top_words": 0.31519,
        "top_near": 0.08218,
        "top_smooth": -0.00215,
        "top_plain": -0.31024,
        "top_pairs": -0.65266,
    },
    by_mass={
        "words": -0.01537,
        "pieces": -0.00611,
        "share": 5.0511,
        "near": -0.001,
        "wide": -0.02817,
        "smooth": 0.00675,
        "mass": -0.04819,
        "around": -0.00422,
        "unusual": -0.09782,
        "plain": -0.00271,
        "pairs": 0.01924,
        "speaker": -0.18723,
        "before": -0.09432,
        "cover": 0.38028,
        "top_words": 0.23443,
        "top_near": 0.1259,
        "top_smooth": 0.40967,
        "top_plain": 0.52714,
        "top_pairs": 0.57769,
    },
    together={
        "alone": 1.01643,
        "taken": -0.04758,
        "order": 1.38691,
    },
    linked={
        "behind": 0.37828,
        "cover": 0.0,
        "near": 6.60285,
        "pairs": 1.71095,
        "asked": 0.33115,
        "order": 0.61933,
        "mass": 0.06649,
        "claimed": 0.5625,
        "base": -2.23015,
    },
    supported={
        "surest": 0.17077,
        "fit": 0.17091,
        "placed": 0.79754,
        "claimed": 7.33621,
        "said": 1.88242,
        "asked": -0.46518,
        "size": -0.50951,
        "mass": -0.54953,
        "usual": -8.21109,
        "base": 3.32665,
    },
)
