"""Ctrl+Z and Ctrl+Y in a field of several lines."""

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.widgets import TextArea

from review_tui.tui.widgets.typing_area import TypingArea
from tests.waiting import until

MANY = "\n".join(f"line {number}" for number in range(60))


class Field(App[None]):
    """One field."""

    def __init__(self, area: TextArea) -> None:
        super().__init__()
        self.area = area

    def compose(self) -> ComposeResult:
        yield self.area


@pytest.mark.parametrize("size", [(80, 24), (60, 4), (20, 2)])
async def test_a_paste_of_many_lines_is_taken_back_and_done_again(size: tuple[int, int]) -> None:
    area = TypingArea("one two three", compact=True)
    async with Field(area).run_test(size=size) as pilot:
        await pilot.press("right", "right", "right")
        pilot.app.post_message(events.Paste(MANY))
        await until(lambda: area.cursor_location == (59, len("line 59")), "does not paste")
        pasted = area.text
        await pilot.press("ctrl+z")
        await until(lambda: area.text == "one two three", "does not take back")
        assert area.cursor_location == (0, 3)
        await pilot.press("ctrl+y")
        await until(lambda: area.text == pasted, "does not paste again")
        assert area.cursor_location == (59, len("line 59"))


async def test_many_lines_taken_away_come_back_and_go_again() -> None:
    area = TypingArea(MANY, compact=True)
    async with Field(area).run_test(size=(60, 5)) as pilot:
        area.select_all()
        await pilot.press("x")
        await until(lambda: area.text == "x", "does not type")
        await pilot.press("ctrl+z")
        await until(lambda: area.text == MANY, "does not take back")
        await pilot.press("ctrl+y")
        await until(lambda: area.text == "x", "does not type again")


async def test_with_nothing_to_take_back_the_cursor_stays() -> None:
    area = TypingArea("one\ntwo", compact=True)
    async with Field(area).run_test() as pilot:
        await pilot.press("down", "right", "ctrl+z", "ctrl+y", "x")
        await until(lambda: area.text == "one\ntxwo", "does not type where the cursor was")


async def test_textual_does_not_bear_it_by_itself_yet() -> None:
    """When this fails, Textual has mended it: drop ``TypingArea``."""
    area = TextArea("one two three", compact=True)
    async with Field(area).run_test(size=(60, 4)) as pilot:
        pilot.app.post_message(events.Paste(MANY))
        await until(lambda: area.cursor_location == (59, len("line 59")), "does not paste")
        await pilot.pause()
        with pytest.raises(ValueError, match="out of bounds"):
            area.undo()
