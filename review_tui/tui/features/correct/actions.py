"""Recording, at signed minutes, what a later meeting put right in them."""

import asyncio

from review_tui.application.book_context import BookContext
from review_tui.application.reading import ItemView
from review_tui.model.date_format import format_day
from review_tui.model.editable_text import from_editable, line_end_of, to_editable
from review_tui.model.quotes import quote_at
from review_tui.model.rendered import find_words, words_between
from review_tui.model.text import Span
from review_tui.model.transitions import Move
from review_tui.tui.cursor_context import CursorContext
from review_tui.tui.features.amend.actions import amend
from review_tui.tui.features.amend.dialog import PassageEdit
from review_tui.tui.features.correct.dialog import CorrectDialog
from review_tui.tui.main_screen import MainScreen

CORRECT = "correct"
"""What typing kept for this is kept under."""
UNKEEPABLE = "This passage holds a character that the editor can't keep. Choose fewer words of it."


async def amend_or_correct(screen: MainScreen, here: CursorContext) -> None:
    """Amend the passage; signed minutes stay as they are, and are corrected beside them."""
    await (correct if here.item.view.state.signed_off else amend)(screen, here)


async def correct(screen: MainScreen, here: CursorContext) -> None:
    """Record a correction to the chosen words, else to the passage."""
    view = here.item.view
    span = _span(here)
    if not screen.acts.may(Move.CORRECT):
        return
    words = words_between(view.draft.text, span) if span else ""
    original = to_editable(words) if span else None
    if span is None or not original:
        screen.say(UNKEEPABLE if span else "The words to be corrected do not stand in these minutes.")
        return
    keeper = here.keeper(screen.context, CORRECT, original)
    before = await here.typed_before(screen.context, CORRECT, original)
    made_at, _, reason = before.reason.partition("\n") if before else ("", "", "")
    made_at = made_at or await asyncio.to_thread(_next_meeting, screen.context, view)
    edit = PassageEdit(original, before.words if before else original, reason)
    given = await screen.acts.ask(CorrectDialog(edit, keeper, made_at))
    if given is None:
        return
    wording = from_editable(given.words, words, line_end_of(view.draft.text))
    quote, said_at = quote_at(view.draft.text, span), getattr(given, "made_at", "")
    await screen.acts.do(
        lambda: screen.context.sign_off.correct(view, quote, wording, given.reason, said_at), keeper
    )


def _span(here: CursorContext) -> Span | None:
    if here.resumed:
        found = find_words(here.item.view.draft.text, here.resumed.original)
        inside = [span for span in found if here.passage.words.holds(span)]
        return inside[0] if len(inside) == 1 else found[0] if len(found) == 1 else None
    return here.chosen or here.passage.words


def _next_meeting(context: BookContext, view: ItemView) -> str:
    """What the same body's next meeting in the book is called; empty when there is none yet."""
    later = [
        m
        for m in context.reading.meetings()[0]
        if m.date > view.meeting.date and m.body.casefold() == view.meeting.body.casefold()
    ]
    return f"{later[0].body}, {format_day(later[0].date)}" if later else ""
