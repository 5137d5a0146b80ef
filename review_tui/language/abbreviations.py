"""Finds where abbreviations are introduced, as in "Local Planning Authority (LPA)" or the other way round."""

import re
from collections.abc import Iterator

from review_tui.model.frozen import frozen
from review_tui.model.text import Span

_SHORT = r"[A-Z][A-Za-z]{0,8}(?:[&/-][A-Za-z]{1,6})?"
_BRACKETED = re.compile(rf"[(\[]['\"\u2018\u201c]?(?:the )?(?P<short>{_SHORT})['\"\u2019\u201d]?[)\]]")
_AHEAD = re.compile(rf"(?<![\w&/-])(?P<short>{_SHORT}) [(\[](?P<long>[^()\[\]\n]{{6,120}})[)\]]")
_WORD = re.compile(r"[^\W_]{1,30}(?:['\u2019][^\W_]{1,4})?")
_BREAK = re.compile(r"[.;:!?\n()\[\]|<>\u2022\t]")
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})
_REACH = 140
"""Characters before the brackets in which the full name is looked for."""
_CAPITALS = 2
"""So many capitals make letters an abbreviation; one is a word with a capital."""


@frozen
class Abbreviation:
    """One introduction of an abbreviation."""

    short: str
    """As it is used from then on: ``NCC``."""
    long: str
    """What it stands for, as written: ``Norfolk County Council``."""
    span: Span
    """The full name and the abbreviation, brackets included."""
    text: str
    """The words at ``span``."""

    @property
    def key(self) -> tuple[str, ...]:
        """The same for every way to write the same name: small words, case, plural and hyphens apart."""
        words = (_singular(m[0]) for m in _WORD.finditer(self.long))
        return tuple(word for word in words if word not in _SMALL)


def find_abbreviations(text: str) -> tuple[Abbreviation, ...]:
    """The introductions in ``text``, in order. Each word's initial is in the abbreviation, in order."""
    found = [*_name_before_brackets(text), *_in_front(text)]
    return tuple(sorted(found, key=lambda abbreviation: abbreviation.span))


def _name_before_brackets(text: str) -> Iterator[Abbreviation]:
    """Those whose full name stands before the brackets."""
    for match in _BRACKETED.finditer(text):
        if sum(c.isupper() for c in match["short"]) < _CAPITALS:
            continue
        floor = max(0, match.start() - _REACH)
        before = text[floor : match.start()]
        cut = max((m.end() for m in _BREAK.finditer(before)), default=0)
        words = list(_WORD.finditer(before, cut))
        start = _beginning(match["short"], words)
        if start is None or before[words[-1].end() :].strip(" \u00a0,-'\u2019\u201d\"*_"):
            continue
        span = Span(floor + words[start].start(), match.end())
        long = before[words[start].start() : words[-1].end()]
        yield Abbreviation(match["short"], long, span, span.of(text))


def _in_front(text: str) -> Iterator[Abbreviation]:
    """Those whose full name stands in the brackets."""
    for match in _AHEAD.finditer(text):
        words = list(_WORD.finditer(match["long"]))
        is_short = sum(c.isupper() for c in match["short"]) >= _CAPITALS
        if is_short and words and _beginning(match["short"], words) == 0:
            span = Span(match.start(), match.end())
            yield Abbreviation(match["short"], match["long"].strip(), span, match[0])


def _beginning(short: str, words: list[re.Match[str]]) -> int | None:
    """Where in ``words`` the name begins whose initials, to the last word, are ``short``."""
    letters = [c for c in short.casefold() if c.isalpha()]
    if len(letters) > _CAPITALS and letters[-1] == "s" and short[-1] == "s":
        letters.pop()
    index = len(words)
    left = len(letters)
    capitals = 0
    while index and left:
        index -= 1
        word = words[index][0].casefold()
        if word[0] == letters[left - 1]:
            left -= 1
            capitals += words[index][0][0].isupper()
        elif word not in _SMALL:
            return None
    is_name = capitals >= _CAPITALS or short.removesuffix("s").isupper()
    return index if not left and is_name else None


def _singular(word: str) -> str:
    plain = word.casefold().replace("\u2019", "'").removesuffix("'s")
    if plain.endswith("ies"):
        return plain[:-3] + "y"
    return plain[:-1] if len(plain) > 3 and plain.endswith("s") and not plain.endswith("ss") else plain  # noqa: PLR2004
