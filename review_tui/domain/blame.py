"""Which version of a text each sentence comes from, computed from the differences between the versions."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from review_tui.domain.pairing import pair_lines
from review_tui.domain.sentences import sentences_of_passages
from review_tui.domain.text import Span, line_spans
from review_tui.domain.tokens import is_word, tokens
from review_tui.domain.word_redline import token_pairs


@dataclass(frozen=True, slots=True)
class Blamed:
    """A sentence, and the versions that its words come from."""

    span: Span
    """In the newest text."""
    newest: int
    """The last version that put words into it; 0 for the first draft."""
    shares: tuple[tuple[int, int], ...]
    """Each version with how many of the words now are its own, newest first."""


def blame(versions: Sequence[str]) -> tuple[Blamed, ...]:
    """The sentences of the last of ``versions`` (oldest first), each with where its words come from.

    A version that only took words out of a sentence left none there to tell of.
    """
    if not versions:
        return ()
    origins = [[0] * len(tokens(span.of(versions[0]))) for span in line_spans(versions[0])]
    for number, (old, new) in enumerate(pairwise(versions), start=1):
        if old != new:
            origins = _carried(old, new, origins, number)
    return tuple(_told(versions[-1], origins))


def _carried(old: str, new: str, origins: list[list[int]], number: int) -> list[list[int]]:
    """Where each token of each line of ``new`` comes from."""
    lines = [span.of(old) for span in line_spans(old)]
    new_lines = [span.of(new) for span in line_spans(new)]
    pairing = pair_lines(lines, new_lines)
    partner = {j: i for i, j in (*pairing.kept, *pairing.moved)}
    carried = []
    for j, line in enumerate(new_lines):
        cut = tokens(line)
        origin = [number] * len(cut)
        if j in partner:
            before = tokens(lines[partner[j]])
            for at, new_at in token_pairs(before, cut):
                origin[new_at] = origins[partner[j]][at]
        carried.append(origin)
    return carried


def _told(text: str, origins: list[list[int]]) -> list[Blamed]:
    """The sentences with the origins of their words."""
    placed: list[tuple[int, int]] = []
    for span, line in zip(line_spans(text), origins, strict=True):
        at = span.start
        for token, origin in zip(tokens(span.of(text)), line, strict=True):
            if is_word(token):
                placed.append((at, origin))
            at += len(token)
    found = []
    for sentence in sentences_of_passages(text):
        counts = Counter(origin for at, origin in placed if sentence.start <= at < sentence.end)
        shares = tuple(sorted(counts.items(), reverse=True))
        found.append(Blamed(sentence, shares[0][0] if shares else 0, shares))
    return found
