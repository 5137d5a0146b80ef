"""The acts that change the minutes: amend, put right, record an edit made outside."""

from dataclasses import replace

from review_tui.domain.acts import Flag
from review_tui.domain.editing import editable, line_end_of, restored
from review_tui.domain.passages import with_words
from review_tui.domain.redline import redline
from review_tui.domain.standing import Move
from review_tui.domain.text import Span
from review_tui.tui.correcting import correct
from review_tui.tui.open_item import OpenItem, Thing
from review_tui.tui.screens.amend import AmendDialog, FlagChoice, PassageEdit
from review_tui.tui.screens.record import RecordDialog
from review_tui.tui.stage import Here, Stage

UNKEEPABLE = (
    "This passage holds a character that the editor can't keep. Amend it with "
    "`review-tui amend … --replace OLD NEW`."
)


async def amend(stage: Stage, here: Here) -> None:
    """Amend the passage in the editor, going on with what was put aside there; correct signed minutes."""
    if here.item.view.state.signed_off:
        await correct(stage, here)
        return
    if not stage.may(Move.AMEND) or await _recorded_first(stage, here.item):
        return
    original = editable(here.passage.words.of(here.item.view.draft.text))
    if original is None:
        stage.say(UNKEEPABLE)
        return
    before = here.typed_before(stage.desk, "amend", original)
    words, reason = (before.words, before.reason) if before else (original, "")
    heading = "Amend this passage: going on with what you typed before" if before else ""
    await _edit(stage, here, PassageEdit(original, words, reason, _flags_on(here)), heading)


async def put_right(stage: Stage, here: Here) -> None:
    """Show what the finding or flag looked at suggests, as an amendment ready to be recorded."""
    if not stage.may(Move.AMEND):
        return
    here = _looking_at_a_suggestion(here)
    suggested = _suggested(here.thing)
    if here.thing is None or suggested is None:
        stage.say("Nothing here says how to put anything right. n goes to the next thing to look at.")
        return
    if await _recorded_first(stage, here.item):
        return
    span, words, reason = suggested
    there = replace(here, passage=here.item.passages[here.thing.passage])
    text, passage = here.item.view.draft.text, there.passage
    original = editable(passage.words.of(text))
    if span.start == span.end and text[passage.words.start : span.start][-1:].strip() and words[:1].strip():
        words = f" {words}"  # what was missing goes after the words before it
    changed = editable(text[passage.words.start : span.start] + words + text[span.end : passage.words.end])
    if original is None or changed is None or not passage.words.holds(span):
        stage.say(UNKEEPABLE)
        return
    edit = PassageEdit(original, changed, reason, _flags_on(there), is_suggestion=True)
    await _edit(stage, there, edit, heading="Put this right?", suggested=words)


def _looking_at_a_suggestion(here: Here) -> Here:
    """Where the thing looked at suggests nothing: the one other thing of the passage that does, if any."""
    beside = here.item.things_at(here.passage.index)
    others = [thing for thing in beside if _suggested(thing)]
    return here if _suggested(here.thing) or len(others) != 1 else replace(here, thing=others[0])


async def _recorded_first(stage: Stage, item: OpenItem) -> bool:
    """If the minutes were edited by other means: show what changed, offer to record it. Whether they were."""
    before = stage.desk.review.unrecorded_edit(item.view)
    if before is None:
        return False
    reason = await stage.ask(RecordDialog(redline(before, item.view.draft.text)))
    if reason:
        await stage.do(lambda: stage.desk.review.record_outside_edit(item.view, reason))
    return True


async def _edit(stage: Stage, here: Here, edit: PassageEdit, heading: str = "", suggested: str = "") -> None:
    view, passage = here.item.view, here.passage
    keeper = here.keeper(stage.desk, "amend", edit.original)
    given = await stage.ask(AmendDialog(edit, keeper, heading))
    if given is None:
        return
    known = passage.words.of(view.draft.text) + suggested
    words = restored(given.words, known, line_end_of(view.draft.text))
    text = with_words(view.draft.text, passage, words)
    if await stage.do(lambda: stage.desk.review.amend(view, text, given.reason, given.settles)):
        keeper.give_up()


def _suggested(thing: Thing | None) -> tuple[Span, str, str] | None:
    """Where, what instead, and why: of a finding's or a flag's suggestion."""
    if thing is None:
        return None
    if thing.finding and thing.finding.suggestion:
        return thing.finding.suggestion.span, thing.finding.suggestion.text, thing.finding.message
    if thing.flag and thing.span and thing.flag.conversation.flag.suggest is not None:
        asked = thing.flag.conversation.flag
        return thing.span, asked.suggest or "", ""
    return None


def _flags_on(here: Here) -> tuple[FlagChoice, ...]:
    """The flags of the passage; the one that the reviewer is looking at is taken to be settled by it."""
    looked_at = here.thing.flag if here.thing else None
    placed = (thing.flag for thing in here.item.things_at(here.passage.index) if thing.flag)
    return tuple(
        FlagChoice(p.conversation.flag.id, _said(p.conversation.flag), is_settled=p == looked_at)
        for p in placed
    )


def _said(flag: Flag) -> str:
    return f"{flag.by.name}’s flag: {flag.comment or flag.kind}"
