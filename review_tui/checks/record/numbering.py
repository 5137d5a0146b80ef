"""The numbering check: the numbers of minutes and items neither skip nor repeat."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from review_tui.checks.check import Check
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Severity
from review_tui.model.frozen import frozen
from review_tui.model.material import Document, Material
from review_tui.model.passages import Passage
from review_tui.model.text import Span

_YEARED = re.compile(r"[*_# ]{0,6}(?P<number>\d{1,4})(?P<tail>/\d{2,4})(?![\d/])(?=[*_.:) \t])")
_PLAIN = re.compile(r"[*_# ]{0,6}(?P<number>\d{1,3})(?P<tail>\\?[.)])(?=[*_ \t\u00a0])(?!\s{0,3}\d)")
_FEWEST = 4
"""Numbers in a row that make a numbering."""
_MOSTLY = 0.7
"""Share of the steps that are one, in numbers that count something."""
_LONGEST = 60
"""Characters of a numbered line that is a heading, and that are quoted of one."""
_DEEPEST = 6
"""Lists within one another that are followed."""


@frozen
class _Numbered:
    number: int
    tail: str
    """What follows the number and is the same in all of one numbering: ``/19``, ``.``."""
    span: Span
    passage: Passage


class NumberingCheck(Check):
    """Finds numbers of minutes and items that are missing or given twice."""

    id = "numbering"
    finds = "Minutes or items whose numbers skip one, or give one to two of them."
    severity = Severity.HINT
    flag_kind = FlagKind.STYLE
    example = (
        "21/22 Apologies\n\nNone.\n\n22/22 Minutes\n\nAgreed.\n\n23/22 Finance\n\nNoted.\n\n"
        "25/22 Planning\n\nNoted.\n\n26/22 Close\n"
    )

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        draft = material.draft
        found = [*_numbering_breaks(draft, _yeared(draft)), *_nested(draft, list(_plain(draft)))]
        return sorted(found, key=lambda finding: finding.places[0].span)


def _yeared(draft: Document) -> list[_Numbered]:
    """The minute numbers of the most frequent year: 21/22, 22/22, ..."""
    found = [n for passage in draft.passages if (n := _read_number(draft.text, passage, _YEARED))]
    tails = [n.tail for n in found]
    usual = max(set(tails), key=lambda tail: (tails.count(tail), tail)) if tails else ""
    return [n for n in found if n.tail == usual]


def _plain(draft: Document) -> Iterator[_Numbered]:
    for passage in draft.passages:
        numbered = _read_number(draft.text, passage, _PLAIN)
        if numbered:
            yield numbered


def _read_number(text: str, passage: Passage, pattern: re.Pattern[str]) -> _Numbered | None:
    match = pattern.match(text, passage.span.start + len(_blank(passage.span.of(text))), passage.span.end)
    if not match:
        return None
    span = Span(match.start("number"), match.end("tail"))
    return _Numbered(int(match["number"]), match["tail"], span, passage)


def _blank(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _numbering_breaks(draft: Document, numbers: list[_Numbered]) -> Iterator[Finding]:
    """Breaks in a numbering that otherwise goes up by one."""
    steps = [b.number - a.number for a, b in pairwise(numbers)]
    if len(numbers) < _FEWEST or steps.count(1) < len(steps) * _MOSTLY:
        return
    seen: dict[int, _Numbered] = {}
    present = {numbered.number for numbered in numbers}
    before: _Numbered | None = None
    for numbered in numbers:
        earlier = seen.get(numbered.number)
        if earlier:
            yield _repeated(draft, numbered, earlier, Severity.WARNING)
        elif (
            before
            and numbered.number == before.number + 2
            and numbered.number - 1 not in present
            and not _is_said(draft.text, numbered.number - 1, numbered.tail, before, numbered)
        ):
            yield _skipped(draft, numbered, before)
        seen.setdefault(numbered.number, numbered)
        before = numbered


def _nested(draft: Document, numbers: list[_Numbered]) -> Iterator[Finding]:
    """Breaks in lists that may stand within one another, each begun with 1."""
    open_lists: list[list[_Numbered]] = []
    for index, numbered in enumerate(numbers):
        following = numbers[index + 1].number if index + 1 < len(numbers) else 0
        while (
            len(open_lists) > 1
            and not _fits(open_lists[-1], numbered)
            and _has_place(open_lists[:-1], numbered)
        ):
            open_lists.pop()
        top = open_lists[-1] if open_lists else []
        if top and not _fits(top, numbered) and numbered.number != 1:
            long = len(top) >= _FEWEST - 1 and following == numbered.number + 1
            if long and numbered.number == top[-1].number and _is_title(draft, numbered):
                yield _repeated(draft, numbered, top[-1], Severity.HINT)
            elif (
                long
                and numbered.number == top[-1].number + 2
                and not _is_said(draft.text, numbered.number - 1, "", top[-1], numbered)
            ):
                yield _skipped(draft, numbered, top[-1])
        if top and numbered.number != 1:
            top.append(numbered)
        elif numbered.number == 1 or not open_lists:
            open_lists = [*open_lists[-_DEEPEST:], [numbered]]


def _fits(numbering: list[_Numbered], numbered: _Numbered) -> bool:
    return numbered.number == numbering[-1].number + 1


def _has_place(lists: list[list[_Numbered]], numbered: _Numbered) -> bool:
    return any(_fits(numbering, numbered) for numbering in lists)


def _is_said(text: str, number: int, tail: str, before: _Numbered, after: _Numbered) -> bool:
    """Whether the missing number stands between the two, only not at the start of a line."""
    end = r"\b" if tail else r"(?:\\?[.):]|[ \t][A-Z]|\Z)"
    said = re.compile(rf"(?<![\d/.,\u00a3]){number:02d}{tail}{end}|(?<![\d/.,\u00a3]){number}{tail}{end}")
    return bool(said.search(text, before.span.end, after.span.start))


def _is_title(draft: Document, numbered: _Numbered) -> bool:
    """Whether the line is a short one, as titles of items are."""
    return len(numbered.passage.span.of(draft.text).strip()) <= _LONGEST


def _repeated(draft: Document, numbered: _Numbered, earlier: _Numbered, severity: Severity) -> Finding:
    shown = numbered.span.of(draft.text).replace("\\", "")
    message = (
        f"The number {shown.rstrip('.)')} is given twice: to {_title(draft, earlier)} "
        f"and to {_title(draft, numbered)}."
    )
    places = (draft.place(numbered.span), draft.place(earlier.span))
    return Finding(NumberingCheck.id, severity, message, places)


def _skipped(draft: Document, numbered: _Numbered, before: _Numbered) -> Finding:
    tail = numbered.tail if "/" in numbered.tail else ""
    message = (
        f"The numbers go from {before.number}{tail} to {numbered.number}{tail}: "
        f"{numbered.number - 1}{tail} is missing."
    )
    places = (draft.place(numbered.span), draft.place(before.span))
    return Finding(NumberingCheck.id, Severity.HINT, message, places)


def _title(draft: Document, numbered: _Numbered) -> str:
    words = " ".join(draft.text[numbered.span.end : numbered.passage.span.end].strip(" *_.:)\t").split())
    short = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} \u2026"
    return f"\u201c{short}\u201d" if short else f"line {numbered.passage.line}"
