"""Reads the name that stands at some place of a text: "T J Mann", "Guy de Montfort", "Hesketh-Harvey"."""

import re
import unicodedata

from review_tui.language.name_words import (
    GIVEN,
    LETTERS_BEHIND,
    MAYBE_NAMES,
    MOVING_WORDS,
    NOT_NAMES,
    PARTICLES,
)
from review_tui.model.frozen import frozen

_HYPHENED = r"(?:-(?:[A-Z]['\u2019])?[^\W\d_]{1,30})?"
WORD = re.compile(rf"[^\W\d_]{{1,30}}(?:['\u2019][^\W\d_]{{2,30}})?{_HYPHENED}{_HYPHENED}")
"""A word as names have it: "O'Brien", "Hesketh-Harvey"; without the "'s" of "Mann's"."""
CAPITAL = r"[^\W\d_a-z\u00df-\u00f6\u00f8-\u00ff]"
"""A capital letter, with or without an accent, as a pattern."""
_NAME_PART = rf"{CAPITAL}[^\W\d_A-Z]{{1,30}}"
_PARTICLE = (
    r"(?:O['\u2019]|Mc|Mac|(?:Fitz|D[eiu]|L[ae])(?=[A-Z])|[dD]e |[vV]an(?: der)? |Vander |N[i\u00ed] |Nic )"
)
NAME_WORD = rf"{_PARTICLE}?{_NAME_PART}(?:-{_NAME_PART}){{0,2}}"
"""A first name or surname with a capital, as a pattern; it has no group."""
ROOM = re.compile(r"[ \u00a0]{1,3}")
"""What stands between the words of one name."""
_CLOSES = re.compile(r"[ \u00a0]{0,2}(?:[,;()\n]|\Z)")
"""What stands behind a whole name in a list, so that its last word is the surname."""
_AFTER_INITIAL = re.compile(r"\.?[ \u00a0]{0,2}")
_MOST_INITIALS = 3
_MOST_WORDS = 4
"""Initials, and words, that a name has at most: J. P. S.; Mary Ann de Vere."""
_SHORTEST = 2
"""Letters of a surname: Ng."""


@frozen
class PersonName:
    """The name that stands at some place, without its title."""

    initials: str
    given: str
    surname: str
    end: int
    """Where it ends in the text."""


def read_name_at(text: str, at: int) -> PersonName | None:
    """The name that begins at character ``at``, or ``None`` where none can be read.

    A single capital word is a surname; initials are followed by it; of more words the first is a given name.
    """
    initials, at = _initials(text, at)
    words: list[re.Match[str]] = []
    particle = ""
    while len(words) < _MOST_WORDS and (match := WORD.match(text, at)):
        word = match[0]
        if word.casefold() in PARTICLES and _capital_follows(text, match.end()):
            particle = f"{particle}{word} "
        elif is_name_word(word) and (particle or _goes_on(words, initials, word)):
            words.append(match)
            if particle or initials:
                break
        else:
            break
        room = ROOM.match(text, match.end())
        if room is None:
            break
        at = room.end()
    return _make_name(text, initials, words, particle)


def name_key(name: str) -> str:
    """A name as it is compared: small letters only, without accents, hyphens, apostrophes and spaces."""
    folded = name.casefold()
    if not folded.isascii():
        folded = unicodedata.normalize("NFKD", folded)
    return folded if folded.isalpha() else "".join(c for c in folded if c.isalpha())


def is_name_word(word: str) -> bool:
    """Whether ``word`` may be part of a name: a capital first, and no word of office or of every day."""
    return word[0].isupper() and len(word) >= _SHORTEST and word.casefold() not in NOT_NAMES


def _make_name(text: str, initials: str, words: list[re.Match[str]], particle: str) -> PersonName | None:
    if not words:
        return None
    if len(words) == 1:
        return PersonName(initials, "", particle + words[0][0], words[0].end())
    last = words[1]
    whole = len(words) > 2 and _CLOSES.match(text, words[2].end())  # noqa: PLR2004 -- a middle name between two others
    if len(words) > 2 and (words[1][0].casefold() in GIVEN or whole):  # noqa: PLR2004 -- as above
        last = words[2]
    return PersonName(initials, words[0][0], particle + last[0], last.end())


def _goes_on(words: list[re.Match[str]], initials: str, word: str) -> bool:
    """Whether ``word`` belongs to the name so far: "West" does after "Sue" or initials, not after "Mann"."""
    if words and (_is_behind(words[-1][0], word) or (len(words) > 1 and _is_large(words[-1][0], word))):
        return False
    if not words or initials:
        return True
    return word.casefold() not in MAYBE_NAMES or (len(words) == 1 and words[0][0].casefold() in GIVEN)


def _is_behind(before: str, word: str) -> bool:
    """Whether ``word`` stands behind a whole name: letters in capitals after a word in small, or a verb."""
    if word.casefold() in MOVING_WORDS:
        return True
    return _is_large(before, word) and word.casefold() in LETTERS_BEHIND


def _is_large(before: str, word: str) -> bool:
    """Whether ``word`` is in capitals and the one before it is not: "Andy Wallace NCC"."""
    return word.isupper() and not before.isupper()


def _initials(text: str, at: int) -> tuple[str, int]:
    """The initials that begin at ``at``, and where what follows them begins."""
    found = ""
    while len(found) < _MOST_INITIALS and (match := WORD.match(text, at)):
        room = _AFTER_INITIAL.match(text, match.end())
        beyond = room.end() if room else match.end()
        if not _is_initial(match[0], first=not found, text=text, end=match.end(), beyond=beyond):
            break
        found, at = found + match[0], beyond
    return found, at


def _is_initial(word: str, *, first: bool, text: str, end: int, beyond: int) -> bool:
    """Whether ``word`` is an initial, or two or three together as in "JM Markwell"."""
    if len(word) == 1:
        return word.isupper()
    together = first and len(word) <= _MOST_INITIALS and word.isalpha() and word.isupper()
    if not together or word.casefold() in NOT_NAMES or not _capital_follows(text, end):
        return False
    follows = WORD.match(text, beyond)
    return follows is None or not (len(follows[0]) > 1 and follows[0].isupper())


def _capital_follows(text: str, at: int) -> bool:
    room = ROOM.match(text, at)
    return room is not None and text[room.end() : room.end() + 1].isupper()
