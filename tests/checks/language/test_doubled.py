"""The doubled check: what was typed or pasted twice, and what is meant to stand twice."""

import pytest

from review_tui.checks.language.doubled import DoubledCheck
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material


def findings(draft: str) -> tuple[Finding, ...]:
    return tuple(DoubledCheck().run(Material(Document.read("minutes.md", draft))))


@pytest.mark.parametrize(
    ("draft", "quote", "mended"),
    [
        ("The Clerk read the the letter.", "the the", "the"),
        ("The the letter was read.", "The the", "The"),
        ("It was agreed to to write.", "to to", "to"),
        ("Proposed by Cllr Cllr Hunt.", "Cllr Cllr", "Cllr"),
        ("The budget budget was noted.", "budget budget", "budget"),
        ("They said that that the road was closed.", "that that", "that"),
        ("The hedge at the\nthe corner.", "the\nthe", "the"),
        ("The hedge at the\n\tthe corner.", "the\n\tthe", "the"),
        ("It was agreed to defer to defer to May.", "to defer to defer", "to defer"),
        ("Members of the Board of the Board were told.", "of the Board of the Board", "of the Board"),
    ],
)
def test_what_was_typed_twice_is_found_and_can_be_put_right(draft: str, quote: str, mended: str) -> None:
    (finding,) = findings(draft)
    assert finding.severity is Severity.WARNING
    assert finding.places[0].quote == quote
    assert finding.message == f"\u201c{mended}\u201d stands twice in a row."
    suggestion = finding.suggestion
    assert suggestion is not None
    assert (suggestion.span.of(draft), suggestion.text) == (quote, mended)


@pytest.mark.parametrize(
    "draft",
    [
        "He had had a letter.",
        "Change the codes, locks etc etc.",
        "They noted that that was unlikely.",
        "It was a very very long meeting.",
        "She gave her her prize.",
        "Flights to Baden Baden and Pago Pago.",
        "The bin in the The Row is full.",
        "# Apologies\n\nApologies were received.",
        "# Permission\nPermission was given.",
        "More and more and more people came.",
        "They went step by step by step, day to day to day.",
        "vegetable matter and food and food processing waste",
        "Agreed by the Chairman The Chairman thanked all.",
        "| paid | paid paid |",
        "Items 4 4 and 5 5 5 5.",
        "credit    credit",
        "Votes: A A B",
        "A motion, a motion that all liked.",
    ],
)
def test_what_is_meant_to_stand_twice_is_left_alone(draft: str) -> None:
    assert findings(draft) == ()


def test_words_that_may_rightly_stand_twice_are_only_hinted_at() -> None:
    (finding,) = findings("This will be looked at at the next meeting.")
    assert finding.severity is Severity.HINT


SENTENCE = "The Board thanked the officers for all of their work on the annual report."
LONG = (
    "The Director explained that the partnership had agreed a new set of priorities for the coming year, "
    "which would be published before the summer."
)


def test_a_sentence_said_twice_in_a_row_is_warned_of() -> None:
    (finding,) = findings(f"{SENTENCE} {SENTENCE} All agreed.")
    assert finding.severity is Severity.WARNING
    assert [p.span.start for p in finding.places] == [len(SENTENCE) + 1, 0]
    assert finding.message == "This sentence stands word for word in line 1 already."


def test_a_passage_pasted_twice_in_a_row_is_warned_of() -> None:
    (finding,) = findings(f"Welcome.\n\n{SENTENCE}\n\n{SENTENCE}\n")
    assert (finding.severity, finding.places[0].line, finding.places[1].line) == (Severity.WARNING, 5, 3)
    assert finding.message == "This passage stands word for word in line 3 already."


def test_a_passage_of_several_sentences_is_one_finding() -> None:
    passage = f"{SENTENCE} It was noted by all who were there. Nobody spoke against it at all."
    (finding,) = findings(f"- {passage}\n- {passage}\n")
    assert finding.places[0].quote == passage


def test_a_sentence_that_comes_next_in_another_passage_is_warned_of() -> None:
    (finding,) = findings(f"First of all. {SENTENCE}\n\n{SENTENCE} Then they left.\n")
    assert (finding.severity, finding.places[0].quote) == (Severity.WARNING, SENTENCE)


def test_a_long_passage_that_comes_again_further_on_is_hinted_at() -> None:
    (finding,) = findings(f"{LONG}\n\nThe report was noted by all.\n\n{LONG}\n")
    assert (finding.severity, finding.places[0].line) == (Severity.HINT, 5)


def test_set_phrases_and_rows_of_figures_may_come_again() -> None:
    phrase = "The report was noted by all."
    row = "Printing 100 12 45 67 89 10 11 postage 45 67 99 ink 3 4 5 6"
    assert findings(f"{SENTENCE}\n\n{phrase}\n\n{SENTENCE}\n\n{row}\n\n{row}\n") == ()


def test_findings_come_in_the_order_of_the_draft() -> None:
    found = findings(f"{SENTENCE}\n\n{SENTENCE}\n\nThe the end of of it.\n")
    assert [f.places[0].line for f in found] == [3, 5, 5]


def test_three_times_the_same_word_is_one_finding_for_each_pair_at_most() -> None:
    assert len(findings("It was the the the end.")) == 1


def test_a_word_with_a_hyphen_before_it_is_another_word() -> None:
    assert findings("They used the drop-in in January.") == ()


def test_a_word_in_two_columns_stands_there_twice_on_purpose() -> None:
    assert len(findings("The clerk of the the board was thanked.\n")) == 1
    assert findings("The clerk of the\tthe board was thanked.\n") == ()
