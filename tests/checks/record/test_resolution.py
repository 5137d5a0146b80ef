"""The resolution check: what is resolved is what the narrative speaks of."""

import pytest

from review_tui.checks.record.resolution import ResolutionCheck
from review_tui.facts.resolutions import is_slip
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material


def findings(narrative: str, resolution: str) -> tuple[Finding, ...]:
    """What the check finds in an item of these two paragraphs."""
    draft = f"# 5 Business\n\n{narrative}\n\nMembers thanked the Clerk.\n\n{resolution}\n"
    return tuple(ResolutionCheck().run(Material(Document.read("minutes.md", draft))))


PAIRS = [
    (
        "The Committee considered a request from the Scouts. Members were minded to award {0} to the Scouts.",
        "Resolved: That a grant of {0} be awarded to the Scouts.",
        "\u00a31,250",
        "\u00a31,520",
    ),
    (
        "Cllr Ash proposed that {0} be given to the Football Club for new nets.",
        "RESOLVED that {0} be given to the Football Club for new nets.",
        "\u00a3500",
        "\u00a35,000",
    ),
    (
        "The quotation of {0} from Mole Ltd for the play area fence was the lowest of three.",
        "It was resolved to accept the quotation of {0} from Mole Ltd for the play area fence.",
        "\u00a33,004.09",
        "\u00a33,040.09",
    ),
    (
        "Planning application {0}, for a garage, was considered. There were no comments.",
        "Resolved: That no objection be raised to application {0}.",
        "22/01234/FUL",
        "22/01243/FUL",
    ),
    (
        "The report proposed {0} new bollards in Church Lane to deter parking.",
        "Resolved: That {0} new bollards be installed in Church Lane.",
        "six",
        "eight",
    ),
    (
        "An increase of {0} in the burial fee was discussed at length.",
        "Resolved: That the increase of {0} in the burial fee be approved.",
        "7.5%",
        "5.5%",
    ),
]


@pytest.mark.parametrize(("narrative", "resolution", "right", "wrong"), PAIRS)
def test_a_resolution_with_another_figure_is_found(
    narrative: str, resolution: str, right: str, wrong: str
) -> None:
    assert findings(narrative.format(right), resolution.format(right)) == ()
    (finding,) = findings(narrative.format(right), resolution.format(wrong))
    assert finding.check == "resolution"
    assert finding.severity is not Severity.HINT
    assert [p.quote for p in finding.places] == [wrong, right]
    assert wrong in finding.message
    assert right in finding.message


def test_the_message_says_what_the_figure_is_of() -> None:
    (finding,) = findings(
        "Members supported a grant of \u00a31,250 to the Scouts.",
        "Resolved: That a grant of \u00a31,520 to the Scouts be approved.",
    )
    assert finding.message == (
        "The resolution gives the amount (grant Scouts) as \u00a31,520; the narrative gives \u00a31,250."
    )
    assert finding.suggestion is not None
    assert finding.suggestion.text == "\u00a31,250"


@pytest.mark.parametrize(
    ("narrative", "resolution"),
    [
        (
            "The Scouts had requested \u00a31,000 and the Treasurer suggested \u00a3500 would be fairer.",
            "Resolved: That a grant of \u00a3500 be made to the Scouts.",
        ),
        (
            "Quotations of \u00a3650 and \u00a3750 had been received for the fence.",
            "Resolved: That \u00a3800 be set aside for the fence and its paint.",
        ),
        (
            "Last year \u00a3200 had been given to the Scouts.",
            "Resolved: That \u00a3250 be given to the Football Club.",
        ),
        (
            "Applications 22/01234/FUL and 22/01235/FUL were considered.",
            "Resolved: That no objection be raised to 22/01235/FUL.",
        ),
        (
            "35/17 Auditor. Sharon Wareham was thought of for \u00a315 an hour.",
            "Resolved: That she be appointed at \u00a315 an hour. 36/17 Clerk. It was noted.",
        ),
        ("Two letters had been received about parking.", "Resolved: That three signs be bought."),
    ],
)
def test_figures_of_other_things_are_left_alone(narrative: str, resolution: str) -> None:
    told = findings(narrative, resolution)
    assert [f for f in told if f.severity is not Severity.HINT] == []


def test_a_title_with_another_word_is_found() -> None:
    (finding,) = findings(
        "Laura Hill presented the Safeguarding Adults Partnership report.",
        "Resolved: That the Safeguarding Children Partnership report be noted.",
    )
    assert finding.message == (
        "The resolution names \u201cSafeguarding Children Partnership report\u201d; "
        "the narrative of the same item names \u201cSafeguarding Adults Partnership report\u201d."
    )


def test_a_title_that_the_narrative_has_too_is_left_alone() -> None:
    assert (
        findings(
            "The Safeguarding Adults Board report and the Safeguarding Children Board report were given.",
            "Resolved: That the Safeguarding Children Board report be noted.",
        )
        == ()
    )


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("1250", "1520", True),
        ("500", "600", True),
        ("500", "5000", True),
        ("22/01234/F", "22/01243/F", True),
        ("1250", "3999", False),
        ("500", "500", False),
        ("500", "75000", False),
    ],
)
def test_a_slip_is_one_figure_two_exchanged_or_a_nought(one: str, other: str, slip: bool) -> None:
    assert is_slip(one, other) is slip


def test_a_table_of_figures_is_not_compared() -> None:
    row = " ".join(f"Payee \u00a3{number}.00" for number in range(100, 180))
    assert findings(row, f"Resolved: That the payments be approved: {row.replace('.00', '.50')}") == ()


def test_another_sum_that_is_no_slip_is_left_alone() -> None:
    told = "The Scouts told of the \u00a350 that their tents had cost."
    assert findings(told, "Resolved: That \u00a3300 be given for tents.") == ()
    assert findings(told, "Resolved: That \u00a360 be given for tents.") != ()


def test_a_slip_beside_few_of_the_same_words_is_a_hint() -> None:
    narrative = "A sum of \u00a350 for the pond audit of the bin was asked, and \u00a375 for bench paint."
    (finding,) = findings(narrative, "Resolved: That \u00a360 be given for the paint audit and the bench.")
    assert finding.severity is Severity.HINT
