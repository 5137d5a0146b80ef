from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest
from rich.segment import Segment
from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from review_tui.model.visible import visible
from review_tui.tui.widgets.reading_pane import Mark, PaneBlock, ReadingPane
from tests.waiting import until

NOTED = "Resolved:- That the report for October, 2020-September, 2022, be noted."
HOSTILE = [
    "\x1b[31mred\x1b[0m",
    "\x1b]52;c;Y3VybA==\x07",
    "\x1b]0;APPROVED\x07",
    "\x9b31m",
    "\u202egnp.exe",
    "a\x00b",
    "bell\x07",
    "[sic]",
    "[/]",
    "[/foo]",
    '[a="]x',
    "[@click=app.quit]approve[/]",
    "[link=file:///etc/passwd]x[/link]",
    "caf\udce9 \u2028 \u00ad",
    "tab\tand\r\nline",
]


class Reader(App[None]):
    """One pane, and what it said."""

    def __init__(self) -> None:
        super().__init__()
        self.pane = ReadingPane(empty_words="No notes for this item.")
        self.moves: list[int] = []
        self.selections: list[str] = []
        self.menus: list[int] = []

    def on_reading_pane_menu_asked(self, event: ReadingPane.MenuAsked) -> None:
        self.menus.append(event.control.cursor)

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_reading_pane_cursor_moved(self, event: ReadingPane.CursorMoved) -> None:
        assert event.control is self.pane
        self.moves.append(event.index)

    def on_reading_pane_selection_changed(self, event: ReadingPane.SelectionChanged) -> None:
        self.selections.append(selected(event.control))


def selected(pane: ReadingPane) -> str:
    """The selected words, or nothing."""
    span = pane.selection
    return pane.blocks[pane.cursor].text[slice(*span)] if span else ""


def lines(pane: ReadingPane) -> list[str]:
    """What stands on each row of the pane, without the space at its right."""
    return [pane.render_line(y).text.rstrip() for y in range(pane.size.height)]


def segment(pane: ReadingPane, text: str) -> Segment:
    """The first stretch of one style that says ``text``."""
    every = (s for y in range(pane.size.height) for s in pane.render_line(y))
    return next(s for s in every if text in s.text)


@asynccontextmanager
async def reading(
    blocks: Sequence[PaneBlock | str],
    *,
    size: tuple[int, int] = (40, 12),
    cursor: int = 0,
) -> AsyncIterator[tuple[ReadingPane, Pilot[None], Reader]]:
    app = Reader()
    async with app.run_test(size=size) as pilot:
        app.pane.show([PaneBlock(b) if isinstance(b, str) else b for b in blocks], cursor=cursor)
        await until(lambda: app.pane.size, "has no size", meanwhile=pilot.pause)
        yield app.pane, pilot, app


async def test_blocks_stand_under_each_other_with_the_cursor_at_the_first() -> None:
    blocks = [
        PaneBlock("Present", tone="heading"),
        PaneBlock("one two three four five six", lead="• ", gutter="⚑"),
    ]
    async with reading(blocks, size=(20, 6)) as (pane, _, _):
        assert lines(pane) == ["▌  Present", "", " ⚑ • one two three", "     four five six", "", ""]


async def test_the_cursor_has_a_bar_on_every_row_and_a_colour_of_its_own() -> None:
    async with reading(["one two three four", "five"], size=(14, 6)) as (pane, pilot, _):
        assert [line[:1] for line in lines(pane)] == ["▌", "▌", "▌", "", " ", ""]
        pane.focus()
        await until(lambda: pane.has_focus, "has no focus", meanwhile=pilot.pause)
        here, there = segment(pane, "one").style, segment(pane, "five").style
        assert here is not None
        assert there is not None
        assert here.bgcolor != there.bgcolor


async def test_moving_repaints_only_the_two_blocks() -> None:
    async with reading(["one", "two", "three", "four"]) as (pane, pilot, app):
        drawn: list[int] = []
        draw = pane.render_line
        pane.render_line = lambda y: drawn.append(y) or draw(y)  # type: ignore[method-assign, func-returns-value]
        pane.refresh()
        await until(lambda: len(set(drawn)) == pane.size.height, "is not drawn", meanwhile=pilot.pause)
        drawn.clear()
        pane.move(1)
        await until(lambda: {0, 2} <= set(drawn) and app.moves, "is not drawn again", meanwhile=pilot.pause)
        assert sorted(set(drawn)) == [0, 2]
        assert app.moves == [1]


