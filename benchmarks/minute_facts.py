"""The hard facts in minutes, found by the benchmarks' own means: no check is marked by its own reading.

What is found here is what the benchmarks spoil and what the notes writer carries over. It is plainer than the
recognisers of the checks on purpose, and shares no code with them.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass


def listed(words: str) -> tuple[str, ...]:
    """The words, apart."""
    return tuple(words.split())


def dice_of(seed: str) -> random.Random:
    """Dice that fall the same way in every run."""
    return random.Random(seed)  # noqa: S311 -- for choosing samples, which must be the same each time


MONTHS = listed("January February March April May June July August September October November December")
WEEKDAYS = listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
NUMBER_WORDS = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty"
)
"""From nought up."""

_MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?)"
)
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WORD = "|".join(NUMBER_WORDS[2:])
_NOT_COUNTED = (
    r"(?!(?:with|that|from|were|have|this|will|would|into|over|about|also|under|which|when|where|been|than"
    r"|upon|near|they|must|only|each|per|month|months)\b|years? old|of (?:the )?(?-i:[A-Z]))"
)
_COUNTED = rf"{_NOT_COUNTED}(?-i:[a-z]{{4,}})"
_HOUR, _MINUTE = r"(?:0?[1-9]|1\d|2[0-3])", "[0-5]\\d"
_FREE = r"(?<![\d.,:\u00a3/])"
_VOTED = r"(?:votes? )?(?:(?:were |was )?in favour|for\b|against|abstention|abstained)"

PATTERNS: dict[str, re.Pattern[str]] = {
    "period": re.compile(
        rf"\b(?:{_DAY} )?{_MONTH},?(?: (?:19|20)\d\d)? ?(?:to|-|\u2013) ?"
        rf"(?:{_DAY} )?{_MONTH},? (?:19|20)\d\d\b"
        r"|(?<![\d/.-])(?:19|20)\d\d ?[/\u2013-] ?(?:(?:19|20)\d\d|\d\d)(?![\d/.-])"
    ),
    "date": re.compile(
        rf"(?<![\w.,/:-])(?:{_WEEKDAY},?\s{{1,2}}(?:the )?)?{_DAY},? (?:of )?{_MONTH}\b"
        r"(?:,? (?:19|20)\d\d\b)?"
        rf"|\b(?:{_WEEKDAY},? )?{_MONTH} (?:\d{{1,2}}(?:st|nd|rd|th)\b(?:,? (?:19|20)\d\d\b)?"
        r"|\d{1,2},? (?:19|20)\d\d\b)"
        r"|(?<![\d/.-])\d{1,2}([/.-])\d{1,2}\1(?:20)?\d\d(?![\d/.-])",
        re.IGNORECASE,
    ),
    "time": re.compile(
        rf"{_FREE}{_HOUR}[.:]{_MINUTE} ?(?:am|pm|p\.m|hrs|hours)\b|(?<=\bat ){_HOUR}[.:]{_MINUTE}\b"
        rf"|{_FREE}(?:0?[1-9]|1[0-2]) ?(?:am|pm)\b"
    ),
    "money": re.compile(
        r"\u00a3 ?\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\u00a3 ?\d+(?:\.\d\d)?(?![\d,])(?: ?[kK]\b| million\b)?"
    ),
    "percent": re.compile(r"\b\d{1,3}(?:\.\d{1,2})? ?(?:%|per cent\b|percent\b)"),
    "vote": re.compile(rf"\b(?:\d{{1,2}}|{_WORD}|one)(?= {_VOTED})", re.IGNORECASE),
    "count": re.compile(
        rf"(?<![\w./:,\u00a3#-])(?:(?!(?:19|20)\d\d)\d{{1,4}}|(?:{_WORD}))(?= {_COUNTED})", re.IGNORECASE
    ),
    "verb": re.compile(
        r"\b(?:(?:was|were) not agreed|not (?:be )?(?:approved|accepted|supported)|agreed|resolved|approved"
        r"|accepted|adopted|refused|rejected|declined|carried|granted|no objections?|supported|increased?"
        r"|decreased?|reduced|reduction|postponed|withdrawn)\b",
        re.IGNORECASE,
    ),
}
"""Every kind of fact, those that hold others first."""

_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Rev|Revd|Cllrs?|Messrs|St|No|Nos|approx|e\.g|i\.e|etc|Jan|Feb|Mar|Apr|Aug"
    r"|Sept?|Oct|Nov|Dec|[A-Z]|[A-Z]\.[A-Z]|p\.m|a\.m|\d{1,3})|\\)\.\Z"
)
_NUMBERED = re.compile(
    r"(?:\bNos?\.? ?|\bitem |\bpage |\bSection |\bS|\bref[.: ]+|\bAct |\bunit |\bplot |[A-Z]{2,}/)\Z",
    re.IGNORECASE,
)
_TITLED = re.compile(r"/\d|\s?(?:Act|Regulations)\b")
_END = re.compile(r"[.!?][)\u201d\"'*_]{0,3}(?=\s)|[;](?=\s)|\n\s*")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something hard that minutes say: a date, a figure, a name, a verb that decides."""

    kind: str
    start: int
    end: int
    text: str

    def within(self, start: int, end: int) -> bool:
        """Whether it stands between two characters."""
        return start <= self.start and self.end <= end


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, or a heading, or an entry of a list."""

    start: int
    end: int
    text: str


def facts(text: str) -> tuple[Fact, ...]:
    """Every fact but names, in order; none within another."""
    taken = bytearray(len(text))
    found = []
    for kind, pattern in PATTERNS.items():
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]) or _is_reference(text, match.start(), match.end()):
                continue
            taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
            found.append(Fact(kind, match.start(), match.end(), match[0]))
    return tuple(sorted(found, key=lambda fact: fact.start))


def _is_reference(text: str, start: int, end: int) -> bool:
    """Whether it is part of a number of a paper, an Act, a form or an address rather than a fact."""
    return bool(_NUMBERED.search(text[max(0, start - 14) : start]) or _TITLED.match(text[end : end + 14]))


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of ``text``; line ends and semicolons end them too, abbreviations do not."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Sentence]:
    start = 0
    for match in (*_END.finditer(text), None):
        end = match.end() if match else len(text)
        if (
            match
            and match[0].startswith(".")
            and _ABBREVIATED.search(text[max(0, match.start() - 12) : match.start() + 1])
        ):
            continue
        said = text[start:end]
        stripped = said.strip()
        if stripped:
            lead = len(said) - len(said.lstrip())
            yield Sentence(start + lead, start + lead + len(stripped), stripped)
        start = end


def sentence_at(found: tuple[Sentence, ...], offset: int) -> Sentence | None:
    """The sentence that a character stands in."""
    low, high = 0, len(found)
    while low < high:
        middle = (low + high) // 2
        if found[middle].end <= offset:
            low = middle + 1
        else:
            high = middle
    return found[low] if low < len(found) and found[low].start <= offset else None
