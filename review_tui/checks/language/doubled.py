"""The doubled check: words, phrases, sentences and passages that stand twice."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from review_tui.checks.check import Check
from review_tui.checks.language.doubled_words import ALWAYS, FOLLOWS_THAT, LINKS, MEANT, PERHAPS, TITLES
from review_tui.language.sentences import sentences
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Severity, Suggestion
from review_tui.model.material import Document, Material
from review_tui.model.passages import Passage
from review_tui.model.text import Span

_WORD = re.compile(r"[^\W\d_]{1,30}(?:['\u2019][^\W\d_]{1,5})?")
_LONGEST_PHRASE = 6
"""Words in a phrase that is looked for twice in a row."""
_WIDEST_GAP = 3
"""Characters of white space between a word and its double; wider gaps are columns."""
_ROW = 400
"""Characters on either side in which the sign of a table is looked for."""
_NEXT_TO = 5
"""Words from which a sentence that is said twice in a row is an error rather than emphasis."""
_LINE_AGAIN = 12
"""Words from which a line that stands twice in a row is told."""
_ELSEWHERE = 20
"""Words from which a sentence or passage that stands again further on is told: less is a set phrase."""
_PLAIN = 0.8
"""The least share of words, not figures, in a passage that is compared: the rest are accounts."""


class DoubledCheck(Check):
    """Finds what was typed or pasted twice."""

    id = "doubled"
    finds = "A word or phrase typed twice in a row, and a sentence or passage that stands twice."
    severity = Severity.WARNING
    flag_kind = FlagKind.WORDING
    example = "The Clerk read out the the letter from the school.\n"

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        draft = material.draft
        found = [*_words(draft), *_passages(draft)]
        return tuple(sorted(found, key=lambda finding: finding.places[0].span))


def _words(draft: Document) -> Iterator[Finding]:
    tokens = list(_WORD.finditer(draft.text))
    taken = 0
    for index, token in enumerate(tokens):
        if token.start() < taken:
            continue
        finding = _word(draft, tokens, index) or _phrase(draft, tokens, index)
        if finding:
            taken = finding.places[0].span.end
            yield finding


def _word(draft: Document, tokens: list[re.Match[str]], index: int) -> Finding | None:
    """The finding of a word that stands twice, if it does."""
    pair = tokens[index : index + 2]
    if len(pair) < 2 or pair[0][0].casefold() != pair[1][0].casefold():  # noqa: PLR2004 -- a pair
        return None
    gap = draft.text[pair[0].end() : pair[1].start()]
    if draft.text[pair[0].start() - 1 : pair[0].start()] == "-":
        return None  # "the drop-in in January"
    following = tokens[index + 2] if index + 2 < len(tokens) else None
    severity = _severity(pair[0][0], pair[1][0], following[0] if following else "")
    if severity is None or not _is_gap(gap, pair[0][0]) or _is_in_table(draft, pair[0].start()):
        return None
    return _again(draft, severity, Span(pair[0].start(), pair[1].end()), pair[0][0])


def _phrase(draft: Document, tokens: list[re.Match[str]], index: int) -> Finding | None:
    """The finding of two to six words that stand twice in a row, if they do."""
    word = tokens[index][0]
    for size in range(2, _LONGEST_PHRASE + 1):
        if index + 2 * size > len(tokens) or tokens[index + size][0] != word:
            continue
        window = tokens[index : index + 2 * size]
        words = [token[0] for token in window]
        whole = Span(window[0].start(), window[-1].end())
        if words[:size] == words[size:] and _is_slip(draft.text, tokens, index, size):
            if _is_in_table(draft, whole.start):
                return None
            once = draft.text[whole.start : window[size - 1].end()]
            return _again(draft, Severity.HINT if word == "as" else Severity.WARNING, whole, once)
    return None


def _again(draft: Document, severity: Severity, whole: Span, once: str) -> Finding:
    return Finding(
        DoubledCheck.id,
        severity,
        f"\u201c{once}\u201d stands twice in a row.",
        (draft.place(whole),),
        Suggestion(whole, once),
    )


def _severity(word: str, double: str, following: str) -> Severity | None:
    """How sure it is that ``word`` is not meant to stand twice; ``None`` when it well may be."""
    key = word.casefold()
    if key in TITLES:
        return Severity.WARNING
    if double[0].isupper() and not (word.isupper() and len(word) > 1 and key in ALWAYS):
        return None
    if key == "that":
        return Severity.WARNING if following.casefold() in FOLLOWS_THAT else None
    if key in ALWAYS:
        return Severity.WARNING
    if key in PERHAPS:
        return Severity.HINT
    is_plain = len(key) > 2 and key not in MEANT and not word.isupper()  # noqa: PLR2004 -- "p p" is no word
    return Severity.WARNING if is_plain and word[0].islower() else None


def _is_gap(gap: str, word: str) -> bool:
    """Whether nothing but the space between two words stands there; over a line end for little words only."""
    if not gap.isspace() or len(gap) > _WIDEST_GAP or "\u00a0\u00a0" in gap:
        return False
    return "\n" not in gap or (gap.count("\n") == 1 and word in ALWAYS)


def _is_slip(text: str, tokens: list[re.Match[str]], index: int, size: int) -> bool:
    """Whether a phrase that stands twice is no name, no list and no "more and more and more"."""
    gaps = (text[a.end() : b.start()] for a, b in pairwise(tokens[index : index + 2 * size]))
    if not all(gap == " " for gap in gaps):
        return False
    words = [token[0] for token in tokens[index : index + size]]
    if index and words[0] in LINKS and tokens[index - 1][0].casefold() == words[-1]:
        return False
    if size == 2 and (words[1] in LINKS or words[0] in {"and", "or"}):  # noqa: PLR2004 -- "more and" twice
        return False
    return any(word.islower() and len(word) > 1 for word in words) and len(set(words)) > 1


def _is_in_table(draft: Document, offset: int) -> bool:
    """Whether the line is a row of a table, where a word may well stand in two cells."""
    floor, ceiling = max(0, offset - _ROW), min(len(draft.text), offset + _ROW)
    start = draft.text.rfind("\n", floor, offset) + 1 or floor
    end = draft.text.find("\n", offset, ceiling)
    line = draft.text[start : end if end >= 0 else ceiling]
    return "|" in line or "\t" in line


def _passages(draft: Document) -> Iterator[Finding]:
    """Sentences and whole passages that stand twice, the later one to be mended."""
    lines: dict[tuple[str, ...], Passage] = {}
    seen: dict[tuple[str, ...], tuple[int, Span]] = {}
    number = 0
    for passage in draft.passages:
        words = _plain_words(passage.words.of(draft.text))
        first = lines.get(words) if words else None
        if words:
            lines[words] = passage
        if words and first:
            number += 1
            severity = _how_sure(len(words), is_next=first.index == passage.index - 1, least=_LINE_AGAIN)
            if severity:
                yield _repeated(draft, severity, "passage", passage.words, first.words)
            continue
        for span in sentences(draft.text, passage.words):
            number += 1
            yield from _sentence(draft, span, number, seen)


def _sentence(
    draft: Document, span: Span, number: int, seen: dict[tuple[str, ...], tuple[int, Span]]
) -> Iterator[Finding]:
    """The finding of a sentence that was seen before, if it was; from now on it is seen."""
    words = _plain_words(span.of(draft.text))
    if words is None:
        return
    if words in seen:
        before, first = seen[words]
        severity = _how_sure(len(words), is_next=before == number - 1, least=_NEXT_TO)
        if severity:
            yield _repeated(draft, severity, "sentence", span, first)
    seen[words] = (number, span)


def _how_sure(words: int, *, is_next: bool, least: int) -> Severity | None:
    """How sure it is that so many words are not meant to stand again; ``least`` words next to themselves."""
    if is_next and words >= least:
        return Severity.WARNING
    return Severity.HINT if words >= _ELSEWHERE else None


def _repeated(draft: Document, severity: Severity, what: str, span: Span, first: Span) -> Finding:
    places = (draft.place(span), draft.place(first))
    message = f"This {what} stands word for word in line {places[1].line} already."
    return Finding(DoubledCheck.id, severity, message, places)


def _plain_words(sentence: str) -> tuple[str, ...] | None:
    """What two sentences are compared by, or ``None`` for one too short or mostly figures and markup."""
    if "|" in sentence or "<" in sentence or "\t" in sentence:
        return None
    pieces = sentence.casefold().split()
    words = [piece for piece in pieces if any(c.isalpha() for c in piece)]
    if len(words) < _NEXT_TO or len(words) < _PLAIN * len(pieces):
        return None
    return tuple(piece.strip(".,;:!?*_\"'()") for piece in pieces)
