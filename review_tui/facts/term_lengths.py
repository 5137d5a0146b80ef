"""For how long something is taken: one length in the narrative and another in the decision, or in the notes from the same day.

"Members were content to try this for six months" and "RESOLVED ... for a trial of three months" can't both be right; nor can a
length that stands nowhere in the notes, where those of the item have one other of its sort that the item tells too. An item
tells of many lengths, of what was asked for and of how long something else took, so that one is only held against another where
it says what the meeting would have, or what was decided.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.durations import Duration, durations_in
from review_tui.facts.measures import time_unit
from review_tui.facts.nearness import nearness
from review_tui.facts.pair import Pair
from review_tui.facts.period_clashes import decides, sections_of
from review_tui.facts.values import Kind, Value, agree, is_compared, says_what_was
from review_tui.facts.wording import said_in
from review_tui.model.findings import Severity

_LONG = frozenset({"day", "week", "month", "year", "term", "semester", "season"})
"""Units of what something is agreed for; hours and minutes are of what took place."""
_NO_TERM = re.compile(
    r"[\s-]?\w+(?:['\u2019]s?)?(?:\s(?:ago|old|late|later|earlier|early|overdue|before|after|prior|beforehand|previously|running|since|to date|in arrears|of age|notice|service)\b"
    r"|\s(?:had|have|has)\b)",
    re.IGNORECASE,
)
"""What follows a length that is of no term: "three years ago", "two weeks' notice"."""
_NO_TERM_BEFORE = re.compile(
    r"\b(?:last|past|previous|over the|every|each|per|within|after|aged?|next|some|about|nearly|almost|served|serving|waited|open for|closed for|took|taken|taking|(?:run|ran|lasted|stood|been (?:in|on|at) \w+) for)\s\Z",
    re.IGNORECASE,
)
"""What stands before one."""
_TAKEN_UP = re.compile(
    r"\b(?:content|willing|ready|prepared|inclined|happy|preferred|prefers?|favou?red|settled (?:on|for)|opted|agreed|accepted|would be (?:long )?enough|(?:long )?enough|sufficient"
    r"|fair test|right length|shorter|came down (?:to|for))\b",
    re.IGNORECASE,
)
"""How a narrative tells what those who decide would have."""
_ALL = re.compile(
    r"\b(?:members|committee|board|trustees|council(?:lors)?|meeting|directors|governors|floor|others|majority|owners|residents|shareholders|we)\b"
    r"|\b(?:would be|was (?:accepted|agreed|thought|felt|considered))\b",
    re.IGNORECASE,
)
"""Who decides together, or that nobody is named for it."""
_FROM = re.compile(
    r"(?: only)?,? (?:from|starting(?: on| from)?|commencing(?: on| from)?|beginning(?: on)?|with effect from|as from) (?:the )?",
    re.IGNORECASE,
)
_FROM_NOTED = re.compile(
    r"\s?(?:from|frm|fr|strt\w*|start\w*|wef|w/?e/?f|beg\w*|comm\w*)\.?\s(?:the )?", re.IGNORECASE
)
"""What stands between how long something goes on and the day on which it begins, in minutes and in notes."""
_LOOKED_AT = 2
"""Lines of the notes, the likeliest first, that a sentence may be of."""
_WEIGHT, _WEIGHT_OF_DAY = 1.7, 1.9
"""How sure one is, beside other clashes of the same words; and one from a day that both texts have."""


def term_length_clashes(pair: Pair) -> Iterator[Clash]:
    """Lengths of time that the rest of their item, and its notes, gainsay, in the order of the draft."""
    sections = sections_of(pair)
    told: dict[int, list[Duration]] = defaultdict(list)
    for clause in pair.clauses:
        if not clause.is_heading and clause.index not in pair.roll:
            told[sections[clause.item]] += lengths_in(clause, pair.values[clause.index])
    if not any(len(of_item) > 1 for of_item in told.values()):
        return
    noted = [n for j in pair.jottings for n in lengths_in(j, pair.noted_values[j.index])]
    for of_item in told.values():
        for mine in of_item:
            yield from _clash_of(pair, mine, [m for m in of_item if m.clause is not mine.clause], noted)


def span_clashes(pair: Pair) -> Iterator[Clash]:
    """How long something goes on from a day for which the notes have another length: "3 yrs from jan 1"."""
    noted = [both for j in pair.jottings for both in _from_days(j, pair.noted_values[j.index], _FROM_NOTED)]
    for clause in pair.clauses if noted else ():
        for mine, day in _from_days(clause, pair.values[clause.index], _FROM):
            theirs = [length for length, start in noted if agree(day, start)]
            is_one = theirs and all(length.is_same(theirs[0]) for length in theirs)
            is_said = any(
                mine.is_same(said)
                for length in theirs
                for said in durations_in(length.clause, pair.noted_values[length.clause.index])
            ) or any(mine.is_same(said) for j in pair.links.supporting(day) for said in _run_of(pair, j, day))
            if is_one and not is_said:
                other = theirs[0]
                message = (
                    f"The draft has {mine.text} from {day.text.strip(' ,.')}; the notes have {other.text} "
                    f"({said_in(other.clause)})."
                )
                yield Clash(message, (mine.place, other.place), _WEIGHT_OF_DAY, Severity.WARNING)


def _run_of(pair: Pair, j: int, day: Value) -> Iterator[Duration]:
    """The lengths of time of a jotting right before a run that begins on a day: "2 yrs 7/1/25 to 6/30/27"."""
    jotting, values = pair.jottings[j], pair.noted_values[j]
    runs = [v for v in values if v.is_run and v.ends[0][1:] == day.parts[1:]]
    for length in durations_in(jotting, values):
        if any(not jotting.text[length.end : run.start].strip(" ,:") for run in runs):
            yield length


def _from_days(
    clause: Clause, values: Sequence[Value], between: re.Pattern[str]
) -> Iterator[tuple[Duration, Value]]:
    """The lengths of time that begin on a day, each with that day."""
    lengths = {id(length.value): length for length in durations_in(clause, values)}
    for value, day in pairwise(values):
        length = lengths.get(id(value)) if day.kind is Kind.DATE else None
        if length and between.fullmatch(clause.text, length.end, day.start):
            yield length, day


def lengths_in(clause: Clause, values: Sequence[Value]) -> Iterator[Duration]:
    """The lengths of time of a sentence or jotting that may be those of a term, in order."""
    text = clause.text
    for length in durations_in(clause, values):
        start, end = length.value.start, length.value.end
        if (
            length.unit in _LONG
            and length.value.number > 0
            and not _NO_TERM.match(text, end)
            and not _NO_TERM_BEFORE.search(text, 0, start)
            and not is_compared(text, start)
            and not says_what_was(text, start)
        ):
            yield length


def _clash_of(
    pair: Pair, mine: Duration, others: Sequence[Duration], noted: Sequence[Duration]
) -> Iterator[Clash]:
    """What gainsays a length, if anything; ``others``: those of the other sentences of its item."""
    if _is_of_others(mine) or any(m.is_same(mine) for m in others):
        return
    rivals = [m for m in others if m.unit == mine.unit and _may_be_one(mine, m)]
    borne_out = [(m, n) for m in rivals for n in noted if n.is_same(m)]
    if not rivals or not all(m.is_same(rivals[0]) for m in rivals):
        return
    if borne_out and not _is_noted(pair, mine, noted):
        rival, there = borne_out[0]
        message = (
            f"The draft has {mine.text} here and {rival.text} elsewhere in the item; the notes have {there.text} "
            f"({said_in(there.clause)})."
        )
        yield Clash(message, (mine.place, rival.place, there.place), _WEIGHT, Severity.WARNING)
    elif _is_of_all(rivals[0]) and decides(mine.clause) and not _is_noted(pair, mine, noted):
        message = f"The decision has {mine.text}; the narrative has {rivals[0].text} for what was taken up."
        yield Clash(message, (mine.place, rivals[0].place), _WEIGHT, Severity.WARNING)


def _may_be_one(mine: Duration, theirs: Duration) -> bool:
    """Whether one is decided and the other what led up to it, of the same thing."""
    if decides(mine.clause) is decides(theirs.clause) or _is_of_others(theirs):
        return False
    led_up = theirs if decides(mine.clause) else mine
    return _is_taken_up(led_up) or nearness(mine.near, theirs.near) > 0


def _is_of_others(length: Duration) -> bool:
    """Whether a length is what somebody only asked for or offered."""
    return length.is_of_others and not _TAKEN_UP.search(length.clause.text, length.end)


def _is_taken_up(length: Duration) -> bool:
    return _TAKEN_UP.search(length.clause.text) is not None


def _is_of_all(length: Duration) -> bool:
    """Whether those who decide would have it, and not one of them."""
    return _is_taken_up(length) and _ALL.search(length.clause.text) is not None


def _is_noted(pair: Pair, mine: Duration, noted: Sequence[Duration]) -> bool:
    """Whether the notes have a length anywhere, or its number without a unit where they tell of its sentence."""
    if any(n.is_same(mine) for n in noted):
        return True
    near = pair.links.likeliest(mine.clause.index, _LOOKED_AT)
    return any(
        v.number == mine.value.number and not time_unit(pair.jottings[j].text, v.end)
        for j in near
        for v in pair.noted_values[j]
        if v.kind is Kind.NUMBER
    )
