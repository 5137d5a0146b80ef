"""The flows of the whole meeting's end: the gate, signing off, and what can be done afterwards."""

import asyncio
from collections.abc import Awaitable, Callable

from textual.content import Content

from review_tui.domain.telling_time import moment
from review_tui.services.gate import Block, Gate
from review_tui.services.handing_over import hand_over
from review_tui.services.reading import MeetingView
from review_tui.tui.keeping import Keeper
from review_tui.tui.presenters import signing as words
from review_tui.tui.presenters.sentences import count, plain
from review_tui.tui.screens.hand_over import HandOverPage
from review_tui.tui.screens.pick import GatePick, PickDialog
from review_tui.tui.screens.reader import ReaderScreen
from review_tui.tui.screens.sign import SignDialog
from review_tui.tui.screens.words import WordsDialog
from review_tui.tui.stage import Here
from review_tui.tui.walks import Book

SIGN, REOPEN = "sign-off", "reopen"
"""What typing kept for these is kept under."""


async def sign_off(book: Book) -> None:
    """Sign the open meeting's minutes, or see what blocks it, or what can be done once they are signed."""
    gate = await asyncio.to_thread(book.desk.signing.gate, book.meeting.meeting)
    if any(item.state.signed_off for item in gate.view.items):
        await _afterwards(book, gate.view)
    elif gate.blocks:
        await _show_gate(book, gate)
    else:
        await _sign(book, gate)


async def _show_gate(book: Book, gate: Gate) -> None:
    view = gate.view
    about = Content(
        f"{view.approved} of {count(len(view.items), 'item')} approved. Enter goes to what blocks."
    )
    lines, heads = words.gate_lines(gate), words.gate_heads(gate)
    picked = await book.ask(GatePick(words.gate_heading(gate), lines, about=about, heads=heads))
    if picked is not None:
        await _go_to(book, gate.blocks[picked])


async def _go_to(book: Book, block: Block) -> None:
    """Open the item that a block is about, looking at the flag or objection if it is one."""
    if block.item is not None:
        if block.item.id != book.item.view.item.id:
            await book.open_item(block.item.id)
        thing = next((t for t in book.item.things if block.act and t.act == block.act), None)
        if thing:
            book.go_to(thing.passage, thing)
    book.say(str(block))


async def _sign(book: Book, gate: Gate) -> None:
    if book.read_only:
        book.say(book.read_only)
        return
    on_screen = {view.item.id: view.draft.digest for view in book.meeting.items}
    unread = [each.view.item for each in gate.items if on_screen.get(each.view.item.id) != each.text]
    if unread:
        book.say(words.unread_words(unread))
        return
    keeper, (statement, dissent) = _typing(book, gate.view, SIGN)
    given = await book.ask(SignDialog(gate, book.who, keeper, statement=statement, dissent=dissent))
    if given and await book.do(lambda: book.desk.signing.sign(gate, given.statement, given.dissent)):
        keeper.give_up()


def _typing(book: Book, view: MeetingView, purpose: str) -> tuple[Keeper, tuple[str, str]]:
    """Keeps what is typed for the whole meeting, with its first item; and what was typed before."""
    keeper = Keeper(book.desk.typing, view.items[0], purpose, 0, "")
    wanted = (view.meeting.id, view.items[0].item.id, purpose)
    kept = [t for t in book.desk.typing.left_over() if (t.meeting, t.item, t.purpose) == wanted]
    return keeper, (kept[-1].words, kept[-1].reason) if kept else ("", "")


async def _afterwards(book: Book, view: MeetingView) -> None:
    act = next(item.state.sign_off for item in view.items if item.state.sign_off)
    about = plain(f"Signed off by {act.by.name}, {moment(act.at.astimezone())}.")
    ways: tuple[tuple[str, Callable[[Book, MeetingView], Awaitable[None]]], ...] = (
        ("Read what was signed", _read_signed),
        ("The hand-over text, for the agenda of the next meeting", _hand_over),
        ("Reopen the minutes, with a reason", _reopen),
    )
    lines = [Content(said) for said, _ in ways]
    picked = await book.ask(PickDialog("These minutes are signed off", lines, about=about))
    if picked is not None:
        await ways[picked][1](book, view)


async def _read_signed(book: Book, view: MeetingView) -> None:
    texts = await asyncio.to_thread(_signed_texts, book, view)
    await book.ask(ReaderScreen(Content("What was signed"), words.signed_page(view, texts)))


def _signed_texts(book: Book, view: MeetingView) -> dict[str, str | None]:
    """Each item's minutes as signed: those on disk where they still are, else out of the history."""
    texts: dict[str, str | None] = {}
    for item in view.items:
        signed = item.state.sign_off.of_item(item.item.id) if item.state.sign_off else None
        if signed and signed.text == item.draft.digest:
            texts[item.item.id] = item.draft.text
        elif signed:
            texts[item.item.id] = book.desk.history.text_with_digest(item.draft.path, signed.text)
    return texts


async def _hand_over(book: Book, view: MeetingView) -> None:
    text = await asyncio.to_thread(hand_over, view, book.desk.versions)
    await book.ask(HandOverPage(text))


async def _reopen(book: Book, view: MeetingView) -> None:
    """Make the signed minutes a draft again, with a reason, going on with what was typed before."""
    meeting = view.meeting
    keeper, (before, _) = _typing(book, view, REOPEN)
    about = Content.assemble(
        words.meeting_words(view),
        "\nThey become a draft again. What was signed stays on record, and so does your reason.",
    )
    asked = ("Reopen these minutes", about, "Why? Whoever relied on them will want to know")
    dialog = WordsDialog(*asked, keeper, words=before)
    given = await book.ask(dialog)
    if given and await book.do(lambda: book.desk.signing.reopen(meeting, given.words)):
        keeper.give_up()


async def resume_signing(book: Book, _: Here) -> None:
    """Go on with what was typed for signing off or reopening: things may have changed in between."""
    gate = await asyncio.to_thread(book.desk.signing.gate, book.meeting.meeting)
    if any(item.state.signed_off for item in gate.view.items):
        await _reopen(book, gate.view)
    else:
        await sign_off(book)
