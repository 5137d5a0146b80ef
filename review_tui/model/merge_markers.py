"""The lines that git writes into a file when two people changed the same words and it could not join them."""

import re

from review_tui.model.text import Span

_MARKER = re.compile(r"^(?:(?:<{7,}|>{7,}|\|{7,})(?=\s|$)[^\n]*|(={7,})[ \t\r]*$)", re.MULTILINE)
_SENTENCE_END = re.compile(r"[.!?;:,][\"')\]*_\u2019\u201d]*$")


def merge_markers(text: str) -> tuple[Span, ...]:
    """The lines of ``text`` that are merge markers, in order, each without its line end.

    A line of ``=======`` on its own is one too, unless it underlines a heading, as Markdown does: then it
    stands right under words that end no sentence.
    """
    found = [(Span(m.start(), m.end()), m[1] is not None) for m in _MARKER.finditer(text)]
    sure = any(not is_rule for _, is_rule in found)
    return tuple(
        Span(span.start, span.start + len(span.of(text).rstrip()))
        for span, is_rule in found
        if not is_rule or sure or not _underlines(text, span.start)
    )


def _underlines(text: str, start: int) -> bool:
    above = text[:start].splitlines()[-1:]
    words = "".join(above).strip()
    return bool(words) and not _SENTENCE_END.search(words)
