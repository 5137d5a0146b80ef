import numpy as np
import pytest

from review_tui.evidence.judging import best_units


@pytest.mark.parametrize(("size", "most"), [(1, 5), (7, 3), (50, 50), (400, 5), (1001, 16)])
def test_the_best_units_are_those_that_a_full_sort_finds(size: int, most: int) -> None:
    likelihood = np.random.default_rng(7).random((4, size)).astype(np.float32)
    assert (best_units(likelihood, most) == np.argsort(-likelihood, axis=1)[:, :most]).all()
