"""Money as minutes write it: £1,234.56, £5k, £1.2 million, 75p, 500 pounds; and bare amounts of tables."""

import re
from decimal import Decimal
from functools import lru_cache

from review_tui.language.number_words import NUMBER_WORDS, number_of
from review_tui.language.numbers import FIGURES
from review_tui.model.frozen import frozen
from review_tui.model.text import Span

_SPACE = r"[ \u00a0]"
_SCALE = rf"{_SPACE}?(?P<scale>k|m|mn|bn|thousand|million|billion)(?![^\W_])"
_MONEY = re.compile(
    rf"(?P<sign>[\u00a3$\u20ac]|\bGBP){_SPACE}{{0,2}}(?P<figures>{FIGURES}(?:\.\d{{1,2}}(?!\d))?)"
    rf"(?:{_SCALE})?"
    r"|(?<![^\W_])(?<![.,:/\u00a3-])(?P<pence>\d{1,3})p(?![^\W_]|\.m)"
    rf"|(?<![^\W_])(?<![.,:/])(?P<pounds>{FIGURES}(?:\.\d\d)?){_SPACE}(?:pounds|GBP)(?![^\W_])",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    rf"(?<![^\W_])(?P<words>{NUMBER_WORDS}){_SPACE}pounds(?![^\W_])",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"(?<![^\W_])(?<![.,:/\u00a3])(?P<sign>[\u00a3$\u20ac])? ?(?P<minus>[-\u2212](?=\d|\u00a3))?"
    r"(?P<figures>(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,7})\.\d\d)(?![\d.:/%]|,\d|[^\W_]| ?[ap]\.?m\b)",
    re.IGNORECASE,
)
_SCALES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}


@frozen
class Money:
    """A sum of money."""

    value: Decimal
    """In pounds, or in whatever ``currency`` is."""
    currency: str
    """``£``, ``$`` or ``€``; empty for a bare amount of a table."""
    span: Span
    text: str

    @property
    def is_exact(self) -> bool:
        """Whether it is written to the penny, as bills are, and not as a round or scaled figure."""
        return "." in self.text and self.text[-1].isdigit()


@lru_cache(maxsize=8)
def find_money(text: str) -> tuple[Money, ...]:
    """Every sum of money in ``text`` that names its currency, in order."""
    found = [_read_money(match) for match in _MONEY.finditer(text)]
    for match in _IN_WORDS.finditer(text) if "pounds" in text else ():
        value = Decimal(number_of(match["words"]))
        found.append(Money(value, "\u00a3", Span(*match.span()), match[0]))
    return tuple(sorted(found, key=lambda money: money.span))


def find_amounts(text: str) -> tuple[Money, ...]:
    """Every figure with two decimals, with or without a currency: the figures of tables and bills, in order.

    A bare "7.30" may be a time: only lines that are known to hold money should be read so.
    """
    found = []
    for match in _AMOUNT.finditer(text):
        start = (
            match.start("sign") if match["sign"] else match.start("minus" if match["minus"] else "figures")
        )
        value = Decimal(match["figures"].replace(",", ""))
        span = Span(start, match.end())
        found.append(Money(-value if match["minus"] else value, match["sign"] or "", span, span.of(text)))
    return tuple(found)


def in_figures(value: Decimal, like: str) -> str:
    """``value`` as a reader expects it: £1,234.56, $500 for a whole sum, in the currency of ``like``."""
    sign = next((sign for sign in "$\u20ac" if sign in like), "\u00a3")
    whole = value == value.to_integral_value()
    return f"{'-' if value < 0 else ''}{sign}{abs(value):,.{0 if whole else 2}f}"


def _read_money(match: re.Match[str]) -> Money:
    span = Span(*match.span())
    if match["pence"]:
        return Money(Decimal(match["pence"]) / 100, "\u00a3", span, match[0])
    value = Decimal((match["figures"] or match["pounds"]).replace(",", ""))
    if match["scale"]:
        value = value.scaleb(_SCALES[match["scale"].casefold()])
    sign = match["sign"] or "\u00a3"
    return Money(value, "\u00a3" if sign.isalpha() else sign, span, match[0])
