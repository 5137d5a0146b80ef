"""Files of minutes as they are found: their items, and an amendment that changes only its own words."""

import pytest

from review_tui.language.file_sections import file_sections
from review_tui.model.passages import PassageKind, passages
from review_tui.model.rewrapping import with_words

SHAPES: dict[str, tuple[str, list[str]]] = {
    "right to left": (
        (
            "# \u05de\u05d5\u05e2\u05e6\u05d4\n\n"
            "## 1. \u05ea\u05e7\u05e6\u05d9\u05d1\n\n"
            "\u05d4\u05ea\u05e7\u05e6\u05d9\u05d1 \u05d0\u05d5\u05e9\u05e8.\n\n"
            "## 2. \u05d3\u05e8\u05db\u05d9\u05dd\n\n\u0627\u0644\u0637\u0631\u0642\n"
        ),
        ["Opening", "\u05ea\u05e7\u05e6\u05d9\u05d1", "\u05d3\u05e8\u05db\u05d9\u05dd"],
    ),
    "footnotes": (
        (
            "## Rent\n\nThe rent was paid.[^1]\n\n[^1]: In cash.\n\n"
            "## Trees\n\nFelled.[^2]\n\n[^2]: By hand,\n    at dawn.\n"
        ),
        ["Rent", "Trees"],
    ),
    "headings in quotations": (
        "## Rent\n\n> ## Said\n> by one\n\n- ## Listed\n\n## Trees\n\nFelled.\n",
        ["Rent", "Trees"],
    ),
    "headings in code": (
        "## Rent\n\n```\n## not\n\n## these\n```\n\n~~~\n# nor this\n~~~\n\n## Trees\n\nx\n",
        ["Rent", "Trees"],
    ),
    "headings in a comment": ("## Rent\n\n<!--\n## not\n-->\n\n## Trees\n", ["Rent", "Trees"]),
    "empty sections": ("## Rent\n## Trees\n\n## Roads\n\n\n## End", ["Rent", "Trees", "Roads", "End"]),
    "an empty heading": ("## Rent\n\nx\n\n##\n\ny\n", ["Rent", ""]),
    "mixed line ends": (
        "## Rent\r\n\r\nPaid\r\nin full.\n\n## Trees\n\nFelled\r\nat dawn.\r\n",
        ["Rent", "Trees"],
    ),
    "setext": (
        "Board\n=====\n\nRent\n----\n\nPaid.\n\nTrees\n-----\n\nFelled.\n",
        ["Opening", "Rent", "Trees"],
    ),
    "repeated": ("## Report\n\nOne.\n\n## Report\n\nTwo.\n", ["Report", "Report"]),
    "front matter": ("---\ntitle: x\n---\n\n## Rent\n\nPaid.\n\n## Trees\n\nFelled.", ["Rent", "Trees"]),
    "a mark of byte order": ("\ufeff## Rent\n\nPaid.\n\n## Trees\n\nFelled.\n", ["Rent", "Trees"]),
    "task lists": (
        "## Rent\n\n- [x] paid\n  - [ ] in full\n\n## Trees\n\n1. oak\n   a. old\n",
        ["Rent", "Trees"],
    ),
    "HTML": (
        "## Rent\n\n<details>\n<summary>More</summary>\n\nPaid.\n\n</details>\n\n## Trees\n\n<p>Felled</p>\n",
        ["Rent", "Trees"],
    ),
    "wrapped at 40": (
        (
            "## Rent\n\nThe rent of the upper field was paid in\nfull on the second of May by the tenant\n"
            "of that field.\n\n## Trees\n\nFelled.\n"
        ),
        ["Rent", "Trees"],
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_each_shape_has_its_items_and_an_amendment_changes_no_other_byte(shape: str) -> None:
    text, titles = SHAPES[shape]
    sections = file_sections(text)
    assert [section.title for section in sections] == titles
    assert text == text[: sections[0].span.start] + "".join(s.words(text) for s in sections)
    for section in sections:
        own = section.words(text)
        for passage in passages(own):
            if passage.kind is PassageKind.HEADING:
                continue
            words = passage.words.of(own)
            changed = with_words(own, passage, f"{words} Amended")
            assert changed.count("Amended") == 1
            before, after = own[: passage.span.start], own[passage.span.end :]
            assert changed.startswith(before)
            assert changed.endswith(after)
            whole = text[: section.span.start] + changed + text[section.span.end :]
            others = [s.words(whole) for s in file_sections(whole) if "Amended" not in s.words(whole)]
            assert others == [s.words(text) for s in sections if s is not section]
