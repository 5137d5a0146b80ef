"""Whether a thing is so or not so: a word under a "not" in one text that stands without it in the other.

A "not" of the notes is said of a predicate, the first telling word behind it, or of a thing: "no bid bond". It is
told only where a clause of the same jotting has the very predicate, or all of the thing, affirmed, with something
else that the jotting names, and nothing in that clause turns it in other words. Clerks word a "not" otherwise so
often that a clause without one proves nothing by itself.
"""

import re
from collections.abc import Iterator, Sequence

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.links import Word
from review_tui.facts.negatives import (
    DENIES,
    NEGATIVE,
    NOT,
    NOTED_NOT,
    STILL,
    answers,
    denies_nothing,
    roots_of,
    says_not,
    says_otherwise,
    turns_its_part,
)
from review_tui.facts.outcome_words import told_outcomes
from review_tui.facts.pair import Pair
from review_tui.facts.roster import Who
from review_tui.facts.wording import said_in
from review_tui.language.number_words import ONES
from review_tui.language.stems import stem
from review_tui.language.stop_words import FORMAL_WORDS, is_stop_word
from review_tui.model.findings import Severity
from review_tui.model.frozen import frozen

_I = re.IGNORECASE
_WORD = re.compile(r"[A-Za-z][A-Za-z'\u2019]*")
_PART_END = re.compile(
    r"[,;:|()\u2013\u2192=?!]|\.\s|\s-\s|\b(?:but|so|cos|because|if|until|unless|although|though|while|which|who|and|&)(?!\w)",
    _I,
)
"""Where the part of a line ends that a "not" is said of."""
_STRONG_END = re.compile(
    r",(?!\d)|[;:()\u2013]|\s-\s|\b(?:and|(?<!all )(?<!everyone )(?<!everything )but|although|though|while|whereas|because)\b",
    _I,
)
"""Where a sentence goes on to what a "not" before it does not turn."""
_REASON = re.compile(r"\b(?:as|since|because)\s(?:the|he|she|it|they|this|there|no)\b.{0,300}\Z", _I)
_TOLD_END = re.compile(
    _STRONG_END.pattern + r"|\b(?:as|since)\s(?=(?:the|he|she|it|they|this|there|no)\b)", _I
)
"""The same with where a reason begins."""
_OF_THINGS = frozenset({"no", "without", "w/o"})
_BETWEEN = frozenset(
    [
        "yet",
        "been",
        "really",
        "fully",
        "quite",
        "also",
        "even",
        "currently",
        "now",
        "still",
        "necessarily",
        "being",
        "be",
        "to",
        "as",
        "in",
    ]
)
"""Words between a "not" and what it is said of."""
_IF_NOT = re.compile(r"\bno \w+,? no(?: \w|\W{0,2}[\u00a3$\u20ac])", _I)
"""What is said of those who do not: "no form no key"."""
_SIDE = re.compile(r"\b(?:for|against|agst|abst\w*|favou?r)\W{1,3}\Z", _I)
"""Before a "none" that counts votes."""
_HERE = re.compile(r"\s(?:here|there)\b", _I)
"""After a "not" that is said of a place, "7 pm hall not here", and not of the word before."""
_TIMES = frozenset(["last", "next", "first"])
"""Words behind a "not" that begin a time or a place in a row, of which it is said: "not last qtr"."""
_BEFORE_PLACES = frozenset(["in", "at", "on", "for", "from", "with", "by", "of", "near", "until", "since"])
_SAME = (
    "needed required necessary need needs require requires",
    "allowed permitted allow permit allows permits may",
    "sent gone issued posted despatched dispatched",
    "sale sold sell selling",
    "paid pay payment settled",
    "started begun commenced start begin commence",
    "got received come came arrived had recd rec'd",
    "think thought believe believed consider considered",
    "ready finished completed complete done",
    "working works operational functioning",
    "found traced located identified",
    "told informed notified advised",
    "claim claimed claims",
    "want wanted wish wished",
    "standing stand run running",
    "renewed renew renewal extended",
    "happy content satisfied",
    "pass passed",
    "like liked likes favour favoured favor favored",
    "shown marked listed",
    "support supported back backed",
    "stopped ended ceased stop end cease",
    "replied reply answered answer answering responded response respond",
)
"""What is said of a thing in one word or another."""
_PREDICATES = {word: group for group in map(str.split, _SAME) for word in group}
_UNABLE = re.compile(r"can'?t|cannot|cdnt|couldn'?t|unable", _I)
_ABLE = ("can", "could", "able")
_LEAST_ABLE = 4.0
"""What else they must share where only that it can be done is in both, not what."""
_STANDING = frozenset([*_SAME[0].split(), *_SAME[1].split()])
"""Of them, what holds good and is not done once."""
_SURE = 0.7
"""How surely a word of the notes must stand for one of the draft, for what is said of it to be compared."""
_LEAST_BESIDE = 1.8
"""What else clause and jotting must share than what is denied."""
_TO_COME = re.compile(
    r"\b(?:to|will|would|shall|should|must|may|might|if|when|once|until|before|whether|should|asked|hop\w+|expect\w*|due|pending|request\w*|suggest\w*|recommend\w*|propos\w+)\b(?:\W+\w+){0,2}\W*\Z",
    _I,
)
"""What stands before a word that is not said to be so already."""
_COMING = re.compile(r"ing\b|\bto be\b", _I)
_DONE = re.compile(r"\w(?:ed|en|t)\Z")
_LEAST_GAINED, _COVERED, _MUTUAL = 4.0, 0.4, 0.7
"""What clause and jotting must share for a "not" that only the draft has, how much of the jotting that is, and how near they must
come to being each other's best."""
_WEIGHT_GAINED = 1.0
"""How sure it is, beside other clashes of the same words."""
_OF_ALL = frozenset({"without", "unable", "none", "nothing", "nobody", "nor", "neither"})
"""Of these the word right behind is not what is denied."""
_TILL = re.compile(r"[^,;]{0,40}?\b(?:before|until|till?|unless|without)\b", _I)
_FORBIDS = re.compile(r"no\b|not\b|never\b|ca?n'?t|cannot|cdnt|wont|dont|n't|without|[a-z]{2,6}nae?\b", _I)
_SAID_TO_BE = re.compile(r"\b(?:is|are|was|were|be|been)\s+\Z", _I)
_WITHIN = re.compile(r"[a-z,] \Z")
"""What stands before a word that does not begin a sentence."""
_NAME_BEFORE = re.compile(r"\b[A-Z][a-z]+ \Z")
_NAME_ON = re.compile(r" [A-Z][a-z]")
"""What stands behind the first word of a name: "Central Office"."""
_OF_CLAUSE, _RIVAL = 0.8, 0.5
"""How near to the clause's own best jotting the one with the "not" must come, and one that says the same without it."""
_NEAR = 2
"""Jottings of the same line so far off that are of the same thing."""
_AROUND = 2
"""Clauses on either side that may say the same."""
_NOTED_TURN = re.compile(
    r"\u2717|\u2193|still|only|stop|less|refus|reject|lost|declin|defer|wait|out\b|off\b|free|empty|missing|absent|apol|\bno\w*thin\b|\bnuthin\b|\bnt\b|against|agst"
    r"|fail|\bun\w+|bad|can'?t|hold|yet|but",
    _I,
)
_CONTRAST = re.compile(
    r"\b(?:replac(?:e|es|ing)\b|in place of|instead|delet|amend|correct|rather|unless|except|until)\w*", _I
)
"""Words by which the draft may say "not that one" otherwise."""


