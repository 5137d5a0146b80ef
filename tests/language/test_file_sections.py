"""Where the items of a file of minutes begin, and what their headings say."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_tui.language.file_sections import file_sections, fresh_id, item_section, slug
from review_tui.language.heading_words import read_heading
from review_tui.markdown.headings import find_headings


def titles(text: str) -> list[str]:
    return [section.title for section in file_sections(text)]


def test_the_shallowest_level_that_splits_the_meeting_makes_the_items() -> None:
    text = "# Board, 1 May 2024\n\nPresent: A\n\n## Welcome\n\n### Aside\n\n## Report\n\nDone.\n"
    assert titles(text) == ["Opening", "Welcome", "Report"]


def test_an_appendix_at_the_level_of_the_title_does_not_make_one_item_of_all_others() -> None:
    assert titles("# Minutes\n\n## A\n\n## B\n\n# Appendix\n") == ["Opening", "A", "B", "Appendix"]


def test_headings_of_one_level_alone_split_the_meeting_even_where_the_first_could_be_a_title() -> None:
    assert titles("# Welcome\n\nx\n\n# Report\n\ny\n") == ["Welcome", "Report"]


def test_what_the_book_fixes_goes_before_what_is_found() -> None:
    text = "## A\n\n### B\n\n### C\n\n## D\n"
    assert [s.title for s in file_sections(text, 3)] == ["Opening", "B", "C", "D"]


def test_headings_in_code_quotations_comments_and_front_matter_are_none() -> None:
    text = (
        "---\ntitle: x\n# no: heading\n---\n\n## One\n\n```\n## code\n```\n\n> ## quoted\n\n"
        "    ## indented\n\n<!--\n## hidden\n-->\n\n~~~\n## tilde\n~~~\n\n## Two ##\n\n#hashtag\n"
    )
    assert [h.words for h in find_headings(text)] == ["One", "Two"]


def test_lines_below_words_make_headings_but_not_of_tables_lists_or_paragraphs() -> None:
    text = "Welcome\n=======\n\nReport\n---\n\na | b\n--- | ---\n\n- item\n---\n\ntwo\nlines\n---\n\n---\n"
    assert [(h.level, h.words) for h in find_headings(text)] == [(1, "Welcome"), (2, "Report")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("5. Annual Report (Laura Gough)", ("5", "Annual Report", "Laura Gough")),
        ("Item 12: Loneliness", ("12", "Loneliness", "")),
        ("3.2 Budget", ("3.2", "Budget", "")),
        ("7a) Questions \u2013 Tom Foy", ("7a", "Questions", "Tom Foy")),
        ("1. Declarations of interest", ("1", "Declarations of interest", "")),
        ("1 May 2024", ("", "1 May 2024", "")),
        ("2024 budget", ("", "2024 budget", "")),
        ("**Finance** [link](http://x.y)", ("", "Finance link", "")),
        ("Report (for information)", ("", "Report (for information)", "")),
        ("B. Reports", ("B", "Reports", "")),
        ("JB/41. Fees", ("JB/41", "Fees", "")),
        ("P26/65 Trees", ("P26/65", "Trees", "")),
        ("MIN 3/02/2025: Water", ("3/02/2025", "Water", "")),
        ("2 \u00b7 Comments", ("2", "Comments", "")),
        ("1,164.10. Grants", ("1,164.10", "Grants", "")),
        ("FY24/25 Budget", ("", "FY24/25 Budget", "")),
        ("9:00 A.M. Roll call", ("", "9:00 A.M. Roll call", "")),
        ("", ("", "", "")),
    ],
)
def test_number_title_and_presenter_are_read_from_the_heading(words: str, expected: tuple[str, ...]) -> None:
    assert read_heading(words) == expected


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "# Board\n\n1. Apologies\n\nNone.\n\n2. Planning\n\nRefused.\n",
            [("", "Opening"), ("1", "Apologies"), ("2", "Planning")],
        ),
        ("12/24 Planning\nRefused.\n\n13/24 Roads\nMended.\n", [("12/24", "Planning"), ("13/24", "Roads")]),
        ("1\\. Welcome\r\n\r\nx\r\n\r\n2\\. End\r\n\r\ny", [("1", "Welcome"), ("2", "End")]),
        ("**2. Rent**\n\nPaid.\n\n**3. Finance**\n\nNoted.\n", [("2", "Rent"), ("3", "Finance")]),
        ("Item 4: Rent\n\nPaid.\n\nItem 5: Trees\n\nFelled.\n", [("4", "Rent"), ("5", "Trees")]),
        (
            "## Minutes\n\n* **013/18 Visit**\n    * All go.\n* **014/18 Plan**\n    * Agreed.\n",
            [("", "Opening"), ("013/18", "Visit"), ("014/18", "Plan")],
        ),
        ("**Welcome**\nAll came.\n\n**Trees**\nFelled.\n", [("1", "Welcome"), ("2", "Trees")]),
        ("WELCOME\n\nx\n\nTREES\n\ny\n\nROADS\n\nz\n", [("1", "WELCOME"), ("2", "TREES"), ("3", "ROADS")]),
        (
            "Agenda\n\n1. Rent\n2. Trees\n\nMinutes\n\n1. Rent\n\nPaid.\n\n2. Trees\n\nFelled.\n",
            [("", "Opening"), ("1", "Rent"), ("2", "Trees")],
        ),
        ("# Board\n\nWe will see to:\n\n1. Rent\n2. Trees\n3. Roads\n", [("1", "Board")]),
        ("> 1. Rent\n\nx\n\n> 2. Trees\n\ny\n", [("1", "Minutes")]),
        ("```\n1. Rent\n\n2. Trees\n```\n", [("1", "Minutes")]),
        ("## A\n\n1. Rent\n\nx\n\n2. Trees\n\ny\n\n## B\n", [("1", "A"), ("2", "B")]),
    ],
)
def test_where_no_headings_split_the_meeting_lines_that_number_or_name_items_do(
    text: str, items: list[tuple[str, str]]
) -> None:
    assert [(s.number, s.title) for s in file_sections(text)] == items


def test_an_item_alone_has_the_heading_that_it_has_in_its_file() -> None:
    text = "1. Rent\n\nPaid.\n\n2. Trees\n\nTwo were felled:\n\n1. an oak.\n\n2. an ash.\n"
    for section in file_sections(text):
        alone = item_section(section.words(text))
        assert alone is not None
        assert (alone.heading, alone.title) == (section.heading, section.title)
        assert alone.heading_end == section.heading_end - section.span.start


def test_a_ruler_right_below_the_head_of_minutes_makes_no_heading_of_it() -> None:
    assert titles("Date: 1 May\nPresent: A\n---\n\n# Rent\n\nx\n\n# Trees\n") == ["Opening", "Rent", "Trees"]


def test_where_no_heading_is_numbered_the_items_count_and_what_stands_before_is_none() -> None:
    assert [s.number for s in file_sections("Hello\n\n## A\n\n## B\n")] == ["0", "1", "2"]


def test_where_some_headings_are_numbered_only_those_have_a_number() -> None:
    assert [s.number for s in file_sections("## Roll\n\n## 1. A\n\n## 2. B\n")] == ["", "1", "2"]


@pytest.mark.parametrize("text", ["", " \n\n", "\ufeff", "---\na: b\n---\n"])
def test_nothing_written_is_no_item(text: str) -> None:
    assert file_sections(text) == ()


def test_a_file_without_headings_is_one_item() -> None:
    assert [(s.number, s.title) for s in file_sections("We met.\n\nWe left.")] == [("1", "Minutes")]


def test_ids_are_made_of_titles_unlike_each_other_and_unlike_the_folders_beside() -> None:
    sections = file_sections("## Reports\n\n## Reports\n\n## Notes\n\n## \u2022\n\n## \u00dcber Geld\n")
    taken: list[str] = []
    for n, section in enumerate(sections):
        taken.append(fresh_id(section, n + 1, taken))
    assert taken == ["reports", "reports-2", "notes-item", "item-4", "uber-geld"]


def test_a_slug_is_small_letters_figures_and_dashes() -> None:
    assert slug("Any Other (Urgent) Business \u2013 \u20ac5") == "any-other-urgent-business-5"


PIECES = st.sampled_from(
    [
        "# T\n",
        "## A\n",
        "## B (Tom Foy)\r\n",
        "### c\n",
        "Words.\n",
        "\n",
        "```\n",
        "X\n---\n",
        "> ## q\n",
        "| a |\n",
        "\u05d0\n",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_the_items_cover_the_file_once_and_count_its_lines(text: str) -> None:
    sections = file_sections(text)
    if not sections:
        assert not text.strip()
        return
    assert sections[-1].span.end == len(text)
    for one, other in itertools.pairwise(sections):
        assert one.span.end == other.span.start
    assert all(text.count("\n", 0, s.span.start) == s.line for s in sections)
    assert not text[: sections[0].span.start].strip()
