import numpy as np

from review_tui.alignment.position_hmm import expected_positions, expected_positions_in


def rows(*places: int | None, size: int = 100) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    found = np.full((len(places), size), 1 / size, np.float32)
    for row, place in enumerate(places):
        if place is not None:
            found[row] = 0.1 / (size - 1)
            found[row, place] = 0.9
    return found


def test_a_sentence_is_expected_between_its_neighbours() -> None:
    logs = expected_positions(rows(40, None, 50))
    assert 38 <= int(logs[1].argmax()) <= 52
    assert logs[1, 45] > 0 > logs[1, 5]


def test_a_sentence_does_not_vouch_for_itself() -> None:
    alone = expected_positions(rows(10, 90, 20))
    assert alone[1, 15] > alone[1, 90]


def test_where_the_notes_keep_no_order_little_is_expected() -> None:
    kept, lost = expected_positions(rows(10, 30, None, 70, 90)), expected_positions(rows(90, 20, None, 5, 60))
    assert np.ptp(lost[2]) < np.ptp(kept[2])


def test_one_sentence_or_one_unit_has_no_order() -> None:
    assert not expected_positions(rows(3)).any()
    assert not expected_positions(np.ones((2, 1), np.float32)).any()


def test_each_source_keeps_an_order_of_its_own() -> None:
    notes = rows(40, None, 50)
    slides = np.full((3, 100), 1 / 100, np.float32)
    both = expected_positions_in(np.concatenate([notes, slides], axis=1), (0, 100))
    assert 38 <= int(both[1, :100].argmax()) <= 52
    alone = expected_positions(slides)
    assert (both[:, 100:] == alone).all(), "the notes say nothing of where the slides say it"
    assert (expected_positions_in(notes, (0,)) == expected_positions(notes)).all()
