"""The spelling check: plain words that are not English, with the word that was meant. Names are let be."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from review_tui.checks.check import Check
from review_tui.checks.language.spelling_words import AMERICAN, SHORT_SLIPS, SURE_SLIPS
from review_tui.checks.language.word_list import Near, WordList, word_list
from review_tui.language.day_order import day_first_in
from review_tui.language.which_language import foreign_language
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Severity, Suggestion
from review_tui.model.frozen import frozen
from review_tui.model.material import Document, Material
from review_tui.model.text import Span

_WORD = re.compile(r"(?<![\w'\u2019.@/\\&#%=`+-])[A-Za-z][a-z]{2,29}(?![\w'\u2019@/\\=`+-])(?!\.\w)(?!\[\w)")
_MARKUP = re.compile(r"<[^<>\n]{1,400}>|\]\([^()\n]{1,400}\)|https?://[^\s<>]{1,400}|`[^`\n]{1,200}`")
_SHORTEST = 5
"""Letters from which a word is compared with the dictionary."""
_LONG = 8
"""Letters of a word that is hardly another one by chance."""
_KNOWN = 100_000
"""How often a word must be used in books to be offered for what looks like a slip of typing..."""
_USED = 1_000_000
"""... and how often for any other, or to be sure."""
_EVERYDAY = 30_000_000
"""How often the words are used that everybody uses."""
_FAR_LIKELIER = 20
"""Times as often as its rivals that the best suggestion is used."""
_FOREIGN = 0.2
"""The share of unknown words from which a passage is in another language."""
_FEW = 3
"""Doubtful words of a passage from which it may be in another language."""
_MOST = 400
"""Unknown words that are looked into in one draft."""
_VOWELS = frozenset("aeiouy")
_BRITISH = {british: american for american, british in AMERICAN.items()}


@frozen
class _Slip:
    """What is thought of a word."""

    severity: Severity
    meant: tuple[str, ...]
    """The likeliest first."""
    is_clear: bool
    """Whether the first is clearly the one."""


class SpellingCheck(Check):
    """Finds misspelt words."""

    id = "spelling"
    finds = "Words that are not English but close to a word that is, and American spellings; never names."
    severity = Severity.WARNING
    flag_kind = FlagKind.WORDING
    example = "The Board recieved a seperate report.\n"

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        draft = material.draft
        if foreign_language(draft.text):
            return ()
        tokens = list(_tokens(draft.text))
        strange = _strange(tokens, material) if tokens else {}
        return tuple(_finding(draft, token, slip) for token, slip in _slips(draft, tokens, strange))


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """The plain words outside markup and addresses."""
    taken = [m.span() for m in _MARKUP.finditer(text)]
    index = 0
    for token in _WORD.finditer(text):
        while index < len(taken) and taken[index][1] <= token.start():
            index += 1
        if index == len(taken) or token.end() <= taken[index][0]:
            yield token


def _strange(tokens: list[re.Match[str]], material: Material) -> dict[str, _Slip]:
    """The words of the draft that look misspelt, and what is thought of each."""
    words = word_list()
    counts = Counter(token[0] for token in tokens)
    found = {}
    unknown = []
    is_american = _is_american(counts, day_first=day_first_in(material))
    for word in counts:
        if is_american and _british(word.casefold()):
            continue
        sure = _sure_slip(word.casefold())
        if sure:
            found[word] = _Slip(Severity.WARNING, (sure,), is_clear=True)
        elif word.islower():
            british = _british(word)
            if british:
                found[word] = _Slip(Severity.HINT, (british,), is_clear=True)
            elif len(word) >= _SHORTEST and not words.knows(word):
                unknown.append(word)
    if unknown:
        elsewhere = _known_word_counts(material)
        for word in unknown[:_MOST]:
            is_used = counts[word] + elsewhere[word] > 1 or elsewhere[word.capitalize()] > 0
            slip = None if is_used else _slip(word, words)
            found[word] = slip or _Slip(Severity.HINT, (), is_clear=False)
    return found


def _is_american(counts: Counter[str], *, day_first: bool) -> bool:
    """Whether it is written in America: two words are spelled so, or one and dates have the month first."""
    american = {word for word in map(str.casefold, counts) if _british(word)}
    british = {word for word in map(str.casefold, counts) if _american(word)}
    return len(american) > len(british) and len(american) + (not day_first) > 1


def _known_word_counts(material: Material) -> Counter[str]:
    """The words of the notes, the capitalised words of the draft and the names of the meeting, counted."""
    counts: Counter[str] = Counter()
    for notes in material.notes:
        counts.update(re.findall(r"\b[A-Za-z][a-z]{2,29}\b", notes.text))
    counts.update(re.findall(r"\b[A-Z][a-z]{2,29}\b", material.draft.text))
    if material.meeting:
        meeting = material.meeting
        people = (*meeting.present, *meeting.apologies, *meeting.in_attendance)
        names = (meeting.body, meeting.venue, meeting.chair, *(f"{p.name} {p.role}" for p in people))
        counts.update(re.findall(r"\b[A-Z][a-z]{2,29}\b", " ".join(names)))
    return counts


def _slips(
    draft: Document, tokens: list[re.Match[str]], strange: dict[str, _Slip]
) -> Iterator[tuple[re.Match[str], _Slip]]:
    """The misspelt words in the order of the draft; passages in another language are passed over."""
    index = 0
    for passage in draft.passages if strange else ():
        here: list[re.Match[str]] = []
        while index < len(tokens) and tokens[index].start() < passage.span.end:
            here.append(tokens[index])
            index += 1
        odd = [token for token in here if token[0] in strange]
        doubtful = sum(strange[token[0]].severity is not Severity.WARNING for token in odd)
        if doubtful >= _FEW and doubtful > _FOREIGN * len(here):
            continue
        yield from ((token, strange[token[0]]) for token in odd if strange[token[0]].meant)


def _slip(word: str, words: WordList) -> _Slip | None:
    """What an unknown word was meant to be, or ``None`` when it is like no other."""
    near = [n for n in words.near(word) if n.used >= (_USED if n.apart > 1 else _KNOWN)]
    typed = [n for n in near if n.apart == 1 and _is_typing_slip(word, n.word)]
    others = [n for n in near if n not in typed and n.used >= _USED]
    if not typed and not others:
        return None
    best = (typed or others)[0]
    rivals = _rival_words(best, typed or others)
    doubts = _rival_words(best, others) if typed else rivals
    is_compound = words.is_two_words(word)
    if not typed and (is_compound or (best.used < _EVERYDAY and _is_vague(word, best, rivals))):
        return None
    is_sure = bool(typed) and not doubts and not is_compound and best.used >= _USED
    is_clear = not rivals and best.apart == 1 and (bool(typed) or len(word) >= _LONG)
    severity = Severity.WARNING if is_sure else Severity.HINT
    meant = dict.fromkeys(_british(n.word) or n.word for n in (best, *rivals[:2]))
    return _Slip(severity, tuple(meant), is_clear=is_clear)


def _is_vague(word: str, best: Near, rivals: list[Near]) -> bool:
    """Whether a word is so short that it is like some other word by chance."""
    if len(word) <= _SHORTEST:
        return not _is_other_vowel(word, best.word)
    return bool(rivals) and len(word) < _LONG


def _rival_words(best: Near, others: list[Near]) -> list[Near]:
    """The other words as near as the best that are used enough to have been meant."""
    return [n for n in others if n != best and n.apart == best.apart and n.used * _FAR_LIKELIER > best.used]


def _is_typing_slip(word: str, meant: str) -> bool:
    """Whether the two differ as hasty typing differs from what was meant."""
    one, other = sorted((word, meant), key=len)
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if at == 0:
        return False
    if len(one) == len(other):
        is_swap = one[at : at + 2] == other[at : at + 2][::-1]
        return is_swap or (len(one) >= _LONG and _is_other_vowel(one, other))
    extra = other[at]
    is_double = extra in (other[at - 1], other[at + 1 : at + 2])
    return is_double or len(one) >= _LONG


def _is_other_vowel(one: str, other: str) -> bool:
    """Whether the first letter in which two words of one length differ is a vowel in both."""
    differing = ((a, b) for a, b in zip(one, other, strict=False) if a != b)
    return len(one) == len(other) and set(next(differing, ".")) <= _VOWELS


@lru_cache(maxsize=4096)
def _sure_slip(word: str) -> str | None:
    """The right spelling of a word that is often and always wrongly spelt so."""
    if word in SHORT_SLIPS:
        return SHORT_SLIPS[word]
    right = _with_new_beginning(word, SURE_SLIPS)
    return right if right and word_list().knows(right) else None


@lru_cache(maxsize=4096)
def _british(word: str) -> str | None:
    """The British spelling of an American word; "honorary" is both."""
    right = _with_new_beginning(word, AMERICAN)
    return right if right and word_list().knows(right) else None


@lru_cache(maxsize=4096)
def _american(word: str) -> str | None:
    """The American spelling of a British word."""
    right = _with_new_beginning(word, _BRITISH)
    return right if right and word_list().knows(right) else None


def _with_new_beginning(word: str, beginnings: dict[str, str]) -> str | None:
    whole = f"{word} "
    for size in range(min(len(whole), 13), 3, -1):
        right = beginnings.get(whole[:size])
        if right:
            return (right + whole[size:]).rstrip()
    return None


def _finding(draft: Document, token: re.Match[str], slip: _Slip) -> Finding:
    word = token[0]
    meant = tuple(m.capitalize() if word[0].isupper() else m for m in slip.meant)
    span = Span(token.start(), token.end())
    if _british(word) == meant[0]:
        message = f"\u201c{word}\u201d is American; the British spelling is \u201c{meant[0]}\u201d."
    elif slip.severity is Severity.WARNING:
        message = f"\u201c{word}\u201d is misspelt; the word is \u201c{meant[0]}\u201d."
    else:
        listed = " or ".join(f"\u201c{m}\u201d" for m in meant)
        message = (
            f"\u201c{word}\u201d is not in the dictionary and stands nowhere else; {listed} may be meant."
        )
    suggestion = Suggestion(span, meant[0]) if slip.is_clear else None
    return Finding(SpellingCheck.id, slip.severity, message, (draft.place(span),), suggestion)
