"""Which version of a text each sentence comes from, computed from the differences between the versions."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from review_tui.anchoring.line_diff import diff_lines
from review_tui.anchoring.word_diff import token_pairs
from review_tui.language.sentences import sentences_of_passages
from review_tui.language.tokens import is_word, tokenize
from review_tui.model.frozen import frozen
from review_tui.model.rendered import flowing_text
from review_tui.model.text import Span, line_spans


@frozen
class BlamedSentence:
    """A sentence, and the versions that its words come from."""

    span: Span
    """In the newest text."""
    newest: int
    """The last version that put words into it; 0 for the first draft."""
    shares: tuple[tuple[int, int], ...]
    """Each version with how many of the words now are its own, newest first."""


Origins = list[list[int]]
"""Of each line's each token the version that it comes from."""


def blame(
    versions: Sequence[str], parents: Sequence[Sequence[int]] | None = None
) -> tuple[BlamedSentence, ...]:
    """The sentences of the last of ``versions`` (oldest first), each with where its words come from.

    ``parents`` are the places of those that each was made from, where that is not just the one before it:
    what a version put together of several is each one's own. A version that only took words out of a
    sentence left none there to tell of, and one that only wrapped lines otherwise put none there.
    """
    if not versions:
        return ()
    flow = flowing_text(versions[-1])
    found = _blame_lines([flowing_text(version).text for version in versions], parents)
    return tuple(replace(each, span=flow.to_source(each.span)) for each in found)


def _blame_lines(
    versions: Sequence[str], parents: Sequence[Sequence[int]] | None
) -> tuple[BlamedSentence, ...]:
    """The same for texts that have each passage on one line."""
    made_from = [(n - 1,) if n else () for n in range(len(versions))] if parents is None else parents
    last_use = {parent: number for number, each in enumerate(made_from) for parent in each}
    origins: dict[int, Origins] = {}
    for number, new in enumerate(versions):
        of_each = [_carry_origins(versions[p], new, origins[p], number) for p in made_from[number]]
        origins[number] = _merge_origins(of_each, number) if of_each else _origins_of_first(new, number)
        for parent in made_from[number]:
            if last_use[parent] == number:
                origins.pop(parent, None)
    return tuple(_blamed_sentences(versions[-1], origins[len(versions) - 1]))


def _origins_of_first(text: str, number: int) -> Origins:
    return [[number] * len(tokenize(span.of(text))) for span in line_spans(text)]


def _merge_origins(of_each: Sequence[Origins], number: int) -> Origins:
    """What each version that went into a new one says of its tokens, as one.

    The version that has most of a line is believed first. Only what none of them has is new.
    """
    if len(of_each) == 1:
        return of_each[0]
    by_line = (sorted(line, key=lambda said: said.count(number)) for line in zip(*of_each, strict=True))
    return [
        [next((origin for origin in each if origin != number), number) for each in zip(*line, strict=True)]
        for line in by_line
    ]


def _carry_origins(old: str, new: str, origins: Origins, number: int) -> Origins:
    """Where each token of each line of ``new`` comes from."""
    if old == new:
        return origins
    lines = [span.of(old) for span in line_spans(old)]
    new_lines = [span.of(new) for span in line_spans(new)]
    pairing = diff_lines(lines, new_lines)
    partner = {j: i for i, j in (*pairing.kept, *pairing.moved)}
    carried = []
    for j, line in enumerate(new_lines):
        cut = tokenize(line)
        origin = [number] * len(cut)
        if j in partner:
            before = tokenize(lines[partner[j]])
            for at, new_at in token_pairs(before, cut):
                origin[new_at] = origins[partner[j]][at]
        carried.append(origin)
    return carried


def _blamed_sentences(text: str, origins: list[list[int]]) -> list[BlamedSentence]:
    """The sentences with the origins of their words."""
    placed: list[tuple[int, int]] = []
    for span, line in zip(line_spans(text), origins, strict=True):
        at = span.start
        for token, origin in zip(tokenize(span.of(text)), line, strict=True):
            if is_word(token):
                placed.append((at, origin))
            at += len(token)
    found = []
    for sentence in sentences_of_passages(text):
        counts = Counter(origin for at, origin in placed if sentence.start <= at < sentence.end)
        shares = tuple(sorted(counts.items(), reverse=True))
        found.append(BlamedSentence(sentence, shares[0][0] if shares else 0, shares))
    return found
