"""Text as it stands in files: spans, lines and digests. Nothing is ever rewritten here.

Offsets are characters in the decoded file, 0-based, end exclusive. Lines end at LF only (a CR before it
belongs to the line end), so U+2028, NEL, form feed and the like stay inside their line, byte for byte.
"""

import hashlib
import re
import unicodedata

from review_tui.model.frozen import frozen

DIGEST_VERSION = "v1"
_FEWEST_DIGITS, _ALL_DIGITS = 8, 64
"""Hexadecimal digits of a digest that people read out to each other, and those of a whole SHA-256."""


@frozen(order=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of some text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of ``text`` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character, or one is an empty gap inside or at the edge of the other."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether all of ``other`` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def moved(self, by: int) -> "Span":
        """The same length of text, ``by`` characters further on."""
        return Span(self.start + by, self.end + by)


def line_spans(text: str) -> tuple[Span, ...]:
    """The lines of ``text`` without their line ends (LF or CRLF); an empty last line is left out."""
    spans = []
    start = 0
    while start < len(text):
        stop = text.find("\n", start)
        end = len(text) if stop < 0 else stop
        trimmed = end - 1 if stop > start and text[end - 1] == "\r" else end
        spans.append(Span(start, trimmed))
        start = end + 1
    return tuple(spans)


_LINE_END = re.compile(r"\n[\s>]*")
"""A line end with what stands before the words of the next: they may be quoted."""


def shorten(words: str, most: int) -> str:
    """``words`` on one line with single blanks between them, cut with an ellipsis to ``most``."""
    line = " ".join(_LINE_END.sub(" ", words).split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def line_number(text: str, offset: int) -> int:
    """The line, counted from 1, that character ``offset`` stands in."""
    return text.count("\n", 0, offset) + 1


def digest(text: str) -> str:
    """The digest that approvals and flags are bound to: ``v1:`` and 64 hexadecimal digits.

    SHA-256 of the text as NFC, line ends LF, white space at the ends of lines and of the text dropped,
    in UTF-8; bytes that are not UTF-8 count as they stand.
    """
    composed = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    trimmed = "\n".join(line.rstrip() for line in composed.split("\n")).rstrip()
    raw = trimmed.encode("utf-8", "surrogateescape")
    return f"{DIGEST_VERSION}:{hashlib.sha256(raw).hexdigest()}"


def short_digest(value: str) -> str:
    """A digest short enough to read out over the telephone: its first eight digits in two groups."""
    digits = value.partition(":")[2] or value
    return f"{digits[:4]} {digits[4:8]}"


def parse_digest_digits(said: str) -> str | None:
    """The digits of a digest as a person gives it: whole, its beginning, or in groups as it is printed.

    ``None`` when that is no digest, or fewer than the eight digits that are read out.
    """
    digits = "".join(said.split()).removeprefix(f"{DIGEST_VERSION}:").casefold()
    is_digest = _FEWEST_DIGITS <= len(digits) <= _ALL_DIGITS and set(digits) <= set("0123456789abcdef")
    return digits if is_digest else None


def decode(raw: bytes) -> str:
    """The text of a file; bytes that are not UTF-8 are held as lone surrogates, so nothing is lost."""
    return raw.decode("utf-8", "surrogateescape")


def encode(text: str) -> bytes:
    """The bytes of ``text``: exactly those that ``decode`` was given."""
    return text.encode("utf-8", "surrogateescape")