async def test_the_cursor_passes_over_where_it_may_not_rest() -> None:
    blocks = [
        PaneBlock("clerk.md", can_rest=False),
        PaneBlock("a"),
        PaneBlock("slides.md", can_rest=False),
        PaneBlock("b"),
    ]
    async with reading(blocks) as (pane, pilot, app):
        assert pane.cursor == 1
        pane.move(1)
        pane.move(1)
        assert pane.cursor == 3
        pane.move(-1)
        pane.move(-1)
        assert pane.cursor == 1
        pane.move_to(2)
        await until(lambda: len(app.moves) > 2, "does not tell of its moves", meanwhile=pilot.pause)
        assert app.moves == [3, 1, 3]


async def test_moving_several_blocks_stops_at_the_ends() -> None:
    async with reading(["a", "b", "c"]) as (pane, _, _):
        pane.move(9)
        assert pane.cursor == 2
        pane.move(-9)
        assert pane.cursor == 0


async def test_moving_out_of_sight_brings_the_block_into_sight_with_some_more() -> None:
    async with reading([f"passage {n}" for n in range(40)], size=(30, 16)) as (pane, _, _):
        for _ in range(10):
            pane.move(1)
        assert "▌  passage 10" in lines(pane)
        assert "passage 11" in lines(pane)[-1]
        pane.home()
        assert lines(pane)[0] == "▌  passage 0".ljust(29) + "▐"
        pane.end()
        assert lines(pane)[-1] == "▌  passage 39".ljust(29) + "▐"


async def test_a_page_on_keeps_two_rows_and_takes_the_cursor_along() -> None:
    async with reading([f"passage {n}" for n in range(40)], size=(30, 12)) as (pane, _, _):
        before = [line.rstrip("▐ ") for line in lines(pane)]
        pane.page(1)
        after = [line.rstrip("▐ ") for line in lines(pane)]
        assert after[0].strip("▌ ") == before[10].strip("▌ ")
        assert pane.cursor == 5
        pane.page(-1)
        assert pane.cursor == 0
        pane.page(-1)
        assert pane.cursor == 0
        for _ in range(20):
            pane.page(1)
        assert pane.cursor == 39


async def test_a_block_longer_than_the_pane_is_read_to_its_end_first() -> None:
    long = " ".join(str(n) for n in range(200))
    async with reading(["before", long, "after"], size=(30, 10)) as (pane, _, _):
        pane.move(1)
        seen = set(" ".join(lines(pane)).replace("▌", "").replace("▐", "").split())
        while pane.cursor == 1:
            pane.move(1)
            seen |= set(" ".join(lines(pane)).replace("▌", "").replace("▐", "").split())
        assert {str(n) for n in range(200)} <= seen
        pane.move(-1)
        assert "199" in " ".join(lines(pane))
        steps = 0
        while pane.cursor == 1:
            pane.move(-1)
            steps += 1
        assert steps > 2
        assert pane.cursor == 0


async def test_revealing_leaves_the_cursor_alone() -> None:
    async with reading([f"passage {n}" for n in range(40)], size=(30, 12)) as (pane, _, app):
        pane.reveal(30, centre=True)
        assert [n for n, line in enumerate(lines(pane)) if "passage 30" in line] == [4]
        assert pane.cursor == 0
        before = lines(pane)
        pane.reveal(31, centre=True)
        assert lines(pane) == before
        assert app.moves == []


async def test_nothing_jumps_when_the_text_changes_and_the_place_is_kept() -> None:
    blocks = [PaneBlock(f"passage {n}") for n in range(40)]
    async with reading(blocks, size=(30, 12), cursor=20) as (pane, _, _):
        before = [line.strip("▌▐ ") for line in lines(pane)]
        pane.show([PaneBlock("new"), PaneBlock("newer"), *blocks], cursor=22, keep_place=True)
        assert [line.strip("▌▐ ") for line in lines(pane)] == before
        assert pane.blocks[pane.cursor].text == "passage 20"


async def test_nothing_jumps_when_the_topmost_block_is_gone() -> None:
    blocks = [PaneBlock(f"passage {n}") for n in range(40)]
    async with reading(blocks, size=(30, 12), cursor=20) as (pane, _, _):
        before = [line.strip("▌▐ ") for line in lines(pane)]
        topmost = next(line for line in before if line)
        pane.show([b for b in blocks if b.text != topmost], cursor=19, keep_place=True)
        after = [line.strip("▌▐ ") for line in lines(pane)]
        assert after[2:] == before[2:]


