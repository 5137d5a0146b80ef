"""Runs checks over the material of one item. Pure: the same material gives the same outcome."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from threading import Thread

from review_tui.checks.material import Check, Material
from review_tui.checks.table import CHECKS, GIVES_WAY
from review_tui.domain.findings import Finding, Severity

PATIENCE = 20.0
"""Seconds that one check may take."""
_WEIGHT = {severity: index for index, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class CheckFailure:
    """A check that could not be carried out. The others went on."""

    check: str
    """The id of the check."""
    sentence: str
    """What happened, for the reviewer."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the checks noticed."""

    findings: tuple[Finding, ...] = ()
    """In the order of the draft; at one place the gravest first."""
    failures: tuple[CheckFailure, ...] = ()


def run_checks(
    material: Material,
    checks: Sequence[Check] = CHECKS,
    *,
    only: Collection[str] | None = None,
    least: Severity | None = None,
    patience: float = PATIENCE,
) -> Outcome:
    """What ``checks`` notice in ``material``.

    ``only`` names the ids to run (``None`` for all); ``least`` leaves out findings less grave than it. A
    check that goes wrong, or takes longer than ``patience`` seconds, is reported as a failure and keeps no
    other from running.
    """
    findings: dict[tuple[str, str], Finding] = {}
    failures = []
    for check in checks:
        if only is not None and check.id not in only:
            continue
        noticed = _noticed(check, material, patience)
        if isinstance(noticed, CheckFailure):
            failures.append(noticed)
            continue
        for finding in noticed:
            findings.setdefault((finding.check, _where(finding)), finding)
    told = _told_once(tuple(findings.values()))
    kept = (f for f in told if least is None or _WEIGHT[f.severity] <= _WEIGHT[least])
    return Outcome(tuple(sorted(kept, key=lambda f: _order(f, material))), tuple(failures))


def _told_once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings but those that another check, which knows more of such slips, has told of already."""
    for finding in findings:
        before = GIVES_WAY.get(finding.check, ())
        if not any(f.check in before and _tells(f, finding) for f in findings):
            yield finding


def _tells(known: Finding, finding: Finding) -> bool:
    """Whether ``known`` marks the words that ``finding`` marks, and is no less grave."""
    if not known.places or not finding.places or _WEIGHT[known.severity] > _WEIGHT[finding.severity]:
        return False
    mine, yours = known.places[0], finding.places[0]
    return mine.file == yours.file and mine.span.overlaps(yours.span)


def _noticed(check: Check, material: Material, patience: float) -> tuple[Finding, ...] | CheckFailure:
    """What one check finds; it runs beside us, so that we can go on without it."""
    answers: list[tuple[Finding, ...] | CheckFailure] = []

    def ask() -> None:
        try:
            answers.append(tuple(check.run(material)))
        except Exception as error:  # noqa: BLE001 -- whatever goes wrong in one check must not cost the others
            answers.append(CheckFailure(check.id, _sentence(check, error)))

    runner = Thread(target=ask, name=f"check-{check.id}", daemon=True)
    runner.start()
    runner.join(patience)
    if answers:
        return answers[0]
    sentence = f"The check '{check.id}' took longer than {patience:g} seconds and was left out."
    return CheckFailure(check.id, sentence)


def _sentence(check: Check, error: Exception) -> str:
    said = " ".join(str(error).split())
    reason = f"{type(error).__name__}: {said}" if said else type(error).__name__
    return (
        f"The check '{check.id}' could not be carried out ({reason}); what it looks for was not looked at. "
        "Please report this with the text that it was run on."
    )


def _where(finding: Finding) -> str:
    """The exact places and words: the same finding twice is told once."""
    places = ((p.file, p.span.start, p.span.end) for p in finding.places)
    return repr((*places, finding.message))


def _order(finding: Finding, material: Material) -> tuple[bool, int, int, str, str]:
    """Findings in the draft by place, then those in the notes only."""
    first = finding.places[0] if finding.places else None
    elsewhere = first is None or first.file != material.draft.file
    return (
        elsewhere,
        first.span.start if first else 0,
        _WEIGHT[finding.severity],
        finding.check,
        finding.message,
    )
