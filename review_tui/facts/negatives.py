"""How minutes and notes say that a thing is not so: with a "not", or in other words."""

import re
from collections.abc import Iterable
from functools import lru_cache

from review_tui.language.calendar_words import MONTH, WEEKDAY
from review_tui.language.number_words import SPOKEN
from review_tui.language.person_mentions import is_title
from review_tui.language.stems import stem
from review_tui.language.word_match import stands_for

_I = re.IGNORECASE
NOT = re.compile(
    r"\b(?:not|(?<!voting )(?<!voted )no|never|none|nothing|nor|neither|cannot|unable|without|nobody|no-one|nil)\b|n't\b|\bnon\b(?!-\w)|\bfailed to\b"
    r"|\bunlikely\b|\bunwilling\b|\brefus\w+",
    _I,
)
_CONTRACTED = r"(?-i:cant|CANT)|cnt(?=\s\w)|cdnt|wdnt|shdnt|dnt|wont|dont|didnt|doesnt|hadnt|couldnt|wouldnt|shouldnt|arent|werent|isnt|wasnt|hasnt|havent"
_CONTRACTED += (
    "|nae|(?:can|din|did|was|wis|is|had|will|would|could|should|does|has|hav|were)nae?"  # as in the north
)
"""A verb with a "not", as those write it who leave out the apostrophe."""
NOTED_NOT = re.compile(
    rf"(?<!\w)(?:not|no|never|none|nothing|nor|cannot|{_CONTRACTED}|nowt|non|nil|nobody|without|w/o|unable"
    r"|unlikely|zero|unsigned|refus\w*)\b|n't\b|\u2717|\u2718|(?<!\w)x(?!\w)|(?<![\w/.])0(?![\w/.])",
    _I,
)
DENIES = re.compile(
    rf"(?<!\w)(?:not|no|never|none|cannot|{_CONTRACTED}|nobody|without|w/o|unable|unlikely|non)\b|n't\b",
    _I,
)
"""A "not" of the notes that is said of words beside it."""
NEGATIVE = re.compile(
    rf"(?<!\w)(?:not|no|never|none|cannot|neither|{_CONTRACTED}|nobody|no-?one|nowt|nope|without|w/o|unable|unlikely|non)\b|n't\b"
    r"|[\u2717\u2718\u274c\u2260]|(?<!\w)(?<!\d )(?-i:x)(?=\s[a-z]{2})",
    _I,
)
"""The same, or a sign for it, that makes a part of a line the reverse of what its other words say: "wkg grp x met"."""
_OTHERWISE = re.compile(
    r"\b(?:un(?!der|anim|ion|it|iform|iver|til|less|cle)\w{3,}|in(?:abil|suffic|compl|correct|valid|accur|elig|adeq|conclus|activ|capab|dispos)\w+|ir(?:respons|regul|relev)\w+"
    r"|dis(?:miss|allow|contin|approv|satisf|agree|count|inclin|suad|courag)\w+|imp(?:oss|ract|rop)\w+|non-\w+|free of|lack\w*|short\w*|scarc\w+|poor(?:ly|er)?|hardly|barely|rarely|seldom|too \w+|little|few|only|less|least|reduc\w+"
    r"|declin\w+|withdr\w+|lost|los[es]\w*|fail\w*|miss\w*|still|refus\w+|reject\w+|defer\w+|postpon\w+|vacan\w+|false|wrong\w*|remain\w*|await\w*|wait\w*|yet|outstanding|pending|overdue|oppos\w+|against|apolog\w+|absen\w+"
    r"|prevent\w*|obstruct\w*|hinder\w*|imped\w+|avoid\w*|stop\w*|prohibit\w*|den(?:y|ied|ies|ial)|ceas\w+|end(?:ing|ed|s)?\b|forg[oe]\w*|turned down|forb[ia]d\w*|bann?(?:ed|s)?|want of|instead|abandon\w*|cancel\w*|suspend\w*|scrap\w*|drop(?:ped|s)?|exempt\w*|exclud\w*|fear(?:ed|s)?|suspect\w*|waive\w*|beyond|premature\w*"
    r"|obscur\w+|block\w+|clos\w+|shut\w*|off|out of|nil|zero|void|halt\w*|delay\w*|hesitat\w+|reluctan\w+|doubt\w*|object\w+|sceptic\w+|skeptic\w+|concern\w*|regret\w*|disappoint\w+|contrary|free from|rul\w+ out"
    r"|replac(?:e|es|ing)|in place of|(?:should|to) read|delet\w*|correct\w*|amend\w*|rather|unless|except(?:ed|ing)?|apart from|other than|until|but|remov(?:e[ds]?|al|ing))\b(?!-\w)",
    _I,
)
"""Words by which the draft may say it without a "not"."""
_OF_KIND = re.compile(
    r"(?:\A\W*(?:the |any |all )?|\b(?:to|of|for|from|in) )(?:un|ir|dis)\w+ [a-z]+(?=\W*\Z| (?:\w+ ){0,2}(?:may|can|could|will|would|shall"
    r"|should|must|is|are|was|were|has|have|had)\b)",
    _I,
)
"""A word that tells of which kind a thing is, and turns nothing: "unspent money may be kept"."""
_QUESTION = re.compile(
    r"\b(?:why|what if|how about)\b|\A\W*(?:[A-Z]\w*:\s*)?(?:does|is|are|can|could|should|has|have|will|would)(?:n't|nt)\b"
    r"|\b(?:do|does|did|is|are|was|were|can|could|should|has|have|will|would|wo|ca)n['\u2019]?t (?:we|you|they|he|she|it|there|I)\b",
    _I,
)
_NO_DENIAL = re.compile(
    r"\s*(?:(?:(?:the|an?|our|any) )?\d|\w+!!|for min|sure\b|only\b|just\b|really\b|be late|later? than|less than|more than|before\b|until\b|til+\b|unless\b|if\b|so\b|one\b|to say|because|that\b|(?:enough|nearly|all|every|everyone|always|much|many|quite|far|too|very)\b|(?:further|other|new)\b|doubt|problem|worries|idea|longer\b|(?:us|me|him|them|mine|ours|yours|theirs)\b)",
    _I,
)
"""What stands after a "not" that turns nothing, or not the words behind it."""
_WISHED = re.compile(r"\b(?:want|wish|ask|prefer|request|propos|hop|like|say|read)\w*(?:\s\w+)?\s*\Z", _I)
"""What stands before a "not" that is wished for, or only quoted."""
_ANSWERS = re.compile(r"(?:[-\u2013:?,;.>]\s*|\A\W*)\Z")
"""What stands before a "no" that answers."""
_QUOTED = re.compile(r"\s*[\"\u201c\u2018']")
_ANSWER_END = re.compile(r"\s*(?:[,.;:|)!?\u2013\u2192=-]|\Z)")
"""What stands after it."""


