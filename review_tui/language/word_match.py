"""How far a jotted word may stand for a word of the draft: learned from the pair, not from a list.

A clerk cuts words short (``rept``), drops vowels (``plg cttee``), writes as it sounds (``riting``), takes
initials (``PNA``) or puts a plain word for a formal one (``shuts`` for ``closed``). A score between 0 and 1.
"""

import re
from functools import lru_cache

from review_tui.language.stems import stem
from review_tui.language.word_families import FAMILIES
from review_tui.language.words import fold_word

_VOWELS = re.compile(r"[aeiouyhw]")
_TWICE = re.compile(r"(.)\1{1,60}")
_SOUNDS = (
    ("ph", "f"),
    ("ck", "k"),
    ("qu", "k"),
    ("wr", "r"),
    ("kn", "n"),
    ("gn", "n"),
    ("'", ""),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "sy"),
    ("c", "k"),
    ("z", "s"),
    ("x", "ks"),
)
SAME, INFLECTED, PREFIX, SKELETON, SPELLED = 1.0, 0.95, 0.85, 0.8, 0.8
FRAMED, SYNONYM, SUBSEQUENCE, ENDS, WEAK = 0.75, 0.7, 0.6, 0.55, 0.45
"""How sure each way of standing for a word is."""
_TWO, _CUT, _WHOLE = 2, 3, 4
"""Letters of the shortest short form, of a word cut short, and of a word that is worth shortening."""
_LONG = 5
"""Letters from which one that is wrong is a slip, and up to which a word may be a name without its vowels."""
_MISHEARD, _SLIPS = 6, 2
"""Letters from which a name may be misheard, and in how many."""
_BEGUN = 3
"""Letters at the beginning that a word keeps whose middle is left out."""
_GROUPS = (
    "close closed closing fin end ended cl adj adjourned finish finished concluded done shuts shut out",
    "apologies apologised apols apol ap sorry regrets",
    "ok approved agreed accepted fine adopted endorsed confirmed signed sgd recd received noted",
    "footpath f/p fp path",
    "outside o/s opp opposite",
    "next nxt",
    "withdrawn w/d w/drawn",
    "vote votes voted",
    "finance money bank cash funding",
    "quotation quotations quotes qte quote tender",
    "write letter reply wrote wrt",
    "public mop pub",
    "children kids pupils",
    "deferred next later wait put",
    "residents resident people folk",
    "councillor cllr",
    "minutes mins",
    "account accounts a/c a/cs accts",
    "increase increased rise rose up raised",
    "reduce reduced reduction fall fell fallen down drop dropped cut cuts",
    "buy purchase bought purchased",
    "repair repaired mend mended fix fixed",
    "remove removed removal off takeaway",
    "highways hwys hwy nccc",
    "christmas xmas",
    "change changed changes chg chng",
    "object objected objects objection objections obj objn objns",
)
SYNONYMS: dict[str, frozenset[str]] = {}
"""Folded words that are written for each other."""
for _group in _GROUPS:
    _folded = frozenset(map(fold_word, _group.split()))
    for _word in _folded:
        SYNONYMS[_word] = SYNONYMS.get(_word, frozenset()) | _folded


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """A word's consonants as they sound, its first letter kept: ``rd`` for road, ``kmte`` for committee."""
    plain = word.lower()
    for letters, sound in _SOUNDS:
        plain = plain.replace(letters, sound)
    return _TWICE.sub(r"\1", plain[:1] + _VOWELS.sub("", plain[1:]))


@lru_cache(maxsize=65536)
def letters_of(word: str) -> int:
    """The letters of a word as they sound, a bit each, so that what another lacks is told at once."""
    plain = word.lower()
    for letters, sound in _SOUNDS:
        plain = plain.replace(letters, sound)
    mask = 0
    for letter in plain:
        mask |= 1 << (ord(letter) & 31)
    return mask


def is_subsequence(short: str, word: str) -> bool:
    """Whether the letters of one stand in the other in order."""
    letters = iter(word)
    return all(letter in letters for letter in short)


