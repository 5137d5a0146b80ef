"""The acts that change the minutes: amend, put right, record an edit made outside."""

import asyncio
from dataclasses import replace

from textual.content import Content

from review_tui.anchoring.redline import passage_redline
from review_tui.model.acts import Flag
from review_tui.model.editable_text import from_editable, line_end_of, to_editable
from review_tui.model.rewrapping import with_words
from review_tui.model.transitions import Move
from review_tui.tui.cursor_context import CursorContext
from review_tui.tui.dialogs.reason_dialog import ReasonDialog
from review_tui.tui.draft_saver import DraftSaver
from review_tui.tui.features.amend.dialog import AmendDialog, FlagChoice, PassageEdit
from review_tui.tui.main_screen import MainScreen
from review_tui.tui.presenters.redlines import changes_content

RECORD = "record"
"""What typing kept for recording an edit made outside is kept under."""
RECORD_HEADING = Content("Record what was edited in another program")
NOTHING_SUGGESTED = "Nothing here suggests other wording. n goes to the next thing to look at."
OTHER_SUGGESTS = "This one suggests no wording; another on this passage does. n goes to the next thing."
UNKEEPABLE = (
    "This passage holds a character that the editor can't keep. Amend it with "
    "`review-tui amend … --replace OLD NEW`."
)


async def amend(screen: MainScreen, here: CursorContext) -> None:
    """Amend the passage in the editor, going on with what was put aside there."""
    if not screen.acts.may(Move.AMEND) or await _recorded_first(screen, here):
        return
    original = to_editable(here.item.edited(here.passage).text)
    if original is None:
        screen.say(UNKEEPABLE)
        return
    before = await here.typed_before(screen.context, "amend", original)
    words, reason = (before.words, before.reason) if before else (original, "")
    heading = "Amend this passage: going on with what you typed before" if before else ""
    await _edit(screen, here, PassageEdit(original, words, reason, _flags_on(here)), heading)


async def put_right(screen: MainScreen, here: CursorContext) -> None:
    """Show what the finding or flag looked at suggests, as an amendment ready to be recorded."""
    if not screen.acts.may(Move.AMEND):
        return
    concern = here.item.suggesting(here.passage.index, here.concern)
    suggested = concern.suggested if concern else None
    if concern is None or suggested is None:
        others = [each for each in here.item.concerns_at(here.passage.index) if each.suggested]
        screen.say(OTHER_SUGGESTS if others else NOTHING_SUGGESTED)
        return
    if await _recorded_first(screen, here):
        return
    span, words, reason = suggested
    there = replace(here, passage=here.item.passages[concern.passage], concern=concern)
    passage, shown = there.passage, here.item.edited(there.passage)
    original, at = to_editable(shown.text), shown.from_source(span)
    if span.start == span.end and shown.text[: at.start][-1:].strip() and words[:1].strip():
        words = f" {words}"  # what was missing goes after the words before it
    changed = to_editable(shown.text[: at.start] + words + shown.text[at.end :])
    if original is None or changed is None or not passage.words.holds(span):
        screen.say(UNKEEPABLE)
        return
    edit = PassageEdit(original, changed, reason, _flags_on(there), is_suggestion=True)
    await _edit(screen, there, edit, heading="Use the suggested wording?", suggested=words)


async def record_edit(screen: MainScreen, here: CursorContext) -> None:
    """Go on with the reason that was being typed for an edit made outside."""
    if screen.acts.may(Move.AMEND):
        await _recorded_first(screen, here)


async def _recorded_first(screen: MainScreen, here: CursorContext) -> bool:
    """If the minutes were edited by other means: show what changed, offer to record it. Whether they were."""
    view = here.item.view
    before = await asyncio.to_thread(lambda: screen.context.review.unrecorded_edit(view))
    if before is None:
        return False
    keeper = DraftSaver(screen.context.typing, view, RECORD, 0, "")
    typed = await asyncio.to_thread(keeper.typed_before)
    changes = changes_content(await asyncio.to_thread(passage_redline, before, view.draft.text))
    words = typed.words if typed else ""
    dialog = ReasonDialog(RECORD_HEADING, changes, keeper, do="Record the edit", reason=words)
    reason = await screen.acts.ask(dialog)
    if reason:
        await screen.acts.do(lambda: screen.context.review.record_outside_edit(view, reason), keeper)
    return True


async def _edit(
    screen: MainScreen, here: CursorContext, edit: PassageEdit, heading: str = "", suggested: str = ""
) -> None:
    view, passage = here.item.view, here.passage
    keeper = here.keeper(screen.context, "amend", edit.original)
    given = await screen.acts.ask(AmendDialog(edit, keeper, heading))
    if given is None:
        return
    known = here.item.edited(passage).text + suggested
    words = from_editable(given.words, known, line_end_of(view.draft.text))
    text = with_words(view.draft.text, passage, words)
    await screen.acts.do(lambda: screen.context.review.amend(view, text, given.reason, given.settles), keeper)


def _flags_on(here: CursorContext) -> tuple[FlagChoice, ...]:
    """The flags of the passage; the one that the reviewer is looking at is taken to be settled by it."""
    looked_at = here.concern.flag if here.concern else None
    placed = (concern.flag for concern in here.item.concerns_at(here.passage.index) if concern.flag)
    return tuple(
        FlagChoice(p.thread.flag.id, _flag_label(p.thread.flag), is_settled=p == looked_at) for p in placed
    )


def _flag_label(flag: Flag) -> str:
    return f"{flag.by.name}’s flag: {flag.comment or flag.kind}"
