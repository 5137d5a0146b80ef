"""What others did, told as news.

``Dawn Example amended item 5, twice; approved items 1 and 2.``
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from review_tui.application.ports import HistoryEntry
from review_tui.application.undo_log import is_redo, is_undo, trailer
from review_tui.model.act_registry import form_of_subject, news_of_form
from review_tui.model.commit_messages import TAKE_IN, parse_subject
from review_tui.model.people import Reviewer
from review_tui.model.visible import visible

_TIMES = {2: "twice", 3: "three times", 4: "four times", 5: "five times"}
_MOST_PLACES = 4
"""Items that are named one by one."""
_SMALL = 2
"""Times from which it is told how often."""


def news(
    entries: Sequence[HistoryEntry], meetings: Mapping[str, str], me: Reviewer | None
) -> tuple[str, ...]:
    """A sentence for each person, in the order in which they began; ``entries`` are newest first.

    ``meetings`` are what the meetings are called, by their ids: named where there is more than one.
    """
    by_person: dict[str, list[HistoryEntry]] = {}
    for entry in reversed(entries):
        by_person.setdefault(entry.by.email.casefold(), []).append(entry)
    told = {trailer(entry, "Meeting") for entry in entries} - {""}
    named = meetings if len(told) > 1 else {}
    return tuple(_of_person(theirs, named, me) for theirs in by_person.values())


def _of_person(entries: Sequence[HistoryEntry], meetings: Mapping[str, str], me: Reviewer | None) -> str:
    by = entries[-1].by
    who = "You" if me and by.is_same(me) else visible(by.name)
    did: dict[tuple[str, str], list[str]] = {}
    for entry in entries:
        verb, place = _act_words(entry)
        did.setdefault((trailer(entry, "Meeting"), verb), []).append(place)
    parts = []
    last = ""
    for (meeting, verb), places in did.items():
        where = (
            f" ({visible(meetings.get(meeting, meeting))})"
            if meetings and meeting and meeting != last
            else ""
        )
        last = meeting
        parts.append(f"{verb}{_item_names(places)}{where}")
    return f"{who} {'; '.join(parts)}."


def _act_words(entry: HistoryEntry) -> tuple[str, str]:
    """What was done, and to what."""
    if is_undo(entry) or is_redo(entry):
        return ("took something back" if is_undo(entry) else "did something again"), ""
    found = form_of_subject(entry.subject)
    subject = parse_subject(entry.subject)
    if found is None or subject is None:
        if found is not None and not found[0].names_item:
            return f"{news_of_form(found[0])} {visible(found[1])}", ""
        if subject and subject.verb == TAKE_IN:
            return "took in the draft of", subject.number
        return f"recorded “{visible(entry.subject)}”", ""
    return news_of_form(found[0]), subject.number


def _item_names(places: Sequence[str]) -> str:
    counts = Counter(place for place in places if place)
    if not counts:
        return _times_words(len(places))
    names = list(counts)
    if len(names) > _MOST_PLACES:
        return f" {len(names)} items"
    listed = _joined_names(
        [f"{name}{_times_words(counts[name]).replace(',', '')}" if len(names) > 1 else name for name in names]
    )
    often = _times_words(counts[names[0]]) if len(names) == 1 else ""
    return f" item{'s' if len(names) > 1 else ''} {visible(listed)}{often}"


def _times_words(count: int) -> str:
    return "" if count < _SMALL else f", {_TIMES.get(count, f'{count} times')}"


def _joined_names(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def people_and_counts(entries: Sequence[HistoryEntry]) -> Iterator[tuple[str, int]]:
    """The name of each person with how many of ``entries`` are theirs, in the order in which they began."""
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for entry in reversed(entries):
        key = entry.by.email.casefold()
        names[key] = visible(entry.by.name)
        counts[key] += 1
    yield from ((names[key], counts[key]) for key in names)
