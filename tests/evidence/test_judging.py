from dataclasses import replace

import numpy as np
import pytest

from review_tui.evidence.judging import Verdict, best_units


@pytest.mark.parametrize(("size", "most"), [(1, 5), (7, 3), (50, 50), (400, 5), (1001, 16)])
def test_the_best_units_are_those_that_a_full_sort_finds(size: int, most: int) -> None:
    likelihood = np.random.default_rng(7).random((4, size)).astype(np.float32)
    assert (best_units(likelihood, most) == np.argsort(-likelihood, axis=1)[:, :most]).all()


def test_among_few_units_a_likeness_counts_for_more() -> None:
    doubtful = Verdict(((0, 0.3),), 0.15)
    assert not doubtful.has_evidence
    assert replace(doubtful, is_of_few=True).has_evidence
    assert not Verdict(((0, 0.1),), 0.15, is_of_few=True).has_evidence
    assert not Verdict((), 0.15, is_of_few=True).has_evidence
