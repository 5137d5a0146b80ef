"""Whose words each text of an item holds, by the history alone: under all names that its minutes ever had."""

from collections.abc import Sequence
from dataclasses import replace

from review_tui.anchoring.item_identity import KnownItem, find_items
from review_tui.application.book_record import BookRecord
from review_tui.application.ledger import Event
from review_tui.application.undo_log import other_writers
from review_tui.application.version_graph import has_own_words
from review_tui.language.file_sections import FileSection, file_sections
from review_tui.model.acts import Approval
from review_tui.model.authorship import AuthoredText, Emails, contributors
from review_tui.model.frozen import frozen
from review_tui.model.policy import Policy
from review_tui.model.record_paths import minutes_paths, review_of
from review_tui.model.text import decode, digest

_ALIKE = 0.5
"""Share of lines that minutes under a new name have in common at least with what went away as they came."""


@frozen
class _Item:
    """An item in one version of minutes."""

    known: KnownItem
    text: str
    version: int = -1
    """The place of the version of its own text."""


@frozen
class _Cut:
    """A version of minutes, cut into its items."""

    text: str
    sections: tuple[FileSection, ...]
    """None where the minutes are one item's."""
    items: tuple[_Item, ...]


def contributors_of(record: BookRecord, place: str, policy: Policy) -> dict[str, Emails]:
    """Whose words each text of an item holds since it was last approved, by its digest."""
    approvals = [t.act for t in record.acts_at.get(place, ()) if isinstance(t.act, Approval)]
    presenter = str(record.agenda_of(place).get("presenter", ""))

    def is_approved(text: str, wrote: Emails) -> bool:
        by = [a.by for a in approvals if a.text_digest == text and a.by.email.casefold() not in wrote]
        return bool(by) and not policy.unmet(presenter, by)

    return contributors(_versions(record, place), is_approved)


def _versions(record: BookRecord, place: str) -> Sequence[AuthoredText]:
    """The versions of an item's text, or of those of all items of a file."""
    path = record.minutes_path(place)
    if path not in record.authored:
        events = _minutes_events(record, minutes_paths(place))
        record.read_all(event.after for event in events)
        level = record.heading_level(place) if review_of(place) else None
        record.authored[path] = _item_versions(record, events, level)
    return record.authored[path]


def _minutes_events(record: BookRecord, paths: Sequence[str]) -> list[Event]:
    """What happened to minutes, under earlier names too, oldest first."""
    waiting, known = list(paths), set(paths)
    found: list[Event] = []
    while waiting:
        events = record.ledger.events.get(waiting.pop(), ())
        found += [event for event in events if event.after]
        older = {_taken_from(record, event) for event in events if not event.before} - known - {""}
        known |= older
        waiting += older
    return sorted(found, key=lambda event: event.place)


def _taken_from(record: BookRecord, event: Event) -> str:
    """The path of the minutes that went away as these came, and that these are; empty where none are."""
    gone = record.minutes_gone.get(event.place, ())
    same = next((each.path for each in gone if each.before == event.after), "")
    if same or not gone:
        return same
    record.read_all([event.after, *(each.before for each in gone)])
    new = set(decode(record.read(event.after)).splitlines())
    shares = {each.path: _share(new, set(decode(record.read(each.before)).splitlines())) for each in gone}
    best = max(shares, key=lambda path: shares[path])
    return best if shares[best] >= _ALIKE else ""


def _share(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other) or 1)


def _item_versions(record: BookRecord, events: Sequence[Event], level: int | None) -> list[AuthoredText]:
    """The versions of the texts in minutes; of all their items where these are cut at headings.

    ``level`` is that of the headings, 0 where it is not fixed, ``None`` where the minutes are one item's.
    """
    stood: list[Sequence[_Item]] = []
    made: list[AuthoredText] = []
    for number, event in enumerate(events):
        cut = _cut(decode(record.read(event.after)), level)
        sides = [_found_again(stood[p], cut) for p in _made_from(record, events[:number], event)]
        placed = []
        for n, item in enumerate(cut.items):
            older = [side[n] for side in sides if n in side]
            same = {each.version for each in older if each.known.text == item.known.text}
            if len(same) != 1:
                made.append(_authored(record, event, item, older))
            placed.append(replace(item, version=same.pop() if len(same) == 1 else len(made) - 1))
        stood.append(placed)
    return made


def _authored(record: BookRecord, event: Event, item: _Item, older: Sequence[_Item]) -> AuthoredText:
    """A text that none of those it was made from was, or that several were."""
    commit = record.ledger.commits[event.place]
    behind = tuple(dict.fromkeys(each.version for each in older))
    is_taken_over = any(each.known.text == item.known.text for each in older) or (
        len(commit.parents) > 1 and not has_own_words(item.text, [each.text for each in older])
    )
    if is_taken_over:
        return AuthoredText(item.known.text, "", behind)
    others = other_writers(record.ledger.entry(event.place))
    return AuthoredText(item.known.text, commit.author.email, behind, others)


def _cut(text: str, level: int | None) -> _Cut:
    if level is None:
        return _Cut(text, (), (_Item(KnownItem("0", "", digest(text)), text),))
    sections = file_sections(text, level)
    items = [_Item(KnownItem.of(str(n), s, text), s.words(text)) for n, s in enumerate(sections)]
    return _Cut(text, sections, tuple(items))


def _found_again(older: Sequence[_Item], cut: _Cut) -> dict[int, _Item]:
    """Which item of an older version each of the items is, by their places."""
    if not cut.sections:
        return {0: older[0]}
    known = [replace(each.known, id=str(n)) for n, each in enumerate(older)]
    texts = {each.known.text: each.text for each in older}
    places = find_items(known, cut.text, cut.sections, texts.get)
    found = {at.place: older[int(name)] for name, at in places.items() if at.place is not None}
    taken = {id(each) for each in found.values()}
    left = [each for each in older if id(each) not in taken]
    new = [n for n in range(len(cut.items)) if n not in found]
    # What is left stands in the same order: nobody gets rid of what they wrote by another heading.
    return found | dict(zip(new, left, strict=False))


def _made_from(record: BookRecord, older: Sequence[Event], event: Event) -> tuple[int, ...]:
    """The places among ``older`` versions of those that a version was made from."""
    is_behind = record.ledger.ancestry.is_ancestor
    found: list[int] = []
    for number in range(len(older) - 1, -1, -1):
        at = older[number].place
        if is_behind(at, event.place) and not any(is_behind(at, older[n].place) for n in found):
            found.append(number)
    return tuple(found)
