"""Who speaks in a line of a transcript or a log."""

import re
from functools import lru_cache

from review_tui.facts.aliases import LABEL
from review_tui.facts.clauses import Clause
from review_tui.facts.mentions import Mention
from review_tui.facts.pair import Pair

_LABEL = re.compile(r"\W{0,3}(?P<who>[A-Z][\w'-]{1,20}):\s")
_ANY_LABEL = re.compile(r"\W{0,3}[^\W\d_a-z][\w.'-]{0,20}(?: [^\W\d_a-z][\w.'-]{0,20}){0,2}:\s")
_MOSTLY = 0.5
"""Share of the lines of notes that begin with a label where they are talk."""


def is_labelled(jotting: Clause) -> bool:
    """Whether a line begins with a label, whoever it is of."""
    return _ANY_LABEL.match(jotting.text) is not None


@lru_cache(maxsize=4)
def is_transcript(pair: Pair) -> bool:
    """Whether most lines of the notes begin with who speaks, so that a label alone tells little of what is said."""
    lines = {j.item: j for j in reversed(pair.jottings)}
    return sum(map(is_labelled, lines.values())) > _MOSTLY * len(lines)


def is_keepers_label(pair: Pair, j: int, mention: Mention) -> bool:
    """Whether a mention is but the label of whoever keeps the log."""
    label = LABEL.match(pair.jottings[j].text) if mention.who & pair.keeper else None
    return label is not None and label.start("who") <= mention.start < label.end()


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
