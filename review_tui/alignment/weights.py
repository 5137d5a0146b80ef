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
        "words": 0.04706,
        "pieces": 0.10006,
        "share": -18.53092,
        "near": 0.05185,
        "wide": 0.32116,
        "smooth": -0.03728,
        "mass": 1.13863,
        "around": -1.09207,
        "unusual": 0.9981,
        "plain": 0.11779,
        "pairs": -0.00825,
        "speaker": 1.52717,
        "before": 0.4776,
        "cover": -0.48445,
        "top_words": -1.8849,
        "top_near": -0.84999,
        "top_smooth": -0.99944,
        "top_plain": -1.3187,
        "top_pairs": 1.49299,
    },
    by_asked={
        "words": -0.00485,
        "pieces": -0.00813,
        "share": 0.29557,
        "near": 0.00348,
        "wide": -0.00071,
        "smooth": 0.00437,
        "mass": -0.01179,
        "around": -0.03444,
        "unusual": -0.17908,
        "plain": -0.01708,
        "pairs": -0.0093,
        "speaker": -0.06971,
        "before": -0.02017,
        "cover": -0.50489,
        "top_words": 0.89502,
        "top_near": 0.07552,
        "top_smooth": 0.06895,
        "top_plain": -0.30904,
        "top_pairs": -0.79814,
    },
    by_mass={
        "words": -0.02309,
        "pieces": -0.00812,
        "share": 5.99967,
        "near": -0.00159,
        "wide": -0.03981,
        "smooth": 0.00973,
        "mass": -0.06895,
        "around": -0.0044,
        "unusual": -0.12082,
        "plain": -0.01554,
        "pairs": 0.02653,
        "speaker": -0.22581,
        "before": -0.13284,
        "cover": 0.16958,
        "top_words": 0.48284,
        "top_near": 0.21232,
        "top_smooth": 0.55911,
        "top_plain": 0.63987,
        "top_pairs": 0.44299,
    },
    together={
        "alone": 1.03002,
        "taken": -0.05497,
        "order": 1.43763,
    },
    linked={
        "behind": 0.38397,
        "cover": 0.0,
        "near": 5.58808,
        "pairs": 1.97165,
        "asked": 0.39161,
        "order": 0.61444,
        "mass": 0.06911,
        "claimed": 0.52849,
        "base": -2.32012,
    },
    supported={
        "surest": 1.12597,
        "cover": 0.29841,
        "claimed": 5.86673,
        "said": 1.77471,
        "asked": -0.35526,
        "size": -0.64432,
        "mass": -0.57105,
        "usual": -7.47004,
        "base": 5.82022,
    },
)
