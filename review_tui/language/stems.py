"""The one stemmer: words without their endings.

``stem`` takes English endings off. ``short_stem`` cuts that to the beginning, which words of one root share
in other languages too; the aligner compares by it.
"""

from functools import lru_cache

_SHORTEST_STEM = 4
"""Letters that must be left of a word without its ending; an s may go from one more word."""
_SUFFIXES = ("ations", "ation", "ments", "ment", "ings", "ing", "edly", "ed", "als", "al", "es", "s", "ly")
_PAIRED = "bdgmnprt"
"""Consonants that double before an ending: planned, fitted."""
_SHORT = 5
"""Letters that most endings leave alone, whatever the language."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its ending, in small letters; the ``'s`` of a genitive is one too."""
    word = word.lower().removesuffix("'s").strip("'")
    if word.endswith(("ies", "ied")) and len(word) > _SHORTEST_STEM + 1:
        return f"{word[:-3]}y"
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM - (suffix == "s"):
            word = word[: -len(suffix)]
            if len(suffix) > 1 and word[-1] == word[-2] and word[-1] in _PAIRED:
                word = word[:-1]
            break
    return word[:-1] if word.endswith("e") and len(word) > _SHORTEST_STEM else word


@lru_cache(maxsize=65536)
def short_stem(word: str) -> str:
    """The beginning of the stem of a folded word; a figure whole."""
    return word if word[:1].isdigit() else stem(word)[:_SHORT]
