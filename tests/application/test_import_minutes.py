"""A document as a meeting of the book."""

import datetime as dt

import pytest

from review_tui.application.import_minutes import import_minutes, words_missing
from review_tui.model.errors import Refusal
from review_tui.model.people import Attendee

SURE = """# The Board

Wednesday 16 March 2022, 09:00

**Present:** A. Lee; B. Fox, Mayor

**Apologies:** C. Day

## 1. Welcome (Ann Lee)

All were welcome.

### Order

- a
- b

## 2. Planning

**Resolved:** That it be noted.
"""
DOUBTFUL = """Minutes of the meeting of Ham Council held on Monday 4 May 2020 in the Village Hall at 7.30pm.
Present: Cllr Ann Lee (Chairman), Cllr Bob Fox and Mrs C Day.
Apologies: None
The chairman opened the meeting.
Roads: The hole is there.
Trees: One fell.
Paths: All clear.
"""


def test_what_is_plain_is_taken_without_a_doubt() -> None:
    found = import_minutes(SURE, "a.md")
    meeting = found.meeting
    assert (meeting.id, meeting.body, meeting.start) == ("2022-03-16-the-board", "The Board", "09:00")
    assert meeting.present == (Attendee("A. Lee"), Attendee("B. Fox", "Mayor"))
    assert meeting.apologies == (Attendee("C. Day"),)
    assert [(i.id, i.number, i.title, i.presenter) for i in meeting.items] == [
        ("01-welcome", "1", "Welcome", "Ann Lee"),
        ("02-planning", "2", "Planning", ""),
    ]
    assert found.texts["01-welcome"] == "All were welcome.\n\n# Order\n\n- a\n- b\n"
    assert found.texts["02-planning"] == "**Resolved:** That it be noted.\n"
    assert [doubt.what for doubt in found.doubts] == ["presenter of item 1"]
    assert words_missing(SURE, found) == ()


def test_what_is_doubtful_is_told_beside_the_words_that_it_comes_from() -> None:
    found = import_minutes(DOUBTFUL, "a.docx")
    doubts = {doubt.what: (doubt.taken, doubt.source) for doubt in found.doubts}
    first, present = DOUBTFUL.split("\n")[:2]
    assert doubts["date"] == ("2020-05-04", first)
    assert doubts["venue"] == ("the Village Hall", first)
    assert doubts["present"][1] == present
    assert doubts["items"][0] == "3, told by words before a colon"
    assert len(found.meeting.present) == 3
    assert found.texts["01-roads"] == "Roads: The hole is there.\n"
    assert "The chairman opened the meeting." in found.texts["00-opening"]
    assert words_missing(DOUBTFUL, found) == ()


def test_what_a_person_says_goes_before_what_was_read() -> None:
    found = import_minutes(DOUBTFUL, "a.docx", dt.date(2020, 5, 5), "Ham")
    assert (found.meeting.id, found.meeting.body) == ("2020-05-05-ham", "Ham")
    assert not {"date", "body"} & {doubt.what for doubt in found.doubts}


def test_lines_of_the_page_are_left_out_by_name() -> None:
    text = f"{SURE}\nSigned as a correct record:\n\nPage 1 of 2\n\n# Certificate\n\nApproved by nobody.\n"
    found = import_minutes(text, "a.md")
    assert found.left_out == (
        "# Certificate",
        "Approved by nobody.",
        "Signed as a correct record:",
        "Page 1 of 2",
    )
    assert found.texts == import_minutes(SURE, "a.md").texts


def test_two_items_of_one_title_have_folders_of_their_own() -> None:
    found = import_minutes("# B\n\n4 May 2020\n\n## Roads\n\na\n\n## Roads\n\nb\n\n## ???\n\nc\n", "a.md")
    assert list(found.texts) == ["01-roads", "02-roads", "03"]


def test_a_document_that_nothing_divides_is_one_item() -> None:
    found = import_minutes("# Board\n\n4 May 2020\n\nWe met. We left.\n", "a.md")
    assert list(found.texts.values()) == ["4 May 2020\n\nWe met. We left.\n"]
    assert [doubt.what for doubt in found.doubts] == ["items"]


def test_nothing_is_no_minutes() -> None:
    with pytest.raises(Refusal, match="There are no minutes in this document"):
        import_minutes("\n\nPage 1 of 1\n", "a.md")


COUNCIL = """Upper Wickham Parish Council

Minutes of the meeting held on Tuesday 12 March 2024 at 7.30 pm in the Village Hall, Church Lane

Present: Cllr J. Ashdown (Chair); Cllr M. Pell

The Chair welcomed all.

Candles were lit.

24/31 Apologies

None.

24/32 Exempt: staffing

Pay was set.
"""


