"""What stands in quotation marks: the words of somebody else, which the minutes only repeat."""

import re

from review_tui.model.text import Span

_QUOTATION = re.compile(
    r"\u201c[^\u201c\u201d\n]{1,2000}\u201d|\"[^\"\n]{1,2000}\""
    r"|(?<!\w)\u2018[^\u2018\n]{1,2000}\u2019(?!\w)|(?<!\w)'[^'\n]{1,2000}'(?!\w)"
)
"""Double marks, and single ones that are no apostrophe within a word."""


def find_quotations(text: str) -> tuple[Span, ...]:
    """Every quotation of ``text`` within one line, its marks with it, in order."""
    return tuple(Span(*match.span()) for match in _QUOTATION.finditer(text))
