"""Running checks: order, choice, and a check that goes wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from threading import Event

from review_tui.checks.engine import CheckFailure, run_checks
from review_tui.checks.material import Document, Material
from review_tui.domain.findings import Finding, Severity
from review_tui.domain.text import Span

MATERIAL = Material(
    Document.read("minutes.md", "One.\n\nTwo.\n"), (Document.read("notes/clerk.md", "Other.\n"),)
)


@dataclass
class Words:
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


def test_a_check_that_takes_too_long_is_left_out_and_the_others_go_on() -> None:
    let_go = Event()

    class Slow(Words):
        def run(self, material: Material) -> Iterable[Finding]:
            let_go.wait()
            return ()

    outcome = run_checks(MATERIAL, (Slow("slow"), Words("good", ((0, 3),))), patience=0.05)
    let_go.set()
    assert [f.check for f in outcome.findings] == ["good"]
    (failure,) = outcome.failures
    assert failure.check == "slow"
    assert "longer than 0.05 seconds" in failure.sentence


def test_a_slip_that_a_more_knowing_check_tells_of_is_told_once() -> None:
    facts, period = Words("notes-facts", ((0, 3), (6, 9))), Words("period", ((1, 4),))
    found = run_checks(MATERIAL, (facts, period)).findings
    assert [(f.check, f.places[0].span.start) for f in found] == [("period", 1), ("notes-facts", 6)]


def test_a_graver_finding_never_gives_way_to_a_hint() -> None:
    facts, period = Words("notes-facts", ((0, 3),)), Words("period", ((0, 3),), Severity.HINT)
    assert [f.check for f in run_checks(MATERIAL, (facts, period)).findings] == ["notes-facts", "period"]
