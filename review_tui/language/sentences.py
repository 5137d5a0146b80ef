"""Where one sentence of minutes or notes ends and the next begins.

``sentences`` is the one splitter. ``CLAUSE_END`` is for readers that look a few words back or on and only ask
whether a stop stands between.
"""

import re

from review_tui.language.currencies import SHORT_FORMS
from review_tui.model.passages import passages
from review_tui.model.text import Span

_END = re.compile(r"[.!?\u2026][\"')\]\u2019\u201d]{0,3}(?=\s)|[;:]\s{0,4}(?=\n)|[\u3002\uff01\uff1f]|\n")
_CLAUSES_END = re.compile(rf"{_END.pattern}|;[\"')\]\u2019\u201d]{{0,3}}(?=\s)")
CLAUSE_END = re.compile(r"[a-z)%\d]{2}[.!?;](?=\s|\Z)")
"""A stop after two small letters, figures, % or brackets: so not after an initial or "Mr"."""
CLAUSE_OR_LINE_END = re.compile(rf"{CLAUSE_END.pattern}|\n")
_SHORT = re.compile(
    r"(?:\A|[\s(\[\"'\u201c\u2018])(?:"
    r"(?:mr|mrs|ms|miss|smt|adv|er|dr|prof|rev|revd|hon|rt|sir|st|rs|cllrs?|clr|coun|ald|messrs|mx|fr|bros?|sis|sr|cyng|det|drs|hr|dhr|mevr|supt|insp|sgt|pc|capt|col"
    r"|no|nos|vs?|viz|cf|ca|approx|est|inc|incl|excl|ltd|co|plc|dept|ref|refs|para|paras|fig|pp?|vol|sec|cl|art"
    rf"|{SHORT_FORMS}"
    r"|ie|i\.e|eg|e\.g|tel|ext|min|mins|max|ave|rd|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
    r"|(?:[a-z]\.){0,3}[a-z]"
    r")\.\Z",
    re.IGNORECASE,
)
_ALWAYS_GO_ON = re.compile(
    r"(?:\A|[\s(\[\"'\u201c\u2018])(?:mr|mrs|ms|dr|prof|revd?|rev['\u2019]d|hon|sir|cllrs?|clr|cr|messrs|smt|shri"
    r"|mme|mlle|fr|bros?|sis|sr|cyng|det|drs|hr|dhr|mevr|no|nos|rs|prop|sec|i\.e|e\.g|viz|cf|st"
    r"|(?-i:(?:[A-Z]\.){0,3}[A-Z]))\.\Z",
    re.IGNORECASE,
)
_SAID_NO = re.compile(r"\b(?:voting|voted|vote|votes|said|say|was|is|yes or) no\.\Z")
"""No number follows: "with Mr Lee voting no. The books …"."""
_JOTTED_SHORT = re.compile(
    r"\b(?:esq|co|dept|re|poss|mtg|rep|rec|corr|temp|vill|par|appt|etc|ch|c|p|v)\.\Z", re.IGNORECASE
)
"""Beside ``_SHORT``, in notes, where a stop after any short form ends no sentence, whatever follows."""
_OTHER_SIDE = re.compile(r"(?:against|abst\w{0,8})\s?[:\u2013-]\s?\d", re.IGNORECASE)
"""The next side of a vote: "For: 4. Against: 1 (Mr Lee). Abstained: 1"."""
_NUMBERED = re.compile(
    r"\A[\s*_(\[#\\-]{0,6}(?:\d{1,3}|[a-z]|[ivx]{1,5})(?:\.\d{1,3}){0,4}[.)]{1,2}\Z", re.IGNORECASE
)
_LOOK_BACK = 16
"""Characters of the longest short form with what stands before it."""


def sentences(
    text: str, within: Span | None = None, *, clauses: bool = False, jotted: bool = False
) -> tuple[Span, ...]:
    """The sentences of ``text`` or of a part of it, in order, without white space around them.

    A full stop after "Cllr", "No", an initial, a number of a list or before a small letter ends none.
    ``clauses``: a semicolon ends one too. ``jotted``: text in a clerk's hand, whose sentences may begin with
    a small letter, and which has short forms that minutes spell out.
    """
    pattern = _CLAUSES_END if clauses else _END
    whole = within or Span(0, len(text))
    found: list[Span] = []
    start = whole.start
    for match in pattern.finditer(text, whole.start, whole.end):
        if match.end() < whole.end and _goes_on(text, start, match, whole.end, jotted=jotted):
            continue
        found += _trimmed_span(text, start, match.end())
        start = match.end()
    found += _trimmed_span(text, start, whole.end)
    return tuple(found)


def _goes_on(text: str, start: int, match: re.Match[str], end: int, *, jotted: bool) -> bool:
    """Whether the mark ends no sentence: a stop after a short form or number, or before a small letter."""
    so_far = text[start : match.start() + 1]
    after = text[match.end() : min(end, match.end() + _LOOK_BACK)].lstrip()
    if text[match.start()] != "." or not after:
        return False
    tail = so_far[-_LOOK_BACK:]
    if _SAID_NO.search(tail) and after[0].isupper():
        return False
    if _NUMBERED.match(so_far) or _ALWAYS_GO_ON.search(tail) or _OTHER_SIDE.match(after):
        return True
    is_short = _SHORT.search(tail) is not None
    if after[0].isdigit() and so_far[-2:-1].isdigit():
        return True  # a blank within "£9. 50"
    if jotted:
        return is_short or _JOTTED_SHORT.search(tail) is not None
    return after[0].islower() or (is_short and (after[0].isdigit() or after[0] in "\u00a3$("))


def _trimmed_span(text: str, start: int, end: int) -> list[Span]:
    body = text[start:end]
    left = start + len(body) - len(body.lstrip())
    right = start + len(body.rstrip())
    return [Span(left, right)] if any(letter.isalnum() for letter in text[left:right]) else []


def sentences_of_passages(text: str) -> tuple[Span, ...]:
    """The sentences of ``text`` in order, none of them longer than its passage."""
    return tuple(span for passage in passages(text) for span in sentences(text, passage.words))
