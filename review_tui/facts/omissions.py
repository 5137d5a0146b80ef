"""What the notes have and the draft does not seem to hold; and what the draft has of which the notes have nothing."""

import re
from collections.abc import Iterator
from functools import lru_cache
from heapq import nlargest
from statistics import median

from review_tui.facts.apologies import apologies_left_out, clauses_telling, full_name, may_be_said
from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.links import LEAST, Word
from review_tui.facts.negatives import NOT
from review_tui.facts.outcome_words import OUTCOMES
from review_tui.facts.owners import gives_task
from review_tui.facts.pair import Pair
from review_tui.facts.roster import Who
from review_tui.facts.value_clashes import is_numbering
from review_tui.facts.values import Kind, Value
from review_tui.facts.wording import said_in, trimmed
from review_tui.language.calendar_words import MONTH, WEEKDAY
from review_tui.language.note_kinds import NoteKind, note_kind_of
from review_tui.language.stop_words import FORMAL_WORDS, is_stop_word, is_voting_word
from review_tui.language.word_match import SYNONYMS
from review_tui.model.findings import Location, Severity
from review_tui.model.note_formats import is_spoken
from review_tui.model.text import Span

_LEAST_ORPHAN = 2.2
"""What a jotting must have that no word of the draft can stand for."""
_MOST_COVERED = 0.45
"""Share of a jotting's words that the draft has, from which it is not left out."""
_ACTION = re.compile(
    r"\[ \]|\A\W*AP:|\A\W*action\b|\bagreed\b|\A\W*(?:apols?|sorry)|\bwill [a-z]{3}"
    r"|(?:\A|[:>\u2192])\W*(?:buy|ask|get|order|write|chase|fix|send|check|ring|book|arrange|find|pay)\b",
    re.IGNORECASE,
)
_INTEREST = re.compile(r"\b(?:int|dec int|DoI|NPI|DPI|interest)\b(?! (?:0|none|nil|no)\b)", re.IGNORECASE)
_TELLS_INTEREST = re.compile(r"\binterests?\b", re.IGNORECASE)
_LEAST_ACTION, _LEAST_OF_OTHERS = 1.85, 3.2
"""Weight of the words that are nowhere in the draft, for an action and for anything else."""
_HALF, _THIRD, _LEAST_OF_KIND = 0.6, 0.35, 1.9
"""Shares of words that the draft has, and the weight asked where it is told what kind a jotting is."""
_QUARTER, _LITTLE = 0.25, 0.9
"""So little of an action stands in the draft, and so much of it stands nowhere, that it is left out however short."""
_FAIRLY, _MUCH, _MOST = 1.6, 2.6, 5.0
"""What an action, a decision, and what a line that decides nothing, must have that stands nowhere in the draft."""
_DAY = re.compile(
    rf"(?:{WEEKDAY}\.?,? )?(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?[. ]?|[a-z -]+(?:st|nd|rd|th) )(?:of )?{MONTH}"
    rf"|{MONTH}\.? (?:\d{{1,2}}(?:st|nd|rd|th)|[1-9]\b|1\d\b)|(?:1[3-9]|2\d|3[01])[./]\d{{1,2}}[ .,]*\Z",
    re.IGNORECASE,
)
_PENCE = re.compile(r"[\u00a3$\u20ac]?\d[\d,]*\.\d\d")
_MOSTLY, _FEWEST_VALUES, _MOST_LOST = 0.6, 3, 2
"""Of the days or exact sums of the notes that a draft must give for one to be missed, of how many, and how many may lack."""
_NOTHING, _SOMETHING, _ANYTHING = 0.12, 1.0, 0.5
"""So little of a jotting stands in the draft that nothing does; and so much says something, less where nothing at all stands there."""
_NAMED = 1.0
"""So much of a jotting stands in the draft that the thing which it decides is told there."""
_LIKELY = 0.6
"""How near to its best a clause must come that a jotting may have gone into."""
_LATER = re.compile(r"\b(?:wait|next|later|until|await|again|come back|return)\w*", re.IGNORECASE)
_FEWEST_WORDS = 2
"""Words, or people and values, that say something."""
_ROOM = 4
"""Jottings on either side by which it is told where something is missing."""
_INITIALS = 3
"""Letters that may be somebody's initials."""
_UNSURE = re.compile(r"\?\?")
_TOLD = re.compile(
    r"\b(?:agreed|asked|will|would|is to|are to|has been|had been|resolved|undertook|offered|decided|requested|promised|thanked"
    r"|reported|be)\b"
)
_LEAD = re.compile(r"present|apolog|minutes", re.IGNORECASE)
_HARDLY, _OF_USUAL = 0.22, 0.4
"""So little of a sentence stands in the notes, of itself and of what is usual, that it may be invented."""


