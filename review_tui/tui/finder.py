"""Finding words in a text, whatever the case of their letters."""

import re

from review_tui.domain.text import Span


def find_all(text: str, words: str) -> tuple[Span, ...]:
    """Every place in ``text`` where ``words`` stand; runs of white space match each other."""
    parts = words.split()
    if not parts:
        return ()
    pattern = r"\s+".join(re.escape(part) for part in parts)
    return tuple(Span(*m.span()) for m in re.finditer(pattern, text, re.IGNORECASE))
