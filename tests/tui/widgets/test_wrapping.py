import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size, split_graphemes

from review_tui.model.visible import visible
from review_tui.tui.widgets import wrapping as wrapping_module
from review_tui.tui.widgets.wrapping import _NARROW, Wrapping

TEXTS = st.text(
    st.one_of(
        st.sampled_from("ab -–/,.  会議。é\u0301\u0301⚑️🎉🏴\u200dﷺ\x1b\u202e\udce9\t\n[]"),
        st.characters(),
    ),
    max_size=120,
)


def rows(text: str, width: int) -> list[str]:
    wrapping = Wrapping(text, width)
    return [text[slice(*wrapping.row(n))] for n in range(wrapping.count())]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        ("That it be noted.", 8, ["That it ", "be ", "noted."]),
        ("exactly ten", 7, ["exactly ", "ten"]),
        ("two   spaces", 3, ["two   ", "spa", "ces"]),
        ("a power-point talk", 8, ["a power-", "point ", "talk"]),
        ("years 2020-21 only", 9, ["years ", "2020-21 ", "only"]),
        ("October, 2020-September, 2021", 14, ["October, 2020-", "September, ", "2021"]),
        ("overlongword", 5, ["overl", "ongwo", "rd"]),
        ("ab overlongword", 5, ["ab ", "overl", "ongwo", "rd"]),
        ("会議の記録", 4, ["会議", "の記", "録"]),
        ("see 会議の記録", 7, ["see 会", "議の記", "録"]),
        ("会議。記録", 5, ["会", "議。", "記録"]),
        ("🎉🎉🎉", 4, ["🎉🎉", "🎉"]),
        ("会", 1, ["会"]),
        ("  set in", 6, ["  set ", "in"]),
    ],
)
def test_rows_end_between_words_by_display_cells(text: str, width: int, expected: list[str]) -> None:
    assert rows(text, width) == expected


def test_an_accent_is_never_torn_from_its_letter() -> None:
    assert rows("e\u0301" * 5, 2) == ["e\u0301e\u0301", "e\u0301e\u0301", "e\u0301"]


def test_a_wide_character_keeps_all_of_its_accents() -> None:
    laden = "会" + "\u0301" * 20
    assert rows(f"{laden}{laden}b", 1) == [laden, laden, "b"]


def test_a_kana_keeps_its_voicing_mark() -> None:
    assert rows("かか\u3099。", 4) == ["か", "か\u3099。"]


def test_wide_text_is_measured_hardly_more_than_once(monkeypatch: pytest.MonkeyPatch) -> None:
    measured: list[int] = []

    def split(text: str) -> object:
        measured.append(len(text))
        return split_graphemes(text)

    monkeypatch.setattr(wrapping_module, "split_graphemes", split)
    text = "会議の議事録" * 200
    assert len(rows(text, 80)) == 30
    assert sum(measured) < 3 * len(text)


@given(TEXTS, st.integers(1, 30))
def test_the_rows_are_the_whole_text_and_none_is_too_wide(text: str, width: int) -> None:
    washed = visible(text)
    found = rows(washed, width)
    assert "".join(found) == washed
    assert all(cell_len(row.rstrip(" ")) <= max(width, 2) for row in found)
    assert all(found) or not washed


@given(TEXTS, st.integers(1, 30), st.integers(0, 200))
def test_a_character_is_found_in_the_row_that_holds_it(text: str, width: int, offset: int) -> None:
    wrapping = Wrapping(text, width)
    start, end = wrapping.row(wrapping.row_of(min(offset, len(text))))
    assert start <= min(offset, len(text)) <= end


def test_characters_taken_for_narrow_take_one_cell() -> None:
    narrow = [chr(code) for code in range(0x3000) if _NARROW.fullmatch(chr(code))]
    assert len(narrow) > 500
    assert [c for c in narrow if get_character_cell_size(c) != 1 or unicodedata.combining(c)] == []


def test_a_flood_of_accents_is_broken_into_rows() -> None:
    assert len(rows("e" + "\u0301" * 10_000, 10)) > 10


def test_a_megabyte_on_one_line_is_wrapped_only_as_far_as_someone_looks() -> None:
    wrapping = Wrapping("minutes " * 131_072, 80)
    assert wrapping.reaches(40)
    assert len(wrapping._starts) < 50
