"""Minutes in one file, reviewed on the screen by keys."""

from pathlib import Path

from textual.widgets import Input

from review_tui.composition import open_book_context
from review_tui.tui.app import ReviewApp
from review_tui.tui.item_loader import ItemLoader
from tests.one_file import MINUTES, commit, git, make
from tests.stories.robot import Robot

ONE = "## 5." + MINUTES.partition("## 5.")[2].partition("## 6.")[0]
"""The minutes of a meeting with one item, which say nowhere when it was held."""
RIGHT = ONE.replace("October, 2020-September, 2022", "October, 2020-September, 2021")


async def test_the_whole_story_on_one_file_by_keys(tmp_path: Path) -> None:
    top = tmp_path / "repo"
    file = make(top, ONE).rename(top / "meetings" / "board.md")
    commit(top, "Undated")
    context = open_book_context(file.parent, file=file.name)
    loader = ItemLoader(context)
    meeting, item_id, _ = loader.first_meeting("5")
    assert meeting is not None
    first = loader.at_once(meeting, item_id)
    assert first is not None
    app = ReviewApp(loader, meeting, first)
    async with app.run_test(size=(120, 40)) as pilot:
        robot = Robot(app, pilot)
        await robot.sees("About this meeting", "The day it was held")
        assert git(top, "status", "--porcelain") == ""
        app.screen.query_one(Input).value = "2022-03-16"
        await robot.press("ctrl+s")
        await robot.is_told("Kept of the meeting: date 2022-03-16")
        await robot.goes_to_next_concern()
        await robot.press("s")
        await robot.records("A slip")
        assert file.read_text() == RIGHT
        assert git(top, "show", "--name-only", "--format=", "HEAD").split() == ["meetings/board.md"]
        await robot.approves()
        file.write_text(RIGHT.replace("be noted", "be received"))
        commit(top, "Edited elsewhere")
        await robot.press("f5")
        await robot.sees("What changed", "received")
        await robot.press("escape")
        await robot.until(lambda: not robot.book.session.is_behind, "is behind")
        assert not robot.book.session.item.view.state.current_approvals
        await robot.approves()
        await robot.press("S")
        await robot.sees("Sign these minutes off")
        await robot.no_longer_sees("Still looking")
        await robot.press("ctrl+s")
        await robot.is_told("igned off")
    context.history.close()
    assert git(top, "tag").split() == ["minutes/board"]
    assert 'date: "2022-03-16"' in git(top, "show", "HEAD:meetings/board.review/meeting.yaml")
    assert git(top, "status", "--porcelain") == ""
