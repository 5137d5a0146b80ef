"""Columns of a table that do not come to the figure in its row of totals."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from itertools import groupby
from typing import NamedTuple

from review_tui.checks.figures.sum_amounts import Mismatch
from review_tui.model.findings import Severity
from review_tui.model.material import Document
from review_tui.model.passages import Passage
from review_tui.model.text import Span

_TOTAL = re.compile(r"(?:grand |over-?all |sub-?)?totals?(?: [\w ]{1,40})?:?", re.IGNORECASE)
_SUBTOTAL = re.compile(r"sub-?total", re.IGNORECASE)
_AMOUNT = re.compile(
    r"(?P<minus>[-\u2212\u2013(]\s?)?(?P<unit>[\u00a3$\u20ac]|[A-Z]{3}\s)?\s?(?P<minus2>[-\u2212])?"
    r"(?P<figure>\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,2})?|\d{1,9}(?:\.\d{1,2})?)(?:\s?(?P<after>[\u20ac$%]|[A-Z]{3}))?\)?"
)
_NOT_SUMMED = re.compile(
    r"no\.?|number|ref|date|year|item|rate|per ?cent|%|average|mean|balance|minute|cheque", re.IGNORECASE
)
"""How columns are headed whose figures are no parts of a sum."""
_NET = re.compile(r"net(?: amount| cost)?(?: \(?\W\)?)?", re.IGNORECASE)
_TAX = re.compile(r"v\.?a\.?t\.?(?: amount)?(?: \(?\W\)?)?|tax|gst", re.IGNORECASE)
_GROSS = re.compile(r"(?:gross|total)(?: amount| cost)?(?: \(?\W\)?)?", re.IGNORECASE)
_FEWEST = 2
"""Rows with a figure that make a sum."""


class _Figure(NamedTuple):
    value: Decimal
    unit: str
    span: Span


def columns(document: Document) -> Iterator[Mismatch]:
    """For each column of a table with a row of totals: the total, where the figures above miss it."""
    for rows in _tables(document.passages):
        yield from _of_table(document.text, rows)


def _tables(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """The rows of each table, the one that names the columns first."""
    for is_table, run in groupby(passages, key=lambda passage: bool(passage.cells)):
        rows: list[Passage] = []
        for passage in run if is_table else ():
            if passage.is_head and rows:
                yield rows
                rows = []
            rows.append(passage)
        if rows and rows[0].is_head:
            yield rows


def _of_table(text: str, rows: Sequence[Passage]) -> Iterator[Mismatch]:
    """Columns that do not come to their total; with a subtotal or a blank they may sum otherwise."""
    head, *body = rows
    total = next((row for row in body if _is_total(text, row)), None)
    yield from _of_net_and_tax(text, head, [row for row in body if row is not total])
    if total is None or any(_SUBTOTAL.search(row.words.of(text)) for row in body):
        return
    above = body[: body.index(total)]
    for number, title in enumerate(head.cells):
        said = _figure(text, total, number)
        parts = [_figure(text, row, number) for row in above]
        given = [part for part in parts if part]
        blank = [
            row for row, part in zip(above, parts, strict=True) if part is None and _cell(text, row, number)
        ]
        if said is None or blank or len(given) < _FEWEST or _NOT_SUMMED.search(title.of(text)):
            continue
        if {part.unit for part in given if part.unit} - {said.unit, ""} and said.unit:
            continue
        sum_ = sum((part.value for part in given), Decimal(0))
        if abs(sum_ - said.value) > Decimal("0.01") * (len(given) - 1):
            yield _mismatch(text, said, given, sum_)


def _of_net_and_tax(text: str, head: Passage, body: Sequence[Passage]) -> Iterator[Mismatch]:
    """For each row of a table of payments: the gross, where net and tax come to another figure."""
    titles = [title.of(text).strip("*_ ") for title in head.cells]
    places = [
        [n for n, title in enumerate(titles) if column.fullmatch(title)] for column in (_NET, _TAX, _GROSS)
    ]
    if any(len(found) != 1 for found in places):
        return
    for row in body:
        net, tax, gross = (_figure(text, row, found[0]) for found in places)
        if net and tax and gross and abs(net.value + tax.value - gross.value) > Decimal("0.01"):
            unit = gross.unit or net.unit
            come_to = (
                f"{net.span.of(text)} and {tax.span.of(text)} come to {unit}{net.value + tax.value:,.2f}"
            )
            message = f"In this row {come_to}, but the gross is given as {gross.span.of(text)}."
            yield Mismatch(Severity.WARNING, message, (gross.span, net.span, tax.span))


def _mismatch(text: str, said: _Figure, given: Sequence[_Figure], sum_: Decimal) -> Mismatch:
    unit = said.unit or next((part.unit for part in given if part.unit), "")
    places = max(-int(part.value.as_tuple().exponent) for part in (said, *given))
    come_to = f"{unit}{sum_:,.{max(places, 0)}f}"
    above = f"the {len(given)} figures above it in the table come to {come_to}"
    message = f"The total is given as {said.span.of(text)}, but {above}."
    return Mismatch(Severity.WARNING, message, (said.span, *(part.span for part in given)))


def _is_total(text: str, row: Passage) -> bool:
    first = next((said for cell in row.cells[:3] if (said := cell.of(text).strip("* _"))), "")
    return _TOTAL.fullmatch(first) is not None


def _cell(text: str, row: Passage, number: int) -> str:
    cell = row.cells[number].of(text) if number < len(row.cells) else ""
    return cell.strip("*_ -\u2013\u2014")


def _figure(text: str, row: Passage, number: int) -> _Figure | None:
    """The one figure that a cell says; ``None`` where it says anything else."""
    if number >= len(row.cells):
        return None
    cell = row.cells[number]
    match = _AMOUNT.fullmatch(cell.of(text).strip("*_ "))
    if match is None or match["after"] == "%":
        return None
    try:
        value = Decimal(match["figure"].replace(",", ""))
    except InvalidOperation:
        return None
    start = cell.start + cell.of(text).index(match[0])
    is_less = match["minus"] or match["minus2"]
    unit = (match["unit"] or match["after"] or "").strip()
    return _Figure(-value if is_less else value, unit, Span(start, start + len(match[0])))