@frozen
class _Denied:
    sign: re.Match[str]
    words: tuple[Word, ...]
    """What it is said of: a predicate, or all the words of a thing."""
    who: Who
    """The one of whom it is said, where that is somebody."""

    @property
    def is_of_ability(self) -> bool:
        """Whether it says that a thing can't be done."""
        return _UNABLE.search(self.sign.string, max(0, self.sign.start() - 2), self.sign.end()) is not None


def negation_clashes(pair: Pair) -> Iterator[Clash]:
    """A "not" that the draft lost, or that only it has, in the order of the notes and of the draft."""
    for jotting in pair.jottings:
        if not jotting.is_private and NEGATIVE.search(jotting.text) and not _asks(jotting):
            found = [clash for denied in _denials(pair, jotting) for clash in _lost(pair, jotting, denied)]
            yield from found or _affirmed_parts(pair, jotting)
    for clause in pair.clauses:
        if clause.index not in pair.roll and not clause.is_heading:
            yield from _gained(pair, clause)


def _asks(jotting: Clause) -> bool:
    """Whether a jotting is a question, by what stands behind it in the notes, and not only the end of it: "not paid -> May?"."""
    end = jotting.start + len(jotting.text)
    text = jotting.text + jotting.plain.text[end : end + 2]
    if not text.rstrip().endswith("?"):
        return False
    last = _ASKED_LAST.search(text)
    return last is None or NEGATIVE.search(text, 0, last.start()) is None


_ASKED_LAST = re.compile(
    r"(?:\u2192|-+>|=>|\s[-\u2013]\s|[,;(])\s*(?:(?!not\b|no\b)[^\s?]+\s+){0,2}(?!not\b|no\b)[^\s?]+\s?\?+\)?\s*\Z",
    _I,
)
"""What is asked at the end of a line that says something before."""


def _denials(pair: Pair, jotting: Clause) -> Iterator[_Denied]:
    text, words = jotting.text, pair.links.note_words[jotting.index]
    for sign in DENIES.finditer(text):
        if denies_nothing(text, sign.start(), sign.end()) or pair.meant_by(sign[0])[0]:
            continue
        if _IF_NOT.search(text) or _SIDE.search(text[: sign.start()]) or _HERE.match(text, sign.end()):
            continue
        part = max((m.end() for m in _PART_END.finditer(text, 0, sign.start())), default=0)
        subject = [m for m in pair.noted[jotting.index] if part <= m.start and m.end <= sign.start()][-1:]
        if subject and sign[0].lower() == "no" and not text[subject[0].end : sign.start()].strip():
            continue  # somebody says no
        part_end = _PART_END.search(text, sign.end())
        last = part_end.start() if part_end else len(text)
        if sign[0].lower() in _OF_THINGS:
            turned = _thing(
                pair,
                text,
                [w for w in words if sign.end() <= w.start < last and _is_telling(w.low)],
                sign.end(),
            )
        else:
            turned = _predicate(text, words, sign, last)
        if _TILL.match(text, turned[-1].end if turned else sign.end()) and _FORBIDS.match(sign[0]):
            continue  # it may be done then
        if turned and turned[-1].low in _SPEECH:
            continue
        if turned and not any(pair.meant_by(w.text)[0] or _is_formal(pair, w) for w in turned):
            yield _Denied(sign, turned, frozenset(key for m in subject for key in m.who))


