"""Live captions roll: each cue shows lines of the one before again. Here every line is kept once."""

from collections.abc import Sequence

from review_tui.adapters.importers.captions import Cue, without_tags

_MIN_REPEAT_SHARE = 0.5
"""The share of cues that begin with what the one before ended with, from which a file is taken to roll.

Below it a repeated line is somebody who said the same again.
"""
_MIN_CUES = 4
"""Cues with words after the first; fewer tell nothing about the file."""
_TOGETHER = 0.75
"""Seconds between two cues that can still show the same line."""


def without_repeats(cues: Sequence[Cue]) -> Sequence[Cue]:
    """``cues`` without the lines that each shows again from the cue before, if the file rolls."""
    shown = [tuple((words, line) for line in cue.lines if (words := _normalize(line))) for cue in cues]
    bare = [tuple(words for words, _ in lines) for lines in shown]
    overlaps = [0, *(_overlap(bare, cues, n) for n in range(1, len(cues)))]
    followed = sum(bool(lines) for lines in bare[1:])
    if followed < _MIN_CUES or sum(overlap > 0 for overlap in overlaps) < _MIN_REPEAT_SHARE * followed:
        return cues
    return [
        Cue(cue.start, cue.end, tuple(line for _, line in lines[overlap:]))
        for cue, lines, overlap in zip(cues, shown, overlaps, strict=True)
    ]


def _overlap(bare: Sequence[tuple[str, ...]], cues: Sequence[Cue], n: int) -> int:
    """How many lines at the beginning of cue ``n`` are the last ones of the cue before."""
    before, here = bare[n - 1], bare[n]
    if cues[n].start - cues[n - 1].end > _TOGETHER:
        return 0
    most = min(len(before), len(here), 4)
    return next((k for k in range(most, 0, -1) if before[-k:] == here[:k]), 0)


def _normalize(line: str) -> str:
    return " ".join(without_tags(line).split())
