"""Recording, at signed minutes, what a later meeting put right in them."""

import asyncio

from review_tui.domain.editing import editable, line_end_of, restored
from review_tui.domain.quotes import occurrences, quote_at
from review_tui.domain.standing import Move
from review_tui.domain.telling_time import day
from review_tui.domain.text import Span
from review_tui.services.desk import Desk
from review_tui.services.reading import ItemView
from review_tui.tui.screens.amend import PassageEdit
from review_tui.tui.screens.correct import CorrectDialog
from review_tui.tui.stage import Here, Stage

CORRECT = "correct"
"""What typing kept for this is kept under."""
UNKEEPABLE = "This passage holds a character that the editor can't keep. Choose fewer words of it."


async def correct(stage: Stage, here: Here) -> None:
    """Record a correction to the chosen words, else to the passage."""
    view = here.item.view
    span = _span(here)
    if not stage.may(Move.CORRECT):
        return
    original = editable(span.of(view.draft.text)) if span else None
    if span is None or not original:
        stage.say(UNKEEPABLE if span else "The words to be corrected do not stand in these minutes.")
        return
    keeper = here.keeper(stage.desk, CORRECT, original)
    before = here.typed_before(stage.desk, CORRECT, original)
    made_at, _, reason = before.reason.partition("\n") if before else ("", "", "")
    made_at = made_at or await asyncio.to_thread(_next_meeting, stage.desk, view)
    edit = PassageEdit(original, before.words if before else original, reason)
    given = await stage.ask(CorrectDialog(edit, keeper, made_at))
    if given is None:
        return
    wording = restored(given.words, span.of(view.draft.text), line_end_of(view.draft.text))
    quote, said_at = quote_at(view.draft.text, span), getattr(given, "made_at", "")
    if await stage.do(lambda: stage.desk.signing.correct(view, quote, wording, given.reason, said_at)):
        keeper.give_up()


def _span(here: Here) -> Span | None:
    if here.resumed:
        found = occurrences(here.item.view.draft.text, here.resumed.original)
        inside = [span for span in found if here.passage.words.holds(span)]
        return inside[0] if len(inside) == 1 else found[0] if len(found) == 1 else None
    return here.chosen or here.passage.words


def _next_meeting(desk: Desk, view: ItemView) -> str:
    """What the same body's next meeting in the book is called; empty when there is none yet."""
    later = [
        m
        for m in desk.reading.meetings()[0]
        if m.date > view.meeting.date and m.body.casefold() == view.meeting.body.casefold()
    ]
    return f"{later[0].body}, {day(later[0].date)}" if later else ""