def _thing(pair: Pair, text: str, words: Sequence[Word], at: int) -> tuple[Word, ...]:
    """The words of the thing right behind a "no": two, where any clause of the draft has both."""
    if not words or text[at : words[0].start].strip():
        return ()
    if len(words) > 1 and not text[words[0].end : words[1].start].strip():
        strengths = pair.links.strengths
        if {*strengths[words[0].text]} & {*strengths[words[1].text]}:
            return tuple(words[:2])
    return (words[0],)


def _predicate(text: str, words: Sequence[Word], sign: re.Match[str], last: int) -> tuple[Word, ...]:
    """The word that a "not" is said of: the first telling one behind it, or else the one before it."""
    if sign[0].lower() != "none":
        for match in _WORD.finditer(text, sign.end(), last):
            low = match[0].lower()
            if low in _TIMES:
                return ()
            if low in _BEFORE_PLACES:
                return _predicate_of_place(text, match.end(), last)
            if low in _PREDICATES or (_is_telling(low) and low not in _BETWEEN):
                return (Word(match[0], low, match.start(), match.end()),)
    before = [w for w in words if w.end <= sign.start()][-1:]
    return tuple(w for w in before if _is_telling(w.low) and not text[w.end : sign.start()].strip())


def _predicate_of_place(text: str, start: int, last: int) -> tuple[Word, ...]:
    """Nothing for where or when a thing is not, "not in the library", but for what is said so: "not for sale"."""
    match = _WORD.search(text, start, last)
    if match is None or match[0].lower() not in _PREDICATES:
        return ()
    return (Word(match[0], match[0].lower(), match.start(), match.end()),)


def _is_telling(low: str) -> bool:
    return len(low) > 2 and not is_stop_word(low) and low not in FORMAL_WORDS and low not in ONES


def _is_formal(pair: Pair, word: Word) -> bool:
    """Whether a jotted word stands for a word of procedure: "no seconda"."""
    meanings = pair.links.meanings.get(word.text, {})
    return any(
        share >= _SURE and (low in FORMAL_WORDS or _PROCEDURE.match(low)) for low, share in meanings.items()
    )


_PROCEDURE = re.compile(r"(?:second|propos)(?:ed|er|s|al)\Z|mov(?:ed|er)\Z", _I)


def _lost(pair: Pair, jotting: Clause, denied: _Denied) -> Iterator[Clash]:
    links, j = pair.links, jotting.index
    line = links.lines[jotting.item]
    likely = {*links.clauses_of[j], *links.clauses_from.get(j, ())}
    likely |= {c.index for k in likely for c in pair.beside(k) if not links.linked[c.index]}
    noted = roots_of([w.low for w in links.note_words[j]])
    found: list[tuple[float, int, Word]] = []
    for k in likely:
        row = links.score[k]
        said = _saying(pair, pair.clauses[k], denied)
        own = max((row.get(near, 0.0) for near in line if abs(near - j) <= _NEAR), default=0.0)
        who = _spoken_of(pair, k)
        if (
            said
            and (_names_more(pair, k, jotting, denied) or denied.who & who)
            and (not denied.who or denied.who & who)
            and own >= _OF_CLAUSE * links.best_of_draft[k]
        ):
            found.append((row.get(j, 0.0), -k, said))
    if not found:
        return
    _, k, mine = max(found, key=lambda one: one[:2])
    clause = pair.clauses[-k]
    force = _shared_beside(pair, clause, jotting, denied)
    if (
        clause.is_heading
        or clause.index in pair.roll
        or _says_when_last(clause, jotting, denied.sign)
        or _is_of_length(clause.text, mine)
        or _FEARED.search(clause.text)
        or force < (_LEAST_ABLE if mine.low in _ABLE else _LEAST_BESIDE)
        or not _is_affirmed(pair, clause, jotting, denied, mine, noted)
        or _is_noted_affirmed(pair, clause, j, mine)
    ):
        return
    message = (
        f"The draft says \u201c{mine.text}\u201d without the \u201c{denied.sign[0].strip()}\u201d that the notes of the same "
        f"thing have ({said_in(jotting)})."
    )
    yield Clash(message, (clause.place(), jotting.place()), force, Severity.WARNING)


_FROM_BEFORE = re.compile(r"\bfrom (?:the |an? )?\Z", _I)
_TO_BEHIND = re.compile(r"(?: \w+)? to\b", _I)
"""Before and behind what something is no more: "moved from the spring to the summer term"."""
_SPEECH = frozenset(
    {"asked", "asks", "said", "says", "reported", "explained", "stated", "replied", "thought", "felt"}
)
"""What whoever speaks does, of which a "not" of the notes is said of another."""
_BECAUSE = re.compile(r"\b(?:because|since|as) [^.;]{0,60}\Z", _I)
"""What stands before a word of the reason why something else is so."""
_FEARED = re.compile(r"\b(?:feared|suspected|supposed|at first thought|had been thought)\b", _I)
"""Words for what a sentence says that it turned out not to be."""


def _spoken_of(pair: Pair, k: int) -> set[str]:
    """Whom a clause names, or whom the nearest one before it does where it only says "he" or "they"."""
    while True:
        who = {key for m in pair.mentions[k] for key in m.who}
        before = k - 1
        if who or not _PRONOUN.match(pair.clauses[k].text) or before < 0:
            return who
        if pair.clauses[before].item != pair.clauses[k].item:
            return who
        k = before


