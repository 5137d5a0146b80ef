"""Runs checks over the material of one item. The same material gives the same outcome, on any machine.

How much a check may do is counted in what it reads and never in time: our own do work in proportion to the
text, so it is the text that is limited. Those of others are ended by their processes, see ``isolated_check``.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from review_tui.checks.check import Check
from review_tui.checks.isolated_check import CheckFailedError, CheckTimeoutError
from review_tui.checks.outcome import CheckFailure, CheckOutcome
from review_tui.checks.table import CHECKS
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material

__all__ = ["MAX_CHARACTERS", "CheckFailure", "CheckOutcome", "run_checks"]

MAX_CHARACTERS = 500_000
"""Characters of minutes, and of all their notes together, that are checked: eight hours of speech."""
_SEVERITY_RANK = {severity: index for index, severity in enumerate(Severity)}


def run_checks(
    material: Material,
    checks: Sequence[Check] = CHECKS,
    *,
    only: Collection[str] | None = None,
    least: Severity | None = None,
) -> CheckOutcome:
    """What ``checks`` notice in ``material``.

    ``only`` names the ids to run (``None`` for all); ``least`` leaves out findings less grave than it. A
    check that goes wrong or does too much is reported as a failure and keeps no other from running.
    """
    if len(material.draft.text) > MAX_CHARACTERS:
        return CheckOutcome((), (CheckFailure("", _TOO_LONG),))
    findings: dict[tuple[str, str], Finding] = {}
    material, failures = _within_length(material)
    for check in checks:
        if only is not None and check.id not in only:
            continue
        noticed = _run_one(check, material)
        if isinstance(noticed, CheckFailure):
            failures.append(noticed)
            continue
        for finding in noticed:
            found = replace(finding, flag_kind=check.flag_kind)
            findings.setdefault((finding.check, _place_key(finding)), found)
    told = _without_repeats(tuple(findings.values()), {check.id: check for check in checks})
    kept = (f for f in told if least is None or _SEVERITY_RANK[f.severity] <= _SEVERITY_RANK[least])
    ordered = sorted(kept, key=lambda f: _sort_key(f, material))
    return CheckOutcome(tuple(_in_files(f, material) for f in ordered), tuple(failures))


def _in_files(finding: Finding, material: Material) -> Finding:
    """A finding in terms of the files: checks read the words as a reader sees them."""
    documents = {document.file: document for document in (*material.notes, material.draft)}
    places = tuple(documents[p.file].in_file(p) if p.file in documents else p for p in finding.places)
    suggestion = finding.suggestion and material.draft.suggestion_in_file(finding.suggestion)
    return replace(finding, places=places, suggestion=suggestion)


def _without_repeats(findings: Sequence[Finding], checks: Mapping[str, Check]) -> Iterator[Finding]:
    """The findings but those that another check, which knows more of such slips, has made already."""
    for finding in findings:
        check = checks.get(finding.check)
        better = check.yields_to if check else ()
        is_about_notes = check is not None and check.is_about_notes
        if not any(f.check in better and _covers(f, finding, in_notes=is_about_notes) for f in findings):
            yield finding


def _covers(known: Finding, finding: Finding, *, in_notes: bool) -> bool:
    """Whether ``known`` marks the words that ``finding`` is about, and is no less grave."""
    if not finding.places or _SEVERITY_RANK[known.severity] > _SEVERITY_RANK[finding.severity]:
        return False
    marked, about = (
        (known.places[1:], finding.places[-1]) if in_notes else (known.places[:1], finding.places[0])
    )
    return any(place.overlaps(about) for place in marked)


_TOO_LONG = (
    f"These minutes are longer than {MAX_CHARACTERS:,} characters, so they are not checked. Divide them."
)


def _within_length(material: Material) -> tuple[Material, list[CheckFailure]]:
    """``material`` without the longest of its notes, where all of them are too much to look through."""
    kept = list(material.notes)
    left_out: list[Document] = []
    while sum(len(note.text) for note in kept) > MAX_CHARACTERS:
        left_out.append(max(kept, key=lambda note: len(note.text)))
        kept.remove(left_out[-1])
    failures = [
        CheckFailure(
            "",
            f"The draft is not checked against {note.file}: an item's notes are checked up to "
            f"{MAX_CHARACTERS:,} characters in all. Keep what was said of this item, and put the rest "
            "elsewhere.",
        )
        for note in left_out
    ]
    return (replace(material, notes=tuple(kept)) if left_out else material), failures


def _run_one(check: Check, material: Material) -> tuple[Finding, ...] | CheckFailure:
    """What one check finds, or why it could not look."""
    try:
        return tuple(check.run(material))
    except CheckTimeoutError as overrun:
        return CheckFailure(check.id, str(overrun), is_passing=True)
    except CheckFailedError as mishap:
        return CheckFailure(check.id, _failure_sentence(check, str(mishap)))
    except OSError as error:  # no second process, say
        return CheckFailure(check.id, _failure_sentence(check, _error_text(error)), is_passing=True)
    except Exception as error:  # noqa: BLE001 -- whatever goes wrong in one check must not cost the others
        return CheckFailure(check.id, _failure_sentence(check, _error_text(error)))


def _error_text(error: Exception) -> str:
    said = " ".join(str(error).split())
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


def _failure_sentence(check: Check, reason: str) -> str:
    return (
        f"The check '{check.id}' could not be carried out ({reason}); what it looks for was not looked at. "
        "Please report this with the text that it was run on."
    )


def _place_key(finding: Finding) -> str:
    """The exact places and words: the same finding twice is told once."""
    places = ((p.file, p.span.start, p.span.end) for p in finding.places)
    return repr((*places, finding.message))


def _sort_key(finding: Finding, material: Material) -> tuple[bool, int, int, str, str]:
    """Findings in the draft by place, then those in the notes only."""
    first = finding.places[0] if finding.places else None
    elsewhere = first is None or first.file != material.draft.file
    return (
        elsewhere,
        first.span.start if first else 0,
        _SEVERITY_RANK[finding.severity],
        finding.check,
        finding.message,
    )