def omission_clashes(pair: Pair) -> Iterator[Clash]:
    """What the notes have and the draft does not, in the order of the notes."""
    if not pair.clauses:
        return
    for jotting in pair.jottings:
        if jotting.is_private or _UNSURE.search(jotting.text):
            continue
        clash = _of_people(pair, jotting) or _left_out(pair, jotting)
        if clash:
            yield clash


def _left_out(pair: Pair, jotting: Clause) -> Clash | None:
    """What of a jotting the draft lacks: all of it, its decision or a value."""
    kind = _kind_of(jotting.text)
    if kind is NoteKind.APOLOGY or not _says_what(pair, jotting):
        return None
    if is_spoken(jotting.document.file):
        return _value_left_out(pair, jotting)
    covered, orphan, held = _weigh(pair, jotting)
    lost = _lost_value(pair, jotting)
    kind = kind or _kind_of_rest(pair, jotting) or (NoteKind.ACTION if gives_task(pair, jotting) else None)
    acts = (
        kind is not None
        or (lost is not None and "." in lost.text.strip(" ."))
        or _ACTION.search(jotting.text) is not None
    )
    least = _LEAST_ORPHAN if acts else _LEAST_OF_OTHERS
    sure = (held == 0 and orphan >= least and covered < _HALF) or (
        covered < _MOST_COVERED and orphan - 1.1 * held >= least
    )
    sure = sure or (acts and held == 0 and covered < _HALF and orphan >= _LEAST_ACTION)
    sure = sure or (kind is not None and covered < _THIRD and orphan - 1.1 * held >= _LEAST_OF_KIND)
    sure = sure or (kind is NoteKind.ACTION and covered < _THIRD and orphan >= _FAIRLY and held <= _HALF)
    sure = sure or (kind is NoteKind.ACTION and held == 0 and covered < _QUARTER and orphan >= _LITTLE)
    sure = sure or (kind is NoteKind.DECISION and covered < _THIRD and orphan >= _MUCH)
    least = _SOMETHING if covered else _ANYTHING
    nothing = held < _ANYTHING and covered < _NOTHING and orphan > least and acts
    if sure or nothing:
        what = f"this {kind.value}" if kind else "this"
        message = f"The notes have {what} ({said_in(jotting)}); nothing in the draft seems to tell of it."
        grave = acts or (orphan >= _MOST and held == 0 and covered < _NOTHING)
        severity = Severity.WARNING if grave else Severity.HINT
        return Clash(message, (_nearest_clause(pair, jotting), jotting.place()), orphan, severity)
    unsaid = _unsaid_outcome(pair, jotting) if held >= _NAMED and covered >= _MOST_COVERED else None
    if unsaid:
        message = f"The notes have this decision ({said_in(jotting)}); the draft does not tell of it."
        return Clash(message, (_nearest_clause(pair, jotting), unsaid), 2.0, Severity.WARNING)
    return _value_left_out(pair, jotting, is_alone=held == 0 and covered < _NOTHING)


def _lost_value(pair: Pair, jotting: Clause) -> Value | None:
    """The first sum, share or day of a jotting that the draft gives nowhere."""
    return next(
        (
            v
            for v in pair.noted_values[jotting.index]
            if not pair.links.explained(v)
            and not v.is_former
            and (_is_exact(v) or _is_day(v, jotting) or (_is_pence(v) and _is_missed(pair, jotting, v)))
        ),
        None,
    )


