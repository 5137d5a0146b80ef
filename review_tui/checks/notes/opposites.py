"""Words that turn a sentence round: opposites, and the words of not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from review_tui.checks.notes.opposite_words import PAIRS
from review_tui.domain.text import Span


@dataclass(frozen=True, slots=True)
class Turn:
    """A word that an opposite could stand for."""

    pair: int
    """Which pair of opposites."""
    side: int
    """0 or 1."""
    span: Span
    text: str


DECIDING = 0
"""The pair of agreed and refused."""
VOTING = 2
"""The pair of for and against, which one vote may have both of."""
_PLAIN = frozenset({DECIDING, 1, VOTING})
_LOOSE = frozenset(
    "up down cut drop dropped fall fell fallen lower higher grown support supports following".split()  # noqa: SIM905 -- reads better as prose
)
"""Words that often mean something else: "set up", "cut the hedge"."""
_SIDES = {
    word.replace("_", " "): (i, side)
    for i, pair in enumerate(PAIRS)
    for side, words in enumerate(pair)
    for word in words
}
_PHRASES = re.compile(
    r"(?<![^\W_])(?:" + "|".join(word for word in _SIDES if " " in word) + r")(?![^\W_])", re.IGNORECASE
)
_TOKEN = re.compile(r"(?<![^\W_])[^\W\d_]{1,16}(?:['\u2019][^\W\d_]{1,3}|4)?(?![^\W_])")
_NO_VOTE = re.compile(r"\s(?:out|over|forward|on)\b")
"""After "carried" it was no motion."""
_SIGNS = re.compile(
    r"(?P<yes>[\u2713\u2714\u2611])|(?P<no>[\u2717\u2718\u2612])|(?P<more>[\u2191\u21d1]|(?<![\w+])\+(?=\s?\u00a3?\d))"
    r"|(?P<less>[\u2193\u21d3]|(?<=[\s(])[-\u2013](?=\u00a3?\d{1,3}(?:\.\d{1,2})?\s?%))"
    r"|(?<=[?:,\s])(?P<nay>no|nope)(?=\s{0,3}(?:[,;]|\.\s{0,3}\Z|\s[-\u2013]|\Z|\n))",
    re.IGNORECASE,
)
"""A clerk's ticks and crosses, arrows, plus and minus, and a "no" that ends what it is of."""
_OF_SIGNS = {"yes": (0, 0), "no": (0, 1), "nay": (0, 1), "more": (1, 0), "less": (1, 1)}
_RAISED = frozenset({"raise", "raised", "raises"})
_BROUGHT_UP = re.compile(
    r"\b(?:concern|question|quer|issue|objection|point|matter|comment|worr|item|complaint|problem)\w{0,4}\b[^.;]{0,30}\Z",
    re.IGNORECASE,
)
_RAISED_WHAT = re.compile(
    r"\s(?:(?:the|a|an|any|some|several|his|her|their|this|again|at)\s){0,2}"
    r"(?:\u00a3|money|funds|awareness|concern|question|quer|issue|objection|point|matter|worr|profile|it\b|with\b)",
    re.IGNORECASE,
)
"""What is raised by being brought up, not by being made more."""
_CUT = (("incr", (1, 0)), ("decr", (1, 1)), ("dcrs", (1, 1)))
"""The beginnings by which clerks' cut words are known."""
_ALSO: dict[str, tuple[tuple[int, int], ...]] = {
    "supported": ((0, 0),),
    "opposed": ((0, 1),),
    "declined": ((1, 1),),
}
"""Words of two pairs: "opposed" is no agreement, and is against."""
_NOT = re.compile(
    r"(?<![^\W_])(?:not(?!\s(?:only|as|just|least)\b)|never|cannot|[a-z]{2,6}n['\u2019]t)(?![^\W_])",
    re.IGNORECASE,
)
_JUST_BEFORE = re.compile(
    r"(?:\b(?:not|never|no)|n['\u2019]t)\s(?:(?:been|be|yet|unanimously|then|to|get|being)\s){0,2}\Z",
    re.IGNORECASE,
)
_LOOK_BACK = 40
_ANY_NO = re.compile(
    r"(?<![^\W_])(?:not|nt|non|no(?!\.?\s?\d)|nor|never|none|nil|nobody|nothing|neither|without|w/o|cannot|cant|wont|dont|[a-z]{2,6}n['\u2019]t|unable|lack"
    r"|lacks|lacking|fail\w{0,4}|refus\w{0,4}|declin\w{0,4}|reject\w{0,4}|impossible|against|agst|object\w{0,5}|stop\w{0,4}|avoid\w{0,4}"
    r"|prevent\w{0,4}|unless|until|yet|hardly|x|off|away|missing|absent|un(?!der|anim|til|less|ited|ion|iq)\w{4,14}|in(?:adequate|sufficient|complete|correct)"
    r"|dis(?:allow|appro|conn|contin|miss|satisf)\w{0,6}"
    r"|ex|defer\w{0,4}|delay\w{0,4}|away|out|cease\w{0,2}|excluding|except|but|however|only|rather|instead)(?![^\W_])",
    re.IGNORECASE,
)


