"""What the notes have and the draft does not seem to hold."""

import math
import re
from collections.abc import Iterator
from functools import lru_cache

from review_tui.facts.accord import share_told_by_file
from review_tui.facts.afterwards import after_close
from review_tui.facts.apologies import apologies_left_out, clauses_telling, full_name, may_be_said
from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.coverage import Coverage, coverage_of, coverages_of, regions_of
from review_tui.facts.gaps import gap_odds
from review_tui.facts.links import LEAST
from review_tui.facts.numbering import is_numbering
from review_tui.facts.pair import Pair
from review_tui.facts.roster import Who
from review_tui.facts.rulings import rulings_noted
from review_tui.facts.tasks import gives_task, has_such_task, task_in
from review_tui.facts.values import Kind, Value, is_number
from review_tui.facts.wording import said_in, trimmed
from review_tui.language.calendar_words import MONTH, WEEKDAY
from review_tui.language.note_kinds import NoteKind, kind_of_jotting
from review_tui.language.stop_words import is_voting_word
from review_tui.model.findings import Location, Severity
from review_tui.model.note_formats import is_spoken

_CONSENT = re.compile(
    r"\b(?:nobody|no one|none) (?:objects?|objected|minds?)|\bno objections?\b"
    r"|\b(?:ok|fine|happy) (?:w|with|by) (?:all|everyone|everybody)\b|\ball (?:ok|happy|agree|fine|for)\b"
    r"|\bgoes in\b|\bconsensus\b|(?:->|=>|\u2192)\s*(?:next|later|wait|hold)\b",
    re.IGNORECASE,
)
"""How clerks note that nobody was against something, or that it was put off."""
_ADVISED = re.compile(r"\b(?:recommend|suggest|advis|propos)", re.IGNORECASE)
_RULE = re.compile(
    r"\A\W*(?:no|not to|must not|never)\b.*\b(?:till?|until|unless|before|after|without)\b"
    r"|\b(?:only if|provided|as long as|on condition|but not to)\b",
    re.IGNORECASE,
)
"""A rule or a condition that was decided on."""
_BECOMES = re.compile(r"[\s\w]{0,8}(?:->|=>|\u2192)")
_INTEREST = re.compile(r"\b(?:dec int|DoI|NPI|DPI)\b(?! (?:0|none|nil|no)\b)", re.IGNORECASE)
_HAS_INTEREST = re.compile(
    r"['\u2019]?s?[ :]{1,2}\(?int(?:erest)?\b(?!\W{0,2}[\d\u00a3$\u20ac%])(?! (?:rate|free|charge|paid|due)s?\b)",
    re.IGNORECASE,
)
"""What stands after who has an interest: "Ann int - tenant", "JS: interest in 6"; not what a bank pays."""
_TELLS_INTEREST = re.compile(
    r"\binterests?\b|\bdeclar|\bdisclos|\bpecuniary\b|\bconflict|\brecus|\b(?:took|take|taking) no part\b|\b(?:left|withdrew|out of) (?:from )?the (?:room|meeting)\b",
    re.IGNORECASE,
)
_SURE, _SURE_OF_DECISION, _LIKELIER = 2.0, 1.2, 0.5
"""Log-odds from which a gap is told of, one of a decision, which minutes owe, and any is hinted at."""
_MOSTLY_TOLD = 0.68
"""The share of a file's jottings that the draft tells from which one that it does not is missed: in one that is half talk
and asides, or puts right what another has, none is."""
_VALUES_TOLD = 2
"""Days and sums of a jotting that the draft gives, so that it is told in other words."""
_OF_TASK, _OF_DATED, _LEAST_TASK = 0.38, 0.5, 1.6
"""So little of a task, or of what is said beside a day, is told that it is left out, if it says so much."""
_OF_ERRAND, _LEAST_ERRAND = 0.1, 0.95
"""The same of one that says as little as "me to get plumber"."""
_ELSEWHERE = 0.42
"""The same where it would not stand, which may be a list of tasks."""
_DAY = re.compile(
    rf"(?:{WEEKDAY}\.?,? )?(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?[. ]?|[a-z -]+(?:st|nd|rd|th) )(?:of )?{MONTH}"
    rf"|{MONTH}\.? (?:\d{{1,2}}(?:st|nd|rd|th)|[1-9]\b|1\d\b)|(?:1[3-9]|2\d|3[01])[./]\d{{1,2}}[ .,]*\Z",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s*[A-Z][\w.' ]{0,20}:\s")
"""Who says what follows."""
_SUNDRY = re.compile(r"\b(?:rest|bits|misc\w*|sundr\w*|odds)\b[^\d]{0,20}\Z", re.IGNORECASE)
_SET_FOR = re.compile(
    r"\b(?:called|set|down|supposed|scheduled|meant) (?:for|at|to (?:start|begin)(?: at)?)\s\Z", re.IGNORECASE
)
"""What stands before the hour at which a meeting was to begin, and did not."""
_COUNTED = re.compile(
    r"\s?[-\u2013\u00d7x] ?\d| (?!(?:at|and|to|for|in|on|by|with|from|as|or|is|was|till?|until)\b)[a-z]{3,}"
)
"""What follows a number of things or a vote: "March 6 cases", "Sept 7-3", "March 2 x 1000"."""
_PENCE = re.compile(r"[\u00a3$\u20ac]?\d[\d,]*\.\d\d")
_BALANCE = re.compile(r"[\u00a3$\u20ac]?\d[\d,]*\d\d\.\d\d")
"""A sum that can be no hour and no number of an item."""
_MOSTLY, _FEWEST_VALUES, _MOST_LOST = 0.6, 3, 2
"""Of the days or exact sums of the notes that a draft must give for one to be missed, of how many, and how many may lack."""
_LEAST_DATED = 1.5
"""So much a part of a jotting must say beside its day."""
_PART_END = re.compile(r"[,;()\u2192|] ?|\.\s|\s[-\u2013+/&]\s|->|=>")
_FEWEST_WORDS = 2
"""Words, or people and values, that say something."""
_ROOM = 4
"""Jottings on either side by which it is told where something is missing."""
_ALMOST_ALL = 0.55
"""How much of a jotting a sentence has that tells of it, whatever it is linked with."""
_SMALL = 13
"""Numbers below it may be those of lines."""
_INITIALS = 3
"""Letters that may be somebody's initials."""
_UNSURE = re.compile(
    r"\?\?|\bi'?m told\b|\bapparently\b|\bi (?:think|heard|gather|forget|missed|didn'?t (?:get|catch|hear))\b|\bcheck (?:this|w(?:ith)?)\b|\bnot sure\b",
    re.IGNORECASE,
)
"""What whoever takes the notes is not sure of, or has by hearsay."""
_TALLY = re.compile(r"[IiLl|/]+|thats|its|theres|heres|whats")


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
    if kind_of_jotting(jotting.text) is NoteKind.APOLOGY or not _says_what(pair, jotting):
        return None
    if is_spoken(jotting.document.file):
        return _value_left_out(pair, jotting)
    told = coverages_of(pair)[jotting.index]
    may_be_gap = told.values < _VALUES_TOLD and not _is_told_in_one(pair, jotting)
    odds = gap_odds(pair, jotting, _LIKELIER) if may_be_gap else -math.inf
    if odds >= _LIKELIER:
        what = _what_is_noted(pair, jotting)
        called = f"this {what.value}" if what else "this"
        message = f"The notes have {called} ({said_in(jotting)}); nothing in the draft seems to tell of it."
        least = _SURE_OF_DECISION if what is NoteKind.DECISION else _SURE
        is_missed = (
            odds >= least
            and share_told_by_file(pair)[jotting.document.file] >= _MOSTLY_TOLD
            and jotting.index not in after_close(pair)
        )
        severity = Severity.WARNING if is_missed else Severity.HINT
        return Clash(message, (_nearest_clause(pair, jotting), jotting.place()), told.weight, severity)
    part = task_in(pair, jotting)
    rest = coverage_of(pair, jotting, *part) if part else None
    if (
        part
        and rest
        and not rest.values
        and _is_task_left_out(rest)
        and not has_such_task(pair, jotting, regions_of(pair)[jotting.index].clauses)
    ):
        message = (
            f"The notes have this action ({said_in(jotting)}); nothing in the draft seems to tell of it."
        )
        places = (_nearest_clause(pair, jotting), jotting.place(*part))
        return Clash(message, places, rest.weight, Severity.HINT)
    return _value_left_out(pair, jotting, is_alone=told.share <= _OF_TASK and not told.values)


def _is_told_in_one(pair: Pair, jotting: Clause) -> bool:
    """Whether some sentence has nearly all of a jotting with every figure of it that is no mere number of a line."""
    figures = [
        v
        for v in pair.noted_values[jotting.index]
        if (is_number(v) and v.number >= _SMALL) or v.kind is Kind.DATE
    ]
    return bool(figures) and any(
        pair.links.coverage(k, jotting.index) >= _ALMOST_ALL
        and all(k in pair.links.explained(v) for v in figures)
        for k in pair.links.columns[jotting.index]
    )


def _is_task_left_out(told: Coverage) -> bool:
    if told.weight < _LEAST_TASK:
        return told.weight >= _LEAST_ERRAND and told.owned <= _OF_ERRAND
    return told.owned_here <= _OF_TASK and told.owned <= _ELSEWHERE


def _what_is_noted(pair: Pair, jotting: Clause) -> NoteKind | None:
    """A decision or a task, or neither."""
    if kind_of_jotting(jotting.text) is NoteKind.DECISION or _RULE.search(jotting.text):
        return NoteKind.DECISION
    if _is_put_off(pair, jotting):
        return NoteKind.DECISION
    if gives_task(pair, jotting):
        return NoteKind.ACTION
    after = pair.jottings[jotting.index + 1] if jotting.index + 1 < len(pair.jottings) else None
    own = _CONSENT.search(jotting.text)
    if own and coverage_of(pair, jotting, 0, own.start()).weight >= _LEAST_ERRAND:
        return NoteKind.DECISION
    if after and after.item == jotting.item and _CONSENT.search(after.text):
        return NoteKind.DECISION
    return None if _REMARK.match(jotting.text) else _kind_of_rest(pair, jotting)


def _is_put_off(pair: Pair, jotting: Clause) -> bool:
    """Whether a jotting tells that a thing which it names was put off: "kiosk on hold", "rota dfr to Mch"."""
    return any(r.clause is jotting and r.name == "deferred" and r.thing for r in rulings_noted(pair))


def _lost_value(pair: Pair, jotting: Clause) -> Value | None:
    """The first sum, share or day of a jotting that the draft gives nowhere."""
    return next(
        (
            v
            for v in pair.noted_values[jotting.index]
            if not pair.links.explained(v)
            and not v.is_former
            and not _is_aside(jotting.text, v)
            and not _SET_FOR.search(jotting.text, 0, v.start)
            and (_is_exact(v) or _is_day(v, jotting) or (_is_pence(v) and _is_missed(pair, jotting, v)))
        ),
        None,
    )


def _value_left_out(pair: Pair, jotting: Clause, *, is_alone: bool = False) -> Clash | None:
    lost = _lost_value(pair, jotting)
    if lost is None:
        return None
    is_missed = _is_missed(pair, jotting, lost) or (
        is_alone and _BALANCE.fullmatch(lost.text.strip(" .")) is not None
    )
    if is_spoken(jotting.document.file) and not is_missed:
        return None
    message = f"The notes give {lost.text.strip(' .')} ({said_in(jotting)}), which the draft leaves out."
    is_sure = is_missed and jotting.index not in after_close(pair)
    severity = Severity.WARNING if is_sure else Severity.HINT
    return Clash(message, (_nearest_clause(pair, jotting), jotting.place(*trimmed(lost))), 1.0, severity)


def _kind_of_rest(pair: Pair, jotting: Clause) -> NoteKind | None:
    """What the next jotting of the line makes it: "BBQs on the roof? voted down"."""
    after = pair.jottings[jotting.index + 1] if jotting.index + 1 < len(pair.jottings) else None
    if after is None or after.item != jotting.item or len(pair.links.note_words[after.index]) > _FEWEST_WORDS:
        return None
    return None if _ADVISED.search(after.text) else kind_of_jotting(after.text)


def _says_what(pair: Pair, jotting: Clause) -> bool:
    """Whether a jotting tells what was decided, not only who moved it and that all agreed."""
    named = pair.noted[jotting.index]
    words = {
        w.low
        for w in pair.links.note_words[jotting.index]
        if not any(m.start <= w.start < m.end for m in named)
    }
    told = sum(not is_voting_word(word) and not _TALLY.fullmatch(word) for word in words)
    return told + bool(pair.noted_values[jotting.index]) >= _FEWEST_WORDS


def _is_aside(text: str, value: Value) -> bool:
    """Whether a value stands in brackets behind other words, or is what something was before: "7.40 -> 7.30"."""
    before = text[: value.start]
    opened = before.rfind("(")
    if _SUNDRY.search(before) or (before.endswith("~") and text.startswith("~", value.end)):
        return True
    is_in_brackets = opened > before.rfind(")") and any(map(str.isalnum, before[:opened]))
    return is_in_brackets or _BECOMES.match(text, value.end) is not None


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
    if re.match(r"[A-Za-z]+\.? \d{1,2}\Z|.*, \d\d\Z", value.text.strip()) and _COUNTED.match(
        jotting.text, value.end
    ):
        return False
    return _DAY.match(value.text) is not None


def _part_around(text: str, value: Value) -> tuple[int, int]:
    """The part of a jotting in which a value stands: "lift-out 21/10" of "regatta 14 June, lift-out 21/10"."""
    ends = [m.span() for m in _PART_END.finditer(text)]
    start = max((end for _, end in ends if end <= value.start), default=0)
    return start, min((begin for begin, _ in ends if begin >= value.end), default=len(text))


def _is_pence(value: Value) -> bool:
    return value.kind is not Kind.REFERENCE and _PENCE.fullmatch(value.text.strip(" .,")) is not None


def _is_missed(pair: Pair, jotting: Clause, value: Value) -> bool:
    """Whether the draft gives nearly all days, or sums to the penny, that the notes have, but this one.

    A sum that may be an hour or the number of an item counts only in a line that has another which the draft gives.
    """
    if value.kind is Kind.DATE:
        told = coverage_of(pair, jotting, *_part_around(jotting.text, value))
        return _shares_given(pair)[0] >= _MOSTLY and told.share <= _OF_DATED and told.weight >= _LEAST_DATED
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
    is_declared = (
        kind_of_jotting(jotting.text) is NoteKind.INTEREST or _INTEREST.search(jotting.text) is not None
    )
    word, who = _who_declared(pair, jotting)
    if word is None or not (is_declared or _HAS_INTEREST.match(jotting.text, word.end())):
        return None
    told = clauses_telling(pair, _TELLS_INTEREST)
    passages = {clause.passage for clause in told}
    if any(who & m.who for c in pair.clauses if c.passage in passages for m in pair.mentions[c.index]):
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
