"""Findings in the four forms that `check` speaks: text, JSON, SARIF 2.1.0 and GitHub's workflow commands."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from review_tui import __version__
from review_tui.checks.more import all_checks
from review_tui.cli import describe
from review_tui.cli.output import complain, give_json, say
from review_tui.domain.findings import Finding, Severity
from review_tui.services.checking import LookedOver

_SARIF_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_GITHUB_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


@dataclass(frozen=True, slots=True)
class Reported:
    """What the checks said of one item or plain text."""

    meeting: str
    item: str
    folder: str
    """Goes before the names of the item's files."""
    outcome: LookedOver


def report(all_reported: Sequence[Reported], form: str) -> int:
    """Print every finding in ``form``; exit code 1 if there are any, or if a check failed."""
    {"text": _text, "json": _json, "sarif": _sarif, "github": _github}[form](all_reported)
    for reported in all_reported:
        for failure in reported.outcome.failures:
            complain(f"! {failure.sentence}")
    return int(any(r.outcome.findings or r.outcome.failures for r in all_reported))


def _text(all_reported: Sequence[Reported]) -> None:
    count = 0
    for reported in all_reported:
        for found in reported.outcome.findings:
            count += 1
            first = found.places[0]
            where = f"{reported.folder}{first.file}:{first.line}"
            say(f"{where}: {found.severity.value}: {found.message} [{found.check}]")
            say(*(f"    {p.file}:{p.line}: “{p.quote}”" for p in found.places))
            if found.suggestion:
                say(f"    put right: “{found.suggestion.text}”")
    say(f"{count} finding{'' if count == 1 else 's'}." if count else "No findings.")


def _json(all_reported: Sequence[Reported]) -> None:
    give_json(
        [
            describe.finding(found, meeting_id=r.meeting, item_id=r.item, folder=r.folder)
            for r in all_reported
            for found in r.outcome.findings
        ]
    )


def _sarif(all_reported: Sequence[Reported]) -> None:
    results = [_sarif_result(r, found) for r in all_reported for found in r.outcome.findings]
    rules = [{"id": c.id, "shortDescription": {"text": c.finds}} for c in all_checks()[0]]
    driver = {"name": "review-tui", "version": __version__, "rules": rules}
    give_json(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
        }
    )


def _sarif_result(reported: Reported, found: Finding) -> dict[str, Any]:
    places = [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": f"{reported.folder}{p.file}"},
                "region": {
                    "startLine": p.line,
                    "charOffset": p.span.start,
                    "charLength": p.span.end - p.span.start,
                    "snippet": {"text": p.quote},
                },
            }
        }
        for p in found.places
    ]
    return {
        "ruleId": found.check,
        "level": _SARIF_LEVEL[found.severity],
        "message": {"text": found.message},
        "locations": places[:1],
        "relatedLocations": [{"id": n, **p} for n, p in enumerate(places[1:], 1)],
        "partialFingerprints": {"reviewTui/v1": found.fingerprint},
    }


def _github(all_reported: Sequence[Reported]) -> None:
    for reported in all_reported:
        for found in reported.outcome.findings:
            first = found.places[0]
            file, title = _property(reported.folder + first.file), _property(found.check)
            level = _GITHUB_LEVEL[found.severity]
            say(f"::{level} file={file},line={first.line},title={title}::{_data(found.message)}")


def _data(words: str) -> str:
    """Words as the value of a workflow command."""
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    """Words as a property of a workflow command."""
    return _data(words).replace(":", "%3A").replace(",", "%2C")