_PRONOUN = re.compile(r"\W*(?:he|she|they)\b", _I)
_REVERSE_END = re.compile(
    _PART_END.pattern + r"|[^\w\s'\u2019\u2717\u2718\u274c\u2260\u00a3$\u20ac%./+&-]", _I
)
"""Where the part ends whose words a "not" makes the reverse; a smiley ends it too."""
_LEAST_PART, _LEAST_COVER, _OWN, _MEANS, _REST = 2.6, 0.5, 0.8, 0.6, 0.4
"""What a clause must share with a part of a jotting, and how much of it; how near the jotting must come to the clause's own
best one; how surely a word must stand for another to be what the part is about;
and what the rest of the jotting counts."""
_AS_MUCH = 0.5
"""How much of the part, beside the clause that has most of it, another must have to be nearer to the jotting."""
_TILL_SAID = re.compile(r"\b(?:until|till?|before|by)\b", _I)
_NOT_TILL = re.compile(r"[^,;]{0,40}?\b(?:before|b4|until|til+)(?!\w)", _I)


def _affirmed_parts(pair: Pair, jotting: Clause) -> Iterator[Clash]:
    """Parts of a jotting that have a "not" and almost all of whose other words the draft says without one.

    What a clerk jotted with a "not" is hardly ever minuted with nothing that turns it: a "not" of the draft, or another word
    that may deny. The more of the part a sentence has, the surer it is that it is of the same thing.
    """
    text = jotting.text
    for sign in NEGATIVE.finditer(text):
        if _is_answer(text, sign):
            yield from _affirmed_answer(pair, jotting, sign)
        if not turns_its_part(text, sign.start(), sign.end()) or _IF_NOT.search(text):
            continue
        if sign[0][:1].isupper() and pair.meant_by(sign[0])[0]:
            continue  # initials, or Constable Cant
        if sign[0].lower() == "no" and any(
            m.end <= sign.start() and not text[m.end : sign.start()].strip()
            for m in pair.noted[jotting.index]
        ):
            continue  # somebody says no
        end = _REVERSE_END.search(text, sign.end())
        part = (_part_start(pair, jotting, sign), end.start() if end else len(text))
        clause, force = _clause_of_part(pair, jotting, sign, part)
        if clause is None or _says_when_last(clause, jotting, sign):
            continue
        if _is_part_affirmed(pair, clause, jotting, sign, part):
            message = (
                f"The draft says without a \u201cnot\u201d what the notes have as \u201c{text[slice(*part)].strip()}\u201d "
                f"({said_in(jotting)})."
            )
            yield Clash(message, (clause.place(), jotting.place(*part)), force, Severity.WARNING)
            return


def _part_start(pair: Pair, jotting: Clause, sign: re.Match[str]) -> int:
    """Where the part of a "not" begins: with what an arrow, a dash or a colon before it points from, "dinner -> NO"."""
    text = jotting.text
    ends = [m.span() for m in _REVERSE_END.finditer(text, 0, sign.start())]
    label = _LABEL.match(text)
    is_speaker = label is not None and any(m.start < label.end() for m in pair.noted[jotting.index])
    if (
        ends
        and _POINTS.fullmatch(text, ends[-1][0], sign.start())
        and not (is_speaker and label and ends[-1][0] < label.end())
    ):
        ends.pop()
    return ends[-1][1] if ends else 0


_LABEL = re.compile(r"\W{0,3}[A-Z][\w ]{0,15}:")
"""What may be the name of who speaks."""
_POINTS = re.compile(r"\s*(?:\u2192|-*>|=+>?|[:\u2013]|-)\s*")
"""What points from a thing to the "no" that is said of it."""
_SAYS_NO = re.compile(r"(?:no|nope|wont|won't|not)\Z", _I)
_ASSENT = re.compile(
    r"\b(?:accept|agree|recommend|support|favour|approve|wish|consent|welcome)(?:ed|s)?\b"
    r"|\b(?:was|were|is|are) (?:willing|prepared|content|happy)\b"
    r"|\b(?:can|could|would|will) (?:accept|agree|support|serve|stand|continue|recommend|consent)\b"
    r"|\b(?:replied|answered|confirmed|said) that (?:it|he|she|they|this) (?:was|were|had|did|would|could|will|is)\b",
    _I,
)
"""Words by which the draft has somebody say yes."""


def _is_answer(text: str, sign: re.Match[str]) -> bool:
    """Whether a "no" is all that stands behind a name: "Hanne R no!"."""
    return _SAYS_NO.match(sign[0]) is not None and answers(text, sign.end())


def _affirmed_answer(pair: Pair, jotting: Clause, sign: re.Match[str]) -> Iterator[Clash]:
    """A "no" of somebody whom the draft has say yes in the sentence of that line of the notes, and of no other thing."""
    links, j = pair.links, jotting.index
    named = [
        m
        for m in pair.noted[j]
        if m.end <= sign.start() and not jotting.text[m.end : sign.start()].strip(" :-")
    ]
    if not named:
        return
    who = named[-1].who
    for k in sorted({*links.clauses_of[j], *links.clauses_from.get(j, ())}):
        clause, row = pair.clauses[k], links.score[k]
        text = _REASON.sub("", clause.text)
        said = _ASSENT.search(text)
        if (
            said
            and k not in pair.roll
            and len(pair.mentions[k]) == 1
            and pair.mentions[k][0].who & who
            and row.get(j, 0.0) >= _OWN * links.best_of_draft[k]
            and not says_not(text)
            and not says_otherwise(text, frozenset())
            and not _ASKED.search(text)
        ):
            message = f"The draft says \u201c{said[0]}\u201d; in the notes the answer is \u201c{sign[0]}\u201d ({said_in(jotting)})."
            yield Clash(
                message, (clause.place(), jotting.place(named[-1].start, sign.end())), 2.0, Severity.WARNING
            )
            return