_COUNTS_ONLY = re.compile(
    r"\s*(?:[!?]|(?:the|an?) \d|(?:us|me|him|them|mine|ours|yours|theirs)\b|(?:sure|only|just|really|necessarily|doubt|problem|worries|idea|bother|hurry|rush|matter|so|one|to say|that|because)\b"
    r"|(?:be late|later?|less|more(?! (?!than\b)[a-z]{3})|fewer|sooner|worse|better|of|last|next|first)\b|(?:in|at|on|for|from|with|by|near|since)\s+\w|(?:enough|nearly|all|every|everyone|always|much|many|quite|far|too|very)\b)",
    _I,
)
"""What stands after a "not" that counts, plays down, or is said of a place."""


_PLACE = re.compile(r"\s*(?:in|at|on|for|from|with|by|near|since)\s+\w", _I)
"""What stands behind a "not" of a place, or of being for a thing: that one is meant where it is shouted."""
STILL = re.compile(r"\bstill\W{1,3}\Z", _I)
"""What stands before a "not" of what has not come or been done yet."""


_TO_SOMEBODY = re.compile(
    r",?\s*(?:wait\b|sorry\b|hang on|hold on|actually\b|scrub|e?rr?m?\b|um+\b|i (?:mean|tell|said?|think)\b|that'?s\b|that (?:is|was)\b|it'?s\b|it (?:is|was)\b"
    r"|(?:they|we|you)'?(?:re)?\b|s?he'?s?\b|do\b(?! not)|don'?t\b|not\b|make\b|put\b|keep\b|leave\b|see\b|let'?s\b|but\b|and\b|next\b|use\b|get\b|try\b|take\b|ask\b|just\b|then\b|was\b|is\b)",
    _I,
)
"""What stands behind a "no" that is said to somebody, or to what was jotted just before, and denies no word behind it: "no wait", "no
do it now"."""
_SO_MANY = re.compile(r"\b(?:yes|ayes?|for),?\s\d{1,2}\s\Z", _I)
_OR = re.compile(r"\bor\s\Z", _I)
"""What stands before a "no" of what is so either way: "it's the dear one, expensive or no"."""
_NO_NO = re.compile(r"\bno,? no\b", _I)
_RANGE_OR_END = re.compile(r"\s*(?:\Z|[,;.)\u2013-]|to\b|til+\b|until\b)", _I)
"""What stands behind a value by itself."""


def is_interjection(text: str, start: int, end: int) -> bool:
    """Whether a "no" of a jotting takes back or turns down what was said before: it denies no word behind it."""
    if text[start:end].lower() not in {"no", "nope"}:
        return False
    if _OR.search(text, 0, start):
        return True
    if _SO_MANY.search(text, 0, start) and not text[end:].lstrip()[:1].isdigit():
        return True  # "4 yes 2 no (callum, ewan)"
    if _TO_SOMEBODY.match(text, end) or _NO_NO.search(text, max(0, start - len("no ")), end + len(" no")):
        return True
    value = _VALUE_BEHIND.match(text, end)  # "oct to dec   no nov to jan"
    is_first = not text[:start].strip(" ,;(")
    return is_first and value is not None and _RANGE_OR_END.match(text, value.end()) is not None


