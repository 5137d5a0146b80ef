"""Percentages beside the figures they are of: "12 of 48 (25%)", "from £200 to £230, an increase of 15%"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from review_tui.checks.figures.sum_amounts import Mismatch
from review_tui.language.bounded_repeats import repeat_up_to
from review_tui.language.number_words import NUMBER_WORDS, number_of
from review_tui.language.numbers import FIGURES, find_percentages
from review_tui.language.sentences import CLAUSE_OR_LINE_END
from review_tui.model.findings import Severity
from review_tui.model.text import Span

_NUMBER = rf"(?<![^\W_])(?<![.,/\u00a3])(?:{FIGURES}|{NUMBER_WORDS})(?![^\W_]|[.,/]\d|%)"
_PERCENT = r"(?P<share>(?P<percent>\d{1,3}(?:\.\d{1,2})?) ?(?:%|per ?cent\b))"
_SOME = (
    r"(?P<some>(?:about|around|approximately|approx\.?|nearly|almost|over|some|roughly|just \w{1,6}"
    r"|circa|c\.?"
    r"|or) )?"
)
_NOUN = repeat_up_to(3, r" [a-z]{1,20}")
_OF = r" (?:out of|of|from)(?: the| a total of| our)?(?: possible| total of)? "
_SHARES = (
    re.compile(
        rf"(?P<part>{_NUMBER}){_NOUN}{_OF}(?P<whole>{_NUMBER})(?P<between>[^.;:%\d\n]{{0,60}}?)"
        rf"[(,\u2013-] ?(?:or |i\.?e\.? |equal to |a )?{_SOME}{_PERCENT}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_SOME}{_PERCENT}(?P<between> ?[^.;:%\d\n]{{0,40}}?)"
        rf"\((?P<part>{_NUMBER}){_NOUN}{_OF}(?P<whole>{_NUMBER})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bof (?:the |our |all )?(?P<whole>{_NUMBER}){_NOUN},(?: only)? (?P<part>{_NUMBER})"
        rf"(?P<between> [^.;:%\d\n]{{0,60}}?)(?:, or |[(\u2013-] ?){_SOME}{_PERCENT}",
        re.IGNORECASE,
    ),
)
_SIGN = re.compile(r"%|\bper ?cent\b", re.IGNORECASE)
_AROUND = 170
"""Characters on either side of a share in which its two figures stand."""
_ROUGH = 3
"""Units by which a share may be off that is said to be rough."""
_SIDES = re.compile(
    r"(?P<one>in favou?r|for\b(?! (?:the|an?|this|that|each|all|its|our|their|\d))"
    r"|yes|agreed?|support(?:ed|ing|ive)?|satisfied)"
    r"|(?P<other>against\b(?! (?:an? |the )?[\d\u00a3$\u20ac])|no\b|disagreed?"
    r"|oppos(?:ed|ing)|dissatisfied|not in favou?r)",
    re.IGNORECASE,
)
_REMAINING = re.compile(r"\b(?:the )?(?:remaining|remainder|rest|other)\b[^.;%\n]{0,30}\Z", re.IGNORECASE)
_BREAKDOWN = re.compile(
    r"\b(?:of (?:the )?(?:respondents|responses|those|replies|households|residents)|breakdown"
    r"|broken down|split|made up"
    r"|comprising|consisting|divided|composition|proportions?)\b",
    re.IGNORECASE,
)
_BESIDE = 14
"""Characters between a share and the word for the side that it is of."""
_COMPARED = re.compile(
    r"\b(?:last (?:year|term|month|quarter|time)|previous|the year before|a year (?:ago|earlier)|compared"
    r"|up from|down from|target|minimum|average|national(?:ly)?)\b",
    re.IGNORECASE,
)
"""Words between two shares of which each is of a whole of its own."""
_ALL = 100
"""Per cent."""
_REACH = 400
"""Characters, four times as many as may lie between two shares of one whole."""
_FEW = 3
"""Shares from which they are taken for all of a whole."""
_FIGURE = r"(?P<{0}>\u00a3? ?\d{{1,3}}(?:,\d{{3}}){{0,3}}(?:\d{{0,6}})(?:\.\d{{1,2}})?(?:%| ?per ?cent\b)?)"
_CHANGE = re.compile(
    rf"\bfrom (?:the (?:current|previous|present) )?{_FIGURE.format('a')}(?P<mid>[^.;\d\n\u00a3]{{0,40}})"
    rf" to (?:a (?:total|figure) of |about )?{_FIGURE.format('b')}"
    r"(?![\d/:]|[.,]\d| ?(?:am|pm)\b|st\b|nd\b|rd\b|th\b)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:(?P<up>increas\w{1,3}|rise[ns]?|rose|rising|grow\w{0,3}|grew|uplift|up)"
    r"|(?P<down>decreas\w{1,3}|reduc\w{1,5}|fall\w{0,3}|fell|drop\w{0,4}|cut|down|declin\w{1,3}))\b",
    re.IGNORECASE,
)
_VERB_REACH = 70
"""Characters between a change and the verb that says which way it went."""
_BY = re.compile(
    r"\b(?:by|(?:increas|decreas|ris|reduct|chang|growth|fall|drop|uplift|cut)\w{0,3} of)"
    r"(?: an? (?:\w{1,12} )?(?:increase|decrease|rise"
    rf"|reduction) of)? (?:{_FIGURE.format('step')})(?![\d/:]|[.,]\d)",
    re.IGNORECASE,
)
_APART = re.compile(
    r"(?: ?[(\u2013]|,| or) ?(?:or |an? (?:rise|fall|cut|change|increase|decrease|reduction) of )?"
    r"(?:about |around |nearly |some |just (?:over|under) )?"
    r"(?P<step>\d{1,3}(?:\.\d{1,2})? ?(?:%|per ?cent\b))",
    re.IGNORECASE,
)
"""What stands right behind a change that is told as a share: "from £118 to £124, about 5 per cent"."""
_YEARS = range(1900, 2100)


def shares(text: str) -> Iterator[Mismatch]:
    """A part of a whole whose percentage is another."""
    for window in _percent_windows(text):
        for match in (match for pattern in _SHARES for match in pattern.finditer(text, *window)):
            part, whole = number_of(match["part"]), number_of(match["whole"])
            given = Decimal(match["percent"])
            unit = Decimal(1).scaleb(-len(match["percent"].partition(".")[2]))
            loose = unit * _ROUGH if match["some"] and match["some"].strip().casefold() != "or" else unit
            if not 0 < part <= whole or whole in _YEARS:
                continue
            true = Decimal(100 * part) / whole
            if abs(true - given) < max(loose, Decimal("0.6")):
                continue
            message = (
                f"{part} of {whole} is {true:.0f}%, not {match['percent']}%."
                if unit == 1
                else (f"{part} of {whole} is {true:.1f}%, not {match['percent']}%.")
            )
            spans = [Span(*match.span(name)) for name in ("share", "part", "whole")]
            yield Mismatch(Severity.ERROR, message, tuple(spans))


def _percent_windows(text: str) -> Iterator[tuple[int, int]]:
    """Where a share and its figures could stand: the words around each percentage, none twice."""
    start = end = 0
    for match in _SIGN.finditer(text):
        first, last = max(0, match.start() - _AROUND), min(len(text), match.end() + _AROUND)
        if end and first > end:
            yield start, end
            start = first
        start, end = (start if end else first), last
    if end:
        yield start, end


def complements(text: str) -> Iterator[Mismatch]:
    """Shares of one whole, in one sentence, that come to more than all of it, or with "the rest" to less."""
    percentages = find_percentages(text)
    group: list[int] = []
    for index, one in enumerate(percentages):
        last = percentages[group[-1]] if group else None
        gap = text[last.span.end - 2 : one.span.start] if last else ""
        if last and (len(gap) > _REACH // 4 or CLAUSE_OR_LINE_END.search(gap) or _COMPARED.search(gap)):
            yield from _over_whole(
                text, [percentages[i].span for i in group], [percentages[i].value for i in group]
            )
            group = []
        group.append(index)
    if group:
        yield from _over_whole(
            text, [percentages[i].span for i in group], [percentages[i].value for i in group]
        )


def _over_whole(text: str, spans: list[Span], values: list[Decimal]) -> Iterator[Mismatch]:
    """Shares that come to more than all: of two sides, of many parts, or of one and "the rest"."""
    sum_ = sum(values, Decimal(0))
    if len(spans) < 2 or abs(sum_ - _ALL) <= 1 or any(v >= _ALL for v in values):  # noqa: PLR2004 -- two shares
        return
    lead = text[max(0, spans[0].start - 90) : spans[0].start].rsplit("\n", 1)[-1]
    rest = bool(_REMAINING.search(text, max(0, spans[-1].start - 45), spans[-1].start))
    sides = [
        _side(text, a.end, min(b, a.end + 45))
        for a, b in zip(spans, [s.start for s in spans[1:]] + [len(text)], strict=True)
    ]
    both = len(spans) == 2 and set(sides) == {"one", "other"}  # noqa: PLR2004 -- for and against
    many = len(spans) >= _FEW and (
        _BREAKDOWN.search(lead) or _BREAKDOWN.search(text[spans[0].end : spans[-1].end])
    )
    plain = f"{sum_.normalize():f}%"
    if rest and len(spans) == 2:  # noqa: PLR2004 -- a share and the rest
        message = (
            f"The shares of the whole come to {plain}, not 100%, although the last is said to be the rest."
        )
        yield Mismatch(Severity.WARNING, message, (spans[-1], *spans[:-1]))
    elif sum_ > _ALL and (both or many):
        severity = Severity.WARNING if both or sum_ < _ALL * 2 else Severity.HINT
        yield Mismatch(
            severity, f"The percentages of one whole come to {plain}, more than 100%.", tuple(spans)
        )


def _side(text: str, start: int, end: int) -> str:
    match = _SIDES.search(text, start, end)
    if match and match[0].lower() in {"for", "against"} and match.start() - start > _BESIDE:
        return ""  # of what the share is, and not of a vote
    return ("one" if match["one"] else "other") if match else ""


def changes(text: str) -> Iterator[Mismatch]:
    """An increase to less, a decrease to more, and one by another figure than the two ends give."""
    for match in _CHANGE.finditer(text):
        if (match["a"][0] == "\u00a3") != (match["b"][0] == "\u00a3"):
            continue
        if _is_share(match["a"]) is not _is_share(match["b"]):
            continue
        before, after = (Decimal(re.sub(r"[^\d.]", "", match[name])) for name in ("a", "b"))
        plain = match["a"].isdigit() and (int(before) in _YEARS or int(after) in _YEARS)
        if not before or plain:
            continue
        start = _start(text, match.start())
        verbs = list(_VERB.finditer(text, start, match.end("mid")))
        verb = verbs[-1] if verbs and match.start() - verbs[-1].end() < _VERB_REACH else None
        if not verb and not _APART.match(text, match.end()):
            continue
        up = bool(verb and verb["up"])
        if verb and before != after and (after > before) is not up and len(verbs) == 1:
            said, true = ("an increase", "less") if up else ("a decrease", "more")
            ends = f"{match['b'].strip()} is {true} than {match['a'].strip()}"
            spans = (Span(*match.span("b")), Span(*match.span("a")), Span(*verb.span()))
            yield Mismatch(Severity.WARNING, f"This is said to be {said}, but {ends}.", spans)
        else:
            yield from _step(text, match, start, before, after)


def _step(text: str, match: re.Match[str], start: int, before: Decimal, after: Decimal) -> Iterator[Mismatch]:
    """A change from one figure to another that is not by as much as the sentence says."""
    # a stop is known by what stands before it, which is the last figure itself
    end = CLAUSE_OR_LINE_END.search(text, match.end() - 2, match.end() + _VERB_REACH)
    tail = end.end() - 1 if end else min(len(text), match.end() + _VERB_REACH)
    steps = [
        *_BY.finditer(text, max(start, match.start() - 60), match.start()),
        *_BY.finditer(text, match.end(), tail),
    ]
    apart = _APART.match(text, match.end())
    steps = [apart] if apart and not steps else steps
    if len(steps) != 1:
        return
    given = steps[0]["step"].strip()
    value = Decimal(re.sub(r"[^\d.]", "", given))
    difference = abs(after - before)
    share = difference * 100 / before
    if _is_share(given) and not _is_share(match["a"]):
        rounding = Decimal("0.006") * 100 / before * 2
        if abs(share - value) < max(Decimal("0.6") if "." not in given else Decimal("0.11"), rounding):
            return
        said = f"{share:.1f}%"
    elif (
        ("\u00a3" in given) is ("\u00a3" in match["a"])
        and value
        and _is_share(given) is _is_share(match["a"])
    ):
        if abs(difference - value) <= Decimal("0.02"):
            return
        said = f"{'£' if '£' in given else ''}{difference:,}{'%' if _is_share(given) else ''}"
    else:
        return
    spans = (Span(*steps[0].span("step")), Span(*match.span("a")), Span(*match.span("b")))
    message = f"From {match['a'].strip()} to {match['b'].strip()} is a change of {said}, not {given}."
    yield Mismatch(Severity.WARNING, message, spans)


def _is_share(figure: str) -> bool:
    return figure.endswith("%") or figure.lower().endswith("cent")


def _start(text: str, end: int) -> int:
    floor = max(0, end - 140)
    breaks = [match.end() for match in CLAUSE_OR_LINE_END.finditer(text, floor, end)]
    return breaks[-1] if breaks else floor
