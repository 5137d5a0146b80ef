"""Signing a meeting off on the screen: the gate, the signature, and what can be done afterwards."""

from pathlib import Path

from textual.widgets import TextArea

from review_tui.composition import SAMPLE_ITEM
from tests.stories.reviewers import approve_all as all_approve
from tests.stories.reviewers import at_desk, become, flag, look_past, rule, sign
from tests.stories.robot import Robot, reviewing

SIGNED = "These minutes are signed off. Reopen the meeting before changing anything."
HERE = "2022-03-16-health-and-wellbeing-board"


def approve_all(book: Path, *names: str) -> None:
    """The one error that the checks find is dealt with, and each of ``names`` approves every item."""
    look_past(book)
    all_approve(book, *names)


def tags(book: Path) -> list[str]:
    return [p.name for p in (book.parent / ".git" / "refs" / "tags" / "minutes").glob("*")]


async def test_the_gate_lists_what_blocks_and_each_line_leads_there(sample_book: Path) -> None:
    approve_all(sample_book, "Carol Chair")
    flag(sample_book, "Laura Gough", "name", "Is that her title?")
    async with reviewing(sample_book, item="1") as robot:
        await robot.press("S")
        await robot.sees("Not ready to sign off: 1 thing stands in the way", "7 of 8 items approved")
        await robot.sees("Item 5: The name flag by Dawn Example on “Laura Gough” is open.", "Enter go there")
        await robot.press("enter")
        await robot.is_told("Item 5: The name flag")
        assert robot.book.session.item.view.name == SAMPLE_ITEM
        assert robot.book.concern is not None
        assert robot.book.concern.flag is not None
        assert robot.book.concern.flag.thread.flag.comment == "Is that her title?"


