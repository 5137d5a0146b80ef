import pytest

from review_tui.language.sentences import sentences
from review_tui.model.text import Span


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Cllr. Howdale thanked Mr. Pell and Mrs. J. R. Aske for the report.",
        "Minute No. 14 of the meeting on 16.03.22 was approved.",
        "The lane (e.g. the part by the mill) floods, i.e. most winters.",
        "The cost was approx. £250 and is due by 3.30 p.m. on Friday.",
        "7.1. The Clerk reported.",
        "For: 4. Against: 1 (Colin Dee). Abstained: 1 (Tam Hale).",
        "The tender of Kshs. 2,950,000 and the fee of Tk. 400 were accepted.",
        "The quotation was accepted (prop. Cllr. Dhillon, sec. Cllr. Goodacre).",
        "St. Mary's hall would be booked.",
    ],
)
def test_a_full_stop_inside_a_sentence_ends_none(text: str) -> None:
    assert cut(text) == [text]


def test_sentences_end_where_a_reader_stops() -> None:
    text = "The report was noted.  Who pays? “Nobody!” The Chair agreed to 2 p.m. Members then left."
    assert cut(text) == [
        "The report was noted.",
        "Who pays?",
        "“Nobody!”",
        "The Chair agreed to 2 p.m.",
        "Members then left.",
    ]


def test_a_part_of_a_text_keeps_the_places_of_the_whole() -> None:
    text = "One. Two. Three."
    assert sentences(text, Span(5, 16)) == (Span(5, 9), Span(10, 16))


def test_a_line_ends_a_sentence_and_marks_alone_make_none() -> None:
    assert cut("Points raised:-\n\n- hedge\n***\nClosed") == ["Points raised:-", "- hedge", "Closed"]


def test_every_letter_of_a_text_stands_in_a_sentence() -> None:
    text = "A. B! C? Dr. No. 7 said: “yes.” And… so on; then\nmore 。 日本。語"
    covered = {at for span in sentences(text) for at in range(span.start, span.end)}
    assert all(at in covered for at, letter in enumerate(text) if letter.isalnum())


def test_a_semicolon_ends_a_sentence_where_clauses_are_asked_for() -> None:
    text = "The hedge was cut; the ditch was not."
    assert len(sentences(text)) == 1
    assert [span.of(text) for span in sentences(text, clauses=True)] == [
        "The hedge was cut;",
        "the ditch was not.",
    ]


def test_a_jotted_sentence_may_begin_with_a_small_letter_but_not_after_a_short_form() -> None:
    text = "hedge overgrown, rep. from resident. get quotes"
    assert [span.of(text) for span in sentences(text, jotted=True)] == [
        "hedge overgrown, rep. from resident.",
        "get quotes",
    ]


def test_a_no_that_somebody_says_ends_a_sentence() -> None:
    text = "It passed, Mr Lee voting no. Keys will be cut. See No. 5 and No. B7."
    assert [span.of(text) for span in sentences(text)] == [
        "It passed, Mr Lee voting no.",
        "Keys will be cut.",
        "See No. 5 and No. B7.",
    ]
