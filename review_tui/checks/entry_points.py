"""All checks: our own, and those that other packages add."""

from functools import cache

from review_tui.checks.check import API_VERSION, Check
from review_tui.checks.isolated_check import ENTRY_POINT_GROUP, AddedCheck, IsolatedCheck, added_checks
from review_tui.checks.table import CHECKS

__all__ = ["ENTRY_POINT_GROUP", "all_checks"]

PLUGIN_MODULE = "review_tui.plugin"
"""All that other packages may import from this one."""
_REQUIRED = ("id", "finds", "severity", "example", "run")
"""What a check can't do without; all else has a value in ``Check``."""


@cache
def all_checks() -> tuple[tuple[Check, ...], tuple[str, ...]]:
    """Our own checks and those of others; and a sentence for each that could not be taken in."""
    found: list[Check] = list(CHECKS)
    sentences = []
    for added in added_checks():
        loaded = _load(added)
        if isinstance(loaded, str):
            sentences.append(loaded)
        elif any(other.id == loaded.id for other in found):
            sentences.append(f"{_name(added)} has an id that is taken: {loaded.id}.")
        else:
            found.append(loaded)
    return tuple(found), tuple(sentences)


def _load(added: AddedCheck) -> Check | str:
    """The check that an entry point names, or a sentence that says why it can't be used."""
    from importlib.metadata import EntryPoint  # noqa: PLC0415 -- slow to load, and only checking needs it

    try:
        check: Check = EntryPoint(added.name, added.value, ENTRY_POINT_GROUP).load()()
        missing = [part for part in _REQUIRED if not hasattr(check, part)]
        if missing:
            return f"{_name(added)} has no {', '.join(missing)}."
        made_for = getattr(check, "api_version", API_VERSION)
        if made_for > API_VERSION:
            return (
                f"{_name(added)} was made for version {made_for} of {PLUGIN_MODULE}, and this is version "
                f"{API_VERSION}. Update review-tui, or install an older version of that package."
            )
        return IsolatedCheck(check, added.value)
    except ImportError as error:
        if error.name == PLUGIN_MODULE:
            return (
                f"{_name(added)} was made for another version of {PLUGIN_MODULE} than {API_VERSION}, which "
                f"this is ({error}). Update review-tui, or that package."
            )
        return f"{_name(added)} can't be loaded: {error}"
    except Exception as error:  # noqa: BLE001 -- somebody else's code must not cost us ours
        return f"{_name(added)} can't be loaded: {error}"


def _name(added: AddedCheck) -> str:
    return f"The check '{added.name}' of {added.value}"
