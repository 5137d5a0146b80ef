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
        "words": 0.04248,
        "pieces": 0.10443,
        "share": -19.04919,
        "near": 0.04146,
        "wide": 0.30018,
        "smooth": -0.04644,
        "mass": 1.1534,
        "around": -1.0545,
        "unusual": 0.95043,
        "plain": 0.12653,
        "pairs": -0.00618,
        "speaker": 1.50389,
        "before": 0.39775,
        "cover": 0.6158,
        "top_words": -2.70153,
        "top_near": -0.73993,
        "top_smooth": -1.14171,
        "top_plain": -1.20083,
        "top_pairs": 1.57146,
    },
    by_asked={
        "words": -0.00214,
        "pieces": -0.00885,
        "share": 0.27019,
        "near": 0.00405,
        "wide": -0.00622,
        "smooth": 0.00526,
        "mass": -0.00942,
        "around": -0.03264,
        "unusual": -0.16671,
        "plain": -0.01987,
        "pairs": -0.00999,
        "speaker": -0.06412,
        "before": -0.00861,
        "cover": -0.67146,
        "top_words": 1.00854,
        "top_near": 0.0192,
        "top_smooth": 0.08638,
        "top_plain": -0.30646,
        "top_pairs": -0.81312,
    },
    by_mass={
        "words": -0.02311,
        "pieces": -0.00843,
        "share": 6.24574,
        "near": 0.00296,
        "wide": -0.01908,
        "smooth": 0.01016,
        "mass": -0.06736,
        "around": -0.00136,
        "unusual": -0.12031,
        "plain": -0.01709,
        "pairs": 0.02637,
        "speaker": -0.22867,
        "before": -0.12735,
        "cover": 0.07174,
        "top_words": 0.52931,
        "top_near": 0.23186,
        "top_smooth": 0.5749,
        "top_plain": 0.6185,
        "top_pairs": 0.43816,
    },
    together={
        "alone": 1.03516,
        "taken": -0.05718,
        "order": 1.44079,
    },
    linked={
        "behind": 0.3879,
        "cover": 0.0,
        "near": 6.7069,
        "pairs": 1.8724,
        "asked": 0.42662,
        "order": 0.58828,
        "mass": 0.07794,
        "claimed": 0.49245,
        "base": -2.45693,
    },
    supported={
        "cover": 0.0,
        "near": 0.0,
        "pairs": 0.3523,
        "agree": 2.20231,
        "claimed": 9.41244,
        "said": 0.3599,
        "asked": 0.36538,
        "size": -0.48842,
        "mass": -1.1412,
        "base": 1.17132,
    },
)
