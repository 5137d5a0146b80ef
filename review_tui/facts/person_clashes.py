"""Who said or is to do something, or sent apologies: where the notes of it name another."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from review_tui.facts.apologies import apology_clashes
from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.mentions import MYSELF, Mention
from review_tui.facts.motions import movers_told
from review_tui.facts.name_clashes import name_clashes
from review_tui.facts.pair import Pair
from review_tui.facts.speakers import is_keepers_label, is_label, is_transcript, lists_people, speaker_of
from review_tui.facts.wording import named_in_full, said_in
from review_tui.model.findings import Severity

_LEAST = 2.9
"""How sure it must be that the notes name another person."""
_TIGHT = 0.8
"""How near to the best a jotting must come to tell who."""
_OF_SPEAKER = 0.7
"""Of a transcript every line has a speaker, so the label proves less than a name."""
_OF_ROLE, _OF_HOLDER = 1.4, 0.7
"""The chair is named for whatever the meeting does; an office whose holder is known is nearly a name."""
_OF_NEAR, _OF_BESIDE = 0.5, 1.2
"""The line may name them in another of its parts, and in the one before or after may well be of this."""
_OF_MOVING = 0.7
"""Who moves is compared with whom a line marks so; another whom it names may only have spoken."""
_OF_CHAIR = 1.0
"""Who presides begins every item, whoever speaks in it."""
_OF_LONG_LINE = 0.5
"""In a long line, of speech say, a name may belong to what stands beside."""
_OF_SHORT, _FEW_WORDS = 0.3, 2
"""In a jotting of so few other words a name can belong to nothing else."""
_FEW = 3
"""Lines of notes too short to tell lines apart."""


def person_clashes(pair: Pair) -> Iterator[Clash]:
    """People whom the notes of the same thing do not name, beside one whom they do."""
    if not pair.jottings:
        return
    if pair.roster.all:
        for clause in pair.clauses:
            if clause.index not in pair.roll and not clause.is_heading:
                found = list(_clause(pair, clause))
                noted = [clash.places[-1] for clash in found]
                yield from (clash for clash in found if noted.count(clash.places[-1]) == 1)
        yield from _volunteers(pair)
        yield from _only_speakers(pair)
    yield from apology_clashes(pair)
    yield from name_clashes(pair)


def _all(mentions: list[Mention]) -> frozenset[str]:
    return frozenset(key for mention in mentions for key in mention.who)


def _clause(pair: Pair, clause: Clause) -> Iterator[Clash]:
    links, mentions = pair.links, pair.mentions[clause.index]
    linked = links.linked[clause.index]
    if not mentions or not linked:
        return
    near = links.near(linked) if len(links.lines) > _FEW else list(range(len(pair.jottings)))
    mine = _all(mentions)
    tight = [j for j in linked if links.score[clause.index][j] >= _TIGHT * links.best_of_draft[clause.index]][
        :3
    ]
    moving = movers_told(pair)
    for mention in mentions:
        if mention.is_role and len(mention.who) == 1 and "role:clerk" not in mention.who:
            continue
        if any(mention.who & _all(pair.noted[j]) for j in tight):
            continue
        is_near_by = any(
            mention.who & _all(pair.noted[j]) and not _went_elsewhere(pair, clause, mention, j) for j in near
        )
        is_beside = is_near_by and any(
            mention.who & _all(pair.noted[k])
            for j in tight
            for k in (j - 1, j + 1)
            if k in links.lines[pair.jottings[j].item]
        )
        unsure = _OF_BESIDE if is_beside else _OF_NEAR if is_near_by else 0.0
        unsure += _OF_MOVING if id(mention) in moving else 0.0
        found = list(_others(pair, clause, mention, (linked, tight, mine), unsure))
        best = max(found, key=lambda one: one[0], default=None)
        if best and best[0] >= _LEAST:
            weight, jotting, other = best
            yield _clash(pair, clause, mention, jotting, other, weight)


def _others(
    pair: Pair,
    clause: Clause,
    mention: Mention,
    known: tuple[list[int], list[int], frozenset[str]],
    unsure: float,
) -> Iterator[tuple[float, Clause, Mention]]:
    """Whom the linked jottings name that the clause and those beside it do not."""
    links = pair.links
    linked, tight, mine = known
    moving = movers_told(pair)
    for j in tight:
        if links.score[clause.index][j] < 0.7 * links.best_of_notes[j] or lists_people(pair, j):
            continue
        beside = mine.union(
            *(_all(pair.mentions[k]) for k in links.clauses_of[j] if abs(k - clause.index) <= 3)
        )
        for other in pair.noted[j]:
            if other.who & beside or (len(other.who) > 2 and not other.is_role):
                continue
            if id(mention) not in moving and _is_of_pair(pair, pair.jottings[j], other):
                continue  # "study last one 2021, me / Kavita": they moved something
            if is_keepers_label(pair, j, other) or (
                other.text.lower() in MYSELF and not pair.roster.name_of(other.who)
            ):
                continue  # it is not known who "me" is, or their name stands before all that they wrote
            if (
                other.strength < 2
                and not other.is_role
                and len(other.text) < 4
                and not _is_usual(pair, other)
                and not _acts(pair, j, other)
            ):
                continue
            weight = (
                min(links.score[clause.index][j], 7.0) * 0.3
                + 0.5 * other.strength
                + (0.6 if j == linked[0] else 0.0)
            )
            weight -= (
                (
                    _OF_ROLE
                    if "role:chair" in mention.who or not any(map(str.isdigit, mention.who))
                    else _OF_HOLDER
                )
                * mention.is_role
                + unsure
                + (0.4 if other.is_role else 0.0)
            )
            weight -= _OF_SPEAKER if is_transcript(pair) and is_label(pair.jottings[j], other) else 0.0
            weight -= _OF_CHAIR if _presides(pair, j, other) else 0.0
            weight -= _OF_LONG_LINE if len(links.lines[pair.jottings[j].item]) > 4 else 0.0
            weight -= 0.5 if clause.index not in links.clauses_of[j] else 0.0
            weight += _OF_SHORT if _says_little_else(pair, j, other) else 0.0
            yield weight, pair.jottings[j], other


def _acts(pair: Pair, j: int, mention: Mention) -> bool:
    """Whether a jotting begins with somebody, so that it is they who do what it says: "Yev translates rules"."""
    text = pair.jottings[j].text
    return (
        len(mention.who) == 1
        and mention.text[0].isupper()
        and not any(map(str.isalnum, text[: mention.start]))
    )


def _is_of_pair(pair: Pair, jotting: Clause, mention: Mention) -> bool:
    """Whether a stroke stands between somebody and another, as between mover and seconder: "me / Kavita"."""
    line = jotting.plain.text
    begin, end = jotting.start + mention.start, jotting.start + mention.end
    behind = _STROKE_BEHIND.match(line, end)
    before = _STROKE_BEFORE.search(line, max(0, begin - _STROKE_REACH), begin)
    return any(found is not None and pair.meant_by(found["who"])[1] > 0 for found in (behind, before))


def _went_elsewhere(pair: Pair, clause: Clause, mention: Mention, j: int) -> bool:
    """Whether a jotting that names somebody is of another clause that names them, and so says nothing of this one."""
    links = pair.links
    mine = links.score[clause.index].get(j, 0.0)
    return any(
        k != clause.index and links.score[k][j] > mine and any(m.who & mention.who for m in pair.mentions[k])
        for k in links.clauses_of[j]
    )


def _says_little_else(pair: Pair, jotting: int, other: Mention) -> bool:
    """Whether a jotting is but one person and what they did: "luca abst"."""
    words = pair.links.note_words[jotting]
    return (
        len(pair.noted[jotting]) == 1
        and not is_label(pair.jottings[jotting], other)
        and sum(w.start >= other.end or w.end <= other.start for w in words) <= _FEW_WORDS
    )


def _clash(
    pair: Pair, clause: Clause, mention: Mention, jotting: Clause, other: Mention, weight: float
) -> Clash:
    message = f"The draft names {mention.text} here; the notes of the same thing name {named_in_full(pair.roster, other)} ({said_in(jotting)})."
    return Clash(
        message, (clause.place(mention.start, mention.end), jotting.place(other.start, other.end)), weight
    )


def _volunteers(pair: Pair) -> Iterator[Clash]:
    """Of a transcript, whoever says "I'll" is who is to do it."""
    links = pair.links
    for jotting in pair.jottings:
        speaker = speaker_of(pair, jotting.index)
        likely = links.columns[jotting.index]
        if not speaker or not likely or not _I_WILL.match(jotting.text, speaker.end):
            continue
        best = max(likely, key=lambda k: (likely[k], -k))
        clause = pair.clauses[best]
        undertaken = _UNDERTAKEN.search(clause.text)
        actors = [m for m in pair.mentions[best] if undertaken and m.end <= undertaken.start() + 1]
        if likely[best] < _LEAST_OWN or not undertaken or len(actors) != 1 or best in pair.roll:
            continue
        told = (m for c in pair.beside(best) for m in pair.mentions[c.index])
        if actors[0].is_role or any(m.who & speaker.who for m in told):
            continue
        message = f"The draft says that {actors[0].text} will do this; in the notes it is {speaker.text} ({said_in(jotting)})."
        places = (clause.place(actors[0].start, actors[0].end), jotting.place(speaker.start, speaker.end))
        yield Clash(message, places, 3.0, Severity.WARNING)


def _only_speakers(pair: Pair) -> Iterator[Clash]:
    """Of a transcript, whoever says what one sentence alone tells, and tells of another who says nothing of it."""
    links = pair.links
    for jotting in pair.jottings if is_transcript(pair) else ():
        speaker = speaker_of(pair, jotting.index)
        if not speaker or len(links.clauses_of[jotting.index]) != 1 or len(speaker.who) > 1:
            continue
        (k,) = links.clauses_of[jotting.index]
        clause = pair.clauses[k]
        said = [m for m in pair.mentions[k] if _SAID.match(clause.text, m.end)]
        if k in pair.roll or len(said) != 1 or said[0].is_role or links.score[k][jotting.index] < _LEAST_ONLY:
            continue
        noted = {key for j in links.near(links.linked[k]) for m in pair.noted[j] for key in m.who}
        told = {key for c in pair.beside(k) for m in pair.mentions[c.index] for key in m.who}
        if not (said[0].who & noted or speaker.who & told):
            yield _clash(pair, clause, said[0], jotting, speaker, _LEAST)


def _presides(pair: Pair, j: int, mention: Mention) -> bool:
    """Whether it is the chair's label of a line of a transcript."""
    if mention.start > 0 or pair.jottings[j].text[mention.end : mention.end + 1] != ":":
        return False
    people = [pair.roster.by_key[k] for k in mention.who if k in pair.roster.by_key]
    return len(people) == 1 and bool(people[0].roles & {"chair", "president"})


