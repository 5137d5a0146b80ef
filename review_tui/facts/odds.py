"""What many small signs together say: the log-odds of a logistic model, of which somebody can read every part."""

from collections.abc import Mapping


def log_odds(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """How likely something is, as the logarithm of its odds: at 0 it is as likely as not.

    ``weights`` are by the names of ``features``, with a ``"constant"`` (``benchmarks.facts_learning`` learns them).
    """
    return weights["constant"] + sum(weights[name] * value for name, value in features.items())
