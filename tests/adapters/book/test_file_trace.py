"""The items of older versions of a file, found by comparing characters or by taking them apart."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from review_tui.adapters.book import file_trace
from review_tui.adapters.book.file_trace import older_items, traced
from review_tui.anchoring.item_identity import assign_ids
from review_tui.language.file_sections import file_sections

PARTS = st.sampled_from(
    [
        "# Board\n",
        "---\ndate: x\n---\n",
        "## A\n",
        "## B\n",
        "## C (Tom Foy)\n",
        "### c\n",
        "Rent was paid.\n",
        "Two trees were felled.\n",
        "\n",
        "```\n## code\n```\n",
        "> ## said\n",
        "## A",
        "Title\n---\n",
        "1. Rent\n",
        "\r\n",
    ]
)
TEXTS = st.lists(PARTS, max_size=10).map("".join)


@settings(max_examples=60)
@given(TEXTS, TEXTS)
@example("## A\nx\n## B\ny\n", "## A\nx\n## A\nz\n## B\ny\n")
@example("## A\nx\n## B\n", "## A\nx\n# T\n## B\n")
@example("\n## A\nx\n", "## A\nx\n")
@example("Hi\n## A\nx\n## B\n", "## A\nx\n## B\n")
def test_what_is_found_in_place_is_what_taking_the_version_apart_finds(newer: str, older: str) -> None:
    sections = file_sections(newer)
    items = traced(newer, assign_ids((), newer, sections, lambda _: None)[0], sections)
    in_place = file_trace._in_place(items, older)
    if in_place is not None:
        assert [item.text for item in in_place] == [s.words(older) for s in file_sections(older)]
        assert [item.heading for item in in_place] == [s.heading for s in file_sections(older)]


def test_an_item_that_alone_changed_is_found_in_place_and_the_others_are_the_same_in_memory() -> None:
    newer = "---\ndate: x\n---\n# Board\n\n## A\n\nPaid.\n\n## B\n\nFelled.\n"
    sections = file_sections(newer)
    items = traced(newer, ["opening", "a", "b"], sections)
    found = older_items(items, newer.replace("Paid.", "Not paid.\n\nWhy not?"), 0)
    assert [item.text for item in found[1:]] == ["## A\n\nNot paid.\n\nWhy not?\n\n", "## B\n\nFelled.\n"]
    assert [a is b for a, b in zip(found, items, strict=True)] == [True, False, True]


def test_where_headings_changed_items_are_known_by_their_words() -> None:
    newer = "## A\n\nThe rent of the upper field was paid in full.\n\n## B\n\nTwo limes were felled in May.\n"
    items = traced(newer, ["rent", "trees"], file_sections(newer))
    older = (
        "## Trees\n\nTwo limes were felled in May.\n\n## A\n\nThe rent of the upper field was paid in full.\n"
    )
    assert [(item.id, item.heading) for item in older_items(items, older, 0)] == [
        ("trees", "Trees"),
        ("rent", "A"),
    ]
