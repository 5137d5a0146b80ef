"""What many small signs together say: the log-odds of a logistic model, of which somebody can read every part."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

R = TypeVar("R")


def log_odds(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """How likely something is, as the logarithm of its odds: at 0 it is as likely as not.

    ``weights`` are by the names of ``features``, with a ``"constant"`` (``benchmarks.facts_learning`` learns them).
    """
    return weights["constant"] + sum(weights[name] * value for name, value in features.items())


def together(features: Mapping[str, float], pairs: Iterable[tuple[str, str]]) -> dict[str, float]:
    """All ``features``, and of each of some ``pairs`` of them how much both speak at once, by the name "one × other"."""
    return {**features, **{f"{one} × {other}": features[one] * features[other] for one, other in pairs}}


def likeliest(judged: Iterable[tuple[float, R]], of: Callable[[R], object]) -> list[tuple[float, R]]:
    """Of what is judged alike, each with its odds, the likeliest one ``of`` each thing, in the order of the things."""
    best: dict[object, tuple[float, R]] = {}
    for odds, rival in judged:
        thing = of(rival)
        if thing not in best or odds > best[thing][0]:
            best[thing] = odds, rival
    return list(best.values())
