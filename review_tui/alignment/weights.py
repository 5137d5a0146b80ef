"""What was learned from meetings whose sentences people linked to what was said.

Written by ``python -m benchmarks.alignment_learning``; edit that, not this.
"""

from collections.abc import Mapping

from review_tui.model.frozen import frozen


@frozen(slots=False, eq=False)
class PairWeights:
    """How much each thing that a question and a unit share counts, by name."""

    alone: Mapping[str, float]
    """The two by themselves: ``features.FEATURES``."""
    by_asked: Mapping[str, float]
    """What is added to each for a question that says more: times the logarithm of how much it says."""
    by_mass: Mapping[str, float]
    """The same for notes whose units say more: times the logarithm of how much they say on average."""
    together: Mapping[str, float]
    """With the whole draft: ``alone``, what is ``taken`` by other sentences, and ``order``."""


@frozen(slots=False, eq=False)
class Weights:
    """How much everything counts, by name."""

    sentences: PairWeights
    labels: PairWeights
    """For a few words asked of talk, which name a thing and don't say what was said of it."""
    linked: Mapping[str, float]
    """How sure a link is: ``classifier.LINK_FEATURES`` and ``base``."""
    supported: Mapping[str, float]
    """Whether a sentence has evidence: ``classifier.EVIDENCE_FEATURES`` and ``base``."""


LEARNED = Weights(
    sentences=PairWeights(
        alone={
            "words": 0.09864,
            "pieces": 0.07016,
            "share": -18.90267,
            "near": 0.05927,
            "wide": 0.26867,
            "smooth": -0.01454,
            "mass": 1.02554,
            "around": -1.13518,
            "unusual": 0.96436,
            "plain": 0.03005,
            "pairs": 0.03522,
            "speaker": 1.27902,
            "before": 0.07081,
            "cover": 2.35864,
            "top_words": 3.89592,
            "top_near": -0.10305,
            "top_smooth": -0.86002,
            "top_plain": -2.072,
            "top_pairs": -0.24933,
        },
        by_asked={
            "words": -0.00574,
            "pieces": -0.00292,
            "share": 0.78209,
            "near": 0.00413,
            "wide": 0.00275,
            "smooth": 0.00513,
            "mass": -0.01784,
            "around": -0.01723,
            "unusual": -0.14795,
            "plain": -0.00842,
            "pairs": -0.0116,
            "speaker": -0.02138,
            "before": 0.12444,
            "cover": -0.77771,
            "top_words": 0.09578,
            "top_near": 0.05178,
            "top_smooth": 0.09915,
            "top_plain": -0.19237,
            "top_pairs": -0.59603,
        },
        by_mass={
            "words": -0.04377,
            "pieces": -0.00619,
            "share": 5.44976,
            "near": -0.00531,
            "wide": -0.03988,
            "smooth": 0.00573,
            "mass": -0.0554,
            "around": -0.01705,
            "unusual": -0.11943,
            "plain": 0.01007,
            "pairs": 0.01566,
            "speaker": -0.21603,
            "before": -0.17977,
            "cover": -0.39396,
            "top_words": -0.29151,
            "top_near": 0.10391,
            "top_smooth": 0.46393,
            "top_plain": 0.74132,
            "top_pairs": 0.78203,
        },
        together={
            "alone": 1.00552,
            "taken": -0.01871,
            "order": 1.27488,
        },
    ),
    labels=PairWeights(
        alone={
            "words": 0.13488,
            "pieces": 0.09376,
            "share": -21.46234,
            "near": 0.09963,
            "wide": 0.50662,
            "smooth": 0.02371,
            "mass": 0.88404,
            "around": -0.60104,
            "unusual": 0.54799,
            "plain": 0.12988,
            "pairs": -0.0776,
            "speaker": 1.06323,
            "before": -0.97108,
            "cover": -0.68284,
            "top_words": 0.60616,
            "top_near": -0.84243,
            "top_smooth": 0.27728,
            "top_plain": -2.25751,
            "top_pairs": 2.94011,
        },
        by_asked={
            "words": -0.0447,
            "pieces": 0.00083,
            "share": 4.2642,
            "near": 0.01241,
            "wide": -0.00044,
            "smooth": -0.02138,
            "mass": -0.01348,
            "around": -0.0145,
            "unusual": -0.10238,
            "plain": -0.08385,
            "pairs": -0.01884,
            "speaker": -0.14322,
            "before": 0.23089,
            "cover": -0.24425,
            "top_words": 0.17015,
            "top_near": 0.21135,
            "top_smooth": -0.11333,
            "top_plain": 0.48732,
            "top_pairs": -1.21384,
        },
        by_mass={
            "words": -0.00891,
            "pieces": -0.01053,
            "share": 2.94549,
            "near": -0.01542,
            "wide": -0.09196,
            "smooth": 0.01487,
            "mass": -0.04992,
            "around": -0.02351,
            "unusual": -0.05137,
            "plain": 0.03546,
            "pairs": 0.06238,
            "speaker": -0.07114,
            "before": 0.07554,
            "cover": 0.275,
            "top_words": 0.0937,
            "top_near": 0.10704,
            "top_smooth": 0.24241,
            "top_plain": 0.4241,
            "top_pairs": 0.21931,
        },
        together={
            "alone": 1.13858,
            "taken": -0.06504,
            "order": 1.8355,
        },
    ),
    linked={
        "behind": 0.34698,
        "cover": 0.0,
        "near": 6.52051,
        "pairs": 1.67916,
        "asked": 0.19997,
        "order": 0.63029,
        "mass": 0.0544,
        "claimed": 0.65451,
        "base": -1.90913,
    },
    supported={
        "surest": 0.29437,
        "fit": 0.15245,
        "placed": 0.70428,
        "claimed": 7.00796,
        "said": 1.87324,
        "asked": -0.39437,
        "size": -0.5226,
        "mass": -0.42483,
        "usual": -8.07888,
        "base": 3.14304,
    },
)
