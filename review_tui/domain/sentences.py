"""The sentences of a text: what blame and the like are told by."""

import re

from review_tui.domain.passages import passages
from review_tui.domain.text import Span

_END = re.compile(r"[.!?][\"'\u2019\u201d)\]]{0,3}\s+(?=[\"'\u2018\u201c(\[]{0,3}[A-Z0-9£])")
_SHORT_FORMS = frozenset(
    {
        "cllr",
        "cllrs",
        "co",
        "dr",
        "e.g",
        "esq",
        "etc",
        "fig",
        "hon",
        "i.e",
        "jr",
        "ltd",
        "messrs",
        "mr",
        "mrs",
    }
    | {"ms", "no", "nos", "p", "para", "pp", "prof", "rev", "revd", "sr", "st", "v", "vs"}
)


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of ``text`` in order, none of them longer than its passage."""
    found: list[Span] = []
    for passage in passages(text):
        words = passage.words.of(text)
        start = 0
        for match in _END.finditer(words):
            if not _is_short_form(words[start : match.start()]):
                found.append(Span(start, match.end() - _spaces(match[0])).moved(passage.words.start))
                start = match.end()
        if start < len(words):
            found.append(Span(start, len(words)).moved(passage.words.start))
    return tuple(found)


def _spaces(end: str) -> int:
    return len(end) - len(end.rstrip())


def _is_short_form(before: str) -> bool:
    """Whether the full stop after ``before`` belongs to a short form: "Cllr.", an initial, "No."."""
    last = before.rsplit(None, 1)[-1].lstrip("(\u2018\u201c\"'") if before.strip() else ""
    return last.casefold() in _SHORT_FORMS or (len(last) == 1 and last.isupper())