def _value_left_out(pair: Pair, jotting: Clause, *, is_alone: bool = False) -> Clash | None:
    lost = _lost_value(pair, jotting)
    if lost is None:
        return None
    is_missed = _is_missed(pair, jotting, lost)
    if is_spoken(jotting.document.file) and not is_missed:
        return None
    message = f"The notes give {lost.text.strip(' .')} ({said_in(jotting)}), which the draft leaves out."
    severity = Severity.WARNING if is_alone or is_missed else Severity.HINT
    return Clash(message, (_nearest_clause(pair, jotting), jotting.place(*trimmed(lost))), 1.0, severity)


def _unsaid_outcome(pair: Pair, jotting: Clause) -> Location | None:
    """Where a jotting says that something was refused or put off, of which the draft tells only other things.

    Every clause that shares words with it was written from another jotting, and says nothing of the kind.
    """
    links, j = pair.links, jotting.index
    if not any(OUTCOMES[name][1].search(jotting.text) for name in ("refused", "deferred", "withdrawn")):
        return None
    if any(links.linked[k][0] == j for k in links.clauses_from.get(j, ())):
        return None
    likely = [k for k, share in links.columns[j].items() if share >= _LIKELY * links.best_of_notes[j]]
    line = set(links.lines[jotting.item])
    if not likely or any(links.linked[k] and links.linked[k][0] in line for k in likely):
        return None
    around = {x for k in likely for x in (k, k + 1) if x < len(pair.clauses)}
    for name in ("refused", "deferred", "withdrawn"):
        mine, theirs = OUTCOMES[name]
        there = theirs.search(jotting.text)
        if not there or any(mine.search(pair.clauses[k].text) for k in around):
            continue
        if name == "refused" and any(_tells_of_result(pair.clauses[k].text, jotting.text) for k in likely):
            continue
        if name == "deferred" and any(_LATER.search(pair.clauses[k].text) for k in around):
            continue
        return jotting.place(there.start(), there.end())
    return None


def _tells_of_result(text: str, noted: str) -> bool:
    """Whether a clause says how something went, in a word that the notes do not have for the thing itself, a grant."""
    subject = set(re.findall(r"[a-z]+", noted.lower()))
    said = (found[0] for mine, _ in OUTCOMES.values() for found in mine.finditer(text))
    return NOT.search(text) is not None or any(words.lower() not in subject for words in said)


def _kind_of_rest(pair: Pair, jotting: Clause) -> NoteKind | None:
    """What the next jotting of the line makes it: "BBQs on the roof? voted down"."""
    after = pair.jottings[jotting.index + 1] if jotting.index + 1 < len(pair.jottings) else None
    if after is None or after.item != jotting.item or len(pair.links.note_words[after.index]) > _FEWEST_WORDS:
        return None
    return _kind_of(after.text)


@lru_cache(maxsize=16384)
def _kind_of(text: str) -> NoteKind | None:
    """What a jotting is, of what minutes must not leave out."""
    return note_kind_of(text, Span(0, len(text)))


def _says_what(pair: Pair, jotting: Clause) -> bool:
    """Whether a jotting tells what was decided, not only who moved it and that all agreed."""
    named = pair.noted[jotting.index]
    words = {
        w.low
        for w in pair.links.note_words[jotting.index]
        if not any(m.start <= w.start < m.end for m in named)
    }
    told = sum(not is_voting_word(word) for word in words)
    return told + bool(pair.noted_values[jotting.index]) >= _FEWEST_WORDS


def _is_exact(value: Value) -> bool:
    """Whether it is a sum to the penny, or money or a share by its sign."""
    return (
        value.kind in {Kind.MONEY, Kind.PERCENT}
        or re.fullmatch(r"\d{2,}\.\d\d|\d{1,3}(?:,\d{3})+", value.text.strip(" .,")) is not None
    )


def _is_day(value: Value, jotting: Clause) -> bool:
    """Whether it can be nothing but a day: "20 Jan", "20/1", not "June 25" or the end of "11/12 Sept"."""
    if value.kind is not Kind.DATE or not value.parts or value.parts[2] == 0:
        return False
    if re.search(r"[\d./-]\s*\Z", jotting.text[: value.start]):
        return False
    return _DAY.match(value.text) is not None


