"""Who is to do something: where the notes give the task to another.

A task has its owner right before its verb, in minutes ("Mr Hallam will clarify", "the Clerk was asked to write")
as in notes ("AH to ask", "| AA | ring county", "quotes (JS)"). So an owner is compared with an owner only, and a
name that merely stands in the same line proves nothing.
"""

import re
from collections.abc import Iterator

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.mentions import Mention
from review_tui.facts.pair import Pair
from review_tui.facts.roster import Who
from review_tui.facts.speakers import lists_people
from review_tui.facts.wording import said_in
from review_tui.language.note_kinds import DEED
from review_tui.model.findings import Severity

_TO_DO = re.compile(
    r"\s*(?:\([^)]{1,30}\)\s*)?(?:will|would|(?:(?:is|was|are|were|has|have|had|be|been|being)\s+){0,3}"
    r"(?:(?:agreed|volunteered|offered|undertook|promised|asked|requested|instructed|delegated)\s+)?to)\s+"
    r"(?!be\b|have\b(?! (?:it|them|the|this|that|a)\b)|not\b|like\b|the\b)[a-z]{2,}"
)
"""What stands after the owner of a task in minutes."""
_ASKED = re.compile(
    r"\b(?:ask(?:ed|s)?|request(?:ed|s)?|instruct(?:ed|s)?|action)\W{1,3}(?:that\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
_NOTED_TO_DO = re.compile(
    rf"(?:\s*\([^)]{{1,20}}\))?\s*(?:(?:to|will|'ll|2)\s+(?!be\b)[a-z]{{2,}}|(?:\||->|\u2192|[:\u2013-])?\s*{DEED}"
    r"|(?:is\s+)?(?:arrang|book|bring|buy|chas|check|circulat|collect|contact|do|draft|draw|find|fix|gett?|lend|look|mak|mend|obtain|order"
    r"|organis|paint|phon|prepar|pric|repair|replac|ring|send|sort|speak|supply|tak|tidy|writ)ing\s+\w)"
)
"""What stands after the owner of a task in notes."""
_OWNED = re.compile(r"(?:->|\u2192|=>|\(|\bAP|\bact(?:ion)?)[\s:]*\Z", re.IGNORECASE)
"""What stands before an owner that ends a jotting: "get quotes → JS"."""
_BEGINS = re.compile(r"(?:\A|[-\u2013,;.|]\s)\W*\Z")
_DOES = re.compile(r"\s+(?!says|thinks|wants|asks|is\b|was\b|has\b)[a-z]{2,}(?<!s)s\b")
"""Somebody who does something, first in a part of a line: "baritone - simon books"."""
_PART = re.compile(r"(?:\A|[-\u2013\u2014>\u2192;|]|\. )\W*\Z")
_IN_TIME = re.compile(
    r",?(?:\s+[^\W\d_]{2,12}){0,2}\s+(?:by|b4|before|bef|due)\b|,?\s*(?:asap|next (?:mtg|meeting|wk|week|month))\b|\s*\Z",
    re.IGNORECASE,
)
"""What stands after an owner without a verb: "roof - barry b4 xmas", "ann web by the 22nd", "keys - me"."""
_HANDED = re.compile(r"\s*(?:->|\u2192|=>)\s*(?!\d)\w")
"""What stands behind an owner who begins a jotting, before what is theirs: "Kay \u2192 lottery form"."""
_OWNED_END = re.compile(r"\s*[)\].|]*\s*\Z")
_TIGHT = 0.8
"""How near to the best a jotting must come to tell who."""
_LEAST = 2.5
"""What clause and jotting must share."""
_NEARLY = 0.95
"""Share of the most that any sentence has of a jotting, from which it is of none rather than this."""
_AS_WELL = 0.6
"""Share of what this sentence has of a jotting, from which one beside it may be meant too."""
_LOOKED_AT = 4
"""Jottings of a sentence of several things, the likeliest first, of which one may be wholly of it."""
_SAYS_LITTLE = 2
"""Words of a sentence that says but who is to do what the one before it tells."""
_IT = re.compile(r"\b(?:it|this|that|them|these|those|one|ones|so)\b", re.IGNORECASE)


def owner_clashes(pair: Pair) -> Iterator[Clash]:
    """Tasks of the draft that the notes of the same thing give to another, in order."""
    for clause in pair.clauses if pair.jottings and pair.roster.all else ():
        if clause.index in pair.roll or clause.is_heading:
            continue
        owners = [m for m in pair.mentions[clause.index] if _is_told_owner(clause.text, m)]
        if len(owners) == 1:
            yield from _of_task(pair, clause, owners[0])


def _of_task(pair: Pair, clause: Clause, owner: Mention) -> Iterator[Clash]:
    links = pair.links
    best = links.best_of_draft[clause.index]
    # who is to do it often stands in a sentence of its own, after the one that the jotting is mostly of
    likely = links.linked[clause.index] or [
        j for j in links.likeliest(clause.index, 1) if not lists_people(pair, j)
    ]
    tight = [j for j in likely if links.score[clause.index][j] >= _TIGHT * best] if best >= _LEAST else []
    more = links.likeliest(clause.index, _LOOKED_AT)
    own = [j for j in more if j not in tight and _is_best_of(pair, clause, j)]
    before = _of_sentence_before(pair, clause)
    if any(
        owner.who & m.who
        for j in links.near(tight)
        if j in tight or not _is_elsewhere(pair, clause, j, owner.who)
        for m in pair.noted[j]
    ):
        return
    if any(owner.who & m.who for j in (*own, *links.near(before)) for m in pair.noted[j]):
        return
    for j in dict.fromkeys([*tight, *own, *before, *links.near(tight or before)]):
        for other in pair.noted[j]:
            if (
                _is_noted_owner(pair.jottings[j].text, other)
                and not _is_told_beside(pair, clause, j, other.who)
                and _are_two(pair, owner, other)
                and not _is_elsewhere(pair, clause, j, other.who, around=0)
            ):
                yield _clash(pair, clause, owner, pair.jottings[j], other)
                return


def _is_told_beside(pair: Pair, clause: Clause, j: int, who: Who) -> bool:
    """Whether this sentence names whom a jotting does, or one beside it that the jotting may well be of."""
    mine = pair.links.score[clause.index].get(j, 0.0)
    return any(
        who & m.who
        for c in pair.beside(clause.index)
        if c is clause or pair.links.score[c.index].get(j, 0.0) >= _AS_WELL * mine
        for m in pair.mentions[c.index]
    )


def _is_best_of(pair: Pair, clause: Clause, j: int) -> bool:
    """Whether a jotting went into no sentence rather than this one, though another jotting did even more."""
    return pair.links.score[clause.index][j] >= max(_LEAST, _NEARLY * pair.links.best_of_notes[j])


def _of_sentence_before(pair: Pair, clause: Clause) -> list[int]:
    """The likeliest jotting of the sentence before one that says no more than who is to do it: "Mr Lee would draw it up."."""
    earlier = pair.clauses[clause.index - 1] if clause.index else None
    said = [
        w
        for w in pair.links.draft_words[clause.index]
        if not any(m.start <= w.start < m.end for m in pair.mentions[clause.index])
    ]
    if (
        earlier is None
        or earlier.item != clause.item
        or len(said) > _SAYS_LITTLE
        or not _IT.search(clause.text)
    ):
        return []
    return pair.links.linked[earlier.index][:1]


def _is_told_owner(text: str, mention: Mention) -> bool:
    return _TO_DO.match(text, mention.end) is not None or _ASKED.search(text[: mention.start]) is not None


def _is_noted_owner(text: str, mention: Mention) -> bool:
    if _BEGINS.search(text[: mention.start]) and _DOES.match(text, mention.end):
        return True
    if _NOTED_TO_DO.match(text, mention.end):
        return True
    if not any(map(str.isalnum, text[: mention.start])) and _HANDED.match(text, mention.end):
        return True
    if _PART.search(text, 0, mention.start) and _IN_TIME.match(text, mention.end):
        return True
    return (
        _OWNED.search(text[: mention.start]) is not None and _OWNED_END.match(text, mention.end) is not None
    )


def _are_two(pair: Pair, owner: Mention, other: Mention) -> bool:
    """Whether a role and a person, or two persons, are certainly not one."""
    if other.strength < _CERTAIN and not other.is_role and not _is_usual(pair, other):
        return False
    if owner.is_role is other.is_role:
        return len(other.who) == 1 or other.is_role
    role, person = (owner, other) if owner.is_role else (other, owner)
    if any(key.isdigit() for key in role.who):
        return True  # it is known who holds the office, and it is not this one
    named = [pair.roster.by_key[key] for key in person.who if key in pair.roster.by_key]
    in_office = any(p.roles for p in named)
    return in_office or any(m.who & role.who and m.is_role for noted in pair.noted for m in noted)


_CERTAIN, _OFTEN = 2, 3
"""Strength of a mention that is surely of a person, and mentions that make one a usual owner."""


def _is_usual(pair: Pair, mention: Mention) -> bool:
    """Whether the notes name somebody so again and again."""
    return (
        mention.text.isupper()
        and sum(m.text == mention.text for noted in pair.noted for m in noted) >= _OFTEN
    )


def _is_elsewhere(pair: Pair, clause: Clause, j: int, who: Who, around: int = 2) -> bool:
    """Whether the jotting is plainly of another clause that names ``who``, itself or in those ``around``."""
    links = pair.links
    mine = links.score[clause.index].get(j, 0.0)
    return any(
        links.score[k][j] > mine
        and any(m.who & who for c in pair.beside(k, around) for m in pair.mentions[c.index])
        for k in links.clauses_of[j]
        if k != clause.index and k not in pair.roll
    )


def _clash(pair: Pair, clause: Clause, owner: Mention, jotting: Clause, other: Mention) -> Clash:
    full = pair.roster.name_of(other.who)
    called = f"{other.text}, that is {full}" if full and other.text.isupper() else other.text
    message = f"The draft gives this to {owner.text} to do; the notes of the same thing give it to {called} ({said_in(jotting)})."
    places = (clause.place(owner.start, owner.end), jotting.place(other.start, other.end))
    return Clash(message, places, 3.0, Severity.WARNING)
