"""Words as a redline counts them: a word, a number or date part, or one mark of punctuation.

A token is never less than a whole word or number ("2021", "£1,200", "14.30", "council's"), so a redline that
works on tokens can't split one. White space rides at the end of the token before it.
"""

import re
from collections.abc import Sequence
from functools import cache

_MARKS = (
    r"!-/:-@\[-\^`{-~"  # ASCII punctuation but the underscore
    r"\u00a1-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7"
    r"\u2010-\u2027\u2030-\u206f\u20a0-\u20bf\u3001-\u301f\ufeff"
)
_ALONE = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # scripts that set no spaces: a character is a word
_LETTER = rf"[^\s{_MARKS}{_ALONE}]"
_TOKEN = (
    rf"(?:[£$\u20ac]?\d+(?:[.,:/]\d+)*{_LETTER}*"  # a number with its currency and its "th"
    rf"|{_LETTER}+(?:['\u2019]{_LETTER}+)*"
    rf"|\S)\s*|\s+"
)
_WORDY = re.compile(r"[^\W_]")


@cache
def _token() -> re.Pattern[str]:
    # Compiled for the first text that is cut: it takes 3 ms, and the screen's first paint cuts none.
    return re.compile(_TOKEN)


def tokenize(text: str) -> list[str]:
    """``text`` cut into tokens, each with the white space after it; joined they are ``text`` again."""
    return _token().findall(text)


def token_cores(cut: Sequence[str]) -> list[str]:
    """The tokens without the white space that rides on them, each what two texts are compared by."""
    return [token.rstrip() for token in cut]


def is_word(token: str) -> bool:
    """Whether ``token`` has a letter or a digit, so is more than punctuation."""
    return _WORDY.search(token) is not None


def count_words(text: str) -> int:
    """How many words and numbers ``text`` has."""
    return sum(map(is_word, tokenize(text)))


def word_set(text: str) -> frozenset[str]:
    """The different words and numbers of ``text``, or its marks where it has no words."""
    found = frozenset(core for core in token_cores(tokenize(text)) if core)
    return frozenset(filter(is_word, found)) or found


def token_similarity(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of two word sets is shared: 0.0 for nothing, 1.0 for all."""
    whole = len(one) + len(other)
    return 2 * len(one & other) / whole if whole else 0.0
