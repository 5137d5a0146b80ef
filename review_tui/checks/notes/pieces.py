"""The lines of the notes that one line of the draft was written from, when they are more than one."""

from review_tui.checks.notes.lines import Line
from review_tui.checks.notes.match import Match, Matches

_NEAR = 2
_FEW_WORDS = 3.0
_PART = 0.3
"""The share of a note that the line of the draft must have."""


def pieces(matches: Matches, line: Line, best: Match, near: int = _NEAR) -> list[Line]:
    """The best line of the notes, and those close to it that are of the same line of the draft."""
    lines = matches.notes
    found = [best.line]
    for index in range(max(0, best.line.index - near), min(len(lines), best.line.index + near + 1)):
        own = matches.of_notes(index) if index != best.line.index else ()
        if own and own[0].line is line and own[0].weight >= _FEW_WORDS and own[0].of_notes >= _PART:
            found.append(lines[index])
    return found
