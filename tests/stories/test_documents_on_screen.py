"""A file that comes back, the report and corrections to earlier minutes, from the list of commands."""

from pathlib import Path

from textual.command import CommandPalette
from textual.widgets import Input

from review_tui.adapters.exporters.exporter_table import ExporterTable
from review_tui.application.export import export_minutes
from review_tui.tui.keys import LISTED
from tests.stories.robot import Robot, reviewing
from tests.word_hand import WordHand


async def asks_for(robot: Robot, command: str) -> None:
    """Pick a command by its name, once the words that tell of it are there."""
    (says,) = (key.says for key in LISTED if key.label == command)
    await robot.press("ctrl+p")
    robot.app.screen.query_one(Input).value = f"{command} {says[:12]}".casefold()
    await robot.until(lambda: says[:30] in robot.page, f"is not offered “{command}”")
    await robot.press("enter")
    if isinstance(robot.app.screen, CommandPalette):  # the first chose it from the list
        await robot.press("enter")


async def test_a_word_file_comes_back_and_the_report_tells_of_it(sample_book: Path, tmp_path: Path) -> None:
    async with reviewing(sample_book) as robot:
        view = robot.book.session.meeting
        hand = WordHand(export_minutes(view, ExporterTable(), "docx").data)
        hand.change("September, 2022", "September, 2021")
        back = tmp_path / "b.docx"
        back.write_bytes(hand.saved())
        await asks_for(robot, "Take a Word file back")
        await robot.sees("The file, with the folder that it lies in")
        robot.app.screen.query_one("#file", Input).value = str(back)
        await robot.press("enter")
        await robot.sees(
            "amend item 5: “September, 2022” to “September, 2021” – Jane Reader",
            "Nobody here is called Jane Reader",
        )
        await robot.press("enter")
        await robot.is_told("1 act recorded.")
        assert "October, 2020-September, 2021, be noted" in robot.book.session.item.view.draft.text
        await asks_for(robot, "Report")
        await robot.sees("Motion: That the minutes of the meeting", "Item by item")
        await robot.press("escape")
        await asks_for(robot, "Corrections to earlier minutes")
        await robot.is_told("These minutes tell of no correction to earlier ones.")
