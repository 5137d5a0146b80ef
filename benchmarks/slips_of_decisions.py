"""Slips in what was decided: the opposite minuted, or nothing at all."""

import random
import re
from collections.abc import Iterator

from benchmarks.checks_corpus import Minutes
from benchmarks.minute_facts import Fact, Sentence
from benchmarks.planting import NOTES, Change, Slip

_OPPOSITES: dict[str, tuple[str, ...]] = {
    "agreed": ("not agreed", "refused"),
    "resolved": ("not resolved",),
    "approved": ("refused", "rejected"),
    "accepted": ("rejected", "declined"),
    "adopted": ("rejected",),
    "granted": ("refused",),
    "refused": ("approved", "granted"),
    "rejected": ("accepted", "approved"),
    "declined": ("accepted",),
    "carried": ("lost", "defeated"),
    "supported": ("opposed",),
    "no objection": ("an objection",),
    "no objections": ("objections",),
    "increase": ("decrease", "reduction"),
    "increased": ("decreased", "reduced"),
    "decrease": ("increase",),
    "decreased": ("increased",),
    "reduced": ("increased",),
    "reduction": ("increase",),
}
_DECISION = re.compile(
    r"\bIt was (?:unanimously |then |therefore )?(?:agreed|resolved|decided)\b"
    r"|\b(?:AGREED|RESOLVED|Resolved|Agreed)\b"
    r"|\b(?:Council|Councillors|Committee|members|Members|Board) (?:unanimously )?"
    r"(?:agreed|resolved|decided|approved)\b"
)
_ACTION = re.compile(
    r"\b(?:Clerk|Chairman|Secretary|[A-Z]{2}|Cllr [A-Z]\w+) (?:is |was |agreed )?to "
    r"(?:write|contact|ask|obtain|arrange|report|check|chase|send|speak)\b"
)
_PASSIVE = re.compile(r"\b(?:was|were|is|be|been)\s(?:\w{4,12}\s)?\Z")
_DOING = re.compile(r"\b(?:to|would|will|could|may|might|should|not|can)\s\Z")
_BOILERPLATE = re.compile(r"\bdraft minutes\b|\bsigned\b.{0,20}(?:\.\.|\u2026)", re.IGNORECASE)
_INTEREST = re.compile(
    r"\bdeclared an? (?:personal |prejudicial |pecuniary |non-pecuniary )?interest\b", re.IGNORECASE
)


def polarities(source: Minutes, dice: random.Random) -> Iterator[Slip]:
    """The opposite of what was agreed, approved or raised; told by the notes."""
    for fact in source.facts:
        others = _OPPOSITES.get(fact.text.lower())
        if (
            fact.kind != "verb"
            or not others
            or fact.start < source.body_start
            or not _reads(source.text, fact)
        ):
            continue
        other = dice.choice(others)
        if other == "not agreed" and not _PASSIVE.search(source.text[max(0, fact.start - 26) : fact.start]):
            other = (
                "refused" if re.match(r"\sto\b", source.text[fact.end : fact.end + 4]) else "did not agree"
            )
        shaped = (
            other.upper() if fact.text.isupper() else other.capitalize() if fact.text[0].isupper() else other
        )
        way = "change" if re.search("creas|reduc", fact.text.lower()) else "decision"
        yield Slip("polarity", way, (Change(fact.start, fact.end, shaped),), (NOTES,), (fact,))


def _reads(text: str, fact: Fact) -> bool:
    """Whether the opposite would read as a decision here: nothing negated, no "agreed sum"."""
    before, after = text[max(0, fact.start - 24) : fact.start], text[fact.end : fact.end + 12]
    if re.search(
        r"\b(?:not|no|if|as|until|an?|the|previously|be|in principle|once|any|his|her|their|only|fully)\s\Z",
        before,
        re.IGNORECASE,
    ):
        return fact.text.lower().startswith(("increase", "decrease", "reduction", "no objection"))
    if fact.text.lower() == "carried":
        return not re.match(r"\s(?:out|on|over|forward|by|a|the|up)\b", after)
    if fact.text.lower() == "supported":
        return not re.match(r"\sby\b", after)
    return True


def omissions(source: Minutes, dice: random.Random) -> Iterator[Slip]:
    """A decision, an action, a declaration or a sum left out; told by the notes. Nothing to roll dice for."""
    del dice
    verbs = [f for f in source.facts if f.kind == "verb"]
    sums = [f for f in source.facts if f.kind == "money"]
    for sentence in source.sentences:
        if sentence.start < source.body_start or not 40 <= len(sentence.text) <= 420:
            continue
        change = (Change(sentence.start, sentence.end, ""),)
        if _BOILERPLATE.search(sentence.text):
            continue
        if _DECISION.search(sentence.text):
            decided = [f for f in verbs if f.within(sentence.start, sentence.end)]
            yield Slip("omitted decision", "decision", change, (NOTES,), tuple(decided[:1]))
        elif _INTEREST.search(sentence.text):
            yield Slip("other omission", "interest", change, (NOTES,))
        elif _ACTION.search(sentence.text):
            yield Slip("other omission", "action", change, (NOTES,))
        elif any(f.within(sentence.start, sentence.end) for f in sums) and _is_narrative(sentence):
            held = next(f for f in sums if f.within(sentence.start, sentence.end))
            yield Slip("other omission", "sum", change, (NOTES,), (held,))


def _is_narrative(sentence: Sentence) -> bool:
    """Whether it is a sentence rather than an entry of a list of payments."""
    return (
        sentence.text.endswith(".") and sentence.text.count("\u00a3") == 1 and len(sentence.text.split()) > 8
    )
