"""The passages of minutes: one paragraph, heading, bullet, resolution or action a line.

A passage is what the cursor rests on, what a flag quotes from and what an amendment replaces.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from review_tui.domain.text import Span, line_spans


class PassageKind(StrEnum):
    """What a passage is, as a reader would call it."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    RESOLUTION = "resolution"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class Passage:
    """One line of the minutes that says something."""

    index: int
    """0-based, among the passages of the same text."""
    kind: PassageKind
    span: Span
    """The whole line in the text, without its line end."""
    words: Span
    """What a reader reads: the line without its marker (``-``, ``#``, ``1.``) and outer white space."""
    line: int
    """The line in the file, counted from 1."""
    marker: str
    """What stands before the words, white space included; empty for a plain paragraph."""


_MARKER = re.compile(
    r"\s{0,24}(?:(#{1,6})\s+|("
    r"\\?[-*+]|[\u2013\u2014\u2022\u00b7\u25cf\u25aa\u25e6\uf0a7]"  # bullets, word processors' too
    r"|\d{1,3}\\?[.)]|\(\d{1,3}\)"  # 3.  3\.  3)  (3)
    r"|\(?(?:[a-z]|[ivx]{2,5})\\?\)|[a-z]\\?\."  # a)  (a)  iv)  a.
    r")\s+)?"
)
_RULE = re.compile(r"\s*([-=*_])(?:\s?\1){2,}\s*")
_OPENING = r"[*_\s\"'\u201c\u2018]{0,4}(?:\d{1,3}(?:\.\d{1,3}){0,3}\.?\s{1,8})?[*_]{0,3}"
_RESOLUTION = re.compile(
    _OPENING + r"(?:it was (?:\w{1,15} ){0,3}(?:resolved|agreed|decided|recommended)\b"
    r"|(?:the|this) (?:\w{1,20} ){1,4}resolved (?:that|to|unanimously)\b"
    r"|(?:unanimously )?(?:resolved|resolution|agreed|decided|decision|recommended|recommendation)\b"
    r"[*_]{0,3}\s*(?:[:;,.\-\u2013\u2014*(]|that\b|to\b|unanimously\b|by all\b|\Z))",
    re.IGNORECASE,
)
_SHOUTED = re.compile(r".{1,60}?\b(?:RESOLVED|AGREED)\b(?=.*[a-z])", re.DOTALL)
_ACTION = re.compile(
    _OPENING + r"actions?(?: points?| items?| required| for| by)?(?: (?-i:[A-Z]{2,4})| \d{1,3})?[*_]{0,3}\s*"
    r"(?:\([^)]{0,40}\)\s*)?[:\-\u2013\u2014]",
    re.IGNORECASE,
)


def passages(text: str) -> tuple[Passage, ...]:
    """The passages of ``text`` in order; blank lines and drawn rules (``---``) belong to none."""
    found: list[Passage] = []
    for number, span in enumerate(line_spans(text), start=1):
        line = span.of(text)
        body = line.lstrip("\ufeff") if number == 1 else line
        bom = len(line) - len(body)
        if not body.strip() or _RULE.fullmatch(body):
            continue
        match = _MARKER.match(body)
        marker_length = match.end() if match else 0
        words = body[marker_length:]
        start = span.start + bom + marker_length + len(words) - len(words.lstrip())
        end = max(start, span.end - (len(body) - len(body.rstrip())))
        found.append(
            Passage(
                index=len(found),
                kind=_kind(text[start:end], match),
                span=span,
                words=Span(start, end),
                line=number,
                marker=text[span.start + bom : start],
            )
        )
    return tuple(found)


def passage_at(found: tuple[Passage, ...], offset: int) -> Passage | None:
    """The passage that character ``offset`` stands in, or ``None`` between passages."""
    place = bisect_right(found, offset, key=lambda p: p.span.start) - 1
    return found[place] if place >= 0 and offset <= found[place].span.end else None


def with_words(text: str, passage: Passage, words: str) -> str:
    """``text`` with the words of one passage replaced; every other character stays as it was."""
    return text[: passage.words.start] + words + text[passage.words.end :]


def _kind(words: str, match: re.Match[str] | None) -> PassageKind:
    if match and match[1]:
        return PassageKind.HEADING
    if _RESOLUTION.match(words) or _SHOUTED.match(words):
        return PassageKind.RESOLUTION
    if _ACTION.match(words):
        return PassageKind.ACTION
    return PassageKind.BULLET if match and match[2] else PassageKind.PARAGRAPH
