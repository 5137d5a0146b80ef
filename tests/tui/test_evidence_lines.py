"""The line below the panes that says what a passage rests on."""

from dataclasses import replace
from pathlib import Path

import review_tui
from review_tui.model.fact_support import Fact, FactStatus, ItemFacts
from review_tui.model.findings import Location
from review_tui.model.passage_evidence import EvidenceLine, ItemEvidence, PassageEvidence, Support
from review_tui.model.text import Span
from review_tui.tui.open_item import OpenItem
from review_tui.tui.presenters.evidence_lines import (
    coverage_line,
    evidence_line,
    facts_words,
    no_notes,
    note_line,
    noted_facts,
)
from tests.tui.facts import meeting_of

CLERK = Location("notes/clerk.md", Span(4, 12), 2, "all agrd", "all agrd (0:00:05): x")
TURN = Location("notes/talk.vtt", Span(90, 99), 31, "Who is in?", "Bo Roe (1:02:09): Who is in?")


def item(evidence: ItemEvidence) -> OpenItem:
    return OpenItem(meeting_of(()).items[0], evidence=evidence)


def resting_on(*places: Location) -> OpenItem:
    rests = tuple(EvidenceLine(place, "shares “met”", 0.86) for place in places)
    return item(ItemEvidence((PassageEvidence(0, Support.SUGGESTED, rests),), has_notes=True))


def test_notes_are_named_by_line_and_a_transcript_by_time() -> None:
    written, spoken = resting_on(CLERK, TURN), resting_on(TURN)
    assert "clerk.md, line 2 and 1 more (86% sure)" in evidence_line(written, written.passages[0]).plain
    assert "talk.vtt, at 1:02:09 (86% sure)" in evidence_line(spoken, spoken.passages[0]).plain


def test_evidence_in_a_source_that_is_not_in_view_is_told() -> None:
    both, one = resting_on(CLERK, TURN, CLERK), resting_on(CLERK, CLERK)
    assert "l: confirm  also in talk.vtt; shares" in evidence_line(both, both.passages[0]).plain
    assert "also in" not in evidence_line(one, one.passages[0]).plain


def test_a_decision_that_is_left_out_is_called_so() -> None:
    left_out = item(
        ItemEvidence((PassageEvidence(0, Support.UNSUPPORTED),), not_minuted=(CLERK,), has_notes=True)
    )
    assert "leave this decision out" in note_line(left_out, CLERK).plain
    assert "No passage comes from this line" in note_line(left_out, TURN).plain


def test_a_line_that_is_used_says_by_what() -> None:
    assert note_line(resting_on(CLERK), CLERK).plain.startswith(
        "≈ “They met.” comes from this line  l: link it"
    )


def test_what_the_program_suggests_and_what_a_person_confirmed_have_signs_of_their_own() -> None:
    suggested = resting_on(CLERK)
    rests = (EvidenceLine(CLERK, "a person said so"),)
    confirmed = item(ItemEvidence((PassageEvidence(0, Support.CONFIRMED, rests),), has_notes=True))
    for shown, sign in ((suggested, "≈"), (confirmed, "✓")):
        assert evidence_line(shown, shown.passages[0]).plain.startswith(f"{sign} ")
        assert note_line(shown, CLERK).plain.startswith(f"{sign} ")


def test_the_sign_for_where_a_passage_comes_from_stands_in_the_gutter_of_the_notes_only() -> None:
    code = Path(review_tui.__file__).parent.rglob("*.py")
    users = {path.name for path in code if "▸" in path.read_text(encoding="utf-8")}
    assert users == {"notes_blocks.py", "block.py"}, "block.py says only how loud the gutter shows it"


def met(status: FactStatus, words: str = "They", *noted: Location) -> Fact:
    return Fact("person", Location("minutes.md", Span(0, 4), 1, words, "They met."), status, noted)


def test_what_became_of_the_facts_stands_first_in_the_line() -> None:
    found, missing, differing = (
        met(FactStatus.FOUND),
        met(FactStatus.MISSING, "Tuesday"),
        met(FactStatus.CONTRADICTED, "£540", CLERK),
    )
    assert facts_words([found, missing]).plain == "1 of 2 facts found; “Tuesday” is not in the notes"
    assert facts_words([missing, missing]).plain.endswith("“Tuesday” and 1 more are not in the notes")
    assert facts_words([missing, differing, found]).plain == "1 of 3 facts found; notes differ on “£540”"
    assert facts_words([]).plain == "No facts here to check"
    shown = replace(resting_on(CLERK), facts=ItemFacts((found,)))
    assert evidence_line(shown, shown.passages[0]).plain.startswith("≈ 1 of 1 fact found  clerk.md, line 2")


def test_facts_are_counted_and_never_passages_alone() -> None:
    shown = replace(resting_on(CLERK), facts=ItemFacts((met(FactStatus.FOUND), met(FactStatus.MISSING))))
    assert coverage_line(shown, is_short=True).plain == "1/2 facts found"
    assert coverage_line(shown, is_short=False).plain.startswith(
        "1 of 2 facts found in the notes; notes for 1 of 1"
    )
    assert coverage_line(resting_on(CLERK), is_short=True).plain == "no facts to check"


def test_words_of_the_notes_are_marked_by_whether_they_bear_a_fact_out_or_differ() -> None:
    facts = (met(FactStatus.FOUND, "They", CLERK), met(FactStatus.CONTRADICTED, "met", TURN))
    shown = replace(resting_on(CLERK), facts=ItemFacts(facts))
    assert noted_facts(shown, shown.passages[0]) == ((CLERK, "fact"), (TURN, "differs"))


def test_where_there_are_no_notes_a_file_beside_the_minutes_is_offered() -> None:
    assert no_notes(()) == "This item has no notes to hold the draft against."
    assert no_notes(("my pad.txt",)).endswith("Are these some? Open with --notes 'my pad.txt'")
    assert no_notes(("a.txt", "b.txt")).endswith("Open with --notes a.txt b.txt")
    assert len(no_notes(("my pad.txt",))) < 80  # the command must fit on a narrow screen
