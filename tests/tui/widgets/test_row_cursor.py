from hypothesis import given
from hypothesis import strategies as st

from review_tui.tui.widgets.row_cursor import TOP, RowCursor, RowPosition
from review_tui.tui.widgets.window import Window
from review_tui.tui.widgets.wrapping import Wrapping


def flow_of(*heights: int, gap: bool = True) -> RowCursor:
    return RowCursor(len(heights), lambda index: Wrapping("x" * heights[index], 1), lambda _: gap)


def test_a_flow_puts_blocks_under_each_other_with_gaps_between() -> None:
    flow = flow_of(2, 1)
    assert flow.rows(TOP, 9) == [(0, 0), (0, 1), (0, 2), (1, 0)]
    assert [flow.is_gap(place) for place in flow.rows(TOP, 9)] == [False, False, True, False]
    assert flow.bottom == RowPosition(1, 0)


@given(st.lists(st.integers(1, 5), min_size=1, max_size=8), st.booleans(), st.data())
def test_going_up_undoes_going_down(heights: list[int], gap: bool, data: st.DataObject) -> None:
    flow = flow_of(*heights, gap=gap)
    every = flow.rows(TOP, 1000)
    at = data.draw(st.integers(0, len(every) - 1))
    by = data.draw(st.integers(0, len(every)))
    assert flow.up(every[at], by) == every[max(0, at - by)]


@given(st.lists(st.integers(1, 5), min_size=1, max_size=8), st.integers(1, 12), st.lists(st.integers(-9, 9)))
def test_a_window_is_always_as_full_as_it_can_be(heights: list[int], height: int, moves: list[int]) -> None:
    flow = flow_of(*heights)
    every = flow.rows(TOP, 1000)
    window = Window(flow, height)
    expected = 0
    for by in moves:
        window.scroll(by)
        expected = max(0, min(expected + by, len(every) - height))
        assert window.rows == every[expected : expected + height]


@given(
    st.lists(st.integers(1, 20), min_size=1, max_size=9),
    st.integers(20, 30),
    st.lists(st.integers(0, 8)),
    st.booleans(),
)
def test_what_is_revealed_can_be_seen_whole(
    heights: list[int], height: int, visits: list[int], centre: bool
) -> None:
    window = Window(flow_of(*heights), height)
    for visit in visits:
        block = min(visit, len(heights) - 1)
        window.reveal(block, centre=centre)
        span = window.span(block)
        assert span is not None
        assert span[1] - span[0] + 1 == heights[block]
        assert not window.reveal(block)


def test_of_a_tall_block_the_start_is_revealed_or_the_end() -> None:
    window = Window(flow_of(1, 20, 1), 6)
    window.reveal(1)
    assert window.top == RowPosition(1, 0)
    window.reveal(2)
    window.reveal(1, end=True)
    assert window.shows_end_of(1)
