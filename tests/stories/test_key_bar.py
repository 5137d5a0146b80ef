"""The key bar: a bright key does what it says, here and now; a dimmed one says why not."""

from pathlib import Path

from review_tui.tui.keys import BAR, KEY
from review_tui.tui.widgets.bars import KeyBar
from tests.stories.reviewers import approve_all, look_past, sign
from tests.stories.robot import Robot, reviewing

ROOMY = (200, 24)
"""A terminal so wide that every key of the bar has its place."""


def offered(robot: Robot) -> dict[str, bool]:
    return robot.book.query_one(KeyBar).offered


async def presses(robot: Robot, key: str) -> str:
    """Press a key, let it come to rest, and close what it opens: what is said, where it opens nothing."""
    robot.book.clear_message()
    await robot.press(KEY[key].keys.split(",")[0])
    await robot.until(
        lambda: not robot.book.key_queue.is_working or robot.app.screen is not robot.book,
        f"{key} does not come to rest",
    )
    said = robot.book.message if robot.app.screen is robot.book else ""
    await robot.press("escape")
    await robot.until(lambda: not robot.book.key_queue.is_working, f"there is no way back from {key}")
    return said


async def presses_all(robot: Robot) -> None:
    """Every key of the bar: a bright one is not refused, a dimmed one says why; by all there is to know."""
    for key in BAR:
        await robot.knows_the_meeting()
        if key in offered(robot):
            is_bright = offered(robot)[key]
            said = await presses(robot, key)
            assert bool(said) is not is_bright, f"{key} is {'bright' if is_bright else 'dimmed'}: “{said}”"


async def test_in_a_draft_every_key_does_what_it_says_or_says_why_not(sample_book: Path) -> None:
    async with reviewing(sample_book, size=ROOMY) as robot:
        await robot.press("j")  # to a passage that no finding is about
        assert {key for key, is_bright in offered(robot).items() if not is_bright} == {"put-right"}
        assert set(BAR) - offered(robot).keys() == {"undo", "sync"}
        await presses_all(robot)


async def test_in_signed_minutes_only_what_can_be_done_there_is_offered(sample_book: Path) -> None:
    look_past(sample_book)
    approve_all(sample_book, "Carol Chair")
    sign(sample_book)
    async with reviewing(sample_book, size=ROOMY) as robot:
        assert not {"flag", "approve", "put-right", "undo"} & offered(robot).keys()
        await robot.sees("e Correct", "S Signed off")
        await presses_all(robot)


async def test_in_a_book_that_cannot_be_written_every_acting_key_is_dimmed_and_says_why(
    sample_book: Path,
) -> None:
    (sample_book.parent / ".git" / "MERGE_HEAD").write_text(f"{'0' * 40}\n", encoding="ascii")
    async with reviewing(sample_book, size=ROOMY) as robot:
        dimmed = {key for key, is_bright in offered(robot).items() if not is_bright}
        assert dimmed == {"flag", "amend", "approve", "put-right", "sign-off"}
        for key in dimmed:
            await robot.press(KEY[key].keys)
            await robot.is_told("a merge")
            await robot.press("escape")
            robot.book.clear_message()


async def test_undo_comes_to_the_bar_with_the_first_act_and_goes_when_it_is_taken_back(
    sample_book: Path,
) -> None:
    async with reviewing(sample_book, size=ROOMY) as robot:
        await robot.press("R")
        await robot.sees("as it reads now, and have no comment?")
        await robot.press("enter")
        await robot.is_told("is marked as read by you.")
        await robot.sees("u Undo")
        await robot.press("u")
        await robot.sees("Undo your")
        await robot.press("enter")
        await robot.is_told("Undone")
        await robot.no_longer_sees("u Undo")
