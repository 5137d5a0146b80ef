"""The main screen by keys and by mouse: what stands together, what never covers what."""

import shutil
from pathlib import Path

import pytest
from textual.widgets import Static

from review_tui.adapters.preferences import PreferencesFile
from review_tui.composition import SAMPLE_ITEM
from review_tui.tui.detail_lines import DetailLines
from review_tui.tui.main_screen import MainScreen
from tests.stories.robot import Robot, reviewing

SIZES = [
    (60, 20),
    (120, 40),
    *(pytest.param(size, marks=pytest.mark.soak) for size in ((80, 24), (160, 50))),
]


async def clicks(robot: Robot, words: str, *, button: int = 1) -> None:
    """Click where these words stand on the screen."""
    rows = robot.page.splitlines()
    y = next(n for n, row in enumerate(rows) if words in row)
    await robot.pilot.click(offset=(rows[y].index(words), y), button=button)


@pytest.mark.parametrize("size", SIZES)
async def test_both_places_of_a_contradiction_are_on_the_screen_and_no_notice_pushes_them_or_the_keys_out(
    sample_book: Path, size: tuple[int, int]
) -> None:
    async with reviewing(sample_book, size=size) as robot:
        await robot.goes_to_next_concern()
        seen = (
            "s: use suggestion",
            "Enter:",
            "for October, 2020-September, 2022",
            "for October, 2020-September, 2021",
        )
        await robot.sees(*seen)
        robot.book.session.warning = "The files of this meeting have changed.  F5: see who changed what"
        robot.book.say("The files have changed. " * 6)
        await robot.sees(*seen, "» The files have changed.", "F5: see who changed what")
        await robot.press("shift+right")
        await robot.no_longer_sees("» The files")
        await robot.sees(*seen, "F5: see who changed what")


async def test_a_click_on_a_place_goes_there_on_a_key_presses_it_on_the_sentence_reads_it(
    sample_book: Path,
) -> None:
    async with reviewing(sample_book, size=(120, 40)) as robot:
        await robot.goes_to_next_concern()
        await robot.sees("above ")
        await clicks(robot, "above ")
        await robot.until(lambda: robot.book.panes.draft.cursor == 0, "the cursor is not on the other place")
        await robot.sees("below ")
        await clicks(robot, "clerk.md 3")
        await robot.until(lambda: robot.book.panes.front == "notes", "the notes are not in front")
        await clicks(robot, "s: use suggestion")
        await robot.sees("Use the suggested wording?")
        await robot.press("escape")
        await clicks(robot, "The resolution gives")
        await robot.sees("To look at", "the draft, line 1")