async def test_the_place_is_kept_when_only_marks_change_and_so_is_the_selection() -> None:
    blocks = [PaneBlock(f"passage {n}") for n in range(40)]
    async with reading(blocks, size=(30, 12), cursor=20) as (pane, _, _):
        pane.select_word(1, extend=False)
        before = lines(pane)
        pane.show(
            [PaneBlock(b.text, marks=(Mark(0, 7, "evidence"),)) for b in blocks], cursor=20, keep_place=True
        )
        assert lines(pane) == before
        assert selected(pane) == "passage"
        assert pane.blocks[3].marks


async def test_changing_some_blocks_changes_their_rows_only() -> None:
    async with reading(["one", "two", "three"]) as (pane, _, _):
        lines(pane)
        pane.update_blocks({1: PaneBlock("TWO", gutter="!")})
        assert lines(pane)[:5] == ["▌  one", "", " ! TWO", "", "   three"]
        pane.update_blocks({0: PaneBlock("one and " * 8)})
        assert " ! TWO" in lines(pane)[3:]


async def test_a_resize_keeps_the_words_at_the_top() -> None:
    words = " ".join(f"w{n}" for n in range(400))
    async with reading([words, "after"], size=(40, 10)) as (pane, pilot, _):
        pane.move(1)
        first = lines(pane)[0].strip("▌▐ ").split()[0]
        await pilot.resize_terminal(25, 14)
        await until(lambda: pane.size.width == 25, "keeps its width", meanwhile=pilot.pause)
        assert first in lines(pane)[0].strip("▌▐ ").split()


@pytest.mark.parametrize("width", [0, 1, 2, 5, 8])
async def test_no_width_is_too_small(width: int) -> None:
    async with reading(["会議 minutes", PaneBlock("b", lead="• ", gutter="⚑")], size=(40, 6)) as (
        pane,
        pilot,
        _,
    ):
        pane.styles.min_width = 0
        pane.styles.width = width
        await until(lambda: pane.size.width == width, "keeps its width", meanwhile=pilot.pause)
        assert {pane.render_line(y).cell_length for y in range(6)} == {width}
        pane.move(1)
        pane.select_word(1, extend=True)


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_words_are_shown_letter_for_letter(text: str) -> None:
    async with reading([PaneBlock(text, marks=(Mark(1, 3, "flag"),))], size=(40, 40)) as (pane, pilot, app):
        for width in (40, 17, 9, 8):
            await pilot.resize_terminal(width, 40)
            await until(lambda: pane.size.width == width, "keeps its width", meanwhile=pilot.pause)  # noqa: B023 -- asked at once
            shown = "".join(line.lstrip("▌ ") for line in lines(pane))
            assert shown.replace(" ", "") == visible(text).replace(" ", "")
        screen = "".join(
            s.text for strip in app.screen._compositor.render_full_update().strips for s in strip
        )
        assert visible(screen) == screen
        await pilot.click(pane, offset=(4, 0))
        assert app.is_running


async def test_hostile_leads_gutters_and_empty_words_are_washed_too() -> None:
    async with reading([PaneBlock("x", lead="\x1b ", gutter="\x9b")]) as (pane, _, _):
        assert lines(pane)[0] == "▌⟨ ␛ x"


async def test_without_blocks_there_are_words_to_say_so() -> None:
    async with reading([]) as (pane, _, _):
        assert lines(pane)[0] == "   No notes for this item."
        assert pane.blocks == ()
        assert pane.cursor == -1
        for act in (pane.home, pane.end, pane.clear_selection):
            act()
        pane.move(1)
        pane.page(1)
        pane.reveal(0)
        pane.move_to(4)
        pane.select_word(1, extend=False)
        assert pane.selection is None


@pytest.mark.parametrize(
    ("kind", "attribute"),
    [
        ("finding", "underline"),
        ("flag", "bold"),
        ("deleted", "strike"),
        ("inserted", "bold"),
        ("found", "underline"),
        ("selection", "bold"),
    ],
)
async def test_every_mark_can_be_seen_without_colour(kind: str, attribute: str) -> None:
    async with reading([PaneBlock("some marked words", marks=(Mark(5, 11, kind),))]) as (pane, _, _):
        marked, plain = segment(pane, "marked"), segment(pane, "some")
        assert marked.text == "marked"
        assert getattr(marked.style, attribute)
        assert not getattr(plain.style, attribute)


