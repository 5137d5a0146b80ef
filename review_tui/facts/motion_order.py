"""Movers and seconders in the order of the meeting: a pair of the notes against the motion that stands where it does.

"RM/PT" alone in a line has no word in common with the motion that it is of. But the motions of minutes and the pairs
of notes go in one order, so that between two motions whose pairs agree a pair with one strange name is the slip.
"""

import re
from collections.abc import Iterator, Sequence

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.mentions import MYSELF, Mention
from review_tui.facts.pair import Pair
from review_tui.facts.wording import said_in
from review_tui.language.common_subsequence import longest_common_subsequence
from review_tui.model.findings import Severity
from review_tui.model.frozen import frozen

Told = tuple[Clause, Clause, Mention, Mention]
"""A motion of the draft: where its seconder stands, where its mover, and both."""
Fit = tuple[bool | None, bool | None]
"""Whether mover and seconder are those of the notes; None where that can't be told."""

_NAME = r"(?=[A-Z\u00c0-\u00de])[^\W\d_](?:[^\W\d_]|['\u2019-](?=[^\W\d_]))+"
"""With a capital, of two letters at least: "w/o", "a/c", "l/s" are no names."""
_STROKE = re.compile(rf"(?<![\w/.&-])(?<!/ )(?P<mover>{_NAME}) ?/ ?(?P<seconder>{_NAME})(?![\w&-]| ?/|\.\w)")
"""Two names with a stroke between them, and no third: "RM/PT", "LH / Den"."""
_MOST_INITIALS = 3
"""Letters that may stand for somebody."""


@frozen
class _Noted:
    """A pair of the notes: where it stands in which jotting, and both as they are called."""

    jotting: Clause
    match: re.Match[str]

    @property
    def mover(self) -> str:
        return self.match["mover"]

    @property
    def seconder(self) -> str:
        return self.match["seconder"]


def order_clashes(pair: Pair, told: Sequence[Told]) -> Iterator[Clash]:
    """Motions of which one name is not that of the only pair of the notes that stands where they do."""
    noted = _noted(pair)
    matched = dict(longest_common_subsequence(told, noted, lambda t, n: _fit(pair, t, n) == (True, True)))
    free = [t for t in range(len(told)) if t not in matched]
    for t in free:
        first = max((n + 1 for k, n in matched.items() if k < t), default=0)
        last = min((n for k, n in matched.items() if k > t), default=len(noted))
        if any(_fit(pair, told[t], one) == (True, True) for one in noted) or _is_noted_otherwise(
            pair, told[t]
        ):
            continue
        half = [one for one in noted[first:last] if _is_half(_fit(pair, told[t], one))]
        if len(half) != 1:
            continue
        rivals = [_fit(pair, told[k], half[0]) for k in free if k != t]
        if not any(fit == (True, True) or _is_half(fit) for fit in rivals):
            yield _clash(pair, told[t], half[0])


def _is_noted_otherwise(pair: Pair, told: Told) -> bool:
    """Whether a jotting that the motion was written from names both: "GW + LT: register"."""
    clause, at, mover, seconder = told
    jotted = {j for k in (clause.index, at.index) for j in pair.links.linked[k]}
    return any(
        any(m.who & mover.who for m in pair.noted[j]) and any(m.who & seconder.who for m in pair.noted[j])
        for j in jotted
    )


def _noted(pair: Pair) -> list[_Noted]:
    """The pairs of the notes, also where a jotting ends between the two."""
    found = []
    for jotting in pair.jottings:
        found += [
            _Noted(jotting, match)
            for match in _STROKE.finditer(jotting.rest_of_line)
            if match.start() < len(jotting.text)
        ]
    return found


def _fit(pair: Pair, told: Told, noted: _Noted) -> Fit:
    _, _, mover, seconder = told
    return _is_called(pair, noted.mover, mover), _is_called(pair, noted.seconder, seconder)


def _is_half(fit: Fit) -> bool:
    return set(fit) == {True, False}


def _is_called(pair: Pair, word: str, mention: Mention) -> bool | None:
    """Whether a word of the notes is who is told, and not another; None where that can't be told."""
    who, _ = pair.meant_by(word)
    people = [pair.roster.by_key[key] for key in mention.who if key in pair.roster.by_key]
    if who & mention.who or any(_may_be(word, f"{p.first} {p.last}".strip()) for p in people):
        return True
    if not people or mention.is_role or word.lower() in MYSELF or any(key.startswith("role:") for key in who):
        return None
    is_strange = word.isupper() and len(word) <= _MOST_INITIALS
    return False if is_strange or who & pair.roster.by_key.keys() else None


def _may_be(word: str, name: str) -> bool:
    """Whether a word is a name, begun, or its initials, of which some may be left out or unknown."""
    parts = re.split(r"[ -]", name.upper())
    first = "".join(part[0] for part in parts if part)
    letters = word.upper()
    return any(part.startswith(letters) for part in parts) or (
        letters[-1] in first and (letters[0] in first or len(parts) == 1)
    )


def _clash(pair: Pair, told: Told, noted: _Noted) -> Clash:
    clause, at, mover, seconder = told
    is_mover = _fit(pair, told, noted)[0] is False
    mine, place, word, did = (
        (mover, at, "mover", "moved") if is_mover else (seconder, clause, "seconder", "seconded")
    )
    message = f"The draft says that {mine.text} {did} this; the notes, where it stands in their order, say {noted.match[word]} ({said_in(noted.jotting)})."
    return Clash(
        message,
        (place.place(mine.start, mine.end), noted.jotting.place(*noted.match.span())),
        4.0,
        Severity.WARNING,
    )
