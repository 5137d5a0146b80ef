"""What an item rests on as a whole: resolutions, lead-ins, decisions that nobody minuted, transcripts."""

from pathlib import Path

import pytest

from review_tui.adapters.importers.notes_reader import NotesImporter
from review_tui.application import noted_decisions
from review_tui.application.checking import Checking
from review_tui.application.evidence import EvidenceReader
from review_tui.application.fact_reading import FactReader
from review_tui.application.noted_decisions import NotedDecisions, decisions_not_minuted
from review_tui.model.findings import Finding, Location, Severity
from review_tui.model.meeting import Source
from review_tui.model.passage_evidence import ItemEvidence, Support
from review_tui.model.text import Span
from tests.adapters.importers.documents import cues
from tests.application.fakes import Table, with_text


def evidence(table: Table, draft: str, *notes: Source) -> ItemEvidence:
    table.book.notes = notes
    with_text(table.book, table.history, draft)
    return EvidenceReader(table.reading).of_item(table.item)


def evidence_with_facts(table: Table, draft: str, *notes: Source) -> ItemEvidence:
    table.book.notes = notes
    with_text(table.book, table.history, draft)
    checking = Checking(table.book)
    return EvidenceReader(table.reading, checking, FactReader(checking)).of_item(table.item)


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
    (rest,) = found.passages[1].lines
    assert (rest.place.quote, rest.why) == ("agreed", "the one decision in the notes")


def test_of_two_decisions_none_is_taken_for_that_of_the_resolution(table: Table) -> None:
    found = evidence(table, RESOLVED, clerk("agreed", *JOTTED, "agreed"))
    assert found.decisions == 2
    assert found.passages[0].support is Support.UNSUPPORTED


TERSE = (
    "stile on path 12 broken, landowner written to",
    "PCPT 06/07 1700.. Pry/List.. all",
    "glass of bus shelter smashed, police told",
    "5 allotment plots vacant",
    "Hale away",
)
OTHERS = (
    "The stile on path 12 was broken and the landowner had been written to.\n\n"
    "The glass of the bus shelter had been smashed and the police told.\n\n"
    "Five allotment plots were vacant.\n\n"
)
PROPOSED = "It was proposed by Mrs Pryor and agreed that the precept for 2006/07 be £1,700.\n"


def test_a_line_that_has_the_facts_of_a_passage_is_its_evidence_though_no_word_is_alike(table: Table) -> None:
    alone = evidence(table, OTHERS + PROPOSED, clerk(*TERSE))
    assert alone.unsupported == (3,), "the words alone do not tell"
    found = evidence_with_facts(table, OTHERS + PROPOSED, clerk(*TERSE))
    (rest,) = found.passages[3].lines
    assert (rest.place.quote, rest.place.line) == (TERSE[1], 2)
    assert rest.why.startswith("has ")
    assert "“1700”" in rest.why
    assert rest.place not in found.unused


def test_one_name_that_a_line_has_is_no_evidence(table: Table) -> None:
    draft = f"{OTHERS}Mrs Hale had postponed the resurfacing of the tennis courts until it was dry.\n"
    assert evidence_with_facts(table, draft, clerk(*TERSE)).unsupported == (3,)


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
    supports = [grounds.support for grounds in found.passages]
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
        NotesImporter()
        .read("a.vtt", cues(("1", "<v Ann>Agreed: buy the mower."), ("4", "<v Bo>Agreed.")).encode())
        .text
    )
    assert text is not None
    found = evidence(table, "The mower was discussed.\n", Source("notes/a.vtt", text))
    assert (found.decisions, found.not_minuted) == (0, ())


def test_decisions_are_read_once_for_the_same_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    real = noted_decisions._find_decisions

    def counted(notes: tuple[Source, ...]) -> tuple[Location, ...]:
        read.append(notes)
        return real(notes)

    monkeypatch.setattr(noted_decisions, "_find_decisions", counted)
    noted, notes = NotedDecisions(), (clerk("agreed: buy a mower"),)
    assert noted.of(notes) == noted.of((clerk("agreed: buy a mower"),))
    assert len(read) == 1
    assert noted.of((clerk("agreed: sell the mower"),)) != noted.of(notes)
    assert len(read) == 2


