"""What minutes say as open data: people with their parts, motions with who moved them and how it was voted.

Only what the minutes say is told: of a vote its figures, of a motion who is named. Both formats of the open
record, Akoma Ntoso and Popolo, are written from it.
"""

import re
from collections.abc import Iterable, Iterator

from review_tui.application.ports import ExportedItem, MeetingMinutes
from review_tui.language.actions_by_person import ActionKind, PersonAction, find_person_actions
from review_tui.language.decisions import DecisionOutcome, find_decisions
from review_tui.language.file_sections import slug
from review_tui.language.person_names import name_key
from review_tui.language.votes import Vote, VoteSide, find_votes
from review_tui.model.frozen import frozen
from review_tui.model.passages import PassageKind
from review_tui.model.rendered import rendered

_PARTS = {"Chair": "chair", "Present": "present", "Apologies": "apologies", "In attendance": "in attendance"}
"""What lists of attendance are called, and the part that whoever stands in them has."""
_NOBODY = re.compile(r"\A\W*\d|\bmembers? of the (?:public|press)\b|\A\W*(?:none|nil)\b", re.IGNORECASE)
"""Entries of the roll that name no one person: "4 members of the public"."""
_MOVED = frozenset((ActionKind.PROPOSED, ActionKind.MOVED))
_COUNTED = {
    VoteSide.FOR: "yes",
    VoteSide.AGAINST: "no",
    VoteSide.ABSTAINED: "abstain",
    VoteSide.SILENT: "not voting",
}
"""Sides of a vote, as Popolo calls them."""


@frozen
class RecordedPerson:
    """Somebody who is named on the roll."""

    id: str
    name: str
    role: str
    parts: tuple[str, ...]
    """``chair``, ``present``, ``apologies``, ``in attendance``."""

    @property
    def is_away(self) -> bool:
        """Whether they only sent apologies."""
        return self.parts == ("apologies",)


@frozen
class RecordedMotion:
    """One resolution, or one that was voted on."""

    id: str
    item: int
    """The place of its item, from 1."""
    passage: int
    """The place of its passage in the item, from 0."""
    heading: str
    text: str
    passed: bool | None
    """``None`` where the minutes do not say."""
    mover: str
    """The id of a person on the roll, where one is named; else the name as written, or empty."""
    seconder: str
    counts: tuple[tuple[str, int], ...]
    """``yes``, ``no``, ``abstain`` or ``not voting``, with the figure."""
    is_unanimous: bool = False


@frozen
class OpenRecord:
    """All of it."""

    people: tuple[RecordedPerson, ...]
    motions: tuple[RecordedMotion, ...]

    def id_of(self, name: str) -> str:
        """The id of whoever the roll calls so; empty for an entry that names no one person."""
        plain = " ".join(name.split())
        return next((person.id for person in self.people if person.name == plain), "")


def open_record(minutes: MeetingMinutes) -> OpenRecord:
    """What ``minutes`` say as data."""
    people = tuple(_people(minutes))
    known = {name_key(person.name): person.id for person in people}
    surnames: dict[str, list[str]] = {}
    for person in people:
        surnames.setdefault(name_key(person.name.split()[-1]), []).append(person.id)
    known.update({name: ids[0] for name, ids in surnames.items() if len(ids) == 1})
    each = (_motions(number, item, known) for number, item in enumerate(minutes.items, start=1))
    return OpenRecord(people, tuple(motion for motions in each for motion in motions))


def _people(minutes: MeetingMinutes) -> Iterator[RecordedPerson]:
    """Everybody on the roll once, with all parts."""
    parts: dict[str, list[str]] = {}
    roles: dict[str, str] = {}
    for label, listed in minutes.attendance:
        for person in listed:
            name = " ".join(person.name.split())
            if not name or _NOBODY.search(name):
                continue
            parts.setdefault(name, []).append(_PARTS.get(label, label.casefold()))
            roles[name] = roles.get(name) or person.role
    taken: set[str] = set()
    for name, its in parts.items():
        stem = slug(name) or "person"
        names = (stem, *(f"{stem}-{n}" for n in range(2, len(parts) + 2)))
        id_ = next(each for each in names if each not in taken)
        taken.add(id_)
        yield RecordedPerson(id_, name, roles[name], tuple(its))


def _motions(number: int, item: ExportedItem, known: dict[str, str]) -> Iterator[RecordedMotion]:
    text = rendered(item.text)
    count = 0
    for passage in text.passages:
        words = passage.words.of(text.text)
        votes = find_votes(words)
        if passage.kind is not PassageKind.RESOLUTION and not votes:
            continue
        count += 1
        vote = votes[0] if votes else None
        actions = find_person_actions(words)
        yield RecordedMotion(
            f"motion-{number}-{count}",
            number,
            passage.index,
            item.heading,
            words,
            _passed(words, vote, is_resolution=passage.kind is PassageKind.RESOLUTION),
            _actors(actions, _MOVED, known),
            _actors(actions, {ActionKind.SECONDED}, known),
            tuple(_vote_counts(vote)) if vote else (),
            vote is not None and vote.of(VoteSide.EVERYONE) is not None,
        )


def _passed(words: str, vote: Vote | None, *, is_resolution: bool) -> bool | None:
    if vote and vote.outcome:
        return vote.outcome == "carried"
    if vote and vote.of(VoteSide.EVERYONE):
        return True
    outcomes = {decision.outcome for decision in find_decisions(words)}
    if DecisionOutcome.REFUSED in outcomes:
        return None if DecisionOutcome.AGREED in outcomes else False
    return True if is_resolution or DecisionOutcome.AGREED in outcomes else None


def _vote_counts(vote: Vote) -> Iterator[tuple[str, int]]:
    for side, said in _COUNTED.items():
        figure = vote.count(side)
        if figure is not None:
            yield said, figure


def _actors(actions: Iterable[PersonAction], kinds: Iterable[ActionKind], known: dict[str, str]) -> str:
    """Whoever did one of these: by their id where the roll names them."""
    wanted = set(kinds)
    for action in actions:
        if action.deed in wanted:
            name = action.person.text or action.text
            return known.get(name_key(name)) or known.get(name_key(action.person.surname)) or name
    return ""
