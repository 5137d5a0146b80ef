"""Who speaks in a line of a transcript or a log."""

import re
from functools import lru_cache

from review_tui.facts.aliases import LABEL
from review_tui.facts.clauses import Clause
from review_tui.facts.mentions import Mention
from review_tui.facts.pair import Pair
from review_tui.model.frozen import frozen

_LABEL = re.compile(r"\W{0,3}(?P<who>[A-Z][\w'-]{1,20}):\s")
_ANY_LABEL = re.compile(r"\W{0,3}[^\W\d_a-z][\w.'-]{0,20}(?: [^\W\d_a-z][\w.'-]{0,20}){0,2}:\s")
_HANDLE = re.compile(r"[a-z][\w.-]{1,20}:\s")
"""A label in small letters, as logs have them."""
_WITHIN = re.compile(r">\s|:\s")
_BEFORE_WITHIN = re.compile(r"(?:<|[.?!\])\w]\s{1,3})\Z")
"""What stands behind and before the label of a turn that begins within a line."""
_FEWEST_LISTED, _OF_LIST = 4, 0.35
"""People of a list, and the share of its letters that their names have."""
_LONGEST_ENTRY = 2
"""Words of an entry of a list that has nothing else."""
_PARTED = re.compile(r"[,+&]")
_MOSTLY = 0.5
"""Share of the lines of notes that begin with a label where they are talk."""


def is_labelled(jotting: Clause) -> bool:
    """Whether a line begins with a label, whoever it is of."""
    return _ANY_LABEL.match(jotting.text) is not None


@frozen
class Turn:
    """What one speaker says in a line of talk, from somewhere in a jotting."""

    jotting: Clause
    speaker: Mention | None
    """Nobody where it is not known."""
    start: int
    """Where the words begin."""


@lru_cache(maxsize=4)
def turns_of(pair: Pair) -> tuple[Turn, ...]:
    """The turns of a transcript or a log, also those that begin within a line: "Ann: waive it  BO: second", "<cy> +1"."""
    found: list[Turn] = []
    for jotting in pair.jottings:
        text = jotting.text
        first = speaker_of(pair, jotting.index)
        if first or is_labelled(jotting) or _HANDLE.match(text):
            label = text.find(":", first.end if first else 0)
            found.append(Turn(jotting, first, label + 1))
        for mention in pair.noted[jotting.index]:
            within = _WITHIN.match(text, mention.end)
            if within and mention.start and _BEFORE_WITHIN.search(text, 0, mention.start):
                found.append(Turn(jotting, mention, within.end()))
    return tuple(found)


@lru_cache(maxsize=4)
def is_transcript(pair: Pair) -> bool:
    """Whether most lines of the notes begin with who speaks, so that a label alone tells little of what is said."""
    lines = {j.item: j for j in reversed(pair.jottings)}
    return sum(map(is_labelled, lines.values())) > _MOSTLY * len(lines)


def is_keepers_label(pair: Pair, j: int, mention: Mention) -> bool:
    """Whether a mention is but the label of whoever keeps the log."""
    return bool(mention.who & pair.keeper) and is_label(pair.jottings[j], mention)


def is_label(jotting: Clause, mention: Mention) -> bool:
    """Whether a mention is but the label that a line begins with."""
    label = LABEL.match(jotting.text)
    return label is not None and label.start("who") <= mention.start < label.end()


def lists_people(pair: Pair, j: int) -> bool:
    """Whether a jotting only says who was there: "in the room: MA chair, Steve R, Lorna B, Jo W"."""
    text = pair.jottings[j].text
    pieces = [piece.split() for piece in _PARTED.split(text)]
    if len(pieces) >= _FEWEST_LISTED and all(0 < len(piece) <= _LONGEST_ENTRY for piece in pieces):
        return len(pair.noted[j]) >= _FEWEST_LISTED // 2  # "Tone, me, Macca, JT, Bo+Wend"
    named = [m for m in pair.noted[j] if len(m.who) == 1 or m.is_role]
    letters = sum(len(m.text) for m in named)
    return len(named) >= _FEWEST_LISTED and letters > _OF_LIST * len(text)


def speaker_of(pair: Pair, j: int) -> Mention | None:
    """Whose label a line of a transcript or a log begins with."""
    first = pair.noted[j][0] if pair.noted[j] else None
    label = _LABEL.match(pair.jottings[j].text)
    called = [p for p in pair.roster.all if label and label["who"] == p.first]
    if first is not None and is_keepers_label(pair, j, first):
        return None
    if label and len(called) == 1:
        return Mention(frozenset({called[0].key}), *label.span("who"), label["who"])
    if first is None or first.is_role or not re.match(r"[\w.']*:\s", pair.jottings[j].text[first.end :]):
        return None
    return first if not re.search(r"[a-z]", pair.jottings[j].text[: first.start]) else None