def _is_pence(value: Value) -> bool:
    return _PENCE.fullmatch(value.text.strip(" .,")) is not None


def _is_missed(pair: Pair, jotting: Clause, value: Value) -> bool:
    """Whether the draft gives nearly all days, or sums to the penny, that the notes have, but this one.

    A sum that may be an hour or the number of an item counts only in a line that has another which the draft gives.
    """
    if value.kind is Kind.DATE:
        return _shares_given(pair)[0] >= _MOSTLY
    if not _is_pence(value) or _shares_given(pair)[1] < _MOSTLY:
        return False
    if is_numbering(value, jotting):
        return False
    sums = [v for v in pair.noted_values[jotting.index] if _is_pence(v)]
    return not any(key[0] == "t" for key in value.keys) or any(pair.links.explained(v) for v in sums)


@lru_cache(maxsize=4)
def _shares_given(pair: Pair) -> tuple[float, float]:
    """The shares of the days and of the sums to the penny in the notes that the draft gives; 0 where there are few."""
    shares = []
    noted = [
        (j, v)
        for j in pair.jottings
        if not j.is_private
        for v in pair.noted_values[j.index]
        if not v.is_former
    ]
    for values in (
        [v for _, v in noted if v.kind is Kind.DATE],
        [v for _, v in noted if _is_pence(v)],
    ):
        given = sum(bool(pair.links.explained(v)) for v in values)
        lost = len(values) - given
        shares.append(given / len(values) if len(values) >= _FEWEST_VALUES and lost <= _MOST_LOST else 0.0)
    return shares[0], shares[1]


def _nearest_clause(pair: Pair, jotting: Clause) -> Location:
    """The clause after which it would stand, by the jottings around it."""
    links = pair.links
    for distance in range(1, _ROOM + 1):
        for j in (jotting.index - distance, jotting.index + distance):
            if 0 <= j < len(pair.jottings) and links.clauses_of[j] and links.best_of_notes[j] > LEAST:
                best = max(links.clauses_of[j], key=lambda k: links.score[k][j])
                return pair.clauses[best].place()
    return pair.clauses[0].place()


def _of_people(pair: Pair, jotting: Clause) -> Clash | None:
    """Interests and apologies of people of whom the draft tells no such thing."""
    if is_spoken(jotting.document.file):
        return None
    missing = apologies_left_out(pair, jotting)
    if missing:
        message = f"The notes have apologies from {missing.called} ({said_in(jotting)}); the draft has none."
        place = missing.told.place() if missing.told else _nearest_clause(pair, jotting)
        return Clash(message, (place, missing.noted), 3.0, Severity.WARNING)
    return _interest_left_out(pair, jotting)


def _interest_left_out(pair: Pair, jotting: Clause) -> Clash | None:
    if _kind_of(jotting.text) is not NoteKind.INTEREST and not _INTEREST.search(jotting.text):
        return None
    told = clauses_telling(pair, _TELLS_INTEREST)
    word, who = _who_declared(pair, jotting)
    if word is None or any(who & m.who for c in told for m in pair.mentions[c.index]):
        return None
    text = " ".join(c.text for c in told).lower()
    letters = re.sub(r"[^a-z]", "", word[0].lower())
    if may_be_said(word[0].lower(), text) or (
        len(word[0]) > _INITIALS and letters in re.sub(r"[^a-z]", "", text)
    ):
        return None
    if not who and clauses_telling(pair, _TELLS_INTEREST):
        return None
    message = f"The notes have a declaration of interest by {full_name(pair, word[0], who)} ({said_in(jotting)}); the draft has none."
    place = told[0].place() if told else _nearest_clause(pair, jotting)
    return Clash(message, (place, jotting.place(word.start(), word.end())), 3.0, Severity.WARNING)


def _who_declared(pair: Pair, jotting: Clause) -> tuple[re.Match[str] | None, Who]:
    """The word of a jotting that names who has an interest, with whom it may mean."""
    for mention in pair.noted[jotting.index]:
        if mention.strength > 1 and not mention.is_role:
            return re.compile(re.escape(mention.text)).match(jotting.text, mention.start), mention.who
    return re.match(r"\W*\b[A-Z]{2,3}\b", jotting.text), frozenset()


