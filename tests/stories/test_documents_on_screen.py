"""Documents in and out of the screen: exports, notes, files that come back, new meetings, the report."""

import threading
from pathlib import Path
from typing import Any

import pytest
from textual.command import CommandPalette
from textual.widgets import Input, Select

from review_tui.adapters.exporters.exporter_table import ExporterTable
from review_tui.application.export import Export, export_minutes
from review_tui.composition.document_files import DocumentFiles
from review_tui.tui.dialogs.long_pick import Notice, NumberedPick
from review_tui.tui.features.documents import export_actions
from review_tui.tui.features.documents.file_dialog import FileDialog
from review_tui.tui.features.documents.import_dialog import ImportDialog
from review_tui.tui.first_offer import FirstOffer
from review_tui.tui.keys import LISTED
from tests.stories.robot import Robot, reviewing
from tests.waiting import LIMIT, until
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


async def picks(robot: Robot, place: str) -> None:
    """Press i and pick from the short list; the dialog that comes then is there."""
    await robot.press("i")
    await robot.sees("Documents, in and out")
    await robot.press(place)
    await robot.no_longer_sees("Documents, in and out")


async def names(robot: Robot, file: Path) -> None:
    """Type the name of a file."""
    field = robot.app.screen.query_one("#file", Input)
    field.focus()
    field.value = str(file)
    await robot.press("enter")


