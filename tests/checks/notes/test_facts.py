"""Figures that the notes of the same thing give otherwise."""

import pytest

from review_tui.checks.engine import run_checks
from review_tui.checks.notes.facts import NotesFactsCheck
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material

DRAFT = (
    "The Treasurer reported that the balance stood at \u00a31,450.20 and that 12 members had paid.\n\n"
    "It was agreed to pay Hill Nurseries \u00a35,000 for the hedge in Mill Lane.\n\n"
    "The contractor will begin work at 7.30am on Tuesday 14th May.\n\n"
    "Attendance at the youth club had risen by 20 per cent.\n"
)
NOTES = (
    "treas: bal \u00a31450.20, twelve mbrs pd\n"
    "agr'd pay Hill Nurseries \u00a35k - hedge Mill Ln\n"
    "contractor to start work Tues 14 May 7.30\n"
    "youth club attendance up 20%\n"
)


def told(draft: str, notes: str = NOTES) -> tuple[Finding, ...]:
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/clerk.md", notes),))
    return tuple(NotesFactsCheck().run(material))


def test_the_same_figures_in_shorthand_are_left_alone() -> None:
    assert told(DRAFT) == ()


@pytest.mark.parametrize(
    ("true", "slip", "noted"),
    [
        ("\u00a31,450.20", "\u00a31,540.20", "\u00a31450.20"),
        ("12 members", "21 members", "twelve"),
        ("\u00a35,000", "\u00a36,000", "\u00a35k"),
        ("7.30am", "8.30am", "7.30"),
        ("Tuesday", "Thursday", "Tues"),
        ("20 per cent", "25 per cent", "20%"),
    ],
)
def test_a_figure_that_the_notes_give_otherwise_is_shown_in_both(true: str, slip: str, noted: str) -> None:
    draft = DRAFT.replace(true, slip)
    (finding,) = told(draft)
    mine, theirs = finding.places
    assert (mine.file, theirs.file, theirs.quote) == ("minutes.md", "notes/clerk.md", noted)
    assert mine.quote in slip
    assert finding.severity is Severity.WARNING


def test_the_message_can_be_read_cold() -> None:
    (finding,) = told(DRAFT.replace("\u00a31,450.20", "\u00a31,540.20"))
    assert finding.message == (
        "The draft gives the amount as \u00a31,540.20; the notes of the same thing give \u00a31450.20 "
        "(clerk.md line 1: \u201ctreas: bal \u00a31450.20, twelve mbrs pd\u201d)."
    )


def test_the_suggestion_writes_the_notes_figure_as_the_draft_would() -> None:
    draft = DRAFT.replace("\u00a31,450.20", "\u00a31,540.20")
    suggestion = told(draft)[0].suggestion
    assert suggestion is not None
    assert draft[: suggestion.span.start] + suggestion.text + draft[suggestion.span.end :] == DRAFT


def test_no_wording_is_offered_where_the_notes_only_round() -> None:
    (finding,) = told(DRAFT.replace("\u00a35,000", "\u00a36,000"))
    assert finding.suggestion is None


def test_a_rounded_note_does_not_contradict_the_exact_figure() -> None:
    assert (
        told(
            "The hedge will cost \u00a34,950 with Hill Nurseries.\n",
            "hedge, Hill Nurseries abt \u00a35,000\n",
        )
        == ()
    )


def test_where_the_notes_are_silent_nothing_is_said() -> None:
    assert told(DRAFT, "treas gave rpt\nhedge disc'd\ncontractor soon\n") == ()
    assert told(DRAFT, "") == ()


def test_a_figure_that_the_draft_has_elsewhere_is_no_slip() -> None:
    draft = (
        "The grant of \u00a3300 for the hall was received.\n\nThe hall roof grant cost \u00a3450 in fees.\n"
    )
    assert told(draft, "hall grant \u00a3300 rec'd\nhall roof grant, fees \u00a3450\n") == ()


def test_one_odd_figure_in_a_row_of_payments_is_found_by_its_place() -> None:
    row = (
        "J Lee \u00a320.00 \u00a30.00 \u00a320.00; T Mann \u00a340.00 \u00a38.00 \u00a348.00; "
        "K Price \u00a315.00 \u00a30.00 \u00a315.00"
    )
    draft = f"Payments approved {row}.\n".replace("\u00a38.00", "\u00a36.00")
    (finding,) = told(draft, f"pymts {row}\n")
    assert (finding.places[0].quote, finding.places[1].quote) == ("\u00a36.00", "\u00a38.00")


def test_a_date_that_the_period_check_tells_of_is_not_told_twice() -> None:
    draft = Document.read("minutes.md", "The Board received the Adult Learning Review for 2021/22.\n")
    notes = Document.read("notes/clerk.md", "Adult Learning rvw 2020-21\n")
    found = run_checks(Material(draft, (notes,)), least=Severity.WARNING).findings
    assert [f.check for f in found] == ["period"]


def test_a_date_is_not_held_against_a_bare_number() -> None:
    draft = "The hedge and the path by the pond will be cut on 12 May by Hill Nurseries.\n"
    assert [f.places[1].quote for f in told(draft, "hedge, path by pond cut 14 May, Hill Nurseries\n")] == [
        "14 May"
    ]
    assert told(draft, "hedge, path by pond cut 14, Hill Nurseries\n") == ()


def test_of_two_other_dates_the_one_among_the_same_words_is_named() -> None:
    draft = "The wall beam and gutter will be painted on 12 May by the hall.\n"
    notes = "25 June hall footpath verge 4 May painted beam\n"
    assert [f.places[1].quote for f in told(draft, notes)] == ["4 May"]


def test_a_sum_that_is_noted_elsewhere_is_borne_out() -> None:
    draft = "The roof of the village hall was mended by Hill Builders for \u00a3512.\n"
    noted = "roof village hall mended Hill Builders, \u00a3480 grant asked\n"
    assert [f.places[0].quote for f in told(draft, noted)] == ["\u00a3512"]
    assert told(draft, f"paid \u00a3512\n{noted}") == ()
