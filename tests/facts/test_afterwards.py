"""What stands in notes behind the hour of closing, and readings of figures that only the draft settles."""

import pytest

from review_tui.facts.afterwards import after_close
from review_tui.facts.changes import change_clashes
from review_tui.facts.omissions import omission_clashes
from review_tui.facts.pair import Pair, pair_of
from review_tui.facts.person_odds import person_clashes
from review_tui.facts.sum_clashes import sum_clashes
from review_tui.facts.values import Kind
from review_tui.model.findings import Severity
from review_tui.model.material import Document, Material

DRAFT = """\
# Minutes of the Committee

Present: Ken Ware (Chair), Moira Lunt, Suresh Patel, Joyce Okell, Wilf Tanner.

## 1. Rents

Suresh Patel proposed that the rent of a full plot be £52. Agreed. Ken Ware to send the letters.

## 2. Water

Wilf Tanner had mended the leak at the bottom tap. The bill for July to September was £312.40.

## 3. Hedge

Moira Lunt asked for hands on Saturday. The skip would come on Friday.

The meeting {} at 8.45 pm.
"""
NOTES = """\
rents suresh full plot 52 agreed ken letters
water wilf mended leak bottom tap jul-sep 312.40
hedge moira wants hands sat, skip fri
{}
"""


def read(draft: str, notes: str) -> Pair:
    return pair_of(Material(Document.read("minutes.md", draft), (Document.read("notes/n.txt", notes),)))


@pytest.mark.parametrize("ending", ["end 8.45", "grace 8.45", "fin 8.45pm", "shut 845", "adj 2045"])
@pytest.mark.parametrize("closed", ["closed", "ended with the grace", "was adjourned"])
def test_what_is_jotted_behind_the_hour_of_closing_is_of_no_meeting(ending: str, closed: str) -> None:
    pair = read(DRAFT.format(closed), NOTES.format(f"{ending}\nbuy new folder and stapler"))

    assert [pair.jottings[j].text for j in after_close(pair)] == ["buy new folder and stapler"]
    assert all(clash.severity is Severity.HINT for clash in omission_clashes(pair))


def test_what_a_sentence_was_written_from_is_of_the_meeting_wherever_it_stands() -> None:
    notes = NOTES.format("").replace("hedge moira wants hands sat, skip fri\n", "")
    pair = read(DRAFT.format("closed"), f"{notes}end 8.45\nforgot: moira asked for hands sat\n")

    assert not after_close(pair)


def test_an_action_before_the_closing_that_is_left_out_is_told() -> None:
    draft = DRAFT.format("closed").replace(" Ken Ware to send the letters.", "")
    noted = "agreed\nken to ask plumber for price of frost-proof standpipe"
    notes = NOTES.format("end 8.45").replace("agreed ken letters", noted)

    assert [c.severity for c in omission_clashes(read(draft, notes))] == [Severity.WARNING]


def test_nobody_is_held_against_whom_a_line_behind_the_closing_names() -> None:
    notes = NOTES.format("end 8.45\ntell moira rents and plot letters, joyce rents plot letters")

    assert list(person_clashes(read(DRAFT.format("closed"), notes))) == []


_N, _Y = Kind.NUMBER, Kind.YEAR


@pytest.mark.parametrize(
    ("told", "noted", "kinds"),
    [
        ("There were 4 crimes in February and 7 in January.", "4 in Feb (7 Jan)", [_N, Kind.MONTH, _N]),
        ("The police came on 7 January.", "police 7 Jan", [Kind.DATE]),
        ("The police came.", "police 7 Jan", [Kind.DATE]),
        ("The money for 2025/26 came late.", "money late (came 10/11)", [Kind.DATE]),
        ("The money for 2010/11 came late.", "money late, of 10/11", [Kind.PERIOD]),
        ("The money for 2024/25 came late.", "money late, of 24/25", [Kind.PERIOD]),
        ("Prices were for the seasons 2025 to 2027.", "3 seasons 25 26 27", [_N, _Y, _Y, _Y]),
        ("Prices were for the seasons 2026 and 2027.", "seasons 26 + 27", [_Y, _Y]),
        ("Lots 25 and 26 were sold.", "lots 25 26", [_N, _N]),
    ],
)  # fmt: skip
def test_the_draft_settles_what_a_jotted_figure_is(told: str, noted: str, kinds: list[Kind]) -> None:
    pair = read(f"Minutes of the meeting held on 12 November 2025\n\n## 2. Matters\n\n{told}\n", f"{noted}\n")

    assert [value.kind for value in pair.noted_values[0]] == kinds


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The levy is $6.42 per $1,000 of value, down from $6.58.", False),
        ("The levy is $6.42, down from $6.38.", True),
    ],
)
def test_a_rate_is_held_against_a_rate_and_not_against_what_it_is_of(said: str, *, wrong: bool) -> None:
    pair = read(f"## 2. Budget\n\n{said}\n", "")
    told = [*sum_clashes(pair), *(c for k in range(len(pair.clauses)) for c in change_clashes(pair, None, k))]

    assert bool(told) is wrong


@pytest.mark.parametrize(("is_behind", "severity"), [(True, Severity.HINT), (False, Severity.WARNING)])
def test_a_day_that_is_jotted_behind_the_hour_of_closing_is_hinted_at_only(
    is_behind: bool, severity: Severity
) -> None:
    draft = DRAFT.format("closed").replace(
        "The skip",
        "The gate is painted on 5 May, the tank filled on 12 May, the shed swept on 19 May. The skip",
    )
    dated = "gate paint 5 may\ntank fill 12 may\nshed sweep 19 may\nnext 26 may\n"
    draft += "\nThe next meeting is on 26 May.\n"
    errand = "generator fuel given by the kiosk 14 april already"
    ending = f"end 8.45\n{errand}" if is_behind else f"{errand}\nend 8.45"
    found = {
        clash.places[-1].quote: clash.severity
        for clash in omission_clashes(read(draft, dated + NOTES.format(ending)))
    }

    assert found["14 april"] is severity