def _clause_of_part(
    pair: Pair, jotting: Clause, sign: re.Match[str], part: tuple[int, int]
) -> tuple[Clause | None, float]:
    """The clause that has most of a part of a jotting, where it has almost all and each is the other's best."""
    links, j = pair.links, jotting.index
    words = _words_of_part(pair, jotting, sign, part)
    weights = [(w, links.rarity(w.text) * (_FORMAL if w.low in FORMAL_WORDS else 1.0)) for w in words]
    values = [v for v in pair.noted_values[j] if part[0] <= v.start < part[1]]
    people = [m for m in pair.noted[j] if part[0] <= m.start < part[1]]
    if not values and not any(all(not m.start <= w.start < m.end for m in people) for w in words):
        return None, 0.0
    total = sum(worth for _, worth in weights) + _OF_VALUE * len(values) + _OF_PERSON * len(people)
    found: list[tuple[float, float, int]] = []
    line = [n for n in links.lines[jotting.item] if abs(n - j) <= _NEAR]
    nearest = {
        k: max(links.score[k].get(n, 0.0) for n in line) / links.best_of_draft[k] for k in links.columns[j]
    }
    for k in {
        *links.clauses_of[j],
        *links.clauses_from.get(j, ()),
        *(k for k in nearest if nearest[k] >= 1.0),
    }:
        held = sum(worth * links.strengths[w.text].get(k, 0.0) for w, worth in weights)
        held += sum(_OF_VALUE for v in values if k in links.explained(v))
        held += sum(_OF_PERSON for m in people if any(m.who & mine.who for mine in pair.mentions[k]))
        found.append((held, links.score[k].get(j, 0.0), k))
    if not found or not total:
        return None, 0.0
    held, own, k = max(found)
    clause = pair.clauses[k]
    if (
        clause.is_heading
        or k in pair.roll
        or held < _LEAST_COVER * total
        or held + _REST * (links.raw[k].get(j, 0.0) - held) < _LEAST_PART
        or nearest.get(k, 0.0) < _OWN
        or own < max(share for other, share, _ in found if other >= _AS_MUCH * held)
    ):
        return None, 0.0
    return clause, held * held / total


_ASKED = re.compile(
    r"\b(?:ask(?:ed|s)?|enquired|inquired|wondered|queried|question(?:ed)?)\b.{0,40}\b(?:if|whether|why|when|what|that|for)\b|\b(?:if|whether)\b[^,;]{0,60}\Z",
    _I,
)
"""What stands before words that are only asked for."""
_CONTRACTED = re.compile(r"(?:n't|\w+nt)\Z", _I)
"""A verb with its "not", which is said of the very next word."""
_INSTRUCTS = re.compile(r"\s+to\b", _I)
"""What stands behind a "not" of what is asked for itself."""
_SCOPE = 2
"""Words behind a "not" of which it is said of one at least."""
_NO_SUBJECT = frozenset(
    [
        "till",
        "until",
        "til",
        "yet",
        "anymore",
        "still",
        "now",
        "says",
        "sez",
        "said",
        "pls",
        "please",
        "guys",
        "folks",
        "thats",
    ]
)
"""Words beside a "not" that say nothing of what it is about."""
_OF_THIS = re.compile(r"\b(?:this|it|that|the (?:proposal|request|idea|suggestion|offer))\b", _I)
"""How a sentence names the thing of the one before it."""
_HERE_YET = frozenset({"here", "in", "back", "there"})
"""Words behind "still not" of what has not come."""
_FORMAL, _OF_VALUE, _OF_PERSON = 0.35, 1.5, 0.7
"""What a word counts that minutes use of anything, beside others; a value, and a person."""


def _words_of_part(pair: Pair, jotting: Clause, sign: re.Match[str], part: tuple[int, int]) -> list[Word]:
    return [
        w
        for w in pair.links.note_words[jotting.index]
        if part[0] <= w.start < part[1]
        and w.text[0].isalnum()
        and not (w.start < sign.end() and sign.start() < w.end)  # nor the "can" of "can't"
        and w.low not in _NO_SUBJECT
    ]


