"""What the tag of signed minutes is called: ``minutes/2022-03-16-board``, after a reopening with ``.2``."""

import re
from collections.abc import Iterable

TAGS = "minutes/"
SIGNED_APART = "Signed-apart"
"""Trailer of a tag that made way for another of its name: that name, and the id that the tag had under it."""
_NOT_IN_A_TAG = re.compile(r"[\x00-\x20\x7f~^:?*\[\\]+|\.{2,}|@\{|/{2,}")


def tag_for(meeting: str) -> str:
    """The first tag of a meeting; characters that git does not take in a name become dashes."""
    name = _NOT_IN_A_TAG.sub("-", meeting).strip("./")
    return TAGS + (f"{name[: -len('.lock')]}-lock" if name.endswith(".lock") else name or "meeting")


def first_tags(meeting: str, count: int) -> tuple[str, ...]:
    """The names that the first ``count`` sign-offs of a meeting have."""
    first = tag_for(meeting)
    return tuple(f"{first}.{n}" if n > 1 else first for n in range(1, count + 1))


def next_tag(meeting: str, taken: Iterable[str]) -> str:
    """The first name that is free among those ``taken``: the first tag, else the next number."""
    first, names = tag_for(meeting), set(taken)
    if first not in names:
        return first
    return next(name for n in range(2, len(names) + 3) if (name := f"{first}.{n}") not in names)
