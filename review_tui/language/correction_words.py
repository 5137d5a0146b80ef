"""Corrections of earlier minutes as later ones put them: for “2022” read “2021”; delete X, insert Y.

What is read is only what the words say: which words go, which come, and where in the earlier minutes. Whether
they stand there is for whoever has those minutes (``application/correction_reader.py``).
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from review_tui.model.frozen import frozen
from review_tui.model.text import Span


class CorrectionKind(StrEnum):
    """What is done with the words."""

    REPLACE = "replace"
    DELETE = "delete"
    INSERT_AFTER = "insert after"
    INSERT_BEFORE = "insert before"
    SHOULD_READ = "should read"
    """A whole minute, paragraph or sentence has other words."""


@frozen
class CorrectionPlace:
    """Where in the earlier minutes, as far as it is said."""

    said: str = ""
    """The words that say so, and may name a heading."""
    page: int | None = None
    item: str = ""
    """The number of an item or minute: ``5``, ``64/17``."""
    part: str = ""
    """The letter or numeral of a part of it: the ``c`` of 64/17c."""
    unit: str = ""
    """``paragraph``, ``sentence``, ``line`` or ``resolution``, where ``ordinal`` counts them."""
    ordinal: int = 0
    """From 1; -1 for the last, -2 for the one before; 0 where none is said."""


@frozen
class CorrectionWords:
    """One correction."""

    kind: CorrectionKind
    old: str
    """The words that go, or beside which others come; empty where the whole of ``place`` is meant."""
    new: str
    """The words that come; empty where none do."""
    place: CorrectionPlace
    span: Span
    """Of the words that say all this."""
    is_beginning: bool = False
    """Whether ``old`` is only how a paragraph begins that is meant as a whole."""


_LABEL = (
    r"(?:the\s)?(?:(?:final|last|first|whole|entire|following)\s)?"
    r"(?:words?|wording|figures?|numbers?|dates?|names?|sums?|amounts?|sentences?|phrases?|years?)[:,]?\s"
)
_BARE = (
    r"(?!(?:in|of|on|at|to|by|from|out|that)\s)[^\s,;:.\u201c\u201d\"\u2018()]"
    r"(?:(?!\.\s)[^;:\u201c\u201d\"\u2018\n]){0,80}?"
)
_STOP = (
    r"(?=\s{0,2}[\"\u201d]?(?:[,;:.)](?:\s|\Z)|\Z|\n)|\s(?:in|on|at|from)\s(?:the\s)?(?:first|second|third|fourth|fifth|sixth|last|final"
    r"|penultimate|next|item|minute|page|line|para|\d{1,2}(?:st|nd|rd|th))|\sand\s(?:delete|insert|for|replace|add|the|in)\b)"
)


def _quoted(name: str) -> str:
    """A pattern of words in quotation marks, in groups ``name1`` to ``name4``."""
    marks = (
        ("\u201c", r"[^\u201d\n]{1,600}", "\u201d"),
        ('"', r'[^"\n]{1,600}', '"'),
        ("\u2018", r"(?:[^\u2019\n]|\u2019(?=\w)){1,600}", r"\u2019(?!\w)"),
        (r"(?<!\w)'", r"(?:[^'\n]|(?<=\w)'(?=\w)){1,600}", r"'(?!\w)"),
    )
    each = (f"{begin}(?P<{name}{n}>{inner}){end}" for n, (begin, inner, end) in enumerate(marks, start=1))
    return f"(?:{'|'.join(each)})"


def _words(name: str, *, bare: str = f"{_BARE}") -> str:
    """Words in quotation marks, or without them; with or without a word for what they are."""
    return rf"(?:{_LABEL})?(?:{_quoted(name)}|(?P<{name}5>{bare}))"


_COMES = rf"(?:{_LABEL})?(?:{_quoted('new')}|(?P<new5>{_BARE}){_STOP})"
_NAMED = rf"(?:(?:{_LABEL})?{_quoted('old')}|{_LABEL}(?P<old5>{_BARE}))"
_IS = r"(?:(?:should|shall|to|must|had|has|have|is|are|was|were|be|being|been|now)\s){0,4}"
_DELETE = r"(?:delet(?:e|ed|ing)|remov(?:e|ed|ing)|omit(?:ted|ting)?|strik(?:e|ing)(?:\sout)?)"
_PATTERNS: tuple[tuple[CorrectionKind, str], ...] = (
    (
        CorrectionKind.REPLACE,
        (
            rf"\bfor\s{_words('old')},?\s(?:please\s)?(?:read|substitute)[:,]?\s"
            rf"(?!the\s(?!word)|out\b){_COMES}"
        ),
    ),
    (
        CorrectionKind.REPLACE,
        (
            rf"\b{_DELETE}[:,]?\s{_words('old')}[,;]?\s(?:and\s|then\s)?(?:insert(?:ing)?|substitut(?:e|ing)|add(?:ing)?"
            rf"|put|replac(?:e|ing)\s(?:it\s|them\s)?(?:with|by))[:,]?\s{_COMES}"
        ),
    ),
    (
        CorrectionKind.REPLACE,
        (
            r"\b(?:replac(?:e|ing)|amend(?:ing)?|chang(?:e|ing)|correct(?:ing)?|(?:amendment|correction|change)\s(?:of|from))"
            rf"\s{_words('old')}\s(?:with|by|to|into)(?:\sread)?[:,]?\s{_COMES}"
        ),
    ),
    (
        CorrectionKind.REPLACE,
        (
            rf"{_NAMED}\s{_IS}(?:replaced\s(?:with|by)|(?:amended|changed|corrected)\sto(?:\sread)?"
            rf"|(?<=should\s)read|(?<=to\s)read|(?<=shall\s)read)[:,]?\s{_COMES}"
        ),
    ),
    (
        CorrectionKind.INSERT_AFTER,
        (
            rf"\b(?:insert(?:ing|ed)?|add(?:ing|ed)?|insertion\sof|addition\sof)[:,]?\s(?:{_LABEL})?{_quoted('new')},?\s"
            r"(?P<beside>after|following|before)"
            rf"\s(?:{_LABEL})?(?:{_quoted('old')}|(?P<old5>{_BARE}){_STOP})"
        ),
    ),
    (
        CorrectionKind.INSERT_AFTER,
        (
            rf"\b(?P<beside>after|following|before)\s(?:{_LABEL})?{_quoted('old')},?\s(?:please\s)?(?:insert|add)[:,]?\s"
            rf"(?:{_LABEL})?{_quoted('new')}"
        ),
    ),
    (
        CorrectionKind.DELETE,
        (
            rf"\b{_DELETE}\s(?:the\s)?(?:entire\s|whole\s)?(?P<begins>paragraph|sentence)\s(?:commencing|beginning|starting)"
            rf"(?:\swith)?[:,]?\s{_quoted('old')}"
        ),
    ),
    (CorrectionKind.DELETE, rf"{_NAMED}\s{_IS}{_DELETE}\b"),
    (CorrectionKind.DELETE, rf"\b{_DELETE}[:,]?\s(?:{_LABEL})?(?:{_quoted('old')}|(?P<old5>{_BARE}){_STOP})"),
    (
        CorrectionKind.SHOULD_READ,
        (
            r"\b(?P<whole>(?:minute|item|paragraph|para|line|sentence|resolution)\b[^:.\n]{0,80}?)\s"
            r"(?:should|to|shall|is\sto|being|was|were)\s(?:now\s)?(?:be\s)?(?:amended\sto\s)?read[:,]?\s?(?P<new5>[^\n]{3,2000})"
        ),
    ),
)
_READERS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)
_CUE = re.compile(
    r"\b(?:read|delet\w{1,3}|remov\w{1,3}|omit\w{0,4}|strik\w{1,3}|insert\w{0,3}|add(?:ed|ing)?|replac\w{1,3}|amend\w{0,5}"
    r"|chang\w{1,3}|correct\w{0,4}|substitut\w{1,3})\b",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\bpage\s(?:no\.?\s)?(\d{1,3})\b", re.IGNORECASE)
_ITEM = re.compile(
    r"\b(?:minute|min|item|agenda item|resolution)s?\.?\s(?:ref\.?\s|no\.?\s|number\s)?"
    r"(?P<number>\d{1,5}(?:[./-]\d{1,4})?(?:[./-]\d{1,4})?(?:[./-]\d{1,4})?)\s?\(?(?P<part>[a-z]|[ivx]{1,4})?\)?(?![^\W_])",
    re.IGNORECASE,
)
_PART = re.compile(r"(?<![\w(])\(?(?P<part>[a-z]|[ivx]{1,4})\)(?=[\s:,]|\Z)")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_UNIT = r"(?P<unit{0}>paragraph|para|sentence|line|bullet(?:\spoint)?|resolution)"
_NTH = re.compile(
    rf"\b(?:(?P<ordinal>{'|'.join(_ORDINALS)}|last|final|penultimate|\d{{1,2}}(?:st|nd|rd|th))\s{_UNIT.format('1')}"
    rf"|{_UNIT.format('2')}\s(?P<count>\d{{1,2}}))\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[.;]\s")
_AFTER = 60
"""Characters behind a correction in which it may still say where: “… in the third line”."""


def find_correction_words(line: str) -> tuple[CorrectionWords, ...]:
    """The corrections that one passage tells of, in order, of words without marks of Markdown."""
    if not _CUE.search(line):
        return ()
    found = list(_matches(line))
    told: list[CorrectionWords] = []
    before, item = 0, ""
    for n, (kind, match) in enumerate(found):
        until = found[n + 1][1].start() if n + 1 < len(found) else len(line)
        lead = line[before : match.start()] + (match["whole"] if kind is CorrectionKind.SHOULD_READ else "")
        behind = line[match.end() : min(until, match.end() + _AFTER)]
        behind = _BREAK.split(behind, maxsplit=1)[0]
        place = _place(lead, behind, item)
        item, before = place.item or item, match.end()
        told.append(_correction_of(kind, match, place))
    return tuple(told)


def _matches(line: str) -> Iterator[tuple[CorrectionKind, re.Match[str]]]:
    at = 0
    while at < len(line):
        each = [(kind, match) for kind, pattern in _READERS if (match := pattern.search(line, at))]
        if not each:
            return
        # Of those that begin together the first that is listed.
        kind, match = min(each, key=lambda one: one[1].start())
        yield kind, match
        at = max(match.end(), at + 1)


def _correction_of(kind: CorrectionKind, match: re.Match[str], place: CorrectionPlace) -> CorrectionWords:
    groups = match.groupdict()
    if kind is CorrectionKind.INSERT_AFTER and (groups.get("beside") or "").casefold() == "before":
        kind = CorrectionKind.INSERT_BEFORE
    return CorrectionWords(
        kind,
        _group(groups, "old"),
        _group(groups, "new"),
        place,
        Span(match.start(), match.end()),
        is_beginning=bool(groups.get("begins")),
    )


def _group(groups: dict[str, str | None], name: str) -> str:
    said = next((found for n in range(1, 6) if (found := groups.get(f"{name}{n}"))), "")
    return " ".join(said.split())


def _place(lead: str, behind: str, item: str) -> CorrectionPlace:
    """Where it is, by what stands before the correction and shortly behind it."""
    both = f"{lead} \n {behind}"
    page = _PAGE.search(both)
    named = list(_ITEM.finditer(lead)) or list(_ITEM.finditer(behind))[:1]
    part = (named[-1]["part"] or "") if named else ""
    if not part and (found := list(_PART.finditer(lead))):
        part = found[-1]["part"]
    nth = _NTH.search(both)
    return CorrectionPlace(
        " ".join(both.split()),
        int(page[1]) if page else None,
        named[-1]["number"] if named else item,
        part.casefold(),
        _unit(nth) if nth else "",
        _ordinal(nth) if nth else 0,
    )


def _unit(nth: re.Match[str]) -> str:
    said = (nth["unit1"] or nth["unit2"]).casefold()
    return {"para": "paragraph", "bullet": "paragraph", "bullet point": "paragraph"}.get(said, said)


def _ordinal(nth: re.Match[str]) -> int:
    said = (nth["ordinal"] or nth["count"]).casefold()
    if said in {"last", "final"}:
        return -1
    if said == "penultimate":
        return -2
    return _ORDINALS.index(said) + 1 if said in _ORDINALS else int(re.sub(r"\D", "", said))