def _is_part_affirmed(
    pair: Pair, clause: Clause, jotting: Clause, sign: re.Match[str], part: tuple[int, int]
) -> bool:
    """Whether a clause has the words of a part of a jotting in parts of its own that nothing turns, nor a sentence beside it."""
    links = pair.links
    words = _words_of_part(pair, jotting, sign, part)
    roots = {stem(w.low) for w in words}
    if any(
        stem(w.low) in roots and not part[0] <= w.start < part[1] for w in links.note_words[jotting.index]
    ):
        return False  # the line has it with a "not" and without
    lows = [w.low for w in words]
    noted = roots_of(_WORD.findall(jotting.text.lower()))
    mine = [
        w
        for w in links.draft_words[clause.index]
        if not _is_of_length(clause.text, w)
        and any(
            links.meanings[n.text].get(w.low, 0.0) >= _MEANS and not _is_part_of_name(clause.text, w, n)
            for n in words
        )
    ]
    if mine and all(_BECAUSE.search(clause.text, 0, w.start) for w in mine):
        return False  # it is but why something else is so
    parts = {_part(clause.text, w, _TOLD_END) for w in mine}
    if _NOT_TILL.match(jotting.text, sign.end()):
        parts = {_TILL_SAID.sub("", part) for part in parts if _TILL_SAID.search(part)}
        if not parts:
            return False  # it may be done then
    if any(says_otherwise(t, noted, lows) for t in parts):
        return False
    if any(
        told[0] in said and not _is_noted_too(pair, clause, jotting, part, told)
        for told in NOT.finditer(clause.text)
        for said in parts
    ):
        return False
    if (
        not mine
        or not all(
            _is_noted_too(pair, clause, jotting, part, told)
            for told in NOT.finditer(_REASON.sub("", clause.text))
        )
        or (_ASKED.search(clause.text[: mine[0].start]) and not _INSTRUCTS.match(jotting.text, sign.end()))
    ):
        return False
    at = clause.index
    is_verdict = not sign[0][0].isalpha() or answers(jotting.text, sign.end())
    after = [c for c in pair.beside(clause.index, _AROUND) if c.index >= clause.index]
    if is_verdict and any(
        _tells_refusal(c.text) or (_OF_THIS.search(c.text) and says_not(c.text)) for c in after
    ):
        return False
    values = [v for v in pair.noted_values[jotting.index] if sign.end() <= v.start < part[1]]
    is_away = STILL.search(jotting.text, 0, sign.start()) is not None
    behind = sorted(
        [
            (w.start, links.strengths[w.text].get(at, 0.0) >= _MEANS)
            for w in words
            if w.start >= sign.end() and not (is_away and w.low in _HERE_YET)
        ]
        + [(v.start, at in links.explained(v)) for v in values]
    )
    if (not sign[0][0].isalpha() and not jotting.text[: sign.start()].strip()) or (
        behind and sign[0][0].isalpha() and not any(met for _, met in behind[: _scope_of(sign)])
    ):
        return False  # a mark before the line, or said of a thing that the clause does not name
    told = {w.low for w in mine}
    return not any(
        says_not(pair.clauses[c.index].text) and told & {w.low for w in links.draft_words[c.index]}
        for c in pair.beside(clause.index, _AROUND)
        if c.index != clause.index
    )


def _is_noted_too(
    pair: Pair, clause: Clause, jotting: Clause, part: tuple[int, int], told: re.Match[str]
) -> bool:
    """Whether a "not" of the draft is one of another part of the jotting: both are said of the same word."""
    links, words = pair.links, pair.links.draft_words[clause.index]
    first = max((m.end() for m in _TOLD_END.finditer(clause.text, 0, told.start())), default=0)
    before = [
        w for w in words if first <= w.start < told.start() and _is_telling(w.low) and w.low not in _ABLE
    ]
    beside = [*before[-1:], *[w for w in words if w.start >= told.end()][:1]]
    for other in NEGATIVE.finditer(jotting.text):
        noted = next((w for w in links.note_words[jotting.index] if w.start >= other.end()), None)
        if (
            not part[0] <= other.start() < part[1]
            and noted is not None
            and not jotting.text[other.end() : noted.start].strip()
            and any(links.meanings[noted.text].get(w.low, 0.0) >= _SURE for w in beside)
        ):
            return True
    return False


def _scope_of(sign: re.Match[str]) -> int:
    """How many words behind a "not" it may be said of."""
    return 1 if _CONTRACTED.fullmatch(sign[0]) else _SCOPE


def _says_when_last(clause: Clause, jotting: Clause, sign: re.Match[str]) -> bool:
    """Whether a sentence tells when something was done last, which the notes say was not done since: "not raised since 21"."""
    return _SINCE.match(jotting.text, sign.end()) is not None and _LAST.search(clause.text) is not None


_SINCE, _LAST = re.compile(r"[^,;.]{0,40}\bsince\b", _I), re.compile(r"\blast\b", _I)
_RUNS_ON = re.compile(r"(?:runs?|running)\b", _I), re.compile(r" (?:from|to|until|for)\b", _I)
"""A word for standing in an election, and what stands behind it where it is of how long something lasts."""


def _is_of_length(text: str, word: Word) -> bool:
    """Whether a word that may be of an election is of how long something lasts: "whose terms run from May"."""
    return _RUNS_ON[0].match(word.low) is not None and _RUNS_ON[1].match(text, word.end) is not None


def _saying(pair: Pair, clause: Clause, denied: _Denied) -> Word | None:
    """The word of a clause that says what is denied; of a thing, where it has all of its words."""
    words = pair.links.draft_words[clause.index]
    found: list[Word] = []
    for noted in denied.words:
        meanings = pair.links.meanings.get(noted.text, {})
        if len(denied.words) > 1 and not any(share >= _SURE for share in meanings.values()):
            continue
        same = _PREDICATES.get(noted.low, ())
        here = [
            w
            for w in words
            if (meanings.get(w.low, 0.0) >= _SURE or w.low in same) and not _is_name_of(clause.text, w, noted)
        ]
        if not here:
            found = []
            break
        found.append(here[0])
    if not found and denied.is_of_ability:
        found = [w for w in words if w.low in _ABLE]
    return found[-1] if found else None


