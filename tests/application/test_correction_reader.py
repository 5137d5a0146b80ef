"""What later minutes put right in signed ones."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from review_tui.application.correction_reader import FoundCorrection, find_corrections
from review_tui.application.reading import ItemView, MeetingView
from review_tui.model.meeting import DraftMinutes, Item, Meeting
from review_tui.model.transitions import StatusTerms, fold_acts
from tests.application.fakes import ITEM, MEETING, Table, with_text

MINUTES_OF = Item(id="02-minutes", number="2", title="Minutes of the last meeting")
TEXT = (
    "The report covers October 2020 to September 2022.\n\n(a) Fees stay as they are.\n\n"
    "(b) The \u201cold\u201d path was closed.\n\nResolved: That the report be noted.\n\n"
    "Resolved: That it be sent.\n"
)


def sign(table: Table) -> None:
    for item in table.reading.meeting(MEETING).items:
        table.review.approve(item)
    table.sign_off.sign(table.sign_off.gate(MEETING))


@pytest.fixture
def found(table: Table) -> Callable[[str], FoundCorrection]:
    with_text(table.book, table.history, TEXT)
    sign(table)

    def read(said: str) -> FoundCorrection:
        return only(table, said)

    return read


def only(table: Table, said: str) -> FoundCorrection:
    (one,) = find_corrections(table.reading, later(said))
    return one


def later(said: str, item: Item = MINUTES_OF, body: str = "the board") -> MeetingView:
    meeting = Meeting(id="2022-04-20-board", body=body, date=dt.date(2022, 4, 20), items=(item,))
    draft = DraftMinutes(meeting.id, item, said, "minutes.md", (), (), (), "")
    state = fold_acts(draft.digest, (), (), StatusTerms())
    return MeetingView(meeting, (ItemView(meeting, item, draft, state),), ())


@pytest.mark.parametrize(
    ("said", "quote", "wording"),
    [
        ("Item 5: for 2022 read 2021.", "2022", "2021"),
        (
            "Page 3, item 5: delete \u201cSeptember 2022\u201d, insert \u201cMay 2021\u201d.",
            "September 2022",
            "May 2021",
        ),
        ("Minute 5a should read: Fees rise by 2%.", "Fees stay as they are.", "Fees rise by 2%."),
        ("Item 5, second resolution: for \u201cThat\u201d read \u201cthat\u201d.", "That", "that"),
        ('Under Annual Report delete the words "to September 2022".', "to September 2022", ""),
        ('Item 5: insert "not" after "path was".', "path was", "path was not"),
        ("Item 5: for the words 'the \"old\" path' read 'the path'.", "The \u201cold\u201d path", "the path"),
        ('Item 5 delete the paragraph beginning "The report covers".', TEXT.split("\n", maxsplit=1)[0], ""),
    ],
)
def test_what_stands_once_in_the_signed_minutes_is_offered(
    found: Callable[[str], FoundCorrection], said: str, quote: str, wording: str
) -> None:
    one = found(said)
    assert (one.why_not, one.quote and one.quote.quote, one.wording) == ("", quote, wording)
    assert one.earlier is not None
    assert (one.earlier.item.id, one.said) == (ITEM.id, said)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (
            "Item 5: for 2023 read 2021.",
            "\u201c2023\u201d does not stand in item 5 of the minutes of Wednesday 16 March 2022.",
        ),
        (
            "Item 5: for Resolved read Agreed.",
            "\u201cResolved\u201d stands 2 times in item 5 of the minutes of",
        ),
        (
            "The minutes, page 3: for Resolved read Agreed.",
            "\u201cResolved\u201d stands 2 times in the minutes of Wednesday 16 March 2022. On which page",
        ),
        ("Item 9: for 2022 read 2021.", "The minutes of Wednesday 16 March 2022 have no item 9."),
        ("Minute 5 should read: All was well.", "It can't be told what of it is meant in item 5"),
    ],
)
def test_what_cant_be_placed_is_told_and_not_guessed(
    found: Callable[[str], FoundCorrection], said: str, why: str
) -> None:
    one = found(said)
    assert one.why_not.startswith(why)
    assert one.quote is None


def test_a_correction_is_recorded_once_with_the_words_that_make_it(table: Table) -> None:
    with_text(table.book, table.history, TEXT)
    sign(table)
    said = "Item 5: for 2022 read 2021."
    one = only(table, said)
    assert one.quote
    table.sign_off.correct(table.item, one.quote, one.wording, one.reason, "2022-04-20-board")
    (made,) = table.item.state.corrections
    assert (made.wording, made.meeting) == ("2021", "2022-04-20-board")
    assert made.reason == f"Item 2 of these minutes: \u201c{said}\u201d"
    assert only(table, said).is_recorded


def test_minutes_that_are_not_signed_are_to_be_amended(table: Table) -> None:
    with_text(table.book, table.history, TEXT)
    assert only(table, "Item 5: for 2022 read 2021.").why_not.startswith("Those minutes are not signed off")


def test_only_what_speaks_of_minutes_of_the_same_body_is_read(table: Table) -> None:
    said = "Item 5: for 2022 read 2021."
    roads = replace(MINUTES_OF, title="Roads")
    assert find_corrections(table.reading, later(said, roads)) == ()
    assert len(find_corrections(table.reading, later(f"In the minutes, {said}", roads))) == 1
    (other,) = find_corrections(table.reading, later(said, body="Parish Council"))
    assert other.why_not == "No earlier minutes of this body are in the book."
    assert MEETING.body == "The Board"
