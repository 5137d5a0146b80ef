"""Saying what a passage rests on: confirming what is suggested, or choosing other lines of the notes."""

from collections.abc import Sequence

from textual.content import Content

from review_tui.domain.findings import Place
from review_tui.domain.standing import Move
from review_tui.tui.presenters.evidence import link_words, places_words
from review_tui.tui.screens.pick import PickDialog
from review_tui.tui.stage import Here, Stage

OTHER_LINES = "To choose other lines: press Tab, go to the line in the notes, and press l there."
Choice = tuple[str, tuple[Place, ...]]


async def link(stage: Stage, here: Here) -> None:
    """Confirm or correct what the passage at the cursor rests on."""
    if not stage.may(Move.LINK):
        return
    if not here.item.view.draft.notes:
        stage.say("This item has no notes for the passage to rest on.")
        return
    grounds = here.item.grounds(here.passage.index)
    rests = tuple(rest.place for rest in grounds.rests) if grounds else ()
    choices = _from_notes(here.note, rests) if here.note else _from_draft(rests)
    await _choose(stage, here, choices)


def _from_draft(rests: tuple[Place, ...]) -> Sequence[Choice]:
    nothing: Choice = ("It rests on nothing in these notes", ())
    return (("It rests on these lines", rests), nothing) if rests else (nothing,)


def _from_notes(note: Place, rests: tuple[Place, ...]) -> Sequence[Choice]:
    only: Choice = ("It rests on this line", (note,))
    others = tuple(place for place in rests if place.file != note.file or not place.span.overlaps(note.span))
    return (only, ("It rests on this line as well", (*others, note))) if others else (only,)


async def _choose(stage: Stage, here: Here, choices: Sequence[Choice]) -> None:
    about = link_words(here.item, here.passage, here.note, "" if here.note else OTHER_LINES)
    lines = [Content.assemble(said, places_words(places)) for said, places in choices]
    picked = await stage.ask(PickDialog("What does this passage rest on?", lines, about=about))
    if picked is not None:
        passage, places = here.passage, choices[picked][1]
        await stage.do(lambda: stage.desk.linking.confirm(here.item.view, passage, places))
