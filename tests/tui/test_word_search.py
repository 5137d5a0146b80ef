"""Finding words in the texts of an item, and going through their places."""

from review_tui.model.text import Span
from review_tui.tui.word_search import WordSearch, find_all


def test_words_are_found_whatever_their_case_and_whatever_white_space_parts_them() -> None:
    text = "The Clerk noted it.\nThe\nclerk left."
    assert [span.of(text) for span in find_all(text, "the  clerk")] == ["The Clerk", "The\nclerk"]


def test_no_words_are_found_nowhere_and_signs_stand_for_themselves() -> None:
    assert find_all("Anything.", "  ") == ()
    assert find_all("a.c abc", "a.c") == (Span(0, 3),)


def test_another_search_begins_at_its_first_place() -> None:
    search = WordSearch()
    search.start("clerk", [("minutes.md", Span(4, 9))])
    search.next = 1
    search.start("chair", [("minutes.md", Span(0, 5))])
    assert (search.words, search.next, len(search.places)) == ("chair", 0, 1)
