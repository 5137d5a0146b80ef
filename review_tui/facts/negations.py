"""Whether a thing is so or not so: a word under a "not" in one text that stands without it in the other.

A "not" of the notes is said of the telling words after it in its own part of the line. The clause of the draft
that answers it is the one that has such a word and shares most with the jotting, wherever the link of the whole
clause goes. It is told only where neither that clause nor another one of the same jotting turns the word.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.links import Word
from review_tui.facts.pair import Pair
from review_tui.facts.wording import said_in
from review_tui.language.stems import stem
from review_tui.language.stop_words import FORMAL_WORDS, GRAMMAR_WORDS, is_stop_word
from review_tui.language.word_match import stands_for
from review_tui.model.findings import Severity
from review_tui.model.frozen import frozen

_I = re.IGNORECASE
NOT = re.compile(
    r"\b(?:not|no|never|none|nothing|nor|neither|cannot|unable|without|nobody|no-one|nil)\b|n't\b|\bnon\b|\bfailed to\b"
    r"|\bunlikely\b|\bunwilling\b|\brefus\w+",
    _I,
)
NOTED_NOT = re.compile(
    r"(?<!\w)(?:not|no|never|none|nothing|nor|cannot|(?-i:cant|CANT)|cdnt|wont|dont|didnt|doesnt|hadnt|couldnt|wouldnt|shouldnt|arent|werent|isnt|wasnt|nowt|non|nil|nobody|without|w/o|unable"
    r"|hasnt|havent|unlikely|zero|unsigned|refus\w*)\b|n't\b|\u2717|\u2718|(?<!\w)x(?!\w)|(?<![\w/.])0(?![\w/.])",
    _I,
)
_TURNS_WORDS = re.compile(
    r"(?<!\w)(?:not|no|never|cannot|(?-i:cant|CANT)|cdnt|wont|dont|didnt|doesnt|hadnt|couldnt|wouldnt|shouldnt|arent|werent|isnt|wasnt|nobody|without|w/o|unable|hasnt|havent|unlikely|non)\b|n't\b",
    _I,
)
"""A "not" of the notes that is said of the words after it."""
_TURNED_BY_WORD = re.compile(
    r"\bun(?!der|anim|ion|it|iform|iver|til|less)\w{4,}|\bin(?:abil|suffic|compl|correct|valid|accur|elig|adeq)\w+|\bdis(?:miss|allow|contin|approv|satisf)\w+|\bimp(?:oss|ract|rop)\w+|free of|lack|short|scarc|too (?:few|little)|only|less|reduc|declin|withdraw|lost|fail|miss|still|refus|reject|defer|vacan|false"
    r"|remain|wait|yet|oppos|against|apolog|absent|prevent|avoid|stop|prohibit|den(?:y|ied|ies)|ceas|turned down|forbid|\bban(?:s|ned)?\b",
    _I,
)
_NOTED_TURN = re.compile(
    r"\u2717|\u2193|still|only|stop|less|refus|reject|lost|declin|defer|wait|out\b|off\b|free|empty|missing|absent|apol|-|against|agst"
    r"|fail|\bun\w+|bad|can'?t|hold|yet|but",
    _I,
)
_CONTRAST = re.compile(
    r"\b(?:replac(?:e|es|ing)\b|in place of|instead|delet|amend|correct|rather|unless|except|until)\w*", _I
)
"""Words by which the draft may say "not that one" otherwise."""
_PART_END = re.compile(
    r"[,;:|()\u2013\u2192=?!]|\.\s|\s-\s|\b(?:but|so|cos|because|if|until|unless|although|though|while|which|who|and|&)(?!\w)",
    _I,
)
"""Where the part of a line, or of a sentence, ends that a "not" is said of."""
_STRONG_END = re.compile(r"[,;:()\u2013]|\s-\s|\b(?:but|although|though|while|whereas|because)\b", _I)
"""Where a sentence goes on to what a "not" before it does not turn."""
_NO_DENIAL = re.compile(
    r"\s*(?:\d|\w+!!|for min|sure|only\b|just\b|be late|later? than|(?:enough|nearly|all|every|always|much|many)\b)",
    _I,
)
"""What stands after a "not" that turns nothing."""
_ANSWERS = re.compile(r"[-\u2013:?]\s*\Z")
"""What stands before a "no" that answers."""
_OF_THINGS = frozenset({"no", "nobody", "without", "w/o", "non"})
_MOST_TURNED = 2
"""Telling words after a "not" that it may be said of."""
_GOES_ON = re.compile(r"\s+(?:(?:as|to|be|been|being|very|too|yet|in)\s+)?", _I)
"""What may stand between the two."""
_SURE = 0.7
"""How surely a word of the notes must stand for one of the draft, for what is said of it to be compared."""
_LEAST, _LEAST_SHARE = 2.4, 0.45
"""What clause and jotting must share, and how much of the part of the jotting must stand in and around the clause."""
_LEAST_REVERSE, _LEAST_SHARE_REVERSE = 3.1, 0.5
"""The same for a "not" that only the draft has: notes leave one out more easily than they put one in."""
_LEAST_PART, _LEAST_SHARE_PART = 5.0, 0.36
"""What clause and jotting must share, and how much of the jotting must stand around the clause, where no word tells what is denied."""
_ROOT = 5
"""Letters by which words of one root are told."""
_ANSWER_END = re.compile(r"\s*(?:[,.;|)!]|\Z)")
"""What stands after a "no" that answers."""
_WITHIN = re.compile(r"[a-z,] \Z")
"""What stands before a word that does not begin a sentence."""
_OF_CLAUSE, _RIVAL = 0.8, 0.5
"""How near to the clause's own best jotting the one with the "not" must come, and one that says the same without it."""
_AROUND = 2
"""Clauses on either side that may say the same."""


