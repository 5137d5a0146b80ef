"""Other words for a passage change as few lines as can be."""

import textwrap
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_tui.model.passages import passages
from review_tui.model.rendered import flowing
from review_tui.model.rewrapping import with_replaced, with_words
from review_tui.model.text import Span

PARAGRAPH = (
    "Laura Gough, Head of Safeguarding Quality and Practice, gave a presentation on the Annual "
    "Assurance report for "
    "October, 2020-September, 2021, which the Board had asked for in the year before, and "
    "answered the questions of "
    "members about it. It was noted that the next one would come in the spring of the year after."
)
WORDS = PARAGRAPH.split()


def wrapped(width: int, first: str = "", rest: str = "") -> str:
    return textwrap.fill(PARAGRAPH, width, initial_indent=first, subsequent_indent=rest) + "\n\nNext one.\n"


def amended(text: str, old: str, new: str) -> str:
    """``text`` with a part of its first passage changed."""
    passage = passages(text)[0]
    flow = flowing(text, passage).text
    assert old in flow
    return with_words(text, passage, flow.replace(old, new))


def changes(old: str, new: str) -> list[str]:
    """Lines that went and came."""
    before, after = Counter(old.splitlines(keepends=True)), Counter(new.splitlines(keepends=True))
    return [*(before - after).elements(), *(after - before).elements()]


@pytest.mark.parametrize("width", [40, 60, 72])
@pytest.mark.parametrize(
    ("first", "rest"), [("", ""), ("- ", "  "), ("> ", "> "), ("> 1. ", ">    "), ("\t- ", "\t  ")]
)
def test_one_word_for_another_changes_one_line(width: int, first: str, rest: str) -> None:
    text = wrapped(width, first, rest)
    new = amended(text, "2021", "2022")
    assert len(changes(text, new)) == 2
    assert new == text.replace("2021", "2022")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_new_lines_end_and_begin_as_those_of_the_passage(end: str) -> None:
    text = wrapped(60, "> - ", ">   ").replace("\n", end)
    new = amended(
        text, "answered", "answered at some length, and as well as could be expected of anybody, all of"
    )
    lines = new.split("Next")[0].splitlines(keepends=True)
    assert all(line.endswith(end) for line in lines)
    assert all(line.startswith(">   ") for line in lines[1:-1])
    assert max(map(len, lines)) <= 60 + len(end)
    assert new.count("\n") > text.count("\n")


def test_no_short_line_is_left_where_lines_happen_to_be_as_long() -> None:
    text = (
        "Resolved that the Annual Assurance report for October,\n2020-September, 2022 be noted "
        "by all of the members of\n"
        "the Board.\n"
    )
    new = amended(text, "2022 be noted", "2021 be received with thanks and noted")
    assert new == (
        "Resolved that the Annual Assurance report for October,\n2020-September, 2021 be "
        "received with thanks and noted\n"
        "by all of the members of the Board.\n"
    )


def test_lines_before_the_change_and_after_the_paragraph_stay() -> None:
    text = wrapped(60)
    new = amended(text, "had asked for", "had, at its meeting in the spring, asked the officers for")
    first = next(n for n, line in enumerate(text.splitlines()) if "asked" in line)
    assert new.splitlines()[:first] == text.splitlines()[:first]
    assert new.endswith("\n\nNext one.\n")


def test_wrapping_ends_where_lines_agree_again() -> None:
    text = wrapped(60)
    for word in ("powerpoint ", "Annual ", "Quality "):
        if word in text:
            assert len(changes(text, amended(text, word, ""))) == 2
    long = textwrap.fill(" ".join([PARAGRAPH] * 3), 60)
    passage, last = passages(long)[0], long.splitlines()[-4:]
    flow = flowing(long, passage).text
    blanks = [at for at in range(300) if flow[at] == " "]
    longer = [with_words(long, passage, f"{flow[:at]} so{flow[at:]}") for at in blanks]
    assert any(new.splitlines()[-4:] == last for new in longer)


def test_a_line_that_grows_in_a_wrapped_text_is_wrapped() -> None:
    text = wrapped(60)
    passage = passages(text)[1]
    new = with_words(
        text, passage, "Next one, of which very much more has to be said than was said of it before."
    )
    assert new.split("\n\n")[1].count("\n") == 2
    assert max(map(len, new.splitlines())) <= 60


def test_a_paragraph_that_is_narrower_than_the_text_stays_so() -> None:
    narrow = textwrap.fill(PARAGRAPH, 40)
    text = f"{wrapped(72)}\n{narrow}\n"
    passage = passages(text)[2]
    new = with_words(text, passage, flowing(text, passage).text.replace("gave", "gave, at length and well,"))
    lines = new.split("Next one.\n\n")[1].splitlines()
    assert 30 < max(map(len, lines)) <= 40
    assert len(lines) > narrow.count("\n") + 1


def test_a_line_that_grows_in_a_text_of_long_lines_stays_one() -> None:
    text = f"{PARAGRAPH}\n\nNext one.\n"
    new = with_words(text, passages(text)[1], PARAGRAPH)
    assert new == f"{PARAGRAPH}\n\n{PARAGRAPH}\n"


def test_tables_and_headings_are_never_wrapped() -> None:
    text = wrapped(40) + "\n# Title\n\n| A | B |\n|---|---|\n| c | d |\n"
    for index in (2, 4):
        passage = passages(text)[index]
        new = with_words(text, passage, f"{passage.words.of(text)} {PARAGRAPH}")
        assert new.count("\n") == text.count("\n")


@given(st.data())
def test_other_words_give_a_passage_of_those_words_and_leave_the_others(data: st.DataObject) -> None:
    width = data.draw(st.sampled_from([40, 60, 72]))
    first, rest = data.draw(st.sampled_from([("", ""), ("- ", "  "), ("> ", "> ")]))
    text = wrapped(width, first, rest)
    start = data.draw(st.integers(0, len(WORDS)))
    stop = data.draw(st.integers(start, len(WORDS)))
    more = data.draw(
        st.lists(
            st.sampled_from(["a", "word", "- ", "1.", "Present:", "#", "long-word-of-many-parts"]), max_size=9
        )
    )
    words = " ".join(" ".join([*WORDS[:start], *more, *WORDS[stop:]]).split())
    new = with_words(text, passages(text)[0], words)
    assert new.endswith("\n\nNext one.\n")
    assert (
        " ".join(new.removesuffix("\n\nNext one.\n").replace("\n" + rest, " ").split())
        == f"{first}{words}".strip()
        or not words
    )
    if words and len(passages(new)) == 2:
        assert flowing(new, passages(new)[0]).text.split() == words.split()


def test_a_span_is_replaced_across_a_line_end() -> None:
    text = "Resolved that the report for October,\n2020-September, 2022 be noted.\n"
    start = text.index("October")
    new = with_replaced(text, Span(start, text.index(" be noted")), "October, 2020-September, 2021")
    assert new == text.replace("2022", "2021")
