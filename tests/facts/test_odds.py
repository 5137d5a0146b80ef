"""What many signs together say."""

import pytest

from review_tui.facts.odds import likeliest, log_odds, together


def test_two_signs_together_may_say_another_thing_than_each_does() -> None:
    features = together({"wide": 2.0, "old": 0.5, "red": 1.0}, [("wide", "old")])
    assert features == {"wide": 2.0, "old": 0.5, "red": 1.0, "wide × old": 1.0}
    weights = {"wide": 1.0, "old": 1.0, "red": 0.0, "wide × old": -4.0, "constant": 1.0}
    assert log_odds(weights, features) == pytest.approx(-0.5)


def test_of_each_thing_the_likeliest_is_kept_in_the_order_of_the_things() -> None:
    judged = [(1.0, "b1"), (0.5, "a1"), (2.0, "b2"), (0.2, "a2")]
    assert likeliest(judged, lambda rival: rival[0]) == [(2.0, "b2"), (0.5, "a1")]
