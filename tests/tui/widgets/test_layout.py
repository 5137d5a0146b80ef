import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_tui.model.visible import visible
from review_tui.tui.widgets.block import Mark, PaneBlock
from review_tui.tui.widgets.layout import Layout
from review_tui.tui.widgets.row_cursor import TOP, RowPosition
from review_tui.tui.widgets.styled_block import SafeText, layers, words

TEXTS = st.text(
    st.one_of(
        st.sampled_from("ab -–/,.  会議。é\u0301\u0301⚑️🎉🏴\u200dﷺ\x1b\u202e\udce9\t\n[]"),
        st.characters(),
    ),
    max_size=120,
)


@given(TEXTS)
def test_offsets_go_through_the_washing_and_back(raw: str) -> None:
    washed = SafeText.of(raw)
    assert washed.text == visible(raw)
    for offset, character in enumerate(raw):
        start, end = washed.shown(offset), washed.shown(offset + 1)
        assert washed.text[start:end] == visible(character)
        assert {washed.raw(at) for at in range(start, end)} == {offset}


def test_marks_are_cut_where_they_begin_and_end() -> None:
    assert layers(10, [(0, 6, "finding"), (4, 8, "flag")]) == [
        (0, 4, frozenset({"finding"})),
        (4, 6, frozenset({"finding", "flag"})),
        (6, 8, frozenset({"flag"})),
        (8, 10, frozenset()),
    ]


def test_a_mark_of_nothing_shows_on_both_its_sides() -> None:
    assert (3, 5, frozenset({"flag"})) in layers(10, [(4, 4, "flag")])
    assert layers(0, [(0, 0, "flag")]) == []


@given(
    st.integers(0, 30), st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40), st.sampled_from("abc")))
)
def test_pieces_cover_the_text_whatever_the_marks(length: int, marks: list[tuple[int, int, str]]) -> None:
    pieces = layers(length, marks)
    assert [at for start, end, _ in pieces for at in range(start, end)] == list(range(length))
    for start, _, kinds in pieces:
        assert kinds >= {kind for s, e, kind in marks if max(0, s) <= start < e}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for October, 2020-September, 2021.", ["for", "October", "2020", "September", "2021"]),
        ("£1,200.50 or 12%; don’t", ["£1,200.50", "or", "12%", "don’t"]),
        ("– … –", ["–", "…", "–"]),
        ("", []),
    ],
)
def test_words_leave_the_punctuation_around_them_out(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in words(text)] == expected


def drawn(sheet: Layout, index: int, chosen: tuple[int, int] | None = None) -> list[tuple[str, set[str]]]:
    count = sheet.flow.block(index).count()
    return [
        (t, set(kinds)) for row in range(count) for t, kinds in sheet.pieces(RowPosition(index, row), chosen)
    ]


def test_marks_follow_their_words_through_the_washing() -> None:
    sheet = Layout([PaneBlock("\x1b\u202eno [sic] yes", marks=(Mark(2, 4, "finding"),))], 80)
    assert drawn(sheet, 0) == [("␛⟨U+202E⟩", set()), ("no", {"finding"}), (" [sic] yes", set())]


def test_a_mark_within_one_drawn_character_takes_all_of_it() -> None:
    sheet = Layout([PaneBlock("cafe\u0301s", marks=(Mark(4, 5, "flag"),))], 80)
    assert "".join(text for text, _ in drawn(sheet, 0)) == "cafe\u0301s"
    assert all(not text.startswith("\u0301") for text, _ in drawn(sheet, 0))


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Resolved:- That it be noted.", "Resolved:-"),
        ("Resolved That it", "Resolved"),
        ("Action (LG): go", "Action (LG):"),
    ],
)
def test_a_resolution_opens_in_bold(text: str, lead: str) -> None:
    assert drawn(Layout([PaneBlock(text, tone="resolution")], 80), 0)[0] == (lead, {"lead-in"})


@given(TEXTS, st.integers(0, 20), st.integers(0, 100), st.integers(0, 100), st.integers(1, 25))
def test_every_letter_is_drawn_whatever_is_marked(
    text: str, lead: int, start: int, end: int, width: int
) -> None:
    sheet = Layout([PaneBlock(text, lead="-" * lead, marks=(Mark(start, end, "flag"),))], width)
    printed = "".join(piece for piece, _ in drawn(sheet, 0, (0, 1)))
    assert printed.replace(" ", "") == visible(text).replace(" ", "")


def test_a_cell_of_a_row_leads_to_its_character() -> None:
    sheet = Layout([PaneBlock("会議 \x1b no", lead="• ")], 40)
    offsets = [sheet.offset_at(RowPosition(0, 0), cell) for cell in range(11)]
    assert offsets == [0, 0, 0, 0, 1, 1, 2, 3, 4, 5, 6]


def test_a_place_is_found_for_every_part_of_the_scrollbar() -> None:
    sheet = Layout([PaneBlock("word " * 40)] * 50, 20)
    total = sheet.rows_before(RowPosition(50, 0))
    places = [sheet.place_near(total * n // 10) for n in range(11)]
    assert places == sorted(places)
    assert places[0] == TOP
    assert places[-1].block == 49
