from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest
from rich.cells import cell_len
from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from review_tui.model.visible import visible
from review_tui.tui.widgets.agenda import Agenda, AgendaRow, ellipsised
from tests.waiting import until

ROWS = (
    AgendaRow("1", "✓", "Declarations of interest", tone="good"),
    AgendaRow("5", "⚑", "Safeguarding", current=True, detail="2 flags", tone="attention"),
    AgendaRow("10", "", "Loneliness", tone="quiet"),
)


class Desk(App[None]):
    """One agenda, and what was chosen from it."""

    def __init__(self) -> None:
        super().__init__()
        self.agenda = Agenda()
        self.chosen: list[int] = []
        self.menus: list[int] = []

    def on_agenda_menu_asked(self, event: Agenda.MenuAsked) -> None:
        self.menus.append(event.index)

    def compose(self) -> ComposeResult:
        yield self.agenda

    def on_agenda_chosen(self, event: Agenda.Chosen) -> None:
        assert event.control is self.agenda
        self.chosen.append(event.index)


def lines(agenda: Agenda) -> list[str]:
    return [agenda.render_line(y).text.rstrip() for y in range(agenda.size.height)]


@asynccontextmanager
async def agenda_of(
    rows: Sequence[AgendaRow], current: int = 1, *, size: tuple[int, int] = (30, 6)
) -> AsyncIterator[tuple[Agenda, Pilot[None], Desk]]:
    app = Desk()
    async with app.run_test(size=size) as pilot:
        app.agenda.show(rows, current)
        await until(lambda: app.agenda.size, "has no size", meanwhile=pilot.pause)
        yield app.agenda, pilot, app


async def test_each_item_has_one_line_with_number_sign_and_title() -> None:
    async with agenda_of(ROWS, size=(30, 3)) as (agenda, _, _):
        assert lines(agenda) == [
            "  1 ✓ Declarations of inter…",
            "▌ 5 ⚑ Safeguarding   2 flags",
            " 10   Loneliness",
        ]


async def test_titles_wrap_where_there_is_room_and_are_cut_where_there_is_not() -> None:
    rows = (
        AgendaRow("1", "", "Minutes of the previous meeting", detail="2 flags"),
        AgendaRow("2", "", "Loneliness", current=True),
    )
    async with agenda_of(rows, size=(20, 6)) as (agenda, pilot, app):
        words = [line.strip("▌▐ ") for line in lines(agenda)]
        assert words == ["1   Minutes of", "the previous", "meeting", "2 flags", "2   Loneliness", ""]
        await pilot.click(agenda, offset=(8, 2))
        assert app.chosen == [0]
    async with agenda_of(rows, size=(20, 3)) as (agenda, _, _):
        assert [line.strip("▌▐ ") for line in lines(agenda)] == ["1   Minutes of t…", "2   Loneliness", ""]


async def test_the_right_button_and_a_click_on_the_item_being_read_ask_what_can_be_done() -> None:
    async with agenda_of(ROWS, size=(30, 3)) as (agenda, pilot, app):
        await pilot.click(agenda, offset=(8, 1))
        await pilot.click(agenda, offset=(8, 0), button=3)
        assert (app.chosen, app.menus) == ([], [1, 0])


async def test_the_item_being_read_keeps_its_bar_when_the_cursor_leaves() -> None:
    async with agenda_of(ROWS, size=(30, 3)) as (agenda, _, _):
        agenda.move(1)
        assert [line[:1] for line in lines(agenda)[:3]] == [" ", "▌", "▌"]
        assert agenda.cursor == 2
        agenda.move(9)
        assert agenda.cursor == 2
        agenda.home()
        assert agenda.cursor == 0
        agenda.end()
        assert agenda.cursor == 2


async def test_showing_the_same_item_again_leaves_the_cursor_and_another_takes_it_along() -> None:
    async with agenda_of(ROWS) as (agenda, _, _):
        agenda.move(1)
        agenda.show(ROWS, 1)
        assert agenda.cursor == 2
        agenda.show(ROWS, 0)
        assert agenda.cursor == 0


async def test_enter_chooses_the_row_under_the_cursor() -> None:
    async with agenda_of(ROWS) as (agenda, pilot, app):
        agenda.focus()
        agenda.move(1)
        await pilot.press("enter")
        assert app.chosen == [2]


async def test_a_click_chooses() -> None:
    async with agenda_of(ROWS) as (agenda, pilot, app):
        await pilot.click(agenda, offset=(8, 0))
        await pilot.click(agenda, offset=(8, 5))
        assert app.chosen == [0]
        assert agenda.cursor == 0


async def test_a_long_agenda_scrolls_with_its_cursor_and_its_wheel() -> None:
    rows = [AgendaRow(str(n), "", f"Item {n}") for n in range(50)]
    async with agenda_of(rows, 0) as (agenda, pilot, _):
        assert lines(agenda)[0].endswith("▐")
        for _ in range(20):
            agenda.move(1)
        assert any("Item 20" in line for line in lines(agenda))
        agenda.page(-9)
        assert agenda.cursor == 0
        agenda.post_message(events.MouseScrollDown(agenda, 1, 1, 0, 0, 0, False, False, False))  # noqa: FBT003 -- Textual's order
        await until(lambda: "Item 3" in lines(agenda)[0], "does not scroll", meanwhile=pilot.pause)
        assert agenda.cursor == 0


@pytest.mark.parametrize(
    "text",
    ["\x1b]0;APPROVED\x07", "[/foo]", "[@click=app.quit]x", "\u202egnp", "会議の議事録 と 記録 と 予定"],
)
@pytest.mark.parametrize("width", [0, 3, 8, 12, 60])
async def test_hostile_and_wide_words_are_drawn_in_every_width(text: str, width: int) -> None:
    rows = [AgendaRow(text, text, text, detail=text)]
    async with agenda_of(rows, 0, size=(80, 3)) as (agenda, pilot, _):
        agenda.styles.min_width = 0
        agenda.styles.width = width
        await until(lambda: agenda.size.width == width, "keeps its width", meanwhile=pilot.pause)
        strip = agenda.render_line(0)
        assert strip.cell_length == cell_len(strip.text) == width
        assert visible(strip.text) == strip.text


async def test_an_empty_agenda_can_be_shown_and_walked() -> None:
    async with agenda_of([], 0) as (agenda, pilot, app):
        agenda.move(1)
        agenda.focus()
        await pilot.press("enter")
        assert agenda.cursor == -1
        assert app.chosen == []


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("Minutes", 7, "Minutes"),
        ("Minutes of", 8, "Minutes…"),
        ("会議", 3, "会…"),
        ("a", 0, ""),
        ("ab", 1, "…"),
    ],
)
def test_what_is_cut_ends_in_an_ellipsis(text: str, room: int, expected: str) -> None:
    assert ellipsised(text, room) == expected
