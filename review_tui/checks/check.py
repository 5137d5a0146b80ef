"""What a check is, one of ours or of another package (which finds it in ``review_tui.plugin``)."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from typing import Protocol

from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Material
from review_tui.model.meeting import Meeting

API_VERSION = 1
"""Of all that ``review_tui.plugin`` promises. Raised when a check that was written for it could break."""


class Check(Protocol):
    """One thing to look out for. Pure and deterministic: the same material gives the same findings.

    Derive from it: then only the first four attributes and ``run`` have to be given.
    """

    id: str
    """Short and lower case: ``period``."""
    finds: str
    """One sentence: what it finds."""
    severity: Severity
    """Of most of its findings; each finding has its own."""
    example: str
    """Minutes that it finds something in; its own test runs it, and ``review-tui checks`` shows it."""

    example_notes: str = ""
    """One source of notes to read the example with."""
    example_meeting: Meeting | None = None
    """A meeting with its roll, to read the example with."""
    example_style: Mapping[str, object] = {}
    """What ``book.yaml`` would say under ``style``, to read the example with."""

    flag_kind: FlagKind = FlagKind.OTHER
    """What a flag made of one of its findings is about."""
    yields_to: tuple[str, ...] = ()
    """Ids of checks that know more: of words that one of them has found as gravely, this one says nothing."""
    is_about_notes: bool = False
    """Whether a finding is of words of the notes, its last place; its first is where they would stand."""
    api_version: int = 1
    """The ``API_VERSION`` that it was written for. Only checks of other packages need to say it."""

    @abstractmethod
    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
