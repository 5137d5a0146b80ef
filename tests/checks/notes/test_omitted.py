"""What the notes have and the draft leaves out."""

import datetime as dt

import pytest

from review_tui.checks.notes.omitted import NotesOmittedCheck
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material
from review_tui.model.meeting import Meeting
from review_tui.model.people import Attendee

DRAFT = (
    "Present: Cllr Jane Smith, Cllr Tom Mann, Cllr Una Price\n\n"
    "Apologies were received from Cllr Kit Lowe and Cllr Ann Ford.\n\n"
    "Cllr Price declared an interest in the allotments as a tenant.\n\n"
    "The Clerk reported that the footpath by the river was flooded again.\n\n"
    "It was agreed to ask Hill Nurseries for three quotations for the hedge in Mill Lane.\n\n"
    "Cllr Mann will write to the county council about the drains in Church Street.\n\n"
    "The fete raised \u00a3412 for the village hall roof.\n"
)
NOTES = (
    "apols: KL, Ann Ford\n"
    "UP dec int - allotments, tenant\n"
    "clk: footpath by river flooded again\n"
    "agr'd ask Hill Nurseries for 3 quotes, hedge Mill Ln\n"
    "TM to write to county cncl re drains Church St\n"
    "fete raised \u00a3412 for vill hall roof\n"
)


def told(draft: str, notes: str = NOTES, meeting: Meeting | None = None) -> tuple[Finding, ...]:
    material = Material(
        Document.read("minutes.md", draft), (Document.read("notes/clerk.md", notes),), meeting
    )
    return tuple(NotesOmittedCheck().run(material))


def without(words: str) -> str:
    """The draft without the paragraph that has ``words``."""
    kept = [p for p in DRAFT.strip().split("\n\n") if words not in p]
    assert len(kept) == 6
    return "\n\n".join(kept) + "\n"


def test_minutes_that_have_all_of_the_notes_are_left_alone() -> None:
    assert told(DRAFT) == ()


@pytest.mark.parametrize(
    ("words", "line", "kind"),
    [
        ("Hill Nurseries", 4, "this decision"),
        ("drains", 5, "this action"),
        ("declared", 2, "a declaration of interest by UP (Una Price)"),
    ],
)
def test_what_must_be_minuted_is_missed(words: str, line: int, kind: str) -> None:
    (finding,) = told(without(words))
    assert finding.severity is Severity.WARNING
    assert finding.message.startswith(f"The notes have {kind} (clerk.md line {line}: ")
    assert (finding.places[0].file, finding.places[1].file) == ("minutes.md", "notes/clerk.md")
    assert finding.places[1].line == line


def test_the_place_in_the_draft_is_where_it_would_stand() -> None:
    (finding,) = told(without("Hill Nurseries"))
    assert finding.places[0].quote.startswith("The Clerk reported that the footpath")


def test_one_apology_of_two_is_missed() -> None:
    (finding,) = told(DRAFT.replace(" and Cllr Ann Ford", ""))
    assert finding.message.startswith("The notes have apologies from Ann Ford (clerk.md line 1: ")


def test_apologies_that_the_meeting_lists_are_not_missed() -> None:
    meeting = Meeting(
        "m", "Council", dt.date(2022, 3, 16), apologies=(Attendee("Kit Lowe"), Attendee("Ann Ford"))
    )
    assert told(without("Apologies"), NOTES, meeting) == ()


def test_money_that_is_left_out_is_a_hint() -> None:
    (finding,) = told(DRAFT.replace("raised \u00a3412 for", "raised money for"))
    assert (finding.severity, finding.places[1].quote) == (Severity.HINT, "\u00a3412")


def test_notes_of_much_else_beside_these_minutes_are_no_omissions() -> None:
    other = "".join(f"agr'd ask Builder{n} for a quote, roof of School{n} in Lane{n}\n\n" for n in range(30))
    assert told(DRAFT, NOTES + "\n\n\n" + other) == ()


def test_headings_and_nobody_are_no_omissions() -> None:
    assert told(DRAFT, "Apologies\ndecs of interest - none\n" + NOTES) == ()


def test_empty_minutes_are_not_compared() -> None:
    assert told("") == ()


def test_what_people_say_in_a_transcript_is_no_decision_to_be_minuted() -> None:
    said = "Ann (0:01:02): Agreed to ask Hill Nurseries for three quotes, then.\n"
    draft = Document.read("minutes.md", "The hedge on Mill Lane was discussed.\n")
    spoken = Material(draft, (Document.read("notes/meeting.vtt", said),))
    noted = Material(draft, (Document.read("notes/clerk.md", said),))
    assert NotesOmittedCheck().run(noted)
    assert not NotesOmittedCheck().run(spoken)


@pytest.mark.parametrize(
    "vote", ["prop JS sec TM, all in favour, carried", "vote: carried, passed unanimously"]
)
def test_a_note_that_tells_only_how_a_vote_went_is_no_decision_left_out(vote: str) -> None:
    assert told(DRAFT, f"{NOTES}{vote}\n") == ()
    assert told(DRAFT, f"{NOTES}{vote} - new mower, petrol\n") != ()
