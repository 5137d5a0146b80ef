"""What ``facts.person_odds`` learns from: people rightly named, and planted ones beside who stood there."""

from collections.abc import Iterator

from benchmarks import clerk_hands
from benchmarks.learned_examples import Example, Features, Meeting
from review_tui.facts.mentions import Mention
from review_tui.facts.pair import Pair
from review_tui.facts.person_odds import rival_features

_KINDS = frozenset({"attribution", "name"})


def people_of(meeting: Meeting) -> Iterator[Example]:
    """Everybody whom a meeting names, each with somebody who may have to stand there."""
    yield from meeting.right(found for _, found in rival_features(meeting.true))
    for number, plant in enumerate(meeting.row["plants"]):
        if plant["kind"] in _KINDS and plant["new"]:
            yield from meeting.wrong(number, _with_person(meeting, plant))


def _with_person(meeting: Meeting, plant: clerk_hands.Row) -> Iterator[Features]:
    """What speaks for whoever stood where another was planted, by each jotting that names them."""
    start = meeting.row["draft"].index(plant["old"])
    spoilt = meeting.spoilt(plant)
    were = {
        name
        for m in _mentions_at(meeting.true, start, start + len(plant["old"]))
        for name in _names(meeting.true, m)
    }
    planted = {
        id(m) for m in _mentions_at(spoilt, start, start + len(plant["new"])) if not _names(spoilt, m) & were
    }
    for rival, features in rival_features(spoilt):
        if id(rival.mine) in planted and _names(spoilt, rival.theirs) & were:
            yield features


def _mentions_at(pair: Pair, start: int, end: int) -> Iterator[Mention]:
    """Whom the draft names between two places of the file."""
    for clause in pair.clauses:
        for mention in pair.mentions[clause.index]:
            span = pair.draft.in_file(clause.place(mention.start, mention.end)).span
            if span.start < end and start < span.end:
                yield mention


def _names(pair: Pair, mention: Mention) -> set[str]:
    """Surname and initial of whoever may be meant, as a slip changes who is known by which key."""
    people = pair.roster.by_key
    return {f"{people[k].last} {people[k].first[:1]}" if k in people else k for k in mention.who}
