"""Says where the notes have something, and words their figures as the draft would."""

from review_tui.checks.notes.figures import Figure, Sort
from review_tui.checks.notes.lines import Line

_LONGEST_QUOTE = 70
_GROUPED_FROM = 10_000
"""Pounds from which thousands are set off by a comma."""
_NUMBERS = frozenset({Sort.MONEY, Sort.COUNT, Sort.SHARE})


def said_in(line: Line) -> str:
    """The notes' file, line and words: ``clerk.md line 3: "JS to get 3 quotes"``."""
    return f"{where(line)}: \u201c{quoted(line.text)}\u201d"


def where(line: Line) -> str:
    """The notes' file and line: ``clerk.md line 3``."""
    place = line.place
    return f"{place.file.removeprefix('notes/')} line {place.line}"


def quoted(text: str) -> str:
    """Words short enough to stand in a sentence."""
    plain = " ".join(text.split())
    if len(plain) <= _LONGEST_QUOTE:
        return plain
    return f"{plain[:_LONGEST_QUOTE].rsplit(' ', 1)[0]} \u2026"


def like(mine: Figure, theirs: Figure) -> str | None:
    """The number of ``theirs`` written as ``mine`` is, or ``None`` where that is not certain."""
    if mine.sort not in _NUMBERS or not mine.text.strip("\u00a3%., ")[:1].isdigit():
        return None
    worth = next((n for kind, n, _ in theirs.readings if kind == "n"), None)
    if worth is None or theirs.text[-1:] in {"k", "m"} or mine.text[-1:] not in "0123456789%":
        return None
    whole, pence = divmod(worth, 100)
    grouped = "," in mine.text or (whole >= _GROUPED_FROM and mine.sort is Sort.MONEY)
    digits = f"{whole:,}" if grouped else str(whole)
    if pence or "." in mine.text:
        digits += f".{pence:02d}"
    return (
        ("\u00a3" if mine.text.startswith("\u00a3") else "")
        + digits
        + ("%" if mine.text.endswith("%") else "")
    )