async def test_unknown_tones_and_marks_do_no_harm() -> None:
    async with reading([PaneBlock("words", tone="sung", marks=(Mark(0, 2, "scent"),))]) as (pane, _, _):
        assert lines(pane)[0] == "▌  words"


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light"])
async def test_letters_stand_out_from_their_paper_in_every_theme(theme: str) -> None:
    kinds = ("finding", "flag", "found", "evidence", "deleted", "inserted", "selection")
    marks = tuple(Mark(n * 2, n * 2 + 2, kind) for n, kind in enumerate(kinds))
    blocks = [
        PaneBlock("aabbccddeeffgg", marks=marks),
        PaneBlock("head", tone="heading"),
        PaneBlock("low", tone="quiet"),
    ]
    async with reading(blocks) as (pane, pilot, app):
        app.theme = theme
        pane.focus()
        await until(lambda: pane.has_focus, "has no focus", meanwhile=pilot.pause)
        for line in (0, 2, 4):
            for piece in pane.render_line(line):
                style = piece.style
                assert style is not None
                if piece.text.strip() and style.color and style.bgcolor and style.color.triplet:
                    letters, paper = style.color.get_truecolor(), style.bgcolor.get_truecolor()
                    assert sum(abs(a - b) for a, b in zip(letters, paper, strict=True)) > 150, piece


async def test_words_are_selected_and_the_selection_is_grown_and_shrunk() -> None:
    async with reading([NOTED, "after"], size=(60, 12)) as (pane, pilot, app):
        pane.select_word(-1, extend=False)
        assert selected(pane) == "noted"
        for _ in range(3):
            pane.select_word(-1, extend=False)
        assert selected(pane) == "September"
        pane.select_word(-1, extend=True)
        pane.select_word(-1, extend=True)
        assert selected(pane) == "October, 2020-September"
        pane.select_word(1, extend=True)
        assert selected(pane) == "2020-September"
        assert segment(pane, "2020-September").style != segment(pane, "October").style
        await until(lambda: len(app.selections) > 1, "tells of no selection", meanwhile=pilot.pause)
        assert app.selections[-1] == "2020-September"
        told = len(app.selections)
        pane.clear_selection()
        await until(lambda: len(app.selections) > told, "tells of no selection", meanwhile=pilot.pause)
        assert app.selections[-1] == ""


async def test_moving_on_lets_the_selection_go() -> None:
    async with reading([NOTED, "after"], size=(60, 12)) as (pane, pilot, app):
        pane.select_word(1, extend=False)
        pane.move(1)
        await until(lambda: len(app.selections) > 1, "tells of no selection", meanwhile=pilot.pause)
        assert pane.selection is None
        assert app.selections == ["", ""]


async def test_a_changed_text_lets_the_selection_go() -> None:
    async with reading([NOTED]) as (pane, _, _):
        pane.select_word(1, extend=False)
        pane.update_blocks({0: PaneBlock("other words")})
        assert pane.selection is None


async def test_a_selected_word_out_of_sight_is_brought_into_sight() -> None:
    async with reading([" ".join(f"w{n}" for n in range(400))], size=(30, 8)) as (pane, _, _):
        pane.select_word(-1, extend=False)
        assert "w399" in " ".join(lines(pane))


async def test_words_are_dragged_over_from_one_block_to_another_and_copied_as_they_stand() -> None:
    texts = ["One two three four five six seven", "ei\x1bght nine", "ten eleven twelve"]
    async with reading(texts, size=(24, 12)) as (pane, pilot, _):
        rows = lines(pane)
        first, last = (next(n for n, r in enumerate(rows) if word in r) for word in ("three", "eleven"))
        await pilot.mouse_down(pane, offset=(rows[first].index("three") + 1, first))
        await pilot.hover(pane, offset=(rows[last].index("eleven") + 1, last))
        await pilot.mouse_up(pane, offset=(rows[last].index("eleven") + 1, last))
        assert pane.selected_text == "three four five six seven\nei\x1bght nine\nten eleven"
        assert pane.selection is None
        pane.clear_selection()
        assert pane.selected_text == ""


