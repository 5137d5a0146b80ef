from review_tui.alignment.ranking import SpokenUnit, rank

UNITS = [
    SpokenUnit("u1", "um okay so welcome everybody", "A"),
    SpokenUnit("u2", "the remote needs a rubber case because people drop it", "B"),
    SpokenUnit("u3", "yeah", "A"),
    SpokenUnit("u4", "we could sell it for twenty five euros", "C"),
    SpokenUnit("u5", "mm-hmm", "B"),
]


def test_units_are_ranked_best_first_with_chances() -> None:
    found = rank(
        UNITS, [("d1", "It will have a rubber case."), ("d2", "It will sell for twenty-five euros.")]
    )
    assert [one.id for one in found] == ["d1", "d2"]
    assert found[0].units[0][0] == "u2"
    assert found[1].units[0][0] == "u4"
    chances = [chance for _, chance in found[0].units]
    assert chances[0] == max(chances)
    assert all(0 <= chance <= 1 for chance in chances)


def test_only_as_many_units_are_ranked_as_asked_for() -> None:
    assert len(rank(UNITS, [("d1", "A rubber case.")], most=2)[0].units) == 2


def test_a_sentence_about_something_else_has_no_evidence() -> None:
    told = rank(UNITS, [("d1", "The vicar blessed the lifeboat crew at Penzance harbour.")])
    assert not told[0].has_evidence


def test_no_units_and_no_sentences_are_no_trouble() -> None:
    assert rank([], [("d1", "Anything.")])[0].units == ()
    assert rank(UNITS, []) == ()
