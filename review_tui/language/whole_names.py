"""Reads a name where the place says that one stands there: a cell of a table, an entry of a list.

In running text a name has to be told from other words, so a title, initials or a known first name begin it
(``person_mentions``). Where people are listed none of that is asked: any words will do that are no office and
no words of every day, in any alphabet, in either order.
"""

import re
from collections.abc import Sequence

from review_tui.language.name_words import LETTERS_BEHIND, NOT_NAMES, PARTICLES
from review_tui.language.person_mentions import PLURAL, TITLE, Person, title_of
from review_tui.language.person_names import read_name_at
from review_tui.model.text import Span

_TOKEN = re.compile(r"[^\s\u00a0]{1,60}")
_INITIALS = re.compile(r"[^\W\d_](?:(?:\.-?|-)[^\W\d_]){0,3}\.?\Z")
"""``J``, ``J.``, ``J.-P.``, ``J.P.S.``"""
_NO_LETTER = re.compile(r"[\d_@/\\<>{}=+%\u00a3$\u20ac?!\[\]()|]")
"""What no name has in it."""
_BEFORE_SURNAME = PARTICLES | frozenset(
    """
    ab abu af ait al- as ben bint binti d' da' dal dalla das de' degli dei della dello des do dos e el- i
    ibn las les los mac mc ni nic nig o' os ould 's san santa st st. 't ten ter til und v v. vande vanden
    vander ver vom wa wan y zu zum zur
    """.split()  # noqa: SIM905 -- they read better as prose
)
"""Small words within a name."""
_NOBODY = frozenset(
    """
    absent apologies attendance everyone guests n/a name names nil nobody none observers others present press
    public quorum staff tba tbc total totals unknown vacancies vacant various visitors
    """.split()  # noqa: SIM905 -- as above
)
"""What stands where a name should, of nobody, in small letters."""
_GENERATIONS = frozenset({"jr", "jnr", "sr", "snr", "ii", "iii", "iv"})
_MOST_WORDS = 8
"""Words of a name, titles and generation included."""
_LEAST_CAPITALS = 2
"""Letters of a surname in capitals, as in "Li WEI"."""


def read_whole_name(text: str, span: Span, title: str = "") -> Person | None:
    """The person whose name is all that stands at ``span``, or ``None`` where that is no name.

    "Surname, First" is turned round. ``title`` is one that holds for the whole list and is not repeated.
    """
    start, said = span.start, title
    if titled := TITLE.match(text, start, span.end):
        start, said = titled.end(), title_of(titled)
        if said.casefold().endswith(PLURAL):
            return None
    tokens = [match[0] for match in _TOKEN.finditer(text, start, span.end)]
    last, comma, first = text[start : span.end].partition(",")
    if comma:
        behind = TITLE.match(first.strip() + " ")
        said = title_of(behind) if behind and not said else said
        first = first.strip()[behind.end() :] if behind else first
        if not _is_surname(last.split(), has_title=bool(titled)):
            return None
        tokens = [*first.split(), *last.split()]
    tokens = _without_letters_behind(tokens)
    if not _may_be_name(tokens) or (comma and "," in first):
        return None
    if comma:
        size = len(last.split())
        given = _given_name(tokens[:-size])
        return Person(said, _initials(tokens[:-size]), given, " ".join(tokens[-size:]), span, span.of(text))
    known = read_name_at(text, start)
    end = span.start + len(span.of(text).rstrip())
    large = _surname_in_capitals(tokens)
    if known and known.end == end and (known.given or known.initials) and large is None:
        return Person(said, known.initials, known.given, known.surname, span, span.of(text))
    begin = _first_of_surname(tokens) if large is None else large
    stop = len(tokens) if large is None else large + 1
    before = [*tokens[:begin], *tokens[stop:]]
    surname = " ".join(token.strip(".") for token in tokens[begin:stop])
    return Person(said, _initials(before), _given_name(before), surname, span, span.of(text))


def natural_name(words: str) -> str:
    """``words``, a name in a list, with the first name first: "Brown, Winston" is "Winston Brown"."""
    plain = " ".join(words.split())
    if "," not in plain:
        return plain
    person = read_whole_name(plain, Span(0, len(plain)))
    if person is None:
        return plain
    last, _, first = plain.partition(",")
    title, rest = (titled[0], last[titled.end() :]) if (titled := TITLE.match(last)) else ("", last)
    return f"{title}{first.strip()} {rest.strip()}"


def _is_surname(words: Sequence[str], *, has_title: bool) -> bool:
    """Whether the words before a comma are a surname alone: one, in capitals, or with particles."""
    rest = [word for word in words if _plain(word) not in _BEFORE_SURNAME]
    return len(rest) == 1 or (len(rest) > 1 and all(word.isupper() for word in rest) and not has_title)


def _may_be_name(tokens: Sequence[str]) -> bool:
    """Whether words where a name should stand may be one."""
    if not 0 < len(tokens) <= _MOST_WORDS:
        return False
    plain = [_plain(token) for token in tokens]
    if any(_NO_LETTER.search(token) or not any(c.isalpha() for c in token) for token in tokens):
        return False
    if all(word in NOT_NAMES | _NOBODY for word in plain) or plain[0] in _NOBODY:
        return False
    small = [
        w for token, w in zip(tokens, plain, strict=True) if token.islower() and w not in _BEFORE_SURNAME
    ]
    # Somebody may type all names small; a sentence has small words beside large ones.
    return not small or (len(small) == len(tokens) and not any(w in NOT_NAMES for w in small))


def _surname_in_capitals(tokens: Sequence[str]) -> int | None:
    """Which of several words is the surname since it alone is in capitals: "CHEN Wei"."""
    large = [
        n
        for n, token in enumerate(tokens)
        if token.isupper()
        and sum(c.isalpha() for c in token) > _LEAST_CAPITALS
        and not _INITIALS.match(token)
    ]
    mixed = sum(any(c.islower() for c in token) for token in tokens)
    return large[0] if len(large) == 1 and mixed else None


def _first_of_surname(tokens: Sequence[str]) -> int:
    """Where the surname begins: with the first particle behind the first name, else with the last word."""
    last = len(tokens) - 1
    found = next((n for n in range(1, last) if _is_particle(tokens[n])), last)
    return found - 1 if found > 1 and _plain(tokens[found]) in {"y", "e", "i"} else found


def _is_particle(token: str) -> bool:
    return _plain(token) in (_BEFORE_SURNAME if token.islower() else PARTICLES)


def _without_letters_behind(tokens: Sequence[str]) -> list[str]:
    """Without honours, degrees and "Jr" at the end."""
    kept = list(tokens)
    while len(kept) > 1 and (
        (kept[-1].isupper() and _plain(kept[-1]) in LETTERS_BEHIND and not kept[0].isupper())
        or _plain(kept[-1]) in _GENERATIONS
    ):
        kept.pop()
    return kept


def _initials(tokens: Sequence[str]) -> str:
    """The letters of initials that begin a name; empty where a first name does."""
    if not tokens or not _INITIALS.match(tokens[0]):
        return ""
    return "".join(c for token in tokens if _INITIALS.match(token) for c in token if c.isalpha())


def _given_name(tokens: Sequence[str]) -> str:
    return next((token.strip(".,") for token in tokens if not _INITIALS.match(token)), "")


def _plain(token: str) -> str:
    return token.strip(".,;:'\u2019\"").casefold()
