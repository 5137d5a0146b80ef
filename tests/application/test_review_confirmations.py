"""Confirming what a passage rests on."""

import itertools

import pytest

from review_tui.adapters.importers.notes_reader import NotesImporter
from review_tui.application.evidence import EvidenceReader
from review_tui.application.review import Review
from review_tui.model.acts import Evidence
from review_tui.model.errors import Refusal
from review_tui.model.findings import Location
from review_tui.model.meeting import Source
from review_tui.model.passage_evidence import Support
from review_tui.model.passages import passages
from review_tui.model.text import Span
from tests.adapters.importers.documents import cues as captions
from tests.application.fakes import StoppedClock, Table

NOTES = Source("notes/clerk.md", "- annual rpt 20-21\n- fence, 250 pounds\n")


@pytest.fixture
def review(table: Table) -> Review:
    table.book.notes = (NOTES,)
    ids = (f"e{n:07x}" for n in itertools.count(1))
    return Review(table.book, table.history, table.reading, StoppedClock(), lambda: next(ids))


def line(words: str) -> Location:
    start = NOTES.text.index(words)
    number = NOTES.text.count("\n", 0, start) + 1
    return Location(NOTES.name, Span(start, start + len(words)), number, words, f"- {words}")


def confirm(table: Table, review: Review, passage: int, *places: Location) -> Evidence:
    view = table.item
    done = review.confirm(view, passages(view.draft.text)[passage], places)
    assert isinstance(done.act, Evidence)
    return done.act


def test_a_confirmation_is_one_commit_that_names_the_notes(table: Table, review: Review) -> None:
    act = confirm(table, review, 0, line("annual rpt 20-21"))
    ((changes, message),) = table.history.commits
    assert len(changes) == 1
    assert message.startswith("Confirm evidence in item 5: “The report covers 2020-21.”")
    assert "notes/clerk.md, line 1: annual rpt 20-21" in message
    assert f"Evidence: {act.id}" in message


def test_what_was_confirmed_stands_before_what_is_suggested(table: Table, review: Review) -> None:
    confirm(table, review, 0, line("fence, 250 pounds"))
    grounds = EvidenceReader(table.reading).of_item(table.item).passages[0]
    assert grounds.support is Support.CONFIRMED
    assert [rest.place.quote for rest in grounds.lines] == ["fence, 250 pounds"]
    assert not grounds.changed_since


def test_a_correction_replaces_the_word_before_it(table: Table, review: Review) -> None:
    first = confirm(table, review, 0, line("fence, 250 pounds"))
    second = confirm(table, review, 0)
    assert second.replaces == (first.id,)
    grounds = EvidenceReader(table.reading).of_item(table.item).passages[0]
    assert (grounds.support, grounds.lines) == (Support.ELSEWHERE, ())


def test_another_passage_keeps_its_own_word(table: Table, review: Review) -> None:
    confirm(table, review, 0, line("annual rpt 20-21"))
    assert confirm(table, review, 1, line("annual rpt 20-21")).replaces == ()


def test_a_confirmed_link_survives_an_edit_around_it(table: Table, review: Review) -> None:
    confirm(table, review, 1, line("annual rpt 20-21"))
    view = table.item
    table.review.amend(view, "The Chair opened the meeting.\n\n" + view.draft.text, "Left out.")
    grounds = EvidenceReader(table.reading).of_item(table.item).passages[2]
    assert (grounds.support, grounds.changed_since) == (Support.CONFIRMED, "")


def test_a_link_whose_passage_changed_says_so(table: Table, review: Review) -> None:
    confirm(table, review, 1, line("annual rpt 20-21"))
    view = table.item
    table.review.amend(view, view.draft.text.replace("2020-22", "2020-21"), "A slip.")
    grounds = EvidenceReader(table.reading).of_item(table.item).passages[1]
    assert grounds.support is Support.CONFIRMED
    assert "changed since" in grounds.changed_since


def test_a_link_whose_passage_is_gone_is_told_and_not_dropped(table: Table, review: Review) -> None:
    confirm(table, review, 1, line("annual rpt 20-21"))
    table.review.amend(table.item, "The report covers 2020-21.\n", "Not resolved.")
    evidence = EvidenceReader(table.reading).of_item(table.item)
    (told,) = evidence.lost
    assert "Dawn Example confirmed" in told


def test_notes_that_no_longer_say_it_are_told(table: Table, review: Review) -> None:
    confirm(table, review, 0, line("fence, 250 pounds"))
    table.book.notes = (Source(NOTES.name, "- annual rpt 20-21\n"),)
    grounds = EvidenceReader(table.reading).of_item(table.item).passages[0]
    assert grounds.lines == ()
    assert "can't be found there" in grounds.changed_since


def test_words_that_the_notes_do_not_say_are_refused(table: Table, review: Review) -> None:
    wrong = Location(NOTES.name, Span(0, 5), 1, "other", "other")
    with pytest.raises(Refusal, match="not what you saw"):
        confirm(table, review, 0, wrong)
    assert table.history.commits == []


def test_a_link_to_a_transcript_survives_more_being_said_before(table: Table, review: Review) -> None:
    cues = (("1", "<v Ann>Good evening."), ("9", "<v Bo>The report covers two years."))
    text = NotesImporter().read("a.vtt", captions(*cues).encode()).text or ""
    turn = next(p for p in passages(text) if "report" in p.words.of(text))
    table.book.notes = (Source("notes/a.vtt", text),)
    said = turn.words.of(text)
    confirm(table, review, 0, Location("notes/a.vtt", turn.words, turn.line, said, said))
    longer = (("1", "<v Ann>Good evening."), ("4", "<v Cy>Evening. Sorry I am late."), cues[1])
    table.book.notes = (
        Source("notes/a.vtt", NotesImporter().read("a.vtt", captions(*longer).encode()).text or ""),
    )
    grounds = EvidenceReader(table.reading).of_item(table.item).passages[0]
    assert [(rest.place.line, rest.place.quote) for rest in grounds.lines] == [(3, said)]
    assert "say whether it is the one meant" in grounds.changed_since, (
        "what stood before it is another turn now"
    )


def test_a_line_that_now_stands_twice_is_not_guessed_at(table: Table, review: Review) -> None:
    confirm(table, review, 0, line("fence, 250 pounds"))
    table.book.notes = (
        Source(NOTES.name, "- gate\n- fence, 250 pounds\n- stile\n- fence, 250 pounds\n- bees\n"),
    )
    grounds = EvidenceReader(table.reading).of_item(table.item).passages[0]
    assert grounds.lines == ()
    assert "may now stand in several places" in grounds.changed_since