def _names_more(pair: Pair, k: int, jotting: Clause, denied: _Denied) -> bool:
    """Whether a clause or the one before has any other word of the part of the jotting with the "not", if that has two or more."""
    text = jotting.text
    start = max((m.end() for m in _PART_END.finditer(text, 0, denied.sign.start())), default=0)
    end = _PART_END.search(text, denied.sign.end())
    others = [
        w.text
        for w in pair.links.note_words[jotting.index]
        if start <= w.start < (end.start() if end else len(text))
        and w not in denied.words
        and _is_telling(w.low)
    ]
    strengths = pair.links.strengths
    near = [c.index for c in pair.beside(k) if c.index <= k]
    near = [n for n in near if n == k or not says_not(pair.clauses[n].text)]
    return len(others) < _FEW or any(strengths[w].get(n, 0.0) >= _HINTS for w in others for n in near)


_FEW, _HINTS = 2, 0.45
"""Further words of a part of a jotting of which one must be met, and how surely."""


def _is_name_of(text: str, mine: Word, noted: Word) -> bool:
    """Whether the draft has as a name what the notes have as a plain word: "the Police", "can't police"."""
    is_name = _WITHIN.search(text[: mine.start]) is not None or _NAME_ON.match(text, mine.end) is not None
    return mine.text[0].isupper() and noted.text.islower() and is_name


def _is_part_of_name(text: str, mine: Word, noted: Word) -> bool:
    """Whether the draft has as part of a longer name what the notes have as a plain word."""
    is_long = _NAME_ON.match(text, mine.end) or _NAME_BEFORE.search(text[: mine.start])
    return mine.text[0].isupper() and noted.text.islower() and is_long is not None


def _shared_beside(pair: Pair, clause: Clause, jotting: Clause, denied: _Denied) -> float:
    """What a clause has of a jotting beside what is denied: words by their rarity, figures, people."""
    links = pair.links
    own = {w.text for w in denied.words}
    before = [c.index for c in pair.beside(clause.index) if c.index < clause.index]
    near = [j for j in links.lines[jotting.item] if abs(j - jotting.index) <= _NEAR]
    shared = 1.6 if len(denied.words) > 1 else 0.0
    for text in {w.text for j in near for w in links.note_words[j] if w.low not in FORMAL_WORDS} - own:
        strengths = links.strengths[text]
        share = max(strengths.get(clause.index, 0.0), *(0.7 * strengths.get(k, 0.0) for k in before), 0.0)
        shared += links.rarity(text) * share
    for value in (v for j in near for v in pair.noted_values[j]):
        shared += 1.5 if clause.index in links.explained(value) else 0.0
    for noted in (m for j in near for m in pair.noted[j]):
        shared += 0.7 if any(noted.who & m.who for m in pair.mentions[clause.index]) else 0.0
    return shared


def _is_affirmed(
    pair: Pair, clause: Clause, jotting: Clause, denied: _Denied, mine: Word, noted: frozenset[str]
) -> bool:
    """Whether the draft says it is so: neither here nor beside does it turn it, in whatever words."""
    links, text = pair.links, clause.text
    if says_otherwise(_part(text, mine, _STRONG_END), noted | roots_of([mine.low])) or (
        denied.sign[0].lower() not in _OF_THINGS
        and mine.low not in _STANDING
        and not _COMING.search(_text_of(denied))
        and _DONE.search(mine.low)
        and _TO_COME.search(text[: mine.start])
    ):
        return False
    if _BECAUSE.search(text, 0, mine.start) or (
        _FROM_BEFORE.search(text, 0, mine.start) and _TO_BEHIND.match(text, mine.end)
    ):
        return False
    if denied.sign[0].lower() == "non" and not _SAID_TO_BE.search(text[: mine.start]):
        return False
    if any(not _is_of_other(pair, clause, jotting, denied, sign) for sign in NOT.finditer(text)):
        return False
    if _ASKED.search(text[: mine.start]):
        return False
    if denied.sign[0] == "NO" and _tells_refusal(text):
        return False  # "6 ft cedar NO limit is 4 ft": the verdict
    own = stem(denied.words[-1].low)
    if any(stem(w.low) == own and w not in denied.words for w in links.note_words[jotting.index]):
        return False  # the line has it with a "not" and without
    root = stem(mine.low)
    likely = {*links.clauses_of[jotting.index], *(c.index for c in pair.beside(clause.index, _AROUND))}
    return not any(
        stem(word.low) == root and says_not(_part(pair.clauses[k].text, word, _STRONG_END))
        for k in likely - {clause.index}
        for word in links.draft_words[k]
    )


def _tells_refusal(text: str) -> bool:
    """Whether a sentence says that something was refused or put off, which a mere "no" of the notes may stand for."""
    return not {"refused", "deferred", "withdrawn"}.isdisjoint(told_outcomes(text))


def _text_of(denied: _Denied) -> str:
    """The words from a "not" to what it is said of."""
    return denied.sign.string[denied.sign.start() : denied.words[-1].end]


