"""A copy of minutes is told from notes of the same meeting."""

from review_tui.language.near_copies import is_near_copy
from tests.one_file import MINUTES, NOTES


def test_the_same_words_are_a_copy_whatever_stands_around_them() -> None:
    wrapped = MINUTES.replace("#", "").replace(" ", "\n")
    amended = MINUTES.replace("September, 2022", "September, 2021").replace("were thanked", "had our thanks")
    with_changes = MINUTES.replace("The", "[-A-]{+The+}") + "Amendment 1, Ann Lee: as was reported.\n" * 9
    assert all(is_near_copy(text, MINUTES) for text in (MINUTES, wrapped, amended, with_changes))


def test_notes_and_what_only_quotes_the_minutes_are_none() -> None:
    last_words = MINUTES[-200:]
    assert not any(is_near_copy(text, MINUTES) for text in ("", NOTES, last_words, NOTES * 50))
    assert not is_near_copy("The same.", "The same.")  # too few words to tell by
