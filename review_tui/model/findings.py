"""What a check noticed: every passage involved, one plain sentence, perhaps the wording that mends it."""

import hashlib
import re
from enum import StrEnum

from review_tui.model.acts import FlagKind
from review_tui.model.frozen import frozen
from review_tui.model.text import Span


class Severity(StrEnum):
    """How sure a finding is that something needs mending."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


_WRAP = re.compile(r"\s*\r?\n[\s>]*")
"""A line end within words, with what stands before the next: wrapping makes no other finding."""


def on_one_line(quote: str) -> str:
    """Quoted words with a blank for each line end within them."""
    return _WRAP.sub(" ", quote)


@frozen
class Location:
    """Exact words in one of the files of an item."""

    file: str
    """``minutes.md`` or ``notes/…``, relative to the item; the given path for a plain file."""
    span: Span
    line: int
    """Counted from 1."""
    quote: str
    """The words at ``span``."""
    passage: str
    """The whole passage they stand in, its line ends as blanks: a finding that was dismissed comes back when
    this changes."""

    def overlaps(self, other: "Location") -> bool:
        """Whether both are of one file and share any of it."""
        return self.file == other.file and self.span.overlaps(other.span)


@frozen
class Suggestion:
    """Wording that would put the minutes right."""

    span: Span
    """In the minutes."""
    text: str


@frozen
class Finding:
    """Something a check noticed. The first place is the one to mend."""

    check: str
    severity: Severity
    message: str
    """One sentence that says what disagrees."""
    places: tuple[Location, ...]
    suggestion: Suggestion | None = None
    flag_kind: FlagKind = FlagKind.OTHER
    """What a flag made of it is about. The engine puts in what the check says."""

    @property
    def sentence(self) -> str:
        """The finding in one sentence, with its weight and the name of its check."""
        words = self.message.strip()
        end = "" if words.endswith((".", "!", "?", "”")) else "."
        return f"{self.severity.value.capitalize()} of the {self.check} check: {words}{end}"

    @property
    def fingerprint(self) -> str:
        """The same for the same finding wherever it stands: ``v1:`` and 32 hexadecimal digits."""
        places = ((p.file, on_one_line(p.quote), p.passage) for p in self.places)
        parts = [self.check, *(part for place in places for part in place)]
        framed = b"".join(
            len(raw).to_bytes(8, "big") + raw for raw in (p.encode("utf-8", "surrogatepass") for p in parts)
        )
        return f"v1:{hashlib.sha256(framed).hexdigest()[:32]}"