def _weigh(pair: Pair, jotting: Clause) -> tuple[float, float, float]:
    """The share of a jotting that its clauses hold, what of it stands nowhere, and what of it does."""
    links, j = pair.links, jotting.index
    around = _clauses_around(pair, j)
    total = got = orphan = held = 0.0
    named = pair.noted[j]
    for word in links.note_words[j]:
        strengths = links.strengths[word.text]
        here = max([strengths[k] for k in around if k in strengths], default=0.0) if strengths else 0.0
        most = links.surest[word.text]
        if any(m.start <= word.start < m.end for m in named):
            continue  # who it was says nothing of whether it is told
        worth = links.rarity(word.text) * _worth(word, most)
        total += worth
        got += worth * min(1.0, here * 1.25)
        if len(word.low) < 4 or is_stop_word(word.low) or word.low in FORMAL_WORDS or word.low in SYNONYMS:
            continue
        if most < 0.45 and not links.may_be_named(word.low):
            orphan += 1.5 if word.text[0].isupper() and word.start else 0.9
        else:
            held += 0.5 + (0.5 if here >= 0.5 else 0.0)
    for value in pair.noted_values[j]:
        if value.kind is Kind.REFERENCE:
            continue
        said = links.explained(value)
        total += 1.5
        got += 1.5 * bool(said & around)
        if not said:
            orphan += 1.8 if _is_big(value) else 0.3
        elif said & around:
            held += 1.2 if _is_big(value) else 0.4
    if _ACTION.search(jotting.text):
        orphan += 1
    return got / total if total else 1.0, orphan, held


def _worth(word: Word, most: float) -> float:
    if word.low in FORMAL_WORDS or word.low in SYNONYMS:
        return 0.3
    return 0.4 if len(word.low) <= 3 and most < 0.4 else 1.0


def _is_big(value: Value) -> bool:
    return (
        value.kind in {Kind.DATE, Kind.MONEY}
        or value.is_run
        or any(key[0] == "n" and isinstance(key[1], float) and key[1] > 20 for key in value.keys)
    )


def _clauses_around(pair: Pair, j: int) -> set[int]:
    """The clauses that a jotting may have gone into, and those by them in the item."""
    links = pair.links
    least = _LIKELY * links.best_of_notes[j]
    found: set[int] = set()
    for _, k in nlargest(3, [(share, k) for k, share in links.columns[j].items() if share >= least]):
        found |= {c.index for c in pair.beside(k, 6)} | {
            x for x in (k - 1, k + 1) if 0 <= x < len(pair.clauses)
        }
    return found


def invention_clashes(pair: Pair) -> Iterator[Clash]:
    """Sentences of the draft of which the notes hold hardly a word."""
    links = pair.links
    if not pair.jottings:
        return
    shares: list[tuple[float, Clause]] = []
    for clause in pair.clauses:
        words = [w for w in links.draft_words[clause.index] if w.low not in FORMAL_WORDS]
        worth = {w.low: links.worth_of(w.low) for w in words}
        if sum(worth.values()) < 8 or clause.is_heading or len(words) < 5:
            continue
        near: dict[str, float] = {}
        for j in nlargest(4, links.score[clause.index], key=links.score[clause.index].__getitem__):
            for word in links.note_words[j]:
                for other, share in links.meanings[word.text].items():
                    near[other] = max(near.get(other, 0.0), share)
        local = sum(value * near.get(word, 0.0) for word, value in worth.items())
        whole = sum(value * links.best_of_word.get(word, 0.0) for word, value in worth.items())
        shares.append(((0.6 * local + 0.4 * whole) / sum(worth.values()), clause))
    usual = median([share for share, _ in shares] or [0.0])
    for share, clause in shares:
        if (
            share < min(_HARDLY, _OF_USUAL * usual)
            and _TOLD.search(clause.text)
            and not _LEAD.search(clause.text[:50])
        ):
            yield Clash(
                "The notes do not seem to have anything of this sentence.",
                (clause.place(),),
                1 - share,
                Severity.HINT,
            )
