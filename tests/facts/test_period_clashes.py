"""A decision's period beside the one that its item is of."""

import pytest

from review_tui.facts.pair import pair_of
from review_tui.facts.period_clashes import period_clashes
from review_tui.model.material import Document, Material


def told(draft: str, notes: str) -> list[str]:
    pair = pair_of(Material(Document.read("minutes.md", draft), (Document.read("notes/clerk.txt", notes),)))
    return [clash.places[0].quote for clash in period_clashes(pair)]


@pytest.mark.parametrize(
    ("heading", "decision", "notes", "right", "wrong"),
    [
        (
            "Mooring fees for 2026-27",
            "It was agreed that both options for {} go to the members.",
            "fees {}: opt A 40, opt B 45\nHarris wanted C, nobody else\nboth options to members, agreed\n",
            "2026-27",
            "2025-26",
        ),
        (
            "Fiscal Year 2026-27 Spending",
            "Motion by Ms. Ode to recommend both figures for Fiscal Year {} to the Treasurer carried.",
            "SPENDING FY26-27\n library 3.1 parks 2.2\n recommend both figures to Treasurer, Ode, carried\n",
            "2026-27",
            "2027-28",
        ),
        (
            "Bid for a warden for 2026/27",
            "Submission of the bid for {} was approved by three votes to one.",
            "warden bid 26/27, 30k\nJoan worried re match funding\nsubmission of bid approved 3-1\n",
            "2026/27",
            "2025/26",
        ),
    ],
)
def test_a_decision_has_the_year_of_its_item_where_the_notes_have_no_other(
    heading: str, decision: str, notes: str, right: str, wrong: str
) -> None:
    draft = f"## 4. {heading}\n\nThe Clerk set out what was asked for. " + decision + "\n"
    clean = notes.replace("{}", "26-27")
    assert told(draft.format(right), clean) == []
    assert any(wrong in quote for quote in told(draft.format(wrong), clean))
    both = clean + f"{decision.split(' for ', maxsplit=1)[0][-20:]} {wrong[2:]}\n"
    assert told(draft.format(wrong), both) == []


@pytest.mark.parametrize("wrong", [0, 1])
def test_of_a_year_told_twice_the_notes_tell_which_is_wrong(wrong: int) -> None:
    years = ["2026", "2026"]
    years[wrong] = "2025"
    draft = (
        f"Mr Otto explained that the levy would have to rise to $91 a share for the {years[0]} season.\n\n"
        f"Moved and carried: that the levy for the {years[1]} season be $91 a share.\n"
    )
    notes = "14/10/25 levy - otto: 84 -> 91 /share 2026 seas\nann rpt jul24-jun25\notto moves 91. carried\n"
    documents = (Document.read("notes/clerk.txt", notes),)
    (clash,) = period_clashes(pair_of(Material(Document.read("minutes.md", draft), documents)))
    assert (clash.places[0].quote, clash.suggestion) == ("2025", "2026")


def test_a_year_that_the_notes_only_hold_another_against_is_none_of_the_decision() -> None:
    draft = (
        "## Fiscal Year 2027 budget\n\n"
        "Ms Holm presented a budget of $148,200 for FY 2027, an increase of 3.2 percent over FY 2026.\n\n"
        "Motion by Ms Kim, seconded by Ms Ortiz, to forward the FY {} budget to the Finance Committee.\n"
    )
    notes = (Document.read("notes/clerk.txt", "FY27 bud GH 148.2k up 3.2% on FY26. DK/LO fwd to FinCom\n"),)
    found = [
        [*period_clashes(pair_of(Material(Document.read("minutes.md", draft.format(year)), notes)))]
        for year in (2027, 2026)
    ]
    assert [(c.places[0].quote, c.suggestion) for clashes in found for c in clashes] == [
        ("FY 2026", "FY 2027")
    ]


def test_a_part_that_the_notes_only_hold_beside_in_brackets_is_none_of_the_decision() -> None:
    draft = (
        "The Manager reported the milk intake for the fourth quarter of 2024. Farmers delivered "
        "186,400 litres, compared with 171,900 litres in the third quarter.\n\n"
        "The committee resolved that the intake report for the {} quarter of 2024 be adopted.\n"
    )
    notes = "mgr: milk 4th qtr 24 - 186400 l (3rd q 171,900). adopted\n"

    assert told(draft.format("fourth"), notes) == []
    assert told(draft.format("third"), notes) != []


def test_the_lines_of_the_item_tell_which_of_two_years_is_wrong_though_both_are_noted() -> None:
    draft = (
        "The roll stood at 164. Attendance in Term 4 of {} was 88.2%, and the target is 90% this year.\n\n"
        "That the attendance report for Term 4 of 2024 be received. Moved Joanne Tull.\n\n"
        "## Finance\n\nThat the annual budget for 2025 be approved with a deficit of $7,500.\n"
    )
    notes = (
        "roll 164. attendnce T4 24 88.2, target 90 this yr\natt rept T4 2024 recd JT\n"
        "budget 2025 deficit 7500\n"
    )
    documents = (Document.read("notes/clerk.txt", notes),)
    (clash,) = period_clashes(pair_of(Material(Document.read("minutes.md", draft.format(2025)), documents)))

    assert (clash.places[0].quote, clash.suggestion) == ("2025", "2024")
