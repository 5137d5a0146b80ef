"""The house-style check: only what the book asks for."""

import datetime as dt
from collections.abc import Mapping

import pytest

from review_tui.checks.language.house_style import HouseStyleCheck
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material
from review_tui.model.meeting import Meeting

MEETING = Meeting("m", "Board", dt.date(2022, 3, 16))


def findings(draft: str, style: Mapping[str, object]) -> tuple[Finding, ...]:
    material = Material(Document.read("minutes.md", draft), meeting=MEETING, style=style)
    return tuple(HouseStyleCheck().run(material))


def mended(draft: str, style: Mapping[str, object]) -> str:
    """``draft`` with every suggestion taken."""
    for finding in reversed(findings(draft, style)):
        if finding.suggestion:
            span = finding.suggestion.span
            draft = draft[: span.start] + finding.suggestion.text + draft[span.end :]
    return draft


def test_its_own_example_is_found_with_the_style_that_goes_with_it() -> None:
    check = HouseStyleCheck()
    material = Material(Document.read("minutes.md", check.example), style=check.example_style)
    assert [f.places[0].quote for f in check.run(material)] == ["Chairman", "16th March, 2022"]


@pytest.mark.parametrize(
    "style", [{}, {"preferred": None, "forbidden": {}, "dates": ["x"], "tense": "present"}, {"dates": "us"}]
)
def test_nothing_is_looked_at_that_the_book_does_not_ask_for(style: Mapping[str, object]) -> None:
    assert findings(HouseStyleCheck.example + "It is noted that the Clerk says so.\n", style) == ()


def test_a_term_to_avoid_is_warned_of_with_the_preferred_one_in_its_case() -> None:
    draft = "The Chairman spoke. CHAIRMAN and vice chairman; the chairman's chair and chairmanship."
    style = {"preferred": {"chairman": "chair"}}
    assert mended(draft, style) == (
        "The Chair spoke. CHAIR and vice chair; the chair's chair and chairmanship."
    )
    first = findings(draft, style)[0]
    assert first.severity is Severity.WARNING
    assert first.message == "The house style has \u201cchair\u201d instead of \u201cChairman\u201d."


def test_a_term_within_the_preferred_one_is_left_alone() -> None:
    style = {"preferred": {"Board": "Partnership Board", "e mail": "email"}}
    draft = "The Partnership Board met. The Board sent an E  mail."
    assert mended(draft, style) == "The Partnership Board met. The Partnership Board sent an Email."


def test_the_longer_of_two_terms_wins() -> None:
    style = {"preferred": {"clerk": "officer", "parish clerk": "Proper Officer"}}
    assert mended("The parish clerk and a clerk.", style) == "The Proper Officer and a officer."


def test_a_forbidden_term_is_warned_of_without_a_suggestion() -> None:
    (finding,) = findings("They went ahead, going forward.", {"forbidden": ["going forward"]})
    assert (finding.severity, finding.suggestion) == (Severity.WARNING, None)
    assert finding.message == "The house style never uses \u201cgoing forward\u201d."
    assert len(findings("It is what it is.", {"forbidden": "it is"})) == 2


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("16 March 2022", "Wednesday 2 March 2022, 1 April 2022, 3 May 2022 and 4 June"),
        (
            "Wednesday, 16th March, 2022",
            "Wednesday, 2nd March, 2022, 1st April, 2022, 3rd May, 2022 and 4th June",
        ),
        ("16 Mar 2022", "Wednesday 2 Mar 2022, 1 Apr 2022, 3 May 2022 and 4 Jun"),
        ("16/03/2022", "02/03/2022, 01/04/2022, 03/05/2022 and 4 June"),
        ("16.3.22", "2.3.22, 1.4.22, 3.5.22 and 4 June"),
    ],
)
def test_dates_are_hinted_at_in_the_form_of_the_book(form: str, expected: str) -> None:
    draft = "Wednesday 2nd March, 2022, 01/04/22, 3 May 2022 and 4 June"
    assert mended(draft, {"dates": form}) == expected
    assert {f.severity for f in findings(draft, {"dates": form})} == {Severity.HINT}


def test_a_date_in_the_form_of_the_book_and_a_range_are_left_alone() -> None:
    style = {"dates": "16 March 2022"}
    assert findings("On 2 March 2022, and from 1st April to 3rd May 2022.", style) == ()


def test_the_weekday_is_kept_as_it_is_written() -> None:
    assert mended("Thursday 2nd March 2022", {"dates": "16 March 2022"}) == "Thursday 2 March 2022"


def test_the_present_tense_is_hinted_at_outside_resolutions_and_quotations() -> None:
    draft = (
        "The Chair reports that it is agreed, and Cllr J. Bloggs says so.\n\n"
        "RESOLVED: That the Committee notes the report.\n\n"
        'He read out: "The Board thanks all."\n\n'
        "The Clerk gave the notes and reports to Mr Says.\n"
    )
    found = findings(draft, {"tense": "past"})
    assert [(f.places[0].quote, f.suggestion.text) for f in found if f.suggestion] == [
        ("reports", "reported"),
        ("is", "was"),
        ("says", "said"),
    ]
    assert found[0].severity is Severity.HINT
    assert (
        found[0].message
        == "The house style is the past tense: \u201creported\u201d, not \u201creports\u201d."
    )
