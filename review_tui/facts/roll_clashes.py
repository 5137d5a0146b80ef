"""Who moves, seconds, votes or reports though the draft has them as absent, or not at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.mentions import Mention
from review_tui.facts.pair import Pair
from review_tui.language.person_names import NAME_WORD

_I = re.IGNORECASE
_PRESENT = re.compile(
    r"\W*(?:\d+\W+)?(?:(?:board |committee |voting |council )?(?:members|trustees|governors|directors|councillors)(?: present| attending)?|present|those (?:present|attending)|in attendance|officers?|also present|guests?|attendees|attending|staff)\b",
    _I,
)
_ABSENT = re.compile(r"\W*(?:\d+\W+)?(?:apolog\w+|regrets|absent|absentees|not present)\b", _I)
_LABEL = re.compile(
    r"(?:\A|(?<=[.;]))\s*(?P<absent>apologies|regrets|absent)\b|(?:\A|(?<=[.;]))\s*(?P<present>(?:members |directors |trustees )?present|in attendance|officers|guests)\b",
    _I,
)
_ACTED_BEFORE = re.compile(
    r"\b(?:moved|proposed|seconded|second(?:ed)?|nominated|motion(?: made)?)(?: by|:)?\s+(?:the\s+)?(?:\w+\.?\s+)?\Z",
    _I,
)
_ACTED_AFTER = re.compile(
    r"\s*(?:,[^,]{1,40},)?\s*(?:\([^)]{1,30}\)\s*)?(?:then |also |duly |further )?(?P<verb>moved|proposed|seconded|voted|abstained)\b",
    _I,
)
_MOVES = re.compile(r"\A\s*(?:moved|proposed|seconded)\b", _I)
_ARRIVED = re.compile(
    r"\b(?:arriv\w+|join\w+|late|entered|came in|until|by (?:letter|e-?mail|phone|telephone|proxy)|written|in (?:his|her|their) absence|on behalf|report from|would|will)\b",
    _I,
)
_UNKNOWN_MOVER = re.compile(
    rf"(?P<name>(?:{NAME_WORD})\s+(?:{NAME_WORD})) (?:moved|seconded) (?:that|to|the)\b"
)
_FEWEST = 2
"""People of the shortest roll that is compared."""


@dataclass
class _Roll:
    present: set[str] = field(default_factory=set)
    absent: dict[str, tuple[Clause, Mention]] = field(default_factory=dict)
    clauses: set[int] = field(default_factory=set)
    where: Clause | None = None


def roll_clashes(pair: Pair) -> Iterator[Clash]:
    """Absent people who act, and movers whom no list of the draft has."""
    roll = _read_roll(pair)
    absent = {key: where for key, where in roll.absent.items() if key not in roll.present}
    for clause in pair.clauses:
        if clause.index in roll.clauses or _ARRIVED.search(clause.text):
            continue
        for mention in pair.mentions[clause.index]:
            if mention.is_role or len(mention.who) != 1:
                continue
            before, after = clause.text[: mention.start], clause.text[mention.end :]
            acted = _ACTED_BEFORE.search(before) or _ACTED_AFTER.match(after)
            (key,) = mention.who
            if key in absent and acted:
                listed, name = absent[key]
                yield Clash(
                    f"{mention.text} is said to be absent, but acts here.",
                    (clause.place(mention.start, mention.end), listed.place(name.start, name.end)), 3.0,
                )  # fmt: skip
        yield from _unknown(pair, roll, clause)


def _unknown(pair: Pair, roll: _Roll, clause: Clause) -> Iterator[Clash]:
    if len(roll.present) < _FEWEST or roll.where is None:
        return
    for match in _UNKNOWN_MOVER.finditer(clause.text):
        last = match["name"].split()[-1]
        if (
            last not in {p.last for p in pair.roster.all}
            and len(re.findall(rf"\b{re.escape(last)}\b", pair.text)) == 1
        ):
            yield Clash(
                f"{match['name']} is not among those present.",
                (clause.place(match.start("name"), match.end("name")), roll.where.place()), 2.5,
            )  # fmt: skip


def _read_roll(pair: Pair) -> _Roll:
    """Who is listed as present and as absent, by the labels of the lists."""
    roll = _Roll()
    state = ""
    for clause in pair.clauses:
        if _PRESENT.match(clause.text) and (":" in clause.text[:60] or len(clause.text) < 40):
            state = "present"
        elif _ABSENT.match(clause.text):
            state = "absent"
        elif clause.is_heading or clause.index not in pair.roll:
            state = state if clause.index in pair.roll and not clause.is_heading else ""
        if not state:
            continue
        roll.clauses.add(clause.index)
        for mention in pair.mentions[clause.index]:
            if len(mention.who) != 1 or mention.is_role:
                continue
            label = next((m for m in reversed(list(_LABEL.finditer(clause.text, 0, mention.start)))), None)
            if re.search(r"\b(?:late|leav\w+|lateness|until)\b", clause.text, _I):
                continue
            where = ("absent" if label["absent"] else "present") if label else state
            (key,) = mention.who
            if where == "absent":
                roll.absent[key] = (clause, mention)
            else:
                roll.present.add(key)
                roll.where = roll.where or clause
    return roll