def answers(text: str, end: int) -> bool:
    """Whether a "no" that ends there is a whole answer."""
    return _ANSWER_END.match(text, end) is not None


def turns_its_part(text: str, start: int, end: int) -> bool:
    """Whether the "not" at these places of a jotting makes the words around it the reverse: it asks, quotes and counts nothing."""
    sign = text[start:end].lower()
    if _is_between(text, start, end) or is_interjection(text, start, end):
        return False
    is_shouted = text[start:end] == "NOT" and not text.isupper()
    if sign in {"no", "nope"} and STILL.search(text, 0, start):
        return True
    is_number = sign == "no" and text[end:].lstrip()[:1].isdigit() and not text[start:end].isupper()
    if (
        is_number
        or _QUESTION.search(text)
        or (_COUNTS_ONLY.match(text, end) and not (is_shouted and _PLACE.match(text, end)))
        or _QUOTED.match(text, end)
        or "/" in text[max(0, start - 1) : end + 1]
    ):
        return False
    if text[start:end] == "NO" and answers(text, end):
        return True
    return not (
        sign in {"no", "nope", "nobody", "no-one", "no one"}
        and (_WISHED.search(text[:start]) or _ANSWER_END.match(text, end))
    )


def _is_between(text: str, start: int, end: int) -> bool:
    return _is_between_names(text, start, end) or _is_between_values(text, start, end)


def _is_between_values(text: str, start: int, end: int) -> bool:
    """Whether a "not" says that one value is meant and not the other: "close 9 not 10", "tues not weds"."""
    before, after = _VALUE_BEFORE.search(text, 0, start), _VALUE_BEHIND.match(text, end)
    return before is not None and after is not None and before.lastgroup == after.lastgroup


_VALUE = (
    rf"(?P<season>(?:spring|summer|autumn|winter)(?: term)?\b)|(?P<day>(?:{WEEKDAY})s?\b)|(?P<month>(?:{MONTH})\b)"
    rf"|(?P<number>[\u00a3$\u20ac]?(?:\d[\d.,:]*\s?(?:[ap]\.?m\b\.?|%|[a-z]{{1,3}}\b)?|(?:{SPOKEN})\b))"
)
_VALUE_BEFORE = re.compile(rf"(?<![\w.,])(?:{_VALUE})[,;]?\s*(?:[-\u2013(]\s*)?\Z", _I)
_VALUE_BEHIND = re.compile(rf"\s*(?:at |on |in |for )?(?:{_VALUE})", _I)
"""A value right before a "not", and one right behind it."""


def _is_between_names(text: str, start: int, end: int) -> bool:
    """Whether a "not" says that one name is meant and not the other: "Ash Lane not Elm Road"."""
    before, after = text[:start].split()[-1:], text[end:].split()[:1]
    words = (*before, *after)
    is_word = not text[:start][-1:].isalpha()  # no part of "DON'T"
    return (
        is_word
        and bool(before and after)
        and any(word.istitle() for word in words)
        and all(
            word.istitle() or (word.isupper() and word.isalpha() and len(word) > 1) or is_title(word.title())
            for word in words
        )
    )


def denies_nothing(text: str, start: int, end: int) -> bool:
    """Whether the "not" at these places of a jotting asks, answers or only counts."""
    sign = text[start:end].lower()
    if _is_between(text, start, end) or is_interjection(text, start, end):
        return True
    if _QUESTION.search(text) or _NO_DENIAL.match(text, end) or _QUOTED.match(text, end):
        return True
    if sign == "no" and _WISHED.search(text[:start]):
        return True
    return sign == "no" and (
        _ANSWER_END.match(text, end) is not None
        or (_ANSWERS.search(text[:start]) is not None and text[end : end + 1] == ",")
    )


@lru_cache(maxsize=8192)
def says_not(text: str) -> bool:
    """Whether a sentence of minutes has a "not"."""
    return NOT.search(text) is not None


def says_otherwise(text: str, noted: frozenset[str], jotted: Iterable[str] = ()) -> bool:
    """Whether a sentence has a word that may turn what it says, and that no word of the notes stands for."""
    return any(
        stem(word)[:_ROOT] not in noted
        and not any(stands_for(low, word) >= _STANDS for low in jotted if low.isalpha() and " " not in word)
        for word in _turning(text)
    )


def roots_of(words: list[str]) -> frozenset[str]:
    """What ``says_otherwise`` knows words of the notes by."""
    return frozenset(stem(word)[:_ROOT] for word in words)


_STANDS = 0.6
"""How surely a word of the notes must stand for one that may turn a sentence, for it to turn nothing."""
_ROOT = 6
"""Letters by which words of one root are told; with five, "again" would be "against"."""


@lru_cache(maxsize=8192)
def _turning(text: str) -> tuple[str, ...]:
    kinds = [match.span() for match in _OF_KIND.finditer(text)]
    return tuple(
        match[0].lower()
        for match in _OTHERWISE.finditer(text)
        if not any(start <= match.start() < end for start, end in kinds)
    )
