"""Saying where a passage comes from: confirming what is suggested, or choosing other lines of the notes."""

from collections.abc import Sequence

from textual.content import Content

from review_tui.model.findings import Location
from review_tui.model.transitions import Move
from review_tui.tui.cursor_context import CursorContext
from review_tui.tui.dialogs.pick import PickDialog
from review_tui.tui.main_screen import MainScreen
from review_tui.tui.presenters.evidence_lines import link_words, places_words

OTHER_LINES = "To choose other lines: press Tab, go to the line in the notes, and press l there."
Choice = tuple[str, tuple[Location, ...]]


async def link(screen: MainScreen, here: CursorContext) -> None:
    """Confirm or correct where the passage at the cursor comes from."""
    if not screen.acts.may(Move.LINK):
        return
    if not here.item.view.draft.notes:
        screen.say("This item has no notes that the passage could come from.")
        return
    evidence = here.item.evidence_of(here.passage.index)
    rests = tuple(rest.place for rest in evidence.lines) if evidence else ()
    choices = _from_notes(here.note, rests) if here.note else _from_draft(rests)
    await _choose(screen, here, choices)


def _from_draft(rests: tuple[Location, ...]) -> Sequence[Choice]:
    nothing: Choice = ("It does not come from these notes", ())
    return (("It comes from these lines", rests), nothing) if rests else (nothing,)


def _from_notes(note: Location, rests: tuple[Location, ...]) -> Sequence[Choice]:
    only: Choice = ("It comes from this line", (note,))
    others = tuple(place for place in rests if place.file != note.file or not place.span.overlaps(note.span))
    return (only, ("It comes from this line as well", (*others, note))) if others else (only,)


async def _choose(screen: MainScreen, here: CursorContext, choices: Sequence[Choice]) -> None:
    about = link_words(here.item, here.passage, here.note, "" if here.note else OTHER_LINES)
    lines = [Content.assemble(words, places_words(places)) for words, places in choices]
    picked = await screen.acts.ask(PickDialog("Where does this passage come from?", lines, about=about))
    if picked is not None:
        passage, places = here.passage, choices[picked][1]
        await screen.acts.do(lambda: screen.context.review.confirm(here.item.view, passage, places))
