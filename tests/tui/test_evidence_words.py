"""The line below the panes that says what a passage rests on."""

from review_tui.domain.findings import Place
from review_tui.domain.grounds import Grounds, ItemEvidence, Rest, Support
from review_tui.domain.text import Span
from review_tui.tui.open_item import OpenItem
from review_tui.tui.presenters.evidence import evidence_line, note_line
from tests.tui.facts import meeting_of

CLERK = Place("notes/clerk.md", Span(4, 12), 2, "all agrd", "all agrd (0:00:05): x")
TURN = Place("notes/talk.vtt", Span(90, 99), 31, "Who is in?", "Bo Roe (1:02:09): Who is in?")


def item(evidence: ItemEvidence) -> OpenItem:
    return OpenItem(meeting_of(()).items[0], evidence=evidence)


def resting_on(*places: Place) -> OpenItem:
    rests = tuple(Rest(place, "shares “met”", 0.86) for place in places)
    return item(ItemEvidence((Grounds(0, Support.SUGGESTED, rests),), has_notes=True))


def test_notes_are_named_by_line_and_a_transcript_by_time() -> None:
    written, spoken = resting_on(CLERK, TURN), resting_on(TURN)
    assert "clerk.md, line 2 and 1 more (86% sure)" in evidence_line(written, written.passages[0]).plain
    assert "talk.vtt, at 1:02:09 (86% sure)" in evidence_line(spoken, spoken.passages[0]).plain


def test_evidence_in_a_source_that_is_not_in_view_is_told() -> None:
    both, one = resting_on(CLERK, TURN, CLERK), resting_on(CLERK, CLERK)
    assert "l: confirm  also in talk.vtt; shares" in evidence_line(both, both.passages[0]).plain
    assert "also in" not in evidence_line(one, one.passages[0]).plain


def test_a_decision_that_is_left_out_is_called_so() -> None:
    left_out = item(ItemEvidence((Grounds(0, Support.UNSUPPORTED),), not_minuted=(CLERK,), has_notes=True))
    assert "leave this decision out" in note_line(left_out, CLERK).plain
    assert "No passage rests on this line" in note_line(left_out, TURN).plain


def test_a_line_that_is_used_says_by_what() -> None:
    assert note_line(resting_on(CLERK), CLERK).plain.startswith("▸ Used by “They met.”  l: link it")
