"""Two changes of one text as one: only where both changed the same words is anybody asked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review_tui.anchoring.three_way import Conflict, merge_texts

BASE = """\
# Annual report

Laura Gough gave a presentation on the report for October, 2020-September, 2021.

Members thanked the officers for their work during a difficult year.

Resolved:- That the report for October, 2020-September, 2022, be noted.
"""


def changed(*swaps: tuple[str, str], text: str = BASE) -> str:
    for old, new in swaps:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


MERGES = {
    "passages apart": (
        changed(("Laura Gough", "Laura Gough, Head of Safeguarding,")),
        changed(("2022", "2021, in full"), ("be noted", "be approved")),
        changed(
            ("Laura Gough", "Laura Gough, Head of Safeguarding,"),
            ("2022", "2021, in full"),
            ("be noted", "be approved"),
        ),
    ),
    "words of one passage": (
        changed(("Members", "The Board")),
        changed(("difficult year", "hard year")),
        changed(("Members", "The Board"), ("difficult year", "hard year")),
    ),
    "the same change": (
        changed(("2022", "2021, all")),
        changed(("2022", "2021, all")),
        changed(("2022", "2021, all")),
    ),
    "a passage more each": (
        BASE + "\nCllr Lee left the meeting.\n",
        BASE + "\nThere was applause.\n",
        BASE + "\nCllr Lee left the meeting.\n\nThere was applause.\n",
    ),
    "one takes out, one changes elsewhere": (
        changed(("Members thanked the officers for their work during a difficult year.\n\n", "")),
        changed(("be noted", "be approved")),
        changed(
            ("Members thanked the officers for their work during a difficult year.\n\n", ""),
            ("be noted", "be approved"),
        ),
    ),
    "the last passage goes, another comes after it": (
        changed(("\nResolved:- That the report for October, 2020-September, 2022, be noted.\n", "")),
        BASE.replace("# Annual", "# The annual"),
        changed(("\nResolved:- That the report for October, 2020-September, 2022, be noted.\n", "")).replace(
            "# Annual", "# The annual"
        ),
    ),
    "moved by one, amended by the other": (
        changed(("Members thanked the officers for their work during a difficult year.\n\n", ""))
        + "\nMembers thanked the officers for their work during a difficult year.\n",
        changed(("difficult", "very difficult")),
        changed(("Members thanked the officers for their work during a difficult year.\n\n", ""))
        + "\nMembers thanked the officers for their work during a very difficult year.\n",
    ),
    "line ends stay as they are": (
        changed(("Members", "The Board")).replace("\n", "\r\n"),
        BASE,
        changed(("Members", "The Board")).replace("\n", "\r\n"),
    ),
}


@pytest.mark.parametrize("case", MERGES)
def test_what_only_one_side_changed_is_taken(case: str) -> None:
    ours, theirs, expected = MERGES[case]
    assert merge_texts(BASE, ours, theirs).text == expected
    assert merge_texts(BASE, theirs, ours).text == expected


def test_both_may_rewrap_and_amend_a_wrapped_text() -> None:
    base = (
        "The Board received a report on the safeguarding of\nchildren in the county, and thanked all of the\n"
        "officers for the care that they had taken with it.\n\nIt was resolved that the report be noted and\n"
        "sent to each of the partners before the summer.\n"
    )
    ours = base.replace("county, and", "borough, and")
    theirs = base.replace("the summer", "the autumn")
    assert merge_texts(base, ours, theirs).text == ours.replace("the summer", "the autumn")


CLASHES = {
    "the same word": (changed(("2022", "2021")), changed(("2022", "2023"))),
    "words that touch": (changed(("Laura", "Lara")), changed(("Gough", "Goff"))),
    "taken out and amended": (
        changed(("Members thanked the officers for their work during a difficult year.\n\n", "")),
        changed(("difficult", "very difficult")),
    ),
    "the same passage put in, otherwise worded": (
        BASE + "\nCllr Lee left the meeting at 19:40.\n",
        BASE + "\nCllr Lee left the meeting at 19:45.\n",
    ),
    "words put in at one place": (
        changed(("thanked the officers", "thanked warmly the officers")),
        changed(("thanked the officers", "thanked all the officers")),
    ),
    "both written anew": (
        changed(
            (
                "Members thanked the officers for their work during a difficult year.",
                "It was a hard time, and everybody said how grateful the Board was to its staff.",
            )
        ),
        changed(
            (
                "Members thanked the officers for their work during a difficult year.",
                "The chair paid tribute to those who had kept services going.",
            )
        ),
    ),
}


@pytest.mark.parametrize("case", CLASHES)
def test_the_same_words_changed_by_both_are_asked_about(case: str) -> None:
    ours, theirs = CLASHES[case]
    merged = merge_texts(BASE, ours, theirs)
    assert len(merged.conflicts) == 1
    assert merged.settled([merged.conflicts[0].ours]) == ours
    assert merged.settled([merged.conflicts[0].theirs]) == theirs
    turned = merge_texts(BASE, theirs, ours).conflicts[0]
    assert turned == Conflict(merged.conflicts[0].base, merged.conflicts[0].theirs, merged.conflicts[0].ours)


def test_what_is_shown_of_a_passage_is_what_is_taken() -> None:
    ours = changed(("2022", "2021"), ("Resolved", "RESOLVED"))
    theirs = changed(("2022", "2023"), ("That the report", "That the annual report"))
    (clash,) = merge_texts(BASE, ours, theirs).conflicts
    assert clash.ours == "RESOLVED:- That the report for October, 2020-September, 2021, be noted."
    assert clash.theirs == "Resolved:- That the annual report for October, 2020-September, 2023, be noted."


words = st.sampled_from(
    ["the", "board", "noted", "report", "2021", "2022", "and", "of", "Lee", "left", "thanked", "it", "was"]
)
passage = st.lists(words, min_size=1, max_size=9).map(lambda found: " ".join(found) + ".")
texts = st.lists(passage, max_size=6).map(lambda found: "".join(f"{each}\n\n" for each in found))


@given(texts, texts, texts)
@settings(max_examples=120)
def test_no_change_is_lost_or_doubled_and_sides_are_equal(base: str, ours: str, theirs: str) -> None:
    assert merge_texts(base, base, theirs).text == theirs
    assert merge_texts(base, ours, base).text == ours
    assert merge_texts(base, ours, ours).text == ours
    merged, turned = merge_texts(base, ours, theirs), merge_texts(base, theirs, ours)
    assert merged.text == turned.text
    assert merged.settled([c.ours for c in merged.conflicts]) == turned.settled(
        [c.theirs for c in turned.conflicts]
    )
    known = set((base + ours + theirs).split())
    assert set(merged.settled([c.ours for c in merged.conflicts]).split()) <= known
