from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from review_tui.alignment.classifier import (
    AGREEMENT,
    EVIDENCE_FEATURES,
    EVIDENCE_FROM,
    Classification,
    best_units,
    classify,
    evidence_features,
    surest_links,
)
from review_tui.alignment.index import Index
from review_tui.alignment.query import Query
from review_tui.alignment.scoring import Scores, ScoreViews
from review_tui.alignment.weights import LEARNED


@pytest.mark.parametrize(("size", "most"), [(1, 5), (7, 3), (50, 50), (400, 5), (1001, 16)])
def test_the_best_units_are_those_that_a_full_sort_finds(size: int, most: int) -> None:
    likelihood = np.random.default_rng(7).random((4, size)).astype(np.float32)
    assert (best_units(likelihood, most) == np.argsort(-likelihood, axis=1)[:, :most]).all()


def test_as_much_is_asked_of_a_sentence_as_its_draft_has_as_a_rule() -> None:
    """Where a terse hand's notes hold little of any sentence, the same few words are evidence."""
    index = Index.of(["hedge", "bench", "gate"], ["", "", ""], [0, 0, 0])
    asked = np.full((3, 3), 9.0, np.float32)
    usual = EVIDENCE_FEATURES.index("usual")

    def as_a_rule(*words: float) -> float:
        table = np.diag(np.array(words, np.float32))
        flat = np.zeros_like(table)
        views = ScoreViews(table, table, table, table, asked)
        return float(evidence_features(Scores(views, flat, flat, flat[0], flat), index, flat[0])[0, usual])

    assert as_a_rule(2.0, 3.0, 3.0) < as_a_rule(2.0, 8.0, 8.0)
    assert as_a_rule(0.0, 0.0, 0.0) == as_a_rule(0.1, 0.1, 0.1) > 0


def test_what_is_likelier_beside_the_others_comes_before_what_is_a_little_surer_for_itself() -> None:
    index = Index.of(["the hedge", "a bench"], ["", ""], [0, 0])
    table = np.array([[8.0, 8.0]], np.float32)
    near, likelihood = np.array([[8.0, 4.0]], np.float32), np.array([[0.2, 0.8]], np.float32)
    flat = np.zeros_like(table)
    views = ScoreViews(table, table, near, table, np.array([[9.0, 0.5, 4.0]], np.float32))
    (found,) = classify(Scores(views, likelihood, likelihood, flat[0], flat), [Query((), ())], index, 2)
    (first, chance), (second, other) = found.units
    assert (first, second) == (1, 0)
    assert chance < other


def test_a_sentence_has_evidence_from_a_chance_on() -> None:
    assert Classification(((0, 0.3),), EVIDENCE_FROM).has_evidence
    assert not Classification(((0, 0.9),), EVIDENCE_FROM - 0.01).has_evidence


def test_each_thing_looked_at_grows_or_stays_when_one_more_word_is_shared() -> None:
    index = Index.of(["the hedge at the corner", "the corner shop", "a bench"], ["", "", ""], [0, 0, 0])
    columns = [EVIDENCE_FEATURES.index(name) for name in EVIDENCE_FEATURES if name in AGREEMENT]

    def looked_at(words: float) -> NDArray[np.float32]:
        table = np.array([[words, 2.0, 0.0], [1.0, 4.0, 1.0]], np.float32)
        asked = np.array([[9.0, 0.5, 4.0], [9.0, 0.5, 4.0]], np.float32)
        views = ScoreViews(table, table, table, table, asked)
        flat = np.zeros_like(table)
        scores = Scores(views, flat, flat, flat[0], flat)
        return np.asarray(
            evidence_features(scores, index, surest_links(scores, 3, index, LEARNED))[0, columns]
        )

    rising = [looked_at(words) for words in (0.0, 1.0, 2.5, 6.0)]
    assert all((more >= less).all() for less, more in pairwise(rising))