def is_near(one: str, other: str) -> bool:
    """Whether at most one letter is added, lost or changed, or two are turned round."""
    if abs(len(one) - len(other)) > 1:
        return False
    if len(one) > len(other):
        one, other = other, one
    at = 0
    while at < len(one) and one[at] == other[at]:
        at += 1
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    return one[at + 1 :] == other[at + 1 :] or (
        one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    )


@lru_cache(maxsize=1 << 16)
def edit_distance(one: str, other: str) -> int:
    """Letters to add, drop or change from one word to another (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


@lru_cache(maxsize=1 << 18)
def stands_for(jotted: str, word: str) -> float:
    """How far ``jotted`` may stand for ``word``, both in small letters."""
    if jotted == word:
        return SAME
    if stem(jotted) == stem(word):
        return INFLECTED
    if word in SYNONYMS.get(jotted, ()) or stem(word) in FAMILIES.get(stem(jotted), ()):
        return SYNONYM
    if not jotted or not word or (jotted[0] != word[0] and skeleton(jotted)[:1] != skeleton(word)[:1]):
        return 0.0
    return _score_cut_word(jotted.replace("'", "").replace("/", ""), word)


def _score_cut_word(short: str, word: str) -> float:
    """A word cut short, without its vowels or as it sounds."""
    if len(short) >= _CUT and word.startswith(short):
        return PREFIX
    root = stem(word)
    if len(root) >= _WHOLE and short.startswith(root):
        return SKELETON
    if len(short) == _TWO and word.startswith(short) and len(word) >= _WHOLE:
        return WEAK
    mine, theirs = skeleton(short), skeleton(word)
    sounds_alike = mine == theirs and len(theirs) >= _CUT
    if (len(short) >= _WHOLE and sounds_alike) or (len(short) >= _LONG and is_near(short, word)):
        return SPELLED
    return _score_letters(short, word, mine, theirs)


def _score_letters(short: str, word: str, mine: str, theirs: str) -> float:
    if _TWO <= len(short) < len(word) and len(word) >= _WHOLE and is_subsequence(short, word):
        if len(mine) >= _CUT and (theirs.startswith(mine) or mine[-1] == theirs[-1]):
            return FRAMED
        if len(short) >= _CUT and short[-1] == word[-1]:
            return SUBSEQUENCE
        if len(short) == _TWO and short[-1] == theirs[-1:]:
            return ENDS
    if len(mine) >= _WHOLE and theirs[:_WHOLE] == mine[:_WHOLE]:
        return SUBSEQUENCE
    is_middling = _WHOLE <= len(short) <= _MISHEARD and len(word) > len(short) and set(short) <= set(word)
    if is_middling and short[:_BEGUN] == word[:_BEGUN] and short[-1] in theirs[_TWO:] + "n":
        return ENDS
    return 0.0


@lru_cache(maxsize=1 << 18)
def may_name(jotted: str, name: str) -> bool:
    """Whether a jotted word may be a name, cut short or misheard; both in small letters."""
    if jotted == name or stem(jotted) == stem(name):
        return True
    if len(jotted) >= _TWO and name.startswith(jotted):
        return True
    if len(name) >= _WHOLE and jotted.startswith(name):
        return True
    if len(jotted) >= _CUT and skeleton(jotted) == skeleton(name):
        return True
    return _is_misheard(jotted, name) or _is_without_letters(jotted, name)


def _is_misheard(jotted: str, name: str) -> bool:
    if len(jotted) >= _LONG and is_near(jotted, name):
        return True
    is_framed = jotted[:_BEGUN] == name[:_BEGUN] and jotted[-1] == name[-1]
    return len(jotted) >= _MISHEARD and is_framed and edit_distance(jotted, name) <= _SLIPS


def _is_without_letters(jotted: str, name: str) -> bool:
    is_short = len(jotted) <= _LONG and len(jotted) < len(name)
    return is_short and jotted[0] == name[0] and is_subsequence(jotted, name)


def is_jotted_for(jotted: str, name: str) -> bool:
    """Whether a name of the notes is only cut short or as it sounds: no evidence of how it is spelled."""
    short, full = jotted.lower(), name.lower()
    return (
        short != full
        and len(short) <= len(full)
        and (is_subsequence(short, full) or (skeleton(short) == skeleton(full) and short[-1] != full[-1]))
    )
