"""Units of a meeting ranked for each sentence of its draft: the alignment as data, for measuring it."""

from collections.abc import Sequence

from review_tui.alignment.classifier import classify
from review_tui.alignment.index import Index
from review_tui.alignment.query import NameForms, QueryBuilder
from review_tui.alignment.scoring import Scorer
from review_tui.alignment.weights import LEARNED, Weights
from review_tui.model.frozen import frozen

MOST = 50
"""So many units are ranked for each sentence."""


@frozen
class SpokenUnit:
    """One unit of a meeting as a data set has it."""

    id: str
    text: str
    speaker: str = ""


@frozen
class Ranked:
    """What one sentence of the draft rests on."""

    id: str
    """The sentence's."""
    units: tuple[tuple[str, float], ...]
    """Ids of units, the best first, each with the probability that the sentence rests on it."""
    has_evidence: bool
    """Whether anything in the meeting is taken to stand behind the sentence."""
    evidence: float
    """The probability of that."""


def rank(
    units: Sequence[SpokenUnit],
    draft: Sequence[tuple[str, str]],
    *,
    most: int = MOST,
    weights: Weights = LEARNED,
) -> tuple[Ranked, ...]:
    """The ``most`` likeliest units for each sentence ``(id, text)`` of ``draft``.

    ``units`` and ``draft`` are in the order in which they were said and stand.
    """
    index = Index.of([unit.text for unit in units], [unit.speaker for unit in units], [0] * len(units))
    asker = QueryBuilder(NameForms.in_texts(unit.text for unit in units), index.shorts)
    questions = asker.questions([text for _, text in draft])
    verdicts = classify(Scorer(index, weights).scores(questions), questions, index, most, weights)
    return tuple(
        Ranked(
            name,
            tuple((units[at].id, round(chance, 4)) for at, chance in verdict.units),
            verdict.has_evidence,
            round(verdict.evidence, 4),
        )
        for (name, _), verdict in zip(draft, verdicts, strict=True)
    )