def test_the_place_the_chair_and_the_body_are_read_where_no_heading_or_label_says_them() -> None:
    found = import_minutes(COUNCIL, "scan0042.pdf")
    meeting = found.meeting
    assert meeting.body == "Upper Wickham Parish Council"
    assert (meeting.venue, meeting.start) == ("the Village Hall, Church Lane", "7.30 pm")
    assert meeting.chair == "Cllr J. Ashdown"
    assert meeting.present[0] == Attendee("Cllr J. Ashdown", "Chair")
    assert words_missing(COUNCIL, found) == ()


def test_a_line_that_says_only_when_and_where_is_no_item_and_is_named_as_left_out() -> None:
    found = import_minutes(COUNCIL, "scan0042.pdf")
    assert found.texts["00-opening"] == "The Chair welcomed all.\n\nCandles were lit.\n"
    assert found.left_out == (COUNCIL.split("\n")[2],)


def test_numbers_with_a_year_keep_their_parts_apart_in_the_names_of_folders() -> None:
    assert list(import_minutes(COUNCIL, "a.pdf").texts)[1:] == ["24-31-apologies", "24-32-exempt-staffing"]


def test_an_item_that_says_it_is_confidential_is_exempt_and_asked_about() -> None:
    found = import_minutes(COUNCIL, "a.pdf")
    assert [item.exempt for item in found.meeting.items] == [False, False, True]
    assert ("item 24/32", "not for publication (exempt)") in [(d.what, d.taken) for d in found.doubts]


def test_one_numbered_heading_alone_is_an_item() -> None:
    found = import_minutes(
        "# Board\n\n4 May 2020\n\n## 64/17. Roads\n\nMended.\n\n### Costs\n\nNone.\n", "a.md"
    )
    assert [(item.number, item.title) for item in found.meeting.items] == [("64/17", "Roads")]


TABLE = """# Ferrybank Co-operative

Minutes of the Committee held on Thursday 16 April 2026

| Name | Position | Attendance |
|---|---|---|
| Carol Brown | Chair | Present |
| Wei Chen | Member | Present |
| Tariq Aziz | Member | Apologies |
| Rosa Lima | Housing officer | In attendance |

## 1. Rents

Noted.

## 2. Repairs

Noted.
"""


def test_a_table_of_those_present_is_taken_whole() -> None:
    found = import_minutes(TABLE, "a.docx")
    assert found.meeting.present == (Attendee("Carol Brown", "Chair"), Attendee("Wei Chen", "Member"))
    assert found.meeting.apologies == (Attendee("Tariq Aziz", "Member"),)
    assert found.meeting.in_attendance == (Attendee("Rosa Lima", "Housing officer"),)
    assert found.meeting.chair == "Carol Brown"
    assert "|" not in found.texts["00-opening"]
    assert found.left_out == ("| Name | Position | Attendance |",)
    assert words_missing(TABLE, found) == ()
    assert "attendance" not in [doubt.what for doubt in found.doubts]


@pytest.mark.parametrize(
    ("row", "unread"),
    [
        ("| Wei Chen | Member | maybe |", "| Wei Chen | Member | maybe |"),
        ("| Vacant | Member | Absent |", "| Vacant | Member | Absent |"),
        ("| Wei Chen | Member | Present from 7.15pm |", ""),
        ("| Wei Chen | Member | Absent |", ""),
    ],
)
def test_a_table_that_says_more_than_the_fields_stays_whole_and_what_is_unread_is_told(
    row: str, unread: str
) -> None:
    text = TABLE.replace("| Wei Chen | Member | Present |", row)
    found = import_minutes(text, "a.docx")
    table = text[text.index("| Name") : text.index("## 1.")].strip()
    assert f"\n\n{table}\n" in found.texts["00-opening"]
    assert "Carol Brown" in [person.name for person in found.meeting.present]
    told = [(doubt.taken[:24], doubt.source) for doubt in found.doubts if doubt.what == "attendance"]
    assert told == ([("only 3 of 4 entries were", unread)] if unread else [])


