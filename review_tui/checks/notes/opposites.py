"""Words that turn a sentence round: opposites, and the words of not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

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


VOTING = 2
"""The pair of for and against, which one vote may have both of."""
_PAIRS: tuple[tuple[str, str], ...] = (
    (
        "agreed agree agr'd agd approved approve app'd appr'd apprv'd accepted accept acceptance approval acc'd"
        " acce'd accep'd adopted carried grant granted permitted ok'd okd passed allowed supported",
        "refuse refused refusal ref'd refu'd rejected reject rej'd reje'd declined defeated lost disagreed dismissed"
        " opposed disallowed denied turned_down voted_down thrown_out",
    ),
    (
        "increase increased increases increasing inc'd rise rises rose risen raised higher upward growth grown up"
        " going_up gone_up goes_up went_up put_up",
        "decrease decreased decreases decreasing dec'd reduce reduced reduces reduction reducing fall fell fallen lowered"
        " lower drop dropped decline shrunk cut down going_down gone_down goes_down went_down",
    ),
    (
        "favour support supports supported in_favour",
        "against agst oppose opposed opposes opposition objected objects object objection objections",
    ),
    ("before prior beforehand b4 ahead_of", "after afterwards following foll aft"),
    ("opened open reopened opening", "closed close shut closure closing clsd"),
    ("include included including incl inc", "exclude excluded excluding excl exclusive_of"),
    ("more extra additional", "less fewer"),
    ("surplus underspend underspent", "deficit shortfall overspend overspent"),
    ("maximum max at_most no_more_than up_to", "minimum at_least no_less_than"),
    (
        "continue continued continues continuing cont'd contd carry_on",
        "cease ceased stop stopped discontinue discontinued",
    ),
    (
        "satisfied satisfactory happy content pleased",
        "dissatisfied unsatisfactory unhappy displeased disappointed",
    ),
    ("possible able", "impossible unable"),
    ("north northern", "south southern"),
    ("east eastern", "west western"),
    ("internal", "external ext"),
    ("purchase purchased buy bought acquire acquired acquires", "sold sell sale selling disposed"),
    ("success successful successfully won", "unsuccessful unsuccessfully failed failure"),
    ("sufficient adequate enough", "insufficient inadequate"),
    ("improved improving better improvement", "worsened worsening worse deteriorated deterioration"),
    ("temporary temporarily temp", "permanent permanently perm"),
)
"""Each with the forms and short forms of either side; ``_`` stands for a space."""
_SIDES = {
    word.replace("_", " "): (i, side)
    for i, pair in enumerate(_PAIRS)
    for side, words in enumerate(pair)
    for word in words.split()
}
_PHRASES = re.compile(
    r"(?<![^\W_])(?:" + "|".join(word for word in _SIDES if " " in word) + r")(?![^\W_])", re.IGNORECASE
)
_TOKEN = re.compile(r"(?<![^\W_])[^\W\d_]{1,16}(?:['\u2019][^\W\d_]{1,3}|4)?(?![^\W_])")
_NO_VOTE = re.compile(r"\s(?:out|over|forward|on|by)\b")
"""After "carried" it was no motion."""
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
    r"(?<![^\W_])(?:not|nt|no|nor|never|none|nil|nobody|nothing|neither|without|w/o|cannot|cant|wont|dont|[a-z]{2,6}n['\u2019]t|unable|lack"
    r"|lacks|lacking|fail\w{0,4}|refus\w{0,4}|declin\w{0,4}|reject\w{0,4}|impossible|against|agst|object\w{0,5}|stop\w{0,4}|avoid\w{0,4}"
    r"|prevent\w{0,4}|unless|until|yet|hardly|x|off|away|missing|absent|un\w{4,14}|in(?:adequate|sufficient|complete|correct)|dis\w{4,12}"
    r"|ex|defer\w{0,4}|delay\w{0,4}|away|out|cease\w{0,2}|excluding|except|but|however|only|rather|instead)(?![^\W_])",
    re.IGNORECASE,
)


def turns(text: str, span: Span) -> Iterator[Turn]:
    """The words of ``span`` that have an opposite, in order."""
    found = [*_TOKEN.finditer(text, span.start, span.end), *_PHRASES.finditer(text, span.start, span.end)]
    for match in sorted(found, key=lambda m: m.start()):
        word = match[0].casefold().replace("\u2019", "'")
        if word == "carried" and _NO_VOTE.match(text, match.end()):
            continue
        where = Span(match.start(), match.end())
        for pair, side in (*_sides_of(word), *_ALSO.get(word, ())):
            yield Turn(pair, side, where, match[0])


def _sides_of(word: str) -> tuple[tuple[int, int], ...]:
    """The pair and side that a word is of, if it is of one."""
    if word in _SIDES:
        return (_SIDES[word],)
    return tuple(at for start, at in _CUT if word.startswith(start))[:1]


def negations(text: str, span: Span) -> Iterator[Span]:
    """Every plain "not" of ``span``."""
    for match in _NOT.finditer(text, span.start, span.end):
        yield Span(match.start(), match.end())


def own_not(text: str, span: Span) -> Span | None:
    """The "not" that stands directly before a word, small words between."""
    start = max(0, span.start - _LOOK_BACK)
    match = _JUST_BEFORE.search(text[start : span.start])
    return Span(start + match.start(), span.start) if match else None


def says_no(text: str, span: Span) -> bool:
    """Whether anything in ``span`` might carry a "not": a word of no, or one that holds it in itself."""
    return _ANY_NO.search(text, span.start, span.end) is not None
