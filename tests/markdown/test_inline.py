"""What a reader sees of the marks within a passage."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from review_tui.markdown.inline import edits_of

SIGNS = (
    "a|b c| |*|**|_|__|~~|`|``|\\|[|](x)|![|<u>|</u>|<del>|</del>|<br>|&amp;|&nbsp;|\u00ad|\u200b|\u00a0"
    "|--|---|(|)|<|>|[^1]|https://a.b/c_d_|1."
)
PIECES = st.lists(st.sampled_from(SIGNS.split("|")), max_size=24).map("".join)


def seen(words: str) -> str:
    """``words`` with all edits made."""
    parts, at = [], 0
    for edit in edits_of(words):
        parts += [words[at : edit.start], edit.words]
        at = edit.end
    return "".join([*parts, words[at:]])


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("October, 2020--September, 2021", "October, 2020\u2013September, 2021"),
        ("October 2020 -- September 2021", "October 2020 \u2013 September 2021"),
        ("one---two", "one\u2014two"),
        ("git --help, x-->y and <!-- not said --> z", "git --help, x-->y and  z"),
        ("October&nbsp;2020&ndash;September&#160;2021", "October 2020\u2013September 2021"),
        ("&pound;5 &amp; &#xA3;6, AT&T &nosuch;", "\u00a35 & \u00a36, AT&T &nosuch;"),
        ("the <u>report</u> of<br>October", "the report of October"),
        ("the <span style='x'>report</span>", "the report"),
        ("moved by <name> at <time>", "moved by <name> at <time>"),
        ("**Resolved** that *the* __report__ _be_ ***noted***", "Resolved that the report be noted"),
        ("*a **b** c* and **a*b*c**", "a b c and abc"),
        ("5 * 3 * 2, snake_case_name, ____ and * alone", "5 * 3 * 2, snake_case_name, ____ and * alone"),
        ("for ~~2023~~ 2022, ~~gone~~", "for 2022, "),
        ("~~2023~~2022", "2022"),
        ("about ~5 of them", "about ~5 of them"),
        ("<del>2023</del> 2022 and <s>x</s>y", "2022 and y"),
        ("Septem\u00adber\u200b 2021\u2060", "September 2021"),
        ("October\u00a02020\u202f\u2013", "October 2020 \u2013"),
        ("2020\\-September \\* \\_\\_ a\\b", "2020-September * __ a\\b"),
        ('see [the report](https://x.y/a_(b)_c "title") of it', "see the report of it"),
        ("![The **chart**](chart.png) here", "The chart here"),
        ("[AB] moved [x] and [CD][1]", "[AB] moved [x] and [CD][1]"),
        ("as said[^1] before", "as said before"),
        ("<https://x.y/a_b_> <mailto:a@b.c> <a.b@c.d>", "https://x.y/a_b_ mailto:a@b.c a.b@c.d"),
        ("https://x.y/a_b_c*d* --x", "https://x.y/a_b_cd --x"),
        ("`code *is* not&nbsp;read`, ``a ` b``", "`code *is* not&nbsp;read`, ``a ` b``"),
        ("`open *end*", "`open end"),
        ("~~**gone** [x](y)~~ *stays*", "stays"),
        ("hard\\", "hard"),
        ("", ""),
    ],
)  # fmt: skip
def test_words_are_read_as_a_reader_sees_them(words: str, read: str) -> None:
    assert seen(words) == read


@given(PIECES)
@example("~~a **b~~ c**")
@example("<del>a ~~b</del> c~~")
def test_edits_are_in_order_and_apart(words: str) -> None:
    at = 0
    for edit in edits_of(words):
        assert at <= edit.start < edit.end <= len(words)
        assert edit.words != words[edit.start : edit.end]
        at = edit.end


@given(st.text(st.sampled_from("ab12 .,;:()'"), max_size=40))
def test_words_without_marks_are_left_alone(words: str) -> None:
    assert edits_of(words) == ()


@pytest.mark.parametrize(
    "part",
    [
        "*",
        "_",
        "~~",
        "[",
        "]",
        "`",
        "``x`",
        "<",
        "<!--",
        "&",
        "\\",
        "*a",
        "a* ",
        "~~a~~",
        "![",
        "](",
        "<del>",
        "--",
    ],
)
def test_hostile_words_are_read(part: str) -> None:
    assert len(seen(part * 6_000)) <= len(part) * 6_000


EMPHASIS = st.lists(
    st.sampled_from(["a", "b", " ", "*", "**", "***", "_", "__", ".", "(", "\\*", "&amp;"]), max_size=18
)


@given(EMPHASIS.map("".join))
@example("*a**b*")
@example("**a*b***")
@example("_a_b_")
def test_emphasis_is_that_of_markdown(words: str) -> None:
    words = f"x{words}x"
    (inline,) = MarkdownIt("commonmark").parseInline(words)
    assert seen(words) == "".join(token.content for token in inline.children or ())
