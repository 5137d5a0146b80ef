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


def test_what_has_as_wrong_what_is_right_by_a_surer_one_is_not_told() -> None:
    here, there, beyond = (DRAFT.place(Span(*span)) for span in ((0, 3), (4, 8), (9, 12)))
    surer = Clash("surer", (here, there), 3.0, Severity.WARNING)
    reverse = Clash("reverse", (there, here), 2.0, Severity.WARNING)
    other = Clash("other", (there, beyond), 1.0, Severity.WARNING)

    assert [f.message for f in findings_of("period", [reverse, other, surer])] == ["surer", "other"]
