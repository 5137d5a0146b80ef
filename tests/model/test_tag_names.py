import pytest

from review_tui.model.tag_names import next_tag, tag_for


@pytest.mark.parametrize(
    ("meeting", "tag"),
    [
        ("2022-03-16-board", "minutes/2022-03-16-board"),
        ("Board 16 March", "minutes/Board-16-March"),
        ("a~b^c:d?e*f[g\\h", "minutes/a-b-c-d-e-f-g-h"),
        ("a..b@{c", "minutes/a-b-c"),
        ("board.", "minutes/board"),
        ("board.lock", "minutes/board-lock"),
        ("Börse", "minutes/Börse"),
        (".", "minutes/meeting"),
    ],
)
def test_a_tag_is_named_after_its_meeting_in_a_way_that_git_takes(meeting: str, tag: str) -> None:
    assert tag_for(meeting) == tag


def test_the_next_tag_is_the_first_free_number() -> None:
    assert next_tag("board", []) == "minutes/board"
    assert next_tag("board", ["minutes/board-2", "minutes/board.2"]) == "minutes/board"
    assert next_tag("board", ["minutes/board"]) == "minutes/board.2"
    assert next_tag("board", ["minutes/board", "minutes/board.2", "minutes/board.4"]) == "minutes/board.3"
