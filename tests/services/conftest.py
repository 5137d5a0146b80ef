import itertools

import pytest

from review_tui.services.reading import Reading
from review_tui.services.review import Review
from tests.services.fakes import OTHER, TEXT, FakeBook, FakeHistory, StoppedClock, Table, with_text


@pytest.fixture
def table() -> Table:
    book = FakeBook()
    history = FakeHistory(book)
    with_text(book, history, TEXT)
    with_text(book, history, "Loneliness was discussed.\n", OTHER)
    reading = Reading(book, history)
    ids = (f"{n:08x}" for n in itertools.count(1))
    return Table(book, history, reading, Review(book, history, reading, StoppedClock(), lambda: next(ids)))
