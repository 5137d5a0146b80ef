"""Why a range of the notes stands behind a sentence, in the words of both."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from review_tui.alignment.query import Query
from review_tui.language.stems import short_stem
from review_tui.language.words import Word, is_figure, is_uninformative, words_of
from review_tui.model.frozen import frozen

_MOST = 3
"""A reason names at most this many things."""
_MONEY, _OF_HUNDRED = "£$€", "%"
_LONGEST = 48
"""A phrase of more characters than this is shortened."""


@frozen
class _Shared:
    """One thing that both have."""

    words: str
    worth: float


def explain(sentence: str, asked: Query, notes: Sequence[str], rarity: Mapping[str, float]) -> str:
    """What the sentence shares with these words of the notes (stems, in order), the rarest first.

    ``rarity`` is what each stem counts. Empty where nothing that tells is shared.
    """
    have = set(notes)
    pairs = set(pairwise(notes))
    found = _shared_phrases(sentence, have, pairs, rarity)
    whole = " ".join(thing.words for thing in found)
    found += [
        _Shared(f"“{_as_noted(short, written)}” for {written}", rarity.get(name, 0.0))
        for name, written, short in asked.shown
        if short and name in have and len(short) < len(written) and written not in whole
    ]
    found.sort(key=lambda thing: -thing.worth)
    kept = list(dict.fromkeys(thing.words for thing in found))[:_MOST]
    return f"shares {listed(kept)}" if kept else ""


def listed(things: Sequence[str]) -> str:
    """``things`` in a row: a, b and c."""
    return things[0] if len(things) == 1 else f"{', '.join(things[:-1])} and {things[-1]}"


def _as_noted(short: str, written: str) -> str:
    """A short form as notes have it: initials in capitals."""
    are_initials = " " in written or short[0] != written[0].casefold()
    return short.upper() if are_initials else short


def _shared_phrases(
    sentence: str, have: set[str], pairs: set[tuple[str, str]], rarity: Mapping[str, float]
) -> list[_Shared]:
    """Runs of words that stand side by side in both, and single words that tell."""
    found: list[_Shared] = []
    run: list[Word] = []
    for word in words_of(sentence):
        shared = short_stem(word.folded) in have
        if run and not (shared and (short_stem(run[-1].folded), short_stem(word.folded)) in pairs):
            found += _of_run(sentence, run, rarity)
            run = []
        if shared:
            run.append(word)
    return found + _of_run(sentence, run, rarity)


def _of_run(sentence: str, run: list[Word], rarity: Mapping[str, float]) -> list[_Shared]:
    while run and is_uninformative(run[0].folded):
        run = run[1:]
    while run and is_uninformative(run[-1].folded):
        run = run[:-1]
    if not run:
        return []
    worth = sum(rarity.get(short_stem(word.folded), 0.0) for word in run)
    if len(run) == 1 and is_figure(run[0].folded):
        return [_Shared(_figure(sentence, run[0]), worth)]
    words = sentence[run[0].start : run[-1].end]
    return [_Shared(f"“{words if len(words) <= _LONGEST else words[:_LONGEST].rstrip() + '…'}”", worth)]


def _figure(sentence: str, word: Word) -> str:
    """A figure with its sign: £250, 40%."""
    before = sentence[word.start - 1 : word.start] if word.start else ""
    after = sentence[word.end : word.end + 1]
    return (
        (before if before and before in _MONEY else "") + word.shown + (after if after == _OF_HUNDRED else "")
    )