@frozen
class _Denied:
    sign: re.Match[str]
    words: tuple[Word, ...]
    """Of which it may be said, the likeliest first."""
    part: tuple[int, int]
    """Where the part of the jotting stands that it is in."""


def negation_clashes(pair: Pair) -> Iterator[Clash]:
    """A "not" that the draft lost, or that only it has, in the order of the notes and of the draft."""
    for jotting in pair.jottings:
        if not jotting.is_private:
            yield from _lost_negations(pair, jotting)
    for clause in pair.clauses:
        if clause.index not in pair.roll and not clause.is_heading:
            yield from _gained(pair, clause)


def _lost_negations(pair: Pair, jotting: Clause) -> Iterator[Clash]:
    found = [clash for denied in _denials(pair, jotting) for clash in _by_word(pair, jotting, denied)]
    yield from found or _by_part(pair, jotting)


def _by_word(pair: Pair, jotting: Clause, denied: _Denied) -> Iterator[Clash]:
    links, j = pair.links, jotting.index
    found = _answering(pair, jotting, denied)
    if found is None:
        return
    clause, mine = found
    row = links.score[clause.index]
    if row.get(j, 0.0) < _OF_CLAUSE * max(row.values()) or _is_affirmed(pair, clause, j, mine):
        return
    share = share_around(pair, clause, jotting, denied.part, without=denied.sign.span())
    force = links.score[clause.index][j] * (0.35 + 0.65 * share)
    if force >= _LEAST and share >= _LEAST_SHARE and not _is_denied(pair, clause, jotting, mine):
        sign = denied.sign[0].strip()
        message = (
            f"The draft says \u201c{mine.text}\u201d without the \u201c{sign}\u201d that the notes of the same thing have "
            f"({said_in(jotting)})."
        )
        yield Clash(message, (clause.place(), jotting.place()), force, Severity.WARNING)


def _by_part(pair: Pair, jotting: Clause) -> Iterator[Clash]:
    """A "not" of the notes, where nothing that was written from the jotting turns anything, in whatever words."""
    links, j = pair.links, jotting.index
    signs = [s for s in _TURNS_WORDS.finditer(jotting.text) if not _is_formula(pair, jotting, s)]
    likely = [
        (links.score[k][j], -k)
        for k in links.clauses_of[j]
        if k not in pair.roll
        and not pair.clauses[k].is_heading
        and links.score[k][j] >= _OF_CLAUSE * links.best_of_draft[k]
    ]
    if not signs or not likely:
        return
    score, k = max(likely)
    clause = pair.clauses[-k]
    beside = (c for c in pair.beside(clause.index, _AROUND) if (links.linked[c.index] or [j])[0] == j)
    noted = {stem(w.low)[:_ROOT] for w in links.note_words[j]}
    if score < _LEAST_PART or any(_turns(c.text, noted) for c in {clause, *beside}):
        return
    share = share_around(pair, clause, jotting, without=signs[0].span())
    if share >= _LEAST_SHARE_PART:
        message = f"The draft says this without the \u201c{signs[0][0].strip()}\u201d that the notes of the same thing have ({said_in(jotting)})."
        yield Clash(message, (clause.place(), jotting.place()), score * share, Severity.WARNING)


