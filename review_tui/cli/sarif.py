"""Findings as SARIF 2.1.0, with all that GitHub's code scanning asks for when it is uploaded.

See https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from review_tui import __version__
from review_tui.checks.check import Check
from review_tui.checks.entry_points import all_checks
from review_tui.cli.reported import Reported
from review_tui.model.findings import Finding, Location, Severity
from review_tui.model.text import line_number

Json = dict[str, Any]

HOME = "https://github.com/review-tui/review-tui"
CHECKS = f"{HOME}/blob/main/README.md#what-it-is-for"
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "recommendation"}
_PRECISION = {Severity.ERROR: "high", Severity.WARNING: "medium", Severity.HINT: "low"}
_SHORT = 255
"""Characters that GitHub shows of a rule's short description."""


def sarif(all_reported: Sequence[Reported]) -> Json:
    """One run that reports every finding, with a rule for every check there is."""
    checks = all_checks()[0]
    places = {check.id: place for place, check in enumerate(checks)}
    seen: Counter[str] = Counter()
    results = [
        _result(reported, found, places, seen)
        for reported in all_reported
        for found in reported.outcome.findings
    ]
    driver = {
        "name": "review-tui",
        "informationUri": HOME,
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(check) for check in checks],
    }
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "automationDetails": {"id": "review-tui/check/"},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }


def _rule(check: Check) -> Json:
    """A check as a rule: what it finds, an example, and how much it weighs."""
    example = check.example.strip()
    fenced = f"```markdown\n{example}\n```"
    return {
        "id": check.id,
        "name": "".join(part.capitalize() for part in check.id.split("-")),
        "shortDescription": {"text": _shortened(check.finds)},
        "fullDescription": {"text": check.finds},
        "help": {
            "text": f"{check.finds}\n\nFor example, it finds something in this:\n\n{example}",
            "markdown": f"{check.finds}\n\nFor example, it finds something in this:\n\n{fenced}",
        },
        "helpUri": CHECKS,
        "defaultConfiguration": {"level": _LEVEL[check.severity]},
        "properties": {
            "tags": ["minutes", check.id],
            "precision": _PRECISION[check.severity],
            "problem.severity": _PROBLEM[check.severity],
        },
    }


def _shortened(words: str) -> str:
    return words if len(words) <= _SHORT else words[: _SHORT - 1] + "…"


def _result(reported: Reported, found: Finding, rules: dict[str, int], seen: "Counter[str]") -> Json:
    locations = [_location(reported, place) for place in found.places]
    mark = found.fingerprint.removeprefix("v1:")
    seen[mark] += 1  # the same slip twice is two results
    return {
        "ruleId": found.check,
        "ruleIndex": rules[found.check],
        "level": _LEVEL[found.severity],
        "message": {"text": found.message},
        "locations": locations[:1],
        "relatedLocations": [{"id": n, **place} for n, place in enumerate(locations[1:], 1)],
        "partialFingerprints": {
            "primaryLocationLineHash": f"{mark}:{seen[mark]}",
            "reviewTui/v1": found.fingerprint,
        },
    }


def _location(reported: Reported, place: Location) -> Json:
    """Where a place is: lines and columns from 1, the end exclusive, as the format counts."""
    text = reported.texts.get(place.file, "")
    base = reported.paths.base_of(place.file)
    region: Json = {"startLine": place.line + base.line}
    if text:
        end = place.span.end
        region["startColumn"] = place.span.start - _line_start(text, place.span.start) + 1
        region["endLine"] = line_number(text, end) + base.line
        region["endColumn"] = end - _line_start(text, end) + 1
    region |= {
        "charOffset": place.span.start + base.offset,
        "charLength": place.span.end - place.span.start,
        "snippet": {"text": place.quote},
    }
    uri = quote(reported.paths.file(place.file).replace("\\", "/"), safe="/")
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1
