"""Finds the note of a line that says no more than how something went.

"Unanimously agreed", "Approved by the Borough": such a line has nothing to be known by; it is found by the
lines around it.
"""

from review_tui.checks.notes.lines import Line
from review_tui.checks.notes.match import Match, Matches
from review_tui.checks.notes.opposites import DECIDING, turns
from review_tui.checks.notes.words import WORD, is_of_voting, is_slight

_LONGEST = 60
"""Characters of a line that says no more than that something was approved."""
_LEAST_WEIGHT = 7.0


def noted_beside(matches: Matches, line: Line) -> list[Line]:
    """The note that stands where a bare line of the draft would have its own; none where that is open."""
    if len(line.text) >= _LONGEST and not _tells_only_movers(line):
        return []
    before, after = _sure(matches, line.index - 1), _sure(matches, line.index + 1)
    found = {
        at
        for at in (_step(matches, before, 1), _step(matches, after, -1))
        if at is not None and _is_bare(matches, matches.notes[at], line)
    }
    if before and after and not 0 < after.line.index - before.line.index <= 2 + len(found):
        return []
    if not found and before and _tells_both(matches, line, before.line):
        return [before.line]
    return [matches.notes[at] for at in found] if len(found) == 1 else []


def _tells_only_movers(line: Line) -> bool:
    """Whether a line has no word but names and those of voting: "Proposed by Mrs Lee and carried"."""
    words = (raw for raw in WORD.findall(line.text) if raw[0].islower())
    return line.follows and all(is_slight(raw) or is_of_voting(raw) for raw in words)


def _sure(matches: Matches, index: int) -> Match | None:
    """The note of a neighbouring line, where it is certain."""
    best = matches.best(index) if 0 <= index < len(matches.draft) else None
    return best if best and best.weight >= _LEAST_WEIGHT else None


def _step(matches: Matches, match: Match | None, by: int) -> int | None:
    """The place next to the note of a neighbouring line."""
    if match is None:
        return None
    at = match.line.index + by
    return at if 0 <= at < len(matches.notes) and matches.notes[at].document is match.line.document else None


def _is_bare(matches: Matches, note: Line, line: Line) -> bool:
    """Whether a note tells how something went and nothing else that the line of the draft has not."""
    if len(note.text) >= _LONGEST or not _decides(note):
        return False
    mine = {key for word in matches.draft_words[line.index] for key in word}
    words = WORD.findall(note.text)
    return all(
        is_slight(raw.casefold())
        or is_of_voting(raw)
        or not mine.isdisjoint(matches.meanings(raw, in_notes=True))
        for raw in words
        if raw[0].isalpha()
    )


def _tells_both(matches: Matches, line: Line, note: Line) -> bool:
    """Whether the note of the line before says how it went too: "hedge Mill Lane, get quotes - agr'd"."""
    return _decides(note) and not _decides(matches.draft[line.index - 1])


def _decides(line: Line) -> bool:
    return any(turn.pair == DECIDING for turn in turns(line.document.text, line.span))
