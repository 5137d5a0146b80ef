"""Slips in who: names misspelt or mixed up, words in another's mouth, people who were not there."""

import itertools
import random
import re
from collections.abc import Iterator

from benchmarks.checks_corpus import Mention, Minutes
from benchmarks.checks_names import Person
from benchmarks.minute_facts import listed, sentence_at
from benchmarks.planting import ALONE, NOTES, ROLL, Change, Slip

_SPOKE = re.compile(
    r"\s(?:then |also |had )?(?:reported|said|stated|advised|informed|explained|commented|asked|suggested"
    r"|thanked|noted|confirmed|declared|raised|agreed to)\b"
)
_MOVED = re.compile(r"\s(?:had |then )?(?:proposed|seconded|moved)\b")
_BY = re.compile(r"\b(?:proposed|seconded|moved) by:?\s\Z", re.IGNORECASE)
_TITLES = re.compile(r"(?:(?:Borough |County |Parish )?(?:Cllr|Councillor|Mrs|Mr|Miss|Ms|Dr)\.? ){1,2}")
_STRANGERS = (
    "Whitlock",
    "Pemberton",
    "Ashdown",
    "Garside",
    "Lockwood",
    "Thackray",
    "Broadbent",
    "Hinchliffe",
    "Okafor",
    "Rahman",
)
_LIKE_SOUNDS = tuple(
    (pair.split(">")[0], pair.split(">")[1])
    for pair in listed(
        "ll>l nn>n ss>s tt>t rr>r ie>ei ea>ee ey>y ck>k ph>f er>ar on>en an>en in>en or>er le>el mp>m"
        " y>ey i>y l>ll n>nn t>tt c>k a>e e>a o>u"
    )
)
"""How names go wrong when they are written as heard."""


def roles(source: Minutes) -> Iterator[tuple[str, Mention]]:
    """Who moved, seconded or spoke, below the lists at the top."""
    for mention in source.mentions:
        fact = mention.fact
        if fact.start < source.body_start:
            continue
        after, before = (
            source.text[fact.end : fact.end + 30],
            source.text[max(0, fact.start - 20) : fact.start],
        )
        if _MOVED.match(after) or _BY.search(before):
            yield "moved", mention
        elif _SPOKE.match(after):
            yield "spoke", mention


def names(source: Minutes, dice: random.Random) -> Iterator[Slip]:
    """A surname written as heard, and one name for another where nobody moves or speaks."""
    listed = {p.surname for p in (*source.present, *source.apologies)}
    acting = {mention.fact.start for _, mention in roles(source)}
    counts = _counts(source)
    for mention in source.mentions:
        fact = mention.fact
        if fact.start < source.body_start or not fact.text.endswith(mention.surname):
            continue
        at = fact.end - len(mention.surname)
        heard = as_heard(mention.surname, dice)
        if heard and heard not in source.text:
            known = mention.surname in listed
            change = (Change(at, fact.end, heard),)
            if known:
                yield Slip("name", "misspelt, listed", change, (ROLL,), (fact,))
            elif counts[mention.surname] > 2:
                yield Slip("name", "misspelt, said again", change, (ALONE,), (fact,))
            else:
                yield Slip("name", "misspelt, noted", change, (NOTES,), (fact,))
        if fact.start not in acting and mention.surname not in listed:
            other = dice.choice(_STRANGERS)
            yield Slip("name", "another's", (Change(at, fact.end, other),), (NOTES,), (fact,))


def as_heard(surname: str, dice: random.Random) -> str | None:
    """The surname with one sound written otherwise or two letters exchanged, its first letter kept."""
    ways = [(a, b) for a, b in _LIKE_SOUNDS if a in surname[1:] and b not in surname[1:]]
    if ways and dice.random() < 0.75:
        was, now = dice.choice(ways)
        at = surname.index(was, 1)
        return surname[:at] + now + surname[at + len(was) :]
    places = [
        i
        for i in range(1, len(surname) - 1)
        if surname[i : i + 2].isalpha() and surname[i] != surname[i + 1] and surname[i + 1].islower()
    ]
    if not places or len(surname) < 5:
        return None
    at = dice.choice(places)
    return surname[:at] + surname[at + 1] + surname[at] + surname[at + 2 :]


