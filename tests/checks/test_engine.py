"""Running checks: order, choice, and a check that goes wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from threading import active_count

import pytest

from review_tui.checks.check import Check
from review_tui.checks.engine import MAX_CHARACTERS, CheckFailure, run_checks
from review_tui.checks.isolated_check import CheckTimeoutError
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material
from review_tui.model.text import Span

MATERIAL = Material(
    Document.read("minutes.md", "One.\n\nTwo.\n"), (Document.read("notes/clerk.md", "Other.\n"),)
)


@dataclass
class Words(Check):
    """Finds given spans of the draft, or raises."""

    id: str
    spans: tuple[tuple[int, int], ...] = ()
    severity: Severity = Severity.ERROR
    error: Exception | None = None
    finds: str = "Words."
    example: str = ""

    def run(self, material: Material) -> Iterable[Finding]:
        for start, end in self.spans:
            yield Finding(self.id, self.severity, "Look.", (material.draft.place(Span(start, end)),))
        if self.error:
            raise self.error


@dataclass
class InNotes(Words):
    """Finds the first word of the notes."""

    def run(self, material: Material) -> Iterable[Finding]:
        yield Finding(self.id, self.severity, "Look.", (material.notes[0].place(Span(0, 5)),))


@dataclass
class Held(Check):
    """Finds a span of the draft beside one of the notes."""

    id: str
    told: tuple[int, int]
    noted: tuple[int, int]
    severity: Severity = Severity.WARNING
    finds: str = "Words."
    example: str = ""

    def run(self, material: Material) -> Iterable[Finding]:
        places = (material.draft.place(Span(*self.told)), material.notes[0].place(Span(*self.noted)))
        yield Finding(self.id, self.severity, "Look.", places)


def test_findings_are_sorted_by_place_then_gravity_and_those_in_the_notes_come_last() -> None:
    checks = (
        InNotes("notes"),
        Words("hint", ((6, 9), (0, 3)), Severity.HINT),
        Words("error", ((6, 9),)),
        Words("warning", ((6, 9),), Severity.WARNING),
    )
    found = run_checks(MATERIAL, checks).findings
    assert [f.check for f in found] == ["hint", "error", "warning", "hint", "notes"]


def test_a_check_that_goes_wrong_is_told_and_the_others_go_on() -> None:
    checks = (Words("bad", ((0, 3),), error=ValueError("no such\nword")), Words("good", ((0, 3),)))
    outcome = run_checks(MATERIAL, checks)
    assert [f.check for f in outcome.findings] == ["good"]
    assert outcome.failures == (
        CheckFailure(
            "bad",
            "The check 'bad' could not be carried out (ValueError: no such word); what it looks for was not "
            "looked at. Please report this with the text that it was run on.",
        ),
    )


def test_only_the_checks_asked_for_are_run() -> None:
    checks = (Words("one", ((0, 3),)), Words("two", ((0, 3),)))
    assert [f.check for f in run_checks(MATERIAL, checks, only={"two"}).findings] == ["two"]
    assert run_checks(MATERIAL, checks, only=()).findings == ()


def test_findings_less_grave_than_asked_are_left_out() -> None:
    checks = tuple(Words(severity.value, ((0, 3),), severity) for severity in Severity)
    found = run_checks(MATERIAL, checks, least=Severity.WARNING).findings
    assert [f.check for f in found] == ["error", "warning"]


def test_the_same_finding_twice_is_told_once() -> None:
    assert len(run_checks(MATERIAL, (Words("one", ((0, 3), (0, 3), (6, 9))),)).findings) == 2


def test_a_check_that_was_ended_is_told_and_tried_again_while_the_others_go_on() -> None:
    checks = (Words("slow", error=CheckTimeoutError("Ended.")), Words("good", ((0, 3),)))
    outcome = run_checks(MATERIAL, checks)
    assert [f.check for f in outcome.findings] == ["good"]
    assert outcome.failures == (CheckFailure("slow", "Ended.", is_passing=True),)
    assert not outcome.is_final


def test_no_thread_is_left_by_checking() -> None:
    threads: list[int] = []

    class Counting(Words):
        def run(self, material: Material) -> Iterable[Finding]:
            threads.append(active_count())
            return ()

    before = active_count()
    run_checks(MATERIAL, (Counting("one"),))
    assert threads == [before]
    assert active_count() == before


def test_notes_beyond_what_is_checked_are_left_out_the_longest_first_and_told() -> None:
    notes = (
        Document.read("notes/long.md", "x" * MAX_CHARACTERS),
        Document.read("notes/short.md", "Other.\n"),
    )
    seen: list[str] = []

    class Seeing(Words):
        def run(self, material: Material) -> Iterable[Finding]:
            seen.extend(note.file for note in material.notes)
            return ()

    outcome = run_checks(Material(MATERIAL.draft, notes), (Seeing("one"),))
    assert seen == ["notes/short.md"]
    assert outcome.is_final
    (failure,) = outcome.failures
    assert failure.sentence.startswith("The draft is not checked against notes/long.md: ")


def test_minutes_beyond_what_is_checked_say_so_and_no_check_is_run() -> None:
    draft = Document.read("minutes.md", "x" * (MAX_CHARACTERS + 1))
    outcome = run_checks(Material(draft), (Words("one", ((0, 3),)),))
    assert outcome.findings == ()
    assert [f.sentence for f in outcome.failures] == [
        "These minutes are longer than 500,000 characters, so they are not checked. Divide them."
    ]


def test_a_slip_that_a_more_knowing_check_tells_of_is_told_once() -> None:
    facts, period = Words("notes-facts", ((0, 3), (6, 9))), Words("period", ((1, 4),))
    facts.yields_to = ("period",)
    found = run_checks(MATERIAL, (facts, period)).findings
    assert [(f.check, f.places[0].span.start) for f in found] == [("period", 1), ("notes-facts", 6)]


@pytest.mark.parametrize(("noted", "told"), [((0, 5), ["period"]), ((5, 6), ["notes-omitted", "period"])])
def test_words_of_the_notes_that_another_finding_shows_are_not_told_as_left_out(
    noted: tuple[int, int], told: list[str]
) -> None:
    period, omitted = Held("period", (0, 3), (0, 4)), Held("notes-omitted", (0, 9), noted)
    omitted.yields_to, omitted.is_about_notes = ("period",), True
    found = run_checks(MATERIAL, (period, omitted)).findings
    assert sorted(f.check for f in found) == told


def test_a_graver_finding_never_gives_way_to_a_hint() -> None:
    facts, period = Words("notes-facts", ((0, 3),)), Words("period", ((0, 3),), Severity.HINT)
    facts.yields_to = ("period",)
    assert [f.check for f in run_checks(MATERIAL, (facts, period)).findings] == ["notes-facts", "period"]
