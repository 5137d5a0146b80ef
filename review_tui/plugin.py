"""What the author of a check may use. Everything else in this program may change at any time.

A check is a class that derives from ``Check``. A package brings it in by an entry point::

    [project.entry-points."review_tui.checks"]
    quorum = "our_checks:QuorumCheck"

``docs/example-check`` is such a package, ready to be copied. A check runs in a process of its own, is ended
after ten seconds of computing, and should be pure: the same material gives the same findings, whatever the
day and the machine, because what it found is kept until something that it read changes.

``API_VERSION`` is raised when something here changes so that a check could break. A check says which one it
was written for (``api_version = 1``); where that is newer than this, it is left out and a sentence says so.

``Material``         ``draft``, ``notes``, ``meeting`` (or ``None``), ``others`` and ``style``
``Document``         ``file``, ``text`` and ``passages``; ``place(span)`` makes a ``Location``. ``text`` is
                     what a reader sees: a line for each passage, without marks of Markdown. Places and
                     suggestions are in its terms; the program puts them in those of the file
``Passage``          one paragraph, bullet, heading or row of a table: ``span``, ``line``, ``cells``
``Span``             ``start`` and ``end`` (characters from 0, the end exclusive), ``of(text)``, ``holds``
``Finding``          ``check``, ``severity``, ``message``, ``places``, ``suggestion``
``Meeting``          ``body``, ``date``, ``chair``, ``present``, ``apologies``, ``in_attendance``, ``items``
``Sitting``          another meeting of the same body: ``meeting``, ``date``
"""

from collections.abc import Iterable

from review_tui.checks.check import API_VERSION, Check
from review_tui.checks.engine import run_checks
from review_tui.checks.examples import example_of
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Location, Severity, Suggestion
from review_tui.model.material import Document, Material, Sitting
from review_tui.model.meeting import Item, Meeting
from review_tui.model.passages import Passage
from review_tui.model.people import Attendee
from review_tui.model.quotes import occurrences
from review_tui.model.text import Span

__all__ = [
    "API_VERSION",
    "Attendee",
    "Check",
    "Document",
    "Finding",
    "FlagKind",
    "Item",
    "Location",
    "Material",
    "Meeting",
    "Passage",
    "Severity",
    "Sitting",
    "Span",
    "Suggestion",
    "example_findings",
    "find_words",
    "finding_at",
]


def find_words(document: Document, words: str) -> tuple[Span, ...]:
    """Every place where exactly ``words`` stand in ``document``, in order."""
    return occurrences(document.text, words)


def finding_at(
    check: Check,
    material: Material,
    span: Span,
    message: str,
    *,
    beside: Iterable[Location] = (),
    suggest: str | None = None,
    severity: Severity | None = None,
) -> Finding:
    """A finding of ``check`` at the words of the draft at ``span``.

    ``message`` is one sentence that says what disagrees. ``beside``: other places to show, in the draft or in
    the notes (``document.place(span)``). ``suggest``: wording to put in the place of those words; ``""``
    suggests leaving them out. ``severity``: where it is not that of the check.

    Raises ``ValueError`` where ``span`` is not within the draft.
    """
    if not 0 <= span.start <= span.end <= len(material.draft.text):
        raise ValueError(f"There is no {span} in a draft of {len(material.draft.text)} characters.")
    return Finding(
        check.id,
        severity or check.severity,
        message,
        (material.draft.place(span), *beside),
        None if suggest is None else Suggestion(span, suggest),
    )


def example_findings(check: Check) -> tuple[Finding, ...]:
    """What ``check`` finds in its own example, run as the program runs it: for its test.

    Raises ``AssertionError`` with a sentence when it goes wrong, finds nothing, or makes a finding that could
    not be shown.
    """
    material = example_of(check)
    outcome = run_checks(material, (check,))
    texts = {document.file: document.text for document in (material.draft, *material.notes)}
    wrong = [failure.sentence for failure in outcome.failures]
    for finding in outcome.findings:
        if finding.check != check.id:
            wrong.append(f"A finding says that it is of '{finding.check}', and not of '{check.id}'.")
        if not finding.places:
            wrong.append(f"A finding has no place: {finding.message}")
        wrong.extend(
            f"The words at {place.span} of {place.file} are not {place.quote!r}."
            for place in finding.places
            if place.span.of(texts.get(place.file, "")) != place.quote
        )
    if not outcome.findings and not wrong:
        wrong.append(f"The check '{check.id}' finds nothing in its own example.")
    if wrong:
        raise AssertionError(" ".join(wrong))
    return outcome.findings
