"""Words without what the rendering leaves of marks, and the way back to where they stand."""

import pytest

from review_tui.language.note_marks import without_note_marks
from review_tui.model.text import Span


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("3\\. Gravel", "3. Gravel"),
        ("* hedge", " hedge"),
        ("## Hall roof", " Hall roof"),
        ("issue #412", "issue #412"),
        ("Clerk\u2019s report", "Clerk's report"),
        ("|---|---|", "|\u2013|\u2013|"),
        ("[15:02] <oskar> done", "[15:02] oskar: done"),
        ("put <oskar> in", "put <oskar> in"),
        (
            "00:01:10 --> 00:01:24\n<v Jill Ambrose>no apologies",
            "00:01:10 --> 00:01:24\nJill Ambrose: no apologies",
        ),
    ],
)
def test_marks_are_left_out_and_speakers_named(text: str, read: str) -> None:
    assert without_note_marks(text).text == read


def test_each_word_is_found_again_where_it_stands() -> None:
    text = "<v Kamala Dean>carried 5\u20133, and Kim\u2019s\t*motion*"
    plain = without_note_marks(text)
    for word in ("Kamala Dean", "carried", "3", "motion"):
        at = plain.text.index(word)
        assert plain.to_source(Span(at, at + len(word))).of(text) == word
