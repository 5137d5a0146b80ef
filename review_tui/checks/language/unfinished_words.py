"""What clerks type where something is still to come: the forms of a blank, a doubt, a note to oneself."""

import re
from collections.abc import Iterator
from enum import Enum

from review_tui.model.frozen import frozen
from review_tui.model.text import Span


class Placeholder(Enum):
    """What an unfinished word stands for, in words that follow its quote."""

    DATE = "leaves the date open: it is still to be filled in"
    TIME = "leaves the time open: it is still to be filled in"
    FIGURE = "leaves the figure open: it is still to be filled in"
    NAME = "leaves the name open: it is still to be filled in"
    UNHEARD = "says that words are missing: ask whoever was there, or say it another way"
    LOST = "stands where a quotation mark or an apostrophe was lost"
    DOUBT = "marks a doubt that is not settled yet"
    NOTE = "is a note to oneself, and not for the record"
    ADDED = "says that something is still to be added"
    BLANK = "is a blank: something is still to be filled in"
    OPEN = "says that something is still open"


@frozen
class Unfinished:
    """An unfinished word where it stands in its passage."""

    span: Span
    gap: Placeholder


_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_TITLE = r"(?:cllrs?|councillors?|mr|mrs|ms|miss|dr|prof(?:essor)?|rev|sir)"
_OPEN = r"(?:\\?[\[{]){1,2}\s{0,2}"
_CLOSE = r"\s{0,2}(?:\\?[\]}]){1,2}(?![(\[])"
_LINE = r"(?:\\?_){3,200}"
_DOTS = r"(?:\.{4,200}|\u2026{2,100})"
_INSERT = r"(?:please |pls |to )?(?:insert|enter|add|put|fill in|give)\s(?:the |a |an |your )?"
_NAME = (
    r"(?:(?:full|first|last|councillor|cllr|member|officer|proposer|seconder|speaker)(?:['\u2019]s)? )?"
    r"(?:sur)?names?"
)
_FIGURE = r"(?:(?:total|exact) )?(?:amount|figures?|sum|cost|price|total|number|percentage|x{2,6}|#{1,6})"
_DAY = r"(?:date|day|month|year|dd|dd/mm(?:/yy(?:yy)?)?)"
_OF = r"(?: of [a-z]{2,15}(?: [a-z]{2,15})?)?"
_TO_COME = r"(?:t\.?b\.?[acd]\.?|to be (?:confirmed|agreed|announced|advised|decided|determined|arranged))"
_ADDED = r"to be (?:added|inserted|supplied|filled in|typed(?: up)?|written up)"
_THING = (
    r"(?:appendix|apologies|attendance|dates?|details?|figures?|list|minutes?|names?|notes?|paragraph|rest"
    r"|section|summary|table|text|votes?|wording)"
)


def _placeholders(*ways: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{way})" for way in ways), re.IGNORECASE)


