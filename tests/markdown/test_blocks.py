"""Where the blocks of a Markdown text stand."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from review_tui.markdown import blocks as module
from review_tui.markdown.blocks import BlockKind, blocks_of, front_matter_end, pieces_of

LINES = st.sampled_from(
    [
        "",
        "",
        "",
        " ",
        "Words of a line",
        "and more of it",
        "- a bullet",
        "* another",
        "  set in",
        "    deep",
        "1. one",
        "2) two",
        "> said",
        ">",
        "# Title",
        "## 2. Title ##",
        "---",
        "===",
        "```",
        "~~~",
        "| a | b |",
        "|---|---|",
        "| c |",
        "<!-- no",
        "no -->",
        "<div>",
        "</div>",
        "[x]: y",
        "[^1]: note",
        "\u00a0",
        "\ttab",
        "**Bold** words",
        "2021. A year",
        "1. First",
        "2) Second",
        "7. Seventh",
        "01. Numbered so",
        "\u2028",
        "text  ",
    ]
)
TEXTS = st.lists(LINES, max_size=14).map("\n".join)
ENDS = st.sampled_from(["\n", "\r\n"])


def said(text: str) -> list[tuple[str, str]]:
    """Kind and words of each block, its lines parted by bars."""
    return [
        (b.kind.value, " | ".join(text[line.start : line.end] for line in b.lines)) for b in blocks_of(text)
    ]


@given(TEXTS)
@example("- a\n\n  b\n\nc\n- d")
@example("The vote was\n7. The chair then\n1. a\n2. b\nc\n3) d\n# e\n4. f")
@example("Words\n  set in\n- a bullet\nand more of it")
def test_plain_lines_are_told_as_markdown_it_tells_them(text: str) -> None:
    for begin, stop in pieces_of(text):
        piece = text[begin:stop]
        plain = module._plain_blocks(piece)
        assert plain is None or plain == module._parsed_blocks(piece)


@given(TEXTS)
@example("- a\n\n- b\n\n> c\n\n1. d\n")
def test_pieces_have_the_blocks_that_they_have_within_the_text(text: str) -> None:
    start = front_matter_end(text)
    assert blocks_of(text) == tuple(
        module._moved_block(b, start) for b in module._parsed_blocks(text[start:])
    )


@given(TEXTS, ENDS, st.booleans())
def test_blocks_stand_on_lines_of_their_own_in_order(text: str, end: str, has_end: bool) -> None:
    text = text.replace("\n", end) + end * has_end
    at = 0
    for block in blocks_of(text):
        for line in block.lines:
            assert at <= line.begin <= line.start <= line.end <= line.stop
            assert "\n" not in text[line.begin : line.stop]
            assert line.begin == 0 or text[line.begin - 1] == "\n"
            at = line.stop
        assert all(block.lines[0].start <= a <= b <= block.lines[0].end for a, b in block.cells)


@given(TEXTS)
def test_line_ends_make_no_difference(text: str) -> None:
    assert said(text.replace("\n", "\r\n")) == said(text)


@settings(max_examples=30)
@given(st.text(st.sampled_from("ab1 -*#.)(\n\n\r\t\\>|`~<!=[]:\ufeff\u2028\x00\udc80"), max_size=200))
def test_nothing_makes_it_fail(text: str) -> None:
    blocks_of(text)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("One line\nand another\n\nNext", [("paragraph", "One line | and another"), ("paragraph", "Next")]),
        ("Title\n=====\nText", [("heading", "Title"), ("paragraph", "Text")]),
        ("Two lines\nof title\n---\n", [("heading", "Two lines | of title")]),
        ("word " * 60 + "\n---\n", [("paragraph", ("word " * 60).strip())]),
        ("## 2. Title ##\ntext", [("heading", "2. Title"), ("paragraph", "text")]),
        (
            "- a\n  b\n- c\n    - d\n      e",
            [("paragraph", "a | b"), ("paragraph", "c"), ("paragraph", "d | e")],
        ),
        ("1. Resolved that\n   a. one\n   b. two", [("paragraph", "Resolved that | a. one | b. two")]),
        (
            "> # Said\n> by one\n> > by two\nlazily",
            [("heading", "Said"), ("paragraph", "by one"), ("paragraph", "by two | lazily")],
        ),
        ("```\n# no title\n\n- no bullet\n```\n", [("line", "# no title"), ("line", "- no bullet")]),
        ("~~~ text\nopen to the end", [("line", "open to the end")]),
        ("        set in by eight, no code", [("paragraph", "set in by eight, no code")]),
        (
            "| A | B |\n|:-:|---|\n| 1 | 2 |\nthree\n\nText",
            [("row", "| A | B |"), ("row", "| 1 | 2 |"), ("row", "three"), ("paragraph", "Text")],
        ),
        ("| no | table |\n| at | all |", [("paragraph", "| no | table | | | at | all |")]),
        ("<!-- a comment\n\nof lines -->\nText", [("paragraph", "Text")]),
        ("<!-- x --> after", [("paragraph", "after")]),
        (
            "<details>\n<summary>More</summary>\n\nText\n</details>",
            [("paragraph", "<summary>More</summary>"), ("paragraph", "Text")],
        ),
        ("<p align=center>\n**In HTML**\nwords\n</p>", [("paragraph", "**In HTML** | words")]),
        ("[^1]: Footnote.\n[a]: http://x", [("paragraph", "[^1]: Footnote. | [a]: http://x")]),
        ("---\ntitle: x\ndate: 2024-05-01\n---\nText", [("paragraph", "Text")]),
        ("---\n\nno front matter\n\n---\n", [("paragraph", "no front matter")]),
        (
            "---\nWords of a sentence that is none.\n\n---\nText",
            [("paragraph", "Words of a sentence that is none."), ("paragraph", "Text")],
        ),
        (
            "- until\n2021. The rest\n\n2022. Text",
            [("paragraph", "until | 2021. The rest"), ("paragraph", "2022. Text")],
        ),
        ("", []),
        ("\n \n\n", []),
        ("- [ ] task\n- [x] done", [("paragraph", "[ ] task"), ("paragraph", "[x] done")]),
        (
            "\u05e9\u05dc\u05d5\u05dd\n\u05e2\u05d5\u05dc\u05dd",
            [("paragraph", "\u05e9\u05dc\u05d5\u05dd | \u05e2\u05d5\u05dc\u05dd")],
        ),
        ("# One\n\n## Two\n\n# One", [("heading", "One"), ("heading", "Two"), ("heading", "One")]),
    ],
)
def test_blocks_are_those_of_markdown(text: str, blocks: list[tuple[str, str]]) -> None:
    assert said(text) == blocks


def test_a_bar_after_a_backslash_is_in_the_cell() -> None:
    text = "|a \\| b|c\n|--|--\n|d||\n e | f "
    rows = [[text[a:b] for a, b in block.cells] for block in blocks_of(text)]
    assert rows == [["a \\| b", "c"], ["d", ""], ["e", "f"]]


@pytest.mark.parametrize(
    "text",
    [
        ">" * 10_000 + " deep\nline",
        "> " * 10_000 + "deep",
        "- " * 10_000 + "deep",
        "# " * 9_000,
        "|" * 9_000 + "\n" + "|-" * 9_000,
        "\n".join(" " * n + "- deep" for n in range(0, 400, 2)),
        "<" * 50_000,
        "```\n" * 3_000,
        "<!--\n" * 2_000,
    ],
)
def test_hostile_texts_are_read(text: str) -> None:
    assert "deep" not in text or any("deep" in words for _, words in said(text))


def test_what_is_too_long_is_taken_by_lines() -> None:
    text = "- a\n  b\n" * (module.MAX_LINES // 2 + 1)
    assert {block.kind for block in blocks_of(text)} == {BlockKind.LINE}


def test_a_piece_that_stays_is_not_read_again() -> None:
    blocks_of("> one\n\n> two\n\n> three\n")
    before = module.blocks_of_piece.cache_info()
    blocks_of("> one\n\n> two, amended\n\n> three\n")
    after = module.blocks_of_piece.cache_info()
    assert (after.hits - before.hits, after.misses - before.misses) == (2, 1)
