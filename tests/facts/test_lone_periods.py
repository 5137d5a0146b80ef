"""A period that nothing bears out, beside the one of its line or of its item."""

import pytest

from review_tui.facts.lone_periods import lone_period_clashes
from review_tui.facts.pair import pair_of
from review_tui.model.material import Document, Material

ELSEWHERE = (
    "\n\n## Rates\n\nThe rate reserve for 2024/25 and the grant for July to September were read out.\n"
)
NOTED_ELSEWHERE = "\nrate reserve 24/25, grant Jul-Sep\n"


def told(draft: str, notes: str) -> list[str]:
    pair = pair_of(Material(Document.read("minutes.md", draft), (Document.read("notes/clerk.txt", notes),)))
    return [clash.places[0].quote for clash in lone_period_clashes(pair)]


@pytest.mark.parametrize(
    ("sentence", "note", "right", "wrong"),
    [
        (
            "Mr Orr would verify the {} bank statements.",
            "Orr verify {} bank stmts",
            "Oct-Dec",
            "July to September",
        ),
        (
            "The Clerk would place the {} return on the website.",
            "clerk: {} return on web",
            "25-26",
            "2024/25",
        ),
        (
            "The drains would be cleared in the {} quarter.",
            "drains clear in {} qtr",
            "Apr-Jun",
            "July to September",
        ),
        (
            "Fires may be lit on the plots from {}.",
            "fires lit on plots {} only",
            "Nov-Jan",
            "July to September",
        ),
        ("The Board noted the {} drains report.", "drains report {} noted", "Q2", "quarter 3"),
    ],
)
def test_the_line_that_a_sentence_is_from_gainsays_it_though_the_period_stands_elsewhere(
    sentence: str, note: str, right: str, wrong: str
) -> None:
    draft = "## Works\n\n" + sentence + ELSEWHERE
    notes = note.format(right) + NOTED_ELSEWHERE
    assert told(draft.format(right), notes) == []
    assert told(draft.format(wrong), notes) == [wrong]


@pytest.mark.parametrize(
    ("sentence", "note", "right", "wrong"),
    [
        (
            "The precept of £9,000 for {} would be paid in April and September 2025.",
            "precept {} is 9000, halves Apr + Sept",
            "25/26",
            "2024/25",
        ),
        (
            "The wheat pool for {} had closed at 900 tonnes.",
            "wheat pool {} closed 900t. 26/27 advance 290",
            "25/26",
            "2026/27",
        ),
        (
            "The brigade would hear the fire figures for the year {}.",
            "brigade to hear {} fire figs. 11 fires in 2025, 8 in 2024",
            "2025",
            "2024",
        ),
        (
            "The head would compare attendance with the {}.",
            "head compare attendance w {}",
            "autumn term 2025",
            "autumn term 2024",
        ),
        (
            "The bursar gave statements for the 2024-25 year, {}.",
            "bursar statements yr {}",
            "1 May 2024 to 30 April 2025",
            "1 June 2024 to 31 May 2025",
        ),
        (
            "Against a net budget for {} of £9 million the stores were over by £200,000.",
            "net budget {} 9m, stores over 200k",
            "26/27",
            "2027/28",
        ),
        (
            "The bursar gave the stores position at the end of {}.",
            "bursar stores position end of {}",
            "Q3",
            "Quarter 2",
        ),
    ],
)
def test_the_one_period_of_the_jotting_that_a_sentence_is_from_gainsays_its_own(
    sentence: str, note: str, right: str, wrong: str
) -> None:
    draft = f"## Works\n\n{{}}\n\n## Rates\n\nWhat was told of {wrong} and of {right} was heard again.\n"
    notes = note.format(right) + "\n\nheard again\n"
    assert told(draft.format(sentence.format(right)), notes) == []
    assert any(wrong in one for one in told(draft.format(sentence.format(wrong)), notes))


