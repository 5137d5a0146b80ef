"""What came in from outside while the book was open: who did what, in sentences."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from review_tui.anchoring.redline import Redline
from review_tui.application.amendments import AmendmentRecord
from review_tui.application.reading import ItemView, MeetingView
from review_tui.application.timeline import TimelineEvent
from review_tui.model.act_registry import kind_of
from review_tui.model.acts import Act
from review_tui.model.meeting import Source, notes_name
from review_tui.model.people import Reviewer
from review_tui.tui.presenters.redlines import whole_change
from review_tui.tui.presenters.status_lines import plain

UNRECORDED = "Edited in another program, and not recorded yet: e records it, with a reason."
_MEETING = "the meeting"


def acts_that_came(was: MeetingView, now: MeetingView, me: Reviewer | None) -> tuple[str, ...]:
    """``Alex Example flagged item 5 and item 7.``: what was done between two readings of a meeting."""
    places: dict[tuple[str, str], list[str]] = {}
    gone: list[str] = []
    for where, old, new in _places_with_acts(was, now):
        known = {act.id for act in old}
        for act in new:
            if act.id not in known:
                who = "You" if me and act.by.is_same(me) else act.by.name
                did = kind_of(act).news
                places.setdefault((who, did), []).append(_item_of(now, act) or where)
        gone += [where] if known - {act.id for act in new} else []
    sentences = [f"{who} {did} {_joined_names(where)}." for (who, did), where in places.items()]
    return (*sentences, *(f"Something was taken back in {where}." for where in gone))


def _places_with_acts(
    was: MeetingView, now: MeetingView
) -> Iterator[tuple[str, Sequence[Act], Sequence[Act]]]:
    """Each place where acts are kept, with those of then and of now."""
    then = {view.item.id: view.draft.acts for view in was.items}
    for view in now.items:
        yield _named(view), then.get(view.item.id, ()), view.draft.acts
    yield _MEETING, was.acts, now.acts


def _item_of(meeting: MeetingView, act: Act) -> str:
    """The item that an act is about which is kept with the meeting; empty for any other act."""
    wanted = kind_of(act).item_of(act)
    return next((_named(view) for view in meeting.items if view.item.id == wanted), "")


def texts_that_changed(was: MeetingView, now: MeetingView, but: str) -> tuple[str, ...]:
    """The other items whose minutes read differently now; ``but`` is the id of the open one."""
    then = {view.item.id: view.draft.text for view in was.items}
    places = [
        _named(view)
        for view in now.items
        if view.item.id != but and then.get(view.item.id, view.draft.text) != view.draft.text
    ]
    return (f"The minutes of {_joined_names(places)} changed too.",) if places else ()


def notes_that_changed(was: MeetingView, now: MeetingView) -> tuple[str, ...]:
    """The notes that came, went or read differently now, and whether more is said of the meeting."""
    then = {view.item.id: dict(map(_named_text, view.draft.notes)) for view in was.items}
    names = dict.fromkeys(
        notes_name(name)
        for view in now.items
        for name, _ in sorted(
            then.get(view.item.id, {}).items() ^ dict(map(_named_text, view.draft.notes)).items()
        )
    )
    told = (f"Changed notes: {', '.join(names)}.",) if names else ()
    return (*told, *(("What is said of the meeting itself changed.",) if was.meeting != now.meeting else ()))


def _named_text(note: Source) -> tuple[str, str]:
    return note.name, note.text


def changed_by(
    timeline: Sequence[TimelineEvent], record: AmendmentRecord, before: str, now: str
) -> tuple[str, ...]:
    """Who changed the minutes since they read ``before``, a sentence each, oldest first."""
    texts = record.texts
    seen = max((place for place, text in enumerate(texts) if text == before), default=len(texts) - 2)
    since = {version.entry.id for version in record.versions[max(seen, 0) + 1 :]}
    sentences = [each.sentence for each in timeline if each.entry.id in since]
    return (*sentences, *([] if texts and texts[-1] == now else [UNRECORDED]))


def changes_page(changes: Redline, by: Sequence[str], also: Sequence[str]) -> Content:
    """What is different now, by whom, and what else came in."""
    parts = [plain("".join(f"{sentence}\n" for sentence in by)), Content("\n"), whole_change(changes)]
    if also:
        parts.append(plain("\n\n" + "\n".join(also)))
    return Content("").join(parts)


def _named(view: ItemView) -> str:
    return f"item {view.item.label}"


def _joined_names(places: Sequence[str]) -> str:
    names = list(dict.fromkeys(places))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
