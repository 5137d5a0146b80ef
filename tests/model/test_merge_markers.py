import pytest

from review_tui.model.merge_markers import merge_markers

OURS, THEIRS = "The Board noted the report.", "The Board noted the reports."


def lines(text: str) -> list[str]:
    return [span.of(text) for span in merge_markers(text)]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_marker_of_a_conflict_is_found(end: str) -> None:
    text = end.join(
        [
            "# 1",
            "<<<<<<< HEAD",
            OURS,
            "||||||| 1a2b3c4",
            "",
            "=======",
            THEIRS,
            ">>>>>>> dawn's work",
            "Last.",
        ]
    )
    assert lines(text) == ["<<<<<<< HEAD", "||||||| 1a2b3c4", "=======", ">>>>>>> dawn's work"]


@pytest.mark.parametrize("marker", ["<<<<<<<", "<<<<<<< ours", ">>>>>>> theirs", "|||||||", "<<<<<<<<< HEAD"])
def test_a_marker_that_was_left_over_alone_is_found(marker: str) -> None:
    assert lines(f"{OURS}\n{marker}\n{THEIRS}\n") == [marker]
    assert lines(marker) == [marker]


@pytest.mark.parametrize("above", ["", "\n", f"{OURS}\n", f"{OURS}\n\n", "He said “no.”\n"])
def test_a_dividing_line_that_underlines_no_heading_is_a_marker(above: str) -> None:
    assert lines(f"{above}=======\n{THEIRS}\n") == ["======="]


def test_the_dividing_line_counts_beside_other_markers_even_under_words_that_end_no_sentence() -> None:
    assert lines("<<<<<<< HEAD\nActions\n=======\nAction\n>>>>>>> theirs\n") == [
        "<<<<<<< HEAD",
        "=======",
        ">>>>>>> theirs",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        OURS,
        "Actions\n=======\n\nNone.\n",
        "| a | b |\n|---|---|\n",
        "a ======= b",
        " <<<<<<< indented",
        "<<<<<<",
        "<<<<<<<HEAD",
        "-------\n",
        "> > > > > > > quoted",
        "======",
    ],
)
def test_what_is_no_marker_is_left_alone(text: str) -> None:
    assert merge_markers(text) == ()


def test_a_long_text_of_near_markers_is_looked_through_at_once() -> None:
    assert merge_markers("<" * 200_000 + "x") == ()
    assert len(merge_markers("<<<<<<<" + " " * 500_000 + "\rx")) == 1
    assert merge_markers(("=" * 1000 + " x\n") * 200) == ()
