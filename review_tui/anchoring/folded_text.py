"""A text as its digest sees it, with the way back to where every character stands in the file.

Two checkouts of the same minutes may differ in line ends, trailing white space and composed accents; quoted
words must be found in both.
"""

import re
import unicodedata

from review_tui.model.frozen import frozen
from review_tui.model.quotes import Quote
from review_tui.model.text import Span


@frozen
class FoldedText:
    """A text with LF line ends, composed characters and no white space at the ends of lines and text."""

    text: str
    starts: tuple[int, ...] | None = None
    """Where each character of ``text`` begins in the file; ``None`` when nothing was folded."""
    ends: tuple[int, ...] | None = None
    """Where each character ends in the file."""

    @classmethod
    def of(cls, original: str) -> "FoldedText":
        """``original`` folded."""
        composed = unicodedata.normalize("NFC", original)
        plain = _strip_line_ends(composed.replace("\r\n", "\n").replace("\r", "\n"))
        if plain == original[: len(plain)]:
            return cls(plain)
        return _fold_by_cluster(original)

    def back(self, span: Span) -> Span:
        """The characters of the file that ``span`` of the folded text stands for."""
        if self.starts is None or self.ends is None:
            return span
        if span.start == span.end:
            at = self.ends[span.start - 1] if span.start else 0
            return Span(at, at)
        return Span(self.starts[span.start], self.ends[span.end - 1])


def fold_quote(quote: Quote) -> Quote:
    """``quote`` as it would read in a folded text."""
    whole = _fold_by_cluster(quote.before + quote.quote + quote.after)
    start = len(quote.before)
    end = start + len(quote.quote)
    kept = [start <= at < end for at in whole.starts or ()]
    first = next((n for n, inside in enumerate(kept) if inside), sum(at < start for at in whole.starts or ()))
    last = first + sum(kept)
    return Quote(whole.text[first:last], whole.text[:first], whole.text[last:], quote.text)


def _strip_line_ends(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.split("\n")).rstrip()


_CLUSTER = re.compile("\r\n|.[\u0300-\u036f]*", re.DOTALL)


def _fold_by_cluster(original: str) -> FoldedText:
    """Folds one cluster at a time, noting where it came from."""
    letters: list[tuple[str, int, int]] = []
    for match in _CLUSTER.finditer(original):
        composed = "\n" if match[0] in {"\r\n", "\r"} else unicodedata.normalize("NFC", match[0])
        if composed == "\n":
            _drop_trailing_space(letters)
        letters += [(letter, match.start(), match.end()) for letter in composed]
    while letters and letters[-1][0].isspace():
        letters.pop()
    return FoldedText(
        "".join(letter for letter, _, _ in letters),
        tuple(start for _, start, _ in letters),
        tuple(end for _, _, end in letters),
    )


def _drop_trailing_space(letters: list[tuple[str, int, int]]) -> None:
    """Take the white space off the end of a line."""
    while letters and letters[-1][0].isspace() and letters[-1][0] != "\n":
        letters.pop()
