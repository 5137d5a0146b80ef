"""What the checks found and nobody dealt with, when minutes are signed off."""

from dataclasses import replace

import pytest

from review_tui.application.checking import CheckedItem
from review_tui.application.sign_off_blocks import SignOffBlock, group_blocks, list_items
from review_tui.checks.engine import CheckFailure
from review_tui.model.acts import OpenFinding, SignOff
from review_tui.model.errors import Refusal
from review_tui.model.findings import Finding, Location, Severity
from review_tui.model.text import Span
from tests.application.fakes import ITEM, MEETING, OTHER, Table

ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT
TELL = {"sign_off": {"findings": "tell"}}


def finding(severity: Severity, message: str = "They differ", check: str = "period") -> Finding:
    return Finding(check, severity, message, (Location("minutes.md", Span(0, 3), 1, "The", message),))


def look(table: Table, *found: Finding, failures: tuple[CheckFailure, ...] = ()) -> None:
    """Both items are approved, and the checks say this of item 5."""
    for item in MEETING.items:
        table.review.approve(table.reading.item(MEETING, item))
    table.looked[ITEM.id] = CheckedItem(found, failures=failures)


def signed(table: Table) -> SignOff:
    act = table.sign_off.sign(table.sign_off.gate(MEETING)).act
    assert isinstance(act, SignOff)
    return act


def test_an_open_error_blocks_until_it_is_dismissed_with_a_reason(table: Table) -> None:
    error = finding(ERROR)
    look(table, error)
    (block,) = table.sign_off.gate(MEETING).blocks
    assert str(block) == (
        "Item 5: Error of the period check: They differ. Put it right, or dismiss it with a reason."
    )
    assert block.finding == error
    with pytest.raises(Refusal, match="Error of the period check: They differ"):
        signed(table)
    table.review.dismiss(table.item, error, "So it was said.")
    assert table.sign_off.gate(MEETING).is_open
    assert signed(table).findings == ()


def test_an_open_error_blocks_until_it_is_put_right(table: Table) -> None:
    look(table, finding(ERROR))
    assert not table.sign_off.gate(MEETING).is_open
    table.looked.clear()
    assert table.sign_off.gate(MEETING).is_open


@pytest.mark.parametrize("said", ["block", "SignOffBlock", "", "perhaps", ["tell"]])
def test_a_book_has_to_say_plainly_that_errors_are_only_told(table: Table, said: object) -> None:
    table.book.policy = {"sign_off": {"findings": said}}
    look(table, finding(ERROR))
    assert not table.sign_off.gate(MEETING).is_open


def test_where_the_book_says_so_errors_are_told_and_stand_in_the_sign_off(table: Table) -> None:
    table.book.policy = TELL
    error = finding(ERROR)
    look(table, error)
    gate = table.sign_off.gate(MEETING)
    assert (gate.blocks, [str(it) for it in gate.told]) == (
        (),
        ["Item 5: Error of the period check: They differ."],
    )
    done = table.sign_off.sign(gate)
    assert done.sentence.startswith("Signed off with 1 finding open: The Board")
    assert isinstance(done.act, SignOff)
    assert done.act.findings == (OpenFinding(ITEM.id, error.fingerprint, "period", "error", "They differ"),)
    assert "Open and told when it was signed:\n- Item 5: Error of the period check" in (
        table.history.tagged[-1][0].message
    )


def test_open_warnings_block_nothing_and_are_told_by_name_hints_are_not(table: Table) -> None:
    warning = finding(WARNING, "A name is spelt in two ways.", "names")
    look(table, warning, finding(HINT))
    gate = table.sign_off.gate(MEETING)
    assert gate.is_open
    assert [str(it) for it in gate.told] == [
        "Item 5: Warning of the names check: A name is spelt in two ways."
    ]
    assert [told.check for told in signed(table).findings] == ["names"]


def test_a_check_that_failed_is_told_and_blocks_nothing(table: Table) -> None:
    look(table, failures=(CheckFailure("sums", "The sums check could not be finished."),))
    gate = table.sign_off.gate(MEETING)
    assert gate.is_open
    assert [str(it) for it in gate.told] == ["Item 5: The sums check could not be finished."]
    assert signed(table).findings == ()


def test_what_came_up_since_the_gate_was_read_is_not_signed_over(table: Table) -> None:
    look(table, finding(WARNING))
    seen = table.sign_off.gate(MEETING)
    table.looked[ITEM.id] = CheckedItem((finding(WARNING), finding(WARNING, "And that.")))
    with pytest.raises(Refusal, match="changed since you read"):
        table.sign_off.sign(seen)
    table.looked.clear()
    assert isinstance(table.sign_off.sign(seen).act, SignOff)


def test_what_is_alike_is_told_once_where_the_first_of_it_stood() -> None:
    nobody = "Nobody has approved it yet."
    found = [
        SignOffBlock("An act."),
        SignOffBlock(nobody, ITEM),
        SignOffBlock("A flag.", ITEM, "f1"),
        SignOffBlock(nobody, OTHER),
    ]
    told = group_blocks(
        [*found, SignOffBlock("A flag.", OTHER, "f2"), SignOffBlock("Its minutes can't be read.", OTHER)]
    )
    assert [str(each) for each in told] == [
        "An act.",
        "Items 5 and 6 are not approved yet.",
        "Item 5: A flag.",
        "Item 6: A flag.",
        "Item 6: Its minutes can't be read.",
    ]
    assert [block.item for block in told[1].blocks] == [ITEM, OTHER]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "The text has changed since it was approved.",
            "Items 5 and 6 have changed since they were approved.",
        ),
        ("It waits for the chair.", "Items 5 and 6 are not approved yet: they wait for the chair."),
        ("Its minutes can't be read.", "Items 5 and 6: Its minutes can't be read."),
    ],
)
def test_of_several_items_the_sentence_speaks_of_several(sentence: str, told: str) -> None:
    assert [
        str(each) for each in group_blocks([SignOffBlock(sentence, ITEM), SignOffBlock(sentence, OTHER)])
    ] == [told]


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ("5", "Item 5"),
        ("1 2 4 7", "Items 1, 2, 4 and 7"),
        ("1 2 3 4 6 7", "Items 1 to 4, 6 and 7"),
        ("1 2 3 4 5 6 7 8", "Items 1 to 8"),
        ("1 2a 3", "Items 1, 2a and 3"),
    ],
)
def test_numbers_in_a_row_are_told_by_the_first_and_the_last(numbers: str, told: str) -> None:
    assert list_items([replace(ITEM, number=number) for number in numbers.split()]) == told
