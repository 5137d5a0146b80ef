"""What the checks noticed, and the same as JSON for keeping and sending. Loads none of the checks."""

from collections.abc import Mapping, Sequence
from typing import Any

from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Location, Severity, Suggestion
from review_tui.model.frozen import frozen
from review_tui.model.text import Span


@frozen
class CheckFailure:
    """A check that could not be carried out. The others went on."""

    check: str
    """The id of the check; empty for what concerns several."""
    sentence: str
    """What happened, for the reviewer."""
    is_passing: bool = False
    """Whether it may go well the next time: it is not remembered then, but tried again."""


@frozen
class CheckOutcome:
    """What the checks noticed."""

    findings: tuple[Finding, ...] = ()
    """In the order of the draft; at one place the gravest first."""
    failures: tuple[CheckFailure, ...] = ()

    @property
    def is_final(self) -> bool:
        """Whether the same texts will have the same outcome."""
        return not any(failure.is_passing for failure in self.failures)


def outcome_to_json(outcome: CheckOutcome) -> object:
    """An outcome as JSON knows it."""
    return {
        "findings": findings_to_json(outcome.findings),
        "failures": [[f.check, f.sentence] for f in outcome.failures],
    }


def outcome_from_json(said: object) -> CheckOutcome | None:
    """The outcome that ``outcome_to_json`` made ``said`` of; ``None`` when it is anything else."""
    try:
        fields = _mapping(said)
        failures = [CheckFailure(_string(check), _string(sentence)) for check, sentence in fields["failures"]]
        return CheckOutcome(findings_from_json(fields["findings"]), tuple(failures))
    except (TypeError, ValueError, LookupError):
        return None


def findings_to_json(findings: Sequence[Finding]) -> list[dict[str, object]]:
    """Findings as JSON knows them."""
    return [
        {
            "check": f.check,
            "severity": f.severity.value,
            "message": f.message,
            "places": [[p.file, p.span.start, p.span.end, p.line, p.quote, p.passage] for p in f.places],
            "suggestion": [f.suggestion.span.start, f.suggestion.span.end, f.suggestion.text]
            if f.suggestion
            else [],
            "flag_kind": f.flag_kind.value,
        }
        for f in findings
    ]


def findings_from_json(said: Sequence[object]) -> tuple[Finding, ...]:
    """The findings that ``said`` was made of. Raises ``TypeError``, ``ValueError`` or ``LookupError``."""
    return tuple(_finding(_mapping(each)) for each in said)


def _finding(said: Mapping[str, Any]) -> Finding:
    suggested = said["suggestion"]
    return Finding(
        check=_string(said["check"]),
        severity=Severity(_string(said["severity"])),
        message=_string(said["message"]),
        places=tuple(_location(*each) for each in said["places"]),
        suggestion=Suggestion(_span(*suggested[:2]), _string(suggested[2])) if suggested else None,
        flag_kind=FlagKind(_string(said["flag_kind"])),
    )


def _location(
    file: object, start: object, end: object, line: object, quote: object, passage: object
) -> Location:
    return Location(_string(file), _span(start, end), _number(line), _string(quote), _string(passage))


def _span(start: object, end: object) -> Span:
    return Span(_number(start), _number(end))


def _mapping(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return value


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(value)
    return value
