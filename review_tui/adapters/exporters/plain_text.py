"""Minutes as plain text, wrapped for reading in a mail or a terminal. Markdown's signs are taken out."""

import re
import textwrap
from collections.abc import Iterator

from review_tui.application.ports import MeetingMinutes
from review_tui.model.passages import Passage, PassageKind, passages
from review_tui.model.rendered import flowing
from review_tui.model.visible import sendable

_WIDTH = 78
"""Columns: what mail programs and terminals show without wrapping again."""
_EMPHASIS = re.compile(r"(?<![\w*_\\])(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1(?![\w*_])")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def to_plain_text(minutes: MeetingMinutes) -> bytes:
    """The whole minutes as one text file in UTF-8, lines ending in LF."""
    lines = [*_underlined(minutes.body, "="), *minutes.held, "", minutes.standing]
    for label, people in minutes.attendance:
        names = [f"{person.name}, {person.role}" if person.role else person.name for person in people]
        lines += ["", f"{label}:", *(line for name in names for line in _wrapped(name, "  "))]
    for item in minutes.items:
        lines += ["", "", *_underlined(item.heading, "-")]
        lines += _body_lines(item.text)
        lines += (line for words in item.corrections for line in ("", *_wrapped(words)))
    return sendable("\n".join(lines) + "\n").encode("utf-8")


def without_markdown(words: str) -> str:
    """``words`` without the signs that make them bold, slanted or something else than they say."""
    return _ESCAPED.sub(r"\1", _EMPHASIS.sub(r"\2", words))


def _underlined(words: str, sign: str) -> list[str]:
    lines = _wrapped(" ".join(words.split()))
    return [*lines, sign * max(map(len, lines), default=0)]


def _body_lines(text: str) -> Iterator[str]:
    """The passages, a blank line between them unless both belong to one list."""
    before: Passage | None = None
    for passage in passages(text):
        is_in_list = before is not None and bool(before.marker.strip() and passage.marker.strip())
        is_in_table = before is not None and bool(before.cells and passage.cells) and not passage.is_head
        if not (is_in_list or is_in_table):
            yield ""
        yield from _passage_lines(passage, text)
        before = passage if passage.kind is not PassageKind.HEADING else None


def _passage_lines(passage: Passage, text: str) -> list[str]:
    marker = "" if passage.kind is PassageKind.HEADING else passage.marker.expandtabs(4)
    if passage.cells:
        cells = (without_markdown(cell.of(text)) for cell in passage.cells)
        return _wrapped(" | ".join(cells), "", "    ")
    return _wrapped(without_markdown(flowing(text, passage).text), marker, " " * len(marker))


def _wrapped(words: str, first: str = "", later: str | None = None) -> list[str]:
    return textwrap.wrap(
        words,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=first if later is None else later,
        break_long_words=False,
        break_on_hyphens=False,
    )
