"""The texts that one item went through in a document that came back."""

from review_tui.application.returned_text import ReturnedText, returned_text
from review_tui.application.tracked_document import DocumentParagraph, DocumentPiece

SENT = """# Roads

The report **covers October** 2020 to 2022 and
was long.

- one bullet
- two bullets

(a) First thing.

| a | b |
|---|---|
| c | d |

Resolved:- That it be noted.
"""
ANN, BEN = 0, 1
Said = str | tuple[str, int | None, int | None]


def par(*pieces: Said, mark: str = "", came: int | None = None, is_row: bool = False) -> DocumentParagraph:
    made = (DocumentPiece(each) if isinstance(each, str) else DocumentPiece(*each) for each in pieces)
    return DocumentParagraph(tuple(made), mark, is_row, came)


def as_sent() -> list[DocumentParagraph]:
    return [
        par("Roads", mark="## "),
        par("The report covers October 2020 to 2022 and was long."),
        par("one bullet", mark="- "),
        par("two bullets", mark="- "),
        par("(a)\tFirst thing."),
        par("a | b", is_row=True),
        par("c | d", is_row=True),
        par("Resolved:- That it be noted."),
    ]


def back(paragraphs: list[DocumentParagraph], sent: str = SENT) -> ReturnedText:
    return returned_text(sent, list(enumerate(paragraphs)), {ANN: 0, BEN: 1}, ["ann", "ben"])


def test_what_came_back_as_it_was_sent_is_the_same_to_the_byte() -> None:
    assert back(as_sent()).texts == [SENT]


def test_a_tracked_change_leaves_wrapping_and_marks_as_they_were() -> None:
    paragraphs = as_sent()
    paragraphs[1] = par(
        "The report covers October 2020 to ", ("2022", None, ANN), ("2021", ANN, None), " and was long."
    )
    found = back(paragraphs)
    assert found.texts == [SENT, SENT.replace("2022", "2021")]
    assert [(step.change, step.paragraph) for step in found.steps] == [(ANN, 1)]


def test_what_one_person_changed_in_one_passage_is_one_step() -> None:
    paragraphs = as_sent()
    paragraphs[1] = par(
        "The ", ("long ", ANN, None), "report covers October 2020 to 2022", (" and was long", None, ANN), "."
    )
    paragraphs[7] = par("Resolved:- That it be ", ("warmly ", BEN, None), "noted.", (" And kept.", ANN, None))
    found = back(paragraphs)
    assert [(step.change, step.paragraph) for step in found.steps] == [(ANN, 1), (ANN, 7), (BEN, 7)]
    assert "The long report **covers October** 2020\nto 2022.\n" in found.texts[-1]
    assert "Resolved:- That it be warmly noted. And kept.\n" in found.texts[-1]


def test_words_of_one_that_another_took_out_come_and_go() -> None:
    paragraphs = as_sent()
    paragraphs[7] = par("Resolved:- That it be noted", (" with regret", ANN, BEN), ".")
    assert back(paragraphs).texts == [SENT, SENT.replace("noted.", "noted with regret."), SENT]


def test_whole_bold_words_that_go_take_their_marks_along() -> None:
    paragraphs = as_sent()
    paragraphs[1] = par("The report ", ("covers October ", None, ANN), "2020 to 2022 and was long.")
    assert "The report 2020 to 2022 and\nwas long." in back(paragraphs).texts[-1]


def test_what_was_typed_is_no_markdown() -> None:
    paragraphs = as_sent()
    paragraphs[7] = par("Resolved:- That it be noted.", (" 5 *of* 6", ANN, None))
    assert back(paragraphs).texts[-1].endswith("noted. 5 \\*of\\* 6\n")


def test_paragraphs_bullets_and_rows_come_and_go() -> None:
    paragraphs = as_sent()
    paragraphs[2:4] = [
        par("one bullet", mark="- ", came=ANN),
        par(("one and a half", ANN, None), mark="- "),
        DocumentParagraph((DocumentPiece("two bullets", None, ANN),), "- ", went=ANN),
    ]
    paragraphs.insert(7, par(("x | y", BEN, None), is_row=True, came=BEN))
    text = back(paragraphs).texts[-1]
    assert "- one bullet\n- one and a half\n\n(a) First thing." in text
    assert "|---|---|\n| x | y |\n| c | d |\n\nResolved" in text


def test_a_paragraph_that_is_divided_and_two_that_are_joined() -> None:
    sent = "One thing. Another thing.\n\nA third.\n"
    divided = [par("One thing.", came=ANN), par((" ", None, ANN), "Another thing."), par("A third.")]
    assert back(divided, sent).texts[-1] == "One thing.\n\nAnother thing.\n\nA third.\n"
    joined = [
        DocumentParagraph((DocumentPiece("One thing. Another thing."),), went=ANN),
        par((" ", ANN, None), "A third."),
    ]
    assert back(joined, sent).texts[-1] == "One thing. Another thing. A third.\n"


def test_each_passage_changed_without_tracking_is_a_step_before_all_others() -> None:
    paragraphs = as_sent()
    paragraphs[1] = par("The report covers October 2020 to 2021 and was ", ("very ", ANN, None), "long.")
    del paragraphs[3]
    found = back(paragraphs)
    assert [(step.change, step.paragraph) for step in found.steps] == [(None, 1), (None, None), (ANN, 1)]
    assert found.texts[1] == SENT.replace("2022", "2021")
    assert "two bullets" not in found.texts[2]


def test_words_of_the_document_are_found_in_the_last_text() -> None:
    paragraphs = as_sent()
    paragraphs[1] = par("The ", ("long ", ANN, None), "report covers October 2020 to 2022 and was long.")
    found = back(paragraphs)
    span = found.span((1, 16), (1, 30))
    assert span is not None
    assert span.of(found.texts[-1]) == "covers October"
    gap = back(as_sent()).span((7, 28), (7, 28))
    assert gap is not None
    assert SENT[: gap.end].endswith("noted.")
