import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_tui.model.editable_text import from_editable, line_end_of, to_editable
from review_tui.model.visible import is_plain

UNUSUAL = "\u2028\u2029\x85\x0b\x0c\x1c\x1d\x1e\x1b\x07\u202e\u200b\ufeff\r"


@given(st.text(st.characters(codec="utf-8", exclude_characters="\n") | st.sampled_from(UNUSUAL), max_size=80))
def test_words_come_back_from_an_editor_as_they_went_in(words: str) -> None:
    shown = to_editable(words)
    if shown is not None:
        assert from_editable(shown, words, "\n") == words


@given(st.text(st.sampled_from("ab \t" + UNUSUAL), max_size=40))
def test_an_editor_is_given_nothing_that_it_would_change(words: str) -> None:
    shown = to_editable(words)
    assert shown is not None
    assert is_plain(shown.replace("\t", " "))
    assert len(shown.splitlines()) <= 1


def test_deleting_the_sign_deletes_the_character() -> None:
    words = "paid \u202e\u00a3100"
    shown = to_editable(words)
    assert shown == "paid ⟨U+202E⟩£100"
    assert from_editable(shown.replace("⟨U+202E⟩", ""), words, "\n") == "paid £100"


def test_a_sign_that_stands_for_itself_can_not_be_told_apart() -> None:
    assert to_editable("␛ and \x1b") is None
    assert to_editable("␛ alone") == "␛ alone"


@pytest.mark.parametrize(
    ("text", "end"), [("a\r\nb\r\n", "\r\n"), ("a\nb\n", "\n"), ("a", "\n"), ("a\r\nb\nc\n", "\n")]
)
def test_new_lines_take_the_line_end_of_the_file(text: str, end: str) -> None:
    assert line_end_of(text) == end
    assert from_editable("one\ntwo", "one", end) == f"one{end}two"