_WAYS: dict[Placeholder, re.Pattern[str]] = {
    Placeholder.DATE: _placeholders(
        rf"(?<!\w)(?:x{{2}}|x(?=st|nd|rd|th)|\?{{2,3}}|{_LINE})(?:st|nd|rd|th)?\s{{0,2}}(?:of\s)?{_MONTH}\b",
        rf"\b{_MONTH}\s(?:x{{2}}|\?{{2,4}}|{_LINE})(?:st|nd|rd|th)?(?!\w)",
        r"(?<![\w/.-])(?:x{1,2}|\d{1,2})(?:/x{1,2}/|\.x{1,2}\.)(?:x{4}|x{2}|\d{4}|\d{2})(?![\w/-])",
        r"(?<![\w/.-])(?:x{2}|\d{1,2})-x{2}-(?:x{4}|\d{4}|\d{2})(?![\w/-])",
        r"(?<![\w/.-])x{2}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)(?:x{4}|x{2}|\d{4}|\d{2})(?![\w/-])",
        r"(?<![\w/-])20(?:x{2}|\dx|\?{2}|_{2,20})(?![\w/])",
        rf"{_OPEN}(?:{_INSERT})?(?:the )?{_DAY}{_OF}\??{_CLOSE}",
        rf"[<(]{_INSERT}{_DAY}[^<>()\n]{{0,20}}[>)]",
    ),
    Placeholder.TIME: _placeholders(
        r"(?<![\w:.])x{1,2}[:.]x{2}(?:\s{0,2}[ap]\.?m\b\.?)?(?!\w)",
        r"(?<![\w:.])(?:x{2}|\d{1,2}[:.]x{2}|\?{2,3})\s{0,2}[ap]\.?m\b\.?",
        rf"{_OPEN}(?:{_INSERT})?(?:start |end )?time\??{_CLOSE}",
    ),
    Placeholder.FIGURE: _placeholders(
        rf"[\u00a3$\u20ac]\s?(?:x[x,.]{{0,15}}[km]?\b|\?{{1,5}}|{_LINE}|{_DOTS}|{_TO_COME}(?!\w)"
        rf"|{_OPEN}(?:{_TO_COME}|{_FIGURE}|\?{{1,5}}|{_LINE}){_CLOSE})",
        r"(?<!\w)(?:x{1,3}|\?{1,4})(?:%|\sper cent\b|\spercent\b)",
        rf"{_OPEN}(?:{_INSERT})?{_FIGURE}{_OF}\??{_CLOSE}",
        rf"[<(]{_INSERT}{_FIGURE}[^<>()\n]{{0,20}}[>)]",
    ),
    Placeholder.NAME: _placeholders(
        rf"\b{_TITLE}\.?\s(?:x{{2,6}}\b|\?{{1,5}}|{_LINE}|{_DOTS}|t\.?b\.?[acd]\b|(?-i:[A-Z])\?)",
        rf"{_OPEN}(?:{_INSERT})?(?:the )?{_NAME}{_OF}\??{_CLOSE}",
        rf"[<(]{_INSERT}{_NAME}[^<>()\n]{{0,20}}[>)]",
        rf"<{_NAME}>",
    ),
    Placeholder.UNHEARD: _placeholders(
        rf"{_OPEN}(?:inaudible|unclear|illegible|indistinct|unintelligible|crosstalk|not heard"
        rf"|(?:words? )?missing|could(?:n['\u2019]t| not) (?:hear|read|make out))\b[^\]}}\n]{{0,40}}{_CLOSE}",
        r"\((?:name |word |words )?(?:inaudible|unclear|illegible|indistinct|unintelligible)\s{0,2}\??\)",
    ),
    Placeholder.LOST: _placeholders(
        r"(?<![\w?])\?{3}(?=[a-z])[^?]{1,200}?(?<=[\w.,!])\?{3}(?![\w?])",
        r"(?<=\w)\?{3}(?=(?:d|ll|m|re|s|t|ve)\b)",
    ),
    Placeholder.DOUBT: _placeholders(
        r"\?{2,40}",
        r"\\?[\[(]\s{0,2}(?:(?-i:sp)\.?\s{0,2}\?{0,3}|sp\.?\s{0,2}\?{1,3})\s{0,2}\\?[\])]",
        r"\\?[\[(]\s{0,2}\?\s{0,2}\\?[\])]",
        r"\\?[\[(]\s{0,2}(?:please |pls |to |need to )?(?:double-)?(?:check|confirm|verify|query|clarify)"
        r"(?: (?:this|that|spelling|names?|dates?|figures?|amount|title|with [^\])\n]{1,30}))?"
        r"\s{0,2}\?{0,3}\\?[\])]",
        r"\\?[\[(](?!(?:why|how|when|where|who|what|which|really|yes|no)\b)(?:[\w'\u2019-]|\.(?!\.)){2,25}\?\\?[\])]",
    ),
    Placeholder.NOTE: _placeholders(
        r"(?-i:\b(?:TODO(?! [Ll]ists?\b)|TO DO(?=:)|FIXME)(?![\w-]))", r"\blorem ipsum\b", r"\bnote to self\b"
    ),
    Placeholder.ADDED: _placeholders(
        rf"(?:\u2026|\.{{3}})\s{{0,2}}(?:{_ADDED}|to follow|to come)\b",
        rf"\b{_ADDED}\s{{0,2}}(?:\u2026|\.{{3}})",
        rf"{_OPEN}(?:[\w'\u2019 ]{{0,50}} )?(?:{_ADDED}|to be completed|to follow|to come){_CLOSE}",
        rf"\((?:the )?(?:{_THING} )?{_ADDED}\)",
        rf"\A\W{{0,4}}(?:the )?{_THING} (?:is |are )?(?:still )?{_ADDED}\W{{0,4}}\Z",
        rf"{_OPEN}(?:insert|enter|fill in|add) [^\]\n]{{1,60}}{_CLOSE}",
        rf"{_OPEN}(?:venue|place|address|title|reference|ref|text|wording|details?|gap|blank)\??{_CLOSE}",
    ),
    Placeholder.BLANK: _placeholders(rf"(?<![\w*]){_LINE}(?![\w*])", r"(?<![\w.-])x{2,8}(?![\w-])(?!\.\w)"),
    Placeholder.OPEN: _placeholders(
        rf"{_OPEN}{_TO_COME}\??{_CLOSE}", r"(?<![\w.-])t\.?b\.?[acd]\b(?:\.(?=\s?[a-z,;)]))?"
    ),
}
"""The forms of each gap; of two at one place the first of these counts, and of two alike the longer."""
_SIGNS = (
    *"?_[{<(",
    *("....", "\u2026\u2026", "tb", "t.b", "to be ", "to follow", "to come"),
    *("todo", "to do", "fixme", "lorem", "note to self"),
)
"""What each form has one of, but those with an X, so that passages without any are passed over."""
_X = re.compile(r"(?<![^\W\d_])x")
_ADDRESS = re.compile(r"\S{0,300}(?:://|www\.|@)\S{1,2000}")
_NUMERAL = re.compile(
    r"\b(?:annex|appendix|article|bowl|chapter|king|louis|olympiad|part|pope|protocol|schedule|section|title"
    r"|vol(?:ume)?)\.?\s\Z",
    re.IGNORECASE,
)
_MASKED = re.compile(r"[\dx]{2,20}[\s-]\Z", re.IGNORECASE)
_MASKED_ON = re.compile(r"[\s-][\dx]{3,20}\b", re.IGNORECASE)
_UNDERLINED = re.compile(rf"{_LINE}|{_DOTS}|\b20_{{2,20}}")
_LABELS = frozenset(
    """
    a accurate and approved as by chair chairman chairperson chairwoman clerk confirmed correct council
    councillor date dated day initialled initials mayor meeting minutes name of on page parish position
    president print printed record secretary sign signature signed the this time title to true vice witness
    """.split()  # noqa: SIM905 -- reads better as prose
)
"""Words beside the lines that people sign on."""
_SIGNED = re.compile(r"\b(?:signed|signature)\b", re.IGNORECASE)
_SIGNER = r"(?:chair(?:man|person|woman)?|clerk|date|dated|initials|mayor|print name|signed|signature)"
_SIGNED_BEFORE = re.compile(rf"\b{_SIGNER}[\s:*)]{{0,6}}\Z", re.IGNORECASE)
_SIGNED_AFTER = re.compile(rf"[\s*(]{{0,6}}{_SIGNER}\b", re.IGNORECASE)
_NEAR = 24
"""Characters on either side of a mark that may show it to be meant."""
_MOST_SIGNED = 14
"""A line to sign on has at most this many words."""


