"""The material of a check's own example: what its test runs, and what ``review-tui checks`` shows.

Beside ``example``, the minutes, a check may have ``example_notes`` (one source of notes), ``example_meeting``
(a ``Meeting`` with its roll) and ``example_style`` (what ``book.yaml`` would say under ``style``).
"""

from review_tui.checks.material import Check, Document, Material


def example_of(check: Check) -> Material:
    """Everything that the check's example is made of."""
    notes = getattr(check, "example_notes", "")
    return Material(
        Document.read("minutes.md", check.example),
        (Document.read("notes/clerk.md", notes),) if notes else (),
        getattr(check, "example_meeting", None),
        style=getattr(check, "example_style", {}),
    )
