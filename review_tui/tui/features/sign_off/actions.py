"""The flows of the whole meeting's end: the gate, signing off, and what can be done afterwards."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

from textual.content import Content

from review_tui.application.hand_over import hand_over
from review_tui.application.reading import MeetingView
from review_tui.application.sign_off_blocks import BlockGroup
from review_tui.application.sign_off_gate import SignOffGate
from review_tui.model.date_format import format_moment
from review_tui.tui.cursor_context import CursorContext
from review_tui.tui.dialogs.page import ReaderScreen
from review_tui.tui.dialogs.pick import GatePick, PickDialog
from review_tui.tui.dialogs.words_dialog import WordsDialog, WordsQuestion
from review_tui.tui.draft_saver import DraftSaver
from review_tui.tui.features.sign_off import presenter as words
from review_tui.tui.features.sign_off.dialog import SignDialog
from review_tui.tui.features.sign_off.hand_over_screen import HandOverPage
from review_tui.tui.main_screen import MainScreen
from review_tui.tui.presenters.status_lines import count, plain

NOBODY = "It is not known who you are, so nothing can be signed."
SIGN, REOPEN = "sign-off", "reopen"
"""What typing kept for these is kept under."""


async def sign_off(screen: MainScreen) -> None:
    """Sign the open meeting's minutes, or see what blocks it, or what can be done once they are signed."""
    gate = await asyncio.to_thread(screen.context.sign_off.gate, screen.session.meeting.meeting)
    if any(item.state.signed_off for item in gate.view.items):
        await _afterwards(screen, gate.view)
    elif gate.blocks:
        await _show_gate(screen, gate)
    else:
        await _sign(screen, gate)


async def _show_gate(screen: MainScreen, gate: SignOffGate) -> None:
    view = gate.view
    if screen.session.read_only:
        screen.say(screen.session.read_only)
    about = Content(
        f"{view.approved} of {count(len(view.items), 'item')} approved. Enter goes to what blocks."
    )
    shown = words.gate_shown(gate)
    lines, heads = words.gate_lines(shown), words.gate_heads(gate)
    picked = await screen.acts.ask(GatePick(words.gate_heading(gate), lines, about=about, heads=heads))
    if picked is not None:
        await _go_to(screen, shown[picked])


async def _go_to(screen: MainScreen, alike: BlockGroup) -> None:
    """Open the first item that it is about, looking at the flag, objection or finding if it is one."""
    block = alike.blocks[0]
    if block.item is not None:
        if block.item.id != screen.session.item.view.item.id:
            screen.open_item(block.item.id)
            await screen.session.looked_over()
        concern = next((t for t in screen.session.item.concerns if words.is_about(t, block)), None)
        if concern:
            screen.go_to(concern.passage, concern)
    screen.say(str(alike))


async def _sign(screen: MainScreen, gate: SignOffGate) -> None:
    """Sign exactly the texts that are on the screen; what changed since has to be read first."""
    if screen.session.read_only:
        screen.say(screen.session.read_only)
        return
    on_screen = {view.item.id: view.draft.digest for view in screen.session.meeting.items}
    unread = [each.view.item for each in gate.items if on_screen.get(each.view.item.id) != each.text]
    if unread:
        screen.say(words.unread_words(unread))
        return
    if screen.session.item.is_known and not screen.session.who:
        await asyncio.to_thread(screen.context.history.reviewer)  # asks for the name, or says what is wrong
    keeper, (statement, dissent) = await _typing(screen, gate.view, SIGN)
    given = await screen.acts.ask(
        SignDialog(
            gate, screen.session.who, keeper, partial(_signer, screen), statement=statement, dissent=dissent
        )
    )
    if given:
        await screen.acts.do(
            lambda: screen.context.sign_off.sign(gate, given.statement, given.dissent), keeper
        )


