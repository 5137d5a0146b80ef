"""Documents as checks read them, and the way back to the files."""

from review_tui.model.material import Document
from review_tui.model.text import Span

TEXT = "---\ntitle: x\n---\n\nThe Clerk reported that the hedge\nhad been cut, and\nMr Lowe paid £450.\n"


def test_a_place_in_a_wrapped_passage_is_on_the_line_that_the_file_has_it_on() -> None:
    document = Document.read("minutes.md", TEXT)
    for words, line in (("Clerk", 5), ("cut", 6), ("£450", 7)):
        at = document.text.index(words)
        place = document.place(Span(at, at + len(words)))
        assert (place.line, document.in_file(place).line) == (line, line)