def turns(text: str, span: Span) -> Iterator[Turn]:
    """The words of ``span`` that have an opposite, in order."""
    phrases = list(_PHRASES.finditer(text, span.start, span.end))
    taken = {at for phrase in phrases for at in range(phrase.start(), phrase.end())}
    words = (m for m in _TOKEN.finditer(text, span.start, span.end) if m.start() not in taken)
    signs = _SIGNS.finditer(text, span.start, span.end)
    for match in sorted((*phrases, *words, *signs), key=lambda m: m.start()):
        if match.lastgroup in _OF_SIGNS:
            yield Turn(*_OF_SIGNS[match.lastgroup], Span(match.start(), match.end()), match[0])
            continue
        word = match[0].casefold().replace("\u2019", "'")
        if _is_of_else(text, match, word):
            continue
        where = Span(match.start(), match.end())
        for pair, side in (*_sides_of(word), *_ALSO.get(word, ())):
            yield Turn(pair, side, where, match[0])


def is_plain_turn(turn: Turn) -> bool:
    """Whether a word hardly ever means something else, so that its place in the sentence tells enough."""
    return turn.pair in _PLAIN and turn.text.casefold() not in _LOOSE


def _is_of_else(text: str, match: re.Match[str], word: str) -> bool:
    """Whether a word is no turn where it stands: "carried out", "concern was raised"."""
    if word == "carried":
        return _NO_VOTE.match(text, match.end()) is not None
    if word not in _RAISED:
        return False
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    return _BROUGHT_UP.search(before) is not None or _RAISED_WHAT.match(text, match.end()) is not None


def _sides_of(word: str) -> tuple[tuple[int, int], ...]:
    """The pair and side that a word is of, if it is of one."""
    if word in _SIDES:
        return (_SIDES[word],)
    return tuple(at for start, at in _CUT if word.startswith(start))[:1]


def negations(text: str, span: Span) -> Iterator[Span]:
    """Every plain "not" of ``span``."""
    for match in _NOT.finditer(text, span.start, span.end):
        yield Span(match.start(), match.end())


def own_not(text: str, span: Span, floor: int = 0) -> Span | None:
    """The "not" that stands directly before a word, small words between, no further back than ``floor``."""
    start = max(floor, span.start - _LOOK_BACK)
    match = _JUST_BEFORE.search(text[start : span.start])
    return Span(start + match.start(), span.start) if match else None


def says_no(text: str, span: Span) -> bool:
    """Whether anything in ``span`` might carry a "not": a word of no, or one that holds it in itself."""
    match = _ANY_NO.search(text, span.start, min(len(text), span.end + _LOOK_BACK))
    return match is not None and match.start() < span.end