def test_what_a_check_misses_counts_only_where_it_is_a_decision() -> None:
    decision = Location("notes/a.md", Span(0, 6), 1, "agreed", "agreed")
    action = Location("notes/a.md", Span(7, 12), 2, "clerk", "clerk")
    finding = Finding("notes-omitted", Severity.WARNING, "Left out.", (decision, action))
    assert decisions_not_minuted((decision,), (finding,), ()) == (decision,)
    assert decisions_not_minuted((decision,), (), (action,)) == ()


SEED = (
    Path(__file__).parents[2]
    / "drafts/2022-03-16-health-and-wellbeing-board/05-safeguarding-children-annual-report"
)
SLIDES = Source(
    "notes/slides.txt",
    "Children's Partnership (CP)\nAnnual Assurance Report\nOctober 2020 \u2013 September 2021\nLaura Gough\n"
    "\nWhy this report?\nSafe at home\nSafe in the community\nOur focus in 2020-21\nNew neglect strategy\n",
)
REPORT = "That the Children's Partnership (CP) Annual Assurance report for {} be noted.\n"
PERIOD = ("October, 2020-September, 2022", "October, 2020-September, 2021")
TALK = (
    "Councillor {0} wanted a gate instead of the stile, as it would be easier for prams.\n\n"
    "The county had given a grant of \u00a3{1}, to be spent by the end of September.\n\n"
    "The next meeting would be held on Tuesday, {2} June, 2022, at 10.30 a.m.\n"
)
WROTE = (
    "Cllr Hale: wants gate instead of stile, easier for prams",
    "grant of \u00a34,250 from county, must be spent by end Sept",
    "bus shelter: glass smashed again, police told",
    "allotments: 5 plots vacant, waiting list now nil",
    "next mtg Tue 14 June 22, 10.30",
)
TRUE = ("Hale", "4,250", "14th")


@pytest.mark.parametrize(
    ("draft", "wrong", "right", "notes"),
    [
        (
            f"Resolved:- {REPORT}",
            PERIOD[0],
            PERIOD[1],
            (clerk("neglect strategy launched", "resolved: noted"), SLIDES),
        ),
        (f"Resolved:- {REPORT}", PERIOD[0], PERIOD[1], (SLIDES, clerk(*JOTTED, "resolved: noted"))),
        (f"Agreed: {REPORT}", PERIOD[0], PERIOD[1], (clerk(*JOTTED, "agreed"), SLIDES)),
        (REPORT, PERIOD[0], PERIOD[1], (SLIDES, clerk(*JOTTED))),
        (TALK.format("{}", *TRUE[1:]), "Holt", "Hale", (clerk(*WROTE),)),
        (TALK.format(TRUE[0], "{}", TRUE[2]), "4,850", "4,250", (clerk(*WROTE),)),
        (TALK.format(*TRUE[:2], "{}"), "15th", "14th", (clerk(*WROTE),)),
        (TALK.format(TRUE[0], "{}", TRUE[2]), "4,850", "4,250", (clerk(*WROTE), SLIDES)),
    ],
)
def test_what_now_agrees_with_its_notes_looks_no_less_sure(
    table: Table, draft: str, wrong: str, right: str, notes: tuple[Source, ...]
) -> None:
    at = draft[: draft.index("{}")].count("\n\n")
    before, after = (
        max(
            (rest.score or 0 for rest in evidence(table, draft.format(words), *notes).passages[at].lines),
            default=0,
        )
        for words in (wrong, right)
    )
    assert after >= before
    assert after > 0


def test_the_one_decision_is_as_sure_where_the_words_point_to_it_too(table: Table) -> None:
    notes = clerk("pumps ran 9 hrs", "grant from county", "stile broken", "resolved: noted")
    found = evidence(table, "The pumps ran for nine hours.\n\nResolved:- That it be noted.\n", notes)
    (rest,) = (rest for rest in found.passages[1].lines if rest.place.quote == "resolved: noted")
    assert (rest.why, rest.score) == ("the one decision in the notes", 0.8)


def test_the_sample_book_looks_as_sure_with_the_year_put_right(table: Table) -> None:
    notes = tuple(Source(f"notes/{p.name}", p.read_text("utf-8")) for p in sorted((SEED / "notes").iterdir()))
    slip = (SEED / "minutes.md").read_text("utf-8")
    scores = [
        evidence(table, draft, *notes).passages[-1].lines[0].score
        for draft in (slip, slip.replace("September, 2022", "September, 2021"))
    ]
    assert scores == [0.8, 0.8]