def attributions(source: Minutes, dice: random.Random) -> Iterator[Slip]:
    """Proposer and seconder exchanged, or somebody else who was there put in for one who moved or spoke."""
    present = {p.surname for p in source.present}
    found = [(role, m) for role, m in roles(source) if m.surname in present]
    for (role, one), (_, other) in itertools.pairwise(found):
        near = other.fact.start - one.fact.end < 160 and sentence_at(
            source.sentences, one.fact.start
        ) == sentence_at(source.sentences, other.fact.start)
        if role == "moved" and near and one.surname != other.surname and _is_pair(source, one, other):
            changes = (
                Change(one.fact.start, one.fact.end, other.fact.text),
                Change(other.fact.start, other.fact.end, one.fact.text),
            )
            yield Slip("attribution", "exchanged", changes, (NOTES,), (one.fact, other.fact))
    for role, mention in found:
        other_form = another(source, mention, dice, present)
        if other_form:
            change = (Change(mention.fact.start, mention.fact.end, other_form),)
            yield Slip("attribution", role, change, (NOTES,), (mention.fact,))


def _is_pair(source: Minutes, one: Mention, other: Mention) -> bool:
    between = source.text[one.fact.end : other.fact.start]
    return "second" in between or "second" in source.text[other.fact.end : other.fact.end + 12]


def another(source: Minutes, mention: Mention, dice: random.Random, among: set[str]) -> str | None:
    """How these minutes call somebody else of ``among``, not named near by, in a form of the same shape."""
    sentence = sentence_at(source.sentences, mention.fact.start)
    near = source.text[sentence.start : sentence.end] if sentence else ""
    shape = len(mention.fact.text.split())
    forms = {
        other.fact.text
        for other in source.mentions
        if other.surname in among
        and other.surname != mention.surname
        and other.surname not in near
        and other.fact.text not in near
        and len(other.fact.text.split()) == shape
        and "Clerk" not in source.text[other.fact.end : other.fact.end + 9]
    }
    return dice.choice(sorted(forms)) if forms else None


def absentees(source: Minutes, dice: random.Random) -> Iterator[Slip]:
    """Somebody who sent apologies, or is not listed at all, moves or speaks."""
    present = {p.surname for p in source.present}
    if len(present) < 4:
        return
    away = [
        p
        for p in source.apologies
        if not any(m.surname == p.surname for m in source.mentions if m.fact.start >= source.body_start)
    ]
    for role, mention in roles(source):
        fact = mention.fact
        if mention.surname not in present or not fact.text.endswith(mention.surname):
            continue
        lead = fact.text[: -len(mention.surname)]
        titles = _TITLES.match(lead)
        plain = titles[0] if titles else lead
        for person in away[:1]:
            yield Slip(
                "roll",
                f"apologised, {role}",
                (Change(fact.start, fact.end, _called(person)),),
                (ALONE, ROLL),
                (fact,),
            )
        if role == "moved" or re.match(r"Cllr|Councillor", lead):
            stranger = plain + dice.choice(_STRANGERS)
            yield Slip(
                "roll",
                f"not listed, {role}",
                (Change(fact.start, fact.end, stranger),),
                (ALONE, ROLL),
                (fact,),
            )


def _called(person: Person) -> str:
    """How somebody who sent apologies is named further down: under the title that the list gives."""
    titles = _TITLES.match(person.name)
    return titles[0] + person.surname if titles else person.name


def _counts(source: Minutes) -> dict[str, int]:
    counts: dict[str, int] = {}
    for mention in source.mentions:
        counts[mention.surname] = counts.get(mention.surname, 0) + 1
    return counts
