"""Which of several clashes of the same words is told."""

from review_tui.checks.clash_findings import findings_of
from review_tui.facts.clash import Clash
from review_tui.model.findings import Severity
from review_tui.model.material import Document
from review_tui.model.text import Span

DRAFT = Document.read("minutes.md", "The raft was left ashore.\n")


def clash(message: str, weight: float, severity: Severity, start: int, end: int) -> Clash:
    return Clash(message, (DRAFT.place(Span(start, end)),), weight, severity)


def test_a_hint_does_not_hide_what_is_sure_of_the_same_words() -> None:
    hint = clash("perhaps", 9.0, Severity.HINT, 4, 17)
    sure = clash("surely", 2.0, Severity.WARNING, 9, 17)
    other = clash("more surely", 3.0, Severity.WARNING, 13, 24)
    elsewhere = clash("perhaps", 1.0, Severity.HINT, 0, 3)
    found = findings_of("notes-polarity", [hint, sure, other, elsewhere])
    assert [f.message for f in found] == ["perhaps", "more surely"]
    assert found[1].severity is Severity.WARNING
