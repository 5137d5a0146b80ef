"""When somebody came or went, and when the meeting closed, beside two words and a time of the notes."""

import pytest

from review_tui.checks.notes.facts import NotesFactsCheck
from review_tui.model.material import Document, Material

PRESENT = "Present: Ada Fenn (AF), Bo Lind (BL), Cy Marsh\n\nThe meeting opened at 7.00 pm.\n\n"
TALK = "The fence of the orchard will be mended.\n\nThe geese were counted.\n\n"
REST = "\nfence orchard mend\ngeese counted\n"


def told(draft: str, notes: str) -> list[str]:
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/clerk.md", notes),))
    return [finding.places[0].quote.strip(" .") for finding in NotesFactsCheck().run(material)]


@pytest.mark.parametrize(
    ("said", "slip", "noted"),
    [
        ("Bo Lind joined the meeting at 7.50 pm.", "8.15 pm", "BL late - in 7.50"),
        ("Bo Lind left the meeting at 7.50 pm.", "8.15 pm", "1950 BL OUT"),
        ("Also present: Bo Lind (from 19:50).", "20:15", "19:50 *** bo.lind has joined"),
        ("Ada Fenn withdrew at 7.50 pm.", "8.15 pm", "7.50 Ada away"),
        ("Ada Fenn had to leave at 7.50 pm.", "8.15 pm", "ada off 10 to 8"),
        ("Bo Lind (Treasurer, from 19:50) gave the figures.", "20:15", "19:50 bo.lind joined"),
        ("Ada Fenn arrived at 7.50 pm.", "8.15 pm", "AXF lt 7.50"),
        ("The meeting adjourned from 7.35 pm to 7.50 pm.", "8.15 pm", "tea 7.35-7.50, buns"),
        ("The Board went into closed session at 7.50 pm.", "8.15 pm", "closed sess 7.50"),
    ],
)
def test_when_somebody_came_or_went_is_compared(said: str, slip: str, noted: str) -> None:
    true = next(time for time in ("19:50", "7.50 pm", "6.50 pm") if time in said)
    draft = PRESENT + TALK + said + "\n"
    notes = "start 7.00" + REST + noted + "\n"
    assert told(draft, notes) == []
    assert [quote.strip(" .)") for quote in told(draft.replace(true, slip), notes)] == [slip]


def test_another_s_time_is_no_time_of_somebody() -> None:
    draft = PRESENT + TALK + "Bo Lind left at 7.50 pm. Ada Fenn left at 8.20 pm.\n"
    assert told(draft, "start 7.00" + REST + "Ada out 8.20\n") == []


def test_a_span_of_weeks_is_no_time_of_coming() -> None:
    draft = PRESENT + TALK + "Bo Lind arrived at 7.50 pm.\n"
    assert told(draft, "start 7.00" + REST + "BL report in 10 to 12 weeks\n") == []


@pytest.mark.parametrize(
    ("said", "noted"),
    [
        ("Cy Marsh closed the meeting at 8.40 pm.", "8.40 done. next in may"),
        ("The chair ended the session at 8.40 pm.", "shut 8.40"),
        ("The chair concluded the sitting at 20.40.", "close 20.40, geese loose"),
        ("The meeting closed at 8.40 pm.", "8.40 finish. thanks to all"),
    ],
)
def test_when_the_meeting_closed_is_compared(said: str, noted: str) -> None:
    draft = PRESENT + TALK + said + "\n"
    notes = "start 7.00" + REST + noted + "\n"
    assert told(draft, notes) == []
    assert len(told(draft.replace("8.40", "8.14").replace("20.40", "20.14"), notes)) == 1


def test_the_hour_with_which_the_last_line_ends_is_when_the_meeting_closed() -> None:
    draft = PRESENT + TALK + "The meeting adjourned at 8.47 pm.\n"
    notes = "start 7.00" + REST + "AF: move to adjourn >> BL: second >> eight forty seven\n"
    assert told(draft, notes) == []
    assert told(draft.replace("8.47 pm", "8.27 pm"), notes) == ["8.27 pm"]


def test_a_year_is_no_time_of_closing() -> None:
    draft = PRESENT + TALK + "The meeting closed at 8.40 pm.\n"
    assert told(draft, "start 7.00" + REST + "books to be closed Apr 2016\n") == []


def test_the_hour_before_the_last_line_of_a_log_is_when_the_meeting_closed() -> None:
    draft = PRESENT + TALK + "The meeting closed at 8.22 pm.\n"
    notes = (
        "1900 start\n1910 fence orchard mend\n1940 geese counted\n"
        "2001 nominations open 4/7 close noon 1/8\n2022 amen, closed, keys\n"
    )
    assert told(draft, notes) == []
    assert told(draft.replace("8.22 pm", "8.52 pm"), notes) == ["8.52 pm"]


@pytest.mark.parametrize("count", ["= 9", "tot 9", "total: 9"])
def test_how_many_are_listed_is_no_hour(count: str) -> None:
    assert told(PRESENT + TALK, f"here AF, BL, CM and rest {count}. late start" + REST) == []


def test_a_meeting_called_for_half_past_may_begin_later() -> None:
    draft = PRESENT.replace("7.00 pm", "7.04 pm") + "Time: 19:00\n\n" + TALK
    assert told("Time: 19:00\n\n" + draft, "open 7.04" + REST) == []


@pytest.mark.parametrize("noted", ["AF, BL + 6 pblc", "6 pub. lottery = +8,300"])
def test_who_of_the_public_came_is_counted(noted: str) -> None:
    draft = "Present: Ada Fenn (AF), Bo Lind (BL); 6 members of the public.\n\n" + TALK
    assert told(draft, noted + REST) == []
    assert told(draft.replace("6 mem", "9 mem"), noted + REST) == ["9"]


def test_a_year_of_long_ago_is_no_time_at_which_the_meeting_began() -> None:
    assert told(PRESENT + TALK, "hall clock of 1850 mended" + REST) == []