def _is_usual(pair: Pair, mention: Mention) -> bool:
    """Whether the notes name somebody by these initials again and again, so that they are no chance."""
    return mention.text.isupper() and len(mention.who) == 1 and _uses(pair).get(mention.text, 0) >= _OFTEN


@lru_cache(maxsize=4)
def _uses(pair: Pair) -> Mapping[str, int]:
    return Counter(m.text for noted in pair.noted for m in noted)


_I_WILL = re.compile(
    r":\s+(?:(?:ok|okay|yes|yeah|sure|right)[,. ]+)?i(?:'ll| will|'m happy to|'d be happy to)\b(?! (?:not|never|second|move)\b)",
    re.IGNORECASE,
)
_UNDERTAKEN = re.compile(r"\b(?:will|would|volunteered to|offered to|undertook to|agreed to|is to|was to)\b")
_STROKE_BEHIND = re.compile(r" ?/ ?(?P<who>[^\W\d_]{2,20})")
_STROKE_BEFORE = re.compile(r"(?<![^\W_])(?P<who>[^\W\d_]{2,20}) ?/ ?\Z")
_STROKE_REACH = 24
"""Characters before somebody in which the stroke of a pair stands."""
_LEAST_OWN = 2.5
"""What a line of a transcript must share with a clause to be what it was written from."""
_SAID = re.compile(
    r"\s+(?:asked|said|suggested|noted|observed|thought|wondered|felt|urged|wished|reported|stated|queried|enquired|inquired|requested)\b"
)
_LEAST_ONLY = 5.0
"""What a line and the only sentence that it went into must share."""
_OFTEN = 3
"""Times that initials of one person must stand in notes, where the draft has not the whole name."""
