"""Other words for a passage, put into the file so that as few of its lines change as can be.

Words come as they flow: on one line. Where the passage was wrapped they are wrapped again, at its own width,
with its own line ends and what stands before its lines (``>``, indentation). Lines before the change stay as
they are, and wrapping ends where a line ends as one did before.
"""

import re

from review_tui.model.editable_text import line_end_of
from review_tui.model.frozen import frozen
from review_tui.model.passages import Passage, passage_at, passages, wrap_width_of
from review_tui.model.rendered import flowing
from review_tui.model.soft_wraps import NARROWEST, begins_a_passage
from review_tui.model.text import Span
from review_tui.model.text_map import TextMap

_FULL_ENOUGH = 0.75
"""Of the width: a line so full may end where one ended before, though another word would go into it."""
_MAY_NOT_BEGIN = re.compile(r"[-+*#>=|`~<:]|\\?\d{1,9}[.)]")
"""What Markdown may take for something else at the beginning of a line."""
_NOT_BLANK = re.compile(r"[^\s>]")


def with_words(text: str, passage: Passage, words: str) -> str:
    """``text`` with other words for one passage. They flow; a line end in them is kept as it is."""
    flow = flowing(text, passage)
    if words == flow.text:
        return text
    if passage.joints or _grows_too_long(text, passage, words):
        wrapped = _Rewrapping(text, passage, flow, words).text()
        if wrapped is not None and _is_sound(wrapped, text, passage, words):
            return wrapped
    return _splice_words(text, passage, flow, words)


def with_replaced(text: str, span: Span, words: str) -> str:
    """``text`` with ``words`` in the place of those at ``span``, wrapped as the passage there is."""
    passage = passage_at(passages(text), span.start)
    if passage is None or not passage.words.holds(span) or "\n" in words:
        return text[: span.start] + words + text[span.end :]
    flow = flowing(text, passage)
    at = flow.from_source(span)
    return with_words(text, passage, flow.text[: at.start] + words + flow.text[at.end :])


def _grows_too_long(text: str, passage: Passage, words: str) -> bool:
    """Whether a passage of one line, in a text that is wrapped, would not fit on a line any more."""
    width = wrap_width_of(text)
    may_be = not passage.cells and not passage.is_code and passage.kind.value != "heading"
    begin = _columns(text[passage.span.start : passage.words.start])
    fits = begin + passage.words.end - passage.words.start <= width
    return bool(width and may_be and fits and "\n" not in words and begin + len(words) > width)


def _is_sound(wrapped: str, text: str, passage: Passage, words: str) -> bool:
    """Whether the new text has the passages of the old one, this one with its new words."""
    found = passages(wrapped)
    if len(found) != len(passages(text)) or passage.index >= len(found):
        return False
    return flowing(wrapped, found[passage.index]).text == words


def _splice_words(text: str, passage: Passage, flow: TextMap, words: str) -> str:
    """Only the characters that differ, with no line end moved."""
    start, old_end, new_end = changed_part(flow.text, words)
    end = len(flow.text)
    first = flow.to_source(Span(start, start + 1)).start if start < end else passage.words.end
    last = flow.to_source(Span(old_end - 1, old_end)).end if old_end > start else first
    return text[:first] + words[start:new_end] + text[last:]


def changed_part(old: str, new: str) -> tuple[int, int, int]:
    """Where two texts begin to differ, and where they do no more: in ``old``, in ``new``."""
    most = min(len(old), len(new))
    start = next((n for n in range(most) if old[n] != new[n]), most)
    rest = most - start
    end = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    return start, len(old) - end, len(new) - end


def _columns(words: str) -> int:
    return len(words.expandtabs(4))


@frozen
class _OldLine:
    """One line of the passage as it is."""

    start: int
    """Where it begins in the flowing words."""
    words: Span
    """In the file."""


class _Rewrapping:
    """The new lines of one passage."""

    def __init__(self, text: str, passage: Passage, flow: TextMap, words: str) -> None:
        self._text, self._passage, self._flow, self._words = text, passage, flow, words
        self._old = [_OldLine(flow.from_source(Span(s.start, s.start)).start, s) for s in passage.lines]
        self._width = max(self._own_width(), NARROWEST)
        self._start, self._old_end, self._new_end = changed_part(flow.text, words)
        self._grown = len(words) - len(flow.text)

    def _own_width(self) -> int:
        """The width that the passage is wrapped at: that of the text, where its lines could be of that."""
        of_text = wrap_width_of(self._text)
        widths = [self._column(line.words.start) + len(line.words.of(self._text)) for line in self._old]
        firsts = [line.words.of(self._text).split(None, 1)[0] for line in self._old[1:]]
        narrower = [width + len(first) for width, first in zip(widths, firsts, strict=False)]
        is_wrapped_by_itself = bool(narrower) and min(narrower) >= max(widths)
        if is_wrapped_by_itself and of_text > min(narrower):
            return max(widths)
        return max(*widths, of_text)

    def _column(self, at: int) -> int:
        """How many columns stand before ``at`` on its line."""
        return _columns(self._text[self._text.rfind("\n", 0, at) + 1 : at])

    def text(self) -> str | None:
        """The whole text; ``None`` when the words have line ends of their own."""
        if "\n" in self._words:
            return None
        number = max(n for n, line in enumerate(self._old) if n == 0 or line.start < self._start)
        first = self._old[number]
        parts = [self._text[: first.words.start]]
        at, before = first.start, self._column(first.words.start)
        ends = {line.start + self._grown: line for line in self._old if line.start >= self._old_end}
        while True:
            stop, following = self._line_stop(at, before, ends)
            parts.append(self._words[at:stop])
            if following >= len(self._words):
                return "".join(parts) + self._text[self._passage.words.end :]
            if following in ends:
                kept = ends[following]
                joint = self._passage.joints[self._old.index(kept) - 1]
                return "".join(parts) + self._text[joint.start :]
            parts.append(self._line_end)
            at, before = following, _columns(self._prefix)

    def _line_stop(self, at: int, before: int, ends: dict[int, _OldLine]) -> tuple[int, int]:
        """Where the line that begins at ``at`` ends, and where the next one begins."""
        room = self._width - before
        best: tuple[int, int] | None = None
        for match in re.compile(r"\s+").finditer(self._words, at):
            fits = match.start() - at <= room
            if not fits and best is not None:
                break
            if not self._may_begin(match.end()):
                continue
            best = (match.start(), match.end())
            is_full = match.start() - at >= room * _FULL_ENOUGH
            if match.end() in ends and (is_full or self._is_one_line(at, match.end())):
                return best
            if not fits:
                break
        if len(self._words) - at <= room or best is None:
            return len(self._words), len(self._words)
        return best

    def _is_one_line(self, at: int, end: int) -> bool:
        """Whether the new words from ``at`` to ``end`` stood on one line, which changed and still fits."""
        return at <= self._start and end > self._new_end

    def _may_begin(self, at: int) -> bool:
        rest = self._words[at : at + 100]
        return not _MAY_NOT_BEGIN.match(rest) and not begins_a_passage(rest)

    @property
    def _line_end(self) -> str:
        """A new line end, with what is to stand before the words of the next line."""
        if self._passage.joints:
            between = self._passage.joints[0].of(self._text)
            return ("\r\n" if "\r\n" in between else "\n") + self._prefix
        return line_end_of(self._text) + self._prefix

    @property
    def _prefix(self) -> str:
        if self._passage.joints:
            return self._passage.joints[0].of(self._text).rpartition("\n")[2]
        return _NOT_BLANK.sub(" ", self._passage.marker)
