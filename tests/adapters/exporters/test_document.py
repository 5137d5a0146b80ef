"""Minutes as paragraphs of runs."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review_tui.adapters.exporters.document import Paragraph, Style, cells, columns, paragraphs
from review_tui.anchoring.tracked_text import tracked
from review_tui.application.ports import ExportedChange, ExportedFlag, ExportedItem, Remark
from review_tui.model.text import Span

AT = dt.datetime(2022, 3, 22, 10, 15, tzinfo=dt.UTC)


def item_of(*versions: str) -> ExportedItem:
    changes = {n: ExportedChange("A. Lee", AT, "") for n in range(1, len(versions))}
    return ExportedItem("5. R", versions[-1], tracked=tracked(versions), changes=changes)


def told(text: str) -> list[tuple[Style, int, str]]:
    return [
        (p.kind, p.level, "".join(r.text for r in p.runs)) for p in paragraphs(ExportedItem("5. R", text))
    ]


def lines(found: list[Paragraph], *, accept: bool) -> list[str]:
    """What Word leaves once all is accepted, or rejected."""
    words = ""
    for paragraph in found:
        for run in paragraph.runs:
            words += run.text if (run.went is None if accept else not run.came) else ""
        words += "\n" if (paragraph.went is None if accept else not paragraph.came) else ""
    return [" ".join(line.split()) for line in words.split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A **b** c\\*.", [(Style.PARAGRAPH, 0, "A b c*.")]),
        (
            "## Head\n\n- a\n  - b",
            [
                (Style.HEADING, 2, "Head"),
                (Style.BULLET, 0, "a"),
                (Style.BULLET, 1, "b"),
            ],
        ),
        (
            "> Said &lt;so&gt;.\n\n> - a",
            [(Style.QUOTE, 0, "Said <so>."), (Style.BULLET, 0, "a")],
        ),
        (
            "(a) one\n\n---\n\nResolved: That.",
            [(Style.NUMBERED, 0, "(a) one"), (Style.RESOLUTION, 0, "Resolved: That.")],
        ),
        (
            "- A **b**\n  goes &amp; on.\n- B",
            [(Style.BULLET, 0, "A b goes & on."), (Style.BULLET, 0, "B")],
        ),
        (
            "| a | b |\n|---|---|\n| c | d |",
            [(Style.ROW, 0, "| a | b |"), (Style.ROW, 0, "| c | d |")],
        ),
    ],
)
def test_markdown_becomes_what_it_means(text: str, expected: list[tuple[Style, int, str]]) -> None:
    assert told(text) == expected


def test_a_row_falls_into_its_cells() -> None:
    row = paragraphs(ExportedItem("5. R", "| a | **b** c |\n|---|---|"))[0]
    assert [[(r.text, r.bold) for r in runs] for runs in cells(row)] == [
        [("a", False)],
        [("b", True), (" c", False)],
    ]


def test_a_flag_begins_and_ends_with_its_words_or_at_the_very_end() -> None:
    text = "One two."
    flags = tuple(ExportedFlag(Span(*span), (Remark("A", AT, "?"),)) for span in ((4, 7), (4, 8), (8, 8)))
    (paragraph,) = paragraphs(ExportedItem("5. R", text, flags=flags))
    assert [(r.text, r.begins, r.ends) for r in paragraph.runs] == [
        ("One ", (), ()),
        ("two", (0, 1), ()),
        (".", (), (0,)),
        ("", (2,), (1, 2)),
    ]


LINES = st.lists(
    st.sampled_from(["a b c", "b **c**", "", "- a", "- a b", "# x", "1. y a", "x - y a b", "  c", "---"]),
    max_size=5,
).map("\n".join)


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES, min_size=2, max_size=4))
def test_whatever_was_changed_both_texts_are_in_it(versions: list[str]) -> None:
    found = paragraphs(item_of(*versions))
    for version, accept in ((versions[-1], True), (versions[0], False)):
        assert lines(found, accept=accept) == lines(paragraphs(ExportedItem("5. R", version)), accept=True)


def test_columns_are_as_wide_as_their_words_and_figures_stand_to_the_right() -> None:
    text = "| Payee | For | Net |\n|---|---|---|\n| A | Grass cutting, March | £1,412.50 |\n| B | 12 bins | |"
    payee, for_, net = columns(paragraphs(ExportedItem("5. R", text)))
    assert payee.share < net.share < for_.share
    assert (payee.is_number, for_.is_number, net.is_number) == (False, False, True)
    assert sum(column.share for column in (payee, for_, net)) == pytest.approx(1)
