"""A text with plain line ends, and the way back to how its file has them."""

from review_tui.model.frozen import frozen
from review_tui.model.text import Span


@frozen
class PlainForm:
    """A text with lines that end in LF and no mark in front."""

    text: str
    mark: str
    """The byte order mark, where the file begins with one."""
    is_crlf: bool
    is_even: bool
    """Whether all its lines end alike, so that the way back loses nothing."""

    @classmethod
    def of(cls, raw: str) -> "PlainForm":
        """``raw`` in this form."""
        body = raw.removeprefix("\ufeff")
        crlf = body.count("\r\n")
        is_even = body.count("\r") == crlf and crlf in {0, body.count("\n")}
        plain = body.replace("\r\n", "\n").replace("\r", "\n")
        return cls(plain, raw[: len(raw) - len(body)], bool(crlf), is_even)

    def back(self, plain: str) -> str:
        """``plain`` as the file has it."""
        return self.mark + (plain.replace("\n", "\r\n") if self.is_crlf else plain)

    def span_back(self, span: Span) -> Span:
        """Where characters of the plain text stand in the file."""
        start, end = (len(self.back(self.text[:at])) for at in (span.start, span.end))
        return Span(start, end)
