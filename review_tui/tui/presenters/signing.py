"""The gate, what is being signed and what was signed, in words. Facts in, ``Content`` out."""

from collections.abc import Mapping, Sequence

from textual.content import Content

from review_tui.domain.acts import Approval, SignedItem
from review_tui.domain.meeting import Item
from review_tui.domain.telling_time import day, moment
from review_tui.domain.text import short_digest
from review_tui.services.gate import Gate
from review_tui.services.reading import ItemView, MeetingView
from review_tui.tui.presenters.sentences import count, numbered, plain

AFTERWARDS = "Nothing can be changed afterwards; reopening takes a reason."


def gate_heading(gate: Gate) -> str:
    """How much stands in the way."""
    number = len(gate.blocks)
    return (
        f"Not ready to sign off: {count(number, 'thing')} {'stands' if number == 1 else 'stand'} in the way"
    )


def gate_lines(gate: Gate) -> tuple[Content, ...]:
    """What blocks, a line each."""
    return tuple(plain(f"   {block.sentence}") for block in gate.blocks)


def gate_heads(gate: Gate) -> dict[int, Content]:
    """Above the first line of each item: the item."""
    heads: dict[int, Content] = {}
    before: str | None = None
    for place, block in enumerate(gate.blocks):
        now = block.item.id if block.item else ""
        if now != before:
            heads[place] = plain(numbered(block.item) if block.item else "The meeting").stylize("bold")
        before = now
    return heads


def to_sign_words(gate: Gate) -> Content:
    """Every item with its digest and who approved."""
    rows = [_row(it.view, it.text, it.approvals) for it in gate.items]
    return Content("\n").join(rows)


def unread_words(items: Sequence[Item]) -> str:
    """Why nothing is signed yet: these items read differently from what is on the screen."""
    names = ", ".join(item.number or item.id for item in items)
    told = f"Item {names} reads" if len(items) == 1 else f"Items {names} read"
    return f"{told} differently from what is on the screen. Press F5 and read what changed before you sign."


def meeting_words(view: MeetingView) -> Content:
    """Which minutes they are."""
    meeting = view.meeting
    items = count(len(view.items), "item")
    return Content.assemble((plain(meeting.body).plain, "bold"), f", {day(meeting.date)} · {items}")


def _row(view: ItemView, text: str, approvals: Sequence[Approval]) -> Content:
    who = ", ".join(dict.fromkeys(a.by.name for a in approvals))
    return Content.assemble(
        plain(numbered(view.item)).stylize("bold"),
        ("\n   text ", "$text-muted"),
        short_digest(text),
        ("   approved by ", "$text-muted"),
        plain(who or "nobody"),
    )


def signed_page(view: MeetingView, texts: Mapping[str, str | None]) -> Content:
    """What was signed: who, when, what was recorded with it, and each item exactly as it was signed.

    ``texts`` are the signed minutes by the item's id; ``None`` where the history has them no more.
    """
    act = next((item.state.sign_off for item in view.items if item.state.sign_off), None)
    if act is None:
        return Content("These minutes are not signed off.")
    parts = [
        meeting_words(view),
        Content.assemble("\nSigned by ", plain(act.by.name), f", {moment(act.at.astimezone())}.\n"),
    ]
    if act.dissent:
        chair = f" ({view.meeting.chair})" if view.meeting.chair else ""
        said = plain(f"\nThe chair{chair} does not agree, and wished that to be recorded\n").stylize("bold")
        parts += [said, plain(f"{act.dissent}\n")]
    if act.statement:
        parts += [Content.styled("\nRecorded with it\n", "bold"), plain(f"{act.statement}\n")]
    for signed in act.items:
        item = next((v for v in view.items if v.item.id == signed.item), None)
        parts += _signed_item(item, signed, texts.get(signed.item))
    return Content("").join(parts)


def _signed_item(view: ItemView | None, signed: SignedItem, text: str | None) -> list[Content]:
    if view is None:
        return [plain(f"\n{signed.item} is no longer in this book.\n")]
    approvals = [a for a in view.state.approvals if a.id in signed.approvals]
    parts = [Content("\n"), _row(view, signed.text, approvals), Content("\n")]
    if view.draft.digest != signed.text:
        warning = "! The file was edited after the minutes were signed. This is what was signed:\n"
        parts.append(Content.styled(warning, "bold $text-warning"))
    words = "The signed text is not in the history of this book." if text is None else text.strip()
    parts.append(plain(f"\n{words}\n"))
    for each in view.state.corrections:
        said = f"“{each.wording}”" if each.wording else "nothing"
        told = f"for “{each.quote.quote}” read {said}. {each.reason}"
        parts.append(Content.assemble(("\nCorrected at ", "bold"), plain(f"{each.meeting}: {told}\n")))
    return parts