def _is_of_other(pair: Pair, clause: Clause, jotting: Clause, denied: _Denied, sign: re.Match[str]) -> bool:
    """Whether a "not" of the draft is said of what the notes have before theirs: "A not B", told as "B, not A"."""
    links = pair.links
    before = [w for w in links.note_words[jotting.index] if w.end <= denied.sign.start()]
    after = [w for w in links.draft_words[clause.index] if w.start >= sign.end()]
    return (
        bool(before and after)
        and not jotting.text[before[-1].end : denied.sign.start()].strip()
        and not clause.text[sign.end() : after[0].start].strip()
        and links.meanings[before[-1].text].get(after[0].low, 0.0) >= _SURE
    )


def _is_noted_affirmed(pair: Pair, clause: Clause, j: int, mine: Word) -> bool:
    """Whether another jotting that the clause may come from says the same without a "not"."""
    links, row = pair.links, pair.links.score[clause.index]
    least = _RIVAL * max(row.values())
    return any(
        share >= least
        and other != j
        and not NOTED_NOT.search(pair.jottings[other].text)
        and not _asks(pair.jottings[other])
        and any(links.meanings[w.text].get(mine.low, 0.0) >= _SURE for w in links.note_words[other])
        for other, share in row.items()
    )


def _part(text: str, word: Word, ends: re.Pattern[str]) -> str:
    """The part of a sentence in which a word stands."""
    first = max((m.end() for m in ends.finditer(text, 0, word.start)), default=0)
    last = next((m for m in ends.finditer(text, word.end) if not _joins_subjects(text, first, m)), None)
    return text[first : last.start() if last else len(text)]


def _joins_subjects(text: str, first: int, end: re.Match[str]) -> bool:
    """Whether an "and" stands between two things of which the same is said: "Car and green loans are excluded"."""
    return end[0].lower() == "and" and len(text[first : end.start()].split()) <= _FEW


def _gained(pair: Pair, clause: Clause) -> Iterator[Clash]:
    """A "not" of the draft before a word that the notes of the same thing have without one, and with nothing that turns it."""
    links, j = pair.links, pair.links.mutual_best(clause.index, _MUTUAL)
    signs = list(NOT.finditer(clause.text))
    if len(signs) != 1 or j is None or _CONTRAST.search(clause.text):
        return
    said = signs[0]
    jotting = pair.jottings[j]
    end = _TOLD_END.search(clause.text, said.end())
    words = [w for w in links.draft_words[clause.index] if _is_telling(w.low) or _DECIDED.match(w.low)]
    behind = [w for w in words if said.end() <= w.start < (end.start() if end else len(clause.text))][:1]
    noted = [place for b in behind for place in _affirmations(pair, jotting, b)]
    if (
        not noted
        or any(stem(w.low) == stem(b.low) and w is not b for w in words for b in behind)
        or links.score[clause.index][j] < _LEAST_GAINED
        or links.coverage(clause.index, j) < _COVERED
        or said[0].lower() in _OF_ALL
        or denies_nothing(clause.text, said.start(), said.end())
        or (_TILL.match(clause.text, said.end()) and _TILL_SAID.search(jotting.text))
        or _may_deny(pair, jotting, around=said[0].lower() not in _OF_VERBS)
    ):
        return
    message = (
        f"The draft says \u201c{clause.text[said.start() : behind[0].end]}\u201d; the notes of the same thing say it without "
        f"the \u201c{said[0]}\u201d ({said_in(jotting)})."
    )
    places = (clause.place(said.start(), said.end()), jotting.place(*noted[0]))
    yield Clash(message, places, _WEIGHT_GAINED, Severity.WARNING)


def _affirmations(pair: Pair, jotting: Clause, word: Word) -> Iterator[tuple[int, int]]:
    """Where a jotting says what a word does, or that of which it is an outcome is well: "ok" for "approved"."""
    for noted in pair.links.note_words[jotting.index]:
        is_meant = pair.links.meanings[noted.text].get(word.low, 0.0) >= _SURE
        if is_meant or noted.low in _PREDICATES.get(word.low, ()):
            yield noted.start, noted.end
    if _DECIDED.match(word.low) or (_DONE.search(word.low) and _IS_DONE.search(jotting.text)):
        yield from (match.span() for match in _WELL.finditer(jotting.text))


def _may_deny(pair: Pair, jotting: Clause, *, around: bool) -> bool:
    """Whether anything of a jotting may turn it, or it asks; ``around``: or of its line, or of what stands before and behind."""
    line = pair.links.lines[jotting.item] if around else (jotting.index,)
    text = " ".join(pair.jottings[n].text for n in line)
    beside = pair.jottings[max(0, jotting.index - 1) : jotting.index + 2] if around else ()
    return (
        NOTED_NOT.search(text) is not None
        or _NOTED_TURN.search(text) is not None
        or any(NEGATIVE.search(other.text) for other in beside)
        or "?" in text
    )


_OF_VERBS = frozenset({"not", "n't", "never"})
"""What denies a verb, of which the notes of that verb tell; a thing of which there is none may be noted anywhere."""
_WELL = re.compile(
    r"\b(?:ok(?:ay)?|agreed|agr|ag?d|done|sorted|yes|approved|appr?|app'?d|passed|carried|adopted|accepted)\b|[\u2713\u2714]",
    _I,
)
"""How notes say that something went as it was proposed."""
_IS_DONE = re.compile(r"\bdone\b|[\u2713\u2714]", _I)
"""How notes say of anything that was to be done that it has been."""
_DECIDED = re.compile(
    r"approv|agree|accept|adopt|grant|resolv|complet|confirm|settl|pass|carri|ratif|endors|author", _I
)
"""What may be done with what is proposed."""
