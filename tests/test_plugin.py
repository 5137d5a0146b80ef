"""What is promised to the authors of checks, and that nothing of it goes away unseen."""

from collections.abc import Iterable
from dataclasses import dataclass

import pytest

from review_tui import plugin
from review_tui.plugin import Check, Document, Finding, Material, Severity, Span, example_findings, finding_at

PROMISED = {
    *("API_VERSION", "Attendee", "Check", "Document", "Finding", "FlagKind", "Item", "Location", "Material"),
    *("Meeting", "Passage", "Severity", "Sitting", "Span", "Suggestion"),
    *("example_findings", "find_words", "finding_at"),
}
"""Version 1. A name is only ever added; one that goes, or means something else, asks for a new version."""


@dataclass
class Bench(Check):
    """Finds the word bench, or misbehaves."""

    does: str = ""
    id = "bench"
    finds = "Benches."
    severity = Severity.HINT
    example = "A bench.\n"

    def run(self, material: Material) -> Iterable[Finding]:
        for span in plugin.find_words(material.draft, "bench"):
            found = finding_at(self, material, span, "A bench.", suggest="seat", severity=Severity.ERROR)
            match self.does:
                case "fails":
                    raise ValueError("no\nseat")
                case "finds nothing":
                    return
                case "another name":
                    yield Finding("chair", self.severity, "A chair.", found.places)
                case "no place":
                    yield Finding(self.id, self.severity, "A bench.", ())
                case "another text":
                    other = Document.read("minutes.md", "No, a stool.\n")
                    yield Finding(self.id, self.severity, "A bench.", (other.place(Span(7, 12)),))
                case _:
                    yield found


def test_what_is_promised_is_there_and_nothing_else() -> None:
    assert plugin.API_VERSION == 1
    assert set(plugin.__all__) == PROMISED
    assert [name for name in PROMISED if not hasattr(plugin, name)] == []


def test_a_finding_is_made_at_words_with_its_suggestion() -> None:
    (found,) = example_findings(Bench())
    assert (found.check, found.severity, found.places[0].quote) == ("bench", Severity.ERROR, "bench")
    assert found.suggestion == plugin.Suggestion(Span(2, 7), "seat")


def test_a_finding_outside_the_draft_is_refused() -> None:
    with pytest.raises(ValueError, match="draft of 3 characters"):
        finding_at(Bench(), Material(Document.read("minutes.md", "No.")), Span(2, 9), "There.")


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("fails", r"ValueError: no seat"),
        ("finds nothing", "finds nothing in its own example"),
        ("another name", "says that it is of 'chair', and not of 'bench'"),
        ("no place", "has no place: A bench."),
        ("another text", "of minutes.md are not 'tool.'"),
    ],
)
def test_a_check_that_could_not_be_shown_fails_its_own_test(does: str, said: str) -> None:
    with pytest.raises(AssertionError, match=said):
        example_findings(Bench(does))
