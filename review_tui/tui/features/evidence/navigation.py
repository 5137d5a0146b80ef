"""Walking through what has no counterpart: passages without evidence, notes that no passage uses."""

from collections.abc import Sequence

from review_tui.model.findings import Location
from review_tui.tui.main_screen import MainScreen

NO_NOTES = "This item has no notes to compare with."
NO_PASSAGE = (
    "No passage without evidence {way}. In the notes (Tab), w goes to lines that no passage comes from."
)
NO_LINE = "Every line of the notes {way} has its passage."


async def walk_gaps(screen: MainScreen, step: int) -> None:
    """The next passage without evidence (or the one before); in the notes, the next line that none uses."""
    here = screen.here
    if here is None or not screen.session.item.evidence.has_notes:
        screen.say(NO_NOTES)
    elif here.note is None:
        _in_draft(screen, here.passage.index, step)
    else:
        _in_notes(screen, here.note, step)


def _in_draft(screen: MainScreen, at: int, step: int) -> None:
    onward = [n for n in screen.session.item.evidence.unsupported[::step] if (n - at) * step > 0]
    if onward:
        screen.go_to(onward[0])
    else:
        screen.say(NO_PASSAGE.format(way=_way(step)))


def _in_notes(screen: MainScreen, at: Location, step: int) -> None:
    names = [note.name for note in screen.session.item.view.draft.notes]
    left = {
        _order(p, names): p
        for p in (*screen.session.item.evidence.unused, *screen.session.item.evidence.not_minuted)
    }
    mine = _order(at, names)
    onward = [key for key in sorted(left)[::step] if key != mine and (key > mine) == (step > 0)]
    if onward:
        place = left[onward[0]]
        screen.show_note(place.file, place.span)
    else:
        screen.say(NO_LINE.format(way=_way(step)))


def _order(place: Location, names: Sequence[str]) -> tuple[int, int]:
    """Which source, and which line in it."""
    return names.index(place.file), place.line


def _way(step: int) -> str:
    return "after this" if step > 0 else "before this"
