"""Redlines as words to read."""

from review_tui.anchoring.redline import redline
from review_tui.tui.presenters.redlines import changes_content, full_redline, whole_change


def test_the_signs_of_what_came_and_left_stand_around_the_words_not_around_the_line_ends() -> None:
    changes = redline("One.\nTwo.\n", "One.\nThree is new.\n\nFour is new.\n")
    shown = full_redline(changes).plain
    assert "{+Four is new.+}\n" in shown
    assert "\n+}" not in shown
    assert "{++}" not in shown


def test_a_space_at_the_end_of_a_change_stays_outside_its_signs() -> None:
    shown = whole_change(redline("She gave a talk.\n", "She gave a short talk.\n")).plain
    assert "gave a {+short+} talk" in shown


def test_a_passage_that_moved_is_said_to_have_moved() -> None:
    lines = [f"Passage {word} is about {word} and nothing else.\n" for word in ("a", "bb", "ccc", "dddd")]
    changes = redline("".join(lines), "".join([*lines[1:], lines[0]]))
    shown = changes_content(changes).plain
    assert "moved from here  [-Passage a" in shown
    assert "moved here  Passage a" in shown


def test_a_whole_change_says_how_much_and_then_what() -> None:
    shown = whole_change(redline("It was 2022.\n", "It was 2021.\n")).plain
    assert shown == "1 passage changed, 1 word out, 1 in.\n\nIt was [-2022-]{+2021+}."


def test_no_difference_and_none_but_of_spacing_are_said() -> None:
    assert whole_change(redline("It.\n", "It.\n")).plain == "Nothing is different between these two."
    assert whole_change(redline("It.\n", "It.\n\n")).plain == "Only spacing changed."
