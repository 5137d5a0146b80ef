"""A statement of the draft beside the one of the notes that says the opposite."""

from dataclasses import dataclass

from review_tui.checks.notes.lines import Line
from review_tui.domain.text import Span


@dataclass(frozen=True, slots=True)
class Contrary:
    """Two words that contradict each other, each where it stands."""

    message: str
    """One sentence for the reader."""
    line: Line
    span: Span
    noted: Line
    noted_span: Span