async def _signer(screen: MainScreen) -> tuple[str, str]:
    """Who sits here, once that is known; and why they can't sign."""
    await screen.session.looked_over()
    return screen.session.who, screen.session.read_only or ("" if screen.session.who else NOBODY)


async def _typing(screen: MainScreen, view: MeetingView, purpose: str) -> tuple[DraftSaver, tuple[str, str]]:
    """Keeps what is typed for the whole meeting, with its first item; and what was typed before."""
    keeper = DraftSaver(screen.context.typing, view.items[0], purpose, 0, "")
    wanted = (view.meeting.id, view.items[0].item.id, purpose)
    left = await asyncio.to_thread(screen.context.typing.left_over)
    kept = [t for t in left if (t.meeting, t.item, t.purpose) == wanted]
    return keeper, (kept[-1].words, kept[-1].reason) if kept else ("", "")


async def _afterwards(screen: MainScreen, view: MeetingView) -> None:
    act = next(item.state.sign_off for item in view.items if item.state.sign_off)
    about = plain(f"Signed off by {act.by.name}, {format_moment(act.at.astimezone())}.")
    ways: tuple[tuple[str, Callable[[MainScreen, MeetingView], Awaitable[None]]], ...] = (
        ("Read what was signed", _read_signed),
        ("The hand-over text, for the agenda of the next meeting", _hand_over),
        ("Reopen the minutes, with a reason", _reopen),
    )
    lines = [Content(words) for words, _ in ways]
    picked = await screen.acts.ask(PickDialog("These minutes are signed off", lines, about=about))
    if picked is not None:
        await ways[picked][1](screen, view)


async def _read_signed(screen: MainScreen, view: MeetingView) -> None:
    texts = await asyncio.to_thread(_signed_texts, screen, view)
    signatures = await asyncio.to_thread(screen.context.sign_off.signatures)
    page = words.signed_page(view, texts, signatures)
    await screen.acts.ask(ReaderScreen(Content("What was signed"), page))


def _signed_texts(screen: MainScreen, view: MeetingView) -> dict[str, str | None]:
    """Each item's minutes as signed: those on disk where they still are, else out of the history."""
    texts: dict[str, str | None] = {}
    for item in view.items:
        signed = item.state.sign_off.of_item(item.item.id) if item.state.sign_off else None
        if signed and signed.text_digest == item.draft.digest:
            texts[item.item.id] = item.draft.text
        elif signed:
            texts[item.item.id] = screen.context.history.text_with_digest(item.draft.path, signed.text_digest)
    return texts


async def _hand_over(screen: MainScreen, view: MeetingView) -> None:
    text = await asyncio.to_thread(hand_over, view, screen.context.versions)
    await screen.acts.ask(HandOverPage(text))


async def _reopen(screen: MainScreen, view: MeetingView) -> None:
    """Make the signed minutes a draft again, with a reason, going on with what was typed before."""
    if screen.session.read_only:
        screen.say(screen.session.read_only)
        return
    meeting = view.meeting
    keeper, (before, _) = await _typing(screen, view, REOPEN)
    about = Content.assemble(
        words.meeting_words(view),
        "\nThey become a draft again. What was signed stays on record, and so does your reason.",
    )
    question = WordsQuestion(
        heading="Reopen these minutes",
        about=about,
        prompt="Why? Whoever relied on them will want to know",
        do="Reopen",
        records="a reopening",
    )
    given = await screen.acts.ask(WordsDialog(question, keeper, before))
    if given:
        await screen.acts.do(lambda: screen.context.sign_off.reopen(meeting, given.words), keeper)


async def resume_signing(screen: MainScreen, _: CursorContext) -> None:
    """Go on with what was typed for signing off or reopening: things may have changed in between."""
    gate = await asyncio.to_thread(screen.context.sign_off.gate, screen.session.meeting.meeting)
    if any(item.state.signed_off for item in gate.view.items):
        await _reopen(screen, gate.view)
    else:
        await sign_off(screen)
