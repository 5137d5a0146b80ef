"""Which line ends are only an editor's, and which begin a passage."""

import textwrap

import pytest

from review_tui.model.passages import passages

PARAGRAPH = (
    "Laura Gough, Head of Safeguarding Quality and Practice, gave a presentation on the Annual "
    "Assurance report for "
    "October, 2020-September, 2021. The report provided a summary of the assurance that the "
    "Partnership had sought to "
    "keep children and families safe in line with statutory guidance."
)
LONG_LINES = (
    "The Chair welcomed members to the meeting and said that the papers had been on the website "
    "for five clear working "
    "days, as the constitution asks.\nApologies were received from two members.\nThe minutes of "
    "the meeting before were "
    "approved as a correct record and signed by the Chair, and there were no matters arising from them.\n"
)


def parted(text: str) -> list[str]:
    """The words of each passage, on one line."""
    return [" ".join(p.words.of(text).replace(">", " ").split()) for p in passages(text)]


@pytest.mark.parametrize("width", [40, 60, 72, 100])
@pytest.mark.parametrize(
    ("first", "rest"), [("", ""), ("- ", "  "), ("- ", ""), ("1. ", "   "), ("> ", "> "), ("  * ", "    ")]
)
def test_a_wrapped_paragraph_is_one_passage(width: int, first: str, rest: str) -> None:
    text = textwrap.fill(PARAGRAPH, width, initial_indent=first, subsequent_indent=rest)
    assert parted(text) == [PARAGRAPH]
    assert parted(text.replace("\n", "\r\n")) == [PARAGRAPH]


@pytest.mark.parametrize(
    "lines",
    [
        LONG_LINES,
        "Ann Smith\nBob Jones\nCarol Brown\nDan Green\n",
        (
            "Present: Ann Smith, Bob Jones, Carol Brown, Dan Green\nApologies: Eve White\nIn "
            "attendance: the Clerk\n"
        ),
        (
            "Councillor Ann Smith, for the ward of North\nCouncillor Bob Jones, for the ward of "
            "South\nCouncillor Carol\n"
        ),
        "The meeting opened at 9.\nThe Chair welcomed everybody who had come.\nIt closed at 10.\n",
        (
            "LG \u2013 assurance rpt, Oct 20\u2013Sep 21\npriorities: safe home / community / "
            "systems\nresolved: noted\n"
        ),
        (
            "apols: O Pugh\nSM dec int item 6\nburial fees +4% from 1/4/24 agd\nchapel grant - "
            "ref'd, no a/cs rec'd\nclerk > county\n"
        ),
        "\u2022 one thing that was said\n\u2022 another thing that was said\n\u2022 a third\n",
        "(a) that the report be noted, and\n(b) that the Chair write to the Minister\n",
        "First line with a break  \nsecond line with a break\\\nthird line\n",
        (
            "Cllr Ann Smith: I think that the path ought to be mended this year.\nCllr Bob Jones: I "
            "do not, and I have said so.\n"
        ),
        "Links:\nhttps://example.org/one\nhttps://example.org/two-of-them\n",
        "[1]: https://example.org/one\n[^2]: A note of some length, which says\n[^3]: another thing\n",
        (
            "gate sticks again, joiner from 1 may\npump serviced last week and back in the kiln room\n"
            "raffle: vicar says she cannot make it\nkey with neighbour at number 9\n"
        ),
    ],
)  # fmt: skip
def test_lines_that_nobody_wrapped_are_a_passage_each(lines: str) -> None:
    found = [p.line for p in passages(lines)]
    definitions = lines.startswith("[1]")
    assert found == list(range(1 + definitions, lines.count("\n") + 1))


def test_a_line_that_ends_within_a_sentence_goes_on_in_a_text_that_is_wrapped() -> None:
    wrapped = textwrap.fill(PARAGRAPH, 72)
    edited = "The Board asked\nthat the report be put before all of the partners in the spring,\nand be read."
    assert len(parted(f"{wrapped}\n\n{edited}\n")) == 2
    assert len(parted(f"{wrapped}\n\nA line.\nAnother line.\n")) == 3