async def test_the_lines_below_are_left_alone_where_they_say_the_same(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        below = robot.book.query_one(DetailLines)
        drawn: list[bool] = []
        before = below.refresh
        below.refresh = lambda *regions, **how: drawn.append(True) or before(*regions, **how)  # type: ignore[method-assign,func-returns-value]
        robot.book.draw_details()
        assert drawn == []
        assert isinstance(robot.app.screen, MainScreen)


async def finds(robot: Robot, words: str) -> None:
    await robot.press("slash")
    await robot.types(words)
    await robot.press("enter")


async def test_the_words_found_are_flagged_and_f3_is_named_while_finding(sample_book: Path) -> None:
    async with reviewing(sample_book, size=(60, 20)) as robot:
        await finds(robot, "safeguarding week")
        await robot.sees("neither in a draft nor in notes")
        await finds(robot, "baby clinic")
        await robot.sees("1 of 3, in the draft.", "F3 Find next")
        await robot.press("f")
        await robot.sees("Flag these words", "baby clinic")
        await robot.press("escape", "escape")
        await robot.until(lambda: "F3 Find next" not in robot.page, "still names F3")


async def test_find_goes_on_across_the_items_and_round_the_meeting(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        await finds(robot, "meeting")
        await robot.is_told("1 of ")
        begun = robot.book.session.item.view.item.id
        seen, said = [begun], [""]
        for _ in range(120):
            before = robot.book.message
            await robot.press("f3")
            await robot.until(lambda b=before: robot.book.message not in ("", b), "goes nowhere")  # type: ignore[misc]
            seen.append(robot.book.session.item.view.item.id)
            said.append(robot.book.message)
            if seen[-1] == begun and len(set(seen)) > 1:
                break
        assert (seen[-1], len(set(seen))) == (begun, 6)
        assert any("round again to item 1" in each for each in said)


@pytest.mark.parametrize("size", SIZES)
async def test_the_bar_names_more_and_the_way_out_and_cuts_no_word(
    sample_book: Path, size: tuple[int, int]
) -> None:
    async with reviewing(sample_book, size=size) as robot:
        bar = robot.page.splitlines()[-1]
        assert bar.endswith("? Help  Ctrl+P More  q Quit")
        assert bar.startswith(" n Next  f Flag")
        await clicks(robot, "More")
        await robot.until(lambda: robot.app.screen is not robot.book, "opens no list")
        await robot.press("escape")


async def test_what_can_be_done_is_listed_by_the_right_button_and_picked_by_a_click(
    sample_book: Path,
) -> None:
    async with reviewing(sample_book) as robot:
        await clicks(robot, "The report provided", button=3)
        await robot.sees("What can be done here", "Approve the item, exactly as it reads now.", "Enter")
        await clicks(robot, "Approve the item")
        await robot.sees("Approve this item")
        await robot.press("escape")
        await clicks(robot, "5 ! Safeguarding")
        await robot.sees("What can be done here", "Say that you have read")
        await robot.press("escape")
        await clicks(robot, "2020–21 focus", button=3)
        await robot.sees("What can be done here", "choose the line at the cursor")


async def test_the_passage_and_chosen_words_are_copied_without_what_would_steer_a_terminal(
    sample_book: Path,
) -> None:
    minutes = sample_book / SAMPLE_ITEM / "minutes.md"
    minutes.write_text(
        "The \x1b]0;x\x07board met, and it was a long\u202e way for everybody there.\n", encoding="utf-8"
    )
    async with reviewing(sample_book, size=(60, 20)) as robot:
        await robot.press("ctrl+c")
        assert robot.app.clipboard == "The ]0;xboard met, and it was a long way for everybody there."
        await robot.press("right", "shift+right", "ctrl+c")
        assert len(robot.app.clipboard.split()) == 2
        await robot.is_told("Copied 2 words.")


async def test_the_look_is_chosen_in_the_palette_and_there_again_the_next_time(sample_book: Path) -> None:
    preferences = PreferencesFile()
    async with reviewing(sample_book, preferences=preferences) as robot:
        await robot.press("ctrl+p")
        await robot.types("high contrast light")
        await robot.until(lambda: "contrast theme, light" in robot.page, "is not offered the look")
        await robot.press("enter", "enter")
        await robot.until(lambda: preferences.theme() == "high-contrast-light", "the look is not kept")
    async with reviewing(sample_book, preferences=preferences) as robot:
        assert robot.app.theme == "high-contrast-light"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_an_item_without_notes_says_so_and_the_draft_has_their_room(
    sample_book: Path, size: tuple[int, int]
) -> None:
    shutil.rmtree(sample_book / SAMPLE_ITEM / "notes")
    async with reviewing(sample_book, size=size) as robot:
        await robot.sees("This item has no notes")
        panes = robot.book.panes
        assert panes.notes.size.width == 0 or not panes.notes.is_on_screen
        await robot.press("tab")
        assert panes.front == "agenda"
        await robot.press("tab")
        assert panes.front == "draft"


async def test_what_comes_to_be_known_while_the_program_is_being_left_is_not_drawn(
    sample_book: Path,
) -> None:
    async with reviewing(sample_book) as robot:
        notice, gone = robot.book.query_one("#notice", Static), robot.book.remove()
        robot.book.say("One more thing.")
        robot.book.draw()
        assert "One more thing" not in str(notice.content)
        await gone
        robot.book.draw()
        assert robot.book.message == "One more thing."
