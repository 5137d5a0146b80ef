"""A passage's words in a form that a text editor can hold, and back again without loss.

Editors take line separators, form feeds and their like for line ends and cannot show control or invisible
characters. They are handed out as visible signs; deleting the sign deletes the character.
"""

from review_tui.model.visible import is_plain, sign


def to_editable(words: str) -> str | None:
    """``words`` with a visible sign for each character an editor can't keep.

    ``None`` when that could not be undone, because a sign already stands in the words as itself.
    """
    unusual = _unusual(words)
    if any(sign(c) in words for c in unusual):
        return None
    return "".join(sign(c) if c in unusual else c for c in words)


def from_editable(edited: str, original: str, line_end: str) -> str:
    """What was typed, with the signs that stood for characters of ``original`` made those characters again.

    New lines become ``line_end``, as in the rest of the file; empty lines at either end are dropped.
    """
    unusual = _unusual(original)
    words = edited.replace("\r\n", "\n").strip("\n").replace("\n", line_end)
    for character in unusual:
        words = words.replace(sign(character), character)
    return words


def line_end_of(text: str) -> str:
    """The line end that a text uses most."""
    crlf = text.count("\r\n")
    return "\r\n" if crlf * 2 > text.count("\n") else "\n"


def _unusual(words: str) -> frozenset[str]:
    return frozenset(c for c in words if c not in "\t\n" and not is_plain(c))