def test_a_line_that_is_full_goes_on_with_a_capital_in_a_text_that_is_wrapped() -> None:
    wrapped = textwrap.fill(PARAGRAPH, 60)
    text = f"{wrapped}\n\nIt was resolved unanimously to note that very report of the\nSafeguarding Board.\n"
    assert len(parted(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Resolved that the report for October,\n2020-September, 2022 be noted.",
        "It covered the year from October, 2020-\nSeptember, 2021 and was noted.",
        "It covered all of the year from October\n2020 to September 2021.",
        f"The meeting is open to members of the Group, its invited experts{' and others' * 9},\nand guests.",
    ],
)  # fmt: skip
def test_two_lines_are_one_passage_where_the_first_cannot_end(text: str) -> None:
    assert len(parted(text)) == 1


def test_sub_clauses_of_a_resolution_are_passages_each() -> None:
    text = (
        "1. Resolved that the Board\n   notes the report for the year, and that\n"
        "   1. the Chair write to the\n      Minister; and\n   2. the Clerk publish it.\n"
    )
    assert parted(text) == [
        "Resolved that the Board notes the report for the year, and that",
        "the Chair write to the Minister; and",
        "the Clerk publish it.",
    ]


def test_paragraphs_wrapped_by_hand_are_one_passage_each() -> None:
    text = (
        "The Group spoke at length of the plans for\nthe summer fair, which had been put off in the\n"
        "year before, and of the marquee that is\nto be hired for it, as well as of the\ncake "
        "stall of the school, and "
        "whether the\nband of the village would play.\n"
    )
    assert len(parted(text)) == 1


_BEFORE = "The team looked at the open issues again and then also at both of the regressions"


@pytest.mark.parametrize(
    "text",
    [
        f"{_BEFORE} of\n3.1.4. There are 9 open blockers in the list.\n",
        f"{_BEFORE} of the\n2.1 release, which is to be ready soon.\n",
        f"{_BEFORE} on\n12. May, when all of them are looked at again.\n",
        f"{_BEFORE} that came up in\n1984. Then it was agreed that they stay.\n",
        f"{_BEFORE}, as was proposed by\nB. Fox, who has looked at them all.\n",
        f"{_BEFORE} in version\n12. They are to be looked at again next week by all of us.\n",
        f"{_BEFORE} of\n3.1.4. and of the one that came with the release of\n3.1.5. Both stay.\n",
    ],
)
def test_a_number_or_letter_within_a_sentence_begins_no_passage(text: str) -> None:
    assert [passage.span.of(text) for passage in passages(text)] == [text.rstrip("\n")]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Minutes of the meeting of the council\n12. Roads\nThe road is bad.\n", 3),
        ("It was agreed\n5. to mend the road\n6. to cut the trees\n", 3),
        ("The council agreed that the clerk should, this month,\n(a) write; and\n(b) tell all.\n", 3),
        ("The chair welcomed all who came.\n3.2. The minutes were agreed.\n", 2),
        ("3.1. The roof of the hall is\n3.2. The lift of the hall is\n", 2),
        ("Agreed with\n1. The chair\n2. The clerk\n", 3),
    ],
)
def test_a_number_that_counts_begins_a_passage(text: str, count: int) -> None:
    assert len(passages(text)) == count


def test_a_no_that_answers_ends_its_line() -> None:
    notes = "library: bella sorts it over easter. scores from town - no\nposters by my nephew\n"
    assert parted(notes) == notes.splitlines()


def test_short_jottings_set_in_under_a_number_are_passages_of_their_own() -> None:
    under = ["in 21,640  (lets 15,320)", "out 18,905 exc kitchen, to be paid by May", "elec down"]
    jotted = "4. Treasurer \u2713\n     " + "\n     ".join(under) + "\n"
    assert parted(jotted)[1:] == [" ".join(line.split()) for line in under]


def test_two_lines_under_a_bullet_and_a_line_that_can_t_end_stay_one_passage() -> None:
    resolved = "- Resolved:\n  that the grant be paid in May\n"
    assert parted(resolved) == ["Resolved: that the grant be paid in May"]
    going_on = (
        "- The Clerk reported on the grant of the\n  county, which will in the end be\n"
        "  paid in two parts by the Treasurer in the months of May and June at the latest\n"
    )
    assert len(parted(going_on)) == 1


def test_one_line_that_is_far_too_short_shows_that_nobody_wrapped_those_under_a_number() -> None:
    under = [
        "cal yr 2025, 1,146 hrs, up 92 on 2024",
        "kitchen Aug 14,380, DC gave 9,000",
        "no fete, field",
        "loop mended, at last, by the firm",
    ]
    assert len(
        parted("3. Chairman's Report (long one this)\n     " + "\n     ".join(under) + "\n")
    ) == 1 + len(under)
