"""What the head of a file of minutes says of the meeting."""

import datetime as dt

import pytest

from review_tui.language.minutes_head import (
    any_date_in,
    date_in_path,
    is_ambiguous_date,
    read_head,
    says_its_date,
)


@pytest.mark.parametrize(
    "path",
    [
        "meetings/2024-05-01.md",
        "meetings/2024/05-01.md",
        "2024-05-01/README.md",
        "tsc/2024/05/01/minutes.md",
        "20240501-board.md",
        "minutes 2024.05.01.md",
        "1-may-2024.md",
        "2024/May 1.md",
        "wasm/2024/CG-05-01.md",
        "2024/5-1-24.md",
    ],
)
def test_the_date_is_read_from_the_path_whatever_the_layout(path: str) -> None:
    assert date_in_path(path) == dt.date(2024, 5, 1)


@pytest.mark.parametrize(
    "path", ["README.md", "template.md", "2024/template.md", "v1-2-3.md", "2024-13-45.md"]
)
def test_a_path_without_a_day_has_no_date(path: str) -> None:
    assert date_in_path(path) is None


def test_front_matter_goes_before_the_path_and_the_path_before_the_heading() -> None:
    text = "# Board, 3 May 2024\n"
    assert read_head(text, "2024-05-02.md", {"date": "2024-05-01"}).date == dt.date(2024, 5, 1)
    assert read_head(text, "2024-05-02.md", {}).date == dt.date(2024, 5, 2)
    assert read_head(text, "board.md", {}).date == dt.date(2024, 5, 3)
    assert read_head("# Board, May 3rd\n", "2024/board.md", {}).date == dt.date(2024, 5, 3)
    assert read_head("# Board\n", "board.md", {}).date is None


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Minutes of the Planning Committee, Wednesday 1 May 2024", "Planning Committee"),
        ("DSF Board monthly meeting, March 12, 2026", "DSF"),
        ("Agenda for the May 25th video call of Example's Working Group", "Example's Working Group"),
        ("Technical Steering Committee Meeting 2024-05-01", "Technical Steering Committee"),
    ],
)
def test_the_body_is_the_title_without_day_and_everyday_words(title: str, body: str) -> None:
    assert read_head(f"# {title}\n", "x.md", {}).body == body


def test_where_the_title_says_nothing_the_name_of_the_file_or_folder_does() -> None:
    assert read_head("# Minutes\n", "council/2024-05-01.md", {}).body == "Council"


def test_people_chair_and_times_come_from_front_matter() -> None:
    assert read_head("## Rent\n", "council/2024-05-01.md", {}, has_title=False).body == "Council"
    head = read_head("", "x.md", {"Attendees": "A. Name, B. Name", "chair": "C. Name", "time": "9.00"})
    assert [a.name for a in head.present] == ["A. Name", "B. Name"]
    assert (head.chair, head.start) == ("C. Name", "9.00")


def test_a_file_says_its_date_in_its_first_heading_or_front_matter_only() -> None:
    assert says_its_date("# Board, 3 May 2024\n")
    assert says_its_date("---\ndate: 2024-05-03\n---\n")
    assert not says_its_date("# Board\n\nOn 3 May 2024 we met.\n")


@pytest.mark.parametrize(
    "said",
    [
        "Séance du mardi 1er mai 2024",
        "am Mittwoch, 1. Mai 2024",
        "Celebrada el 1 de mayo de 2024",
        "Woensdag 1 mei 2024",
        "1 o Fai 2024 / 1 Mai 2024",
        "z dnia 1 maja 2024 r.",
        "2024. május 1",
        "1.5.2024",
        "01/05/2024",
    ],
)
def test_the_day_is_read_in_other_languages_and_in_figures(said: str) -> None:
    assert any_date_in(said, "x.docx") == dt.date(2024, 5, 1)


def test_a_day_in_figures_that_could_be_turned_is_taken_only_to_be_shown() -> None:
    assert is_ambiguous_date("03/04/2024")
    assert not any(map(is_ambiguous_date, ("03.04.2024", "13/04/2024", "04/13/2024", "04/04/2024")))
    assert read_head("# Board, 03/04/2024\n", "board.md", {}).date is None
    assert any_date_in("04/13/2024", "x.docx") == dt.date(2024, 4, 13)


@pytest.mark.parametrize(
    "top",
    [
        "LOWER MARSH PARISH COUNCIL\n\nMinutes of the meeting held on Wednesday 1st May 2024 in the hall\n",
        "**Ferry Trust**\n**BOARD OF DIRECTORS**\n\nWednesday, May 1, 2024\n\nPresent: A. Name\n",
        "Ferry Trust\nMeeting of trustees\n1 May 2024, Green Room\n",
        "At a Meeting of the Conservators on the 1st day of May 2024 there were present:\n",
        "DRAFT\nMinutes of the AGM, held in the hall (all rooms)\non 01.05.2024\n",
        "# Ferry Trust\n\n## Committee\n\n*held at Ferry House on Wednesday 1 May 2024*\n",
        "Draft (until approved at the next meeting) Minutes of the Ordinary Meeting of 1 May 2024 "
        + "in the hall. " * 60,
    ],
)
def test_the_day_is_read_from_the_lines_at_the_top_that_say_what_was_held(top: str) -> None:
    assert read_head(top, "minutes.md", {}).date == dt.date(2024, 5, 1)


@pytest.mark.parametrize(
    "top",
    [
        "Ferry Trust\nFounded 1 May 1924\nMinutes\n",
        "Minutes of the Board\nNext meeting: Wednesday 1 May 2024\n",
        "Minutes of the Board\nThe minutes of the last meeting (1 May 2024) were signed.\n",
        "Minutes of the Board\nPresent: A. Name\nOn 1 May 2024 the lease ends.\n",
        "Ferry Trust\nThe lease ends on 1 May 2024.\n",
    ],
)
def test_a_day_of_something_else_at_the_top_is_not_that_of_the_meeting(top: str) -> None:
    assert read_head(top, "minutes.md", {}).date is None


@pytest.mark.parametrize(
    ("top", "body"),
    [
        ("LOWER MARSH COMMON COUNCIL\n\nMinutes of the meeting\n", "LOWER MARSH COMMON COUNCIL"),
        ("**Ferry Trust (est. 1924)**\nMinutes, 1 May 2024\n", "Ferry Trust"),
        ("DRAFT\nMinutes of a meeting of Ferry Trust held in the hall\n", "Ferry Trust"),
        ("FERRY TRUST Draft Minutes of the Meeting of May\n", "FERRY TRUST"),
        ("Ferry Homes Ltd.\nBoard: minute of meeting\n", "Ferry Homes Ltd."),
        ("The hedge is to be cut.\nThe meeting closed.\n", "Council"),
    ],
)
def test_the_body_is_named_by_the_first_line_where_there_is_no_heading(top: str, body: str) -> None:
    assert read_head(top, "council/2024-05-01.md", {}).body == body
