"""y: receive, bring together, send, in the background; what both changed is settled first."""

import asyncio
from collections.abc import Sequence

from review_tui.application.book_context import BookContext
from review_tui.application.reading import ItemView
from review_tui.application.sync import SyncOutcome
from review_tui.application.sync_ports import Question, Watch
from review_tui.model.errors import Refusal
from review_tui.tui.cursor_context import CursorContext
from review_tui.tui.draft_saver import DraftSaver, KeepsNothing
from review_tui.tui.features.sync.dialog import SettleDialog
from review_tui.tui.main_screen import MainScreen

SETTLE_BOTH = "settle-both"
"""What words are kept under that are typed in the place of two wordings."""
_F5 = "  F5: see what changed"
_NEWS = 3
"""Sentences of news that the line below the panes has room for."""


async def sync(screen: MainScreen) -> None:
    """Settle what is to be settled; then send and receive, while the reviewer goes on."""
    if screen.session.sync.is_running:
        screen.say("Sending and receiving is under way.  Esc: break it off")
        return
    if not await settle(screen):
        return
    # From here on no key waits for it.
    screen.run_worker(_sync_in_background(screen), group="sync", exit_on_error=True)


async def resume_settling(screen: MainScreen, here: CursorContext) -> None:
    """Go on with the words that were typed in the place of two wordings."""
    del here
    await sync(screen)


async def settle(screen: MainScreen) -> bool:
    """Ask about what both changed in the same words, one after another; whether nothing is left to settle."""
    syncing = screen.context.syncing
    found = await asyncio.to_thread(syncing.questions)
    asked = 0
    while found:
        question = found[0]
        notes, view = await asyncio.to_thread(_notes_and_item, screen.context, question.question)
        keeper = (
            DraftSaver(screen.context.typing, view, SETTLE_BOTH, 0, question.question.key) if view else None
        )
        before = await asyncio.to_thread(keeper.typed_before) if keeper else None
        typed = (before.words, before.reason) if before else ("", "")
        dialog = SettleDialog(
            question, (asked + 1, asked + len(found)), notes, keeper or KeepsNothing(), typed
        )
        answer = await screen.acts.ask(dialog)
        if answer is None:
            left = "It is" if len(found) == 1 else f"{len(found)} passages are"
            screen.say(f"{left} still to be settled; until then nothing is sent.  y: go on")
            return False
        await asyncio.to_thread(syncing.answer, question.question.key, answer)
        if keeper:
            await asyncio.to_thread(keeper.give_up)
        asked += 1
        found = await asyncio.to_thread(syncing.questions)
    if asked or await asyncio.to_thread(syncing.is_merge_under_way):
        outcome = await screen.session.write_queue.write(syncing.finish)
        await _show(screen, outcome)
    return True


async def _sync_in_background(screen: MainScreen) -> None:
    await screen.acts.guard(_sync(screen))


async def _sync(screen: MainScreen) -> None:
    state = screen.session.sync
    loop = asyncio.get_running_loop()

    def tell(doing: str) -> None:
        state.doing = doing
        loop.call_soon_threadsafe(screen.draw_title)

    state.begin("Receiving")
    screen.session.acting += 1  # what comes is told here, and not as an edit by another program
    screen.draw_title()
    try:
        outcome = await asyncio.to_thread(
            screen.context.syncing.sync, Watch(tell, lambda: state.is_cancelled)
        )
    except asyncio.CancelledError:
        state.break_off()  # the program is being left: git is ended too
        raise
    finally:
        screen.session.acting -= 1
        state.end()
        screen.draw_title()
    await _show(screen, outcome)
    if outcome.questions:
        screen.say(f"{outcome.sentence}  y: settle")


async def _show(screen: MainScreen, outcome: SyncOutcome) -> None:
    """Tell what came of it. Nothing on the screen moves: F5 shows what is new in this meeting."""
    has_changed = await screen.session.has_changed_outside()
    told = " ".join(_shortened(outcome.news)) or outcome.sentence
    if has_changed and outcome.received:
        screen.session.fall_behind(f"{told}{_F5}")
    await screen.session.count_to_send()
    screen.draw()
    said = (
        outcome.sentence if has_changed and outcome.received else " ".join((*outcome.news, outcome.sentence))
    )
    screen.say(" ".join((said, *(f"! {doubt}" for doubt in outcome.doubts[:1]))))


def _shortened(news: Sequence[str]) -> Sequence[str]:
    return news if len(news) <= _NEWS else (*news[:_NEWS], f"And {len(news) - _NEWS} more.")


def _notes_and_item(context: BookContext, question: Question) -> tuple[tuple[str, ...], ItemView | None]:
    """The lines of the notes that a passage comes from, and its item. Slow enough to want a thread."""
    if not question.item:
        return (), None
    try:
        view = context.reading.find(f"{question.meeting}/{question.item}")
        evidence = context.evidence.of_item(view)
    except Refusal:
        return (), None
    from review_tui.model.passages import passages  # noqa: PLC0415 -- few have anything to settle

    first = question.ours.partition("\n")[0].strip()
    there = next(
        (p for p in passages(view.draft.text) if first and first in p.span.of(view.draft.text)), None
    )
    found = evidence.of(there.index) if there else None
    lines = found.lines if found else ()
    return tuple(f"{line.place.file}, line {line.place.line}: {line.place.quote}" for line in lines), view
