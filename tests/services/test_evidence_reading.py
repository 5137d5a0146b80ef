"""What an item rests on as a whole: resolutions, lead-ins, decisions that nobody minuted, transcripts."""

import pytest

from review_tui.domain.findings import Finding, Place, Severity
from review_tui.domain.grounds import ItemEvidence, Support
from review_tui.domain.meeting import Source
from review_tui.domain.text import Span
from review_tui.formats.notes_reader import AllKinds
from review_tui.services import decisions
from review_tui.services.decisions import NotedDecisions, not_minuted
from review_tui.services.evidence import EvidenceReading
from tests.formats.documents import cues
from tests.services.fakes import Table, with_text


def evidence(table: Table, draft: str, *notes: Source) -> ItemEvidence:
    table.book.notes = notes
    with_text(table.book, table.history, draft)
    return EvidenceReading(table.reading).of_item(table.item)


def clerk(*lines: str) -> Source:
    return Source("notes/clerk.md", "\n".join(lines) + "\n")


RESOLVED = "Resolved:- That the Annual Assurance report of the Partnership be received with thanks.\n"
JOTTED = (
    "flood rpt, Jan 21-Mar 22",
    "pumps ran 9 hrs nr Mill Lane",
    "grant from county £4,250",
    "stile broken",
    "x",
)


def test_the_only_resolution_rests_on_the_only_decision(table: Table) -> None:
    found = evidence(table, f"The county gave a grant of £4,250.\n\n{RESOLVED}", clerk(*JOTTED, "agreed"))
    (rest,) = found.grounds[1].rests
    assert (rest.place.quote, rest.why) == ("agreed", "the one decision in the notes")


def test_of_two_decisions_none_is_taken_for_that_of_the_resolution(table: Table) -> None:
    found = evidence(table, RESOLVED, clerk("agreed", *JOTTED, "agreed"))
    assert found.decisions == 2
    assert found.grounds[0].support is Support.UNSUPPORTED


def test_what_only_leads_in_asks_for_no_evidence(table: Table) -> None:
    notes = clerk(
        "pumps ran 9 hrs", "grant from county £4,250", "stile broken", "glass smashed", "plots vacant"
    )
    found = evidence(
        table,
        "Discussion ensued with the following issues raised:-\n\n- The pumps ran for nine hours\n\n"
        "The swimming pool would be repainted in turquoise.\n",
        notes,
    )
    supports = [grounds.support for grounds in found.grounds]
    assert supports == [Support.NOT_ASKED, Support.SUGGESTED, Support.UNSUPPORTED]
    assert found.supported == (1, 2)


def test_a_decision_that_no_passage_rests_on_is_not_minuted(table: Table) -> None:
    lost = "RESOLVED to buy a noticeboard from Greenbarnes, £640"
    notes = clerk(
        "pumps ran 9 hrs nr Mill Lane", "grant from county £4,250", "stile broken, gate wanted", lost
    )
    found = evidence(table, "The pumps near Mill Lane had run for nine hours.\n", notes)
    assert [place.quote for place in found.not_minuted] == [lost]
    assert lost not in [place.quote for place in found.unused], "it is told once"
    assert found.coverage.endswith("1 decision in notes, 1 not minuted")


def test_talk_of_agreeing_is_no_decision(table: Table) -> None:
    text = (
        AllKinds()
        .read("a.vtt", cues(("1", "<v Ann>Agreed: buy the mower."), ("4", "<v Bo>Agreed.")).encode())
        .text
    )
    assert text is not None
    found = evidence(table, "The mower was discussed.\n", Source("notes/a.vtt", text))
    assert (found.decisions, found.not_minuted) == (0, ())


def test_decisions_are_read_once_for_the_same_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    real = decisions._read

    def counted(notes: tuple[Source, ...]) -> tuple[Place, ...]:
        read.append(notes)
        return real(notes)

    monkeypatch.setattr(decisions, "_read", counted)
    noted, notes = NotedDecisions(), (clerk("agreed: buy a mower"),)
    assert noted.of(notes) == noted.of((clerk("agreed: buy a mower"),))
    assert len(read) == 1
    assert noted.of((clerk("agreed: sell the mower"),)) != noted.of(notes)
    assert len(read) == 2


def test_what_a_check_misses_counts_only_where_it_is_a_decision() -> None:
    decision = Place("notes/a.md", Span(0, 6), 1, "agreed", "agreed")
    action = Place("notes/a.md", Span(7, 12), 2, "clerk", "clerk")
    finding = Finding("notes-omitted", Severity.WARNING, "Left out.", (decision, action))
    assert not_minuted((decision,), (finding,), ()) == (decision,)
    assert not_minuted((decision,), (), (action,)) == ()