def test_two_plain_names_are_two_people_and_what_a_list_says_of_them_is_kept() -> None:
    text = TABLE.replace(
        TABLE[TABLE.index("| Name") : TABLE.index("## 1.")], "Present: Carol Brown, Wei Chen\n\n"
    )
    found = import_minutes(text, "a.docx")
    assert [person.name for person in found.meeting.present] == ["Carol Brown", "Wei Chen"]
    listed = "Present:\n\n- Carol Brown (Chair)\n- Wei Chen (by telephone)\n"
    found = import_minutes(text.replace("Present: Carol Brown, Wei Chen\n", listed), "a.docx")
    assert found.meeting.present == (Attendee("Carol Brown", "Chair"), Attendee("Wei Chen", "by telephone"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("word\n\n" * 50_001, "There are more than 50,000 paragraphs"),
        ("# B\n\n" + "".join(f"## {n}. Head\n\n" for n in range(1_001)), "seems to have 1,001 items"),
    ],
    ids=["paragraphs", "items"],
)
def test_what_can_be_no_minutes_of_one_meeting_is_refused(text: str, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        import_minutes(text, "a.md", dt.date(2020, 5, 4))


@pytest.mark.parametrize(
    ("first", "body", "source"),
    [
        ("WYRE VALLEY SINGERS", "WYRE VALLEY SINGERS", "WYRE VALLEY SINGERS"),
        ("Friends of the Hall", "Friends of the Hall", "Friends of the Hall"),
        ("Everybody was early today.", "Choir", "the name of the file, choir.txt"),
    ],
)
def test_a_line_that_is_a_title_names_the_body_before_the_name_of_the_file(
    first: str, body: str, source: str
) -> None:
    text = f"{first}\n\nMonday 4 May 2020\n\n1. Concert\nHeard.\n\n2. Tea\nDrunk.\n"
    found = import_minutes(text, "choir.txt")
    assert found.meeting.body == body
    assert [doubt.source for doubt in found.doubts if doubt.what == "body"] == [source]


def test_items_without_numbers_get_none() -> None:
    found = import_minutes("# Board\n\n4 May 2020\n\nAnn came.\n\n## Roads\n\na\n\n## Trees\n\nb\n", "a.md")
    assert [(item.id, item.number) for item in found.meeting.items] == [
        ("00-opening", ""),
        ("01-roads", ""),
        ("02-trees", ""),
    ]


def test_an_hour_on_the_next_line_of_a_page_is_read() -> None:
    found = import_minutes(COUNCIL.replace("2024 at 7.30", "2024 at\n7.30"), "a.pdf")
    assert (found.meeting.start, found.meeting.venue) == ("7.30 pm", "the Village Hall, Church Lane")


def test_names_that_a_line_s_end_divides_are_read_in_the_head() -> None:
    text = (
        "# Town Council\n\n1 May 2024\n\n**Present:** Cllr Ann Smith; Cllr Bo Lee; Cllr Cy Dunn; Cllr Dee\n"
        "Fox\n\n## 1. Roads\n\nSo.\n"
    )
    assert [p.name for p in import_minutes(text, "x.md").meeting.present] == [
        "Cllr Ann Smith", "Cllr Bo Lee", "Cllr Cy Dunn", "Cllr Dee Fox",
    ]  # fmt: skip


def test_boxes_of_a_list_say_who_was_there() -> None:
    text = "# Board\n\n1 May 2024\n\n**Attendees:**\n\n- [x] Ann Smith\n- [ ] Bo Lee\n\n## 1. Roads\n\nSo.\n"
    meeting = import_minutes(text, "x.md").meeting
    assert [p.name for p in meeting.present] == ["Ann Smith"]
    assert [p.name for p in meeting.apologies] == ["Bo Lee"]


def test_an_entry_may_name_two_and_a_sentence_names_nobody() -> None:
    text = (
        "# Board\n\n1 May 2024\n\n**Participants:**\n\n- Dario + Chiara\n- Tea\n"
        "- All participants will meet in the room upstairs at noon\n\n## 1. Roads\n\nSo.\n"
    )
    found = import_minutes(text, "x.md")
    assert [p.name for p in found.meeting.present] == ["Dario", "Chiara", "Tea"]
    assert "room upstairs" in "".join(found.texts.values())


def test_a_cell_with_one_name_is_that_name() -> None:
    text = (
        "# Shire\n\n1 May 2024\n\n| **Present:** | Cr Mia Nguyen / Cr J Hartog |\n|---|---|\n"
        "| **Apologies:** | Cr Dot Ellis |\n\n## 1. Roads\n\nSo.\n"
    )
    meeting = import_minutes(text, "x.md").meeting
    assert [p.name for p in meeting.present] == ["Cr Mia Nguyen", "Cr J Hartog"]
    assert [p.name for p in meeting.apologies] == ["Cr Dot Ellis"]
