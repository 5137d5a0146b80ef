"""What ``facts.person_odds`` learns from: people rightly named, and planted ones beside who stood there."""

from collections.abc import Iterator

from benchmarks import clerk_hands
from benchmarks.learned_examples import Example, Features, Meeting, stands_in
from review_tui.facts.mentions import Mention
from review_tui.facts.pair import Pair
from review_tui.facts.person_odds import rival_features
from review_tui.model.text import Span

_KINDS = frozenset({"attribution", "name"})


def people_of(meeting: Meeting) -> Iterator[Example]:
    """Everybody whom a meeting names, each with somebody who may have to stand there."""
    yield from meeting.right(found for _, found in rival_features(meeting.true))
    yield from meeting.slips(_KINDS, lambda plant: _with_person(meeting, plant))


def _with_person(meeting: Meeting, plant: clerk_hands.Row) -> Iterator[Features]:
    """What speaks for whoever stood where another was planted, by each jotting that names them."""
    true, spoilt = meeting.true, meeting.spoilt(plant)
    were = {name for m in _mentions_at(true, meeting.span_of(plant, "old")) for name in _names(true, m)}
    here = _mentions_at(spoilt, meeting.span_of(plant, "new"))
    planted = {id(m) for m in here if not _names(spoilt, m) & were}
    for rival, features in rival_features(spoilt):
        if id(rival.mine) in planted and _names(spoilt, rival.theirs) & were:
            yield features


def _mentions_at(pair: Pair, span: Span) -> Iterator[Mention]:
    """Whom the draft names in a stretch of its file."""
    for clause in pair.clauses:
        for mention in pair.mentions[clause.index]:
            if stands_in(pair, clause.place(mention.start, mention.end), span):
                yield mention


def _names(pair: Pair, mention: Mention) -> set[str]:
    """Surname and initial of whoever may be meant, as a slip changes who is known by which key."""
    people = pair.roster.by_key
    return {f"{people[k].last} {people[k].first[:1]}" if k in people else k for k in mention.who}
