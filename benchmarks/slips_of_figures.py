"""Slips in sums, counts, percentages and votes."""

import itertools
import random
import re
from collections.abc import Iterator

from benchmarks.checks_corpus import Minutes
from benchmarks.minute_facts import NUMBER_WORDS, Fact
from benchmarks.planting import ALONE, NOTES, ROLL, Change, Slip

_DECIDED = re.compile(
    r"\b(?:was|were) (?:agreed|resolved|approved|accepted|carried)\b|\bAGREED\b|\bRESOLVED\b"
)


def figures(source: Minutes, dice: random.Random) -> Iterator[Slip]:
    """Two figures exchanged, one figure wrong, a nought more or less; told by the notes."""
    for fact in source.facts:
        if fact.start < source.body_start:
            continue
        if fact.kind in {"money", "percent"}:
            for way, other in _other_figures(fact.text, dice):
                yield _whole(fact.kind, way, fact, other)
        elif fact.kind == "count":
            yield _whole("count", "another", fact, other_count(fact.text, dice))


def _whole(kind: str, way: str, fact: Fact, other: str) -> Slip:
    return Slip("figure", f"{kind}, {way}", (Change(fact.start, fact.end, other),), (NOTES,), (fact,))


def _other_figures(text: str, dice: random.Random) -> Iterator[tuple[str, str]]:
    """The ways in which figures go wrong in typing."""
    digits = [i for i, c in enumerate(text) if c.isdigit()]
    pairs = [
        (i, j)
        for i, j in itertools.pairwise(digits)
        if text[i] != text[j] and not (i == digits[0] and text[j] == "0")
    ]
    if pairs:
        i, j = dice.choice(pairs)
        letters = list(text)
        letters[i], letters[j] = letters[j], letters[i]
        yield "exchanged", "".join(letters)
    at = dice.choice(digits)
    wrong = str((int(text[at]) + dice.choice((1, 2, 3, 5))) % 10)
    if wrong != "0" or at != digits[0]:
        yield "one wrong", text[:at] + wrong + text[at + 1 :]
    whole = re.fullmatch(r"\u00a3 ?(\d[\d,]*00)", text)
    if whole:
        sum_ = int(whole[1].replace(",", ""))
        wrong_sum = sum_ // 10 if dice.random() < 0.5 else sum_ * 10
        yield "a nought", text.replace(whole[1], f"{wrong_sum:,}" if "," in whole[1] else str(wrong_sum))


def other_count(text: str, dice: random.Random) -> str:
    """A number near by, in figures or words as it was."""
    step = dice.choice((-1, 1, 1, 2))
    if text.isdigit():
        number = int(text) + step
        return str(number if number > 0 else int(text) + 1)
    number = NUMBER_WORDS.index(text.lower()) + step
    word = NUMBER_WORDS[number if 2 <= number <= 20 else number - 2 * step]
    return word.capitalize() if text[0].isupper() else word


def votes(source: Minutes, dice: random.Random) -> Iterator[Slip]:
    """A count of a vote changed; and a vote added to a decision, so that it does not add up."""
    for fact in source.facts:
        if fact.kind == "vote":
            yield Slip(
                "vote",
                "recorded",
                (Change(fact.start, fact.end, other_count(fact.text, dice)),),
                (NOTES,),
                (fact,),
            )
    places = [
        s
        for s in source.sentences
        if _DECIDED.search(s.text) and 60 < len(s.text) < 400 and s.text.endswith(".")
    ]
    for sentence in dice.sample(places, min(2, len(places))):
        for way, told_by, said, changed in _added_votes(len(source.present), dice):
            base = f"{source.text[: sentence.end]} {said}{source.text[sentence.end :]}"
            start = sentence.end + 1
            changes = tuple(Change(start + a, start + b, words) for a, b, words in changed)
            yield Slip("vote arithmetic", way, changes, told_by, (), base)


def _added_votes(
    present: int, dice: random.Random
) -> Iterator[tuple[str, tuple[str, ...], str, tuple[tuple[int, int, str], ...]]]:
    """True votes in words of several boards, and what to change so that they contradict themselves."""
    words = dice.random() < 0.4

    def say(number: int) -> str:
        return NUMBER_WORDS[number] if words else str(number)

    for_it, against, abstained = dice.choice(((5, 2, 1), (6, 3, 0), (4, 1, 2), (7, 4, 1), (5, 3, 0)))
    total = for_it + against + abstained
    rest = f", {say(abstained)} abstention{'s' if abstained > 1 else ''}" if abstained else ""
    yield _spoilt(
        "total",
        f"{say(total).capitalize()} members voted: {say(for_it)} in favour, {say(against)} against{rest}.",
        say(for_it),
        say(for_it + abstained + 1),
    )
    yield _spoilt(
        "carried by fewer",
        f"On being put to the vote there were {say(for_it)} votes for and {say(against)} against"
        f"{rest.replace(',', ' with')}, and the motion was carried.",
        "carried",
        "lost",
    )
    yield _spoilt(
        "twice",
        f"A vote was taken: {say(for_it)} for, {say(against)} against{rest}. The proposal was therefore"
        f" carried by {say(for_it)} votes to {say(against)}.",
        f"by {say(for_it)}",
        f"by {say(for_it + 1)}",
    )
    yield _spoilt(
        "unanimous",
        f"The vote was {say(for_it)} in favour and none against. The motion was carried unanimously.",
        "none against",
        f"{say(2)} against",
    )
    if 4 <= present <= 12:
        said = f"The vote was {present - 1} in favour, 1 against. The motion was carried."
        at = said.index(str(present - 1))
        yield "more than members", (ROLL,), said, ((at, at + len(str(present - 1)), str(present + 3)),)


def _spoilt(
    way: str, said: str, was: str, now: str
) -> tuple[str, tuple[str, ...], str, tuple[tuple[int, int, str], ...]]:
    at = said.rindex(was) if way == "twice" else re.search(rf"(?<=[ :]){was}", said).start()  # type: ignore[union-attr]
    return way, (ALONE,), said, ((at, at + len(was), now),)
