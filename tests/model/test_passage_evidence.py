"""What passages rest on: counting, and persons' words before the program's."""

import datetime as dt

from review_tui.model.acts import Evidence
from review_tui.model.findings import Location
from review_tui.model.passage_evidence import (
    EvidenceLine,
    ItemEvidence,
    PassageEvidence,
    Support,
    current_evidence,
    replace_with_confirmed,
)
from review_tui.model.people import Reviewer
from review_tui.model.quotes import Quote
from review_tui.model.text import Span

DAWN = Reviewer("Dawn Example", "dawn@example.org")
QUOTE = Quote("Resolved", "", "", "v1:" + "0" * 64)


def said(act_id: str, minute: int, *replaces: str) -> Evidence:
    at = dt.datetime(2022, 3, 20, 10, minute, tzinfo=dt.UTC)
    return Evidence(id=act_id, by=DAWN, at=at, quote=QUOTE, sources=(), replaces=replaces)


def note(start: int, end: int) -> Location:
    return Location("notes/clerk.md", Span(start, end), 1, "words", "words")


def test_a_corrected_word_no_longer_stands() -> None:
    acts = [said("second00", 2, "first000"), said("first000", 1), said("other000", 3)]
    assert [act.id for act in current_evidence(acts)] == ["second00", "other000"]


def test_a_correction_counts_whatever_the_clocks_say() -> None:
    acts = [said("second00", 1, "first000"), said("first000", 2)]
    assert [act.id for act in current_evidence(acts)] == ["second00"]


def test_what_a_person_said_takes_the_place_of_a_suggestion() -> None:
    suggested = [
        PassageEvidence(0, Support.UNSUPPORTED),
        PassageEvidence(1, Support.SUGGESTED, (EvidenceLine(note(0, 5), "", 0.9),)),
    ]
    confirmed = PassageEvidence(1, Support.ELSEWHERE)
    assert replace_with_confirmed(suggested, [confirmed]) == (suggested[0], confirmed)


def test_coverage_counts_passages_that_ask_for_evidence() -> None:
    rest = (EvidenceLine(note(0, 5), "", 0.9),)
    evidence = ItemEvidence(
        (
            PassageEvidence(0, Support.NOT_ASKED),
            PassageEvidence(1, Support.SUGGESTED, rest),
            PassageEvidence(2, Support.CONFIRMED, rest),
            PassageEvidence(3, Support.UNSUPPORTED),
        ),
        decisions=3,
        not_minuted=(note(10, 20),),
        has_notes=True,
    )
    assert evidence.coverage == "notes for 2 of 3 passages, 1 confirmed, 3 decisions in notes, 1 not minuted"
    assert evidence.unsupported == (3,)


def test_the_passages_that_rest_on_a_line_are_found_from_the_line() -> None:
    evidence = ItemEvidence(
        (
            PassageEvidence(0, Support.SUGGESTED, (EvidenceLine(note(0, 30), "", 0.9),)),
            PassageEvidence(1, Support.SUGGESTED, (EvidenceLine(note(40, 50), "", 0.9),)),
        ),
        has_notes=True,
    )
    assert evidence.supported_by("notes/clerk.md", Span(10, 20)) == (0,)
    assert evidence.supported_by("notes/chair.md", Span(10, 20)) == ()