@pytest.mark.parametrize(
    ("noted", "again", "right", "wrong"),
    [
        (
            "lifeguards may 23 to sep 7",
            "bluelane same dates ok",
            "23 May to 7 September",
            "23 May to 31 August",
        ),
        (
            "loan 1 mar 26 - 28 feb 29",
            "bluelane second offer same term",
            "1 March 2026 to 28 February 2029",
            "1 March 2026 to 28 February 2028",
        ),
        ("letting apr-jun", "bluelane same period", "April to June", "July to September"),
    ],
)
def test_the_same_dates_are_those_that_were_noted_before(
    noted: str, again: str, right: str, wrong: str
) -> None:
    draft = "## Pool\n\nLifeguards, loan and letting were gone through.\n\nBlueLane made an offer, {}.\n"
    notes = f"{noted}\n{again}\n"
    assert told(draft.format(right), notes) == []
    assert told(draft.format(wrong), notes) == [wrong]


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        (
            "There had been a loss of £7,200 in the stores in 2024/25.",
            "stores 25/26 up 4,100 (yr before stores loss 7,200)",
        ),
        ("The calendar for 2025-26, agreed last year, was not touched.", "calendar 26-27, not touched"),
        (
            "The roll began the year 2025/26 with 812 pupils; for 2026/27 some 800 were hoped for.",
            "roll began 812 pupils, 26/27 hope 800",
        ),
        (
            "Arrears went down from £900 at the end of the second quarter to £300.",
            "arrears down 900 end of last qtr, Q3 300",
        ),
    ],
)
def test_what_a_line_has_of_another_year_is_left_alone(draft: str, notes: str) -> None:
    assert told(f"## Item\n\n{draft}\n", notes + "\n") == []


def test_a_decision_is_held_against_another_paragraph_of_its_section() -> None:
    draft = (
        "4. Accounts\n\n4.1 The bursar told of the year to 28 February {} and the half year to 31 August.\n\n"
        "4.2 The accounts for the twelve months ended 28 February 2026 would go to Ms Khoza.\n"
    )
    notes = "bursar told of accts\n\nto Khoza\n"
    assert told(draft.format(2026), notes) == []
    assert told(draft.format(2025), notes) != []


@pytest.mark.parametrize(
    ("narrative", "decision", "wrong"),
    [
        (
            "The ferry runs less often from 28 March to 19 October.",
            "It was agreed to object to this throughout the period {}.",
            "28 March to 26 October",
        ),
        (
            "The consultation ran from 3 June to 15 July.",
            "The director would answer all that came in between {}.",
            "3 June and 31 July",
        ),
        (
            "Licences from January to June were eleven.",
            "The figures for {} would be sent on.",
            "April to September",
        ),
    ],
)
def test_a_decision_is_held_against_the_one_period_of_its_item(
    narrative: str, decision: str, wrong: str
) -> None:
    draft = f"## Item\n\n{narrative}\n\n{decision.format(wrong)}\n"
    notes = f"{narrative[:-1]}\nobject to this, answer all, figures on\n"
    assert wrong in told(draft, notes)


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        ("Response rates were up from 33 per cent in 2023/24.", "response rates 24/25 41% (33 last yr)"),
        (
            "Mr Orr verified the bank statements for Oct to Dec and Jan to March.",
            "Orr verified bank stmts Oct-Dec",
        ),
        (
            "Her term of office was April 2020 to March 2023.\n\nHer next term is April 2023 to March 2026.",
            "term ok",
        ),
        (
            "Dates of meetings in the autumn term: 3 October.\n\nDates in the spring term: 4 February.",
            "dates ok",
        ),
        (
            "She went through the second quarter. Members owe less since the end of the first quarter.",
            "Q2: members owe less",
        ),
        ("The works programme of 2024/25 was nearly done.", "works programme nearly done, 88% (23/24 79)"),
        (
            "The year runs from 1 November to 31 October.\n\nThe half year, November to April, was told of.",
            "half yr ok",
        ),
        ("Opening in the winter, December to February.\n\nThe fete takes from May to September.", "dates ok"),
    ],
)
def test_what_was_then_what_follows_and_what_is_of_another_length_is_left_alone(
    draft: str, notes: str
) -> None:
    assert told(f"## Item\n\n{draft}\n", notes + "\n") == []


def test_two_periods_of_an_item_prove_nothing_where_there_are_no_notes() -> None:
    draft = "## Item\n\nThe crew met from 3 June to 15 July.\n\nThe pool was shut from 3 June to 31 July.\n"
    assert told(draft, "") == []