async def test_minutes_go_out_from_the_screen_and_no_file_is_replaced_unasked(
    sample_book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.txt"
    out.write_text("mine", encoding="utf-8")
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await picks(robot, "1")
        await robot.sees("2022-03-16-health-and-wellbeing-board.docx")
        robot.app.screen.query_one("#to", Select).value = "txt"
        await robot.sees("2022-03-16-health-and-wellbeing-board.txt")
        robot.app.screen.query_one("#view", Select).value = "redline"
        await names(robot, out)
        await robot.sees("Plain text can't show changes.")
        robot.app.screen.query_one("#view", Select).value = "clean"
        await robot.press("ctrl+s")
        await robot.sees(
            "is there already. Replace it, or name another.", "[ ] Replace the file that is there"
        )
        assert out.read_text(encoding="utf-8") == "mine"
        await robot.press("space", "ctrl+s")
        await robot.is_told(f"Wrote {out}.")

        go_on, is_over = threading.Event(), threading.Event()

        def made_slowly(*asked: Any, **how: Any) -> Export:
            go_on.wait(LIMIT)
            made = export_minutes(*asked, **how)
            is_over.set()
            return made

        monkeypatch.setattr(export_actions, "export_minutes", made_slowly)
        await picks(robot, "1")
        await robot.sees("2022-03-16-health-and-wellbeing-board.docx")
        await names(robot, tmp_path / "other.docx")
        await robot.sees("other.docx …", "Esc stop")
        await robot.press("escape")
        await robot.is_told("Stopped. Nothing was written.")
        go_on.set()
        await robot.until(is_over.is_set, "is never made")
    assert not (tmp_path / "other.docx").exists()
    assert "Declarations of Interest" in out.read_text(encoding="utf-8")


async def test_notes_are_divided_where_the_reader_says_and_a_document_becomes_a_meeting(
    sample_book: Path, tmp_path: Path
) -> None:
    notes, minutes = tmp_path / "all.txt", tmp_path / "may.md"
    notes.write_text(
        "There are no declarations of interest.\n\nThanks.\n\nBefriending calls to lonely residents.\n",
        encoding="utf-8",
    )
    minutes.write_text("# Finance Panel\n\n## 1. Budget\n\nIt was noted.\n", encoding="utf-8")
    async with reviewing(sample_book, item="1") as robot:
        await picks(robot, "4")
        robot.app.screen.query_one("#file", Input).value = f"{tmp_path}/al"
        await robot.sees("all.txt")
        await robot.press("down", "enter")
        await robot.sees("Of this item: 1 Declarations of Interest")
        await robot.press("3")
        await robot.sees("all.txt, divided among the items", "line 1, from “There are no declarations")
        await robot.press("right")
        await robot.sees("The first item begins with the first line.")
        await robot.press(*"jjjjj", "right")
        await robot.sees("* 6 Loneliness Update lines 4 to 5")
        await robot.press("left", "left")
        await robot.sees("* 6 Loneliness Update lines 2 to 5")
        await robot.press("ctrl+s")
        await robot.is_told("Wrote the parts of items 1, 6. It lies beside the minutes")
        (item,) = (each for each in robot.book.session.meeting.items if each.item.number == "6")
        part = sample_book / item.meeting.id / item.item.id / "notes" / "all.txt"
        assert part.read_text(encoding="utf-8") == "\nThanks.\n\nBefriending calls to lonely residents.\n"

        await picks(robot, "5")
        await names(robot, minutes)
        await robot.sees("1 Budget: 3 words", "? date: none found")
        await robot.press("ctrl+s")
        await robot.sees("Write the day as year-month-day")
        robot.app.screen.query_one("#date", Input).value = "2024-05-01"
        await robot.press("ctrl+s")
        await robot.is_told("Made the meeting 2024-05-01-finance-panel, and recorded it.")
        assert robot.book.session.meeting.meeting.body == "Finance Panel"


async def test_in_an_empty_folder_a_book_can_be_made_of_a_document(tmp_path: Path) -> None:
    minutes, book = tmp_path / "may.md", tmp_path / "drafts"
    minutes.write_text("# Finance Panel, 1 May 2024\n\n## 1. Budget\n\nIt was noted.\n", encoding="utf-8")
    told: list[str] = []

    def record(folder: Path, _: object) -> str:
        told.append(folder.name)
        return "There is no history here."

    app = FirstOffer(DocumentFiles(), book, record)
    async with app.run_test() as pilot:

        async def until_open(kind: type) -> None:
            await until(
                lambda: isinstance(app.screen, kind), lambda: f"on {app.screen_stack}", meanwhile=pilot.pause
            )

        async def names_a_file(file: Path) -> None:
            await until_open(NumberedPick)
            await pilot.press("1")
            await until_open(FileDialog)
            app.screen.query_one("#file", Input).value = str(file)
            await pilot.press("enter")

        await names_a_file(tmp_path / "none.md")
        await until_open(Notice)
        await pilot.press("escape")
        await names_a_file(minutes)
        await until_open(ImportDialog)
        await pilot.press("ctrl+s")
        await until(lambda: app.taken, lambda: f"on {app.screen_stack}", meanwhile=pilot.pause)
    assert (app.taken, told) == (book / "2024-05-01-finance-panel", ["2024-05-01-finance-panel"])


async def test_a_word_file_comes_back_and_the_report_tells_of_it(sample_book: Path, tmp_path: Path) -> None:
    async with reviewing(sample_book) as robot:
        view = robot.book.session.meeting
        hand = WordHand(export_minutes(view, ExporterTable(), "docx").data)
        hand.change("September, 2022", "September, 2021")
        hand.change("Safeguarding Children Board Annual Report", "Annual Report")
        back = tmp_path / "b.docx"
        back.write_bytes(hand.saved())
        await asks_for(robot, "Take a Word file back")
        await robot.sees("that somebody worked over")
        robot.app.screen.query_one("#file", Input).value = str(back)
        await robot.press("enter")
        await robot.sees(
            "amend item 5: “September, 2022” to “September, 2021” – Jane Reader",
            "Nobody here is called Jane Reader",
            "! Not taken: Item 5, Jane Reader: its heading says",
        )
        await robot.press("enter")
        await robot.is_told("1 act recorded. Not taken: 1, as was shown")
        assert "October, 2020-September, 2021, be noted" in robot.book.session.item.view.draft.text
        await asks_for(robot, "Report")
        await robot.sees("Motion: That the minutes of the meeting", "Item by item")
        await robot.press("escape")
        await asks_for(robot, "Corrections to earlier minutes")
        await robot.is_told("These minutes tell of no correction to earlier ones.")
