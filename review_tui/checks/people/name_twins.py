"""Whether two spellings may be meant for one name: "Patterson" and "Paterson", "Ann" and "Anne"."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from review_tui.language.name_words import SHORT_FORMS
from review_tui.language.person_mentions import Person
from review_tui.language.person_names import name_key

_SHORTEST = 4
"""Letters of a name that is worth comparing: "Lee" and "Lea" are as often two people."""
_LONG = 8
"""From so many letters on, two slips are still one name."""
_SWAPPED = 2
"""Letters at the start that twins share, and letters that may change places."""
_MOST_ALIKE = 60
"""Names with the same first two letters that one is compared with."""
_VOWELS = frozenset("aeiouy")
_SOUNDS = (
    ("ph", "f"),
    ("ie", "y"),
    ("ey", "y"),
    ("ck", "k"),
    ("mac", "mc"),
    ("rn", "m"),
    ("gh", ""),
    ("v", "f"),
    ("i", "y"),
    ("z", "s"),
)
_FORMS: dict[str, frozenset[int]] = defaultdict(frozenset)
for _group, _names in enumerate(SHORT_FORMS):
    for _name in _names.split():
        _FORMS[_name] |= {_group}
_SEX = {"Mr": "m", "Sir": "m", "Lord": "m", "Mrs": "f", "Ms": "f", "Miss": "f", "Dame": "f", "Lady": "f"}


def is_twin(one: str, other: str) -> bool:
    """Whether two different keys (see ``name_key``) may be one name: a slip apart, or alike to ear or eye."""
    if one == other or min(len(one), len(other)) < _SHORTEST:
        return False
    return is_near(one, other) or _sound_key(one) == _sound_key(other)


def is_far_twin(one: str, other: str) -> bool:
    """Whether two long keys that begin alike are two slips apart."""
    if min(len(one), len(other)) < _LONG or one[:_SWAPPED] != other[:_SWAPPED]:
        return False
    left, right = _odd_parts(one, other)
    if max(len(left), len(right)) > _LONG:
        return False
    shorter = (left[:i] + left[i + 1 :] for i in range(len(left)))
    return any(is_near(part, right) for part in shorter) or any(
        is_near(left, right[:i] + right[i + 1 :]) for i in range(len(right))
    )


def is_near(one: str, other: str) -> bool:
    """Whether two keys are equal, or a letter more, less, other or swapped apart."""
    if abs(len(one) - len(other)) > 1:
        return False
    left, right = _odd_parts(one, other)
    return max(len(left), len(right)) <= 1 or (len(left) == len(right) == _SWAPPED and left == right[::-1])


def is_soft(one: str, other: str) -> bool:
    """Whether two near keys differ as slips of the pen do: a vowel, a letter doubled, missing or swapped.

    "leamon" and "leaman", "paterson" and "patterson", "clark" and "clarke"; not "berry" and "perry".
    """
    if _sound_key(one) == _sound_key(other):
        return True
    if one[0] != other[0]:
        return False
    left, right = _odd_parts(one, other)
    return set(left + right) <= _VOWELS or len(left) != len(right) or len(left) > 1


def twins_in(keys: Iterable[str], *, shortest: int = _SHORTEST) -> tuple[tuple[str, str], ...]:
    """Every two keys that are twins, in order, found by the letters they share when one is left out."""
    shelves: dict[str, list[str]] = defaultdict(list)
    for key in sorted({k for k in keys if len(k) >= shortest}):
        for shape in {key, "~" + _sound_key(key), *(key[:i] + key[i + 1 :] for i in range(len(key)))}:
            shelves[shape].append(key)
    pairs = {
        (one, other)
        for shelf in shelves.values()
        for index, one in enumerate(shelf)
        for other in shelf[index + 1 :]
        if is_twin(one, other) or is_near(one, other)
    }
    return tuple(sorted(pairs))


def far_twins_in(keys: Iterable[str], others: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Every key with another that is a far twin of it."""
    shelves: dict[str, list[str]] = defaultdict(list)
    for other in sorted(o for o in others if len(o) >= _LONG):
        shelves[other[:_SWAPPED]].append(other)
    return tuple(
        (key, other)
        for key in sorted(k for k in keys if len(k) >= _LONG)
        for other in shelves.get(key[:_SWAPPED], ())[:_MOST_ALIKE]
        if key != other and is_far_twin(key, other)
    )


def same_given(one: str, other: str) -> bool:
    """Whether two given names may be one person's: equal, a slip apart, or short forms of one another."""
    first, second = name_key(one), name_key(other)
    if not first or not second:
        return True
    return is_near(first, second) or is_short_form(first, second)


def is_short_form(one: str, other: str) -> bool:
    """Whether two given names are forms of one: "Sue" and "Susan"."""
    return one == other or bool(
        _FORMS.get(one.casefold(), frozenset()) & _FORMS.get(other.casefold(), frozenset())
    )


def agree(one: Person, other: Person) -> bool:
    """Whether the initials or given names before two surnames let them be one person's."""
    if one.given and other.given:
        return same_given(one.given, other.given)
    initials = (_initial(one), _initial(other))
    return not all(initials) or initials[0] == initials[1] or _may_be_short(one, other)


def are_both_named(one: Person, other: Person) -> bool:
    """Whether both have a given name or initials, and these agree."""
    return bool(_initial(one)) and bool(_initial(other)) and agree(one, other)


def titles_agree(one: Person, other: Person) -> bool:
    """Whether the titles are not those of a man and of a woman."""
    return len({_SEX[h] for p in (one, other) if (h := p.honorific) in _SEX}) <= 1


def _odd_parts(one: str, other: str) -> tuple[str, str]:
    """What is left of two keys without what they begin and end alike with."""
    least = min(len(one), len(other))
    start = 0
    while start < least and one[start] == other[start]:
        start += 1
    end = 0
    while end < least - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]


@lru_cache(maxsize=8192)
def _sound_key(key: str) -> str:
    """A key with what sounds alike written alike, and no doubled letter."""
    for written, heard in _SOUNDS:
        key = key.replace(written, heard)
    key = key.removesuffix("e") if len(key) > _SHORTEST else key
    return "".join(letter for index, letter in enumerate(key) if index == 0 or key[index - 1] != letter)


def _initial(person: Person) -> str:
    return (person.initials or person.given)[:1].casefold()


def _may_be_short(one: Person, other: Person) -> bool:
    """Whether an initial may be that of a short form: "W Lee" and "Bill Lee"; or a second one: "J A", "A"."""
    given, initial = one.given or other.given, (one.initials or other.initials)[:1].casefold()
    if not given:
        return bool(set(one.initials) & set(other.initials))
    groups = _FORMS.get(given.casefold(), frozenset())
    return any(name.startswith(initial) for g in groups for name in SHORT_FORMS[g].split())
