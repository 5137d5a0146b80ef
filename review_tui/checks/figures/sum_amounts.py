"""Amounts that do not come to the total given for them: in a sentence, a list or the rows of a bill."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from review_tui.language.money import Money, find_amounts, find_money, in_figures
from review_tui.language.sentences import CLAUSE_OR_LINE_END
from review_tui.model.findings import Severity
from review_tui.model.frozen import frozen
from review_tui.model.text import Span

_PENNY = Decimal("0.01")
_TOTAL = re.compile(
    r"(?:\b(?:grand |over-?all |combined )?total(?:s|led|ling|ing)?\b|(?:\b(?:making|giving|com(?:es"
    r"|ing) to|came to)|=)(?= (?:it |up |in all )?\u00a3))",
    re.IGNORECASE,
)
_MADE_UP = re.compile(
    r"[ \u00a0]{0,2}(?:,? ?(?:which (?:was|is) )?(?:made up of|comprising|consisting of|broken down as)"
    r"|:|,? ?being|\()",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[a-z)]{2}[.;](?=\s)|\n")
_LESS = re.compile(
    r"(?:\b(?:less|minus|payments?|expenditure|outgoings|spent|deduct\w{0,4}|refund)\b"
    r"|[\u2013\u2212-] ?\Z)",
    re.IGNORECASE,
)
_TAX = Decimal("1.2")
_NEAR = Decimal("0.3")
_REACH = 400
"""Characters on either side of a total in which its parts stand."""
_TO_TOTAL = 40
"""Characters from the word “total” to its amount."""
_MOST = 14
"""Amounts that are added up at most."""
_LEAD = 28
"""Characters before a part in which a word such as “less” stands."""
_JOINED = re.compile(r"[^.;:|\n]{0,42}\Z")
_JOINS = re.compile(r",|\band\b|\bplus\b|\+|&", re.IGNORECASE)
_CLOSE = 24
"""Characters between the last part and the total, where nothing else ties them."""
_LIST = 4
"""Parts from which they are taken for a list."""


@frozen
class Mismatch:
    """Figures that do not agree."""

    severity: Severity
    message: str
    spans: tuple[Span, ...]
    """The figure to look at first, then the others."""


def phrases(text: str) -> Iterator[Mismatch]:
    """Totals in running text: "£350.33 and £10,115.97, a total of £10,466.30"."""
    money = find_money(text)
    starts = [one.span.start for one in money]
    taken = -1
    for match in _TOTAL.finditer(text):
        at = bisect_left(starts, match.end())
        if at >= len(money) or at == taken or money[at].span.start - match.end() > _TO_TOTAL:
            continue
        if "\n" in text[match.end() : money[at].span.start]:
            continue
        taken = at
        parts = _parts(text, money, at, match.start())
        made_up = _following(text, money, at)
        total = money[at]
        told = _compare(text, parts, total, match.start()) if len(parts) > 1 else None
        if made_up:
            told = _made_up(total, made_up)
        if told:
            yield told


def _parts(text: str, money: Sequence[Money], at: int, end: int) -> tuple[Money, ...]:
    """The amounts before a total in its sentence."""
    window = text[max(0, end - _REACH) : end]
    breaks = [match.end() for match in _BREAK.finditer(window)]
    start = max(0, end - _REACH) + (breaks[-1] if breaks else 0)
    found = [one for one in money[max(0, at - _MOST) : at] if one.span.start >= start and one.span.end <= end]
    return tuple(found)


def _following(text: str, money: Sequence[Money], at: int) -> tuple[Money, ...]:
    """The amounts that a total is said to be made up of, to the end of its sentence."""
    total = money[at]
    lead = _MADE_UP.match(text, total.span.end)
    if not lead:
        return ()
    end = CLAUSE_OR_LINE_END.search(text, lead.end(), total.span.end + _REACH)
    stop = end.end() if end else total.span.end + _REACH
    close = text.find(")", lead.end(), stop) if lead[0].endswith("(") else -1
    stop = close if close >= 0 else stop
    found = tuple(one for one in money[at + 1 : at + _MOST] if one.span.end <= stop)
    return found if len(found) > 1 and _TOTAL.search(text, lead.end(), stop) is None else ()


def _compare(text: str, parts: tuple[Money, ...], total: Money, end: int) -> Mismatch | None:
    """A mismatch, where no run of amounts before the total comes to it and one nearly does."""
    near: tuple[Money, ...] = ()
    for signs in (False, True):
        sum_ = Decimal(0)
        for count, part in enumerate(reversed(parts), start=1):
            less = signs and _LESS.search(text, max(0, part.span.start - _LEAD), part.span.start)
            sum_ += -part.value if less else part.value
            if count > 1 and (
                _is_same(sum_, total.value, count) or _is_same(sum_ * _TAX, total.value, count)
            ):
                return None
            if count > 1 and not signs and not near and _is_slip(sum_, total.value):
                near = parts[-count:]
    strong = _is_list(text, parts[-_LIST:], end)
    if near and (strong or any(part.is_exact for part in near)):
        return _mismatch(near, total)
    return _mismatch(strong, total) if strong and _is_close(strong, total) else None


def _is_list(text: str, parts: tuple[Money, ...], end: int) -> tuple[Money, ...]:
    """The amounts, where they are plainly listed one by one and then totalled."""
    if end - parts[-1].span.end > _CLOSE:
        return ()
    gaps = [text[a.span.end : b.span.start] for a, b in pairwise(parts)]
    listed = all(_JOINED.match(gap) and _JOINS.search(gap) and not _LESS.search(gap) for gap in gaps)
    return parts if listed and len(parts) < _LIST else ()


def _made_up(total: Money, parts: tuple[Money, ...]) -> Mismatch | None:
    sum_ = sum((part.value for part in parts), Decimal(0))
    if _is_same(sum_, total.value, len(parts)) or not _is_slip(sum_, total.value):
        return None
    return _mismatch(parts, total)


def _mismatch(parts: Sequence[Money], total: Money) -> Mismatch:
    sum_ = sum((part.value for part in parts), Decimal(0))
    listed = " and ".join(" ".join(part.text.split()) for part in parts[-2:])
    said = listed if len(parts) == 2 else f"the {len(parts)} amounts before it"  # noqa: PLR2004 -- a pair
    given, right = " ".join(total.text.split()), in_figures(sum_, total.text)
    message = f"The total is given as {given}, but {said} come to {right}."
    return Mismatch(Severity.WARNING, message, (total.span, *(part.span for part in parts)))


def _is_same(one: Decimal, other: Decimal, count: int) -> bool:
    """Whether two sums agree, a penny here and there for rounding left aside."""
    return abs(one - other) <= _PENNY * max(1, count - 1)


def _is_close(parts: Sequence[Money], total: Money) -> bool:
    """Whether a sum comes near enough to a total to be meant by it."""
    sum_ = sum((part.value for part in parts), Decimal(0))
    return abs(sum_ - total.value) <= total.value * _NEAR


def _is_slip(one: Decimal, other: Decimal) -> bool:
    """Whether two sums differ as after one wrong figure or two exchanged: by 200, 0.40, 1,800 or 63."""
    pence = abs(int((one - other) * 100))
    while pence and pence % 10 == 0:
        pence //= 10
    return 0 < pence < 10 or (pence % 9 == 0 and pence // 9 < 10)  # noqa: PLR2004 -- single figures


def rows(text: str) -> Iterator[Mismatch]:
    """Bills with net, tax and gross side by side: each row must add up, and so must the columns."""
    amounts = find_amounts(text)
    triples = _triples(text, amounts)
    for block in _blocks(text, triples):
        fitting = [row for row in block if _adds_up(row)]
        if _NO_BILL.search(text[text.rfind("\n\n", 0, block[0][0].span.start) + 1 : block[0][0].span.start]):
            continue
        if len(block) < _LIST - 1 or len(fitting) * 3 < len(block) * 2:
            continue
        for row in block:
            if not _adds_up(row):
                yield _row_mismatch(row)
        yield from _columns(text, block)


_NO_BILL = re.compile(
    r"\b(?:to date|ytd|(?:last|this|prior|previous) (?:month|year|quarter)|budget(?:ed)?|actual|average"
    r"|forecast|variance)\b",
    re.IGNORECASE,
)
"""How columns are headed that stand side by side and are no parts of each other."""
Row = tuple[Money, Money, Money]
_TAG = re.compile(r"<[^<>]{0,160}>|&nbsp;|[\s|\u00a0*]")
_TABLE_REACH = 500
"""Characters between two amounts of one table."""
_LABEL = 160
"""Characters before a row, tags included, in which it is called the total."""
_ROW_TOTAL = re.compile(r"\btotals?\Z", re.IGNORECASE)


def _triples(text: str, amounts: Sequence[Money]) -> list[Row]:
    """Runs of exactly three amounts with nothing but white space and table marks between."""
    runs: list[list[Money]] = []
    for amount in amounts:
        last = runs[-1][-1] if runs else None
        gap = text[last.span.end : amount.span.start] if last else "x"
        if (
            len(gap) <= _TABLE_REACH
            and not _TAG.sub("", gap).strip("\u00a3")
            and "</tr" not in gap
            and "\n" not in gap
        ):
            runs[-1].append(amount)
        else:
            runs.append([amount])
    return [(run[0], run[1], run[2]) for run in runs if len(run) == 3]  # noqa: PLR2004 -- net, tax, gross


def _blocks(text: str, triples: list[Row]) -> Iterator[list[Row]]:
    """Rows that stand together as a table: up to the row of its total."""
    block: list[Row] = []
    for row in triples:
        if block and row[0].span.start - block[-1][2].span.end > _TABLE_REACH:
            yield block
            block = []
        block.append(row)
        if _is_total(text, row):
            yield block
            block = []
    if block:
        yield block


def _is_total(text: str, row: Row) -> bool:
    start = row[0].span.start
    lead = _TAG.sub(" ", text[max(0, start - _LABEL) : start]).rstrip(" :\u00a3")
    return bool(_ROW_TOTAL.search(lead))


def _adds_up(row: Row) -> bool:
    return _is_same(row[0].value + row[1].value, row[2].value, 2)


def _row_mismatch(row: Row) -> Mismatch:
    net, tax, gross = (money.text for money in row)
    sum_ = in_figures(row[0].value + row[1].value, gross)
    message = f"In this row {net} and {tax} come to {sum_}, but the total is given as {gross}."
    return Mismatch(Severity.WARNING, message, (row[2].span, row[0].span, row[1].span))


def _columns(text: str, block: list[Row]) -> Iterator[Mismatch]:
    """The row of totals beside the columns above it, where they miss it by one slip."""
    if not _is_total(text, block[-1]) or not all(_adds_up(row) for row in block):
        return
    for column in (2, 0):
        sum_ = sum((row[column].value for row in block[:-1]), Decimal(0))
        total = block[-1][column]
        if _is_slip(sum_, total.value) and not _is_same(sum_, total.value, len(block)):
            message = (
                f"The total is given as {total.text}, but the {len(block) - 1} amounts above it "
                f"come to {in_figures(sum_, total.text)}."
            )
            yield Mismatch(Severity.WARNING, message, (total.span, *(row[column].span for row in block[:-1])))
            return