async def test_the_right_button_rests_the_cursor_there_and_asks_what_can_be_done() -> None:
    async with reading(["one", "two", "three"]) as (pane, pilot, app):
        await pilot.click(pane, offset=(4, 2), button=3)
        assert (pane.cursor, app.menus) == (1, [1])
        assert app.mouse_captured is None


async def test_a_click_moves_the_cursor_and_nothing_else() -> None:
    async with reading([f"passage {n}" for n in range(40)], size=(30, 12)) as (pane, pilot, app):
        before = [line.strip("▌▐ ") for line in lines(pane)]
        await pilot.click(pane, offset=(6, 10))
        assert pane.cursor == 5
        assert [line.strip("▌▐ ") for line in lines(pane)] == before
        assert app.moves == [5]
        assert pane.selection is None
        assert app.mouse_captured is None


async def test_a_double_click_selects_a_word_and_a_third_the_block() -> None:
    async with reading(["one two three"]) as (pane, pilot, _):
        await pilot.click(pane, offset=(8, 0), times=2)
        assert selected(pane) == "two"
        await pilot.click(pane, offset=(8, 0), times=3)
        assert selected(pane) == "one two three"


async def test_dragging_selects_words_of_one_block() -> None:
    async with reading(["one two three four", "five"]) as (pane, pilot, _):
        await pilot.mouse_down(pane, offset=(8, 0))
        await pilot.hover(pane, offset=(12, 0))
        assert selected(pane) == "two three"
        await pilot.hover(pane, offset=(19, 1))
        assert selected(pane) == "two three four"
        await pilot.hover(pane, offset=(3, 0))
        assert selected(pane) == "one two"
        await pilot.mouse_up(pane, offset=(3, 0))
        await pilot.hover(pane, offset=(12, 0))
        assert selected(pane) == "one two"


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    async with reading([f"passage {n}" for n in range(40)], size=(30, 12)) as (pane, pilot, _):
        pane.post_message(wheel(pane))
        await until(lambda: "passage 2" in lines(pane)[1], "does not scroll", meanwhile=pilot.pause)
        assert pane.cursor == 0


def wheel(pane: ReadingPane) -> events.MouseScrollDown:
    return events.MouseScrollDown(pane, 1, 1, 0, 0, 0, False, False, False)  # noqa: FBT003 -- Textual's order


async def test_the_scrollbar_goes_where_it_is_clicked() -> None:
    async with reading([f"passage {n}" for n in range(400)], size=(30, 12)) as (pane, pilot, _):
        assert lines(pane)[0].endswith("▐")
        await pilot.click(pane, offset=(29, 6))
        middle = int(lines(pane)[0].strip("▌▐ ").split()[-1])
        assert 150 < middle < 250
        assert pane.cursor == 0


async def test_a_short_text_has_no_scrollbar() -> None:
    async with reading(["one", "two"]) as (pane, _, _):
        assert "▐" not in "".join(lines(pane))


async def test_twenty_thousand_blocks_are_wrapped_only_where_someone_looks() -> None:
    async with reading([f"passage {n}" for n in range(20_000)], cursor=10_000) as (pane, _, _):
        assert "▌  passage 10000" in [line.rstrip("▐ ") for line in lines(pane)]
        pane.end()
        pane.page(-1)
        assert len(pane._sheet.flow._wrapped) < 100


async def test_the_store_of_drawn_lines_is_bounded() -> None:
    async with reading([f"passage {n}" for n in range(2_000)]) as (pane, _, _):
        for _ in range(300):
            pane.page(1)
            lines(pane)
        assert len(pane._strips) <= 600


async def test_long_rows_are_kept_to_a_readable_measure() -> None:
    async with reading(["word " * 60], size=(160, 8)) as (pane, _, _):
        assert max(len(line) for line in lines(pane)) <= 3 + 88


@pytest.mark.parametrize("theme", ["textual-dark", "ansi-dark"])
async def test_without_colour_what_is_chosen_or_found_is_reversed(
    theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading([PaneBlock("one two three", marks=(Mark(8, 13, "found"),))]) as (pane, _, app):
        app.theme = theme
        pane.select_word(1, extend=False)
        chosen, plain, found = (
            segment(pane, "one").style,
            segment(pane, "two").style,
            segment(pane, "three").style,
        )
        assert lines(pane)[0] == "▌  one two three"
        assert chosen
        assert plain
        assert found
        assert (chosen.reverse, bool(plain.reverse), found.reverse) == (True, False, True)
        assert found.underline
        assert not chosen.underline