def find_unfinished(words: str) -> Iterator[Unfinished]:
    """The unfinished words of one passage, in order."""
    small = words.lower()
    if not any(sign in small for sign in _SIGNS) and not _X.search(small):
        return
    taken = [Span(m.start(), m.end()) for m in _ADDRESS.finditer(words)]
    whole = _is_signed_on(words)
    taken += [
        Span(m.start(), m.end())
        for m in _UNDERLINED.finditer(words)
        if whole or _SIGNED_AFTER.match(words, m.end()) or _SIGNED_BEFORE.search(words[: m.start()][-_NEAR:])
    ]
    found: list[Unfinished] = []
    for gap, ways in _WAYS.items():
        for match in ways.finditer(words):
            span = Span(match.start(), match.end())
            if any(span.overlaps(other) for other in taken) or _is_figure_of_its_own(words, span, gap):
                continue
            taken.append(span)
            found.append(Unfinished(span, gap))
    yield from sorted(found, key=lambda one: one.span)


def _is_figure_of_its_own(words: str, span: Span, gap: Placeholder) -> bool:
    """Whether an XX is a Roman numeral ("Schedule XX") or part of a number that is masked on purpose."""
    if gap is not Placeholder.BLANK or words[span.start] in "_\\":
        return False
    before, after = words[: span.start][-_NEAR:], words[span.end :][:_NEAR]
    if not before.strip(" #*_") and after[:1] in {".", ")"}:
        return True  # "XX. ADJOURNMENT"
    return bool(_NUMERAL.search(before) or _MASKED.search(before) or _MASKED_ON.match(after))


def _is_signed_on(words: str) -> bool:
    """Whether a passage is a line to sign on: "Chairman: ........ Date: ......"."""
    said = re.findall(r"[^\W\d_]{1,40}", _UNDERLINED.sub(" ", words))
    if _SIGNED.search(words) and len(said) <= _MOST_SIGNED:
        return True
    return all(word.casefold() in _LABELS for word in said)
