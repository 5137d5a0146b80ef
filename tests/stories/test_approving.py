"""Approving again, reading without comment, and who has read what."""

from pathlib import Path

from review_tui.model.acts import DispositionOutcome
from tests.stories.reviewers import RULES, amend, approve_all, become, flag, rule, settle_first
from tests.stories.robot import reviewing


async def test_renewing_an_approval_shows_what_changed_since_and_is_one_key_and_enter(
    sample_book: Path,
) -> None:
    approve_all(sample_book, "Dawn Example")
    amend(sample_book, "October, 2020-September, 2022", "October, 2020-September, 2021")
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await robot.sees("7 of 8 approved · 1 changed since approval")
        await robot.press("a")
        await robot.sees("What changed since you approved it", "[-2022-]{+2021+}", "Approve item 5 Ctrl+S")
        await robot.press("enter")
        await robot.is_told("Item 5 approved.")
        await robot.sees("8 of 8 approved", "✓ approved by Dawn Example")


async def test_who_never_approved_sees_what_changed_since_the_last_who_did(sample_book: Path) -> None:
    approve_all(sample_book, "Carol Chair")
    amend(sample_book, "October, 2020-September, 2022", "October, 2020-September, 2021")
    async with reviewing(sample_book) as robot:
        await robot.press("a")
        await robot.sees("What changed since Carol Chair approved it", "[-2022-]{+2021+}")


async def test_a_first_approval_shows_no_changes_and_what_the_book_asks_for(sample_book: Path) -> None:
    rule(sample_book)
    async with reviewing(sample_book) as robot:
        await robot.press("a")
        await robot.sees("Approve this item", "it waits for the chair and the officer")
        assert "What changed" not in robot.words


async def test_whoever_wrote_words_of_it_is_told_why_they_cannot_approve_it(sample_book: Path) -> None:
    rule(sample_book, RULES.replace("needs: [chair, officer]", "own_words: no"))
    amend(sample_book, "October, 2020-September, 2022", "October, 2020-September, 2021")
    async with reviewing(sample_book) as robot:
        await robot.press("a")
        await robot.is_told("nobody approves their own words")


async def test_reading_without_comment_is_asked_once_and_shows_in_the_circulation(sample_book: Path) -> None:
    rule(sample_book)
    approve_all(sample_book, "Carol Chair")
    become(sample_book, "Olu Officer")
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await robot.press("R")
        await robot.sees("as it reads now, and have no comment?")
        await robot.press("enter")
        await robot.is_told("Item 5 is marked as read by you.")
        await robot.press("R")
        await robot.is_told("You have said already that you have read exactly this text.")
        await robot.press("c")
        await robot.sees("Circulation: who has read what", "DE CC OO")
        await robot.sees("5 Safeguarding Children Board Annua… · ✓ r", "6 Loneliness Update · ✓ ·")
        await robot.press("end")
        await robot.sees("Dawn Example: has read nothing as it is now", "Carol Chair: has read everything")
        await robot.sees("Olu Officer: still to read: 1, 2, 3, 4, 6, 7, 8")


async def test_a_reading_of_an_earlier_text_is_told_apart(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        await robot.press("R")
        await robot.sees("as it reads now, and have no comment?")
        await robot.press("enter")
        await robot.is_told("marked as read")
    amend(sample_book, "October, 2020-September, 2022", "October, 2020-September, 2021")
    async with reviewing(sample_book) as robot:
        await robot.press("c")
        await robot.sees("5 Safeguarding Children Board Annua… ~")


async def test_leaving_tells_what_was_raised_and_asks(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        await robot.press("R")
        await robot.sees("as it reads now, and have no comment?")
        await robot.press("enter")
        await robot.is_told("marked as read")
        await robot.press("f")
        await robot.sees("Flag this passage")
        await robot.types("Odd.")
        await robot.press("ctrl+s")
        await robot.is_told("Flagged")
        await robot.press("q")
        await robot.sees("In this session: 1 flag raised, 1 item read without comment", "Odd.")
        await robot.press("escape")
        await robot.no_longer_sees("In this session")
        assert robot.app.is_running
        await robot.press("q")
        await robot.sees("In this session")
        await robot.press("q")
        await robot.until(lambda: not robot.app.is_running, "does not end")


async def test_with_nothing_raised_leaving_asks_nothing(sample_book: Path) -> None:
    flag(sample_book, "Laura Gough")
    settle_first(sample_book, DispositionOutcome.ACCEPTED, "Fine.")
    async with reviewing(sample_book) as robot:
        await robot.press("q")
        await robot.until(lambda: not robot.app.is_running, "does not end")


async def test_ctrl_q_leaves_at_once(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        await robot.press("R")
        await robot.sees("as it reads now, and have no comment?")
        await robot.press("enter")
        await robot.is_told("marked as read")
        await robot.press("ctrl+q")
        await robot.until(lambda: not robot.app.is_running, "does not end")
