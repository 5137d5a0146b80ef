"""Where one sentence of minutes ends and the next begins."""

import re

from review_tui.domain.passages import passages
from review_tui.domain.text import Span

_END = re.compile(r"[.!?\u2026][\"')\]\u2019\u201d]{0,3}(?=\s)|[;:]\s{0,4}(?=\n)|[\u3002\uff01\uff1f]|\n")
_SHORT = re.compile(
    r"(?:\A|[\s(\[\"'\u201c\u2018])(?:"
    r"(?:mr|mrs|ms|miss|dr|prof|rev|revd|hon|rt|sir|st|cllrs?|clr|coun|ald|messrs|mx|fr|supt|insp|sgt|pc|capt|col"
    r"|no|nos|vs?|viz|cf|ca|approx|est|inc|incl|excl|ltd|co|plc|dept|ref|refs|para|paras|fig|pp?|vol|sec|cl|art"
    r"|ie|i\.e|eg|e\.g|tel|ext|min|mins|max|ave|rd|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
    r"|(?:[a-z]\.){0,3}[a-z]"
    r")\.\Z",
    re.IGNORECASE,
)
_ALWAYS_GO_ON = re.compile(
    r"(?:\A|[\s(\[\"'\u201c\u2018])(?:mr|mrs|ms|dr|prof|revd?|hon|sir|cllrs?|clr|messrs|no|nos|i\.e|e\.g|viz|cf|st"
    r"|(?-i:(?:[A-Z]\.){0,3}[A-Z]))\.\Z",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\A[\s*_(\[#\\-]{0,6}(?:\d{1,3}|[a-z]|[ivx]{1,5})(?:\.\d{1,3}){0,4}[.)]{1,2}\Z", re.IGNORECASE
)
_LOOK_BACK = 16


def sentences(text: str, within: Span | None = None) -> tuple[Span, ...]:
    """The sentences of ``text`` or of a part of it, in order, without white space around them.

    A full stop after "Cllr", "No", an initial, a number of a list or before a small letter ends none.
    """
    whole = within or Span(0, len(text))
    found: list[Span] = []
    start = whole.start
    for match in _END.finditer(text, whole.start, whole.end):
        if match.end() < whole.end and _goes_on(text, start, match, whole.end):
            continue
        found += _trimmed(text, start, match.end())
        start = match.end()
    found += _trimmed(text, start, whole.end)
    return tuple(found)


def _goes_on(text: str, start: int, match: re.Match[str], end: int) -> bool:
    if text[match.start()] != ".":
        return False
    so_far = text[start : match.start() + 1]
    if _NUMBERED.match(so_far):
        return True
    after = text[match.end() : min(end, match.end() + _LOOK_BACK)].lstrip()
    if not after:
        return False
    tail = so_far[-_LOOK_BACK:]
    if after[0].islower():
        return True
    if _ALWAYS_GO_ON.search(tail):
        return True
    return bool(_SHORT.search(tail)) and (after[0].isdigit() or after[0] in "\u00a3$(")


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    body = text[start:end]
    left = start + len(body) - len(body.lstrip())
    right = start + len(body.rstrip())
    return [Span(left, right)] if any(letter.isalnum() for letter in text[left:right]) else []


def sentences_of_passages(text: str) -> tuple[Span, ...]:
    """The sentences of ``text`` in order, none of them longer than its passage."""
    return tuple(span for passage in passages(text) for span in sentences(text, passage.words))
