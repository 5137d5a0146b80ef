"""Checks that others have added: any installed package can bring some through an entry point.

A package names a class or function that makes a check under the group ``review_tui.checks``::

    [project.entry-points."review_tui.checks"]
    quorum = "our_checks:QuorumCheck"
"""

from functools import cache

from review_tui.checks.material import Check
from review_tui.checks.table import CHECKS

GROUP = "review_tui.checks"
_PARTS = ("id", "finds", "severity", "example", "run")


@cache
def all_checks() -> tuple[tuple[Check, ...], tuple[str, ...]]:
    """Our own checks and those of others; and a sentence for each that could not be taken in."""
    from importlib.metadata import entry_points  # noqa: PLC0415 -- slow to load, and only checking needs it

    found, sentences = list(CHECKS), []
    for point in sorted(entry_points(group=GROUP), key=lambda p: p.name):
        try:
            check: Check = point.load()()
        except Exception as error:  # noqa: BLE001 -- somebody else's code must not cost us ours
            sentences.append(f"The check '{point.name}' of {point.value} can't be loaded: {error}")
            continue
        missing = [part for part in _PARTS if not hasattr(check, part)]
        if missing:
            sentences.append(f"The check '{point.name}' of {point.value} has no {', '.join(missing)}.")
        elif any(other.id == check.id for other in found):
            sentences.append(
                f"The check '{point.name}' of {point.value} has an id that is taken: {check.id}."
            )
        else:
            found.append(check)
    return tuple(found), tuple(sentences)
