"""Rows of a table: columns aligned, words wrapped within their cells."""

from hypothesis import given
from hypothesis import strategies as st

from review_tui.tui.widgets.block import PaneBlock
from review_tui.tui.widgets.layout import Layout
from review_tui.tui.widgets.row_cursor import RowPosition
from review_tui.tui.widgets.table_wrapping import BETWEEN, TableWrapping, fitted


def row(*cells: str, widths: tuple[int, ...]) -> PaneBlock:
    """A block that shows ``cells``, two blanks between."""
    edges, at = [], 0
    for cell in cells:
        edges.append((at, at + len(cell)))
        at += len(cell) + 2
    return PaneBlock("  ".join(cells), cells=tuple(edges), widths=widths, gap_after=False)


def drawn(layout: Layout, index: int) -> list[str]:
    """The rows of a block as they look."""
    rows = range(layout.flow.block(index).count())
    return ["".join(t for t, _ in layout.pieces(RowPosition(index, n), None)) for n in rows]


def test_columns_stand_under_each_other_and_wrap_within() -> None:
    widths = (9, 3, 60)
    head = row("Name", "No.", "Said", widths=widths)
    said = row("Ann Smith", "12", "She thanked them for the work of the year", widths=widths)
    layout = Layout([head, said], 34)
    assert drawn(layout, 0) == ["Name      \u2502 No. \u2502 Said"]
    assert drawn(layout, 1) == [
        "Ann Smith \u2502 12  \u2502 She thanked them",
        "          \u2502     \u2502 for the work of",
        "          \u2502     \u2502 the year",
    ]


def test_what_is_drawn_leads_to_its_characters_and_back() -> None:
    block = row("Ann Smith", "", "She thanked them all", widths=(9, 3, 20))
    layout = Layout([block], 28)
    wrapped = layout.flow.block(0)
    assert isinstance(wrapped, TableWrapping)
    for start, end in ((0, 3), (4, 9), (13, 16), (25, 29), (30, 33)):
        place = layout.place_of(0, start)
        line = drawn(layout, 0)[place.row]
        cell = line.index(block.text[start:end])
        assert layout.offset_at(place, cell) == start
        assert layout.offset_at(place, cell + end - start - 1) == end - 1


def test_marks_and_chosen_words_are_drawn_in_their_cells() -> None:
    layout = Layout([row("Ann", "She thanked them all", widths=(3, 20))], 14)
    pieces = [list(layout.pieces(RowPosition(0, n), (9, 21))) for n in range(3)]
    chosen = [text for line in pieces for text, kinds in line if "selection" in kinds]
    assert " ".join(chosen).split() == ["thanked", "them"]


def test_too_many_columns_are_shown_as_words() -> None:
    layout = Layout([row(*"abcdefghij", widths=(1,) * 10)], 20)
    assert not isinstance(layout.flow.block(0), TableWrapping)


@given(st.lists(st.integers(0, 90), min_size=1, max_size=8), st.integers(1, 120))
def test_columns_fit(widths: list[int], width: int) -> None:
    found = fitted(widths, width)
    if found:
        assert sum(found) + len(BETWEEN) * (len(found) - 1) <= width
        assert all(1 <= got <= max(1, asked) for got, asked in zip(found, widths, strict=True))
