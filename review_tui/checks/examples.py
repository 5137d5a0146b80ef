"""The material of a check's own example: what its test runs, and what ``review-tui checks`` shows."""

from review_tui.checks.check import Check
from review_tui.model.material import Document, Material


def example_of(check: Check) -> Material:
    """Everything that the check's example is made of."""
    notes = (Document.read("notes/clerk.md", check.example_notes),) if check.example_notes else ()
    return Material(
        Document.read("minutes.md", check.example), notes, check.example_meeting, style=check.example_style
    )
