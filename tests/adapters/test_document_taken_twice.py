"""A document that comes back a second time brings nothing, whatever was changed in it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.adapters.test_document_that_came_back import Post
from tests.application.fakes import ITEM, lay_table
from tests.word_hand import WordHand

MINUTES = """\
The report covers October 2020 to
September 2021 in full. It was noted.

Members asked **when** it would be ready. The officer said that it was done.

- Tariq Aziz is to check the doors.
- Wei Chen is to write the letter by May.

| Block | Arrears |
|---|---|
| Block A | 3210 |
| Block B | 1145 |

Resolved:- That the report be noted.
"""
SENTENCE = "He will report in May."
WORDS = ("report", "ready", "doors", "letter", "Block B", "1145", "noted", "officer", "Tariq Aziz", "A")
EDITS = st.tuples(
    st.sampled_from(("sentence first", "sentence last", "sentence within", "word", "no word", "paragraph")),
    st.sampled_from(WORDS),
    st.booleans(),
)


def edit(hand: WordHand, kind: str, word: str, *, is_tracked: bool) -> None:
    """One change at the first words that read so, if there still are any outside of other changes."""
    runs = re.findall(r"(?<=<w:r>)<w:t xml:space=\"preserve\">([^<]*)</w:t>", hand.xml)
    text = next((run for run in runs if word in run and ITEM.title not in run), None)
    if text is None:
        return
    put = hand.change if is_tracked else hand.type_over
    if kind == "paragraph" and is_tracked and f"{text}</w:t></w:r></w:p>" in hand.xml:
        hand.add_paragraph_after(text, "Members were reminded of the garden.")
    elif kind == "sentence first":
        put(text[:1], f"{SENTENCE} {text[:1]}") if not is_tracked else put(text, f"{SENTENCE} {text}")
    elif kind == "sentence last":
        hand.insert_after(text, f" {SENTENCE}") if is_tracked else put(text, f"{text} {SENTENCE}")
    elif kind == "sentence within":
        put(word, f"{word} (late)")
    else:
        put(word, "account" if kind == "word" else "")


def write(post: Post, text: str, reason: str = "Read again.") -> None:
    """Amend the item to ``text``."""
    if post.table.item.draft.text != text:
        post.table.review.amend(post.table.item, text, reason)


@settings(max_examples=25, deadline=None)
@given(st.lists(EDITS, min_size=1, max_size=4), st.booleans())
def test_whatever_was_changed_is_taken_once(edits: list[tuple[str, str, bool]], amended: bool) -> None:
    post = Post(lay_table())
    write(post, MINUTES)
    hand = post.sent()
    for kind, word, is_tracked in edits:
        edit(hand, kind, word, is_tracked=is_tracked)
    first = post.back(hand)
    if amended:
        write(post, post.table.item.draft.text + "\nThe meeting was closed.\n")
    taken = post.table.item.draft.text
    again = post.plan(hand)
    assert [(each.what, each.is_tracked) for each in again.amendments] == []
    assert again.is_empty
    assert not [told for told in again.unplaced if told not in first.unplaced]
    # What was taken back since is told, and not offered as if nothing had been.
    if first.amendments and not first.unplaced:
        write(post, MINUTES, "Put back.")
        back = post.plan(hand)
        assert back.is_empty
        assert "stood in the minutes already" in str(back.unplaced)
        assert post.table.item.draft.text != taken


@pytest.mark.parametrize("is_tracked", [False, True])
def test_a_sentence_more_at_the_end_of_what_was_taken_is_all_that_is_new(is_tracked: bool) -> None:
    post = Post(lay_table())
    write(post, MINUTES)
    hand = post.sent()
    edit(hand, "sentence last", "doors", is_tracked=is_tracked)
    post.back(hand)
    hand.date = "2022-03-22T10:00:00Z"
    if is_tracked:
        end = f"{SENTENCE}</w:t></w:r></w:ins>"
        hand.xml = hand.xml.replace(end, end + hand._ins(" And in June."), 1)
    else:
        hand.type_over(SENTENCE, f"{SENTENCE} And in June.")
    (more,) = post.back(hand).amendments
    assert "And in June" in more.what
    text = " ".join(post.table.item.draft.text.split())
    assert f"the doors. {SENTENCE} And in June. -" in text
    assert text.count(SENTENCE) == 1
