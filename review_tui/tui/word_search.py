"""Words that are looked for, and the places where they stand."""

import re
from collections.abc import Sequence

from review_tui.application.meeting_checks import MINUTES
from review_tui.application.reading import ItemView
from review_tui.model.rendered import rendered
from review_tui.model.text import Span

WordPlaces = tuple[tuple[str, Span], ...]
"""Places: a file of the item, and characters of it."""


class WordSearch:
    """What the reviewer is looking for in the open item."""

    def __init__(self) -> None:
        self.words = ""
        """Empty when nothing is looked for."""
        self.places: WordPlaces = ()
        """Where the words stand in the open item, as far as that was looked up."""
        self.next = 0
        """Which of the places comes next."""

    def start(self, words: str, places: Sequence[tuple[str, Span]]) -> None:
        """Look for other words, from the first of their places on; no words end the search."""
        self.words, self.places, self.next = words, tuple(places), 0


def find_all(text: str, words: str) -> tuple[Span, ...]:
    """Every place in ``text`` where a reader sees ``words``, or else where they stand among its marks.

    Runs of white space match each other.
    """
    parts = words.split()
    if not parts:
        return ()
    pattern = re.compile(r"\s+".join(re.escape(part) for part in parts), re.IGNORECASE)
    seen = rendered(text)
    found = tuple(seen.map.to_source(Span(*match.span())) for match in pattern.finditer(seen.text))
    return found or tuple(Span(*match.span()) for match in pattern.finditer(text))


def places_in(view: ItemView, words: str) -> WordPlaces:
    """Every place of an item where ``words`` stand: in the draft, then in the notes."""
    draft = view.draft
    texts = [(MINUTES, draft.text), *((note.name, note.text) for note in draft.notes)]
    return tuple((file, span) for file, text in texts for span in find_all(text, words))
