"""What is left of two amounts: a surplus or deficit, a variance, an increase; and an amount's parts."""

import re
from collections.abc import Iterator
from decimal import Decimal

from review_tui.checks.figures.sum_amounts import Mismatch
from review_tui.language.money import find_money, in_figures
from review_tui.model.findings import Severity
from review_tui.model.text import Span

_AMOUNT = (
    r"\u00a3 ?(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,9})(?!\d)(?:\.\d{1,2}(?!\d))?"
    r"(?: ?(?:k|m|bn|million|billion)(?![^\W_]))?"
)
_WORDS = r"[^.;:\n\u00a3%]{0,45}"
_FEW = r"[^.;:,\n\u00a3%]{0,25}"
_IN = r"\b(?:income|receipts|takings|incoming resources)\b"
_OUT = r"\b(?:expenditure|payments|spending|outgoings|expenses|costs)\b"
_LEFT = rf"\b(?P<what>surplus|deficit|loss|profit)\b{_FEW}"
_OFF = (
    r"(?P<what>(?:over|under)(?:spent)?|short|more|less|higher|lower|better|worse|above|below|ahead)\b"
    r"(?! to\b)"
)
_RULES: tuple[re.Pattern[str], ...] = (
    re.compile(
        rf"{_IN}{_FEW}(?P<a>{_AMOUNT}){_FEW},?{_FEW}{_OUT}{_FEW}(?P<b>{_AMOUNT}){_WORDS}{_LEFT}(?P<c>{_AMOUNT})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_OUT}{_FEW}(?P<b>{_AMOUNT}){_FEW},?{_FEW}{_IN}{_FEW}(?P<a>{_AMOUNT}){_WORDS}{_LEFT}(?P<c>{_AMOUNT})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<a>{_AMOUNT}){_FEW}\b(?:against|compared (?:to|with)){_FEW}\b(?:plan(?:ned)?|budget(?:ed)?"
        r"|forecast|target)\b"
        rf"{_FEW}(?P<b>{_AMOUNT}),?{_FEW}\b(?P<what>variance|overspend|underspend)\b{_FEW}(?P<c>{_AMOUNT})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<a>{_AMOUNT}),?{_FEW}\b(?:up|down) from (?P<b>{_AMOUNT}){_FEW},{_FEW}\ban? (?:[a-z]{{1,12}} )?"
        rf"(?P<what>increase|decrease|rise|fall|reduction) of (?P<c>{_AMOUNT})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<a>{_AMOUNT}){_FEW}\b(?:against|compared (?:to|with)){_FEW}(?P<b>{_AMOUNT})\)?{_WORDS}"
        rf"(?P<c>{_AMOUNT}) {_OFF}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<a>{_AMOUNT}),{_FEW}(?P<c>{_AMOUNT}) {_OFF}{_FEW}\b(?:than|of){_FEW}(?P<b>{_AMOUNT})",
        re.IGNORECASE,
    ),
)
_MADE_UP = re.compile(
    rf"(?P<total>{_AMOUNT}){_FEW},? ?\b(?:made up of|comprising|consisting of|broken down as){_FEW}"
    rf"(?P<a>{_AMOUNT}){_FEW},?{_FEW}(?:\band\b|&|\bplus\b){_FEW}(?P<b>{_AMOUNT})(?!{_WORDS}\u00a3)",
    re.IGNORECASE,
)
_ROUND = 2
"""Rounded figures may miss by two of their last places."""


def balances(text: str) -> Iterator[Mismatch]:
    """A difference of two amounts that is given as another."""
    for match in (match for rule in _RULES for match in rule.finditer(text)):
        first, second, given = (_amount_and_precision(match[name]) for name in ("a", "b", "c"))
        true = abs(first[0] - second[0])
        if abs(true - given[0]) <= _slack(first, second, given):
            continue
        is_off = match.start("what") > match.start("c")
        called = "difference" if is_off else match["what"].casefold()
        message = (
            f"The {called} is given as {match['c']}, but {match['a']} and {match['b']} are "
            f"{in_figures(true, match['c'])} apart."
        )
        yield Mismatch(Severity.WARNING, message, _spans(match, "c", "a", "b"))


def two_parts(text: str) -> Iterator[Mismatch]:
    """An amount that is said to be made up of two others, and is not."""
    for match in _MADE_UP.finditer(text):
        total, first, second = (_amount_and_precision(match[name]) for name in ("total", "a", "b"))
        true = first[0] + second[0]
        if abs(true - total[0]) <= _slack(total, first, second):
            continue
        parts = f"{match['a']} and {match['b']}"
        sum_ = in_figures(true, match["total"])
        message = f"{match['total']} is said to be made up of {parts}, but these come to {sum_}."
        yield Mismatch(Severity.WARNING, message, _spans(match, "total", "a", "b"))


def _amount_and_precision(written: str) -> tuple[Decimal, Decimal]:
    """An amount in in_figures, and what its last place is worth: nothing where pence are written."""
    money = find_money(written)[0]
    figures = re.sub(r"[^\d.]", "", written)
    scale = money.value / Decimal(figures) if Decimal(figures) else Decimal(1)
    places = len(figures.partition(".")[2])
    return money.value, scale.scaleb(-places) if scale > 1 or places == 0 else Decimal(0)


def _slack(*amounts: tuple[Decimal, Decimal]) -> Decimal:
    """How much a sum of rounded figures may miss by."""
    return _ROUND * max(unit for _, unit in amounts)


def _spans(match: re.Match[str], *names: str) -> tuple[Span, ...]:
    return tuple(Span(*match.span(name)) for name in names)