def _is_formula(pair: Pair, jotting: Clause, sign: re.Match[str]) -> bool:
    """Whether a "not" of the notes can't be held against a whole sentence: "no obs", "reg no", somebody's initials."""
    before, after = jotting.text[: sign.start()], jotting.text[sign.end() :]
    return (
        _NO_DENIAL.match(after) is not None
        or (
            sign[0].lower() in _OF_THINGS
            and (_ANSWER_END.match(after) is None or _ANSWERS.search(before) is None)
        )
        or bool(pair.meant_by(sign[0])[0])
    )


def _turns(text: str, noted: set[str]) -> bool:
    """Whether a sentence has a word that turns what it says, and that the notes do not have as it stands."""
    return says_not(text) or any(
        not any(n.startswith(m[0].lower()[:_ROOT]) for n in noted)
        for words in (_TURNED_BY_WORD, _CONTRAST)
        for m in words.finditer(text)
    )


def _is_affirmed(pair: Pair, clause: Clause, j: int, mine: Word) -> bool:
    """Whether another jotting that the clause may come from says the same without a "not"."""
    links, row = pair.links, pair.links.score[clause.index]
    least = _RIVAL * max(row.values())
    return any(
        share >= least
        and other != j
        and not NOTED_NOT.search(pair.jottings[other].text)
        and any(links.meanings[w.text].get(mine.low, 0.0) >= _SURE for w in links.note_words[other])
        for other, share in row.items()
    )


def _denials(pair: Pair, jotting: Clause) -> Iterator[_Denied]:
    text = jotting.text
    words = pair.links.note_words[jotting.index]
    ends = [(m.start(), m.end()) for m in _PART_END.finditer(text)]
    for sign in _TURNS_WORDS.finditer(text):
        if _NO_DENIAL.match(text, sign.end()) or pair.meant_by(sign[0])[0]:
            continue
        last = next((start for start, _ in ends if start >= sign.end()), len(text))
        first = next((end for _, end in reversed(ends) if end <= sign.start()), 0)
        turned = [w for w in words if sign.end() <= w.start < last and _is_telling_word(w.low)][:_MOST_TURNED]
        if not turned or (sign[0].lower() == "no" and text[sign.end() : turned[0].start].strip()):
            continue
        if sign[0].lower() == "no" or not _GOES_ON.fullmatch(text[turned[0].end : turned[-1].start]):
            turned = turned[:1]
        before = [w for w in words if first <= w.start < sign.start() and _is_telling_word(w.low)]
        is_of_thing = sign[0].lower() == "no"
        yield _Denied(sign, (*turned, *(() if is_of_thing else before[-1:])), (first, last))


def _is_telling_word(low: str) -> bool:
    return len(low) > 2 and not is_stop_word(low) and low not in GRAMMAR_WORDS and low not in FORMAL_WORDS


def _answering(pair: Pair, jotting: Clause, denied: _Denied) -> tuple[Clause, Word] | None:
    """The clause that says what a jotted word stands for, of those that may come from the jotting, and its word."""
    links, j = pair.links, jotting.index
    likely = {*links.clauses_of[j], *links.clauses_from.get(j, ())}
    likely |= {c.index for k in links.clauses_of[j] for c in pair.beside(k)}
    for word in denied.words:
        meanings = links.meanings[word.text]
        if any(stem(w.low) == stem(word.low) and w is not word for w in links.note_words[j]):
            return None
        found = [
            (links.score[k].get(j, 0.0), -k, w)
            for k in likely
            for w in links.draft_words[k]
            if meanings.get(w.low, 0.0) >= _SURE and not _is_name_of(pair.clauses[k].text, w, word)
        ]
        if found:
            _, k, mine = max(found, key=lambda one: one[:2])
            clause = pair.clauses[-k]
            return None if clause.is_heading or clause.index in pair.roll else (clause, mine)
    return None


