"""What stands beside the words of an OpenDocument text: tracked changes, and comments with their replies."""

from dataclasses import dataclass, field

from review_tui.adapters.importers.docx_parts import value

BESIDE = frozenset(("tracked-changes", "annotation"))
"""The elements whose content is none of the text where they stand."""
_KINDS = frozenset(("insertion", "deletion"))
"""Changes of words; those of letters' looks are none."""


@dataclass(slots=True)
class OdtChange:
    """One tracked change."""

    kind: str = ""
    """``insertion`` or ``deletion``; empty for one of looks."""
    author: str = ""
    date: str = ""
    lines: list[str] = field(default_factory=list)
    """The words that were deleted, a paragraph each; the last goes on in what follows."""


@dataclass(slots=True)
class OdtComment:
    """What somebody wrote in the margin."""

    id: str
    author: str = ""
    date: str = ""
    answers: str = ""
    is_done: bool = False
    lines: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """What it says."""
        said = (" ".join(line.split()) for line in self.lines)
        return "\n".join(line for line in said if line)


class OdtMargin:
    """Hears the content of elements that stand beside the text."""

    def __init__(self) -> None:
        self.changes: dict[str, OdtChange] = {}
        self.comments: list[OdtComment] = []
        self._open: list[OdtChange | OdtComment] = []
        self._tags: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A tag opens."""
        self._tags.append(name)
        if name == "annotation":
            number = f"{len(self.comments)}"
            comment = OdtComment(value(attributes, "name") or number)
            comment.answers = value(attributes, "parent-name")
            comment.is_done = value(attributes, "resolved") == "true"
            self.comments.append(comment)
            self._open.append(comment)
        elif name == "changed-region":
            self._open.append(self.changes.setdefault(value(attributes, "id"), OdtChange()))
        elif self._open:
            self._enter_change(name, attributes)

    def end(self, name: str) -> None:
        """A tag closes."""
        self._tags.pop()
        if name in {"annotation", "changed-region"} and self._open:
            self._open.pop()

    def data(self, words: str) -> None:
        """Words."""
        if not self._open or not self._tags:
            return
        last = self._open[-1]
        if self._tags[-1] == "creator":
            last.author += words
        elif self._tags[-1] == "date":
            last.date += words
        elif last.lines and self._tags[-1] != "creator-initials":
            last.lines[-1] += words

    def _enter_change(self, name: str, attributes: dict[str, str]) -> None:
        last = self._open[-1]
        if isinstance(last, OdtChange) and name in _KINDS and not last.kind:
            last.kind = name
        elif name in {"p", "h"}:
            last.lines.append("")
        elif name in {"s", "tab", "line-break"} and last.lines:
            last.lines[-1] += " " * max(1, min(_MOST_BLANKS, _repeat_count(attributes)))


def _repeat_count(attributes: dict[str, str]) -> int:
    said = value(attributes, "c")
    return int(said) if said.isdecimal() and len(said) < _DIGITS else 1


_MOST_BLANKS = 100
"""Blanks in a row that a comment keeps."""
_DIGITS = 4
"""Digits from which a count of blanks is not believed."""
