"""What a check reads, and what a check is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from review_tui.domain.findings import Finding, Place, Severity
from review_tui.domain.meeting import Meeting
from review_tui.domain.passages import Passage, passage_at, passages
from review_tui.domain.text import Span, line_number


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its passages: the minutes, or one source of notes."""

    file: str
    text: str
    passages: tuple[Passage, ...]

    @classmethod
    def read(cls, file: str, text: str) -> "Document":
        """``text`` taken apart."""
        return cls(file, text, passages(text))

    def place(self, span: Span) -> Place:
        """The words at ``span`` as a place to show."""
        found = passage_at(self.passages, span.start)
        return Place(
            file=self.file,
            span=span,
            line=found.line if found else line_number(self.text, span.start),
            quote=span.of(self.text),
            passage=found.span.of(self.text) if found else "",
        )


@dataclass(frozen=True, slots=True)
class Material:
    """All that a check may look at."""

    draft: Document
    notes: tuple[Document, ...] = ()
    meeting: Meeting | None = None
    others: tuple[Meeting, ...] = ()
    """The book's other meetings of the same body, by date."""
    style: Mapping[str, object] = field(default_factory=dict)
    """What ``book.yaml`` says under ``style``: words, lists and mappings, every scalar a string."""

    @property
    def day_first(self) -> bool:
        """Whether 03.04.2022 is the third of April, as in Britain, unless the book says otherwise."""
        return str(self.style.get("dates", "")).strip().casefold() not in {"month first", "us"}


class Check(Protocol):
    """One thing to look out for. Pure and deterministic: the same material gives the same findings."""

    id: str
    """Short and lower case: ``period``."""
    finds: str
    """One sentence: what it finds."""
    severity: Severity
    example: str
    """Minutes that it finds something in; its own test runs it."""

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
