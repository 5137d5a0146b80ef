"""Counts and their parts, and so many at so much: "12 letters, of which 8 were for and 5 against"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from review_tui.checks.figures.sum_amounts import Mismatch
from review_tui.language.bounded_repeats import repeat_up_to
from review_tui.language.money import in_figures
from review_tui.language.number_words import NUMBER_WORDS, number_of
from review_tui.language.numbers import FIGURES, find_counts
from review_tui.language.sentences import CLAUSE_OR_LINE_END
from review_tui.model.findings import Severity
from review_tui.model.text import Span

_NUMBER = rf"(?<![^\W_])(?<![.,/\u00a3])(?:{FIGURES}|{NUMBER_WORDS})(?![^\W_]|[.,/]\d|%)"
_MONEY = r"(?P<{0}>\u00a3 ?\d{{1,3}}(?:,\d{{3}}){{0,2}}\d{{0,4}}(?:\.\d\d)?)(?![\d,]\d|\.\d|k\b|m\b)"
_PLAIN = re.compile(r"[\u00a3, ]")
_WORD = r" [a-z'\u2019-]{1,20}"
_COMES_TO = (
    r"(?:\(?(?:a |at a |giving a |making a )?total(?:s|ling| cost| of|:)?(?: of)?|=|making|costing|coming to)"
)
_PRODUCT = re.compile(
    rf"(?=[\daefnost])(?P<count>{_NUMBER})(?P<what>{repeat_up_to(4, _WORD)}) (?:at|@|x)(?: a cost of)?"
    rf" {_MONEY.format('each')}(?: each| ?/ ?\w{{1,8}}| per \w{{1,12}}| an hour| a (?:day|week|month|head))?"
    rf"(?: ?\+ ?VAT| plus VAT)?[,; ]{{0,2}}{_COMES_TO} ?(?:of )?{_MONEY.format('total')}",
    re.IGNORECASE,
)
_OF_EACH = re.compile(
    rf"{_MONEY.format('each')}{repeat_up_to(2, _WORD)} (?:on|for|to|per|from) each of (?:the |our )?"
    rf"(?P<count>{_NUMBER})(?P<what>{repeat_up_to(3, _WORD)}),? ?(?:which |that )?(?:would |will |to )?"
    r"(?:costs?|costing|comes? to|coming to|total(?:s|ling)?|amounts? to|mak(?:es?|ing)|=) "
    rf"{_MONEY.format('total')}",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"[^.;:\d\n\u00a3]{0,40}?(?:(?P<of>,? (?:\(?of (?:which|whom|these|those))\b)|,? ?\(?(?:comprising"
    r"|consisting of|made up of"
    r"|broken down (?:as|into))(?: of)?\b|(?P<colon>: ))",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[^.;:\d\n\u00a3%]{1,60}\Z")
_NAMED = re.compile(r" [^\W\d_]{2}")
_JOINS = re.compile(r",|\band\b|\bplus\b|&", re.IGNORECASE)
_NOUNS = frozenset(
    """
    applications apprentices ballots bids cases children complaints comments councillors crimes dwellings
    emails enquiries entries families forms governors homes houses incidents letters members objections
    offences people permits places plots properties proposals questions reports replies representations
    requests residents respondents responses returns schools seats sites staff students submissions
    trees units vacancies visits volunteers votes
    """.split()  # noqa: SIM905 -- reads better as prose
)
_REACH = 220
"""Characters behind the words of a count in which its parts stand."""
_FAR = 30
"""Characters from the word that begins the parts to the first of them."""
_TAX = Decimal("1.2")


def products(text: str) -> Iterator[Mismatch]:
    """So many at so much each, and what they are said to come to."""
    for match in (match for rule in (_PRODUCT, _OF_EACH) for match in rule.finditer(text)):
        each, total = (Decimal(_PLAIN.sub("", match[name])) for name in ("each", "total"))
        true = number_of(match["count"]) * each
        tolerance = Decimal("0.02")
        if any(abs(true * factor - total) <= tolerance for factor in (1, _TAX)):
            continue
        sum_ = in_figures(true, match["each"])
        message = f"{match['count']} at {match['each']} come to {sum_}, not {match['total']}."
        spans = [Span(*match.span(name)) for name in ("total", "count", "each")]
        yield Mismatch(Severity.WARNING, message, tuple(spans))


def breakdowns(text: str) -> Iterator[Mismatch]:
    """A count and its parts in the same sentence."""
    counts = find_counts(text)
    for index, whole in enumerate(counts):
        cue = _CUE.match(text, whole.span.end) if whole.noun in _NOUNS else None
        if not cue:
            continue
        end = CLAUSE_OR_LINE_END.search(text, cue.end(), cue.end() + _REACH)
        stop = end.end() if end else min(len(text), cue.end() + _REACH)
        parts = [c for c in counts[index + 1 : index + 8] if cue.end() <= c.span.start < stop]
        edges = [c.span for c in parts]
        gaps = [text[a.end : b.start] for a, b in pairwise(edges)]
        listed = len(parts) > 1 and all(_JOINED.match(gap) and _JOINS.search(gap) for gap in gaps)
        if (
            not listed
            or edges[0].start - cue.end() > _FAR
            or not all(_NAMED.match(text, c.span.end) for c in parts)
        ):
            continue
        sum_ = sum(part.value for part in parts)
        if sum_ == whole.value or (cue["of"] and sum_ < whole.value):
            continue
        message = f"{whole.text} {whole.noun} are given, but their parts come to {sum_}."
        severity = Severity.HINT if cue["colon"] else Severity.WARNING
        yield Mismatch(severity, message[0].upper() + message[1:], (whole.span, *edges))