def _is_name_of(text: str, mine: Word, noted: Word) -> bool:
    """Whether the draft has as a name what the notes have as a plain word: "the Police", "can't police"."""
    return mine.text[0].isupper() and noted.text.islower() and _WITHIN.search(text[: mine.start]) is not None


def _is_denied(pair: Pair, clause: Clause, jotting: Clause, mine: Word) -> bool:
    """Whether the draft turns what is said, here or in another clause that may come from the jotting."""
    links = pair.links
    if _CONTRAST.search(_part(clause.text, mine, _STRONG_END)):
        return True
    noted = {stem(w.low) for w in links.note_words[jotting.index]}
    turns = _TURNED_BY_WORD.finditer(_part(clause.text, mine, _PART_END))
    if any(not any(n.startswith(m[0].lower()[:5]) for n in noted) for m in turns):
        return True
    root = stem(mine.low)
    likely = {*links.clauses_of[jotting.index], *(c.index for c in pair.beside(clause.index, _AROUND))}
    return any(
        stem(word.low) == root and says_not(_part(pair.clauses[k].text, word, _STRONG_END))
        for k in likely | {clause.index}
        for word in links.draft_words[k]
    )


def _part(text: str, word: Word, ends: re.Pattern[str]) -> str:
    """The part of a sentence in which a word stands."""
    first = max((m.end() for m in ends.finditer(text, 0, word.start)), default=0)
    last = ends.search(text, word.end)
    return text[first : last.start() if last else len(text)]


@lru_cache(maxsize=8192)
def says_not(text: str) -> bool:
    """Whether a sentence of minutes has a "not"."""
    return NOT.search(text) is not None


def share_around(
    pair: Pair,
    clause: Clause,
    jotting: Clause,
    part: tuple[int, int] | None = None,
    without: tuple[int, int] = (0, 0),
) -> float:
    """How much of a jotting, or of a part of it, stands in a clause and those beside it, from 0 to 1."""
    links = pair.links
    around = [c.index for c in pair.beside(clause.index)]
    held = total = 0.0
    for word in links.note_words[jotting.index]:
        if part and not part[0] <= word.start < part[1]:
            continue
        if word.start < without[1] and without[0] < word.end:
            continue
        worth = links.rarity(word.text)
        total += worth
        held += worth * max((links.strengths[word.text].get(k, 0.0) for k in around), default=0.0)
    return held / total if total else 0.0


def _gained(pair: Pair, clause: Clause) -> Iterator[Clash]:
    """A "not" of the draft that the notes of the same thing do not have."""
    links = pair.links
    said = NOT.search(clause.text)
    linked = links.linked[clause.index]
    if not said or not linked or _CONTRAST.search(clause.text):
        return
    jotting = pair.jottings[linked[0]]
    share = max(links.coverage(clause.index, jotting.index), share_around(pair, clause, jotting))
    force = links.raw[clause.index].get(jotting.index, 0.0) * (0.35 + 0.65 * share)
    if force < _LEAST_REVERSE or share < _LEAST_SHARE_REVERSE:
        return
    line = " ".join(pair.jottings[j].text for j in links.lines[jotting.item] if abs(j - jotting.index) <= 1)
    after = [w.lower() for w in re.findall(r"[A-Za-z']{2,}", clause.text[said.end() :])[:2]]
    noted = links.note_words[jotting.index]
    met = [
        w
        for w in after
        if w not in GRAMMAR_WORDS
        and w not in FORMAL_WORDS
        and any(stands_for(n.low, w) >= 0.6 for n in noted)
    ]
    if (
        not met
        or NOTED_NOT.search(line)
        or _NOTED_TURN.search(line)
        or said[0].lower() == "without"
        or re.search(r"no (?:further|other) business|no one else", clause.text, _I)
    ):
        return
    message = (
        f"The draft says \u201c{said[0]} {met[0]}\u201d; the notes of the same thing say it without the \u201c{said[0]}\u201d "
        f"({said_in(jotting)})."
    )
    word = next(n for n in noted if stands_for(n.low, met[0]) >= 0.6)
    places = (clause.place(said.start(), said.end()), jotting.place(word.start, word.end))
    yield Clash(message, places, force, Severity.HINT)
