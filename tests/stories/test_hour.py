"""What a chair and two officers stumbled over in an hour of their own, mended."""

from pathlib import Path

from review_tui.application.book_context import BookContext
from review_tui.composition import SAMPLE_ITEM
from review_tui.model.acts import FlagKind
from review_tui.model.quotes import occurrences, quote_at
from tests.stories.reviewers import amend, approve_all, at_desk
from tests.stories.robot import reviewing
from tests.stories.test_newcomer import flag_words


async def test_what_reads_differently_from_the_screen_is_not_signed_before_it_was_read(
    sample_book: Path,
) -> None:
    approve_all(sample_book, "Dawn Example")
    async with reviewing(sample_book, item="6") as robot:
        amend(sample_book, "2022", "2021")
        at_desk(sample_book, lambda context: context.review.approve(context.reading.find(SAMPLE_ITEM)))
        await robot.press("S")
        await robot.is_told("Item 5 reads differently from what is on the screen. Press F5")
        await robot.press("f5")
        await robot.is_told("The minutes of item 5 changed too.")
        await robot.press("S")
        await robot.sees("Sign these minutes off, as Dawn Example?")


async def test_words_of_a_recorded_amendment_are_never_told_to_be_unrecorded(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        amend(sample_book, "2022", "2021")
        await robot.sees("F5: see what changed")
        for key in ("b", "d"):
            await robot.press(key)
            await robot.is_told("The files have changed. Press F5 first")
        await robot.press("f5")
        await robot.sees("What changed", "[-2022-]{+2021+}")
        await robot.press("escape", "end", "b")
        await robot.sees("Who wrote the sentences of this passage", "Changed by amendment 1, by Dawn")


async def test_a_stale_item_with_an_open_flag_leads_to_what_changed(sample_book: Path) -> None:
    approve_all(sample_book, "Dawn Example")
    amend(sample_book, "2022", "2021")
    flag_words(sample_book, "Laura Gough")
    async with reviewing(sample_book) as robot:
        await robot.press("t")
        await robot.sees("approved an earlier text of this item")
        assert "d: what changed" not in robot.words  # in the list no key does anything but choose
        await robot.press("enter")
        await robot.sees("approved an earlier text of this item", "d: what changed")
        assert "a: approve" not in robot.words
        await robot.press("d")
        await robot.sees("What changed since you approved it", "[-2022-]{+2021+}")


async def test_settling_and_replying_show_the_words_that_were_flagged(sample_book: Path) -> None:
    flag_words(sample_book, "statutory guidance")
    async with reviewing(sample_book) as robot:
        await robot.sees("About statutory guidance.")
        for key, heading in (("x", "Close this flag"), ("r", "Reply to Dawn Example")):
            await robot.press(key)
            await robot.sees(heading, "“statutory guidance”", "Dawn Example: About statutory guidance.")
            await robot.press("escape")


async def test_undoing_in_another_item_leads_to_the_passage_that_changes(sample_book: Path) -> None:
    amend(sample_book, "2022", "2021")
    async with reviewing(sample_book, item="1", size=(80, 24)) as robot:
        await robot.press("u")
        await robot.sees("Undo your amendment of item 5")
        await robot.press("enter")
        await robot.is_told("Undone")
        await robot.sees("October, 2020-September, 2022, be noted.")


async def test_after_a_click_into_the_notes_the_keys_move_there(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        panes = robot.book.panes
        await robot.pilot.click("#notes", offset=(8, 5))
        await robot.until(lambda: panes.front == "notes", "the notes stay behind")
        draft, notes = panes.draft.cursor, panes.notes.cursor
        await robot.press("j")
        assert panes.draft.cursor == draft
        assert panes.notes.cursor > notes
        await robot.pilot.click("#draft", offset=(8, 5))
        await robot.until(lambda: panes.front == "draft", "the draft stays behind")


async def test_the_keys_stay_in_sight_below_a_long_question_on_a_small_screen(sample_book: Path) -> None:
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await robot.until(lambda: bool(robot.book.session.item.evidence.of(0)), "knows no evidence")
        await robot.press("l")
        await robot.sees("Where does this passage come from?", "Enter choose Esc cancel")
        await robot.press("down")
        await robot.sees("It does not come from these notes", "Enter choose Esc cancel")


async def test_no_word_is_cut_in_what_stood_around_flagged_words(sample_book: Path) -> None:
    flag_words(sample_book, "keep children")
    async with reviewing(sample_book) as robot:
        await robot.sees("About keep children.")
        await robot.press("enter")
        await robot.sees("… that the RSCP had sought to keep children and families safe in line with …")


async def test_why_nothing_can_be_recorded_is_said_once_not_twice(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        robot.book.session.read_only = "Two versions are being put together."
        robot.book.say(robot.book.session.read_only)
        await robot.sees("» Two versions are being put together.")
        assert robot.page.count("Two versions are being put together.") == 1


async def test_whether_an_amendment_settles_a_flag_is_told_without_colour(sample_book: Path) -> None:
    flag_words(sample_book, "statutory guidance")
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await robot.sees("About statutory guidance.")
        await robot.press("e")
        await robot.sees("[x] Closes Dawn Example’s flag")
        await robot.press("tab", "tab", "space")
        await robot.sees("[ ] Closes Dawn Example’s flag")


async def test_putting_right_finds_the_suggestion_beside_the_flag_that_is_looked_at(
    sample_book: Path,
) -> None:
    at_desk(sample_book, _flag_the_resolution)
    async with reviewing(sample_book) as robot:
        await robot.press("end")
        await robot.sees("1 of 2", "Is it so?")
        await robot.press("s")
        await robot.sees(
            "Use the suggested wording?", "[-2022-]{+2021+}", "[ ] Closes Dawn Example’s flag: Is it so?"
        )


def _flag_the_resolution(context: BookContext) -> None:
    view = context.reading.find(SAMPLE_ITEM)
    span = occurrences(view.draft.text, "Resolved:-")[-1]
    context.review.flag(view, quote_at(view.draft.text, span), FlagKind.OTHER, "Is it so?")
