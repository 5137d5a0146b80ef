"""Takes from a rendered text what is left of marks: speakers in captions and logs, markers of lists.

Emphasis, entities, tags and struck words are gone already (``model.rendered``); markers stay there, as a
passage keeps its own. Apostrophes and blanks that are typed in more than one way are read as one.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from review_tui.model.text_map import Stretch, TextMap

_MARK = re.compile(
    r"<v\s(?P<voice>[^>\n]{1,80})>"
    r"|<(?P<handle>\w[\w-]{1,30})>"
    r"|(?P<dash>\\?--{1,200}(?!>))|\\(?=[-#*_.~])|[*`]|#(?!\w)|[\t\u2018\u2019]"
)
_TYPED = {"\t": " ", "\u2019": "'", "\u2018": "'"}
_STAMP = re.compile(r"\s{0,4}(?:\[?[\d:.]{1,12}\]?\s{0,4})?")
"""What a log has before who speaks: "[15:02] <oskar> done"."""
_LONGEST_STAMP = 24
"""Characters of such a stamp."""


@lru_cache(maxsize=256)
def without_note_marks(text: str) -> TextMap:
    """The words of a rendered text, and where each stands in it."""
    return TextMap.of(text, _stretches(text))


def _stretches(text: str) -> Iterator[Stretch]:
    at = 0
    for mark in _MARK.finditer(text):
        start, end = mark.span()
        if mark["handle"] and not _STAMP.fullmatch(_line_before(text, start)):
            continue
        yield Stretch(at, start)
        name = "voice" if mark["voice"] else "handle" if mark["handle"] else None
        if name:
            yield Stretch(start, mark.start(name), "")
            yield Stretch(*mark.span(name))
            yield Stretch(mark.end(name), end, ":" if text[end : end + 1] == " " else ": ")
        else:
            yield Stretch(start, end, "\u2013" if mark["dash"] else _TYPED.get(mark[0], ""))
        at = end
    yield Stretch(at, len(text))


def _line_before(text: str, at: int) -> str:
    return text[max(0, at - _LONGEST_STAMP) : at].rpartition("\n")[2]
