"""Differences, views, who wrote what, and what came in from outside: on the screen."""

from pathlib import Path

from review_tui.composition import SAMPLE_ITEM, open_book_context
from tests.stories.reviewers import become
from tests.stories.robot import reviewing
from tests.stories.test_taking_back import RIGHT, WRONG, amend, flag


def approve(book: Path, item: str = SAMPLE_ITEM) -> None:
    context = open_book_context(book)
    context.review.approve(context.reading.find(item))
    context.history.close()


async def test_differences_begin_where_the_reviewer_approved_and_any_two_points_can_be_chosen(
    sample_book: Path,
) -> None:
    amend(sample_book, WRONG, RIGHT, "A slip of the pen.")
    approve(sample_book)
    become(sample_book, "Ann Example")
    amend(sample_book, "powerpoint", "PowerPoint", "It is a name.")
    become(sample_book, "Dawn Example")
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await robot.press("d")
        await robot.sees("What changed since you approved it", "From After amendment 1 (Dawn Example")
        await robot.sees("To The draft now: after amendment 2 (Ann Example", "[-powerpoint-]{+PowerPoint+}")
        assert "[-2022-]" not in robot.words
        await robot.press("left")
        await robot.sees("What changed between two points", "As first drafted", "[-2022-]{+2021+}")
        await robot.press("t")
        await robot.sees("Compare with which point?", "you approved it")
        await robot.press("up", "enter")
        await robot.no_longer_sees("PowerPoint+}")
        await robot.sees("[-2022-]{+2021+}", "To After amendment 1")
        await robot.press("f", "down", "down", "enter")
        await robot.sees("From After amendment 1", "To The draft now")
        await robot.press("d")
        await robot.no_longer_sees("What changed")


async def test_without_an_approval_differences_begin_where_one_read_else_at_the_first_draft(
    sample_book: Path,
) -> None:
    amend(sample_book, WRONG, RIGHT, "A slip of the pen.")
    async with reviewing(sample_book) as robot:
        await robot.press("d")
        await robot.sees("What changed since the first draft", "[-2022-]{+2021+}")
    context = open_book_context(sample_book)
    context.review.receipt(context.reading.find(SAMPLE_ITEM))
    context.history.close()
    async with reviewing(sample_book) as robot:
        await robot.press("d")
        await robot.sees("What changed since you last read it", "Nothing has changed since you last read it.")


async def test_the_five_views_are_picked_by_number_and_switched_by_number(sample_book: Path) -> None:
    amend(sample_book, WRONG, RIGHT, "A slip of the pen.")
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await robot.press("v")
        await robot.sees("Views of this item", "4 As it was last approved (none yet)")
        await robot.press("2")
        await robot.sees("Item 5: as it was first drafted")
        await robot.press("end")
        await robot.sees("2020-September, 2022, be")
        await robot.press("1", "end")
        await robot.sees("the draft as it is now", "2020-September, 2021, be")
        await robot.press("3", "end")
        await robot.sees("in its place", "[-2022-]{+2021+}")
        await robot.press("4")
        await robot.sees("Nobody has approved a text of this item yet")
        await robot.press("right")
        await robot.sees("clean, as it would be published")
        await robot.press("v")
        await robot.no_longer_sees("as it would be published")
    approve(sample_book)
    async with reviewing(sample_book) as robot:
        await robot.press("v", "4")
        await robot.sees("as it was last approved, by Dawn Example")


async def test_each_sentence_of_a_passage_says_who_wrote_it(sample_book: Path) -> None:
    become(sample_book, "Ann Example")
    amend(sample_book, "powerpoint", "PowerPoint", "It is a name.")
    become(sample_book, "Dawn Example")
    async with reviewing(sample_book) as robot:
        await robot.press("b")
        await robot.sees("→ Changed by amendment 1, by Ann Example", "It is a name.")
        await robot.sees("→ Other words of it: as first drafted.", "→ As first drafted, by Dawn Example")


async def test_what_came_in_is_told_with_who_did_it(sample_book: Path) -> None:
    async with reviewing(sample_book, size=(80, 24)) as robot:
        become(sample_book, "Ann Example")
        amend(sample_book, WRONG, RIGHT, "A slip of the pen.")
        approve(sample_book, "7")
        flag(sample_book, "6", "loneliness", "Say which.")
        amend(sample_book, "The", "This", "So it was.", item="6")
        become(sample_book, "Dawn Example")
        await robot.sees("F5: see what changed")
        await robot.press("f5")
        await robot.sees(
            "What changed", "Amendment 1, by Ann Example", "A slip of the pen.", "[-2022-]{+2021+}"
        )
        await robot.sees("Ann Example flagged item 6.", "Ann Example approved item 7.")
        await robot.sees("The minutes of item 6 changed too.")
        await robot.press("escape", "f5")
        await robot.is_told("Nothing has changed since you last looked.")


async def test_acts_alone_that_came_in_are_told_in_a_sentence(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        become(sample_book, "Ann Example")
        approve(sample_book)
        become(sample_book, "Dawn Example")
        await robot.sees("F5: see what changed")
        await robot.press("f5")
        await robot.is_told("Ann Example approved item 5.")


async def test_an_edit_by_hand_is_told_as_not_recorded_yet(sample_book: Path) -> None:
    minutes = sample_book / SAMPLE_ITEM / "minutes.md"
    async with reviewing(sample_book) as robot:
        minutes.write_text(minutes.read_text().replace(WRONG, RIGHT))
        await robot.sees("F5: see what changed")
        await robot.press("f5")
        await robot.sees("Edited in another program, and not recorded yet", "[-2022-]{+2021+}")
        await robot.press("escape", "d")
        await robot.sees("The draft now, edited in another program and not recorded yet")
        await robot.press("escape", "end", "b")
        await robot.sees("Edited in another program, and not recorded yet.")
