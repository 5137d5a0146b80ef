"""Source notes cut into units: a line, or a sentence of a long line, with who said it."""

import re
from collections.abc import Sequence

from review_tui.language.sentences import sentences
from review_tui.model.frozen import frozen
from review_tui.model.meeting import Source
from review_tui.model.note_formats import is_spoken
from review_tui.model.text import Span, line_spans

LONG = 280
"""A line of more characters than this is cut into its sentences."""

_SPEAKER = re.compile(
    r"\s{0,8}[*_]{0,2}(?P<name>[^\W\d_][^\n:\d\[(]{0,38}?)[*_]{0,2}\s{0,3}"
    r"(?P<time>[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?)?\s{0,3}[*_]{0,2}:[*_]{0,2}\s"
)
_TIMED = re.compile(r"\s{0,8}[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?\s{1,4}")
_LETTER = re.compile(r"[^\W_]")
_MOST_NAMED = 4
"""A name before a colon has at most this many words; more is the beginning of a sentence."""
_HEADING = re.compile(r"\s{0,3}#{1,6}\s")


@frozen
class Unit:
    """A piece of the notes that evidence points at."""

    source: int
    """Which of the sources, counted from 0."""
    span: Span
    """Where it stands in the source's text, without outer white space."""
    said: Span
    """The same without who said it and when."""
    speaker: str
    """Who said it, or empty."""
    is_heading: bool = False
    is_spoken: bool = False
    """Whether it is of a transcript."""


def units_of(sources: Sequence[Source]) -> tuple[Unit, ...]:
    """The units of all sources in order; lines without a letter or figure make none."""
    return tuple(unit for number, source in enumerate(sources) for unit in _of_source(number, source))


def speaker_of(line: str) -> tuple[str, int]:
    """Who speaks in a line ("Laura Gough 00:12:31: ..."), or empty, and where what they said begins."""
    match = _SPEAKER.match(line)
    if not match:
        timed = _TIMED.match(line)
        return ("", timed.end() if timed else 0)
    name = match["name"].strip()
    capital = all(word[0].isupper() for word in name.split() if word[0].isalpha())
    if len(name.split()) > _MOST_NAMED or not (match["time"] or capital):
        return ("", 0)
    return (name, match.end())


def _of_source(number: int, source: Source) -> list[Unit]:
    """A unit for each line that says something, of a long line one for each sentence."""
    text, spoken = source.text, is_spoken(source.name)
    found: list[Unit] = []
    for line in line_spans(text):
        words = line.of(text)
        if not _LETTER.search(words):
            continue
        speaker, begins = speaker_of(words)
        heading = _HEADING.match(words) is not None
        start = line.start + len(words) - len(words.lstrip())
        end = line.start + len(words.rstrip())
        said = Span(min(line.start + begins, end), end)
        if end - start <= LONG:
            found.append(Unit(number, Span(start, end), said, speaker, heading, spoken))
            continue
        parts = sentences(text, said) or (said,)
        for at, part in enumerate(parts):
            whole = Span(start, part.end) if at == 0 else part
            found.append(Unit(number, whole, part, speaker, heading, spoken))
    return found