async def test_the_gate_leads_to_an_item_that_nobody_approved(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        await robot.press("S")
        await robot.sees("2 things stand in the way", "Items 1 to 8 are not approved yet.")
        await robot.press("enter")
        await robot.is_told("Items 1 to 8 are not approved yet.")
        assert robot.book.session.item.view.item.number == "1"


async def test_an_error_that_nobody_dealt_with_stands_in_the_way_and_the_gate_leads_to_it(
    sample_book: Path,
) -> None:
    all_approve(sample_book, "Carol Chair")
    async with reviewing(sample_book, item="1") as robot:
        await robot.press("S")
        await robot.sees("1 thing stands in the way", "Item 5: Error of the period check: The")
        await robot.press("enter")
        await robot.is_told("Item 5: Error of the period check")
        assert robot.book.concern is not None
        assert robot.book.concern.finding is not None
    assert not tags(sample_book)


async def test_where_the_book_says_so_an_error_is_told_to_whoever_signs(sample_book: Path) -> None:
    rule(sample_book, "sign_off:\n  findings: tell\n")
    all_approve(sample_book, "Carol Chair")
    async with reviewing(sample_book) as robot:
        await robot.press("S")
        await robot.sees("Still open, and blocks nothing", "! Item 5: Error of the period check")
        await robot.press("ctrl+s")
        await robot.is_told("Signed off with 1 finding open")
        await robot.press("S", "enter")
        await robot.sees("Open and told when it was signed", "Item 5: error of the period check")


async def test_a_chair_signs_with_a_dissent_and_the_screen_says_so(sample_book: Path) -> None:
    approve_all(sample_book, "Carol Chair", "Olu Officer")
    become(sample_book, "Carol Chair")
    async with reviewing(sample_book) as robot:
        await robot.sees("8 of 8 approved")
        await robot.press("S")
        await robot.sees("Sign these minutes off, as Carol Chair?", "approved by Carol Chair, Olu Officer")
        await robot.sees("Wednesday 16 March 2022 · 8 items", "text")
        await robot.press("tab", "tab")
        await robot.types("Item 6 is too short.")
        await robot.press("ctrl+s")
        await robot.is_told("Signed off: Health and Wellbeing Board")
        await robot.sees("■ signed off")
        assert not robot.book.session.warning
        assert not robot.book.context.typing.left_over()
        await robot.press("S")
        await robot.sees("Signed off by Carol Chair")
        await robot.press("enter")
        await robot.sees("What was signed", "The chair does not agree", "Item 6 is too short.")
        await robot.sees("There were no declarations of interest")
    assert tags(sample_book) == [HERE]


async def test_every_acting_key_says_that_the_minutes_are_signed(sample_book: Path) -> None:
    approve_all(sample_book, "Carol Chair")
    sign(sample_book)
    async with reviewing(sample_book) as robot:
        for key in "foraRxslp":
            await robot.press(key)
            await robot.is_told(SIGNED)
            robot.book.message = ""


async def test_signed_minutes_are_reopened_with_a_reason(sample_book: Path) -> None:
    approve_all(sample_book, "Carol Chair")
    sign(sample_book)
    async with reviewing(sample_book) as robot:
        await robot.press("S")
        await robot.sees("These minutes are signed off")
        await robot.press("j", "j", "enter")
        await robot.sees("Reopen these minutes", "What was signed stays on record")
        await robot.press("ctrl+s")
        await robot.sees("Write a few words first.")
        await robot.types("The vote is wrong.")
        await robot.press("ctrl+s")
        await robot.is_told("Reopened: Health and Wellbeing Board")
        await robot.sees("8 of 8 approved", "✓ approved by Carol Chair")
        assert not robot.book.context.typing.left_over()
        await robot.press("S")
        await robot.sees("Sign these minutes off")
        await robot.press("ctrl+s")
        await robot.is_told("Signed off")
    assert sorted(tags(sample_book)) == [HERE, f"{HERE}.2"]


async def test_the_hand_over_says_what_the_next_meeting_approves_and_can_be_copied(sample_book: Path) -> None:
    approve_all(sample_book, "Carol Chair")
    sign(sample_book)
    async with reviewing(sample_book) as robot:
        await robot.press("S", "j", "enter")
        await robot.sees(
            "For the agenda of the next meeting", "To approve the minutes of the meeting of Health"
        )
        await robot.press("c")
        await robot.until(lambda: "To approve" in robot.app.clipboard, "nothing is copied")


async def test_a_correction_is_recorded_against_signed_minutes(sample_book: Path) -> None:
    approve_all(sample_book, "Carol Chair")
    sign(sample_book)
    minutes = (sample_book / SAMPLE_ITEM / "minutes.md").read_bytes()
    async with reviewing(sample_book) as robot:
        await robot.press("e")
        await robot.sees("Record a correction. The signed words stay as they are")
        await robot.press("ctrl+s")
        await robot.sees("Write what the words should say")
        await robot.types(" Indeed.")
        await robot.press("ctrl+s")
        await robot.sees("Say why it is corrected.")
        await robot.types("She said so.")
        await robot.press("ctrl+s")
        await robot.sees("Say at which meeting it was corrected.")
        await robot.types("11 May 2022")
        await robot.press("ctrl+s")
        await robot.is_told("Correction of item 5 recorded.")
        await robot.sees("1 correction", "✎ correction At 11 May 2022: for “")
        assert not robot.book.context.typing.left_over()
    assert (sample_book / SAMPLE_ITEM / "minutes.md").read_bytes() == minutes


async def types_a_dissent_and_leaves(robot: Robot) -> None:
    await robot.press("S")
    await robot.sees("Sign these minutes off")
    await robot.press("tab", "tab")
    await robot.types("Not so.")
    await robot.press("escape")
    # a key that is pressed before the dialog has kept the words and gone is the dialog's
    await robot.until(lambda: not robot.app.screen.query("#dissent"), "the dialog stays")


async def test_what_was_typed_for_signing_is_kept_and_offered_again(sample_book: Path) -> None:
    approve_all(sample_book, "Carol Chair")
    async with reviewing(sample_book) as robot:
        await types_a_dissent_and_leaves(robot)
        await robot.press("S")
        await robot.until(lambda: bool(robot.app.screen.query("#dissent")), "sees no dialog")
        assert robot.app.screen.query_one("#dissent", TextArea).text == "Not so."
        await robot.press("escape")
    async with reviewing(sample_book) as robot:
        await robot.sees("You were writing this to sign the minutes off")
        await robot.press("enter")
        await robot.sees("Sign these minutes off")
        assert robot.app.screen.query_one("#dissent", TextArea).text == "Not so."


async def test_what_changed_after_the_dialog_opened_is_not_signed(sample_book: Path) -> None:
    approve_all(sample_book, "Carol Chair")
    async with reviewing(sample_book) as robot:
        await robot.press("S")
        await robot.sees("Sign these minutes off")
        flag(sample_book, "Laura Gough")
        await robot.press("ctrl+s")
        await robot.is_told("This can't be signed off yet.")
    assert not tags(sample_book)


async def test_the_gate_speaks_of_roles_and_fits_a_narrow_screen(sample_book: Path) -> None:
    rule(sample_book)
    approve_all(sample_book, "Carol Chair")
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await robot.sees("waits for the officer · ✓ by Carol Chair")
        await robot.press("S")
        await robot.sees("they wait for the officer.", "Enter go there Esc close")
    at_desk(sample_book)
    approve_all(sample_book, "Olu Officer")
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await robot.press("S")
        await robot.sees("Sign these minutes off", "Sign off Ctrl+S")
