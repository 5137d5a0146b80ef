"""What a check noticed: every passage involved, one plain sentence, perhaps the wording that mends it."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from review_tui.domain.text import Span


class Severity(StrEnum):
    """How sure a finding is that something needs mending."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Place:
    """Exact words in one of the files of an item."""

    file: str
    """``minutes.md`` or ``notes/…``, relative to the item; the given path for a plain file."""
    span: Span
    line: int
    """Counted from 1."""
    quote: str
    """The words at ``span``."""
    passage: str
    """The whole line they stand in: a finding that was dismissed comes back when this changes."""

    def overlaps(self, other: "Place") -> bool:
        """Whether both are of one file and share any of it."""
        return self.file == other.file and self.span.overlaps(other.span)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Wording that would put the minutes right."""

    span: Span
    """In the minutes."""
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a check noticed. The first place is the one to mend."""

    check: str
    severity: Severity
    message: str
    """One sentence that says what disagrees."""
    places: tuple[Place, ...]
    suggestion: Suggestion | None = None

    @property
    def fingerprint(self) -> str:
        """The same for the same finding wherever it stands: ``v1:`` and 32 hexadecimal digits."""
        parts = [self.check, *(part for p in self.places for part in (p.file, p.quote, p.passage))]
        framed = b"".join(
            len(raw).to_bytes(8, "big") + raw for raw in (p.encode("utf-8", "surrogatepass") for p in parts)
        )
        return f"v1:{hashlib.sha256(framed).hexdigest()[:32]}"
