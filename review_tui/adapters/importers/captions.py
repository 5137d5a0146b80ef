"""Captions as they stand in a WebVTT or SubRip file: when each is said, and its lines.

Both kinds are read line by line by our own hand rather than by a library: webvtt-py refuses a whole file for
one bad time, pysubs2 and srt drop WebVTT's voices, and none knows the rolling lines of live captions. A file
from Zoom, Teams, YouTube or an editor is seldom quite what its standard says, and one bad line must not hide
three hours of a meeting.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from review_tui.adapters.importers.errors import UnreadableDocument

_ARROW = "-->"
_MAX_CUES = 100_000
"""Captions in one file: days of talk."""
_MAX_LINES = 600_000
"""Lines of one file: six for each cue."""
_TIME = r"\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,9}))?"
_TIMES = re.compile(rf"{_TIME}\s*-{{2,3}}>{_TIME}")
_SBV_TIMES = re.compile(r"^(\d{1,4}:\d\d:\d\d\.\d{1,3}),(\d{1,4}:\d\d:\d\d\.\d{1,3})[ \t]*$", re.MULTILINE)
"""The times of YouTube's SubViewer files: ``0:00:01.000,0:00:04.500``."""
_TAG = re.compile(r"<[^<>]{0,300}>|\{\\[^{}]{1,80}\}")
_NOTES = ("NOTE", "STYLE", "REGION")


class Cue(NamedTuple):
    """What is on the screen at one time."""

    start: float
    """Seconds from the beginning of the recording."""
    end: float
    lines: tuple[str, ...]
    """As they stand in the file, tags and all."""


class Captions(NamedTuple):
    """All cues of a file, in its order, and what could not be made out."""

    cues: tuple[Cue, ...]
    bad_times: tuple[int, ...] = ()
    """The lines, counted from 1, whose times could not be read. What is said there went to the cue before."""


def captions(text: str) -> Captions:
    """The captions of a file."""
    plain = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = _SBV_TIMES.sub(r"\1 --> \2", plain).split("\n")
    if len(lines) > _MAX_LINES:
        raise UnreadableDocument(
            f"There are {len(lines):,} lines in this; {_MAX_LINES:,} are read at most. Divide it."
        )
    timed = [n for n, line in enumerate(lines) if _ARROW in line and line.lstrip()[:1].isdigit()]
    if len(timed) > _MAX_CUES:
        raise UnreadableDocument(
            f"There are {len(timed):,} captions in this; {_MAX_CUES:,} are read at most. Divide it."
        )
    cues: list[tuple[float, float, list[str]]] = []
    bad: list[int] = []
    for place, after in pairwise([*timed, len(lines)]):
        span = _parse_times(lines[place])
        if span is None:
            bad.append(place + 1)
        if span or not cues:
            cues.append((*(span or (0.0, 0.0)), []))
        cues[-1][2].extend(_cue_lines(lines, place + 1, after))
    return Captions(tuple(Cue(start, end, tuple(words)) for start, end, words in cues), tuple(bad))


def without_tags(line: str) -> str:
    """The words of a line without what says how they look."""
    return _TAG.sub("", line) if "<" in line or "{" in line else line


def _cue_lines(lines: list[str], start: int, end: int) -> Iterator[str]:
    """What is said in ``lines[start:end]``: no name or number of the next cue, no notes, no styles."""
    if start < end < len(lines) and lines[end - 1] and (lines[end - 1].isdigit() or not lines[end - 2]):
        end -= 1
    is_said = True
    for place in range(start, end):
        line = lines[place]
        if place > start and not lines[place - 1]:
            is_said = not line.startswith(_NOTES)
        if line and is_said:
            yield line


def _parse_times(times: str) -> tuple[float, float] | None:
    match = _TIMES.match(times)
    if not match:
        return None
    start, end = _to_seconds(*match.groups()[:4]), _to_seconds(*match.groups()[4:])
    return start, max(start, end)


def _to_seconds(hours: str | None, minutes: str, seconds: str, fraction: str | None) -> float:
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    return whole + int(fraction) / 10 ** len(fraction) if fraction else float(whole)
